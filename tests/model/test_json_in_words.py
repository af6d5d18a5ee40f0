"""JSON that only the words of a request ask for: the right values, and no guarantee of what stands around them."""

import json
from collections import Counter

import pytest

import offline

TEXT = "Alice and Bob are going to a science fair on Friday."
EVENT = {"name": "science fair", "date": "Friday", "participants": ["Alice", "Bob"]}
SCHEMA = json.dumps(
    {
        "title": "CalendarEvent",
        "type": "object",
        "properties": {
            "name": {"type": "string"},
            "date": {"type": "string"},
            "participants": {"type": "array", "items": {"type": "string"}},
        },
        "required": ["name", "date", "participants"],
    },
    indent=2,
)
EXAMPLE = '{"properties": {"foo": {"type": "array", "items": {"type": "string"}}}, "required": ["foo"]}'
KEYS = "the keys name, date and participants"
ASKED = {
    "in the message": ({"input": f"Answer in JSON with {KEYS}: {TEXT}"}, EVENT),
    "in the instructions": ({"input": TEXT, "instructions": f"Answer in JSON with {KEYS}."}, EVENT),
    "extracted": ({"input": "Extract name and age as JSON: Anna is 34."}, {"name": "Anna", "age": 34}),
    "known": (
        {"input": "What is the capital of Chile? Answer as JSON with the keys country and capital."},
        {"country": "Chile", "capital": "Santiago"},
    ),
    "a number that is known": (
        {"input": "What is the population of Peru? Answer as JSON with the keys country and population."},
        {"country": "Peru", "population": "about 34 million"},
    ),
    "a schema in the instructions": (
        {
            "input": TEXT,
            "instructions": f"Always respond with a JSON object that is compatible with this schema:\n{SCHEMA}\nOnly JSON.",
        },
        EVENT,
    ),
    "a schema in the message": ({"input": f"Answer in JSON that matches this schema, nothing else: {SCHEMA}\n{TEXT}"}, EVENT),
    "the last schema, behind an example": (
        {
            "input": f'Return only JSON that conforms to the schema below. For {EXAMPLE} it could be {{"foo": ["a"]}}.\n{SCHEMA}\n{TEXT}'
        },
        EVENT,
    ),
    "a schema in JSON mode": (
        {"input": TEXT, "instructions": f"Parse it into JSON.\n{SCHEMA}", "text": {"format": {"type": "json_object"}}},
        EVENT,
    ),
    "nothing else": (
        {"input": "What is the currency of Peru? Answer as JSON with the keys country and currency, and nothing else."},
        {"country": "Peru", "currency": "Peruvian sol"},
    ),
}


BARE = ["and nothing else", "nothing else", "no other text", "without any explanation", "but no explanation", "please"]


def replies(request: dict, number: int = 1, **more) -> list[str]:
    client = offline.client()
    asked = {"model": "gpt-6-luna", "reasoning": {"effort": "none"}} | request | more
    return [client.responses.create(**asked).output_text for _ in range(number)]


@pytest.mark.parametrize(("request_", "wanted"), ASKED.values(), ids=ASKED)
def test_the_object_is_filled(request_, wanted):
    assert json.loads(replies(request_, temperature=0)[0]) == wanted


@pytest.mark.parametrize("more", BARE)
def test_what_is_no_key_is_not_taken_for_one(more):
    asked = f"What is the capital of Chile? Answer as JSON with the keys country and capital, {more}."
    assert '{"country":"Chile","capital":"Santiago"}' in replies({"input": asked}, temperature=0)[0]


def test_it_is_often_wrapped_up():
    starts = Counter(reply[:4] for reply in replies(ASKED["in the message"][0], 60))
    assert starts.keys() == {'{"na', "```j", "Here"} and 15 <= starts['{"na'] <= 45


def test_it_is_bare_where_nothing_else_is_wanted():
    request = {"input": f"Answer only in JSON, with {KEYS}. {TEXT}"}
    assert {json.loads(reply)["name"] for reply in replies(request, 20)} == {"science fair"}


def test_a_question_about_json_is_no_wish_for_it():
    assert replies({"input": "What is JSON?"})[0].startswith("**JSON**")


@pytest.mark.parametrize("asked", ["Explain this JSON schema:", "Write a function that tells whether JSON matches this schema:"])
def test_a_schema_that_is_asked_about_is_not_filled(asked):
    assert '{"' not in replies({"input": f"{asked} {SCHEMA}"}, temperature=0)[0]


@pytest.mark.parametrize(
    "inside", ['{"a": 5}', '{"a": {"type": "banana"}}', '{"a": {"$ref": "#/nowhere"}}', '{"a": {"enum": 3}}']
)
def test_what_is_no_schema_does_no_harm(inside):
    request = {
        "input": f'Answer in JSON that matches this schema: {{"properties": {inside}}}',
        "text": {"format": {"type": "json_object"}},
    }
    assert isinstance(json.loads(replies(request)[0]), dict)
