"""What a form asks for: a field with its words and types, and the options that are found for it."""

import dataclasses
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from .. import meaning

Span = tuple[int, int, int]  # number of the passage, first character, character after the last

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-zß-öø-ÿ]+|[^\W\d_]+")
_EMPTY = {
    "a", "an", "the", "of", "for", "in", "on", "at", "to", "is", "and", "or", "be", "by", "with", "from", "as", "this", "that", "it", "its",
}  # fmt: skip
_IRREGULAR = {
    "children": "child", "people": "person", "persons": "person", "men": "man", "women": "woman", "feet": "foot", "mice": "mouse",
}  # fmt: skip
_OWN = {"note": "note", "notes": "note"}  # whose stem would be that of another word, "not"
_ROOT = 5  # letters; so many must be the same where only the beginnings of words are
_LONGEST = 500  # characters of a description that are read


class Option(NamedTuple):
    """A value that a field could have: the heavier the likelier, and where in the passages it stands."""

    weight: float
    value: object
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Field:
    """A field of a form: a text, a number, true or false, one of `values`; or, with `many`, a list of those."""

    name: str
    description: str = ""
    parents: tuple[str, ...] = ()  # names of what it stands in, outermost first
    types: frozenset[str] = frozenset({"string"})  # JSON types; "any" is a text or a number
    format: str = ""  # such as "date"
    pattern: str = ""  # a regular expression
    values: tuple = ()
    many: bool = False
    conforms: Callable[[object], bool] = dataclasses.field(default=lambda value: True, compare=False)  # what no value may break

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the name, as stems: "orderDates" -> ("order", "date")."""
        return stems(self.name)

    @cached_property
    def about(self) -> tuple[str, ...]:
        """The stems of the description."""
        return tuple(word for word in stems(self.description) if word not in self.words)

    @property
    def numeric(self) -> bool:
        """Whether it can only be a number."""
        return bool(self.types) and self.types <= {"number", "integer"}

    @property
    def free(self) -> bool:
        """Whether it can be a number as well as a text."""
        return not self.numeric and bool(self.types & {"any", "number", "integer"})


@lru_cache(maxsize=4_000)
def stems(text: str) -> tuple[str, ...]:
    """Return the stems of the words of a name or a short text, without articles and prepositions.

    A word that only stands for a relation, such as "to" or "from", stays if it is all there is.
    """
    words = [word.lower() for word in _WORD.findall(text[:_LONGEST])]
    return tuple(stem(word) for word in words if word not in _EMPTY) or tuple(words[:3])


def akin(one: str, other: str) -> bool:
    """Return whether two stems are the same, or one begins with the other: "deliver" and "delivery"."""
    return one == other or (min(len(one), len(other)) >= _ROOT and (one.startswith(other) or other.startswith(one)))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return a word without the endings of plural and verb: "Allergies" -> "allergy", "hosted" -> "host"."""
    word = word.lower()
    return _OWN.get(word) or meaning.stem(_IRREGULAR.get(word, word))
