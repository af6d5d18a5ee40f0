"""What time it is elsewhere when it is some time here: by standard time, from data/zones.yaml, and how summer time shifts it."""

import re
from functools import cache

from ....tables import read_table
from ...regex import Regex
from ..question import Answer
from .told import Told, worked

_CLOCK = r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))? ?(?P<half>a\.?m\.?|p\.?m\.?|o'?clock)?(?! ?(?:hours?|days?|km|money|%))"
_GIVEN = r"(?P<here>[a-z ]+?)"
_ASKED = r"(?P<there>[a-z ]+?)"
_STORY = (
    Regex(rf"\b(?:if|when) (?:it's|it is|its)? ?{_CLOCK}(?: here)? in {_GIVEN},? (?:what|which|then what)(?:'s|s| is)?(?: the)? (?:time|hour)(?: is it| it is| is)?(?: then)?(?: in)? {_ASKED}\W*\Z", needs="hour time"),
    Regex(rf"\b(?:what|which)(?:'s|s| is)?(?: the)? (?:time|hour)(?: is it| is)? in {_ASKED},? (?:if|when) (?:it's|it is|its)? ?{_CLOCK}(?: is)? in {_GIVEN}\W*\Z", needs="hour time"),
    Regex(rf"\b{_CLOCK},? in {_GIVEN} (?:is|=) (?:what|which) (?:time )?in {_ASKED}\W*\Z"),
    Regex(rf"\b(?:convert|what(?:'s|s| is)) {_CLOCK} {_GIVEN}(?: time)? (?:to|in) {_ASKED}(?: time)?\W*\Z"),
)  # fmt: skip
_APART = Regex(
    r"\btime (?:difference|zone difference)\b.*\b(?:between|from) (?P<here>[a-z ]+?) (?:and|to) (?P<there>[a-z ]+?)\W*\Z",
    needs="time",
)
_OF_ONE = Regex(
    r"\W*(?:(?:please|tell me|hi|hey|and|so|do you know)\W+)*(?:(?:what|which)(?:'s|s| is)?(?: the)? time ?zone (?:is|does|of|in|for|do)?(?: (?:in|of|have)\b)?|(?:in )?(?:what|which) time ?zone (?:is|are|does))(?: the)? ?\b(?P<there>[a-z ]+?)(?: in| have| use| has)?\W*\Z",
    needs="zone",
)
NOTE = "This goes by standard time in 2026; I have no live data, and clock rules change."
_SUMMER = {"eu": "late March to late October", "us": "mid-March to early November", "south": "October to early April"}


def answer(told: Told) -> Answer | None:
    """Return the time at another place; None where a place is not in the table."""
    for pattern in _STORY:
        if (found := pattern.search(told.text)) and (there := _place(found["there"])) and (here := _place(found["here"])):
            return _at(found, here, there)
    return None


def apart(text: str) -> Answer | None:
    """Return how many hours two places are apart, or one is from UTC; None if that is not asked."""
    if (one := _OF_ONE.match(text.casefold())) and (place := _place(one["there"])):
        return _of_one(*place)
    found = _APART.search(text.casefold())
    here, there = (_place(found["here"]), _place(found["there"])) if found else (None, None)
    if not here or not there:
        return None
    hours = there[1]["utc"] - here[1]["utc"]
    if not hours:
        return worked(f"{here[0]} and {there[0]} have the same standard time.{_shift(here, there)} {NOTE}", "none")
    said = f"{abs(hours):g} hour{'s' if abs(hours) != 1 else ''}"
    way = "ahead of" if hours > 0 else "behind"
    return worked(f"{there[0]} is {said} {way} {here[0]}, by standard time.{_shift(here, there)} {NOTE}", said)


def _of_one(name: str, row: dict) -> Answer:
    hours, minutes = divmod(round(abs(row["utc"]) * 60), 60)
    zone = f"UTC{'-' if row['utc'] < 0 else '+'}{hours}{f':{minutes:02d}' if minutes else ''}"
    summer = f" In summer ({_SUMMER[row['summer']]}) it is one hour ahead of that." if row["summer"] != "none" else ""
    return worked(f"{name} is at {zone} by standard time.{summer} {NOTE}", zone)


def _at(found: re.Match, here: tuple[str, dict], there: tuple[str, dict]) -> Answer | None:
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), (found["half"] or "").replace(".", "")
    if hour > 24 or minute > 59 or (half in ("am", "pm") and not 1 <= hour <= 12):
        return None
    hour = hour % 12 + (12 if half == "pm" else 0) if half in ("am", "pm") else hour
    minutes = hour * 60 + minute + round((there[1]["utc"] - here[1]["utc"]) * 60)
    day = {-1: " on the day before", 0: "", 1: " on the next day"}[minutes // 1440]
    clock = _clock(minutes % 1440, twelve=half in ("am", "pm"))
    return worked(
        f"When it is {_clock(hour * 60 + minute, twelve=half in ('am', 'pm'))} in {here[0]}, it is {clock}{day} in {there[0]}.{_shift(here, there)} {NOTE}",
        f"{clock}{day}",
    )


def _clock(minutes: int, *, twelve: bool) -> str:
    hour, minute = divmod(minutes % 1440, 60)
    if minutes % 720 == 0 and twelve:
        return "noon" if hour else "midnight"
    if not twelve:
        return f"{hour:02d}:{minute:02d}"
    return f"{hour % 12 or 12}{f':{minute:02d}' if minute else ''} {'am' if hour < 12 else 'pm'}"


def _shift(here: tuple[str, dict], there: tuple[str, dict]) -> str:
    """Return how summer time changes the difference, as a sentence with a space before it."""
    one, other = here[1]["summer"], there[1]["summer"]
    if one == other:
        return ""
    shifts = []
    if other != "none":
        shifts.append(f"an hour later while {there[0]} has summer time ({_SUMMER[other]})")
    if one != "none":
        shifts.append(f"an hour earlier while {here[0]} has summer time ({_SUMMER[one]})")
    return f" There it is {', and '.join(shifts)}."


def _place(words: str) -> tuple[str, dict] | None:
    words = re.sub(r"\A(?:the|in) |\b(?:now|time|then)\b", "", words.strip()).strip()
    row = _zones().get(words)
    name = words.upper() if words in ("uk", "uae", "nyc", "la") else " ".join(word.capitalize() for word in words.split())
    return (name.replace(" De ", " de "), row) if row else None


@cache
def _zones() -> dict[str, dict]:
    return {name: row for row in read_table("zones.yaml") for name in row["names"].split("|")}
