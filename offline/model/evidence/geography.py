"""What may be in a field for a country or a city: a country that is one, or in which a city is; a city that is no country."""

from ..computed.atlas import Place, atlas
from ..language import folded
from .field import Field, stem
from .reading import Reading
from .scoring import KEYED, LEAST, Candidate

COUNTRY, CITY = {stem("country"), stem("nation")}, {stem("city"), stem("town")}
BY_CITY = LEAST + 1
NEWEST = 0.8  # weight of the question, of what tools gave back, and of what the stand-in would answer


def checked(field: Field, found: list[Candidate], readings: list[Reading]) -> list[Candidate]:
    """Return the candidates that a field for a country or a city can have; all of them for any other field.

    What the text itself calls so stays. For a country that it does not name, the first city speaks.
    """
    named = set(field.words[-1:])
    if field.many or not named & (COUNTRY | CITY):
        return found
    if named & CITY:
        return [one for one in found if one.score >= KEYED or not (place := _country(one.value)) or place.capital == place.name]
    if countries := [one for one in found if one.score >= KEYED or _country(one.value)]:
        return countries
    cities = (place for one in readings if one.weight >= NEWEST for place in atlas().mentioned(one.text) if place.kind == "city")
    return [Candidate(BY_CITY, atlas().countries[city.code].name) for city in cities if city.code in atlas().countries][:1]


def _country(value: object) -> Place | None:
    place = atlas().names.get(folded(str(value)).removeprefix("the "))
    return place if place and place.kind == "country" else None
