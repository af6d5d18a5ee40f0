"""Answer from notes, a paragraph, a timetable or a price list that somebody sends along with a question, or sent before.

"8:00 Maths, 9:00 English, 10:15 Biology. What do I have after English?"  ->  Biology, at 10:15.
"""

import re
from dataclasses import dataclass, replace

from ..regex import Regex
from .briefing import hours, prices, rules
from .briefing.reading import items
from .briefing.words import stems, wanted
from .memory import turned
from .numbers import digits, shown
from .payload import sentences
from .question import Answer, Question, says

LONGEST = 1_500  # characters of a message
_ASK = (
    r"(?:what|when|where|who|whose|how|why|which|is|are|do|does|did|can|could|will|am|was|has|have|on which|at what|until when)"
)
_QUESTION = Regex(
    rf"\A(?P<told>.+?[.!:;'\"”)\n]|.+?,)\s*(?:question:\s*)?(?P<asked>(?:and |so |now |please |tell me,? )?\b{_ASK}\b[^.!?\n]*\??|total\??|sum\??|what'?s? (?:is )?the total\??)\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_FRONT = Regex(
    rf"\A\W*(?:(?:based on|according to|from|in|using) (?:this|the following|the|my) \w+[,:]?\s*)?(?P<asked>\b{_ASK}\b[^?\n]*\?)\s*(?P<told>.{{30,}})\Z",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = Regex(
    r"\A\W*(?:here(?:'s| is| are) (?:the|my|our) )?(?:the |my |our )?(?:\w+ )?(?:text|notes?|timetable|schedule|paragraph|calendar|plan|list|prices?|facts?|menu|agenda|article|story|message|mail|program(?:me)?|info)\b[^:.\n]{0,30}:\s*",
    re.IGNORECASE,
)
_TIME = r"\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|o'clock|h\b)?"
_DAYS = r"(?:mon|tue|wed|thu|fri|sat|sun)(?:s?day|nesday|rsday|urday|s|rs)?s?"
_TIME_FIRST = Regex(
    r"(?:\A|[,;.\n]\s*|\band\s+)(?:at )?(?P<time>\d{1,2}[:.]\d\d(?:\s?[ap]m)?|\d{1,2}\s?[ap]m)(?:\s*[-–]\s*\d{1,2}[:.]\d\d)?\s*[:–-]?\s*(?P<what>[a-z][a-z' ]{1,40}?)(?=\s*(?:[,;.\n]|\band\b|\Z))",
    re.IGNORECASE,
)
_THING_FIRST = Regex(
    rf"(?:\A|[,;.\n]\s*|\b(?:and|has|have|is|with|my|got)\s+)(?P<what>(?!(?:and|on|at|has|have|my|the)\b)[a-z][a-z' ]{{1,30}}?) (?:is )?on (?P<day>{_DAYS})(?: (?:at|from) (?P<time>{_TIME}))?",
    re.IGNORECASE,
    needs="fri mon sat sun thu tue wed",
)
_DAY_FIRST = Regex(
    rf"(?:\A|[,;.\n]\s*)(?:on )?(?P<day>{_DAYS})\s*[:–-]?\s*(?:at )?(?P<time>{_TIME})?\s*(?P<what>[a-z][a-z' +&]{{1,40}}?)(?=\s*(?:[,;.\n]|\Z))",
    re.IGNORECASE,
    needs="fri mon sat sun thu tue wed",
)
_NEXT = Regex(
    r"\b(?:(?P<after>after|follows|comes after|next after)|(?P<before>before))\s+(?:the |my )?(?P<what>[a-z' ]+)", re.IGNORECASE
)
_FREE = Regex(r"\b(?:free|off|anything|nothing|something|busy)\b", re.IGNORECASE)
_ORDER = Regex(
    r"\W*(?:i|we|i'd|we'd|my (?:mum|mom|dad|friend|wife|husband))(?:'ll| will| would)? (?:\w+ )?(?:want|need|take|buy|order|like|get|bought|have|book)\b",
    re.IGNORECASE,
)
_PEOPLE_BEFORE = Regex(r"\A\W*(?:we are|there are|we're) \w+(?: \w+)?(?::|,)\s*", re.IGNORECASE)
_STORY = Regex(
    r"\b(?:more|less|fewer|than|twice|half (?:of|as)|double|third|both)\b", re.IGNORECASE
)  # prices that hang on each other
_LEAVE_OUT = Regex(
    r"\b(?:have|got|budget(?: is| of)?) (?:only )?[€$£]?(?P<n>\d+(?:[.,]\d+)?)\b.*\b(?:leave out|leave|skip|put back|drop|cut|remove)\b",
    re.IGNORECASE,
    needs="back cut drop leave remove skip",
)
_TOTAL = Regex(r"\b(?:total|altogether|together|sum|how much|add up)\b", re.IGNORECASE)
_SPLIT = Regex(r"\b(?:each|split|per person|share)\b", re.IGNORECASE)
_PEOPLE = Regex(
    r"\b(?:we are|there are|we're|between|among|by) (?P<n>\d{1,2})\b(?: (?:people|persons|friends|of us|flatmates|roommates))?|\b(?P<m>\d{1,2}) (?:people|persons|friends|flatmates|roommates|of us)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Entry:
    """One line of a timetable."""

    what: str
    day: str = ""
    time: str = ""

    @property
    def when(self) -> str:
        return " ".join(part for part in (f"on {self.day}" if self.day else "", f"at {self.time}" if self.time else "") if part)


def answer(question: Question) -> Answer | None:
    """Return what notes tell of the question that is asked about them; None where there are none, or they do not tell."""
    text = question.text.replace("’", "'").strip()
    if not 0 < len(text) <= LONGEST or any("file" in message for message in question.before):
        return None
    cut = _cut(text)
    if cut and not _LEAVE_OUT.search(text):
        return _from(*cut)
    if (
        "?" not in text
        and len(_entries(text)) > 2
        and not re.search(r"\b(?:write|make|help|plan|translate|correct|sort|count|what|how)\b", text, re.IGNORECASE)
    ):
        return says("Noted. What would you like to know about it?", about="notes", weak=True)
    asked = re.sub(r"\A\W*(?:and|so|ok|also|but)\b\s*", "", text, flags=re.IGNORECASE)
    if len(text) > 200 or not (re.match(rf"\W*{_ASK}\b", asked, re.IGNORECASE) or _LEAVE_OUT.search(asked)):
        return None
    for before in question.earlier("user")[:4]:
        told = _cut(before.replace("’", "'"))
        if (told or len(sentences(before)) > 1 or len(_entries(before)) > 1) and (
            found := _from(told[0] if told else before, asked)
        ):
            own = re.search(r"\b(?:my|i)\b", asked, re.IGNORECASE)
            return replace(found, ways=[(weight, turned(text)) for weight, text in found.ways]) if own else found
    return None


def _cut(text: str) -> tuple[str, str] | None:
    """Return what a message tells and what it asks about that; None where it does not do both."""
    found = _QUESTION.match(text) or _FRONT.match(text)
    if not found or len(found["told"].split()) < 5 or "?" in found["told"]:
        return None
    return _HEAD.sub("", found["told"]).strip(), re.sub(
        r"\A(?:and|so|now|please|tell me,?) ", "", found["asked"].strip(), flags=re.IGNORECASE
    )


def is_riddle(told: str, asked: str) -> bool:
    """Return whether a price is asked where the prices that are told hang on each other, so that none of them is the answer."""
    return bool(prices.MUCH.search(asked) and _STORY.search(told))


def _from(told: str, asked: str) -> Answer | None:
    entries = _entries(told)
    if len(entries) > 1 and (found := _in_timetable(entries, asked)):
        return found
    if is_riddle(told, asked):
        return None
    if found := _priced(told, asked):
        return found
    return (
        _sentence(told, asked)
        if not re.search(r"\bhow (?:much|many|long|old|far)\b", asked, re.IGNORECASE)
        else _number(told, asked)
    )


# --- A timetable ---


def _entries(told: str) -> list[Entry]:
    found = [Entry(one["what"].strip(), time=one["time"].strip()) for one in _TIME_FIRST.finditer(told)]
    if len(found) < 2:
        found = [Entry(one["what"].strip(), _day(one["day"]), (one["time"] or "").strip()) for one in _THING_FIRST.finditer(told)]
    if len(found) < 2:
        found = [Entry(one["what"].strip(), _day(one["day"]), (one["time"] or "").strip()) for one in _DAY_FIRST.finditer(told)]
    return found


def _in_timetable(entries: list[Entry], asked: str) -> Answer | None:
    days = [hours.DAYS[day].capitalize() for day in hours.days_in(asked)]
    named = [entry for entry in entries if wanted(entry.what) and wanted(entry.what) <= stems(asked)]
    if not named:
        near = [entry for entry in entries if wanted(entry.what) & wanted(asked)]
        named = near if len(near) == 1 else []
    if (beside := _NEXT.search(asked)) and len(named) == 1:
        place = entries.index(named[0]) + (1 if beside["after"] else -1)
        if not 0 <= place < len(entries):
            return says(f"Nothing: {named[0].what} is the {'last' if beside['after'] else 'first'} one.", about="notes")
        return says(f"{entries[place].what}, {entries[place].when}.", short=entries[place].what, about="notes")
    if days and not named:
        there = [entry for entry in entries if entry.day in days]
        if not any(entry.day for entry in entries):
            return None
        said = ", ".join(f"{entry.what}{f' at {entry.time}' if entry.time else ''}" for entry in there)
        if re.match(r"\W*(?:is|am|are|do|does|have|has)\b", asked, re.IGNORECASE) and _FREE.search(asked):
            free = bool(re.search(r"\bfree|\boff|\bnothing", asked, re.IGNORECASE))
            yes = "Yes" if free != bool(there) else "No"
            return says(
                f"{yes}, on {days[0]} there is {said or 'nothing'}{'' if there else ' in what you told me'}.",
                short=yes,
                about="notes",
            )
        return says(f"{said}." if said else f"You have told me of nothing on {days[0]}.", about="notes")
    if named and re.search(r"\b(?:when|what time|which day|what day|on which)\b", asked, re.IGNORECASE):
        return says(
            " ".join(f"{_capital(entry.what)}: {entry.when.rstrip('.')}." for entry in named), short=named[0].when, about="notes"
        )
    if end := re.search(r"\b(first|last)\b", asked, re.IGNORECASE):
        entry = entries[0 if end[1].casefold() == "first" else -1]
        return says(f"{entry.what}, {entry.when}.", short=entry.what, about="notes")
    at = re.search(rf"\bat (?P<time>{_TIME})", asked, re.IGNORECASE)
    there = [entry for entry in entries if at and entry.time and hours.minutes(entry.time) == hours.minutes(at["time"])]
    return says(f"{there[0].what}, {there[0].when}.", short=there[0].what, about="notes") if there else None


# --- Prices and other numbers ---


def _priced(told: str, asked: str) -> Answer | None:
    """Return what an order, or the whole list, comes to."""
    order = " ".join(part for part in sentences(told) if _ORDER.match(part))
    listing = _PEOPLE_BEFORE.sub("", " ".join(part for part in sentences(told) if not _ORDER.match(part)))
    listed = [item for item in items(listing) if item.price is not None]
    if len(listed) < 2:
        listed = [item for item in items(listing, bare=True) if item.price is not None]
        if len(listed) != len(re.findall(r"\d+(?:[.,]\d+)?", listing)):
            return None  # a number that is no price
    if len(listed) < 2 or any(" and " in item.name for item in listed):
        return None
    if (short := _LEAVE_OUT.search(asked)) and not order:
        return _left_out(listed, float(short["n"].replace(",", ".")))
    whole = f"{order} {asked}".strip()
    people = _PEOPLE.search(digits(whole) if _SPLIT.search(asked) else "") or (
        _PEOPLE.search(digits(told)) if _SPLIT.search(asked) else None
    )
    if (
        _TOTAL.search(asked)
        and not order
        and not re.search(r"\d", digits(asked))
        and not people
        and not (wanted(asked) - wanted("total together sum all everything list"))
    ):
        return _sum(listed, None)
    if people and not re.search(r"\d", _PEOPLE.sub(" ", digits(asked))):
        return _sum(listed, int(people["n"] or people["m"]))
    return prices.priced(whole, listed) if order or _TOTAL.search(asked) or prices.MUCH.search(asked) else None


def _left_out(listed: list, budget: float) -> Answer | None:
    """Return the cheapest thing without which a list is within a budget."""
    over = round(sum(item.price for item in listed) - budget, 2)
    sign = listed[0]
    fit = sorted((item for item in listed if item.price >= over), key=lambda item: item.price)
    total = f"All together cost {sign.costs(over + budget)}"
    if over <= 0:
        return says(f"Nothing: {total[0].lower()}{total[1:]}, which is within {sign.costs(budget)}.", about="money math")
    if not fit:
        return None
    rest = sign.costs(round(over + budget - fit[0].price, 2))
    return says(
        f"{total}, which is {sign.costs(over)} too much. Leave out the {fit[0].name} ({sign.costs(fit[0].price)}): then it is {rest}.",
        short=fit[0].name,
        about="money math",
    )


def _sum(listed: list, people: int | None) -> Answer:
    total = round(sum(item.price for item in listed), 2)
    sign = next((item for item in listed if item.sign), listed[0])
    said = f"{' + '.join(shown(item.price) if item.price % 1 == 0 else f'{item.price:.2f}' for item in listed)} = {sign.costs(total)}"
    if not people:
        return says(f"{said}.", short=sign.costs(total), about="money math")
    exact = abs(round(total / people, 2) * people - total) < 0.001
    each = sign.costs(round(total / people, 2))
    return says(f"{said}; / {people} = {'' if exact else 'about '}{each} each.", short=each, about="money math")


def _number(told: str, asked: str) -> Answer | None:
    """Return the sentence that tells an amount which is asked for, if it has one number in it."""
    found = _best(told, wanted(asked))
    return says(_ended(found), about="notes") if found and len(re.findall(r"\d+(?:[.,:]\d+)?", found)) == 1 else None


# --- Sentences ---


def _sentence(told: str, asked: str) -> Answer | None:
    """Return the sentence that has what is asked for: all its telling words, or the name that only one sentence has."""
    about = wanted(asked) - wanted("text paragraph question notes according back")
    found = _best(told, about) or _of_name(told, asked)
    if not found and (timed := [part for part in _parts(told) if hours.verdict(asked, part) and about & stems(part)]):
        found = timed[0]
    if not found:
        return None
    verdict = rules.verdict(asked, found) if hours.YES_NO.match(asked) else ""
    if hours.YES_NO.match(asked) and not verdict:
        return None
    return says(f"{verdict}{_ended(found)}", short=verdict.strip(". ") or None, about="notes")


def _best(told: str, about: set[str]) -> str:
    having = [part for part in _parts(told) if about and about <= stems(part)]
    return having[0] if len(having) == 1 else ""


def _of_name(told: str, asked: str) -> str:
    names = set(re.findall(r"(?<!\A)\b[A-Z][a-z]+\b", asked.strip()))
    having = [part for part in _parts(told) if names and all(re.search(rf"\b{name}\b", part) for name in names)]
    return having[0] if len(having) == 1 else ""


def _parts(told: str) -> list[str]:
    return [part.strip(" '\"“”") for part in sentences(told) if not part.endswith("?") and len(part.split()) > 1]


def _ended(text: str) -> str:
    return f"{_capital(text.rstrip())}{'' if text.rstrip()[-1] in '.!' else '.'}"


def _day(text: str) -> str:
    return hours.DAYS[hours.days_in(text)[0]].capitalize()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
