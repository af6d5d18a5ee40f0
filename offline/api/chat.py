"""Chat Completions: `client.chat.completions`, and those that are kept (`store=True`)."""

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..model import context, pictures, tokens
from ..model.history import History
from ..refusals import Refused, check, check_ours, queries, together
from ..refusals import tools as tool_rules
from ..wire import Reply, Request, event_reply, json_reply
from . import moderations, pages, tool_requests
from .chat_chunks import chat_chunks, chat_completion
from .prompt_cache import Prompt
from .responses import fit
from .writers import Wanted, writers

if TYPE_CHECKING:
    from .standin import StandIn


class Completions:
    """The chat completions that one stand-in keeps: each with the messages it was given."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[dict, list[dict]]] = {}
        self.lock = threading.Lock()

    def find(self, completion_id: str) -> tuple[dict, list[dict]]:
        """Return a completion and its messages. Raises Refused if there is none of this id."""
        if kept := self.kept.get(completion_id):
            return kept
        raise Refused(f"Chat completion with id '{completion_id}' not found.", status=404)


def create(state: "StandIn", request: Request) -> Reply:
    """Answer POST /chat/completions."""
    body = request.body
    check("chat/completions", body)
    model = together.model_of(body, chat=True)
    effort = together.chat(body, model)
    check_ours("chat/completions", body)
    form = tool_requests.chat_form(body.get("response_format"))
    offered = tool_requests.tools(body, chat=True)
    tool_rules.check_chat_outputs(body["messages"])
    extra = tool_requests.count(body)
    history = History().plus(_messages(body))
    history, count = fit(history, [], model.context - extra, drop=False, chat=True)
    sent = history.message["content"] if history.message else ""
    moderations.block(body, sent)
    usage = state.cache.use(Prompt(body, extra, history, count + extra))
    limit = body.get("max_completion_tokens") or body.get("max_tokens")
    wanted = Wanted(body, [], history, effort, body.get("verbosity"), limit, body.get("n") or 1, offered, form)
    wanted.declines = request.happening == "declined"
    chunks = chat_chunks(body, writers(state, wanted), usage)
    if body.get("stream"):
        padded = bool((body.get("stream_options") or {}).get("include_obfuscation"))
        return event_reply(_kept(state, body, chunks), named=False, padded=padded)
    completion = chat_completion(chunks)
    said = completion["choices"][0]["message"]["content"] or ""
    if found := moderations.moderated(body, sent, said):
        completion["moderation"] = {side: _results(one) for side, one in found.items()}
    _keep(state, body, completion)
    return json_reply(completion)


def _results(one: dict) -> dict:
    """Return a moderation result as Chat Completions has it: in a list."""
    return {"type": "moderation_results", "model": one["model"], "results": [one]}


def _kept(state: "StandIn", body: dict, chunks: Iterator[dict]) -> Iterator[dict]:
    """Yield the chunks of a stream, and keep the completion at its end."""
    seen = []
    for chunk in chunks:
        seen.append(chunk)
        yield chunk
    if body.get("store"):
        _keep(state, body, chat_completion(iter(seen)))


def _keep(state: "StandIn", body: dict, completion: dict) -> None:
    if not body.get("store"):
        return
    about = {"metadata": body.get("metadata") or {}} | {
        name: body.get(name)
        for name in (
            "temperature",
            "top_p",
            "presence_penalty",
            "frequency_penalty",
            "seed",
            "tools",
            "tool_choice",
            "response_format",
        )
    }
    with state.completions.lock:
        state.completions.kept[completion["id"]] = (completion | about, body["messages"])


def _messages(body: dict) -> list[dict]:
    """Return the messages of a request as `model.history` has them."""
    return [
        message for number, given in enumerate(body["messages"]) for message in _read(given, f"messages[{number}]", body["model"])
    ]


def _read(given: dict, where: str, model: str) -> Iterator[dict]:
    content = given.get("content")
    parts = [{"type": "text", "text": content}] if isinstance(content, str) else content or []
    if given.get("refusal"):
        parts = [*parts, {"type": "refusal", "refusal": given["refusal"]}]
    if parts or not given.get("tool_calls"):
        yield from _spoken(given, parts, f"{where}.content", model)
    for call in given.get("tool_calls") or []:
        made = call[call["type"]]
        arguments = made["arguments"] if call["type"] == "function" else made["input"]
        yield {"role": "call", "name": made["name"], "arguments": arguments, "call_id": call["id"], "content": ""}


def _spoken(given: dict, parts: list[dict], where: str, model: str) -> Iterator[dict]:
    """Yield what a message says: each text up to a breakpoint as a message of its own."""
    about = {"role": "output", "call_id": given["tool_call_id"]} if given["role"] == "tool" else {"role": given["role"]}
    named = {"tokens": 1 + tokens.count(given["name"])} if given.get("name") else {}
    block: list[dict] = []
    before = None
    for part in parts:
        block.append(part)
        if part.get("prompt_cache_breakpoint"):
            before = context.going_on(before, about | named | _block(block, where, model)) | {"breakpoint": True}
            yield before
            block, named = [], {}
    if block or not parts:
        yield context.going_on(before, about | named | _block(block, where, model))


def _block(parts: list[dict], where: str, model: str) -> dict:
    """Return the text of some parts of a message, with what there is to see in their pictures."""
    seen, counted = [], 0
    for number, part in enumerate(parts):
        if part["type"] == "image_url":
            at = f"{where}[{number}].image_url"
            picture = pictures.look(part["image_url"]["url"], f"{at}.url")
            seen.append(picture)
            counted += pictures.tokens(picture, part["image_url"].get("detail"), model, at)
    said = [part.get("text") or part.get("refusal") or "" for part in parts if part["type"] in ("text", "refusal")]
    return {"content": "\n".join(said)} | ({"pictures": tuple(seen), "tokens": counted} if seen else {})


# --- Those that are kept ---


def list_completions(state: "StandIn", request: Request) -> Reply:
    """Answer GET /chat/completions: those that were stored, of one model or with some metadata if the query says so."""
    query = queries.read("chat/completions/list", request.query)
    wanted = {name[9:-1]: value for name, value in query.items() if name.startswith("metadata[")}
    kept = [
        completion
        for completion, _ in state.completions.kept.values()
        if query.get("model") in (None, completion["model"]) and wanted.items() <= completion["metadata"].items()
    ]
    return json_reply(pages.page(kept, {"order": "asc"} | query, state.completions.find))


def retrieve(state: "StandIn", request: Request, completion_id: str) -> Reply:
    """Answer GET /chat/completions/{completion_id}."""
    return json_reply(state.completions.find(completion_id)[0])


def update(state: "StandIn", request: Request, completion_id: str) -> Reply:
    """Answer POST /chat/completions/{completion_id}: only the metadata can change."""
    check("conversations/update", request.body)
    completion, messages = state.completions.find(completion_id)
    changed = completion | {"metadata": request.body.get("metadata") or {}}
    state.completions.kept[completion_id] = (changed, messages)
    return json_reply(changed)


def delete(state: "StandIn", request: Request, completion_id: str) -> Reply:
    """Answer DELETE /chat/completions/{completion_id}."""
    state.completions.find(completion_id)
    state.completions.kept.pop(completion_id, None)
    return json_reply({"id": completion_id, "object": "chat.completion.deleted", "deleted": True})


def list_messages(state: "StandIn", request: Request, completion_id: str) -> Reply:
    """Answer GET /chat/completions/{completion_id}/messages: what was given."""
    _, given = state.completions.find(completion_id)
    shown = [_stored_message(message, f"{completion_id}-{number}") for number, message in enumerate(given)]
    known = {message["id"] for message in shown}

    def find(message_id: str) -> None:
        if message_id not in known:
            raise Refused(f"Message with id '{message_id}' not found.", param="after", status=404)

    return json_reply(pages.page(shown, {"order": "asc"} | queries.read("chat/completions/messages", request.query), find))


def _stored_message(message: dict, message_id: str) -> dict:
    content = message.get("content")
    parts = None if isinstance(content, str | None) else content
    return message | {
        "id": message_id,
        "content": content if parts is None else None,
        "content_parts": parts,
        "refusal": message.get("refusal"),
    }


ROUTES = {
    ("POST", "/chat/completions"): create,
    ("GET", "/chat/completions"): list_completions,
    ("GET", "/chat/completions/{completion_id}"): retrieve,
    ("POST", "/chat/completions/{completion_id}"): update,
    ("DELETE", "/chat/completions/{completion_id}"): delete,
    ("GET", "/chat/completions/{completion_id}/messages"): list_messages,
}
