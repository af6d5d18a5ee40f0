"""Lesson 7: what a reply costs, which model is cheapest, and how far a budget of tokens goes."""

import math
from collections.abc import Callable
from typing import SupportsFloat

from .registry import exercise


@exercise("7.1", praise="You can check any bill.", returns=SupportsFloat)
def _price(dollars: Callable) -> str | None:
    for given, wanted in (((1_000_000, 0, 2, 10), 2), ((0, 500_000, 2, 10), 5), ((3_000, 1_000, 0.1, 0.5), 0.0008)):
        found = dollars(*given)
        if not math.isclose(found, wanted):
            return f"dollars{given} should be {wanted}, and it is {found!r}."
    return None


@exercise("7.2", praise="Unknown is not free.", returns=str)
def _cheapest(cheapest: Callable) -> str | None:
    for prices, wanted in (({"a": 3, "b": 2}, "b"), ({"a": None, "b": 2, "c": 5}, "b"), ({"a": 0, "b": None}, "a")):
        found = cheapest(dict(prices))
        if found != wanted:
            return f'of {prices} the cheapest is "{wanted}", and your function says {found!r}.'
    return None


@exercise("7.3", praise="Now you know why long conversations need a bound.", returns=SupportsFloat)
def _turns(turns_within: Callable) -> str | None:
    for limit, wanted in ((0, 0), (49, 0), (50, 1), (300, 2), (749, 2), (750, 3), (100_000, 31)):
        found = turns_within(limit)
        if found != wanted:
            return f"within {limit} tokens there are {wanted} turns, and your function says {found!r}."
    return None
