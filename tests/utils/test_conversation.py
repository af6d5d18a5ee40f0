"""A `Conversation` remembers, forgets whole turns, and loses nothing when a turn fails."""

import json
import time
from itertools import islice

import httpx2
import openai
import pytest
from asking import FOLLOW_UP, FRANCE, PARIS
from far_end import events, far_end

import offline
import utils
from offline.model.context import count_messages
from utils import Conversation


def first_pieces(number: int = 8) -> list[bytes]:
    """Return the beginning of a stream of the stand-in."""
    body = json.dumps({"model": "gpt-4o", "input": "Hello", "stream": True}).encode()
    stream = offline.StandIn().handle("POST", "/v1/responses", {"authorization": f"Bearer {offline.KEY}"}, body).body
    return list(islice(stream, number))


FAILED_EVENT = (
    b'event: error\ndata: {"type": "error", "sequence_number": 1, "code": null, "param": null, "message": "Overloaded."}\n\n'
)
FAILURES = {
    "bad key": (offline.client(api_key="wrong"), openai.AuthenticationError),
    "server error": (far_end((500, {"error": {"message": "Broken."}})), openai.InternalServerError),
    "connection cut": (far_end(events(*first_pieces(), then=httpx2.ReadError("cut"))), openai.APIConnectionError),
    "stream ends early": (far_end(events(*first_pieces())), utils.CutOff),
    "error event": (far_end(events(FAILED_EVENT)), openai.APIError),
    "interrupted": (far_end(events(*first_pieces(), then=KeyboardInterrupt())), KeyboardInterrupt),
}


def ask(talk, question, **params):
    return talk.ask(question, **params)


def stream(talk, question, **params):
    return "".join(talk.stream(question, **params))


both_ways = pytest.mark.parametrize("say", [ask, stream])


@both_ways
def test_a_conversation_remembers(client, say):
    talk = Conversation(client=client)
    assert say(talk, FRANCE, temperature=0) == PARIS
    assert "2.1 million" in say(talk, FOLLOW_UP, temperature=0)
    assert [message["role"] for message in talk.messages] == ["user", "assistant"] * 2
    assert talk.messages[1] == {"role": "assistant", "content": PARIS}
    assert 0 < talk.output_tokens < talk.input_tokens and talk.cost > 0


@both_ways
def test_instructions_go_along_every_time(talk, standin, say):
    say(talk, FOLLOW_UP)
    assert [body["instructions"] for _, body in standin.requests] == ["Be brief."] * 2
    assert "system" not in {message["role"] for message in talk.messages}


def assert_unchanged_and_usable(talk, client, before):
    assert talk.messages == before
    talk.client = client
    assert "million" in talk.ask(FOLLOW_UP) and len(talk.messages) == len(before) + 2


@pytest.mark.parametrize(("broken", "error"), FAILURES.values(), ids=FAILURES)
def test_a_failed_turn_leaves_no_trace(talk, client, broken, error):
    before, talk.client = list(talk.messages), broken
    with pytest.raises(error):
        list(talk.stream("Hello"))
    assert_unchanged_and_usable(talk, client, before)


@both_ways
def test_a_cut_off_turn_leaves_no_trace_but_its_cost(talk, client, say):
    before, sent = list(talk.messages), talk.input_tokens
    with pytest.raises(utils.CutOff, match="not kept") as error:
        say(talk, "Tell me a story", max_output_tokens=16)
    assert error.value.text.split() and talk.input_tokens > sent
    assert_unchanged_and_usable(talk, client, before)


@pytest.mark.parametrize("pieces", [1, 3])
def test_leaving_a_stream_leaves_no_trace(talk, client, pieces):
    before = list(talk.messages)
    for number, _ in enumerate(talk.stream("Tell me a joke"), 1):
        if number == pieces:
            break
    assert_unchanged_and_usable(talk, client, before)


def test_an_interrupted_question_leaves_no_trace(talk, client):
    before, talk.client = list(talk.messages), far_end(KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        talk.ask("Hello")
    assert_unchanged_and_usable(talk, client, before)


@pytest.mark.parametrize("bound", range(40, 200, 13))
def test_a_bounded_history_forgets_whole_oldest_turns(client, standin, bound):
    talk = Conversation("Always mention the number 42. " * 20, client=client, max_history_tokens=bound)
    for number in range(12):
        talk.ask(f"Question number {number}: what is the capital city of France?")
        _, body = standin.requests[-1]
        assert body["instructions"] == talk.instructions
        assert [message["role"] for message in body["input"]] == (["user", "assistant"] * 12)[: len(body["input"])]
        assert len(body["input"]) % 2 == 1 and body["input"][-1]["content"].startswith(f"Question number {number}:")
        assert count_messages(body["input"]) <= bound
    assert 1 < len(talk.messages) < 24
    assert not talk.messages[0]["content"].startswith("Question number 0:")


def test_the_question_is_sent_even_where_it_is_over_the_bound(client):
    talk = Conversation(client=client, max_history_tokens=1)
    assert talk.ask(FRANCE, temperature=0) == PARIS
    assert talk.messages_to_send(FOLLOW_UP) == [{"role": "user", "content": FOLLOW_UP}]


def test_a_failed_turn_forgets_nothing(talk):
    before = list(talk.messages)
    talk.max_history_tokens, talk.client = 1, offline.client(api_key="wrong")
    with pytest.raises(openai.AuthenticationError):
        talk.ask("Hello")
    assert talk.messages == before


def test_reset(talk):
    talk.reset()
    assert (talk.messages, talk.input_tokens, talk.output_tokens, talk.cost) == ([], 0, 0, 0.0)
    assert talk.instructions == "Be brief."
    assert "Which place do you mean?" in talk.ask(FOLLOW_UP)


# --- How it reads ---


def test_the_transcript_escapes_html(talk):
    talk.messages = [{"role": "user", "content": "<script>alert(1)</script> & 2"}, {"role": "assistant", "content": "<b>"}]
    shown = talk._repr_html_()
    assert "<script>" not in shown and "&lt;script&gt;alert(1)&lt;/script&gt; &amp; 2" in shown
    assert "(1 turn, " in shown and f"{talk.input_tokens} tokens in" in shown


def test_the_transcript_in_plain_text(talk, client):
    assert repr(talk).splitlines()[:2] == [f"user: {FRANCE}", f"assistant: {PARIS}"]
    talk.cost = None
    assert repr(talk).endswith("price unknown)")
    talk.ask(FOLLOW_UP)
    assert talk.cost is None, "once unknown, a sum stays unknown"


def test_ask_chatgpt_as_in_2023():
    assert utils.ask_chatgpt(FRANCE) == PARIS
    assert "Paris" in utils.ask_chatgpt("What is the population of Paris?")
    assert "Paris" in utils.ask_chatgpt("Which country is it in?")
    assert len(utils.default_conversation().messages) == 6


# --- How fast it is ---


def test_a_long_history_is_bounded_quickly():
    talk = Conversation(max_history_tokens=2000)
    talk.messages = [{"role": ("user", "assistant")[n % 2], "content": "word " * 60} for n in range(2000)]
    began = time.perf_counter()
    sent = talk.messages_to_send("Hi")
    assert time.perf_counter() - began < 5
    assert count_messages(sent) <= 2000 < count_messages([*talk.messages[-len(sent) - 1 :], sent[-1]])
