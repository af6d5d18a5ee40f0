"""The pictures for the lessons: tokens, a bill, a map of meaning, a run with tools."""

import html
import json
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from waiting import PATIENCE

import widgets
from offline.model import tokens
from support.pages import similarities
from widgets.pictures import bill, meaning
from widgets.pictures.tokens import colored_tokens, count_sentence

# --- Tokens ---


def test_a_text_is_cut_counted_and_priced_while_it_is_typed(standin):
    picture = widgets.token_picture("One two three")
    assert picture.pieces.live.count("tut-piece ") == 3 and "About 3 tokens, 13 characters" in picture.count.live
    picture.text.value = "Photosynthesis, 12345!"
    assert picture.pieces.live.count("tut-piece ") == tokens.count("Photosynthesis, 12345!")
    assert "estimate" in picture.message.live and not standin.requests
    picture.text.value = ""
    assert "About 0 tokens" in picture.count.live


def test_the_count_that_the_api_makes_is_asked_for_by_a_click(standin):
    picture = widgets.token_picture("One two three")
    picture.ask()
    assert picture.wait(PATIENCE)
    assert "counts" in picture.message.live and "stand-in, which estimates too" in picture.message.live
    assert len(standin.requests) == 1


def test_tokens_cost_less_sent_than_written():
    # gpt-6-luna: $0.10 a million tokens in, $0.50 out
    assert count_sentence(" x" * 100_000, "gpt-6-luna").endswith("Sent to gpt-6-luna: $0.01. Written by it: $0.05.")
    assert "price unknown" in count_sentence("Hi", "llama-9")


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=60))
def test_no_character_of_the_text_is_lost(text):
    assert html.unescape(re.sub("<[^>]*>", "", colored_tokens(text))) == text


# --- The bill ---


def test_the_bill_grows_with_the_history():
    bills = widgets.bill(5, 50, 200)
    assert [each.history for each in bills] == [turn * 258 for turn in range(5)]
    assert bills[0].cost == pytest.approx((54 * 0.1 + 200 * 0.5) / 1e6)
    assert bill.total(bills) == pytest.approx(sum(each.cost for each in bills))


@pytest.mark.parametrize(("cheaper", "share"), [({"cached": 1.0}, None), ({"batch": True}, 0.5)])
def test_what_makes_it_cheaper(cheaper, share):
    dear, cheap = bill.total(widgets.bill(10, 50, 200)), bill.total(widgets.bill(10, 50, 200, **cheaper))
    assert cheap < dear and (share is None or cheap == pytest.approx(share * dear))


def test_a_price_that_is_not_known_is_said():
    assert bill.total(widgets.bill(2, 10, 10, model="llama-9")) is None
    assert "price unknown" in widgets.cost_calculator(model="llama-9").said.live


def test_the_calculator_follows_its_controls(standin):
    calculator = widgets.cost_calculator()
    before = calculator.said.live
    calculator.turns.value, calculator.batch.value = 3, True
    assert calculator.said.live != before and calculator.picture.live.count("<tr>") == 3
    assert "░" not in calculator.picture.live and "█" in calculator.still()[1] and not standin.requests


# --- The map ---


def test_what_is_nearest_in_meaning_is_nearest_on_the_list(standin):
    found = widgets.meaning_map(query="Can I have a refund?")
    assert not standin.requests
    found.ask()
    assert found.wait(PATIENCE) and len(standin.requests) == 1
    assert {text for text, _ in found.found[:2]} == {"How do I get my money back?", "I paid for this twice."}
    assert found.map.live.count("<circle") == 5
    assert found.map.live.count("tut-near") == meaning.NEAREST
    assert "How do I get my money back?" in found.still()[1]


@pytest.mark.parametrize(("texts", "query"), [("One", "x"), ("", "x"), ("One\nTwo", " ")])
def test_too_little_for_a_map_is_said_and_not_sent(standin, texts, query):
    found = widgets.meaning_map(texts.split("\n"), query)
    found.ask()
    assert "at least two texts" in found.message.live and not standin.requests


VECTORS = st.lists(st.lists(st.floats(-1, 1), min_size=3, max_size=3), min_size=1, max_size=8)


@given(VECTORS)
def test_every_point_is_on_the_map(vectors):
    assert all(-1e-9 <= each <= 1 + 1e-9 for point in meaning.project(vectors) for each in point)


def test_the_map_keeps_apart_what_is_apart():
    left, right = [[1.0, 0.1, 0], [1.0, 0, 0.1]], [[-1.0, 0, 0], [-1.0, 0.1, 0]]
    xs = [x for x, _ in meaning.project(left + right)]
    assert min(abs(a - b) for a in xs[:2] for b in xs[2:]) > 0.8
    assert similarities(left, [2.0, 0.2, 0])[0] == pytest.approx(1)


# --- A run with tools ---

TOOL = {
    "type": "function",
    "name": "get_weather",
    "strict": True,
    "parameters": {
        "type": "object",
        "properties": {"city": {"type": "string"}},
        "required": ["city"],
        "additionalProperties": False,
    },
}


def test_a_run_with_a_tool_is_drawn_step_by_step(client):
    messages = [{"role": "user", "content": "What is the weather in Oslo?"}]
    ask = {"model": "gpt-6-luna", "tools": [TOOL], "reasoning": {"effort": "none"}, "temperature": 0}
    first = client.responses.create(input=messages, tool_choice="required", **ask)
    call = first.output[0]
    messages += [call, {"type": "function_call_output", "call_id": call.call_id, "output": "rain, 4 °C"}]
    last = client.responses.create(input=messages, **ask)
    run = widgets.tool_run(*messages, last)
    assert [(step.who, step.to) for step in run.steps] == [
        ("You", "Model"),
        ("Model", "Tool get_weather"),
        ("Tool get_weather", "Model"),
        ("Model", "You"),
    ]
    assert run.steps[1].said == "get_weather(city='Oslo')" and run.steps[3].said == last.output_text
    assert "call_id" in run.screen.live and "rain, 4 °C" in run.still()[0]


def test_a_run_can_be_handed_on_as_a_list_and_nothing_else_can():
    items = [{"role": "user", "content": "Hi!"}, {"role": "assistant", "content": "Hello!"}]
    assert widgets.tool_run(items).steps == widgets.tool_run(*items).steps
    with pytest.raises(TypeError, match="items of a run, and this is a date"):
        widgets.tool_run(date(2026, 11, 30))


def test_what_is_odd_in_a_run_is_shown_as_it_is():
    call = {"type": "function_call", "name": "<b>", "arguments": "{broken", "call_id": "c"}
    run = widgets.tool_run(
        {"type": "reasoning", "summary": []}, call, {"type": "function_call_output", "call_id": "x", "output": [1]}
    )
    assert run.steps[1].said == "<b>({broken)" and "<b>(" not in run.screen.live and run.steps[2].who == "Tool"
    assert json.loads(json.dumps(run.steps[0].item)) == {"type": "reasoning", "summary": []}


# --- Each of them ---


@pytest.mark.parametrize("make", [widgets.token_picture, widgets.cost_calculator, widgets.meaning_map, widgets.tool_run])
def test_every_picture_leaves_a_readable_still(make):
    text, page = make().still()
    assert text and "Run this cell again" in page
