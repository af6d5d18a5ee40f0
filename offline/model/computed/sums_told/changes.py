"""From one amount to another: by how many percent it rose or fell."""

from ...regex import Regex
from ..numbers import shown
from ..question import Answer
from .told import MONEY, Told, value, worked

_FROM_TO = (
    Regex(rf"\bfrom {MONEY}(?!%)(?: \w+){{0,2}} (?:to|down to|up to|->) {MONEY}(?!%)"),
    Regex(rf"\b(?:was|were|cost|costed|had|used to (?:be|cost)|before|old|last year|yesterday)\W+(?:\w+ ){{0,3}}?{MONEY}(?!%)\D*?\b(?:now|today|new|this year|later|then)\b\W+(?:\w+ ){{0,4}}?{MONEY}(?!%)"),
    Regex(rf"\b{MONEY}(?!%) (?:before|last year|last month)\W+(?:and )?(?:now )?{MONEY}(?!%)(?: now| this year)?"),
)  # fmt: skip
_ASKS = Regex(r"\b(?:percent\w*|increase|growth|change)\b|%")


def answer(told: Told) -> Answer | None:
    """Return by how many percent something rose or fell; None if that is not asked."""
    if not told.asks(_ASKS) or not (found := told.take(*_FROM_TO)) or told.left:
        return None
    old, new = value(found[1]), value(found[2])
    if not old:
        return None
    percent = round((new - old) / old * 100, 2)
    if not percent:
        return worked(f"Nothing changed: it is {told.money(new)} as before.", "0%")
    verb = "more" if percent > 0 else "less"
    short = f"{shown(abs(percent))}%"
    return worked(
        f"From {told.money(old)} to {told.money(new)} it is {told.money(abs(new - old))} {verb}; {told.money(abs(new - old))} / {told.money(old)} = {short} {verb}.",
        short,
    )
