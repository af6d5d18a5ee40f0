"""The evidence of some passages: what they hold for the fields of a form."""

import heapq
import math

from . import choices, counted, formatted, geography, keyed, keys, listed, pairs, rows, spoken
from .field import Field, Option, Span
from .reading import Reading
from .scoring import LEAST, OLDER, TOLD, Candidate, overlap
from .wants import wants

MOST_PASSAGES = 12
MOST_READ = 12_000  # characters of all passages
MOST_ROWS = 50
MOST_CANDIDATES = 12  # of one field
MOST_OPTIONS = 5
STEEP = 2.0  # a candidate with one point more is e**STEEP times likelier
SIBLING, PARTLY = 4.0, 1.2  # what a value loses that another field took; that is a good part of one, or has one as such
AGAIN = 1.5  # what a text loses that another field took elsewhere
INSIDE, SAME = 0.2, 0.75  # up to the first overlap two places have different values, from the second on the same
ALIKE = 0.7  # share of the fields of the fullest row that another must have
FILLED = 0.6  # share of its fields that a row must have


def find(passages: list[tuple[float, str]]) -> "Evidence":
    """Read passages and return what they hold.

    `passages` are (weight, text), the likeliest source first: the last user message with 1.0, older ones, tool outputs,
    the stand-in's own plain answer with less. Of a long text only the beginning and the end are read.
    """
    readings, left = [], MOST_READ
    for number, (weight, text) in enumerate(passages[:MOST_PASSAGES]):
        if text.strip() and left > 0:
            readings.append(Reading(text, weight, number))
            left -= len(readings[-1].text)
    return Evidence(readings)


class Evidence:
    """What some passages hold. `taken` are the places whose values others have."""

    def __init__(self, readings: list[Reading], taken: frozenset[Span] = frozenset()):
        self.readings = readings
        self.taken = taken

    def options(self, field: Field) -> list[Option]:
        """Return the values that a field could have, the likeliest first; empty if there is no evidence."""
        return self.assign([field])[0]

    def assign(self, fields: list[Field]) -> list[list[Option]]:
        """Return the values that each of `fields` could have, the likeliest first, when they stand side by side.

        Who has the best claim to a value gets it; for the others it counts less.
        """
        claims = [self._candidates(field) for field in fields]
        taken, values = set(self.taken), set()
        waiting = [(-_left(claim[0], taken, values), number) for number, claim in enumerate(claims) if claim]
        heapq.heapify(waiting)
        settled: dict[int, list[Candidate]] = {}
        while waiting:
            score, number = heapq.heappop(waiting)
            ranked = [candidate._replace(score=_left(candidate, taken, values)) for candidate in claims[number]]
            ranked.sort(key=lambda candidate: -candidate.score)
            if -ranked[0].score > score + 1e-9:  # somebody took it meanwhile
                heapq.heappush(waiting, (-ranked[0].score, number))
                continue
            settled[number] = ranked
            if ranked[0].score >= LEAST:
                taken.update(ranked[0].spans)
                values.add(str(ranked[0].value) if isinstance(ranked[0].value, str) else None)
        return [_weighed(settled.get(number, [])) for number in range(len(fields))]

    def without(self, options: list[list[Option]]) -> "Evidence":
        """Return the same evidence for others: the likeliest of each of `options` count as taken."""
        taken = {span for ranked in options if ranked for span in ranked[0].spans}
        return Evidence(self.readings, self.taken | taken)

    def rows(self, fields: list[Field], name: str) -> list["Evidence"]:
        """Return the evidence for each object of a list called `name`, whose objects have `fields`."""
        telling = [field for field in fields if not field.values and field.types != {"boolean"}] or fields
        enough = max(1, math.ceil(len(telling) * FILLED))
        for reading in self.readings if fields else ():
            best, found = 0.0, []
            read: dict[str, tuple[int, Evidence]] = {}  # how many fields a row has, and its evidence
            for prior, texts in rows.cuts(reading, name, fields):
                cut = list(dict.fromkeys(texts[:MOST_ROWS]))
                for text in cut:
                    if text not in read:
                        row = Evidence([Reading(text, reading.weight, reading.number)])
                        read[text] = sum(map(bool, row.assign(telling))), row
                least = max(enough, ALIKE * max((read[text][0] for text in cut), default=0))
                kept = [read[text] for text in cut if read[text][0] >= least]
                score = prior + sum(number for number, _ in kept) - (len(cut) - len(kept)) / 2
                if kept and score > best:
                    best, found = score, [row for _, row in kept]
            if found:
                return found
        return []

    @property
    def pairs(self) -> dict[str, object]:
        """The keys that the passages give values to, with the values."""
        found: dict[str, object] = {}
        for reading in self.readings:
            for pair in reading.pairs:
                found.setdefault(pair.key, pairs.typed(pair.value))
        return found

    @property
    def wanted_keys(self) -> tuple[str, ...]:
        """The keys that the passages ask for: "JSON with the keys name and age"."""
        return next((found for reading in self.readings if (found := keys.wanted(reading.text))), ())

    def _candidates(self, field: Field) -> list[Candidate]:
        """Return what a field could have, before others take theirs; the best first."""
        if field.values and not field.many:
            return choices.among(field, self.readings)
        if field.types == {"boolean"}:
            return [] if field.many else choices.yes_or_no(field, self.readings)
        found: list[Candidate] = []
        for reading in self.readings:
            single = [] if field.values else _single(field, reading)
            if field.many:
                found += listed.candidates(field, reading, reading.pairs, single, self.taken)
                continue
            for candidate in [*keyed.candidates(field, wants(field), reading, reading.pairs, single), *single]:
                told = TOLD if candidate.spans and reading.is_told(candidate.spans[0][1]) else 0
                score = candidate.score - told - OLDER * (1 - reading.weight)
                if score >= LEAST and candidate.value not in ("", None) and field.conforms(candidate.value):
                    found.append(candidate._replace(score=score))
        found.sort(key=lambda candidate: -candidate.score)
        return geography.checked(field, found, self.readings)[:MOST_CANDIDATES]


def _single(field: Field, reading: Reading) -> list[Candidate]:
    """Return the candidates for one value in one text, without those that the text calls by name."""
    wanted = wants(field)
    if field.numeric:
        return list(counted.candidates(field, wanted, reading))
    if field.format or field.pattern:
        return list(formatted.candidates(field, wanted, reading))
    numbers = counted.candidates(field, wanted, reading) if wanted.numeric or field.free else ()
    return [*spoken.candidates(field, wanted, reading), *numbers]


def _left(candidate: Candidate, taken: set[Span], values: set[str | None]) -> float:
    """Return what a candidate counts after others took their places and their texts."""
    shares = [max((overlap(span, other) for other in taken), default=0) for span in candidate.spans]
    lost = sum(SIBLING if share >= SAME else PARTLY if share > INSIDE else 0 for share in shares)
    again = AGAIN if candidate.spans and isinstance(candidate.value, str) and candidate.value in values and not lost else 0
    return candidate.score - again - (lost / len(shares) if shares else 0)


def _weighed(ranked: list[Candidate]) -> list[Option]:
    """Return options with weights from scores; each value once, the best first."""
    found: dict[str, Option] = {}
    for candidate in ranked:
        if candidate.score >= LEAST and len(found) < MOST_OPTIONS:
            weight = math.exp(STEEP * (candidate.score - ranked[0].score))
            found.setdefault(repr(candidate.value), Option(weight, candidate.value, candidate.spans))
    return list(found.values())


NOTHING = Evidence([])
