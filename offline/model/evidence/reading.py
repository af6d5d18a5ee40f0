"""Read one text: its words, its sentences, and everything in it that could be a value."""

import re
from bisect import bisect_right, insort
from functools import cached_property

from . import columns, dates, instructions, names, numbers, pairs, phrases, shapes, texts
from .field import stem
from .mention import Mention

LONGEST = 6_000  # characters that are read of a text: most of them from its beginning, the rest from its end
_LAST = 1_500

_SIGN = re.compile(r"[+*/×÷=−?°%]")
_CLAUSE_END = re.compile(r"[.!?;,:\n(](?:\s|$)")


class Reading:
    """One text, read. `weight` is how likely a source of values it is, `number` which passage it is."""

    def __init__(self, text: str, weight: float = 1.0, number: int = 0):
        text = text if len(text) <= LONGEST else f"{text[: LONGEST - _LAST]}\n{text[-_LAST:]}"
        self.receipt = columns.rows(text)
        self.text = columns.in_lines(text) if self.receipt else text
        self.weight = weight
        self.number = number
        self.told = instructions.find(self.text)

    def is_told(self, place: int) -> bool:
        """Return whether a place is in an instruction."""
        return any(start <= place < end for start, end in self.told)

    @cached_property
    def words(self) -> list[texts.Word]:
        """The words, in order."""
        return texts.words(self.text)

    @cached_property
    def places(self) -> dict[str, list[tuple[int, int]]]:
        """Where each stem stands, also those of the parts of "part-time"; and each sign."""
        found: dict[str, list[tuple[int, int]]] = {}
        for word in self.words:
            for part in {word.stem, *(stem(piece) for piece in word.text.split("-"))}:
                found.setdefault(part, []).append((word.start, word.end))
        for sign in _SIGN.finditer(self.text):
            found.setdefault(sign[0], []).append(sign.span())
        return found

    def words_before(self, place: int, most: int = 4) -> list[texts.Word]:
        """Return the words just before a place, in the same clause, the nearest first."""
        last = bisect_right(self.words, place, key=lambda word: word.end)
        found: list[texts.Word] = []
        for word in reversed(self.words[max(0, last - most) : last]):
            if _CLAUSE_END.search(self.text, word.end, found[-1].start if found else place):
                break
            found.append(word)
        return found

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Where the sentences begin and end."""
        return list(texts.sentences(self.text))

    @cached_property
    def said(self) -> list[tuple[int, int]]:
        """The sentences that are not instructions, without an instruction that they begin with."""
        found = []
        for start, end in self.sentences:
            start = max([start, *(behind for first, behind in self.told if first <= start < behind)])
            rest = self.text[start:end]
            if rest.strip(" :\"'"):
                found.append((start + len(rest) - len(rest.lstrip(" \"'")), end))
        return found

    def sentence_of(self, place: int) -> tuple[int, int]:
        """Return where the sentence around a place begins and ends."""
        number = bisect_right(self.sentences, (place, len(self.text) + 1)) - 1
        return self.sentences[max(number, 0)] if self.sentences else (0, 0)

    @cached_property
    def quotes(self) -> list[tuple[int, int]]:
        """Where quoted text begins and ends."""
        return list(texts.quotes(self.text))

    @cached_property
    def pairs(self) -> list[pairs.Pair]:
        """The values that the text calls by name."""
        found = [pair for pair in pairs.find(self.text) if not self.is_told(pair.place)]
        return [
            pairs.until(pair, min((start for start, _ in self.told if pair.start < start), default=pair.end)) for pair in found
        ]

    @cached_property
    def mentions(self) -> dict[str, list[Mention]]:
        """Everything found, by kind, in the order of the text."""
        whole: list[Mention] = []
        covered: list[tuple[int, int]] = []
        for mention in [*shapes.mentions(self.text), *dates.mentions(self.text)]:
            if not _inside(covered, mention):
                whole.append(mention)
                insort(covered, (mention.start, mention.end))
        parts = [
            mention for mention in [*numbers.mentions(self.text), *names.mentions(self.text)] if not _inside(covered, mention)
        ]
        first = self.said[0][0] if self.said else 0
        found: dict[str, list[Mention]] = {}
        everything = [
            *whole,
            *parts,
            *shapes.loose(self.text),
            *phrases.mentions(self.text, self.words, self.quotes, first),
            *phrases.joined(self.text, [*whole, *parts]),
        ]
        for mention in sorted(everything, key=lambda mention: (mention.start, -mention.end)):
            found.setdefault(mention.kind, []).append(mention)
        return found


def _inside(covered: list[tuple[int, int]], mention: Mention) -> bool:
    """Return whether a mention overlaps one of the sorted places that do not overlap each other."""
    place = bisect_right(covered, (mention.end - 1, mention.end))
    return any(start < mention.end and mention.start < end for start, end in covered[max(0, place - 1) : place + 1])
