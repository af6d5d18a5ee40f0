"""Find what a text itself calls by name: in JSON, as "key: value", as "the key of this is that"."""

import json
import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from . import texts

MOST = 100  # pairs of one text
_MOST_JSON = 20  # places where JSON may begin

_BULLET = r"(?:[-*•·]|\d{1,2}[.)])[ \t]+"
_KEY = r"[^\W\d_][\w /'’-]{0,30}?"
_PAIR = re.compile(
    rf"(?:^|(?<=[\n,;.!?|(:]))[ \t]*(?:{_BULLET})?[\"'*_]{{0,2}}({_KEY})[\"'*_]{{0,2}}[ \t]*[:=](?![/:])(?!(?<=\d:)\d)"
)
_BULLETS = re.compile(rf"(?:\s*\n[ \t]*{_BULLET}[^\n]*)+")
_IS = re.compile(
    r"\b(?:the|my|his|her|its|our|your)\s+([\w' -]{2,40}?)\s+(?:is|are|was|were|will be)\s+(?:called\s+|named\s+)?(?=\S)",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+(?:of|for|in)\s+.*", re.DOTALL)
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")
_PLACEHOLDER = re.compile(r":\s*\"(?:\.\.\.|…|string|number|integer|boolean|<[^\"]*>)?\"", re.IGNORECASE)  # JSON as an example
_JSON_START = re.compile(r"[{\[]")


class Pair(NamedTuple):
    """A key and its value, with the place of the key.

    The value is text that stands from `start` to `end`, or is of JSON (then `end` is 0). `alone` tells that it is all
    that follows in its line.
    """

    key: str
    value: object
    place: int
    start: int = 0
    end: int = 0
    alone: bool = True


def find(text: str) -> list[Pair]:
    """Return the pairs of a text."""
    values = in_json(text)
    found = [Pair(key, value, start) for json_value, start, _ in values for key, value in _entries(json_value)]
    for pair in [*_written(text), *_told(text)]:
        if not any(start <= pair.place < end for _, start, end in values):
            found.append(pair)
    return found[:MOST]


def in_json(text: str) -> list[tuple[object, int, int]]:
    """Return the JSON objects and arrays in a text that are not empty, with their places."""
    found: list[tuple[object, int, int]] = []
    decoder, place = json.JSONDecoder(), 0
    for _ in range(_MOST_JSON):
        opening = _JSON_START.search(text, place)
        if not opening:
            break
        try:
            value, place = decoder.raw_decode(text, opening.start())
            found += [(value, opening.start(), place)] if value else []
        except (ValueError, RecursionError):
            place = opening.end()
    return [one for one in found if not _PLACEHOLDER.search(text, one[1], one[2])]


def typed(value):
    """Return a value that was written as text as what it is: a number, true or false, null, or text."""
    if not isinstance(value, str):
        return value
    if re.fullmatch(r"-?\d{1,15}(?:\.\d{1,10})?", value):
        return float(value) if "." in value else int(value)
    return {"true": True, "false": False, "null": None}.get(value.lower(), value)


def _entries(value) -> Iterator[tuple[str, object]]:
    """Yield the keys of JSON with their values, those further in, too."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key, inner
            yield from _entries(inner)
    elif isinstance(value, list) and len(value) == 1:
        yield from _entries(value[0])


def _written(text: str) -> Iterator[Pair]:
    """Yield the pairs with a colon. A value ends where its line, or the next pair in the line, begins."""
    found = list(_PAIR.finditer(text))
    for pair, following in zip_longest(found, found[1:]):
        line_end = text.find("\n", pair.end())
        line_end = len(text) if line_end < 0 else line_end
        end = min(line_end, following.start() if following else line_end)
        if bullets := _BULLETS.match(text, pair.end()):
            end = bullets.end()
        value = text[pair.end() : end].strip(" \"',;|")
        if value:
            start = text.index(value, pair.end())
            first = text.rfind("\n", 0, pair.start(1)) + 1
            opens = not text[first : pair.start(1)].strip(" -*•\"'")
            yield Pair(
                pair[1], value, pair.start(1), start, start + len(value), alone=bool(bullets) or (opens and end == line_end)
            )


def _told(text: str) -> Iterator[Pair]:
    """Yield the pairs of sentences such as "The capital of France is Paris."."""
    for found in _IS.finditer(text):
        if span := texts.clause(text, found.end()):
            yield Pair(_OF.sub("", found[1]), text[slice(*span)], found.start(1), *span, alone=False)


def until(pair: Pair, end: int) -> Pair:
    """Return a pair whose value ends at `end` at the latest."""
    if not pair.end or end >= pair.end:
        return pair
    value = str(pair.value)[: end - pair.start].rstrip(" .!,;")
    return pair._replace(value=value, end=pair.start + len(value))


def first_sentence(pair: Pair) -> str:
    """Return the value of a pair up to the end of its first sentence."""
    text = str(pair.value)
    return text if pair.alone else _SENTENCE_END.split(text)[0]
