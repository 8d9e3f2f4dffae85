#!/usr/bin/env bash
# TypeScript: json-schema-to-typescript, tsc --strict.
source "$(dirname "$0")/../lib.sh" "$@"
command -v npm >/dev/null || unreachable "npm is not here"
cat >package.json <<'JSON'
{ "name": "verbale-client", "version": "0.0.0", "private": true }
JSON
get "json-schema-to-typescript" npm install --silent --no-audit --no-fund \
    --fetch-retries 1 --fetch-retry-mintimeout 1000 --fetch-retry-maxtimeout 5000 \
    json-schema-to-typescript@16.0.0 typescript@5.9.3 @types/node@20.19.25
npx --no-install json2ts --no-additionalProperties -i "$schema" -o verbale.d.ts
cp "$here/client.ts" .
sed 's/\.alpha3/.alpha_3/' client.ts >wrong.ts
compile() {
    npx --no-install tsc --strict --target es2022 --module commonjs --types node --outDir built "$1"
}
compile client.ts
refuses compile wrong.ts
node built/client.js "$documents" >lines
summary json-schema-to-typescript 16.0.0 "$(grep -c '^export ' verbale.d.ts)"
