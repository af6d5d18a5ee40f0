"""Write a planned reply within the limits of its request, and remember what came of it."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from . import sampling
from .reply import Part


@dataclass
class Writer:
    """Writes the parts of one reply, one after the other, with one limit for all of them."""

    parts: list[Part]
    rng: random.Random
    identity: str  # hexadecimal, for ids
    settings: dict = field(default_factory=dict)  # of sampling.Settings
    limit: int | None = None  # tokens, thinking included
    reasoning: int = 0  # tokens
    stop: list[str] = field(default_factory=list)
    written: int = 0  # tokens, without thinking
    finish: str = "stop"
    text: str = ""  # of all messages

    def __post_init__(self):
        if self.limit is not None and self.reasoning > self.limit:
            self.reasoning = self.limit

    def write(self, part: Part) -> Iterator[tuple[str, sampling.Choice]]:
        """Yield what each token adds to the part, with the token's choice; `stop` ends messages only."""
        room = float("inf") if self.limit is None else self.limit - self.reasoning
        stop = self.stop if part.kind == "message" else []
        settings = self.settings | (sampling.surer(self.settings) if part.guarded else {})
        text = ""
        for choice in sampling.write(part.ways, rng=self.rng, **settings):
            if self.written >= room:
                self.finish = "length"
                return
            self.written += 1
            longer = text + choice.token
            ends = [longer.find(end) for end in stop if end in longer]
            said = longer[: min(ends)] if ends else longer
            added, text = said[len(text) :], said
            if part.kind != "call":
                self.text += added
            if added:
                yield added, choice
            if ends:
                return
