"""The stand-in behind Chat Completions, through the real SDK."""

import asyncio

import openai
import pytest
from asking import FRANCE, PARIS, create_chat

import offline
from offline.api.writers import REASONING_TOKENS


def text(completion) -> str:
    return completion.choices[0].message.content


def test_plain(client):
    completion = create_chat(client)
    assert (text(completion), completion.choices[0].finish_reason) == (PARIS, "stop")
    assert completion.choices[0].message.role == "assistant"
    usage = completion.usage
    assert usage.total_tokens == usage.prompt_tokens + usage.completion_tokens
    assert usage.prompt_tokens == client.responses.input_tokens.count(model="gpt-4o", input=FRANCE).input_tokens


def test_streamed(client):
    first, *middle, last = create_chat(client, stream=True)
    assert first.choices[0].delta.role == "assistant"
    assert "".join(chunk.choices[0].delta.content for chunk in middle) == PARIS and len(middle) > 5
    assert last.choices[0].finish_reason == "stop" and {chunk.usage for chunk in (first, *middle, last)} == {None}
    assert len({chunk.id for chunk in (first, *middle, last)}) == 1


def test_streamed_with_usage(client):
    *_, last = create_chat(client, stream=True, stream_options={"include_usage": True})
    assert last.choices == [] and last.usage == create_chat(client).usage


def test_stream_helper(client):
    with client.chat.completions.stream(model="gpt-4o", messages=[{"role": "user", "content": FRANCE}], temperature=0) as stream:
        assert "".join(event.delta for event in stream if event.type == "content.delta") == PARIS
        assert text(stream.get_final_completion()) == PARIS


def test_async(standin):
    async def talk():
        async with offline.async_client(standin) as client:
            pieces = [chunk.choices[0].delta.content or "" async for chunk in await create_chat(client, stream=True)]
            with pytest.raises(openai.NotFoundError):
                await create_chat(client, model="gpt-9")
            return text(await create_chat(client)), "".join(pieces)

    assert asyncio.run(talk()) == (PARIS, PARIS)


def test_the_history_is_in_the_messages_or_nowhere(client):
    history = [{"role": "user", "content": FRANCE}, {"role": "assistant", "content": PARIS}]
    follow_up = {"role": "user", "content": "What is its population?"}
    assert "2.1 million" in text(create_chat(client, messages=[*history, follow_up]))
    assert "Which place do you mean?" in text(create_chat(client, messages=[follow_up]))


@pytest.mark.parametrize("role", ["system", "developer"])
def test_instructions(client, role):
    messages = [{"role": role, "content": "Answer in one word."}, {"role": "user", "content": FRANCE}]
    assert text(create_chat(client, messages=messages)) == "Paris"


def test_temperature_and_top_p(client):
    def said(**params):
        return {text(create_chat(client, "Name a color", **params)) for _ in range(40)}

    assert said(temperature=0) == said(temperature=1, top_p=0.1) == {"Blue"}
    assert len(said(temperature=0.4)) < len(said(temperature=1.5))


@pytest.mark.parametrize("limit", ["max_tokens", "max_completion_tokens"])
def test_the_limit_cuts(client, limit):
    cut = create_chat(client, "Explain recursion", **{limit: 5})
    assert (cut.choices[0].finish_reason, cut.usage.completion_tokens) == ("length", 5)
    assert text(create_chat(client, "Explain recursion")).startswith(text(cut))


@pytest.mark.parametrize(
    ("stop", "said"),
    [
        (" is", "The capital city of France"),
        (["Paris", " city"], "The capital"),
        ("apita", "The c"),
        ("Berlin", PARIS),
        ([], PARIS),
    ],
)
@pytest.mark.parametrize("stream", [False, True])
def test_stop(client, stop, said, stream):
    reply = create_chat(client, stop=stop, stream=stream)
    if stream:
        *chunks, last = reply
        assert "".join(chunk.choices[0].delta.content for chunk in chunks) == said and last.choices[0].finish_reason == "stop"
    else:
        assert text(reply) == said and reply.choices[0].finish_reason == "stop"


@pytest.mark.parametrize("stream", [False, True])
def test_n(client, stream):
    reply = create_chat(client, "Tell me a story", n=4, temperature=1.2, stream=stream)
    stories = dict.fromkeys(range(4), "")
    if stream:
        for chunk in reply:
            stories[chunk.choices[0].index] += chunk.choices[0].delta.content or ""
    else:
        assert reply.usage.completion_tokens > 4 * 10
        stories = {choice.index: choice.message.content for choice in reply.choices}
    assert sorted(stories) == [0, 1, 2, 3] and len(set(stories.values())) == 4


def test_a_seed_repeats(client):
    def stories(**params):
        return [text(create_chat(client, "Tell me a story", temperature=1.2, **params)) for _ in range(4)]

    assert len(set(stories(seed=7))) == 1
    assert len(set(stories())) > 1
    assert stories(seed=7) != stories(seed=8)
    assert create_chat(client, seed=7).id != create_chat(client, seed=7).id


def test_logprobs(client):
    content = create_chat(client, logprobs=True, top_logprobs=2).choices[0].logprobs.content
    assert "".join(entry.token for entry in content) == PARIS
    assert all(entry.top_logprobs[0].logprob >= entry.top_logprobs[1].logprob for entry in content)
    streamed = [chunk.choices[0].logprobs for chunk in create_chat(client, logprobs=True, stream=True)]
    assert [part.content[0].token for part in streamed if part] == [entry.token for entry in content]
    assert create_chat(client).choices[0].logprobs is None


@pytest.mark.parametrize("effort", ["none", "low", "xhigh"])
def test_reasoning_effort(client, effort):
    completion = create_chat(client, model="gpt-6-luna", temperature=None, reasoning_effort=effort)
    thought = REASONING_TOKENS.get(effort, 0)
    assert completion.usage.completion_tokens_details.reasoning_tokens == thought
    assert completion.usage.completion_tokens > thought


def test_verbosity(client):
    assert text(create_chat(client, model="gpt-6-luna", reasoning_effort="none", verbosity="low")) == "Paris"
