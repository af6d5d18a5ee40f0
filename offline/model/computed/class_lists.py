"""Things of a class: "name 5 fruits", "list ten jobs", "birds starting with P", "4 cities in Japan".

The classes are in data/everyday/classes.yaml, the cities in the atlas. A request is answered only if each of its words is
understood, so "5 fruits that are red" is not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ...tables import read_table
from ..everyday.wish import NUMBER, counted, listed
from ..language import folded
from ..regex import Regex
from .atlas import atlas
from .place_lists import CONTINENTS
from .question import Answer, Question

LONGEST = 160  # characters of a request
USUAL = 10  # members, where "some" are asked for
MOST = 60
FEWER = "I know {} of them:\n\n{}"
SOME = "Some of them:\n\n{}"
_MORE_NUMBERS = {"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18, "twenty": 20, "thirty": 30}
NUMBERS = rf"{NUMBER}|{'|'.join(_MORE_NUMBERS)}|dozen"
_OPENS = r"(?:(?:please|pls|can|could|would|will|you|u|hi|hey|hello|ok|okay|i|want|need|id|like|to|know|just|now|and|also|help|let|do|so) )*"
_VERB = (
    r"(?P<verb>(?:give|return|output|generate|print|tell|show|name|list|write(?: down| out)?|say|find|send|get|think of|mention|enumerate|make|create|suggest|recommend)(?: (?:me|us|up))? (?:me )?"
    r"|(?:what|whats|which|who)(?: (?:is|are|s|re|were))? (?:there )?|examples? of |any |some |a list of |list of |(?:the )?names of )?"
)
_LIST = r"(?:(?:an? |the )?(?:(?:short|long|quick|numbered|simple|full|complete) )?(?:lists?|names?|examples?|top) (?:of )?)?"
_MANY = rf"(?:(?:the |at least |exactly |about |top |my |all )*(?P<many>{NUMBERS}|an?|any|some|a few|few|several|all|more) (?:more |other |of (?:the )?)?)?"
_FILLER = (
    r"(?:(?:the|most|very|some|different|random|common|famous|popular|well known|known|good|nice|typical|important|great|greatest|best|basic|beautiful|interesting|cool|"
    r"names|name|examples?|types?|kinds?|sorts?|species|varieties|of|easy|simple|real|main|big|biggest|large) )*"
)
_ASKED = Regex(
    rf" (?P<opens>{_OPENS}){_VERB}{_LIST}{_MANY}(?P<rest>{_FILLER}(?P<what>[a-z0-9 ]+?))"
    r"(?: (?:that |which |whose name )?(?:starts?|starting|begins?|beginning) with (?:an? |the |letter )*(?P<letter>[a-z]))?"
    r"(?: (?:names|please|pls|for me|you know|that you know|you can think of|in english|there are|thanks|thank you|everyone (?:should )?knows?|that everyone knows|in the world|of the world|of all time|ever|in history))* "
)
_TELLS_ONE = Regex(r"\b(?:tell|write|read)\b.* fairy ?tale\b", re.IGNORECASE, needs="fairy")  # a tale, not its name
_ONE = Regex(r"\W*(?:(?:and|or|what about|how about|but|ok)\W+)+an? ", re.IGNORECASE)
_COUNTS = Regex(rf"\b(?:{NUMBERS}|some|examples?|all|list)\b", re.IGNORECASE)
_CITIES = Regex(
    r"(?:(?:big|large|major|beautiful|important|famous|popular) )*(?:cities|towns|big cities)(?: (?:in|of|from) (?:the )?(?P<where>[a-z ]+))?",
    needs="cities towns",
)
_ADJECTIVE_CITIES = Regex(
    rf"(?P<where>{'|'.join(sorted(CONTINENTS, key=len, reverse=True))}) (?:cities|towns)", needs="cities towns"
)


@dataclass(frozen=True)
class Wanted:
    """The members of a class, how many of them are wanted (None: all that there are), and whether those that are known are all."""

    members: Sequence[str]
    count: int | None
    complete: bool = True


def answer(question: Question) -> Answer | None:
    """Return so many members of a class as are asked for; None for anything else, or where a word is not understood."""
    if question.before and _ONE.match(question.text):
        return None  # "and an insect?" puts another thing into the question before
    found = read(question.text)
    if found is None:
        return _of_several(question.text)
    if not _COUNTS.search(question.text) and question.known.forms_of([question.text], question.told, wholly=True):
        return None  # it is known as a whole, with its own weights
    return said(found)


def _of_several(text: str) -> Answer | None:
    """Return the members of several classes: "10 fruits and 5 vegetables"; None where a number is missing."""
    parts = re.split(r"\s*,\s*(?:and\s+)?|\s+(?:and|plus)\s+", text.strip(" .!?")) if len(text) <= LONGEST else []
    lists = [read(part) for part in parts] if len(parts) > 1 else []
    if not lists or not all(one and one.count and re.search(NUMBERS, part) for one, part in zip(lists, parts, strict=True)):
        return None
    titles = [re.sub(rf".*?\b(?:{NUMBERS})\b\s*", "", part, count=1).capitalize() for part in parts]
    return Answer(
        [(1.0, "\n\n".join(f"{title}:\n\n{said(one).ways[0][1]}" for title, one in zip(titles, lists, strict=True) if one))],
        about="list",
    )


def plain(text: str) -> str:
    """Return the words of a text in small letters, without apostrophes, and a space around them."""
    return f" {folded(text.replace('’', '').replace(chr(39), ''))} "


_SPAN = Regex(r"\S+ (?:days?|weeks?|months?|years?|hours?)")


def read(text: str) -> Wanted | None:
    """Return what a request wants of a class; None where a word of it is not understood."""
    if len(text) > LONGEST or _TELLS_ONE.search(text) or not (found := _ASKED.fullmatch(plain(text))):
        return None
    many, verb, rest = found["many"], found["verb"] or "", found["rest"]
    if not many and not (
        verb or _CITIES.fullmatch(rest) or found["letter"] or "list of" in found[0] or "examples of" in found[0]
    ):
        return None
    if re.match(r"what|which|who", verb) and (many in ("a", "an") or (not many and rest == found["what"])):
        return None  # "what is a fruit" asks for something else
    if not many and re.fullmatch(r"(?:show|get|find|send|say|create|make) ?", verb) and rest == found["what"]:
        return None  # "show databases" is SQL
    if many and not verb and _SPAN.fullmatch(plain(text).strip()):
        return None  # "5 days" is how long something lasts
    known = _members(rest, found["what"], single=many in ("a", "an", "any", "one", "1"))
    if known is None:
        return None
    members, complete = known
    if found["letter"]:
        members = [one for one in members if folded(one).startswith(found["letter"])]
    if not members:
        return None
    if many and many not in ("all", "any", "some", "few", "several", "more"):
        return Wanted(members, number(many))
    whole = many == "all" or re.match(r"(?:the )", rest)
    return Wanted(members if whole else members[: USUAL + 2], None if whole else USUAL, complete or not whole)


def _members(rest: str, what: str, *, single: bool) -> tuple[Sequence[str], bool] | None:
    """Return the members of a class and whether they are all, by the longest of its names that fits: "types of cheese", "cheese"."""
    for name in (rest, what):
        if name in _classes():
            return _classes()[name]
        if single and name in _singulars():
            return _singulars()[name]
    first, _, last = what.partition(" ")
    if last in ("cities", "towns") and first in (nations := read_table("everyday/classes.yaml")["nations"]):
        what = f"cities in {folded(nations[first])}"
    if found := _CITIES.fullmatch(what) or _ADJECTIVE_CITIES.fullmatch(what):
        cities = _cities(found["where"])
        return cities and (cities, False)
    return None


def members(name: str) -> Sequence[str]:
    """Return the members of a class by its name, in the singular or the plural; none for a class that is not known."""
    known = _classes().get(folded(name)) or _singulars().get(folded(name))
    return known[0] if known else ()


def number(many: str) -> int:
    """Return the number that a word says."""
    if many in ("a", "an"):
        return 1
    return 12 if many == "dozen" else _MORE_NUMBERS.get(many) or counted(many)


def said(wanted: Wanted) -> Answer:
    """Return the members that are wanted as an answer; one alone may be any of the first."""
    members, count = wanted.members, wanted.count
    chosen = list(members[:count])
    if count == 1 and len(members) > 1:
        return Answer([(float(len(members) - place), one) for place, one in enumerate(members[:8])], about="list")
    text = listed(chosen)
    if not wanted.complete:
        text = SOME.format(listed(chosen[:MOST]))
    elif count and len(chosen) < count and count != USUAL:
        text = FEWER.format(len(chosen), text)
    return Answer([(1.0, text)], ", ".join(chosen), about="list")


def _cities(where: str | None) -> Sequence[str] | None:
    """Return the cities of a country, a continent or the world, the largest first; None for a place that is not known."""
    if where is None or where in ("world", "earth"):
        codes = None
    elif where in CONTINENTS:
        codes = {code for code, place in atlas().countries.items() if place.facts["continent"] == CONTINENTS[where]}
    else:
        place = atlas().names.get(where)
        if place is None or place.kind != "country":
            return None
        codes = {place.code}
    cities = [(people, name) for name, (code, people, *_) in atlas().tables["cities"].items() if codes is None or code in codes]
    return [name for _, name in sorted(cities, reverse=True)] or None


@cache
def _classes() -> dict[str, tuple[list[str], bool]]:
    """Return the members of each class by each of its names, and whether they are all."""
    known = {}
    for one in read_table("everyday/classes.yaml")["classes"]:
        for name in one["called"].split(","):
            known[folded(name).strip()] = re.split(r",\s+", one["are"]), one.get("all", False)
    return known


@cache
def _singulars() -> dict[str, tuple[list[str], bool]]:
    """Return the classes by their names in the singular: "a berry", "an animal"."""
    return {
        re.sub(r"ies\Z", "y", name) if name.endswith("ies") else re.sub(r"s\Z", "", name): members
        for name, members in _classes().items()
    }
