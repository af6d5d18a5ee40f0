"""Bounds of numbers, lengths of texts and lists: what the API refuses although the type is right.

One table for each endpoint, path by path; "[]" stands for every element of a list. The figures are those of
OpenAI's published specification of August 2026, and of the refusals that words.py names.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from . import words

Rule = Callable[[Any, str], None]  # gets a value that is there, and its place

LONGEST_INPUT = 10_485_760  # characters


def number(low: float | None = None, high: float | None = None) -> Rule:
    """Return the rule of a number between two bounds, both included."""

    def check(value: float, where: str) -> None:
        if (low is not None and value < low) or (high is not None and value > high):
            raise words.out_of_bounds(where, value, low, high)

    return check


def text(most: int | None = None, least: int = 0) -> Rule:
    """Return the rule of a text's length, in characters."""

    def check(value: str, where: str) -> None:
        if not isinstance(value, str):
            return
        if len(value) < least:
            raise words.empty_text(where) if not value else words.too_short(where, len(value), least)
        if most is not None and len(value) > most:
            raise words.too_long(where, len(value), most)

    return check


def items(most: int | None = None, least: int = 0) -> Rule:
    """Return the rule of a list's length."""

    def check(value: list, where: str) -> None:
        if not isinstance(value, list):
            return
        if len(value) < least:
            raise words.empty_list(where)
        if most is not None and len(value) > most:
            raise words.too_many(where, len(value), most)

    return check


def pairs(value: dict, where: str) -> None:
    """Refuse metadata that is not up to 16 short texts with short names."""
    if len(value) > 16:
        raise words.too_many_names(where, len(value), 16)
    for name, one in value.items():
        if len(name) > 64:
            raise words.too_long_name(where, name, 64)
        if len(one) > 512:
            raise words.too_long(f"{where}.{name}", len(one), 512)


def biases(value: dict, where: str) -> None:
    """Refuse a bias that is not between -100 and 100."""
    for name, one in value.items():
        number(-100, 100)(one, f"{where}.{name}")


_BOTH = {
    "temperature": number(0.0, 2.0),
    "top_p": number(0.0, 1.0),
    "top_logprobs": number(0, 20),
    "metadata": pairs,
    "prompt_cache_key": text(64),
    "safety_identifier": text(128),
}
_ITEM = {
    "content": text(LONGEST_INPUT),
    "content[].text": text(LONGEST_INPUT),
    "content[].image_url": text(20_971_520),
    "content[].filename": text(),
    "call_id": text(64, 1),
    "id": text(None, 1),
    "output": text(LONGEST_INPUT),
    "output[].text": text(LONGEST_INPUT),
    "encrypted_content": text(LONGEST_INPUT),
}
_INPUT = {"input": text(LONGEST_INPUT)} | {f"input[].{path}": rule for path, rule in _ITEM.items()}
_EXPIRES = {"output_expires_after.seconds": number(3600, 2_592_000)}

LIMITS: dict[str, dict[str, Rule]] = {
    "responses": _BOTH | _INPUT | {"max_output_tokens": number(16), "max_tool_calls": number(1), "tools[].name": text(128, 1)},
    "responses/input_tokens": _INPUT,
    "responses/compact": _INPUT | {"prompt_cache_key": text(64)},
    "chat/completions": _BOTH
    | {
        "messages": items(None, 1),
        "n": number(1, 128),
        "max_tokens": number(1),
        "max_completion_tokens": number(1),
        "seed": number(-(2**63), 2**63 - 1),
        "frequency_penalty": number(-2.0, 2.0),
        "presence_penalty": number(-2.0, 2.0),
        "logit_bias": biases,
        "stop": items(4),
        "functions": items(128, 1),
        "modalities": items(None, 1),
        "messages[].content": items(None, 1),
        "messages[].tool_calls": items(None, 1),
    },
    "conversations": {"metadata": pairs, "items": items(20)} | {f"items[].{path}": rule for path, rule in _ITEM.items()},
    "conversations/items": {"items": items(20)} | {f"items[].{path}": rule for path, rule in _ITEM.items()},
    "conversations/update": {"metadata": pairs},
    "embeddings": {"dimensions": number(1)},
    "moderations": {},
    "batches": {"metadata": pairs} | _EXPIRES,
}


@dataclass
class Place:
    """A name in a request: its rule, and what is named within its objects, be they in a list or not."""

    rule: Rule | None = None
    inside: dict[str, "Place"] = field(default_factory=dict)


def check(endpoint: str, body: dict) -> None:
    """Refuse what is too small, too large, too short or too long. Raises Refused."""
    _check(_places(endpoint), body, "")


@cache
def _places(endpoint: str) -> dict[str, Place]:
    """Return the table of an endpoint as a tree: one walk over a request meets all its rules."""
    root = Place()
    for path, rule in LIMITS[endpoint].items():
        place = root
        for name in path.replace("[]", "").split("."):
            place = place.inside.setdefault(name, Place())
        place.rule = rule
    return root.inside


def _check(places: dict[str, Place], value: dict, where: str) -> None:
    for name, one in value.items():
        place = places.get(name)
        if place is None or one is None:
            continue
        if place.rule:
            place.rule(one, f"{where}{name}")
        if place.inside and isinstance(one, dict):
            _check(place.inside, one, f"{where}{name}.")
        elif place.inside and isinstance(one, list):
            for number_, element in enumerate(one):
                if isinstance(element, dict):
                    _check(place.inside, element, f"{where}{name}[{number_}].")
