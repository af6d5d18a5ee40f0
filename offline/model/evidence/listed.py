"""Candidates for a field that is a list: "ingredients", "participants", "scores"."""

import re
from collections.abc import Iterator

from . import choices, columns, lists, texts
from .field import Field, Span
from .keyed import likeness
from .pairs import Pair, first_sentence
from .reading import Reading
from .scoring import KEYED, LABELED, LEAST, OLDER, TAKEN, TOLD, Candidate, at, overlap, tidy
from .wants import Wants, wants

SURE = 1.9  # what an item must count to be taken without being in a list
AS_GOOD = 1.9  # how much less than the best the others of a list may count, if they do not stand beside one
RECEIPT, BULLETS, COMMAS, SENTENCES = 3.6, 2.4, 1.5, 1.4  # lists that may be of anything
SEVERAL, MANY, WRITTEN_OUT = 0.3, 3, 1.2  # each item more (up to MANY); a list after a word that asks for one
ANY_KEY = 2.4  # a list behind a key that says something else
STRICT = {"person", "date", "email", "url", "phone", "place"}  # kinds of which nothing else will do
LONGEST_ITEM = 4  # words of an item of just any list

_AFTER_LABEL = re.compile(r"\s*(?:(?:is|are|include|includes|such as|like)\b\s*:?|:)?\s*")
_NEXT = re.compile(r"\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+")
_COLON = re.compile(r"[\s:]*")
_STOP = re.compile(r"[.!?;\n](?:\s|$)|$")


def candidates(
    field: Field, reading: Reading, pairs: list[Pair], others: list[Candidate], taken: frozenset[Span]
) -> list[Candidate]:
    """Return the lists that a text may hold for a field. `others` are the candidates for one item of it."""
    if field.values:
        chosen = choices.among(field, [reading])
        return [Candidate(chosen[0].score, [candidate.value for candidate in chosen])] if chosen else []
    found = []
    for candidate in _all(field, wants(field), reading, pairs, others, taken):
        told = TOLD if candidate.spans and all(reading.is_told(span[1]) for span in candidate.spans) else 0
        score = candidate.score - told - OLDER * (1 - reading.weight) + SEVERAL * min(len(candidate.value) - 1, MANY)
        if candidate.value and score >= LEAST:
            found.append(candidate._replace(score=score))
    return found


def _all(field: Field, wanted: Wants, reading: Reading, pairs, others, taken) -> Iterator[Candidate]:
    for pair in pairs:
        if share := likeness(field, wanted, pair.key):
            yield from _of_pair(field, reading, pair, KEYED * share)
        elif not _is_strict(wanted) and not field.numeric and "," in str(pair.value):
            yield from _of_pair(field, reading, pair, ANY_KEY)
    yield _mentioned(reading, others, taken, field.numeric)
    if not field.numeric:
        yield from _written(field, wanted, reading)


def _is_strict(wanted: Wants) -> bool:
    """Return whether nothing but one kind of thing will do."""
    return any(wanted.kinds.get(kind, 0) >= 3 for kind in STRICT)


def _of_pair(field: Field, reading: Reading, pair: Pair, score: float) -> Iterator[Candidate]:
    if isinstance(pair.value, list):
        yield Candidate(score + 1, pair.value)
    elif isinstance(pair.value, str) and pair.end:
        spans = lists.items(reading.text, pair.start, pair.start + len(first_sentence(pair)), articles=True)
        yield _candidate(field, reading, score, spans)


def _candidate(field: Field, reading: Reading, score: float, spans: list[tuple[int, int]]) -> Candidate:
    """Return the texts at `spans` as a list; the numbers in them, if it is one of numbers."""
    values: list = [tidy(reading.text[slice(*span)]) for span in spans]
    if field.numeric:
        numbers = [re.search(r"-?\d+(?:\.\d+)?", value) for value in values]
        values = [float(number[0]) if "." in number[0] else int(number[0]) for number in numbers if number]
    return Candidate(score, values, tuple(span for place in spans for span in at(reading, *place)))


def _mentioned(reading: Reading, others: list[Candidate], taken: frozenset[Span], numeric: bool) -> Candidate:
    """Return everything that could be an item, in the order of the text; a number like any other only beside another."""
    sure = [candidate for candidate in others if len(candidate.spans) == 1 and candidate.score >= LEAST]
    sure = [
        one
        for one in sure
        if one.score >= SURE or (numeric and any(_beside(reading, one.spans[0], other.spans[0]) for other in sure))
    ]
    sure = [candidate for candidate in sure if not reading.is_told(candidate.spans[0][1])] or sure
    kept: list[Candidate] = []
    for candidate in sorted(sure, key=lambda candidate: (-candidate.score, candidate.spans)):
        (span,) = candidate.spans
        new = all(candidate.value != other.value and not overlap(span, other.spans[0]) for other in kept)
        good = (
            not kept
            or candidate.score >= kept[0].score - AS_GOOD
            or any(_beside(reading, span, other.spans[0]) for other in kept)
        )
        if new and good and span not in taken:
            kept.append(candidate)
    kept.sort(key=lambda candidate: candidate.spans)
    score = sum(candidate.score for candidate in kept) / max(1, len(kept))
    return Candidate(score, [candidate.value for candidate in kept], tuple(candidate.spans[0] for candidate in kept))


def _beside(reading: Reading, one: Span, other: Span) -> bool:
    """Return whether two places are neighbors in a list."""
    first, last = sorted((one, other))
    return bool(_NEXT.fullmatch(reading.text, first[2], last[1]))


def _written(field: Field, wanted: Wants, reading: Reading) -> Iterator[Candidate]:
    """Yield the lists that are written out: after a word that asks for them, in bulleted lines, or anywhere."""
    text = reading.text
    for cue, role in wanted.takes:
        for found in cue.finditer(text):
            yield _after(field, reading, found.end(), TAKEN + WRITTEN_OUT, whole=role.get("shape") == "clause")
    for word in reading.words:
        if word.stem in field.words[-1:]:
            link = _AFTER_LABEL.match(text, word.end)
            linked = text[word.end : link.end()].strip()
            yield _after(field, reading, link.end(), LABELED + (WRITTEN_OUT if linked else -WRITTEN_OUT))
    if _is_strict(wanted):
        return
    yield Candidate(RECEIPT, columns.called(reading.receipt))
    yield _candidate(field, reading, BULLETS, [span for span in lists.bullets(text) if not reading.is_told(span[0])])
    for start, end in reading.said:
        spans = lists.items(text, start, end) if "," in text[start:end] else []
        if len(spans) > 2 and all(len(text[slice(*span)].split()) <= LONGEST_ITEM for span in spans[1:]):
            yield _candidate(field, reading, COMMAS, [_last_word(reading, *spans[0]), *spans[1:]])
    if {"sentence", "imperative"} & wanted.kinds.keys() and len(reading.said) > 1:
        yield _candidate(field, reading, SENTENCES, reading.said)


def _last_word(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Return what of the first item of a list is likely to belong to it: "rice" of "I would like rice"."""
    spoken = texts.words(reading.text[start:end])
    return (start + spoken[-1].start, end) if len(spoken) >= LONGEST_ITEM else (start, end)


def _after(field: Field, reading: Reading, start: int, score: float, whole: bool = False) -> Candidate:
    """Return the list that begins at `start`; it ends where what follows is no noun, or with the sentence if `whole`."""
    start = _COLON.match(reading.text, start).end()
    stop = _STOP.search(reading.text, start)
    spans = []
    for first, end in lists.items(reading.text, start, stop.start(), articles=whole):
        if whole:
            spans.append((first, end))
            continue
        span = texts.phrase(reading.text, first)
        if not span or span[1] > end or span[0] > first + 6:
            break
        spans.append(span)
        if span[1] < end:
            break
    return _candidate(field, reading, score, spans)
