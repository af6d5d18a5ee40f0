"""A percentage of an amount, and an amount that goes up or down by so many percent."""

import re

from ...regex import Regex
from ..numbers import shown
from ..question import Answer
from ..wholly import exact
from .told import MONEY, N, Told, value, worked

_OF = Regex(rf"\b(?:what(?:'s|s| is| are)?|how much (?:is|are)|calculate) {N}% (?:of|from) {MONEY}(?!%)\W*\Z", needs="%")
_UP = r"(?:goes up|went up|rises?|rose|increase[sd]?|raised?|is raised|gets? (?:a )?(?:raise|increase)|grows?|grew|more|plus|\+|higher)"
_DOWN = (
    r"(?:goes down|went down|falls?|fell|drops?|dropped|decrease[sd]?|is cut|cut|less|minus|lower|shrinks?|shrank|loses?|lost)"
)
_BY = (
    Regex(rf"\b{MONEY}(?!%)(?: [a-z]+){{0,5}}? (?P<way>{_UP}|{_DOWN})(?: by| of)? {N}%"),
    Regex(rf"\b{MONEY}(?!%)(?: [a-z]+){{0,3}}? (?P<way>plus|minus) (?:an? )?{N}%", needs="minus plus"),
    Regex(rf"\b{MONEY}(?!%)[^\d%]{{0,25}}\b{N}% (?P<way>raise|increase|more|higher|decrease|cut|less|lower)\b", needs="%"),
)  # fmt: skip
_SHARE = Regex(  # I earn 2400 and pay 850 rent: what percentage is that?
    rf"\b{MONEY}(?!%)(?P<first>[^\d%]*?)\b{MONEY}(?!%)(?P<second>[^\d%]*?)\b(?:what|how many|which) (?:%|percentage|% share)(?: (?:of (?:it|them|my [a-z]+|the [a-z]+|all))?)? ?(?:(?:is|are|was|were|did|do|does|have|has|goes|go)\b)?(?P<asked>[^\d]*)"
)
_CHANGED = Regex(
    r"\b(?:before|now|from|cheaper|more|less|increased?|raised?|rose|fell|went|used to|last (?:year|month)|old|new|off|discount)\b"
)
_SAME = Regex(r"\b(?:that|it|this|i|we|get|got|rent|right|correct|left)\b|\A\W*\Z")
_FALLS = Regex(rf"\A(?:{_DOWN}|decrease|cut|less|lower)\Z")
_ASKS = Regex(r"\b(?:new|now|then|after|how much|what|will)\b|\?")
_OTHER = Regex(
    r"\b(?:vat|tax|tip|discount|off|interest|each|per (?:person|head)|people|friends|every year|per year|a year|before|was)\b",
    needs="before discount each every friends head interest off people person tax tip vat was year",
)


def answer(told: Told) -> Answer | None:
    """Return a percentage of an amount, or the amount after the change; None for anything else."""
    if found := told.take(_OF):
        part = value(found[2]) * value(found[1]) / 100
        return (
            None
            if told.left
            else worked(f"{shown(value(found[1]))}% of {told.money(value(found[2]))} is {told.money(part)}.", told.money(part))
        )
    if (found := told.anew().take(_SHARE)) and len(told.left) == 2 and not told.asks(_CHANGED):
        return _share(told, found)
    if told.asks(_OTHER) or not told.asks(_ASKS) or not (found := told.take(*_BY)) or told.left:
        return None
    amount, percent = (value(one) for one in found.groups() if one and one[0].isdigit())
    change = amount * percent / 100
    down = bool(_FALLS.search(found["way"]))
    new = amount - change if down else amount + change
    return worked(
        f"{shown(percent)}% of {told.money(amount)} is {told.money(change)}, so it is {told.money(new)} then.", told.money(new)
    )


def _share(told: Told, found: re.Match) -> Answer | None:
    """Return what part the smaller of two amounts is of the larger, where the question is about it: "12 are boys: what percentage are boys?"."""
    amounts = value(found[1]), value(found[3])
    part, whole = sorted(amounts)
    named, asked = (
        set(re.findall(r"[a-z]{4,}", words)) for words in (found["second" if amounts[1] == part else "first"], found["asked"])
    )
    if not part or part == whole or not (_SAME.search(found["asked"]) or asked & named):
        return None
    percent = 100 * part / whole
    short = f"{shown(percent)}%"
    return worked(f"{told.money(part)} / {told.money(whole)} {'=' if exact(percent) else '≈'} {short}.", short)
