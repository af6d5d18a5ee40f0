"""What breaks within a reply, through the SDK, by the SDK's types, and over a real connection."""

import json

import openai
import pytest
from asking import EVENT, FRANCE, PARIS, send, validate
from openai.types.chat import ChatCompletion, ChatCompletionChunk
from openai.types.responses import Response
from ways import async_streamed, create, each_api, each_plain, each_stream, each_way, said, streamed

import offline
from offline.faults.broken import TEXTS_BEFORE


@each_stream
@each_api
def test_a_stream_that_is_cut(standin, way, api):
    seen = []
    with standin.failing("cut_connection") as log, pytest.raises(openai.APIConnectionError) as raised:
        way(standin, api, seen)
    assert type(raised.value) is openai.APIConnectionError
    assert PARIS.startswith(said(seen)) and 0 < len(said(seen)) < len(PARIS)
    assert [arrival[2:] for arrival in log] == [(200, 0, "cut_connection")], "a stream that began is not tried again"
    assert said(way(standin, api, [])) == PARIS


@each_plain
@each_api
def test_a_reply_that_is_cut_was_worked_out_all_the_same(standin, way, api):
    with standin.failing("cut_connection", times=None) as log, pytest.raises(openai.APIConnectionError):
        way(standin, api, [], max_retries=1)
    assert [arrival[2:] for arrival in log] == [(200, 0, "cut_connection"), (200, 1, "cut_connection")]
    assert len(standin.requests) == 2


def test_trying_again_after_a_cut_can_do_a_thing_twice(standin):
    client = offline.client(standin)
    talk = client.conversations.create()
    with standin.failing("cut_connection"):
        create(client, "responses", conversation=talk.id)
    assert [item.role for item in client.conversations.items.list(talk.id, order="asc")] == ["user", "assistant"] * 2


def test_a_cut_stream_is_not_stored(standin):
    client = offline.client(standin)
    talk, seen = client.conversations.create(), []
    with standin.failing("cut_connection"), pytest.raises(openai.APIConnectionError):
        for event in create(client, "responses", stream=True, conversation=talk.id):
            seen.append(event)
    with pytest.raises(openai.NotFoundError):
        client.responses.retrieve(seen[0].response.id)
    assert list(client.conversations.items.list(talk.id)) == []


@each_stream
def test_an_error_event_is_yielded(standin, way):
    with standin.failing("error_event"):
        *before, last = way(standin, "responses", [])
    assert (last.type, last.code, last.param) == ("error", "server_error", None) and "retry your request" in last.message
    assert [event.sequence_number for event in [*before, last]] == list(range(len(before) + 1))
    assert PARIS.startswith(said(before)) and 0 < len(said(before)) < len(PARIS)


@each_stream
@each_api
def test_an_error_in_a_stream_is_raised(standin, way, api):
    seen = []
    with standin.failing("stream_error"), pytest.raises(openai.APIError, match="retry your request") as raised:
        way(standin, api, seen)
    assert type(raised.value) is openai.APIError
    assert (raised.value.type, raised.value.code) == ("server_error", "server_error")
    assert PARIS.startswith(said(seen)) and 0 < len(said(seen)) < len(PARIS)


@each_stream
def test_a_response_that_fails(standin, way):
    with standin.failing("failed_response"):
        *before, last = way(standin, "responses", [])
    assert last.type == "response.failed" and last.response.id == before[0].response.id
    assert (last.response.status, last.response.error.code) == ("failed", "server_error")


@each_way
@each_api
def test_a_page_in_place_of_json(standin, way, api):
    with standin.failing("not_json") as log:
        reply = way(standin, api, [])
    assert (reply == []) if way in (streamed, async_streamed) else ("Sign in" in reply)
    assert [arrival[2:] for arrival in log] == [(200, 0, "not_json")]


@each_way
@each_api
@pytest.mark.parametrize("fault", ["cut_json", "empty_reply"])
def test_json_that_ends_too_early(standin, fault, way, api):
    seen = []
    with standin.failing(fault) as log:
        if fault == "empty_reply" and way in (streamed, async_streamed):
            assert way(standin, api, seen) == []
        else:
            with pytest.raises(json.JSONDecodeError):
                way(standin, api, seen)
    assert len(log) == 1
    assert said(way(standin, api, [])) == PARIS


# --- Drift, and a real connection ---


def test_what_the_faults_send_is_what_the_types_say():
    body = {"model": "gpt-6-luna", "input": FRANCE}
    chat = {"model": "gpt-6-luna", "messages": [{"role": "user", "content": FRANCE}]}
    with offline.failing("declined", times=4):
        validate(Response, send("POST", "responses", body))
        events = [validate(EVENT, raw) for raw in send("POST", "responses", body | {"stream": True})]
        validate(ChatCompletion, send("POST", "chat/completions", chat | {"logprobs": False}))
        [validate(ChatCompletionChunk, raw) for raw in send("POST", "chat/completions", chat | {"stream": True})]
    assert {"response.refusal.delta", "response.refusal.done"} < {event.type for event in events}
    for fault in ("error_event", "failed_response"):
        with offline.failing(fault):
            events = [validate(EVENT, raw) for raw in send("POST", "responses", body | {"stream": True})]
        assert len([event for event in events if event.type.endswith(".delta")]) == TEXTS_BEFORE


OVER_HTTP = {  # what a server can do of its own; it drops the connection for what it cannot
    "rate_limit": openai.RateLimitError,
    "server_error": openai.InternalServerError,
    "timeout": openai.APIConnectionError,
    "no_connection": openai.APIConnectionError,
    "cut_connection": openai.APIConnectionError,
    "stream_error": openai.APIError,
    "cut_json": json.JSONDecodeError,
}


@pytest.mark.parametrize(("fault", "kind"), OVER_HTTP.items(), ids=OVER_HTTP)
def test_over_http(standin, server, fault, kind):
    with openai.OpenAI(base_url=server, api_key=offline.KEY, max_retries=0, timeout=5) as client:
        with standin.failing(fault), pytest.raises(kind):
            list(create(client, "responses", stream=True))
        assert said(create(client, "responses")) == PARIS
        if fault != "stream_error":
            with standin.failing(fault), pytest.raises(kind):
                create(client, "responses")
        assert said(create(client, "chat")) == PARIS
