"""How a text is made: its sentences, what is quoted in it, and the words that belong together."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .field import stem
from .knowledge import names

_END = re.compile(
    r"(?<!\b[DMS]r)(?<!\bMs)(?<!\bMrs)(?<!\bProf)(?<!\bSt)(?<!\b[Nn]o)(?<!\b[A-Z])(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)(?<!\bal)(?<!\bapprox)"
    r"[.!?]+[\"'”’)]*(?=\s|$)|\n+"
)
_QUOTED = re.compile(r"\"([^\"\n]{2,400})\"|“([^”\n]{2,400})”|«([^»\n]{2,400})»|(?<![\w'])'([^'\n][^\n]{0,300}?)'(?!\w)")
_CLAUSE = re.compile(r"[\s:,]*((?:[^.!?;\n]|[.](?=\S))+)")
_QUOTED_TITLE = re.compile(r"\s*[\"“']([^\"”'\n]+)[\"”']")
_CAPITAL = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]*|\d+)"
_CAPITALS = re.compile(rf"\s*(?:an?\s+)?({_CAPITAL}(?:\s+(?:(?:of|the|and)\s+){{0,2}}{_CAPITAL})*)")
_WORD = re.compile(r"[^\W_](?:[\w'’+#-]|\.(?=\w))*", re.UNICODE)


class Word(NamedTuple):
    """A word of a text."""

    text: str
    start: int
    end: int
    stem: str


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence or line begins and ends, the blanks around it left out."""
    start = 0
    for end in [*(found.end() for found in _END.finditer(text)), len(text)]:
        piece = text[start:end]
        if piece.strip():
            yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        start = end


def words(text: str) -> list[Word]:
    """Return the words of a text."""
    return [Word(found[0], *found.span(), stem(found[0])) for found in _WORD.finditer(text)]


def quotes(text: str) -> Iterator[tuple[int, int]]:
    """Yield where quoted text begins and ends, without the marks."""
    for found in _QUOTED.finditer(text):
        yield found.span(found.lastindex)


def phrase(text: str, start: int, longest: int = 5) -> tuple[int, int] | None:
    """Return where the noun phrase at `start` begins and ends, without its article: "a science fair on" -> "science fair"."""
    first = end = None
    for found in _WORD.finditer(text, start, start + 120):
        between = text[end if end is not None else start : found.start()]
        word = found[0].lower()
        if between.strip(" \t") or (word in names().stops and not (first is None and word in names().articles)):
            break
        if first is None and word in names().articles:
            start = found.end()
            continue
        first = found.start() if first is None else first
        end = found.end()
        if not (longest := longest - 1):
            break
    while first is not None and text[first:end].endswith((" of", " a", " the")):
        end = text.rindex(" ", first, end)
    return None if first is None else (first, end)


def clause(text: str, start: int, until: str = "") -> tuple[int, int] | None:
    """Return the rest of the sentence at `start`; up to one of the words of `until` ("to|into"), if it is there."""
    found = _CLAUSE.match(text, start)
    if not found:
        return None
    first, end = found.span(1)
    if until and (stop := re.compile(rf"\s(?:{until})\s").search(text, first, end)):
        end = stop.start()
    return (first, first + len(text[first:end].rstrip(" ,\"'"))) if text[first:end].strip() else None


def title(text: str, start: int) -> tuple[int, int] | None:
    """Return where the words with capitals or in quotation marks at `start` begin and end."""
    found = _QUOTED_TITLE.match(text, start) or _CAPITALS.match(text, start)
    return found.span(1) if found else None


def ending_in(found: list[Word], last: frozenset[str], text: str, longest: int = 3) -> Iterator[tuple[int, int]]:
    """Yield phrases that end in one of the words `last`, with what belongs to it before: "senior software engineer".

    `found` are the words of `text`.
    """
    known = names()
    for place, word in enumerate(found):
        if word.text.lower() not in last and word.text.lower().removesuffix("s") not in last:
            continue
        first = word.start
        for before in reversed(found[max(0, place - longest + 1) : place]):
            if text[before.end : first].strip(" ") or before.text[0].isdigit() or before.text.lower() in known.no_modifiers:
                break
            first = before.start
        article = place > 0 and found[place - 1].text.lower() in known.articles
        if first < word.start or article or word.text.lower() not in known.verbs:
            yield first, word.end
