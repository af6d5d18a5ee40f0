"""What the model is about to say: a reply is a list of parts, each a message, a call of a tool, or a no.

A part is not yet text: it holds weighted ways to write it, from which `sampling.write` draws tokens.
"""

import random
from dataclasses import dataclass
from typing import Literal

from . import sampling, tokens

Way = tuple[float, list[sampling.Slot]]


@dataclass(frozen=True)
class Part:
    """One part of a reply.

    `guarded` parts are written without slips, as a real decoder masks every token that the wanted
    form forbids. `tool` is the name of the tool that a call is for; a `custom` tool takes plain text,
    every other one a JSON object.
    """

    kind: Literal["message", "call", "declined"]
    ways: list[Way]
    guarded: bool = False
    tool: str | None = None
    custom: bool = False

    def likeliest(self) -> str:
        """Return the text that is written at temperature 0."""
        return "".join(choice.token for choice in sampling.write(self.ways, temperature=0, rng=random.Random(0)))


def way(text: str, weight: float = 1.0) -> Way:
    """Return the way to write exactly `text`."""
    return (weight, [[(1.0, tuple(tokens.split(text)))]])
