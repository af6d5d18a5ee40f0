"""Words of like and of opposite meaning, and words that rhyme, in the number asked for (data/word_kin.yaml)."""

import re
from functools import cache
from types import SimpleNamespace

from ...tables import read_table
from ..everyday.wish import NUMBER, counted
from ..regex import Regex
from .question import Answer, Question, says

LONGEST = 90  # characters
_WORD = r"(?:the )?(?:word )?[\"'“”‘’]?(?P<word>[a-z-]+)[\"'“”‘’]?"
_END = r"(?:\s+(?:please|pls|in english))?\W*\Z"
_LIKE = (
    Regex(rf"\b(?:synonyms?(?: words?)?|(?:an)?other words?|similar words?|words? (?:similar|like)|better words?)(?: (?:for|to|of))?\s+{_WORD}{_END}", re.IGNORECASE, needs="better like other similar synonym"),
    Regex(rf"(?<![\w'])(?!for\b|of\b){_WORD} synonyms?{_END}", re.IGNORECASE, needs="synonym"),
)  # fmt: skip
_OPPOSITE = Regex(
    rf"\b(?:opposites?|antonyms?)(?: word)?(?: (?:of|for|to))\s+{_WORD}{_END}", re.IGNORECASE, needs="antonym opposite"
)
_RHYMES = Regex(
    rf"\b(?:rhym(?:es?|ing)(?: words?)?|words?(?: that)? rhym(?:e|es|ing))(?: (?:with|for|to|on))\s+{_WORD}{_END}",
    re.IGNORECASE,
    needs="rhym",
)
_ONLY = Regex(
    rf"\A\W*(?:(?:please|can you|could you|give|me|tell|what|what's|whats|which|is|are|find|list|name|i need|need|some|a|an|the|words?|word|{NUMBER}|good|other)\b\W*)*\Z",
    re.IGNORECASE,
)
_COUNT = Regex(rf"\b({NUMBER})\b", re.IGNORECASE)
USUAL = 4


def answer(question: Question) -> Answer | None:
    """Return words that go with another; None if that is not asked, or the word is not in the table."""
    text = question.text.strip()
    if len(text) > LONGEST:
        return None
    for pattern, tell in ((_OPPOSITE, _opposite), (_RHYMES, _rhyming), (_LIKE[0], _alike), (_LIKE[1], _alike)):
        found = pattern.search(text)
        if found and _ONLY.match(text[: found.start()]):
            word = found["word"].casefold()
            number = _COUNT.search(text[: found.start()])
            return tell(word, counted(number[1]) if number else USUAL, asked=bool(number))
    return None


def _alike(word: str, count: int, *, asked: bool) -> Answer | None:
    row = _known().words.get(word)
    return _listed(f'Words that mean about the same as "{word}"', row["like"], count, asked=asked) if row else None


def _opposite(word: str, count: int, *, asked: bool) -> Answer | None:
    row = _known().words.get(word)
    if not row or not row["opposite"]:
        return None
    first, *rest = row["opposite"][:count]
    more = f" (also {', '.join(rest)})" if rest else ""
    return says(f'The opposite of "{word}" is "{first}"{more}.', short=first, about="words")


def _rhyming(word: str, count: int, *, asked: bool) -> Answer | None:
    if word in _known().none.split():
        return says(
            f'No everyday English word rhymes fully with "{word}": it is known for that. Poets use words that sound a little like it.',
            short="none",
            about="words",
        )
    line = next((line.split() for line in _known().rhymes if word in line.split()), None)
    return _listed(f'Words that rhyme with "{word}"', [one for one in line if one != word], count, asked=asked) if line else None


def _listed(head: str, words: list[str], count: int, *, asked: bool) -> Answer:
    lacking = f" I know no more than {len(words)}." if asked and len(words) < count else ""
    shown = ", ".join(words[:count] if asked else words)
    return says(f"{head}: {shown}.{lacking}", short=shown, about="words")


@cache
def _known() -> SimpleNamespace:
    return SimpleNamespace(**read_table("word_kin.yaml"))
