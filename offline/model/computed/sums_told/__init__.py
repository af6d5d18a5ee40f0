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
from . import steps, varied
from .told import Told, read

_NOON = Regex(r"\b(?:noon|midnight)\b(?= in\b)", re.IGNORECASE, needs="midnight noon")
FEW = 7  # words of a sum that is no story
LONGEST = 260  # characters of a story
KINDS = (
    "zones",
    "changes",
    "unit_prices",
    "speeds",
    "ages",
    "shapes",
    "recipes",
    "shopping",
    "shares",
    "proportions",
    "dividing",
    "savings",
    "percents",
    "bills",
)


def answer(question: Question) -> Answer | None:
    """Return what a story with numbers asks for; None if it is none, or has more in it than a kind understands."""
    if question.before:
        if shown := steps.answer(question):
            return shown
        if full := varied.varied(question):
            return worked_out(question.asking(full, before=()))
    if "reasoned" in (question.known.forms_of([question.text]) or ()):
        return None  # on file with what comes to mind at once, and what comes of thinking
    return _told(question.text) or _counted(question.text)


def _counted(text: str) -> Answer | None:
    """Return what comes of a story that counts one thing; None for any other."""
    from .. import word_problems

    return (
        word_problems.told(digits(text))
        if len(text) <= LONGEST and text.count("?") < 2 and re.search(r"[.,;?]\s", text)
        else None
    )


def worked_out(question: Question) -> Answer | None:
    """Return what a sum gives, told in words or in signs, by itself."""
    from .. import calculator, clock

    in_signs = calculator.answer(question) if len(question.text.split()) <= FEW else None
    return in_signs or _told(question.text) or clock.answer(question) or calculator.answer(question)


def _told(text: str) -> Answer | None:
    text = _NOON.sub(lambda found: "12 pm" if found[0].casefold() == "noon" else "12 am", text)
    text = re.sub(r"\?[?!]+", "?", text)
    if len(text) > LONGEST or text.count("?") > 1 or "\n" in text:
        return None
    if not any(letter.isdigit() for letter in text):
        return _kind("zones").apart(text) if "time" in text.casefold() else None
    told = read(text)
    return next((found for kind in KINDS if (found := _kind(kind).answer(told.anew()))), None) if told else None


@cache
def _kind(name: str) -> ModuleType:
    return import_module(f".{name}", __name__)


__all__ = ["KINDS", "Told", "answer", "read"]
