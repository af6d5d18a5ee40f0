"""What functions that are sent give back, tried out: tests and type hints come from it, and docstrings from what was asked for."""

import ast
import builtins
import re

from .explaining import words
from .reading import tree_of
from .running import Run, run


def calls_of(code: str) -> tuple[ast.FunctionDef, list[tuple[list, object]]] | None:
    """Return the one function of code, with arguments and results of its calls: those in the code, and some tried."""
    tree = tree_of(code)
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)] if tree else []
    if len(functions) != 1:
        return None
    function, name = functions[0], functions[0].name
    ran = run(code)
    found = [(given, result) for called, given, result in ran.calls if called == name] if ran and not ran.error else []
    alone = ast.unparse(
        ast.Module(
            [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.Import | ast.ImportFrom | ast.Assign)], []
        )
    )
    likely = _likely(function)
    while likely and len(found) < 2:
        given = _more(found[0][0]) if found else likely.pop(0)
        tried = run(f"{alone}\n{name}({', '.join(map(repr, given))})")
        works = isinstance(tried, Run) and not tried.error and not tried.by_chance and not tried.asked and bool(tried.calls)
        if works and (given, tried.calls[-1][2]) not in found:
            found.append((given, tried.calls[-1][2]))
        elif found:
            break
    return function, found


def _likely(function: ast.FunctionDef) -> list[list]:
    """Return arguments to try, first those that fit the names of the parameters."""
    names = [one.arg for one in function.args.args]

    def strange(given: list) -> int:
        return sum(
            any(name in told.split() and not isinstance(value, getattr(builtins, kind)) for kind, told in words("named").items())
            for name, value in zip(names, given, strict=True)
        )

    return sorted((one for one in words("tried") if len(one) == len(names)), key=strange)


def _more(given: list) -> list:
    """Return other arguments of the same types."""
    other = {
        int: lambda v: v + 3,
        float: lambda v: v + 1.5,
        str: lambda v: v + "s",
        list: lambda v: v[:1] * 2 or [3, 4],
        bool: lambda v: not v,
    }
    return [other.get(type(one), lambda v: v)(one) for one in given]


def with_test(code: str) -> str | None:
    """Return a test for the one function of code, with results that it really gives."""
    found = calls_of(code)
    if found is None or not found[1] or all(result is None for _, result in found[1]):
        return _as_commented(code) if found else None
    function, calls = found
    lines = []
    for given, result in calls[:3]:
        called = f"{function.name}({', '.join(map(repr, given))})"
        if result is True or result is False or result is None:
            lines.append(f"    assert {'not ' if result is False else ''}{called}" + (" is None" if result is None else ""))
        else:
            lines.append(f"    assert {called} == {result!r}")
    return f"def test_{function.name}():\n" + "\n".join(dict.fromkeys(lines))


def _as_commented(code: str) -> str | None:
    """Return a test for the results that comments of the code tell, where the code cannot be run here."""
    told = re.findall(r"^print\((?P<call>(?P<name>\w+)\(.*\))\)  +# (?P<result>[\[({\d'TF][^#\n]*)$", code, re.MULTILINE)
    told = [one for one in told if tree_of(one[2])]
    return (
        f"def test_{told[0][1]}():\n" + "\n".join(f"    assert {call} == {result}" for call, _, result in told) if told else None
    )


def type_of(values: list) -> str | None:
    """Return the type of all of some values, as a type hint."""
    kinds = list(dict.fromkeys(map(_kind, values)))
    if set(kinds) == {"int", "float"}:
        return "float"
    return kinds[0] if len(kinds) == 1 else None


def _kind(value) -> str | None:
    if value is None:
        return "None"
    if isinstance(value, list | set):
        inner = type_of(list(value)) if value else None
        return f"{type(value).__name__}[{inner}]" if inner else type(value).__name__
    if isinstance(value, dict):
        pair = (type_of(list(value)), type_of(list(value.values()))) if value else (None, None)
        return f"dict[{pair[0]}, {pair[1]}]" if all(pair) else "dict"
    return type(value).__name__ if isinstance(value, bool | int | float | str | tuple) else None


_DOES = re.compile(r"\bfunction\b(?: \w+\([^)]*\))? (?:that|which|to|for)\s+(?P<does>[^.?!\n,]+)", re.IGNORECASE)


def with_types(code: str) -> str | None:
    """Return code whose one function has type hints: those of what it is given, and of what it gives back; None where they cannot be told."""
    found = calls_of(code)
    if found is None or not found[1] or found[0].returns or found[0].args.defaults:
        return None
    function, calls = found
    listed = [(one.arg, type_of([given[place] for given, _ in calls])) for place, one in enumerate(function.args.args)]
    back = type_of([result for _, result in calls])
    if back is None or not all(kind for _, kind in listed):
        return None
    typed = f"def {function.name}({', '.join(f'{name}: {kind}' for name, kind in listed)}) -> {back}:"
    return re.sub(rf"def {function.name}\(.*?\)\s*:", lambda _: typed, code, count=1)


def with_docstring(code: str, asked: list[str]) -> str | None:
    """Return code whose one function says what it is for, in the words in which it was asked for, or those of its name."""
    tree = tree_of(code)
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)] if tree else []
    if len(functions) != 1 or ast.get_docstring(functions[0]):
        return None
    if functions[0].body[0].lineno == functions[0].lineno:
        return with_docstring(ast.unparse(tree), asked)
    function, lines = functions[0], code.split("\n")
    does = next((match["does"] for text in asked if (match := _DOES.search(text))), "")
    does = re.sub(r"\s*\b(?:(?:in|with|using) )?python\b.*|\s*\b(?:please|pls)\b.*", "", does, flags=re.IGNORECASE)
    returned = function.body[0].value if isinstance(function.body[0], ast.Return) else None
    said = does.strip() or (f"return {ast.unparse(returned)}" if returned else function.name.replace("_", " "))
    lines.insert(function.lineno, f'{" " * function.body[0].col_offset}"""{said[0].upper()}{said[1:]}."""')
    return "\n".join(lines)
