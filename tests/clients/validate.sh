#!/usr/bin/env bash
# ajv (strict) and Python's jsonschema judge the JSON of texts, and refuse documents that are broken
# in one way each (broken.json).
#
#   tests/clients/validate.sh VERBALE FOLDER...
#
# FOLDERs hold texts. Skipped, and that is said, where a registry is out of reach.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
verbale="$(realpath "$1")"
shift
schema="$(realpath "$here/../../docs/schema/verbale-1.schema.json")"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

find "$@" -name '*.txt' | sort >"$scratch/texts"
xargs -d '\n' "$verbale" parse --format jsonl <"$scratch/texts" >"$scratch/documents.jsonl" \
    2>/dev/null || (($? == 1 || $? == 123))
"$verbale" parse "$here"/../../seeds/cd-letter-2006-08-16.txt >"$scratch/seed.json"

failed=0
if ! command -v npm >/dev/null || ! (cd "$scratch" && timeout 300 npm install --silent \
    --no-audit --no-fund --fetch-retries 1 --fetch-retry-mintimeout 1000 --fetch-retry-maxtimeout 5000 \
    ajv@8.20.0 ajv-formats@3.0.1 >npm.log 2>&1); then
    echo "!!! SKIPPED: ajv cannot be installed here"
else
    cp "$here/validate.cjs" "$scratch/"
    node "$scratch/validate.cjs" "$schema" "$here/broken.json" "$scratch/seed.json" \
        "$scratch/documents.jsonl" || failed=1
fi
if ! command -v python3 >/dev/null || ! { python3 -m venv "$scratch/venv" &&
    timeout 300 "$scratch/venv/bin/pip" install -q jsonschema==4.26.0; } >"$scratch/pip.log" 2>&1; then
    echo "!!! SKIPPED: Python's jsonschema cannot be installed here"
else
    "$scratch/venv/bin/python" "$here/validate.py" "$schema" "$here/broken.json" \
        "$scratch/seed.json" "$scratch/documents.jsonl" || failed=1
fi
exit "$failed"
