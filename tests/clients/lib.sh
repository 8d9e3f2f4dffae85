# What the scripts of all languages share: arguments, words, the test by a wrong name.
#
#   SCRIPT SCHEMA DOCUMENTS WORK
#
# SCHEMA is the published schema, DOCUMENTS a folder with NAME.json beside NAME.txt, the offsets in
# the units of the language, WORK an empty folder. Writes WORK/lines and WORK/summary.
# Exit code 77: a registry or tool is out of reach, nothing was tried.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[1]}")" && pwd)"
schema="$(realpath "$1")"
documents="$(realpath "$2")"
mkdir -p "$3"
work="$(realpath "$3")"
cd "$work"

unreachable() { echo "$*" >"$work/summary"; exit 77; }

# get WHAT COMMAND...: installs something; a registry that does not answer is no fault of ours.
get() {
    local what="$1"
    shift
    timeout 300 "$@" >"$work/install.log" 2>&1 || {
        tail -n 3 "$work/install.log" >&2
        unreachable "$what cannot be installed here"
    }
}

# refuses COMMAND...: the command must fail, since a field is misnamed in what it compiles.
refuses() {
    if "$@" >"$work/wrong.log" 2>&1; then
        echo "a wrong field name is not noticed by: $*" >&2
        exit 1
    fi
}

summary() { # generator, version, number of types
    local read
    read="$(find "$documents" -name '*.json' | wc -l)"
    echo "$1 $2: $3 types generated, $read documents read, $(wc -l <"$work/lines") lines" \
        >"$work/summary"
}
