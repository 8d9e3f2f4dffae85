#!/usr/bin/env bash
# Every client reads the seed and our own documents through types generated from the schema, and
# prints senders, signatories, citations and States. The lines are equal, whatever the language.
#
#   tests/clients/run.sh VERBALE [LANGUAGE...]
#
# VERBALE is the command. A language whose registry is out of reach is skipped, and that is said;
# it fails only where a client fails or differs.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
root="$here/../.."
verbale="$(realpath "$1")"
shift
languages=("$@")
((${#languages[@]})) || languages=(python typescript java rust)
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

unit() {
    case $1 in
    python) echo codepoint ;;
    typescript | java) echo utf16 ;;
    *) echo utf8 ;;
    esac
}

for units in codepoint utf16 utf8; do
    mkdir "$scratch/$units"
    for text in "$root"/seeds/*.txt "$root"/tests/documents/*/*.txt "$here"/documents/*.txt; do
        name="$(basename "$text" .txt)"
        cp "$text" "$scratch/$units/$name.txt"
        # 1 is "findings"; clients read what there is.
        "$verbale" parse --offsets "$units" "$text" >"$scratch/$units/$name.json" 2>/dev/null ||
            (($? == 1))
    done
    # Documents of earlier versions are read by the same types; those in ASCII, where all units are
    # the same, since the earliest do not say theirs.
    for version in "$root"/tests/released/*; do
        for text in "$version"/*.txt; do
            LC_ALL=C grep -q '[^ -~[:space:]]' "$text" && continue
            name="$(basename "$text" .txt).$(basename "$version")"
            cp "$text" "$scratch/$units/$name.txt"
            cp "${text%.txt}.json" "$scratch/$units/$name.json"
        done
    done
done

first=
failed=0
for language in "${languages[@]}"; do
    code=0
    bash "$here/$language/run.sh" "$root/docs/schema/verbale-1.schema.json" \
        "$scratch/$(unit "$language")" "$scratch/$language" || code=$?
    case $code in
    0) printf '%-11s %s\n' "$language" "$(cat "$scratch/$language/summary")" ;;
    77)
        printf '!!! SKIPPED: the client in %s: %s\n' "$language" "$(cat "$scratch/$language/summary")"
        continue
        ;;
    *)
        printf '%-11s FAILED\n' "$language"
        failed=1
        continue
        ;;
    esac
    lines="$scratch/$language/lines"
    if [[ -z $first ]]; then
        first="$language"
        reference="$lines"
        # Our own documents for this are written so that all words stand as they are printed.
        for text in "$here"/documents/*.txt; do
            name="$(basename "$text" .txt)"
            awk -F '\t' -v name="$name" '
                $1 == name && $2 == "matched" { seen = 1; bad = $3 != $4 || $4 < 5 }
                END { exit bad || !seen }' "$lines" ||
                { echo "$name: not all spans give the printed words"; failed=1; }
        done
    elif ! diff "$reference" "$lines" >"$scratch/diff"; then
        echo "$language prints other lines than $first:"
        head -n 20 "$scratch/diff"
        failed=1
    else
        echo "            the same lines as $first"
    fi
done
if [[ -n $first ]]; then
    echo "--- the lines of the seed"
    grep '^cd-letter-2006-08-16' "$reference"
fi
exit "$failed"
