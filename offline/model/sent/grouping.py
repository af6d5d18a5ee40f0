"""Sort words into groups, named ones or their own, and find the one that does not fit among them (data/everyday/groups.yaml)."""

import re
from functools import cache

from ...tables import read_table
from ..computed.class_lists import members
from ..language import folded
from ..regex import Regex
from .reading import Done, Sent

_ODD = Regex(r"\bodd (?:one )?out\b|(?:\bnot|n['’]?t) (?:belong|fit)\b|\b(?:different|out of place|the intruder|the odd)\b", re.IGNORECASE, "odd belong fit different place intruder")  # fmt: skip
_GROUP = Regex(
    r"(?:please )?(?:sort|group|categori[sz]e|classify|divide|split|put|organi[sz]e|arrange|separate|cluster)\b(?P<what>[^:]*?)"
    r"(?:\b(?:into|in|by|as|under)\b (?P<labels>[^:]+?))?\W*",
    re.IGNORECASE,
    "sort group categor classif divid split put organi arrang separat cluster",
)
_MEMBERS = Regex(
    r"(?:which|what|who)\b[^:]*? (?:is|are)(?P<no>n['’]?t| not)? (?:an? )?(?P<group>\w+(?: \w+)?)\W*",
    re.IGNORECASE,
    "which what who",
)
_THESE = Regex(r"\b(?:words?|these|this|things|items|list|following|them)\b", re.IGNORECASE)
_OWN = Regex(r"(?:\w+ )?(?:sensible |fitting |logical |different |suitable )?(?:groups?|categor(?:y|ies)|types?|kinds?|topics?|class(?:es)?|sections?|aisles?)\b.*", re.IGNORECASE)  # fmt: skip
_SPLIT = re.compile(r"\s*(?:,|;|/|\n|\bor\b|\band\b)\s*(?:and\s+)?", re.IGNORECASE)
NOT_PLACED = "I do not know where these belong: {}."
ODD = '"{}" does not fit: the others are {}.'
FEWEST = 3  # words


def answer(sent: Sent) -> Done | None:
    """Return words in their groups, or the one that fits in none; None for other requests, or words that are not known."""
    words = [word.strip(" .?!\"'-•*") for word in _SPLIT.split(sent.body)]
    words = [word for word in words if word]
    if len(words) < FEWEST or any(len(word.split()) > FEWEST for word in words):
        return None
    if _ODD.search(sent.head):
        return _odd(words)
    if (asked := _MEMBERS.fullmatch(sent.head)) and _known(group := asked["group"].casefold()):
        inside = [word for word in words if _is_in(word, group)]
        outside = [word for word in words if word not in inside]
        certain = inside and all(_is_apart(word, group) for word in outside)
        return Done(", ".join(outside if asked["no"] else inside)) if certain else None
    found = _GROUP.fullmatch(sent.head)
    if not found or re.search(r"\border\b|alphabet|length", sent.head, re.IGNORECASE):
        return None
    labels = found["labels"]
    if labels and not _OWN.fullmatch(labels):
        named = [re.sub(r"\A(?:the|a|an) ", "", label.strip()) for label in _SPLIT.split(labels) if label.strip()]
        return _sorted(words, named) if len(named) > 1 else None
    grouped = _sorted(words, list(_groups())) if labels or _THESE.search(found["what"]) or not found["what"].strip() else None
    return grouped if labels or (grouped and "\n" in grouped.text) else None


def _sorted(words: list[str], groups: list[str]) -> Done | None:
    """Return words by the first group that each is in; None where more than one in four is in none."""
    placed: dict[str, list[str]] = {}
    for word in words:
        group = next((group for group in groups if _is_in(word, group)), "")
        placed.setdefault(group, []).append(word)
    rest = placed.pop("", [])
    if not placed or len(rest) * 4 > len(words):
        return None
    lines = [f"- {group[:1].upper()}{group[1:]}: {', '.join(placed[group])}" for group in groups if group in placed]
    return Done("\n".join([*lines, NOT_PLACED.format(", ".join(rest))] if rest else lines), obeys=frozenset({"bullets"}))


def _odd(words: list[str]) -> Done | None:
    """Return the one word that is in another group than all the others."""
    for group in sorted([*_kinds(), *_groups()], key=lambda one: len(_known(one))):
        outside = [word for word in words if not _is_in(word, group)]
        if len(outside) == 1 and _is_apart(outside[0], group):
            return Done(ODD.format(outside[0], group), short=outside[0])
    return None


def _is_apart(word: str, group: str) -> bool:
    """Return whether a word is certainly in no such group: it is in one that shares nothing with it, or all members are known."""
    whole = group in ("planets", "days", "months", "seasons")
    return whole or any(_is_in(word, other) and not _known(other) & _known(group) for other in (*_kinds(), *_groups()))


def _is_in(word: str, group: str) -> bool:
    name = folded(word)
    return bool({name, name.removesuffix("s"), name.removesuffix("es"), f"{name}s"} & _known(group))


@cache
def _known(group: str) -> frozenset[str]:
    """Return the members of a group, by its name in the singular or the plural; of a class, where no group has that name."""
    name = next((one for one in (group, f"{group}s", f"{group}es") if one in _groups()), None)
    if name is None:
        return frozenset(map(folded, members(group)))
    told = _groups()[name]
    listed = [*re.split(r",\s*", told.get("are", "")), *(one for known in told.get("of", ()) for one in members(known))]
    return frozenset(folded(one) for one in listed if one)


def _groups() -> dict[str, dict]:
    return read_table("everyday/groups.yaml")["groups"]


def _kinds() -> list[str]:
    return read_table("everyday/groups.yaml")["kinds"]


def in_their_order(words: list[str]) -> list[str] | None:
    """Return words in the order that things have by themselves, such as meals or months; None where they are in no such row."""
    for row in read_table("everyday/groups.yaml")["orders"]:
        order = re.split(r",\s*", row)
        places = [next((place for place, one in enumerate(order) if folded(word).removesuffix("s") == one.removesuffix("s")), -1) for word in words]  # fmt: skip
        if -1 not in places:
            return [word for _, word in sorted(zip(places, words, strict=True))]
    return None
