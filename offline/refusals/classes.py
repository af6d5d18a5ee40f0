"""Look up every parameter of a request in its table, and refuse in the stand-in's own name what it cannot do.

check("responses", {"tools": [{"type": "web_search"}]})
# Refused: The offline stand-in has no web search; the real API does.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from . import words
from .parameters import BY_VALUE, TABLES
from .rows import Class, own_name

TAG_NAMES = {"messages": "role"}  # by what the objects at a path are told apart; elsewhere by their type
TAG_DEFAULTS = {"input": "message", "items": "message"}


@dataclass
class Node:
    """A place in a request: its class, the names below it, and its kinds of objects by their tags ("" for all)."""

    row: Class | None = None
    names: dict[str, "Node"] = field(default_factory=dict)
    tags: dict[str, "Node"] = field(default_factory=dict)
    values: dict[str, Class] = field(default_factory=dict)
    tag_name: str = "type"
    tag_default: str | None = None


def check(endpoint: str, body: dict) -> None:
    """Refuse what is in no class, or in OWN_NAME. Null is as good as not given. Raises Refused."""
    _check_object(_tree(endpoint), body, "")


@cache
def _tree(endpoint: str) -> Node:
    root = Node()
    for path, row in TABLES[endpoint].items():
        _node(root, path).row = row
    for path, values in BY_VALUE.items():
        if path.removesuffix("[]") in TABLES[endpoint]:
            _node(root, path).values = values
    for path, node in root.names.items():
        node.tag_name = TAG_NAMES.get(path, "type")
        node.tag_default = TAG_DEFAULTS.get(path)
    return root


def _node(node: Node, path: str) -> Node:
    """Return the place of a path below a node, made if need be."""
    for name, tag in steps(path):
        node = node.names.setdefault(name, Node()) if name else node.tags.setdefault(tag, Node())
    return node


def steps(path: str) -> list[tuple[str, str]]:
    """Return the steps of a path: a name and "", or "" and a tag ("" for "[]"), such as tools, [function], strict."""
    return re.findall(r"([^.\[\]]+)(?![^\[]*\])|\[([^\]]*)\]", path)


def _check(node: Node, value, where: str) -> None:
    if value is None:
        return
    _refuse_what_is_not_there(node.row, where)
    if isinstance(value, dict):
        _check_object(node, value, where)
    elif isinstance(value, list):
        for number, one in enumerate(value):
            _check_element(node, one, f"{where}[{number}]")
    elif node.values:
        _refuse_what_is_not_there(node.values.get(value) or own_name(f"{value!r} in '{where}'"), where)


def _check_element(node: Node, value, where: str) -> None:
    if isinstance(value, dict):
        _check_object(node, value, where)
    elif "" in node.tags:
        _check(node.tags[""], value, where)


def _check_object(node: Node, value: dict, where: str) -> None:
    if node.tags:
        tag = value.get(node.tag_name) or node.tag_default
        kind = node.tags.get(tag) if isinstance(tag, str) else None
        kind = kind or node.tags.get("")
        if kind is None:
            raise words.unavailable(f"{tag!r} in '{where}'", where)
        _refuse_what_is_not_there(kind.row, where)
        node = kind
    if not node.names:
        return  # an object with names of its own, such as a schema
    for name, one in value.items():
        place = f"{where}.{name}" if where else name
        if name in node.names:
            _check(node.names[name], one, place)
        elif name not in ("type", "role") and one is not None:
            raise words.unavailable(f"parameter '{place}'", place)


def _refuse_what_is_not_there(row: Class | None, where: str) -> None:
    if row and row.kind == "own name":
        raise words.unavailable(row.why, where)
