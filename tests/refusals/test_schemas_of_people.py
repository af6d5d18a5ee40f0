"""What the check of schemas makes of people's own classes, of names, and of whatever else may come."""

import datetime
import enum
import uuid
from decimal import Decimal
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openai.lib._pydantic import to_strict_json_schema
from pydantic import BaseModel, Field, HttpUrl, create_model
from schema_samples import NO_TYPE, REQUIRED, ROOT, TEXT, WHERE, X, closed, holding, refusal

from offline.refusals import Refused, schemas


class Color(enum.Enum):
    RED = "red"
    BLUE = "blue"


class Cat(BaseModel):
    kind: Literal["cat"]
    name: str


class Dog(BaseModel):
    kind: Literal["dog"]
    name: str


class Tree(BaseModel):
    value: int = Field(ge=0)
    children: list["Tree"]


class Event(BaseModel):
    """A class with most of what a class has."""

    name: str = Field(description="What it is called.", min_length=1)
    when: datetime.datetime | None = None
    color: Color = Field(description="A described reference, which the SDK mends.")
    guests: list[Cat | Dog] = Field(max_length=9)
    price: Decimal
    tree: Tree
    identity: uuid.UUID
    lasting: datetime.timedelta


ORDINARY = {
    "an event": Event,
    "a tree": Tree,
    "an empty class": create_model("Empty"),
    "a default": create_model("Default", x=(int, 3)),
    "a union of classes": create_model("Union", x=(Cat | Dog | None, ...)),
    "a list of any length": create_model("Long", x=(tuple[int, ...], ...)),
}
MISSED = {  # what the SDK's helper lets through, though strict mode has no place for it
    "a discriminated union": (Annotated[Cat | Dog, Field(discriminator="kind")], X + "'oneOf' is not permitted."),
    "a dict": (dict[str, int], ROOT + REQUIRED + "Extra required key 'x' supplied."),
    "Any": (Any, X + NO_TYPE),
    "a tuple": (tuple[int, str], X + "array schema missing items."),
    "a set": (set[int], X + "'uniqueItems' is not permitted."),
    "an address": (HttpUrl, X + "'uri' is not a valid format."),
    "a mixed literal": (Literal[1, "a"], X + NO_TYPE),
}


@pytest.mark.parametrize("model", ORDINARY.values(), ids=ORDINARY)
def test_what_the_sdk_makes_of_ordinary_classes_is_taken(model):
    assert refusal(to_strict_json_schema(model)) is None


@pytest.mark.parametrize(("kind", "words"), MISSED.values(), ids=MISSED)
def test_what_the_sdks_helper_lets_through_is_refused(kind, words):
    assert refusal(to_strict_json_schema(create_model("Model", x=(kind, ...)))) == words


# --- Names, and a schema that comes without `strict` ---

NAMES = {
    "missing": (None, "Missing required parameter: 'tools[0].name'.", "missing_required_parameter"),
    "a number": (5, "Invalid type for 'tools[0].name': expected a string, but got an integer instead.", "invalid_type"),
    "empty": (
        "",
        "Invalid 'tools[0].name': empty string. Expected a string with minimum length 1, but got an empty string instead.",
        "empty_string",
    ),
    "65 characters": (
        "a" * 65,
        "Invalid 'tools[0].name': string too long. Expected a string with maximum length 64, but got a string with length 65 instead.",
        "string_above_max_length",
    ),
    "a space": (
        "get weather",
        "Invalid 'tools[0].name': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'.",
        "invalid_value",
    ),
    "an accent": (
        "café",
        "Invalid 'tools[0].name': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'.",
        "invalid_value",
    ),
    "a line end": (
        "name\n",
        "Invalid 'tools[0].name': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'.",
        "invalid_value",
    ),
}


@pytest.mark.parametrize(("name", "words", "code"), NAMES.values(), ids=NAMES)
def test_a_name_is_refused(name, words, code):
    with pytest.raises(Refused) as refused:
        schemas.check_name(name, "tools[0].name")
    assert refused.value.body["error"] == {
        "message": words,
        "type": "invalid_request_error",
        "param": "tools[0].name",
        "code": code,
    }


def test_a_name_is_taken():
    schemas.check_name("Get-weather_2" + "x" * 51, "tools[0].name")


def test_a_schema_without_strict_is_made_strict_where_that_is_possible():
    loose = {"type": "object", "properties": {"a": {"type": "object", "properties": {"b": TEXT}}, "c": TEXT}, "required": ["a"]}
    assert schemas.made_strict(loose) == closed({"a": closed({"b": TEXT}), "c": TEXT})
    either = {"anyOf": [{"type": "object", "properties": {"b": TEXT}}, {"type": "null"}]}
    assert schemas.made_strict({"type": "object", "properties": {"a": either}}) == closed(
        {"a": {"anyOf": [closed({"b": TEXT}), {"type": "null"}]}}
    )
    assert schemas.made_strict({"type": "object", "properties": {"a": True}}) is None
    assert schemas.made_strict({"type": "object", "properties": {"a": {"oneOf": [TEXT]}}}) is None
    assert schemas.made_strict({"type": "object", "properties": {"a": {"type": "any"}}}) is None
    assert schemas.made_strict({"type": "object", "properties": {}, "additionalProperties": True}) is None


# --- Whatever comes ---

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
KEYWORDS = sorted(
    {"type", "properties", "required", "additionalProperties", "items", "anyOf", "enum", "const", "$ref", "$defs", "pattern"}
    | {"format", "minItems", "maximum", "title", "not"}
    | set(schemas.NOT_PERMITTED)
)
NEARLY = st.recursive(
    JSON | st.sampled_from(["object", "array", "string", "#", "#/$defs/a", "#/definitions/a", ["a"]]),
    lambda inner: st.dictionaries(st.sampled_from([*KEYWORDS, "a"]), inner | st.lists(inner, max_size=2), max_size=5),
    max_leaves=25,
)


@given(schema=NEARLY, context=st.sampled_from(sorted(WHERE)), strict=st.booleans())
def test_no_schema_breaks_the_check(schema, context, strict):
    refusal(schema, context, strict=strict)
    if isinstance(schema, dict):
        schemas.made_strict(schema)


@pytest.mark.parametrize("step", ["items", "properties", "anyOf"])
def test_no_depth_breaks_the_check(step):
    schema = TEXT
    for _ in range(5_000):
        schema = {
            "items": {"type": "array", "items": schema},
            "properties": holding(schema),
            "anyOf": {"anyOf": [schema]},
        }[step]
    schema = holding(schema)
    assert step == "anyOf" or schemas.made_strict(schema) is None
    words = refusal(schema)
    assert words is None if step == "anyOf" else words == "5001 levels of nesting exceeds limit of 10."


def test_many_references_are_judged_fast():
    definitions = {f"D{n}": closed({"a": {"$ref": f"#/$defs/D{n + 1}"}, "b": {"$ref": f"#/$defs/D{n + 1}"}}) for n in range(60)}
    assert refusal(holding({"$ref": "#/$defs/D0"}, **definitions, D60=TEXT)) == "61 levels of nesting exceeds limit of 10."


def test_the_list_of_wordings_says_when_each_was_seen():
    assert all(words.seen is None or words.seen.startswith("202") for words in schemas.WORDINGS.values())
    assert {key for key, words in schemas.WORDINGS.items() if words.seen is None} == {"not", "reference to itself", "characters"}
