"""How many tokens a prompt has, and what of it fits into a model's context."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from . import tokens

if TYPE_CHECKING:
    from .history import History

TOKENS_PER_MESSAGE = 4  # around each message, to mark its role
TOKENS_PER_REQUEST = 3

TOLD = ("system", "developer")  # roles of instructions, which are never dropped
LONGEST_COUNTED = 9_000_000  # characters; a longer text fits into no context, and counting it would take seconds
CHARACTERS_PER_TOKEN = 8  # more than English has


def count_text(text: str) -> int:
    """Return how many tokens a text has; for one that is too long for any model, at least how many."""
    return tokens.count(text) if len(text) <= LONGEST_COUNTED else len(text) // CHARACTERS_PER_TOKEN


def count_message(message: dict) -> int:
    """Return how many tokens a message (see `history`) is counted as."""
    texts = [message["content"], message.get("name") or "", message.get("arguments") or ""]
    return around(message) + sum(map(count_text, texts)) + message.get("tokens", 0)


def around(message: dict) -> int:
    """Return how many tokens there are around a message; what goes on after a breakpoint is no message of its own."""
    return message.get("joined", TOKENS_PER_MESSAGE)


def going_on(before: dict | None, message: dict) -> dict:
    """Return a message as one that goes on with the one before (if any): between their texts, only a line break is counted."""
    if before is None:
        return message
    end = before["content"][-1:]
    return message | {"joined": tokens.count(f"{end}\n") - tokens.count(end) if end and message["content"] else 0}


def count_messages(messages: Iterable[dict]) -> int:
    """Return how many tokens a request with these messages is counted as."""
    return TOKENS_PER_REQUEST + sum(map(count_message, messages))


def newest(history: "History", room: int) -> list[dict]:
    """Return the messages that fit into `room` tokens: all instructions, the last message, and the latest others."""
    room -= sum(map(count_message, history.told))
    kept: list[dict] = []
    for longer in history.newest_first():
        told = longer.message["role"] in TOLD
        room -= 0 if told else count_message(longer.message)
        if room < 0 and kept and not told:
            return [*longer.told, *kept[::-1]]
        kept.append(longer.message)
    return kept[::-1]
