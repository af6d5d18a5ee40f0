"""Dates and times in many forms, and how they are written in ISO 8601."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from .mention import Mention

LONGEST_WEEKDAY = len("coming Wednesday, the ")
REFERENCE = date(2026, 1, 1)  # where a format forces a whole date and the text gives only a part of one

_MONTHS = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
]  # fmt: skip
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
MONTHS = rf"(?:{'|'.join(f'{name}|{name[:3]}' for name in _MONTHS)}|sept)\b"
_MONTH = rf"(?P<month>{MONTHS})(?:(?:(?<=\b\w{{3}})(?<!may)|(?<=\bsept))\.)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = rf"(?:{'|'.join(_DAYS)})s?"
WEEKDAY = rf"(?:{_WEEKDAY}\b|(?:{'|'.join(name[:3] for name in _DAYS)})\b\.?)"
_PART = r"(?:\s+(?:morning|afternoon|evening|night))?"
_FORMS = [
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<![\d-])(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"\b{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+(?P<year>\d{{4}})\b)?",
        rf"\b{_MONTH}\s+{_DAY}\b(?!:)(?:,?\s+(?P<year>\d{{4}})\b)?",
        rf"\b{_MONTH},?\s+(?P<year>\d{{4}})\b",
        r"(?<![\d.])(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.(?P<year>\d{4})\b",
        r"(?<![\d/])(?P<number>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})\b",
        rf"\b(?:(?:next|this|last|coming)\s+)?{_WEEKDAY}\b{_PART}",
        rf"\b(?:the\s+)?day\s+(?:after\s+tomorrow|before\s+yesterday)\b|\b(?:today|tonight|(?:tomorrow|yesterday){_PART})\b",
        r"\b(?:every\s+(?:day|morning|evening|night|week|weekend|month|year)|daily|weekly)\b",
        r"\b(?:next|this|last)\s+(?:week(?:end)?|month|year|spring|summer|autumn|fall|winter|night)\b|\bthis\s+(?:morning|afternoon|evening)\b",
        r"\bin\s+(?:\d+|an?|two|three|four|five|six)\s+(?:days?|weeks?|months?)\b|\b(?:\d+|an?|two|three)\s+(?:days?|weeks?|months?|years?)\s+ago\b",
        rf"(?<=\bin ){_MONTH}(?!\w)|(?<=\bsince ){_MONTH}(?!\w)|(?<=\buntil ){_MONTH}(?!\w)".replace("?P<month>", "?:"),
    )
]
_TIME = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?\s?(?P<half>[ap]\.?m\b\.?)"
    r"|(?<![\d:])(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?::(?P<second24>[0-5]\d))?(?!\d|:\d)(?P<zone>Z|[+-]\d\d:\d\d)?"
    r"|\b(?P<clock>1?\d)\s?o'?clock\b|\b(?P<word>noon|midnight|midday)\b"
    r"|(?<=\bat )(?P<bare>1?\d|2[0-3])(?![\w:.,%]*\w|\s*(?:%|euro|dollar|degree|percent|each|km|°))",
    re.IGNORECASE,
)
_FREQUENCY = re.compile(
    r"\b(?:once|twice|(?:\d+|two|three|four) times)\s+(?:an?|per|every)\s+(?:hour|day|week|month|year)\b|\b(?:hourly|monthly|yearly|annually)\b",
    re.IGNORECASE,
)
_ITS_WEEKDAY = re.compile(rf"\b(?:(?:next|this|last|coming)\s+)?{WEEKDAY},?\s+(?:the\s+)?\Z", re.IGNORECASE)
_WORD_HOURS = {"noon": 12, "midday": 12, "midnight": 0}


def mentions(text: str) -> Iterator[Mention]:
    """Yield the dates of `text`, then how often, then the times."""
    whole = set()  # where those begin that have a day of the week with them: "Friday, 3 May"
    for form in _FORMS:
        for found in form.finditer(text):
            day, start = _day(found.groupdict()), found.start()
            if day and (its_weekday := _ITS_WEEKDAY.search(text, max(0, start - LONGEST_WEEKDAY), start)):
                start = its_weekday.start()
                whole.add(start)
            if day or start not in whole:
                yield Mention.of("date", text, start, found.end(), day=day)
    for found in _FREQUENCY.finditer(text):
        yield Mention.of("frequency", text, *found.span())
    for found in _TIME.finditer(text):
        yield Mention.of("time", text, *found.span(), sure=-1 if found["bare"] else 0)


def day(mention: Mention, forced: bool = True) -> str | None:
    """Return a date as "2026-03-05", None if the text does not tell it.

    Where it must be `forced`, a missing year is REFERENCE's, and "tomorrow" or "Friday" count from REFERENCE.
    """
    if mention.day:
        year, month, number = mention.day
        if year is None and not forced:
            return None
        try:
            return date(year or REFERENCE.year, month, number).isoformat()
        except ValueError:
            return None
    return (REFERENCE + timedelta(days=_ahead(mention.text.lower()))).isoformat() if forced else None


def weekday(mention: Mention) -> Mention:
    """Return the day of the week that a date begins with: "Friday" of "Friday, 3 May"; the date itself if there is none."""
    named = mention.day and re.match(WEEKDAY, mention.text, re.IGNORECASE)
    return replace(mention, text=named[0], end=mention.start + named.end(), day=None) if named else mention


def clock(mention: Mention) -> str:
    """Return a time as "19:00:00"."""
    found = _TIME.search(f"at {mention.text}", 2) or _TIME.search(mention.text)
    if found["word"]:
        return f"{_WORD_HOURS[found['word'].lower()]:02}:00:00"
    hour = int(found["hour"] or found["hour24"] or found["clock"] or found["bare"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"][0].lower() == "p" else 0)
    minute, second = (found["minute"] or found["minute24"] or "00"), (found["second"] or found["second24"] or "00")
    return f"{hour:02}:{minute}:{second}"


def duration(seconds: int) -> str:
    """Return seconds as "PT2H30M"."""
    hours, minutes = divmod(seconds // 60, 60)
    parts = [f"{number}{letter}" for number, letter in ((hours, "H"), (minutes, "M"), (seconds % 60, "S")) if number]
    return "PT" + ("".join(parts) or "0S")


def zone(mention: Mention) -> str:
    """Return the zone of a time as it was written; "Z" if it was not."""
    found = _TIME.fullmatch(mention.text)
    return (found and found["zone"]) or "Z"


def _day(parts: dict[str, str | None]) -> tuple[int | None, int, int] | None:
    if not parts.get("month") and not parts.get("number"):
        return None
    year = int(parts["year"]) if parts.get("year") else None
    if parts.get("month"):
        month = next(number for number, name in enumerate(_MONTHS, 1) if name[:3] == parts["month"].lower()[:3])
    else:
        month = int(parts["number"])
    number = int(parts.get("day") or 1)
    return (year, number, month) if month > 12 else (year, month, number)


def _ahead(text: str) -> int:
    """Return how many days after REFERENCE a day such as "tomorrow" or "next Friday" is."""
    for name, days in (
        ("day after tomorrow", 2),
        ("day before yesterday", -2),
        ("tomorrow", 1),
        ("yesterday", -1),
        ("next week", 7),
    ):
        if name in text:
            return days
    weekday = next((number for number, name in enumerate(_DAYS) if name in text), None)
    if weekday is None:
        return 0
    if "last" in text:
        return -((REFERENCE.weekday() - weekday - 1) % 7 + 1)
    return (weekday - REFERENCE.weekday() - 1) % 7 + 1
