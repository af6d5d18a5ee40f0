"""What strict mode refuses in a schema, in the API's words; and what it takes."""

import pytest
from schema_samples import ELSEWHERE, FIRST_KEYS, NO_TYPE, OPEN, REQUIRED, ROOT, TEXT, WHERE, X, closed, holding, refusal

REFUSED = {
    "an open root": ({"type": "object", "properties": {}}, ROOT + OPEN),
    "an open root, said so": (closed({}, additionalProperties=True), ROOT + OPEN),
    "an open object within": (holding({"type": "object", "properties": {}}), X + OPEN),
    "an open object or null": (holding({"type": ["object", "null"], "properties": {}}), X + OPEN),
    "an open object in an array": (
        holding({"type": "array", "items": {"type": "object", "properties": {}}}),
        f"In context=('properties', 'x', 'items'), {OPEN}",
    ),
    "an open object in a union": (
        holding({"anyOf": [TEXT, {"type": "object", "properties": {}}]}),
        f"In context=('properties', 'x', 'anyOf', '1'), {OPEN}",
    ),
    "an open object in a definition": (
        holding({"$ref": "#/$defs/Day"}, Day={"type": "object", "properties": {}}),
        f"In context=('$defs', 'Day'), {OPEN}",
    ),
    "a key that is not required": (closed({"a": TEXT, "b": TEXT}, required=["a"]), ROOT + REQUIRED + "Missing 'b'."),
    "nothing required": (
        {"type": "object", "properties": {"a": TEXT}, "additionalProperties": False},
        ROOT + REQUIRED + "Missing 'a'.",
    ),
    "a key that is only required": (
        closed({"a": TEXT}, required=["a", "b"]),
        ROOT + REQUIRED + "Extra required key 'b' supplied.",
    ),
    "an object by any key": (
        holding({"type": "object", "additionalProperties": TEXT}),
        ROOT + REQUIRED + "Extra required key 'x' supplied.",
    ),
    "anything at all": (holding({}), ROOT + REQUIRED + "Extra required key 'x' supplied."),
    "an object that names nothing": (holding({"type": "object"}), X + OPEN),
    "a property without a type": (holding({"description": "Anything."}), X + NO_TYPE),
    "an enum without a type": (holding({"enum": ["a"]}), X + NO_TYPE),
    "a constant without a type": (holding({"const": "a"}), X + NO_TYPE),
    "true for a schema": (holding(True), X + NO_TYPE),
    "an empty branch": (holding({"anyOf": [{}, TEXT]}), f"In context=('properties', 'x', 'anyOf', '0'), {NO_TYPE}"),
    "oneOf": (holding({"oneOf": [TEXT]}), X + "'oneOf' is not permitted."),
    "allOf": (holding({"allOf": [TEXT]}), X + "'allOf' is not permitted."),
    "oneOf at the root": (closed({}, oneOf=[closed({})]), ROOT + "'oneOf' is not permitted."),
    "if": (closed({"x": TEXT}, **{"if": {}, "then": {}}), ROOT + "'if' is not permitted."),
    "dependentRequired": (closed({"x": TEXT}, dependentRequired={"x": []}), ROOT + "'dependentRequired' is not permitted."),
    "patternProperties": (closed({}, patternProperties={"a": TEXT}), ROOT + "'patternProperties' is not permitted."),
    "propertyNames": (closed({}, propertyNames=TEXT), ROOT + "'propertyNames' is not permitted."),
    "uniqueItems": (holding({"type": "array", "items": TEXT, "uniqueItems": True}), X + "'uniqueItems' is not permitted."),
    "contains": (holding({"type": "array", "items": TEXT, "contains": TEXT}), X + "'contains' is not permitted."),
    "not": (holding(TEXT | {"not": {"const": "a"}}), X + "Unsupported keywords ('not',)."),
    "an unknown format": (holding(TEXT | {"format": "uri"}), X + "'uri' is not a valid format."),
    "lookahead": (
        holding(TEXT | {"pattern": "^(?!a)b$"}),
        "Invalid JSON schema: regex lookaround is not supported. Found at $.properties.x.pattern.",
    ),
    "an object of what": (
        holding({"type": "array", "items": {"type": "object", "additionalProperties": False}}),
        "In context=('properties', 'x', 'items'), object schema missing properties.",
    ),
    "true for a first key": (
        holding({"anyOf": [closed({"a": True}), closed({"b": TEXT})]}),
        f"In context=('properties', 'x', 'anyOf', '0', 'properties', 'a'), {NO_TYPE}",
    ),
    "an array of what": (holding({"type": "array"}), X + "array schema missing items."),
    "a tuple": (holding({"type": "array", "prefixItems": [TEXT]}), X + "array schema missing items."),
    "a reference with a description": (
        holding({"$ref": "#/$defs/Day", "description": "The day."}, Day=TEXT),
        "context=('properties', 'x'), $ref cannot have keywords {'description'}.",
    ),
    "a reference to nothing": (holding({"$ref": "#/$defs/Day"}), X + ELSEWHERE),
    "a reference to a property": (closed({"x": {"$ref": "#/properties/y"}, "y": TEXT}), X + ELSEWHERE),
    "a reference elsewhere": (holding({"$ref": "https://example.com/day.json"}), X + ELSEWHERE),
    "a reference to itself": (
        holding({"$ref": "#/$defs/A"}, A={"$ref": "#/$defs/B"}, B={"$ref": "#/$defs/A"}),
        X + "reference cannot point to itself.",
    ),
    "an enum of another type": (
        holding(TEXT | {"enum": ["a", 1]}),
        "context=('properties', 'x'), enum value 1 does not validate against {'type': 'string'}.",
    ),
    "the same first key": (holding({"anyOf": [closed({"a": TEXT}), closed({"a": {"type": "null"}, "b": TEXT})]}), FIRST_KEYS),
    "the same first key by reference": (
        holding({"anyOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}]}, A=closed({"a": TEXT}), B=closed({"a": TEXT})),
        FIRST_KEYS,
    ),
    "the same first key with the same value": (
        holding({"anyOf": [closed({"kind": TEXT | {"const": "a"}}), closed({"kind": TEXT | {"enum": ["a", "b"]}})]}),
        FIRST_KEYS,
    ),
    "an array for a root": (
        {"type": "array", "items": TEXT},
        "schema must be a JSON Schema of 'type: \"object\"', got 'type: \"array\"'.",
    ),
    "no type at the root": ({"properties": {}}, "schema must be a JSON Schema of 'type: \"object\"', got 'type: \"None\"'."),
    "a root that may be null": (
        closed({}, type=["object", "null"]),
        'schema must be a JSON Schema of \'type: "object"\', got \'type: ["object", "null"]\'.',
    ),
    "a union for a root": ({"anyOf": [closed({})]}, ROOT + NO_TYPE),
    "a list for a schema": ([], "[] is not of type 'object'."),
    "a text for a property": (holding("string"), "'string' is not of type 'object', 'boolean'."),
    "a list for the properties": ({"type": "object", "properties": []}, "[] is not of type 'object'."),
    "true for required": ({"type": "object", "properties": {}, "required": True}, "True is not of type 'array'."),
    "a number that is required": ({"type": "object", "properties": {}, "required": [1]}, "1 is not of type 'string'."),
    "an unknown type": (holding({"type": "any"}), "'any' is not valid under any of the given schemas."),
    "no type in a list of types": (holding({"type": []}), "[] is not valid under any of the given schemas."),
    "an empty enum": (holding(TEXT | {"enum": []}), "[] should be non-empty."),
    "a text for a bound": (holding({"type": "integer", "minimum": "0"}), "'0' is not of type 'number'."),
    "a broken pattern": (holding(TEXT | {"pattern": "["}), "'[' is not a 'regex'."),
}


@pytest.mark.parametrize(("schema", "words"), REFUSED.values(), ids=REFUSED)
def test_strict_mode_refuses(schema, words):
    assert refusal(schema) == words


NESTED = closed({"x": TEXT})
for _ in range(9):
    NESTED = holding(NESTED)

TAKEN = {
    "nothing": closed({}),
    "nothing required of nothing": {"type": "object", "properties": {}, "additionalProperties": False},
    "every simple type": closed({kind: {"type": kind} for kind in ("string", "number", "integer", "boolean", "null")}),
    "a text or null": holding({"type": ["string", "null"]}),
    "bounds and formats": closed(
        {
            "a": TEXT | {"pattern": r"^\(\?\d{3}$", "minLength": 1},
            "b": TEXT | {"format": "date-time"},
            "c": {"type": "number", "minimum": 0, "exclusiveMaximum": 9.5, "multipleOf": 0.5},
            "d": {"type": "array", "items": TEXT, "minItems": 1, "maxItems": 3},
        }
    ),
    "a default, which newer models take": holding({"type": "integer", "default": 3}),
    "titles and examples": holding(TEXT | {"title": "X", "examples": ["a"]})
    | {"$schema": "https://json-schema.org/draft/2020-12/schema"},
    "an enum that may be null": holding({"type": ["string", "null"], "enum": ["a", None]}),
    "a tree": closed({"kids": {"type": "array", "items": {"$ref": "#"}}}),
    "a list by definition": holding(
        {"$ref": "#/$defs/L"}, L=closed({"next": {"anyOf": [{"$ref": "#/$defs/L"}, {"type": "null"}]}})
    ),
    "a definition with an odd name": holding({"$ref": "#/$defs/a~1b%20c"}, **{"a/b c": TEXT}),
    "objects told apart by a constant": holding(
        {"anyOf": [closed({"kind": TEXT | {"const": "a"}}), closed({"kind": TEXT | {"const": "b"}})]}
    ),
    "a property named like a keyword": closed({"additionalProperties": TEXT, "oneOf": TEXT, "$ref": TEXT}),
    "ten levels": NESTED,
}


@pytest.mark.parametrize("schema", TAKEN.values(), ids=TAKEN)
@pytest.mark.parametrize("context", WHERE)
def test_strict_mode_takes(schema, context):
    assert refusal(schema, context) is None


WIDE = {f"p{number}": TEXT for number in range(5_001)}
TOO_LARGE = {
    "eleven levels": (holding(NESTED), "11 levels of nesting exceeds limit of 10."),
    "eleven levels by reference": (holding({"$ref": "#/$defs/Deep"}, Deep=NESTED), "11 levels of nesting exceeds limit of 10."),
    "5,001 properties": (closed(WIDE), "5001 parameters exceeds limit of 5000."),
    "1,001 enum values": (
        closed({name: TEXT | {"enum": [str(value) for value in range(n)]} for name, n in (("a", 500), ("b", 501))}),
        "Expected at most 1000 enum values in total within a single schema when using structured outputs, but received 1001. Consider reducing the number of enums, or opt out of structured outputs by setting 'strict: false'.",
    ),
    "an enum of long values": (
        holding(TEXT | {"enum": [f"{value:060}" for value in range(251)]}),
        "Expected at most 15000 total characters across enum values when there are more than 250 enum values, but received 15060. Consider reducing the number of enums, or opt out of structured outputs by setting 'strict: false'.",
    ),
    "long names": (
        closed({"x" * 120_000: TEXT, "y": TEXT}),
        "Expected at most 120000 total characters across property names, definition names, enum values and const values, but received 120001.",
    ),
}


@pytest.mark.parametrize(("schema", "words"), TOO_LARGE.values(), ids=TOO_LARGE)
def test_strict_mode_refuses_what_is_too_large(schema, words):
    assert refusal(schema) == words


TOP = "schema must have type 'object' and not have 'oneOf'/'anyOf'/'allOf'/'enum'/'const'/'not' at the top level."
OF_A_FUNCTION = {
    "no type": ({}, "schema must be a JSON Schema of 'type: \"object\"', got 'type: null'."),
    "a text": (TEXT, "schema must be a JSON Schema of 'type: \"object\"', got 'type: \"string\"'."),
    "a union": ({"type": "object", "properties": {}, "anyOf": [{}]}, TOP),
    "one of": ({"type": "object", "properties": {}, "oneOf": [{}]}, TOP),
    "no properties": ({"type": "object"}, ROOT + "object schema missing properties."),
    "an array of what": ({"type": "object", "properties": {"x": {"type": "array"}}}, X + "array schema missing items."),
    "an unknown type": (
        {"type": "object", "properties": {"x": {"type": "str"}}},
        "'str' is not valid under any of the given schemas.",
    ),
}


@pytest.mark.parametrize(("schema", "words"), OF_A_FUNCTION.values(), ids=OF_A_FUNCTION)
def test_a_functions_parameters_are_looked_at_without_strict_too(schema, words):
    assert refusal(schema, "function", strict=False) == words


def test_without_strict_a_schema_may_have_what_json_schema_has():
    loose = {"x": {"oneOf": [TEXT, {"type": "object"}], "default": "a"}, "y": {"$ref": "#/$defs/Nothing"}, "z": {}, "any": True}
    assert refusal({"type": "object", "properties": loose, "required": ["x"]}, "function", strict=False) is None
