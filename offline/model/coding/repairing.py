"""Repair what Python stops at: run the code, change the place where it stops, and run it again, until nothing stops it.

    repaired("x = 5\\nprint('a' + x)")  -> Repaired("... print('a' + str(x))", ["`+` does not join ..."], run)

Each repair is a function of the error and the place; it returns why, and the code changed, or None. A reason without a change
is one that only the sender can mend. What stops nothing but is wrong all the same is in `slips`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from . import repairs_of_names, repairs_of_none, repairs_of_values, slips
from .placing import Change
from .reading import tree_of
from .running import Run, run

MOST = 5  # mistakes, one after the other
_ELSEWHERE = re.compile(r"gets a value nowhere|`[a-z]\w*` has no quotes|is used before it gets")


@dataclass
class Repaired:
    """Code without what stopped it, why it did, and what comes of running it now."""

    code: str
    reasons: list[str]
    run: Run | None
    open: bool = False  # the last reason is one that only the sender can mend


def repaired(code: str, *, of_a_whole: bool = True) -> Repaired:
    """Return code with all mended that stops it as far as it is known how, one mistake after the other.

    In a piece that is not `of_a_whole`, names may have got their values elsewhere.
    """
    reasons: list[str] = []
    for _ in range(MOST):
        ran = run(code)
        found = _stopped(code, ran) if ran and (ran.error or ran.endless) else _slipped(code, ran)
        if found is None or found[0] in reasons or (not of_a_whole and _ELSEWHERE.search(found[0])):
            break
        reasons.append(found[0])
        if not found[1] or not tree_of(found[1]):
            return Repaired(code, reasons, ran, open=True)
        code = found[1]
    return Repaired(code, reasons, run(code))


def _stopped(code: str, ran: Run) -> Change:
    tree = tree_of(code)
    if ran.endless:
        return slips.endless(code, tree)
    message = str(ran.error)
    for pattern, repair in _REPAIRS:
        if found := re.search(pattern, message):
            return repair(code, tree, ran, found)
    return None


def _slipped(code: str, ran: Run | None) -> Change:
    tree = tree_of(code)
    return next((found for slip in slips.SLIPS if (found := slip(code, tree, ran))), None)


_REPAIRS: list[tuple[str, Callable]] = [
    (r"can only concatenate str \(not \"(\w+)\"\) to str", repairs_of_names.concatenated),
    (r"unsupported operand type\(s\) for \S+: '(\w+)' and '(\w+)'", repairs_of_names.operands),
    (r"not supported between instances of '(\w+)' and '(\w+)'", repairs_of_names.operands),
    (r"can't multiply sequence by non-int of type '(\w+)'", repairs_of_names.times),
    (r"invalid literal for int\(\) with base 10: '(.*)'", repairs_of_names.no_integer),
    (r"name '(\w+)' is not defined", repairs_of_names.unknown),
    (r"local variable '(\w+)'", repairs_of_names.local),
    (r"index out of range", repairs_of_values.too_far),
    (r"division by zero|modulo by zero", repairs_of_values.by_zero),
    (r"'(\w+)' object has no attribute '(\w+)'", repairs_of_values.no_attribute),
    (r"module '(\w+)' has no attribute '(\w+)'", repairs_of_values.not_in_module),
    (r"'(NoneType)' object is not (?:subscriptable|iterable)", repairs_of_none.nothing),
    (r"object of type '(NoneType)'", repairs_of_none.nothing),
    (r"'(\w+)' object is not iterable", repairs_of_values.not_to_loop_over),
    (r"object of type '(\w+)' has no len", repairs_of_values.no_length),
    (r"'(\w+)' object is not callable", repairs_of_values.not_to_call),
    (r"'(\w+)' object does not support item assignment", repairs_of_values.not_to_change),
    (r"(\w+)\(\) missing \d+ required positional arguments?: (.+)", repairs_of_values.missing),
    (r"(\w+)\(\) takes (?:\d+ positional arguments? but|no arguments)", repairs_of_values.too_many),
    (r"unhashable type: '(\w+)'", repairs_of_values.no_hash),
    (r"indices must be integers(?: or slices)?,? not '?(\w+)", repairs_of_values.no_number),
    (r"changed size during iteration", repairs_of_values.changed_while),
    (r"(?:iterable argument is empty|arg is an empty sequence)", repairs_of_values.empty),
    (r"", lambda code, tree, ran, found: repairs_of_values.no_key(code, tree, ran, found) if isinstance(ran.error, KeyError) else None),
]  # fmt: skip
