"""The far end of other tests does what they write down, and fails them where something else happens."""

import asyncio

import httpx2
import openai
import pytest
from far_end import async_far_end, events, far_end, refusal

MODEL = {"id": "gpt-6-luna", "object": "model", "created": 1, "owned_by": "openai"}
DELTA = {"type": "response.output_text.delta", "delta": "Hi", "sequence_number": 1, "item_id": "m", "output_index": 0}
DELTA |= {"content_index": 0, "logprobs": []}
RAW = b'event: x\ndata: {"type": "response.output_text.delta", "delta": "Hi"}\n\n'
ASKED = {"model": "gpt-6-luna", "input": "Hello", "stream": True}


def model(client):
    return client.models.retrieve("gpt-6-luna")


GIVEN = {  # steps that are other ways to write the same reply
    "a body": MODEL,
    "bytes": b'{"id": "gpt-6-luna"}',
    "status and body": (200, MODEL),
    "a response": httpx2.Response(200, json=MODEL),
    "a function": lambda request: MODEL,
    "a function of the request": lambda request: {"id": request.url.path.rpartition("/")[2]},
}


@pytest.mark.parametrize("step", GIVEN.values(), ids=GIVEN)
def test_a_step_answers_one_request(step):
    far = far_end(step)
    assert model(far).id == "gpt-6-luna"
    assert [request.url.path for request in far.requests] == ["/v1/models/gpt-6-luna"]
    far.assert_complete()


RAISED = {
    "an exception": (httpx2.ConnectError("no"), openai.APIConnectionError),
    "one that is none of the SDK's": (KeyboardInterrupt(), KeyboardInterrupt),
    "a status": ((500, b""), openai.InternalServerError),
    "a refusal": (refusal(404, "There is none.", "model_not_found"), openai.NotFoundError),
}


@pytest.mark.parametrize(("step", "kind"), RAISED.values(), ids=RAISED)
def test_what_a_step_raises(step, kind):
    with pytest.raises(kind):
        model(far_end(step))


def test_steps_come_in_their_order_and_then_always_the_same():
    far = far_end(MODEL | {"id": "one"}, MODEL | {"id": "two"}, always=MODEL)
    assert [model(far).id for _ in range(4)] == ["one", "two", "gpt-6-luna", "gpt-6-luna"]


def test_a_request_too_many_fails_the_test():
    far = far_end(MODEL, max_retries=3)
    model(far)
    with pytest.raises(pytest.fail.Exception, match="request 2 should not have been sent: GET http://far/v1/models"):
        model(far)


def test_a_step_too_many_fails_the_test():
    far = far_end(MODEL, (500, b""))
    model(far)
    with pytest.raises(AssertionError, match="1 of the steps were not used"):
        far.assert_complete()


def test_copies_share_the_far_end():
    far = far_end(MODEL)
    model(far.with_options(timeout=5))
    assert len(far.requests) == 1
    far.assert_complete()


def test_a_stream_may_break():
    far, seen = far_end(events(DELTA, RAW), events(DELTA, RAW, then=httpx2.ReadError("cut"))), []
    assert [event.delta for event in far.responses.create(**ASKED)] == ["Hi", "Hi"]
    with pytest.raises(openai.APIConnectionError):
        seen.extend(event.delta for event in far.responses.create(**ASKED))
    assert seen == ["Hi", "Hi"], "what came before the break arrives"


def test_async():
    async def later(request):
        return MODEL

    async def talk():
        async with async_far_end(later, MODEL, events(DELTA, RAW)) as far:
            assert [(await model(far)).id for _ in range(2)] == ["gpt-6-luna"] * 2
            said = [event.delta async for event in await far.responses.create(**ASKED)]
            far.assert_complete()
            return said

    assert asyncio.run(talk()) == ["Hi", "Hi"]
