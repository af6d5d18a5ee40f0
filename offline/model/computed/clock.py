"""Times of the day, durations and dates: what is later or earlier, how long it is between two, which day of the week.

"if my train leaves 14:35 and the trip takes 2h50 when do i arrive"  ->  14:35 plus 2 hours 50 minutes is 17:25.
"how many days from 3 March 2024 to 1 May 2024"                      ->  59 days
"""

import re
from datetime import date, timedelta

from ..regex import Regex
from . import calendars
from .numbers import digits, shown
from .question import Answer, Question, says

ABOUT = "time clock date dates calendar days hours math"
DAY = 24 * 60  # minutes
LONGEST = 300  # characters of a question

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" if len(name) > 3 else name for name in _MONTHS).replace("sep(?:", "sept?(?:")
_DATE = Regex(
    rf"\b(?:(?P<y1>\d{{4}})-(?P<m1>\d\d?)-(?P<d1>\d\d?)|(?P<d2>\d\d?)(?:st|nd|rd|th)?\.? (?:of )?(?P<m2>{_MONTH})\b\.?(?:,? (?P<y2>\d{{4}}))?"
    rf"|(?P<m3>{_MONTH})\b\.? (?P<d3>\d\d?)(?:st|nd|rd|th)?\b(?:,? (?P<y3>\d{{4}}))?|(?P<d4>\d\d?)\.(?P<m4>\d\d?)\.(?P<y4>\d{{4}}))",
    re.IGNORECASE,
)
_DURATION = Regex(
    r"(?<![\w.:])(?:(?P<hm>\d+)\s?h(?:ours?|rs?)?\s?(?:and )?(?P<mm>\d{1,2})\s?(?:m(?:in(?:ute)?s?)?)?\b|(?P<half>half an hour)|(?P<oneandhalf>an hour and a half)|"
    r"(?P<n>\d+(?:\.\d+)?|an?)\s?(?P<unit>h|hrs?|hours?|min|mins|minutes?)\b(?P<plus> and a half)?)",
    re.IGNORECASE,
    "h min",
)
_TIME = Regex(
    r"(?<![\d.:])(?P<h>[01]?\d|2[0-3])(?:(?P<sep>[:.])(?P<m>[0-5]\d)(?!\.?\d)|(?= ?[ap]\.?m\b)|(?= o'?clock))\s?(?P<half>[ap]\.?m\.?)?",
    re.IGNORECASE,
)
_PART_OF_DAY = Regex(  # "10 in the morning"
    r"(?<![\d.:])(\d{1,2}(?:[:.]\d\d)?)(?: o'?clock)? (in the (?:morning|afternoon|evening)|at night(?<=[6-9] at night)|at night(?<=1[01] at night))\b",
    re.IGNORECASE,
    needs="afternoon evening morning night",
)
_BARE_HOUR = Regex(
    r"(\b(?:up|starts?|begins?|leaves?|to bed|ends?|work|school|arrives?|opens?|closes?) at \d{1,2})\b(?! ?(?:[:.]\d|[ap]\.?m|o'?clock|%|in the|at night|km|degrees))",
    re.IGNORECASE,
)
_EARLIER = Regex(
    r"\b(?:before|earlier|ago|minus)\b|-\s*\Z|\b(?:when|what time) (?:do|should|must|shall|does|would) (?:i|we|he|she|it|they|the \w+) (?:have to |need to )?"
    r"(?:leave|start|depart|set off|get up|go|wake up|begin)\b",
    re.IGNORECASE,
)
_LATER = Regex(
    r"\b(?:when|what time|which time|plus|after|later|from now|arriv\w+|end\w*|finish\w*|over|ready|until|land\w*|get there|back|done)\b|\+",
    re.IGNORECASE,
)
_HOW_LONG = Regex(
    r"\b(?:how long|how many (?:hours|minutes|hrs|mins)|how much (?:longer|time)|duration|between|difference|from\b.+\b(?:to|until|till)|elapsed|until|till)\b",
    re.IGNORECASE,
)
_TODAY = Regex(r"\b(?:today|now|it)(?:'?s| is)\s*(?:the )?(?:mon|tues|wednes|thurs|fri|satur|sun)?(?:day)?,? ?\Z", re.IGNORECASE)
_FIRST_AND_LAST = Regex(
    r"\b(?:begins?|starts?)\b.*\bends?\b|\bfirst day\b.*\blast day\b|\bholidays?\b|\bvacation\b", re.IGNORECASE
)
_PAUSE = Regex(r"\b(?:break|pause|lunch|rest)\b", re.IGNORECASE)
_TERM = Regex(
    r"\b(?:for|runs?|lasts?|takes?|valid|of|is)\W+(?:\w+ ){0,2}?(?P<n>\d{1,3}) (?P<unit>days?|weeks?|months?|years?)\b|\b(?P<m>\d{1,3})[- ](?P<kind>day|week|month|year)s? (?:contract|notice|trial|warranty|guarantee|period|subscription|visa|course|lease|term)\b",
    re.IGNORECASE,
)
_ENDS = Regex(
    r"\b(?:when|what date|which date|until when)\b.*\b(?:end|ends|over|expires?|finish|finished|run out|runs out|up|due|back|done|last day)\b",
    re.IGNORECASE,
)
_TOGETHER = Regex(r"\+|\b(?:plus|total|altogether|together|sum|add)\b", re.IGNORECASE)
_LESS = Regex(r"\d ?(?:h|hrs?|hours?|m|mins?|minutes?) ?(?:-|−|minus|less) ?\d", re.IGNORECASE)
_WORKS_ON = Regex(
    r"\b(?:write|translate|summari[sz]e|extract|e-?mail|correct|rewrite|story|poem|python|code|function|json|invoice)\b",
    re.IGNORECASE,
    needs="code correct extract function invoice json mail poem python story summari translate write",
)
_HOW_MANY_DAYS = Regex(
    r"\bhow (?:many (?:days|weeks)|long)\b|\b(?:days|weeks) (?:between|from|are there)\b|\bdifference\b", re.IGNORECASE
)
_YEARLESS = Regex(r"\b(?:born|birthday|old|age)\b", re.IGNORECASE)
_WEEKDAY = Regex(r"\b(?:what|which) (?:day|weekday)\b|\bday of the week\b|\bweekday\b", re.IGNORECASE)
_SHIFT = (
    Regex(r"\b(?P<n>\d{1,5}) (?P<unit>days?|weeks?|months?|years?) (?P<way>after|from|before|later than|earlier than|prior to)\b", re.IGNORECASE),
    Regex(r"\b(?P<way>in|plus|\+|add|minus) (?P<n>\d{1,5}) (?P<unit>days?|weeks?|months?|years?)\b(?! old)", re.IGNORECASE),
    Regex(r"\b(?P<n>\d{1,5}) (?P<unit>days?|weeks?|months?|years?) (?P<way>later|earlier)\b", re.IGNORECASE),
)  # fmt: skip
_BACK = ("before", "earlier than", "prior to", "minus", "earlier")
_ASKS_DATE = Regex(r"\b(?:what|which|when)\b|\?|\A\W*\d+ (?:days?|weeks?|months?|years?)\b|\+|\bminus\b", re.IGNORECASE)


def answer(question: Question) -> Answer | None:
    """Work out a time, a duration or a date; None where neither is asked for."""
    text = digits(question.text.replace("’", "'"))
    if len(text) > LONGEST or not re.search(r"\d|\bhour", text) or _WORKS_ON.search(text):
        return None
    text = _BARE_HOUR.sub(r"\1:00", text)
    text = _PART_OF_DAY.sub(lambda found: f"{found[1]} {'am' if found[2].casefold() == 'in the morning' else 'pm'}", text)
    return calendars.answer(text) or _about_dates(calendars.named_days(text)) or _about_times(text)


# --- Times of the day ---


def _about_times(text: str) -> Answer | None:
    lasting = [_minutes(found) for found in _DURATION.finditer(text)]
    rest = _DURATION.sub(" ", text)
    times = list(_TIME.finditer(rest))
    if len(times) == 1 and len(lasting) == 1 and (_EARLIER.search(text) or _LATER.search(text)):
        sign = -1 if _EARLIER.search(text) else 1
        start = _of_day(times[0])
        end = start + sign * lasting[0]
        said = _clock(end, times[0])
        day = "" if 0 <= end < DAY else " the next day" if end >= DAY else " the day before"
        return says(
            f"{_clock(start, times[0])} {'plus' if sign > 0 else 'minus'} {_lasting(lasting[0])} is {said}{day}.",
            short=said,
            about=ABOUT,
        )
    if len(times) == 1 and len(lasting) == 2 and (_EARLIER.search(text) or _LATER.search(text)):
        return _shifted(times[0], lasting, -1 if _EARLIER.search(text) else 1)
    if len(times) == 2 and len(lasting) == 1 and _PAUSE.search(text) and _HOW_LONG.search(text):
        whole = (_of_day(times[1]) - _of_day(times[0])) % DAY
        told = _lasting(whole - lasting[0])
        return says(
            f"From {_clock(_of_day(times[0]), times[0])} to {_clock(_of_day(times[1]), times[1])} it is {_lasting(whole)}; minus {_lasting(lasting[0])} that is {told}.",
            short=told, about=ABOUT,
        ) if whole > lasting[0] else None  # fmt: skip
    if len(times) == 2 and not lasting and _HOW_LONG.search(text):
        start, end = map(_of_day, times)
        told = _lasting((end - start) % DAY)
        return says(f"From {_clock(start, times[0])} to {_clock(end, times[1])} it is {told}.", short=told, about=ABOUT)
    if len(lasting) == 2 and not times and _LESS.search(text):
        told = _lasting(lasting[0] - lasting[1]) if lasting[0] >= lasting[1] else None
        return told and says(f"{_lasting(lasting[0])} minus {_lasting(lasting[1])} is {told}.", short=told, about=ABOUT)
    if len(lasting) > 1 and not times and _TOGETHER.search(text) and not re.search(r"[-*/]|\bminus\b", rest):
        told = _lasting(sum(lasting))
        return says(f"{' plus '.join(map(_lasting, lasting))} is {told}.", short=told, about=ABOUT)
    return None


def _shifted(time: re.Match, lasting: list[int], sign: int) -> Answer | None:
    """Return a time with two durations added, or taken off: "be there 2 hours before, and the drive takes 50 minutes"."""
    end = _of_day(time) + sign * sum(lasting)
    if not 0 <= end < DAY:
        return None
    said, way = _clock(end, time), "plus" if sign > 0 else "minus"
    return says(
        f"{_clock(_of_day(time), time)} {way} {f' {way} '.join(map(_lasting, lasting))} is {said}.", short=said, about=ABOUT
    )


def _minutes(found: re.Match) -> int:
    if found["hm"]:
        return int(found["hm"]) * 60 + int(found["mm"])
    if found["half"] or found["oneandhalf"]:
        return 30 if found["half"] else 90
    number = 1.0 if found["n"].casefold() in ("a", "an") else float(found["n"])
    return round((number + (0.5 if found["plus"] else 0)) * (60 if found["unit"][0].casefold() == "h" else 1))


def _of_day(found: re.Match) -> int:
    """Return the minutes since midnight."""
    hour = int(found["h"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"][0].casefold() == "p" else 0)
    return hour * 60 + int(found["m"] or 0)


def _clock(minutes: int, like: re.Match) -> str:
    """Return a time of the day, written as another one is."""
    hour, minute = divmod(minutes % DAY, 60)
    if not like["half"]:
        return f"{hour}:{minute:02}"
    return f"{(hour - 1) % 12 + 1}:{minute:02} {'am' if hour < 12 else 'pm'}"


def _lasting(minutes: int) -> str:
    hours, minutes = divmod(minutes, 60)
    parts = [f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in ((hours, "hour"), (minutes, "minute")) if number]
    return " ".join(parts) or "no time"


# --- Dates ---


def _about_dates(text: str) -> Answer | None:
    found = list(_DATE.finditer(text))
    if len(found) == 2 and _HOW_MANY_DAYS.search(text):
        return _days_between(*found, weeks="week" in text.casefold())
    dated = len(found) == 1 and _day(found[0], None)
    if len(found) != 1 or not (day := dated or _day(found[0], 2025)):
        return None
    shift = next((one for pattern in _SHIFT if (one := pattern.search(text))), None)
    if shift and _ASKS_DATE.search(text) and not _YEARLESS.search(text):
        back = shift["way"].casefold() in _BACK
        number = int(shift["n"]) * (-1 if back else 1)
        if not (there := calendars.shifted(day, number, shift["unit"].casefold().rstrip("s"))):
            return None
        said = _named(there) if dated else _named(there).rpartition(" ")[0]
        leap = (
            ""
            if dated
            or calendars.shifted(day.replace(year=2024), number, shift["unit"].casefold().rstrip("s")).strftime("%m%d")
            == there.strftime("%m%d")
            else " (a day earlier in a leap year)"
            if not back
            else " (a day later in a leap year)"
        )
        weekday = f"{_weekday(there)}, " if dated else ""
        return says(
            f"{shift['n']} {shift['unit']} {'before' if back else 'after'} {_named(day) if dated else _named(day).rpartition(' ')[0]} is {weekday}{said}{leap}.",
            short=said,
            about=ABOUT,
        )
    if not dated:
        return None
    if _ENDS.search(text) and (term := _TERM.search(text)):
        return _end_of(day, int(term["n"] or term["m"]), (term["unit"] or term["kind"]).casefold().rstrip("s"))
    if _WEEKDAY.search(text):
        return says(f"{_named(day)} is a {_weekday(day)}.", short=_weekday(day), about=ABOUT)
    return None


def _end_of(day: date, number: int, unit: str) -> Answer | None:
    """Return the day so long after another one, and the day before, which is the last one of a term."""
    if not (end := calendars.shifted(day, number, unit)):
        return None
    last = end - timedelta(days=1)
    return says(
        f"{number} {unit}{'' if number == 1 else 's'} after {_named(day)} is {_named(end)}; the last full day is {_named(last)}, a {_weekday(last)}.",
        short=_named(end),
        about=ABOUT,
    )


def _days_between(first: re.Match, second: re.Match, *, weeks: bool) -> Answer | None:
    years = [int(year) for one in (first, second) if (year := one["y1"] or one["y2"] or one["y3"] or one["y4"])]
    counts = [_count(first, second, year) for year in (years if len(years) == 1 else [None] if years else [2025, 2024])]
    if None in counts:
        return None
    days = counts[0]
    between = second.string[first.end() : second.start()]
    if _TODAY.search(second.string[: second.start()]) or (
        re.search(r"\bfrom\b|\bif (?:today|it)|\bsince\b", between)
        and re.search(r"\b(?:until|till|to)\W*\Z", second.string[: first.start()])
    ):
        # "The party is on 14 May. Today is 2 May.", "until 14 May from 2 May"
        first, second = second, first
        counts = [_count(first, second, year) for year in (years if len(years) == 1 else [None] if years else [2025, 2024])]
        days = counts[0]
    told = f"{shown(days)} day{'' if days == 1 else 's'}"
    rest = f" and {days % 7} day{'' if days % 7 == 1 else 's'}" if days % 7 else ""
    in_weeks = f" ({days // 7} weeks{rest})" if days > 13 or (weeks and not rest) else ""
    if _FIRST_AND_LAST.search(first.string) and len(counts) > 0:
        in_weeks += f", or {shown(days + 1)} days if both the first and the last count"
    leap = f", or {counts[1]} in a leap year" if len(counts) > 1 and counts[1] != days else ""
    return says(f"From {first[0].rstrip('.')} to {second[0].rstrip('.')} it is {told}{in_weeks}{leap}.", short=told, about=ABOUT)


def _count(first: re.Match, second: re.Match, year: int | None) -> int | None:
    start, end = _day(first, year), _day(second, year)
    if not start or not end:
        return None
    if end < start and year:  # from December to January
        start, end = (
            (start, _day(second, year + 1) or end)
            if end.year == year and not _dated(second)
            else (_day(first, year - 1) or start, end)
        )
    return abs((end - start).days)


def _dated(found: re.Match) -> bool:
    return any(found[f"y{number}"] for number in "1234")


def _day(found: re.Match, year: int | None) -> date | None:
    """Return the date that was found, in a year where it says none; None if there is no such day."""
    place = next(number for number in "1234" if found[f"d{number}"])
    month = found[f"m{place}"]
    year = int(found[f"y{place}"] or year or 0)
    try:
        return date(
            year,
            int(month) if month.isdigit() else [name[:3] for name in _MONTHS].index(month[:3].casefold()) + 1,
            int(found[f"d{place}"]),
        )
    except ValueError:
        return None


def _named(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1].capitalize()} {day.year}"


def _weekday(day: date) -> str:
    return "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()[day.weekday()]
