"""What can be cooked with the things that somebody has: a dish that needs nothing else but what every kitchen has, or all of it from one pan.

Of what a dish needs besides, a main thing is left out, in the list and in the steps; the rest is marked, as something from the cupboard or
as something that may be left out. Of "tofu or chicken" the one that is there is taken.
"""

import re

from ..computed.question import Answer
from ..meaning import stem
from ..regex import Regex
from . import recipes, replacing
from .wish import capital, has, joined

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
_EITHER = Regex(r"\b(?P<one>[a-z]+) or (?P<two>[a-z]+)\b")
CUPBOARD, OPTIONAL = " (from the cupboard)", " (optional)"


def made_of(things: list[str], servings: int | None, without: list[str], told: str = "") -> Answer | None:
    """Return a dish made of all the things, with what it needs besides marked; one from the pan where no dish is. `told` is the wish."""
    fixed = [one for one in without if one not in recipes.known().instead]
    dinner = has(told, "dinner|lunch|supper")  # then no dessert is meant
    able = [
        name
        for name in _able(things, fixed, 4 if dinner else 1)
        if not (dinner and recipes.dishes()[name]["meal"] in ("dessert", "drink"))
    ]
    if not able:
        return _from_pan(things, servings, told)
    told = recipes.recipe(able[0], servings, without, lambda needs, steps: _with_these(needs, steps, things))
    marks = CUPBOARD in told or OPTIONAL in told
    more = f"\n\nYou could also make {' or '.join(able[1:3])}." if able[1:] else ""
    short = "\n\nTake as much as you have, and the rest in proportion." if marks else ""
    return recipes.said(f"With {joined(things)} I would make this:\n\n{told}{short}{more}", able[0])


def _able(things: list[str], without: list[str], of_one: int) -> list[str]:
    """Return the dishes that are made of all the things and of little else (`of_one`: besides a single thing), the best first."""
    ranked = sorted(
        (
            (score(one["needs"], things), -place, name)
            for place, (name, one) in enumerate(recipes.dishes().items())
            if recipes.fits(one, without)
        ),
        reverse=True,
    )
    most = MOST_MISSING if len(things) > 1 else of_one
    return [
        name for (used, lacking), _, name in ranked if used == len(things) and -lacking <= most and not _named_after(name, things)
    ]


def _named_after(dish: str, things: list[str]) -> bool:
    """Return whether a dish has its name from a main thing that is not there: no tuna pasta without tuna."""
    needs = [need for need in recipes.dishes()[dish]["needs"] if not any(_names(need, thing) for thing in things)]
    return any(_words(dish) & _words(need) & frozenset(map(stem, recipes.known().pantry)) for need in needs if _main(need))


def _with_these(needs: list[str], steps: list[str], things: list[str]) -> tuple[list[str], list[str]]:
    """Return ingredients and steps made for what is there: the right one of two, marks, and no main thing that is not there."""
    kept = []
    for need in needs:
        there = [thing for thing in things if _names(need, thing)]
        if len(there) == 1 and (pair := _EITHER.search(need)):
            other = pair["two"] if _names(pair["one"], there[0]) else pair["one"]
            need = re.sub(rf" or {other}\b|\b{other} or ", "", need)
            steps = [replacing.swapped(re.sub(rf" or {other}\b|\b{other} or ", "", step), {other: there[0]}) for step in steps]
        if there or not _main(need):
            kept.append(need + _mark(need, things))
        else:
            steps = [replacing.swapped(step, {recipes.plain(need): ""}) for step in steps]
    return kept, [step for step in steps if step]


def _main(need: str) -> bool:
    """Return whether an ingredient is a main one, not just a flavor."""
    return not _flavors(need) & _BASIC - _MEASURES and bool(set(re.findall(r"[a-z]+", need.casefold())) & recipes.known().pantry)


def _mark(need: str, things: list[str]) -> str:
    """Return what is said behind an ingredient that was not named: where it is, or that it can be left out."""
    if any(_names(need, thing) for thing in things):
        return ""
    telling = _flavors(need) - _MEASURES
    return CUPBOARD if telling and telling <= _CUPBOARD | {stem("olive"), stem("black"), stem("melted")} else OPTIONAL


def _words(need: str) -> set[str]:
    plain = re.sub(r"(?:vanilla|coffee|cocoa) beans?|bean sprouts", "", need.casefold())
    return {stem(word) for word in re.findall(r"[a-z]+", plain)}


def _flavors(need: str) -> set[str]:
    """Return the words of an ingredient in which a red pepper is no pepper, and without examples in brackets."""
    return _words(re.sub(r"\(.*?\)|\A\d+ (?:\w+ )?peppers?\b", "", need) or "vegetables")


def _names(need: str, thing: str) -> bool:
    return {stem(word) for word in thing.split()} <= _words(need)


def score(needs: list[str], things: list[str]) -> tuple[int, int]:
    """Return how many of the things a dish uses, and how little it needs besides (negative)."""
    used = sum(any(_names(one, thing) for one in needs) for thing in things)
    missing = sum(not _flavors(one) & _BASIC and not any(_names(one, thing) for thing in things) for one in needs)
    return used, -missing


def _from_pan(things: list[str], servings: int | None, told: str) -> Answer | None:
    """Return how all the things are cooked in one pan; None where something is no thing for a pan."""
    rows = recipes.known().pan
    row_of = {thing: next((place for place, row in enumerate(rows) if has(thing, row["things"])), None) for thing in things}
    if None in row_of.values():
        return None
    named = {
        thing: half[0].casefold() if (half := re.search(rf"half (?:an? )?{thing}\b", told, re.IGNORECASE)) else thing
        for thing in things
    }
    steps = [
        row["do"].replace(
            "{x}",
            joined([named[thing] if "half" in named[thing] else f"the {thing}" for thing in things if row_of[thing] == place]),
        )
        for place, row in enumerate(rows)
        if place in row_of.values()
    ]
    first = [] if "oil" in steps[0] else ["Warm a little oil in a pan; an onion and garlic, if there are any, go in first."]
    last = "Season with salt, pepper and a spice that you like, such as cumin or paprika."
    lines = "\n".join(
        f"{place}. {step}"
        for place, step in enumerate([*first, *steps, *([] if any("salt" in step for step in steps) else [last])], 1)
    )
    title = capital(joined(list(named.values())))
    return Answer(
        [(1.0, f"{title} from one pan, for {servings or 2}, in about {15 + 5 * len(steps)} minutes:\n\n{lines}")], about="cooking"
    )
