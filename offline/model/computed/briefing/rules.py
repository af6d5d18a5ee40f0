"""Find the fact that tells what is asked, and say yes or no to it where the fact is clear."""

import re

from ...language import folded
from ...regex import Regex
from ...sourced.finding import find
from ...sourced.reading import Source
from ..payload import sentences
from ..question import Answer, Question, says
from . import hours
from .reading import HOUSE, PRICE, Fact
from .words import stems, wanted

_NO = Regex(
    r"\b(?:not allowed|not permitted|not possible|not accepted|not included|not available|no|cannot|can't|do not|don't|does not|doesn't|never|not|forbidden|prohibited|excluded|closed)\b",
    re.IGNORECASE,
)
_YES = Regex(
    r"\b(?:allowed|permitted|welcome|possible|can be|you can|may be|available|free|included|accepted?|we (?:have|sell|offer|serve|accept|deliver|do|repair|also)|there (?:is|are)|(?:is|are) (?:provided|served|offered|required|needed))\b",
    re.IGNORECASE,
)
_LIMITS = Regex(r"\b(?:only|unless|except|if|but|with(?:out)?|under|over|from|until|within)\b", re.IGNORECASE)
_WITHIN = Regex(
    r"\b(?:within|up to|in the first|for|after|later than)?\s*(?P<n>\d{1,3})[- ](?P<unit>days?|weeks?|months?|years?|hours?)\b(?! old)",
    re.IGNORECASE,
)
_AGO = Regex(
    r"\b(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten) (?P<unit>days?|weeks?|months?|years?|hours?)\b",
    re.IGNORECASE,
)
_NUMBERS = dict(zip("a an one two three four five six seven eight nine ten".split(), [1, 1, *range(1, 11)], strict=True))
_LENGTH = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30, "year": 365}
_WORN = Regex(r"\bun(?P<done>worn|read|opened|used|washed|damaged|assembled|planted)\b", re.IGNORECASE)
_DONE = {"worn": "wore|worn|wear", "read": "read", "opened": "open(?:ed)?", "used": "used?", "washed": "washe?d?", "damaged": "damaged?|broken?", "assembled": "assembled?|built", "planted": "planted"}  # fmt: skip
_NOT_DONE = Regex(r"\b(?:not|never|haven't|hasn't|didn't|un\w+)\b", re.IGNORECASE)
_ASKS_THERE = Regex(
    r"\b(?:do you (?:have|offer|sell|serve)|(?:is|are) there|does (?:the|your) \w+ (?:have|offer|sell))\b", re.IGNORECASE
)
_CONTRASTS = {"first", "last", "other", "others", "another"}
_AROUND = f"{' '.join(hours.DAYS)} mondays tuesdays wednesdays thursdays fridays saturdays sundays weekend family wife husband kids children friend"
_VAGUE = "free included extra closed open long late available allowed possible whole house guest guests"
_INCLUDED = Regex(r"\b(?:included|for free|extra|free of charge|in the price)\b", re.IGNORECASE)
_SEVERAL = Regex(r"\b(?:policy|policies|rules|everything|all the|summary|overview|explain)\b", re.IGNORECASE)


def answer(question: Question, text: str, told: tuple[Fact, ...]) -> Answer | None:
    """Return the fact that tells what is asked, with "yes" or "no" before it where that is clear; None where no fact does."""
    house = HOUSE.search(question.told)
    about = wanted(text)
    about = about or stems(text) & {"bring", "wear", "start"}
    about = (about - wanted(_named(question.told)) or about if house else about) or _before(question, text)
    if not about:
        return None
    labeled = [fact for fact in told if fact.label and about <= stems(fact.label)]
    if len(labeled) > 1 and not hours.YES_NO.search(text):
        return says(f"{'; '.join(fact.text.rstrip('.') for fact in labeled)}.", about="support")
    if _SEVERAL.search(text) and (several := _all_about(about, told)):
        return several
    found = (
        _best(about, told)
        or _best(about - wanted(_AROUND) - stems(_VAGUE) or about, told)
        or _most(text, told)
        or _near(text, about, told)
    )
    if not found and "," in text and (last := wanted(text.rpartition(",")[2])):
        found = _best(last, told)  # "I bought a fern, can I return it?"
    if not found or not _CONTRASTS & set(folded(text).split()) <= set(folded(f"{found.text} {found.label}").split()):
        return None  # "the first bus", where only the last one is told
    said = _sentence(found.text)
    said_first = verdict(text, found.text) if hours.YES_NO.search(text) else ""
    more = [_sentence(fact.text) for fact in told if fact is not found and said_first == "No. " and _goes_on(found, fact)]
    return says(" ".join([f"{said_first}{said}", *more]), short=said_first.strip(". ") or None, about="support")


def _best(about: set[str], told: tuple[Fact, ...]) -> Fact | None:
    """Return the fact that has every telling word of the question."""
    having = [fact for fact in told if about <= stems(f"{fact.label} {fact.text}")]
    return min(having, key=lambda fact: (not about & stems(fact.text), len(fact.text)), default=None)


def _most(text: str, told: tuple[Fact, ...]) -> Fact | None:
    """Return the one fact that has most of a message of several sentences, at least two of its telling words."""
    parts = sentences(text)
    if len(parts) < 2 and "," not in text:
        return None
    shared = sorted((len(wanted(text) & stems(f"{fact.label} {fact.text}")) for fact in told), reverse=True)
    asked = wanted(parts[-1])
    least = 1 if not asked else 2
    if not shared or shared[0] < least or shared[1:2] == shared[:1]:
        return None
    return max(told, key=lambda fact: len(wanted(text) & stems(f"{fact.label} {fact.text}")))


def of_a_thing(question: Question, text: str) -> bool:
    """Return whether hours are asked of something in the house, such as its pool."""
    return bool(
        wanted(text)
        - wanted(
            f"{_named(question.told)} open opens opening closed closes close hours shop store {' '.join(hours.DAYS)} sundays weekend weekends"
        )
    )


def partly(question: Question, text: str, told: tuple[Fact, ...]) -> Answer | None:
    """Return the one fact that tells something near to what is asked, called so."""
    about = wanted(text) - wanted(_named(question.told)) - stems(_VAGUE)
    rare = {word for word in about if sum(word in stems(f"{fact.label} {fact.text}") for fact in told) in (1, 2)}
    having = [fact for fact in told if rare & stems(f"{fact.label} {fact.text}")]
    if not having or len(having) > 2 or len(about) > 3 * len(rare):
        return None
    return says(
        f"About that I have only been told: {' '.join(_sentence(fact.text) for fact in having)} For the rest, please ask our staff.",
        guarded=True,
        about="support",
    )


def _near(text: str, about: set[str], told: tuple[Fact, ...]) -> Fact | None:
    """Return the fact that has most of what is asked, where words that mean nearly the same count; half of the words are in it."""
    sources = tuple(Source(str(number), _sentence(fact.text), fact.label) for number, fact in enumerate(told))
    quotes = find(text, sources)
    found = told[int(quotes[0].label)] if quotes else None
    return found if found and 2 * len(about & stems(f"{found.label} {found.text}")) >= len(about) else None


def _all_about(about: set[str], told: tuple[Fact, ...]) -> Answer | None:
    topic = about - stems("policy policies rules rule everything summary overview explain list bullets most give")
    having = [fact for fact in told if topic & stems(f"{fact.label} {fact.text}")] if topic else list(told)
    labels = {fact.label for fact in having if fact.label}
    having = [fact for fact in told if fact in having or (fact.label and fact.label in labels)]
    having.sort(key=lambda fact: not topic & stems(fact.text))
    return says(" ".join(_sentence(fact.text) for fact in having), about="support") if having else None


def verdict(text: str, fact: str) -> str:
    """Return "Yes. " or "No. " if a fact is clear about what is asked, else ""."""
    if timed := hours.verdict(text, fact):
        return timed
    worn = _WORN.search(fact)
    if worn and re.search(rf"\b(?:{_DONE[worn['done'].casefold()]})\b", text, re.IGNORECASE) and not re.search(r"\bun\w", text):
        return "Yes. " if _NOT_DONE.search(text) else "No. "
    limit, ago = _WITHIN.search(fact), _AGO.search(text)
    if limit and ago and re.search(r"\bwithin|up to|in the first", fact, re.IGNORECASE):
        return "Yes. " if _days(ago) <= _days(limit) else "No. "
    numbers, span = (
        re.findall(r"\b\d+\b", text),
        re.search(r"\b(?P<low>\d+)\s*(?:to|-|–)\s*(?P<high>\d+)\b(?!:|\s*(?:am|pm|h|o'clock|days?))", fact),
    )
    if len(numbers) == 1 and span:
        return "Yes. " if int(span["low"]) <= int(numbers[0]) <= int(span["high"]) else "No. "
    clause = _clause(text, fact)
    asked, told = hours.days_in(text), hours.days_in(clause)
    if asked and told and not set(asked) & set(told):
        return "" if _NO.search(clause) or "open" not in clause else "No. "
    if (
        _INCLUDED.search(text)
        and PRICE.search(clause)
        and not re.search(r"\b(?:free|included|includes?)\b", clause, re.IGNORECASE)
    ):
        return "" if re.search(r"\bextra\b", text, re.IGNORECASE) else "No. "
    if _NO.search(clause):
        return (
            ""
            if re.search(
                r"\bonly\b|\bno (?:extra|additional|need|problem|later|more)\b|\bnot? (?:required|necessary|needed)\b",
                clause,
                re.IGNORECASE,
            )
            else "No. "
        )
    if _LIMITS.search(clause) or _NOT_DONE.search(text):
        return ""
    if re.search(r"\b(?:need|must|have to|required?)\b", text, re.IGNORECASE):
        return "Yes. " if re.search(r"\b(?:need|must|have to|required?|necessary|mandatory)\w*", clause, re.IGNORECASE) else ""
    return "Yes. " if _YES.search(clause) or _ASKS_THERE.search(text) else ""


def _clause(text: str, fact: str) -> str:
    """Return the part of a fact that has the most of the question: "pets no, children welcome" has two."""
    about = wanted(text) - stems("included allowed available permitted possible accepted")
    return max(re.split(r",\s+|;\s+|\bbut\b", fact), key=lambda part: len(about & stems(part)))


def _goes_on(found: Fact, fact: Fact) -> bool:
    """Return whether a fact tells more of the same thing: "Check-out is until 11:00. Late check-out costs 30 euros."."""
    own = wanted(found.text)
    return len(own & wanted(fact.text)) >= max(1, len(own) - 1) and not found.label


def _days(found: re.Match) -> float:
    number = _NUMBERS.get(found["n"].casefold()) or int(found["n"])
    return number * _LENGTH[found["unit"].casefold().rstrip("s")]


def _named(told: str) -> str:
    """Return the sentence that says which house it is: "the zoo" is no telling word in a zoo."""
    return next((part for part in sentences(told) if HOUSE.search(part)), "").partition(":")[0]


def _before(question: Question, text: str) -> set[str]:
    """Return the telling words of the question before, where this one has none: "and is it free?"."""
    asked = question.earlier("user")[:1]
    return (
        wanted(asked[0])
        if asked and (not wanted(text) or re.search(r"\b(?:it|that|they|them|one)\b", text, re.IGNORECASE))
        else set()
    )


def _sentence(text: str) -> str:
    text = text.strip()
    return f"{text[0].upper()}{text[1:]}{'' if text[-1] in '.!?' else '.'}"
