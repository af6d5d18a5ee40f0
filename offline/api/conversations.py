"""Conversations that the API keeps: `client.conversations`, and `conversation=` of a response."""

import copy
import hashlib
import threading
import time
from urllib.parse import parse_qs, unquote

from ..refusals import rules
from ..refusals.rules import Refused


class Conversations:
    """The conversations of one stand-in, with their items, as the API keeps them."""

    def __init__(self):
        self._kept: dict[str, dict] = {}  # conversation id -> {"conversation": ..., "items": [...]}
        self._made = 0
        self._lock = threading.Lock()

    def answer(self, method: str, rest: str, query: str, body: dict) -> dict | None:
        """Return the reply to a request under /conversations/`rest`; None for an address that the API does not have."""
        with self._lock:
            match method, [unquote(part) for part in rest.split("/") if part]:
                case "POST", []:
                    return self._create(body)
                case "GET", [name]:
                    return self._find(name)["conversation"]
                case "POST", [name]:
                    rules.check_metadata(body)
                    self._find(name)["conversation"]["metadata"] = body.get("metadata") or {}
                    return self._find(name)["conversation"]
                case "DELETE", [name]:
                    self._find(name)
                    del self._kept[name]
                    return {"id": name, "object": "conversation.deleted", "deleted": True}
                case "POST", [name, "items"]:
                    kept = self._find(name)
                    new = self._complete(rules.check_conversation_items(body, needed=True))
                    kept["items"] += new
                    return _page(new, more=False)
                case "GET", [name, "items"]:
                    return _list(self._find(name)["items"], {key: values[-1] for key, values in parse_qs(query).items()})
                case "GET", [name, "items", item]:
                    return self._find_item(name, item)
                case "DELETE", [name, "items", item]:
                    self._find(name)["items"].remove(self._find_item(name, item))
                    return self._find(name)["conversation"]
        return None

    def messages(self, conversation: str | dict) -> list[dict]:
        """Return what was said in a conversation, as role and content dicts. Raises Refused if there is no such one."""
        with self._lock:
            items = self._find(_id(conversation))["items"]
            return [{"role": item["role"], "content": text_of(item["content"])} for item in items if item["type"] == "message"]

    def append(self, conversation: str | dict, given: str | list | None, output: list[dict]) -> None:
        """Add what a response was given and what it answered, if the conversation is still there."""
        if isinstance(given, str):
            given = [{"role": "user", "content": given}]
        with self._lock:
            if kept := self._kept.get(_id(conversation)):
                kept["items"] += self._complete(given or []) + copy.deepcopy(output)

    def _create(self, body: dict) -> dict:
        rules.check_known(body, frozenset({"items", "metadata"}))
        rules.check_metadata(body)
        items = rules.check_conversation_items(body, needed=False)
        conversation = {
            "id": self._new_id("conv"),
            "object": "conversation",
            "created_at": int(time.time()),
            "metadata": body.get("metadata") or {},
        }
        self._kept[conversation["id"]] = {"conversation": conversation, "items": self._complete(items)}
        return conversation

    def _find(self, name: str) -> dict:
        if name not in self._kept:
            raise Refused(f"Conversation with id '{name}' not found.", status=404)
        return self._kept[name]

    def _find_item(self, name: str, item_id: str) -> dict:
        for item in self._find(name)["items"]:
            if item["id"] == item_id:
                return item
        raise Refused(f"Item with id '{item_id}' not found in conversation with id '{name}'.", status=404)

    def _complete(self, items: list[dict]) -> list[dict]:
        """Return items as the API gives them back: with an id, a status, and the content in parts."""
        completed = []
        for item in items:
            kind = item.get("type") or "message"
            new = copy.deepcopy(item) | {
                "id": item.get("id") or self._new_id({"message": "msg"}.get(kind, "item")),
                "type": kind,
                "status": item.get("status") or "completed",
            }
            if kind == "message":
                new["content"] = _parts(item)
            completed.append(new)
        return completed

    def _new_id(self, kind: str) -> str:
        self._made += 1
        return f"{kind}_{hashlib.sha256(f'{kind} {self._made}'.encode()).hexdigest()[:48]}"


def text_of(content) -> str:
    """Return the text of a message's content, given as a string or as a list of parts."""
    if isinstance(content, list):
        return "\n".join(part.get("text") or part.get("refusal") or "" for part in content if isinstance(part, dict))
    return content if isinstance(content, str) else ""


def _id(conversation: str | dict) -> str:
    return conversation["id"] if isinstance(conversation, dict) else conversation


def _parts(message: dict) -> list[dict]:
    said = message["role"] == "assistant"
    content = message["content"]
    parts = content if isinstance(content, list) else [{"type": "output_text" if said else "input_text", "text": content}]
    usual = {"output_text": {"annotations": [], "logprobs": []}, "input_image": {"detail": "auto"}}
    return [usual.get(part.get("type"), {}) | part for part in parts]


def _list(items: list[dict], query: dict[str, str]) -> dict:
    """Return a page of items: the newest first unless the order is "asc", 20 unless there is a limit."""
    order = query.get("order", "desc")
    if order not in ("asc", "desc"):
        message = f"Invalid value: '{order}'. Supported values are: 'asc' and 'desc'."
        raise Refused(message, param="order", code="invalid_value")
    limit = query.get("limit", "20")
    if not limit.isdecimal() or not 1 <= int(limit) <= 100:
        message = f"Invalid 'limit': Expected an integer between 1 and 100, but got {limit} instead."
        raise Refused(message, param="limit", code="invalid_value")
    items = items if order == "asc" else items[::-1]
    if after := query.get("after"):
        ids = [item["id"] for item in items]
        if after not in ids:
            raise Refused(f"Item with id '{after}' not found.", param="after", status=404)
        items = items[ids.index(after) + 1 :]
    return _page(items[: int(limit)], more=len(items) > int(limit))


def _page(items: list[dict], *, more: bool) -> dict:
    first, last = (items[0]["id"], items[-1]["id"]) if items else ("", "")
    return {"object": "list", "data": items, "first_id": first, "last_id": last, "has_more": more}
