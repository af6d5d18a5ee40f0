"""Scores: how well a value fits a field.

They are logarithms of a sort: a candidate with one point more is about seven times likelier. Below LEAST it is no
evidence at all.
"""

import re
from typing import NamedTuple

from .field import Field, Span, akin
from .knowledge import names
from .mention import Mention
from .reading import Reading
from .wants import Wants

LEAST = 1.0
KEYED = 6.0  # the text gives this key this value
LABELED, CUED, TAKEN = 3.2, 1.6, 3.4  # the field's own words before it; other words around it; words that ask for it
THING, TOPIC = 2.8, 1.6  # a word of the kind that the field is called by; a word of its topic
TOLD = 3.0  # what a value in an instruction loses
OLDER = 2.0  # what a value loses in a passage of weight 0
LATER = 0.02  # what each candidate loses for those before it


class Candidate(NamedTuple):
    """A value that a field could have, and the places where it stands."""

    score: float
    value: object
    spans: tuple[Span, ...] = ()


def at(reading: Reading, start: int, end: int) -> tuple[Span, ...]:
    """Return a place in a reading as a candidate has it."""
    return ((reading.number, start, end),)


def labeled(field: Field, reading: Reading, start: int) -> float:
    """Return what it counts that the field's own words stand just before a place: "room 12", "total due: $40"."""
    for distance, word in enumerate(reading.words_before(start)):
        if any(akin(word.stem, own) for own in field.words) and not reading.is_told(word.start):
            return LABELED - 0.4 * distance
        if word.text.lower() not in names().links:
            return 0
    return 0


def cued(wanted: Wants, reading: Reading, start: int, end: int) -> float:
    """Return what the words around a place count for fields of this kind: "from" before an origin."""
    before, after = reading.text[max(0, start - 40) : start], reading.text[end : end + 30]
    score = CUED if any(cue.search(before) for cue in wanted.before) else 0
    return score + (CUED if any(cue.match(after) for cue in wanted.after) else 0)


def around(field: Field, wanted: Wants, reading: Reading, mention: Mention) -> float:
    """Return what the words around a mention count."""
    return labeled(field, reading, mention.start) + cued(wanted, reading, mention.start, mention.end)


def overlap(one: Span, other: Span) -> float:
    """Return how much two places have in common, from 0 to 1 (the same)."""
    if one[0] != other[0]:
        return 0
    common = min(one[2], other[2]) - max(one[1], other[1])
    return max(0, common) / (max(one[2], other[2]) - min(one[1], other[1]))


LONGEST = 1_000  # characters of a value
_SPACE = re.compile(r"\s+")


def tidy(text: str) -> str:
    """Return a text in one line, without the marks around it, and no longer than a value should be."""
    return _SPACE.sub(" ", text[:LONGEST]).strip(" \"'“”,;")
