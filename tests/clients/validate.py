"""Python's jsonschema: every document keeps the schema, every broken one is refused."""

import copy
import json
import multiprocessing
import sys
from pathlib import Path
from typing import Any, Iterator

from jsonschema import Draft202012Validator

schema_path, broken_path, seed_path, documents_path = map(Path, sys.argv[1:])


def tagged(validator: Any, branches: Any, instance: Any, schema: Any) -> Iterator[Any]:
    """`oneOf` with the branches first that the tag does not exclude: a branch whose constant is
    another one cannot hold, and need not be tried at length."""

    def excluded(branch: Any) -> bool:
        properties = branch.get("properties", {})
        return isinstance(instance, dict) and any(
            key in instance and instance[key] != field["const"]
            for key, field in properties.items()
            if "const" in field
        )

    left = [branch for branch in branches if not excluded(branch)]
    if len(left) == 1:  # what is wrong with it is more than that none of many fits
        yield from validator.descend(instance, left[0])
        return
    yield from Draft202012Validator.VALIDATORS["oneOf"](validator, left, instance, schema)


SCHEMA = json.loads(schema_path.read_text(encoding="utf-8"))


def reference(validator: Any, target: str, instance: Any, schema: Any) -> Iterator[Any]:
    """`$ref` into the schema itself, the only ones that it has."""
    yield from validator.descend(instance, TARGETS[target])


TARGETS = {"#": SCHEMA} | {f"#/$defs/{name}": node for name, node in SCHEMA["$defs"].items()}
CHECKS = Draft202012Validator.VALIDATORS | {"oneOf": tagged, "$ref": reference}


class Validator:
    """jsonschema's checks of the keywords, without what it looks up anew at every step."""

    is_type = staticmethod(Draft202012Validator(SCHEMA).is_type)

    def descend(
        self, instance: Any, schema: Any, path: Any = None, schema_path: Any = None
    ) -> Iterator[Any]:
        if schema is True:
            return
        for keyword, value in schema.items():
            check = CHECKS.get(keyword)
            for error in check(self, value, instance, schema) if check else ():
                if path is not None:
                    error.path.appendleft(path)
                yield error

    def first_error(self, document: Any) -> Any:
        return next(self.descend(document, SCHEMA), None)


VALIDATOR = Validator()


def judge(line: str) -> str | None:
    document = json.loads(line)
    error = VALIDATOR.first_error(document)
    return error and f"{document['source']}: {error.json_path}: {error.message[:200]}"


def main() -> int:
    Draft202012Validator.check_schema(SCHEMA)
    with documents_path.open(encoding="utf-8") as lines, multiprocessing.Pool(2) as pool:
        judged = list(pool.imap_unordered(judge, lines, chunksize=8))
    faults = [fault for fault in judged if fault]
    seed = json.loads(seed_path.read_text(encoding="utf-8"))
    cases = json.loads(broken_path.read_text(encoding="utf-8"))
    for case in cases:
        document = copy.deepcopy(seed)
        *keys, last = case["pointer"].split("/")[1:]
        holder = document
        for key in keys:
            holder = holder[int(key) if isinstance(holder, list) else key]
        if "value" in case:
            holder[last] = case["value"]
        else:
            del holder[last]
        if VALIDATOR.first_error(document) is None:
            faults.append(f"not refused: {case['name']}")
    print("\n".join(faults[:20]), end="\n" if faults else "")
    print(f"jsonschema 4.26.0: {len(judged)} documents, {len(cases)} broken ones tried")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
