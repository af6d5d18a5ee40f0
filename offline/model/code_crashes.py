"""Why a piece of Python crashes, for the kinds that can be seen without running it: an empty list, an index, None, a missing key.

Only names that are given one literal value, and are neither changed nor tested anywhere, are followed.
"""

import ast
from collections.abc import Iterator

KINDS = "a division by zero, an index out of range, `None` used as a value, a missing key, a text joined with a number"
_CHANGING = frozenset("append extend insert remove pop clear update setdefault add discard sort reverse popitem".split())
_GIVES_NONE = frozenset("append extend insert remove clear sort reverse update".split())
_LITERAL = (ast.List, ast.Tuple, ast.Dict, ast.Set, ast.Constant)


def why(tree: ast.Module) -> str | None:
    """Return why the code stops with an error, and how to mend it; None where no known kind is seen."""
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    scopes = [(list(_outside(tree)), {})]
    for call in _calls(tree, functions):
        function = functions[call.func.id]
        given = dict(zip((arg.arg for arg in function.args.args), call.args, strict=False))
        outer = _values(scopes[0][0], {})
        bound = {name: outer.get(getattr(value, "id", ""), value) for name, value in given.items()}
        scopes.append((list(ast.walk(function)), {name: value for name, value in bound.items() if isinstance(value, _LITERAL)}))
    for nodes, given in scopes:
        values = _values(nodes, given)
        nothing = _nothing(nodes, functions)
        for node in nodes:
            here = {name: how for name, (how, line) in nothing.items() if getattr(node, "lineno", 0) > line}
            if found := _at(node, values, here):
                return found
    return None


def _outside(tree: ast.Module) -> Iterator[ast.AST]:
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Try):
            yield from ast.walk(node)


def _calls(tree: ast.Module, functions: dict) -> Iterator[ast.Call]:
    for node in _outside(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in functions and not node.keywords:
            yield node


def _values(nodes: list[ast.AST], given: dict[str, ast.expr]) -> dict[str, ast.expr]:
    """Return the names that have one literal value all the time."""
    values, unsure = dict(given), set()
    for node in nodes:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                unsure |= {name} if name in values or not isinstance(value, _LITERAL) else set()
                values[name] = value
            case ast.Name(id=name, ctx=ast.Store()) if name not in values or not isinstance(values[name], _LITERAL):
                unsure |= set() if name in values else {name} - _assigned(nodes)
            case ast.AugAssign(target=ast.Name(id=name)) | ast.For(target=ast.Name(id=name)):
                unsure.add(name)
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=attr)) if attr in _CHANGING:
                unsure.add(name)
            case ast.Subscript(value=ast.Name(id=name), ctx=ast.Store() | ast.Del()):
                unsure.add(name)
            case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test) | ast.Assert(test=test):
                unsure |= _named(test)
            case ast.BoolOp():
                unsure |= _named(node)
            case ast.Try():
                for inner in ast.walk(node):
                    unsure |= _named(inner)
    return {name: value for name, value in values.items() if name not in unsure}


def _assigned(nodes: list[ast.AST]) -> set[str]:
    return {node.targets[0].id for node in nodes if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)}


def _named(node: ast.AST) -> set[str]:
    return {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}


def _nothing(nodes: list[ast.AST], functions: dict) -> dict[str, tuple[str, int]]:
    """Return the names that are None below a line, with what made them so: `x = numbers.sort()`, or a function that returns nothing."""
    found, stored = {}, [node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
    tested = set().union(*(_named(node.test) for node in nodes if isinstance(node, ast.If | ast.While | ast.IfExp)), set())
    for node in nodes:
        match node:
            case ast.Assign(
                targets=[ast.Name(id=name)], value=ast.Call(func=ast.Attribute(value=ast.Name(id=same), attr=attr))
            ) if attr in _GIVES_NONE and stored.count(name) == 1 + (same == name):
                found[name] = (f"`{same}.{attr}()` changes the list itself and gives back `None`", node.lineno)
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=ast.Name(id=called))) if (
                called in functions and stored.count(name) == 1
            ):
                body = list(ast.walk(functions[called]))
                if not any(isinstance(one, ast.Return | ast.Yield | ast.YieldFrom) for one in body):
                    found[name] = (f"`{called}` has no `return`, so it gives back `None`", node.lineno)
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=None)) if stored.count(name) == 1:
                found[name] = (f"`{name} = None` says so", node.lineno)
    return {name: how for name, how in found.items() if name not in tested}


def _at(node: ast.AST, values: dict[str, ast.expr], nothing: dict[str, str]) -> str | None:
    match node:
        case ast.BinOp(op=ast.Div() | ast.FloorDiv() | ast.Mod(), left=left, right=right) if not _is_text(left, values):
            return _divided(node, right, values)
        case ast.BinOp(op=ast.Add(), left=left, right=right) if _is_text(left, values) and _is_number(right, values):
            return _told(node, "joins a text with a number, which `+` does not do", "TypeError", _joined(left, right))
        case ast.Subscript(value=ast.Name(id=name), ctx=ast.Load()) if name in nothing:
            return _told(node, f"takes a part of `None`: {nothing[name]}", "TypeError", _mended_none(name, nothing))
        case ast.BinOp(left=ast.Name(id=name)) | ast.For(iter=ast.Name(id=name)) if name in nothing:
            return _told(node, f"uses `{name}`, which is `None`: {nothing[name]}", "TypeError", _mended_none(name, nothing))
        case ast.Call(func=ast.Name(id="len" | "sum" | "sorted" | "max" | "min"), args=[ast.Name(id=name)]) if name in nothing:
            return _told(node, f"uses `{name}`, which is `None`: {nothing[name]}", "TypeError", _mended_none(name, nothing))
        case ast.Attribute(value=ast.Name(id=name)) if name in nothing:
            return _told(node, f"asks `None` for something: {nothing[name]}", "AttributeError", _mended_none(name, nothing))
        case ast.Call(func=ast.Name(id="max" | "min" as called), args=[one]) if _length(one, values) == 0:
            return _told(node, f"looks for the {called} of nothing", "ValueError", f"{called}({ast.unparse(one)}, default=0)")
        case ast.Subscript(value=value, slice=key, ctx=ast.Load()):
            return _taken(node, value, key, values)
        case ast.For(target=ast.Name(id=name), iter=ast.Call(func=ast.Name(id="range"), args=[*_, last])):
            return _past_the_end(node, name, last)
    return None


def _divided(node: ast.BinOp, by: ast.expr, values: dict[str, ast.expr]) -> str | None:
    match by:
        case ast.Constant(value=0) | ast.Constant(value=0.0):
            return _told(node, "divides by 0", "ZeroDivisionError", "")
        case ast.Name(id=name) if isinstance(values.get(name), ast.Constant) and values[name].value == 0:
            return _told(
                node, f"divides by 0: `{name}` is 0", "ZeroDivisionError", f"result = {ast.unparse(node)} if {name} else 0"
            )
        case ast.Call(func=ast.Name(id="len"), args=[one]) if _length(one, values) == 0:
            said = ast.unparse(one)
            return _told(
                node, f"divides by 0: `{said}` is empty here, so `len({said})` is 0", "ZeroDivisionError",
                f"{ast.unparse(node)} if {said} else 0",
            )  # fmt: skip
    return None


def _taken(node: ast.Subscript, value: ast.expr, key: ast.expr, values: dict[str, ast.expr]) -> str | None:
    held = values.get(value.id) if isinstance(value, ast.Name) else value
    name = ast.unparse(value)
    if isinstance(held, ast.Dict) and isinstance(key, ast.Constant):
        keys = [one.value for one in held.keys if isinstance(one, ast.Constant)]
        if len(keys) == len(held.keys) and key.value not in keys:
            return _told(
                node, f"asks `{name}` for the key {key.value!r}, which it has not", "KeyError", f"{name}.get({key.value!r})"
            )
        return None
    match key:
        case ast.Call(func=ast.Name(id="len"), args=[same]) if ast.unparse(same) == name:
            return _told(node, "counts from 0, so the last place is one before the length", "IndexError", f"{name}[-1]")
    length, place = _length(value, values), _number(key)
    if length is None or place is None or -length <= place < length:
        return None
    last = f"the last place is {length - 1}" if length else "it is empty"
    return _told(node, f"asks for the place {place}, but `{name}` has {length} ({last}; counting begins at 0)", "IndexError", "")


def _past_the_end(loop: ast.For, name: str, last: ast.expr) -> str | None:
    match last:
        case ast.BinOp(left=ast.Call(func=ast.Name(id="len"), args=[one]), op=ast.Add(), right=ast.Constant(value=1)):
            taken = next(
                (node for node in ast.walk(loop)
                 if isinstance(node, ast.Subscript) and ast.unparse(node) == f"{ast.unparse(one)}[{name}]"),
                None,
            )  # fmt: skip
            how = f"for {name} in range(len({ast.unparse(one)})):"
            return taken and _told(taken, f"goes one too far: the last `{name}` is the length itself", "IndexError", how)
    return None


def _length(node: ast.expr, values: dict[str, ast.expr]) -> int | None:
    held = values.get(node.id) if isinstance(node, ast.Name) else node
    match held:
        case ast.List(elts=items) | ast.Tuple(elts=items) if not any(isinstance(one, ast.Starred) for one in items):
            return len(items)
        case ast.Constant(value=str() as text):
            return len(text)
        case ast.Dict(keys=keys) if not keys:
            return 0
    return None


def _number(node: ast.expr) -> int | None:
    match node:
        case ast.Constant(value=bool()):
            return None
        case ast.Constant(value=int() as number):
            return number
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() as number)):
            return -number
    return None


def _is_text(node: ast.expr, values: dict[str, ast.expr]) -> bool:
    match node:
        case ast.Constant(value=str()):
            return True
        case ast.Name(id=name):
            return isinstance(values.get(name), ast.Constant) and isinstance(values[name].value, str)
        case ast.BinOp(op=ast.Add(), left=left):
            return _is_text(left, values)
    return False


def _is_number(node: ast.expr, values: dict[str, ast.expr]) -> bool:
    held = values.get(node.id) if isinstance(node, ast.Name) else node
    return isinstance(held, ast.Constant) and isinstance(held.value, int | float) and not isinstance(held.value, bool)


def _joined(left: ast.expr, right: ast.expr) -> str:
    return f"{ast.unparse(left)} + str({ast.unparse(right)})"


def _mended_none(name: str, nothing: dict[str, str]) -> str:
    before, sorts, _ = nothing[name].partition(".sort()")
    return f"{name} = sorted({before.strip('`')})" if sorts else ""


def _told(node: ast.AST, what: str, error: str, instead: str) -> str:
    line = ast.unparse(node).splitlines()[0]
    mended = f" Instead:\n\n```python\n{instead}\n```" if instead else ""
    article = "an" if error[0] in "AI" else "a"
    return f"`{line}` {what}. Python stops there with {article} {error}.{mended}"
