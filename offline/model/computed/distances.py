"""How far two cities are apart, as the crow flies: "How far is it from London to Paris?" -> about 340 km.

Countries are measured between their capitals, and said to be. Where the cities are is in data/places.json.
"""

import math
import re

from ...tables import read_table
from ..language import folded
from ..regex import Regex
from .atlas import Place, atlas
from .question import Answer, Question, says

EARTH = 6_371  # kilometers, its mean radius
MILE = 1.609344
_ASKS = Regex(
    r" (?:(?:please|hi|hey|hello|ok|so|and|can|could|you|tell|me|do|know) )*(?:what (?:is|s) the distance|whats the distance|distance|is it (?:very |really )?(?:far|a long way)|how (?:far(?: away| apart)?|many (?:kilometers|km|miles))|wie weit|quelle distance|que distancia)"
    r"(?: (?:is|are|it|there|the|ist|es|y a t il|hay))*(?: (?P<before>[a-z ]+?))??(?: away)?(?: (?:from|between|von|entre|de|to))? (?P<one>[a-z ]+?) (?:to|and|from|nach|bis|et|y|a|away from) (?P<other>[a-z ]+?)"
    r"(?: (?:in|by) (?:kilometers|kilometres|km|miles|plane|air))?(?P<drive> (?:by (?:car|road|train|bus)|driving|on the road))?(?: (?:apart|away|please|from each other|as the crow flies|entfernt|roughly|about|approximately|more or less|ca|thanks))* ",
    needs="distance distancia far kilometers km long miles weit",
)
_FLIGHT = Regex(
    r" (?:(?:please|hi|hey|hello|ok|so|and|can|could|you|tell|me|do|know) )*(?:how long (?:is|are|does|do|will) (?:a |the |it take (?:to|for) )?(?:flight|fly|flying|flights)(?: take)?|flight time|how many hours (?:is|does|are) (?:a |the |it take to )?(?:flight|fly))(?: take)? (?:from |between )?(?P<one>[a-z ]+?) (?:to|and) (?P<other>[a-z ]+?)(?: take)?(?: please)? ",
    needs="flight hours long",
)
_DRIVE = Regex(
    r" (?:(?:please|hi|hey|hello|ok|so|and|tell|me) )*(?:how (?:long|many hours) (?:does it take |is it |is the drive |would it take |do i need |is a drive |to drive |the drive )*(?:to (?:drive|go by car|get) )?|(?P<can>(?:can|could) (?:i|you|we|one) (?:also )?(?:drive|go by car|take (?:the|a|my) car|travel by car) ))(?:from |between )?(?P<one>[a-z ]+?) (?:to|and) (?P<other>[a-z ]+?)(?P<by> by (?:car|road)| driving)?(?: in (?:an?|one) (?:day|weekend|morning|afternoon))?(?: please)? ",
    needs="car drive hours long take travel",
)
_BARE = Regex(
    r" (?:the )?(?:(?:distance|flight time|flight duration) [a-z]+(?: [a-z]+){1,4}|[a-z]+(?: [a-z]+){1,4} (?:distance|flight time|flight duration|how far|how many (?:km|kilometers|miles)))(?: (?:in )?km|(?: is it)? please)? "
)
_OTHER_END = Regex(
    r" (?:and |what about |how about )?(?:(?:from there )?(?P<way>to|from) (?P<place>[a-z ]+?)|how long (?:is|does|would|will)(?: it take)?(?: to| the| a)? (?P<how>flight|fly|drive|trip by car)(?: take| there| be)?)(?: then| please)? "
)
SPEED = 850  # km/h of an airliner
GROUND = 0.5  # hours for climbing, landing and ways round
ROADS = (1.1, 1.35)  # times the way as the crow flies that a road mostly is
LONGEST_DRIVE = 2_000  # km as the crow flies, up to which a guess is a good one
PACE = (100, 80)  # km/h of a car on a long way


def answer(question: Question) -> Answer | None:
    """Return the distance of the two cities that are asked about, or how long one flies; None for anything else, or where one is not known."""
    text = f" {folded(question.text)} "
    if len(text) <= 120 and (flight := _FLIGHT.fullmatch(text)):
        return _flight(_city(flight["one"]), _city(flight["other"]))
    if len(text) <= 120 and (drive := _DRIVE.fullmatch(text)) and (drive["can"] or "driv" in text or drive["by"]):
        return _drive(_city(drive["one"]), _city(drive["other"]), can=bool(drive["can"]))
    found = len(text) <= 120 and _ASKS.fullmatch(text)
    if not found:
        bare = _BARE.fullmatch(text)
        named = atlas().mentioned(question.text) if bare else []
        if not bare or len(named) != 2 or not all(place.kind == "city" for place in named):
            return None
        both = tuple((place, place) for place in named)
        return _flight(*both) if "flight" in bare[0] else _apart(*both)
    places = [_city(found[part] or "") for part in ("one", "other")]
    if not all(places) or places[0][1] == places[1][1] or found["before"]:
        return None
    doubtful = {place.name for _, place in places} & set(read_table("place_names.yaml")["doubtful"])
    if doubtful and places[0][1].code != places[1][1].code:
        return None  # there are two of that name
    return (_drive(*places, can=False) if found["drive"] else None) or _apart(*places)


def again(question: Question) -> str | None:
    """Return the question for a distance with another end: "and to Venice?" after "how far is it from Rome to Milan?"."""
    end = _OTHER_END.fullmatch(f" {folded(question.text)} ") if len(question.text) <= 60 else None
    before = _ASKS.fullmatch(f" {folded(next(iter(question.earlier('user')), ''))} ") if end else None
    if before and end["how"]:
        return f"{'flight time' if 'f' in end['how'] else 'how long to drive'} from {before['one']} to {before['other']}"
    if not before or not _city(end["place"]):
        return None
    of_one = end["way"] == "to" or f" from {before['other']} " in before[0]  # "how far is Paris from Berlin?"
    return f"how far is it from {before['one' if of_one else 'other']} to {end['place']}"


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


def _drive(one: tuple[Place, Place] | None, other: tuple[Place, Place] | None, *, can: bool) -> Answer | None:
    """Return whether there is a way over land, how far it roughly is and how long that takes; None where it is not known."""
    if not one or not other or one[1] == other[1]:
        return None
    table, names, codes = read_table("place_names.yaml"), [one[1].name, other[1].name], {one[1].code, other[1].code}
    doubtful = len(codes) > 1 and set(names) & set(table["doubtful"])
    if set(names) & set(table["on_islands"]) or doubtful:
        return None
    way = _over_land(one[1].code, other[1].code, {**table["closed"]})
    if not way:
        sea = can and not _over_land(one[1].code, other[1].code, {})
        return (
            says(f"No, not all the way: there is sea between {names[0]} and {names[1]}.", short="No", about="geography travel")
            if sea
            else None
        )
    if codes & set(table["scattered"].split()):
        return None
    link = next((f" {said}" for pair, said in table["links"].items() if set(pair.split()) <= set(way)), "")
    air = _between(one[1].facts["where"], other[1].facts["where"])
    if len(way) > 2 or air > LONGEST_DRIVE or any(set(pair.split()) <= codes for pair in table["detours"]):
        through = [atlas().countries[code].name for code in way[1:-1]]
        over = "" if link else f" There is a way over land{', for example through ' if through else ''}{' and '.join(through)}."
        return says(f"Yes.{link}{over}", short="Yes", about="geography travel") if can and len(through) < 3 else None
    near, far = (_rounded(air * road) for road in ROADS)
    hours = f"{max(1, round(near / PACE[0]))} to {max(2, round(far / PACE[1]))} hours"
    return says(
        f"{'Yes. ' if can else ''}From {names[0]} to {names[1]} reckon with roughly {near:,} to {far:,} kilometers by road, about {hours} of driving without breaks.{link}",
        short="Yes" if can else f"about {near:,} to {far:,} km, {hours}",
        about="geography travel",
    )


def _over_land(start: str, end: str, closed: dict[str, str]) -> list[str]:
    """Return the countries on the shortest way by road, over a bridge or through a tunnel, too; [] where there is none."""
    links = [pair.split() for pair in read_table("place_names.yaml")["links"]]
    ways, seen = [[start]], {start}
    for way in ways:
        if way[-1] == end:
            return way
        crossed = [code for pair in links if way[-1] in pair for code in pair]
        for code in [*atlas().countries[way[-1]].facts["neighbors"], *crossed]:
            if code not in seen and code not in closed and closed.get(way[-1]) != code:
                seen.add(code)
                ways.append([*way, code])
    return []


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
