"""Prompts that the stand-in does answer, by kind, and the nearest of them to one that it does not."""

import re
from functools import cache

from ..tables import read_table

_SMALL = frozenset(
    "the a an is are of in to for and or what how me my it this that you i do does on with by one tell write".split()
)


def examples() -> dict[str, list[str]]:
    """Return prompts that work, by kind ("places", "calculations", ...). Each is proven by a test."""
    return {kind: [*prompts] for kind, prompts in _read().items()}


def nearest(prompt: str, number: int = 3) -> list[str]:
    """Return the prompts that share most words with another; of different kinds, if they share none."""
    words = _words(prompt)
    ranked = sorted(
        (-len(words & theirs), place, order, kind, example) for place, order, kind, example, theirs in _sorted_by_kind()
    )
    found, kinds = [], set()
    for shared, _, _, kind, example in ranked:
        if shared or kind not in kinds:
            found.append(example)
            kinds.add(kind)
        if len(found) == number:
            break
    return found


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold())) - _SMALL


@cache
def _sorted_by_kind() -> list[tuple[int, int, str, str, frozenset[str]]]:
    """Return every prompt: its place in its kind, the place of the kind, the kind, the prompt and its words."""
    return [
        (place, order, kind, example, _words(example))
        for order, (kind, some) in enumerate(_read().items())
        for place, example in enumerate(some)
    ]


@cache
def _read() -> dict[str, list[str]]:
    return read_table("examples.yaml")
