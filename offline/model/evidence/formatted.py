"""Candidates in a format such as `date` or `email`, or for a pattern."""

import re
from collections.abc import Iterator

from . import dates
from .field import Field
from .mention import Mention
from .reading import Reading
from .scoring import LABELED, LATER, Candidate, around, at
from .wants import Wants

KINDS = {
    "date": "date",
    "date-time": "date",
    "time": "time",
    "duration": "duration",
    "email": "email",
    "idn-email": "email",
    "hostname": "url",
    "idn-hostname": "url",
    "uri": "url",
    "iri": "url",
    "uri-reference": "url",
}
_SHAPED = 3.0  # what a mention of the format's kind counts
_PARTLY = 2.0  # what a day without a date loses: "tomorrow"
_CODED, _ANY_WORD = 2.0, 1.6  # what may fit a pattern: codes and the like, any word
_READ = 4_000  # characters in which a word may fit

_CODES = ("code", "postal", "currency", "state", "url", "phone", "handle")
_HOST = re.compile(r"(?:\w+://)?([^/:?#]+).*", re.DOTALL)
_WORDS = re.compile(r"[^\s\"'(),;]{2,60}")


def candidates(field: Field, wanted: Wants, reading: Reading) -> Iterator[Candidate]:
    """Yield texts in the field's format, or that may match its pattern; forms keep those that conform."""
    if kind := KINDS.get(field.format):
        for order, mention in enumerate(reading.mentions.get(kind, ())):
            if value := _in_format(field.format, mention, reading):
                partly = _PARTLY if kind == "date" and not mention.day else 0
                score = _SHAPED - partly - LATER * order + around(field, wanted, reading, mention)
                yield Candidate(score, value, at(reading, mention.start, mention.end))
        return
    for kind in _CODES:
        for mention in reading.mentions.get(kind, ()):
            near = around(field, wanted, reading, mention) / LABELED
            yield Candidate(_CODED + near, mention.unit or mention.text, at(reading, mention.start, mention.end))
    for order, found in enumerate(_WORDS.finditer(reading.text, 0, _READ)):
        word = found[0].rstrip(".!?:")
        yield Candidate(_ANY_WORD - 0.001 * order, word, at(reading, found.start(), found.start() + len(word)))


def _in_format(name: str, mention: Mention, reading: Reading) -> str | None:
    match name:
        case "date":
            return dates.day(mention)
        case "time":
            return dates.clock(mention) + dates.zone(mention)
        case "date-time":
            times = reading.mentions.get("time", ())
            near = min(times, key=lambda time: abs(time.start - mention.end), default=None)
            day = dates.day(mention)
            return day and f"{day}T{dates.clock(near) + dates.zone(near) if near else '00:00:00Z'}"
        case "duration":
            return dates.duration(int(mention.number))
        case "hostname" | "idn-hostname":
            return _HOST.sub(r"\1", mention.text)
        case "uri" | "iri" | "uri-reference":
            return mention.text if "://" in mention.text else f"https://{mention.text}"
    return mention.text
