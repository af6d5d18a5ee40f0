"""Every fault that the stand-in can have, met by every helper: what is raised, and that nothing is lost or doubled."""

import openai
import pytest
from asking import FOLLOW_UP

import offline
import utils
import widgets
from utils import Conversation, CutOff, NoReply, explain, generate_text

pytestmark = pytest.mark.usefixtures("hurry")

QUESTION = "Tell me a story about a robot."
PATIENCE = 10  # seconds


def by_generate_text(talk):
    return generate_text(QUESTION, client=talk.client)


def by_ask(talk):
    return talk.ask(QUESTION)


def by_stream(talk):
    return "".join(talk.stream(QUESTION))


def by_ask_chatgpt(talk):
    return utils.ask_chatgpt(QUESTION)


WHOLE, STREAM = (by_generate_text, by_ask, by_ask_chatgpt), by_stream
ANSWER = None

# What the fault raises in a reply that comes whole, and in a stream; ANSWER is no error at all.
RAISED = {
    "bad_key": (openai.AuthenticationError, openai.AuthenticationError),
    "no_permission": (openai.PermissionDeniedError, openai.PermissionDeniedError),
    "unknown_model": (openai.BadRequestError, openai.BadRequestError),
    "too_long": (openai.BadRequestError, openai.BadRequestError),
    "rate_limit": (openai.RateLimitError, openai.RateLimitError),
    "no_quota": (openai.RateLimitError, openai.RateLimitError),
    "server_error": (openai.InternalServerError, openai.InternalServerError),
    "overloaded": (openai.InternalServerError, openai.InternalServerError),
    "timeout": (openai.APITimeoutError, openai.APITimeoutError),
    "slow": (ANSWER, ANSWER),
    "no_connection": (openai.APIConnectionError, openai.APIConnectionError),
    "cut_connection": (openai.APIConnectionError, openai.APIConnectionError),
    "error_event": (ANSWER, openai.APIError),
    "stream_error": (ANSWER, openai.APIError),
    "failed_response": (ANSWER, openai.APIError),
    "not_json": (NoReply, NoReply),
    "cut_json": (NoReply, NoReply),
    "empty_reply": (NoReply, NoReply),
    "declined": (ANSWER, ANSWER),
    "batch_expires": (ANSWER, ANSWER),
}
RETRIED = {"rate_limit", "no_quota", "server_error", "overloaded", "timeout", "no_connection"}  # in a stream and in a whole reply


@pytest.fixture
def talk(client) -> Conversation:
    """Return the conversation of `ask_chatgpt`, with one turn behind it."""
    talk = utils.default_conversation()
    talk.client = client
    talk.ask("What is the capital city of France?", temperature=0)
    return talk


def snapshot(talk) -> dict:
    return {name: value for name, value in vars(talk).items() if name != "client"} | {
        "messages": [dict(m) for m in talk.messages]
    }


def test_the_table_has_every_fault():
    assert set(RAISED) == set(offline.FAULTS)


@pytest.mark.parametrize("helper", [*WHOLE, STREAM])
@pytest.mark.parametrize("fault", RAISED)
def test_a_fault(talk, fault, helper):
    before, raised = snapshot(talk), RAISED[fault][helper is STREAM]
    with offline.failing(fault):
        if raised is ANSWER:
            assert_answered(talk, before, helper(talk), keeps=helper is not by_generate_text)
            return
        with pytest.raises(openai.APIError) as error:
            helper(talk)
    assert type(error.value) is raised
    assert len(explain(error.value)) > 40 and offline.KEY not in explain(error.value)
    assert snapshot(talk) == before, "a turn that failed left a trace"
    text = talk.ask(FOLLOW_UP)
    assert "2.1 million" in text, "the turns before the fault are remembered"
    assert talk.messages == [*before["messages"], *turn(FOLLOW_UP, text)]


def turn(question: str, reply: str) -> list[dict]:
    return [{"role": "user", "content": question}, {"role": "assistant", "content": reply}]


def assert_answered(talk, before, text, *, keeps: bool):
    assert text
    assert talk.messages == before["messages"] + (turn(QUESTION, text) if keeps else [])


@pytest.mark.parametrize("helper", [*WHOLE, STREAM])
@pytest.mark.parametrize("fault", sorted(RETRIED))
def test_a_fault_that_passes_is_not_even_noticed(talk, fault, helper):
    """The SDK tries again by itself, and the turn is kept once."""
    before = snapshot(talk)
    talk.client = talk.client.with_options(max_retries=1)
    with offline.failing(fault, **({"wait": 0.001} if fault == "rate_limit" else {})) as log:
        assert_answered(talk, before, helper(talk), keeps=helper is not by_generate_text)
    assert len(log) == 2


@pytest.mark.parametrize("fault", RAISED)
def test_a_fault_in_the_playground(talk, fault):
    play = widgets.playground(QUESTION, client=talk.client)
    play.slow.value = False
    with offline.failing(fault):
        play.run()
        assert play.wait(PATIENCE)
    run, answered = play.runs[-1], RAISED[fault][True] is ANSWER
    assert (run.status == "finished") is answered
    assert answered or (len(run.note) > 20 and "Traceback" not in run.note and offline.KEY not in run.note)
    play.run()
    assert play.wait(PATIENCE)
    assert [each.status for each in play.runs] == [run.status, "finished"], "the playground can be used again"


@pytest.mark.parametrize("fault", RAISED)
def test_a_fault_in_the_chat_box(talk, fault):
    before, answered = snapshot(talk), RAISED[fault][True] is ANSWER
    chat = widgets.chat_box(talk)
    chat.beside.slow.value = False
    with offline.failing(fault):
        chat.ask(QUESTION)
        assert chat.wait(PATIENCE)
    assert (len(talk.messages) == len(before["messages"]) + 2) is answered
    if not answered:
        assert snapshot(talk) == before, "a turn that failed left a trace"
        chat.retry()
        assert chat.wait(PATIENCE)
    assert talk.messages == before["messages"] + turn(QUESTION, talk.messages[-1]["content"]), "kept once"


def test_a_stream_that_fails_keeps_what_was_read_already(talk):
    said = []
    with offline.failing("cut_connection"), pytest.raises(openai.APIConnectionError):
        said.extend(talk.stream(QUESTION))
    assert len(said) == 3


def test_a_reply_stopped_by_a_content_filter_does_not_ask_for_more_tokens(talk):
    body = offline.client().responses.create(model="gpt-4o", input=QUESTION, max_output_tokens=16).model_dump()
    reply = type(offline.client().responses.create(model="gpt-4o", input="Hi")).model_validate(
        body | {"incomplete_details": {"reason": "content_filter"}}
    )
    with pytest.raises(CutOff, match=r"cut off by a content filter\. Ask in other words\."):
        talk._remember(QUESTION, reply)
    assert len(talk.messages) == 2
