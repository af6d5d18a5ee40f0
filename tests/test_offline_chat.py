"""The stand-in behind Chat Completions, through the real SDK."""

import asyncio

import openai
import pytest

import offline
from offline import models
from offline.api.standin import REASONING_TOKENS

FRANCE = "What is the capital city of France?"
PARIS = "The capital city of France is Paris."


def create(client, question=FRANCE, **params):
    """Ask at temperature 0, except where `params` say otherwise; None leaves a parameter out."""
    params = {"model": "gpt-4o", "messages": [{"role": "user", "content": question}], "temperature": 0} | params
    return client.chat.completions.create(**{name: value for name, value in params.items() if value is not None})


def text(completion) -> str:
    return completion.choices[0].message.content


def test_plain(client):
    completion = create(client)
    assert (text(completion), completion.choices[0].finish_reason) == (PARIS, "stop")
    assert completion.choices[0].message.role == "assistant"
    usage = completion.usage
    assert usage.total_tokens == usage.prompt_tokens + usage.completion_tokens
    assert usage.prompt_tokens == client.responses.input_tokens.count(model="gpt-4o", input=FRANCE).input_tokens


def test_streamed(client):
    first, *middle, last = create(client, stream=True)
    assert first.choices[0].delta.role == "assistant"
    assert "".join(chunk.choices[0].delta.content for chunk in middle) == PARIS and len(middle) > 5
    assert last.choices[0].finish_reason == "stop" and {chunk.usage for chunk in (first, *middle, last)} == {None}
    assert len({chunk.id for chunk in (first, *middle, last)}) == 1


def test_streamed_with_usage(client):
    *_, last = create(client, stream=True, stream_options={"include_usage": True})
    assert last.choices == [] and last.usage == create(client).usage


def test_stream_helper(client):
    with client.chat.completions.stream(model="gpt-4o", messages=[{"role": "user", "content": FRANCE}], temperature=0) as stream:
        assert "".join(event.delta for event in stream if event.type == "content.delta") == PARIS
        assert text(stream.get_final_completion()) == PARIS


def test_async(standin):
    async def talk():
        async with offline.async_client(standin) as client:
            pieces = [chunk.choices[0].delta.content or "" async for chunk in await create(client, stream=True)]
            with pytest.raises(openai.NotFoundError):
                await create(client, model="gpt-9")
            return text(await create(client)), "".join(pieces)

    assert asyncio.run(talk()) == (PARIS, PARIS)


def test_the_history_is_in_the_messages_or_nowhere(client):
    history = [{"role": "user", "content": FRANCE}, {"role": "assistant", "content": PARIS}]
    follow_up = {"role": "user", "content": "What is its population?"}
    assert "2.1 million" in text(create(client, messages=[*history, follow_up]))
    assert "Which place do you mean?" in text(create(client, messages=[follow_up]))


@pytest.mark.parametrize("role", ["system", "developer"])
def test_instructions(client, role):
    messages = [{"role": role, "content": "Answer in one word."}, {"role": "user", "content": FRANCE}]
    assert text(create(client, messages=messages)) == "Paris"


def test_temperature_and_top_p(client):
    def said(**params):
        return {text(create(client, "Name a color", **params)) for _ in range(40)}

    assert said(temperature=0) == said(temperature=1, top_p=0.1) == {"Blue"}
    assert len(said(temperature=0.4)) < len(said(temperature=1.5))


@pytest.mark.parametrize("limit", ["max_tokens", "max_completion_tokens"])
def test_the_limit_cuts(client, limit):
    cut = create(client, "Explain recursion", **{limit: 5})
    assert (cut.choices[0].finish_reason, cut.usage.completion_tokens) == ("length", 5)
    assert text(create(client, "Explain recursion")).startswith(text(cut))


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
    reply = create(client, stop=stop, stream=stream)
    if stream:
        *chunks, last = reply
        assert "".join(chunk.choices[0].delta.content for chunk in chunks) == said and last.choices[0].finish_reason == "stop"
    else:
        assert text(reply) == said and reply.choices[0].finish_reason == "stop"


@pytest.mark.parametrize("stream", [False, True])
def test_n(client, stream):
    reply = create(client, "Tell me a story", n=4, temperature=1.2, stream=stream)
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
        return [text(create(client, "Tell me a story", temperature=1.2, **params)) for _ in range(4)]

    assert len(set(stories(seed=7))) == 1
    assert len(set(stories())) > 1
    assert stories(seed=7) != stories(seed=8)
    assert create(client, seed=7).id != create(client, seed=7).id


def test_logprobs(client):
    content = create(client, logprobs=True, top_logprobs=2).choices[0].logprobs.content
    assert "".join(entry.token for entry in content) == PARIS
    assert all(entry.top_logprobs[0].logprob >= entry.top_logprobs[1].logprob for entry in content)
    streamed = [chunk.choices[0].logprobs for chunk in create(client, logprobs=True, stream=True)]
    assert [part.content[0].token for part in streamed if part] == [entry.token for entry in content]
    assert create(client).choices[0].logprobs is None


@pytest.mark.parametrize("effort", ["none", "low", "xhigh"])
def test_reasoning_effort(client, effort):
    completion = create(client, model="gpt-6-luna", temperature=None, reasoning_effort=effort)
    thought = REASONING_TOKENS.get(effort, 0)
    assert completion.usage.completion_tokens_details.reasoning_tokens == thought
    assert completion.usage.completion_tokens > thought


def test_verbosity(client):
    assert text(create(client, model="gpt-6-luna", reasoning_effort="none", verbosity="low")) == "Paris"


# fmt: off
REFUSED = {  # what is sent, then the refusal's status, param, code and message
    "unknown model": ({"model": "gpt-9"}, 404, None, "model_not_found",
        "The model `gpt-9` does not exist or you do not have access to it."),
    "temperature 5": ({"temperature": 5}, 400, "temperature", "decimal_above_max_value",
        "Invalid 'temperature': decimal above maximum value. Expected a value <= 2, but got 5 instead."),
    "temperature on a model that reasons": ({"model": "gpt-5", "temperature": 0.8}, 400, "temperature", "unsupported_value",
        "Unsupported value: 'temperature' does not support 0.8 with this model. Only the default (1) value is supported."),
    "max_tokens on a model that reasons": ({"model": "gpt-5", "temperature": None, "max_tokens": 9}, 400, "max_tokens", "unsupported_parameter",
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."),
    "stop on a model that reasons": ({"model": "gpt-6-luna", "temperature": None, "stop": "."}, 400, "stop", "unsupported_parameter",
        "Unsupported parameter: 'stop' is not supported with this model."),
    "penalty on a model that reasons": ({"model": "gpt-6-luna", "temperature": None, "presence_penalty": 1}, 400, "presence_penalty", "unsupported_parameter",
        "Unsupported parameter: 'presence_penalty' is not supported with this model."),
    "penalty 3": ({"frequency_penalty": 3}, 400, "frequency_penalty", "decimal_above_max_value",
        "Invalid 'frequency_penalty': decimal above maximum value. Expected a value <= 2, but got 3 instead."),
    "logprobs while reasoning": ({"model": "gpt-6-luna", "temperature": None, "logprobs": True}, 400, "logprobs", "unsupported_parameter",
        "Unsupported parameter: 'logprobs' is not supported with this model."),
    "top_logprobs alone": ({"top_logprobs": 2}, 400, "top_logprobs", "invalid_value",
        "The 'top_logprobs' parameter is only allowed when 'logprobs' is enabled."),
    "tools with effort": ({"model": "gpt-5.6-luna", "temperature": None, "tools": [{"type": "function", "function": {"name": "f"}}]}, 400, "reasoning_effort", None,
        "Function tools with reasoning_effort are not supported for gpt-5.6-luna in /v1/chat/completions. To use function tools, use /v1/responses or set reasoning_effort to 'none'."),
    "effort that the model lacks": ({"model": "gpt-5", "temperature": None, "reasoning_effort": "none"}, 400, "reasoning_effort", "unsupported_value",
        "Unsupported value: 'none' is not supported with the 'gpt-5' model. Supported values are: 'minimal', 'low', 'medium', and 'high'."),
    "verbosity on a model that does not reason": ({"model": "gpt-4.1", "verbosity": "high"}, 400, "verbosity", "unsupported_value",
        "Unsupported value: 'high' is not supported with the 'gpt-4.1' model. Supported values are: 'medium'."),
    "unknown service tier": ({"service_tier": "zzz"}, 400, "service_tier", "invalid_value",
        "Invalid value: 'zzz'. Supported values are: 'auto', 'default', 'flex', 'scale', 'priority', and 'fast'."),
    "two limits": ({"max_tokens": 9, "max_completion_tokens": 9}, 400, "max_tokens", "invalid_parameter_combination",
        "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported."),
    "n 0": ({"n": 0}, 400, "n", "integer_below_min_value",
        "Invalid 'n': integer below minimum value. Expected a value >= 1, but got 0 instead."),
    "n as text": ({"n": "two"}, 400, "n", "invalid_type",
        "Invalid type for 'n': expected an integer, but got a string instead."),
    "five stops": ({"stop": list("abcde")}, 400, "stop", "array_above_max_length",
        "Invalid 'stop': array too long. Expected an array with maximum length 4, but got an array with length 5 instead."),
    "stop as a number": ({"stop": 5}, 400, "stop", "invalid_type",
        "Invalid type for 'stop': expected one of a string or array of strings, but got an integer instead."),
    "no messages": ({"messages": []}, 400, "messages", "empty_array",
        "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead."),
    "unknown role": ({"messages": [{"role": "bot", "content": "Hi"}]}, 400, "messages[0].role", "invalid_value",
        "Invalid value: 'bot'. Supported values are: 'system', 'assistant', 'user', 'function', 'tool', and 'developer'."),
    "message without role": ({"messages": [{"content": "Hi"}]}, 400, "messages[0].role", "missing_required_parameter",
        "Missing required parameter: 'messages[0].role'."),
    "message without content": ({"messages": [{"role": "user"}]}, 400, "messages[0].content", "missing_required_parameter",
        "Missing required parameter: 'messages[0].content'."),
    "unknown parameter": ({"extra_body": {"max_output_tokens": 16}}, 400, "max_output_tokens", "unknown_parameter",
        "Unknown parameter: 'max_output_tokens'."),
    "messages over the context window": ({"messages": [{"role": "user", "content": "word " * 130_000}]}, 400, "messages", "context_length_exceeded",
        "This model's maximum context length is 128000 tokens. However, your messages resulted in 130008 tokens. Please reduce the length of the messages."),
}
# fmt: on


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
@pytest.mark.parametrize(("params", "status", "param", "code", "message"), REFUSED.values(), ids=REFUSED)
def test_what_the_api_refuses(client, params, status, param, code, message, stream):
    with pytest.raises(openai.APIStatusError) as raised:
        create(client, stream=stream, **params)
    error = raised.value
    assert (error.status_code, error.type, error.param, error.code) == (status, "invalid_request_error", param, code)
    assert str(error) == f"Error code: {status} - {message}"


@pytest.mark.parametrize("model", models.known())
def test_the_default_temperature_is_taken_by_every_model(client, model):
    assert text(create(client, model=model, temperature=1)).rstrip(".")


def test_a_bad_key(standin):
    with pytest.raises(openai.AuthenticationError) as error:
        create(offline.client(standin, api_key="sk-wrong"))
    assert error.value.code == "invalid_api_key"
