"""Patterns that are compiled when they are first needed: all can be, and none overlooks a text because of what it needs."""

import importlib
import json
import pkgutil
import re
from pathlib import Path

import pytest

import offline.model
from offline.model.regex import Regex

PROMPTS = Path(__file__).parent / "prompts"


def _all() -> list[tuple[str, Regex]]:
    found: list[tuple[str, Regex]] = []
    for module in pkgutil.walk_packages(offline.model.__path__, "offline.model."):
        for name, value in vars(importlib.import_module(module.name)).items():
            found += [(f"{module.name}.{name}", one) for one in _within(value)]
    return found


def _within(value) -> list[Regex]:
    if isinstance(value, Regex):
        return [value]
    if isinstance(value, list | tuple):
        return [one for part in value for one in _within(part)]
    return [one for part in vars(value).values() for one in _within(part)] if hasattr(value, "__dataclass_fields__") else []


ALL = _all()


def test_every_pattern_can_be_compiled():
    assert len(ALL) > 150
    for where, one in ALL:
        assert one.compiled, where


def test_what_a_pattern_needs_is_in_every_text_that_it_finds():
    texts = [line for path in PROMPTS.rglob("*.yaml") for line in path.read_text(encoding="utf-8").splitlines()]
    texts += [json.loads(f'"{text}"') for text in ("TL;DR", "Don\\u2019t use lists", "eg", "WHAT TIME IS IT")]
    picky = [(where, one) for where, one in ALL if one.needs]
    assert len(picky) > 80
    for where, one in picky:
        for text in texts:
            assert not one.compiled.search(text) or one.may_be_in(text), (where, text)


def test_it_does_what_a_compiled_pattern_does():
    lazy, compiled = Regex(r"(\d+) (apples?)", re.IGNORECASE, "apple"), re.compile(r"(\d+) (apples?)", re.IGNORECASE)
    for text in ("3 Apples and 4 apples", "nothing"):
        for method in ("search", "match", "fullmatch"):
            assert str(getattr(lazy, method)(text)) == str(getattr(compiled, method)(text))
        assert [str(one) for one in lazy.finditer(text)] == [str(one) for one in compiled.finditer(text)]
        assert lazy.sub("x", text) == compiled.sub("x", text)
        assert lazy.findall(text) == compiled.findall(text)


def test_it_is_compiled_only_where_it_may_be_found():
    lazy = Regex("(", needs="apple")  # no pattern: compiling it fails
    assert lazy.search("pears") is None
    with pytest.raises(re.error):
        lazy.search("apples")
