"""A bill: so many things at a price, a discount, a tip or a tax on top, split among people, and the change."""

import re

from ...regex import Regex
from ..numbers import shown
from ..question import Answer
from .told import EACH, MONEY, N, Told, value, worked

_THING = r"(?:(?!for\b|at\b|and\b|with\b)[a-z'-]+ ){1,3}?"
_LINK = r"(?:which |that |for |at |costs? |costing |are |is |were |was |with |a |of |, |@ |x )*"
_FREE = Regex(rf"\bbuy {N},? (?:and )?get {N} (?:for )?free\b")
_EACH = (
    Regex(rf"\b{N} (?!%|money){_THING}{_LINK}{MONEY},? (?:{EACH})\b"),
    Regex(rf"\b{N} (?!%|money){_THING}(?:at|@|x) {MONEY}(?!%)"),
)
_SINGLE = Regex(rf"\b1 (?!%|money){_THING}(?:for |at |costs? |that costs? |is |was ){MONEY}(?!%)")
_OFF = (
    Regex(
        rf"{N}% (?:\w+ )?(?:off|discount|cheaper|reduced|reduction|less|sale|rebate|coupon|voucher|code)\b|{N}%(?= \w+ discount)"
    ),
    Regex(rf"\b(?:discount|reduced|coupon|voucher|sale|reduction|code)(?: of| is| by| for|:)* {N}%"),
)
_OFF_MONEY = (
    Regex(rf"\b(?:coupon|voucher|discount)(?: of| for| worth| over)* {MONEY}(?!%)"),
    Regex(rf"\b{MONEY} (?:off\b|(?:\w+ )?(?:coupon|voucher|discount)\b)"),
)
_MORE = (
    Regex(rf"{N}% (?:as |of )?(?:an? )?(?:\w+ )?(?P<what>tip|service|gratuity|vat|tax|gst|sales tax)\b"),
    Regex(rf"\b(?P<what>tip|service|gratuity|vat|tax|gst)(?: charge| rate)?(?: of| is| at| by|:)* {N}%"),
)
_COUNTED = (
    r"(?:people|persons?|friends|of us|ways|roommates|colleagues|flatmates|guests|adults|kids|children|students|siblings|couples)"
)
_PEOPLE = (
    Regex(rf"\b(?:we (?:are|were)|we're|among|between|into) (?:the )?{N}(?: {_COUNTED})?\b(?! ?(?:%|money))"),
    Regex(rf"\b{N} (?:\w+ )?{_COUNTED}\b"),
    Regex(rf"\b(?:split|share[ds]?|divided?)\b[^\d]{{0,25}}\bby {N}\b(?! ?(?:%|money))"),
    Regex(rf"\bfor {N}\b(?! ?(?:%|money))"),
)
_SPLITS = Regex(r"\b(?:split|share[ds]?|divide[ds]?|each|per (?:person|head)|every ?one|every ?body|every person|apiece)\b")
_CASH = (
    Regex(rf"\b(?:change|back)\b[^\d%]*?\b(?:from|of|for|out of|on|with|give|pay) (?:with )?(?:an? |my )?{MONEY}(?!%)(?: (?:note|bill))?"),
    Regex(rf"\b(?:pa(?:y|id|ying)|gave|give|giving|hand(?:ed)?|have|had)(?: \w+){{0,3}}? (?:with )?(?:an? )?{MONEY}(?!%)(?: (?:note|bill))?"),
)  # fmt: skip
_CHANGE = Regex(r"\b(?:change|back)\b")
_ONE_COSTS = Regex(rf"\b(?:1|each|an?|the|it|they)(?: [a-z]+)? (?:costs?|is|are) {MONEY}|\b{MONEY} (?:{EACH})")
_AMOUNT = Regex(rf"\b{MONEY}(?!%)")
_AFTER = Regex(
    r"\b(?:after|with|now|paid|pay|reduced to|on sale)\b.*\bwhat\b|\bwhat\b.*\b(?:after|now|paid|with)\b|\bhow much (?:was|did)\b"
)
_SAVES = Regex(r"\bhow much (?:do|did|can|could|would|will) (?:i|we|you) save\b|\bhow much is the discount\b")
_ONLY_TIP = Regex(r"\b(?:how much (?:should i |do i |to |is the |is a )?tip|what(?:'s|s| is) (?:the |a )?(?:\d+% )?tip)\b")
_WITHOUT = Regex(r"\b(?:how much|what)\b.*\b(?:without|before|net|excluding|excl)\b")
_BEFORE = Regex(r"\b(?:original\w*|before|normal(?:ly)?|usual(?:ly)?|regular|old price|full price|first)\b")
_INCLUDED = Regex(r"\b(?:includ(?:ing|es|ed)|incl|inclusive|gross)\b")
_OTHER = Regex(
    r"\d (?:km|kilometers?|miles?|hours?|minutes?|min|kg|g|grams?|liters?|litres?|l|ml|years?|months?|weeks?|days?|pages?|cm|m|meters?|degrees|steps|points|votes|goals)\b"
    r"|\b(?:half|twice|double|third|quarter|interest|salary|raise|loan|than|older|younger|an hour|left|eat|lost|chance|probability|battery|weigh\w*|population|went up|goes up|rises?|rose|increased?)\b"
    r"|\bpercent(?:age)? (?:is|of|did|was)\b|\bwhat percent|\bhow many\b|\bhow much (?:is )?\d+%|% of\b"
)
_ASKS = Regex(r"\bhow much\b|\bwhat(?:'s|s)?\b|\btotal\b|\bcalculate\b|\bsplit\b|\b(?:minus|plus|with) \d+%")
_PRICED = Regex(
    r"\bmoney\b|\b(?:bill|check|price|costs?|pay|paid|buy|bought|tip|vat|discount|off|change|free|dinner|restaurant|tickets?|shirts?|jacket|shoes|each|split|minus|save)\b"
)


def answer(told: Told) -> Answer | None:
    """Return what is to be paid, by all or by each, or the change; None for anything else."""
    if not told.asks(_ASKS) or told.asks(_OTHER) or not told.asks(_PRICED):
        return None
    free = told.take(_FREE)
    off, off_money = told.take(*_OFF), told.take(*_OFF_MONEY)
    more = [found for _ in range(2) if (found := told.take(*_MORE))]
    splits = told.asks(_SPLITS)
    cash = told.take(*_CASH) if told.asks(_CHANGE) else None
    lines, total = _things(told)
    people = told.take(*_PEOPLE) if splits else None
    if not lines:
        found = told.take(_ONE_COSTS) if free else told.take(_AMOUNT)
        if not found:
            return None
        total = value(found[1] or found[2]) if free else value(found[1])
        if free:
            return _free(told, free, total)
    if told.left or free or not (lines or off or off_money or more or people or cash):
        return None
    if more and told.asks(_WITHOUT):
        return _net(told, _percent(more[0]), total, more[0]["what"]) if len(more) == 1 and not off else None
    if more and told.asks(_INCLUDED):
        return None
    if told.asks(_BEFORE):
        return _original(told, _percent(off), total) if off and not (lines or off_money or more or people or cash) else None
    return _told(told, lines, total, off, off_money, more, people, cash)


def _things(told: Told) -> tuple[list[str], float]:
    """Return the line that adds up the things of a bill, and what they cost; [] for no things."""
    parts, total = [], 0.0
    while found := told.take(*_EACH):
        parts.append(f"{shown(value(found[1]))} × {told.money(value(found[2]))}")
        total += value(found[1]) * value(found[2])
    while parts and (found := told.take(_SINGLE)):
        parts.append(told.money(value(found[1])))
        total += value(found[1])
    return ([f"{' + '.join(parts)} = {told.money(total)}"] if parts else []), total


def _told(told: Told, lines: list[str], total: float, off, off_money, more, people, cash) -> Answer:
    """Return the bill with all that was read of it, line by line."""
    before = total
    if off:
        percent = _percent(off)
        saved = total * percent / 100
        lines.append(f"{shown(percent)}% of {told.money(total)} is {told.money(saved)}, which leaves {told.money(total - saved)}")
        total -= saved
    if off_money:
        lines.append(f"minus {told.money(value(off_money[1]))} is {told.money(total - value(off_money[1]))}")
        total -= value(off_money[1])
    for one in more:
        added = total * _percent(one) / 100
        lines.append(f"{one['what']}: {told.money(added)}, which makes {told.money(total + added)}")
        total += added
    if told.asks(_SAVES) and (off or off_money):
        lines.append(f"you save {told.money(before - total)}")
        return _lines(lines, told.money(before - total))
    if people:
        share = total / value(people[1])
        exact = abs(round(share, 2) * value(people[1]) - total) < 0.001
        lines.append(f"split by {shown(value(people[1]))}, each pays {'' if exact else 'about '}{told.money(share)}")
        return _lines(lines, told.money(share))
    if cash:
        rest = value(cash[1]) - total
        if rest < 0:
            lines.append(f"{told.money(value(cash[1]))} is not enough: {told.money(-rest)} are missing")
        else:
            lines.append(f"from {told.money(value(cash[1]))} you get {told.money(rest)} back")
        return _lines(lines, told.money(abs(rest)))
    if more and told.asks(_ONLY_TIP):
        return _lines(lines, told.money(total - before))
    return _lines([*lines, f"so it is {told.money(total)}"], told.money(total))


def _free(told: Told, free, price: float) -> Answer | None:
    """Return what so many cost where some of them are free: "buy 2 get 1 free"."""
    paid, gift = value(free[1]), value(free[2])
    wanted = [value(one) for one in told.left]
    count = wanted[0] if len(wanted) == 1 else paid + gift if not wanted else 0
    if len(wanted) == 2 and 1 in wanted:
        count = max(wanted)
    if not count or count != int(count):
        return None
    groups, rest = divmod(count, paid + gift)
    to_pay = groups * paid + min(rest, paid)
    total = told.money(to_pay * price)
    return worked(f"For {shown(count)} you pay {shown(to_pay)}: {shown(to_pay)} × {told.money(price)} = {total}.", total)


def _net(told: Told, percent: float, gross: float, what: str) -> Answer:
    net = gross / (1 + percent / 100)
    name = "VAT" if what == "vat" else what
    return worked(
        f"{told.money(gross)} is {shown(100 + percent)}% of the price without {name}: {told.money(gross)} / {shown(1 + percent / 100)} = {told.money(net)}. The {name} in it is {told.money(gross - net)}.",
        told.money(net),
    )


def _original(told: Told, percent: float, now: float) -> Answer | None:
    """Return the price before a discount: known, if the amount is what is paid now."""
    if percent >= 100 or not told.asks(_AFTER):
        return None
    before = now / (1 - percent / 100)
    return worked(
        f"{told.money(now)} is {shown(100 - percent)}% of it, so before it was {told.money(now)} / {shown(1 - percent / 100)} = {told.money(before)}.",
        told.money(before),
    )


def _lines(lines: list[str], short: str) -> Answer:
    said = "; ".join(lines)
    return worked(f"{said[0].upper()}{said[1:]}.".replace("Vat:", "VAT:").replace("; vat:", "; VAT:"), short)


def _percent(found: re.Match) -> float:
    """Return the number of a match that has one number, in whichever group."""
    return next(value(one) for one in found.groups() if one and one[0].isdigit())
