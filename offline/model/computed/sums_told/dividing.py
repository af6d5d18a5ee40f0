"""One number by another, as it is told: a pay by the month, how many liters for the money, how many bottles, so many for each."""

from ...regex import Regex
from ..numbers import shown
from ..question import Answer
from .told import MONEY, N, Told, value, worked

_PAY = Regex(
    rf"\b{MONEY}(?!%)(?: [a-z]+)?? (?:an?|per|each|every) (?P<per>year|month|week)\b.*?\b(?:per|a|each|every) (?P<asked>year|month|week|day)\b"
)
_PAID = Regex(
    rf"\b(?:paid|pay|spent|spend|for) {MONEY}(?!%)[^\d]*?\b(?:at|for|costs?) {MONEY}(?!%) (?:an?|per|each) (?P<unit>liter|litre|l|kg|kilo|piece|hour|km|bottle|ticket|meter)\b[^\d]*\bhow (?:many|much)\b"
)
_VESSELS = Regex(
    rf"\b(?:an?|1|one|each|every) (?P<vessel>[a-z]+) (?:is|has|holds|contains|of|weighs|fits) {N} ?(?P<unit>l|liters?|litres?|ml|kg|g|people|persons|m|cm)\b[^\d]*\bhow many (?P<vessels>[a-z]+)\b[^\d]*\b{N} ?(?P<again>l|liters?|litres?|ml|kg|g|people|persons|m|cm)\b"
)
_EACH = Regex(
    rf"\b{N} (?P<who>[a-z]+) (?:want|wants|need|needs|eat|eats|get|gets|drink|drinks|have|has|take|takes|buy|buys|bring|brings|pay|pays) {N} (?P<what>[a-z]+)(?: money)? each\b[^\d]*\b(?:how many|how much|total)\b[^\d]*\Z"
)
_PER_100 = Regex(rf"\b{N} ?(?P<far>km|miles)\b[^\d]*\b{N} ?(?P<what>l|liters?|litres?|kwh|gallons?)\b[^\d]*\bper 100 ?(?P=far)?")
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
    found = told.take(_VESSELS)
    if not found or told.left or found["vessels"] not in (f"{found['vessel']}s", f"{found['vessel']}es"):
        return None
    units = [_LITER.get(found[name], found[name]) for name in ("unit", "again")]
    whole, each = value(found[5]), value(found[2])
    if units[0] != units[1] or not each:
        return None
    exact = whole / each
    count = -(-whole // each)
    rounded = "" if exact == count else f", so {shown(count)}"
    return worked(f"{shown(whole)} / {shown(each)} = {shown(round(exact, 2))}{rounded} {found['vessels']}.", shown(count))


def _each(told: Told) -> Answer | None:
    found = told.take(_EACH)
    if not found or told.left:
        return None
    total = value(found[1]) * value(found[3])
    return worked(f"{shown(value(found[1]))} × {shown(value(found[3]))} = {shown(total)} {found['what']}.", shown(total))


def _per_100(told: Told) -> Answer | None:
    found = told.take(_PER_100)
    if not found or told.left or not value(found[1]):
        return None
    unit = {"l": "liters", "liter": "liters", "litre": "liters", "litres": "liters"}.get(found["what"], found["what"])
    result = f"{shown(round(value(found[3]) / value(found[1]) * 100, 2))} {unit} per 100 {found['far']}"
    return worked(f"{shown(value(found[3]))} / {shown(value(found[1]))} × 100 = {result}.", result)
