"""Lesson 4: logprobs, temperature, the strictest parameters, and a playground of one's own."""

import math
from collections.abc import Callable, Collection
from typing import SupportsFloat

import utils

from .registry import exercise
from .stand_in import MODEL, refused


@exercise("4.1", praise="You can read logprobs.", returns=dict)
def _percents(percents: Callable) -> str | None:
    chances, wanted = {"blue": 0.6, "clear": 0.14, "gray": 0.0312}, {"blue": 60.0, "clear": 14.0, "gray": 3.1}
    found = percents([(token, math.log(chance)) for token, chance in chances.items()])
    if _alike(found, wanted):
        return None
    said = f"for chances of 0.6, 0.14 and 0.0312 there should be {wanted}, and there is {found!r}"
    hints = [
        (chances, "These are the chances: percent are 100 times as much."),
        ({token: round(chance, 1) for token, chance in chances.items()}, "Round after you have multiplied by 100."),
        ({token: 100 * chance for token, chance in chances.items()}, "That is right but for the rounding."),
        ({token: float(round(100 * chance)) for token, chance in chances.items()}, "Keep one decimal: round(..., 1)."),
    ]
    hint = next((hint for almost, hint in hints if _alike(found, almost)), "")
    return f"{said}. {hint}".rstrip()


def _alike(found: dict, wanted: dict) -> bool:
    """Return whether two dictionaries from token to number are the same, but for how a computer rounds."""
    if found.keys() != wanted.keys() or not all(isinstance(value, SupportsFloat) for value in found.values()):
        return False
    return all(abs(float(found[token]) - wanted[token]) < 1e-9 for token in wanted)


@exercise("4.2", praise="That is all there is to temperature.", returns=Collection)
def _temperature(apply_temperature: Callable) -> str | None:
    chances = [0.6, 0.3, 0.1]
    for temperature, wanted in ((1, [0.6, 0.3, 0.1]), (0.5, [0.783, 0.196, 0.022]), (2, [0.473, 0.334, 0.193])):
        found = apply_temperature(list(chances), temperature)
        numbers = [float(chance) for chance in found if isinstance(chance, SupportsFloat)]
        if not len(numbers) == len(found) == 3:
            return f"at temperature {temperature} the results should be 3 numbers: {found!r}."
        if abs(sum(numbers) - 1) > 1e-9:
            return f"at temperature {temperature} the results should sum to 1, and {found!r} sums to {sum(numbers):.3f}."
        if any(abs(chance - right) > 0.001 for chance, right in zip(numbers, wanted, strict=True)):
            return f"at temperature {temperature}, {chances} should become {wanted}, and it becomes {found!r}."
    return None


# What the parameters of 4.3 must say, where each of them stands, and what it is called elsewhere.
_STRICT = (
    (("reasoning", "effort"), "none", {"effort", "reasoning_effort"}),
    (("text", "verbosity"), "low", {"verbosity"}),
    (("temperature",), 0, set()),
    (("max_output_tokens",), 16, {"max_tokens", "max_completion_tokens"}),
)


@exercise("4.3", praise="Short, cheap, and the same nearly every time.", value=dict)
def _strictest(parameters: dict) -> str | None:
    cheapest = (utils.DEFAULT_MODEL, MODEL)
    if "model" not in parameters:
        return '"model" is missing: client.responses.create cannot do without.'
    if parameters["model"] not in cheapest:
        return f'"model" should be DEFAULT_MODEL, the cheapest that takes a temperature, and it is {parameters["model"]!r}.'
    for path, wanted, elsewhere in _STRICT:
        place = "".join(f'["{key}"]' for key in path)
        if strange := sorted(elsewhere & parameters.keys()):
            return f'client.responses.create has no parameter "{strange[0]}". It wants this in parameters{place}.'
        found = _found(parameters, path)
        if found is ...:
            return f"parameters{place} is missing; it should be {wanted!r}."
        if found != wanted:
            return f"parameters{place} should be {wanted!r}, and it is {found!r}."
    return refused(parameters | {"input": "The soup was cold."})


def _found(parameters: dict, path: tuple[str, ...]):
    """Return what stands at the end of the path; ... where there is nothing."""
    for key in path:
        if not isinstance(parameters, dict) or key not in parameters:
            return ...
        parameters = parameters[key]
    return parameters


@exercise("4.4", praise="Press Run, and see what a poet makes of it.", value=object)
def _studio(studio: object) -> str | None:
    if not callable(getattr(studio, "requests", None)):
        return f"studio should be what playground(...) returns, and it is {studio!r}."
    if problems := studio.problems():
        return " ".join(problems)
    requests = [request for _, request in studio.requests()]
    first = requests[0]
    if "instructions" not in first:
        return "it has no instructions: playground(..., instructions=...) says how to answer."
    if "temperature" not in first:
        effort = first.get("reasoning", {}).get("effort")
        return f"it sends no temperature, because {first['model']} takes none at the effort {effort!r}."
    if first["temperature"] < 1.2:
        return f"it should be daring, with a temperature of 1.2 or more, and it is {first['temperature']}."
    if len(requests) < 3:
        return f"a click on Run should bring at least 3 poems to choose from, and it brings {len(requests)}."
    return None
