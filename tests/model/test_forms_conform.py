"""Whatever the schema, the temperature and the text: what is written conforms."""

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from writing_forms import filled

from offline.model import forms
from offline.model.evidence import find

TEXTS = (
    "",
    "Alice Meyer (alice@example.com) ordered 2 x Notebook at $3.50 on March 5, 2026 at 7pm; see https://example.com/a for 30% off.",
    "name: Bob\nage: 41\ntags: red, green, blue\n- one\n- two\nTrue or false? No.",
)
FORMATS = ("date", "date-time", "time", "duration", "email", "hostname", "ipv4", "ipv6", "uuid", "uri")
NAMES = ("name", "age", "price", "when", "tags", "note", "é", 'a "b"', "children", "items", "kind", "email")


def judge(schema, value) -> None:
    validator = jsonschema.validators.validator_for(schema, jsonschema.Draft202012Validator)
    validator(schema, format_checker=validator.FORMAT_CHECKER).validate(value)


def bounds(least: str, most: str, values) -> st.SearchStrategy[dict]:
    """Return schemas' bounds, one, both or none of them."""
    return st.tuples(values, values, st.sampled_from([(), (0,), (1,), (0, 1)])).map(
        lambda drawn: {(least, most)[which]: sorted(drawn[:2])[which] for which in drawn[2]}
    )


strings = (
    st.just({})
    | st.sampled_from(FORMATS).map(lambda name: {"format": name})
    | bounds("minLength", "maxLength", st.integers(0, 40))
    | st.sampled_from([r"^[A-Z]{3}-\d{4}$", r"^\d{5}(-\d{4})?$", "^(red|green)$", r"^#[0-9a-f]{6}$", r"\w+@\w+", r"^[^a]+$"]).map(
        lambda pattern: {"pattern": pattern}
    )
).map(lambda schema: {"type": "string", **schema})
numbers = st.one_of(
    st.tuples(st.sampled_from(["number", "integer"]), bounds("minimum", "maximum", st.integers(-50, 50))),
    st.tuples(
        st.just("number"), bounds("exclusiveMinimum", "exclusiveMaximum", st.integers(-50, 50).map(lambda value: value * 1.5))
    ),
    st.tuples(
        st.sampled_from(["number", "integer"]),
        st.sampled_from([{"multipleOf": 5}, {"multipleOf": 3, "minimum": 1}, {"multipleOf": 0.5}]),
    ),
).map(lambda drawn: {"type": drawn[0], **drawn[1]})
leaves = (
    strings
    | numbers.filter(
        lambda schema: schema.get("exclusiveMinimum") is None or schema["exclusiveMinimum"] != schema.get("exclusiveMaximum")
    )
    | st.just({"type": "boolean"})
    | st.just({"type": "null"})
    | st.lists(st.sampled_from(["low", "high", 'with "quotes"', "é", 3, 2.5, True, None]), min_size=1, max_size=4).map(
        lambda values: {"enum": values}
    )
    | st.sampled_from([{"const": "x"}, {"const": 7}, {"type": ["string", "null"]}, {"type": ["integer", "string"]}])
    | st.sampled_from([{"$ref": "#/$defs/tree"}, {"$ref": "#/$defs/link"}, {"$ref": "#/$defs/person"}])
)
DEFS = {
    "tree": {
        "type": "object",
        "properties": {"name": {"type": "string"}, "children": {"type": "array", "items": {"$ref": "#/$defs/tree"}}},
        "required": ["name", "children"],
        "additionalProperties": False,
    },
    "link": {
        "type": "object",
        "properties": {"value": {"type": "number"}, "next": {"anyOf": [{"$ref": "#/$defs/link"}, {"type": "null"}]}},
        "required": ["value", "next"],
        "additionalProperties": False,
    },
    "person": {
        "type": "object",
        "properties": {"name": {"type": "string"}, "root": {"anyOf": [{"type": "null"}, {"$ref": "#"}]}},
        "required": ["name", "root"],
        "additionalProperties": False,
    },
}


def objects(values, strict: bool) -> st.SearchStrategy[dict]:
    required = (
        (lambda names: st.just(names))
        if strict
        else (lambda names: st.lists(st.sampled_from(names), unique=True) if names else st.just([]))
    )
    made = st.dictionaries(st.sampled_from(NAMES), values, max_size=5).flatmap(
        lambda properties: required(list(properties)).map(
            lambda names: {"type": "object", "properties": properties, "required": names}
        )
    )
    if strict:
        return made.map(lambda schema: schema | {"additionalProperties": False})
    more = st.none() | st.booleans() | values
    return st.tuples(made, more).map(
        lambda drawn: drawn[0] if drawn[1] is None else drawn[0] | {"additionalProperties": drawn[1]}
    )


def schemas(strict: bool) -> st.SearchStrategy[dict]:
    """Return schemas as strict mode takes them, or freer ones."""
    inner = st.recursive(
        leaves if strict else leaves | st.just({}) | st.just({"type": "object"}),
        lambda values: (
            objects(values, strict)
            | st.tuples(values, bounds("minItems", "maxItems", st.integers(0, 4))).map(
                lambda drawn: {"type": "array", "items": drawn[0], **drawn[1]}
            )
            | st.lists(values, min_size=1, max_size=3).map(lambda branches: {"anyOf": branches})
        ),
        max_leaves=12,
    )
    return objects(inner, strict).map(lambda schema: schema | {"$defs": DEFS})


@settings(max_examples=150)
@given(schemas(strict=True), st.sampled_from(TEXTS), st.sampled_from([0, 1, 2]), st.integers(0, 9))
def test_a_strict_schema_is_kept_at_every_temperature(schema, text, temperature, seed):
    judge(schema, filled(schema, text, temperature=temperature, seed=seed))


@settings(max_examples=150)
@given(schemas(strict=False), st.sampled_from(TEXTS), st.sampled_from([0, 1, 2]), st.integers(0, 9))
def test_a_free_schema_is_kept_too(schema, text, temperature, seed):
    judge(schema, filled(schema, text, temperature=temperature, seed=seed))


SPECIAL = {
    "several types": {"type": "object", "properties": {"a": {"type": ["integer", "null"]}}, "required": ["a"]},
    "oneOf": {"oneOf": [{"type": "object", "properties": {"a": {"const": 1}}, "required": ["a"]}, {"type": "array"}]},
    "allOf": {"allOf": [{"type": "object", "required": ["a"]}, {"properties": {"a": {"type": "string", "minLength": 9}}}]},
    "not": {"type": "object", "properties": {"a": {"type": "string", "not": {"const": "unknown"}}}, "required": ["a"]},
    "if": {"type": "object", "properties": {"a": {"const": 1}}, "required": ["a"], "if": {"properties": {"a": {"const": 1}}}, "then": {"required": ["b"]}},
    "unique items": {"type": "array", "items": {"enum": ["x", "y", "z"]}, "minItems": 3, "uniqueItems": True},
    "a tuple": {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "items": False, "minItems": 2},
    "a dict": {"type": "object", "additionalProperties": {"type": "integer"}, "minProperties": 2},
    "names by a pattern": {"type": "object", "patternProperties": {"^x": {"type": "integer"}}, "required": ["x1"]},
    "required without a property": {"type": "object", "required": ["a", "b"]},
    "old definitions": {"$ref": "#/definitions/a", "definitions": {"a": {"type": "object", "properties": {"b": {"$ref": "#/definitions/c"}}}, "c": {"enum": [1]}}},
    "itself": {"type": "object", "properties": {"again": {"anyOf": [{"$ref": "#"}, {"type": "null"}]}}, "required": ["again"]},
    "a reference with a sibling": {"$ref": "#/$defs/a", "maxProperties": 1, "$defs": {"a": {"type": "object", "required": ["b"]}}},
    "an anchor": {"$ref": "#a", "$defs": {"x": {"$anchor": "a", "type": "object", "properties": {"b": {"type": "string"}}, "required": ["b"]}}},
    "a password": {"type": "object", "properties": {"p": {"type": "string", "pattern": r"^(?=.*[A-Z])(?=.*\d).{8,}$"}}, "required": ["p"]},
    "anything": {},
    "a number between": {"type": "object", "properties": {"p": {"type": "number", "exclusiveMinimum": 0.2, "exclusiveMaximum": 0.3}}, "required": ["p"]},
    "far from zero": {"type": "object", "properties": {"p": {"type": "integer", "minimum": 1000, "multipleOf": 7}}, "required": ["p"]},
    "half a surrogate": {"type": "object", "properties": {"p": {"const": "\ud800"}}, "required": ["p"]},
}  # fmt: skip


@pytest.mark.parametrize("schema", SPECIAL.values(), ids=SPECIAL)
@pytest.mark.parametrize("text", TEXTS, ids=["no text", "a sentence", "lines"])
def test_what_strict_mode_refuses_is_kept_as_well(schema, text):
    judge(schema, filled(schema, text, temperature=1))


IMPOSSIBLE = {
    "endless": {"type": "object", "properties": {"again": {"$ref": "#"}}, "required": ["again"]},
    "a contradiction": {
        "type": "object",
        "properties": {"a": {"type": "integer", "minimum": 3, "maximum": 2}},
        "required": ["a"],
    },
    "nothing there": {"$ref": "#/$defs/none"},
    "never": {"type": "object", "properties": {"a": False}, "required": ["a"]},
    "a pattern that is none": {"type": "object", "properties": {"a": {"type": "string", "pattern": "("}}, "required": ["a"]},
    "a pattern beyond us": {"type": "object", "properties": {"a": {"type": "string", "pattern": "^(?!.)x$"}}, "required": ["a"]},
    "too much": {"type": "array", "items": {"type": "string", "minLength": 200}, "minItems": 9_999},
}


@pytest.mark.parametrize("schema", IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_what_cannot_be_built_is_said_in_a_sentence(schema):
    with pytest.raises(
        forms.Unbuildable, match=r"^The schema .+\.$|^No value could be built for: .+\.$|^The pattern .+ cannot be read: .+\.$"
    ):
        forms.ways(schema, find([(1.0, "Hello")]))
