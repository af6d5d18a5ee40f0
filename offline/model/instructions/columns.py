"""Points for and against, side by side."""

import itertools
import re

from ..regex import Regex

_FOR_AND_AGAINST = Regex(r"^\+ .*\n(?:\+ .*\n)*- .*(?:\n- .*)*", re.MULTILINE)


def two_columns(text: str) -> str | None:
    """Return a text with its lines for ("+ ...") and against ("- ...") side by side in a table; None if it has none of either."""
    table = _FOR_AND_AGAINST.sub(_side_by_side, text)
    return table if table != text else None


def _side_by_side(lines: re.Match) -> str:
    pros, cons = ([line[2:].replace("|", "/") for line in lines[0].split("\n") if line[0] == sign] for sign in "+-")
    rows = "\n".join(f"| {one} | {other} |" for one, other in itertools.zip_longest(pros, cons, fillvalue=""))
    return f"| Pros | Cons |\n| --- | --- |\n{rows}"
