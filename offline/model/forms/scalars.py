"""Texts, numbers and words of a list that conform to a schema: from what was found, or the plainest there is."""

import math
import re
from collections.abc import Iterator
from itertools import islice

from ..evidence import fallbacks
from ..unbuildable import Unbuildable
from . import patterns
from .conforming import Follow, fits
from .formats import FORMATS
from .schemas import kind

UNKNOWN = "unknown"
_TRIED = 1_000  # plain values that are tried before we say that there is none
_EMPTY_WANTED = re.compile(r"\b(empty|blank)\b", re.IGNORECASE)


def adapt(value, schema: dict, follow: Follow) -> list:
    """Return `value`, or what is nearest to it, if it conforms to `schema`; else an empty list."""
    nearer = {str: _texts_near, int: _numbers_near, float: _numbers_near}.get(type(value), lambda value, schema: [value])
    return [near for near in nearer(value, schema) if fits(near, schema, follow)][:1]


def plain(schema: dict, follow: Follow) -> Iterator:
    """Yield values that conform to `schema`, the plainest first, each once."""
    seen = set()
    for value in islice(_plain(schema), _TRIED):
        if repr(value) not in seen and fits(value, schema, follow):
            seen.add(repr(value))
            yield value


def plainest(schema: dict, follow: Follow):
    """Return the plainest value that conforms to `schema`. Raises Unbuildable if none is found."""
    for value in plain(schema, follow):
        return value
    asked = ", ".join(f"{key} {schema[key]!r}" for key in sorted(schema) if key not in ("description", "title"))
    raise Unbuildable(f"No value could be built for: {asked}.")


def _plain(schema: dict) -> Iterator:
    if "const" in schema:
        yield schema["const"]
    yield from fallbacks(schema.get("enum", ()))
    if "default" in schema:
        yield schema["default"]
    match kind(schema):
        case "null":
            yield None
        case "boolean":
            yield from (False, True)
        case "integer" | "number":
            yield from _plain_numbers(schema)
        case "string" | None:
            yield from _plain_texts(schema)


def _plain_texts(schema: dict) -> Iterator[str]:
    if schema.get("format") in FORMATS:
        yield FORMATS[schema["format"]].plainest
    least, most = schema.get("minLength", 0), schema.get("maxLength", 10_000)
    if "pattern" in schema:
        yield from patterns.texts(schema["pattern"], longest_stretch=max(20, min(least, 1_000)))
    if _EMPTY_WANTED.search(schema.get("description", "")):
        yield ""
    if most < len(UNKNOWN):
        yield from ("", UNKNOWN[:most])
    yield " ".join([UNKNOWN] * (least // len(UNKNOWN) + 1))[: max(least, len(UNKNOWN))].ljust(least, ".")
    for number in range(2, _TRIED):
        yield f"{UNKNOWN} {number}".ljust(least, ".")[:most]
        yield f"{number}".rjust(least, "0")


def _plain_numbers(schema: dict) -> Iterator[float]:
    low = max(schema.get("minimum", -math.inf), schema.get("exclusiveMinimum", -math.inf))
    high = min(schema.get("maximum", math.inf), schema.get("exclusiveMaximum", math.inf))
    step = schema.get("multipleOf", 1)
    first = low if low > 0 else high if high < 0 else 0
    start = math.ceil(first / step) if first >= 0 else math.floor(first / step)
    for count in range(_TRIED // 2):
        yield from (whole((start + count) * step), whole((start - count) * step))
        if count == 2:
            yield from (whole(value) for value in (low, high, low / 2 + high / 2) if math.isfinite(value))


def _numbers_near(value: float, schema: dict) -> Iterator[float]:
    yield whole(value)
    if "multipleOf" in schema:
        yield whole(round(value / schema["multipleOf"]) * schema["multipleOf"])
    elif kind(schema) == "integer":
        yield round(value)


def _texts_near(value: str, schema: dict) -> Iterator[str]:
    yield value
    if "pattern" in schema:
        yield from (value.upper(), value.lower(), re.sub(r"\W", "", value), re.sub(r"\D", "", value))
    most = schema.get("maxLength", len(value))
    if 0 < most < len(value) and "format" not in schema:
        yield value[: most + 1].rpartition(" ")[0].rstrip(",;:") or value[:most]


def whole(number: float) -> float:
    """Return 3.0 as 3, as a model would write it."""
    return int(number) if isinstance(number, float) and number.is_integer() and abs(number) < 1e15 else number
