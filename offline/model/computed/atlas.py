"""The places that the stand-in knows, by all their names. The facts are in data/places.json, other names in data/place_names.yaml."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from ...kept import kept
from ...tables import DATA, read_table
from .. import language
from ..language import WORD, folded
from .spelling import nearly

LANGUAGES = ("german", "french", "spanish", "italian", "portuguese", "dutch")  # in the order of the columns in places.json
LONGEST_NAME = 7  # words
URAL = 60  # degrees east


@dataclass(frozen=True)
class Place:
    """A country, city, state of the USA, or part of a country; `facts` are what places.json has of it."""

    kind: str
    name: str
    facts: dict = field(hash=False, compare=False)
    code: str = ""

    @property
    def capital(self) -> str:
        return self.facts.get("capital", "")

    def name_in(self, language: str) -> str:
        """Return the place's name in a language."""
        return self.facts["names"][LANGUAGES.index(language)] if language in LANGUAGES and "names" in self.facts else self.name

    def capital_in(self, language: str) -> str:
        """Return the name of the place's capital in a language."""
        if language in LANGUAGES and "capitals" in self.facts:
            return self.facts["capitals"][LANGUAGES.index(language)]
        return self.capital


class Atlas:
    """All places. Of places with one name, a country comes before a city, and a city before a state."""

    def __init__(self):
        self.tables = json.loads((DATA / "places.json").read_text(encoding="utf-8"))
        others = read_table("place_names.yaml")
        self.countries = {code: Place("country", facts["name"], facts, code) for code, facts in self.tables["countries"].items()}
        areas = others["areas"]
        self.states = {
            name: Place("state", name, {"capital": capital} | _area(areas, name), "US")
            for name, capital in self.tables["states"].items()
        }
        self.parts = {
            name: Place("part", name, {"capital": capital} | _area(areas, name)) for name, capital in others["parts"].items()
        }
        self.landlocked = frozenset(others["landlocked"].split())
        self.seas = others["seas"]
        self.capitals_told = others["capitals"]
        self.unions = {
            name: (one["called"].partition("|")[0], one["are"].split())
            for one in others["unions"]
            for name in one["called"].split("|")
        }
        self.also_words = frozenset(word.strip() for word in others["words"].split(","))
        self.no_members = frozenset(code.strip() for code in others["no_members"].split(","))
        self.invented = frozenset(word.strip() for word in others["invented"].split(","))
        self.names: dict[str, Place] = {}
        for place in [*self.parts.values(), *self.states.values()]:
            self._name(place, [place.name])
        cities = {
            name: Place("city", name, {"people": people, "where": where}, code)
            for name, (code, people, *where) in self.tables["cities"].items()
        }
        for place in cities.values():
            self._name(place, [place.name, *_split(others["cities"].get(place.name, ""))])
        for place in self.countries.values():
            capital = cities.get(place.capital)
            if capital and capital.code == place.code:
                self._name(capital, place.facts.get("capitals", ()))
            elif not capital and place.capital:
                self._name(Place("city", place.capital, {}, place.code), [place.capital, *place.facts.get("capitals", ())])
        for place in self.countries.values():
            self._name(place, [place.name, *place.facts["names"], *_split(others["countries"].get(place.code, ""))])
        self.firsts = {name.partition(" ")[0] for name in self.names}

    def _name(self, place: Place, names: Iterable[str]) -> None:
        for name in names:
            for spelled in {folded(name), folded(re.sub(r"\(.*\)", "", name)), folded(name).removeprefix("the ")}:
                if spelled:
                    self.names[spelled.removeprefix("the ")] = place

    def at(self, words: tuple[str, ...] | list[str], start: int) -> tuple[Place, int] | None:
        """Return the place with the longest name that begins at a word, and how many words it has."""
        if words[start] not in self.firsts:
            return None
        for length in range(min(LONGEST_NAME, len(words) - start), 0, -1):
            if found := self.names.get(" ".join(words[start : start + length])):
                return found, length
        return None

    def mentioned(self, text: str) -> list[Place]:
        """Return the places that a text names, in order; names that are words as well count with a capital only, inside a sentence."""
        words, written = folded(text).split(), WORD.findall(text)
        found, start = [], 0
        while start < len(words):
            hit = self.at(words, start)
            if hit and (hit[1] > 1 or self._is_name(words[start], written[start], text)):
                found.append(hit[0])
            start += hit[1] if hit else 1
        return found

    def _is_name(self, word: str, written: str, text: str) -> bool:
        if word not in self.also_words:
            return len(word) > 2 or written.isupper()
        return written[:1].isupper() and not re.search(rf"(?:\A|[.!?]\s+){re.escape(written)}\b", text)

    def continent(self, place: Place) -> str:
        """Return the continent of a place, of a city in a country on two continents by where it lies; "" where that is not known."""
        country = place if place.kind == "country" else self.countries.get(place.code)
        both = country.facts["continent"] if country else ""
        if place.kind == "country" or " and " not in both:
            return both
        if place.name == "Istanbul":
            return "Europe and Asia"
        north, east = place.facts.get("where") or (None, None)
        if east is None:
            return ""
        european = east < URAL if country.code == "RU" else north > 40.6 and east < 28.3
        return "Europe" if european else "Asia"

    def in_language(self, table: str, code: str, language: str) -> str:
        """Return the name of a language, currency or continent in a language (English where it has none)."""
        row = self.tables[table][code]
        column = 1 + LANGUAGES.index(language) if language in LANGUAGES else 0
        return row[column] or row[0] or code

    @property
    def spellings(self) -> dict[str, Place]:
        """The names of countries and their capitals that are one word, which people may misspell."""
        capitals = {place.capital for place in self.countries.values()}
        return {name: place for name, place in self.names.items() if place.kind in ("country", "state") or place.name in capitals}


def spelled_nearly(name: str) -> Place | None:
    """Return the country, state or capital that a name is a likely slip of, or None."""
    known = _spellings()
    found = None if name in atlas().invented else nearly(name, known)
    return known[found] if found else None


@cache
def _spellings() -> dict[str, Place]:
    return atlas().spellings


@cache
def atlas() -> Atlas:
    """Return the atlas; it is read when a place is first asked for."""
    files = [DATA / "places.json", DATA / "place_names.yaml", Path(__file__), Path(language.__file__)]
    return kept("atlas", files, Atlas)


def _area(areas: dict[str, int], name: str) -> dict[str, int]:
    return {"area": areas[name]} if name in areas else {}


def _split(names: str) -> list[str]:
    return [name.strip() for name in names.split(",")]
