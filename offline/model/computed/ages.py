"""Ages that people told, reckoned with: "how old will my dog be in 3 years?", "who is older?", "how old was I 5 years ago?"."""

import re
from dataclasses import dataclass

from ..everyday.wish import NUMBER, counted
from ..regex import Regex
from .memory import PETS, RELATIONS
from .others import named
from .question import Answer, Question, says

LONGEST = 140  # characters of a question
_BEING = rf"{PETS}|{RELATIONS}|kid|child|boy|girl|twin|car|house|bike"
_WHO = rf"(?:my|our|the) (?:\w+ )??(?:{_BEING})(?:,? (?-i:[A-Z])\w+)?|(?:i|he|she|it)\b|(?-i:[A-Z])[^\W\d_]+"
_TOLD = Regex(
    rf"\b(?P<who>{_WHO})(?:,? who)?(?:'s|'m| am| is| are| was| turned| just turned| turns|,)? (?:now |already |almost )?(?P<age>\d{{1,3}}|{NUMBER})(?= years?\b| yrs?\b|\W*\Z|[.,;!?)]| and\b| yo\b| now\b)(?! ?(?:months?|weeks?|cm|kg|m\b|%|o'clock))(?P<years> years?(?: old)?)?",
    re.IGNORECASE,
)
_CALLED = Regex(
    rf"\b(?:my|our|an?) (?:\w+ )??(?P<what>{_BEING})(?:'s name)?,? (?:is )?(?:called |named )?(?P<name>(?-i:[A-Z])[^\W\d_]+)",
    re.IGNORECASE,
)
_N = rf"(?P<n>\d{{1,3}}|{NUMBER}|a)"
_THEM = rf"(?P<who>{_WHO}|they|both|we)"
_LATER = Regex(
    rf"\bhow old (?:will|would|is|am|are) {_THEM}(?: going to)?(?: be)?(?: then)? (?:(?:in|after) {_N} (?:more )?years?|{_N.replace('<n>', '<m>')} years? (?:from now|later))|\b(?:in|after) {_N.replace('<n>', '<k>')} years?,? how old (?:will|would) {_THEM.replace('<who>', '<whom>')} be",
    re.IGNORECASE,
    "how old",
)
_AGO = Regex(rf"\bhow old (?:was|were) {_THEM} {_N} years? (?:ago|before|earlier)", re.IGNORECASE, "how old")
_UNTIL = Regex(
    rf"\b(?:in how many years|how many (?:more )?years until|when|how long until|how many years before) (?:will |do |does |until )?{_THEM}(?: will)? (?:be|turns?|is|am) {_N}\b",
    re.IGNORECASE,
)
_WHEN = Regex(
    rf"\bhow old (?:will|was) {_THEM}(?: be)? when {_THEM.replace('<who>', '<other>')} (?:is|am|was|turns|will be) {_N}\b",
    re.IGNORECASE,
    "how old",
)
_COMPARED = Regex(
    r"\b(?:who|which(?: of them| one| \w+)?)(?:'s| is|s) (?:the )?(?P<more>older|oldest|eldest|elder|younger|youngest)\b",
    re.IGNORECASE,
    "old young eld",
)
_APART = Regex(
    r"\b(?:how (?:much|many years) (?:older|younger) (?:is|am|are)|(?:age )?difference\b.*\bage|age difference|how many years (?:apart|between))",
    re.IGNORECASE,
    "old young age year",
)
_SUM = Regex(
    r"\bhow old are (?:they|we|the two|both)(?: of them)? (?:together|in total|combined)|\bsum of (?:their|our) ages",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Aged:
    """Somebody whose age was told: the words that mean them, and how to call them ("you", "Ben")."""

    words: frozenset[str]
    label: str
    age: int


def answer(question: Question) -> Answer | None:
    """Return what is reckoned from ages that were told before, or in the same message; None where nothing is asked, or an age is not known."""
    text = question.text.replace("’", "'")
    if not 0 < len(text) <= LONGEST:
        return None
    told = _told(question)
    if not told:
        return None
    if found := _LATER.search(text):
        years = _count(found["n"] or found["m"] or found["k"])
        who = _meant(found["who"] or found["whom"], told)
        return _all([f"{_will(one)} {one.age + years}" for one in who], f"in {years} {_years(years)}") if years and who else None
    if (year := re.search(r"\bhow old will (?P<who>.+?) be in (?P<year>20\d\d)\b", text, re.IGNORECASE)) and len(
        who := _meant(year["who"], told)
    ) == 1:
        return says(
            f"That depends on what year it is, which a model cannot know: in {year['year']} {_will(who[0])} {who[0].age} plus the years from now until then."
        )
    if found := _AGO.search(text):
        years, who = _count(found["n"]), _meant(found["who"], told)
        if not years or not who or any(one.age < years for one in who):
            return says("Not born yet.") if years and len(who) == 1 else None
        return _all([f"{_was(one)} {one.age - years}" for one in who], f"{years} {_years(years)} ago")
    if found := _WHEN.search(text):
        who, other, age = _meant(found["who"], told), _meant(found["other"], told), _count(found["n"])
        if len(who) != 1 or len(other) != 1 or not age or who[0].age + age < other[0].age:
            return None
        then = who[0].age + age - other[0].age
        return says(f"{_start(_will(who[0]))} {then} when {other[0].label} {_is(other[0])} {age}.", short=str(then))
    if (found := _UNTIL.search(text)) and len(who := _meant(found["who"], told)) == 1:
        years = (_count(found["n"]) or 0) - who[0].age
        return (
            says(f"In {years} {_years(years)}: {_say(who[0])} {who[0].age} now.", short=f"in {years} years")
            if years > 0
            else None
        )
    return _compared(text, told)


def _compared(text: str, told: list[Aged]) -> Answer | None:
    """Return who is older or younger, by how much, or how old they are together."""
    if len(told) < 2:
        return None
    named = [one for one in told if any(re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) for word in one.words)]
    them = named if len(named) > 1 else told
    oldest, youngest = max(them, key=lambda one: one.age), min(them, key=lambda one: one.age)
    if found := _COMPARED.search(text):
        if oldest.age == youngest.age:
            return says(f"They are the same age: {oldest.age}.")
        old = found["more"].casefold().startswith(("old", "eld"))
        best = oldest if old else youngest
        rest = ", ".join(f"{one.label} {one.age}" for one in them if one is not best)
        return says(f"{_start(_say(best))} {found['more'].casefold()}: {best.age}, {rest}.", short=_start(best.label))
    if _APART.search(text) and len(them) == 2:
        years = oldest.age - youngest.age
        return says(
            f"{_start(_say(oldest))} {years} {_years(years)} older than {youngest.label}: {oldest.age} - {youngest.age} = {years}.",
            short=f"{years} years",
        )
    if _SUM.search(text):
        return says(f"{' + '.join(str(one.age) for one in them)} = {sum(one.age for one in them)} years together.")
    return None


def _told(question: Question) -> list[Aged]:
    """Return whose ages were told, the latest first; of one who was told of twice, the latest age."""
    names = {one.name.casefold(): one.what for one in named(question, question.text)}
    found: list[Aged] = []
    here = re.split(r"(?<=[.!?])\s+", question.text.strip())[:-1]  # the last sentence asks
    for text in [" ".join(here), *question.earlier("user")]:
        text = text.replace("’", "'")
        if not text or text.rstrip().endswith("?"):
            continue
        known = dict(names) | {one["name"].casefold(): one["what"].casefold() for one in _CALLED.finditer(text)}
        for told in reversed(list(_TOLD.finditer(text))):
            one = _aged(told, text, known)
            if one and not any(one.words & other.words for other in found):
                found.append(one)
    return found[::-1]


def _aged(told: re.Match, text: str, known: dict[str, str]) -> Aged | None:
    who, age = told["who"].casefold(), _count(told["age"])
    if not age or (
        re.match(
            r"(?:in|the|when|will|at|on|for|page|room|chapter|class|grade|january|february|march|april|may|june|july|august|september|october|november|december|number)\b",
            who,
        )
        and not who.startswith("the ")
    ):
        return None
    if who == "i":
        return Aged(frozenset({"i", "me", "my"}), "you", age)
    if who in ("he", "she", "it"):
        before = text[: told.start()]
        last = max(((m.start(), m) for m in _CALLED.finditer(before)), key=lambda one: one[0], default=(0, None))[1]
        if last:
            return Aged(frozenset({last["name"].casefold(), last["what"].casefold(), who}), last["name"], age)
        being = list(re.finditer(rf"\b(?:my|our|an?) (?:\w+ )??({_BEING})\b", before, re.IGNORECASE))
        return Aged(frozenset({being[-1][1].casefold(), who}), f"your {being[-1][1].casefold()}", age) if being else None
    being = re.match(rf"(?:my|our|the) (?:\w+ )??(?P<what>{_BEING})(?:,? (?P<name>\w+))?\Z", who)
    if being:
        what, name = being["what"], told["who"].rpartition(" ")[2] if being["name"] else ""
        name = name or next((one.title() for one, of in known.items() if of == what), "")
        return Aged(frozenset(filter(None, {what, name.casefold()})), name or f"your {what}", age)
    return Aged(frozenset(filter(None, {who, known.get(who, "")})), told["who"], age)


def _meant(who: str, told: list[Aged]) -> list[Aged]:
    """Return those that a word means: "my dog", "Ben", "he", "they"."""
    word = re.sub(r"\A(?:my|our|the) (?:\w+ (?=\w))?", "", who.casefold())
    if word in ("they", "both", "we"):
        return told
    if word in ("he", "she", "it"):
        others = [one for one in told if one.label != "you"]
        return [one for one in others if word in one.words][-1:] or (others if len(others) == 1 else [])
    return [one for one in told if word in one.words or who.casefold().rpartition(" ")[2] in one.words][:1]


def _all(parts: list[str], when: str) -> Answer:
    return says(f"{_start(when)}, {' and '.join(parts)}.", short=parts[0].rpartition(" ")[2] if len(parts) == 1 else None)


def _count(text: str | None) -> int | None:
    return 1 if text == "a" else int(text) if text and text.isdigit() else counted(text) if text else None


def _will(one: Aged) -> str:
    return f"{one.label} will be"


def _was(one: Aged) -> str:
    return f"{one.label} {'were' if one.label == 'you' else 'was'}"


def _is(one: Aged) -> str:
    return "are" if one.label == "you" else "is"


def _say(one: Aged) -> str:
    return f"{one.label} {_is(one)}"


def _years(number: int) -> str:
    return "year" if number == 1 else "years"


def _start(text: str) -> str:
    return text[:1].upper() + text[1:]
