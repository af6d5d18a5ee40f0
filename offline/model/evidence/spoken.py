"""Candidates among the words of a text: names, phrases after a word that asks for them, whole sentences."""

import re
from collections.abc import Iterator

from . import dates, instructions, texts
from .field import Field, stem
from .knowledge import topics
from .mention import Mention
from .reading import Reading
from .scoring import LABELED, LATER, TAKEN, THING, TOPIC, Candidate, around, at, labeled, tidy
from .wants import Wants

_UNLIKELY = 1.2  # what a question or a request loses as a summary or an answer
_NEXT = 0.1  # what each further sentence loses
_AGAIN, _KEYED = 0.3, 0.3  # what a sentence loses that another field has; that is "key: value"
# Fields that take all that is said, not a sentence; and not the words of the question.
_ANSWER = {stem(word) for word in ("answer", "response", "reply", "explanation", "result", "output")}
_LONGEST_ANSWER, _LONGEST_QUESTION = 600, 300  # characters
_SENTENCES = 3  # that are tried
_SHORT = 7  # words of a title that is made of a sentence
_NO_LABEL = {
    stem(word) for word in ("name", "text", "type", "is", "title")
}  # words of fields that stand in texts for other reasons

_LINK = re.compile(
    r"[\"'’)]*\s*(?:(?:is|are|was|were|will be|of|named|called|no\.?|number|nr\.?)\s+|[:=#]\s*)*(?:an?\s+|the\s+|about\s+|only\s+)?[\"'“#(]?",
    re.IGNORECASE,
)
_SURE_LINK = re.compile(r"[:=#]|\b(?:is|are|was|were|named|called)\b", re.IGNORECASE)
_ONE_WORD = re.compile(r"[\w@.+-]*\w")
_WHEN_LINK = re.compile(r"[\s,]*(?:\b(?:on|at|by|every|and|for|from|before)\b[\s,]*)*$", re.IGNORECASE)


def candidates(field: Field, wanted: Wants, reading: Reading) -> Iterator[Candidate]:
    """Yield the texts that a field could have."""
    for kind, weight in wanted.kinds.items():
        for order, mention in enumerate(reading.mentions.get(kind, ())):
            if "weekday" in wanted.roles and kind == "date":
                mention = dates.weekday(mention)
            score = weight + mention.sure - LATER * order + around(field, wanted, reading, mention)
            yield Candidate(score, written(wanted, mention), at(reading, mention.start, mention.end))
    yield from _taken(wanted, reading)
    yield from _labeled(field, wanted, reading)
    yield from _things(field, wanted, reading)
    yield from _said(field, wanted, reading)


def written(wanted: Wants, mention: Mention) -> str:
    """Return a mention as the field wants it written."""
    if mention.kind == "date" and wanted.iso and mention.day:
        return dates.day(mention) or mention.text
    if mention.kind == "currency" and not mention.text[-1].isalpha():
        return mention.unit
    return tidy(mention.text)


def _taken(wanted: Wants, reading: Reading) -> Iterator[Candidate]:
    """Yield what follows a word that asks for it: "works as a nurse" for a job."""
    for cue, role in wanted.takes:
        for found in cue.finditer(reading.text):
            span = _shaped(role, reading, found.end())
            if span and span[0] - found.end() <= 8:
                yield Candidate(TAKEN, tidy(reading.text[slice(*span)]), at(reading, *span))


def _shaped(role: dict, reading: Reading, start: int) -> tuple[int, int] | None:
    """Return where a value of the role's shape begins and ends, if it stands at `start`."""
    if quoted := next((span for span in reading.quotes if 0 < span[0] - start <= 3), None):
        return quoted
    shape = role.get("shape", "phrase")
    if shape == "clause":
        span = texts.clause(reading.text, start, role.get("until", ""))
        return without_when(reading, *span) if span and role.get("when") == "cut" else span
    if shape == "title":
        return texts.title(reading.text, start)
    span = texts.phrase(reading.text, start)
    counted = next((mention for mention in reading.mentions.get("number", ()) if span and mention.start == span[0]), None)
    items = (item for item in reading.mentions.get("item", ()) if counted and 0 <= item.start - counted.end <= 4)
    return next(((item.start, item.end) for item in items), span)


def without_when(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Return a clause without the day and time that it ends with: "buy milk tomorrow at 5pm" -> "buy milk"."""
    whens = [mention for kind in ("date", "time") for mention in reading.mentions.get(kind, ())]
    for mention in sorted(whens, key=lambda mention: -mention.start):
        if start < mention.start and mention.end >= end - 1:
            end = _WHEN_LINK.search(reading.text, start, mention.start).start()
    return start, max(end, start + 1)


def _labeled(field: Field, wanted: Wants, reading: Reading) -> Iterator[Candidate]:
    """Yield what follows the field's own words: "role editor", "my favorite color is blue"."""
    for word in reading.words:
        if word.stem not in field.words or word.stem in _NO_LABEL or reading.is_told(word.start):
            continue
        link = _LINK.match(reading.text, word.end)
        span = texts.phrase(reading.text, link.end(), 4) if link.end() > word.end else None
        if not span or span[0] != link.end():
            continue
        sure = bool(_SURE_LINK.search(reading.text, word.end, link.end()))
        if not sure:
            one = _ONE_WORD.match(reading.text, span[0])
            span = one.span() if one else span
        score = LABELED if sure else LABELED - (1.2 if wanted.vague else 2.0)
        yield Candidate(score, reading.text[slice(*span)], at(reading, *span))


def _things(field: Field, wanted: Wants, reading: Reading) -> Iterator[Candidate]:
    """Yield words of the kind that the field is called by: "silver" for a color; else words whose topic it is."""
    order = 0
    for place, word in enumerate(reading.words):
        if wanted.things:
            for behind in reading.words[place : place + 2][::-1]:
                text = reading.text[word.start : behind.end]
                if _spelled(wanted.things, text):
                    score = THING - LATER * order + labeled(field, reading, word.start)
                    yield Candidate(score, text, at(reading, word.start, behind.end))
                    order += 1
                    break
        elif wanted.vague and word.stem not in field.words and set(field.words[-1:]) & _topic_words(word.stem):
            yield Candidate(TOPIC - LATER * order, word.text, at(reading, word.start, word.end))
            order += 1


def _spelled(things: dict[str, str], text: str) -> bool:
    """Return whether a text is one of `things`; those with capitals, or with one or two letters, must be written so."""
    spelling = things.get(text.lower()) or things.get(text.lower().removesuffix("s"))
    return spelling is not None and (spelling == text or (len(text) > 2 and (spelling.islower() or text[0].isupper())))


def _topic_words(word: str) -> set[str]:
    """Return the words for the topics of a stem, with and without an "s"."""
    parts = {part for topic in topics(word) for part in topic.split()}
    return parts | {part.removesuffix("s") for part in parts}


def _said(field: Field, wanted: Wants, reading: Reading) -> Iterator[Candidate]:
    """Yield what is said as a whole, for a summary, an answer, a task, a search."""
    if not reading.said:
        return
    text, (start, end) = reading.text, without_when(reading, *reading.said[0])
    if "sentence" in wanted.kinds:
        yield from _sentences(field, wanted, reading)
    if "question" in wanted.kinds:
        asked = text[start : min(reading.said[-1][1], start + _LONGEST_QUESTION)]
        yield Candidate(wanted.kinds["question"], tidy(asked).strip("?!."))
    if "imperative" in wanted.kinds:
        yield Candidate(wanted.kinds["imperative"], tidy(text[start:end]).strip(".!"))
    if "short" in wanted.kinds:
        unlikely = _UNLIKELY / 3 if instructions.is_request(text[start:end]) else 0
        yield Candidate(wanted.kinds["short"] - unlikely, " ".join(tidy(text[start:end]).split()[:_SHORT]).strip(".,!?:;"))


def _sentences(field: Field, wanted: Wants, reading: Reading) -> Iterator[Candidate]:
    """Yield sentences; for an answer all that is said, but not the words of the question."""
    first = reading.number == 0  # what the user says last
    answer = bool(_ANSWER & set(field.words))
    if answer and first and not reading.told:
        return
    said = [tidy(reading.text[slice(*span)]) for span in reading.said]
    whole = reading.text[reading.said[0][0] : reading.said[-1][1]].strip()
    if answer and len(whole) <= _LONGEST_ANSWER and not (first and all(map(instructions.is_request, said))):
        yield Candidate(wanted.kinds["sentence"] + 0.1, whole)
    keyed = {pair.place for pair in reading.pairs if pair.alone}
    for order, (sentence, span) in enumerate(zip(said[:_SENTENCES], reading.said, strict=False)):
        unlikely = _UNLIKELY * (first and instructions.is_request(sentence)) + _KEYED * (span[0] in keyed)
        score = wanted.kinds["sentence"] - _NEXT * order - unlikely
        yield Candidate(score, sentence, at(reading, *span))
        yield Candidate(score - _AGAIN, sentence)
