"""What a message wants converted, and how a tool that converts takes it.

find("Convert 100 USD to EUR")           -> Conversion(100, "USD", "EUR")
find("how many miles are 10 km?")        -> Conversion(10, "km", "miles")
find("the exchange rate from EUR to USD") -> Conversion(None, "EUR", "USD")
"""

import re
from dataclasses import dataclass

from .arithmetic import properties
from .meaning import knowledge, stem, stems

_NUMBER = r"(?P<number>-?\d[\d,]*(?:\.\d+)?)"
_SOURCE, _TARGET = (rf"(?P<{name}>(?:degrees? |us |square )?[^\W\d_]+)" for name in ("source", "target"))
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}
_FORMS = [
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_NUMBER}\s*{_SOURCE}\s+(?:to|into|in|as)\s+{_TARGET}",
        rf"how (?:many|much) {_TARGET}\b[^\d.?!]{{0,25}}\b(?:is|are|in|for|from|make|makes)\s+(?:there in\s+)?{_NUMBER}\s*{_SOURCE}",
        rf"\b(?:from|between)\s+{_SOURCE}\s+(?:to|into|and)\s+{_TARGET}",
        r"\b(?P<source>[A-Z]{3})\s*(?:to|into|in|/)\s*(?P<target>[A-Z]{3})\b",
    )
]


@dataclass(frozen=True)
class Conversion:
    """A number with its unit (or currency, or time zone), and the unit that it is wanted in."""

    number: float | None
    source: str
    target: str


def find(text: str) -> Conversion | None:
    """Return the first conversion that `text` asks for, or None."""
    text = re.sub(r"([$€£¥])\s*(\d[\d,.]*\d|\d)", lambda match: f"{match[2]} {_SIGNS[match[1]]}", text)
    for form in _FORMS:
        if found := form.search(text):
            number = found.groupdict().get("number")
            value = number and float(number.replace(",", ""))
            return Conversion(int(value) if value and value.is_integer() else value, found["source"], found["target"])
    return None


def arguments(tool, text: str) -> dict | None:
    """Return what `tool` is called with for the conversion in `text`; None if it has no such parameters, or none is asked for."""
    if not knowledge().converting & stems(f"{tool.name} {tool.description}"):
        return None
    given = properties(tool)
    source, target = (
        next((name for name in given if stems(name) & knowledge().names[side]), None) for side in ("source", "target")
    )
    conversion = find(text) if source and target else None
    if conversion is None:
        return None
    values = {source: conversion.source, target: conversion.target}
    if conversion.number is not None:
        values |= {name: conversion.number for name, schema in given.items() if schema.get("type") in ("number", "integer")}
    adapted = {name: _listed(value, given[name]) for name, value in values.items()}
    return {name: value for name, value in adapted.items() if value is not None}


def _listed(value, schema: dict):
    """Return `value`, or what a list of allowed values has for it ("kilometers" for "km" is beyond us)."""
    if "enum" not in schema:
        return value
    return next((listed for listed in schema["enum"] if stem(str(listed).casefold()) == stem(str(value).casefold())), None)
