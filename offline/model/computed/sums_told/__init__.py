"""Sums that somebody tells in everyday words: a bill, a discount, a speed, a price for so many, ages, a recipe for more people.

Each kind takes the numbers that it understands out of the text. It answers only if it could use every number,
so that a story with something more in it is no story of that kind.
"""

import re
from functools import cache
from importlib import import_module
from types import ModuleType

from ...regex import Regex
from ..numbers import digits
from ..question import Answer, Question
from .told import Told, read

_NOON = Regex(r"\b(?:noon|midnight)\b(?= in\b)", re.IGNORECASE)
_ANOTHER = Regex(
    r"\A\W*(?:and|what about|how about|what if)\b(?: (?:what|how|about|with|for|if|there|are|were|we|it's|only|i))* (?P<n>\d+(?:\.\d+)?)(?: \w+){0,2}\W*\Z",
    re.IGNORECASE,
)
LONGEST = 260  # characters of a story
KINDS = (
    "zones",
    "changes",
    "unit_prices",
    "speeds",
    "ages",
    "recipes",
    "shares",
    "proportions",
    "dividing",
    "savings",
    "percents",
    "bills",
)


def answer(question: Question) -> Answer | None:
    """Return what a story with numbers asks for; None if it is none, or has more in it than a kind understands."""
    question = _again(question)
    text = _NOON.sub(lambda found: "12 pm" if found[0].casefold() == "noon" else "12 am", question.text)
    text = re.sub(r"\?[?!]+", "?", text)
    if len(text) > LONGEST or text.count("?") > 1 or "\n" in text:
        return None
    if not any(letter.isdigit() for letter in text):
        return _kind("zones").apart(text) if "time" in text.casefold() else None
    told = read(text)
    return next((found for kind in KINDS if (found := _kind(kind).answer(told.anew()))), None) if told else None


def _again(question: Question) -> Question:
    """Return the sum asked before with another number in its question, for "and with 6?"; else the same question."""
    another = _ANOTHER.match(digits(question.text))
    before = next(iter(question.earlier("user")[:1]), "")
    if another is None or not before or read(before) is None:
        return question
    start = max(before.rfind(". "), before.rfind(", "), 0)
    numbers = re.findall(r"\d+(?:\.\d+)?", before[start:])
    if len(numbers) != 1:
        return question
    return question.asking(before[:start] + before[start:].replace(numbers[0], another["n"], 1))


@cache
def _kind(name: str) -> ModuleType:
    return import_module(f".{name}", __name__)


__all__ = ["KINDS", "Told", "answer", "read"]
