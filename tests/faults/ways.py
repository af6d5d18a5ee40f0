"""The ways to ask in which a fault is met: both APIs, whole and streamed, with and without async."""

import asyncio

import pytest
from asking import FRANCE
from openai.types.chat import ChatCompletionChunk
from openai.types.responses import Response

import offline

ASKED = {
    "responses": {"model": "gpt-6-luna", "input": FRANCE, "reasoning": {"effort": "none"}, "temperature": 0},
    "chat": {
        "model": "gpt-6-luna",
        "messages": [{"role": "user", "content": FRANCE}],
        "reasoning_effort": "none",
        "temperature": 0,
    },
}


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
