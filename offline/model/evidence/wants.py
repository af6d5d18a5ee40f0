"""What a field wants: the roles that its words have in fields.yaml, put together."""

import math
import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

from .field import Field, stem, stems
from .knowledge import names, roles
from .numbers import UNITS, unit_of

NUMERIC = frozenset({"number", "money", "year", "duration"})  # kinds of mentions that are numbers

_ISO = re.compile(r"\bISO\b|8601|YYYY", re.IGNORECASE)
_RELATION = re.compile(r"(from|to)(?:_|[A-Z]|$)")
_WHENS = {"on": stem("date"), "at": stem("time")}  # "closed_on" is a date
_WHEN = re.compile(r"(?:_(on|at)|(?<=[a-z])(On|At))$")
_DESCRIBED = 0.75  # what a word of the description counts, against one of the name
_AROUND = 0.7  # what a vague word itself counts where the object around tells more
_MODIFIES = 0.5  # a word before the last of the name
_ANYTHING = {"aside": 1.4, "proper": 1.0}  # kinds for a field of which nothing is known: what is in parentheses, any name
_WHOLE = 3.8  # "Paris, France" where the description speaks of the country
_NAMES = {"person", "org", "proper", "quote"}  # kinds that a "name" may be of whatever the object around is
_GENERIC = {"name", "short"}  # roles that say little
_VAGUE = {
    stem(word) for word in ("name", "title", "description", "type", "kind")
}  # words that need the object around to say what they are

Role = tuple[str, dict]


@dataclass
class Wants:
    """What a field's values may be, and the words that stand around them."""

    kinds: dict[str, float] = field(default_factory=dict)
    before: list[re.Pattern] = field(default_factory=list)
    after: list[re.Pattern] = field(default_factory=list)
    takes: list[tuple[re.Pattern, dict]] = field(default_factory=list)
    dimensions: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)  # what its numbers count
    unit: str = ""  # the unit that the name asks for: "distance_km"
    vague: bool = False  # nothing is known of it
    bare: bool = False  # a number alone between commas will do
    stated: bool = False  # its values are not in questions
    most: float = math.inf  # the largest number that it may be
    iso: bool = False  # dates as ISO 8601 has them
    things: dict[str, str] = field(default_factory=dict)  # words of the kind that the field is called by
    roles: list[str] = field(default_factory=list)

    @property
    def numeric(self) -> bool:
        """Whether its values are numbers, also where they are written as text."""
        return bool(self.dimensions) or any(self.kinds.get(kind, 0) >= 1.5 for kind in NUMERIC)

    def add(self, named: list[Role], share: float = 1.0, kinds: bool = True) -> None:
        """Take over what roles say: the kinds of their values, weighed with `share`, and the words around."""
        for name, role in named:
            self.roles.append(name)
            for kind, weight in role.get("kinds", {}).items() if kinds else ():
                self.kinds[kind] = max(self.kinds.get(kind, 0), weight * share)
            if kinds:
                self.dimensions |= set(role.get("units", "").split())
            self.nouns |= {stem(noun) for noun in role.get("nouns", "").split()}
            self.bare = self.bare or bool(role.get("bare"))
            self.stated = self.stated or bool(role.get("stated"))
            self.most = min(self.most, role.get("most", math.inf))
            self.before += [_before(role["before"])] if "before" in role else []
            self.after += [_after(role["after"])] if "after" in role else []
            self.takes += [(_takes(role["takes"]), role)] if "takes" in role else []


@lru_cache(maxsize=2_000)
def wants(asked: Field) -> Wants:
    """Return what a field wants. The last word of its name leads: an "invoice date" is a date."""
    found = Wants(iso=bool(_ISO.search(asked.description)))
    words = list(asked.words[: asked.words.index("per")] if "per" in asked.words[1:] else asked.words)
    led = False
    while words:
        named = _roles("_".join(words[-2:]), asked.numeric) if len(words) > 1 else []
        taken = words[-2:] if named else words[-1:]
        named = named or _roles(words[-1], asked.numeric)
        found.add(named, share=_MODIFIES if led else 1.0, kinds=not led)
        led = led or any(role.get("kinds") for name, role in named if name not in _GENERIC)
        found.things = found.things or names().things.get(words[-1], {})
        found.unit = found.unit or _unit(words[-1])
        words = words[: -len(taken)]
    if relation := _RELATION.match(asked.name):
        found.add(_roles(relation[1].lower(), asked.numeric), share=_MODIFIES, kinds=not led)
    if when := _WHEN.search(asked.name):
        found.add(_roles(_WHENS[(when[1] or when[2]).lower()], asked.numeric), kinds=not led)
    described = [[role for role in _roles(word, asked.numeric) if role[0] not in _GENERIC] for word in asked.about[:12]]
    found.add(next(filter(None, described), []), share=_DESCRIBED, kinds=not led)
    if not led and set(asked.words[-1:]) <= _VAGUE:
        _add_parents(found, asked)
    found.vague = not found.kinds
    found.kinds = found.kinds or dict(_ANYTHING)
    if "place" in found.kinds and "country" in asked.about:
        found.kinds["whole_place"] = _WHOLE
    if found.unit:
        found.dimensions = {UNITS[found.unit][0]}
    found.nouns |= set(asked.words)
    return found


def _add_parents(found: Wants, asked: Field) -> None:
    """Let the nearest object around that tells something say what a "name" or a "type" is: of items, of customers."""
    for word in (word for parent in reversed(asked.parents) for word in reversed(stems(parent))):
        named = [(name, role) for name, role in _roles(word, False) if role.get("kinds")]
        found.things = found.things or names().things.get(word, {})
        if named:
            found.kinds = {kind: weight * _AROUND for kind, weight in found.kinds.items() if kind in _NAMES}
            found.add(named)
            return


def _roles(words: str, numeric: bool) -> list[Role]:
    return [(name, role) for name, role in roles().get(words, ()) if numeric or not role.get("numeric")]


def _unit(word: str) -> str:
    """Return the unit that a word of a name says: "km" of "distance_km"; "" if it is a word like others."""
    unit = unit_of(word) or unit_of(f"{word}s") or unit_of(f"{word}e")
    return unit if unit and UNITS[unit][0] not in ("rating", "measure") and (len(word) > 1 or word in "mglcf") else ""


@cache
def _before(cues: str) -> re.Pattern:
    return re.compile(rf"(?:^|[\s\W])(?:{cues})(?:\s+(?:the|a|an|my|our|your))?[\s:=\"'(#–—-]*$", re.IGNORECASE)


@cache
def _after(cues: str) -> re.Pattern:
    return re.compile(rf"[\s\"',)]*(?:{cues})(?:\W|$)", re.IGNORECASE)


@cache
def _takes(cues: str) -> re.Pattern:
    return re.compile(rf"(?<![\w'])(?:{cues})(?![\w'])", re.IGNORECASE)
