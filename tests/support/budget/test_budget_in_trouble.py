"""What is counted where a call goes wrong, or a stream is left."""

import asyncio
import contextlib
import json

import httpx2
import openai
import pytest
from far_end import async_far_end, events, far_end
from spending import ASKED, PLENTY, ask_stream, limited, most, settled, whole_reply

import offline
import utils
from utils import cost

NOT_BILLED = {
    "refused by the server": (400, {"error": {"message": "No."}}),
    "rate limit": (429, {"error": {"message": "Slower."}}),
    "server error": (500, b""),
    "redirect to nowhere": lambda request: httpx2.Response(307, headers={"location": "http://far/v1/responses"}),
    "no connection": httpx2.ConnectError("no"),
    "no connection in time": httpx2.ConnectTimeout("no"),
}
PERHAPS_BILLED = {
    "HTML": lambda request: httpx2.Response(200, headers={"content-type": "text/html"}, content=b"<html>"),
    "half a reply": json.dumps(whole_reply()).encode()[:-30],
    "no usage": whole_reply(usage=None),
    "usage of another kind": whole_reply(usage="much"),
    "a model that nobody knows": whole_reply(model="gpt-9-nova"),
    "a list": (200, []),
    "timeout": httpx2.ReadTimeout("late"),
    "cut": httpx2.ReadError("cut"),
    "stopped": KeyboardInterrupt(),
}


@pytest.mark.parametrize("step", NOT_BILLED.values(), ids=NOT_BILLED)
@pytest.mark.parametrize("stream", [False, True])
def test_what_is_not_billed_is_not_counted(step, stream):
    far = far_end(always=step)
    client = limited(far)
    with pytest.raises(openai.APIError):
        client.responses.create(**ASKED, stream=stream)
    assert far.requests and client.budget.spent == 0 and settled(client)


@pytest.mark.parametrize("step", PERHAPS_BILLED.values(), ids=PERHAPS_BILLED)
def test_what_may_be_billed_counts_in_full(step):
    client = limited(far_end(step))
    with contextlib.suppress(openai.APIError, ValueError, KeyboardInterrupt):
        client.responses.create(**ASKED)
    assert client.budget.spent == pytest.approx(most(), rel=0.01) and settled(client)


def test_each_retry_counts_for_itself():
    far = far_end(httpx2.ReadTimeout("late"), (500, b""), whole_reply(), max_retries=2)
    client = limited(far)
    reply = client.responses.create(**ASKED)
    far.assert_complete()
    assert client.budget.spent == pytest.approx(most() + cost(reply), rel=0.01) and settled(client)


def story(**request):
    return ASKED | {"input": "Write a short story about a robot.", "max_output_tokens": 4000} | request


def test_a_stream_that_is_left_counts_what_was_written(client):
    whole = client.responses.create(**story())
    before = client.budget.spent
    with client.responses.create(**story(), stream=True) as events:
        said = 0
        for event in events:
            said += event.type == "response.output_text.delta"
            if said == 10:
                break
    counted = client.budget.spent - before
    assert 10 * 0.50 / 1e6 < counted < most(**story()) / 10 and settled(client)
    assert counted > cost(whole) * 10 / whole.usage.output_tokens


def test_a_stream_left_before_its_first_word_counts_its_input(client):
    client.responses.create(**story(), stream=True).close()
    assert 0 < client.budget.spent < most(**story()) / 10 and settled(client)


def test_a_stream_left_while_the_model_may_reason_counts_in_full(client):
    reasons = story(reasoning={"effort": "low"})
    client.responses.create(**reasons, stream=True).close()
    assert client.budget.spent == pytest.approx(most(**reasons), rel=0.01) and settled(client)


def test_a_cut_stream_counts_what_was_written(client):
    with offline.failing("cut_connection"), pytest.raises(openai.APIConnectionError):
        list(client.responses.create(**story(), stream=True))
    assert 0 < client.budget.spent < most(**story()) / 10 and settled(client)


def test_an_async_stream_that_is_left_counts_what_was_written():
    async def use():
        async with utils.get_async_client(budget=PLENTY) as client:
            async with await client.responses.create(**story(), stream=True) as events:
                async for event in events:
                    if event.type == "response.output_text.delta":
                        break
            return client

    client = asyncio.run(use())
    assert 0 < client.budget.spent < most(**story()) / 10 and settled(client)


def test_a_canceled_async_call_counts_in_full():
    async def use():
        async def hang(request):
            await asyncio.sleep(60)

        client = limited(async_far_end(hang))
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(client.responses.create(**ASKED), 0.05)
        return client

    client = asyncio.run(use())
    assert client.budget.spent == pytest.approx(most(), rel=0.01) and settled(client)


STRANGE_EVENTS = [
    b"data: 5",
    b"data: {",
    b'data: {"response": 5, "delta": {"a": 1}, "choices": 7}',
    b": ping",
    b"\xff\xfe",
    b'data: {"usage": []}',
]


@pytest.mark.parametrize("line", STRANGE_EVENTS)
def test_strange_events_break_nothing_of_the_budget(line):
    client = limited(far_end(events(line[:3], line[3:] + b"\n\n")))
    with client.responses.with_streaming_response.create(**ASKED, stream=True) as response:
        response.read()
    assert 0 < client.budget.spent <= most() and settled(client)


def test_a_stream_is_counted_however_it_is_cut_into_pieces():
    whole = offline.client().with_streaming_response.responses.create(**ASKED, stream=True)
    with whole as response:
        body = response.read()
    for size in (1, 7, 1000):
        pieces = [body[start : start + size] for start in range(0, len(body), size)]
        client = limited(far_end(events(*pieces)))
        (reply,) = ask_stream(client)
        assert client.budget.spent == pytest.approx(cost(reply))
