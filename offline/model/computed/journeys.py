"""Talks about a journey: where to, when and how long, then what to see, to eat, to pack, and what with children (data/everyday/travel.yaml).

The place, the month and the days are taken from the whole talk; of a city that has a plan (everyday/trips) the plan is said.
"""

import re
from functools import cache

from ...tables import read_table
from ..everyday import trips
from ..everyday.wish import NUMBER, Wish, capital, counted, joined
from ..language import folded
from ..regex import Regex
from . import places
from .question import Answer, Question, says

LONGEST = 200  # characters of a message
SEASONS = ("winter", "spring", "summer", "autumn")
MONTHS = "january february march april may june july august september october november december".split()
_GOES = Regex(
    r"\b(?:(?:i|we)(?:'m|'re|'d| am| are| will| would)?(?: (?:really|like|want|plan|planning|hope|thinking|going|love|about|of|to|both|all|probably|maybe|just|booked))* ?(?:travel(?:l?ing)?|visit(?:ing)?|go(?:ing)?|fly(?:ing)?|trip|vacation|holiday|journey|backpack\w*|honeymoon)|(?:planning|planned|booked|plan) (?:a |an |our |my )?(?:\w+ )?(?:trip|journey|holiday|vacation|honeymoon)|plan(?: me)? \w+ (?:days?|weeks?|nights?) in|(?:my|our|a) (?:next |upcoming )?(?:trip|journey|holiday|vacation|honeymoon) (?:to|in)|travel(?:l?ing)? (?:to|in|around)|off to)\b",
    re.IGNORECASE,
)
_ASKS = {
    "pack": Regex(r"\b(?:pack|packing|luggage|suitcase|(?:what|which) clothes|what (?:should|do|to) (?:i |we )?(?:need to )?(?:wear|bring|take)|clothes)\b", re.IGNORECASE),
    "eat": Regex(r"\b(?:eat|food|foods|dish|dishes|cuisine|restaurants?|specialit(?:y|ies)|drink|try there)\b", re.IGNORECASE),
    "kids": Regex(r"\b(?:kids?|child|children|toddlers?|baby|famil(?:y|ies)|son|daughter)\b", re.IGNORECASE),
    "when": Regex(r"\b(?:best (?:time|month|season)|when (?:should|is|to)|which month|what(?:'s| is) the weather|weather|how (?:warm|cold|hot) is it|climate|temperatures?|is it (?:cold|warm|hot|rainy))\b", re.IGNORECASE),
    "plug": Regex(r"\b(?:adapters?|plugs?|sockets?)\b", re.IGNORECASE),
    "see": Regex(r"\b(?:see|visit|sights?|do there|to do|things to|attractions?|places|must[- ]see|highlights|go to|itinerary|plan)\b", re.IGNORECASE),
}  # fmt: skip
_DAYS = Regex(
    rf"\b(?:(?P<n>{NUMBER})[- ](?:days?|nights?)|(?P<weeks>{NUMBER}|a)[- ]weeks?|(?P<weekend>(?:long )?weekend))\b", re.IGNORECASE
)
_ONLY_DAYS = Regex(rf"\W*(?:(?:for|about|around|maybe|only|just|probably|we have|i have|ok|so|hm+|say)\b\W*)*(?:(?:{NUMBER})[- ](?:days?|nights?)|(?:{NUMBER}|a)[- ]weeks?|(?:a )?(?:long )?weekend)(?: (?:i think|there|in total|max|please|probably))?\W*", re.IGNORECASE)  # fmt: skip
_NOW = Regex(r"\b(?:weather|how (?:warm|cold|hot) is it|is it (?:cold|warm|hot|rainy)|temperatures?)\b(?!.*\b(?:usual\w*|normal\w*|average|typical\w*|generally)\b)", re.IGNORECASE)  # fmt: skip
_MONTH = Regex(rf"\b(?:in|early|late|mid|end of|beginning of|start of|this|next|for|during)[- ](?P<month>{'|'.join(MONTHS)})\b|\b(?P<season>spring|summer|autumn|fall|winter|christmas|easter)\b", re.IGNORECASE)  # fmt: skip
_WHAT = Regex(r"\?|\b(?:what|which|sights|attractions|things to|tell me)\b", re.IGNORECASE)
_THERE = Regex(r"\b(?:there|in it|it|we|i)\b|\A\W*(?:and|what|which|any|where|is it)\b", re.IGNORECASE)
_ASKS_SOMETHING = Regex(r"\?\s*\Z|\A\W*(?:what|which|is|are|do|does|can|how|when|where|should|will)\b", re.IGNORECASE)
_NOT = Regex(r"\b(?:tell (?:me|us) (?:something |more |a bit )?about|describe|capital|population|currency|language|flag|president|king|write|story|poem|translate|history|code|book|movie|joke|recipe|visas?|safe|dangerous|i need to (?:travel|enter|go|visit)|see [a-z]+ from|can (?:i|you|we) see (?!in\b|there\b|on\b|for\b|at\b|around\b)|passport|documents?|vaccinat\w+|flights?|hotels?|cost|costs|price|prices|money|expensive|cheap|born|live|moved?|job|work|study)\b", re.IGNORECASE)  # fmt: skip
_ANYWHERE = Regex(
    r"\b(?:somewhere|anywhere|some ?place)\b|\bwhere (?:can|could|should|shall) (?:we|i) (?:go|travel|fly)\b",
    re.IGNORECASE,
    needs="place where",
)
_WHICH_PLACE = Regex(r"\bwhich (?:\w+ )?(?:city|country|town|island|place)\b", re.IGNORECASE)
ASK_BACK = "How many days do you have, and who comes along? Then ask me what to see, to eat or to pack."


def answer(question: Question) -> Answer | None:
    """Return what there is to say in a talk about a journey; None outside of one, and for places that are not known."""
    text = question.text.replace("’", "'")
    if not 0 < len(text) <= LONGEST or _NOT.search(text):
        return None
    talk = [text, *(said.replace("’", "'") for said in question.earlier("user")[:6])]
    if _ANYWHERE.search(text) or _WHICH_PLACE.search(text):
        return None  # it asks where to go, and may name where it begins
    place = named(text)
    begun = place is None and any(_GOES.search(said) and named(said) for said in talk[1:])
    if place is None and not begun:
        return None
    if place is None and places.mentioned(text):
        return None  # it is about a place of which nothing of the kind is known
    asked = next((name for name, pattern in _ASKS.items() if pattern.search(text)), None)
    if not begun and asked == "when" and _NOW.search(text) and not _MONTH.search(text):
        return None
    place = place or next(found for said in talk if (found := named(said)))
    goes = bool(_GOES.search(text))
    if begun and _ONLY_DAYS.fullmatch(text):
        return _plan(place, _days(text), talk)
    if begun and asked and (_THERE.search(text) or _DAYS.search(text)):
        return _asked(asked, place, talk)
    if (
        place
        and asked in ("pack", "eat", "when", "plug")
        and (
            text.rstrip().endswith("?")
            or re.match(r"\W*(?:and |so )*(?:what|which|when|do|is|how)\b|.*\bpacking list\b", text, re.IGNORECASE)
        )
    ):
        return _asked(asked, place, talk)
    if not named(text) or (_city(place) and trips.answer(Wish(text))):
        return None  # trips has a plan, which is said elsewhere
    if asked == "see" and _WHAT.search(text):
        return _asked("see", place, talk)
    return _begun(place, talk) if goes and not _ASKS_SOMETHING.search(text) else None


def climate(place: str, text: str) -> Answer | None:
    """Return what the climate of a place is like in the season that a text names; None for a place that is not known."""
    return _asked("when", known, [text]) if (known := named(place)) else None


def sights(place: str) -> str:
    """Return three things worth seeing in a city or a country."""
    return joined((trips.known(place) or {"sights": _country(place)["see"]})["sights"][:3])


def _begun(place: str, talk: list[str]) -> Answer:
    season, when = _season(place, talk)
    how = f"{place} {when}: {_climate(place)[season]}." if season else f"{place}: a good idea."
    days = _days(talk[0])
    return (
        _plan(place, days, talk)
        if days
        else says(
            f"{how} Worth seeing are {sights(place)}. {ASK_BACK}",
            about="travel",
        )
    )


def _plan(place: str, days: int, talk: list[str]) -> Answer:
    children = " with children" if any(_ASKS["kids"].search(said) for said in talk) else ""
    found = trips.answer(Wish(f"plan {days} days in {place}{children}"))
    return found or _seeing(place)


def _asked(what: str, place: str, talk: list[str]) -> Answer | None:
    country = _country(place)
    if what == "see":
        days = next((days for said in talk if (days := _days(said))), 0)
        return _plan(place, days, talk) if days else _seeing(place)
    if what == "eat":
        city = trips.known(place)
        first = f"In {place}: {city['eat']}. " if city else ""
        return says(
            f"{first}Try in {_name(place)}: {joined(country['eat'])}. Eat where the locals queue, and ask for the dish of the day.",
            about="travel",
        )
    if what == "kids":
        city = trips.known(place)
        return says(
            f"Yes, {place} works well with children. They like {joined((city or country)['kids'])}. Plan one thing a day, and a playground or a beach after it.",
            about="travel",
        )
    if what == "plug":
        return says(
            f"Sockets in {_name(place)}: {country['plug']}. Look at your own plugs, and take an adapter if they differ.",
            about="travel",
        )
    season, when = _season(place, talk)
    if what == "when":
        lines = "; ".join(f"{one}: {how}" for one, how in _climate(place).items())
        turned = " (the seasons are turned round there: summer is from December to February)" if country.get("south") else ""
        if season:
            return says(f"{place} {when}: {_climate(place)[season]}, as a rule.", about="travel")
        return says(f"{place}{turned}, as a rule: {lines}.", about="travel")
    return _packing(place, season, when)


def _packing(place: str, season: str, when: str) -> Answer:
    known, climate = read_table("everyday/travel.yaml")["packing"], _country(place)["climate"]
    there = f"In {place} {when} it is {_climate(place)[season]}, as a rule. " if season else ""
    kind = climate if climate in known and not (climate == "northern" and season == "summer") else season or "spring"
    items = [*known["always"], *known[kind], f"an adapter if your plugs differ (there: {_country(place)['plug']})"]
    lines = "\n".join(f"- {capital(item)}" for item in items)
    more = "Look at the forecast a few days before." if season else "In which month do you go? It changes the clothes."
    return says(f"{there}Pack:\n\n{lines}\n\n{more}", about="travel")


def _seeing(place: str) -> Answer:
    if trips.known(place) and (found := trips.answer(Wish(f"what to see in {place}"))):
        return found
    lines = "\n".join(f"{number}. {capital(one)}" for number, one in enumerate(_country(place)["see"], 1))
    return says(
        f"Worth seeing in {place}:\n\n{lines}\n\nOne region for each week is enough: less driving, more seeing.", about="travel"
    )


def _days(text: str) -> int:
    found = _DAYS.search(text)
    if not found:
        return 0
    if found["weekend"]:
        return 2
    return counted(found["n"]) if found["n"] else 7 * (1 if found["weeks"].casefold() == "a" else counted(found["weeks"]))


def _season(place: str, talk: list[str]) -> tuple[str, str]:
    """Return the season of the journey as it is there, and the words for it ("in April"); ("", "") if nothing is told of it."""
    found = next(filter(None, map(_MONTH.search, talk)), None)
    if found is None:
        return "", ""
    if found["month"]:
        month = MONTHS.index(found["month"].casefold())
        season, when = SEASONS[(month + 1) % 12 // 3], f"in {MONTHS[month].capitalize()}"
        return (SEASONS[(SEASONS.index(season) + 2) % 4] if _country(place).get("south") else season), when
    said = found["season"].casefold()
    season = {"fall": "autumn", "christmas": "winter", "easter": "spring"}.get(said, said)
    turned = _country(place).get("south") and said in ("christmas", "easter")
    when = f"at {said.capitalize()}" if said in ("christmas", "easter") else f"in {said}"
    return (SEASONS[(SEASONS.index(season) + 2) % 4] if turned else season), when


def named(text: str) -> str | None:
    """Return the city or the country that is named in a text."""
    said = re.sub(r" (?:south|latin|central) america ", " ", f" {folded(text)} ")
    here = [(said.index(f" {name} "), -len(name), place) for name, place in _names().items() if f" {name} " in said]
    return min(here)[2] if here else None


def _city(place: str) -> bool:
    return place not in read_table("everyday/travel.yaml")["countries"]


def _name(place: str) -> str:
    """Return the country of a city; a country itself."""
    countries = read_table("everyday/travel.yaml")["countries"]
    return place if place in countries else next(name for name, told in countries.items() if place in told["cities"])


def _country(place: str) -> dict:
    return read_table("everyday/travel.yaml")["countries"][_name(place)]


def climate_of(place: str) -> str:
    """Return the name of the climate that a city or a country has."""
    return read_table("everyday/travel.yaml")["city_climates"].get(place) or _country(place)["climate"]


def _climate(place: str) -> dict[str, str]:
    return read_table("everyday/travel.yaml")["climates"][climate_of(place)]


@cache
def _names() -> dict[str, str]:
    """Return the places by their names as they are typed; "us" is a word, too, and does not count alone."""
    found = {}
    for country, told in read_table("everyday/travel.yaml")["countries"].items():
        for name in (country, *told.get("also", [])):
            found[folded(name).strip()] = country
        found |= {folded(city): city for city in told["cities"]}
    found.pop("us", None)
    return found
