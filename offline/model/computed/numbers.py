"""Write numbers as people do, and read number words."""

import re

from ..meaning import knowledge

_SCALE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}


def shown(number: float) -> str:
    """Return a number with at most six significant decimals, and a comma between thousands."""
    if abs(number) >= 1e15 and not isinstance(number, int):
        return f"{number:.6g}"
    if float(number).is_integer():
        return f"{int(number):,}"
    decimals = 2 if abs(number) >= 10 else 4
    return f"{number:,.{decimals}f}".rstrip("0").rstrip(".") if abs(number) >= 0.001 else f"{number:.4g}"


def digits(text: str) -> str:
    """Return `text` with its number words as digits: "twenty five" is "25"."""
    small = {word: number for number, word in enumerate(knowledge().numbers)}
    words = {**{word: str(number) for word, number in small.items()}, **{word: str(number) for word, number in _TENS.items()}}
    tens, ones = "|".join(_TENS), "|".join(word for word, number in small.items() if 0 < number < 10)
    text = re.sub(
        rf"\b({tens})[\s-]({ones})\b", lambda m: str(_TENS[m[1].casefold()] + small[m[2].casefold()]), text, flags=re.IGNORECASE
    )
    text = re.sub(rf"\b({'|'.join(words)})\b", lambda m: words[m[1].casefold()], text, flags=re.IGNORECASE)
    text = re.sub(r"\ba (?=hundred|thousand|million|billion)", "1 ", text, flags=re.IGNORECASE)
    return re.sub(
        rf"\b(\d+(?:\.\d+)?)\s+({'|'.join(_SCALE)})\b",
        lambda m: (
            f"{float(m[1]) * _SCALE[m[2].casefold()]:g}"
            if float(m[1]) * _SCALE[m[2].casefold()] < 1e6
            else str(int(float(m[1]) * _SCALE[m[2].casefold()]))
        ),
        text,
        flags=re.IGNORECASE,
    )
