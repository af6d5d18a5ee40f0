"""How far two cities are apart, as the crow flies: "How far is it from London to Paris?" -> about 340 km.

Countries are measured between their capitals, and said to be. Where the cities are is in data/places.json.
"""

import math
import re

from ..language import folded
from ..regex import Regex
from .atlas import Place, atlas
from .question import Answer, Question, says

EARTH = 6_371  # kilometers, its mean radius
MILE = 1.609344
_ASKS = Regex(
    r" (?:(?:please|hi|hey|hello|ok|so|and|can|could|you|tell|me|do|know) )*(?:what (?:is|s) the distance|whats the distance|distance|how (?:far(?: away)?|many (?:kilometers|km|miles))|wie weit|quelle distance|que distancia)"
    r"(?: (?:is|are|it|there|the|ist|es|y a t il|hay))*(?: (?P<before>[a-z ]+?))??(?: away)?(?: (?:from|between|von|entre|de|to))? (?P<one>[a-z ]+?) (?:to|and|from|nach|bis|et|y|a|away from) (?P<other>[a-z ]+?)"
    r"(?: (?:in|by) (?:kilometers|kilometres|km|miles|plane|air))?(?: (?:apart|away|please|from each other|as the crow flies|entfernt))* "
)
_FLIGHT = Regex(
    r" (?:(?:please|hi|hey|hello|ok|so|and|can|could|you|tell|me|do|know) )*(?:how long (?:is|are|does|do|will) (?:a |the |it take (?:to|for) )?(?:flight|fly|flying|flights)(?: take)?|flight time|how many hours (?:is|does|are) (?:a |the |it take to )?(?:flight|fly))(?: take)? (?:from |between )?(?P<one>[a-z ]+?) (?:to|and) (?P<other>[a-z ]+?)(?: take)?(?: please)? "
)
_BARE = Regex(r" (?:the )?(?P<what>distance|flight time|flight duration) (?P<cities>[a-z]+(?: [a-z]+){1,4})(?: km| please)? ")
SPEED = 850  # km/h of an airliner
GROUND = 0.5  # hours for climbing, landing and ways round


def answer(question: Question) -> Answer | None:
    """Return the distance of the two cities that are asked about, or how long one flies; None for anything else, or where one is not known."""
    text = f" {folded(question.text)} "
    if len(text) <= 120 and (flight := _FLIGHT.fullmatch(text)):
        return _flight(_city(flight["one"]), _city(flight["other"]))
    found = len(text) <= 120 and _ASKS.fullmatch(text)
    if not found:
        bare = _BARE.fullmatch(text)
        named = atlas().mentioned(question.text) if bare else []
        if not bare or len(named) != 2 or not all(place.kind == "city" for place in named):
            return None
        both = tuple((place, place) for place in named)
        return _flight(*both) if "flight" in bare["what"] else _apart(*both)
    places = [_city(found[part] or "") for part in ("one", "other")]
    if not all(places) or places[0][1] == places[1][1] or found["before"]:
        return None
    return _apart(*places)


def _apart(one_asked: tuple[Place, Place], other_asked: tuple[Place, Place]) -> Answer:
    """Return how far two places are apart, each given with the city from which it is measured."""
    (first, one), (second, other) = one_asked, other_asked
    kilometers = _rounded(_between(one.facts["where"], other.facts["where"]))
    miles = _rounded(kilometers / MILE)
    named = " and ".join(
        city.name if asked.kind == "city" else f"{asked.name} (from {city.name})"
        for asked, city in ((first, one), (second, other))
    )
    return says(
        f"{named} are about {kilometers:,} kilometers ({miles:,} miles) apart as the crow flies; by road or rail it is more."
        if kilometers < 3_000
        else f"{named} are about {kilometers:,} kilometers ({miles:,} miles) apart as the crow flies.",
        short=f"about {kilometers:,} km",
        about="geography travel",
    )


def _flight(one: tuple[Place, Place] | None, other: tuple[Place, Place] | None) -> Answer | None:
    """Return about how long a flight without a stop takes."""
    if not one or not other or one[1] == other[1]:
        return None
    kilometers = _rounded(_between(one[1].facts["where"], other[1].facts["where"]))
    hours = round(2 * (kilometers / SPEED + GROUND)) / 2
    told = f"about {hours:g} hours"
    return says(
        f"From {one[1].name} to {other[1].name} it is about {kilometers:,} kilometers, so a flight without a stop takes {told}, if there is one.",
        short=told,
        about="geography travel",
    )


def _city(name: str) -> tuple[Place, Place] | None:
    """Return the place with a name, and the city from which it is measured."""
    place = atlas().names.get(re.sub(r"\A(?:the|city of) ", "", name.strip()))
    if place is None:
        return None
    city = place if place.kind == "city" else atlas().names.get(folded(place.capital)) if place.kind == "country" else None
    return (place, city) if city and city.facts.get("where") else None


def _between(one: list[float], other: list[float]) -> float:
    """Return the kilometers of a great circle between two positions in degrees north and east."""
    north, east, north2, east2 = map(math.radians, (*one, *other))
    half = math.sin((north2 - north) / 2) ** 2 + math.cos(north) * math.cos(north2) * math.sin((east2 - east) / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(half))


def _rounded(number: float) -> int:
    """Return a length no more exact than the middle of a city is."""
    step = 10 if number >= 100 else 5 if number >= 10 else 1
    return step * round(number / step)
