"""Lists and tables as they are written: bullets, "Rust, Go and C", rows with columns."""

import re
from itertools import islice

MOST = 100  # items or rows

_LINE = re.compile(r"^[ \t]*(?:[-*•·]|\d{1,2}[.)])[ \t]+(\S.*?)[ \t]*$", re.MULTILINE)
_SEPARATOR = re.compile(
    r"\s*,\s*(?:and\s+|or\s+)?(?![^()\n]{0,60}\))|\s*;\s*|\s+(?:and|or|plus|&)\s+(?![^()\n]{0,60}\))|\s*\n\s*", re.IGNORECASE
)
_NUMBERED = re.compile(r"\s*(?<!\w)\d{1,2}[.)]\s+")
_ARTICLE = re.compile(r"(?:an?\s+|the\s+|some\s+|my\s+)(?=\w)", re.IGNORECASE)
_COLUMN = re.compile(r"[^\W\d][\w ./()%$€#-]{0,40}")


def bullets(text: str) -> list[tuple[int, int]]:
    """Return the places of what stands in bulleted or numbered lines."""
    return [found.span(1) for found in _LINE.finditer(text)][:MOST]


def items(text: str, start: int, end: int, articles: bool = False) -> list[tuple[int, int]]:
    """Return the places of the items of "Rust, Go and C", or of bulleted lines; articles left out unless they are wanted."""
    lines = [(start + first, start + behind) for first, behind in bullets(text[start:end])]
    if len(lines) > 1:
        return lines
    separators = _NUMBERED if len(_NUMBERED.findall(text, start, end)) > 1 else _SEPARATOR
    found, place = [], start
    for separator in [*islice(separators.finditer(text, start, end), MOST), None]:
        behind = separator.start() if separator else end
        piece = text[place:behind]
        first = place + len(piece) - len(piece.lstrip(" \"'“"))
        behind = place + len(piece.rstrip(" .!?\"'”"))
        if not articles and (article := _ARTICLE.match(text, first, behind)):
            first = article.end()
        if first < behind:
            found.append((first, behind))
        place = separator.end() if separator else end
    return found


def tables(text: str) -> list[list[str]]:
    """Return the rows of each table (commas, semicolons, tabs or bars), a row as lines of "column: cell"."""
    found: list[list[str]] = []
    lines = text.split("\n")
    place = 0
    while place < len(lines) - 1:
        separator = next((mark for mark in ("|", "\t", ";", ",") if mark in lines[place]), None)
        columns = _cells(lines[place], separator) if separator else []
        rows = []
        while len(columns) > 1 and place + 1 < len(lines):
            cells = _cells(lines[place + 1], separator)
            if len(cells) != len(columns):
                break
            if not all(re.fullmatch(r"[:\s-]*", cell) for cell in cells):
                rows.append("\n".join(f"{column}: {cell}" for column, cell in zip(columns, cells, strict=True)))
            place += 1
        if rows and all(_COLUMN.fullmatch(column) for column in columns):
            found.append(rows[:MOST])
        place += 1
    return found


def _cells(line: str, separator: str) -> list[str]:
    return [cell.strip(" \"'") for cell in line.strip().strip("|").split(separator)]
