"""Replies that are none, or nearly none: a clear error, and nothing is lost."""

import httpx2
import openai
import pytest
from far_end import events, far_end

import offline
import utils
from utils import Conversation, create_response

NO_REPLIES = {
    "a login page": ("<html><body>Please log in</body></html>", "text/html"),
    "a login page called JSON": ("<html><body>Please log in</body></html>", "application/json"),
    "cut JSON": ('{"id": "resp_1", "output": [{"ty', "application/json"),
    "an empty body": ("", "application/json"),
    "an empty body of no type": ("", None),
    "null": ("null", "application/json"),
    "a list": ("[]", "application/json"),
    "an empty object": ("{}", "application/json"),
}


def page(content: str, kind: str | None):
    """Return a step: a reply of this content type."""
    headers = {"content-type": kind} if kind else {}
    return lambda request: httpx2.Response(200, headers=headers, content=content.encode())


@pytest.mark.parametrize(("content", "kind"), NO_REPLIES.values(), ids=NO_REPLIES)
def test_no_reply_is_a_clear_error(content, kind):
    client = far_end(*[page(content, kind)] * 3, base_url="http://hotel/v1")
    with pytest.raises(openai.APIError, match="No answer from http://hotel/v1/") as error:
        create_response(client, model="gpt-4o", input="Hello")
    assert error.value.request.url.host == "hotel"
    conversation = Conversation(client=client)
    with pytest.raises(openai.APIError):
        conversation.ask("Hello")
    with pytest.raises(openai.APIError):
        list(conversation.stream("Hello"))
    client.assert_complete()
    assert conversation.messages == []


def test_a_failed_response_is_an_error():
    body = offline.client().responses.create(model="gpt-4o", input="Hello").model_dump()
    body |= {"status": "failed", "output": [], "error": {"code": "server_error", "message": "The model broke."}}
    with pytest.raises(openai.APIError, match=r"The model broke\."):
        create_response(far_end(body), model="gpt-4o", input="Hello")


# --- Replies that are nearly replies ---

NEARLY = {
    "a word for an item": {"output": ["x"]},
    "no content": {"output": [{"type": "message", "content": None}]},
    "a part of an unknown type": {"output": [{"type": "message", "content": [{"type": "text"}]}]},
    "no text in a part": {"output": [{"type": "message", "content": [{"type": "output_text", "text": None}]}]},
    "an error that is a text": {"output": [], "error": "model not found"},
    "nothing yet": {"output": [], "status": "queued"},
    "the usage of another API": {"output": [], "usage": {"prompt_tokens": 1}},
}


@pytest.mark.parametrize("body", NEARLY.values(), ids=NEARLY)
def test_what_is_nearly_a_reply_is_a_clear_error(body):
    whole = {"id": "resp_1", "object": "response", "model": "gpt-6-luna", "created_at": 1, "status": "completed"} | body
    talk = Conversation(client=far_end(whole))
    with pytest.raises(openai.APIError):
        talk.ask("Hello!")
    assert talk.messages == []


# --- Streams ---

PIECE = {"type": "response.output_text.delta", "delta": "Hello", "item_id": "m", "output_index": 0, "content_index": 0}


def completed(client, **changes) -> dict:
    whole = client.responses.create(model="gpt-6-luna", input="Hello!", reasoning={"effort": "none"}).model_dump(mode="json")
    return {"type": "response.completed", "sequence_number": 9, "response": whole | changes}


def test_a_connection_that_breaks_after_the_last_event_costs_nothing(client):
    talk = Conversation(client=far_end(events(PIECE, completed(client), then=httpx2.RemoteProtocolError("gone"))))
    assert list(talk.stream("Hi")) == ["Hello"]
    assert len(talk.messages) == 2 and talk.output_tokens > 0


def test_a_stream_whose_last_event_has_no_text_keeps_what_it_brought(client):
    talk = Conversation(client=far_end(events(PIECE, completed(client, output=[]))))
    assert list(talk.stream("Hi")) == ["Hello"]
    assert talk.messages[1] == {"role": "assistant", "content": "Hello"}


def test_a_lost_stream_tells_what_it_brought(client):
    with pytest.raises(utils.CutOff) as lost:
        list(Conversation(client=far_end(events(PIECE))).stream("Hi"))
    assert lost.value.text == "Hello"
