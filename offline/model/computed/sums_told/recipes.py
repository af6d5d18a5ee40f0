"""A recipe for more people, or fewer: every amount times the same number."""

import re

from ...regex import Regex
from ..numbers import shown
from ..question import Answer
from .told import N, Told, value, worked

_PEOPLE = r"(?: (?:people|persons?|servings?|portions?|guests|adults|of us|friends|eaters|muffins|cookies|pancakes|pieces))?"
_FOR = (
    Regex(rf"\b(?:recipe|dish|cake|dough|soup|it|this|that|which)\b[^\d]{{0,25}}?\b(?:for|serves?|makes?|feeds) {N}{_PEOPLE}\b"),
    Regex(rf"\bfor {N}{_PEOPLE}\b"),
)
_TO = (
    Regex(rf"\b(?:how much|how many|what)\b.*?\bfor {N}{_PEOPLE}\b"),
    Regex(
        rf"\b(?:scale|adjust|change|convert|adapt|make|need|want|cook(?:ing)?|i have|we are|we're|to|for)\b[^\d]{{0,30}}\b{N}{_PEOPLE}\b\W*\Z"
    ),
)
_RECIPE = Regex(
    r"\b(?:recipe|servings?|portions?|scale|flour|dough|cake|soup|cook|bake|baking|cooking|rice|pasta|eggs|sugar|butter|milk)\b"
)
_UNITS = (
    r"(?:g|grams?|kg|ml|l|liters?|litres?|cups?|tablespoons?|teaspoons?|tbsp|tsp|oz|ounces?|cloves?|cans?|pinch(?:es)?|sticks?)"
)
_AMOUNT = re.compile(
    rf"\b{N} ?(?P<unit>{_UNITS}\b)?(?: of)? (?P<what>(?!people|persons?|servings?|portions?|and\b|for\b)[a-z-]+)(?! *%)"
)


def answer(told: Told) -> Answer | None:
    """Return the amounts of a recipe for another number of people; None where it is no recipe, or does not say for how many."""
    if not told.asks(_RECIPE):
        return None
    to = told.take(*_TO)
    before = told.take(*_FOR)
    if not before or not to or not (old := value(before[1])) or not (new := value(to[1])):
        return None
    amounts = []
    while found := _AMOUNT.search(told.text):
        told.text = told.text.replace(found[0], " ; ", 1)
        unit = f" {found['unit']}" if found["unit"] else ""
        amounts.append((value(found[1]), unit, found["what"]))
    if not amounts or told.left or old == new:
        return None
    scaled = [_scaled(amount * new / old, unit, what) for amount, unit, what in amounts]
    lines = "\n".join(f"- {line}" for line in scaled) if len(scaled) > 1 else scaled[0]
    times = f"From {shown(old)} to {shown(new)} it is times {shown(round(new / old, 3))}"
    said = f"{times}:\n\n{lines}" if len(scaled) > 1 else f"{times}: {lines}."
    return worked(f"{said}{_halves(scaled)}", ", ".join(scaled))


def _scaled(amount: float, unit: str, what: str) -> str:
    return f"{shown(round(amount, 2))}{unit}{' of' if unit.strip() in ('cups', 'cup') else ''} {what}"


def _halves(scaled: list[str]) -> str:
    """Return what to do with parts of an egg, if there are such."""
    return "\n\nTake the nearest whole number of eggs." if any(re.match(r"\d+\.\d+ eggs?", one) for one in scaled) else ""
