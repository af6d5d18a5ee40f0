"""What a correction may have overlooked: words that are not known, but would be with one letter changed; and that there may be more."""

import re
from functools import lru_cache

from ..answers import Answers
from ..meaning import stem
from ..remembered import Same
from .spelling import distance, nearly

SHORT = 12  # words: in so few there is hardly a mistake besides
MORE = "I only know a few rules, so there may be other mistakes."
_WORD = re.compile(r"(?<![\w'’-])[a-z]{6,}(?![\w'’-])")
_ENDINGS = re.compile(r"(?:e?s|e?d|e?r|e?n|y|ly|ing|al|or)\Z")


def note(text: str, sent: str, known: Answers) -> str:
    """Return what is said below a corrected text, of which `sent` was sent; "" for a short one of which every word is known."""
    left = [word for word in dict.fromkeys(_WORD.findall(text)) if word in sent]  # what was mended is right
    doubted = [f'"{word}" ({meant}?)' for word in left if (meant := _meant(word, known))]
    if not doubted and len(text.split()) <= SHORT:
        return ""
    return MORE if not doubted else f"{MORE} I doubt {' and '.join(doubted)}."


def _meant(word: str, known: Answers) -> str | None:
    """Return the known word that is one slip away from an unknown one; None where that is only another form of it."""
    words, stems = _vocabulary(Same(known))
    if word in words:
        return None
    meant = nearly(word, words)
    if meant is None or distance(word, meant) != 1 or _is_form(word, meant):
        return None
    return meant if stem(word) not in stems or abs(len(word) - len(meant)) == 1 else None


def _is_form(one: str, other: str) -> bool:
    """Return whether two words differ by an ending only: "deliver", "delivery"."""
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return longer.startswith(shorter) and bool(_ENDINGS.fullmatch(longer[len(shorter) :]))


@lru_cache(maxsize=2)
def _vocabulary(shared: Same) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of all that is known, and their stems."""
    known = shared.thing
    texts = [text for entry in known.entries for text in (*entry.questions, *entry.abouts, entry.may, *entry.then.values())]
    texts += [text for entry in known.entries for ways in entry.say.values() for _, text in ways]
    texts += [text for table in known.tables.values() for name, facts in table.items() for text in (name, *facts.values())]
    words = frozenset(word for text in texts for word in re.findall(r"[a-z]{5,}", text.casefold()))
    return words, frozenset(map(stem, words))
