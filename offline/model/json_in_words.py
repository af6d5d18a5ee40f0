"""JSON for which only the words of a message ask: nothing guarantees its form, so it often comes wrapped up.

    'Answer in JSON with the keys name and age: Anna is 34.'
    -> {"name":"Anna","age":34}, or the same inside a Markdown fence, or behind "Here is the JSON:"

The object is filled as a structured reply is. What stands around it is drawn, as a chat model's habits are.
"""

import re

from . import tokens
from .regex import Regex
from .reply import Way

_JSON = Regex(r"\bjson\b", re.IGNORECASE)
_BARE = Regex(
    r"\b(?:only|just|raw|nothing (?:else|but)|no (?:other|extra|markdown|code|explanations?|prose)|without (?:any|markdown|a code|code))\b",
    re.IGNORECASE,
)
WRAPPINGS = [(1.1, "", ""), (1.0, "```json\n", "\n```"), (0.8, "Here is the JSON:\n\n```json\n", "\n```")]
"""What stands before and after the object, each with its weight: about one in two comes bare (see `sampling.surer`)."""


def wanted_in(texts: list[str]) -> bool:
    """Return whether one of the texts (instructions, a message) asks for JSON and names its keys."""
    asking = [text for text in texts if _JSON.search(text)]
    if not asking:
        return False
    from .evidence import keys  # a large room: loaded when first a message speaks of JSON

    return any(keys.wanted(text) for text in asking)


def wrapped(ways: list[Way], texts: list[str]) -> list[Way]:
    """Return the ways to write an object with what stands around it: nothing, if the texts want nothing else."""
    if any(_JSON.search(text) and _BARE.search(text) for text in texts):
        return ways
    return [
        (weight * share, [*_slot(before), *slots, *_slot(after)]) for share, before, after in WRAPPINGS for weight, slots in ways
    ]


def _slot(text: str) -> list:
    return [[(1.0, tuple(tokens.split(text)))]] if text else []
