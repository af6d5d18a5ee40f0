"""Numbers in digits and words, with their units or as money: "two hours", "$1,249.50", "12 km/h", "a dozen eggs"."""

import re
from collections.abc import Iterator

from ...tables import read_table
from .mention import Mention

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {word: number for number, word in enumerate(_ONES.split())}
_WORDS |= {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}
_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "k": 1_000,
    "million": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bn": 10**9,
}
_PAIRS = {"a couple of": 2, "half a dozen": 6, "a couple": 2}

UNITS: dict[str, tuple[str, float, str]] = {name: tuple(row) for name, row in read_table("evidence_units.yaml")["units"].items()}
CURRENCIES: dict[str, str] = read_table("evidence_units.yaml")["currencies"]


def _spellings(table: dict[str, str]) -> tuple[str, re.Pattern]:
    """Return all spellings as one alternation, the longest first, and a pattern whose groups are numbered as the table."""
    all_of_them = sorted({spelling for spellings in table.values() for spelling in spellings.split()}, key=len, reverse=True)
    groups = "|".join(f"({'|'.join(spellings.split())})" for spellings in table.values())
    return "|".join(all_of_them), re.compile(groups, re.IGNORECASE)


_UNIT, _WHICH_UNIT = _spellings({name: spellings for name, (_, _, spellings) in UNITS.items()})
_CURRENCY, _WHICH_CURRENCY = _spellings(CURRENCIES)
_DIGITS = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+,\d\d|\d{1,15},\d\d(?=\s?(?:€|EUR))|\d{1,15}(?:\.\d{1,15})?|\.\d{1,15}"
)
_ONE_OF = rf"an?(?= (?:dozen|hundred|thousand|million|kilo|pound|lit(?:er|re)|{UNITS['cup'][2]}|{'|'.join(UNITS['measure'][2].split())})\b)"
_WORD_NUMBER = rf"(?:{'|'.join([*_PAIRS, *_WORDS, _ONE_OF])})"
_SPELLED = rf"{_WORD_NUMBER}(?:[\s-]+(?:and\s+)?(?:{'|'.join([*_WORDS, *_SCALES])}))*"
_NUMBER = re.compile(
    rf"(?P<symbol>US\$|[$€£¥₹₩])?\s?(?<![\w.,/])(?P<sign>(?<![\d)])[-−])?(?P<value>{_DIGITS}|\b{_SPELLED}\b)"
    rf"(?:\s?(?P<scale>(?:k|m|mn|bn|hundred|thousand|million|billion|dozen)\b))?"
    rf"(?:[\s-]?(?P<currency>(?:{_CURRENCY})(?!\w))|[\s-]?(?P<unit>(?:{_UNIT})(?!\w)(?:[\s-]old\b)?))?(?![\w])",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"[\s-]*(?:[x×]\s+)?(?:of\s+)?([^\W\d_][\w'-]*)(?:\s+([^\W\d_][\w'-]*))?(?:\s+([^\W\d_][\w'-]*))?")
_CURRENCY_NAME = re.compile(rf"(?<![^\W\d])(?:{_CURRENCY})(?![^\W\d])", re.IGNORECASE)


def mentions(text: str) -> Iterator[Mention]:
    """Yield the numbers of `text`, then the currencies."""
    for found in _NUMBER.finditer(text):
        value = _value(found["value"], found["scale"])
        symbol, unit = found["symbol"] or found["currency"], found["unit"]
        if found["scale"] and found["scale"].lower() == "m":
            value, unit = (int(value * 10**6), "") if symbol else (value, "m")
        start = found.start("symbol") if found["symbol"] else found.start("sign") if found["sign"] else found.start("value")
        counted = _COUNTED.match(text, found.end())
        yield Mention(
            "money" if symbol else "number",
            text[start : found.end()],
            start,
            found.end(),
            number=-value if found["sign"] else value,
            unit=currency(symbol) if symbol else unit_of(unit) if unit else "",
            dimension=UNITS[unit_of(unit)][0] if unit and not symbol else "",
            noun=" ".join(word for word in counted.groups() if word).lower() if counted else "",
        )
    for found in _CURRENCY_NAME.finditer(text):
        yield Mention("currency", found[0], found.start(), found.end(), unit=currency(found[0]))


def unit_of(spelling: str) -> str:
    """Return the name in UNITS for the spelling of a unit, such as "kilos" or "years old"; "" if there is none."""
    spelling = re.sub(r"[\s-]old$", "", spelling.strip(), flags=re.IGNORECASE)
    found = _WHICH_UNIT.fullmatch(spelling)
    return list(UNITS)[found.lastindex - 1] if found else ""


def currency(spelling: str) -> str:
    """Return the code of a currency, such as "EUR" for "euros"; "" if it is none that we know."""
    found = _WHICH_CURRENCY.fullmatch(spelling.strip())
    return list(CURRENCIES)[found.lastindex - 1] if found else ""


def convert(number: float, unit: str, wanted: str) -> float | None:
    """Return how many `wanted` so many `unit` are; None if they measure different things."""
    (dimension, size, _), (other, other_size, _) = UNITS[unit], UNITS[wanted]
    return round(number * size / other_size, 6) if dimension == other else None


def _value(text: str, scale: str | None) -> float:
    if text[0].isdigit() or text[0] == ".":
        if re.fullmatch(r"[\d.]+,\d\d", text):
            text = text.replace(".", "").replace(",", ".")
        value = float(text.replace(",", ""))
    else:
        value = _spelled(text.lower())
    factor = _SCALES.get(scale.lower(), 1) if scale else 1
    value *= factor
    return int(value) if value == int(value) and abs(value) < 1e15 else value


def _spelled(text: str) -> float:
    if text in _PAIRS:
        return _PAIRS[text]
    total = part = 0
    for word in re.findall(r"[a-z]+", text):
        if word in _SCALES:
            part = (part or 1) * _SCALES[word]
            if _SCALES[word] >= 1_000:
                total, part = total + part, 0
        else:
            part += {"a": 1, "an": 1, "and": 0}.get(word, _WORDS.get(word, 0))
    return total + part
