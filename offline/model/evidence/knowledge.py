"""What the stand-in knows about names, fields and values: names.yaml and fields.yaml, read once, when first needed."""

from dataclasses import dataclass
from functools import cache, cached_property

from ...tables import read_table
from .. import meaning
from .field import stem

_PLACES = {"countries": "country", "cities": "place", "american_cities": "place", "regions": "place", "continents": "continent"}


@dataclass(frozen=True)
class Names:
    """Names and words by what they are; keys have small letters."""

    known: dict[str, tuple[str, str]]  # places and languages: kind, and how it is spelled
    people: frozenset[str]
    companies: frozenset[str]
    bodies: frozenset[str]
    american: frozenset[str]
    also_words: frozenset[str]
    common: frozenset[str]
    jobs: frozenset[str]
    events: frozenset[str]
    stops: frozenset[str]
    articles: frozenset[str]
    labels: frozenset[str]
    sums: frozenset[str]
    links: frozenset[str]
    landmarks: frozenset[str]
    verbs: frozenset[str]
    things: dict[str, dict[str, str]]  # words and how they are spelled, by the stem of what they are called

    @cached_property
    def no_modifiers(self) -> frozenset[str]:
        """Words that are no part of the noun that follows them."""
        return self.stops | self.articles | self.verbs


@cache
def names() -> Names:
    """Return the names that the stand-in knows."""
    given = _load("names.yaml")
    lists = {key: _listed(text) for key, text in given.items() if isinstance(text, str)}
    small = {key: frozenset(name.lower() for name in values) for key, values in lists.items()}
    known = {name.lower(): (kind, name) for key, kind in _PLACES.items() for name in lists[key]}
    known |= {name.lower(): ("language", name) for name in lists["languages"]}
    things: dict[str, dict[str, str]] = {}
    for kinds, text in given["things"].items():
        for kind in kinds.split():
            things.setdefault(stem(kind), {}).update({name.lower(): name for name in _listed(text)})
    sets = "people companies bodies also_words common jobs events stops articles labels sums links landmarks verbs".split()
    american = small["american_cities"] | {"usa", "united states"}
    return Names(known=known, american=american, things=things, **{key: small[key] for key in sets})


@cache
def roles() -> dict[str, list[tuple[str, dict]]]:
    """Return the roles of fields.yaml, with their names, by the stems of the fields that have them."""
    found: dict[str, list[tuple[str, dict]]] = {}
    for name, role in _load("fields.yaml")["roles"].items():
        for words in dict.fromkeys("_".join(map(stem, field.split("_"))) for field in role["fields"].split()):
            found.setdefault(words, []).append((name, role))
    return found


@cache
def hints() -> dict[str, frozenset[str]]:
    """Return the words that speak for a value, by a stem that the value has."""
    return {stem(value): frozenset(map(stem, words.split())) for value, words in _load("fields.yaml")["hints"].items()}


@cache
def neutral() -> dict[str, int]:
    """Return the values to fall back on, with their rank."""
    return {value: rank for rank, value in enumerate(_load("fields.yaml")["neutral"].split())}


def topics(word: str) -> frozenset[str]:
    """Return the topics and concepts of a stem, as "food" and "food fruit"."""
    concepts = meaning.knowledge().concepts.get(word, frozenset())
    return concepts | {concept.split()[0] for concept in concepts}


def _listed(text: str) -> list[str]:
    return [name.strip() for name in text.split(",")]


@cache
def _load(name: str) -> dict:
    return read_table(name)
