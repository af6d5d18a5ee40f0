"""What is known by where it stands: titles, headings, what is counted, what is in parentheses; and what several mentions make together."""

import re
from collections.abc import Iterator

from . import numbers, texts
from .dates import WEEKDAY
from .knowledge import names
from .mention import Mention

COUNTS = 0.3  # what a unit gains that has a number: "10 km"
PART_OF_A_DATE = 0.5  # what a year loses that is one

_HEADING = re.compile(r"\s*(?:#+\s*)?([^\n:.!?]{2,60})(?::\s|\n)")
_LEAD = re.compile(rf"\s*([^\n:.!?,;–—]{{2,40}}?)(?:\s+on\s+(?i:{WEEKDAY}))?(?:,\s|\s[-–—]\s)")
_TAKES_PLACE = re.compile(
    r"\s*(?:the|our|my|an?)\s+([^\n:.!?,;–—]{2,60}?)\s+"
    r"(?:takes place|will take place|happens|(?:is|are|will be)\s+(?:on|at|from|next|this|today|tomorrow)\b)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\(([^\W\d][^()]{1,40})\)")
_YEAR = re.compile(r"1\d{3}|20\d\d")
_AND = re.compile(r"\s*(?:,|and)?\s*")
_OF = re.compile(r"\s*[x×]\s+|\s+of\s+|\s+")


def mentions(text: str, words: list[texts.Word], quotes: list[tuple[int, int]], first: int) -> Iterator[Mention]:
    """Yield the phrases of a text: quotes, jobs, events, nouns, what it begins with, what is in parentheses, units.

    What comes before `first` is an instruction.
    """
    for span in quotes:
        yield Mention.of("quote", text, *span)
    for kind, last in (("job", names().jobs), ("event", names().events)):
        for span in texts.ending_in(words, last, text):
            yield Mention.of(kind, text, *span)
    for kind, forms in (("heading", (_HEADING,)), ("lead", (_TAKES_PLACE, _LEAD))):
        if found := next(filter(None, (form.match(text, first) for form in forms)), None):
            yield Mention.of(kind, text, *found.span(1))
    for found in _ASIDE.finditer(text):
        yield Mention.of("aside", text, *found.span(1))
    for word in words:
        if word.text.lower() in names().articles and (span := texts.phrase(text, word.start, 3)):
            yield Mention.of("noun", text, *span)
            if word.text.lower() in ("a", "an"):
                yield Mention.of("one", text, word.start, word.end, number=1, noun=text[slice(*span)])
        elif len(word.text) > 1 and numbers.unit_of(word.text):
            counts = text[max(0, word.start - 2) : word.start].strip().isdigit()
            yield Mention("unit", word.text, word.start, word.end, sure=COUNTS if counts else 0)


def joined(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Yield what `found` mentions make together, or with the words behind them."""
    counted = sorted((mention for mention in found if mention.kind == "number"), key=lambda mention: mention.start)
    yield from _items(text, counted)
    yield from _durations(text, counted)
    yield from _years(found)
    yield from _whole_places(text, found)


def _items(text: str, counted: list[Mention]) -> Iterator[Mention]:
    """Yield what is counted or weighed: "flour" of "2 cups of flour"."""
    for mention in counted:
        behind = _OF.match(text, mention.end)
        if behind and (span := texts.phrase(text, behind.end())):
            yield Mention.of("item", text, *span)


def _durations(text: str, counted: list[Mention]) -> list[Mention]:
    """Return times that last: "2 hours and 30 minutes" is one. `number` is in seconds."""
    found: list[Mention] = []
    for mention in counted:
        if mention.dimension != "time":
            continue
        start, seconds = mention.start, mention.number * numbers.UNITS[mention.unit][1]
        if found and _AND.fullmatch(text, found[-1].end, mention.start):
            before = found.pop()
            start, seconds = before.start, seconds + before.number
        found.append(Mention.of("duration", text, start, mention.end, number=seconds, unit="second", dimension="time"))
    return found


def _years(found: list[Mention]) -> Iterator[Mention]:
    """Yield the years, those of dates, too."""
    for mention in found:
        if mention.day and mention.day[0]:
            year = mention.day[0]
            yield Mention("year", str(year), mention.start, mention.end, number=year, sure=-PART_OF_A_DATE)
        elif mention.kind == "number" and not mention.unit and _YEAR.fullmatch(mention.text):
            yield Mention("year", mention.text, mention.start, mention.end, number=mention.number)


def _whole_places(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Yield "Paris, France"."""
    places = [mention for mention in found if mention.kind in ("place", "country", "state")]
    by_start = {mention.start: mention for mention in places}
    for place in places:
        wider = by_start.get(place.end + 2)
        if place.kind == "place" and wider and text[place.end : wider.start] == ", ":
            yield Mention.of("whole_place", text, place.start, wider.end)
