"""How long a prompt is, whether it fits, and what of it was sent before.

Prompt caching: as OpenAI documents it: from 1,024 tokens on, the longest beginning of a prompt that was sent
before counts as cached, in steps of 128 tokens. From gpt-5.6 on, writing to the cache is counted,
too: that is the rest of the prompt up to its last whole step. Unlike the real cache, this one
never forgets within half an hour, and is never missed by chance.
"""

import hashlib
import json
import threading
from itertools import takewhile

from . import rules, tokens
from .writing import Usage

TOKENS_PER_MESSAGE = 4  # around each message, to mark its role
TOKENS_PER_REQUEST = 3

SHORTEST = 1024  # tokens
STEP = 128  # tokens
STEPS_KEPT = 50_000
COUNTS_WRITES = ("gpt-5.6", "gpt-6")


def count_messages(messages: list[dict]) -> int:
    """Return how many tokens a request with these messages is counted as."""
    return TOKENS_PER_REQUEST + sum(map(_count, messages))


def fit(messages: list[dict], model: dict, *, chat: bool, drop: bool = False) -> tuple[list[dict], int]:
    """Return the messages that fit into the model's context, and their tokens; refuse if they do not.

    With `drop`, the oldest messages go until the rest fits; the instructions at the beginning and the
    last message stay.
    """
    told = list(takewhile(lambda message: message["role"] in ("system", "developer"), messages))
    spoken = messages[len(told) :]
    longest = rules.CHARS_PER_TOKEN * model["context"]  # what is longer is not worth counting
    spoken, length = _newest(told, spoken, _length, longest, drop)
    if length > longest:
        raise rules.too_long(length // rules.CHARS_PER_TOKEN, model, chat=chat)
    spoken, count = _newest(told, spoken, _count, model["context"] - TOKENS_PER_REQUEST, drop)
    count += TOKENS_PER_REQUEST
    if count > model["context"]:
        raise rules.too_long(count, model, chat=chat)
    return told + spoken, count


def _newest(told: list[dict], spoken: list[dict], measure, most: int, drop: bool) -> tuple[list[dict], int]:
    """Return `spoken`, with `drop` without its oldest messages as far as needed, and the size of all that is left."""
    sizes = [measure(message) for message in spoken]
    size = sum(map(measure, told)) + sum(sizes)
    first = 0
    while drop and size > most and first < len(spoken) - 1:
        size -= sizes[first]
        first += 1
    return spoken[first:], size


def _length(message: dict) -> int:
    return len(message["content"])


def _count(message: dict) -> int:
    return TOKENS_PER_MESSAGE + tokens.count(message["content"])


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
        written = len(steps) * STEP - cached if body["model"].startswith(COUNTS_WRITES) else 0
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
