"""Questions about a Python list that somebody wrote down: "x = [1, 2, 3], how do I get the last item", "and the first two?".

The answer is the expression, with what it gives for that very list.
"""

import ast
import re

from ..computed.question import Answer
from ..regex import Regex
from .wish import NUMBER, Wish, counted

LONGEST = 200  # characters of a request
MOST = 50  # items of a list
_LIST = Regex(r"\b(?P<name>[a-zA-Z_]\w*)\s*=\s*(?P<list>\[[^\[\]\n]*\])")
_ASKS = Regex(r"\b(?:how|get|what|which|take|give|show|find|print|access|and|now|the)\b", re.IGNORECASE)
_GOES_ON = Regex(
    r"\A\W*(?:(?:and|now|ok|what about|how about|how do i get|how can i get|what is|then|get|show me|give me)\b[\s,]*)+(?:(?:only|just|all of)\s+)?(?:the |its )?",
    re.IGNORECASE,
)
_ITEMS = r"(?: (?:items?|elements?|ones?|values?|entr(?:y|ies)|numbers?))?"
_PLACES = {"second": 1, "third": 2, "fourth": 3, "fifth": 4}
_KINDS = [  # what is asked for, and the expression for it; NAME is the list
    (r"last but one|second (?:to|from the) last|second last", lambda found: "NAME[-2]"),
    (rf"last (?P<n>(?:{NUMBER}))", lambda found: f"NAME[-{counted(found['n'])}:]"),
    (rf"first (?P<n>(?:{NUMBER}))", lambda found: f"NAME[:{counted(found['n'])}]"),
    (rf"last{_ITEMS}", lambda found: "NAME[-1]"),
    (rf"first{_ITEMS}", lambda found: "NAME[0]"),
    (rf"(?P<place>{'|'.join(_PLACES)}){_ITEMS}", lambda found: f"NAME[{_PLACES[found['place'].casefold()]}]"),
    (r"length|size|number of (?:items|elements)|how (?:long|many)", lambda found: "len(NAME)"),
    (r"sum|total", lambda found: "sum(NAME)"),
    (r"biggest|largest|highest|maximum|max", lambda found: "max(NAME)"),
    (r"smallest|lowest|minimum|min", lambda found: "min(NAME)"),
    (r"reversed?|backwards?|other way round", lambda found: "NAME[::-1]"),
    (r"sort(?:ed)?", lambda found: "sorted(NAME)"),
    (rf"every second{_ITEMS}", lambda found: "NAME[::2]"),
]  # fmt: skip
_TAKEN = Regex(r"\b[a-zA-Z_]\w*\[-?\d+\]")
OUT_OF_RANGE = '`{0}` on an empty list raises `IndexError: list index out of range`: there is no item that it could give. Ask first, as an empty list counts as false:\n\n```python\n{1} = []\nif {1}:\n    print({0})\nelse:\n    print("empty")  # empty\n```'


def answer(wish: Wish) -> Answer | None:
    """Return how to get what is asked for, and what that gives; None if no list was written down, or for anything else."""
    text = wish.text
    if len(text) > LONGEST:
        return None
    if re.search(r"\bempty\b", text, re.IGNORECASE) and (taken := _TAKEN.search(text)) and re.search(r"\b(?:list|if)\b", text):
        return Answer([(1.0, OUT_OF_RANGE.format(taken[0], taken[0].partition("[")[0]))], about="Python list")
    own = _LIST.search(text)
    given = own or next((found for said in reversed(wish.before) if (found := _LIST.search(said))), None)
    if given is None:
        return None
    asked = text.replace(own[0], " ") if own else text
    if own and not _ASKS.search(asked):
        return None
    if not own and not _GOES_ON.match(text):
        return None
    told = asked if own else _GOES_ON.sub("", text)
    for words, make in _KINDS:
        pattern = rf"\b(?:{words})\b" if own else rf"(?:{words})(?: (?:of (?:it|them|the list)|please))?\W*"
        if found := (re.search if own else re.fullmatch)(pattern, told.strip(), re.IGNORECASE):
            return _shown(given["name"], given["list"], make(found))
    return None


def _shown(name: str, written: str, expression: str) -> Answer | None:
    try:
        items = ast.literal_eval(written)
    except (ValueError, SyntaxError):  # it holds names, so what it gives cannot be told
        return None
    result = _value(expression, items) if len(items) <= MOST else None
    if result is None:
        return None
    code = expression.replace("NAME", name)
    return Answer([(1.0, f"```python\n{name} = {written}\nprint({code})  # {result}\n```")], short=code, about="Python list")


def _value(expression: str, items: list) -> str | None:
    """Return what an expression of `_KINDS` gives for a list, as Python shows it; None if it has no such item."""
    try:
        if cut := re.fullmatch(r"NAME\[(-?\d*):(-?\d*):?(-?\d*)\]", expression):
            return str(items[slice(*(int(part) if part else None for part in cut.groups()))])
        if at := re.fullmatch(r"NAME\[(-?\d+)\]", expression):
            return str(items[int(at[1])])
        work = {"len(NAME)": len, "sum(NAME)": sum, "max(NAME)": max, "min(NAME)": min, "sorted(NAME)": sorted}[expression]
        return str(work(items))
    except (IndexError, TypeError, ValueError):  # too short, or of different kinds
        return None
