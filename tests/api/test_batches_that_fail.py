"""Batches through the real SDK that cannot run: a wrong file fails the batch, a wrong request is refused."""

import json

import openai
import pytest
from batch_samples import CHAT, LUNA, begin, line, look
from hypothesis import given
from hypothesis import strategies as st

from offline.refusals import batches as found

MISSING = "missing_required_parameter"
DUPLICATE = "The custom_id 'a' for this request is a duplicate of another request. The custom_id parameter must be unique for each request in a batch."
MISMATCH = "The model 'gpt-6-sol' for this request does not match the rest of the batch. Each batch must contain requests for a single model."
WRONG = {  # lines after a good one; what is said of them: code, message, param
    "no JSON": (b"{broken", "invalid_json_line", "This line is not parseable as valid JSON.", None),
    "no UTF-8": ("{\"custom_id\": \"é\"}".encode("latin-1"), "invalid_json_line", "This line is not parseable as valid JSON.", None),
    "a number that JSON lacks": (b'{"custom_id": NaN}', "invalid_json_line", "This line is not parseable as valid JSON.", None),
    "half a character": (rb'{"custom_id": "\ud800"}', "invalid_json_line", "This line is not parseable as valid JSON.", None),
    "a list": (b"[]", "invalid_json_line", "This line is not parseable as valid JSON.", None),
    "no custom_id": (line(None), MISSING, "Missing required parameter: 'custom_id'.", "custom_id"),
    "no method": (line("b", method=None), MISSING, "Missing required parameter: 'method'.", "method"),
    "no url": (line("b", url=None), MISSING, "Missing required parameter: 'url'.", "url"),
    "no body": (line("b", body=None), MISSING, "Missing required parameter: 'body'.", "body"),
    "a number for a custom_id": (line(1), "invalid_type", "Invalid type for 'custom_id': expected a string.", "custom_id"),
    "another method": (line("b", method="GET"), "invalid_method", "The method of this request is not supported. Only 'POST' can be batched.", "method"),
    "another endpoint": (line("b", **CHAT), "invalid_url", "The URL provided for this request does not match the batch endpoint.", "url"),
    "the same custom_id": (line("a"), "duplicate_custom_id", DUPLICATE, "custom_id"),
    "no model": (line("b", body={"input": "Hello!"}), "invalid_request", "Model parameter is required.", "body.model"),
    "an unknown model": (line("b", body={"model": "gpt-x"}), "model_not_found", "The provided model 'gpt-x' is not supported by the Batch API.", "body.model"),
    "a list for a model": (line("b", body={"model": []}), "model_not_found", "The provided model '[]' is not supported by the Batch API.", "body.model"),
    "another model": (line("b", body={"model": "gpt-6-sol"}), "mismatched_model", MISMATCH, "body.model"),
    "a stream": (line("b", body={"model": LUNA, "stream": True}), "streaming_unsupported", "Responses: Streaming is not supported in the Batch API.", "body.stream"),
}  # fmt: skip


@pytest.mark.parametrize(("wrong", "code", "message", "param"), WRONG.values(), ids=WRONG)
def test_a_wrong_line_fails_the_batch(client, wrong, code, message, param):
    batch = begin(client, [line("a"), b"", wrong, b""])
    assert (batch.status, batch.errors) == ("validating", None)
    batch = look(client, batch)
    assert (batch.status, batch.request_counts.total, batch.errors.object) == ("failed", 0, "list")
    (error,) = batch.errors.data
    assert (error.line, error.code, error.message, error.param) == (3, code, message, param)
    assert batch.failed_at and not (batch.output_file_id or batch.error_file_id)


def test_every_wrong_line_is_named(client):
    batch = look(client, begin(client, [line("a", method=None), line("a"), line("a"), b"?"]))
    assert [(error.line, error.code) for error in batch.errors.data] == [
        (1, MISSING),
        (3, "duplicate_custom_id"),
        (4, "invalid_json_line"),
    ]


def test_chat_needs_messages(client):
    batch = look(client, begin(client, [line("a", url=CHAT["url"], body={"model": LUNA})], CHAT["url"]))
    assert [(error.code, error.message, error.param) for error in batch.errors.data] == [
        ("invalid_request", "Messages parameter is required.", "body.messages")
    ]


@pytest.mark.parametrize(
    ("endpoint", "body"),
    [
        ("/v1/embeddings", {"model": "text-embedding-3-small", "input": "Hello!"}),
        ("/v1/moderations", {"input": "Hello!"}),
        ("/v1/moderations", {"model": "omni-moderation-latest", "input": "Hello!"}),
    ],
)
def test_other_endpoints_have_their_own_models(client, endpoint, body):
    batch = look(client, begin(client, [line("a", url=endpoint, body=body)], endpoint), 5)
    assert (batch.status, batch.request_counts.completed) == ("completed", 1)


def test_a_batch_fails_without_its_file(client):
    other = client.files.create(file=("a.jsonl", json.dumps(line("a")).encode()), purpose="user_data").id
    for file_id, message in (
        ("file-0", "Cannot find file file-0, or organization org-offline does not have access to it."),
        (other, f"The purpose of file {other} is 'user_data', but a batch needs a file of purpose 'batch'."),
    ):
        batch = look(client, client.batches.create(input_file_id=file_id, endpoint="/v1/responses", completion_window="24h"))
        (error,) = batch.errors.data
        assert (batch.status, error.code, error.line, error.param) == ("failed", "invalid_request", None, "file_id")
        assert error.message == message


def test_a_batch_has_a_largest_size(monkeypatch):
    lines = b"\n".join(json.dumps(line(str(n))).encode() for n in range(50_001))
    kept, errors = found.read(lines, "/v1/responses", lambda model: True)
    assert len(kept) == 50_001
    message = (
        "The batch input file has 50001 requests, which is more than the 50000 maximum. Please try again with a smaller batch."
    )
    assert [error["message"] for error in errors] == [message]
    texts = json.dumps(line("a", url="/v1/embeddings", body={"model": "m", "input": ["a"] * 50_001})).encode()
    _, errors = found.read(texts, "/v1/embeddings", lambda model: True)
    assert "50001 embedding inputs" in errors[0]["message"]
    monkeypatch.setattr(found, "MOST_BYTES", 10)
    _, errors = found.read(json.dumps(line("a")).encode(), "/v1/responses", lambda model: True)
    assert errors[0]["message"].startswith("The batch input file is larger than the 209715200 maximum for the gpt-6-luna model.")


REFUSED = {
    "no file": ({"input_file_id": None}, "Invalid type for 'input_file_id': expected a string, but got null instead.", "input_file_id", "invalid_type"),
    "another endpoint": ({"endpoint": "/v1/files"}, "Invalid value: '/v1/files'. Supported values are: '/v1/chat/completions', '/v1/completions', '/v1/embeddings', '/v1/images/edits', '/v1/images/generations', '/v1/moderations', '/v1/responses', and '/v1/videos'.", "endpoint", "invalid_value"),
    "an endpoint that is not here": ({"endpoint": "/v1/videos"}, "The offline stand-in has no batches for /v1/videos; the real API does.", "endpoint", "offline_unsupported"),
    "another window": ({"completion_window": "1h"}, "Invalid value: '1h'. Supported values are: '24h'.", "completion_window", "invalid_value"),
    "a number for a window": ({"completion_window": 24}, "Invalid type for 'completion_window': expected a string, but got an integer instead.", "completion_window", "invalid_type"),
    "metadata of lists": ({"metadata": {"tags": ["a"]}}, "Invalid type for 'metadata.tags': expected a string, but got an array instead.", "metadata.tags", "invalid_type"),
    "output kept too short": ({"output_expires_after": {"anchor": "created_at", "seconds": 1}}, "Invalid 'output_expires_after.seconds': integer below minimum value. Expected a value >= 3600, but got 1 instead.", "output_expires_after.seconds", "integer_below_min_value"),
    "output kept for a while": ({"output_expires_after": "a day"}, "Invalid type for 'output_expires_after': expected an object, but got a string instead.", "output_expires_after", "invalid_type"),
    "an unknown name": ({"extra_body": {"priority": 1}}, "Unknown parameter: 'priority'.", "priority", "unknown_parameter"),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "message", "param", "code"), REFUSED.values(), ids=REFUSED)
def test_a_batch_is_refused(client, changes, message, param, code):
    with pytest.raises(openai.BadRequestError) as refused:
        client.batches.create(**{"input_file_id": "file-0", "endpoint": "/v1/responses", "completion_window": "24h"} | changes)
    body = refused.value.body
    assert (body["message"], body["param"], body["code"]) == (message, param, code)
    assert not list(client.batches.list())


@pytest.mark.parametrize("way", ["retrieve", "cancel"])
def test_an_unknown_batch_is_not_found(client, way):
    with pytest.raises(openai.NotFoundError) as missing:
        getattr(client.batches, way)("batch_0")
    assert missing.value.body["message"] == "No batch found with id 'batch_0'."


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3) | st.sampled_from(["POST", "/v1/embeddings", LUNA]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["custom_id", "method", "url", "body", "model", "input", "stream"]), inner)
    ),
    max_leaves=8,
)


@given(lines=st.lists(JSON, max_size=4), endpoint=st.sampled_from(["/v1/responses", "/v1/chat/completions", "/v1/embeddings"]))
def test_no_line_breaks_the_check(lines, endpoint):
    content = "\n".join(map(json.dumps, lines)).encode()
    kept, errors = found.read(content, endpoint, {LUNA}.__contains__)
    assert len(kept) + len(errors) == len(lines)
