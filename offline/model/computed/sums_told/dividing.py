"""One number by another, as it is told: a pay by the month, how many liters for the money, how many bottles, so many for each."""

import math
import re

from ...regex import Regex
from ..numbers import shown
from ..question import Answer
from .told import MONEY, N, Told, value, worked

_PAY = Regex(
    rf"\b{MONEY}(?!%)(?: [a-z]+)?? (?:an?|per|each|every) (?P<per>year|month|week)\b.*?\b(?:per|a|each|every) (?P<asked>year|month|week|day)\b",
    needs="month week year",
)
_PAID = Regex(
    rf"\b(?:paid|pay|spent|spend|for) {MONEY}(?!%)[^\d]*?\b(?:at|for|costs?) {MONEY}(?!%) (?:an?|per|each) (?P<unit>liter|litre|l|kg|kilo|piece|hour|km|bottle|ticket|meter)\b[^\d]*\bhow (?:many|much)\b"
)
_GROUPS = Regex(
    rf"\b{N} (?P<what>[a-z]+)\b[^\d]*?\b(?P<vessels>groups|teams|rows|packs|boxes|bags|tables|piles|rooms|cars|trays) of {N}\b[^\d]*\bhow many (?P=vessels)\b[^\d]*",
    needs="bags boxes cars groups packs piles rooms rows tables teams trays",
)
_ON_EACH = Regex(  # 72 photos, 6 on each page
    rf"\b{N} (?P<what>[a-z]+)\b[^\d]*?\b{N}(?: of them| [a-z]+)?? (?:on|in|into|per|to|fit in|fit on)(?: each| every| an?| one)? (?P<vessel>[a-z]+)\b[^\d]*\bhow many (?P<vessels>(?P=vessel)e?s)\b[^\d]*",
    needs="many",
)
_VESSELS = Regex(
    rf"\b(?:an?|1|one|each|every) (?P<vessel>[a-z]+) (?:is|has|holds|contains|of|weighs|fits) {N} ?(?P<unit>l|liters?|litres?|ml|kg|g|people|persons|m|cm)\b[^\d]*\bhow many (?P<vessels>[a-z]+)\b[^\d]*\b{N} ?(?P<again>l|liters?|litres?|ml|kg|g|people|persons|m|cm)\b",
    needs="many",
)
_VESSELS_LAST = Regex(
    rf"\b{N} ?(?P<again>l|liters?|litres?|ml|kg|g|people|m|cm)\b[^\d]*?\b(?:an?|1|one|each|every) (?P<vessel>[a-z]+) (?:is|has|holds|contains|of|weighs|fits) {N} ?(?P<unit>l|liters?|litres?|ml|kg|g|people|m|cm)\b[^\d]*\bhow many (?P<vessels>[a-z]+)\b[^\d]*",
    needs="many",
)
_DOES = r"(?:wants?|needs?|eats?|gets?|drinks?|ha(?:ve|s)|takes?|buys?|brings?|pays?|uses?|reads?|makes?|sells?|smokes?|walks?|sleeps?|runs?|works?|drives?|rides?|do(?:es)?|writes?|learns?|saves?|spends?)"
_EACH = (  # 3 cats, each eats 2 cans a day: how many for a week
    Regex(rf"\b{N} (?P<who>[a-z]+) (?:{_DOES}|who {_DOES}|that {_DOES}) {N} (?P<what>[a-z]+)(?: of [a-z]+)?(?: money)? (?:each|apiece|per person)\b(?P<rest>.*)"),
    Regex(rf"\b{N} (?P<who>[a-z]+)\b[^\d]*?\b(?:each|every|both)(?: (?:of (?:them|us)|[a-z]+))? {_DOES} (?:about )?{N} (?P<what>[a-z]+)(?: of [a-z]+)?(?P<rest>.*)"),
    Regex(rf"\b(?P<who>i|we|he|she|my [a-z]+|a [a-z]+|[a-z]+) {_DOES} (?:about )?{N} (?P<what>[a-z]+)(?: of [a-z]+)?(?P<rest> (?:a|per|each|every) (?:day|night|week)\b.*)"),
)  # fmt: skip
_ASKS_ALL = Regex(r"\b(?:how many|how much|total)\b", needs="many much total")
_PER = Regex(r"\A ?(?:an?|per|each|every) (?P<per>hour|day|night|week|month|year)\b")
_LASTS = Regex(
    r"\b(?:for|in|over|during|after|is that|lasts?|per|makes?|a|each|every)(?: about)? (?:(?P<n>\d+) |an? |the |1 |whole |this )?(?P<unit>day|week|month|year)s?\b"
)
_MONTH_OF = Regex(r"\ban? month of (\d+)\b")
_OF_THEM = {
    ("day", "week"): 7,
    ("week", "year"): 52,
    ("month", "year"): 12,
    ("day", "year"): 365,
    ("day", "month"): 30,
    ("hour", "day"): 24,
}
_PER_100 = Regex(
    rf"\b{N} ?(?P<far>km|miles)\b[^\d]*\b{N} ?(?P<what>l|liters?|litres?|kwh|gallons?)\b[^\d]*\bper 100 ?(?P=far)?", needs="per"
)
_ASKS_TIME = Regex(r"\bhow (?:long|many (?:days|weeks|hours|months|years))\b|\bleft\b|\bremain\w*\b|\bchange\b|%")
_IN_A = {"year": 1, "month": 12, "week": 52, "day": 365}  # times a year
_LITER = {"l": "liter", "litre": "liter", "liters": "liter", "litres": "liter", "kilo": "kg", "persons": "people"}


def answer(told: Told) -> Answer | None:
    """Return the result of one division or multiplication; None for anything else."""
    kinds = (_pay, _paid, _vessels, _each, _per_100)
    return next((found for kind in kinds if (found := kind(told.anew()))), None)


def _pay(told: Told) -> Answer | None:
    found = told.take(_PAY)
    if not found or told.left or found["per"] == found["asked"] or "save" in told.text + found[0]:
        return None
    amount = value(found[1]) * _IN_A[found["per"]] / _IN_A[found["asked"]]
    times = f" × {_IN_A[found['per']]}" if found["per"] != "year" else ""
    parts = f" / {_IN_A[found['asked']]}" if found["asked"] != "year" else ""
    result = told.money(amount)
    return worked(f"{told.money(value(found[1]))}{times}{parts} = {result} a {found['asked']}.", result)


def _paid(told: Told) -> Answer | None:
    found = told.take(_PAID)
    if not found or told.left or not value(found[2]):
        return None
    unit = _LITER.get(found["unit"], found["unit"])
    amount = f"{shown(round(value(found[1]) / value(found[2]), 2))} {unit}{'' if unit in ('kg', 'km') else 's'}"
    return worked(f"{told.money(value(found[1]))} / {told.money(value(found[2]))} = {amount}.", amount)


def _vessels(told: Told) -> Answer | None:
    if (groups := told.take(_GROUPS, _ON_EACH)) and not told.left:
        whole, each = (value(one) for one in groups.groups() if one and one[0].isdigit())
        return _so_many(whole, each, groups["vessels"]) if each else None
    found = told.take(_VESSELS, _VESSELS_LAST)
    if not found or told.left or found["vessels"] not in (f"{found['vessel']}s", f"{found['vessel']}es"):
        return None
    units = [_LITER.get(found[name], found[name]) for name in ("unit", "again")]
    numbers = [value(one) for one in found.groups() if one and one[0].isdigit()]
    whole, each = sorted(numbers, reverse=True) if found.re is _VESSELS_LAST.compiled else numbers[::-1]
    return _so_many(whole, each, found["vessels"]) if units[0] == units[1] and each else None


def _so_many(whole: float, each: float, vessels: str) -> Answer:
    """Return how many vessels are needed, each of which holds so much."""
    exact = whole / each
    count = -(-whole // each)
    rounded = "" if exact == count else f", so {shown(count)}"
    return worked(f"{shown(whole)} / {shown(each)} = {shown(round(exact, 2))}{rounded} {vessels}.", shown(count))


def _each(told: Told) -> Answer | None:
    found = told.take(*_EACH) if told.asks(_ASKS_ALL) else None
    if not found or told.left:
        return None
    counts = [value(one) for one in found.groups()[:-1] if one and one[0].isdigit()]
    rest = found["rest"]
    rest = _MONTH_OF.sub(r"\1", rest.replace(" night", " day"))
    per = _PER.search(rest)
    rest = rest[per.end() :] if per else rest
    lasts = _LASTS.search(rest)
    times = 1
    if lasts:
        times = (1 if per and lasts["unit"] == per["per"] else _OF_THEM.get((per["per"], lasts["unit"]), 0) if per else 0) * int(
            lasts["n"] or 1
        )
    if (
        not times
        or (per and not lasts)
        or re.search(r"\d", _LASTS.sub("", rest, count=1))
        or _ASKS_TIME.search(rest.replace(f"how many {found['what']}", ""))
    ):
        return None
    counts += [times] if lasts else []
    if len(counts) < 2:
        return None
    total = math.prod(counts)
    month = " (a month of 30 days)" if lasts and lasts["unit"] == "month" and per["per"] == "day" else ""
    return worked(f"{' × '.join(map(shown, counts))} = {shown(total)} {found['what']}{month}.", shown(total))


def _per_100(told: Told) -> Answer | None:
    found = told.take(_PER_100)
    if not found or told.left or not value(found[1]):
        return None
    unit = {"l": "liters", "liter": "liters", "litre": "liters", "litres": "liters"}.get(found["what"], found["what"])
    result = f"{shown(round(value(found[3]) / value(found[1]) * 100, 2))} {unit} per 100 {found['far']}"
    return worked(f"{shown(value(found[3]))} / {shown(value(found[1]))} × 100 = {result}.", result)
