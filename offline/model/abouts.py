"""Find what a question is about, in whatever words it is asked: words that it must have, in any order, and little else.

    abouts.add("[bread|dough] [rise|rises|dense]", may="oven loaf yeast", value=bread)
    abouts.find("my bread never rises, what am i doing wrong??")   -> bread
    abouts.find("who sang the song about bread that rises")        -> None: it asks for something else

What a question has besides comes along (`Found`): an answer that takes up too little of it is none.

Every group of words in an `about` must be in the question, by their stems. What is left over must not ask for
something else (data/wording.yaml, `elsewhere`), and of other telling words there may be only a few.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from ..tables import read_table
from .language import folded
from .meaning import stem
from .regex import Regex

LEFT = 3  # telling words that a question may have besides those of an `about`
LEFT_OF_ONE = 2  # the same, where the `about` is just one word
LEFT_OF_URGENT = 6
LONGEST = 400  # characters of a question; in longer ones something else is sent along

_GROUPS = Regex(r"\[([^\[\]]*)\]|([^\s\[\]]+)")
_AMOUNTS = frozenset("howmuch howmany percent".split())
_HOW_MUCH = Regex(r"\bhow (many|much|long|old|far|tall|big|often|fast|high|heavy|deep|hot|wide)\b")


@dataclass(frozen=True)
class About:
    """What a question must be about: groups of stems of which it must have one set each, and stems that it may have besides."""

    groups: tuple[tuple[frozenset[str], ...], ...]
    may: frozenset[str]
    value: object
    urgent: bool = False
    code: bool = False  # then what is to be done must be what it does
    place: int = 0  # of what fits equally well, the one that was added first is taken


@dataclass(frozen=True)
class Found:
    """What fits a question best: its value, and the words of the question that are meant, and the telling ones that it has besides, as stems."""

    value: object
    meant: frozenset[str]
    besides: frozenset[str]


class Abouts:
    """Everything that is known by what it is about: `add` what is known, `find` what is asked for."""

    def __init__(self) -> None:
        self._known: dict[str, list[About]] = {}
        self._count = 0

    def add(self, about: str, may: str, value, *, urgent: bool = False, code: bool = False) -> None:
        """Let a question about `about` find `value`; `may` are words that tell nothing more there. What is urgent goes before all else that fits."""
        one = About(groups := _groups(about), _stems(may), value, urgent, code, self._count)
        self._count += 1
        rarest = min((group for group in groups if frozenset() not in group), key=len)
        for first in {min(way) for way in rarest}:
            self._known.setdefault(first, []).append(one)

    def find(self, text: str) -> Found | None:
        """Return what fits a question best, or None."""
        if not 0 < len(text) <= LONGEST:
            return None
        asked = stems(text)
        best = None
        for one in {id(one): one for word in asked for one in self._known.get(word, ())}.values():
            if (fits := _fit(one, asked)) and (best is None or (fits, -one.place) > best[0]):
                best = (fits, -one.place), one
        if best is None:
            return None
        meant = _meant(best[1], asked) or frozenset()
        return Found(best[1].value, meant, _besides(best[1], asked, meant))

    def go_on(self, text: str, earlier: str):
        """Return the value that a second question fits together with the one before it, each with a telling word of its own; None without one."""
        new, old = stems(text), stems(earlier)
        best = None
        for one in {id(one): one for word in new | old for one in self._known.get(word, ())}.values():
            if not (fits := _fit(replace(one, may=one.may | old), new | old, 0)):
                continue
            meant = frozenset().union(*(way for group in one.groups for way in group if way <= new | old)) - _little()
            if meant & new - old and meant & old - new and (best is None or (fits, -one.place) > best[0]):
                best = (fits, -one.place), one.value
        return best and best[1]


def fit(text: str, about: str, may: str = "", *, most: int | None = None) -> tuple | None:
    """Return how well a question fits an `about`, as something to compare; None if it does not. `may` are words that tell nothing more, `most` so many others there may be."""
    return _fit(About(groups := _groups(about), _stems(may), None), stems(text), len(groups) if most is None else most)


def stems(text: str) -> frozenset[str]:
    """Return the stems of all words of a question; "how long" counts as one word, "howlong"."""
    return _stems(_HOW_MUCH.sub(r"how\1", folded(text)))


def telling(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that tell what it is about; numbers are none."""
    return frozenset(word for word in stems(text) if not word.isdigit()) - _little()


def has(text: str, about: str) -> bool:
    """Return whether a question has one of each group of words in an `about`."""
    return within(stems(text), about)


def within(asked: frozenset[str], about: str) -> bool:
    """Return whether there is one of each group of words in an `about` among stems."""
    return all(any(way <= asked for way in group) for group in _groups(about))


def left(asked: frozenset[str], about: str) -> int | None:
    """Return how many telling words among stems do not belong to an `about`; None if it does not fit, or something else is asked."""
    if (fits := _fit(About(_groups(about), frozenset(), None), asked, most=99, optional=True)) is None:
        return None
    return -fits[-1]


@cache
def _groups(about: str) -> tuple[tuple[frozenset[str], ...], ...]:
    return tuple(tuple(map(_stems, (options or word).split("|"))) for options, word in _GROUPS.findall(about))


def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in folded(text).split())


def _stem(word: str) -> str:
    return stem(word) if len(word) > 3 and word != "made" else word  # whose stem is "mad"


def _fit(one: About, asked: frozenset[str], most: int | None = None, *, optional: bool = False) -> tuple[bool, int, int] | None:
    """Return how well a question fits, as something to compare: how many of its words are meant, and how few are left."""
    if (found := _meant(one, asked, optional=optional)) is None:
        return None
    besides = _besides(one, asked, found)
    if one.code and besides & _deeds():
        return None
    most = most if most is not None else (LEFT_OF_URGENT if one.urgent else LEFT if len(found) > 1 else LEFT_OF_ONE)
    return None if len(besides) > most or besides & _elsewhere() else (one.urgent, len(found), -len(besides))


def _meant(one: About, asked: frozenset[str], *, optional: bool = False) -> frozenset[str] | None:
    """Return the stems of a question that are meant by the groups; None if one group has none, or two share the same word."""
    found: frozenset[str] = frozenset()
    for group in one.groups:
        there = [way for way in group if way <= asked]
        if not there:
            return None
        found = found.union(*there)
    needed = sum(frozenset() not in group for group in one.groups)  # "[rice|]" may be left out
    return None if len(found) < (needed if optional else len(one.groups)) else found


def _besides(one: About, asked: frozenset[str], found: frozenset[str]) -> frozenset[str]:
    """Return the telling stems of a question that do not belong to what is known."""
    return asked - found - one.may - _little()


def unsaid(found: Found, said: str) -> frozenset[str]:
    """Return what a question has besides that an answer says nothing of. Who or when it was counts for nothing, and a number only where it makes the answer: of code, and of how much something is."""
    counts = "```" in said or not _AMOUNTS.isdisjoint(found.meant | found.besides)
    return frozenset(word for word in found.besides - stems(said) - words("around") if counts or not word.isdigit())


@cache
def _little() -> frozenset[str]:
    return words("little")


@cache
def _elsewhere() -> frozenset[str]:
    return words("elsewhere")


@cache
def _deeds() -> frozenset[str]:
    return words("deeds")


@cache
def words(name: str) -> frozenset[str]:
    """Return the stems of a row of data/wording.yaml."""
    return frozenset(map(_stem, read_table("wording.yaml")[name].split()))


def joined(parts: Iterable[str]) -> str:
    """Return parts of an answer as one text: what has lines of its own stands apart."""
    parts = [part for part in parts if part]
    return ("\n\n" if any("\n" in part for part in parts) else " ").join(parts)
