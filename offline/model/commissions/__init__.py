"""Texts that are commissioned with details, and changed by later messages: letters, speeches, cards, bios, tales, poems.

`reading` finds the commission in the talk, `clauses` makes good English of what was told, `letters` and `pieces` write.
What cannot be put into good English is left out, and said to be so; so is a change that has no effect.
"""

import re

from ..computed.question import Answer, Question, says
from ..everyday import taken_up
from ..instructions.following import sentences
from ..regex import Regex
from . import letters, notes_on_oneself, pieces
from .reading import read

CANNOT = "I am the offline stand-in, and I have no answer to that: too much of what you told me I could not put into good English. Short, whole sentences help."
LEFT_OUT = "Left out, as I could not put it into good English: {}"
_TAKES_OUT = Regex(
    r"[^:\n]{0,40}\b(?:notes|(?:bullet |key)?points)\b[^:\n]{0,60}:|\W*(?:(?:please|can you|could you)\W+)?(?:extract|find|get|pull|list|pick|what|which|show|give me)\b[^:\n]{0,60}\b(?:out of|from|in) (?:this|the following|that)\b",
    re.IGNORECASE,
)
_FAREWELL = Regex(r"\bfarewell\b", re.IGNORECASE)
_WRITERS = {
    "letter": letters.written,
    "speech": pieces.speech,
    "card": pieces.card,
    "bio": notes_on_oneself.bio,
    "review": pieces.review,
    "tale": pieces.tale,
    "poem": pieces.poem,
    "away": notes_on_oneself.away,
}


def answer(question: Question) -> Answer | None:
    """Return the text that the talk commissions, with all that was said of it until now; None if it commissions none."""
    if _TAKES_OUT.match(question.text):
        return None
    *before, now = *reversed(question.earlier("user")), question.text
    if before:
        return _answer([*before, now])
    alone = _answer([now])
    return (
        alone
        if alone is None or alone.ways[0][1] == CANNOT
        else taken_up.checked(now, lambda text: _answer([text]), forbids=False)
    )


def _answer(turns: list[str]) -> Answer | None:
    now = _written(turns)
    if now is None:
        return None
    text, left, cannot = now
    if not text:
        return says(CANNOT, guarded=True)
    if len(turns) > 1 and (before := _written(turns[:-1])) and before[0] == text and not left and not cannot:
        cannot = [turns[-1].strip(" .!")]
    whole = "\n\n".join([text, *([LEFT_OUT.format("; ".join(f'"{one}"' for one in left))] if left else [])])
    return says(
        whole,
        guarded=True,
        about="letter",
        of_length=lambda unit, number: whole if _count(text, unit) <= number else None,
        cannot=tuple(cannot),
    )


def _count(text: str, unit: str) -> int:
    return len(text.split()) if unit == "words" else sum(bool(re.search(r"[.!?]\W*\Z", one)) for one in sentences(text))


def _written(turns: list[str]) -> tuple[str, list[str], list[str]] | None:
    """Return the text, what of it was left out, and what could not be followed."""
    made = read(turns)
    written = made and (
        _WRITERS[made.kind](made) or (letters.written(made) if made.kind == "card" and _FAREWELL.search(made.text) else None)
    )
    if not written:
        return None
    text, left = written
    if not text:
        return text, left, []
    unheard = [tone for tone in made.tones if tone in ("rhyme", "long") or (tone == "sad" and made.kind != "tale")]
    unkept = [
        words
        for unit, number, words in made.lengths
        if unit in ("sentence", "word", "character") and (len(text) if unit == "character" else _count(text, f"{unit}s")) > number
    ]
    cannot = [*unkept, *made.cannot, *(f"make it {tone}" for tone in dict.fromkeys(unheard))]
    return text, left, cannot
