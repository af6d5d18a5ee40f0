"""Say line by line what Python does, in words (data/code_words.yaml)."""

import ast
import itertools
from functools import cache

from ...tables import read_table
from .reading import tree_of

MOST_LINES, MOST_COMMENTED = 16, 40  # explained, and shown with comments


def explained(tree: ast.Module) -> str:
    """Return a line of words for each statement, in their order; what is inside of others stands below them."""
    lines = []
    for node in itertools.islice(statements(tree), MOST_LINES):
        lines.append((node.lineno, f"`{ast.unparse(node).splitlines()[0]}`: {told(node)}."))
        lines += [(line - 0.5, f"`{head}`: {said}.") for line, head, said in _branches(node)]
    return "\n".join(said for _, said in sorted(lines, key=lambda line: line[0]))


def commented(code: str) -> str | None:
    """Return code with a comment above each statement; None for what is no Python, or too long."""
    tree, lines = tree_of(code), code.splitlines()
    if tree is None or len(lines) > MOST_COMMENTED:
        return None
    notes = {
        node.lineno: (node.col_offset, told(node))
        for node in statements(tree)
        if not isinstance(getattr(node, "value", None), ast.Constant) or not isinstance(node, ast.Expr)
    }
    found = []
    for number, line in enumerate(lines, 1):
        if number in notes:
            indent, said = notes[number]
            found.append(f"{' ' * indent}# {said[:1].upper()}{said[1:].replace('`', '')}")
        found.append(line)
    return "\n".join(found)


def statements(tree: ast.AST):
    """Yield every statement, those inside of others after them."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.stmt):
            yield node
        yield from statements(node) if isinstance(node, ast.stmt | ast.ExceptHandler) else ()


def _branches(node: ast.stmt) -> list[tuple[int, str, str]]:
    """Return the heads of a statement that have no statement of their own, with the line below them."""
    if isinstance(node, ast.If) and node.orelse and not (len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If)):
        return [(node.orelse[0].lineno, "else:", f"begins what is done otherwise: {_shortly(node.orelse)}")]
    if isinstance(node, ast.Try):
        return [
            (
                one.body[0].lineno,
                f"except {ast.unparse(one.type)}:" if one.type else "except:",
                "begins what is done if that error comes",
            )
            for one in node.handlers
        ]
    return []


def _shortly(body: list[ast.stmt]) -> str:
    return f"`{ast.unparse(body[0]).splitlines()[0]}`"


def told(node: ast.AST) -> str:
    """Return in words what a statement or an expression does."""
    match node:
        case ast.Assign(targets=[ast.Tuple() as target], value=ast.Tuple() as value):
            return f"gives `{ast.unparse(target)}` the values {_plain(value)}, in this order"
        case ast.Assign(targets=[target]):
            return f"gives the name `{ast.unparse(target)}` to {_value(node.value)}"
        case ast.AugAssign(op=ast.Add() | ast.Sub()):
            how = ("adds", "to") if isinstance(node.op, ast.Add) else ("takes", "from")
            return f"{how[0]} `{ast.unparse(node.value)}` {how[1]} `{ast.unparse(node.target)}`"
        case ast.AugAssign():
            return f"changes `{ast.unparse(node.target)}` by `{ast.unparse(node.value)}`"
        case ast.For(target=ast.Tuple(elts=[count, value]), iter=ast.Call(func=ast.Name(id="enumerate"), args=[values, *_])):
            return f"takes each value of {_value(values)} in turn, under the name `{ast.unparse(value)}`, counts along in `{ast.unparse(count)}`, and does the indented lines"
        case ast.For(iter=ast.Call(func=ast.Name(id="range"), args=[ast.Constant(value=int(last))])):
            return f"does the indented lines {last} times; in turn, `{ast.unparse(node.target)}` is 0, 1, ... up to {last - 1}"
        case ast.For(
            iter=ast.Call(func=ast.Name(id="range"), args=[ast.Constant(value=int(first)), ast.Constant(value=int(last))])
        ):
            return f"does the indented lines with `{ast.unparse(node.target)}` from {first} to {last - 1}"
        case ast.For(iter=ast.Call(func=ast.Name(id="range"))):
            return f"counts with `{ast.unparse(node.target)}` as `{ast.unparse(node.iter)}` says (the end left out), and does the indented lines each time"
        case ast.For():
            return f"takes each value of {_value(node.iter)} in turn, under the name `{ast.unparse(node.target)}`, and does the indented lines"
        case ast.While(test=ast.Constant(value=True)):
            return "repeats the indented lines for ever, until a `break` or `return`"
        case ast.While():
            return f"repeats the indented lines as long as `{ast.unparse(node.test)}` is true"
        case ast.If():
            return f"does the indented lines only if `{ast.unparse(node.test)}` is true"
        case ast.FunctionDef():
            params = ", ".join(arg.arg for arg in node.args.args)
            return (
                f"defines a function `{node.name}` with the parameters ({params})"
                if params
                else f"defines a function `{node.name}`, which needs no values"
            )
        case ast.ClassDef():
            return f"defines a class `{node.name}`"
        case ast.Return():
            return f"ends the function and hands back {_value(node.value) if node.value else 'nothing'}"
        case ast.Import(names=names):
            return "; ".join(_module(one.name, one.asname) for one in names)
        case ast.ImportFrom(module=module, names=names):
            return f"makes `{', '.join(one.name for one in names)}` of the module `{module}` available"
        case ast.With(items=[ast.withitem(context_expr=ast.Call(func=ast.Name(id="open")) as opened, optional_vars=name)]):
            mode = ast.literal_eval(opened.args[1]) if len(opened.args) > 1 and isinstance(opened.args[1], ast.Constant) else "r"
            what = {"w": "for writing (what was in it is lost)", "a": "to write at its end"}.get(mode[:1], "for reading")
            known = f", under the name `{ast.unparse(name)}`" if name else ""
            return f"opens the file `{ast.unparse(opened.args[0])}` {what}{known}, and closes it after the indented lines"
        case ast.With(items=items):
            return f"uses `{', '.join(map(ast.unparse, items))}` for the indented lines, and puts it away after them"
        case ast.Try():
            return "tries the indented lines, which may fail"
        case ast.Break():
            return "leaves the loop"
        case ast.Continue():
            return "goes on with the next round of the loop"
        case ast.Pass():
            return "does nothing"
        case ast.Raise():
            return f"stops with the error `{ast.unparse(node.exc)}`" if node.exc else "passes the error on"
        case ast.Global(names=names):
            return f"says that `{', '.join(names)}` means the name outside of the function"
        case ast.Assert():
            return f"stops with an error unless `{ast.unparse(node.test)}` is true"
        case ast.Expr(value=ast.Constant(value=str())):
            return "is a text that says what this is for"
        case ast.Expr():
            return _does(node.value)
        case _:
            return f"is a statement of the kind {type(node).__name__.lower()}"


def called(name: str) -> str | None:
    """Return what a function of Python does with what stands in its brackets; None for one that is not known."""
    owner, _, method = name.rpartition(".")
    known = words("methods").get(method, "").replace("{0}", owner) if owner else words("functions").get(name, "")
    return known.replace("{}", "what stands in the brackets") or None


@cache
def words(kind: str) -> dict[str, str]:
    """Return what functions, methods or modules do, by their names."""
    return read_table("code_words.yaml")[kind]


def _module(name: str, short: str | None) -> str:
    what = f", which is for {words('modules')[name]}" if name in words("modules") else ""
    return f"makes the module `{name}` available{what}" + (f", under the short name `{short}`" if short else "")


def _does(node: ast.expr) -> str:
    if isinstance(node, ast.Await):
        return f"waits for {_value(node.value)}"
    if not isinstance(node, ast.Call):
        return f"is {_value(node)}"
    name, given = ast.unparse(node.func), ", ".join(_value(arg) for arg in node.args) or "nothing"
    if name in words("functions"):
        return words("functions")[name].format(given)
    if isinstance(node.func, ast.Attribute) and node.func.attr in words("methods"):
        by = "".join(f", by `{ast.unparse(one.value)}` of each value" for one in node.keywords if one.arg == "key")
        by += ", the highest first" * any(one.arg == "reverse" and ast.unparse(one.value) == "True" for one in node.keywords)
        return words("methods")[node.func.attr].replace("{0}", ast.unparse(node.func.value)).replace("{}", given) + by
    return f"calls `{name}` with {given}" if node.args else f"calls `{name}`"


def _value(node: ast.expr) -> str:
    match node:
        case ast.Call(func=ast.Name(id="open"), args=[path, *_]):
            return f"the opened file `{ast.unparse(path)}`"
        case ast.Call(func=ast.Name(id=name)) if name in words("functions"):
            return f"`{ast.unparse(node)}` (it {_does(node)})"
        case ast.Call(func=ast.Attribute(attr=attr)) if attr in words("methods"):
            return f"`{ast.unparse(node)}` (it {_does(node)})"
        case ast.ListComp(generators=[one, *_]):
            only = f", only where `{' and '.join(map(ast.unparse, one.ifs))}`" if one.ifs else ""
            return f"a list of `{ast.unparse(node.elt)}` for each `{ast.unparse(one.target)}` in `{ast.unparse(one.iter)}`{only}"
        case ast.GeneratorExp(generators=[one, *_]):
            only = f", only where `{' and '.join(map(ast.unparse, one.ifs))}`" if one.ifs else ""
            return f"`{ast.unparse(node.elt)}` for each `{ast.unparse(one.target)}` in `{ast.unparse(one.iter)}`{only}"
        case ast.Subscript(slice=ast.Slice(lower=None, upper=None, step=ast.UnaryOp(operand=ast.Constant(value=1)))):
            return f"`{ast.unparse(node.value)}` backward: `[::-1]` goes from the last to the first"
        case ast.Subscript(slice=ast.Slice()):
            return f"a part of `{ast.unparse(node.value)}`"
        case ast.IfExp():
            return f"{_value(node.body)} if `{ast.unparse(node.test)}` is true, otherwise {_value(node.orelse)}"
        case ast.JoinedStr():
            return f"the text `{ast.unparse(node)}`, with values in place of what stands in braces"
        case ast.Lambda():
            return f"a small function without a name, `{ast.unparse(node)}`"
        case ast.Constant(value=int() | float()) if not isinstance(node.value, bool):
            return f"the number `{ast.unparse(node)}`"
        case _:
            return _plain(node)


def _plain(node: ast.expr) -> str:
    match node:
        case ast.List():
            return f"the list `{ast.unparse(node)}`"
        case ast.Dict():
            return f"the dictionary `{ast.unparse(node)}`"
        case ast.Constant(value=str()):
            return f"the text `{ast.unparse(node)}`"
        case _:
            return f"`{ast.unparse(node)}`"
