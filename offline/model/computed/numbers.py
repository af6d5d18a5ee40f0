"""Write numbers as people do, and read number words."""

import re
from functools import cache, lru_cache

from ...tables import read_table

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


@lru_cache(maxsize=1024)
def digits(text: str) -> str:
    """Return `text` with its number words as digits: "twenty five" is "25"."""
    words, joined, scaled = _patterns()
    if not words.search(text):
        return text
    small = {word: number for number, word in enumerate(_words())} | _TENS
    text = joined.sub(lambda found: str(small[found[1].casefold()] + small[found[2].casefold()]), text)
    text = words.sub(lambda found: str(small.get(found[0].casefold(), found[0])), text)
    text = re.sub(r"\ban? (?=hundred|thousand|million|billion)", "1 ", text, flags=re.IGNORECASE)
    return scaled.sub(lambda found: f"{float(found[1]) * _SCALE[found[2].casefold()]:.0f}", text)


@cache
def _words() -> list[str]:
    """Return the words for the numbers from zero on."""
    words: str = read_table("tools.yaml")["numbers"]
    return words.split()


@cache
def _patterns() -> tuple[re.Pattern, re.Pattern, re.Pattern]:
    """Return what finds number words, tens joined to ones ("twenty-five"), and numbers before "hundred" and the like."""
    tens, ones = "|".join(_TENS), "|".join(_words()[1:10])
    words = "|".join([*_words(), *_TENS, *_SCALE])
    return (
        re.compile(rf"\b(?:{words})\b", re.IGNORECASE),
        re.compile(rf"\b({tens})[\s-]({ones})\b", re.IGNORECASE),
        re.compile(rf"\b(\d+(?:\.\d+)?)\s+({'|'.join(_SCALE)})\b", re.IGNORECASE),
    )
