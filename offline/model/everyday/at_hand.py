"""What can be cooked with the things that somebody has: a dish that needs nothing else but what every kitchen has, or all of it from one pan.

What a dish needs besides is marked, as something from the cupboard or as something that may be left out.
"""

import re

from ..computed.question import Answer
from ..meaning import stem
from . import recipes
from .wish import capital

MOST_MISSING = 2  # ingredients of a dish that are neither there nor in every cupboard
_CUPBOARD = frozenset(map(stem, "salt pepper oil butter water sugar flour vinegar".split()))
_BASIC = _CUPBOARD | frozenset(
    map(stem, "garlic onion pinch teaspoon tablespoon clove piece handful can cans slice slices cup olive black dried".split())
)
_MEASURES = frozenset(
    map(
        stem,
        "pinch teaspoon tablespoon clove piece handful can cans slice slices cup of g ml kg l liter liters to taste for the pan".split(),
    )
)
CUPBOARD, OPTIONAL = " (from the cupboard)", " (optional)"


def made_of(things: list[str], servings: int | None, without: list[str]) -> Answer | None:
    """Return a dish made of all the things, with what it needs besides marked; one from the pan where no dish is."""
    ranked = sorted(
        (
            (score(one["needs"], things), -place, name)
            for place, (name, one) in enumerate(recipes.dishes().items())
            if recipes.fits(one, without)
        ),
        reverse=True,
    )
    able = [name for (used, lacking), _, name in ranked if used == len(things) and -lacking <= (MOST_MISSING if used > 1 else 1)]
    if not able:
        return _from_pan(things, servings)
    needs = recipes.dishes()[able[0]]["needs"]
    marks = {one: mark for one in needs if (mark := _mark(one, things))}
    told = recipes.recipe(able[0], servings, [], marks)
    more = f"\n\nYou could also make {' or '.join(able[1:3])}." if able[1:] else ""
    short = "\n\nTake as much as you have, and the rest in proportion." if marks else ""
    return recipes.said(f"With {recipes.joined(things)} I would make this:\n\n{told}{short}{more}", able[0])


def _mark(need: str, things: list[str]) -> str:
    """Return what is said behind an ingredient that was not named: where it is, or that it can be left out."""
    if any(_names(need, thing) for thing in things):
        return ""
    telling = _words(need) - _MEASURES
    return CUPBOARD if telling and telling <= _CUPBOARD | {stem("olive"), stem("black"), stem("melted")} else OPTIONAL


def _words(need: str) -> set[str]:
    plain = re.sub(r"(?:vanilla|coffee|cocoa) beans?|bean sprouts", "", need.casefold())
    return {stem(word) for word in re.findall(r"[a-z]+", plain)}


def _names(need: str, thing: str) -> bool:
    return {stem(word) for word in thing.split()} <= _words(need)


def score(needs: list[str], things: list[str]) -> tuple[int, int]:
    """Return how many of the things a dish uses, and how little it needs besides (negative)."""
    used = sum(any(_names(one, thing) for one in needs) for thing in things)
    missing = sum(not _words(one) & _BASIC and not any(_names(one, thing) for thing in things) for one in needs)
    return used, -missing


def _from_pan(things: list[str], servings: int | None) -> Answer | None:
    known = recipes.known()
    if not all(any(word in known.pantry for word in thing.split()) for thing in things):
        return None
    text = known.with_these.replace("<servings>", str(servings or 2))
    named = recipes.joined(things)
    return Answer([(1.0, text.replace("<Topic>", capital(named)).replace("<topic>", named))], about="cooking")
