"""Which of two numbers is bigger, and why: decimals ("0.9 or 0.11"), fractions ("why is 1/2 bigger than 1/3?"), whole numbers."""

import re
from fractions import Fraction
from math import lcm

from ..regex import Regex
from .question import Answer, Question

LONGEST = 200  # characters
_N = r"-?\d+(?:\.\d+|/[1-9]\d*)?"
_WORD = r"(?:bigger|larger|greater|higher|more|smaller|less|lower)"
_WHICH = Regex(
    rf"\b(?:which|what)\b[^\d?]{{0,40}}\b(?P<word>{_WORD})\b(?: one| number| fraction| decimal)?(?:[\s,:;?]|-(?!\d))*(?P<one>{_N})(?:,? or |,? and |, | vs\.? )(?P<other>{_N})(?![\d/.]*\d)",
    re.IGNORECASE,
)
_IS = Regex(rf"\b(?:is|isn't|are)\s+(?P<one>{_N}) (?P<word>{_WORD}) than (?P<other>{_N})(?![\d/.]*\d)", re.IGNORECASE)
_OR = Regex(rf"\bis (?P<one>{_N}) or (?P<other>{_N}) (?P<word>{_WORD})\b", re.IGNORECASE)
_EXAMPLES = Regex(r"\b(?:use|give|with) (?:\w+ )?examples?\b", re.IGNORECASE)


def answer(question: Question) -> Answer | None:
    """Return which of two numbers is bigger or smaller, with the reason; None if that is not asked."""
    text = question.text
    if len(text) > LONGEST or not any(char.isdigit() for char in text):
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
