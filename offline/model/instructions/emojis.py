"""Emojis at the end of a reply: as many as are wished, and such that fit its words (data/emojis.yaml)."""

import re

from ...tables import read_table
from .. import language
from ..regex import Regex
from . import points

ONE = "🙂"
_ALONE = Regex(r"\b(?:only|just|exclusively|nothing)\b", re.IGNORECASE)
_SEVERAL = [
    (Regex(r"\b(?:lots|many|plenty|tons|loads|lot|full)\b", re.IGNORECASE), 5),
    (Regex(r"\b(?:two|2|a couple)\b", re.IGNORECASE), 2),
    (Regex(r"\b(?:three|3|some|several|a few)\b", re.IGNORECASE), 3),
    (Regex(r"\b(?:four|4)\b", re.IGNORECASE), 4),
    (Regex(r"\b(?:five|5)\b", re.IGNORECASE), 5),
]
EMOJI = Regex("[\U0001f300-\U0001faff\u2600-\u27bf\ufe0f]")


def added(text: str, words: str, question: str, short: str | None = None) -> str | None:
    """Return a text with as many emojis at its end as some words wish ("use three emojis"), fitting the text and its question; or emojis alone (for the `short` answer, if they tell it), None where none tells it."""
    if _ALONE.search(words):
        return (_alone(short) if short else None) or _alone(text)
    wanted = next((count for pattern, count in _SEVERAL if pattern.search(words)), 1)
    wanted -= len(EMOJI.findall(text))
    return f"{text} {' '.join(_emojis(f'{question} {text}', wanted))}" if wanted > 0 else text


def _alone(text: str) -> str | None:
    """Return what a text says in emojis: what its first sentence is about; None where no emoji tells it."""
    table = read_table("emojis.yaml")
    first = (points.sentences(text) or [text])[0]
    if answer := re.match(r"(?:yes|no|hello|hi)\b", first, re.IGNORECASE):
        return table["answers"][answer[0].casefold()]
    words = [form for word in language.folded(first).split() for form in (word, word.removesuffix("s"))]
    by_word = {word: emoji for emoji, about in table["about"].items() for word in about.split()}
    return "".join(dict.fromkeys(by_word[word] for word in words if word in by_word)) or None


def _emojis(text: str, number: int) -> list[str]:
    """Return emojis that fit the words of a text, and friendly ones if there are too few."""
    words = set(language.folded(text).split())
    words |= {word.removesuffix("s") for word in words}
    table = read_table("emojis.yaml")
    fitting = [emoji for emoji, about in table["about"].items() if words & set(about.split())]
    usual = table["sad" if words & set(table["sadly"].split()) else "usual"].split()
    return [*fitting, *usual, *usual][:number] if number > 1 else [ONE]
