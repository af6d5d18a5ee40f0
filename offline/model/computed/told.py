"""Answer from what the instructions tell: opening hours by day, and what is done there or not."""

import re

from ..regex import Regex
from .payload import sentences
from .question import Answer, Question, says
from .texts import told_in

DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_DAY = r"mon(?:days?)?|tues?(?:days?)?|wed(?:nesdays?)?|thu(?:rs)?(?:days?)?|fri(?:days?)?|sat(?:urdays?)?|sun(?:days?)?"
_AT = r"\d{1,2}(?:[:.]\d\d)?(?: ?[ap](?:m|\.m\.?)(?!\w))?"
_HOURS = Regex(
    rf"\b(?:(?P<first>{_DAY})(?:\s*(?:-|–|to|through|until)\s*(?P<last>{_DAY}))?|(?P<daily>daily|every day))\b[\s,:]*(?:from )?(?P<opens>{_AT})\s*(?:-|–|to|until)\s*(?P<closes>{_AT})",
    re.IGNORECASE,
)
_BUT = Regex(  # on which the house is closed; its pool may be closed on other ones
    rf"(?:\bexcept|\bbut not|\bapart from|(?:\A|[.,;:(–-]\s*|\b(?:we|shop|store|library|museum|house|restaurant|bakery) (?:are |is ))closed)(?: on)? ({_DAY})(?:(?: and|,) ({_DAY}))?",
    re.IGNORECASE,
)
_ASKS_HOURS = Regex(
    rf"\b(?:open|opens|opening|opened|closed?|closes|closing|hours)\b|\b(?:come|visit|stop by|drop by|drop in|pick (?:it |them )?up|bring|return|be there)\b.*\b(?:{_DAY})\b|\bon (?:{_DAY})\b.*\b(?:come|visit|bring|return)\b",
    re.IGNORECASE,
)
_BACK = Regex(
    r"\b(?:bring|take|give|send) (?:it |them |this |my \w+ |the \w+ )?back\b|\bback (?:my|the|a|this)\b|\breturn\b|\brefund\b",
    re.IGNORECASE,
)
_ASKED_DAY = Regex(rf"\b(?:(?P<day>{_DAY})|(?P<weekend>weekends?))\b", re.IGNORECASE)
_WANTS = Regex(
    r"\b(?:i|we)(?:'d| would)? (?:want|like|need|wish|plan|hope)\b(?: to)?|\b(?:can|could|may) (?:i|we)\b|\bdo you\b|\bis it possible to\b|\b(?:i'm|i am|we are) looking (?:for|to)\b",
    re.IGNORECASE,
)


def answer(question: Question) -> Answer | None:
    """Answer a question about opening hours, or a wish that the instructions speak of; None for anything else."""
    if not question.told or len(question.text) > 300:
        return None
    return opening(question) or _wished(question)


def opening(question: Question) -> Answer | None:
    """Return when the house is open, on the day that is asked for; None where that is not asked, or not told by days."""
    hours = list(_HOURS.finditer(question.told))
    if not hours or not _ASKS_HOURS.search(question.text):
        return None
    listed = ", ".join(found[0] for found in hours)
    asked = _ASKED_DAY.search(question.text)
    if not asked:
        return says(f"We are open {listed}.", short=listed)
    days = [5, 6] if asked["weekend"] else [_number(asked["day"])]
    but = {_number(day) for found in _BUT.finditer(question.told) for day in found.groups() if day}
    opened = {day: times for day, times in _by_day(hours).items() if day not in but}
    said = [
        f"we are open on {DAYS[day].capitalize()} from {opened[day][0]} to {opened[day][1]}"
        if day in opened
        else f"we are closed on {DAYS[day].capitalize()}s"
        for day in days
    ]
    text = " and ".join(said)
    yes = any(day in opened for day in days)
    more = "" if yes else f" We are open {listed}."
    if _BACK.search(question.text):
        more += "".join(
            f" {part}" for part in sentences(question.told) if re.search(r"\breturn\w*|\brefund\w*", part, re.IGNORECASE)
        )
    if re.match(
        r"\W*(?:and |so |hi,? |hello,? )*(?:are|is|do|will|r|can|could|may) (?!.*\b(?:morning|afternoon|evening|night)\b)",
        question.text,
        re.IGNORECASE,
    ):
        closed = bool(re.search(r"\bclosed?\b", question.text, re.IGNORECASE))
        return says(f"{'Yes' if yes != closed else 'No'}, {text}.{more}", short="Yes" if yes != closed else "No")
    return says(f"{text[0].upper()}{text[1:]}.{more}")


def _by_day(hours: list[re.Match]) -> dict[int, tuple[str, str]]:
    """Return when it opens and closes, by the number of the day (Monday is 0)."""
    found: dict[int, tuple[str, str]] = {}
    for one in hours:
        first = 0 if one["daily"] else _number(one["first"])
        last = 6 if one["daily"] else _number(one["last"]) if one["last"] else first
        for day in range(first, last + 1 if last >= first else last + 8):
            found[day % 7] = (one["opens"], one["closes"])
    return found


def _number(day: str) -> int:
    return next(number for number, name in enumerate(DAYS) if name.startswith(day.casefold()[:3]))


def _wished(question: Question) -> Answer | None:
    if not (found := _WANTS.search(question.text)):
        return None
    wish = re.sub(
        r"\b(?:\d+|please|some|today|tomorrow|next|this|want|like)\b", " ", question.text[found.end() :], flags=re.IGNORECASE
    )
    return told_in(wish, question.told, least=0.99)
