"""The playground's parameters: one table, from which the controls, the request, the runs and their CSV follow.

To add one, add a row; nothing else changes.
"""

from collections.abc import Callable
from dataclasses import dataclass

import ipywidgets

import utils


@dataclass(frozen=True)
class Parameter:
    """One parameter of a call: its control, and its place in the request.

    `path` leads to its value in the request, for example ("reasoning", "effort"). A value that is among
    `unsent` says no more than leaving it out does. `bounds` are the least and the most that the control
    takes. `help` is one sentence on what it does, and one on what to try.
    """

    name: str
    label: str
    default: object
    path: tuple[str, ...]
    make: Callable[..., ipywidgets.DOMWidget]
    help: str
    unsent: tuple = (None, "")
    bounds: tuple[float, float] | None = None

    def control(self, value) -> ipywidgets.DOMWidget:
        """Return a control that shows `value`."""
        return self.make(value, description=self.label, tooltip=self.help, layout=ipywidgets.Layout(width="auto"))

    def problem(self, value) -> str:
        """Return what is wrong with a value, or an empty text."""
        if self.bounds is None or self.bounds[0] <= value <= self.bounds[1]:
            return ""
        low, high = self.bounds
        return f"{self.label} goes from {low:,} to {high:,}; {value:,} is not sent."

    def put(self, request: dict, value) -> None:
        """Write a value to its place in the request."""
        *outer, last = self.path
        for key in outer:
            request = request.setdefault(key, {})
        request[last] = value

    def read(self, request: dict):
        """Return the value in a request; None where it is not sent."""
        for key in self.path:
            if key not in request:
                return None
            request = request[key]
        return request


def _text(rows: int, placeholder: str = "") -> Callable:
    return lambda value, **options: ipywidgets.Textarea(value, rows=rows, placeholder=placeholder, **options)


def _choice(*given: str) -> Callable:
    return lambda value, **options: ipywidgets.Dropdown(options=given or (value,), value=value, **options)


def _slider(kind: type, low: float, high: float, step: float) -> Callable:
    return lambda value, **options: kind(value, min=low, max=high, step=step, **options)


def _number(value, **options) -> ipywidgets.IntText:
    return ipywidgets.IntText(value, step=16, continuous_update=True, **options)


_ROWS = [
    Parameter(
        "model",
        "Model",
        utils.DEFAULT_MODEL,
        ("model",),
        _choice(),
        "Who answers. Dearer models know and reason more; try the same prompt with two, and look at the cost.",
    ),
    Parameter(
        "instructions",
        "Instructions",
        "",
        ("instructions",),
        _text(1, "How to answer, for example: Talk like a pirate."),
        "How to answer, whatever is asked. Try: Answer in one word.",
    ),
    Parameter(
        "prompt",
        "Prompt",
        "Suggest a name for a coffee shop.",
        ("input",),
        _text(3, "What do you want to ask?"),
        "What you ask. Try it once more with an example of the answer you want.",
    ),
    Parameter(
        "max_tokens",
        "Max tokens",
        150,
        ("max_output_tokens",),
        _number,
        "The reply is cut off there; thinking counts, too. Try 16, and look at how the reply ends.",
        bounds=(16, 100_000),
    ),
    Parameter(
        "effort",
        "Reasoning effort",
        None,
        ("reasoning", "effort"),
        _choice(),
        "How long the model thinks before it answers. Try high on a riddle, and look at the reasoning tokens.",
    ),
    Parameter(
        "temperature",
        "Temperature",
        1.0,
        ("temperature",),
        _slider(ipywidgets.FloatSlider, 0, 2, 0.1),
        "How daring the choice of each next token is. Try 0, then 1.5, with 5 samples each.",
        bounds=(0, 2),
    ),
    Parameter(
        "top_p",
        "Top p",
        1.0,
        ("top_p",),
        _slider(ipywidgets.FloatSlider, 0.05, 1, 0.05),
        "Only the likeliest tokens, which together have this chance, are drawn from. Try 0.1 at temperature 2.",
        unsent=(None, 1),
        bounds=(0.05, 1),
    ),
    Parameter(
        "verbosity",
        "Verbosity",
        "medium",
        ("text", "verbosity"),
        _choice("low", "medium", "high"),
        "How much the model says. Try low and high on: What is photosynthesis?",
        unsent=(None, "medium"),
    ),
]
PARAMETERS = {parameter.name: parameter for parameter in _ROWS}
SAMPLES = Parameter(
    "samples",
    "Samples",
    1,
    (),
    _slider(ipywidgets.IntSlider, 1, 10, 1),
    "How many times the same request is sent. Try 5: how many of the replies differ?",
    bounds=(1, 10),
)
