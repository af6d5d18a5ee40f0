"""Repairs where texts meet numbers, or a name is not known: functions of the code, its tree, the run that stopped and the words of its error."""

import ast
import builtins
import difflib
import re

from .placing import Change, above, put, source, twin, typed_in, value_of
from .repairs_of_none import nothing
from .values import Run

MODULES = "math random json csv os sys time datetime re collections itertools statistics".split()
NEAR = 0.7  # how much a misspelled name is like the right one, at least


def as_number(code: str, tree: ast.AST, node: ast.expr, kind: str = "int") -> Change:
    """Make a number of a text where it comes from."""
    if asked := typed_in(tree, node):
        name = f"`{ast.unparse(node)}` comes from `input`, which always gives a text: make a number of it with `{kind}(...)`"
        return name, put(code, asked, f"{kind}({source(code, asked)})")
    value = value_of(tree, node.id) if isinstance(node, ast.Name) else node
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        said = ast.unparse(node)
        try:
            number = float(value.value)
        except ValueError:
            return None
        return f"`{said}` is a text, because of the quotes; without them it is a number", put(code, value, f"{number:g}")
    return f"`{ast.unparse(node)}` is a text: make a number of it with `{kind}(...)`", put(
        code, node, f"{kind}({source(code, node)})"
    )


def concatenated(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = twin(tree, ran.node)
    if isinstance(node, ast.AugAssign):
        return "`+=` cannot add a number to a text: make a text of it with `str(...)`", put(
            code, node.value, f"str({source(code, node.value)})"
        )
    if not isinstance(node, ast.BinOp):
        return None
    if ((asked := typed_in(tree, node.left)) and not isinstance(node.right, ast.Constant | ast.Name)) or (
        asked and found[1] in ("int", "float")
    ):
        return as_number(code, tree, node.left, "float" if found[1] == "float" else "int")
    if (
        found[1] in ("int", "float")
        and isinstance(node.left, ast.BinOp)
        and isinstance(node.left.right, ast.Name)
        and typed_in(tree, node.left.right)
    ):
        right = f"{source(code, node.left.right)} + {source(code, node.right)}"  # "text" + age + 1
        both = put(
            code, node, f"{source(code, node.left.left)} + str(int({source(code, node.left.right)}) + {source(code, node.right)})"
        )
        return (
            f"`{right}` should add numbers, but `input` gives a text: make a number of it with `int(...)`, and a text of the sum with `str(...)`",
            both,
        )
    what = f"a value of the type `{found[1]}`"
    if found[1] == "NoneType":
        return nothing(code, tree, ran, found)
    return (
        f"`+` joins a text only with a text, but `{source(code, node.right)}` is {what}: make a text of it with `str(...)`",
        put(code, node.right, f"str({source(code, node.right)})"),
    )


def operands(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = twin(tree, ran.node)
    sides = found.groups()[-2:]
    if "NoneType" in sides:
        return nothing(code, tree, ran, found)
    if isinstance(node, ast.AugAssign):
        return as_number(code, tree, node.value) if sides[1] == "str" else as_number(code, tree, node.target)
    pair = (
        (node.left, node.right)
        if isinstance(node, ast.BinOp)
        else (node.left, node.comparators[0])
        if isinstance(node, ast.Compare)
        else None
    )
    if pair is None or "str" not in sides:
        return None
    text = pair[sides.index("str")]
    if (
        isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Add)
        and not typed_in(tree, text)
        and not _is_digits(tree, text)
        and not str(ran.names.get(ast.unparse(text), "")).isdigit()
    ):
        other = pair[1 - sides.index("str")]
        return "`+` cannot add a number and a text: make a text of the number with `str(...)`", put(
            code, other, f"str({source(code, other)})"
        )
    return as_number(code, tree, text, "float" if "float" in sides else "int")


def _is_digits(tree: ast.AST, node: ast.expr) -> bool:
    value = value_of(tree, node.id) if isinstance(node, ast.Name) else node
    return isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value.isdigit()


def times(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = twin(tree, ran.node)
    if not isinstance(node, ast.BinOp):
        return None
    text = next((one for one in (node.left, node.right) if typed_in(tree, one) or _is_digits(tree, one)), None)
    return as_number(code, tree, text, "float" if found[1] == "float" else "int") if text is not None else None


def no_integer(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = twin(tree, ran.node)
    if re.fullmatch(r"\s*-?\d+[.,]\d+\s*", found[1]) and isinstance(node, ast.Call) and ast.unparse(node.func) == "int":
        return f'`int(...)` reads whole numbers only, and "{found[1]}" has decimals: use `float(...)`', put(
            code, node.func, "float"
        )
    return (
        f'`int(...)` got "{found[1]}", which is no whole number. Give it digits only, or catch the error with `try` and `except ValueError`',
        "",
    )


# --- Names ---


def unknown(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    name, node = found[1], twin(tree, ran.node)
    if name in MODULES:
        return f"`{name}` is a module, which must be imported first", f"import {name}\n{code}"
    if later := next((one for one in tree.body if isinstance(one, ast.FunctionDef | ast.ClassDef) and one.name == name), None):
        lines = code.split("\n")
        moved = lines[later.lineno - 1 : later.end_lineno]
        rest = lines[: later.lineno - 1] + lines[later.end_lineno :]
        return f"`{name}` is used above the lines that define it; Python reads from the top", "\n".join(
            [*moved, "", *rest]
        ).rstrip()
    known = {one.id for one in ast.walk(tree) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
    known |= {one.arg for one in ast.walk(tree) if isinstance(one, ast.arg)} | {
        one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef | ast.ClassDef)
    }
    usual = [one for one in dir(builtins) if one.islower()]
    special = {"true": "True", "false": "False", "null": "None", "none": "None", "nil": "None"}.get(name)
    same = [one for one in known if one.casefold() == name.casefold() and one != name]
    near = [special] if special else same or difflib.get_close_matches(name, [*known, *usual], 1, NEAR)
    if near:
        case = " (capital and small letters are different names)" if near[0].casefold() == name.casefold() and not special else ""
        return f"`{name}` is not a name that Python knows: it should be `{near[0]}`{case}", re.sub(
            rf"\b{re.escape(name)}\b(?!['\"])", near[0], code
        )
    if name in known:
        inside = next(
            (
                one.name
                for one in ast.walk(tree)
                if isinstance(one, ast.FunctionDef)
                and name in {n.id for n in ast.walk(one) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
            ),
            None,
        )
        where = (
            f" It is known only inside of `{inside}`: let the function `return` it, and write `{name} = {inside}(...)`"
            if inside
            else ""
        )
        return (
            f"`{name}` has no value yet where it is used.{where}"
            if where
            else f"`{name}` is used before it gets a value: move the line that gives it one up",
            "",
        )
    if isinstance(node, ast.Name) and any(
        isinstance(one, ast.Call) and node in one.args and ast.unparse(one.func) in ("print", "input")
        for one in above(tree, node)
    ):
        return f"`{name}` has no quotes, so Python takes it for a name, and it has no such name: a text stands in quotes", put(
            code, node, f'"{name}"'
        )
    return f"`{name}` gets a value nowhere in this code: give it one first, such as `{name} = ...`", ""


def local(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    name = found[1]
    function = next(
        (
            one
            for one in ast.walk(tree)
            if isinstance(one, ast.FunctionDef)
            and any(inner.lineno == ran.node.lineno for inner in ast.walk(one) if hasattr(inner, "lineno"))
        ),
        None,
    )
    if function is None:
        return None
    lines = code.split("\n")
    first = function.body[0]
    lines.insert(first.lineno - 1, f"{' ' * first.col_offset}global {name}")
    return (
        f"`{name}` gets a value inside of `{function.name}`, so Python takes it for a name of its own there, which has none yet: `global {name}` says that the outer one is meant (handing it in and returning it is tidier)",
        "\n".join(lines),
    )
