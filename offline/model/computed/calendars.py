"""Weekdays, leap years, how long a month is, and days that have a name: "if today is Tuesday, what day is it in 10 days?"."""

import re
from calendar import isleap, monthrange
from datetime import date, timedelta

from ..regex import Regex
from .question import Answer, says

ABOUT = "time date dates calendar days math"
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTHS = "january february march april may june july august september october november december".split()
_LEAP = Regex(r"\bleap[- ]?year\b", re.IGNORECASE, needs="leap")
_YEAR = Regex(r"\b(\d{1,4})\b")
_CODE = Regex(r"\b(?:python|code|function|program|javascript|script|check (?:if|for) leap)\b", re.IGNORECASE)
_NEXT_LEAP = Regex(r"\b(?:next|first) leap[- ]?year (?:after|from|following) (\d{3,4})\b", re.IGNORECASE)
_LENGTH = Regex(
    rf"\bhow many days (?:are |does |is |has )?(?:there )?(?:in |has )?(?:the month of )?(?P<month>{'|'.join(_MONTHS)})(?: have| has)?(?:,? (?:of )?(?:the year )?(?P<year>\d{{4}}))?\W*\Z",
    re.IGNORECASE,
    needs="many",
)
_WEEKDAY = (
    Regex(rf"\b(?:today|it|yesterday|tomorrow)(?:'s| is| was| will be)? (?:a )?(?P<day>{_DAY})\b.*?\b(?:what|which) (?:day|weekday)\b.*?\b(?P<way>in|after|from|before|ago) ?(?P<n>\d{{1,5}}) (?P<unit>days?|weeks?)\b", re.IGNORECASE, needs="fri mon satur sun thurs tues wednes"),
    Regex(rf"\b(?:today|it|yesterday|tomorrow)(?:'s| is| was| will be)? (?:a )?(?P<day>{_DAY})\b.*?\b(?:what|which) (?:day|weekday)\b.*?\b(?P<n>\d{{1,5}}) (?P<unit>days?|weeks?) (?P<way>from|after|later|before|ago|earlier)\b", re.IGNORECASE, needs="fri mon satur sun thurs tues wednes"),
    Regex(rf"\b(?:what|which) (?:day|weekday)\b.*?\b(?:in )?(?P<n>\d{{1,5}}) (?P<unit>days?|weeks?) (?P<way>after|from|before|past|later)? ?(?:a )?(?:(?:if|when) )?(?:(?:today|it|yesterday|tomorrow)(?:'s| is| was)? )?(?:a )?(?P<day>{_DAY})\b", re.IGNORECASE, needs="fri mon satur sun thurs tues wednes"),
    Regex(rf"\A\W*(?P<n>\d{{1,5}}) (?P<unit>days?|weeks?) (?P<way>after|from|before) (?:a )?(?P<day>{_DAY})\W*\Z", re.IGNORECASE, needs="after before from"),
)  # fmt: skip
_NAMED = {  # days with a fixed date
    r"christmas eve": (12, 24), r"(?:christmas|xmas)(?: day)?": (12, 25), r"new year'?s eve": (12, 31), r"(?:new year'?s day|the new year|new year'?s?)": (1, 1),
    r"halloween": (10, 31), r"valentine'?s?(?: day)?": (2, 14), r"(?:st\.? |saint )?patrick'?s day": (3, 17), r"april fools'?(?: day)?": (4, 1),
}  # fmt: skip


def answer(text: str) -> Answer | None:
    """Answer a question about the calendar; None for any other."""
    return _leap(text) or _length(text) or _weekday(text)


def named_days(text: str) -> str:
    """Return a text with the days that have a name as dates: "until Christmas" as "until 25 December"."""
    for name, (month, day) in _NAMED.items():
        text = re.sub(rf"\b(?:the )?{name}\b", f"{day} {_MONTHS[month - 1].capitalize()}", text, flags=re.IGNORECASE)
    return text


def _leap(text: str) -> Answer | None:
    if not _LEAP.search(text) or _CODE.search(text):
        return None
    if following := _NEXT_LEAP.search(text):
        year = next(year for year in range(int(following[1]) + 1, int(following[1]) + 10) if isleap(year))
        return says(f"The next leap year after {following[1]} is {year}.", short=str(year), about=ABOUT)
    years = [int(year) for year in _YEAR.findall(text)]
    if len(years) != 1 or not years[0] or not re.search(r"\b(?:is|was|will|a leap)\b", text, re.IGNORECASE):
        return None
    (year,) = years
    why = f"{year} / 4 = {year // 4}" if year % 4 == 0 else f"{year} cannot be divided by 4"
    if year % 100 == 0:
        why = f"it can be divided by {'400' if isleap(year) else '100, but not by 400'}"
    return says(
        f"{'Yes' if isleap(year) else 'No'}, {year} is {'a' if isleap(year) else 'no'} leap year: {why}.",
        short="Yes" if isleap(year) else "No",
        about=ABOUT,
    )


def _length(text: str) -> Answer | None:
    found = _LENGTH.search(text)
    if not found or (found["month"].casefold() == "february" and not found["year"]):
        return None
    month, year = _MONTHS.index(found["month"].casefold()) + 1, int(found["year"] or 2025)
    days = monthrange(year, month)[1]
    return says(
        f"{found['month'].capitalize()}{f' {year}' if found['year'] else ''} has {days} days.", short=str(days), about=ABOUT
    )


def _weekday(text: str) -> Answer | None:
    found = next((one for pattern in _WEEKDAY if (one := pattern.search(text))), None)
    if not found or len(re.findall(r"\d+", text)) > 1:
        return None
    start = _DAYS.index(found["day"].capitalize())
    said = re.search(rf"\b(today|it|yesterday|tomorrow)(?:'s| is| was| will be)? (?:a )?{_DAY}", text, re.IGNORECASE)
    start += {"yesterday": 1, "tomorrow": -1}.get(said[1].casefold(), 0) if said else 0
    days = int(found["n"]) * (7 if found["unit"].casefold().startswith("week") else 1)
    back = (found["way"] or "").casefold() in ("before", "ago", "earlier")
    there = _DAYS[(start + (-days if back else days)) % 7]
    return says(
        f"{found['n']} {found['unit'].casefold()} {'before' if back else 'after'} {_DAYS[start % 7]} is a {there}.",
        short=there,
        about=ABOUT,
    )


def shifted(day: date, number: int, unit: str) -> date | None:
    """Return the day so many days, weeks, months or years after another one (before it, if negative); the last day of the month where it has no such day."""
    try:
        if unit in ("day", "week"):
            return day + timedelta(days=number * (7 if unit == "week" else 1))
        months = day.year * 12 + day.month - 1 + number * (12 if unit == "year" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None
