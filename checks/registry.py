"""Where exercises are registered, and found by their number.

Everything about an exercise stands in one place, its function in the module of its lesson:

    @exercise("6.3", praise="A server in trouble will thank you.", returns=list)
    def _delays(my_delays):
        ...

The function looks at what the reader built and returns what is missing, in words, or None if nothing
is. Its parameter has the name that the notebook gives to what is built. A module is loaded only when
one of its exercises is asked for.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from .shapes import Shape

Look = Callable[[Any], str | None]


@dataclass(frozen=True)
class Exercise:
    """An exercise: how it is judged, and what its check can read."""

    praise: str
    look: Look
    value: Shape | None  # of what the reader builds; None where that is a function
    returns: Shape  # of what that function returns

    @property
    def name(self) -> str:
        """Return the name that the notebook gives to what is built, such as "messages"."""
        return next(iter(inspect.signature(self.look).parameters))


EXERCISES: dict[str, Exercise] = {}  # those of the lessons that have been loaded


def exercise(number: str, *, praise: str, value: Shape | None = None, returns: Shape = object) -> Callable[[Look], Look]:
    """Register the decorated function as the check of exercise `number`.

    `praise` is said when it is solved. `value` is the shape of what the reader is to build (see
    `shapes.py`); without it, the reader is to write a function, and `returns` is the shape of what that
    function returns. The check sees nothing of any other shape. Raises ValueError for a number that is taken.
    """
    if number in EXERCISES:
        raise ValueError(f"There are two exercises {number}.")

    def register(look: Look) -> Look:
        EXERCISES[number] = Exercise(praise, look, value, returns)
        return look

    return register


def find(number: str) -> Exercise | None:
    """Return the exercise of that number, or None if there is none."""
    if module := _modules().get(number.partition(".")[0]):
        _load(module)
    return EXERCISES.get(number)


def numbers() -> list[str]:
    """Return the numbers of all exercises, lesson by lesson."""
    modules = _modules()
    for module in modules.values():
        _load(module)
    return sorted(EXERCISES, key=lambda number: list(modules).index(number.partition(".")[0]))


def _load(module: str) -> None:
    import_module(f".{module}", __package__)


def _modules() -> dict[str, str]:
    """Return the module of each lesson by what its numbers begin with: {"1": "lesson_01", ..., "A": "appendix"}."""
    lessons = sorted(path.stem for path in Path(__file__).parent.glob("lesson_*.py"))
    return {name.removeprefix("lesson_").lstrip("0"): name for name in lessons} | {"A": "appendix"}
