"""Small programs about a row of numbers: "print the even numbers from 2 to 20", "count down from 10 to 1 and then print Liftoff", "add up 1 to 100", "the table of 7"."""

import re

from ..computed.question import Answer
from ..regex import Regex
from .wish import Wish, bare

FARTHEST = 1_000_000
_ASKS = Regex(
    r"\A(?:python(?: code| program| script)?(?: to)? |(?:python )?(?:code|program|script|loop) (?:that |to |which )|how (?:do i|can i|to) |(?:write|give me|show me|make|create|code)\b.{0,40}? (?:that |which |to )?)?(?P<does>prints?|output|display|count(?:s|ing)?)\b(?: me| out)?"
    r"(?P<back> down| backwards?)?(?: all)?(?: the)?(?: (?P<which>even|odd|whole|square))?(?: numbers?| integers?| squares?)?(?P<squared> squared)?"
    r"(?: (?:from|between))?(?: (?P<start>-?\d+))?(?: down| backwards?)?(?: ?(?:to|until|up to|and|through|-) ?(?P<end>-?\d+))(?P<back2> (?:backwards?|in reverse(?: order)?))?(?: in (?:steps of|steps) (?P<step>\d+)s?)?"
    r"(?:,? (?:and )?(?:then|finally|at the end|after that|afterwards)? ?(?:prints?|says?|shows?|outputs?|writes?) [\"“'‘]?(?P<last>[\w !.,-]{1,40}?)[\"”'’]?(?: at the end)?(?=[ .]*\Z| in python| using| with a))?(?P<python> (?:in|with|using) (?:python|a (?:for |while )?loop).*)?\W*\Z",
    re.IGNORECASE,
    "print prints output display count",
)
_TO = r"(?:(?:all |the |whole |natural )*(?:numbers? |integers? )?(?:from |between )?(?P<start>\d{1,6}) ?(?:to|until|up to|through|and|-) ?(?P<end>\d{1,6}))"
_HOW = r"\A(?:.{0,50}\b)?"
_IN = r"(?: (?:in|with|using) (?:python|a (?:for |while )?loop).*)?\W*\Z"
_SUM = Regex(rf"{_HOW}(?:adds?(?: up)?|sums?(?: up)?(?: of)?|calculates? the sum of|total of) {_TO}(?P<python>{_IN})", re.IGNORECASE, "add sum total")
_TABLE = Regex(rf"{_HOW}(?:multiplication|times)[- ]tables? (?:of|for) (?:the (?:number )?|number )?(?P<of>\d{{1,4}})(?P<python>{_IN})|{_HOW}(?:the )?(?P<of2>\d{{1,4}}) times table(?P<python2>{_IN})", re.IGNORECASE, "table")
_RANDOM = Regex(rf"{_HOW}random (?:number|integer|int|whole number)s? (?:from|between) (?P<start>\d{{1,6}}) ?(?:to|and|-) ?(?P<end>\d{{1,6}})(?P<python>{_IN})", re.IGNORECASE, "random")
_LISTED = Regex(rf"{_HOW}(?:list comprehension|one[- ]liner|list) (?:for|of|with|to (?:get|make|create))?(?: the| all)* ?(?P<which>squares?|cubes?|even numbers|odd numbers|numbers)(?: of)?(?: the| all)*(?: numbers)? (?:from |between )?(?P<start>\d{{1,6}}) ?(?:to|until|up to|through|and|-) ?(?P<end>\d{{1,6}})(?P<python>{_IN})", re.IGNORECASE, "list liner")
_CODE = Regex(r"\b(?:python|code|program|script|function|loop|comprehension|one[- ]liner|print|prints)\b", re.IGNORECASE)
_TIMES = Regex(
    r"\A(?:.{0,40}\b)?(?:print|say|write|output)s? [\"“'](?P<text>[^\"”'\n\\]{1,60})[\"”'] (?P<times>\d{1,4}|ten|five|three) times(?P<python> (?:in|with|using) (?:python|a loop).*)?\W*\Z",
    re.IGNORECASE,
    "times",
)
_NUMBERS = {"ten": 10, "five": 5, "three": 3}


def answer(wish: Wish) -> Answer | None:
    """Return the code that prints the numbers, or a text several times; None if nothing of that kind is wanted."""
    text = bare(wish.text)
    if found := _TIMES.match(text):
        times = _NUMBERS.get(found["times"].casefold()) or int(found["times"])
        return _code(f'for _ in range({times}):\n    print("{found["text"]}")', "print again")
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
    backward = start > end or bool(found["back"] or found["back2"] or re.search(r"\b(?:backwards?|reverse)\b", text, re.IGNORECASE))
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
    if found := _TABLE.match(text):
        of = found["of"] or found["of2"]
        return _code(f'for number in range(1, 11):\n    print(f"{{number}} x {of} = {{number * {of}}}")', "multiplication table")
    if (found := _SUM.match(text)) and _CODE.search(text):
        return _code(f"total = 0\nfor number in range({found['start']}, {int(found['end']) + 1}):\n    total += number\nprint(total)", "sum")
    if found := _RANDOM.match(text):
        return _code(f"import random\n\nprint(random.randint({found['start']}, {found['end']}))  # both ends may come", "random")
    if (found := _LISTED.match(text)) and _CODE.search(text):
        kind = found["which"].casefold()
        item = {"square": "n ** 2", "cube": "n ** 3"}.get(kind.removesuffix("s"), "n")
        only = {"even": " if n % 2 == 0", "odd": " if n % 2 == 1"}.get(kind.split()[0], "")
        return _code(f"print([{item} for n in range({found['start']}, {int(found['end']) + 1}){only}])", "list comprehension")
    return None


def _code(code: str, about: str) -> Answer:
    return Answer([(1.0, f"```python\n{code}\n```")], about=about)
