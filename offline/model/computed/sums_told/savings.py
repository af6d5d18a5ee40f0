"""So much a month: what comes together in some time, what is left of the income, and how long it takes to a goal."""

from ...regex import Regex
from ..numbers import shown
from ..question import Answer
from .told import MONEY, N, Told, plural, value, worked

_PER = r"(?:a|per|each|every) (?P<per>day|week|month|year)"
_SAVE = (
    Regex(
        rf"\b(?:save|put (?:away|aside)|set aside|saving|invest|pay|spend)(?: about| only)? {MONEY}(?!%)(?: \w+)?? {_PER}\b",
        needs="aside invest pay put save saving spend",
    ),
    Regex(
        rf"\b(?:save|put (?:away|aside)|set aside|saving|pay|spend) {_PER} {MONEY}(?!%)", needs="aside pay put save saving spend"
    ),
)
_EARN = Regex(
    rf"\b(?:earn|make|get|have|income(?: is| of)?|salary(?: is| of)?) {MONEY}(?!%)(?: {_PER})?",
    needs="earn get have income make salary",
)
_SPEND = Regex(
    rf"\b(?:spend|need|pay|use|expenses?(?: are| of)?|costs?(?: are)?) (?:about )?{MONEY}(?!%)(?: (?:a|per|each|every) (?:day|week|month|year))?",
    needs="cost expense need pay spend use",
)
_TIME = (
    Regex(rf"\b(?:after|in|for|over|within|during) (?:an? |the )?(?:{N} )?(?P<unit>days?|weeks?|months?|years?)\b"),
    Regex(rf"\b{N} (?P<unit>days|weeks|months|years)\b"),
)
_GOAL = Regex(
    rf"\b(?:for|to (?:get|have|buy|reach|save|pay)|until i have|reach|want|costs?|goal(?: is| of)?)\b[^\d]*?{MONEY}(?!%)"
)
_HOW_LONG = Regex(r"\bhow (?:long|many (?:months|weeks|years|days))\b|\bwhen (?:will|can|do)\b")
_OTHER = Regex(r"%|\b(?:interest|percent|hour|hours|compound|inflation|rate)\b")
_EXACT = {("month", "year"): 12, ("week", "year"): 52, ("day", "week"): 7, ("day", "year"): 365}
_HOW_MUCH = Regex(r"\bhow much\b|\bwhat\b|\btotal\b")


_INTEREST = (
    Regex(rf"\b{MONEY}(?!%)[^\d]*?\b(?:at|with|for|earns?|get|gets|pays?|of|invested at)(?: an? (?:annual |yearly )?(?:interest|rate|interest rate)(?: of)?)? {N}%[^\d]*\b(?:for|after|over|in) {N} years?\b"),
    Regex(rf"\b{N}%[^\d]*\b(?:on|of) {MONEY}(?!%)[^\d]*\b(?:for|after|over|in) {N} years?\b"),
)  # fmt: skip


def _interest(told: Told) -> Answer | None:
    """Return what an amount grows to with interest that stays in, and without."""
    if not told.asks(Regex(r"\b(?:interest|invest\w*|savings? account|compound|grows?)\b")) or told.asks(
        Regex(r"\b(?:loan|mortgage|inflation|monthly|a month|per month)\b")
    ):
        return None
    found = told.take(*_INTEREST)
    if not found or told.left:
        return None
    amount, percent, years = (value(found[group]) for group in ((1, 2, 3) if found.re is _INTEREST[0].compiled else (2, 1, 3)))
    grown = amount * (1 + percent / 100) ** years
    each = amount * percent / 100
    return worked(
        f"{told.money(amount)} × {shown(1 + percent / 100)}^{shown(years)} = {told.money(grown)}, if the interest stays in and is paid once a year: {told.money(grown - amount)} of interest. Paid out each year it is {shown(years)} × {told.money(each)} = {told.money(each * years)}.",
        told.money(grown),
    )


def answer(told: Told) -> Answer | None:
    """Return what is saved in some time, or in how much time; None for anything else, and with interest."""
    if found := _interest(told.anew()):
        return found
    if told.asks(_OTHER):
        return None
    return _left_of_income(told.anew()) or _saved(told.anew())


def _saved(told: Told) -> Answer | None:
    found = told.take(*_SAVE)
    if not found:
        return None
    amount, per = next(value(one) for one in found.groups() if one and one[0].isdigit()), found["per"]
    if told.asks(_HOW_LONG):
        goal = told.take(_GOAL)
        if not goal or told.left or not amount:
            return None
        count = -(-value(goal[1]) // amount)
        return worked(
            f"{told.money(value(goal[1]))} / {told.money(amount)} a {per} = {plural(count, per)}.".replace(
                " = ", " = " if value(goal[1]) % amount == 0 else ", rounded up: "
            ),
            plural(count, per),
        )
    time = told.take(*_TIME)
    if not time or told.left or not told.asks(_HOW_MUCH):
        return None
    return _in_time(told, amount, per, value(time[1]) or 1, time["unit"].rstrip("s"))


def _in_time(told: Told, amount: float, per: str, count: float, unit: str) -> Answer | None:
    times = count * _EXACT[per, unit] if (per, unit) in _EXACT else count if per == unit else None
    if times is None:
        return None
    result = told.money(amount * times)
    return worked(
        f"{plural(count, unit)} {'are' if count != 1 else 'is'} {plural(times, per)}: {shown(times)} × {told.money(amount)} = {result}, without interest.",
        result,
    )


def _left_of_income(told: Told) -> Answer | None:
    earn, spend = told.take(_EARN), told.take(_SPEND)
    if not earn or not spend:
        return None
    rest, per = value(earn[1]) - value(spend[1]), earn["per"] or "month"
    time = told.take(*_TIME)
    if told.left or not told.asks(_HOW_MUCH) or not told.asks(Regex(r"\b(?:save|left|remains?|over)\b")):
        return None
    said = f"{told.money(value(earn[1]))} - {told.money(value(spend[1]))} = {told.money(rest)} a {per}"
    if rest <= 0 or not time:
        return worked(f"{said}." if rest > 0 else f"{said}: nothing is left.", told.money(rest))
    if time["unit"].rstrip("s") == per and (value(time[1]) or 1) == 1:
        return worked(f"{said}.", told.money(rest))
    whole = _in_time(told, rest, per, value(time[1]) or 1, time["unit"].rstrip("s"))
    return whole and worked(f"{said}. {whole.ways[0][1]}", whole.short or "")
