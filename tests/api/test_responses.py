"""The stand-in behind the Responses API, through the real SDK: ways to ask, what it keeps, threads and pace."""

import asyncio
import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import openai
import pytest
from asking import FOLLOW_UP, FRANCE, NONE, PARIS, create

import offline
from offline import models

# --- Ways to ask ---


def test_plain(client):
    response = create(client)
    assert response.output_text == PARIS
    assert (response.status, response.model) == ("completed", "gpt-6-luna")
    assert response.usage.total_tokens == response.usage.input_tokens + response.usage.output_tokens
    assert response._request_id.startswith("req_")


def test_streamed(client):
    events = list(create(client, stream=True))
    types = [event.type for event in events]
    deltas = [event.delta for event in events if event.type == "response.output_text.delta"]
    assert len(deltas) > 5 and "".join(deltas) == PARIS == events[-1].response.output_text
    assert [event.sequence_number for event in events] == list(range(len(events)))
    assert [name.removeprefix("response.") for name in types if "delta" not in name] == [
        "created",
        "in_progress",
        "output_item.added",
        "content_part.added",
        "output_text.done",
        "content_part.done",
        "output_item.done",
        "completed",
    ]


def test_stream_helper(client):
    with client.responses.stream(model="gpt-6-luna", input=FRANCE, reasoning=NONE, temperature=0) as stream:
        said = "".join(event.delta for event in stream if event.type == "response.output_text.delta")
        assert said == PARIS == stream.get_final_response().output_text


def test_async(standin):
    async def talk():
        async with offline.async_client(standin) as client:
            plain = await create(client)
            stream = await create(client, stream=True)
            said = [event.delta async for event in stream if event.type == "response.output_text.delta"]
            async with client.responses.stream(model="gpt-6-luna", input=FRANCE, reasoning=NONE, temperature=0) as helper:
                final = await helper.get_final_response()
            with pytest.raises(openai.BadRequestError):
                await create(client, temperature=5)
            return plain.output_text, "".join(said), final.output_text

    assert asyncio.run(talk()) == (PARIS, PARIS, PARIS)


# --- State ---


def test_previous_response_id_keeps_the_conversation(client):
    first = create(client)
    second = create(client, FOLLOW_UP, previous_response_id=first.id)
    third = create(client, "Which country is it in?", previous_response_id=second.id)
    assert second.output_text == "The population of Paris is about 2.1 million."
    assert third.output_text == "Paris is in France." and third.previous_response_id == second.id
    assert third.usage.input_tokens > second.usage.input_tokens > first.usage.input_tokens
    assert "Which place" in create(client, FOLLOW_UP).output_text, "without the history there is nothing to know it from"


def test_a_streamed_response_is_remembered_too(client):
    *_, last = create(client, stream=True)
    assert "2.1 million" in create(client, FOLLOW_UP, previous_response_id=last.response.id).output_text


def test_instructions_do_not_carry_over(client):
    first = create(client, instructions="Talk like a pirate.")
    second = create(client, previous_response_id=first.id)
    assert first.output_text != PARIS == second.output_text


def test_retrieve_and_delete(client):
    response = create(client, metadata={"lesson": "3"})
    assert client.responses.retrieve(response.id) == response
    client.responses.delete(response.id)
    for gone in (client.responses.retrieve, client.responses.delete):
        with pytest.raises(openai.NotFoundError, match=f"Response with id '{response.id}' not found"):
            gone(response.id)


@pytest.mark.parametrize("stream", [False, True])
def test_what_is_not_stored_is_not_there(client, stream):
    response = create(client, store=False, stream=stream)
    response = list(response)[-1].response if stream else response
    with pytest.raises(openai.NotFoundError):
        client.responses.retrieve(response.id)
    with pytest.raises(openai.BadRequestError, match="Previous response with id"):
        create(client, FOLLOW_UP, previous_response_id=response.id)


def test_input_tokens_are_counted_as_they_are_billed(client):
    first = create(client, instructions="Be brief.")
    assert client.responses.input_tokens.count(model="gpt-4o", input=FRANCE, instructions="Be brief.").input_tokens == (
        first.usage.input_tokens
    )
    counted = client.responses.input_tokens.count(model="gpt-4o", input=FOLLOW_UP, previous_response_id=first.id)
    assert counted.input_tokens == create(client, FOLLOW_UP, previous_response_id=first.id).usage.input_tokens


def test_models(client):
    assert {model.id for model in client.models.list()} == set(models.known())
    assert client.models.retrieve("gpt-6-luna").shutdown_date is None
    assert client.models.retrieve("gpt-5-mini").shutdown_date == "2026-12-11"
    with pytest.raises(openai.NotFoundError, match="The model 'gpt-9' does not exist") as error:
        client.models.retrieve("gpt-9")
    assert error.value.code == "model_not_found"


# --- Threads and pace ---


def test_several_threads_at_once(standin):
    client = offline.client(standin)
    barrier = threading.Barrier(8)

    def talk(number: int) -> list[str]:
        barrier.wait()
        said = [create(client, f"My name is Person{number}.").id]
        for _ in range(5):
            reply = create(client, "What is my name?", previous_response_id=said[0], stream=bool(number % 2))
            reply = list(reply)[-1].response if number % 2 else reply
            said.append(reply.output_text)
        return said[1:]

    with ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(talk, range(8)))
    assert replies == [[f"Your name is Person{number}."] * 5 for number in range(8)]


def test_streams_are_paced_only_when_asked(standin, monkeypatch):
    naps = []
    monkeypatch.setattr(time, "sleep", naps.append)
    events = list(create(offline.client(standin), stream=True))
    assert naps == []
    assert len(list(create(offline.client(standin, pace=50), stream=True))) == len(events)
    assert naps == [1 / 50] * len(events)


def test_a_paced_async_stream(standin, monkeypatch):
    naps, sleep = [], asyncio.sleep

    async def nap(seconds):
        naps.append(seconds)
        await sleep(0)

    async def talk():
        monkeypatch.setattr(asyncio, "sleep", nap)
        return [event async for event in await create(offline.async_client(standin, pace=50), stream=True)]

    assert len(asyncio.run(talk())) == naps.count(1 / 50) > 10


def test_the_global_random_state_is_left_alone(client):
    random.seed(1)
    state = random.getstate()
    create(client, "Tell me a story", temperature=1)
    assert random.getstate() == state
