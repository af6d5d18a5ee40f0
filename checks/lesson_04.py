"""Lesson 4: logprobs, temperature, and the strictest parameters."""

import math
from collections.abc import Callable, Collection
from typing import SupportsFloat

import utils

from .registry import exercise
from .stand_in import refused


@exercise("4.1", praise="You can read logprobs.", returns=dict)
def _percents(percents: Callable) -> str | None:
    top = [("blue", math.log(0.6)), ("clear", math.log(0.14)), ("gray", math.log(0.0312))]
    found = percents(top)
    if found != {"blue": 60.0, "clear": 14.0, "gray": 3.1}:
        return f"for chances of 0.6, 0.14 and 0.0312 there should be 60.0, 14.0 and 3.1 percent, and there is {found!r}."
    return None


@exercise("4.2", praise="That is all there is to temperature.", returns=Collection)
def _temperature(apply_temperature: Callable) -> str | None:
    chances = [0.6, 0.3, 0.1]
    for temperature, wanted in ((1, [0.6, 0.3, 0.1]), (0.5, [0.783, 0.196, 0.022]), (2, [0.473, 0.334, 0.193])):
        found = apply_temperature(list(chances), temperature)
        numbers = [float(chance) for chance in found if isinstance(chance, SupportsFloat)]
        if not len(numbers) == len(found) == 3 or abs(sum(numbers) - 1) > 1e-9:
            return f"at temperature {temperature} the results should be 3 numbers that sum to 1: {found!r}."
        if any(abs(chance - right) > 0.001 for chance, right in zip(numbers, wanted, strict=True)):
            return f"at temperature {temperature}, {chances} should become {wanted}, and it becomes {found!r}."
    return None


@exercise("4.3", praise="Short, cheap, and the same every time.", value=dict)
def _strictest(parameters: dict) -> str | None:
    wanted = {"reasoning": {"effort": "none"}, "text": {"verbosity": "low"}, "temperature": 0, "max_output_tokens": 16}
    for name, value in wanted.items():
        if parameters.get(name) != value:
            return f'"{name}" should be {value!r}, and it is {parameters.get(name)!r}.'
    return refused({"model": utils.DEFAULT_MODEL, **parameters, "input": "The soup was cold."})
