"""Emojis at the end of a reply: as many as are wished, and such that fit its words (data/emojis.yaml)."""

import re

from ...tables import read_table
from .. import language
from ..regex import Regex

ONE = "🙂"
_SEVERAL = [
    (Regex(r"\b(?:lots|many|plenty|tons|loads|lot|full)\b", re.IGNORECASE), 5),
    (Regex(r"\b(?:two|2|a couple)\b", re.IGNORECASE), 2),
    (Regex(r"\b(?:three|3|some|several|a few)\b", re.IGNORECASE), 3),
    (Regex(r"\b(?:four|4)\b", re.IGNORECASE), 4),
    (Regex(r"\b(?:five|5)\b", re.IGNORECASE), 5),
]
EMOJI = Regex("[\U0001f300-\U0001faff\u2600-\u27bf\ufe0f]")


def added(text: str, words: str, question: str) -> str:
    """Return a text with as many emojis at its end as some words wish ("use three emojis"), fitting the text and its question; or one alone."""
    if re.search(r"\b(?:only|single|just|nothing but)\b", words, re.IGNORECASE):
        return ONE
    wanted = next((count for pattern, count in _SEVERAL if pattern.search(words)), 1)
    wanted -= len(EMOJI.findall(text))
    return f"{text} {' '.join(_emojis(f'{question} {text}', wanted))}" if wanted > 0 else text


def _emojis(text: str, number: int) -> list[str]:
    """Return emojis that fit the words of a text, and friendly ones if there are too few."""
    words = set(language.folded(text).split())
    words |= {word.removesuffix("s") for word in words}
    table = read_table("emojis.yaml")
    fitting = [emoji for emoji, about in table["about"].items() if words & set(about.split())]
    usual = table["sad" if words & set(table["sadly"].split()) else "usual"].split()
    return [*fitting, *usual, *usual][:number] if number > 1 else [ONE]
