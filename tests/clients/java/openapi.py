"""Wraps the schema as the components of an OpenAPI 3.1 document, which the Java generator reads.

Nothing is changed but the frame: the branches of a union, which the schema titles, become
components of their own, and their tag is named as the union's discriminator.
"""

import json
import sys
from typing import Any

source, target = sys.argv[1:]
with open(source, encoding="utf-8") as file:
    schema = json.load(file)
components: dict[str, Any] = {}
root = schema["title"]


def union(node: dict[str, Any]) -> dict[str, Any]:
    tag = next(key for key, field in node["oneOf"][0]["properties"].items() if "const" in field)
    mapping = {}
    for branch in node["oneOf"]:
        title = branch.pop("title")
        mapping[branch["properties"][tag]["const"]] = f"#/components/schemas/{title}"
        branch["properties"][tag] = {"type": "string"}
        components[title] = branch
    return {
        "description": node["description"],
        "oneOf": [{"$ref": reference} for reference in mapping.values()],
        "discriminator": {"propertyName": tag, "mapping": mapping},
    }


def point(node: Any) -> None:
    if isinstance(node, dict):
        reference = node.get("$ref")
        if reference == "#":
            node["$ref"] = f"#/components/schemas/{root}"
        elif reference:
            node["$ref"] = reference.replace("#/$defs/", "#/components/schemas/")
        node = list(node.values())
    if isinstance(node, list):
        for inner in node:
            point(inner)


types = schema.pop("$defs")
types[root] = {key: schema[key] for key in ("description", "oneOf")}
for name, node in types.items():
    components[name] = union(node) if "oneOf" in node else node
point(components)
with open(target, "w", encoding="utf-8") as file:
    document = {
        "openapi": "3.1.0",
        "info": {"title": root, "version": "1"},
        "paths": {},
        "components": {"schemas": components},
    }
    json.dump(document, file)
