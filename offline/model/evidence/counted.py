"""Candidates among the numbers of a text: by their unit, by what they count, by the words around."""

import re
from collections.abc import Iterator

from . import instructions
from .field import Field, stem
from .knowledge import names
from .mention import Mention
from .numbers import convert
from .reading import Reading
from .scoring import CUED, LATER, Candidate, around, at, labeled
from .wants import Wants

NUMBER, ONE = 0.8, 1.0  # any number; "a" or "an" where things are counted
UNIT, NOUN = 3.0, 3.5  # the right unit; what is counted has the field's name
OTHER_KIND, OTHER_UNIT, OTHER_LABEL, LIKE_A_YEAR = 3.0, 2.5, 1.5, 1.5  # what a number loses that is something else
ASKED = 2.0  # what it loses in a question, if the field is for an answer
LOOSE_UNIT = 0.8  # what it loses if it has a unit, and the field is not known to have one
LOOSE_MEASURES = {"measure", "weight", "volume"}  # these may stand where things are counted: "2 cups"

_END = re.compile(r"\s*(?:[,.;:!?)\n]|$)")
_ALONE = re.compile(r"\s*(?:[,.;)!?\n]|and\b|$)", re.IGNORECASE)
_OPENS = re.compile(r"(?:[,(]|\band)\s*$", re.IGNORECASE)
_CLOSES = re.compile(r"\s*[,.)]|\s*$")
_LIKE_A_YEAR = re.compile(r"1\d{3}|20\d\d")


def candidates(field: Field, wanted: Wants, reading: Reading) -> Iterator[Candidate]:
    """Yield the numbers of a text; as they are written if the field is a text."""
    kinds = ["money", "number", "year"] + (["code"] if field.numeric or field.free else [])
    kinds += ["one"] if "quantity" in wanted.roles else []
    if wanted.unit or not field.numeric:
        kinds.insert(0, "duration")
    order = 0
    for kind in kinds:
        for mention in reading.mentions.get(kind, ()):
            if kind != "code" or mention.number:
                score = _score(field, wanted, reading, mention) - LATER * order
                yield Candidate(score, _value(field, wanted, mention), at(reading, mention.start, mention.end))
                order += 1


def _value(field: Field, wanted: Wants, mention: Mention) -> float | str:
    """Return a number in the unit that the field asks for."""
    if not (field.numeric or field.free):
        return mention.text
    value = convert(mention.number, mention.unit, wanted.unit) if wanted.unit and mention.dimension else None
    value = mention.number if value is None else value
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _score(field: Field, wanted: Wants, reading: Reading, mention: Mention) -> float:
    if mention.kind == "one":
        return ONE + around(field, wanted, reading, mention)
    score = NUMBER + mention.sure + min(1.0, wanted.kinds.get("number", 0)) + around(field, wanted, reading, mention)
    score += _unit_score(wanted, mention)
    score += _noun_score(wanted, reading.text, mention)
    if mention.kind == "number" and not {"operand", "quantity"} & set(wanted.roles) and _LIKE_A_YEAR.fullmatch(mention.text):
        score -= LIKE_A_YEAR
    score += CUED if wanted.bare and _stands_alone(reading, mention) else 0
    if wanted.stated and instructions.is_request(reading.text[slice(*reading.sentence_of(mention.start))]):
        score -= ASKED
    if mention.number > wanted.most:
        score -= OTHER_KIND
    before = reading.words_before(mention.start, 1)
    if before and before[0].text.lower() in names().labels and not labeled(field, reading, mention.start):
        score -= OTHER_LABEL
    return score


def _stands_alone(reading: Reading, mention: Mention) -> bool:
    """Return whether a number stands between commas, or just behind a person: "Emma, 29," or "Emma 29"."""
    if any(0 < mention.start - person.end <= 2 for person in reading.mentions.get("person", ())):
        return True
    opened = _OPENS.search(reading.text, max(0, mention.start - 6), mention.start)
    return bool(opened and _CLOSES.match(reading.text, mention.end))


def _unit_score(wanted: Wants, mention: Mention) -> float:
    if mention.kind in ("money", "code", "year"):
        return wanted.kinds.get(mention.kind, -OTHER_KIND)
    if not mention.unit:
        return -0.5 if wanted.dimensions and "number" not in wanted.kinds else 0
    dimension = mention.dimension or "time"  # of a duration
    if dimension in wanted.dimensions:
        return UNIT + (mention.unit == wanted.unit) + (mention.kind == "duration")
    if stem(mention.text.split()[-1]) in wanted.nouns:
        return UNIT
    if dimension in LOOSE_MEASURES and {"quantity", "amount"} & set(wanted.roles):
        return -0.3
    return -OTHER_UNIT if wanted.dimensions or ("money" in wanted.kinds and "operand" not in wanted.roles) else -LOOSE_UNIT


def _noun_score(wanted: Wants, text: str, mention: Mention) -> float:
    """Return what the words behind a number count: the "people" of "two people", the "humidity" of "60% humidity"."""
    counted = [stem(word) for word in mention.noun.split()] if mention.noun.split(" ")[0] not in names().stops else []
    if mention.kind in ("money", "code", "year", "duration") or not counted or _END.match(text, mention.end):
        return 0
    if counted[0] in wanted.nouns:
        return NOUN
    if counted[1:2] and counted[1] in wanted.nouns:
        return NOUN - 1
    return -1 if wanted.dimensions and not mention.unit and not _ALONE.match(text, mention.end) else 0
