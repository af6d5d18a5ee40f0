"""Say facts about places, in English and in the languages of the phrase table."""

import re
from functools import cache

from ...tables import read_table
from .atlas import Place, atlas
from .question import Answer

CAPITAL = [
    (970, "The capital city of {name} is {capital}."),
    (20, "The capital of {name} is {capital}."),
    (10, "{capital} is the capital city of {name}."),
]
CAPITAL_LONG = (
    "The capital city of {name} is {capital}. It is the seat of the government and, with its museums, theaters and universities, "
    "[one of the country's most visited cities|a center of the country's culture]."
)
CAPITAL_CHILD = (
    "The capital city of {name} is {capital}. A capital is the city where a country's leaders work"
    "[, like the captain's seat on a ship|, a bit like the head teacher's office in a school]."
)
POPULATION = [(90, "The population of {name} is {people}."), (10, "{name} has {people} inhabitants.")]
_COMPARES = "bigger|larger|smaller|more|fewer|less|biggest|largest|smallest|most populous|compared|compare|versus|vs|most people|fewest people".split("|")  # fmt: skip
DISPUTED = ("CK", "EH", "NU", "PS", "TW", "XK")  # of which not all states say the same
SELDOM = 0.01  # a fact that is told where somebody wants another one
ALIKE = 1.03  # two sizes whose ratio is below this are about the same: the figures are no better


def said(fact: str, place: Place, language: str) -> Answer | None:
    """Return the answer that tells a fact about a place, in `language` where it can be; None if the fact is not known."""
    country = _country(place)
    if fact == "overview":
        return _overview(place)
    if fact == "location":
        return _location(place)
    if fact == "continent" and place.kind == "city" and language not in _table()["said"] and (there := atlas().continent(place)):
        return Answer([(1.0, f"{place.name} is in {there}.")], there)
    if fact == "coast":
        return _coast(country) if country and place.kind == "country" else None
    if fact == "capital":
        return _capital(place, language)
    if fact == "population":
        people = place.facts.get("people") or place.facts.get("population")
        return _population(place, people, language) if people else None
    if fact == "area" and place.facts.get("area") and place.kind in ("state", "part"):
        return _in_english("area", place, [f"{place.facts['area']:,}"])
    if place.kind != "country" and fact in ("area", "neighbors"):
        return None
    if country is None:
        return None
    values = _values(fact, country, language)
    if language in _table()["said"] and values:
        return Answer(
            [(1.0, _table()["said"][language][fact].format(_listed(values, language)))], ", ".join(values), language=language
        )
    return _in_english(fact, country, values)


def compare(facts: tuple[str, ...], places: tuple[Place, ...], asked) -> str | None:
    """Return which of two or more places is larger or smaller; None if that is not asked."""
    if not asked.says(*_COMPARES):
        return None
    fact = "population" if "population" in facts or any("people" in place.facts for place in places) else "area"
    sizes = [place.facts.get(fact) or place.facts.get("people" if fact == "population" else "area") for place in places]
    if not all(sizes):
        unknown = [place.name for place, size in zip(places, sizes, strict=True) if not size]
        known = [f"{place.name} has {_size(fact, size)}" for place, size in zip(places, sizes, strict=True) if size]
        return _start(
            f"I cannot compare them: I do not know {'how many people live in' if fact == 'population' else 'the area of'} "
            f"{_listed(unknown)}.{' ' + _start(_listed(known)) + '.' if known else ''}"
        )
    if max(sizes) < ALIKE * min(sizes):
        return _start(
            f"{_listed([place.name for place in places])} are about the same: {_listed([_size(fact, size) for size in sizes])}."
        )
    fewest = asked.says("smaller", "fewer", "less", "smallest")
    best = sizes.index((min if fewest else max)(sizes))
    told = [_size(fact, size) for size in sizes]
    word = ("smaller", "larger")[not fewest] if fact == "area" else ("fewer people", "more people")[not fewest]
    rest = [f"{place.name} {told[number]}" for number, place in enumerate(places) if number != best]
    verb = "is" if fact == "area" else "has"
    return _start(f"{places[best].name} {verb} {word}: it has {told[best]}, {_listed(rest)}.")


def _size(fact: str, size: int) -> str:
    return people(size, "english") + " people" if fact == "population" else f"{size:,} km²"


def yes_or_no(facts: tuple[str, ...], places: tuple[Place, ...], text: str) -> str | None:
    """Return whether what is asked is so, such as whether one place borders the other."""
    if (
        facts == ("location",)
        and len(places) == 1
        and re.search(r" (?:a|an|its own|independent) (?:\w+ )?(?:country|nation|state) ", text)
    ):
        return _is_country(places[0])
    if facts == ("continent",) and len(places) == 1 and (country := _country(places[0])):
        asked = next((name for name in atlas().tables["continents"] if f" {name.casefold()} " in text), None)
        here = atlas().continent(places[0])
        verdict = "" if " or " in text or not here else f"{'Yes' if asked and asked in here else 'No'}, "
        return asked and here and _start(f"{verdict}{places[0].name} is in {here}.")
    if facts == ("currency",) and len(places) == 1 and (country := _country(places[0])):
        names = [atlas().in_language("currencies", code, "english") for code in country.facts["currencies"]]
        if " or " in text:
            return None
        asked = next((coin for coin in ("euro", "dollar", "pound", "franc", "yen") if coin in text), None)
        return asked and _start(
            f"{'Yes' if any(asked in name for name in names) else 'No'}, in {country.name} people pay with the {_listed(names)}."
        )
    if facts == ("language",) and len(places) == 1 and (country := _country(places[0])):
        names = [atlas().in_language("languages", code, "english") for code in country.facts["languages"]]
        asked = next(
            (row[0] for row in atlas().tables["languages"].values() if row[0] and f" {row[0].casefold()} " in text), None
        )
        here = _listed(names)
        if asked is None or not names:
            return None
        return (
            f"Yes, in {country.name} people speak {here}."
            if asked in names
            else f"Some may, but it is no official language of {country.name}: there people speak {here}."
        )
    if facts == ("location",) and len(places) == 2 and places[0].kind == "city" and places[1].kind == "country":
        right = places[0].code == places[1].code
        return f"{'Yes' if right else 'No'}, {places[0].name} is in {atlas().countries[places[0].code].name}."
    if facts == ("coast",) and len(places) == 1 and places[0].kind == "country" and (told := _coast(places[0])):
        no_coast = places[0].code in atlas().landlocked
        verdict = "Yes" if ("landlocked" in text) == no_coast else "No"
        return f"{verdict}, {told.ways[0][1]}"
    countries = [place for place in places if place.kind == "country"]
    others = [place for place in places if place.kind != "country"]
    if facts[:1] == ("neighbors",) and len(countries) == 2:
        one, other = countries
        if other.code in one.facts["neighbors"]:
            return f"Yes, {one.name} and {other.name} share a border."
        return f"No, {one.name} and {other.name} share no land border."
    if facts[:1] == ("capital",) and len(countries) == 1 and len(others) == 2 and " or " in text:
        named = "" if countries[0].capital in [one.name for one in others] else f", neither {others[0].name} nor {others[1].name}"
        return f"The capital city of {countries[0].name} is {countries[0].capital}{named}."
    if facts[:1] == ("capital",) and len(countries) == 1 and len(others) == 1:
        right = countries[0].capital == others[0].name
        return f"{'Yes' if right else 'No'}, the capital city of {countries[0].name} is {countries[0].capital}.{_besides(countries[0])}"
    return None


def _is_country(place: Place) -> str | None:
    """Return whether a place is a country; None where not all agree."""
    if place.kind == "country":
        if place.code in DISPUTED:
            return None
        if place.code in atlas().no_members and place.code != "VA":
            return _start(f"{place.name} is no independent country: it belongs to another one.")
        return _start(f"Yes, {place.name} is a country in {place.facts['continent']}.")
    if place.kind == "state":
        return f"No, {place.name} is a state of the United States."
    country = _country(place)
    return (
        f"No, {place.name} is a city in {country.name}."
        if country and place.kind == "city" and country.name != place.name
        else None
    )


def people(number: int, language: str) -> str:
    """Return a number of people in words, such as "about 2.1 million"."""
    billion, million, about, _, point = _table()["numbers"][language]
    if number >= 999_500_000:
        return f"{about} {number / 1e9:.1f} {billion}".replace(".", point)
    if number >= 9_950_000:
        return f"{about} {number / 1e6:.0f} {million}"
    if number >= 999_500:
        return f"{about} {number / 1e6:.1f} {million}".replace(".0 ", " ").replace(".", point).replace(*_one_million(language))
    if language == "english":
        return f"about {number / 1e3:.0f} thousand" if number >= 10_000 else f"about {round(number, -2) or number:,}"
    rounded = round(number, -3) or number
    return f"{about} {rounded:,}".replace(",", "." if language != "french" else " ")


def _one_million(language: str) -> tuple[str, str]:
    """Return how one million would be said in the plural, and how it is."""
    million = _table()["numbers"][language][1]
    one = {"german": "Million", "french": "million", "spanish": "millón", "italian": "milione", "portuguese": "milhão"}
    return f" 1 {million}", f" 1 {one.get(language, million)}"


def _capital(place: Place, language: str) -> Answer | None:
    if place.kind == "city":
        country = _country(place)
        capital = country.capital if country else ""
        if capital == place.name:
            return Answer([(1.0, f"{place.name} is itself the capital city of {country.name}.")], place.name)
        return (
            Answer([(1.0, f"{place.name} is a city in {country.name}. The capital city there is {capital}.")], capital)
            if country
            else None
        )
    if not place.capital:
        return None
    capital = place.capital_in(language)
    if language in _table()["said"]:
        return Answer([(1.0, _table()["said"][language]["capital"].format(capital))], capital, language=language)
    also = atlas().states.get(place.name) if place.kind == "country" else None
    names = {"name": place.name, "capital": capital}
    ways = [(float(weight), _start(way.format(**names)) + _besides(place)) for weight, way in CAPITAL]
    if also:
        ways = [
            (weight, f"{way} (I take {place.name} as the country; the capital of the US state is {also.capital}.)")
            for weight, way in ways
        ]
    forms = {"long": [(1.0, CAPITAL_LONG.format(**names))], "child": [(1.0, CAPITAL_CHILD.format(**names))]}
    return Answer(ways, capital, forms=forms)


def _besides(place: Place) -> str:
    """Return what is said besides of a country's capital: that it is disputed, or that the government sits elsewhere."""
    told = atlas().capitals_told.get(place.code) if place.kind == "country" else None
    return f" ({told})" if told else ""


def _population(place: Place, number: int, language: str) -> Answer:
    told = people(number, language)
    if language in _table()["said"]:
        sentence = _table()["said"][language]["population"]
        if not told[-1].isalpha():  # "700.000 abitanti", but "7 milioni di abitanti"
            sentence = sentence.replace(" d'habitants", " habitants").replace("{} de ", "{} ").replace("{} di ", "{} ")
        return Answer([(1.0, sentence.format(told))], told, language=language)
    names = {"name": place.name, "people": told}
    return Answer([(float(weight), _start(way.format(**names))) for weight, way in POPULATION], told)


def _values(fact: str, country: Place, language: str) -> list[str]:
    facts = country.facts
    if fact == "language":
        return [atlas().in_language("languages", code, language) for code in facts["languages"]]
    if fact == "currency":
        return [atlas().in_language("currencies", code, language) for code in facts["currencies"]]
    if fact == "neighbors":
        return [atlas().countries[code].name_in(language) for code in facts["neighbors"]]
    if fact == "continent":
        return [atlas().in_language("continents", name, language) for name in facts["continent"].split(" and ") if name]
    separator = {"english": ",", "french": " "}.get(language, ".")
    return [f"{facts['area']:,}".replace(",", separator)] if fact == "area" and facts["area"] else []


def _in_english(fact: str, country: Place, values: list[str]) -> Answer | None:
    name, listed = country.name, _listed(values)
    if fact == "neighbors" and not values:
        return Answer([(1.0, _start(f"{name} has no land borders, so it has no neighbors on land."))], "none")
    if not values:
        return None
    sentence = {
        "language": f"In {name}, people speak {listed}.",
        "currency": f"The currency of {name} is the {listed}." if len(values) == 1 else f"In {name}, people pay with the {_listed(values, between=' and the ')}.",
        "continent": f"{name} is in {listed}.",
        "neighbors": f"{name} borders {listed}.",
        "area": f"{name} has an area of {listed} km².",
    }[fact]  # fmt: skip
    return Answer([(1.0, _start(sentence))], ", ".join(values) + (" km²" if fact == "area" else ""))


def _location(place: Place) -> Answer | None:
    country = _country(place)
    if place.kind == "state":
        return Answer([(1.0, f"{place.name} is a state of the United States.")], "the United States")
    if country is None:
        return None
    if place.kind == "city":
        return Answer([(1.0, f"{place.name} is in {country.name}.")], country.name)
    neighbors = [atlas().countries[code].name for code in country.facts["neighbors"]]
    beside = f", next to {_listed(neighbors)}" if neighbors else ""
    continent = country.facts["continent"]
    return Answer([(1.0, _start(f"{country.name} is in {continent}{beside}."))], continent) if continent else None


def _coast(country: Place) -> Answer | None:
    """Return which seas a country lies on, or that it is landlocked; None where that is not known."""
    if country.code in atlas().landlocked:
        return Answer([(1.0, _start(f"{country.name} is landlocked: it has no coast on an ocean."))], "none")
    seas = atlas().seas.get(country.code)
    return Answer([(1.0, _start(f"{country.name} lies on {seas}."))], seas) if seas else None


def _overview(place: Place) -> Answer | None:
    facts = ("location", "population", "language", "currency") if place.kind == "country" else ("location", "population")
    found = [said(fact, place, "english") for fact in (("capital",) if place.kind != "city" else ()) + facts]
    if not any(found):
        return None
    ways = [(1.0, " ".join(one.ways[0][1] for one in found if one))]
    more = [said(fact, place, "english") for fact in ("area", "coast", "neighbors")] if place.kind == "country" else []
    return Answer([*ways, *((SELDOM, one.ways[0][1]) for one in more if one)])


def _country(place: Place) -> Place | None:
    return place if place.kind == "country" else atlas().countries.get(place.code)


def _listed(values: list[str], language: str = "english", *, between: str | None = None) -> str:
    both = between or f" {_table()['numbers'][language][3]} "
    return both.join(filter(None, [", ".join(values[:-1]), *values[-1:]]))


def _start(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


@cache
def _table() -> dict:
    return read_table("places_said.yaml")
