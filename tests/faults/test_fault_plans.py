"""When a fault happens, how often, and to what."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext

import openai
import pytest
from asking import PARIS
from ways import create, plain, said, streamed

import offline
from offline.faults import FAULTS


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
        ({"fault": "server_error", "wait": 1}, "only rate_limit, timeout, slow can wait."),
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
