"""What the API refuses in a JSON Schema: of a structured reply, and of a function's parameters.

    check({"type": "object", "properties": {"day": {"type": "string"}}},
          context="response_format", name="event", param="text.format.schema", code="invalid_json_schema")
    # Refused: Invalid schema for response_format 'event': In context=(), 'additionalProperties' is
    # required to be supplied and to be false.

Strict mode takes a part of JSON Schema only, and says where it found something else: the path in a
sentence is the way from the root to the place. The sentences stand in WORDINGS. Whatever has passed
`check` can be relied on: every keyword has the type that it should have, every reference leads
somewhere, and a strict schema has nothing that cannot be guaranteed.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from . import words
from .schema_nodes import KINDS, Path, depth, kinds_of, malformed, nodes, objects, resolve, strings, target

NAME = "^[a-zA-Z0-9_-]+$"
LONGEST_NAME = 64  # characters

# Measured on gpt-5.6-luna in 2026; the sizes of enums are those of the guide.
MOST_LEVELS = 10
MOST_PROPERTIES = 5_000
MOST_ENUM_VALUES = 1_000  # of all enums together
LARGE_ENUM, LARGE_ENUM_CHARACTERS = 250, 15_000  # an enum of more values than this has a limit of its own
MOST_CHARACTERS = 120_000  # of names, enum values and constants together

# Accepted, though 2024's API refused them: default (gpt-5.6-sol, 2026-08, openai-agents-python#4390),
# minimum, maxItems, minLength, pattern and their like, $schema, examples (measured in 2026).
NOT_PERMITTED = (
    "allOf", "oneOf", "if", "then", "else", "dependentRequired", "dependentSchemas", "patternProperties", "prefixItems",
    "propertyNames", "unevaluatedProperties", "unevaluatedItems", "minProperties", "maxProperties", "contains",
    "minContains", "maxContains", "uniqueItems",
)  # fmt: skip
FORMATS = frozenset({"date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"})
_LOOKAROUND = re.compile(r"(?<!\\)(\\\\)*\(\?<?[=!]")
NOT_AT_THE_TOP = ("oneOf", "anyOf", "allOf", "enum", "const", "not")  # of a function's parameters


class Wording(NamedTuple):
    """A sentence of the API, and the month in which it was last seen; None for one that is a guess."""

    text: str
    seen: str | None


WORDINGS = {
    "no object": Wording("schema must be a JSON Schema of 'type: \"object\"', got 'type: {kind}'.", "2026-10"),
    "top level": Wording(
        "schema must have type 'object' and not have 'oneOf'/'anyOf'/'allOf'/'enum'/'const'/'not' at the top level.", "2026-10"
    ),
    "no type": Wording("In context={path}, schema must have a 'type' key.", "2026-10"),
    "open": Wording("In context={path}, 'additionalProperties' is required to be supplied and to be false.", "2026-10"),
    "missing": Wording(
        "In context={path}, 'required' is required to be supplied and to be an array including every key in properties. "
        "Missing '{key}'.",
        "2026-09",
    ),
    "extra": Wording(
        "In context={path}, 'required' is required to be supplied and to be an array including every key in properties. "
        "Extra required key '{key}' supplied.",
        "2026-09",
    ),
    "not permitted": Wording("In context={path}, '{key}' is not permitted.", "2026-10"),
    "not": Wording("In context={path}, Unsupported keywords ('not',).", None),  # the last three words were seen
    "format": Wording("In context={path}, '{format}' is not a valid format.", "2026-08"),
    "no items": Wording("In context={path}, array schema missing items.", "2026-11"),
    "no properties": Wording("In context={path}, object schema missing properties.", "2025-12"),
    "beside a reference": Wording("context={path}, $ref cannot have keywords {keys}.", "2026-09"),
    "no such reference": Wording(
        "In context={path}, reference can only point to definitions defined at the top level of the schema.", "2026-09"
    ),
    "reference to itself": Wording("In context={path}, reference cannot point to itself.", None),
    "enum value": Wording("context={path}, enum value {value} does not validate against {{'type': {kind!r}}}.", "2025-12"),
    "lookaround": Wording("Invalid JSON schema: regex lookaround is not supported. Found at {place}.", "2026-09"),
    "first keys": Wording(
        "Invalid schema: Objects provided via 'anyOf' must not share identical first keys. Consider adding a discriminator key or "
        "rearranging the properties to ensure the first key is unique.",
        "2026-08",
    ),
    "levels": Wording(f"{{count}} levels of nesting exceeds limit of {MOST_LEVELS}.", "2026-10"),
    "properties": Wording(f"{{count}} parameters exceeds limit of {MOST_PROPERTIES}.", "2026-08"),
    "enum values": Wording(
        f"Expected at most {MOST_ENUM_VALUES} enum values in total within a single schema when using structured outputs, "
        "but received {count}. Consider reducing the number of enums, or opt out of structured outputs by setting "
        "'strict: false'.",
        "2026-11",
    ),
    "large enum": Wording(
        f"Expected at most {LARGE_ENUM_CHARACTERS} total characters across enum values when there are more than {LARGE_ENUM} "
        "enum values, but received {count}. Consider reducing the number of enums, or opt out of structured outputs by "
        "setting 'strict: false'.",
        "2026-11",
    ),
    "characters": Wording(
        f"Expected at most {MOST_CHARACTERS} total characters across property names, definition names, enum values and const "
        "values, but received {count}.",
        None,
    ),
}


def check(schema: Any, *, context: str, name: str, param: str, code: str | None, strict: bool = True) -> None:
    """Refuse a schema that the API does not take.

    `context` is "response_format" or "function", `name` what the request calls it; `param` and `code`
    are those of the refusal. Without `strict`, little more is asked than that it is JSON Schema.
    """
    if fault := next(_faults(schema, context, strict), None):
        alone = fault.startswith("Invalid")
        raise words.Refused(fault if alone else f"Invalid schema for {context} '{name}': {fault}", param=param, code=code)


def check_name(name: Any, param: str) -> None:
    """Refuse what cannot be the name of a function or of a schema: 1 to 64 of a-z, A-Z, 0-9, _ and -."""
    if name is None:
        raise words.missing(param)
    if not isinstance(name, str):
        raise words.wrong_type(param, "a string", name)
    if not name:
        raise words.empty_text(param)
    if len(name) > LONGEST_NAME:
        raise words.too_long(param, len(name), LONGEST_NAME)
    if not re.fullmatch(NAME, name):
        raise words.no_match(param, NAME)


def made_strict(schema: dict) -> dict | None:
    """Return what the Responses API makes of a function's schema that comes without `strict`.

    Where that is possible, it closes every object and requires every property; otherwise (None) it
    calls the function without a guarantee. From the guide to function calling, seen in 2026-11.
    """
    if next(malformed(schema), None) or depth(schema) > MOST_LEVELS:
        return None
    closed = _closed(schema)
    return closed if next(_faults(closed, "function", True), None) is None else None


def _closed(node: Any) -> Any:
    if isinstance(node, list):
        return [_closed(item) for item in node]
    if not isinstance(node, dict):
        return node
    closed = {key: _closed(value) for key, value in node.items()}
    if "object" in kinds_of(node) and isinstance(node.get("properties"), dict):
        closed |= {"additionalProperties": node.get("additionalProperties", False), "required": list(node["properties"])}
    return closed


def _faults(schema: Any, context: str, strict: bool) -> Iterator[str]:
    """Yield what is wrong, in the API's order; what comes later relies on that nothing came before."""
    yield from malformed(schema)
    yield from _root(schema, context, strict)
    for path, node in nodes(schema):
        if isinstance(node, dict):
            for rule in _STRICT if strict else _ALWAYS:
                yield from rule(node, path, schema)
        elif strict:
            yield _say("no type", path)
    if strict:
        yield from _too_large(schema)


def _say(which: str, path: Path = (), **values) -> str:
    return WORDINGS[which].text.format(path=path, **values)


def _root(schema: dict, context: str, strict: bool) -> Iterator[str]:
    if strict and context == "response_format" and "anyOf" in schema and "type" not in schema:
        yield _say("no type")
    kind = schema.get("type")
    if kind != "object":
        unnamed = "null" if context == "function" else '"None"'
        yield _say("no object", kind=unnamed if kind is None else json.dumps(kind))
    if any(key in schema for key in (NOT_AT_THE_TOP if context == "function" else ("anyOf",))):
        yield _say("top level")
    if context == "function" and not strict and "properties" not in schema:
        yield _say("no properties")


def _reference(node: dict, path: Path, root: dict) -> Iterator[str]:
    if "$ref" not in node:
        return
    if beside := [key for key in node if key != "$ref"]:
        yield _say("beside a reference", path, keys="{" + ", ".join(repr(key) for key in beside) + "}")
    if target(node["$ref"], root) is None:
        yield _say("no such reference", path)
    if resolve(node, root) is None:
        yield _say("reference to itself", path)


def _type(node: dict, path: Path, root: dict) -> Iterator[str]:
    if not node.keys() & {"type", "anyOf", "$ref"}:
        yield _say("no type", path)


def _keywords(node: dict, path: Path, root: dict) -> Iterator[str]:
    for key in node:
        if key in NOT_PERMITTED:
            yield _say("not permitted", path, key=key)
        elif key == "not":
            yield _say("not", path)
    if node.get("format", "date") not in FORMATS:
        yield _say("format", path, format=node["format"])
    if _LOOKAROUND.search(node.get("pattern", "")):
        yield _say("lookaround", place=".".join(("$", *path, "pattern")))


def _items(node: dict, path: Path, root: dict) -> Iterator[str]:
    if "array" in kinds_of(node) and "items" not in node:
        yield _say("no items", path)


def _object(node: dict, path: Path, root: dict) -> Iterator[str]:
    if "object" not in kinds_of(node):
        return
    if node.get("additionalProperties") is not False:
        yield _say("open", path)
    if "properties" not in node:
        yield _say("no properties", path)
    properties, required = node["properties"], node.get("required", [])
    for key in properties:
        if key not in required:
            yield _say("missing", path, key=key)
    for key in required:
        if key not in properties or _is_free(properties[key]):
            yield _say("extra", path, key=key)


def _is_free(node: Any) -> bool:
    """Return whether a property's schema says nothing of its contents: the API passes it over, and misses its name then."""
    return node == {} or ("object" in kinds_of(node) and "properties" not in node and "additionalProperties" in node)


def _enum(node: dict, path: Path, root: dict) -> Iterator[str]:
    kinds = kinds_of(node)
    for value in node.get("enum", []):
        if kinds and not any(KINDS[kind](value) for kind in kinds):
            yield _say("enum value", path, value=value, kind=node["type"])


def _branches(node: dict, path: Path, root: dict) -> Iterator[str]:
    """Refuse two objects of an anyOf whose first keys do not tell which of them it is."""
    taken: dict[str, list[frozenset[str]]] = {}
    for option in node.get("anyOf", []):
        option = resolve(option, root)
        if not isinstance(option, dict) or "object" not in kinds_of(option) or not option.get("properties"):
            continue
        key, first = next(iter(option["properties"].items()))
        values = _fixed(resolve(first, root))
        if any(not values or not others or values & others for others in taken.get(key, [])):
            yield _say("first keys")
        taken.setdefault(key, []).append(values)


def _fixed(node: Any) -> frozenset[str]:
    """Return the only values that a schema allows; none if it allows others than those of an enum."""
    if not isinstance(node, dict):
        return frozenset()
    return frozenset(map(repr, [node["const"]] if "const" in node else node.get("enum", [])))


def _too_large(schema: dict) -> Iterator[str]:
    if (count := depth(schema)) > MOST_LEVELS:
        yield _say("levels", count=count)
    if (count := sum(len(node.get("properties", ())) for node in objects(schema))) > MOST_PROPERTIES:
        yield _say("properties", count=count)
    enums = [node["enum"] for node in objects(schema) if "enum" in node]
    if (count := sum(map(len, enums))) > MOST_ENUM_VALUES:
        yield _say("enum values", count=count)
    for values in enums:
        count = sum(len(value) for value in values if isinstance(value, str))
        if len(values) > LARGE_ENUM and count > LARGE_ENUM_CHARACTERS:
            yield _say("large enum", count=count)
    if (count := sum(map(len, strings(schema)))) > MOST_CHARACTERS:
        yield _say("characters", count=count)


_ALWAYS = (_items,)
_STRICT = (_items, _reference, _keywords, _type, _object, _enum, _branches)
