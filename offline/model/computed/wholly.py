"""What the kinds of calculations share: a question that is, but for polite words, wholly of one form; and how a result is said."""

import re
from functools import lru_cache

from . import hints
from .numbers import shown
from .question import Answer, says

ABOUT = "math mathematics arithmetic numbers calculation calculations sums"
N = r"(-?\d[\d,]*(?:\.\d+)?|\.\d+)"
SEVERAL = rf"((?:{N}(?:\s*,\s*(?:and |& )?|\s+and\s+|\s+&\s+|\s+)?)+)"
POLITE = (
    r"(?:(?:hey|hi|hello|please|pls|plz|can|could|you|u|kindly|tell|me|quickly|calculate|compute|evaluate|solve|work|out|find|what|whats|what's|what’s|s|is|are|does|do|how|much|make|makes|"
    r"equal|equals|the|result|answer|value|of|to|for|and|so|ok|then|sum|it|be|would|know|a|number|exactly|quick|math|maths|now|just|give|us|i|need|want|wat|which|question|thanks|thank|show|list|"
    r"name|write|also|again|com|i'd|like|have|get|help|with)\b|[\s=?!.,:'’])*"
)


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern:
    return re.compile(rf"{POLITE}(?:{pattern}){POLITE}", re.IGNORECASE)


def whole(text: str, *patterns: str) -> re.Match | None:
    """Return the match of the first pattern that is, but for polite words, the whole text."""
    return next((found for pattern in patterns if (found := _compiled(pattern).fullmatch(text))), None)


def number(text: str) -> float:
    """Return the number that a text is; an integer where it has no decimals."""
    value = float(text.replace(",", ""))
    return int(text.replace(",", "")) if re.fullmatch(r"-?\d[\d,]*", text) else int(value) if value.is_integer() else value


def exact(result: float) -> bool:
    """Return whether a number is shown with all its decimals."""
    return abs(float(shown(result).replace(",", "")) - result) <= 1e-9 * max(1, abs(result))


def said(expression: str, result: float) -> Answer:
    """Return "expression = result", with "≈" where the result has more decimals than are shown."""
    return says(
        f"{expression} {'=' if exact(result) else '≈'} {shown(result)}.",
        short=shown(result),
        about=ABOUT,
        forms={"hint": [(1.0, hints.hint(expression))]},
    )


def listed(numbers) -> str:
    """Return numbers as "2, 3 and 5"."""
    *first, last = map(shown, numbers)
    return f"{', '.join(first)} and {last}" if first else last
