"""What the API finds wrong in the file of a batch: it looks at every line before it runs the first.

    {"custom_id": "1", "method": "POST", "url": "/v1/responses", "body": {"model": "gpt-6-luna", "input": "Hello!"}}

Nothing is refused with an HTTP status here: the batch fails, and says why in `errors`.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from .schemas import Wording

MOST_LINES = 50_000
MOST_BYTES = 209_715_200
MOST_TEXTS = 50_000  # to embed, of all lines together
PARTS = {"custom_id": (str, "a string"), "method": (str, "a string"), "url": (str, "a string"), "body": (dict, "an object")}
APIS = {"/v1/chat/completions": "Chat Completions", "/v1/responses": "Responses"}  # as the API calls them here

# Where a wording is a guess, so is its code; that of "too large" is one too.
WORDINGS = {
    "cannot find": Wording("Cannot find file {file_id}, or organization org-offline does not have access to it.", "2025-08"),
    "wrong purpose": Wording("The purpose of file {file_id} is '{purpose}', but a batch needs a file of purpose 'batch'.", None),
    "too large": Wording(
        f"The batch input file is larger than the {MOST_BYTES} maximum for the {{model}} model. "
        "Please try again with a smaller batch.",
        "2026-09",
    ),
    "too many": Wording(
        "The batch input file has {count} {what}, which is more than the {most} maximum. Please try again with a smaller batch.",
        None,
    ),
    "no json": Wording("This line is not parseable as valid JSON.", "2026-09"),
    "missing": Wording("Missing required parameter: '{name}'.", "2025-08"),
    "wrong type": Wording("Invalid type for '{name}': expected {expected}.", None),
    "method": Wording("The method of this request is not supported. Only 'POST' can be batched.", None),
    "url": Wording("The URL provided for this request does not match the batch endpoint.", "2025-08"),
    "duplicate": Wording(
        "The custom_id '{custom_id}' for this request is a duplicate of another request. "
        "The custom_id parameter must be unique for each request in a batch.",
        "2026-06",
    ),
    "no model": Wording("Model parameter is required.", "2025-08"),
    "no messages": Wording("Messages parameter is required.", "2025-08"),
    "unknown model": Wording("The provided model '{model}' is not supported by the Batch API.", "2026-10"),
    "another model": Wording(
        "The model '{model}' for this request does not match the rest of the batch. "
        "Each batch must contain requests for a single model.",
        "2026-06",
    ),
    "streaming": Wording("{api}: Streaming is not supported in the Batch API.", "2025-08"),  # seen for Chat Completions
}


class Line(NamedTuple):
    """One request of a batch."""

    custom_id: str
    body: dict


def read(content: bytes, endpoint: str, knows: Callable[[str], bool]) -> tuple[list[Line], list[dict]]:
    """Return the requests of a batch's file, and what is wrong in it, as the batch's `errors` say it.

    `endpoint` is that of the batch, such as "/v1/responses"; `knows` tells whether it knows a model.
    """
    reader = _Reader(endpoint, knows)
    for number, text in enumerate(content.split(b"\n"), 1):
        if text.strip():
            reader.read(number, _parsed(text))
    return reader.lines, [*_too_much(content, reader.lines, endpoint), *reader.errors]


def error(code: str, which: str, param: str | None = None, **values) -> dict:
    """Return one of a batch's `errors`."""
    return {"code": code, "line": None, "message": WORDINGS[which].text.format(**values), "param": param}


def _parsed(text: bytes) -> Any:
    """Return what a line says; None if it is no JSON."""
    try:
        given = json.loads(text.decode())
        json.dumps(given, ensure_ascii=False, allow_nan=False).encode()  # fails for what JSON has no way to say
    except (ValueError, RecursionError):
        return None
    return given


class _Reader:
    """Reads line after line; what is wrong in one may depend on those before it."""

    def __init__(self, endpoint: str, knows: Callable[[str], bool]):
        self.endpoint, self.knows = endpoint, knows
        self.lines: list[Line] = []
        self.errors: list[dict] = []
        self._custom_ids: set[str] = set()

    def read(self, number: int, given: Any) -> None:
        if wrong := next(self._wrong(given), None):
            self.errors.append(wrong | {"line": number})
            return
        self._custom_ids.add(given["custom_id"])
        self.lines.append(Line(given["custom_id"], given["body"]))

    def _wrong(self, given: Any) -> Iterator[dict]:
        if not isinstance(given, dict):
            yield error("invalid_json_line", "no json")
        for name, (kind, expected) in PARTS.items():
            if given.get(name) is None:
                yield error("missing_required_parameter", "missing", name, name=name)
            if not isinstance(given[name], kind):
                yield error("invalid_type", "wrong type", name, name=name, expected=expected)
        if given["method"] != "POST":
            yield error("invalid_method", "method", "method")
        if given["url"] != self.endpoint:
            yield error("invalid_url", "url", "url")
        if given["custom_id"] in self._custom_ids:
            yield error("duplicate_custom_id", "duplicate", "custom_id", custom_id=given["custom_id"])
        yield from self._wrong_body(given["body"])

    def _wrong_body(self, body: dict) -> Iterator[dict]:
        model = body.get("model")
        if model is None and self.endpoint != "/v1/moderations":
            yield error("invalid_request", "no model", "body.model")
        if model is not None and not (isinstance(model, str) and self.knows(model)):
            yield error("model_not_found", "unknown model", "body.model", model=model)
        if self.lines and model != self.lines[0].body.get("model"):
            yield error("mismatched_model", "another model", "body.model", model=model)
        if self.endpoint == "/v1/chat/completions" and body.get("messages") is None:
            yield error("invalid_request", "no messages", "body.messages")
        if body.get("stream") and self.endpoint in APIS:
            yield error("streaming_unsupported", "streaming", "body.stream", api=APIS[self.endpoint])


def _too_much(content: bytes, lines: list[Line], endpoint: str) -> Iterator[dict]:
    if len(content) > MOST_BYTES:
        model = lines[0].body.get("model") if lines else None
        yield error("file_too_large", "too large", model=model)
    if len(lines) > MOST_LINES:
        yield error("too_many_requests", "too many", count=len(lines), what="requests", most=MOST_LINES)
    texts = [line.body.get("input") for line in lines] if endpoint == "/v1/embeddings" else []
    count = sum(len(text) if isinstance(text, list) else 1 for text in texts)
    if count > MOST_TEXTS:
        yield error("too_many_requests", "too many", count=count, what="embedding inputs", most=MOST_TEXTS)
