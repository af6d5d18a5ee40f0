"""Shopping: things at a price, what they come to, what is left of the money or comes back, and whether it is enough."""

from ...regex import Regex
from ..numbers import shown
from ..question import Answer
from .told import EACH, MONEY, N, Told, value, worked

_THING = r"(?!%|money|each|of |for |at |and |how |what |much )[a-z'-]+(?: (?!how\b|what\b|for\b|at\b|and\b|with\b|each\b|costs?\b)[a-z'-]+){0,2}"
_LINK = r"(?: (?:which|that|for|at|costs?|costing|are|is|were|was|with|a|of|@|x|priced|only|the|price))*"
_EACH = (
    Regex(rf"\b{N} (?P<thing>{_THING}){_LINK} {MONEY}(?!%),? (?:{EACH})\b"),
    Regex(rf"\b{N} (?P<thing>{_THING})(?: at|,? each (?:costs?|is|for|at|costing)|,? which cost each) {MONEY}(?!%)"),
    Regex(rf"\b{N} (?P<thing>{_THING})[.,;] (?:each|every|one|1|an?)(?: (?!costs?\b|is\b)[a-z]+)? (?:costs?|is) {MONEY}(?!%)"),
)
_BOUGHT = r"(?:an?|the|some|one|my|another|also|1)"
_WEIGHED = Regex(
    rf"\b{N} ?(?:kg|kilos?|liters?|litres?|l|pounds?|lbs?) (?:of )?(?:{_THING} )?(?:for|at|x|@|that cost|costing) {MONEY}(?!%) (?:an?|per|each|the) ?(?:kg|kilo|liter|litre|l|pound|lb)\b"
)
_ONE = (
    Regex(rf"\b{_BOUGHT} (?P<thing>{_THING}) (?:for|at|costs?|is|was|:|which costs?|that costs?|costing) {MONEY}(?!%)"),
    Regex(rf"\b{MONEY}(?!%) (?:for|on) (?:{_BOUGHT} )?(?P<thing>{_THING})"),
    Regex(rf"\b(?P<thing>{_THING})(?<! of) (?:for|costs?|is|was|at|:)? ?{MONEY}(?!%)(?=\W*(?:,|and|;|\.|\?|plus|\Z))"),
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
_ASKS_BACK = Regex(r"\b(?:change|back|left|remain\w*|rest|over|still have)\b", needs="back change left over remain rest still")
_ASKS_ENOUGH = Regex(r"\b(?:enough|afford|can (?:i|we|he|she) (?:buy|pay|get))\b", needs="afford buy enough get pay")
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
_PROFIT = Regex(r"\bprofit\b|\bhow much (?:do|did|have|will) (?:i|we|she|he) (?:earn|make|gain)", needs="much profit")
MOST = 8  # lines of a bill
_WHO = r"(?P<who>adults?|grown-?ups?|children|child|kids?|students?|seniors?|pensioners?|teenagers?|babies|men|women)"
_FULL = Regex(rf"\b(?:tickets?|entry|entrance|admission|menu|it)(?: for the [a-z]+| to the [a-z]+)? (?:costs?|is|are|at) {MONEY}")
_PRICES = (
    Regex(rf"\b(?:an? )?{_WHO}(?:'?s)?(?: tickets?)? (?:only )?(?:pay|pays|costs?|are|is|get in|go|for|:)? ?(?:for )?(?P<price>half(?: price| the price)?|nothing|free|{N} money)", needs="free half money nothing"),
    Regex(rf"\b(?P<price>{N} money|half price|free) (?:for|per|an?) {_WHO}\b", needs="free money price"),
)  # fmt: skip
_MANY = Regex(rf"\b(?P<n>\d+) {_WHO}\b", needs="adult babies child grown kid men pensioner senior student teenager")


def answer(told: Told) -> Answer | None:
    """Return the total, what is left of the money, or whether it is enough; None for anything else."""
    if found := _by_age(told.anew()) or _profit(told.anew()):
        return found
    weighed = told.take(_WEIGHED)
    back, enough = told.asks(_ASKS_BACK), told.asks(_ASKS_ENOUGH)
    if told.asks(_OTHER) or not (told.currency or told.asks(_SHOP)) or not (back or enough or told.asks(_ASKS_TOTAL)):
        return None
    of_change = told.asks(Regex(r"\b(?:change|back)\b"))
    money = told.take(*_PAY) or told.take(*_START)
    parts, total = [], 0.0
    if weighed:
        parts, total = [f"{weighed[1]} × {told.money(value(weighed[2]))}"], value(weighed[1]) * value(weighed[2])
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


def _by_age(told: Told) -> Answer | None:
    """Return what tickets cost where not all pay the same: "12 euros, children pay half: 2 adults and 3 children"."""
    many = []
    while found := told.take(_MANY):
        many.append((found["who"], int(found["n"])))
    full, prices, halves = told.take(_FULL), {}, []
    while found := told.take(*_PRICES):
        who = _kind_of(found["who"])
        prices[who] = value(found["price"].split()[0]) if "money" in found["price"] else 0
        halves += [who] if "half" in found["price"] else []
    if full:
        prices.setdefault("adult", value(full[1]))
    prices |= {who: prices.get("adult", 0) / 2 for who in halves}
    if (
        told.left
        or len(many) < 2
        or len(prices) < 2
        or (halves and "adult" not in prices)
        or not {_kind_of(who) for who, _ in many} <= set(prices)
    ):
        return None
    total = sum(count * prices[_kind_of(who)] for who, count in many)
    parts = " + ".join(f"{count} × {told.money(prices[_kind_of(who)])}" for who, count in many)
    return worked(f"{parts} = {told.money(total)}.", told.money(total))


def _kind_of(who: str) -> str:
    """Return one word for those who pay the same."""
    return {"children": "child", "kid": "child", "kids": "child"}.get(who, "adult" if "grown" in who else who.rstrip("s"))


def _profit(told: Told) -> Answer | None:
    """Return what is left of what was sold: "30 cakes at 2.50 each, the ingredients cost 20"."""
    if not told.asks(_PROFIT) or not (sold := told.take(*_EACH)) or not (cost := told.take(*_ONE)) or told.left:
        return None
    count, price, spent = (
        value(sold[1]),
        next(value(one) for one in sold.groups()[2:] if one),
        value(cost[2] if cost[1][0].isalpha() else cost[1]),
    )
    return worked(
        f"{shown(count)} × {told.money(price)} = {told.money(count * price)}; {told.money(count * price)} - {told.money(spent)} = {told.money(count * price - spent)}.",
        told.money(count * price - spent),
    )
