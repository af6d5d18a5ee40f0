"""Day plans for cities: any number of days, with children or without. The cities are in data/everyday/cities.yaml."""

import re
from functools import cache

from ...tables import read_table
from ..computed.question import Answer
from ..language import folded
from ..regex import Regex
from .wish import NUMBER, UNSAFE, Wish, capital, counted, has, listed, number

LONGEST = 300  # characters of a request
MOST_DAYS = 14
A_DAY = 3  # sights

_ASKS = Regex(
    r"\b(?:plan|itinerary|trip|visit(?:ing)?|travel(?:l?ing)?|sightsee\w*|weekend|vacation|holiday|city break|day trip|days?|things to (?:do|see)|sights|attractions|must[- ]see|worth seeing|what (?:to|should (?:i|we)|can (?:i|we)|do (?:i|we)|is there to) (?:\w+ )?(?:see|do|visit)|what to do|see in|do in)\b",
    re.IGNORECASE,
)
_DAYS = Regex(rf"\b(?P<n>{NUMBER})[- ](?:full |whole )?days?\b|\b(?P<long>long weekend|three[- ]day weekend)\b|\b(?P<weekend>weekend)\b|\b(?P<weeks>{NUMBER}) weeks?\b|\b(?P<half>half a day|half day|one afternoon|an afternoon|(?:an?|one|my|our|next|this|for|on) (?:free |rainy |sunny |perfect |nice |single |whole |full )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|day|evening|morning)(?! trips?)|today|tomorrow)\b", re.IGNORECASE)  # fmt: skip
_CHILDREN = Regex(
    r"\b(?:kids?|child|children|toddlers?|baby|sons?|daughters?|family|\d+[- ]years?[- ]olds?|boys?|girls?|teenagers?)\b",
    re.IGNORECASE,
)
_PREFERS = Regex(
    r"\b(?:which (?:one|is (?:better|nicer)|would you)|would you (?:choose|take|recommend|prefer)|should (?:i|we) (?:go|take|choose)|better|nicer|choose)\b|\A\W*[^\W\d]+(?: [^\W\d]+)? or [^\W\d]+(?: [^\W\d]+)?(?: (?:in|for) [\w ]+)?(?:[,.:;?]? (?:i|we) [^?]*)?\W*\Z",
    re.IGNORECASE,
)
_MONTHS = "january february march april may june july august september october november december".split()
_COOL = Regex(
    r"\b(?:(?:do not|don'?t|dont|not|hate|can'?t stand|cannot stand|avoid|too|less|no)\b[^.!?]{0,20}\b(?:hot|heat|warm)|(?:like|love|prefer) (?:it )?(?:cool|cold|mild)\w*|cooler)\b",
    re.IGNORECASE,
)
_WARM = Regex(
    r"\b(?:(?:like|love|want|prefer|need) (?:it )?(?:\w+ )?(?:hot|heat|warm\w*|sun\w*)|beach|swim\w*|sunbath\w+|not (?:too )?cold)\b",
    re.IGNORECASE,
)
_NOT = Regex(
    r"\b(?:weather|pack|packing|temperature|flights?|hotels?|cheap|price|costs?|time is it|population|capital|currency|names?|poem|story|haiku|limerick|song|live in|history|founded|mayor|email|letter|study|job|how (?:far|many|much|old|big|long)|when (?:is|was|did)|who (?:is|was|were|built|lives?|won|rules?)|forecast|learn\w*|study\w*|language|moving to|visa|distance|train from|ticket|recipe|quiz|restaurant)\b",
    re.IGNORECASE,
)


def answer(wish: Wish) -> Answer | None:
    """Return a plan for a city that is known; None if none is asked for."""
    text = wish.whole
    if len(text) > LONGEST or UNSAFE.search(text):
        return None
    names = _names()
    said = f" {folded(text)} "
    route = _route(said)
    if found := chosen(text):
        return found
    if _NOT.search(wish.text) or not _ASKS.search(text):
        return None
    if route and _DAYS.search(text):
        return _journey(route, _days(text), children=bool(_CHILDREN.search(text)))
    city = next(
        (
            names[name]
            for name in sorted(names, key=len, reverse=True)
            if re.search(
                rf"\b(?:in|to|for|at|of|visit|visiting|through|around|do|see|,|day|days|weekend|trip) {name} |\A {name} ", said
            )
        ),
        None,
    )
    if city is None:
        start = next((names[name] for name in names if f" from {name} " in said and f" to {name} " not in said), None)
        return (
            _outings(start, text)
            if start and re.search(r"\b(?:trips?|ideas?|weekend|day out|outings?)\b", text, re.IGNORECASE)
            else None
        )
    if not _DAYS.search(text) and not re.search(r"\b(?:plan|itinerary|trip)\b", text, re.IGNORECASE):
        return _sights(city, text, children=bool(_CHILDREN.search(text)))
    return _plan(
        city,
        _days(text),
        [one for one in _hints() if re.search(one["if"], text, re.IGNORECASE)],
        children=bool(_CHILDREN.search(text)),
    )


def _route(said: str) -> list[str]:
    """Return the cities of a journey: those that are named, if several, or those of a country that is named."""
    named = [(said.index(f" {name} "), city) for name, city in _names().items() if f" {name} " in said]
    cities = list(dict.fromkeys(city for _, city in sorted(named)))
    if len(cities) > 1:
        return cities
    countries = read_table("everyday/countries.yaml")
    return [] if cities else next((cities for country, cities in countries.items() if f" {folded(country)} " in said), [])


def _journey(cities: list[str], days: int, *, children: bool) -> Answer:
    """Return a plan for several cities, the days shared among them in their order."""
    cities = cities[:days]
    lines = []
    for place, city in enumerate(cities):
        told = _cities()[city]
        for day in range(days // len(cities) + (place < days % len(cities))):
            sights = told["sights"][day * A_DAY : (day + 1) * A_DAY]
            what = _day(told, day, sights, children) if sights else _later(told, day - -(-len(told["sights"]) // A_DAY))
            lines.append(f"Day {len(lines) + 1} ({city}): {what}")
    notes = "Book trains and the places marked so ahead, and look at opening hours on their websites."
    return Answer([(1.0, f"**{days} days: {', '.join(cities)}**\n\n" + "\n".join(lines) + f"\n\n{notes}")], about=cities[0])


def chosen(text: str) -> Answer | None:
    """Return which of two cities a text asks for; None where it asks for none, or they are not known."""
    route = _route(f" {folded(text)} ")
    if (
        len(route) != 2
        or not _PREFERS.search(text)
        or has(text, "flights?|hotels?|how far|population|recipe|quiz|plan|itinerary")
    ):
        return None
    return _choice(route[0], route[1], text)


def _choice(one: str, other: str, text: str) -> Answer:
    """Return which of two cities to take: the one with the kinder days in the month that is told; without a month, what each has."""
    told, highs = _said(), read_table("everyday/day_highs.yaml")
    month = next((place for place, name in enumerate(_MONTHS) if has(text, name)), None)
    has_each = "\n\n".join(
        f"**{city}**: {', '.join(_cities()[city]['sights'][:3])}; to eat: {_cities()[city]['eat']}." for city in (one, other)
    )
    if month is None or not {one, other} <= set(highs):
        return Answer([(1.0, told["cannot choose"].format(each=has_each))], about=one)
    taste = "cool" if _COOL.search(text) else "warm" if _WARM.search(text) else "mild"
    best, left = sorted((one, other), key=lambda city: abs(highs[city][month] - told["wanted"][taste]))
    close = taste == "mild" and abs(highs[best][month] - highs[left][month]) < 3
    said = told["close" if close else "choice"].format(
        best=best, left=left, month=_MONTHS[month].capitalize(), here=highs[best][month], there=highs[left][month],
        why=told["why"][taste], sights=" and ".join(_cities()[best]["sights"][:2]), each=has_each,
    )  # fmt: skip
    return Answer([(1.0, said)], short=f"{best}.", about=best)


def _outings(city: str, text: str) -> Answer:
    """Return the trips from a city that are known; how one gets there is not."""
    said = f"Trips from {city} that I know:\n\n{listed(list(map(capital, _cities()[city]['trips'])))}\n\nMore I do not have."
    return Answer([(1.0, said + (_said()["no timetable"] if has(text, "car|train|bus") else ""))], about=city)


def _days(text: str) -> int:
    found = _DAYS.search(text)
    if not found:
        return 3
    if found["n"] or found["weeks"]:
        return max(1, min(MOST_DAYS, counted(found["n"] or found["weeks"]) * (7 if found["weeks"] else 1)))
    return 3 if found["long"] else 2 if found["weekend"] else 1


def _sights(city: str, text: str, *, children: bool) -> Answer:
    told = _cities()[city]
    sights = [*told["kids"], *told["sights"][:3]] if children else told["sights"][:6]
    sights = sights[: number(text, r"things?|sights?|places?|attractions?|spots?|landmarks?|monuments?", len(sights))]
    lines = "\n".join(f"{place}. {capital(sight)}" for place, sight in enumerate(sights, 1))
    who = " with children" if children else ""
    return Answer(
        [(1.0, f"Worth seeing in {city}{who}:\n\n{lines}\n\nIn the evening: {told['evening'][0]}. To eat: {told['eat']}.")],
        short=f"{capital(sights[0])} and {sights[1]}.",
        about=city,
    )


def _plan(city: str, days: int, hints: list[dict], *, children: bool) -> Answer:
    """Return a plan for so many days; `hints` are what the files say to what somebody told (data/everyday/trip_hints.yaml)."""
    told = _cities()[city]
    skipped = "|".join(one["skip"] for one in hints if "skip" in one)
    if skipped:
        told = told | {"sights": [sight for sight in told["sights"] if not re.search(skipped, sight, re.IGNORECASE)]}
    full = -(-len(told["sights"]) // A_DAY)
    lines = []
    for day in range(days):
        sights = told["sights"][day * A_DAY : (day + 1) * A_DAY]
        lines.append(f"Day {day + 1}: {_day(told, day, sights, children) if sights else _later(told, day - full)}")
    if any(one.get("late") for one in hints):
        lines[0] = re.sub(
            r"in the morning ([^;.]*)(?=[;.])",
            r"after you arrive \1",
            re.sub(r"; (?:after lunch|in the afternoon) [^;.]*(?=[;.])", "", lines[0]),
        )
    notes = "Places open and close: look at their websites for hours and tickets before you go."
    notes = " ".join([*(one["say"] for one in hints), notes])
    if children:
        notes = f"With children, leave gaps: a playground or an ice cream after each sight, and a slow start every second day. {notes}"
    text = (
        f"**{days} {'day' if days == 1 else 'days'} in {city}{' with children' if children else ''}**\n\n"
        + "\n".join(lines)
        + f"\n\nTo eat: {told['eat']}. {notes}"
    )
    return Answer(
        [(1.0, text)],
        short=f"{capital(told['sights'][0])}, {told['sights'][1]} and {told['sights'][2]}." if days == 1 else None,
        about=city,
    )


def _day(told: dict, day: int, sights: list[str], children: bool) -> str:
    """Return a day: sights in the morning and after lunch, or with children one sight and something for them."""
    evening = told["evening"][day % len(told["evening"])]
    if children:
        fun = told["kids"][day % len(told["kids"])]
        return f"in the morning {sights[0]}{f', a look at {sights[1]}' if len(sights) > 1 else ''}; in the afternoon {fun}."
    rest = f"; after lunch {' and '.join(sights[1:])}" if len(sights) > 1 else ""
    return f"in the morning {sights[0]}{rest}; in the evening {evening}."


def _later(told: dict, after: int) -> str:
    trips = told["trips"]
    if after < len(trips):
        return f"a trip to {trips[after]}." if not re.match(r"a\b", trips[after]) else f"{trips[after]}."
    again = told["kids"][(after - len(trips)) % len(told["kids"])]
    return f"a slow day: go back to what you liked best, sit in a café, and see {again}."


@cache
def _cities() -> dict[str, dict]:
    return read_table("everyday/cities.yaml")


@cache
def _hints() -> list[dict]:
    return read_table("everyday/trip_hints.yaml")


def _said() -> dict:
    return read_table("everyday/city_choice.yaml")


@cache
def _names() -> dict[str, str]:
    return {folded(name): city for city, told in _cities().items() for name in (city, *told.get("also", []))}


def known(place: str) -> dict | None:
    """Return what is known of a city: sights, kids, evening, eat, trips; None for any other place."""
    return _cities().get(place)
