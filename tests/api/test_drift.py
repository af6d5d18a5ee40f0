"""The drift guard: what the stand-in sends is what the installed SDK's own types say."""

import json

import pydantic
import pytest
from asking import EVENT, LONG, picture, send, validate
from openai.types import CreateEmbeddingResponse, Model, ModerationCreateResponse
from openai.types.chat import ChatCompletion, ChatCompletionChunk
from openai.types.conversations import Conversation, ConversationDeletedResource, ConversationItem, ConversationItemList
from openai.types.responses import Response
from openai.types.responses.input_token_count_response import InputTokenCountResponse
from shutdowns import announced_shutdowns

import offline
from offline import models

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
ITEM = pydantic.TypeAdapter(ConversationItem)


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


def test_what_they_send_is_what_the_types_say():
    items = [
        {"role": "user", "content": "Hello"},
        {"role": "assistant", "content": "Hi!"},
        {"role": "user", "content": [{"type": "input_image", "image_url": picture("red")}]},
        {"type": "function_call", "call_id": "call_1", "name": "f", "arguments": "{}"},
        {"type": "function_call_output", "call_id": "call_1", "output": "5"},
    ]
    talk = validate(Conversation, send("POST", "conversations", {"items": items, "metadata": {"a": "b"}}))
    path = f"conversations/{talk.id}"
    assert validate(Conversation, send("GET", path)) == talk
    validate(Conversation, send("POST", path, {"metadata": None}))
    asked = {"model": "gpt-6-luna", "input": "Hello", "conversation": talk.id}
    validate(Response, send("POST", "responses", asked))  # with reasoning
    with offline.failing("declined"):
        validate(Response, send("POST", "responses", asked))
    page = validate(ConversationItemList, send("GET", f"{path}/items?limit=100"))
    assert [item.type for item in page.data[:6]] == ["message", "reasoning", "message"] * 2 and len(page.data) == 11
    for item in page.data:
        validate(ITEM, send("GET", f"{path}/items/{item.id}"))
    validate(ConversationItemList, send("POST", f"{path}/items", {"items": items}))
    validate(Conversation, send("DELETE", f"{path}/items/{page.last_id}"))
    validate(ConversationDeletedResource, send("DELETE", path))

    validate(CreateEmbeddingResponse, send("POST", "embeddings", {"model": "text-embedding-3-large", "input": ["a", "b"]}))
    validate(ModerationCreateResponse, send("POST", "moderations", {"input": "I will kill you"}))
    validate(Response, send("POST", "responses", {"model": "gpt-6-luna", "input": LONG}))
    chat = {"model": "gpt-6-luna", "messages": [{"role": "user", "content": LONG}]}
    validate(ChatCompletion, send("POST", "chat/completions", chat))


@pytest.mark.parametrize("missing", ["cache_write_tokens", "parallel_tool_calls", "annotations"])
def test_a_missing_field_is_noticed(missing):
    raw = send("POST", "responses", {"model": "gpt-4o", "input": "Hello"})
    with pytest.raises(pydantic.ValidationError, match=missing):
        validate(Response, raw.replace(f'"{missing}"', f'"{missing}_before"'))


def test_a_new_name_is_noticed():
    raw = send("POST", "responses", {"model": "gpt-4o", "input": "Hello"})
    with pytest.raises(AssertionError, match="not_in_the_types"):
        validate(Response, raw.replace('"usage": {', '"usage": {"not_in_the_types": 1, '))
