"""Every name that the installed SDK can send has a class, and so has every value where values differ."""

import os
import warnings
from collections.abc import Iterator

import pytest

from offline.refusals import Refused, check_ours, classes, endpoints, sdk
from offline.refusals.parameters import BY_VALUE, TABLES


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
    return node.row is not None and node.row.kind in ("own name", "nothing")


def all_paths(endpoint: str) -> list[tuple[str, bool]]:
    """Return the paths of an endpoint, and whether each has a class."""
    tree = classes._tree(endpoint)
    return [path for kind in endpoints.types_of(endpoint) for path in _paths_of_an_object(tree, kind, "")]


def raise_alarm(without: list[str]) -> None:
    """Fail in CI; elsewhere, a newcomer's tests must not fail because the SDK has learned something new."""
    if without and os.environ.get("CI"):
        pytest.fail(f"without a class in parameters.py: {without}")
    for path in without:
        warnings.warn(f"{path} has no class in parameters.py", stacklevel=2)


def test_the_alarm_goes_off_in_ci_only(monkeypatch):
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="new_name"):
        raise_alarm(["new_name"])
    monkeypatch.delenv("CI")
    with pytest.warns(UserWarning, match="new_name"):
        raise_alarm(["new_name"])


@pytest.mark.parametrize("endpoint", TABLES)
def test_every_path_has_a_class(endpoint):
    raise_alarm([path for path, has_class in all_paths(endpoint) if not has_class])


def test_the_paths_are_many():
    assert len(all_paths("responses")) > 250 and len(all_paths("chat/completions")) > 120


@pytest.mark.parametrize(("path", "known"), BY_VALUE.items(), ids=BY_VALUE)
def test_every_value_has_a_class(path, known):
    for endpoint in TABLES:
        for kind in endpoints.types_of(endpoint):
            hint = sdk.names(kind).known.get(path.removesuffix("[]"))
            inner = [sdk.inside(one) for one in sdk.members(hint) if sdk.json_type(one) is list] or [hint]
            raise_alarm([f"{path}: {value}" for one in inner for value in sdk.values(one) if value not in known])


def test_a_name_of_a_newer_sdk_is_refused_in_our_own_name():
    for body in ({"new": 1}, {"reasoning": {"new": 1}}, {"tools": [{"type": "new"}]}, {"service_tier": "new"}):
        with pytest.raises(Refused) as refused:
            check_ours("responses", body)
        assert refused.value.body["error"]["code"] == "offline_unsupported"
