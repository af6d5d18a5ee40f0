"""Which of the things that were talked of is bigger, older, has more people: compared by what was said, or by the table of places."""

import re
from dataclasses import dataclass

from ..regex import Regex
from . import places
from .question import Answer, Question, says

LONGEST = 120  # characters of a question
_MORE = "bigger|larger|more|most|taller|higher|longer|deeper|older|oldest|heavier|faster|hotter|farther|further|later|biggest|largest|tallest|highest|longest|deepest|fastest"
_LESS = "smaller|less|fewer|fewest|least|shorter|lower|younger|youngest|lighter|slower|colder|nearer|closer|earlier|first|smallest|shortest"
_ASKS = Regex(
    rf"\b(?:which|what|who)\b(?:(?: one| of (?:the )?(?:two|them|these|those|both|all)| country| city| place| mountain| river| building| person| planet| animal| capital| was| is| has| had| are| the| got| did| came| lived| born)+)\b.{{0,25}}?\b(?P<word>{_MORE}|{_LESS})\b"
    rf"|\A\W*(?:and )?(?P<word2>{_MORE}|{_LESS}) one\W*\Z"
    rf"|\bis (?:the )?(?:first|second|latter|former)(?: one)? (?P<word3>{_MORE}|{_LESS})\b",
    re.IGNORECASE,
    "which what who one first second latter former",
)
_DIFFERENCE = Regex(
    r"\b(?:what(?:'s| is|s)? the )?difference(?: between (?:them|the two|these(?: two)?|those(?: two)?|both))?(?: in (?:height|length|size|age|years|meters|population|people))?\W*\Z|\bhow (?:many|much) (?:years|meters|kilometers|time|people)\b.{0,12}\b(?:between|apart)\b.{0,20}\Z|\bhow much (?P<word>bigger|larger|taller|higher|longer|older|more)\b(?: is (?:it|one|the first|the second))?\W*\Z",
    re.IGNORECASE,
    "difference how",
)
_PEOPLE = Regex(r"\b(?:people|inhabitants|populous|population|populated|citizens|residents)\b", re.IGNORECASE)
_N = r"(?P<n>\d[\d,]*(?:\.\d+)?)(?P<scale> (?:million|billion|thousand))?"
_UNITS = {  # what is measured, and how it is written
    "meters": (Regex(_N + r" ?(?:meters|metres|m)\b"), "height length depth size"),
    "kilometers": (Regex(_N + r" ?(?:kilometers|kilometres|km)\b(?! (?:an|per) hour| ?/ ?h|²)"), "length distance size"),
    "kilometers an hour": (Regex(_N + r" ?(?:kilometers an hour|km/h|kilometers per hour)"), "speed"),
    "km²": (Regex(_N + r" ?(?:km²|square kilometers)"), "area"),
    "people": (Regex(_N + r"(?: people| inhabitants|\.)"), "people"),
    "kg": (Regex(_N + r" ?(?:kg|kilograms)\b"), "weight"),
    "tons": (Regex(_N + r" ?(?:tons|tonnes)\b"), "weight"),
    "°C": (Regex(r"(?P<n>-?\d+)(?P<scale>) ?°C"), "temperature"),
    "years": (Regex(_N + r" years(?: old)?\b"), "age"),
}
_YEAR = Regex(r"\b(?P<n>1[0-9]\d\d|20\d\d)\b")
_AROUND = Regex(
    r"\A\W*(?:(?:and|ok|so|what about|how about|now|tell me|please)\W+)*(?:(?:how (?:tall|high|long|big|old|deep|heavy|fast|hot|far|large|wide|many people (?:live|are there)(?: in)?)|when|what year|in which year|where)\s+(?:is|are|was|were|did|does|can|do)?\s*|(?:what(?:'s| is|s)? )?the (?:height|length|population|size|age|depth|weight|speed|area) of\s+|(?:population|height|size|length|area) (?:of )?|who (?:is|was) )?(?:the )?(?P<thing>[^?]*?)\s*(?:\b(?:born|die|died|built|founded|invented|weigh|run|live|sink|sank|land|happen|end|begin|start|fall)\b)?[\s?.!]*\Z",
    re.IGNORECASE,
)
SCALE = {"thousand": 1e3, "million": 1e6, "billion": 1e9}


@dataclass(frozen=True)
class _Figure:
    """A thing that was talked of, and what was said of it as a number."""

    thing: str
    said: str
    value: float
    unit: str


def answer(question: Question) -> Answer | None:
    """Return which of the last two things is more or less of what was said; None if that is not asked, or not known."""
    text = question.text.replace("’", "'")
    if len(text) > LONGEST or len(question.before) < 2 or re.search(r"\bdid (?:i|you|we)\b", text, re.IGNORECASE):
        return None
    found = _ASKS.search(text)
    if not found and not _DIFFERENCE.search(text):
        return None
    if places.mentioned(text):
        return None
    word = next((value for value in found.groupdict().values() if value), "") if found else ""
    return (_by_places(question, text, word.casefold()) if found else None) or _by_figures(question, word.casefold())


def _by_places(question: Question, text: str, word: str) -> Answer | None:
    """Compare the last two places that the user named."""
    named: list = []
    for said in question.earlier("user")[:6]:
        named += [place for place in reversed(places.mentioned(said)) if place not in named]
    if len(named) < 2 or word in ("older", "younger", "first", "earlier", "later", "taller", "higher", "hotter", "colder"):
        return None
    talk = " ".join(said for said in question.earlier("user")[:4])
    people = _PEOPLE.search(text) or (not re.search(r"\barea|km|land\b", text) and _PEOPLE.search(talk))
    verb = "has more people" if people else "is larger"
    less = re.search(rf"\b(?:{_LESS})\b", word)
    if less:
        verb = "has fewer people" if people else "is smaller"
    other, one = named[0], named[1]
    if one.kind != other.kind and "city" in (one.kind, other.kind):
        return None
    return places.answer(question.asking(f"which {verb}, {one.name} or {other.name}?", before=()))


def _by_figures(question: Question, word: str) -> Answer | None:
    """Compare the figures of the last two replies that have one of the same kind."""
    figures = _figures(question)
    if figures is None:
        return None
    one, other = figures
    apart = abs(one.value - other.value)
    if one.value == other.value:
        return says(f"Neither: {one.said} and {other.said}.")
    years = one.unit == "year"
    if not word:
        high, low = (one, other) if one.value > other.value else (other, one)
        what = "years" if years else one.unit
        return says(
            f"{_number(apart)} {what}: {high.thing} {high.said}, {low.thing} {low.said}.", short=f"{_number(apart)} {what}"
        )
    least = bool(re.fullmatch(_LESS, word)) != (years and word in ("older", "oldest", "younger", "youngest"))
    best, rest = sorted((one, other), key=lambda figure: figure.value if least else -figure.value)
    return says(f"{_start(best.thing)}: {best.said}; {rest.thing}: {rest.said}.", short=best.thing)


def _figures(question: Question) -> tuple[_Figure, _Figure] | None:
    pairs = []  # what was asked, and the reply, the latest first
    messages = question.before
    for at in range(len(messages) - 1, 0, -1):
        if messages[at]["role"] == "assistant" and messages[at - 1]["role"] == "user":
            pairs.append((messages[at - 1]["content"], messages[at]["content"]))
    for unit in [*_UNITS, "year"]:
        found = [figure for asked, said in pairs[:2] if (figure := _figure(unit, asked, said))]
        if len(found) == 2 and found[0].thing.casefold() != found[1].thing.casefold():
            return found[1], found[0]
    return None


def _figure(unit: str, asked: str, said: str) -> _Figure | None:
    pattern = _YEAR if unit == "year" else _UNITS[unit][0]
    values, thing = pattern.search(said), _AROUND.match(asked.replace("’", "'"))
    if values is None or thing is None or not 0 < len(thing["thing"]) <= 40:
        return None
    if re.search(r"^(?:\d+\.|-) ", said, re.MULTILINE):
        return None  # of a list, no figure is that of the thing
    if unit == "year":
        return _Figure(thing["thing"], values[0], float(values["n"]), unit)
    scale = SCALE.get((values["scale"] or "").strip(), 1)
    return _Figure(thing["thing"], values[0].rstrip("."), float(values["n"].replace(",", "")) * scale, unit)


def _number(value: float) -> str:
    return f"{value:,.10g}" if value < 1e6 else f"about {value / 1e6:,.1f} million"


def _start(text: str) -> str:
    return text[:1].upper() + text[1:]
