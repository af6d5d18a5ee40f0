"""Small stories with two or three numbers: boxes with so many in each, some of them lost; a share of an amount."""

import re

from ..regex import Regex
from .numbers import shown
from .question import Answer, says

_N = r"(\d[\d,]*(?:\.\d+)?)"
_ASKS = Regex(r"\bhow (?:many|much)\b", re.IGNORECASE)
_EACH = [  # so many, with so many in each
    Regex(rf"{_N} (?P<what>\w+)(?: of \w+)? (?:with|of|containing|holding|at|having|that (?:have|has|hold|contain)|and each has|each with|each having|each containing)(?: about)? {_N} (?P<thing>\w+)(?: in)?(?: each| apiece| per \w+| in each)", re.IGNORECASE),
    Regex(rf"{_N} (?P<what>\w+),? (?:and )?(?:each|every)(?: \w+)? (?:with|has|have|having|holds|contains?|of|gets?|costs?) {_N} (?P<thing>\w+)", re.IGNORECASE),
]  # fmt: skip
_LESS = r"(?:br(?:o|ea)ken?|break|lost|lose|eat|ate|eaten|g(?:a|i)ve(?:n)? away|sold|sell|rotten|bad|cracked|dropped|fell|stolen|spoiled|missing|used|threw away|thrown away|dead|died|empty)"
_MORE = r"(?:bought|buy|buys|got|get|found|find|added|add|more|receive[ds]?|collected)"
_MORE_TOO = Regex(rf"\b{_MORE}\b|\bmore\b", re.IGNORECASE)
_OTHERWISE = Regex(
    r"\b(?:needs?|needed|wants?|short|how many more|how much more|costs?|each|every|per|half|twice|times|change|back)\b",
    re.IGNORECASE,
)
_PERCENT = r"(\d[\d,]*(?:\.\d+)?)\s?(?:%|percent\b|per cent\b)"
_LEFT = Regex(r"\b(?:left|remain\w*|keep|still have|over)\b", re.IGNORECASE)
_RISES = Regex(
    r"\b(?:raise|increase[sd]?|rises?|rose|plus|on top|tax(?: is added)?|vat|tip|interest|more expensive|goes up|went up)\b",
    re.IGNORECASE,
)
_FALLS = Regex(
    r"\b(?:off|discount|cheaper|reduced|reduction|decrease[sd]?|falls?|fell|drops?|dropped|goes down|went down|less)\b",
    re.IGNORECASE,
)
_SHARE = Regex(r"%|percent|per cent", re.IGNORECASE)
_TOTAL = Regex(r"\b(?:in total|altogether|total|new (?:salary|price|rent|pay)|pay|now|after|with (?:tax|tip))\b", re.IGNORECASE)


def told(text: str) -> Answer | None:
    """Answer a story with two or three numbers, all of which it has to use; None for any other."""
    if not _ASKS.search(text) or len(text) > 300:
        return None
    return _share(text) if _SHARE.search(text) else _in_each(text)


def _in_each(text: str) -> Answer | None:
    found = next((match for pattern in _EACH if (match := pattern.search(text))), None)
    if not found:
        return None
    count, each = _number(found[1]), _number(found[3])
    rest = f"{text[: found.start()]} … {text[found.end() :]}"
    total, written = count * each, f"{shown(count)} × {shown(each)}"
    numbers = re.findall(_N, rest)
    if len(numbers) > 1:
        return None
    if numbers:
        sign = None if re.search(rf"{numbers[0]} {found['what']}\b|costs?", f"{rest} {found[0]}", re.IGNORECASE) else _sign(rest)
        if sign is None:
            return None
        total += sign * _number(numbers[0])
        written += f" {'-' if sign < 0 else '+'} {shown(_number(numbers[0]))}"
    elif re.search(rf"\b{_LESS}\b|\bhalf\b|\btwice\b|\bthird\b", rest, re.IGNORECASE):
        return None
    thing = found["thing"] if not re.fullmatch(r"each|in", found["thing"], re.IGNORECASE) else found["what"]
    return says(f"{written} = {shown(total)}, so it is {shown(total)} {thing}.", short=shown(total), about="math")


def _sign(rest: str) -> int | None:
    """Return whether the number in what is left of a story is taken away (-1) or added (1); None if that is not clear."""
    if _OTHERWISE.search(rest):
        return None
    less = re.search(rf"\b{_LESS}\b", rest, re.IGNORECASE)
    more = re.search(
        rf"\b(?:{_MORE}|has|have|had|there (?:are|were)) (?:another |also )?{_N}|{_N} (?:more|extra|loose|single|other)\b",
        rest,
        re.IGNORECASE,
    )
    return None if less and more and _MORE_TOO.search(rest) else -1 if less else 1 if more else None


def _share(text: str) -> Answer | None:
    percents, numbers = re.findall(_PERCENT, text, re.IGNORECASE), re.findall(_N, text)
    if len(percents) != 1 or len(numbers) != 2 or numbers.count(percents[0]) == 2:
        return None
    percent, amount = _number(percents[0]), _number(next(one for one in numbers if one != percents[0]))
    part = round(amount * percent / 100, 10)
    asked = text[_ASKS.search(text).start() :]
    unit = re.search(
        rf"{re.escape(next(one for one in numbers if one != percents[0]))}\s?(euros?|dollars?|pounds?|eur|usd|kg|g|km|people|students|liters?|francs?)\b",
        text,
        re.IGNORECASE,
    )
    told_unit = f" {unit[1]}" if unit else ""
    more = re.search(
        r"\bhow much (?:more|is the (?:raise|tax|tip|discount|increase|interest))\b|\bhow (?:much|many) (?:do|does|did|can|will) (?:i|we|you|it) save\b",
        text,
        re.IGNORECASE,
    )
    if _LEFT.search(asked) or (_FALLS.search(text) and not more):
        rest = round(amount - part, 10)
        return says(
            f"{shown(percent)}% of {shown(amount)} is {shown(part)}, so {shown(rest)}{told_unit} are left.",
            short=shown(rest),
            about="math",
        )
    if _RISES.search(text) and not more:
        if not _TOTAL.search(asked):
            return None
        total = round(amount + part, 10)
        return says(
            f"{shown(percent)}% of {shown(amount)} is {shown(part)}, so it is {shown(total)}{told_unit} together.",
            short=shown(total),
            about="math",
        )
    return says(f"{shown(percent)}% of {shown(amount)} is {shown(part)}{told_unit}.", short=shown(part), about="math")


def _number(text: str) -> float:
    value = float(text.replace(",", ""))
    return int(value) if value.is_integer() else value
