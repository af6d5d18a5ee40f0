"""What a request needs that not every server has, and the sentence that says so."""

import json
import re
from collections.abc import Callable, Iterator

import httpx2

from offline import models

from .not_offered import WHO_HAS_IT, NotOffered
from .server import CHAT, LOGPROBS, RESPONSES, Server

ENDPOINTS = {
    "audio": "audio",
    "batches": "batches",
    "chat": "Chat Completions",
    "conversations": "stored conversations",
    "embeddings": "embeddings",
    "files": "files",
    "images": "pictures",
    "moderations": "moderation",
    "vector_stores": "vector stores",
}
"""What an endpoint is for, in plain words, by the first part of its path."""

NO_ENDPOINT = frozenset({404, 405, 501})
"""How servers refuse what they have no endpoint for."""


def check(server: Server, method: str, path: str, body: dict) -> None:
    """Raise NotOffered if a request needs more than the server has. `body` is what it carries, if that is JSON."""
    if method == "POST" and path in (RESPONSES, CHAT) and isinstance(body.get("model"), str):
        _check_model(server, body["model"])
    for need, is_there in _needs(server, method, path, body):
        if server.answers() and not is_there():  # else how it refuses the request itself says more
            raise NotOffered(f"This needs {need}, {_not_at(server)}. {WHO_HAS_IT}")


def _check_model(server: Server, model: str) -> None:
    if model == server.model:
        is_there, advice = (
            not server.lacks_its_model(),
            "Put the name of one that it has after TUTORIAL_MODEL=. Then restart the kernel.",
        )
    else:
        is_there, advice = not server.answers() or server.has_model(model), WHO_HAS_IT if models.find(model) else ""
    if not is_there:
        there = ", ".join(name for name in (server.models() or [server.model]) if name != model)
        has = f"; it has {there}" if there else ""
        raise NotOffered(f"This needs the model {model!r}, {_not_at(server)}{has}. {advice}".rstrip())


def _needs(server: Server, method: str, path: str, body: dict) -> Iterator[tuple[str, Callable[[], bool]]]:
    """Yield what a request needs, in plain words, each with the question whether the server has it."""
    if path == f"{RESPONSES}/input_tokens":
        yield "tokens counted before anything is sent", server.counts
    elif path.startswith(f"{RESPONSES}/"):
        yield "stored replies", server.keeps_replies
    kinds = kinds_of_parts(body)
    if kinds & {"input_image", "image_url"}:
        yield "a model that sees pictures", lambda: server.sees_pictures(CHAT if path == CHAT else server.path())
    if "input_file" in kinds:
        yield (
            "files in a message",
            lambda: (path == RESPONSES and server.path() == CHAT) or server.reads_files(),
        )  # Chat speaks for itself
    if method != "POST" or path not in (RESPONSES, CHAT):
        return
    if body.get("previous_response_id"):
        yield "stored replies", server.goes_on
    if body.get("moderation"):
        yield "moderation", server.moderates
    if effort := effort_of(body):
        yield f"the effort {effort!r}", lambda: server.has_effort(effort)
    if body.get("tools"):
        yield "a model that calls tools", lambda: server.calls_tools(server.path() if path == RESPONSES else CHAT)
    if wants_form(body):
        yield "replies in a given form", lambda: server.fills_forms(server.path() if path == RESPONSES else CHAT)
    if wants_logprobs(body):
        yield "logprobs", lambda: bool(server.path_with_logprobs(effort))


def effort_of(body: dict) -> str | None:
    """Return the effort that a request of either API names."""
    reasoning = body.get("reasoning")
    return _text(reasoning.get("effort") if isinstance(reasoning, dict) else body.get("reasoning_effort"))


def wants_form(body: dict) -> bool:
    """Return whether a request of either API describes the form of its reply by a schema."""
    text = body.get("text")
    form = text.get("format") if isinstance(text, dict) else body.get("response_format")
    return isinstance(form, dict) and form.get("type") == "json_schema"


def kinds_of_parts(body: dict) -> set[str]:
    """Return the types of all parts of messages that a request of either API holds."""
    given = body.get("input", body.get("messages"))
    contents = [item.get("content") for item in given if isinstance(item, dict)] if isinstance(given, list) else []
    parts = [part for content in contents if isinstance(content, list) for part in content]
    return {part["type"] for part in parts if isinstance(part, dict) and isinstance(part.get("type"), str)}


def wants_logprobs(body: dict) -> bool:
    """Return whether a request of either API asks for logprobs."""
    include = body.get("include")
    return bool(body.get("logprobs")) or (isinstance(include, list) and LOGPROBS in include)


def check_refusal(server: Server, path: str, body: dict, response: httpx2.Response) -> None:
    """Raise NotOffered if a response, which must have been read, says that the server has no such endpoint."""
    model = _text(body.get("model"))
    about_model = model is not None and model in response.text
    is_endpoint = re.fullmatch(r"(/[a-z_]+)+", path)  # and not a thing that has an id
    if response.status_code in NO_ENDPOINT and is_endpoint and not about_model and server.answers():
        need = ENDPOINTS.get(path.split("/")[1], path)
        raise NotOffered(f"This needs {need}, {_not_at(server)}. {WHO_HAS_IT}")


def body_of(request: httpx2.Request) -> dict:
    """Return the JSON object that a request carries; an empty one where it carries something else, such as a file."""
    if "json" not in request.headers.get("content-type", ""):
        return {}
    try:
        body = json.loads(request.content)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def _not_at(server: Server) -> str:
    return f"and the server at {server.address} does not offer that"


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
