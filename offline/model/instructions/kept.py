"""Check a finished reply against the wishes that can be counted: what a later step undid is named as well."""

import json
import re
from collections.abc import Callable

from .points import sentences
from .reading import Wanted, Wish

_AT_MOST = re.compile(
    r"\b(?:at most|max(?:imum)?|up to|(?:no|not|never) more than|or (?:less|fewer)|fewer than)\b", re.IGNORECASE
)
_SO_MANY_WORDS = re.compile(r"(?:in |with |about |around )?\d+ words", re.IGNORECASE)
_A_TEXT = re.compile(r"\b(?:story|tale|poem|essay|letter|speech|article)\b", re.IGNORECASE)


def broken(text: str, wanted: Wanted, *, dressed: bool) -> list[Wish]:
    """Return the wishes that a reply does not keep; what a role says around it (`dressed`) is no sentence of its own."""
    last = {wish.kind: wish for wish in wanted.wishes}
    left = {"sentences", "sentences_at_most"} if dressed else set()
    return [
        wish
        for kind, wish in last.items()
        if kind in _KEPT and kind not in left and (not _KEPT[kind](text, wish) or _too_short(text, wish, wanted.question))
    ]


def _too_short(text: str, wish: Wish, question: str) -> bool:
    """Return whether a story or the like has less than half of "100 words"; "at most 100 words" may be few."""
    of_length = _SO_MANY_WORDS.fullmatch(wish.words) and _A_TEXT.search(question)
    return bool(of_length) and 2 * len(text.split()) < int(wish.value or 0)


def _bullets(text: str, wish: Wish) -> bool:
    if not isinstance(wish.value, int):
        return True
    count = len(re.findall(r"^(?:[-*•]|\d+[.)]) ", text, re.MULTILINE))
    return count <= wish.value if _AT_MOST.search(wish.words) else count == wish.value


def _json(text: str, wish: Wish) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


_KEPT: dict[str, Callable[[str, Wish], bool]] = {
    "words_at_most": lambda text, wish: len(text.split()) <= int(wish.value or 0),
    "words_at_least": lambda text, wish: len(text.split()) >= int(wish.value or 0),
    "words_exactly": lambda text, wish: len(text.split()) == int(wish.value or 0),
    "characters_at_most": lambda text, wish: len(text) <= int(wish.value or 0),
    "sentences": lambda text, wish: len(sentences(text)) == int(wish.value or 1),
    "sentences_at_most": lambda text, wish: len(sentences(text)) <= int(wish.value or 2),
    "begin": lambda text, wish: _words(text).startswith(_words(str(wish.value))),
    "bullets": _bullets,
    "json": _json,
    "upper": lambda text, wish: text == text.upper(),
    "lower": lambda text, wish: text == text.lower(),
}
