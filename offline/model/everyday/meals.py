"""So many ideas for a meal: dishes that use what somebody has, then simple ones made of it, without what must not be in them."""

import re

from ..computed.question import Answer
from ..regex import Regex
from .at_hand import score
from .recipes import barred, dishes, fits, in_kitchen, known, things_at_hand
from .wish import NUMBER, UNSAFE, Wish, bare, capital, counted, joined, listed

LONGEST = 250  # characters of a request
MOST = 12
SNACK = 25  # minutes, at most
_ASKS = Regex(
    rf"\b(?P<n>{NUMBER}) (?:\w+ ){{0,3}}?(?:ideas?|suggestions?|dishes|meals|recipes?|options|things)\b",
    re.IGNORECASE,
    "idea suggestion dish meal recipe option thing",
)
_MEAL = Regex(
    r"\b(?:(?P<meal>breakfast|lunch|dinner|supper|dessert|snack)s?|cook|eat|meals?|dish(?:es)?|recipes?|food|to make with)\b",
    re.IGNORECASE,
)
_WITH = Regex(r"\b(?:with|using|from|out of|i have|we have|i've got|i got)\b", re.IGNORECASE)
_SWEET = frozenset(("breakfast", "dessert", "snack"))


def answer(wish: Wish) -> Answer | None:
    """Return as many ideas for a meal as are asked for; None if no number of them is asked for."""
    text = wish.whole.replace("’", "'")
    asked = _ASKS.search(text)
    if not asked or len(text) > LONGEST or UNSAFE.search(text) or counted(asked["n"]) < 2:
        return None
    things = next(filter(None, (in_kitchen(things_at_hand(said)) for said in (text, *wish.before[-1:]))), [])
    meal = _MEAL.search(text)
    if not things and (not meal or _WITH.search(bare(text))):
        return None
    number = min(MOST, counted(asked["n"]))
    name = (meal["meal"] or "").casefold() if meal else ""
    without = barred(text, wish)
    ideas = _dishes(things, "dinner" if name in ("lunch", "supper", "") else name, without)
    ideas += [idea for idea in _simple(things, without) if name not in _SWEET]
    ideas = list(dict.fromkeys(ideas))[:number]
    if not ideas:
        return None
    opening = f"{'Ideas' if not name else capital(name) + ' ideas'}{' with ' + joined(things) if things else ''}"
    lacking = f"\n\nI know no more than {len(ideas)}." if len(ideas) < number else ""
    dish = next((idea.partition(" (")[0] for idea in ideas if " (about" in idea), None)
    more = f'\n\nAsk me for the recipe of one, for example "recipe for {dish.casefold()}".' if dish else ""
    return Answer([(1.0, f"{opening}:\n\n{listed(ideas)}{lacking}{more}")], about="cooking food")


def _dishes(things: list[str], meal: str, without: list[str]) -> list[str]:
    """Return dishes of a meal that use the things, the best first; of dishes with equal merit, those that need less besides."""
    found = [
        (score(one["needs"], things), name, one) for name, one in dishes().items() if _is_for(one, meal) and fits(one, without)
    ]
    if things:
        found = [one for one in found if one[0][0] >= min(2, len(things)) or (one[0][0] == 1 and len(things) == 1)]
        found.sort(key=lambda one: (-one[0][0], -one[0][1]))
    return [f"{capital(name)} (about {one['minutes']} minutes)" for _, name, one in found]


def _is_for(dish: dict, meal: str) -> bool:
    if meal == "snack":
        return dish["meal"] in ("side", "breakfast", "dessert") and dish["minutes"] <= SNACK
    return dish["meal"] == meal


def _simple(things: list[str], without: list[str]) -> list[str]:
    """Return simple dishes that are made of the things alone, more or less."""
    ideas = []
    for number, (made, needs) in enumerate(known().simple if things else ()):
        if needs in without or (needs == "tomato" and "tomato" in things):
            continue
        rest = [thing for thing in things if thing not in ("rice", "pasta", "noodles")] or things
        one = rest[number % len(rest)]
        beside = next((thing for thing in ("rice", "potatoes", "noodles", "pasta") if thing in things and thing != one), None)
        said = made.replace("<one>", known().single.get(one, one)).replace("<all>", joined(things))
        ideas.append(capital(said if "<all>" in made or not beside else f"{said}, with {beside}"))
    return ideas
