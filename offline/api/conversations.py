"""Conversations that the API keeps: `client.conversations`, and `conversation=` of a response."""

import copy
import hashlib
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..model.history import History
from ..refusals import Refused, check, check_ours, queries
from ..wire import Reply, Request, json_reply
from . import items as response_items
from . import pages

if TYPE_CHECKING:
    from .standin import StandIn

LATEST = 100  # items of a conversation that a new response may refer to, such as a call without its output


@dataclass
class Conversation:
    """A conversation: what the API says of it, its items, and as much of them as was read as messages."""

    about: dict
    items: list[dict] = field(default_factory=list)
    history: History = field(default_factory=History)
    read: int = 0  # items that the history holds


class Conversations:
    """The conversations of one stand-in."""

    def __init__(self) -> None:
        self.kept: dict[str, Conversation] = {}
        self.lock = threading.RLock()
        self._made = 0

    def find(self, name: str) -> Conversation:
        """Return a conversation. Raises Refused if there is none of this id."""
        if kept := self.kept.get(name):
            return kept
        raise Refused(f"Conversation with id '{name}' not found.", status=404)

    def said(self, state: "StandIn", conversation: str | dict, model: str) -> tuple[History, list[dict]]:
        """Return what was said in a conversation, and its latest items. Raises Refused if there is no such one."""
        with self.lock:
            kept = self.find(_id(conversation))
            reader = response_items.Reader(model, state.files, state.responses.find_item)
            kept.history = kept.history.plus(reader.messages(kept.items[kept.read :], "items"))
            kept.read = len(kept.items)
            return kept.history, kept.items[-LATEST:]

    def append(self, conversation: str | dict, given: list[dict], output: list[dict]) -> None:
        """Add what a response was given and what it answered, if the conversation is still there."""
        with self.lock:
            if kept := self.kept.get(_id(conversation)):
                kept.items += response_items.complete(given, self.new_id) + copy.deepcopy(output)

    def new_items(self, state: "StandIn", given: list[dict] | None) -> list[dict]:
        """Return items as a conversation keeps them. Raises Refused for a reference to an item that there is not."""
        reader = response_items.Reader("", state.files, state.responses.find_item)
        return response_items.complete(reader.items(given, "items"), self.new_id)

    def new_id(self, kind: str) -> str:
        """Return an id of this kind that there was not before."""
        self._made += 1
        return f"{kind}_{hashlib.sha256(f'{kind} {self._made}'.encode()).hexdigest()[:48]}"


def _id(conversation: str | dict) -> str:
    return conversation["id"] if isinstance(conversation, dict) else conversation


def create(state: "StandIn", request: Request) -> Reply:
    """Answer POST /conversations."""
    body = request.body
    check("conversations", body)
    check_ours("conversations", body)
    kept = state.conversations
    with kept.lock:
        about: dict = {
            "id": kept.new_id("conv"),
            "object": "conversation",
            "created_at": int(time.time()),
            "metadata": body.get("metadata") or {},
        }
        kept.kept[about["id"]] = Conversation(about, kept.new_items(state, body.get("items")))
    return json_reply(about)


def retrieve(state: "StandIn", request: Request, conversation_id: str) -> Reply:
    """Answer GET /conversations/{conversation_id}."""
    return json_reply(state.conversations.find(conversation_id).about)


def update(state: "StandIn", request: Request, conversation_id: str) -> Reply:
    """Answer POST /conversations/{conversation_id}: only the metadata can change."""
    check("conversations/update", request.body)
    kept = state.conversations.find(conversation_id)
    kept.about["metadata"] = request.body.get("metadata") or {}
    return json_reply(kept.about)


def delete(state: "StandIn", request: Request, conversation_id: str) -> Reply:
    """Answer DELETE /conversations/{conversation_id}."""
    with state.conversations.lock:
        state.conversations.find(conversation_id)
        del state.conversations.kept[conversation_id]
    return json_reply({"id": conversation_id, "object": "conversation.deleted", "deleted": True})


def add_items(state: "StandIn", request: Request, conversation_id: str) -> Reply:
    """Answer POST /conversations/{conversation_id}/items."""
    queries.read("conversations/items/create", request.query)
    check("conversations/items", request.body)
    check_ours("conversations/items", request.body)
    with state.conversations.lock:
        kept = state.conversations.find(conversation_id)
        new = state.conversations.new_items(state, request.body["items"])
        kept.items += new
    return json_reply(_page(new))


def list_items(state: "StandIn", request: Request, conversation_id: str) -> Reply:
    """Answer GET /conversations/{conversation_id}/items."""
    kept = state.conversations.find(conversation_id)

    def find(item_id: str) -> None:
        if not any(item["id"] == item_id for item in kept.items):
            raise Refused(f"Item with id '{item_id}' not found.", param="after", status=404)

    return json_reply(_page(**pages.page(kept.items, queries.read("conversations/items/list", request.query), find)))


def retrieve_item(state: "StandIn", request: Request, conversation_id: str, item_id: str) -> Reply:
    """Answer GET /conversations/{conversation_id}/items/{item_id}."""
    queries.read("conversations/items/retrieve", request.query)
    return json_reply(_find_item(state.conversations.find(conversation_id), item_id))


def delete_item(state: "StandIn", request: Request, conversation_id: str, item_id: str) -> Reply:
    """Answer DELETE /conversations/{conversation_id}/items/{item_id}."""
    with state.conversations.lock:
        kept = state.conversations.find(conversation_id)
        kept.items.remove(_find_item(kept, item_id))
        kept.history, kept.read = History(), 0
    return json_reply(kept.about)


def _find_item(kept: Conversation, item_id: str) -> dict:
    for item in kept.items:
        if item["id"] == item_id:
            return item
    message = f"Item with id '{item_id}' not found in conversation with id '{kept.about['id']}'."
    raise Refused(message, status=404)


def _page(data: list[dict], *, has_more: bool = False, **page: Any) -> dict:
    first, last = (data[0]["id"], data[-1]["id"]) if data else ("", "")
    return {"object": "list", "data": data, "first_id": first, "last_id": last, "has_more": has_more}


ROUTES = {
    ("POST", "/conversations"): create,
    ("GET", "/conversations/{conversation_id}"): retrieve,
    ("POST", "/conversations/{conversation_id}"): update,
    ("DELETE", "/conversations/{conversation_id}"): delete,
    ("POST", "/conversations/{conversation_id}/items"): add_items,
    ("GET", "/conversations/{conversation_id}/items"): list_items,
    ("GET", "/conversations/{conversation_id}/items/{item_id}"): retrieve_item,
    ("DELETE", "/conversations/{conversation_id}/items/{item_id}"): delete_item,
}
