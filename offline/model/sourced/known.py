"""What is known of words, for finding an answer in sources: sourced.yaml, and which words there are in English."""

import re
from functools import cache

from ...tables import read_table
from .. import meaning, vocabulary
from ..regex import Regex


@cache
def alike() -> dict[str, frozenset[str]]:
    """Return for each stem those that stand in one line of sourced.yaml with it."""
    found: dict[str, set[str]] = {}
    for line in read_table("sourced.yaml")["alike"]:
        stems = {meaning.stem(word) for word in line.split()}
        for stem in stems:
            found.setdefault(stem, set()).update(stems)
    return {stem: frozenset(others) for stem, others in found.items()}


@cache
def phrases() -> dict[re.Pattern, str]:
    """Return how people say a thing in several words, each with the words that texts have for it."""
    return {Regex(phrase, re.IGNORECASE): words for phrase, words in read_table("sourced.yaml")["phrases"].items()}


@cache
def light() -> frozenset[str]:
    """Return the stems of words that many texts have, whatever they are about."""
    return frozenset(map(meaning.stem, read_table("sourced.yaml")["light"].split()))


@cache
def own_words() -> frozenset[str]:
    """Return the words that are no form of another one, though they look so."""
    return frozenset(read_table("sourced.yaml")["apart"].split())


@cache
def _english() -> frozenset[str]:
    """Return the stems of words that are no misspellings: what the stand-in says anywhere, or knows the meaning of."""
    told = meaning.knowledge()
    return frozenset(map(meaning.stem, vocabulary.words())).union(alike(), told.synonyms, told.concepts, told.ignored)


def is_known(word: str) -> bool:
    """Return whether a word, in lower case, is one that the stand-in has met."""
    return meaning.stem(word) in _english() or word in _english()


def asking() -> frozenset[str]:
    """Return the words of English that say little by themselves, such as "what"."""
    return meaning.knowledge().ignored
