"""Prompts that the stand-in does answer, by kind, and the nearest of them to one that it does not.

    nearest("how do vaccines get approved")[0] == "How do vaccines work?"    # both are about vaccines

Two tables hold them: examples.yaml, which lessons and widgets show, and suggestions.yaml, of which only the nearest are named.
"""

from functools import cache
from math import log, sqrt

from ..tables import read_table
from .abouts import telling, words


def examples() -> dict[str, list[str]]:
    """Return prompts that work, by kind ("places", "calculations", ...). Each is proven by a test."""
    return {kind: [*prompts] for kind, prompts in _read().items()}


def nearest(prompt: str, number: int = 3) -> list[str]:
    """Return the prompts that are most nearly about the same as another; what is missing, from the first of each kind."""
    found = _alike(prompt)[:number]
    others = [prompts[0] for prompts in _read().values() if not set(prompts) & set(found)]
    return found + others[: number - len(found)]


def _alike(prompt: str) -> list[str]:
    """Return the prompts that share telling words with another, the likest first."""
    likeness: dict[int, float] = {}
    for word in sorted(_words(prompt)):
        for place, weight in _weights().get(word, ()):
            likeness[place] = likeness.get(place, 0) + weight
    return [_pool()[place] for place in sorted(likeness, key=lambda place: (-likeness[place], place))]


@cache
def _weights() -> dict[str, list[tuple[int, float]]]:
    """Return for each telling word the places of the prompts that have it, and what it counts there: much, if few others have it and there are few besides."""
    prompts = [_words(prompt) for prompt in _pool()]
    places: dict[str, list[int]] = {}
    for place, theirs in enumerate(prompts):
        for word in theirs:
            places.setdefault(word, []).append(place)
    rarity = {word: log(len(prompts) / len(found)) for word, found in places.items()}
    lengths = [sqrt(sum(rarity[word] ** 2 for word in theirs)) for theirs in prompts]
    return {word: [(place, rarity[word] ** 2 / lengths[place]) for place in found] for word, found in places.items()}


def _words(text: str) -> frozenset[str]:
    return telling(text) - words("in_any")


@cache
def _pool() -> list[str]:
    return [prompt for table in (_read(), read_table("suggestions.yaml")) for prompts in table.values() for prompt in prompts]


@cache
def _read() -> dict[str, list[str]]:
    return read_table("examples.yaml")
