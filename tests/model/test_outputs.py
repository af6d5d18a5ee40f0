"""What is said about what tools returned."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from toolbox import TOOLS, conversation

from offline.model.outputs import LONGEST_TEXT, MOST_VALUES, asks_again, from_outputs, parsed, why_failed

PARIS, ROME = 'get_weather(city="Paris")', 'get_weather(city="Rome")'
ORDERS = 'get_orders(user_id="42")'

TOLD = {
    "an object": ([(PARIS, '{"temperature": 18, "unit": "celsius"}')], "Weather in Paris: temperature 18, unit celsius."),
    "several, in order": (
        [(ROME, '{"temperature": 25}'), (PARIS, '{"temperature": 18}')],
        "Weather in Rome: temperature 25. Weather in Paris: temperature 18.",
    ),
    "one that failed": (
        [(PARIS, '{"temperature": 18}'), (ROME, "Error: city not found")],
        "Weather in Paris: temperature 18. get_weather failed for Rome: city not found.",
    ),
    "a sentence": ([(PARIS, "It is sunny in Paris.")], "It is sunny in Paris."),
    "several lines": ([(PARIS, "Paris: sunny.\nTomorrow: rain. Then fog.")], "Paris: sunny.\nTomorrow: rain. Then fog."),
    "a few words": ([(PARIS, "Sunny, 25°C")], "Weather in Paris: Sunny, 25°C."),
    "a number as it was written": ([('get_stock_price(symbol="AAPL")', "187.50")], "Stock price for AAPL: 187.50."),
    "a sum": ([("add(a=2, b=3)", "5")], "2 + 3 = 5."),
    "an expression": ([('calculate(expression="(5 + 3) * 2")', '{"result": 16}')], "Calculate for (5 + 3) * 2: 16."),
    "no arguments": ([("roll_dice()", "4"), ("get_player_name()", "Anna")], "Roll dice: 4. Player name: Anna."),
    "something done": (
        [('send_email(to="a@b.org", subject="Hi")', '{"status": "sent", "id": "m1"}')],
        "Send email for a@b.org, Hi: status sent, id m1.",
    ),
    "things inside": (
        [(PARIS, '{"wind": {"speed_kmh": 5, "from": "N"}, "sky": ["clear", "dry"], "alerts": []}')],
        "Weather in Paris: wind (speed kmh 5, from N), sky clear and dry, alerts none.",
    ),
    "a list of objects": (
        [(ORDERS, '[{"id": 1, "items": ["pen", "ink"]}, {"id": 2, "paid": true, "note": null}]')],
        "Orders for 42:\n1. id 1, items pen and ink\n2. id 2, paid true, note null",
    ),
    "parts of a message": (
        [(PARIS, '[{"type": "text", "text": "{\\"temperature\\": -3}"}]')],
        "Weather in Paris: temperature -3.",
    ),
    "nothing": ([(ORDERS, "[]")], "get_orders returned nothing for 42."),
    "empty": ([(ORDERS, "")], "get_orders returned nothing for 42."),
    "an error with a reason inside": (
        [(ORDERS, '{"error": {"code": 404, "message": "no such user"}}')],
        "get_orders failed for 42: code 404, message no such user.",
    ),
    "no success": (
        [(ORDERS, '{"success": false, "message": "no such user"}')],
        "get_orders failed for 42: message no such user.",
    ),
    "an error that is null": ([(ORDERS, '{"error": null, "total": 2}')], "Orders for 42: error null, total 2."),
    "a traceback": (
        [("roll_dice()", 'Traceback (most recent call last):\n  File "x", line 1\nValueError: bad die')],
        "roll_dice failed: ValueError: bad die.",
    ),
    "an error without a reason": ([("roll_dice()", "Error")], "roll_dice failed and does not say why."),
}


def told(question: str, *outputs: tuple[str, str]) -> str:
    """Return the likeliest message after `outputs`, pairs of a call and what it returned."""
    turns = [question, *(f"call: {call}" for call, _ in outputs), *(f"output: {content}" for _, content in outputs)]
    return from_outputs(conversation(turns), list(TOOLS.values())).likeliest()


@pytest.mark.parametrize(("outputs", "expected"), TOLD.values(), ids=TOLD)
def test_outputs_are_told_in_words(outputs, expected):
    assert told("Tell me", *outputs) == expected


values = st.one_of(st.integers(), st.booleans(), st.sampled_from(["Anna Lee", "24 Dec 2026", "café", "a_b", "x: y"]))
outputs = st.recursive(
    values,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "full_name", "wasSent", "Größe"]), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


@given(outputs)
def test_every_value_of_a_short_output_is_told_as_it_was_written(output):
    text = told("Tell me", (PARIS, json.dumps(output)))
    for value in leaves(output):
        assert (value if isinstance(value, str) else json.dumps(value)) in text


def leaves(output) -> list:
    if isinstance(output, dict | list):
        return [leaf for inner in (output.values() if isinstance(output, dict) else output) for leaf in leaves(inner)]
    return [output]


def test_of_many_values_those_come_first_that_the_question_asks_about():
    readings = {f"sensor_{number}": number for number in range(60)} | {"humidity": 77}
    text = told("How humid is it in Paris?", (PARIS, json.dumps(readings)))
    assert text.startswith("Weather in Paris: humidity 77, sensor 0 0,")
    assert text.endswith(f"(and {61 - MOST_VALUES} more values).")


def test_of_many_objects_that_one_is_told_that_the_question_asks_about():
    flights = [{"flight": f"LH{number}", "to": city, "gate": "A1"} for number, city in enumerate(["Rome", "Oslo", "Lima"] * 20)]
    flights.append({"flight": "LH99", "to": "Perth", "gate": "B7"})
    assert "flight LH99, to Perth, gate B7" in told(
        "When is the flight to Perth?", ('get_orders(user_id="1")', json.dumps(flights))
    )


def test_of_a_long_text_the_sentences_are_told_that_the_question_asks_about():
    page = "Shipping takes three days. " * 60 + "A refund is possible within 14 days. " + "Our shops are closed on Sundays. " * 60
    text = told("How do I get a refund?", ('search_knowledge_base(query="refund")', page))
    assert "A refund is possible within 14 days." in text and "Shipping" not in text


@pytest.mark.parametrize("content", ["word " * 5_000, "x" * 50_000, "A sentence here. " * 2_000])
def test_a_long_text_is_cut_and_says_so(content):
    text = told("Tell me", (PARIS, content))
    assert len(text) < 2 * LONGEST_TEXT and "…" in text


def test_only_outputs_since_the_last_question_are_told():
    turns = ["Weather in Rome?", f"call: {ROME}", "output: 25", "assistant: 25", "And in Paris?", f"call: {PARIS}", "output: 18"]
    assert from_outputs(conversation(turns), []).likeliest() == "Weather in Paris: 18."


@pytest.mark.parametrize(
    "turns",
    [["Hello"], ["Weather?", f"call: {ROME}", "output: 25", "assistant: 25", "Thanks"], ["Hola", "call: transfer_to_spanish_agent()", "output: {}"]],
    ids=["none at all", "an older one", "only a handing over"],
)  # fmt: skip
def test_without_outputs_there_is_nothing_to_tell(turns):
    assert from_outputs(conversation(turns), []) is None


def test_there_is_more_than_one_way_to_say_it():
    part = from_outputs(conversation(["Weather in Paris?", f"call: {PARIS}", "output: 18"]), [])
    assert len(part.ways) > 1 and not part.guarded and part.kind == "message"


@pytest.mark.parametrize(
    ("content", "value"),
    [
        ("['oat milk', 'tea']", ["oat milk", "tea"]),
        ("{'item': 'tea', 'left': 3}", {"item": "tea", "left": "3"}),
        ("[1, 2", "[1, 2"),
        ("[open('x')]", "[open('x')]"),
        ("(1, 2)", "(1, 2)"),
    ],
)
def test_lists_and_dictionaries_are_read_as_python_prints_them(content, value):
    assert parsed(content) == value


def test_an_error_that_only_says_that_there_was_one():
    said = "An error occurred while running the tool. Please try again."
    assert why_failed(said) == said


@pytest.mark.parametrize(
    ("content", "again"),
    [
        ("Not yet. Please ask again later.", True),
        ("Still running, check back again.", True),
        ("Error: busy. Try again.", False),
        ("Ask Anna.", False),
        ("The order is on its way.", False),
    ],
)
def test_which_outputs_want_to_be_asked_again(content, again):
    assert asks_again(content) is again
