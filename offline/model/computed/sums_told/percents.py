"""A percentage of an amount, and an amount that goes up or down by so many percent."""

from ...regex import Regex
from ..numbers import shown
from ..question import Answer
from .told import MONEY, N, Told, value, worked

_OF = Regex(rf"\b(?:what(?:'s|s| is| are)?|how much (?:is|are)|calculate) {N}% (?:of|from) {MONEY}(?!%)\W*\Z")
_UP = r"(?:goes up|went up|rises?|rose|increase[sd]?|raised?|is raised|gets? (?:a )?(?:raise|increase)|grows?|grew|more|plus|\+|higher)"
_DOWN = (
    r"(?:goes down|went down|falls?|fell|drops?|dropped|decrease[sd]?|is cut|cut|less|minus|lower|shrinks?|shrank|loses?|lost)"
)
_BY = (
    Regex(rf"\b{MONEY}(?!%)(?: [a-z]+){{0,5}}? (?P<way>{_UP}|{_DOWN})(?: by| of)? {N}%"),
    Regex(rf"\b{MONEY}(?!%)(?: [a-z]+){{0,3}}? (?P<way>plus|minus) (?:an? )?{N}%"),
    Regex(rf"\b{MONEY}(?!%)[^\d%]{{0,25}}\b{N}% (?P<way>raise|increase|more|higher|decrease|cut|less|lower)\b"),
)  # fmt: skip
_FALLS = Regex(rf"\A(?:{_DOWN}|decrease|cut|less|lower)\Z")
_ASKS = Regex(r"\b(?:new|now|then|after|how much|what|will)\b|\?")
_OTHER = Regex(
    r"\b(?:vat|tax|tip|discount|off|interest|each|per (?:person|head)|people|friends|every year|per year|a year|before|was)\b"
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
    if told.asks(_OTHER) or not told.asks(_ASKS) or not (found := told.take(*_BY)) or told.left:
        return None
    amount, percent = (value(one) for one in found.groups() if one and one[0].isdigit())
    change = amount * percent / 100
    down = bool(_FALLS.search(found["way"]))
    new = amount - change if down else amount + change
    return worked(
        f"{shown(percent)}% of {told.money(amount)} is {told.money(change)}, so it is {told.money(new)} then.", told.money(new)
    )
