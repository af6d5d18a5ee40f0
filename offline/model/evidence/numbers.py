"""Numbers in digits and words, with their units or as money: "two hours", "$1,249.50", "12 km/h", "a dozen eggs"."""

import re
from collections.abc import Iterator

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

# Unit: (dimension, how many of the dimension's first unit one of it is, spellings)
UNITS = {
    "second": ("time", 1, "seconds? secs? s"),
    "minute": ("time", 60, "minutes? mins?"),
    "hour": ("time", 3_600, "hours? hrs? h"),
    "day": ("time", 86_400, "days?"),
    "week": ("time", 604_800, "weeks?"),
    "month": ("time", 2_629_800, "months?"),
    "year": ("time", 31_557_600, "years? yrs? yo y/o"),
    "mm": ("length", 0.001, "mm millimet(?:er|re)s?"),
    "cm": ("length", 0.01, "cm centimet(?:er|re)s?"),
    "m": ("length", 1, "m met(?:er|re)s?"),
    "km": ("length", 1_000, "km kms kilomet(?:er|re)s?"),
    "inch": ("length", 0.0254, "inch inches"),
    "foot": ("length", 0.3048, "ft foot feet"),
    "mile": ("length", 1_609.344, "miles? mi"),
    "mg": ("weight", 0.001, "mg"),
    "g": ("weight", 1, "g grams? gr"),
    "kg": ("weight", 1_000, "kg kgs kilos? kilograms?"),
    "ounce": ("weight", 28.349523, "oz ounces?"),
    "lb": ("weight", 453.59237, "lbs? pounds?"),
    "ton": ("weight", 1_000_000, "tons? tonnes?"),
    "ml": ("volume", 0.001, "ml millilit(?:er|re)s?"),
    "l": ("volume", 1, "l lit(?:er|re)s?"),
    "gallon": ("volume", 3.785412, "gallons?"),
    "kmh": ("speed", 1, r"km/h kmh kph"),
    "mph": ("speed", 1.609344, "mph"),
    "ms": ("speed", 3.6, "m/s"),
    "celsius": ("temperature", 1, r"°\s?c ℃ celsius degrees?\s+celsius degrees?\s+c"),
    "fahrenheit": ("temperature", 1, r"°\s?f ℉ fahrenheit degrees?\s+fahrenheit degrees?\s+f"),
    "degree": ("temperature", 1, "° degrees?"),
    "percent": ("percent", 1, "% percent pct"),
    "sqm": ("area", 1, r"m² m2 sqm sq\.?\s?m square\s+met(?:er|re)s?"),
    "sqft": ("area", 0.09290304, r"sq\.?\s?ft square\s+feet"),
    "kb": ("data", 1, "kb"),
    "mb": ("data", 1_000, "mb"),
    "gb": ("data", 1_000_000, "gb"),
    "tb": ("data", 1_000_000_000, "tb"),
    "hz": ("frequency", 1, "hz"),
    "khz": ("frequency", 1_000, "khz"),
    "mhz": ("frequency", 1_000_000, "mhz"),
    "ghz": ("frequency", 1_000_000_000, "ghz"),
    "w": ("power", 1, "watts? w"),
    "kw": ("power", 1_000, "kw"),
    "kcal": ("energy", 1, "kcal calories"),
    "kwh": ("energy", 860.42, "kwh"),
    "star": ("rating", 1, "stars? out\\s+of\\s+\\d+ /\\s?10 /\\s?5 points"),
    "cup": ("measure", 1, "cups?"),
    "measure": (
        "measure",
        1,
        "bottles? glass glasses cans? bags? packs? packets? boxes box jars? slices? tbsp tablespoons? tsp teaspoons? pinch"
        " pinches cloves? bunch bunches handful bars?",
    ),
}
CURRENCIES = {
    "USD": r"US\$ \$ USD dollars? bucks",
    "EUR": "€ EUR euros?",
    "GBP": "£ GBP pounds\\s+sterling pounds? quid",
    "JPY": "¥ JPY yen",
    "INR": "₹ INR rupees?",
    "CHF": "CHF francs?",
    "CAD": "CAD",
    "AUD": "AUD",
    "CNY": "CNY RMB yuan",
    "SEK": "SEK",
    "NOK": "NOK",
    "DKK": "DKK",
    "PLN": "PLN zloty",
    "CZK": "CZK",
    "BRL": "R\\$ BRL reais",
    "MXN": "MXN pesos?",
    "KRW": "₩ KRW",
    "BTC": "BTC bitcoins?",
}


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
