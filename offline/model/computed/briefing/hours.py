"""When somebody or something is there: "Dr. Weber: Monday, Wednesday 8-16", "open until 18:00", "check-out until 11:00"."""

import re

from ...regex import Regex
from ..question import Answer, says
from .reading import Fact
from .words import wanted

DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday|s|rs)?s?"
_SPAN = Regex(rf"\b(?P<first>{_DAY})\b(?:\s*(?:to|until|through|–|-)\s*(?P<last>{_DAY})\b)?", re.IGNORECASE)
_AT = r"\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|o'clock|h)?"
_FROM_TO = Regex(
    rf"(?<![\d.])(?P<opens>{_AT})\s*(?:-|–|to|until|till|and)\s*(?P<closes>{_AT})(?!\s*(?:days?|weeks?|euros?|%|words?|minutes?|people|kg|[€$£]))(?![\d.])",
    re.IGNORECASE,
)
_UNTIL = Regex(
    rf"\b(?:until|till|by|before|no later than|closes at|latest at|latest)\s+(?P<closes>{_AT})(?![\d.])(?!\s*(?:days?|weeks?|euros?|%))",
    re.IGNORECASE,
)
_SINCE = Regex(
    rf"\b(?:from|after|starts? at|begins? at|opens at|as of)\s+(?P<opens>{_AT})(?![\d.])(?!\s*(?:days?|weeks?|euros?|%))",
    re.IGNORECASE,
)
_ASKED_AT = Regex(
    r"\b(?:at|by|around|until|after|before)\s+(?P<at>noon|midnight|\d{1,2}(?::\d\d)?\s?(?:[ap]\.?m\.?|o'clock)?)(?!\s*(?:days?|weeks?|euros?|years?|people|[€$£%]))|\b(?P<bare>\d{1,2}(?::\d\d|\s?[ap]\.?m\b))",
    re.IGNORECASE,
)
YES_NO = Regex(
    r"\A\W*(?:(?:and|so|hi|hello|hey|ok|but|also|then|please|if i|i'd like to know (?:if|whether)|i need|i want)\b[\s,]*)*(?:do|does|is|are|can|could|may|have|will|would|am)\b|\b(?:is|are) (?:she|he|it|they|there) (?:there|here|open|in|available|free)\b|\bwhether\b|[,.] (?:so |and |but )?(?:can|could|may|is|are|do|does|will|am) (?:i|we|it|you|that|they|this)\b",
    re.IGNORECASE,
)


def days_in(text: str) -> list[int]:
    """Return the days of the week that a text names, 0 for Monday; "Monday to Friday" are five."""
    found: list[int] = []
    for one in _SPAN.finditer(text):
        first = _number(one["first"])
        last = _number(one["last"]) if one["last"] else first
        found += [number % 7 for number in range(first, last + 1 if last >= first else last + 8)]
    if re.search(r"\bweekends?\b", text, re.IGNORECASE):
        found += [5, 6]
    if re.search(r"\b(?:daily|every day|each day)\b", text, re.IGNORECASE):
        found += range(7)
    return list(dict.fromkeys(found))


def of_somebody(text: str, told: tuple[Fact, ...]) -> Answer | None:
    """Return whether somebody with own days is there on the day that is asked for, and when; None if nobody such is asked for."""
    theirs = [fact for fact in told if fact.label and days_in(fact.text) and len(fact.text.split()) < 25]
    labels = {fact.label for fact in theirs if not re.search(r"\bhours?\b|\bopen", fact.label, re.IGNORECASE)}
    named = [fact for fact in theirs if fact.label in labels and wanted(fact.label) & wanted(text)]
    named = [
        fact
        for fact in named
        if wanted(fact.label) & wanted(text) == max((wanted(one.label) & wanted(text) for one in named), key=len)
    ]
    if len(labels) == 0 or (not named and not days_in(text)):
        return None
    asked = days_in(text)
    if not named:
        there = [fact for fact in theirs if fact.label in labels and set(asked) & set(days_in(fact.text))]
        if not re.search(r"\bwho|\bwhich|\banyone|\bany\b|\bsomeone", text, re.IGNORECASE):
            return None
        return says(" ".join(_sentence(fact.text) for fact in there), about="support") if there else None
    fact = named[0]
    if not asked:
        return says(_sentence(fact.text), about="support")
    day = DAYS[asked[0]].capitalize()
    if asked[0] in days_in(fact.text):
        return says(f"Yes, {fact.label} is there on {day}. {_sentence(fact.text)}", about="support")
    others = [one for one in theirs if one.label in labels and one is not fact and asked[0] in days_in(one.text)]
    more = "".join(f" On {day} there is {one.label}: {_hours(one.text)}." for one in others)
    return says(f"No, {fact.label} is not there on {day}. {_sentence(fact.text)}{more}", about="support")


def open_at(text: str, told: tuple[Fact, ...]) -> Answer | None:
    """Return whether the house is open at the day and the time that are asked for; None where not both are, or it is not told."""
    asked, days = _ASKED_AT.search(text), days_in(text)
    if not asked or len(days) != 1 or not YES_NO.search(text):
        return None
    for fact in told:
        if re.search(r"\bopen|\bhours\b", f"{fact.label} {fact.text}", re.IGNORECASE) and _FROM_TO.search(fact.text):
            parts = [part for part in re.split(r"[,;](?=[^,;]*\d)|\band\b(?=[^,;]*\d)", fact.text) if days[0] in days_in(part)]
            open_then = [said for part in parts if (said := verdict(text, part)) and _FROM_TO.search(part)]
            day = DAYS[days[0]].capitalize()
            if parts and not open_then:
                return None
            if not parts:
                return says(f"No, on {day} we are closed. {_sentence(fact.text)}", short="No", about="support")
            return says(f"{open_then[0]}{_sentence(fact.text)}", short=open_then[0].strip(". "), about="support")
    return None


def closed_on(text: str, told: tuple[Fact, ...]) -> Answer | None:
    """Return that the house is closed on the day that is asked for, or what is told of its hours; None where nothing is."""
    asked = days_in(text)
    known = [
        fact for fact in told if re.search(r"\b(?:open|closed?|opening|hours)\b", f"{fact.label} {fact.text}", re.IGNORECASE)
    ]
    for fact in known:
        closed = re.search(r"\bclosed\b.*", fact.text, re.IGNORECASE)
        if closed and asked and asked[0] in days_in(closed[0]):
            return says(
                f"No. {_sentence(fact.text)}" if YES_NO.search(text) else _sentence(fact.text), short="No", about="support"
            )
    return says(" ".join(_sentence(fact.text) for fact in known), about="support") if known else None


def verdict(text: str, fact: str) -> str:
    """Return "Yes. " or "No. " where a time is asked that lies within, or outside of, the hours that a fact tells; "" where none is."""
    asked = _ASKED_AT.search(text)
    if not asked or not YES_NO.search(text):
        return ""
    at = minutes(asked["at"] or asked["bare"])
    if at is not None and at < 12 * 60 and re.search(r"\b(?:evening|at night|afternoon)\b", text, re.IGNORECASE):
        at += 12 * 60
    span, until, since = _FROM_TO.search(fact), _UNTIL.search(fact), _SINCE.search(fact)
    if span:
        low, high = minutes(span["opens"]), minutes(span["closes"])
    else:
        low, high = minutes(since["opens"]) if since else 0, minutes(until["closes"]) if until else 24 * 60
        if not (since or until):
            return ""
    if at is None or low is None or high is None:
        return ""
    high += 12 * 60 if high <= low else 0
    if not re.search(r"[ap]\.?m|:", asked[0], re.IGNORECASE) and at < 8 * 60 and not low <= at <= high:
        at += 12 * 60
    return "Yes. " if low <= at <= high else "No. "


def minutes(text: str) -> int | None:
    """Return the minutes since midnight."""
    text = text.casefold().strip()
    if text in ("noon", "midnight"):
        return 12 * 60 if text == "noon" else 24 * 60
    found = re.match(r"(\d{1,2})(?:[:.](\d\d))?\s?([ap])?", text)
    if not found or int(found[1]) > 24:
        return None
    hour = int(found[1]) % 12 + (12 if found[3] == "p" else 0) if found[3] else int(found[1])
    return hour * 60 + int(found[2] or 0)


def _hours(text: str) -> str:
    found = _FROM_TO.search(text)
    return found[0] if found else text.partition(":")[2].strip()


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:].rstrip('. ')}."


def _number(day: str) -> int:
    return next(number for number, name in enumerate(DAYS) if name.startswith(day.casefold()[:3]))
