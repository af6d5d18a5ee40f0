"""What was said so far: messages that share their beginning with every history they go on from.

A history is never changed: `plus` returns a longer one that holds only the new messages and a link to
the old. So 2,000 turns that each go on from the one before take memory for 2,000 turns, not for two
million, and what is known of the beginning (its length, its digest) is not worked out again.

A message is a dict. `role` is "system", "developer", "user" or "assistant", with `content` as text, and
`pictures` where there are some; or "call", with `name`, `arguments` and `call_id`; or "output", with
`call_id` and `content`. `tokens` counts what is not in its texts, such as pictures; `breakpoint` marks
where a prompt may be cached up to, and `joined` counts the tokens before what goes on after it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator

from .context import TOLD, count_message


class History:
    """Messages, oldest first. `count` is in tokens; `digest` is the same for the same messages only."""

    __slots__ = ("before", "count", "digest", "length", "message", "told")

    def __init__(self):
        self.before: History | None = None
        self.message: dict | None = None
        self.length = self.count = 0
        self.digest = b""
        self.told: tuple[dict, ...] = ()  # the messages of system and developer among them

    def plus(self, messages: Iterable[dict]) -> "History":
        """Return the history that goes on with these messages."""
        history = self
        for message in messages:
            history = history._then(message)
        return history

    def _then(self, message: dict) -> "History":
        longer = History()
        longer.before, longer.message = self, message
        longer.length = self.length + 1
        longer.count = self.count + count_message(message)
        longer.digest = hashlib.sha256(self.digest + _bytes(message)).digest()
        longer.told = (*self.told, message) if message["role"] in TOLD else self.told
        return longer

    def newest_first(self) -> Iterator["History"]:
        """Yield this history, then the one before its last message, and so on to the first message."""
        history = self
        while history.message is not None:
            yield history
            history = history.before

    def __iter__(self) -> Iterator[dict]:
        return iter([history.message for history in self.newest_first()][::-1])

    def __len__(self) -> int:
        return self.length

    def last(self, most: int, *, letters: int | None = None) -> list[dict]:
        """Return the last messages, oldest first: at most `most`, and no more after `letters` characters."""
        found, read = [], 0
        for history in self.newest_first():
            if len(found) == most or (letters is not None and read > letters):
                break
            found.append(history.message)
            read += len(history.message["content"])
        return found[::-1]


def whole(messages: Iterable[dict]) -> list[dict]:
    """Return messages as the model reads them, which does not see where a prompt may be cached up to."""
    found: list[dict] = []
    for message in messages:
        plain = {name: value for name, value in message.items() if name not in ("breakpoint", "joined")}
        if "joined" in message and found and "file" not in found[-1]:
            plain = _joined(found.pop(), plain)
        found.append(plain)
    return found


def _joined(before: dict, message: dict) -> dict:
    content = "\n".join(filter(None, (before["content"], message["content"])))
    if "pictures" not in message:
        return before | {"content": content}
    pictures = before.get("pictures", ()) + message["pictures"]
    return message | {"content": content, "pictures": pictures, "tokens": before.get("tokens", 0) + message["tokens"]}


def _bytes(message: dict) -> bytes:
    shown = {name: value for name, value in message.items() if name != "breakpoint"}
    return json.dumps(shown, sort_keys=True, default=repr).encode()
