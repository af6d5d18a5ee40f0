"""Tell the language of a message by its common words, and say in it that there is no answer (data/languages.yaml)."""

import re
from functools import cache

from ..tables import read_table
from .language import plain

FEW = 3  # words of a message of which one common word is enough


def tongue(text: str) -> str | None:
    """Return the language that a message is in: an English name in lower case; None for English, or if nothing tells."""
    words = plain(text)[0].split()
    told = set(words)
    found = {name: told & common for name, common in _common().items()}
    likeliest = max(found, key=lambda name: len(found[name]))
    enough = 1 if len(words) <= FEW and any(len(word) > 2 for word in found[likeliest]) else 2
    return likeliest if len(found[likeliest]) >= max(enough, len(found["english"]) + 1) else None


def unknown(language: str | None, english: str) -> str:
    """Return the words for "I have no answer" in a language, `english` where there are none in it."""
    return _read().get(language, {}).get("unknown", english)


def can_say_unknown(language: str | None) -> bool:
    """Return whether there are words for it in a language."""
    return language in (None, "english") or "unknown" in _read().get(language, {})


def is_unknown(reply: str, english: str) -> bool:
    """Return whether a reply said that there is no answer, in whatever language."""
    said = [english, *(given["unknown"] for given in _read().values() if "unknown" in given)]
    return any(reply.startswith(one.partition("{")[0]) for one in said if one)


@cache
def _common() -> dict[str, frozenset[str]]:
    return {name: frozenset(re.split(r"[\s']+", given["words"])) for name, given in _read().items()}


@cache
def _read() -> dict[str, dict[str, str]]:
    return read_table("languages.yaml")
