"""Refuse names, types, values and nesting that the SDK's own types do not know, in the API's words.

    check = checker(ResponseTextConfigParam)
    check({"verbosity": 5}, "text")
    # Refused: Invalid type for 'text.verbosity': expected one of 'low', 'medium', or 'high', but got an integer instead.

A type is compiled once into nested functions; a request costs some ten microseconds. Whatever the SDK
learns to send is known here with its next release. Within an object the API looks first for names that are
missing, then for names that it does not know, then at the values (seen in August 2026).
"""

import math
from collections.abc import Callable
from functools import cache
from typing import Any, Union

from . import phrases, words
from .sdk import TAGS, inside, is_object, json_type, members, names, tag_of, values
from .words import Refused

Check = Callable[[Any, str], None]  # gets the value and its place in the request; raises Refused

DEEPEST = 100  # lists and objects within each other, where the types leave everything free
NOUNS = {str: "a string", bool: "a boolean", dict: "an object", object: "an object", int: "an integer", float: "a decimal"}


@cache
def checker(kind: Any) -> Check:
    """Return the function that checks a value against a type of the SDK."""
    made: list[Check] = []

    def check(value: Any, where: str) -> None:
        if not made:  # only now, because a type may hold itself
            made.append(_compile(kind))
        made[0](value, where)

    return check


def object_of(known: dict[str, Any], required: tuple[str, ...]) -> Check:
    """Return the check of an object with these names."""
    checks = {name: checker(hint) for name, hint in known.items()}

    def check(value: dict, where: str) -> None:
        for name in required:
            if name not in value:
                raise words.missing(f"{where}.{name}")
        for name in value:
            if name not in checks:
                raise words.unknown(f"{where}.{name}")
        for name, one in value.items():
            checks[name](one, f"{where}.{name}")

    return check


def _compile(kind: Any) -> Check:
    kinds = members(kind)
    groups: dict[type, list] = {}
    for one in kinds:
        groups.setdefault(json_type(one), []).append(one)
    if object in groups:
        return _anything
    checks = {group: _CHECKS[group](tuple(ones)) for group, ones in groups.items()}
    if float in checks:
        checks.setdefault(int, checks[float])
    expected = _expected(kinds)

    def check(value: Any, where: str) -> None:
        found = checks.get(type(value))
        if found is None:
            raise words.wrong_type(where, expected, value)
        found(value, where)

    return check


def _expected(kinds: list) -> str:
    """Return what a value should be, as the API says it: "one of a string or array of objects"."""
    choice = [value for one in kinds if json_type(one) is str for value in values(one)]
    nouns = dict.fromkeys(_noun(one) for one in kinds if one is not type(None) and not values(one))
    if choice and NOUNS[str] not in nouns:
        if len(choice) == 1 and not nouns:
            return NOUNS[str]
        return phrases.one_of(choice) if not nouns else f"one of {'/'.join(nouns)} or {phrases.one_of(choice)[len('one of ') :]}"
    if len(nouns) < 2:
        return next(iter(nouns), "a boolean")
    first, *others = nouns
    *others, last = (noun.partition(" ")[2] for noun in others)
    return f"one of {', '.join([first, *others])}{',' if others else ''} or {last}"


def _noun(kind: Any) -> str:
    if json_type(kind) is not list:
        return NOUNS[json_type(kind)]
    elements = _expected(members(inside(kind))) if inside(kind) else ""
    if elements.startswith("one of"):
        return f"an array of {elements}"
    return f"an array of {elements.partition(' ')[2]}s" if elements else "an array"


# --- One check for each kind of JSON ---


def _texts(ones: tuple) -> Check:
    if not all(values(one) for one in ones):
        return _nothing
    allowed = dict.fromkeys(value for one in ones for value in values(one))

    def check(value: str, where: str) -> None:
        if value not in allowed:
            raise words.not_one_of(value, allowed, where)

    return check


def _numbers(ones: tuple) -> Check:
    def check(value: float, where: str) -> None:
        if isinstance(value, float) and not math.isfinite(value):  # 1e999 is JSON, but no number
            raise words.unreadable()

    return check


def _lists(ones: tuple) -> Check:
    elements = [inside(one) for one in ones]
    if None in elements:
        return _anything
    element = checker(Union[tuple(elements)])  # noqa: UP007 (a tuple of types)

    def check(value: list, where: str) -> None:
        for number, one in enumerate(value):
            element(one, f"{where}[{number}]")

    return check


def _objects(ones: tuple, tags: tuple[str, ...] = TAGS) -> Check:
    maps = [one for one in ones if not is_object(one)]
    if maps:
        return _map(maps[0])
    tag = tag_of(ones, tags)
    if len(ones) == 1 and tag != "type":
        return object_of(*names(ones[0]))
    return _tagged(ones, tag, tags) if tag else _first_that_fits(ones)


def _map(kind: Any) -> Check:
    one_value = checker(inside(kind)) if inside(kind) else _anything

    def check(value: dict, where: str) -> None:
        for name, one in value.items():
            one_value(one, f"{where}.{name}")

    return check


def _tagged(ones: tuple, tag: str, tags: tuple[str, ...]) -> Check:
    """Return the check of an object that says by a tag, such as its `type`, of which of several types it is."""
    kinds: dict[str, list] = {}
    for one in ones:
        for label in values(names(one).known[tag]):
            kinds.setdefault(label, []).append(one)
    others = tags[tags.index(tag) + 1 :]
    checks = {
        label: object_of(*names(found[0])) if len(found) == 1 else _objects(tuple(found), others)
        for label, found in kinds.items()
    }
    usual = [(frozenset(names(one).required), values(names(one).known[tag])[0]) for one in ones if tag not in names(one).required]

    def check(value: dict, where: str) -> None:
        label = value.get(tag)
        found = checks.get(label) if isinstance(label, str) else None
        if found is None:
            if label is not None or not usual:
                raise words.no_such_kind(value, tag, checks, where)
            found = checks[next((label for required, label in usual if value.keys() >= required), usual[0][1])]
        found(value, where)

    return check


def _first_that_fits(ones: tuple) -> Check:
    """Return the check of an object that does not say which it is; the refusal is that of the first type."""
    checks = [object_of(*names(one)) for one in ones]

    def check(value: dict, where: str) -> None:
        problems = []
        for one in checks:
            try:
                return one(value, where)
            except Refused as problem:
                problems.append(problem)
        raise problems[0]

    return check


def _nothing(value: Any, where: str) -> None:
    """Nothing can be wrong with it."""


def _anything(value: Any, where: str, depth: int = DEEPEST) -> None:
    if isinstance(value, float) and not math.isfinite(value):
        raise words.unreadable()
    if isinstance(value, dict | list):
        if not depth:
            raise words.too_deep(where)
        for one in value.values() if isinstance(value, dict) else value:
            if isinstance(one, dict | list | float):
                _anything(one, where, depth - 1)


_CHECKS: dict[type, Callable[[tuple], Check]] = {
    str: _texts,
    bool: lambda ones: _nothing,
    list: _lists,
    dict: _objects,
    int: _numbers,
    float: _numbers,
    type(None): lambda ones: _nothing,
}
