"""Which of two numbers is bigger, and why ("0.9 or 0.11", "why is 1/2 bigger than 1/3?"), and which of two things: "what's bigger, a blue whale or a T. rex?".

The measures of things are in data/everyday/measures.yaml.
"""

import re
from fractions import Fraction
from functools import cache
from math import lcm

from ...tables import read_table
from ..regex import Regex
from .numbers import shown
from .question import Answer, Question

LONGEST = 200  # characters
_N = r"-?\d+(?:\.\d+|/[1-9]\d*)?"
_WORD = r"(?:bigger|larger|greater|higher|more|smaller|less|lower)"
_WHICH = Regex(
    rf"\b(?:which|what)\b[^\d?]{{0,40}}\b(?P<word>{_WORD})\b(?: one| number| fraction| decimal)?(?:[\s,:;?]|-(?!\d))*(?P<one>{_N})(?:,? or |,? and |, | vs\.? )(?P<other>{_N})(?![\d/.]*\d)",
    re.IGNORECASE,
    needs="bigger greater higher larger less lower more smaller",
)
_IS = Regex(
    rf"\b(?:is|isn't|are)\s+(?P<one>{_N}) (?P<word>{_WORD}) than (?P<other>{_N})(?![\d/.]*\d)", re.IGNORECASE, needs="than"
)
_OR = Regex(rf"\bis (?P<one>{_N}) or (?P<other>{_N}) (?P<word>{_WORD})\b", re.IGNORECASE)
_EXAMPLES = Regex(r"\b(?:use|give|with) (?:\w+ )?examples?\b", re.IGNORECASE)


ALIKE = 1.2  # times, by which two things must differ
_THING = r"(?:an? |the |our )?(?P<{}>[a-z][a-z0-9.' -]*?)"
_TWO = rf"{_THING.format('one')}(?:,? or |,? and | vs\.? | versus |, ){_THING.format('other')}"
_TAIL = r"(?: (?:in size|animal|one|please|pls|on average))*(?=\W*(?:\Z|\?|[.!,] |i am \w+| i'm))"
_CHEERS = r"\A\W*(?:(?:and|ok|so|hey|hi|please|can you tell me|tell me|do you know|i wonder)\b\W*)*"
_THINGS = (
    Regex(rf"{_CHEERS}(?:which|what|who)(?:'s|s)?(?: (?:is|are|(?:animal|planet|one|mountain|building|of them) (?:is|runs|weighs)|runs|moves|goes|weighs|was|were|would be))?(?: the)? (?P<how>\w+)(?: one| animal| planet)?[\s,:;?-]+{_TWO}{_TAIL}", re.IGNORECASE),
    Regex(rf"{_CHEERS}(?:is|are|was|were) {_THING.format('one')} (?P<how>\w+er) (?:than|or) {_THING.format('other')}{_TAIL}", re.IGNORECASE),
    Regex(rf"{_CHEERS}{_TWO}[,:;? -]+(?:which|what|who)(?:'s|s)?(?: (?:is|are|one is|one|of (?:them|the two) is|was))?(?: the)? (?P<how>\w+)(?: one)?{_TAIL}", re.IGNORECASE),
)  # fmt: skip


_HEAVY = Regex(
    rf"{_CHEERS}(?:how heavy(?: is| are| was| were)? {_THING.format('one')}|how much (?:does |do |did )?{_THING.format('fourth')} weigh(?:s|ed)?|what (?:is|does|do) {_THING.format('other')} weigh|(?:what is )?(?:the )?weight of {_THING.format('third')})\W*\Z",
    re.IGNORECASE,
    "heavy weigh",
)


def answer(question: Question) -> Answer | None:
    """Return which of two numbers or things is bigger or smaller, with the reason; None if that is not asked."""
    text = question.text
    if len(text) > LONGEST:
        return None
    if found := _of_things(text) or _weight(question):
        return found
    if not any(char.isdigit() for char in text):
        return None
    found = _IS.search(text) or _WHICH.search(text) or _OR.search(text)
    if not found:
        return None
    one, other = found["one"], found["other"]
    told = _compared(one, other)
    if found.re is _IS.compiled and Fraction(one) != Fraction(other):
        smaller = found["word"].casefold() in ("smaller", "less", "lower")
        right = (Fraction(one) < Fraction(other)) == smaller
        opening = "" if right and "why" in text.casefold() else "Yes. " if right else "No, it is the other way round. "
        told = opening + told
    wanted = _EXAMPLES.search(question.told)
    short = (
        one if (Fraction(one) > Fraction(other)) != bool(re.match(r"smaller|less|lower", found["word"], re.IGNORECASE)) else other
    )
    return Answer(
        [(1.0, told)],
        short=short,
        forms={"child": [(1.0, told)]},
        about="math numbers fractions decimals",
        obeys=wanted[0] if wanted else "",
    )


def _of_things(text: str) -> Answer | None:
    """Return which of two things is bigger, taller or faster, with both measures; None where one of them is not known."""
    for asked in (found for form in _THINGS if (found := form.search(text))):
        for measure in read_table("everyday/measures.yaml").values():
            less = re.fullmatch(measure["less"], asked["how"], re.IGNORECASE)
            if not less and not re.fullmatch(measure["more"], asked["how"], re.IGNORECASE):
                continue
            one, other = (_thing(asked[part], measure["things"]) for part in ("one", "other"))
            if one and other and one != other:
                big, small = sorted((one, other), key=lambda thing: thing[1], reverse=True)
                return _said_of(big, small, measure["unit"], asked, bool(less))
    return None


def _weight(question: Question) -> Answer | None:
    """Return how heavy an animal is, or the one of the answer before: "how heavy is it?"; None where it is not known, or not asked."""
    asked = _HEAVY.search(question.text)
    table = read_table("everyday/measures.yaml")["weight"] if asked else {}
    name = asked and next(filter(None, asked.groups()))
    if name and name.casefold() in ("it", "that", "this", "they"):
        said = re.match(r"(?:The|An?) ([\w ]+?) (?:is|are|has|lives?|weighs?)\b", next(iter(question.earlier("assistant")), ""))
        name = said and said[1]
    if not (found := name and _thing(name, table["things"])):
        return None
    name, value = found
    told = f"about {_measured(value, table['unit'])}"
    return Answer([(1.0, f"{name[0].upper()}{name[1:]} weighs {told}, a large grown one.")], short=told)


def _said_of(big: tuple[str, float], small: tuple[str, float], unit: str, asked: re.Match, less: bool) -> Answer:
    if big[1] < small[1] * ALIKE:
        values = " and ".join(f"{name} about {_measured(value, unit)}" for name, value in (big, small))
        return Answer([(1.0, f"They are about the same: {values}.")], short="About the same")
    (wanted, value), (rest, others) = (small, big) if less else (big, small)
    how = asked["how"].casefold()
    how = how if how.endswith("er") else "heavier" if unit == "kg" and not less else "lighter" if unit == "kg" else f"the {how}"
    told = f"{wanted.rstrip(',')} is {how}"
    first = re.fullmatch(rf"(?:{_pattern(wanted)})", asked["one"].strip(), re.IGNORECASE)
    says_so = "" if asked.re is not _THINGS[1].compiled or " or " in asked[0] else "Yes, " if first else "No, "
    told = f"{says_so}{told}" if says_so else f"{told[0].upper()}{told[1:]}"
    name = wanted.rstrip(",")
    return Answer(
        [(1.0, f"{told}: about {_measured(value, unit)}, and {rest.rstrip(',')} about {_measured(others, unit)}.")],
        short=f"{name[0].upper()}{name[1:]}",
        forms={"child": [(1.0, f"{told}.")]},
    )


def _thing(name: str, things: dict[str, float]) -> tuple[str, float] | None:
    found = (key for key in things if re.fullmatch(rf"(?:the |an? )?(?:{key.partition('|')[2]})", name.strip(), re.IGNORECASE))
    return next(((key.partition("|")[0], things[key]) for key in found), None)


@cache
def _pattern(name: str) -> str:
    tables = (measure["things"] for measure in read_table("everyday/measures.yaml").values())
    return "|".join(key.partition("|")[2] for things in tables for key in things if key.startswith(f"{name}|"))


def _measured(value: float, unit: str) -> str:
    if unit == "kg" and value >= 1000:
        return f"{shown(value / 1000)} metric tons"
    if unit == "kg" and value < 1:
        return f"{shown(round(value * 1000, 6))} grams"
    return f"{shown(value)} {unit}"


def _compared(one: str, other: str) -> str:
    if Fraction(one) == Fraction(other):
        return f"{one} and {other} are the same."
    big, small = (one, other) if Fraction(one) > Fraction(other) else (other, one)
    return f"{big} is bigger than {small}. {_reason(big, small)}"


def _reason(big: str, small: str) -> str:
    if "-" in big + small:
        return "On a number line, the bigger number is farther to the right."
    if "/" in big and "/" in small:
        (top, bottom), (low_top, low_bottom) = (tuple(map(int, number.split("/"))) for number in (big, small))
        if top == low_top:
            return f"Think of two cakes of the same size. Cut one into {bottom} equal pieces and the other into {low_bottom}: the fewer pieces you cut, the bigger each piece is, so {_pieces(top)} of the first cake {'is' if top == 1 else 'are'} more."
        whole = lcm(bottom, low_bottom)
        return f"Cut both into pieces of the same size: {big} is {top * whole // bottom}/{whole}, and {small} is {low_top * whole // low_bottom}/{whole}."
    if "/" in big + small:
        return f"As decimals, {big} is {_decimal(big)}, and {small} is {_decimal(small)}."
    places = max(len(number.partition(".")[2]) for number in (big, small))
    if places == 0:
        return f"From {small} you count on to {big}."
    shown = [f"{float(number):.{places}f}" for number in (big, small)]
    if int(float(big)) != int(float(small)):
        return f"Look at the whole numbers first: {int(float(big))} is more than {int(float(small))}."
    parts = [number.partition(".")[2] for number in shown]
    unit = {1: "tenths", 2: "hundredths", 3: "thousandths"}.get(places, "parts of the same size")
    return f"Write both with as many digits after the point: {shown[0]} and {shown[1]}. {int(parts[0])} {unit} are more than {int(parts[1])} {unit}."


def _pieces(count: int) -> str:
    return "one piece" if count == 1 else f"{count} pieces"


def _decimal(number: str) -> str:
    value = Fraction(number)
    return f"{'' if value.limit_denominator(10_000) * 10_000 % 1 == 0 else 'about '}{round(float(value), 4):g}"
