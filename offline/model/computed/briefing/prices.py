"""Prices of a list, and an order worked out: "2 margheritas and a funghi", "two adults and a 5 year old", "lunch for 2 children for 5 days"."""

import re
from collections.abc import Sequence

from ...regex import Regex
from ..numbers import digits
from ..question import Answer, Question, says
from .reading import HOUSE, Item, items
from .words import wanted

MUCH = Regex(
    r"\b(?:how much|(?<!in the )price|prices|cost|costs|pay|expensive|charge|charged|fee|total|cheaper|altogether|how many (?:euros|dollars|pounds)|add up|sum)\b",
    re.IGNORECASE,
)
_ORDERS = Regex(
    r"\b(?:i(?:'ll| will|'d like| would like)?(?: have| take| order| want| buy| get)|we(?:'ll| will)? (?:have|take|order|want|are)|for me)\b",
    re.IGNORECASE,
)
_GOES_ON = Regex(r"\A\W*(?:and|what about|how about|ok)\b", re.IGNORECASE)
_WHAT_THERE = Regex(
    r"\b(?:what|which)\b(?: (?:kinds?|types?|sorts?) of)?(?: \w+){0,2}? (?:do you (?:have|sell|offer|serve)|are there|have you got|can i (?:order|buy|get))\b|\bwhat(?:'s| is) on (?:the|your) (?:menu|list)\b",
    re.IGNORECASE,
)
_CHEAPEST = Regex(r"\b(?:cheapest|lowest price|least expensive)\b", re.IGNORECASE)
_DEAREST = Regex(r"\b(?:most expensive|dearest|highest price|priciest)\b", re.IGNORECASE)
_AGES = Regex(
    r"\((?P<list>\d{1,2}(?:(?:,| and|, and) ?\d{1,2})*)(?: years?(?: old)?)?\)|\b(?P<one>\d{1,2})[- ]years?[- ]olds?\b|\b(?:who is|who's|is|aged|age|ages|are) (?P<aged>\d{1,2}(?:(?:,| and|, and) ?\d{1,2})*)\b(?=\W*\Z| years?\b|[,.)?](?!\d))(?: years? old)?",
    re.IGNORECASE,
)
_LIMIT = Regex(r"\b(?:under|below|younger than|up to)(?: the age of)? (?P<n>\d{1,2})\b", re.IGNORECASE)
_LASTS = Regex(
    r"\b(?P<n>\d{1,3}|a|an|one) (?P<unit>days?|nights?|hours?|weeks?|months?|years?|classes|lessons|visits)\b", re.IGNORECASE
)
_BEFORE = Regex(
    r"(?P<n>\d{1,3}(?:\.\d+)?|an?|one|half an?)(?: (?:x|more|kilos?|kg|liters?|litres?|bottles?|boxes|bags?|pieces?|portions?|slices?|tickets?|times)(?: of)?)?(?: (?:[a-z'-]+)){0,2}?\s*\Z",
    re.IGNORECASE,
)
_FOR = Regex(
    r"\b(?:for|we are)(?: the)?(?: (?:all|both))? (?P<n>\d{1,2})\b(?! ?(?:days?|nights?|hours?|weeks?|months?|years?|euros?|pounds?|dollars?|[%:€$£]))(?: of us| people| persons| guests)?",
    re.IGNORECASE,
)
_ONE_OF = Regex(r"\b(?:1|one|\d+) of (?:those|them|these|each)\b", re.IGNORECASE)
_COMPARES = Regex(r"\b(?:cheaper|better value|more expensive|costs? (?:less|more))\b", re.IGNORECASE)
_GROWN = "adults grown-ups people persons us friends"
_ENTRY = "ticket tickets entry entrance admission adults"
_CHILD = "child children kids"


def answer(question: Question, text: str) -> Answer | None:
    """Return a price that the instructions tell, or what an order costs; None where that is not asked."""
    return priced(text, items(question.told), _spoken_of(question, text))


def offered(question: Question, text: str) -> Answer | None:
    """Return all that is on the list, where somebody asks what there is: "which pizzas do you have?" of a pizzeria."""
    known = [item for item in items(question.told) if item.price]
    if len(known) < 2 or not _WHAT_THERE.search(text):
        return None
    house = next((part for part in question.told.split(".") if HOUSE.search(part)), "")
    if not wanted(text) - wanted("menu list sell offer serve") <= wanted(house) | wanted(" ".join(item.name for item in known)):
        return None
    return says(
        f"We have: {', '.join(f'{item.name} ({item.costs(item.price)}{_per(item)})' for item in known)}.", about="support"
    )


def priced(text: str, listed: Sequence[Item], before: str = "") -> Answer | None:
    """Return what `listed` tells of prices; `before` is what "it" or "them" stands for."""
    known = [item for item in listed if item.price is not None]
    if not known:
        return None
    if _CHEAPEST.search(text) or _DEAREST.search(text):
        return _extreme(known, "Cheapest" if _CHEAPEST.search(text) else "Most expensive")
    counted = re.search(r"\d", digits(text)) and (_ORDERS.search(text) or _GOES_ON.match(text))
    if not (MUCH.search(text) or counted or (MUCH.search(before) and _GOES_ON.match(text))):
        return None
    return _order(digits(text.replace("’", "'")), known, before)


def _extreme(known: list[Item], how: str) -> Answer | None:
    paid = [item for item in known if item.price]
    if not paid:
        return None
    best = (min if how == "Cheapest" else max)(paid, key=lambda one: one.price)
    return says(f"{how} is: {best.name}, at {best.costs(best.price)}{_per(best)}.", short=best.name, about="support")


def _order(text: str, known: list[Item], before: str) -> Answer | None:
    if _ONE_OF.search(text) and len({item for _, item in _named(before, known)}) != 1:
        return None
    ages, rest = _aged(text)
    found, rest = _counted(rest, known, before)
    if ages:
        found = [(count, item) for count, item in found if not (wanted(item.name) & wanted(_CHILD) or _LIMIT.search(item.name))]
        for age in ages:
            item = _of_age(age, known)
            if item is None:
                return None
            found = _added(found, 1, item)
    if not found:
        return None
    rest, spans = _lasting(rest, found)
    if re.search(r"\d", rest):
        return None  # a number that is in none of it
    if len(found) == 1 and found[0][0] == 1 and spans == [1] and not ages:
        item = found[0][1]
        if not item.price:
            return says(f"{item.name[0].upper()}{item.name[1:]}: free.", short="free", about="support")
        return says(
            f"{item.name[0].upper()}{item.name[1:]}: {item.costs(item.price)}{_per(item)}.",
            short=item.costs(item.price),
            about="support",
        )
    if _COMPARES.search(text):
        return _compared(found, spans)
    total = sum(count * item.price * span for (count, item), span in zip(found, spans, strict=True))
    lines = [
        f"{item.name}: "
        + " × ".join(
            [
                *([_number(count)] if count != 1 or span == 1 else []),
                *([str(span)] if span > 1 else []),
                item.costs(item.price) if item.price else "0 (free)",
            ]
        )
        for (count, item), span in zip(found, spans, strict=True)
    ]
    sign = next((item for _, item in found if item.price), found[0][1])
    result = sign.costs(round(total, 2))
    if len(lines) == 1:
        said = f"{lines[0]} = {result}."
    else:
        each = [
            f"{line} = {item.costs(round(count * item.price * span, 2))}"
            if item.price and count * span != 1
            else line.replace("1 × ", "")
            for line, (count, item), span in zip(lines, found, spans, strict=True)
        ]
        said = f"{'; '.join(each)}. Together: {result}."
    return says(said[0].upper() + said[1:], short=result, about="support")


def _compared(found: list[tuple[float, Item]], spans: list[int]) -> Answer | None:
    """Return which of two things costs less: "4 day passes or the monthly membership"."""
    if len(found) != 2:
        return None
    costs = [round(count * item.price * span, 2) for (count, item), span in zip(found, spans, strict=True)]
    each = [
        f"{_number(count) + ' × ' if count != 1 else ''}{item.name}: {item.costs(cost)}"
        for (count, item), cost in zip(found, costs, strict=True)
    ]
    cheaper = found[costs.index(min(costs))][1]
    end = (
        "Both cost the same"
        if costs[0] == costs[1]
        else f"{cheaper.name[0].upper()}{cheaper.name[1:]} is cheaper, by {cheaper.costs(round(abs(costs[0] - costs[1]), 2))}"
    )
    return says(f"{'; '.join(each)}. {end}.", short=cheaper.name, about="support")


def _counted(text: str, known: list[Item], before: str) -> tuple[list[tuple[float, Item]], str]:
    """Return which things a text names, how many of each, and the text without those numbers."""
    found: list[tuple[float, Item]] = []
    left = text
    for place, item in _named(text, known):
        count, left = _count(text[:place], left)
        found = _added(found, count, item)
    if len(found) == 1 and found[0][0] == 1 and (people := _FOR.search(left)):
        return [(float(people["n"]), found[0][1])], left.replace(people[0], " ", 1)
    if not found:  # "how much are 3 nights": the one thing that is paid by the night
        by_unit = [item for item in known if item.unit and re.search(rf"\b{item.unit}s?\b", text, re.IGNORECASE)]
        if len(by_unit) == 1:
            return [(1, by_unit[0])], left
    alone = {item for _, item in _named(before, known)} if not found and before else set()
    if len(alone) == 1:
        number = re.search(r"\b(\d{1,3})\b(?! ?(?:days?|nights?|hours?|weeks?|months?|years?))", text)
        left = text.replace(number[0], " ", 1) if number else text
        return [(float(number[1]) if number else 1, alone.pop())], left
    return found, left


def _named(text: str, known: list[Item]) -> list[tuple[int, Item]]:
    """Return the things that a text names, each where it stands; nothing for a word that several have alike."""
    found: dict[int, tuple[int, Item]] = {}
    asked = wanted(text)
    for word in re.finditer(r"[^\W\d_][\w'-]*", text):
        stems = wanted(word[0])
        if not stems:
            continue
        having = [item for item in known if stems & wanted(item.name)]
        if not having and stems & wanted(_GROWN):
            having = [item for item in known if wanted(item.name) & wanted(_ENTRY) and not _LIMIT.search(item.name)][:1]
        if not having:
            continue
        best = max(len(asked & wanted(item.name)) for item in having)
        fit = [item for item in having if len(asked & wanted(item.name)) == best]
        fit = [item for item in fit if not _LIMIT.search(item.name)] or fit
        fit = (
            [item for item in fit if len(wanted(item.name)) == min(len(wanted(one.name)) for one in fit)] if len(fit) > 1 else fit
        )
        if len(fit) == 1 and not any(item is fit[0] and word.start() - start < 40 for start, item in found.values()):
            found[word.start()] = (word.start(), fit[0])
    return list(found.values())


def _count(before: str, left: str) -> tuple[float, str]:
    """Return the number right before a place in a text, 1 without one; and what is left of the text without it."""
    number = _BEFORE.search(before)
    if not number or not number["n"][0].isdigit():
        return (0.5 if number and number["n"].casefold().startswith("half") else 1), left
    cut = re.sub(rf"(?<![\d.]){re.escape(number['n'])}(?![\d.])", " ", left, count=1)
    return float(number["n"]), cut


def _added(found: list[tuple[float, Item]], count: float, item: Item) -> list[tuple[float, Item]]:
    if any(one is item for _, one in found):
        return [(number + count if one is item else number, one) for number, one in found]
    return [*found, (count, item)]


def _aged(text: str) -> tuple[list[int], str]:
    """Return the ages that a text tells, and the text without them."""
    ages = [
        int(number)
        for found in _AGES.finditer(text)
        for number in re.findall(r"\d+", found["list"] or found["one"] or found["aged"])
    ]
    rest = _AGES.sub(" ", text)
    if ages:
        rest = re.sub(rf"\b{len(ages)} (?=(?:kids?|child(?:ren)?|sons?|daughters?)\b)", " ", rest)
    return ages, rest


def _of_age(age: int, known: list[Item]) -> Item | None:
    """Return the ticket for somebody of an age: the lowest limit that holds, else the one for children, else the one for all."""
    limits = [(int(limit["n"]) + ("up to" in limit[0].casefold()), item) for item in known if (limit := _LIMIT.search(item.name))]
    under = [(limit, item) for limit, item in limits if age < limit]
    if under:
        return min(under, key=lambda one: one[0])[1]
    plain = [item for item in known if not _LIMIT.search(item.name)]
    child = [item for item in plain if wanted(item.name) & wanted(_CHILD)] if age < 18 else []
    rest = [item for item in plain if wanted(item.name) & wanted(f"{_GROWN} {_ENTRY}")]
    return next(iter([*child, *rest]), None)


def _lasting(text: str, found: list[tuple[float, Item]]) -> tuple[str, list[int]]:
    """Return the text without how long it is for, and how many times each price is to be paid for that."""
    spans, used = [], text
    told = {one["unit"].casefold().rstrip("s").replace("classe", "class"): one for one in _LASTS.finditer(text)}
    for _, item in found:
        unit = item.unit or next(iter(re.findall(r"\ba (day|night|week|month)\b", item.holds)), "")
        one = told.get(unit) or (told.get("day") if unit == "night" else None)
        number = int(one["n"]) if one and one["n"].isdigit() else 1
        spans.append(number)
        if one:
            used = used.replace(one[0], " ")
            used = re.sub(r"\ba week\b", " ", used) if unit == "day" else used
    return used, spans


def _spoken_of(question: Question, text: str) -> str:
    """Return what was said before where a question has no thing of its own: "and for two children?", "how much are they?"."""
    if not (
        re.search(r"\b(?:it|that|this|them|they|those|one|of (?:it|them|those))\b", text, re.IGNORECASE) or _GOES_ON.match(text)
    ):
        return ""
    said = next(iter(question.earlier("user")[:1]), "")
    return said if MUCH.search(text) or _ORDERS.search(text) or MUCH.search(said) or "it" not in text.split() else ""


def _per(item: Item) -> str:
    return f" per {item.unit}" if item.unit else ""


def _number(count: float) -> str:
    return f"{count:g}"
