"""How a form is written: one schema with every kind of field, compact JSON, weighted options, slots that cannot slip."""

import json
import math
import random
import re

import jsonschema
import pytest
from short_schemas import shape
from writing_forms import filled, written

from offline.model import forms, sampling
from offline.model.evidence import find

EVERYTHING = {
    "title": "Order",
    "type": "object",
    "properties": {
        "order_id": {"type": "string", "pattern": r"^[A-Z]{2}-\d{4}$"},
        "kind": {"const": "order"},
        "status": {"type": "string", "enum": ["open", "paid", "shipped"]},
        "priority": {"enum": [1, 2, 3]},
        "customer": {"$ref": "#/$defs/person"},
        "recipient": {"anyOf": [{"$ref": "#/$defs/person"}, {"type": "null"}]},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "name": {"type": "string"},
                    "quantity": {"type": "integer", "minimum": 1},
                    "price": {"type": "number", "exclusiveMinimum": 0},
                },
                "required": ["name", "quantity", "price"],
                "additionalProperties": False,
            },
            "maxItems": 5,
        },
        "total": {"type": "number", "multipleOf": 0.5},
        "vouchers": {"type": "integer", "minimum": 3, "maximum": 9},
        "gift": {"type": "boolean"},
        "delivery": {"type": "string", "format": "date"},
        "at": {"type": "string", "format": "time"},
        "ordered": {"type": "string", "format": "date-time"},
        "lasts": {"type": "string", "format": "duration"},
        "website": {"type": "string", "format": "uri"},
        "host": {"type": "string", "format": "hostname"},
        "address": {"type": "string", "format": "ipv4"},
        "address6": {"type": "string", "format": "ipv6"},
        "key": {"type": "string", "format": "uuid"},
        "note": {"type": ["string", "null"]},
        "code": {"type": "string", "minLength": 10, "maxLength": 12},
        "tags": {"type": "array", "items": {"type": "string"}, "minItems": 2},
        "scores": {"type": "array", "items": {"type": "integer"}},
        "parent": {"anyOf": [{"$ref": "#"}, {"type": "null"}]},
        "nothing": {"type": "null"},
    },
    "$defs": {
        "person": {
            "type": "object",
            "properties": {"name": {"type": "string"}, "email": {"type": "string", "format": "email"}, "age": {"type": ["integer", "null"]}},
            "required": ["name", "email", "age"],
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}  # fmt: skip
EVERYTHING["required"] = list(EVERYTHING["properties"])
MESSAGE = (
    "Order AB-1234 was paid by Zoë Park (zoe@park.example, 41) on March 3, 2026 at 9:05: 2 x Notebook at $3.50 and 3 x Pen at $1.20. "
    "Total $10.60. Deliver on 2026-04-01 at 7pm, it lasts 2 hours. See https://shop.example/ab or 10.0.0.7. Priority 2. It is a gift."
)
STORED = (
    '{"order_id":"AB-1234","kind":"order","status":"paid","priority":2,'
    '"customer":{"name":"Zoë Park","email":"zoe@park.example","age":41},"recipient":null,'
    '"items":[{"name":"Notebook","quantity":2,"price":3.5},{"name":"Pen","quantity":3,"price":1.2}],"total":10.5,"vouchers":3,"gift":true,'
    '"delivery":"2026-04-01","at":"09:05:00Z","ordered":"2026-03-03T09:05:00Z","lasts":"PT2H","website":"https://shop.example/ab",'
    '"host":"example.com","address":"10.0.0.7","address6":"::","key":"00000000-0000-0000-0000-000000000000","note":null,'
    '"code":"unknown un","tags":["unknown","unknown"],"scores":[],"parent":null,"nothing":null}'
)


def test_a_form_with_every_kind_of_field_is_written_so():
    assert written(EVERYTHING, MESSAGE) == STORED


def test_it_conforms_at_every_temperature():
    validator = jsonschema.Draft202012Validator(EVERYTHING, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    for seed in range(30):
        validator.validate(filled(EVERYTHING, MESSAGE, temperature=2, seed=seed))


def test_nothing_but_the_form_can_be_said():
    ways = forms.ways(EVERYTHING, find([(1.0, MESSAGE)]))
    assert 1 <= len(ways) <= 8
    tokens = {token for _, slots in ways for slot in slots for _, option in slot for token in option} | {sampling.END}
    for choice in sampling.write(ways, temperature=2, slip=0, rng=random.Random(1)):
        assert math.isclose(sum(choice.distribution.values()), 1)
        assert set(choice.distribution) <= tokens


def test_json_is_compact_and_in_unicode():
    text = written(shape({"name": "str", "quote": "str"}), 'name: Zoë "Z" Müller')
    assert text == '{"name":"Zoë \\"Z\\" Müller","quote":"unknown"}'


def test_temperature_chooses_between_values_that_could_be_meant():
    form = shape({"name": "str"})
    message = "Alice met Bob in the park."
    assert {filled(form, message, temperature=0, seed=seed)["name"] for seed in range(9)} == {"Alice"}
    assert {filled(form, message, temperature=2, seed=seed)["name"] for seed in range(40)} >= {"Alice", "Bob"}


def test_a_branch_is_chosen_by_what_the_text_has():
    person, address = {"name": "str", "age": "int"}, {"number": "str", "street": "str", "city": "str"}
    form = {"type": "object", "properties": {"item": {"anyOf": [shape(person), shape(address)]}}, "required": ["item"]}
    assert filled(form, "Tom is 44 years old") == {"item": {"name": "Tom", "age": 44}}
    assert filled(form, "123 Main St, Springfield, IL 62704")["item"]["city"] == "Springfield"


def test_optional_properties_are_written_where_the_text_has_them():
    form = {"type": "object", "properties": {"name": {"type": "string"}, "age": {"type": "integer"}}, "required": ["name"]}
    assert filled(form, "I am Ann") == {"name": "Ann"}
    assert filled(form, "I am Ann, 31") == {"name": "Ann", "age": 31}


def test_a_chain_goes_on_as_long_as_there_is_something_to_say():
    link = {
        "type": "object",
        "properties": {"value": {"type": "number"}, "next": {"anyOf": [{"$ref": "#/$defs/link"}, {"type": "null"}]}},
        "required": ["value", "next"],
    }
    form = {"type": "object", "properties": {"list": {"$ref": "#/$defs/link"}}, "required": ["list"], "$defs": {"link": link}}
    assert written(form, "Make a linked list of 3, 5 and 8") == (
        '{"list":{"value":3,"next":{"value":5,"next":{"value":8,"next":null}}}}'
    )


def test_lists_of_lists_end():
    form = {"type": "object", "properties": {"list": {"$ref": "#/$defs/list"}}, "required": ["list"]}
    nested = {"anyOf": [{"type": "array", "items": {"$ref": "#/$defs/list"}, "minItems": 1}, {"type": "integer"}]}
    assert filled(form | {"$defs": {"list": nested}}, "1, 2 and 3") == {"list": 0}


def test_many_ways_to_nest_end_soon():
    node = {"type": "object", "properties": {f"n{number}": {"anyOf": [{"$ref": "#"}, {"type": "null"}]} for number in range(30)}}
    node["required"] = list(node["properties"])
    assert filled(node, "Hello") == dict.fromkeys(node["required"])


PATTERNS = {
    r"^[A-Z]{3}-\d{4}$": "AAA-0000",
    r"^\d{5}(-\d{4})?$": "00000",
    r"^(red|green|blue)$": "red",
    r"^#[0-9a-f]{6}$": "#aaaaaa",
    r"^[^\s@]+@[^\s@]+\.[a-z]{2,}$": "a@a.aa",
    r"^\+?[1-9]\d{1,14}$": "10",
    r"^(?=.*[A-Z])(?=.*\d).{8,}$": None,
    r"^(?<year>\d{4})$": "0000",
    r"^v\d+\.\d+\.\d+$": "v0.0.0",
    r"^(\w)\1$": "aa",
    r"^\S+\s\S+$": "a a",
    r"^[\u00e0-\u00ff]+$": "à",
    r"": "",
}


@pytest.mark.parametrize(("pattern", "expected"), PATTERNS.items(), ids=PATTERNS)
def test_a_pattern_gets_the_shortest_text(pattern, expected):
    value = filled({"type": "object", "properties": {"a": {"type": "string", "pattern": pattern}}, "required": ["a"]})["a"]
    assert expected is None or value == expected
    assert re.search(pattern.replace("?<year", "?P<year"), value)


def test_a_pattern_takes_what_the_text_has():
    form = {"type": "object", "properties": {"ticket": {"type": "string", "pattern": r"^[A-Z]{3}-\d+$"}}, "required": ["ticket"]}
    assert filled(form, "I mean abc-77, please") == {"ticket": "ABC-77"}


FREE = {
    "keys that are named": ("Return JSON with the keys name and age: Anna is 34.", {"name": "Anna", "age": 34}),
    "keys behind a verb": ("Extract name, city and age as JSON: Anna is 34 and lives in Oslo", {"name": "Anna", "city": "Oslo", "age": 34}),
    "keys with notes": (
        "JSON with the keys mood (happy or sad), and age (a number): Anna is 34 and happy.", {"mood": "happy", "age": 34}),
    "an example": ('Give me a JSON object like {"title": "...", "year": 0}. I read Dune (1965).', {"title": "Dune", "year": 1965}),
    "keys with values": ("name: Jane\nage: 3\nactive: true. Answer in JSON", {"name": "Jane", "age": 3, "active": True}),
    "a list": ('List the fruits in JSON with a key "fruits": I like apples, bananas and kiwis', {"fruits": ["apples", "bananas", "kiwis"]}),
    "nothing": ("Hello, JSON please", {"answer": "unknown"}),
}  # fmt: skip


@pytest.mark.parametrize(("message", "expected"), FREE.values(), ids=FREE)
@pytest.mark.parametrize("schema", [None, {"type": "object"}], ids=["no schema", "any object"])
def test_without_a_schema_the_text_says_what_is_wanted(schema, message, expected):
    assert filled(schema, message) == expected


def test_without_a_schema_the_plain_answer_is_the_answer():
    assert filled(None, "What is 2 + 2, in JSON?", (0.8, "That makes 4.")) == {"answer": "That makes 4."}


MISSING = {
    "a place": ({"location": "str"}, "What's the weather?", ["location"]),
    "nothing": ({"location": "str"}, "What's the weather in Rome?", []),
    "a second number": ({"a": "int", "b": "int"}, "add 3", ["b"]),
    "what may be null": ({"city": "str", "days": "int?"}, "Forecast for Rome", []),
    "a body": ({"to": "email", "body": "str"}, "Send an email to bob@example.com", ["body"]),
}


@pytest.mark.parametrize(("short", "message", "expected"), MISSING.values(), ids=MISSING)
def test_what_is_missing_is_named(short, message, expected):
    assert forms.missing(shape(short), find([(1.0, message)])) == expected


def test_of_an_array_or_of_no_schema_nothing_is_missing():
    assert forms.missing(None, find([])) == forms.missing({"type": "array"}, find([])) == []


def test_a_long_text_makes_no_endless_reply():
    text = "Alice likes tea. " * 20_000
    value = filled(shape({"summary": "str", "names": ["str"]}), text)
    assert len(json.dumps(value)) < 5_000
