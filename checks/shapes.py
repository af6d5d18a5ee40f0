"""Shapes: what a check can read, written the way it looks.

    str                                     a text
    [str]                                   a list of texts
    [{"role": str, "content": str}]         a list of dictionaries that have at least these keys
    object                                  anything

A check is given only what has its shape, so it need not expect anything else.
"""

import reprlib
from collections.abc import Callable, Collection
from typing import Any, SupportsFloat

Shape = type | list | dict

WORDS = {
    dict: "a dictionary",
    list: "a list",
    str: "a text",
    bool: "True or False",
    int: "a whole number",
    SupportsFloat: "a number",
    Collection: "a list",  # or a tuple, or an array
    Callable: "a function",
    tuple: "a tuple",
    type: "a class",
}


def misfit(found: Any, shape: Shape, place: str) -> str | None:
    """Return in words where `found` has not this shape, or None if it has; `place` says where it was found.

    >>> misfit([{"content": None}], [{"content": str}], "messages")
    'messages[0]["content"] should be a text, and it is None.'
    """
    kind = shape if isinstance(shape, type) else type(shape)
    if not isinstance(found, kind):
        return f"{place} should be {WORDS[kind]}, and it is {reprlib.repr(found)}."
    if isinstance(shape, list):
        return _first(misfit(item, shape[0], f"{place}[{n}]") for n, item in enumerate(found))
    if isinstance(shape, dict):
        return _first(
            misfit(found[key], inner, f'{place}["{key}"]') if key in found else f'{place} should have the key "{key}".'
            for key, inner in shape.items()
        )
    return None


def _first(misfits) -> str | None:
    return next(filter(None, misfits), None)
