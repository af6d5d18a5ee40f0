"""Candidates from what the text calls by name: "age: 34", {"age": 34}, "my age is 34"."""

from collections.abc import Iterator
from functools import lru_cache

from . import texts
from .field import Field, Span, stems
from .pairs import Pair, first_sentence
from .reading import Reading
from .scoring import KEYED, LONGEST, Candidate, at
from .wants import NUMERIC, Wants, wants

_SAME_ROLE = 0.55  # what a key counts that has no word of the field, but its role: "mail" for "e-mail address"
_LONGER_KEY = 0.8  # a key with all words of the field, and others: "capital city" for "capital"
_LONG = 8  # words; a longer value is searched for a better one
_NO_ROLE = {"name", "short", "sentence", "code", "title"}  # roles that are too wide to tell that two words mean the same


def candidates(field: Field, wanted: Wants, reading: Reading, pairs: list[Pair], others: list[Candidate]) -> Iterator[Candidate]:
    """Yield the values that `pairs` have for a field. `others` are its candidates in the same text."""
    for pair in pairs:
        share = likeness(field, wanted, pair.key)
        if not share or (field.numeric and pair.key[-1].isdigit()):  # "Episode 42: ..."
            continue
        score = KEYED * share + (0.5 if pair.alone else 0)
        if not pair.end:
            yield from _of_json(field, pair.value, score)
            continue
        inside = [candidate for candidate in others if candidate.spans and _within(candidate.spans[0], pair)]
        best = max(inside, key=lambda candidate: candidate.score, default=None)
        strict = field.numeric or field.format or (best and best.score >= 2 and not pair.alone and not wanted.vague)
        if strict and best:
            yield Candidate(score, best.value, best.spans)
        elif field.numeric:
            yield from _first_number(reading, pair, score - 1)
        else:
            yield from _text(reading, pair, score)
            if best and len(str(pair.value).split()) > _LONG:
                yield Candidate(score + 0.1, best.value, best.spans)


def likeness(field: Field, wanted: Wants, key: str) -> float:
    """Return how well a key fits a field: 1 if it has the same words, 0 if it has nothing to do with it."""
    words = stems(key)
    common = len(set(words) & set(field.words))
    if common:
        share = common / max(len(words), len(field.words))
        if share < 1 and set(field.words) <= set(words):
            return _LONGER_KEY
        return share if share == 1 or words[-1] in field.words or words[0] == field.words[0] else share / 2
    same = words and wanted.roles and _role(words[-1]) == wanted.roles[0]
    return _SAME_ROLE if same and wanted.roles[0] not in _NO_ROLE else 0


@lru_cache(maxsize=2_000)
def _role(word: str) -> str:
    return next(iter(wants(Field(word)).roles), "")


def _within(span: Span, pair: Pair) -> bool:
    return pair.start <= span[1] and span[2] <= pair.end


def _of_json(field: Field, value, score: float) -> Iterator[Candidate]:
    if isinstance(value, str) or "any" in field.types or not isinstance(value, dict | list):
        yield Candidate(score, str(value) if field.types == {"string"} and isinstance(value, int | float) else value)


def _first_number(reading: Reading, pair: Pair, score: float) -> Iterator[Candidate]:
    numbers = [mention for kind in (*NUMERIC, "code") for mention in reading.mentions.get(kind, ())]
    inside = [
        mention for mention in numbers if pair.start <= mention.start < pair.end and (mention.kind != "code" or mention.number)
    ]
    if inside:
        first = min(inside, key=lambda mention: mention.start)
        yield Candidate(score, first.number, at(reading, first.start, first.end))


def _text(reading: Reading, pair: Pair, score: float) -> Iterator[Candidate]:
    value = first_sentence(pair)
    if not pair.alone:
        span = texts.title(reading.text, pair.start) or texts.phrase(reading.text, pair.start)
        end = span[1] if span and len(value.split()) > 4 else pair.start + len(value)
        value = reading.text[span[0] if span else pair.start : end]
    value = value[:LONGEST].strip(" \"'“”,;" if pair.alone else " \"'“”,;.")
    yield Candidate(score, value, at(reading, pair.start, pair.end))
