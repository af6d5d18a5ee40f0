"""What stops nothing, and is wrong all the same: a loop that never ends, a sum that begins anew in each round, `x == 1 or 2`."""

import ast

from .placing import Change, names_of, put, source, typed_in, value_of
from .repairs_of_names import as_number
from .repairs_of_none import prints_only
from .values import Run


def endless(code: str, tree: ast.AST) -> Change:
    loop = next((one for one in ast.walk(tree) if isinstance(one, ast.While)), None)
    if loop is None or not isinstance(loop.test, ast.Compare) or not isinstance(loop.test.left, ast.Name):
        return ("the loop never ends: `while True` needs a `break`", "") if loop else None
    name = loop.test.left.id
    changed = any(isinstance(one, ast.Name) and one.id == name and isinstance(one.ctx, ast.Store) for one in ast.walk(loop))
    if changed:
        return f"the loop never ends: `{ast.unparse(loop.test)}` stays true, whatever happens to `{name}` in it", ""
    sign = "-" if isinstance(loop.test.ops[0], ast.Gt | ast.GtE) else "+"
    last = loop.body[-1]
    return f"the loop never ends, because nothing in it changes `{name}`", put(
        code, last, f"{source(code, last)}\n{' ' * last.col_offset}{name} {sign}= 1"
    )


def _or_alone(code: str, tree: ast.AST, ran: Run | None) -> Change:
    """`if x == 1 or 2`: the 2 alone counts as true."""
    for node in ast.walk(tree):
        match node:
            case ast.BoolOp(op=ast.Or(), values=[ast.Compare(left=left, ops=[ast.Eq()], comparators=[first]), *others]) if all(
                isinstance(one, ast.Constant) and one.value for one in others
            ):
                listed = ", ".join(source(code, one) for one in (first, *others))
                return (
                    f"`{source(code, node)}` is always true, because `{source(code, others[0])}` alone counts as true: ask with `in`",
                    put(code, node, f"{source(code, left)} in ({listed})"),
                )
    return None


def _no_power(code: str, tree: ast.AST, ran: Run | None) -> Change:
    """`r ^ 2`, meant as a power."""
    for node in ast.walk(tree):
        match node:
            case ast.BinOp(left=left, op=ast.BitXor(), right=ast.Constant(value=2 | 3) as right):
                return (
                    f"`^` is no power in Python (it compares bits, and stops at numbers with a point): a power is `**`, as in `r ** {right.value}`",
                    put(code, node, f"{source(code, left)} ** {source(code, right)}"),
                )
    return None


def _kept_default(code: str, tree: ast.AST, ran: Run | None) -> Change:
    """`def add(item, basket=[])`, where the function changes what it was given: all calls share the one list."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.FunctionDef) or not node.args.defaults:
            continue
        for arg, default in zip(node.args.args[-len(node.args.defaults) :], node.args.defaults, strict=True):
            changed = any(
                isinstance(one, ast.Call)
                and ast.unparse(one.func) in (f"{arg.arg}.append", f"{arg.arg}.extend", f"{arg.arg}.update")
                for one in ast.walk(node)
            )
            if changed and ast.unparse(default) in ("[]", "{}"):
                empty = ast.unparse(default)
                lines = put(code, default, "None").split("\n")
                first = node.body[0]
                indent = " " * first.col_offset
                lines[first.lineno - 1 : first.lineno - 1] = [
                    f"{indent}if {arg.arg} is None:",
                    f"{indent}    {arg.arg} = {empty}",
                ]
                return (
                    f"the default `{arg.arg}={empty}` is made once, when Python reads the function, so all calls share it: make a new one in each call",
                    "\n".join(lines),
                )
    return None


def _input_compared(code: str, tree: ast.AST, ran: Run | None) -> Change:
    """A text from `input` that is compared with a number, or two that are added."""
    for node in ast.walk(tree):
        match node:
            case ast.Compare(left=left, ops=[ast.Eq() | ast.NotEq()], comparators=[ast.Constant(value=int())]) if typed_in(
                tree, left
            ):
                return as_number(code, tree, left)
            case ast.BinOp(op=ast.Add(), left=left, right=right) if typed_in(tree, left) and typed_in(tree, right):
                return as_number(code, tree, left)
            case ast.BinOp(op=ast.Add(), left=left, right=right) if (
                typed_in(tree, right)
                and isinstance(left, ast.Name)
                and ast.unparse(value_of(tree, left.id) or left).startswith(("int(input", "float(input"))
            ):
                return as_number(code, tree, right)
    return None


def _set_back(code: str, tree: ast.AST, ran: Run | None) -> Change:
    """`total = 0` inside of the loop that adds to it."""
    for loop in (one for one in ast.walk(tree) if isinstance(one, ast.For | ast.While)):
        for first in loop.body:
            if (
                isinstance(first, ast.Assign)
                and len(names_of(first.targets)) == 1
                and (isinstance(first.value, ast.Constant) or ast.unparse(first.value) == "[]")
            ):
                name = first.targets[0].id
                adds = any(
                    (isinstance(one, ast.AugAssign) and ast.unparse(one.target) == name)
                    or (isinstance(one, ast.Call) and ast.unparse(one.func) == f"{name}.append")
                    for one in loop.body
                    for one in ast.walk(one)
                )
                inner = any(isinstance(one, ast.For | ast.While) for one in loop.body)
                if adds and not inner and len(loop.body) > 1:
                    lines = code.split("\n")
                    line = lines.pop(first.lineno - 1).strip()
                    lines.insert(loop.lineno - 1, " " * loop.col_offset + line)
                    return (
                        f"`{line}` stands inside of the loop, so it begins anew in each round: it belongs before the loop",
                        "\n".join(lines),
                    )
    return None


def _returns_at_once(code: str, tree: ast.AST, ran: Run | None) -> Change:
    """A `return` in the loop that ends it in the first round."""
    for loop in (one for one in ast.walk(tree) if isinstance(one, ast.For)):
        last = loop.body[-1]
        if isinstance(last, ast.Return) and len(loop.body) > 1:
            lines = code.split("\n")
            lines[last.lineno - 1] = " " * loop.col_offset + lines[last.lineno - 1].strip()
            return (
                "the `return` stands inside of the loop, so the function ends in the first round: move it to the left, below the loop",
                "\n".join(lines),
            )
        if (
            isinstance(last, ast.If)
            and len(last.orelse) == 1
            and isinstance(last.orelse[0], ast.Return)
            and isinstance(last.body[-1], ast.Return)
            and len(loop.body) == 1
        ):
            back = last.orelse[0]
            lines = code.split("\n")
            del lines[last.body[-1].end_lineno : back.end_lineno]
            lines.insert(last.body[-1].end_lineno, f"{' ' * loop.col_offset}{source(code, back)}")
            return "the `else` returns in the first round already: only after the whole loop is it sure", "\n".join(lines)
    return None


def _removes_while(code: str, tree: ast.AST, ran: Run | None) -> Change:
    for loop in (one for one in ast.walk(tree) if isinstance(one, ast.For) and isinstance(one.iter, ast.Name)):
        if any(isinstance(one, ast.Call) and ast.unparse(one.func) == f"{loop.iter.id}.remove" for one in ast.walk(loop)):
            return (
                f"the loop removes from the list that it goes through, so it skips values: go through a copy, `{loop.iter.id}[:]`",
                put(code, loop.iter, f"{loop.iter.id}[:]"),
            )
    return None


def _not_called(code: str, tree: ast.AST, ran: Run | None) -> Change:
    for node in tree.body:
        if (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Name)
            and any(isinstance(one, ast.FunctionDef) and one.name == node.value.id for one in tree.body)
        ):
            return f"`{node.value.id}` alone calls nothing: parentheses do", put(code, node, f"{node.value.id}()")
        if (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Attribute)
            and node.value.attr in ("sort", "upper", "lower", "append", "strip", "reverse")
        ):
            return f"`{source(code, node)}` alone calls nothing: parentheses do", put(code, node, f"{source(code, node)}()")
    return None


def _swallowed(code: str, tree: ast.AST, ran: Run | None) -> Change:
    """`text.upper()` on a line of its own changes nothing."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(
                value=ast.Call(
                    func=ast.Attribute(
                        value=ast.Name(id=name), attr="upper" | "lower" | "strip" | "replace" | "title" | "capitalize"
                    )
                )
            ) if ran and isinstance(ran.names.get(name), str):
                return f"a text cannot be changed in place: `{source(code, node)}` gives a new one, which must get a name", put(
                    code, node, f"{name} = {source(code, node)}"
                )
            case ast.Expr(value=ast.Call(func=ast.Name(id="sorted" | "int" | "str" | "float"), args=[ast.Name(id=name), *_])):
                return f"`{source(code, node)}` gives a new value and leaves the old one as it is: give it a name", put(
                    code, node, f"{name} = {source(code, node)}"
                )
    return None


def _gives_none(code: str, tree: ast.AST, ran: Run | None) -> Change:
    return prints_only(code, tree, ran) if ran and not ran.error else None


def _same_list(code: str, tree: ast.AST, ran: Run | None) -> Change:
    """`b = a`, and `b` is changed: `a` is the same list."""
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=new)], value=ast.Name(id=old)) if (
                ran and isinstance(ran.names.get(old), list) and ran.names.get(new) is ran.names[old]
            ):
                return (
                    f"`{source(code, node)}` makes no copy: both names stand for the same list, so what changes the one changes the other. `.copy()` makes a new list",
                    put(code, node.value, f"{old}.copy()"),
                )
    return None


SLIPS = [
    _same_list,
    _or_alone,
    _no_power,
    _kept_default,
    _input_compared,
    _set_back,
    _returns_at_once,
    _removes_while,
    _not_called,
    _swallowed,
    _gives_none,
]
