#!/usr/bin/env bash
# Python: datamodel-code-generator -> pydantic v2, checked by mypy --strict.
source "$(dirname "$0")/../lib.sh" "$@"
command -v python3 >/dev/null || unreachable "python3 is not here"
get "virtual environment" python3 -m venv venv
get "datamodel-code-generator" venv/bin/pip install -q \
    datamodel-code-generator==0.89.0 pydantic==2.14.3 mypy==2.4.1
venv/bin/datamodel-codegen --input "$schema" --input-file-type jsonschema \
    --output verbale_types.py --output-model-type pydantic_v2.BaseModel \
    --target-python-version 3.11 --use-title-as-name --use-annotated --formatters builtin \
    --disable-timestamp --capitalise-enum-members --set-default-enum-member --strict-nullable
cp "$here/client.py" .
sed 's/\.alpha3/.alpha_3/' client.py >wrong.py
venv/bin/mypy --strict --no-error-summary --cache-dir mypy client.py
refuses venv/bin/mypy --strict --no-error-summary --cache-dir mypy wrong.py
venv/bin/python client.py "$documents" >lines
summary datamodel-code-generator 0.89.0 "$(grep -c '^class ' verbale_types.py)"
