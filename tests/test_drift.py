"""The drift guard: what the stand-in sends is what the installed SDK's own types say."""

import json

import pydantic
import pytest
from openai.types import Model
from openai.types.chat import ChatCompletion, ChatCompletionChunk
from openai.types.responses import Response, ResponseStreamEvent
from openai.types.responses.input_token_count_response import InputTokenCountResponse
from test_rot import announced_shutdowns

import offline
from offline import models

EVENT = pydantic.TypeAdapter(ResponseStreamEvent)
NONE = {"reasoning": {"effort": "none"}}
LOGPROBS = {"include": ["message.output_text.logprobs"], "top_logprobs": 3}
CHAT = {"messages": [{"role": "user", "content": "Tell me a joke"}]}

RESPONSES = {
    "whole": NONE,
    "cut off": NONE | {"max_output_tokens": 16, "input": "Explain recursion"},
    "reasoning": {"reasoning": {"effort": "low"}},
    "all reasoning": {"reasoning": {"effort": "high"}, "max_output_tokens": 20},
    "no reasoning model": {"model": "gpt-4o"},
    "logprobs": NONE | LOGPROBS,
    "unicode": NONE | {"input": "My name is Zoë 🙂"},
    "everything set": NONE
    | {
        "instructions": "Be brief.",
        "metadata": {"a": "b"},
        "store": False,
        "temperature": 0.3,
        "top_p": 0.9,
        "text": {"verbosity": "low"},
        "truncation": "auto",
        "parallel_tool_calls": False,
        "safety_identifier": "learner",
        "prompt_cache_key": "lesson",
    },
}
CHATS = {
    "whole": CHAT,
    "cut off": CHAT | {"max_tokens": 3},
    "several": CHAT | {"n": 3},
    "logprobs": CHAT | {"logprobs": True, "top_logprobs": 2},
    "reasoning": CHAT | {"model": "gpt-6-luna", "reasoning_effort": "low"},
    "usage": CHAT | {"stream_options": {"include_usage": True}},
}


def send(method: str, path: str, body: dict | None = None) -> str | list[str]:
    """Return the raw JSON of a reply, or of each event of a stream."""
    headers = {"authorization": f"Bearer {offline.KEY}"}
    reply = offline.shared.handle(method, f"/v1/{path}", headers, json.dumps(body or {}).encode())
    assert reply.status == 200, reply.body
    if isinstance(reply.body, bytes):
        return reply.body.decode()
    lines = b"".join(reply.body).decode().splitlines()
    return [line.removeprefix("data: ") for line in lines if line.startswith("data: {")]


def validate(kind, raw: str):
    """Validate raw JSON against a type of the SDK; in none of its parts may there be a name that the type lacks."""
    adapter = kind if isinstance(kind, pydantic.TypeAdapter) else pydantic.TypeAdapter(kind)
    parsed = adapter.validate_json(raw, strict=True)
    assert not list(unknown_names(parsed))
    return parsed


def unknown_names(part, where: str = ""):
    if isinstance(part, pydantic.BaseModel):
        yield from (f"{where}.{name}" for name in part.model_extra or {} if (where, name) not in NOT_IN_THE_TYPES)
        for name in part.model_fields_set:
            yield from unknown_names(getattr(part, name, None), f"{where}.{name}")
    elif isinstance(part, list):
        for item in part:
            yield from unknown_names(item, where)


# The API sends it, the SDK's types do not have it.
NOT_IN_THE_TYPES = {("", "store"), (".response", "store")}


@pytest.mark.parametrize("body", RESPONSES.values(), ids=RESPONSES)
def test_responses(body):
    body = {"model": "gpt-6-luna", "input": "Tell me a joke"} | body
    response = validate(Response, send("POST", "responses", body))
    events = [validate(EVENT, raw) for raw in send("POST", "responses", body | {"stream": True})]
    assert len(events) > 3 and events[-1].response.status == response.status
    if response.store:
        assert validate(Response, send("GET", f"responses/{response.id}")) == response


@pytest.mark.parametrize("body", CHATS.values(), ids=CHATS)
def test_chat_completions(body):
    body = {"model": "gpt-4o"} | body
    plain = {name: value for name, value in body.items() if name != "stream_options"}
    validate(ChatCompletion, send("POST", "chat/completions", plain))
    chunks = [validate(ChatCompletionChunk, raw) for raw in send("POST", "chat/completions", body | {"stream": True})]
    assert len(chunks) > 3


def test_models():
    for model in json.loads(send("GET", "models"))["data"]:
        validate(Model, json.dumps(model))
        validate(Model, send("GET", f"models/{model['id']}"))


def test_token_counts():
    body = {"model": "gpt-4o", "input": "Hello"}
    validate(InputTokenCountResponse, send("POST", "responses/input_tokens", body))


def test_shutdown_dates_are_those_announced():
    announced = announced_shutdowns()
    for name, known in models.known().items():
        assert known.shutdown == announced.get(name), name


@pytest.mark.parametrize("missing", ["cache_write_tokens", "parallel_tool_calls", "annotations"])
def test_a_missing_field_is_noticed(missing):
    raw = send("POST", "responses", {"model": "gpt-4o", "input": "Hello"})
    with pytest.raises(pydantic.ValidationError, match=missing):
        validate(Response, raw.replace(f'"{missing}"', f'"{missing}_before"'))


def test_a_new_name_is_noticed():
    raw = send("POST", "responses", {"model": "gpt-4o", "input": "Hello"})
    with pytest.raises(AssertionError, match="not_in_the_types"):
        validate(Response, raw.replace('"usage": {', '"usage": {"not_in_the_types": 1, '))
