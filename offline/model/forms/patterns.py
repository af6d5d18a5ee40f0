r"""Build a text that a regular expression matches: `^[A-Z]{3}-\d{4}$` -> "AAA-0000".

Python's own parser takes the expression apart; each part writes the shortest text it matches. What
comes out is only offered: the caller tries it, since a lookahead or a `\b` may not be satisfied.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from re import _constants as ops
from re import _parser as parser

from ..unbuildable import Unbuildable

_LIKED = "a0A-_ .@/:x1b2c3"  # characters to try before others
_CATEGORIES = {
    ops.CATEGORY_DIGIT: str.isdigit,
    ops.CATEGORY_NOT_DIGIT: lambda character: not character.isdigit(),
    ops.CATEGORY_SPACE: str.isspace,
    ops.CATEGORY_NOT_SPACE: lambda character: not character.isspace(),
    ops.CATEGORY_WORD: lambda character: character.isalnum() or character == "_",
    ops.CATEGORY_NOT_WORD: lambda character: not (character.isalnum() or character == "_"),
}
_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)


def texts(pattern: str, longest_stretch: int = 40) -> Iterator[str]:
    """Yield texts that `pattern` may match, the shortest first.

    Those that follow repeat what may be repeated once more often, up to `longest_stretch` times.
    Raises Unbuildable if Python cannot read the pattern.
    """
    parsed = parser.parse(compiled(pattern).pattern)
    for stretch in range(longest_stretch + 1):
        for ahead in (False, True):
            yield _sequence(parsed, stretch, ahead, {})


@lru_cache(maxsize=500)
def compiled(pattern: str) -> re.Pattern:
    """Return a pattern of a schema, ready for use. Raises Unbuildable if Python cannot read it."""
    try:
        return re.compile(re.sub(r"\(\?<(?=\w)", "(?P<", pattern))  # JavaScript writes a named group so
    except (re.error, RecursionError, OverflowError) as error:
        raise Unbuildable(f"The pattern {pattern!r} cannot be read: {error}.") from error


def _sequence(parts, stretch: int, ahead: bool, groups: dict[int, str]) -> str:
    return "".join(_part(op, given, stretch, ahead, groups) for op, given in parts)


def _part(op, given, stretch: int, ahead: bool, groups: dict[int, str]) -> str:
    """Return the text for one part; with `ahead`, a lookahead writes its text too."""
    if op in _REPEATS:
        least, most, inner = given
        times = min(most, least + stretch)
        return "".join(_sequence(inner, 0, ahead, groups) for _ in range(times))
    if op is ops.BRANCH:
        return min((_sequence(branch, stretch, ahead, groups) for branch in given[1]), key=len)
    if op is ops.SUBPATTERN:
        groups[given[0]] = _sequence(given[3], stretch, ahead, groups)
        return groups[given[0]]
    if op is ops.ATOMIC_GROUP:
        return _sequence(given, stretch, ahead, groups)
    if op is ops.GROUPREF:
        return groups.get(given, "")
    if op is ops.ASSERT:
        return _sequence(given[1], 0, ahead, groups) if ahead and given[0] > 0 else ""
    if op is ops.LITERAL:
        return chr(given)
    if op in (ops.IN, ops.NOT_LITERAL, ops.ANY):
        return _character(op, given)
    return ""  # AT, ASSERT_NOT and the like write nothing


def _character(op, given) -> str:
    members = {ops.IN: given, ops.NOT_LITERAL: [(ops.NEGATE, None), (ops.LITERAL, given)], ops.ANY: [(ops.NEGATE, None)]}[op]
    negated = members[0][0] is ops.NEGATE
    firsts = [chr(what[0] if kind is ops.RANGE else what) for kind, what in members if kind in (ops.RANGE, ops.LITERAL)]
    candidates = [*_LIKED, *firsts, *map(chr, range(33, 127))]
    return next((character for character in candidates if _among(character, members) != negated), "")


def _among(character: str, members) -> bool:
    return any(
        (kind is ops.LITERAL and what == ord(character))
        or (kind is ops.RANGE and what[0] <= ord(character) <= what[1])
        or (kind is ops.CATEGORY and _CATEGORIES[what](character))
        for kind, what in members
    )
