"""The parts of a JSON Schema: every schema within it, where a reference leads, and whether it is JSON Schema at all."""

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote

Path = tuple[str, ...]  # the way from the root: ("properties", "city")

KINDS: dict[str, Callable[[Any], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
}
"""The types of JSON Schema, each with whether a value is of it."""

# Where schemas stand within a schema: by name, in a list, alone.
_NAMED = ("properties", "patternProperties", "dependentSchemas", "$defs", "definitions")
_LISTED = ("anyOf", "oneOf", "allOf", "prefixItems")
_ALONE = ("items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames")
_PLACES = ("properties", "items", "anyOf", "oneOf", "allOf", "prefixItems", *_ALONE[1:], *_NAMED[1:])  # in the API's order

# The type that a keyword's value has.
_TYPES = (
    dict.fromkeys(_NAMED, "object")
    | dict.fromkeys((*_LISTED, "required", "enum"), "array")
    | dict.fromkeys(("minItems", "maxItems", "minLength", "maxLength", "minProperties", "maxProperties"), "integer")
    | dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"), "number")
    | dict.fromkeys(("title", "description", "pattern", "format", "$ref"), "string")
    | {"uniqueItems": "boolean"}
)
_NEVER_EMPTY = (*_LISTED, "enum")


def nodes(schema: Any) -> Iterator[tuple[Path, Any]]:
    """Yield every schema within a schema, itself first, with the way to it; references are not followed."""
    waiting: list[tuple[Path, Any]] = [((), schema)]
    while waiting:
        path, node = waiting.pop()
        yield path, node
        waiting += [(path + step, child) for step, child in _children(node)][::-1]


def objects(schema: Any) -> list[dict]:
    """Return every schema within a schema that is written as an object (not as true or false)."""
    return [node for _, node in nodes(schema) if isinstance(node, dict)]


def strings(schema: Any) -> Iterator[str]:
    """Yield what the API counts as characters: names of properties and definitions, enum values, constants."""
    for node in objects(schema):
        for key in ("properties", "$defs", "definitions"):
            yield from node.get(key, ())
        yield from (value for value in [*node.get("enum", ()), node.get("const")] if isinstance(value, str))


def kinds_of(node: Any) -> tuple[str, ...]:
    """Return the types that a schema names."""
    kind = node.get("type", ()) if isinstance(node, dict) else ()
    return (kind,) if isinstance(kind, str) else tuple(kind)


def resolve(node: Any, root: Any) -> Any:
    """Return what a schema's references lead to in the end, or the schema itself if it is none; None if to nothing."""
    seen = set()
    while isinstance(node, dict) and "$ref" in node:
        if (where := node["$ref"]) in seen:
            return None
        seen.add(where)
        node = target(where, root)
    return node


def target(where: str, root: Any) -> Any:
    """Return what a reference points to: the root ("#") or one of its definitions ("#/$defs/Day"); None if to nothing."""
    if where == "#":
        return root
    start, _, name = where.rpartition("/")
    if start not in ("#/$defs", "#/definitions"):
        return None
    name = unquote(name).replace("~1", "/").replace("~0", "~")
    return root.get(start[2:], {}).get(name)


def depth(schema: Any) -> int:
    """Return how many objects and arrays lie within each other at most; references are followed until they repeat."""
    deepest = 0
    reached: dict[str, int] = {}
    waiting: list[tuple[Any, int, tuple[str, ...]]] = [(schema, 0, ())]
    while waiting:
        node, level, within = waiting.pop()
        if not isinstance(node, dict):
            continue
        if (where := node.get("$ref")) is not None:
            if where not in within and level > reached.get(where, -1):
                reached[where] = level
                waiting.append((target(where, schema), level, (*within, where)))
            continue
        level += bool({"object", "array"} & set(kinds_of(node)))
        deepest = max(deepest, level)
        waiting += [(child, level, within) for step, child in _children(node) if step[0] not in ("$defs", "definitions")]
    return deepest


def malformed(schema: Any) -> Iterator[str]:
    """Yield what makes a schema no JSON Schema, in the words of the library that the API uses (seen in 2026-09)."""
    if not isinstance(schema, dict):
        yield f"{schema!r} is not of type 'object'."
    for _, node in nodes(schema):
        if not isinstance(node, dict):
            if not isinstance(node, bool):
                yield f"{node!r} is not of type 'object', 'boolean'."
            continue
        for key, value in node.items():
            if key in _TYPES and not KINDS[_TYPES[key]](value):
                yield f"{value!r} is not of type {_TYPES[key]!r}."
            elif key in _NEVER_EMPTY and not value:
                yield f"{value!r} should be non-empty."
        yield from (f"{name!r} is not of type 'string'." for name in node.get("required", ()) if not isinstance(name, str))
        if "type" in node and not _is_type(node["type"]):
            yield f"{node['type']!r} is not valid under any of the given schemas."
        if "pattern" in node and not _is_regex(node["pattern"]):
            yield f"{node['pattern']!r} is not a 'regex'."


def _is_type(kind: Any) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return bool(kinds) and all(isinstance(name, str) and name in KINDS for name in kinds)


def _is_regex(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return False
    return True


def _children(node: Any) -> Iterator[tuple[Path, Any]]:
    """Yield the schemas right within a schema, each with its steps; what has the wrong type is passed over."""
    if not isinstance(node, dict):
        return
    for key in _PLACES:
        value = node.get(key)
        if key in _NAMED and isinstance(value, dict):
            yield from (((key, name), child) for name, child in value.items())
        elif key in _LISTED and isinstance(value, list):
            yield from (((key, str(number)), child) for number, child in enumerate(value))
        elif key in _ALONE and key in node and not (key == "additionalProperties" and isinstance(value, bool)):
            yield (key,), value
