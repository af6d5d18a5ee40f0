"""Names for things: fitting ones by kind, some of them with the place that was told. The lists are in data/everyday/names.yaml."""

import re
from functools import cache
from types import SimpleNamespace

from ...tables import read_table
from ..computed.question import Answer
from ..language import folded
from ..regex import Regex
from .wish import NUMBER, UNSAFE, Wish, bare, has, listed, number

LONGEST = 250  # characters of a request
USUAL = 5
SHE, HE = "female|girls?|she", "male|boys?|he"  # rows of names for one of them, which are wrong for the other
NEAR = 2  # names with the place, at most

_BEGINS = Regex(r"\b(?:start|begin)(?:s|ning|ing)? with (?:an? |the letter )?([a-z])\b", re.IGNORECASE, needs="begin start")
_MAY = Regex(r"name|\bcall\b", re.IGNORECASE, needs="call name")
_NAMES = r"(?:(?:brand|company|business|shop|store|team|band|pet|baby|boy|girl|dog|cat|boat|character|user|code|stage|domain|product|project|blog|channel|podcast|group|girls?|boys?)[ -]?)?(?:nick)?names?"
_ASKS = [
    Regex(rf"\A(?:(?:give|suggest|find|tell|invent|think|come|create|make|need|want|list|write|brainstorm|propose|generate|show|recommend|some|any|more|me|us|of|up|with|an?|the|good|nice|cute|funny|cool|catchy|unique|creative|original|possible|new|few|short|fitting|great|best|beautiful|unusual|{NUMBER})\s+)*{_NAMES}(?: (?:ideas?|suggestions?))?\s*(?:for|of)\s+(?P<thing>.+)", re.IGNORECASE, needs="name"),
    Regex(r"\A(?!(?:only|just|but|with|no|other|more)\b)(?:(?:give|suggest|find|need|want|some|me|good|cute|funny|cool|an?|\d+)\s+)*(?P<thing>[\w' -]+?) names?(?: ideas?| suggestions?)?(?P<more> .*)?\Z", re.IGNORECASE, needs="name"),
    Regex(r"\bwhat(?:'s| is| would be| are| could be)? (?:an? |some )?(?:\w+ ){0,2}names? (?:for|of) (?P<thing>.+)", re.IGNORECASE, needs="name"),
    Regex(r"\b(?:what|how) (?:should|can|could|shall|would) (?:i|we|you) (?:call|name) (?P<thing>.+)", re.IGNORECASE, needs="call name"),
    Regex(r"\A(?:help (?:me )?)?(?:to )?name (?:for )?(?P<thing>(?:my|our|this|a|an|the)\s+.+)", re.IGNORECASE, needs="name"),
]  # fmt: skip
_NOT = Regex(
    r"\b(?:an?|one) name\b.*\bcoffee ?shop\b|\b(?:variable|function|file|class in|column|table|capital|country|countries|colou?rs?|fruits?|numbers?|animals? that|who|author|president|python(?! (?:project|app|tool|program|package|library|bot|course|script|club))|css|domain name system|of the|planets? in|months?|days? of|my name|your name|color)\b",
    re.IGNORECASE,
)
_BESIDES = Regex(
    r"[.!?,;]|\s(?:(?:who|that|which|with|run|owned|inside|called|because|about|for|of)\b|(?:in|near|from|at) (?=an?\b))",
    re.IGNORECASE,
)
_PLACE_TYPED = Regex(r"(\b(?:in|near) )(?!the\b|my\b|our\b|an?\b)([a-z]+)\Z")
_PLACE = Regex(r"\b(?:in|near|from|at) (?P<place>(?-i:[A-ZÀ-ŽŁ])[\w-]+(?: (?-i:[A-Z])\w+)?)")


def answer(wish: Wish) -> Answer | None:
    """Return names for what is to be named; None if nothing is, or for what has no list."""
    text = wish.whole
    if not _MAY.search(wish.text):
        return None
    first = bare(wish.text)
    if len(text) > LONGEST or UNSAFE.search(text) or _NOT.search(first):
        return None
    things = [match["thing"] for pattern in _ASKS if (match := pattern.search(first))]
    thing, kind = next(((thing, kind) for thing in things if (kind := _kind(f"{thing} {' '.join(wish.details)}"))), ("", None))
    if not kind:
        return None
    count = number(first, "names?|ideas?|suggestions?", _usual(first), most=20)
    names = _names(kind, text)
    if letter := _BEGINS.search(text):
        names = [
            name
            for row in _known().kinds.values()
            if row["asked"] == _known().kinds[kind]["asked"]
            for name in [*names, *row["names"]]
            if name[0] == letter[1].upper()
        ]
        names = list(dict.fromkeys(names))
        if not names:
            return None
    ways = [names[at : at + count] for at in range(0, len(names), count)]
    told = _yours(thing)
    for_what = f"names for {told}" if re.match(r"(?:an?|the|your|this|\w+s)\b|.* ", told, re.IGNORECASE) else f"{told} names"
    head = f"Some {for_what}:\n\n" if count > 1 else ""
    texts = [head + listed(way) for place, way in enumerate(ways) if len(way) == count or place == 0]
    more = head + listed(names[count : 2 * count] or names)
    return Answer(
        [(1.0 / (place + 1), text) for place, text in enumerate(texts)], short=names[0], forms={"long": [(1.0, more)]}, about=kind
    )


def fitting(thing: str) -> str | None:
    """Return a name that fits a thing or an animal; None for what has no list."""
    kind = _kind(thing)
    return _names(kind, thing)[0] if kind else None


def _yours(thing: str) -> str:
    thing = re.sub(r" (?:please|pls)\Z", "", _BESIDES.split(thing)[0].strip(), flags=re.IGNORECASE)
    thing = _PLACE_TYPED.sub(lambda found: found[1] + found[2].capitalize(), thing)
    return re.sub(r"\bour\b", "your", re.sub(r"\bmy\b", "your", thing, flags=re.IGNORECASE), flags=re.IGNORECASE)


def _usual(text: str) -> int:
    return (
        1
        if re.search(r"\b(?:a|an|one|the) (?:\w+ ){0,2}name\b", text, re.IGNORECASE)
        and not re.search(r"\bnames\b", text, re.IGNORECASE)
        else USUAL
    )


def _kind(thing: str) -> str | None:
    """Return the kind of a thing, by the word that stands first in it."""
    thing = (
        re.split(r"\b(?:who|that|which|because|in|near|from|by|with|she|he|it|they)\b", thing, maxsplit=1)[0]
        if _fitting(thing.split(" ")[0:4])
        else thing
    )
    places = []
    for order, (name, told) in enumerate(_known().kinds.items()):
        if "before" in told and has(thing, told["before"]):
            continue
        if match := re.search(rf"\b(?:{told['asked']})\b", thing, re.IGNORECASE):
            places.append((-len(match[0].split()), order, name))
    return min(places)[2] if places else None


def _fitting(words: list[str]) -> bool:
    return any(has(" ".join(words), told["asked"]) for told in _known().kinds.values())


def _names(kind: str, text: str) -> list[str]:
    """Return names in their order: one with the place, those that fit what was told, another with the place, and the usual ones."""
    told = _known().kinds[kind]
    own = {words: names for words, names in told.get("by", {}).items() if has(text, words)}
    wrong = (
        [] if SHE in own and HE in own else told["by"].get(HE, []) if SHE in own else told["by"].get(SHE, []) if HE in own else []
    )
    special = [name for names in own.values() for name in names]
    near = _near(told, text)
    return [name for name in dict.fromkeys([*near[:1], *special, *near[1:NEAR], *told["names"]]) if name not in wrong]


def _near(told: dict, text: str) -> list[str]:
    """Return names that are made of the place that was told."""
    found = _PLACE.search(text)
    place = found["place"] if found else None
    known = next((name for name in _known().spots if f" {folded(name)} " in f" {folded(text)} "), None)
    if not (place or known) or "near" not in told:
        return []
    spots = _known().spots.get(known, [place])
    return [
        pattern.replace("{spot}", spots[at % len(spots)]).replace("{place}", known or place)
        for at, pattern in enumerate(told["near"])
    ]


@cache
def _known() -> SimpleNamespace:
    return SimpleNamespace(**read_table("everyday/names.yaml"))
