"""Whether a place is open on a day, by the opening hours that the instructions tell: "Monday to Saturday, 9 to 18"."""

import re

from ..regex import Regex
from .payload import sentences
from .question import Answer, Question

DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?"
_RANGE = Regex(rf"\b(?P<first>{_DAY})\b\.?(?:\s*(?:to|until|through|–|-)\s*(?P<last>{_DAY})\b)?", re.IGNORECASE)
_HOURS = Regex(
    r"(?P<from>\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|h)?)\s*(?:to|until|till|–|-)\s*(?P<to>\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|h)?)(?!\w)",
    re.IGNORECASE,
)
_OPEN = Regex(r"\b(?:opening|open|hours?|business)\b", re.IGNORECASE)
_CLOSED = Regex(rf"\bclosed (?:on )?(?P<days>{_DAY}(?:(?:, | and ){_DAY})*)", re.IGNORECASE)
_ASKS = Regex(
    rf"\b(?:open|closed|come|visit|stop by|drop by|drop in|pick (?:it |them )?up|bring|return|be there|opening)\b.*\b(?P<day>{_DAY})\b|\bon (?P<day2>{_DAY})\b.*\b(?:open|closed|come|visit|bring|return)\b",
    re.IGNORECASE,
)
_BACK = Regex(
    r"\b(?:bring|take|give|send) (?:it |them |this |my \w+ |the \w+ )?back\b|\bback (?:my|the|a|this)\b|\breturn\b|\brefund\b",
    re.IGNORECASE,
)


def answer(question: Question) -> Answer | None:
    """Return whether the place is open on the day that is asked for, with its hours, and what is told of returns if that is asked."""
    asked = _ASKS.search(question.text)
    if not asked or not question.told or not (told := _hours(question.told)):
        return None
    day = _number(asked["day"] or asked["day2"])
    line, days, hours = told
    name = DAYS[day].capitalize()
    if day in days:
        said = f"Yes, we are open on {name}{f' from {hours[0]} to {hours[1]}' if hours else ''}."
    else:
        said = f"I am sorry, we are closed on {name}s; our opening hours are {line}."
    if _BACK.search(question.text):
        said += "".join(
            f" {part}" for part in sentences(question.told) if re.search(r"\breturn\w*|\brefund\w*", part, re.IGNORECASE)
        )
    return Answer([(1.0, said)], short="Yes" if day in days else "No", about="opening hours shop")


def _hours(told: str) -> tuple[str, set[int], tuple[str, str] | None] | None:
    """Return the sentence with the opening hours, on which days the place is open (0 is Monday), and its hours."""
    for part in sentences(told):
        found = list(_RANGE.finditer(_CLOSED.sub(" ", part)))
        if not found or not _OPEN.search(part) or len(_HOURS.findall(part)) > 1:
            continue
        days: set[int] = set()
        for one in found:
            first = _number(one["first"])
            last = _number(one["last"]) if one["last"] else first
            days |= {number % 7 for number in range(first, last + 1 if last >= first else last + 8)}
        for closed in _CLOSED.finditer(told):
            days -= {_number(name) for name in re.findall(_DAY, closed["days"], re.IGNORECASE)}
        hours = _HOURS.search(part)
        line = re.sub(r"\A.*?\b(?:opening hours|hours|open)\b(?: are| is)?:?\s*", "", part, flags=re.IGNORECASE).strip(" .")
        return line, days, (hours["from"].strip(), hours["to"].strip()) if hours else None
    return None


def _number(day: str) -> int:
    return next(number for number, name in enumerate(DAYS) if name.startswith(day.casefold()[:3]))
