"""Corrections of what was said: "I am 34" - "actually I meant 35"; "capital of Australia?" - "sorry, I meant Austria".

A correction takes the place of what it is like in the message before: a number of a number, a place of a place, a name of a name.
"""

import re

from ..regex import Regex
from . import places
from .question import Question

LONGEST = 80  # characters of a correction
_CORRECTS = Regex(
    r"\W*(?:(?:no|sorry|actually|oops|wait|ah|oh|my mistake|correction|hm+|i mean|but|pardon|ups|excuse me)\b\W*)*(?:(?:i (?:meant|mean)(?: to (?:say|write|type))?|i wanted to say|make (?:it|that)|i(?:'m| am) wrong,? it(?:'s| is)|it should be|correction:?|that should (?:be|read)|rather)\b[\s:,]*)"
    r"(?P<right>[\w .,'’-]{1,40}?)(?:\W+(?:and )?not (?P<wrong>[\w .'’-]{1,40}?))?(?: sorry)?[\s.!]*",
    re.IGNORECASE,
    "meant mean make correction should rather say",
)
_NUMBER = Regex(r"\b\d+(?:[.,]\d+)?\b")
_NAME = Regex(r"(?<=[a-z,] )(?-i:[A-Z])[\w'’-]+")


def corrected(text: str, before: str) -> str | None:
    """Return the message `before` with what the message `text` corrects in it; None if `text` is no correction of it."""
    found = _CORRECTS.fullmatch(text.replace("’", "'")) if len(text) <= LONGEST else None
    if found is None:
        return None
    right = found["right"].strip(" ,.")
    if found["wrong"]:
        changed = re.sub(rf"\b{re.escape(found['wrong'].strip())}\b", right, before, count=1, flags=re.IGNORECASE)
        return changed if changed != before else None
    if number := _NUMBER.fullmatch(right):
        old = list(_NUMBER.finditer(before))
        return before[: old[0].start()] + number[0] + before[old[0].end() :] if len(old) == 1 else None
    there = places.mentioned(before)
    if places.mentioned(right) and len(there) == 1:
        return re.sub(rf"\b{re.escape(there[0].name)}\b", right, before, count=1, flags=re.IGNORECASE)
    if re.search(r"\bmake (?:it|that)\b", text, re.IGNORECASE) and not right[:1].isupper():  # "make it shorter" is no name
        return None
    names = list(_NAME.finditer(before))
    return before[: names[0].start()] + right + before[names[0].end() :] if len(names) == 1 and len(right.split()) < 4 else None


def request(question: Question) -> str | None:
    """Return the message before as a correction has it now; None where nothing is corrected."""
    asked = question.earlier("user")[:1]
    return corrected(question.text, asked[0]) if asked else None


def applied(texts: list[str]) -> list[str]:
    """Return messages (the latest first) in which each correction has changed the one before it."""
    kept: list[str] = []
    for text in reversed(texts):
        changed = corrected(text, kept[-1]) if kept else None
        if changed:
            kept[-1] = changed
        else:
            kept.append(text)
    return kept[::-1]
