"""The same Python in another way: with a while loop, as a comprehension, without `max`, shorter, faster.

Each change takes code and returns it changed, or None. Where both can be run, `same` tells whether they do the same.
"""

import ast
import re

from .explaining import words
from .reading import tree_of
from .running import run

_BACKWARD = 'def backward(text):\n    result = ""\n    for letter in text:\n        result = letter + result\n    return result'


def same(code: str, changed: str) -> bool:
    """Return whether code still does what it did, as far as it can be run."""
    before, after = run(code), run(changed)
    if tree_of(changed) is None or changed.strip() == code.strip():
        return False
    return before is None or after is None or (before.printed == after.printed and type(before.error) is type(after.error))


def with_while(code: str) -> str | None:
    """Return code whose `for` loops are `while` loops."""
    looped = _unrolled(code)
    tree = tree_of(looped)
    if tree is None or not any(isinstance(node, ast.For) for node in ast.walk(tree)):
        return None
    if any(isinstance(node, ast.Continue) for node in ast.walk(tree)):
        return None
    return ast.unparse(ast.fix_missing_locations(_ToWhile().visit(tree)))


def with_for(code: str) -> str | None:
    """Return code with `for` loops in place of what does the same in one line, or of a `while` loop that counts."""
    changed = _counted(code) or _unrolled(code)
    return changed if changed.strip() != code.strip() else None


def _unrolled(code: str) -> str:
    """Return code in which comprehensions, and sums of them, are loops."""
    tree = tree_of(code)
    if tree is None:
        return code
    changed = _Unroll()
    return ast.unparse(ast.fix_missing_locations(changed.visit(tree))) if changed.there(tree) else code


class _Unroll(ast.NodeTransformer):
    """Make loops of `x = [... for ...]`, `return sum(... for ...)`, `return text[::-1]`."""

    def there(self, tree: ast.AST) -> bool:
        return any(isinstance(node, ast.Return | ast.Assign) and self.parts(node.value) for node in ast.walk(tree))

    def parts(self, node: ast.expr | None) -> tuple | None:
        match node:
            case ast.ListComp(elt=elt, generators=[one]):
                return "result", "[]", f"result.append({ast.unparse(elt)})", one
            case ast.Call(
                func=ast.Name(id="sum"),
                args=[ast.GeneratorExp(elt=elt, generators=[one]) | ast.ListComp(elt=elt, generators=[one])],
            ):
                if isinstance(elt, ast.Constant):
                    return "count", "0", f"count += {ast.unparse(elt)}", one
                if isinstance(elt, ast.Compare):
                    more = ast.comprehension(one.target, one.iter, [*one.ifs, elt], 0)
                    return "count", "0", "count += 1", more
                return "total", "0", f"total += {ast.unparse(elt)}", one
            case ast.Call(func=ast.Name(id="sum"), args=[ast.Name() as values]):
                return "total", "0", "total += value", ast.comprehension(ast.Name("value"), values, [], 0)
            case ast.Subscript(
                value=ast.Name() as text,
                slice=ast.Slice(lower=None, upper=None, step=ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=1))),
            ):
                return "result", '""', "result = letter + result", ast.comprehension(ast.Name("letter"), text, [], 0)
        return None

    def lines(self, node: ast.Return | ast.Assign) -> list[ast.stmt] | ast.stmt:
        if not (found := self.parts(node.value)):
            return node
        name, start, adds, one = found
        if (
            isinstance(node, ast.Assign)
            and len(node.targets) == 1
            and isinstance(node.targets[0], ast.Name)
            and node.targets[0].id != ast.unparse(one.iter)
        ):
            adds = re.sub(rf"\b{name}\b", node.targets[0].id, adds)
            name = node.targets[0].id
        elif isinstance(node, ast.Assign):
            return node
        body = f"        {adds}" if one.ifs else f"    {adds}"
        test = "".join(f"    if {' and '.join(map(ast.unparse, one.ifs))}:\n" if one.ifs else "")
        made = f"{name} = {start}\nfor {ast.unparse(one.target)} in {ast.unparse(one.iter)}:\n{test}{body}\n"
        if isinstance(node, ast.Return):
            made += f"return {name}" if tree_of(f"return {name}") else ""
        return ast.parse(made).body

    visit_Return = visit_Assign = lines


class _ToWhile(ast.NodeTransformer):
    """Make a `while` loop of each `for` loop."""

    def __init__(self) -> None:
        self.loops = 0

    def visit_For(self, node: ast.For):
        self.generic_visit(node)
        self.loops += 1
        count = "i" if self.loops == 1 else f"i{self.loops}"
        target = ast.unparse(node.target)
        body = [*node.body]
        match node.iter:
            case ast.Call(func=ast.Name(id="range"), args=args):
                given = [ast.unparse(one) for one in args]
                start, end, step = (["0", *given, "1"] if len(given) == 1 else [*given, "1"])[:3]
                sign = ">" if step.startswith("-") else "<"
                adds = f"{target} -= {step[1:]}" if step.startswith("-") else f"{target} += {step}"
                head = ast.parse(f"{target} = {start}\nwhile {target} {sign} {end}:\n    {adds}").body
            case ast.Call(func=ast.Name(id="enumerate"), args=[values], keywords=[]) if isinstance(node.target, ast.Tuple):
                number, target = map(ast.unparse, node.target.elts)
                values = ast.unparse(values)
                head = ast.parse(f"{number} = 0\nwhile {number} < len({values}):\n    {number} += 1").body
                body = [*ast.parse(f"{target} = {values}[{number}]").body, *body]
            case ast.Name() | ast.Attribute() | ast.Constant() | ast.List():
                values = ast.unparse(node.iter)
                head = ast.parse(f"{count} = 0\nwhile {count} < len({values}):\n    {count} += 1").body
                body = [*ast.parse(f"{target} = {values}[{count}]").body, *body]
            case _:
                values = ast.unparse(node.iter)
                head = ast.parse(f"values = list({values})\n{count} = 0\nwhile {count} < len(values):\n    {count} += 1").body
                body = [*ast.parse(f"{target} = values[{count}]").body, *body]
        head[-1].body = [*body, *head[-1].body]
        return head


def _counted(code: str) -> str | None:
    """Return code with `for` in place of `i = 0; while i < n: ...; i += 1`."""
    tree = tree_of(code)
    for scope in ast.walk(tree) if tree else ():
        body = getattr(scope, "body", None)
        for place, node in enumerate(body[1:], 1) if isinstance(body, list) else ():
            match body[place - 1], node:
                case (
                    ast.Assign(targets=[ast.Name(id=name)], value=start),
                    ast.While(
                        test=ast.Compare(left=ast.Name(id=same_name), ops=[ast.Lt() | ast.LtE() as op], comparators=[end]),
                        body=[*inner, ast.AugAssign(target=ast.Name(id=third), op=ast.Add(), value=step)],
                    ),
                ) if name == same_name == third and inner:
                    last = (
                        ast.unparse(end)
                        if isinstance(op, ast.Lt)
                        else str(end.value + 1)
                        if isinstance(end, ast.Constant)
                        else f"{ast.unparse(end)} + 1"
                    )
                    numbers = [ast.unparse(start), last, *([ast.unparse(step)] if ast.unparse(step) != "1" else [])]
                    if numbers[0] == "0" and len(numbers) == 2:
                        del numbers[0]
                    loop = ast.parse(f"for {name} in range({', '.join(numbers)}):\n    pass").body[0]
                    loop.body = inner
                    body[place - 1 : place + 1] = [loop]
                    return ast.unparse(tree)
    return None


def without(code: str, name: str) -> str | None:
    """Return code with a function of its own in place of one of Python."""
    name = {"sort": "sorted", "length": "len", "slicing": "[::-1]", "slice": "[::-1]", "reversed": "[::-1]"}.get(name, name)
    tree = tree_of(code)
    if tree is None:
        return None
    if name == "[::-1]" or (name == "reverse" and "[::-1]" in code):
        changed = re.sub(r"([\w.]+)\[::-1\]", r"backward(\1)", code)
        return f"{_BACKWARD}\n\n{changed}" if changed != code and "import" not in code else None
    if name in words("own") and any(isinstance(node, ast.Call) and ast.unparse(node.func) == name for node in ast.walk(tree)):
        if alone := _called_alone(tree, name):
            function, given = alone
            lines = code.split("\n")
            lines[function.body[0].lineno - 1 : function.end_lineno] = re.sub(r"\bvalues\b", given, words("own")[name]).split(
                "\n"
            )[1:]
            return "\n".join(lines)
        own = re.match(r"def (\w+)", words("own")[name])[1]
        return f"{words('own')[name]}\n\n" + re.sub(rf"(?<![\w.]){name}\(", f"{own}(", code)
    if re.search(r"\bcomprehension|generator", name):
        return _unrolled(code)
    if name in ("loop", "for"):
        return shorter(code)
    return None


def _called_alone(tree: ast.Module, name: str) -> tuple[ast.FunctionDef, str] | None:
    """Return a function that does nothing but call one of Python, and what it gives to that."""
    for node in tree.body:
        match node:
            case ast.FunctionDef(
                body=[ast.Return(value=ast.Call(func=ast.Name(id=called), args=[ast.Name(id=given)], keywords=[]))]
            ):
                if called == name and node.body[0].lineno > node.lineno:
                    return node, given
    return None


def shorter(code: str) -> str | None:
    """Return code with fewer lines that does the same."""
    tree = tree_of(code)
    if tree is None:
        return None
    changed = ast.unparse(ast.fix_missing_locations(_Shorten().visit(tree)))
    return changed if len(changed.splitlines()) < len([line for line in code.splitlines() if line.strip()]) else None


class _Shorten(ast.NodeTransformer):
    def generic_visit(self, node):
        super().generic_visit(node)
        if isinstance(body := getattr(node, "body", None), list):
            node.body = _shortened(body)
        return node

    visit_Module = visit_FunctionDef = generic_visit


def _shortened(body: list[ast.stmt]) -> list[ast.stmt]:
    done: list[ast.stmt] = []
    for node in body:
        match node, done[-1] if done else None:
            case ast.If(
                test=test, body=[ast.Return(value=ast.Constant(value=True))], orelse=[ast.Return(value=ast.Constant(value=False))]
            ), _:
                done.append(ast.Return(test))
            case ast.If(test=test, body=[ast.Return(value=yes)], orelse=[ast.Return(value=no)]), _ if yes and no:
                done.append(ast.Return(ast.IfExp(test, yes, no)))
            case ast.Return(value=ast.Constant(value=False)), ast.If(
                test=test, body=[ast.Return(value=ast.Constant(value=True))], orelse=[]
            ):
                done[-1] = ast.Return(test)
            case ast.For(target=target, iter=values, body=[inner], orelse=[]), ast.Assign(
                targets=[ast.Name(id=name)], value=ast.List(elts=[]) | ast.Constant(value=0)
            ):
                tests = []
                while isinstance(inner, ast.If) and not inner.orelse and len(inner.body) == 1:
                    tests.append(inner.test)
                    inner = inner.body[0]
                each = [ast.comprehension(target, values, tests, 0)]
                match inner:
                    case ast.Expr(
                        value=ast.Call(func=ast.Attribute(value=ast.Name(id=same_name), attr="append"), args=[elt])
                    ) if (
                        same_name == name
                        and name not in ast.unparse(elt)
                        and not any(name in ast.unparse(test) for test in tests)
                    ):
                        done[-1] = ast.Assign([ast.Name(name)], ast.ListComp(elt, each))
                    case ast.AugAssign(target=ast.Name(id=same_name), op=ast.Add(), value=value) if same_name == name:
                        plain = not tests and ast.unparse(value) == ast.unparse(target)
                        done[-1] = ast.Assign(
                            [ast.Name(name)], ast.Call(ast.Name("sum"), [values if plain else ast.GeneratorExp(value, each)], [])
                        )
                    case _:
                        done.append(node)
            case ast.Return(value=ast.Name(id=name)), ast.Assign(targets=[ast.Name(id=same_name)], value=value) if (
                name == same_name
            ):
                done[-1] = ast.Return(value)
            case _:
                done.append(node)
    return done


def faster(code: str) -> tuple[str, str] | None:
    """Return why code is slow, and code that is faster; None where nothing slow is seen."""
    tree = tree_of(code)
    for loop in (node for node in ast.walk(tree) if isinstance(node, ast.For)) if tree else ():
        match loop:
            case ast.For(
                target=ast.Name(id=one),
                iter=values,
                body=[
                    ast.If(
                        test=ast.Compare(left=ast.Name(id=same_name), ops=[ast.NotIn()], comparators=[ast.Name(id=kept)]),
                        body=[ast.Expr(value=ast.Call(func=ast.Attribute(attr="append")))],
                        orelse=[],
                    )
                ],
            ) if one == same_name:
                lines = code.split("\n")
                lines[loop.lineno - 1 : loop.end_lineno] = [
                    f"{' ' * loop.col_offset}{kept} = list(dict.fromkeys({ast.unparse(values)}))"
                ]
                kept_lines = [line for line in lines if not re.fullmatch(rf"\s*{kept} = \[\]", line)]
                return (
                    f"`{one} not in {kept}` goes through the whole list each time. A dictionary finds its keys at once, and keeps their order",
                    "\n".join(kept_lines),
                )
            case ast.For(body=[ast.AugAssign(target=ast.Name(id=name), op=ast.Add(), value=value)]) if (
                f'{name} = ""' in code.replace("'", '"')
            ):
                lines = code.split("\n")
                lines[loop.lineno - 1 : loop.end_lineno] = [
                    f'{" " * loop.col_offset}{name} = "".join({ast.unparse(value)} for {ast.unparse(loop.target)} in {ast.unparse(loop.iter)})'
                ]
                return "`+=` copies the whole text in each round. `join` puts all parts together at once", "\n".join(
                    line for line in lines if not re.fullmatch(rf"\s*{name} = (\"\"|'')", line)
                )
        for node in ast.walk(loop):
            if (
                isinstance(node, ast.Compare)
                and isinstance(node.ops[0], ast.In | ast.NotIn)
                and isinstance(node.comparators[0], ast.Name)
            ):
                held = node.comparators[0].id
                changed = any(
                    isinstance(one, ast.Call) and ast.unparse(one.func) in (f"{held}.append", f"{held}.remove")
                    for one in ast.walk(tree)
                )
                if not changed and held != ast.unparse(loop.target):
                    lines = code.split("\n")
                    lines.insert(loop.lineno - 1, f"{' ' * loop.col_offset}known = set({held})")
                    spelled = ast.unparse(node)
                    quick = spelled[: spelled.rindex(held)] + "known"
                    return f"`{spelled}` goes through the whole list each time. A set finds a value at once", "\n".join(
                        lines
                    ).replace(spelled, quick)
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)) if tree else ():
        calls = [node for node in ast.walk(function) if isinstance(node, ast.Call) and ast.unparse(node.func) == function.name]
        if len(calls) > 1:
            lines = code.split("\n")
            lines.insert(function.lineno - 1, "@cache")
            return f"`{function.name}` computes the same values again and again. `cache` keeps each result", "\n".join(
                ["from functools import cache", "", *lines]
            )
    return None


def as_comprehension(code: str) -> str | None:
    """Return code with a list comprehension in place of a loop that appends."""
    changed = shorter(code)
    return changed if changed and re.search(r"\[.+ for .+ in |\(.+ for .+ in ", changed) else None


def with_input(code: str) -> str | None:
    """Return code that asks for the first value that it gives a name to."""
    tree = tree_of(code)
    for node in tree.body if tree else ():
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str() | int() | float() as value)):
                kind = type(value).__name__
                asked = f'input("{name.replace("_", " ").capitalize()}? ")'
                lines = code.split("\n")
                lines[node.lineno - 1] = f"{name} = {asked if kind == 'str' else f'{kind}({asked})'}"
                return "\n".join(lines)
            case ast.Expr(
                value=ast.Call(
                    func=ast.Name(id="print"),
                    args=[ast.Call(args=[ast.Constant(value=str() | int() | float() as value)]) as call],
                )
            ):
                kind = type(value).__name__
                asked = 'input("Your text? ")' if kind == "str" else f'{kind}(input("Your number? "))'
                lines = code.split("\n")
                lines[node.lineno - 1] = f"print({ast.unparse(call.func)}({asked}))"
                return "\n".join(lines)
    return None


def with_f_strings(code: str) -> str | None:
    """Return code with f-strings in place of texts joined with `+`."""
    tree = tree_of(code)

    class ToF(ast.NodeTransformer):
        def visit_BinOp(self, node: ast.BinOp):
            parts = _joined(node)
            if len(parts) < 2 or not any(isinstance(one, ast.Constant) and isinstance(one.value, str) for one in parts):
                return node
            values = []
            for one in parts:
                inner = (
                    one.args[0] if isinstance(one, ast.Call) and ast.unparse(one.func) == "str" and len(one.args) == 1 else one
                )
                values.append(
                    one if isinstance(one, ast.Constant) and isinstance(one.value, str) else ast.FormattedValue(inner, -1, None)
                )
            return ast.JoinedStr(values)

    changed = tree and ast.unparse(ast.fix_missing_locations(ToF().visit(tree)))
    return changed if (changed and "f'" in changed) or (changed and 'f"' in changed) else None


def _joined(node: ast.expr) -> list[ast.expr]:
    return [*_joined(node.left), *_joined(node.right)] if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) else [node]
