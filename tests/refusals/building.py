"""Builds a request for any row of the tables, from its path and the SDK's own types.

    place = find("responses", "tools[function].async")
    place.having(True)["tools"][0]     # {"type": "function", "name": "get_weather", ..., "async": True}
    place.where                        # "tools[0].async"

It begins with a request that has something of everything (wholes.py) and goes down the path: what is there is
kept, and what is not there is made as small as its type allows. So a new row is sent without a case of its own.
"""

import copy
import json
from dataclasses import dataclass, replace
from typing import Any

from wholes import OBJECTS, VALUES, WHOLE

from offline.refusals import classes, endpoints, sdk


class NoPlace(Exception):
    """The types of the SDK have no such place."""


@dataclass
class Place:
    """Where in a request a row's parameter stands, values to send there, and whether there must be one."""

    holder: dict | list
    key: str | int
    where: str
    values: list
    required: bool = False
    body: dict | None = None

    def having(self, value: Any) -> dict:
        """Return the request with a value at this place."""
        self.holder[self.key] = value
        return copy.deepcopy(self.body)

    def without(self) -> dict:
        """Return the request with nothing at this place."""
        del self.holder[self.key]
        return copy.deepcopy(self.body)


def find(endpoint: str, path: str) -> Place:
    """Return the place of a path in a request of its own. Raises NoPlace."""
    body = json.loads(json.dumps(WHOLE[endpoint]))  # a copy of which no two parts are the same object
    try:
        place = _go(body, endpoints.types_of(endpoint), classes.steps(path), "")
    except NoPlace:
        raise NoPlace(f"no request of {endpoint} has {path}") from None
    return replace(place, body=body, values=VALUES.get(path) or place.values)


def _values(kind: Any) -> list:
    """Return values of a type: all that it names, or the smallest."""
    return list(sdk.values(kind)) or [smallest(kind)]


def smallest(kind: Any) -> Any:
    """Return the smallest value of a type that says something: a list or a map has one entry."""
    kind = next(one for one in sdk.members(kind) if one is not type(None))
    if sdk.is_object(kind):
        known, required = sdk.names(kind)
        return {name: smallest(known[name]) for name in required}
    if named := sdk.values(kind):
        return named[0]
    json_type, inside = sdk.json_type(kind), sdk.inside(kind)
    if json_type is list:
        return [smallest(inside) if inside else {}]
    if json_type is dict:
        return {"x": smallest(inside) if inside else {}}
    return {str: "x", int: 1, float: 1.0, bool: True, object: {}}[json_type]


# --- Down the path ---


def _go(holder: dict, kinds: list, steps: list[tuple[str, str]], where: str) -> Place:
    """Go to a name in an object, which is of one of these types."""
    (name, _), *rest = steps
    for kind in kinds:
        known, required = sdk.names(kind)
        if name not in known:
            continue
        place = f"{where}.{name}" if where else name
        if not rest:
            return Place(holder, name, place, _values(known[name]), name in required)
        try:
            return _inside(holder, name, known[name], rest, place)
        except NoPlace:
            continue
    raise NoPlace


def _inside(holder: dict, key: str, kind: Any, steps: list[tuple[str, str]], where: str) -> Place:
    """Go into a value: an object, an object of one kind among others, or a list."""
    (name, tag), *rest = steps
    kinds = sdk.members(kind)
    elements = [
        one for made in kinds if sdk.json_type(made) is list and sdk.inside(made) for one in sdk.members(sdk.inside(made))
    ]
    if name:
        return _go(_object(holder, key, _having(kinds, name)), _having(kinds, name), steps, where)
    if not tag:
        holder[key] = [None]
        return Place(holder[key], 0, f"{where}[0]", _values(elements[0]), required=True)
    if tagged := [one for one in elements if tag in _tags(one)]:
        return _in_list(_list(holder, key), key, tag, tagged, rest, where)
    tagged = [one for one in kinds if tag in _tags(one)]
    if not tagged:
        raise NoPlace
    if not isinstance(holder.get(key), dict) or holder[key].get("type") != tag:
        holder[key] = _example(key, tag, tagged[0])
    return _go(holder[key], tagged, rest, where) if rest else Place(holder, key, where, [holder[key]])


def _in_list(given: list, key: str, tag: str, kinds: list, steps: list[tuple[str, str]], where: str) -> Place:
    """Go to an object of one of these types in a list: one that is there, or a new one."""
    if not steps:
        given.append(example := _example(key, tag, kinds[0]))
        return Place(given, len(given) - 1, f"{where}[{len(given) - 1}]", [example])
    for number, one in enumerate([*given, *(_example(key, tag, kind) for kind in kinds)]):
        fitting = [kind for kind in kinds if _fits(one, kind)]
        try:
            place = _go(one, fitting, steps, f"{where}[{min(number, len(given))}]")
        except NoPlace:
            continue
        if number >= len(given):
            given.append(one)
        return place
    raise NoPlace


def _having(kinds: list, name: str) -> list:
    """Return the types of objects that have a name."""
    return [one for one in kinds if sdk.is_object(one) and name in sdk.names(one).known]


def _object(holder: dict, key: str, kinds: list) -> dict:
    if not kinds:
        raise NoPlace
    if not isinstance(holder.get(key), dict):
        holder[key] = smallest(kinds[0])
    return holder[key]


def _list(holder: dict, key: str) -> list:
    if not isinstance(holder.get(key), list):
        holder[key] = []
    return holder[key]


def _example(key: str, tag: str, kind: Any) -> dict:
    """Return an object of a type that has a tag."""
    if given := OBJECTS.get(f"{key}[{tag}]"):
        return copy.deepcopy(given)
    known = sdk.names(kind).known
    return smallest(kind) | {name: tag for name in ("type", "role") if tag in sdk.values(known.get(name))}


def _tags(kind: Any) -> set[str]:
    """Return by what an object is told apart from others: the values of its `type` and its `role`."""
    known = sdk.names(kind).known if sdk.is_object(kind) else {}
    return {value for name in ("type", "role") for value in sdk.values(known.get(name))}


def _fits(value: dict, kind: Any) -> bool:
    """Return whether an object can be of a type, by what tells objects apart."""
    known = sdk.names(kind).known
    return all(value.get(name) in (None, *sdk.values(known[name])) for name in ("type", "role") if sdk.values(known.get(name)))
