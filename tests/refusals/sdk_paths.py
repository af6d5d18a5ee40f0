"""Every path and value that the installed SDK can send, and the alarm for those that our tables have or lack."""

import os
import warnings
from collections.abc import Iterator

import pytest

from offline.refusals import classes, endpoints, sdk


def paths(node: classes.Node | None, kind, where: str = "") -> Iterator[tuple[str, bool]]:
    """Yield every path of a type, and whether it has a class; nothing below what is refused whole, or shows nothing."""
    for one in sdk.members(kind):
        if sdk.json_type(one) is list:
            yield from paths(node, sdk.inside(one), where)
        elif sdk.is_object(one):
            yield from _paths_of_an_object(node, one, where)


def _paths_of_an_object(node: classes.Node, kind, where: str) -> Iterator[tuple[str, bool]]:
    for label in sdk.values(sdk.names(kind).known.get(node.tag_name)) or ("",):
        found, place = node, where
        if node.tags:
            found, place = node.tags.get(label) or node.tags.get(""), f"{where}[{label}]"
            yield place, found is not None
        if found is None or _ends(found):
            continue
        for name, hint in sdk.names(kind).known.items():
            path = f"{place}.{name}" if place else name
            if name in found.names:
                yield path, True
                if not _ends(found.names[name]):
                    yield from paths(found.names[name], hint, path)
            elif name not in ("type", "role"):
                yield path, False


def _ends(node: classes.Node) -> bool:
    """Return whether a class holds for all that is below, too: what shows nothing may still have rows of its own there."""
    return node.row is not None and (
        node.row.kind == "own name" or (node.row.kind == "nothing" and not (node.names or node.tags))
    )


def all_paths(endpoint: str) -> list[tuple[str, bool]]:
    """Return the paths of an endpoint, and whether each has a class."""
    tree = classes._tree(endpoint)
    return [path for kind in endpoints.types_of(endpoint) for path in _paths_of_an_object(tree, kind, "")]


def raise_alarm(paths: list[str], why: str) -> None:
    """Fail in CI for paths; elsewhere, a newcomer's tests must not fail because the SDK has moved."""
    if paths and os.environ.get("CI"):
        pytest.fail(f"{why}: {paths}")
    for path in paths:
        warnings.warn(f"{path}: {why}", stacklevel=2)
