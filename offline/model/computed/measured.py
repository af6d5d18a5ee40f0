"""A measure that was just told, asked back or in another unit: "How high is it in feet?" after the height of Kilimanjaro."""

import re

from ..regex import Regex
from . import units
from .question import Answer, Question, says

LONGEST = 80  # characters of a question
_UNITS = "kilomet(?:er|re)s?|km|met(?:er|re)s?|m|centimet(?:er|re)s?|cm|miles?|feet|foot|ft|inch(?:es)?|yards?|kilograms?|kg|pounds?|lbs?|tons?|ounces?|celsius|fahrenheit|°c|°f"
_HI = r"\W*(?:(?:and|ok|okay|so|but|please|cool|wow|thanks|can you (?:say|tell me|give me|convert)|tell me|what(?:'s| is| are| would)?|how much(?: is| are)?|convert|say|be|give)\b\W*)*"
_ASKS = Regex(
    rf"{_HI}(?:(?:how (?P<how>high|tall|long|deep|wide|far(?: away)?|big|heavy)(?:'s| is| are| was)? (?:it|this|that|he|she|they|the (?:river|mountain|tower|building))(?: exactly| really)?)|(?:that|it|this|the same|them|those)?) ?\b(?:(?:to|in|into) (?P<unit>{_UNITS}))?(?: please| pls| then)?\W*",
    re.IGNORECASE,
)
_MEASURE = Regex(
    rf"(?P<about>about |nearly |some |more than )?(?P<number>\d[\d,]*(?:\.\d+)?)[ -]?(?P<unit>{_UNITS})(?!\w)", re.IGNORECASE
)
_SAYS = {"long": ("high", "tall", "deep", "mountain"), "high": ("long", "deep", "away", "river"), "tall": ("long", "deep", "away", "river"), "deep": ("high", "tall", "away"), "far": ("high", "tall", "long")}  # words of another dimension  # fmt: skip
_LENGTHS = Regex(r"kilomet|km|met|m\b|cent|cm|mile|f[eo]+t|ft|inch|yard", re.IGNORECASE)


def answer(question: Question) -> Answer | None:
    """Return the one measure that the reply before told, in the unit that is wanted; None where it told none, or of something else."""
    found = len(question.text) <= LONGEST and _ASKS.fullmatch(question.text.replace("’", "'").strip())
    replied = question.earlier("assistant")[:1]
    if not found or not replied or not (found["how"] or found["unit"]):
        return None
    told = list(_MEASURE.finditer(replied[0].partition(";")[0])) or list(_MEASURE.finditer(replied[0]))
    how = (found["how"] or "").partition(" ")[0].casefold()
    if not told or any(re.search(rf"\b{word}\b", replied[0], re.IGNORECASE) for word in _SAYS.get(how, ())):
        return None
    if how and (how == "heavy") == bool(_LENGTHS.match(told[0]["unit"])):
        return None
    if not found["unit"]:
        return _said(told[:1], replied[0]) if _are_one(told) else None
    there = [one for one in told if _unit(one["unit"]) == _unit(found["unit"])]
    if there and (len(there) == 1 or there[0].start() < 200):
        return _said(there[:1], replied[0])
    return units.answer(question.asking(f"convert {told[0]['number']} {told[0]['unit']} to {found['unit']}", before=()))


def _are_one(told: list[re.Match]) -> bool:
    """Return whether measures tell one length in several units: the first, and in brackets behind it another."""
    return len(told) == 1 or (len(told) == 2 and _unit(told[0]["unit"]) != _unit(told[1]["unit"]))


def _said(told: list[re.Match], reply: str) -> Answer:
    one = told[0]
    rest = re.match(r" \([^()]*\)", reply[one.end() :])
    inside = reply[: one.start()].rstrip().endswith("(")
    before = re.search(r"(about|nearly|some) [\d,.]+ [\w ]+\W*\Z", reply[: one.start()]) if inside else None
    about = one["about"] or (f"{before[1]} " if before else "")
    text = f"{about}{one['number']} {one['unit']}{rest[0] if rest else ''}"
    return says(f"It is {text}.", short=f"{about}{one['number']} {one['unit']}")


def _unit(name: str) -> str:
    name = name.casefold().replace("metre", "meter")
    return {"km": "kilometer", "m": "meter", "cm": "centimeter", "ft": "foot", "feet": "foot", "lb": "pound", "lbs": "pound", "kg": "kilogram", "inches": "inch", "°c": "celsius", "°f": "fahrenheit"}.get(name, name.removesuffix("s"))  # fmt: skip
