"""Small programs about a row of numbers: "print the even numbers from 2 to 20", "count down from 10 to 1 and then print Liftoff", "add up 1 to 100", "the table of 7"."""

import re
from functools import cache

from ...tables import read_table
from ..coding.changing import with_while
from ..computed.question import Answer
from ..regex import Regex
from .wish import Wish, bare

FARTHEST = 1_000_000
_ASKS = Regex(
    r"\A(?:python(?: code| program| script)?(?: to)? |(?:python )?(?:code|program|script|loop) (?:that |to |which )|how (?:do i|can i|to) |(?:write|give me|show me|make|create|code)\b.{0,40}? (?:that |which |to )?)?(?P<does>prints?|output|display|goes|runs|count(?:s|ing)?)\b(?: me| out)?"
    r"(?P<back> down| backwards?)?(?: all)?(?: the)?(?: (?P<which>even|odd|whole|square))?(?: numbers?| integers?| squares?)?(?P<squared> squared)?"
    r"(?: (?:from|between))?(?: (?P<start>-?\d+))?(?: down| backwards?)?(?: ?(?:to|until|up to|and|through|-) ?(?P<end>-?\d+))(?P<back2> (?:backwards?|in reverse(?: order)?))?(?: in (?:steps of|steps) (?P<step>\d+)s?)?"
    r"(?:,? (?:and )?(?:then|finally|at the end|after that|afterwards)? ?(?:prints?|says?|shows?|outputs?|writes?) [\"“'‘]?(?P<last>[\w !.,-]{1,40}?)[\"”'’]?(?: at the end)?(?=[ .]*\Z| in python| using| with a))?(?P<python> (?:in|with|using) (?:python|a (?:for |while )?loop).*)?\W*\Z",
    re.IGNORECASE,
    "print prints output display count goes runs",
)
_TO = r"(?:(?:all |the |whole |natural )*(?:numbers? |integers? )?(?:from |between )?(?P<start>\d{1,6}) ?(?:to|until|up to|through|and|-) ?(?P<end>\d{1,6}))"
_HOW = r"\A(?:.{0,50}\b)?"
_IN = r"(?: (?:(?:in|with|using) )?(?:python|a (?:for |while )?loop).*)?\W*\Z"
_SHORT = {
    "HOW": _HOW, "TO": _TO, "IN": _IN,
    "LIST": r"(?:list comprehension|one[- ]liner|list) (?:for|of|with|to (?:get|make|create))?(?: the| all)* ?",
}  # fmt: skip
_WHILE = Regex(r"\bwhile\b", re.IGNORECASE)
_CONVERTED = Regex(
    r"(?=.*\b(?:python|code|program|function|script)\b).*\b(?:converts?|converting|turns?|changes?|from) (?P<source>[a-z]+) (?:to|into) (?P<target>[a-z]+)\b",
    re.IGNORECASE,
    "convert turn change from",
)
_CODE = Regex(r"\b(?:python|code|program|script|function|loop|comprehension|one[- ]liner|print|prints)\b", re.IGNORECASE)
_TIMES = Regex(
    r"\A(?:.{0,40}\b)?(?:print|say|write|output)s? (?:out )?(?:[\"“'](?P<text>[^\"”'\n\\]{1,60})[\"”']|(?P<bare>my name|hello(?: world)?|hi)) (?P<times>\d{1,4}|ten|five|three) times(?P<python> (?:in|with|using) (?:python|a loop).*)?\W*\Z",
    re.IGNORECASE,
    "times",
)
_REPEATS = Regex(
    r"\A(?:.{0,40}\b)?(?:for )?loop (?:that |which |to )?(?:runs?|repeats?|goes|loops?|do something|executes?) (?P<times>\d{1,4}|ten|five|three) times\b.*\Z",
    re.IGNORECASE,
    "times",
)
_OTHERS = Regex(
    r"\W*(?:(?:and|now|what about|how about|the same for|ok)\W+)*(?:the )?(?P<which>odd|even)(?: ones?| numbers?)\W*\Z",
    re.IGNORECASE,
    "odd even",
)
_NUMBERS = {"ten": 10, "five": 5, "three": 3}


def answer(wish: Wish) -> Answer | None:
    """Return the code that prints the numbers, or a text several times; None if nothing of that kind is wanted."""
    found = _answer(wish)
    code = found and _WHILE.search(wish.text) and with_while(found.ways[0][1].removeprefix("```python\n").removesuffix("\n```"))
    return _code(code, "while loop") if code else found


def _answer(wish: Wish) -> Answer | None:
    text = bare(wish.text)
    if found := _TIMES.match(text) or _REPEATS.match(text):
        times = _NUMBERS.get(found["times"].casefold()) or int(found["times"])
        said = found.groupdict().get("text") or {"my name": "Ada"}.get(found.groupdict().get("bare") or "", "Hello")
        return _code(f'for _ in range({times}):\n    print("{said}")', "print again")
    if (other := _OTHERS.match(text)) and wish.before:
        return _answer(Wish(re.sub(r"\b(?:even|odd)\b", other["which"], wish.before[-1], flags=re.IGNORECASE)))
    if made := _of_numbers(text):
        return made
    found = _ASKS.match(text)
    if not found or (found["does"].casefold().startswith("count") and not _CODE.search(text)):
        return None
    start, end = int(found["start"] or 1), int(found["end"])
    if max(abs(start), abs(end)) > FARTHEST:
        return None
    which = (found["which"] or "").casefold()
    step = int(found["step"] or (2 if which in ("even", "odd") else 1))
    if step == 0:
        return None
    backward = start > end or bool(
        found["back"] or found["back2"] or re.search(r"\b(?:backwards?|reverse)\b", text, re.IGNORECASE)
    )
    first, last = (max(start, end), min(start, end)) if backward else (start, end)
    if which in ("even", "odd") and first % 2 != (which == "odd"):
        first += -1 if backward else 1
    numbers = [str(first), str(last - 1 if backward else last + 1)] + (
        [str(-step if backward else step)] if step > 1 or backward else []
    )
    shown = "number ** 2" if which == "square" or found["squared"] or "squares" in text.casefold() else "number"
    last = found["last"] and found["last"].strip()
    last = f'\nprint("{last}{"!" if f"{last}!" in wish.text else ""}")' if last else ""
    return _code(f"for number in range({', '.join(numbers)}):\n    print({shown}){last}", "range")


def _of_numbers(text: str) -> Answer | None:
    """Return the code for a sum, a table, a random number or a list of numbers that is asked for; None for anything else."""
    for pattern, row in _rows():
        if (found := pattern.match(text)) and ("code" not in row or _CODE.search(text)):
            values = {name.rstrip("2"): value for name, value in found.groupdict().items() if value}
            return _code(row["say"].format(**values, after=int(values.get("end", 0)) + 1), "numbers")
    found = _CONVERTED.search(text)
    return _converter(found["source"], found["target"]) if found else None


@cache
def _rows() -> list[tuple[Regex, dict]]:
    long = re.compile("|".join(_SHORT))
    rows = read_table("everyday/loops.yaml")
    return [(Regex(long.sub(lambda m: _SHORT[m[0]], row["asked"]), re.IGNORECASE), row) for row in rows]


def _converter(source: str, target: str) -> Answer | None:
    """Return a function that converts between two units of a kind; None for others, and for degrees, which need more than a factor."""
    units = {
        name: (kind, one, row["size"])
        for kind, rows in read_table("units.yaml").items()
        for one, row in rows.items()
        if "size" in row
        for name in (one, *row["names"].split())
    }
    found = [units.get(name.casefold()) for name in (source, target)]
    if not all(found) or found[0][0] != found[1][0] or found[0][0] == "temperature":
        return None
    (_, one, size), (_, other, other_size) = found
    factor = f"{size / other_size:.8g}"
    by = f"* {factor}" if size >= other_size or (other_size / size) % 1 else f"/ {other_size / size:.8g}"
    name, plural = f"to_{other.replace(' ', '_').replace('-', '_')}", one.replace(" ", "_").replace("-", "_")
    return _code(f"def {name}({plural}):\n    return {plural} {by}\n\nprint({name}(10))", "conversion")


def _code(code: str, about: str) -> Answer:
    return Answer([(1.0, f"```python\n{code}\n```")], about=about)
