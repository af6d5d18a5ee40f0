"""Patterns that are compiled when they are first needed: all can be, and none overlooks a text because of what it needs."""

import importlib
import pkgutil
import re
import re._constants as constants
import re._parser as parser

import pytest

import offline.model
from offline.model.regex import Regex


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


def _implies(parsed, needs: list[str], runs: frozenset[str] = frozenset([""])) -> bool:
    """Return whether each text that a parsed pattern finds has one of some pieces of words; `runs` are the letters that may stand right before it."""
    for kind, value in [*parsed, (None, None)]:
        if kind is constants.LITERAL:
            runs = frozenset(run + chr(value).casefold() for run in runs)
            continue
        if kind is constants.MAX_REPEAT and value[:2] == (0, 1) and value[2][0][0] is constants.LITERAL and len(value[2]) == 1:
            runs |= frozenset(run + chr(value[2][0][1]).casefold() for run in runs)  # "tl;?dr" is tl;dr and tldr
            continue
        if kind is constants.AT:
            continue
        if all(any(piece in run for piece in needs) for run in runs) or _has_within(kind, value, needs, runs):
            return True
        runs = frozenset([""])
    return False


def _has_within(kind, value, needs: list[str], runs: frozenset[str]) -> bool:
    if kind is constants.SUBPATTERN:
        return _implies(value[3], needs, runs)
    if kind in (constants.MAX_REPEAT, constants.MIN_REPEAT):
        return value[0] > 0 and _implies(value[2], needs, runs)
    if kind is constants.BRANCH:
        return all(_implies(branch, needs, runs) for branch in value[1])
    if kind is constants.IN and all(what is constants.LITERAL for what, _ in value):
        return all(_implies([one], needs, runs) for one in value)
    return kind is constants.ASSERT and _implies(value[1], needs, runs if value[0] == 1 else frozenset([""]))


def test_what_a_pattern_needs_is_in_every_text_that_it_finds():
    picky = [(where, one) for where, one in ALL if one.needs]
    assert len(picky) > 300
    for where, one in picky:
        assert _implies(parser.parse(one.pattern, one.flags), one.needs), (where, one.needs)


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
