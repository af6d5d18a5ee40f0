"""Shopping: things at a price, what they come to, what is left of the money or comes back, and whether it is enough."""

from ...regex import Regex
from ..numbers import shown
from ..question import Answer
from .told import EACH, MONEY, N, Told, value, worked

_THING = r"(?!%|money|each|of |for |at |and )[a-z'-]+(?: (?!for\b|at\b|and\b|with\b|each\b|costs?\b)[a-z'-]+){0,2}"
_LINK = r"(?: (?:which|that|for|at|costs?|costing|are|is|were|was|with|a|of|@|x|priced|only|the|price))*"
_EACH = (
    Regex(rf"\b{N} (?P<thing>{_THING}){_LINK} {MONEY}(?!%),? (?:{EACH})\b"),
    Regex(rf"\b{N} (?P<thing>{_THING})(?: at|,? each (?:costs?|is|for|at|costing)|,? which cost each) {MONEY}(?!%)"),
    Regex(rf"\b{N} (?P<thing>{_THING})[.,;] (?:each|every|one|1|an?)(?: (?!costs?\b|is\b)[a-z]+)? (?:costs?|is) {MONEY}(?!%)"),
)
_BOUGHT = r"(?:an?|the|some|one|my|another|also|1)"
_ONE = (
    Regex(rf"\b{_BOUGHT} (?P<thing>{_THING}) (?:for|at|costs?|is|was|:|which costs?|that costs?|costing) {MONEY}(?!%)"),
    Regex(rf"\b{MONEY}(?!%) (?:for|on) (?:{_BOUGHT} )?(?P<thing>{_THING})"),
    Regex(rf"\b(?P<thing>{_THING}) (?:for|costs?|is|was|at|:)? ?{MONEY}(?!%)(?=\W*(?:,|and|;|\.|\?|plus|\Z))"),
    Regex(rf"\b(?:and|plus|,) {_BOUGHT} (?P<thing>{_THING}) {MONEY}(?!%)"),
    Regex(rf"\b(?:spends?|spent|pays?(?! with)|paid(?! with)) (?:another |about )?{MONEY}(?!%)"),
)
_START = (
    Regex(rf"\b(?:have|has|had|got|gave me|gives me|start with|started with|with|find|take) (?:only |about |exactly |just )?{N} money\b(?! (?:for|on)\b)"),
    Regex(rf"\b(?:i|we|she|he|[a-z]+) (?:have|has|had|got) (?:only |about |just )?{N}(?=\W*(?:and|,|\.|;|to spend|in my))"),
)  # fmt: skip
_PAY = (
    Regex(rf"\b(?:pa(?:y|ys|id|ying)|gave|gives?|giving|hand(?:ed|s)?)(?: \w+){{0,3}}? with (?:an? )?{MONEY}(?!%)(?:[ -](?:note|bill))?"),
    Regex(rf"\b(?:gave|give|gives|hand|handed|hands)(?: (?:the|him|her|them|cashier|seller|waiter|clerk|over|an?))* {MONEY}(?!%)(?:[ -](?:note|bill))?"),
    Regex(rf"\b(?:change|back|left)\b[^\d%]*?\b(?:from|of|for|out of|on|with|if i pay) (?:with )?(?:an? |my )?{MONEY}(?!%)(?:[ -](?:note|bill))?"),
)  # fmt: skip
_ASKS_BACK = Regex(r"\b(?:change|back|left|remain\w*|rest|over|still have)\b")
_ASKS_ENOUGH = Regex(r"\b(?:enough|afford|can (?:i|we|he|she) (?:buy|pay|get))\b")
_ASKS_TOTAL = Regex(
    r"\b(?:total|altogether|in all|how much (?:is|do|does|did|will|would|are|was|for)|what (?:do|does|did|is|will)|pay|cost|spen[dt])\b"
)
_OTHER = Regex(
    r"\d ?(?:km|kilometers?|miles?|hours?|minutes?|min|kg|g|grams?|liters?|litres?|l|ml|years?|months?|weeks?|days?|nights?|pages?|cm|m|meters?|people|persons?|friends|kids|children)\b"
    r"|%|\b(?:split|per (?:day|week|month|year|hour|person|head|km)|a (?:day|week|month|year)|half|twice|double|third|quarter|interest|save|saved|earns?|salary|income|rent|budget|discount|off|tip|tax|vat|free|coupon|voucher|"
    r"cheaper|more than|less than|borrow\w*|owe\w*|lends?|lent|sells?|sold|percent|share|shares|every ?one|how many|before|older|younger|ratio|together|now|was|were|more|plus|times|divided|minus|add|subtract|calories|calculate|square|convert)\b(?! (?:money|for))"
)
_SHOP = Regex(
    r"\b(?:buy|buys|bought|buying|costs?|price|pay|pays|paid|spend|spends|spent|shop|store|supermarket|cashier|each|ticket|menu|order|ordered)\b|\d\.\d\d\b.*\btotal\b|\btotal\b.*\d\.\d\d\b"
)
MOST = 8  # lines of a bill


def answer(told: Told) -> Answer | None:
    """Return the total, what is left of the money, or whether it is enough; None for anything else."""
    back, enough = told.asks(_ASKS_BACK), told.asks(_ASKS_ENOUGH)
    if told.asks(_OTHER) or not (told.currency or told.asks(_SHOP)) or not (back or enough or told.asks(_ASKS_TOTAL)):
        return None
    of_change = told.asks(Regex(r"\b(?:change|back)\b"))
    money = told.take(*_PAY) or told.take(*_START)
    parts, total = [], 0.0
    for patterns in (_EACH, _ONE):
        while len(parts) < MOST and (found := told.take(*patterns)):
            numbers = [value(one) for one in found.groups() if one and one[0].isdigit()]
            count, price = numbers if len(numbers) == 2 else (1, numbers[0])
            parts.append(f"{shown(count)} × {told.money(price)}" if count != 1 else told.money(price))
            total += count * price
    if told.left or not parts or (not money and (back or enough or (len(parts) < 2 and "×" not in parts[0]))):
        return None
    line = (
        f"{' + '.join(parts)} = {told.money(total)}" if len(parts) > 1 or "×" in parts[0] else f"The cost is {told.money(total)}"
    )
    if not money or not (back or enough):
        return worked(f"{line}.", told.money(total))
    rest = round(value(money[1]) - total, 2)
    if rest < 0:
        no = "No. " if enough else ""
        return worked(
            f"{no}{line}. {told.money(value(money[1]))} is not enough: {told.money(-rest)} more would be needed.", "not enough"
        )
    left = "back" if of_change else "left"
    return worked(
        f"{'Yes. ' if enough else ''}{line}. {told.money(value(money[1]))} - {told.money(total)} = {told.money(rest)} {left}.",
        told.money(rest),
    )
