"""Numbers in another notation: binary, hexadecimal, octal, any base, Roman numerals, English words."""

import re

from ..regex import Regex
from .numbers import shown
from .question import Answer, says
from .wholly import ABOUT, N, number, whole

_BASES = {
    "binary": 2,
    "base 2": 2,
    "hex": 16,
    "hexadecimal": 16,
    "base 16": 16,
    "octal": 8,
    "base 8": 8,
    "decimal": 10,
    "base 10": 10,
    "denary": 10,
}
_BASE = r"(binary|hexadecimal|hex|octal|decimal|denary|base ?(?:2|8|10|16))"
_NAMES = {2: "binary", 8: "octal", 10: "decimal", 16: "hexadecimal"}
_CODE = Regex(
    r"\b(?:python|code|function|program|javascript|java|script|def|print)\b",
    re.IGNORECASE,
    needs="code def function java print program python script",
)
_SIGNS = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]  # fmt: skip
_ROMAN = Regex(r"(?<![\w'])(M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(?![\w'])")
_ROMAN_ASKED = Regex(r"\broman\b|\bnumerals?\b|\bnumbers?\b|\barabic\b|\bdigits?\b|\bdecimal\b", re.IGNORECASE)
_SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"))


def answer(text: str) -> Answer | None:
    """Answer a question for a number in another notation; None for any other."""
    if _CODE.search(text):
        return None
    return _from_base(text) or _to_notation(text) or _in_words(text) or _from_roman(text)


def _from_base(text: str) -> Answer | None:
    """Read a number that is said to be in one notation, and write it in another."""
    digits_ = r"((?:0x|0b|0o)?[0-9a-f]{1,16})"
    found = whole(
        text,
        rf"(?:convert |change |turn )?{_BASE}(?: number| value)? {digits_} (?:in|to|into|as|in to|from)(?: an?)? {_BASE}(?: numbers?| form| notation| value)?",
        rf"(?:convert |change |turn )?{digits_} (?:is |\()?(?:from |in )?{_BASE}\)? (?:in|to|into|as|in to)(?: an?)? {_BASE}(?: numbers?| form| notation| value)?",
    )
    if found:
        one, other, to = found.groups()
        source, digits_ = (one, other) if _base(one) else (other, one)
        return _between(digits_, _base(source), _base(to))
    if found := whole(
        text, rf"(?:convert |change )?{_BASE} to {_BASE}:? {digits_}", rf"(?:convert |change )?{digits_} {_BASE} to {_BASE}"
    ):
        parts = found.groups()
        bases = [_base(part) for part in parts if _base(part)]
        digits_ = next((part for part in parts if not _base(part)), None)
        return _between(digits_, *bases) if digits_ and len(bases) == 2 else None
    if found := whole(
        text, rf"(?:convert |change )?(0x[0-9a-f]+|0b[01]+|0o[0-7]+)(?: (?:in|to|into|as)(?: an?)? {_BASE})?(?: numbers?)?"
    ):
        return _between(found[1], {"x": 16, "b": 2, "o": 8}[found[1][1].casefold()], _base(found[2]) or 10)
    if found := whole(text, r"(?:convert |change )?([01]{3,40}) (?:in|to|into) (?:decimal|base 10)(?: numbers?)?"):
        return _between(found[1], 2, 10)
    if found := whole(text, r"(?:convert |change )?([0-9]*[a-f][0-9a-f]*) (?:in|to|into) (?:decimal|base 10)(?: numbers?)?"):
        return _between(found[1], 16, 10)
    return None


def _base(name: str | None) -> int | None:
    return _BASES.get(re.sub(r"base ?", "base ", name.casefold())) if name else None


def _between(written: str, source: int | None, to: int | None) -> Answer | None:
    if not source or not to or source == to:
        return None
    bare = (
        re.sub(r"\A0[xbo]", "", written, flags=re.IGNORECASE)
        if source != 10 and not (source == 16 and written[:2] == "0b")
        else written
    )
    try:
        value = int(bare, source)
    except ValueError:
        return says(f"{written} is no {_NAMES[source]} number: it has digits that are not used there.", about=ABOUT)
    result = shown(value) if to == 10 else _written(value, to)
    return says(f"{written} in {_NAMES[source]} is {result} in {_NAMES[to]}.", short=result, about=ABOUT)


def _written(value: int, base: int) -> str:
    return format(value, {2: "b", 8: "o", 16: "x", 10: "d"}[base])


def _to_notation(text: str) -> Answer | None:
    notation = r"(binary|hexadecimal|hex|octal|base ?(?:2|8|16)|roman(?: (?:numerals?|numbers?))?)"
    found = whole(
        text,
        rf"(?:convert |write |turn |change )?(?:decimal )?(\d{{1,15}}) (?:from decimal )?(?:in|to|into|as|in to)(?: an?)? {notation}(?: numbers?| form| notation| code| system)?",
        rf"(?:the )?{notation}(?: numbers?| form| representation| code)?(?: of| for)?(?: the number)? (\d{{1,15}})",
        rf"(?:you )?(?:write|say|express) (\d{{1,15}}) (?:in|as) {notation}(?: numbers?| form)?",
        rf"(\d{{1,15}}) {notation}",
    )
    if not found:
        return None
    one, asked = (found[1], found[2]) if found[1].isdigit() else (found[2], found[1])
    value = int(one)
    if asked.casefold().startswith("roman"):
        if not 0 < value < 4000:
            return says(f"The Romans had no usual way to write {value:,}: Roman numerals go from 1 to 3,999.", about=ABOUT)
        return says(f"{one} in Roman numerals is {roman(value)}.", short=roman(value), about=ABOUT)
    result = _written(value, _base(asked))
    return says(f"{one} in {_NAMES[_base(asked)]} is {result}.", short=result, about=ABOUT)


def roman(value: int) -> str:
    """Return a number from 1 to 3,999 in Roman numerals."""
    written = ""
    for size, sign in _SIGNS:
        written += sign * (value // size)
        value %= size
    return written


def _from_roman(text: str) -> Answer | None:
    found = [one for one in _ROMAN.finditer(text) if one[1] and one[0] != "I"]
    asked = "roman" in text.casefold()
    if not found and asked:
        last = re.search(r"\b([ivxlcdm]+)\W*\Z", text)
        found = [one for one in [_ROMAN.search(last[1].upper())] if one and one[1]] if last else []
    if len(found) != 1 or re.search(r"\d", text):
        return None
    written = found[0][1]
    rest = re.sub(rf"\b{written}\b", " ", text, flags=re.IGNORECASE)
    frame = r"(?:(?:convert|translate|read|decode|turn|mean|means|stand|stands|roman|numerals?|numbers?|letters?|arabic|normal|regular|digits?|decimal|figures|in|into|as|an|date|year|by|from)\b|[\s\"“”()=?.,!]|POLITE)*".replace(
        "POLITE",
        "(?:what|whats|is|are|does|do|the|please|pls|can|you|me|tell|how|much|a|to|of|for|s|hey|hi|which|equal|equals|value|write|i|read)\\b",
    )
    if not re.fullmatch(frame, rest, re.IGNORECASE) or not (
        asked
        or (_ROMAN_ASKED.search(rest) and len(written) > 1)
        or (re.fullmatch(r"(?=.*X|.*VI|.*I)[XVI]{2,}", written) and written != "IV")
        or len(written) > 4
    ):
        return None
    value, largest = 0, 0
    for sign in reversed(written):
        size = {"M": 1000, "D": 500, "C": 100, "L": 50, "X": 10, "V": 5, "I": 1}[sign]
        value, largest = (value - size, largest) if size < largest else (value + size, size)
    return says(f"{written} is {value:,}." if value < 1000 else f"{written} is {value}.", short=str(value), about=ABOUT)


def _in_words(text: str) -> Answer | None:
    found = whole(
        text,
        rf"(?:write |spell |say |put |convert )?(?:out )?{N} (?:out )?(?:in|into|as|with|using|to)(?: english)? words(?: in english)?",
        rf"(?:i |you |we |one )?(?:spell|spell out|pronounce)(?: out)?(?: the number)? {N}(?: in (?:english|words))?",
        rf"(?:you )?(?:say|write) {N} in english",
        rf"{N} (?:in|as) text",
    )
    value = number(found[1]) if found else None
    if not isinstance(value, int) or abs(value) >= 10**15:
        return None
    said = in_words(value)
    return says(f"{shown(value)} in words: {said}.", short=said, about=ABOUT)


def in_words(value: int) -> str:
    """Return a whole number in American English words: "one thousand two hundred thirty-four"."""
    if value < 0:
        return f"minus {in_words(-value)}"
    if value < 20:
        return _SMALL[value]
    if value < 100:
        return _TENS[value // 10] + (f"-{_SMALL[value % 10]}" if value % 10 else "")
    if value < 1000:
        return f"{_SMALL[value // 100]} hundred" + (f" {in_words(value % 100)}" if value % 100 else "")
    size, name = next((size, name) for size, name in _SCALES if value >= size)
    return f"{in_words(value // size)} {name}" + (f" {in_words(value % size)}" if value % size else "")


def as_digits(text: str) -> Answer | None:
    """Write a number that is told in words with digits: "two hundred and five in digits"."""
    found = re.fullmatch(
        r"\W*(?:(?:what is|what's|whats|write|convert|please|put|turn)\W+)*(?:the number )?(?P<words>(?:[a-z]+[\s-]+)+?)(?:in|as|into|to|with) (?:digits|numbers|numerals|figures|a number)\W*",
        text, re.IGNORECASE,
    )  # fmt: skip
    if not found:
        return None
    words = re.sub(
        r"(?<=hundred) and\b|(?<=thousand) and\b", "", found["words"].strip().replace("-", " "), flags=re.IGNORECASE
    ).split()
    value = _read(words)
    if value is None or in_words(value).replace("-", " ").split() != [one.casefold() for one in words if one.casefold() != "and"]:
        return None
    return says(f"{found['words'].strip()} is {shown(value)}.", short=shown(value), about=ABOUT)


def _read(words: list[str]) -> int | None:
    total, group = 0, 0
    scales = {name: size for size, name in _SCALES}
    for word in map(str.casefold, words):
        if word in _SMALL:
            group += _SMALL.index(word)
        elif word in _TENS:
            group += 10 * _TENS.index(word)
        elif word == "hundred":
            group = (group or 1) * 100
        elif word in scales:
            total, group = total + (group or 1) * scales[word], 0
        else:
            return None
    return total + group
