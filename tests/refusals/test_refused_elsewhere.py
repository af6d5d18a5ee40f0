"""What conversations, embeddings and moderations refuse; and no junk breaks them."""

import json

import openai
import pytest
from asking import post

import offline


def post_json(path: str, body) -> tuple[int, dict]:
    status, reply = post(path, body)
    return status, json.loads(reply)


# --- Conversations ---

# fmt: off
REFUSED_CONVERSATIONS = {  # path under /conversations, body, then status, param and code
    "21 items": ("", {"items": [{"role": "user", "content": "a"}] * 21}, 400, "items", "array_above_max_length"),
    "items that are none": ("", {"items": ["a"]}, 400, "items[0]", "invalid_type"),
    "an item without role": ("", {"items": [{"content": "a"}]}, 400, "items[0]", "invalid_value"),
    "items of a wrong kind": ("", {"items": "a"}, 400, "items", "invalid_type"),
    "wrong metadata": ("", {"metadata": {"a": 5}}, 400, "metadata.a", "invalid_type"),
    "unknown parameter": ("", {"input": "a"}, 400, "input", "unknown_parameter"),
    "unknown conversation": ("/conv_0/items", {"items": []}, 404, None, None),
    "unknown address": ("/conv_0/things", {}, 400, None, "offline_unsupported"),
}
# fmt: on


@pytest.mark.parametrize(("path", "body", "status", "param", "code"), REFUSED_CONVERSATIONS.values(), ids=REFUSED_CONVERSATIONS)
def test_what_conversations_refuse(path, body, status, param, code):
    answered, error = post_json(f"conversations{path}", body)
    assert (answered, error["error"]["param"], error["error"]["code"]) == (status, param, code)


@pytest.mark.parametrize(
    "query", [{"limit": 0}, {"limit": 101}, {"limit": "many"}, {"order": "random"}, {"after": "msg_0"}], ids=str
)
def test_pages_that_there_are_not(client, query):
    talk = client.conversations.create()
    with pytest.raises(openai.APIStatusError) as raised:
        client.conversations.items.list(talk.id, extra_query=query)
    assert raised.value.status_code in (400, 404) and raised.value.param in query


# --- Embeddings ---

# fmt: off
REFUSED_EMBEDDINGS = {  # what is sent, then status, param, code and message
    "empty text": ({"input": ""}, 400, None, None, "'$.input' is invalid. Please check the API reference"),
    "empty list": ({"input": []}, 400, None, None, "'$.input' is invalid."),
    "an empty text among others": ({"input": ["a", ""]}, 400, None, None, "'$.input' is invalid."),
    "numbers and texts": ({"input": ["a", 5]}, 400, None, None, "'$.input' is invalid."),
    "tokens and a text": ({"input": [[5], "a"]}, 400, None, None, "'$.input' is invalid."),
    "no input": ({"input": None}, 400, "input", "invalid_type", "Invalid type for 'input': expected a string, but got an object"),
    "unknown model": ({"model": "text-embedding-9"}, 404, None, "model_not_found", "The model `text-embedding-9` does not exist"),
    "a model for chat": ({"model": "gpt-6-luna"}, 404, None, "model_not_found", "The model `gpt-6-luna` does not exist"),
    "no model": ({"model": None}, 400, "model", "invalid_type", "Invalid type for 'model': expected a string, but got an object"),
    "too many dimensions": ({"dimensions": 1537}, 400, None, None,
        "Invalid value for 'dimensions' = 1537. Must be less than or equal to 1536."),
    "no dimensions": ({"dimensions": 0}, 400, "dimensions", "integer_below_min_value", "Invalid 'dimensions': integer below minimum"),
    "dimensions of the old model": ({"model": "text-embedding-ada-002", "dimensions": 5}, 400, None, None,
        "This model does not support specifying dimensions."),
    "unknown encoding": ({"encoding_format": "hex"}, 400, "encoding_format", "invalid_value",
        "Invalid value: 'hex'. Supported values are: 'float' and 'base64'."),
    "unknown parameter": ({"prompt": "a"}, 400, "prompt", "unknown_parameter", "Unknown parameter: 'prompt'."),
    "too long a text": ({"input": ["a", "word " * 9_000]}, 400, None, None, "Invalid 'input[1]': maximum input length is 8192 tokens."),
    "too many texts": ({"input": ["a"] * 2049}, 400, None, None, "Invalid 'input': array length must be 2048 or less."),
    "too many tokens": ({"input": ["word " * 8_000] * 40}, 400, None, "max_tokens_per_request",
        "Requested 320040 tokens, max 300000 tokens per request"),
}
# fmt: on


@pytest.mark.parametrize(("body", "status", "param", "code", "message"), REFUSED_EMBEDDINGS.values(), ids=REFUSED_EMBEDDINGS)
def test_what_embeddings_refuse(body, status, param, code, message):
    answered, reply = post_json("embeddings", {"model": "text-embedding-3-small", "input": "a"} | body)
    error = reply["error"]
    assert (answered, error["param"], error["code"]) == (status, param, code)
    assert error["message"].startswith(message)


# --- Moderations ---


@pytest.mark.parametrize(
    ("body", "param", "code"),
    [
        ({}, "input", "missing_required_parameter"),
        ({"input": 5}, "input", "invalid_type"),
        ({"input": []}, "input", "invalid_type"),
        ({"input": [{"type": "audio"}]}, "input[0].type", "invalid_value"),
        ({"input": "a", "model": "text-moderation-latest"}, "model", None),
        ({"input": "a", "text": "b"}, "text", "unknown_parameter"),
    ],
    ids=str,
)
def test_what_moderations_refuse(body, param, code):
    status, reply = post_json("moderations", body)
    assert (status, reply["error"]["param"], reply["error"]["code"]) == (400, param, code)


# --- Junk ---

JUNK = [
    None,
    5,
    -1,
    0.5,
    True,
    "x",
    "",
    [],
    {},
    [1],
    ["a"],
    [None],
    [{}],
    [[]],
    [[5]],
    [["a"]],
    {"a": 1},
    {"id": 5},
    {"id": "conv_0"},
]


@pytest.mark.parametrize(
    ("path", "base"),
    [
        ("embeddings", {"model": "text-embedding-3-small", "input": "a", "dimensions": None, "encoding_format": None}),
        ("moderations", {"model": "omni-moderation-latest", "input": "a"}),
        ("conversations", {"items": [], "metadata": {}}),
        ("responses", {"model": "gpt-6-luna", "input": "a", "conversation": None}),
    ],
    ids=["embeddings", "moderations", "conversations", "responses"],
)
def test_no_value_of_any_parameter_breaks_it(path, base):
    for name in base:
        for junk in JUNK:
            status, reply = post_json(path, base | {name: junk})
            assert status in (200, 400, 404)
            assert status == 200 or reply["error"]["message"]


@pytest.mark.parametrize(
    ("header", "status"), [("Bearer {}", 200), ("bearer {}", 200), ("{}", 401), ("Basic {}", 401), ("Bearer", 401), ("", 401)]
)
def test_the_key_comes_after_bearer(header, status):
    reply = offline.StandIn().handle("GET", "/v1/models", {"authorization": header.format(offline.KEY)}, b"")
    assert reply.status == status


def test_every_reply_tells_limits_and_organization(client):
    reply = client.models.with_raw_response.list(extra_headers={"OpenAI-Organization": "org-mine"})
    assert reply.headers["openai-organization"] == "org-mine" and int(reply.headers["x-ratelimit-remaining-requests"]) > 0
