"""Lesson 7: what a reply costs, which model is cheapest, how far a budget of tokens goes, and a short question."""

import math
from collections.abc import Callable
from typing import SupportsFloat

import offline
import utils

from .registry import exercise
from .stand_in import client

PAR = 4  # tokens, for the question about Peru
PRICED = {  # tokens in and out, and their prices per million: dollars
    (1_000_000, 0, 2, 10): 2,
    (0, 500_000, 2, 10): 5,
    (3_000, 1_000, 0.1, 0.5): 0.0008,
    (15, 8, 0.1, 0.5): 0.0000055,
}


@exercise("7.1", praise="You can check any bill.", returns=SupportsFloat)
def _price(dollars: Callable) -> str | None:
    for given, wanted in PRICED.items():
        found = dollars(*given)
        if not math.isclose(found, wanted):
            return f"dollars{given} should be {wanted}, and it is {found!r}{_why(found, given, wanted)}."
    return None


def _why(found: float, given: tuple, wanted: float) -> str:
    """Return what is probably wrong with a price."""
    sent, written, price_in, price_out = given
    if math.isclose(found, wanted * 1_000_000):
        return ": the prices are for a million tokens, so divide by a million"
    if math.isclose(found, wanted * 1_000):
        return ": the prices are for a million tokens, and you divided by a thousand"
    if math.isclose(found, (sent * price_out + written * price_in) / 1_000_000):
        return ": price_in belongs to input_tokens, and price_out to output_tokens"
    if abs(found - wanted) < 0.01:
        return ": one call costs very little, so do not round"
    return ""


@exercise("7.2", praise="Unknown is not free.", returns=object)
def _cheapest(cheapest: Callable) -> str | None:
    for prices, wanted in (
        ({"a": 3, "b": 2}, "b"),
        ({"a": None, "b": 2, "c": 5}, "b"),
        ({"a": 0, "b": None, "c": 1}, "a"),
        ({"a": None, "b": 12_000, "c": 15_000}, "b"),
        ({"b": 0.0005, "a": 0.002, "c": None}, "b"),
    ):
        given = dict(prices)
        found = cheapest(given)
        if given != prices:
            return f"your function changed the dictionary that it was given: {prices} became {given}."
        if found != wanted:
            return f'of {prices} the cheapest is "{wanted}", and your function returns {found!r}{_trap(found, prices)}.'
    return None


def _trap(found: object, prices: dict) -> str:
    """Return what is probably wrong with a choice."""
    if not isinstance(found, str):
        return ": return the name of the model"
    if found in prices and prices[found] is None:
        return ", whose price is not known: leave out those that are None"
    if 0 in prices.values():
        return ": a price of 0 is known, and only None is not"
    return ""


@exercise("7.3", praise="Now you know why long conversations need a bound.", returns=SupportsFloat)
def _turns(turns_within: Callable) -> str | None:
    for limit, wanted in ((0, 0), (49, 0), (50, 1), (299, 1), (300, 2), (749, 2), (750, 3), (99_999, 31), (1_000_000, 100)):
        found = turns_within(limit)
        if found != wanted:
            sent = ", ".join(str(200 * turn + 50) for turn in range(min(wanted + 1, 4)))
            return (
                f"within {limit} tokens there {'is 1 turn' if wanted == 1 else f'are {wanted} turns'}, and your function returns {found!r}. "
                f"Only what is sent counts: the turns send {sent}, ... tokens, and these add up."
            )
    return None


@exercise("7.4", praise="At a million calls, every word counts.", value=str)
def _golf(short: str) -> str | None:
    if "lima" in short.lower():
        return f"the answer must not be in the question: {short!r}."
    count = offline.tokens.count(short.strip())
    if count > PAR:
        return f"{short!r} has {count} tokens, and par is {PAR}. Which words can go?"
    if not short.strip():
        return "an empty question asks nothing."
    said = client().responses.create(model=utils.DEFAULT_MODEL, input=short).output_text
    if "Lima" not in said:
        return f"{short!r} is short enough ({count} tokens), but the stand-in does not answer Lima. It says: {said[:60]!r}."
    return None
