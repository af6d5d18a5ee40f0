"""What of a prompt was sent before, and is cheaper for it.

Since GPT-5.6 a prompt is cached up to *breakpoints*, and writing is counted (and costs 1.25 times the
input): one implicit breakpoint at the latest message, and explicit ones where a block of the input has
`prompt_cache_breakpoint`. A prompt reads from the cache what lies before the last of its places that an
earlier request wrote. So a long beginning with another end is missed, unless a breakpoint closes the
beginning (OpenAI's guide "Prompt caching" and the SDK's docstrings, seen in November 2026).

Before GPT-5.6 the longest beginning that was sent before counts, in steps of 128 tokens, and writing is free.

Both begin at 1,024 tokens. Unlike the real cache, this one never forgets within half an hour, and is
never missed by chance.
"""

import hashlib
import json
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from .. import models
from ..model import tokens
from ..model.context import around
from ..model.history import History

SHORTEST = 1024  # tokens
STEP = 128  # tokens
PLACES_KEPT = 50_000
MOST_WRITES = 4  # breakpoints that one request writes, the implicit one among them


@dataclass
class Usage:
    """What was sent, in tokens; `cached` and `cache_write` are parts of `input`."""

    input: int
    cached: int = 0
    cache_write: int = 0
    ttl: str = "30m"  # how long what was written is kept


@dataclass(frozen=True)
class Prompt:
    """A prompt as the cache sees it: what comes before all messages (a part of `body`), and the messages."""

    body: dict
    lead_count: int  # tokens before all messages
    history: History
    count: int  # tokens in all

    @cached_property
    def lead(self) -> bytes:
        """A digest of what comes before all messages, and of what keeps caches apart."""
        names = ("model", "tools", "instructions", "prompt_cache_key", "text", "response_format")
        return hashlib.sha256(json.dumps([self.body.get(name) for name in names], sort_keys=True).encode()).digest()

    @property
    def options(self) -> dict:
        """What the request says of its cache."""
        return self.body.get("prompt_cache_options") or {}


class PromptCache:
    """Remembers the beginnings of long prompts."""

    def __init__(self) -> None:
        self._seen: dict[bytes, None] = {}  # digests of beginnings, oldest first
        self._lock = threading.Lock()

    def use(self, prompt: Prompt) -> Usage:
        """Return how the tokens of a prompt divide into cached, written and other, and remember the prompt."""
        if prompt.count < SHORTEST:
            return Usage(prompt.count)
        with self._lock:
            writes = (model := models.find(prompt.body["model"])) is not None and model.writes
            return self._use_breakpoints(prompt) if writes else self._use_steps(prompt)

    def _use_breakpoints(self, prompt: Prompt) -> Usage:
        found, places = 0, []
        for history in prompt.history.newest_first():
            count = prompt.lead_count + history.count
            digest = prompt.lead + history.digest
            if count < SHORTEST:
                break
            if digest in self._seen:
                found = count
                self._remember([digest])
                break
            if (history.message or {}).get("breakpoint") or (
                history is prompt.history and prompt.options.get("mode") != "explicit"
            ):
                places.append((count, digest))
        places = places[:MOST_WRITES]
        self._remember(digest for _, digest in reversed(places))
        written = max(0, places[0][0] - found) if places else 0
        return Usage(prompt.count, found, written, prompt.options.get("ttl") or "30m")

    def _use_steps(self, prompt: Prompt) -> Usage:
        steps = _beginnings(prompt)
        known = 0
        while known < len(steps) and steps[known] in self._seen:
            known += 1
        self._remember(steps)
        return Usage(prompt.count, known * STEP if known * STEP >= SHORTEST else 0)

    def _remember(self, digests: Iterable[bytes]) -> None:
        for digest in digests:
            self._seen.pop(digest, None)
            self._seen[digest] = None
        while len(self._seen) > PLACES_KEPT:
            del self._seen[next(iter(self._seen))]


def _beginnings(prompt: Prompt) -> list[bytes]:
    """Return a digest of each beginning of the prompt, in steps; the last token is in none of them."""
    digest = hashlib.sha256(prompt.lead)
    said = [""] * prompt.lead_count
    for message in prompt.history:
        said += [message["role"]] * (around(message) + message.get("tokens", 0))
        said += tokens.split(message["content"] + (message.get("arguments") or ""))
    found = []
    for start in range(0, (len(said) - 1) // STEP * STEP, STEP):
        digest.update("\x1f".join(said[start : start + STEP]).encode())
        found.append(digest.digest())
    return found
