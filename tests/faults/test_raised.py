"""Failing on purpose: through the real SDK, every fault raises what the real API makes the SDK raise."""

import time

import openai
import pytest
from asking import PARIS
from ways import create, each_api, each_plain, each_way, said

import offline
from offline.faults import FAULTS

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
    "slow",
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


PATIENCE = {"not patient enough": (0.1, False), "patient enough": (3, True), "as patient as the package": (600, True)}


@each_way
@pytest.mark.parametrize(("timeout", "comes"), PATIENCE.values(), ids=PATIENCE)
def test_a_slow_reply_comes_to_who_waits(standin, way, timeout, comes):
    started = time.perf_counter()
    with standin.failing("slow", wait=0.5) as log:
        if comes:
            assert said(way(standin, "responses", [], max_retries=0, timeout=timeout)) == PARIS
        else:
            with pytest.raises(openai.APITimeoutError):
                way(standin, "responses", [], max_retries=0, timeout=timeout)
    took = time.perf_counter() - started
    assert (took >= 0.5) if comes else (0.1 <= took < 0.5)
    assert [arrival.status for arrival in log] == [200], "it was written, and is paid for"


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
