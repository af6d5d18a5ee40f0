"""A calculation that goes on from the one before: "and plus 9?", "divide that by 4", "and of 90?", "and in binary?", "show the steps"."""

import re

from ..regex import Regex
from .numbers import digits
from .question import Question
from .wholly import N

_GOES_ON = Regex(
    r"\A\W*(?:(?:and|then|now|ok|so|please|can you|let's|that|it|this|thanks|thank you)\W+)*(?:(?P<sign>plus|minus|times|divided by|multiplied by|[-+*/x×÷])\s*(?P<by>[\d(].*)|(?P<power>squared|cubed)"
    r"|(?P<does>add|subtract|take(?: away)?|deduct) (?P<some>\d[\d.,]*) (?:to|from) (?:it|that|this|the (?:result|answer))"
    r"|(?P<puts>add|subtract|take|deduct|multiply) (?:it|that|this|the (?:result|answer)) (?P<link>to|from|with|by) (?P<whole>\d[\d.,]*)"
    r"|(?P<verb>divide|multiply|add|subtract|take(?: away)?|double|halve|triple|square)(?: (?:it|that|this|the (?:result|answer)))?(?: (?:by|with|to it|from it|off))?\s*(?P<with>\d[\d.,]*)?"
    r"|(?P<share>half|a third|a quarter|(?P<percent>[\d.]+) ?(?:%|percent)) of (?:it|that|this|the result))(?:\W+(?:please|now|again|then|too))*\W*\Z",
    re.IGNORECASE,
)
_VERBS = {"divide": "{0} / {1}", "multiply": "{0} * {1}", "add": "{0} + {1}", "subtract": "{0} - {1}", "take": "{0} - {1}", "double": "{0} * 2",
          "halve": "{0} / 2", "triple": "{0} * 3", "square": "{0} squared"}  # fmt: skip
_SHARES = {"half": "{0} / 2", "a third": "{0} / 3", "a quarter": "{0} / 4"}


_LEFT = Regex(
    r"\W*(?:(?:and|so|then|what|what's|is|how|much|would|be|the)\W+)*(?:left|rest|remaining|remains|over)(?: over| then)?\W*",
    re.IGNORECASE,
)
_SHARE = Regex(rf"% of {N} (?:is|=) (?P<part>[\d,.]*\d)\.?\Z")


def again(question: Question) -> str | None:
    """Return the calculation that goes on from the last result: "and plus 9?" or "divide by 4" after "17*23"."""
    found = _GOES_ON.match(digits(question.text).replace("’", "'")) if len(question.text) < 60 else None
    last = next(iter(question.earlier("assistant")), "")
    if (share := _SHARE.search(last)) and _LEFT.fullmatch(question.text):
        return f"{share[1]} - {share['part']}"
    result = re.search(rf"(?:=|is|:)\s*{N}\.?\s*\Z", last)
    if not found or not result:
        return None
    last_one = result[1].replace(",", "")
    if found["sign"]:
        return f"{last_one} {found['sign']} {found['by']}"
    if found["power"]:
        return f"{last_one} {found['power']}"
    if found["share"]:
        return f"{found['percent']}% of {last_one}" if found["percent"] else _SHARES[found["share"].casefold()].format(last_one)
    if found["does"]:
        return f"{last_one} {'+' if found['does'].casefold() == 'add' else '-'} {found['some']}"
    if found["puts"]:
        whole, sign = found["whole"], {"add": "+", "multiply": "*"}.get(found["puts"].casefold(), "-")
        return f"{whole} {sign} {last_one}" if found["link"].casefold() in ("to", "from") else f"{last_one} {sign} {whole}"
    form = _VERBS[found["verb"].casefold().split()[0]]
    return form.format(last_one, found["with"]) if found["with"] or "{1}" not in form else None
