"""Failing on purpose: through the real SDK, every fault raises what the real API makes the SDK raise."""

import asyncio
import json
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext

import openai
import pydantic
import pytest
from openai.types.chat import ChatCompletion, ChatCompletionChunk
from openai.types.responses import Response
from test_drift import EVENT, send, validate

import offline
from offline.api.writing import DECLINED
from offline.faults import FAULTS
from offline.faults.broken import TEXTS_BEFORE

FRANCE = "What is the capital city of France?"
PARIS = "The capital city of France is Paris."
ASKED = {
    "responses": {"model": "gpt-6-luna", "input": FRANCE, "reasoning": {"effort": "none"}, "temperature": 0},
    "chat": {
        "model": "gpt-6-luna",
        "messages": [{"role": "user", "content": FRANCE}],
        "reasoning_effort": "none",
        "temperature": 0,
    },
}


@pytest.fixture(autouse=True)
def hurry(monkeypatch):
    """Let the SDK wait less between its tries."""
    monkeypatch.setattr("openai._base_client.INITIAL_RETRY_DELAY", 0.001)
    monkeypatch.setattr("openai._base_client.MAX_RETRY_DELAY", 0.001)


def create(client, api: str, **params):
    endpoint = client.responses if api == "responses" else client.chat.completions
    return endpoint.create(**ASKED[api] | params)


def plain(standin, api, seen, **options):
    return create(offline.client(standin, **options), api)


def streamed(standin, api, seen, **options):
    for event in create(offline.client(standin, **options), api, stream=True):
        seen.append(event)
    return seen


def async_plain(standin, api, seen, **options):
    async def talk():
        async with offline.async_client(standin, **options) as client:
            return await create(client, api)

    return asyncio.run(talk())


def async_streamed(standin, api, seen, **options):
    async def talk():
        async with offline.async_client(standin, **options) as client:
            async for event in await create(client, api, stream=True):
                seen.append(event)
            return seen

    return asyncio.run(talk())


each_way = pytest.mark.parametrize("way", [plain, streamed, async_plain, async_streamed], ids=lambda way: way.__name__)
each_stream = pytest.mark.parametrize("way", [streamed, async_streamed], ids=lambda way: way.__name__)
each_plain = pytest.mark.parametrize("way", [plain, async_plain], ids=lambda way: way.__name__)
each_api = pytest.mark.parametrize("api", ASKED)


def said(reply) -> str:
    """Return the text of a reply of either API, whole or streamed."""
    if isinstance(reply, list):
        chunks = [chunk for chunk in reply if chunk.__class__ is ChatCompletionChunk]
        texts = [choice.delta.content for chunk in chunks for choice in chunk.choices]
        texts += [event.delta for event in reply if getattr(event, "type", "") == "response.output_text.delta"]
        return "".join(text or "" for text in texts)
    return reply.output_text if isinstance(reply, Response) else reply.choices[0].message.content


# --- What is raised ---

# fmt: off
RAISED = {  # fault: exception, status, type, code, beginning of the message, is it tried again by the SDK
    "bad_key": (openai.AuthenticationError, 401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided: ***", False),
    "no_permission": (openai.PermissionDeniedError, 403, "invalid_request_error", "model_not_found",
        "Project `proj_offline` does not have access to model `gpt-6-luna`", False),
    "unknown_model": ({"responses": openai.BadRequestError, "chat": openai.NotFoundError}, {"responses": 400, "chat": 404},
        "invalid_request_error", "model_not_found", "The ", False),
    "too_long": (openai.BadRequestError, 400, "invalid_request_error", "context_length_exceeded", "", False),
    "rate_limit": (openai.RateLimitError, 429, "requests", "rate_limit_exceeded", "Rate limit reached for gpt-6-luna in organization", True),
    "no_quota": (openai.RateLimitError, 429, "insufficient_quota", "insufficient_quota", "You exceeded your current quota", True),
    "server_error": (openai.InternalServerError, 500, "server_error", None, "The server had an error", True),
    "overloaded": (openai.InternalServerError, 503, "service_unavailable_error", "server_is_overloaded", "Our servers are currently overloaded", True),
    "timeout": (openai.APITimeoutError, None, None, None, "Request timed out.", True),
    "no_connection": (openai.APIConnectionError, None, None, None, "Connection error.", True),
}
# fmt: on
IN_THE_REPLY = [
    "cut_connection",
    "error_event",
    "stream_error",
    "failed_response",
    "not_json",
    "cut_json",
    "empty_reply",
    "declined",
    "batch_expires",  # in the reply to a later look; see tests/api/test_batches.py
]
each_raised = pytest.mark.parametrize("fault", RAISED)


def test_every_fault_is_tested_here():
    assert set(RAISED) | set(IN_THE_REPLY) == set(FAULTS)


@each_way
@each_api
@each_raised
def test_what_is_raised(standin, fault, api, way):
    kind, status, type_, code, message, _ = RAISED[fault]
    if isinstance(kind, dict):
        kind, status = kind[api], status[api]
    seen = []
    with standin.failing(fault) as log, pytest.raises(kind) as raised:
        way(standin, api, seen, max_retries=0)
    error = raised.value
    assert type(error) is kind and seen == []
    assert (getattr(error, "status_code", None), error.type, error.code) == (status, type_, code)
    assert (error.body["message"] if status else str(error)).startswith(message)
    assert not status or error.request_id.startswith("req_")
    assert [arrival[1:] for arrival in log] == [("/responses" if api == "responses" else "/chat/completions", status, 0, fault)]
    assert said(way(standin, api, [])) == PARIS, "usable at once"


@each_way
@each_raised
def test_what_the_sdk_tries_again(standin, fault, way):
    kind, *_, again = RAISED[fault]
    kind = kind["responses"] if isinstance(kind, dict) else kind
    with standin.failing(fault, times=None, wait=0.001 if fault == "rate_limit" else None) as log, pytest.raises(kind):
        way(standin, "responses", [], max_retries=2)
    assert [arrival.retry for arrival in log] == ([0, 1, 2] if again else [0])
    assert {arrival.fault for arrival in log} == {fault}


@each_way
@pytest.mark.parametrize("fault", [fault for fault, (*_, again) in RAISED.items() if again])
def test_a_try_that_succeeds_hides_those_before(standin, fault, way):
    with standin.failing(fault, times=2) as log:
        assert said(way(standin, "responses", [])) == PARIS
    assert [arrival.fault for arrival in log] == [fault, fault, None]
    assert [arrival.at for arrival in log] == sorted(arrival.at for arrival in log) and log[0].at == 0


def test_the_headers_of_a_rate_limit(client):
    with offline.failing("rate_limit", wait=1.5), pytest.raises(openai.RateLimitError, match="try again in 1500ms") as raised:
        create(client, "responses")
    headers = raised.value.response.headers
    assert (headers["retry-after"], headers["retry-after-ms"]) == ("2", "1500")
    assert {name: headers[name] for name in headers if name.startswith("x-ratelimit")} == {
        "x-ratelimit-limit-requests": "3",
        "x-ratelimit-remaining-requests": "0",
        "x-ratelimit-reset-requests": "1500ms",
        "x-ratelimit-limit-tokens": "200000",
        "x-ratelimit-remaining-tokens": "199000",
        "x-ratelimit-reset-tokens": "300ms",
    }


def test_the_sdk_waits_as_long_as_a_rate_limit_asks(standin):
    with standin.failing("rate_limit", times=2, wait=0.06) as log:
        create(offline.client(standin), "responses")
    first, second, third = (arrival.at for arrival in log)
    assert second - first >= 0.06 and third - second >= 0.06


@each_plain
def test_a_timeout_takes_no_longer_than_the_client_waits(standin, way):
    started = time.perf_counter()
    with standin.failing("timeout", wait=30), pytest.raises(openai.APITimeoutError):
        way(standin, "responses", [], max_retries=0, timeout=0.1)
    assert 0.1 <= time.perf_counter() - started < 5


def test_a_bad_key_is_not_repeated(standin):
    client = offline.client(standin, api_key="sk-" + "abcdefgh", max_retries=0)
    with standin.failing("bad_key"), pytest.raises(openai.AuthenticationError) as raised:
        create(client, "responses")
    assert "abcdefgh" not in str(raised.value) and "*" * 11 in str(raised.value)


def test_other_endpoints_fail_too(client):
    for call in (client.models.list, lambda: client.embeddings.create(model="text-embedding-3-small", input="x")):
        for fault, kind in (("server_error", openai.InternalServerError), ("no_permission", openai.PermissionDeniedError)):
            with offline.failing(fault), pytest.raises(kind):
                call()


# --- What breaks within the reply ---


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


# --- The model declines ---


@each_way
def test_a_refusal_in_responses(standin, way):
    with standin.failing("declined"):
        reply = way(standin, "responses", [])
    if isinstance(reply, list):
        assert "".join(event.delta for event in reply if event.type == "response.refusal.delta") == DECLINED
        reply = reply[-1].response
    (part,) = reply.output[0].content
    assert (reply.status, reply.output_text, part.type, part.refusal) == ("completed", "", "refusal", DECLINED)
    assert reply.usage.output_tokens > 5


@each_way
def test_a_refusal_in_chat(standin, way):
    with standin.failing("declined"):
        reply = way(standin, "chat", [])
    if isinstance(reply, list):
        assert "".join(chunk.choices[0].delta.refusal or "" for chunk in reply) == DECLINED and said(reply) == ""
    else:
        message = reply.choices[0].message
        assert (message.refusal, message.content, reply.choices[0].finish_reason) == (DECLINED, None, "stop")


class Capital(pydantic.BaseModel):
    city: str


def test_a_refusal_is_not_parsed(client):
    with offline.failing("declined", times=2):
        parsed = client.responses.parse(**ASKED["responses"], text_format=Capital)
        message = client.chat.completions.parse(**ASKED["chat"], response_format=Capital).choices[0].message
    assert parsed.output_parsed is None and parsed.output[0].content[0].refusal == DECLINED
    assert message.parsed is None and message.refusal == DECLINED


def test_a_refusal_in_the_stream_helpers(client):
    with offline.failing("declined", times=2):
        with client.responses.stream(**ASKED["responses"]) as stream:
            assert stream.get_final_response().output[0].content[0].refusal == DECLINED
        with client.chat.completions.stream(**ASKED["chat"]) as stream:
            assert stream.get_final_completion().choices[0].message.refusal == DECLINED


def test_a_conversation_goes_on_after_a_refusal(client):
    with offline.failing("declined"):
        declined = create(client, "responses")
    assert create(client, "responses", previous_response_id=declined.id).output_text == PARIS


# --- When it happens, and to what ---


@pytest.mark.parametrize("fault", FAULTS)
def test_nothing_is_left_over(standin, fault):
    with standin.failing(fault, times=None), pytest.raises(KeyError):
        raise KeyError("the block ends early")
    with standin.failing(fault, times=5, after=7):
        pass
    assert (said(plain(standin, "responses", [])), said(streamed(standin, "responses", []))) == (PARIS, PARIS)
    assert [arrival.fault for arrival in standin.log] == [None, None]


@pytest.mark.parametrize("fault", ["error_event", "stream_error", "failed_response"])
def test_what_only_happens_to_streams_waits_for_one(standin, fault):
    with standin.failing(fault) as log:
        assert said(plain(standin, "responses", [])) == PARIS
        list(offline.client(standin).models.list())
        with pytest.raises(openai.APIError) if fault == "stream_error" else nullcontext():
            streamed(standin, "responses", [])
    assert [arrival.fault for arrival in log] == [None, None, fault]


def test_after_some_that_go_through(standin):
    client = offline.client(standin, max_retries=0)
    outcomes = []
    with standin.failing("server_error", times=2, after=1) as log:
        for _ in range(5):
            try:
                outcomes.append(said(create(client, "responses")))
            except openai.InternalServerError:
                outcomes.append("failed")
    assert outcomes == [PARIS, "failed", "failed", PARIS, PARIS]
    assert [arrival.status for arrival in log] == [200, 500, 500, 200, 200]


def test_of_two_blocks_the_inner_one_decides_first(standin):
    with standin.failing("server_error") as outer, standin.failing("rate_limit", wait=0.001) as inner:
        assert said(plain(standin, "responses", [])) == PARIS
    assert [arrival.status for arrival in inner] == [arrival.status for arrival in outer] == [429, 500, 200]


def test_only_this_stand_in_fails(standin):
    other = offline.StandIn()
    with standin.failing("server_error", times=None), other.failing("overloaded", times=None):
        with pytest.raises(openai.InternalServerError, match="503"):
            plain(other, "responses", [], max_retries=0)
        with offline.failing("no_quota"), pytest.raises(openai.RateLimitError):
            plain(None, "responses", [], max_retries=0)
        assert said(plain(offline.StandIn(), "responses", [])) == PARIS


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            {"fault": "rate_limits"},
            "There is no fault 'rate_limits'. There are: bad_key, no_permission, .*, empty_reply, declined.",
        ),
        ({"fault": "server_error", "times": 0}, "times must be 1 or more, or None for every time, but it is 0."),
        ({"fault": "server_error", "after": -1}, "after must be 0 or more, but it is -1."),
        ({"fault": "server_error", "wait": 1}, "only rate_limit and timeout can wait."),
        ({"fault": "rate_limit", "wait": -1}, "wait must be a number of seconds"),
        ({"fault": "rate_limit", "wait": float("inf")}, "wait must be a number of seconds"),
    ],
    ids=str,
)
def test_what_cannot_happen(given, message):
    with pytest.raises(ValueError, match=message):
        offline.failing(**given)


def test_several_threads_share_a_block(standin):
    def ask(_) -> int:
        client = offline.client(standin, max_retries=0)
        failed = 0
        for _ in range(25):
            try:
                create(client, "responses")
            except openai.InternalServerError:
                failed += 1
        return failed

    with standin.failing("server_error", times=37) as log, ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(ask, range(8))) == 37
    assert len(log) == 200 and sum(arrival.status == 500 for arrival in log) == 37


def test_the_log_of_a_stand_in(standin):
    client = offline.client(standin, max_retries=1)
    list(client.models.list())
    with standin.failing("server_error"):
        create(client, "responses")
    assert [arrival[1:] for arrival in standin.log] == [
        ("/models", 200, 0, None),
        ("/responses", 500, 0, "server_error"),
        ("/responses", 200, 1, None),
    ]
    assert standin.log[0].at == 0 < standin.log[1].at < standin.log[2].at


def test_a_failed_request_takes_no_turn(standin):
    """What is said next does not depend on what failed before: stored outputs stay the same."""

    def stories(far_end):
        asked = {"model": "gpt-6-luna", "input": "Tell me a story", "reasoning": {"effort": "none"}}
        return [offline.client(far_end).responses.create(**asked).output_text for _ in range(3)]

    with standin.failing("server_error", times=2):
        assert stories(standin) == stories(offline.StandIn())


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
