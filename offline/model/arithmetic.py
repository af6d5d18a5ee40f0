"""Which calculation a message asks for, and how a tool that calculates takes it.

    find("subtract 3 from 20")                     -> Calculation("subtract", (20, 3), "20 - 3")
    find("what is (5 + 3) * 2?")                   -> Calculation(None, (), "(5 + 3) * 2")
    arguments(add(a: number, b: number), "3 + 4")  -> {"a": 3, "b": 4}

Nothing is calculated here: that is what the tool is for.
"""

import re
from dataclasses import dataclass
from functools import cache

from .meaning import knowledge, likeness, stem, stems, telling

_NUMBER = r"(?<![\w.-])[-+]?\d[\d,]*(?:\.\d+)?(?![\w-]|\.\d)"
_SIGNS = {"+": "add", "-": "subtract", "−": "subtract", "–": "subtract", "*": "multiply", "×": "multiply", "·": "multiply",
          "/": "divide", "÷": "divide", "^": "power", "**": "power"}  # fmt: skip
_SIGN = r"(?:\*\*|[-+*/×÷·^−–])"
_TERM = r"[-+]?\(*\s*[-+]?\d[\d,]*(?:\.\d+)?\s*\)*"
_WRITTEN = re.compile(rf"(?<![\w.\-/]){_TERM}(?:\s*{_SIGN}\s*{_TERM})+(?![\w/]|-\d)")
_DATE = re.compile(r"\d{4}-\d\d?-\d\d?|\d\d?/\d\d?/\d{2,4}")
_JOINED = r"(?:\s*,\s*(?:and\s+)?|\s+(?:and|by|from|away from|with|to)\s+)"


@dataclass(frozen=True)
class Calculation:
    """What is to be calculated: with one operation and its numbers in order, or as an expression only."""

    operation: str | None
    numbers: tuple[float, ...]
    expression: str


def find(text: str) -> Calculation | None:
    """Return the first calculation with at least two numbers that `text` asks for, or None."""
    text = _digits().sub(lambda match: str(knowledge().numbers.index(match[0].casefold())), text)
    text = re.sub(r"(?<=\d) (squared|cubed)\b", lambda match: f" ** {knowledge().powers[match[1]]}", text)
    written = _WRITTEN.search(_DATE.sub("date", text))
    if written:
        return _from_signs(written[0].strip())
    for name, operation in knowledge().operations.items():
        found = _between(operation.between).search(text) or _before(operation.before).search(text)
        backward = None if found else _before(operation.backward).search(text)
        if found or backward:
            numbers = tuple(map(_number, re.findall(_NUMBER, (found or backward)[0])))
            numbers = numbers[::-1] if backward else numbers
            return Calculation(name, numbers, f" {operation.sign} ".join(map(str, numbers)))
    return None


def calculates(tool) -> bool:
    """Return whether `tool` does nothing but calculate: one operation with numbers, or any as text."""
    return bool(_operation(tool) or _takes_text(tool) or _choice(tool))


def arguments(tool, text: str) -> dict | None:
    """Return what `tool` is called with for the calculation in `text`; None if there is none that it can do."""
    calculation = find(text)
    if calculation is None or not calculates(tool):
        return None
    if _takes_text(tool):
        return {_takes_text(tool): calculation.expression}
    known = {}
    if _choice(tool):
        name, by_operation = _choice(tool)
        if calculation.operation not in by_operation:
            return None
        known[name] = by_operation[calculation.operation]
    elif calculation.operation != _operation(tool):
        return None
    single, listed = _numeric(tool), _lists(tool)
    if listed:
        return known | {listed[0]: list(calculation.numbers)}
    return known | dict(zip(single, calculation.numbers, strict=True)) if len(single) == len(calculation.numbers) else None


def shown(tool, given: dict) -> str | None:
    """Return the calculation for which `tool` was called with the arguments `given`, such as "3 + 4"."""
    if _takes_text(tool):
        return given.get(_takes_text(tool))
    operation = _operation(tool)
    listed = next((given[name] for name in _lists(tool) if name in given), None)
    numbers = listed or [given[name] for name in _numeric(tool) if name in given]
    return f" {knowledge().operations[operation].sign} ".join(map(str, numbers)) if operation and len(numbers) > 1 else None


def _from_signs(written: str) -> Calculation:
    """Read numbers and signs in turn; a sign that follows no number or bracket belongs to the next number."""
    written = written.replace(",", "")
    operations, numbers, operand, minus = set(), [], False, False
    for part in re.findall(rf"\d+(?:\.\d+)?|{_SIGN}|[()]", written):
        if part[0].isdigit():
            numbers.append(-_number(part) if minus else _number(part))
        elif part in _SIGNS and operand:
            operations.add(_SIGNS[part])
        minus = part in "-−–" and not operand
        operand = part[0].isdigit() or part == ")"
    if len(operations) == 1 and "(" not in written:
        return Calculation(operations.pop(), tuple(numbers), written)
    return Calculation(None, (), written)


def _operation(tool) -> str | None:
    """Return the one operation that a tool with numbers does, by its name or else the first word of its description."""
    if len(_numeric(tool)) < 2 and not _lists(tool):
        return None
    own = [
        word for word in telling(tool.name) if (word not in knowledge().generic and likeness(word, "math") < 0.9) or _named(word)
    ]
    if own and all(map(_named, own)):
        return _named(own[0])
    first = telling(tool.description)[:1]
    return _named(first[0]) if first and not own else None


def _named(word: str) -> str | None:
    return next((name for name, operation in knowledge().operations.items() if word in operation.names), None)


def _takes_text(tool) -> str | None:
    """Return the parameter for the whole expression, if `tool` is a calculator."""
    about = [*telling(tool.name), *telling(tool.description)]
    texts = [name for name, schema in properties(tool).items() if "string" in str(schema.get("type", schema.get("anyOf")))]
    if not any(likeness(word, stem("calculate")) >= 0.9 for word in about):
        return None
    return next((name for name in texts if stems(name) & knowledge().names["expression"]), None)


def _choice(tool) -> tuple[str, dict] | None:
    """Return the parameter that chooses the operation, with its value for each; None without one."""
    for name, schema in properties(tool).items():
        by_operation = {}
        for value in schema.get("enum", ()):
            operation = _SIGNS.get(value) or _named(stem(str(value).casefold()))
            by_operation |= {operation: value} if operation else {}
        if by_operation:
            return name, by_operation
    return None


def properties(tool) -> dict[str, dict]:
    """Return the schemas of a tool's parameters by name."""
    given = (tool.parameters or {}).get("properties", {})
    return {name: schema if isinstance(schema, dict) else {} for name, schema in given.items()}


def _numeric(tool) -> list[str]:
    return [name for name, schema in properties(tool).items() if schema.get("type") in ("number", "integer")]


def _lists(tool) -> list[str]:
    return [
        name
        for name, schema in properties(tool).items()
        if isinstance(items := schema.get("items"), dict) and items.get("type") in ("number", "integer")
    ]


def _number(text: str) -> float:
    text = text.replace(",", "").rstrip(".")
    return float(text) if "." in text else int(text)


@cache
def _digits() -> re.Pattern:
    return re.compile(r"\b(?:" + "|".join(knowledge().numbers) + r")\b", re.IGNORECASE)


@cache
def _between(phrases: tuple[str, ...]) -> re.Pattern:
    return re.compile(rf"{_NUMBER}(?:\s*(?:{'|'.join(phrases)})\s+{_NUMBER})+", re.IGNORECASE)


@cache
def _before(phrases: tuple[str, ...]) -> re.Pattern:
    return re.compile(rf"\b(?:{'|'.join(phrases) or '(?!)'})\b[^\d\n.?!]{{0,20}}?{_NUMBER}(?:{_JOINED}{_NUMBER})+", re.IGNORECASE)
