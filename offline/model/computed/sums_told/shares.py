"""Sharing in unequal parts: one gets so many times as much as each of the others, or a ratio is told."""

from ...regex import Regex
from ..numbers import shown
from ..question import Answer
from .told import MONEY, N, Told, value, worked

_TIMES = {"twice": 2, "double": 2, "thrice": 3, "half": 0.5}
_TOLD_TIMES = r"(?P<times>twice|double|thrice|half|\d+ times)"
_AS_MUCH = Regex(
    rf"\b(?:(?:the |my )?(?P<who>[a-z]+(?: (?:son|daughter|child|kid|one|boy|girl|brother|sister))?)) (?:gets?|should get|has to get|receives?|is to get|must get|will get) {_TOLD_TIMES} (?:as (?:much|many)(?: [a-z]+)? as|what|the amount of|that of) (?:each|every one|all|either)(?: one)?(?: of)?(?: the| my| his| her)?(?: other)?(?: {N})?(?: [a-z]+)*",
    needs="double half thrice times twice",
)
_MONEY = Regex(rf"\b{N} (?P<unit>money|[a-z]+)(?: of [a-z]+ ?[a-z]*)?")
_PEOPLE = Regex(
    rf"\b{N} (?:kids?|children|sons?|daughters?|brothers?|sisters?|people|friends|grandchildren|siblings|nephews|nieces|persons)\b"
)
_RATIO = Regex(r"\b(?:in (?:the|a) )?ratio(?: of)? (?P<ratio>\d+(?: ?(?::|to) ?\d+)+)", needs="ratio")
_TWO = Regex(
    rf"\b(?:an?|the|1) (?P<one>[a-z]+) and (?:an?|the|1) (?P<other>[a-z]+) (?:together )?costs? (?:together )?{MONEY}(?: (?:together|in total|altogether))?",
    needs="cost",
)
_ONE_MORE = Regex(rf"\bthe (?P<dear>[a-z]+) (?:costs?|is) {MONEY} more(?: expensive)?(?: than the (?P<cheap>[a-z]+))?")
_ASKS = Regex(r"\bhow (?:much|many)\b|\bwhat (?:does|is)\b")


def answer(told: Told) -> Answer | None:
    """Return what each gets; None for anything else."""
    if not told.asks(_ASKS) or "%" in told.text:
        return None
    return _times(told.anew()) or _in_ratio(told.anew()) or _of_two(told.anew())


def _times(told: Told) -> Answer | None:
    found = told.take(_AS_MUCH)
    people = told.take(_PEOPLE) if found else None
    if not people:
        return None
    count, others = value(people[1]), value(found[3]) or value(people[1]) - 1
    amount = told.take(_MONEY)
    if not amount or told.left or others != count - 1 or others < 1:
        return None
    times = _TIMES.get(found["times"]) or value(found["times"].split()[0])
    whole, parts = value(amount[1]), times + others
    each = whole / parts
    say = told.money
    return worked(
        f"{shown(times)} + {shown(others)} = {shown(parts)} parts, and {say(whole)} / {shown(parts)} = {say(each)} for a part: the {found['who']} gets {say(each * times)}, each of the others gets {say(each)}.",
        f"{say(each * times)} and {say(each)}",
    )


def _of_two(told: Told) -> Answer | None:
    """Return what each of two things costs that come to so much together, where one costs so much more."""
    found = told.take(_TWO)
    more = told.take(_ONE_MORE) if found else None
    if not more or told.left or not {more["dear"], more["cheap"] or found["one"]} <= {found["one"], found["other"]}:
        return None
    total, apart = value(found[3]), value(more[2])
    small = (total - apart) / 2
    cheap = next(thing for thing in (found["one"], found["other"]) if thing != more["dear"])
    if small <= 0:
        return None
    say = [f"{shown(round(amount, 2))}{f' {told.currency}' if told.currency else ''}" for amount in (small, small + apart)]
    return worked(
        f"Without the extra {shown(apart)} both would cost the same: {shown(total)} - {shown(apart)} = {shown(round(total - apart, 2))}, and half of that is {shown(round(small, 2))}. So the {cheap} costs {say[0]}, and the {more['dear']} {say[1]}.",
        f"{cheap} {say[0]}, {more['dear']} {say[1]}",
    )


def _in_ratio(told: Told) -> Answer | None:
    found = told.take(_RATIO)
    amount = told.take(_MONEY) if found else None
    if not amount:
        return None
    told.take(_PEOPLE)
    if told.left:
        return None
    parts = [value(part) for part in found["ratio"].replace("to", ":").split(":")]
    whole, total = value(amount[1]), sum(parts)
    if not total:
        return None
    gets = " and ".join(told.money(whole * part / total) for part in parts)
    return worked(
        f"{' + '.join(map(shown, parts))} = {shown(total)} parts, and {told.money(whole)} / {shown(total)} = {told.money(whole / total)} for a part: {gets}.",
        gets,
    )
