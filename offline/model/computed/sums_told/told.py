"""A story with numbers: its text in one plain spelling, from which the kinds take the numbers that they understand."""

import re
from dataclasses import dataclass, replace

from ...regex import Regex
from ..numbers import digits, shown
from ..question import Answer, says

N = r"(\d+(?:\.\d+)?)(?![\d.]*\d)"  # a number
MONEY = rf"{N}(?: money\b)?"  # an amount
EACH = r"(?:each|apiece|a piece|per (?:piece|person|item|one)|every one)"
ABOUT = "math mathematics arithmetic numbers calculation money"
_ASKS = Regex(
    r"\bhow (?:much|many|long|far|fast|old|high|big)\b|\bwhat(?:'s|s)?\b|\bwhich\b|\bwhen\b|\bscale\b|\bcalculate\b|\bper ?cent\b|%|\bcheaper\b|\benough\b|\baltogether\b|\bbetter\b|\bchange\b|\bconvert\b|\btotal\b|\bsplit\b|\barea\b|\bperimeter\b|\bvolume\b|\bcircumference\b|\bhypotenuse\b|\bdiagonal\b",
    re.IGNORECASE,
)
_SIGNS = {"€": "euros", "$": "dollars", "£": "pounds"}
_CURRENCY = Regex(
    r"(?P<before>[€$£]) ?(?P<n>\d[\d.,]*\d|\d)|(?P<m>\d[\d.,]*\d|\d) ?(?P<after>[€$£]|(?:euros?|eur|dollars?|usd|bucks|pounds?|gbp|quid|francs?|chf|rupees?|zloty|yen|kronor|cents?)\b)",
    re.IGNORECASE,
)
_NAMES = {"eur": "euros", "euro": "euros", "usd": "dollars", "dollar": "dollars", "bucks": "dollars", "gbp": "pounds", "pound": "pounds", "quid": "pounds", "chf": "francs", "franc": "francs", "cent": "cents", "rupee": "rupees"}  # fmt: skip
_DOZEN = Regex(r"\b(?:(?P<half>half an?)|an?|one|(?P<n>\d+)) dozen(?: of)?\b", re.IGNORECASE, needs="dozen")
_HALF = Regex(
    r"\b(?P<half>half an) hour\b|\b(?:an (?P<unit>hour) and a half|(?P<n>\d+) and a half)\b", re.IGNORECASE, needs="half"
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass
class Told:
    """The text of a story in lower case, its numbers with a point, money without its sign; and the currency, or ""."""

    text: str
    currency: str = ""

    def anew(self) -> "Told":
        """Return the same story for another kind to take from."""
        return replace(self)

    def take(self, *patterns: Regex) -> re.Match | None:
        """Return the first match of the first pattern that is found, and take it out of the text."""
        for pattern in patterns:
            if found := pattern.search(self.text):
                self.text = f"{self.text[: found.start()]} ; {self.text[found.end() :]}"
                return found
        return None

    def asks(self, pattern: Regex) -> bool:
        """Return whether the text has words, which stay in it."""
        return bool(pattern.search(self.text))

    @property
    def left(self) -> list[str]:
        """The numbers that were not taken."""
        return _NUMBER.findall(self.text)

    def money(self, amount: float) -> str:
        """Return an amount as people write money: "53.97 euros", or "53.97" where no currency was named."""
        amount = round(amount, 2)
        written = f"{amount:,.0f}" if amount == int(amount) else f"{amount:,.2f}"
        return f"{written} {self.currency}" if self.currency else written


def read(text: str) -> Told | None:
    """Return a text as a story; None if it asks nothing that could be worked out, or its numbers could be read in two ways."""
    if not _ASKS.search(text):
        return None
    if re.search(r"\d\.\d{3}(?!\d)", text):  # a thousand in some countries, a little more than one in others
        return None
    named: list[str] = []

    def plain(found: re.Match) -> str:
        sign = (found["before"] or found["after"]).casefold()
        named.append(_SIGNS.get(sign) or _NAMES.get(sign, sign))
        return f"{found['n'] or found['m']} money"

    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text.replace("’", "'"))
    text = re.sub(r"(?<=\d),(?=\d{1,2}(?!\d))", ".", text)
    text = _DOZEN.sub(lambda found: "6" if found["half"] else str(12 * int(found["n"] or 1)), digits(text))
    text = _HALF.sub(lambda found: f"{found['n'] or '01'[bool(found['unit'])]}.5{'' if found['n'] else ' hours'}", text)
    text = _CURRENCY.sub(plain, text).casefold()
    text = re.sub(r"\bper ?cents?\b", "%", text)
    if len(set(named)) > 1:
        return None
    return Told(re.sub(r"(?<=\d) %", "%", " ".join(text.split())), "".join(named[:1]))


def value(found: str | None) -> float:
    """Return the number that a text is."""
    return float(found or 0)


def worked(text: str, short: str) -> Answer:
    """Return the answer to a story: how it is worked out, and the result alone."""
    return says(text, short=short, about=ABOUT)


def plural(count: float, word: str) -> str:
    """Return a number with a word in the right form."""
    return f"{shown(count)} {word if count == 1 else word + 's'}"
