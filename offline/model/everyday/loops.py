"""Small programs that print a row of numbers: "print the even numbers from 2 to 20", "count down from 10 to 1 in Python"."""

import re

from ..computed.question import Answer
from ..regex import Regex
from .wish import Wish, bare

FARTHEST = 1_000_000
_ASKS = Regex(
    r"\A(?:(?:write|give me|show me|make|create)\b.{0,40}? (?:that |which |to )?)?(?P<does>prints?|output|display|count(?:s|ing)?)\b(?: me| out)?"
    r"(?P<back> down| backwards?)?(?: all)?(?: the)?(?: (?P<which>even|odd|whole|square))?(?: numbers?| integers?| squares?)?(?P<squared> squared)?"
    r"(?: (?:from|between))?(?: (?P<start>-?\d+))?(?: ?(?:to|until|up to|and|through|-) ?(?P<end>-?\d+))(?: in (?:steps of|steps) (?P<step>\d+)s?)?"
    r"(?: (?:backwards?|in reverse(?: order)?))?(?P<python> (?:in|with|using) (?:python|a (?:for |while )?loop).*)?\W*\Z",
    re.IGNORECASE,
    "print prints output display count",
)
_TIMES = Regex(
    r"\A(?:.{0,40}\b)?(?:print|say|write|output)s? [\"“'](?P<text>[^\"”'\n\\]{1,60})[\"”'] (?P<times>\d{1,4}|ten|five|three) times(?P<python> (?:in|with|using) (?:python|a loop).*)?\W*\Z",
    re.IGNORECASE,
    "times",
)
_NUMBERS = {"ten": 10, "five": 5, "three": 3}


def answer(wish: Wish) -> Answer | None:
    """Return the code that prints the numbers, or a text several times; None if nothing of that kind is wanted."""
    text = bare(wish.text)
    if found := _TIMES.match(text):
        times = _NUMBERS.get(found["times"].casefold()) or int(found["times"])
        return _code(f'for _ in range({times}):\n    print("{found["text"]}")', "print again")
    found = _ASKS.match(text)
    if not found or (found["does"].casefold().startswith("count") and not found["python"]):
        return None
    start, end = int(found["start"] or 1), int(found["end"])
    if max(abs(start), abs(end)) > FARTHEST:
        return None
    which = (found["which"] or "").casefold()
    step = int(found["step"] or (2 if which in ("even", "odd") else 1))
    if step == 0:
        return None
    backward = start > end or bool(found["back"] or re.search(r"\b(?:backwards?|reverse)\b", text, re.IGNORECASE))
    first, last = (max(start, end), min(start, end)) if backward else (start, end)
    if which in ("even", "odd") and first % 2 != (which == "odd"):
        first += -1 if backward else 1
    numbers = [str(first), str(last - 1 if backward else last + 1)] + (
        [str(-step if backward else step)] if step > 1 or backward else []
    )
    shown = "number ** 2" if which == "square" or found["squared"] or "squares" in text.casefold() else "number"
    return _code(f"for number in range({', '.join(numbers)}):\n    print({shown})", "range")


def _code(code: str, about: str) -> Answer:
    return Answer([(1.0, f"```python\n{code}\n```")], about=about)
