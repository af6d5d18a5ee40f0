"""Haikus of 5, 7 and 5 syllables."""

from functools import cache

from ...tables import read_table
from .syllables import filled_up, syllables
from .wish import capital


def made(subject: str, clause: str, kind: str) -> str | None:
    """Return a haiku on a subject and what it does (`clause`); None if they do not fit into its lines."""
    if any(map(str.isdigit, subject + clause)):
        return None
    told = read_table("everyday/verses.yaml")["haiku"]
    if clause:
        first, second = filled_up(subject, 5), filled_up(clause, 7)
        return f"{capital(first)}\n{second}.\n{told['ends'][kind]}" if first and second else None
    if line := filled_up(subject, 5):
        return f"{capital(line)}.\nThe whole day holds its breath now.\n{told['plain'][kind]}"
    line = filled_up(subject, 7) if syllables(subject) != 6 else f"and {subject}"
    if not line:
        return None
    light = told["early" if "morning" in line else "first"]
    goes_on = line.startswith("and ")
    return f"{light}{',' if goes_on else ':'}\n{line}.\n{told['ends' if goes_on else 'plain'][kind]}"


def is_one(text: str) -> bool:
    """Return whether a text is a haiku of the file, or has three lines of 5, 7 and 5 syllables; how many a number has is not known."""
    return text in _ready() or ([syllables(line) for line in text.split("\n")] == [5, 7, 5] and not any(map(str.isdigit, text)))


@cache
def _ready() -> frozenset[str]:
    told = read_table("everyday/verses.yaml")
    return frozenset(one["haiku"] for one in (*told["about"], *told["kinds"].values()) if "{" not in one["haiku"])
