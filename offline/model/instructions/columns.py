"""Tables: points for and against side by side, and a table in Markdown as CSV or JSON."""

import itertools
import json
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


def grid(table: str) -> list[list[str]]:
    """Return the cells of a table in Markdown, row by row, the titles first."""
    lines = [line.strip("|").split(" | ") for line in table.splitlines() if line.startswith("|") and not line.startswith("| ---")]
    return [[cell.strip() for cell in line] for line in lines]


def as_csv(table: str) -> str:
    """Return a table in Markdown as CSV; numbers have no commas there."""
    lines = [[re.sub(r"(?<=\d),(?=\d{3}\b)", "", cell) for cell in row] for row in grid(table)]
    return "\n".join(",".join(f'"{cell}"' if re.search(r'[,"]', cell) else cell for cell in row) for row in lines)


def as_json(table: str) -> str:
    """Return a table in Markdown as a JSON array of objects, its numbers as numbers."""
    titles, *rows = grid(table)
    keys = [re.sub(r"\W+", "_", title.casefold()).strip("_") for title in titles]
    return json.dumps([dict(zip(keys, map(_typed, row), strict=True)) for row in rows], ensure_ascii=False, indent=1)


def _typed(cell: str) -> str | int | float:
    number = cell.replace(",", "")
    if re.fullmatch(r"-?\d+", number):
        return int(number)
    return float(number) if re.fullmatch(r"-?\d+\.\d+", number) else cell
