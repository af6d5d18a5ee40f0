"""Which tools the model calls, and with what."""

import json
import random
import re
from itertools import chain

import jsonschema
import pytest
from other_tools import OTHERS
from tool_cases import CASES, CONVERSATIONS, OWN_TOOLS, TRAPS, UNSEEN
from toolbox import TOOLS, conversation, fits, parse, tools

from offline.model.forms import Unbuildable
from offline.model.tools import Tool, ask_back, calls

MESSAGES = [message for message, *_ in chain(CASES, OWN_TOOLS, TRAPS, UNSEEN)]
TURNS = [*MESSAGES, *(turns for turns, *_ in CONVERSATIONS.values()), "", "?", "📎", "a" * 5_000, "weather " * 3_000]


def likeliest(rows: list) -> list:
    """Return the parts that temperature 0 chooses; none if that is a reply without tools."""
    weight, parts = max(rows, key=lambda row: row[0], default=(0, []))
    return parts if weight > 1 - sum(weight for weight, _ in rows) else []


def outcome(offered: list[Tool], turns, **said) -> str | list[tuple[str, dict]]:
    """Return the (name, arguments) of the calls at temperature 0, or "asks ..." with what is asked for."""
    parts = likeliest(calls(offered, conversation(turns), **said))
    if parts and parts[0].kind == "message":
        return f"asks {' '.join(re.findall('`(.+?)`', parts[0].likeliest()))}"
    return [(part.tool, json.loads(part.likeliest())) for part in parts]


def as_expected(made, expected: str) -> bool:
    return made == expected if isinstance(made, str) or expected.startswith("asks") else fits(made, expected)


@pytest.mark.parametrize(
    ("message", "names", "expected"), [*CASES, *OWN_TOOLS, *UNSEEN], ids=[row[0] for row in [*CASES, *OWN_TOOLS, *UNSEEN]]
)
def test_a_message_leads_to_its_calls(message, names, expected):
    made = outcome(tools(names), message)
    assert as_expected(made, expected), made


@pytest.mark.parametrize(("message", "lines", "expected"), OTHERS, ids=[row[0] for row in OTHERS])
def test_tools_that_nobody_thought_of_are_called(message, lines, expected):
    made = outcome([parse(line) for line in lines], message)
    assert as_expected(made, expected), made


@pytest.mark.parametrize(("message", "names"), TRAPS, ids=[f"{message} ({names})" for message, names in TRAPS])
def test_a_message_that_needs_no_tool_calls_none(message, names):
    assert outcome(tools(names), message) == []


@pytest.mark.parametrize(("turns", "names", "said", "expected"), CONVERSATIONS.values(), ids=CONVERSATIONS)
def test_what_happened_before_counts(turns, names, said, expected):
    made = outcome(tools(names), turns, **said)
    assert as_expected(made, expected), made


def test_asking_back_leads_to_the_call():
    weather = TOOLS["get_weather"]
    asked = ask_back(weather, ["city"]).likeliest()
    assert "get_weather" in asked and "`city`" in asked
    made = outcome([weather], ["How is the weather?", f"assistant: {asked}", "Oslo"])
    assert made == [("get_weather", {"city": "Oslo"})]


@pytest.mark.parametrize(
    ("message", "names", "least", "most"),
    [
        ("What's the weather in Paris?", "get_weather", 0.9, 1),
        ("12 times 7", "multiply add", 0.9, 1),
        ("What's the weather?", "get_weather", 0.9, 1),
        ("Is the weather a good topic in Paris?", "get_weather", 0.5, 1),
        ("What is the capital of France?", "get_weather", 0, 0.05),
        ("I love rainy days in Paris", "get_weather", 0, 0.1),
        ("What's on this evening in Paris? Is the theater warm?", "get_weather", 0.3, 1),
        ("Hello!", "get_weather", 0, 0),
    ],
)
def test_weights_tell_how_clear_it_is(message, names, least, most):
    assert least <= sum(weight for weight, _ in calls(tools(names), conversation(message))) <= most


def test_what_the_model_cannot_answer_is_searched_for():
    offered, question = tools("web_search get_weather"), "Who is the CEO of Apple?"
    assert outcome(offered, question) == []
    assert as_expected(outcome(offered, question, answerable=False), 'web_search(query=has("CEO"))')


def test_another_tool_that_fits_may_be_called_too():
    rows = calls(tools("get_weather get_temperature"), conversation("How warm is it in Oslo?"))
    weights = {parts[0].tool: weight for weight, parts in rows}
    assert weights["get_weather"] > weights["get_temperature"] > 0.1


@pytest.mark.parametrize("forced", [False, True])
def test_whatever_is_said_weights_and_arguments_are_sound(forced):
    rng = random.Random(7)
    for turns in TURNS:
        offered = rng.sample(list(TOOLS.values()), 4)
        rows = calls(offered, conversation(turns), forced=forced)
        total = sum(weight for weight, _ in rows)
        assert total == pytest.approx(1) if forced else total <= 1
        for weight, parts in rows:
            assert weight > 0 and parts
            for part in parts:
                assert part.kind == "call" if forced else part.kind in ("call", "message")
                if part.kind == "call":
                    assert part.guarded
                    jsonschema.validate(json.loads(part.likeliest()), TOOLS[part.tool].parameters)


def test_a_tool_beyond_us_does_no_harm_until_it_is_called():
    endless = {"type": "object", "properties": {"city": {"$ref": "#"}}, "required": ["city"], "additionalProperties": False}
    offered = [*tools("get_weather"), Tool("get_weather_map", "Get a map.", endless)]
    assert outcome(offered, "What's the weather in Paris?") == [("get_weather", {"city": "Paris"})]
    with pytest.raises(Unbuildable):
        calls(offered[1:], conversation("Show me the weather map"), forced=True)


# --- Other forms of tools ---

STRICT = Tool(
    "get_weather",
    "Get the weather.",
    {
        "type": "object",
        "properties": {
            "city": {"type": "string"},
            "unit": {"type": ["string", "null"], "enum": ["celsius", "fahrenheit", None]},
            "days": {"anyOf": [{"type": "integer", "maximum": 7}, {"type": "null"}]},
        },
        "required": ["city", "unit", "days"],
        "additionalProperties": False,
    },
    strict=True,
)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("What's the weather in Paris?", {"city": "Paris", "unit": None, "days": None}),
        ("What's the weather in Paris in fahrenheit for 3 days?", {"city": "Paris", "unit": "fahrenheit", "days": 3}),
    ],
)
def test_what_may_be_null_and_was_not_said_is_null(message, expected):
    assert outcome([STRICT], message) == [("get_weather", expected)]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ('Run "print(1 + 1)" in Python', "print(1 + 1)"),
        ("Run this code:\n```python\nprint(1)\nprint(2)\n```", "print(1)\nprint(2)"),
    ],
)
def test_a_custom_tool_takes_the_code_in_the_message(message, expected):
    (part,) = likeliest(calls([Tool("run_python", "Run Python code.", custom=True)], conversation(message)))
    assert (part.tool, part.custom, part.likeliest()) == ("run_python", True, expected)


def test_a_custom_tool_takes_the_message_where_nothing_is_quoted():
    (part,) = likeliest(calls([Tool("save_note", "Save a note.", custom=True)], conversation("Save a note about the milk")))
    assert part.likeliest() == "Save a note about the milk"


@pytest.mark.parametrize("parameters", [None, {}, {"type": "object"}, {"type": "object", "properties": {}}])
def test_a_tool_without_parameters_is_called_with_an_empty_object(parameters):
    assert outcome([Tool("get_secret_word", "Get the secret word.", parameters)], "What is the secret word?") == [
        ("get_secret_word", {})
    ]


@pytest.mark.parametrize(
    ("line", "message", "expected"),
    [
        ("getCurrentWeather(location) Get the weather.", "How warm is it in Rome?", 'getCurrentWeather(location="Rome")'),
        ("mcp__math__add_numbers(x: int, y: int) Add numbers.", "What is 2 plus 3?", "mcp__math__add_numbers(x=2, y=3)"),
        ("calculator(operation: add|subtract|multiply, x: num, y: num) Do sums.", "6 times 7", 'calculator(operation="multiply", x=6, y=7)'),
        ("f(city) Get the weather in a city.", "What's the weather in Rome?", 'f(city="Rome")'),
    ],
    ids=["capitals", "with a server's name", "a calculator with a choice", "a name that tells nothing"],
)  # fmt: skip
def test_names_are_read_however_they_are_written(line, message, expected):
    made = outcome([parse(line)], message)
    assert as_expected(made, expected), made


TRIP = {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}


@pytest.mark.parametrize(
    ("parameters", "arguments"),
    [
        ({"$ref": "#/$defs/Trip", "$defs": {"Trip": TRIP}}, {"city": "Rome"}),
        (
            {"type": "object", "properties": {"trip": {"$ref": "#/$defs/Trip"}}, "required": ["trip"], "$defs": {"Trip": TRIP}},
            {"trip": {"city": "Rome"}},
        ),
        ({"type": "object", "additionalProperties": {"type": "string"}}, {}),
    ],
    ids=["a reference", "an object inside", "any keys"],
)
def test_schemas_are_followed(parameters, arguments):
    made = outcome([Tool("get_weather", "Get the weather.", parameters)], "What's the weather in Rome?")
    assert made == [("get_weather", arguments)]
