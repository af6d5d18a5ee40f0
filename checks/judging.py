"""Whose mistake it is: what the reader's code raises, what a check cannot read, and where a check itself is wrong.

Only what the reader's own function raises is called "your code raised". A check that breaks is a
mistake of the course, and says so.
"""

import traceback
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from .registry import Exercise
from .shapes import Shape, misfit
from .stand_in import Crashed


class NotYet(Exception):
    """The exercise is not solved; the text says what is missing."""


class YourCodeRaised(NotYet):
    """The reader's function raised `error`."""

    def __init__(self, error: Exception):
        super().__init__(f"your code raised {_named(error)}")
        self.error = error


class ReturnedNothing(NotYet):
    """The reader's function returned None."""

    def __init__(self):
        super().__init__(
            "your function returned nothing (None). Did you print the result, or is there a way through it without a return?"
        )


def verdict(exercise: Exercise, built: Any) -> str:
    """Return what to say about what was built: that it is done, or what is missing."""
    try:
        missing = exercise.look(_readable(exercise, built))
    except NotYet as told:
        missing = str(told)
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        return (
            "not judged: this check is broken. That is a mistake of the course, not yours "
            f"({_named(error)}; {Path(where.filename).name}, line {where.lineno}). Compare yours with the solution."
        )
    return f"not yet: {missing}" if missing else f"done. {exercise.praise}"


def _readable(exercise: Exercise, built: Any) -> Any:
    """Return what was built as the check may use it. Raises NotYet if the check cannot read it."""
    if exercise.value is not None:
        return _in_shape(built, exercise.value, exercise.name)
    function = _in_shape(built, Callable, exercise.name)

    @wraps(function)  # its docstring and its parameters can be looked at, too
    def judged(*given: Any) -> Any:
        return _in_shape(_call(function, given), exercise.returns, f"{exercise.name}(...)")

    return judged


def _call(function: Callable, given: tuple) -> Any:
    """Call the reader's function. Raises NotYet if it raises, or returns nothing."""
    try:
        result = function(*given)
    except Crashed:
        raise
    except Exception as error:
        raise YourCodeRaised(error) from error
    if result is None:
        raise ReturnedNothing
    return result


def _in_shape(found: Any, shape: Shape, place: str) -> Any:
    if found is ...:
        raise NotYet("replace the ... with your own.")
    if misfits := misfit(found, shape, place):
        raise NotYet(f"this check cannot read what you built: {misfits}")
    return found


def _named(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".removesuffix(": ")
