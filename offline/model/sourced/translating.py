"""Read a question in another language as one in English, word by word, for sources that are in English.

    Wie kann ich Tokens zählen?  ->  how do i tokens count

sourced_abroad.yaml knows how people ask, and words of courses and manuals. Of the other words, those that say little are left
out, and the rest stays as it is: much of it is the same in English.
"""

import re
from functools import cache, lru_cache

from ...tables import read_table
from .. import tongues
from ..language import folded
from ..regex import Regex

_WORD = Regex(r"[^\W\d_]+")


@lru_cache(maxsize=256)
def in_english(question: str) -> str:
    """Return a question in the words of English, if it is in a language that sourced_abroad.yaml has; else as it is."""
    language = tongues.tongue(question)
    if language not in _languages():
        return question
    asks, words = _languages()[language]
    said = question.casefold()
    for frame, english in asks.items():
        said = frame.sub(f" {english.upper()} ", said)  # upper case: done with
    english = _WORD.sub(lambda found: _english(found[0], words, language), said.strip("¿¡"))
    return " ".join(english.casefold().split())


def _english(word: str, words: dict[str, str], language: str) -> str:
    """Return the English word for one in lower case; nothing for one that says little."""
    if word.isupper():
        return word
    plain = folded(word)
    fits = [known for known in words if plain == known or (known.endswith("*") and plain.startswith(known[:-1]))]
    if fits:
        return words[max(fits, key=len)]
    return "" if len(word) == 1 or tongues.says_little(word, language) else word


@cache
def _languages() -> dict[str, tuple[dict[re.Pattern, str], dict[str, str]]]:
    """Return for each language what asks in it, and its words, with the English for both."""
    return {
        language: (
            {Regex(frame): english for frame, english in given["asks"].items()},
            {word: english for english, line in given["words"].items() for word in line.split()},
        )
        for language, given in read_table("sourced_abroad.yaml").items()
    }
