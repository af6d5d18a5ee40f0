"""Embeddings, through the real SDK."""

import asyncio
import hashlib
import json
import math
import time

import pytest

import offline
from offline.api import embeddings


def embed(client, *texts, **params) -> list[list[float]]:
    params = {"model": "text-embedding-3-small"} | params
    return [entry.embedding for entry in client.embeddings.create(input=list(texts), **params).data]


def likeness(one: list[float], other: list[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize(("model", "size"), embeddings.MODELS.items(), ids=embeddings.MODELS)
def test_embeddings_are_unit_vectors(client, model, size):
    reply = client.embeddings.create(model=model, input=["Hello there", "?!", "🙂", "word " * 2_000])
    assert [len(entry.embedding) for entry in reply.data] == [size] * 4
    assert [entry.index for entry in reply.data] == [0, 1, 2, 3] and reply.model == model
    for entry in reply.data:
        assert math.isclose(likeness(entry.embedding, entry.embedding), 1, abs_tol=1e-5)
    assert reply.usage.prompt_tokens == reply.usage.total_tokens > 2_000


@pytest.mark.parametrize("dimensions", [1, 2, 256, 1536])
def test_dimensions(client, dimensions):
    (whole,), (short,) = embed(client, "A cat"), embed(client, "A cat", dimensions=dimensions)
    assert len(short) == dimensions and math.isclose(likeness(short, short), 1, abs_tol=1e-6)
    length = math.sqrt(likeness(whole[:dimensions], whole[:dimensions]))
    assert short == pytest.approx([number / length for number in whole[:dimensions]], abs=1e-5), "the beginning, made to length 1"


def test_both_encodings_say_the_same(client):
    (usual,), (plain,) = embed(client, "A cat"), embed(client, "A cat", encoding_format="float")
    assert usual == pytest.approx(plain, abs=1e-7) and isinstance(plain[0], float)
    (raw,) = embed(client, "A cat", encoding_format="base64")
    assert isinstance(raw, str)


ABOUT = {
    "cats": ["The cat sat on the mat.", "A kitten is purring.", "My cats love to sleep"],
    "passwords": ["How do I reset my password?", "I forgot my login"],
    "weather": ["It will rain tomorrow.", "Bring an umbrella, it is wet", "A sunny forecast for the weekend"],
    "money": ["The bank raised the cost of my loan.", "What is the price of this credit?"],
    "refunds": ["I want my money back: the package arrived damaged", "Refund for a broken order", "My parcel was delivered late"],
    "food": ["Baking bread in the oven", "A recipe for a chocolate cake"],
}


@pytest.mark.parametrize("params", [{}, {"model": "text-embedding-3-large"}, {"dimensions": 256}], ids=str)
def test_texts_about_the_same_thing_lie_closer(client, params):
    vectors = {
        text: vector for texts in ABOUT.values() for text, vector in zip(texts, embed(client, *texts, **params), strict=True)
    }
    for texts in ABOUT.values():
        for one in texts:
            same = [likeness(vectors[one], vectors[other]) for other in texts if other != one]
            apart = [likeness(vectors[one], vectors[other]) for other in vectors if other not in texts]
            assert max(same) > max(apart), one
            assert sum(same) / len(same) > 0.1 + sum(apart) / len(apart), one


def test_closer_meaning_lies_closer(client):
    cat, kitten, dog, car = embed(client, "cat", "kitten", "dog", "car")
    assert likeness(cat, kitten) > likeness(cat, dog) > likeness(cat, car) + 0.1
    same, other = embed(client, "The CAT!", "the cat")
    assert same == other


def test_embeddings_are_the_same_on_every_machine():
    vector = embeddings.embed("The cat sat on the mat in Paris.", "text-embedding-3-small", 64)
    digest = hashlib.sha256(json.dumps([round(number, 6) for number in vector]).encode()).hexdigest()
    assert digest[:16] == "f1272664738ab04d"


def test_token_numbers_are_taken_too(client):
    reply = client.embeddings.create(model="text-embedding-3-small", input=[[1, 2, 3], [4]])
    assert len(reply.data) == 2 and reply.usage.prompt_tokens == 4


def test_async_embeddings(standin):
    async def talk():
        async with offline.async_client(standin) as client:
            return (await client.embeddings.create(model="text-embedding-3-small", input="A cat")).data[0].embedding

    assert asyncio.run(talk()) == embed(offline.client(), "A cat")[0]


def test_many_texts_are_embedded_quickly(client):
    started = time.perf_counter()
    embed(client, *(f"Text number {number} is about the weather in Paris and other things" for number in range(200)))
    assert time.perf_counter() - started < 5
