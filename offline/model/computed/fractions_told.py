"""Fractions as a pupil writes them: 1/2 + 3/4 = 5/4, twelve eighteenths simplified, 0.125 as a fraction, three quarters of 80."""

import re
from fractions import Fraction

from . import hints
from .numbers import shown
from .question import Answer, says
from .wholly import ABOUT, N, exact, number, said, whole

PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "hundredth": 100}  # fmt: skip
_PART = rf"({'|'.join(PARTS)})s?"
_F = r"(-?(?:\d{1,6} )?\d{1,9} ?/ ?\d{1,9}|-?\d{1,9}(?! ?/|\.?\d))"  # 3/4, 1 1/2, 2
_SIGNS = {"+": "+", "plus": "+", "and": "+", "-": "-", "minus": "-", "*": "×", "x": "×", "×": "×", "·": "×", "times": "×", "of": "×", "multiplied by": "×", "/": "÷", ":": "÷", "÷": "÷", "divided by": "÷"}  # fmt: skip
_AS = r"(?: (?:as|in|to|into|with|written as)(?: an?)?(?: (?:simplest|simplified|reduced|common|proper|mixed))?(?: (?:fractions?|form|number|lowest terms))?)?"


def answer(text: str) -> Answer | None:
    """Answer a calculation with fractions, or for a number as a fraction; None for any other."""
    return _calculated(text) or _simplified(text) or _as_fraction(text) or _part(text) or _as_decimal(text)


def _read(text: str) -> Fraction | None:
    """Return the fraction that is written so, also "1 1/2"; None where it divides by zero."""
    sign = -1 if text.startswith("-") else 1
    found = re.fullmatch(r"-?(?:(\d+) )?(\d+)(?: ?/ ?(\d+))?", text.strip())
    if not found or (found[3] and not int(found[3])):
        return None
    return sign * (int(found[1] or 0) + Fraction(int(found[2]), int(found[3] or 1)))


def _calculated(text: str) -> Answer | None:
    found = whole(
        text,
        rf"(?:add |subtract |multiply |divide )?\(?{_F}\)? ?(\+|-|\*|x|×|·|÷|:|/(?= )|plus|minus|times|of|and|multiplied by|divided by) ?\(?{_F}\)?{_AS}",
    )
    if not found or "/" not in found[1] + found[3] or re.search(r"\d ?/ ?\d+ ?/", f"{found[1]} | {found[3]}"):
        return None
    sign = _SIGNS[found[2].casefold()]
    verb = re.search(r"\b(add|subtract|multiply|divide)\b", text, re.IGNORECASE)
    if found[2].casefold() == "and" and (not verb or verb[1].casefold() not in ("add", "multiply")):
        return None
    if verb and found[2].casefold() == "and":
        sign = "+" if verb[1].casefold() == "add" else "×"
    elif verb:
        return None
    one, other = _read(found[1]), _read(found[3])
    if one is None or other is None:
        return None
    if sign == "÷" and not other:
        return says("Nothing can be divided by zero, so there is no result.", short="undefined", about=ABOUT)
    result = one + other if sign == "+" else one - other if sign == "-" else one * other if sign == "×" else one / other
    written = f"{found[1].strip()} {sign} {found[3].strip()}".replace(" / ", "/")
    hint = hints.hint(f"{one.numerator} / {one.denominator} {sign} {other.numerator} / {other.denominator}")
    return says(f"{written} = {_told(result)}.", short=_plain(result), about=ABOUT, forms={"hint": [(1.0, hint)]})


def _plain(value: Fraction) -> str:
    return f"{value.numerator}/{value.denominator}" if value.denominator > 1 else shown(value.numerator)


def _told(value: Fraction) -> str:
    """Return a fraction, as a mixed number where it is more than one, and as a decimal."""
    if value.denominator == 1:
        return shown(value.numerator)
    whole_, rest = divmod(abs(value.numerator), value.denominator)
    mixed = f" = {'-' if value < 0 else ''}{whole_} {rest}/{value.denominator}" if whole_ else ""
    decimal = float(value)
    return f"{_plain(value)}{mixed} ({'' if exact(decimal) else 'about '}{shown(decimal)})"


def _simplified(text: str) -> Answer | None:
    found = whole(
        text,
        rf"(?:simplify|reduce|cancel|shorten)(?: the)?(?: fraction)? {_F}(?: to (?:its )?(?:lowest terms|simplest form))?",
        rf"{_F} (?:simplified|reduced|in (?:its |the )?(?:simplest|lowest) (?:form|terms)|as a mixed (?:number|fraction))",
    )
    if not found or "/" not in found[1] or (value := _read(found[1])) is None:
        return None
    written = found[1].replace(" ", "") if found[1].count(" ") != 1 or "/ " in found[1] else found[1]
    if _plain(value) == written and value < 1:
        return says(
            f"{written} cannot be simplified: {value.numerator} and {value.denominator} have no common divisor.",
            short=written,
            about=ABOUT,
        )
    return says(f"{written} = {_told(value)}.", short=_plain(value), about=ABOUT)


def _as_fraction(text: str) -> Answer | None:
    found = whole(
        text,
        rf"(?:convert |write |turn |change |express )?{N} ?(%|percent)? (?:in|to|into|as)(?: an?)?(?: simple| common| simplified)? fractions?",
        rf"(?:the )?fraction (?:of|for) {N} ?(%|percent)?",
    )
    if not found:
        return None
    value = Fraction(found[1].replace(",", "")) / (100 if found[2] else 1)
    written = f"{found[1]}{'%' if found[2] else ''}"
    return says(f"{written} = {_plain(value)}.", short=_plain(value), about=ABOUT)


def _part(text: str) -> Answer | None:
    if found := whole(text, rf"(double|twice|triple|thrice) (?:of |the )?{N}"):
        one = number(found[2])
        return said(f"{found[1].casefold()} {shown(one)}", one * (3 if found[1].casefold() in ("triple", "thrice") else 2))
    kitchen = r"(?P<unit> (?:cups?|tablespoons?|tbsp|teaspoons?|tsp|liters?|litres?|kg|pounds?|lbs?|ounces?|oz|inch(?:es)?|miles?|hours?|grams?|g|ml|minutes?|pints?)(?: of \w+)?)"
    if found := whole(
        text,
        rf"(?P<how>half|a third|a quarter|double|twice|triple)(?: of| the)* {_F}{kitchen}",
        rf"{_F}{kitchen} (?P<how>doubled|halved|tripled)",
    ):
        times = {
            "half": Fraction(1, 2),
            "halved": Fraction(1, 2),
            "a third": Fraction(1, 3),
            "a quarter": Fraction(1, 4),
            "double": 2,
            "doubled": 2,
            "twice": 2,
        }.get(found["how"].casefold(), 3)
        amount = next(part for part in found.groups() if part and part.strip()[0].isdigit())
        value = _read(amount)
        return (
            says(
                f"{found['how'].capitalize()} {amount}{found['unit']} = {_told(value * times)}{found['unit']}.".replace(
                    "Doubled", "Double"
                )
                .replace("Halved", "Half")
                .replace("Tripled", "Triple"),
                short=f"{_plain(value * times)}{found['unit']}",
                about=ABOUT,
            )
            if value is not None
            else None
        )
    found = whole(text, rf"(an? |one |\d{{1,3}} )?{_PART} (?:of|from) {_F}", rf"(an? |one |\d{{1,3}} )?{_PART} (?:of|from) {N}")
    if not found or not (value := _read(found[3]) if re.fullmatch(_F, found[3]) else Fraction(found[3].replace(",", ""))):
        return None
    top, bottom = int(found[1]) if found[1] and found[1].strip().isdigit() else 1, PARTS[found[2].casefold()]
    if "/" in found[3]:
        result = value * top / bottom
        return says(f"{top}/{bottom} of {found[3]} = {_told(result)}.", short=_plain(result), about=ABOUT)
    one = int(value) if value.denominator == 1 else float(value)
    return said(f"{shown(one)} / {bottom}" if top == 1 else f"{shown(one)} × {top} / {bottom}", one * top / bottom)


def _as_decimal(text: str) -> Answer | None:
    found = whole(
        text,
        rf"(?:convert |write |turn |change |express )?{_F} (?:as|in|to|into|in to) (?:an? )?(decimals?(?: numbers?)?|percent(?:age)?|per cent|%)",
    )
    value = _read(found[1]) if found and "/" in found[1] else None
    if value is not None:
        result = float(value)
        if found[2].startswith("dec"):
            return said(found[1].replace(" / ", "/"), result)
        about = "" if exact(100 * result) else "about "
        return says(f"{found[1]} is {about}{shown(100 * result)}%.", short=f"{shown(100 * result)}%", about=ABOUT)
    if found := whole(
        text,
        rf"(?:convert |write |turn |change |express )?{N} ?(%|percent)? (?:as|in|to|into) (?:an? )?(decimals?(?: numbers?)?|percent(?:age)?|%)",
    ):
        value = Fraction(found[1].replace(",", ""))
        if found[2] and found[3].startswith("dec"):
            return says(f"{found[1]}% = {float(value / 100):.10g}.", short=f"{float(value / 100):.10g}", about=ABOUT)
        if not found[2] and not found[3].startswith("dec"):
            return says(f"{found[1]} = {float(value * 100):.10g}%.", short=f"{float(value * 100):.10g}%", about=ABOUT)
    return None
