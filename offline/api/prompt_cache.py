"""What of a prompt was sent before.

As OpenAI documents it: from 1,024 tokens on, the longest beginning of a prompt that was sent
before counts as cached, in steps of 128 tokens. From gpt-5.6 on, writing to the cache is counted,
too: that is the rest of the prompt up to its last whole step. Unlike the real cache, this one
never forgets within half an hour, and is never missed by chance.
"""

import hashlib
import json
import threading
from dataclasses import dataclass

from .. import models
from ..model import tokens
from ..model.context import TOKENS_PER_MESSAGE, TOKENS_PER_REQUEST

SHORTEST = 1024  # tokens
STEP = 128  # tokens
STEPS_KEPT = 50_000


@dataclass
class Usage:
    """What was sent, in tokens; `cached` and `cache_write` are parts of `input`."""

    input: int
    cached: int = 0
    cache_write: int = 0


class PromptCache:
    """Remembers the beginnings of long prompts, by model."""

    def __init__(self):
        self._seen: dict[bytes, None] = {}  # digests of beginnings, oldest first
        self._lock = threading.Lock()

    def use(self, body: dict, messages: list[dict], count: int) -> Usage:
        """Return how the `count` tokens of a prompt divide into cached and new, and remember the prompt."""
        if count < SHORTEST:
            return Usage(count)
        steps = _beginnings(body, messages)
        with self._lock:
            known = 0
            while known < len(steps) and steps[known] in self._seen:
                known += 1
            for step in steps:
                self._seen.pop(step, None)
                self._seen[step] = None
            while len(self._seen) > STEPS_KEPT:
                del self._seen[next(iter(self._seen))]
        cached = known * STEP if known * STEP >= SHORTEST else 0
        written = len(steps) * STEP - cached if models.find(body["model"]).writes else 0
        return Usage(count, cached, written)


def _beginnings(body: dict, messages: list[dict]) -> list[bytes]:
    """Return a digest of each beginning of the prompt, in steps; the last token is in none of them."""
    digest = hashlib.sha256(json.dumps([body["model"], body.get("tools")], sort_keys=True).encode())
    prompt = [""] * TOKENS_PER_REQUEST
    for message in messages:
        prompt += [message["role"]] * TOKENS_PER_MESSAGE
        prompt += tokens.split(message["content"])
    found = []
    for start in range(0, (len(prompt) - 1) // STEP * STEP, STEP):
        digest.update("\x1f".join(prompt[start : start + STEP]).encode())
        found.append(digest.digest())
    return found
