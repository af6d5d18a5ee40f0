"""Repairs where `None` is used as a value: where it came from is mended."""

import ast
import re

from .placing import Change, names_of, put, source
from .values import Run


def nothing(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    """Mend where `None` came from: `x = x.sort()`, or a function that prints in place of returning."""
    for node in ast.walk(tree):
        match node:
            case ast.Assign(
                targets=[ast.Name(id=name)],
                value=ast.Call(
                    func=ast.Attribute(
                        value=ast.Name(id=same),
                        attr="sort" | "append" | "reverse" | "extend" | "remove" | "insert" | "update" as attr,
                    )
                ),
            ) if ran.names.get(name, 0) is None:
                if attr in ("sort", "reverse"):
                    new, how = (f"sorted({same})", "sorted(...)") if attr == "sort" else (f"{same}[::-1]", "[::-1]")
                    return f"`{same}.{attr}()` changes the list itself and gives back `None`; `{how}` gives a new one", put(
                        code, node.value, new
                    )
                return (
                    f"`{same}.{attr}(...)` changes the list itself and gives back `None`, so do not give its result to `{name}`",
                    put(code, node, source(code, node.value)),
                )
    return prints_only(code, tree, ran)


def prints_only(code: str, tree: ast.AST, ran: Run | None) -> Change:
    """Let a function return what it prints, where its result is used."""
    if ran is None or re.search(r"\bNone\b", code):  # it is looked for
        return None
    gave_none = {name for name, _, result in ran.calls if result is None}
    for function in (one for one in tree.body if isinstance(one, ast.FunctionDef) and one.name in gave_none):
        used = any(
            isinstance(one, ast.Call) and ast.unparse(one.func) == function.name and not _alone(tree, one)
            for one in ast.walk(tree)
        )
        if not used or any(isinstance(one, ast.Return) and one.value for one in ast.walk(function)):
            continue
        last = function.body[-1]
        why = f"`{function.name}` has no `return`, so its result is `None`"
        if (
            isinstance(last, ast.Expr)
            and isinstance(last.value, ast.Call)
            and ast.unparse(last.value.func) == "print"
            and len(last.value.args) == 1
        ):
            return f"{why}: it shows the value, but does not hand it back", put(
                code, last, f"return {source(code, last.value.args[0])}"
            )
        if isinstance(last, ast.Assign) and names_of(last.targets):
            return why, put(code, last, f"{source(code, last)}\n{' ' * last.col_offset}return {names_of(last.targets)[0]}")
        if isinstance(last, ast.Expr) and not isinstance(last.value, ast.Call):
            return why, put(code, last, f"return {source(code, last.value)}")
        return f"{why}. Write `return` and the value as its last line", ""
    return None


def _alone(tree: ast.AST, call: ast.Call) -> bool:
    return any(isinstance(one, ast.Expr) and one.value is call for one in ast.walk(tree))
