"""Repair what Python stops at: run the code, change the place where it stops, and run it again, until nothing stops it.

    repaired("x = 5\\nprint('a' + x)")  -> Repaired("... print('a' + str(x))", ["`+` does not join ..."], run)

Each repair is a function of the error and the place; it returns why, and the code changed, or None. A reason without a change
is one that only the sender can mend. What stops nothing but is wrong all the same is in `slips`.
"""

import ast
import builtins
import difflib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .reading import tree_of
from .running import ERRORS, METHODS, Run, run

MOST = 5  # mistakes, one after the other
NEAR = 0.7
MODULES = "math random json csv os sys time datetime re collections itertools statistics".split()
OTHER_NAMES = {  # what other languages call it
    list: {"add": "append", "push": "append", "addAll": "extend", "concat": "extend", "delete": "remove"},
    str: {"uppercase": "upper", "toUpperCase": "upper", "to_upper": "upper", "lowercase": "lower", "toLowerCase": "lower", "trim": "strip", "substring": "", "capitalise": "capitalize"},
    dict: {"add": "update", "remove": "pop"},
    set: {"append": "add", "push": "add"},
}  # fmt: skip
_ELSEWHERE = re.compile(r"gets a value nowhere|`[a-z]\w*` has no quotes|is used before it gets")
Change = tuple[str, str] | None  # why, and the code with the change ("" where there is none to make)


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
        return _endless(code, tree)
    message = str(ran.error)
    for pattern, repair in _REPAIRS:
        if found := re.search(pattern, message):
            return repair(code, tree, ran, found)
    return None


def _slipped(code: str, ran: Run | None) -> Change:
    tree = tree_of(code)
    return next((found for slip in _SLIPS if (found := slip(code, tree, ran))), None)


# --- Changing a place of the code ---


def put(code: str, node: ast.AST, text: str) -> str:
    """Return code with another text in the place of a node."""
    lines = code.split("\n")
    start = len("\n".join(lines[: node.lineno - 1])) + (node.lineno > 1) + _letters(lines[node.lineno - 1], node.col_offset)
    end = len("\n".join(lines[: node.end_lineno - 1])) + (node.end_lineno > 1) + _letters(lines[node.end_lineno - 1], node.end_col_offset)
    return code[:start] + text + code[end:]


def _letters(line: str, offset: int) -> int:
    return len(line.encode()[:offset].decode())


def _said(code: str, node: ast.AST) -> str:
    return ast.get_source_segment(code, node) or ast.unparse(node)


def _line(code: str, node: ast.AST) -> str:
    return code.split("\n")[node.lineno - 1].strip()


def _above(tree: ast.AST, node: ast.AST) -> Iterator[ast.AST]:
    """Yield what a node is in, from the inside out."""
    within = [one for one in ast.walk(tree) if one is not node and any(inner is node for inner in ast.walk(one))]
    yield from sorted(within, key=lambda one: sum(1 for _ in ast.walk(one)))


def _same(tree: ast.AST, node: ast.AST) -> ast.AST:
    """Return the node of this tree that stands where a node of another reading of the same code stood."""
    place = lambda one: (type(one), getattr(one, "lineno", 0), getattr(one, "col_offset", 0), getattr(one, "end_col_offset", 0))  # noqa: E731
    return next((one for one in ast.walk(tree) if place(one) == place(node)), node)


def _given(tree: ast.AST, name: str) -> ast.expr | None:
    """Return the value that a name gets, where it gets one only once."""
    values = [node.value for node in ast.walk(tree) if isinstance(node, ast.Assign) and _names(node.targets) == [name]]
    return values[0] if len(values) == 1 else None


def _names(targets: list[ast.expr]) -> list[str]:
    return [one.id for one in targets if isinstance(one, ast.Name)]


def _typed_in(tree: ast.AST, node: ast.expr) -> ast.Call | None:
    """Return the call of `input` that a value comes from, where nothing makes a number of it."""
    value = _given(tree, node.id) if isinstance(node, ast.Name) else node
    return value if isinstance(value, ast.Call) and ast.unparse(value.func) == "input" else None


# --- Text and numbers ---


def _as_number(code: str, tree: ast.AST, node: ast.expr, kind: str = "int") -> Change:
    """Make a number of a text where it comes from."""
    if asked := _typed_in(tree, node):
        name = f"`{ast.unparse(node)}` comes from `input`, which always gives a text: make a number of it with `{kind}(...)`"
        return name, put(code, asked, f"{kind}({_said(code, asked)})")
    value = _given(tree, node.id) if isinstance(node, ast.Name) else node
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        said = ast.unparse(node)
        try:
            number = float(value.value)
        except ValueError:
            return None
        return f"`{said}` is a text, because of the quotes; without them it is a number", put(code, value, f"{number:g}")
    return f"`{ast.unparse(node)}` is a text: make a number of it with `{kind}(...)`", put(code, node, f"{kind}({_said(code, node)})")


def _concatenated(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = _same(tree, ran.node)
    if isinstance(node, ast.AugAssign):
        return f"`+=` cannot add a number to a text: make a text of it with `str(...)`", put(code, node.value, f"str({_said(code, node.value)})")
    if not isinstance(node, ast.BinOp):
        return None
    if (asked := _typed_in(tree, node.left)) and not isinstance(node.right, ast.Constant | ast.Name) or asked and found[1] in ("int", "float"):
        return _as_number(code, tree, node.left, "float" if found[1] == "float" else "int")
    if found[1] in ("int", "float") and isinstance(node.left, ast.BinOp) and isinstance(node.left.right, ast.Name) and _typed_in(tree, node.left.right):
        right = f"{_said(code, node.left.right)} + {_said(code, node.right)}"  # "text" + age + 1
        both = put(code, node, f"{_said(code, node.left.left)} + str(int({_said(code, node.left.right)}) + {_said(code, node.right)})")
        return f"`{right}` should add numbers, but `input` gives a text: make a number of it with `int(...)`, and a text of the sum with `str(...)`", both
    what = f"a value of the type `{found[1]}`"
    if found[1] == "NoneType":
        return _nothing(code, tree, ran, found)
    return f"`+` joins a text only with a text, but `{_said(code, node.right)}` is {what}: make a text of it with `str(...)`", put(code, node.right, f"str({_said(code, node.right)})")


def _operands(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = _same(tree, ran.node)
    sides = found.groups()[-2:]
    if "NoneType" in sides:
        return _nothing(code, tree, ran, found)
    if isinstance(node, ast.AugAssign):
        return _as_number(code, tree, node.value) if sides[1] == "str" else _as_number(code, tree, node.target)
    pair = (node.left, node.right) if isinstance(node, ast.BinOp) else (node.left, node.comparators[0]) if isinstance(node, ast.Compare) else None
    if pair is None or "str" not in sides:
        return None
    text = pair[sides.index("str")]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and not _typed_in(tree, text) and not _is_digits(tree, text):
        other = pair[1 - sides.index("str")]
        return "`+` cannot add a number and a text: make a text of the number with `str(...)`", put(code, other, f"str({_said(code, other)})")
    return _as_number(code, tree, text, "float" if "float" in sides else "int")


def _is_digits(tree: ast.AST, node: ast.expr) -> bool:
    value = _given(tree, node.id) if isinstance(node, ast.Name) else node
    return isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value.isdigit()


def _times(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = _same(tree, ran.node)
    if not isinstance(node, ast.BinOp):
        return None
    text = next((one for one in (node.left, node.right) if _typed_in(tree, one) or _is_digits(tree, one)), None)
    return _as_number(code, tree, text, "float" if found[1] == "float" else "int") if text is not None else None


def _no_integer(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = _same(tree, ran.node)
    if re.fullmatch(r"\s*-?\d+[.,]\d+\s*", found[1]) and isinstance(node, ast.Call) and ast.unparse(node.func) == "int":
        return f"`int(...)` reads whole numbers only, and \"{found[1]}\" has decimals: use `float(...)`", put(code, node.func, "float")
    return f"`int(...)` got \"{found[1]}\", which is no whole number. Give it digits only, or catch the error with `try` and `except ValueError`", ""


# --- Names ---


def _unknown(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    name, node = found[1], _same(tree, ran.node)
    if name in MODULES:
        return f"`{name}` is a module, which must be imported first", f"import {name}\n{code}"
    if later := next((one for one in tree.body if isinstance(one, ast.FunctionDef | ast.ClassDef) and one.name == name), None):
        lines = code.split("\n")
        moved = lines[later.lineno - 1 : later.end_lineno]
        rest = lines[: later.lineno - 1] + lines[later.end_lineno :]
        return f"`{name}` is used above the lines that define it; Python reads from the top", "\n".join([*moved, "", *rest]).rstrip()
    known = {one.id for one in ast.walk(tree) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
    known |= {one.arg for one in ast.walk(tree) if isinstance(one, ast.arg)} | {one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef | ast.ClassDef)}
    usual = [one for one in dir(builtins) if one.islower()]
    special = {"true": "True", "false": "False", "null": "None", "none": "None", "nil": "None"}.get(name)
    same = [one for one in known if one.casefold() == name.casefold() and one != name]
    near = [special] if special else same or difflib.get_close_matches(name, [*known, *usual], 1, NEAR)
    if near:
        case = " (capital and small letters are different names)" if near[0].casefold() == name.casefold() and not special else ""
        return f"`{name}` is not a name that Python knows: it should be `{near[0]}`{case}", re.sub(rf"\b{re.escape(name)}\b(?!['\"])", near[0], code)
    if name in known:
        inside = next((one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef) and name in {n.id for n in ast.walk(one) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}), None)
        where = f" It is known only inside of `{inside}`: let the function `return` it, and write `{name} = {inside}(...)`" if inside else ""
        return f"`{name}` has no value yet where it is used.{where}" if where else f"`{name}` is used before it gets a value: move the line that gives it one up", ""
    if isinstance(node, ast.Name) and any(isinstance(one, ast.Call) and node in one.args and ast.unparse(one.func) in ("print", "input") for one in _above(tree, node)):
        return f"`{name}` has no quotes, so Python takes it for a name, and it has no such name: a text stands in quotes", put(code, node, f'"{name}"')
    return f"`{name}` gets a value nowhere in this code: give it one first, such as `{name} = ...`", ""


def _local(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    name = found[1]
    function = next((one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef) and any(inner.lineno == ran.node.lineno for inner in ast.walk(one) if hasattr(inner, "lineno"))), None)
    if function is None:
        return None
    lines = code.split("\n")
    first = function.body[0]
    lines.insert(first.lineno - 1, f"{' ' * first.col_offset}global {name}")
    return f"`{name}` gets a value inside of `{function.name}`, so Python takes it for a name of its own there, which has none yet: `global {name}` says that the outer one is meant (handing it in and returning it is tidier)", "\n".join(lines)


# --- Places and keys ---


def _too_far(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = _same(tree, ran.node)
    if not isinstance(node, ast.Subscript):
        return None
    held, place = _said(code, node.value), node.slice
    length = ast.unparse(ast.parse(f"len({held})"))
    if ast.unparse(place) == length:
        return f"`{held}[{length}]` is one too far: counting begins at 0, so the last place is one before the length, or -1", put(code, place, "-1")
    if isinstance(place, ast.Constant | ast.UnaryOp):
        size = _size(ran, held)
        if size == 0:
            return f"`{held}` is empty, so it has no place {ast.unparse(place)}: ask `if {held}:` first", ""
        much = f"`{held}` has {size} values, and counting begins at 0: the last place is {size - 1}, or -1" if size else f"`{held}` has no place {ast.unparse(place)}; counting begins at 0"
        return much, put(code, place, "-1")
    for above in _above(tree, node):
        if isinstance(above, ast.For) and isinstance(above.iter, ast.Call) and ast.unparse(above.iter.func) == "range":
            wanted = f"range({length})" if ast.unparse(place) == ast.unparse(above.target) else f"range({length} - 1)"
            why = f"the loop goes one too far: the places of `{held}` are 0 to `{length} - 1`" if wanted.endswith("d)") or "- 1" not in wanted else f"`{ast.unparse(node)}` looks one ahead, so the loop must stop one earlier"
            return (why, put(code, above.iter, wanted)) if ast.unparse(above.iter) != wanted else None
        if isinstance(above, ast.While) and isinstance(above.test, ast.Compare) and isinstance(above.test.ops[0], ast.LtE):
            test = above.test
            return f"the loop goes one too far: the last place of `{held}` is `{length} - 1`, so it must be `<`", put(code, test, f"{_said(code, test.left)} < {_said(code, test.comparators[0])}")
    return None


def _size(ran: Run, name: str) -> int | None:
    held = ran.names.get(name)
    return len(held) if isinstance(held, str | list | tuple) else None


def _no_key(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node, error = _same(tree, ran.node), ran.error
    added = next((one for one in ast.walk(tree) if isinstance(one, ast.AugAssign) and one.target is node), node)
    node = added
    key = error.args[0] if error.args else None
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Subscript):
        held, said = _said(code, node.target.value), _said(code, node.target.slice)
        sign = "-" if isinstance(node.op, ast.Sub) else "+"
        return f"`{_said(code, node.target)}` has no value yet the first time: `.get({said}, 0)` gives 0 then", put(code, node, f"{held}[{said}] = {held}.get({said}, 0) {sign} {_said(code, node.value)}")
    if not isinstance(node, ast.Subscript):
        return None
    held = _said(code, node.value)
    keys = [one for one in ran.names.get(held, {}) if isinstance(one, str)] if isinstance(ran.names.get(held), dict) else []
    near = difflib.get_close_matches(str(key), keys, 1, 0.6) or [one for one in keys if one.casefold() == str(key).casefold()]
    if near and isinstance(node.slice, ast.Constant):
        return f"`{held}` has no key {key!r}, only {', '.join(map(repr, keys))}: you mean {near[0]!r}", put(code, node.slice, repr(near[0]).replace("'", '"'))
    only = f"; its keys are {', '.join(map(repr, keys))}" if keys else ""
    return f"`{held}` has no key {key!r}{only}. Use one of them, or `.get(...)`, which gives `None` in place of an error", put(code, node, f'{held}.get({_said(code, node.slice)})')


def _by_zero(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = _same(tree, ran.node)
    if not isinstance(node, ast.BinOp):
        return None
    by = _said(code, node.right)
    if isinstance(node.right, ast.Constant):
        return f"`{_said(code, node)}` divides by 0, which has no result: take another number", ""
    inner = ast.unparse(node.right.args[0]) if isinstance(node.right, ast.Call) and ast.unparse(node.right.func) == "len" and node.right.args else by
    inner = inner if inner.isidentifier() else by
    empty = f"`{inner}` is empty, so `{by}` is 0" if inner != by else f"`{by}` is 0"
    whole = any(isinstance(one, ast.Return | ast.Assign) and one.value is node for one in _above(tree, node))
    guarded = f"{_said(code, node)} if {inner} else 0"
    return f"it divides by 0: {empty}. Give a result of its own for that case, such as 0", put(code, node, guarded if whole else f"({guarded})")


# --- What a value has and is ---


def _no_attribute(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    kind, name = found[1], found[2]
    node = _same(tree, ran.node)
    if kind == "NoneType":
        return _nothing(code, tree, ran, found)
    own = next((one for one in METHODS if one.__name__ == kind), None)
    if own is None or not isinstance(node, ast.Attribute):
        if isinstance(node, ast.Attribute) and ran.names.get(kind):
            members = [*ran.names[kind].members, *(one.attr for one in ast.walk(tree) if isinstance(one, ast.Attribute) and ast.unparse(one.value) == "self" and one.attr != name)]
            if near := difflib.get_close_matches(name, members, 1, 0.6):
                return f"a `{kind}` has no `{name}`: it should be `{near[0]}`", put(code, node, f"{_said(code, node.value)}.{near[0]}")
            return f"a `{kind}` has no `{name}`: set it in `__init__`, with `self.{name} = ...`", ""
        return None
    call = next((one for one in _above(tree, node) if isinstance(one, ast.Call) and one.func is node), None)
    held = _said(code, node.value)
    if name in ("length", "len", "size", "lenght"):
        return f"a `{kind}` has no `.{name}`: its length is `len({held})`", put(code, call or node, f"len({held})")
    if kind == "str" and name in ("append", "push", "add") and call and len(call.args) == 1:
        return "a text has no `append`, as it cannot be changed: `+=` makes a new one", put(code, call, f"{held} += {_said(code, call.args[0])}")
    if kind == "str" and name == "reverse" and call:
        return "a text has no `reverse`: `[::-1]` goes through it from the end", put(code, call, f"{held}[::-1]")
    if kind in ("str", "list") and name in ("contains", "includes", "has") and call and len(call.args) == 1:
        return f"Python asks with `in` whether something is in a `{kind}`", put(code, call, f"({_said(code, call.args[0])} in {held})")
    if kind == "list" and name == "split":
        return "`split` belongs to a text, but this is a list already: take one text of it first, such as `[0]`", ""
    right = OTHER_NAMES.get(own, {}).get(name) or next(iter(difflib.get_close_matches(name, METHODS[own].split(), 1, NEAR)), "")
    if not right:
        return f"a `{kind}` has no `.{name}`; `dir({kind})` lists what it has", ""
    if kind == "dict" and right == "update":
        return f"a dictionary has no `.{name}`: write `{held}[key] = value`", ""
    return f"a `{kind}` has no `.{name}`: in Python it is `.{right}`", put(code, node, f"{held}.{right}")


def _nothing(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    """Mend where `None` came from: `x = x.sort()`, or a function that prints in place of returning."""
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=ast.Attribute(value=ast.Name(id=same), attr="sort" | "append" | "reverse" | "extend" | "remove" | "insert" | "update" as attr))) if ran.names.get(name, 0) is None:
                if attr in ("sort", "reverse"):
                    new, how = (f"sorted({same})", "sorted(...)") if attr == "sort" else (f"{same}[::-1]", "[::-1]")
                    return f"`{same}.{attr}()` changes the list itself and gives back `None`; `{how}` gives a new one", put(code, node.value, new)
                return f"`{same}.{attr}(...)` changes the list itself and gives back `None`, so do not give its result to `{name}`", put(code, node, _said(code, node.value))
    return _prints_only(code, tree, ran)


def _prints_only(code: str, tree: ast.AST, ran: Run | None) -> Change:
    """Let a function return what it prints, where its result is used."""
    if ran is None:
        return None
    gave_none = {name for name, _, result in ran.calls if result is None}
    for function in (one for one in tree.body if isinstance(one, ast.FunctionDef) and one.name in gave_none):
        used = any(isinstance(one, ast.Call) and ast.unparse(one.func) == function.name and not _alone(tree, one) for one in ast.walk(tree))
        if not used or any(isinstance(one, ast.Return) and one.value for one in ast.walk(function)):
            continue
        last = function.body[-1]
        why = f"`{function.name}` has no `return`, so its result is `None`"
        if isinstance(last, ast.Expr) and isinstance(last.value, ast.Call) and ast.unparse(last.value.func) == "print" and len(last.value.args) == 1:
            return f"{why}: it shows the value, but does not hand it back", put(code, last, f"return {_said(code, last.value.args[0])}")
        if isinstance(last, ast.Assign) and _names(last.targets):
            return why, put(code, last, f"{_said(code, last)}\n{' ' * last.col_offset}return {_names(last.targets)[0]}")
        if isinstance(last, ast.Expr) and not isinstance(last.value, ast.Call):
            return why, put(code, last, f"return {_said(code, last.value)}")
        return f"{why}. Write `return` and the value as its last line", ""
    return None


def _alone(tree: ast.AST, call: ast.Call) -> bool:
    return any(isinstance(one, ast.Expr) and one.value is call for one in ast.walk(tree))


def _not_to_loop_over(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = _same(tree, ran.node)
    if found[1] == "NoneType":
        return _nothing(code, tree, ran, found)
    loop = next((one for one in ast.walk(tree) if isinstance(one, ast.For | ast.comprehension) and one.iter is node), None)
    if found[1] == "int" and loop is not None:
        return f"`for` goes through several values, but `{_said(code, node)}` is a single number: `range(...)` counts up to it", put(code, node, f"range({_said(code, node)})")
    return f"this needs several values, but got a single one of the type `{found[1]}`", ""


def _no_length(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = _same(tree, ran.node)
    if found[1] in ("int", "float") and isinstance(node, ast.Call) and len(node.args) == 1:
        return f"a number has no length; its digits have, as a text: `str(...)`", put(code, node.args[0], f"str({_said(code, node.args[0])})")
    return None


def _not_to_call(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = _same(tree, ran.node)
    if not isinstance(node, ast.Call):
        return None
    name = ast.unparse(node.func)
    if isinstance(node.func, ast.Name) and hasattr(builtins, name):
        stored = [one for one in ast.walk(tree) if isinstance(one, ast.Name) and one.id == name and isinstance(one.ctx, ast.Store)]
        if stored:
            code_lines = code
            named = sorted((one for one in ast.walk(tree) if isinstance(one, ast.Name) and one.id == name and one is not node.func), key=lambda one: (-one.lineno, -one.col_offset))
            for one in named:
                code_lines = put(code_lines, one, f"my_{name}")
            return f"`{name} = ...` hides the function `{name}` of Python: give your value another name", code_lines
    if isinstance(node.func, ast.Constant | ast.Name) and found[1] in ("int", "float"):
        return f"`{name}(...)` reads like a call of a function: to multiply, write `*`", put(code, node, f"{name} * ({', '.join(_said(code, one) for one in node.args)})")
    if isinstance(node.func, ast.Name) and found[1] in ("list", "dict", "tuple", "str"):
        return f"a place in a `{found[1]}` is taken with square brackets", put(code, node, f"{name}[{', '.join(_said(code, one) for one in node.args)}]")
    return None


def _not_to_change(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = _same(tree, ran.node)
    if not isinstance(node, ast.Subscript):
        return None
    held, statement = _said(code, node.value), next((one for one in ast.walk(tree) if isinstance(one, ast.Assign) and node in one.targets), None)
    if found[1] == "tuple" and isinstance(value := _given(tree, held), ast.Tuple):
        return "a tuple cannot be changed: take a list", put(code, value, f"[{', '.join(_said(code, one) for one in value.elts)}]")
    if found[1] == "str" and statement and isinstance(node.slice, ast.Constant):
        place = node.slice.value
        before = f"{held}[:{place}] + " if place else ""
        return "a text cannot be changed in place: make a new one of its parts", put(code, statement, f"{held} = {before}{_said(code, statement.value)} + {held}[{place + 1}:]")
    return f"a `{found[1]}` cannot be changed in place", ""


def _missing(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    name, names = found[1], [one.strip("' ") for one in re.split(r",| and ", found[2])]
    if "self" in names:
        return None
    filled = ", ".join(names)
    node = _same(tree, ran.node)
    if isinstance(node, ast.Call):
        given = ", ".join(_said(code, one) for one in node.args)
        called = f"{_said(code, node.func)}({given + ', ' if given else ''}{filled})"
        return f"`{name}` needs {'one more value' if len(names) == 1 else f'{len(names)} more values'}, for {' and '.join(f'`{one}`' for one in names)}, and the call does not give {'it' if len(names) == 1 else 'them'}. Call it as `{called}`, with your own value{'' if len(names) == 1 else 's'} for {filled}", ""
    return None


def _too_many(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    function = next((one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef) and one.name == found[1]), None)
    in_class = next((one for one in ast.walk(tree) if isinstance(one, ast.ClassDef) and function in one.body), None)
    if function is None:
        return (f"the class `{found[1]}` has no `__init__` that takes values", "") if "no arguments" in found[0] else None
    args = ", ".join(ast.unparse(one) for one in function.args.args)
    if in_class and not args.startswith("self"):
        head = code.split("\n")
        number = function.lineno - 1
        head[number] = re.sub(r"\(\s*", "(self" + (", " if args else ""), head[number], count=1)
        return f"a method gets its object as the first value, so `{function.name}` needs `self` as its first parameter", "\n".join(head)
    return f"`{found[1]}` takes ({args}), and the call gives more values than that", ""


def _no_hash(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = next((one for one in ast.walk(tree) if isinstance(one, ast.List) and any(isinstance(above, ast.Dict | ast.Set | ast.Subscript) for above in _above(tree, one))), None)
    return (f"a `{found[1]}` can change, so it cannot be a key or stand in a set: a tuple can", put(code, node, f"({', '.join(_said(code, one) for one in node.elts)})")) if node and found[1] == "list" and len(node.elts) > 1 else None


def _no_number(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = _same(tree, ran.node)
    if isinstance(node, ast.Subscript) and found[1] == "str" and "list" in found[0] and isinstance(node.slice, ast.Name) and (typed := _typed_in(tree, node.slice)):
        return _as_number(code, tree, node.slice)
    return None


def _changed_while(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    loop = next((one for one in ast.walk(tree) if isinstance(one, ast.For)), None)
    return ("a dictionary must not change while a loop goes through it: go through a copy of its keys", put(code, loop.iter, f"list({_said(code, loop.iter)})")) if loop else None


def _empty(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = _same(tree, ran.node)
    return (f"`{_said(code, node)}` looks for the largest or smallest of nothing: `default=0` says what to give then", put(code, node, f"{_said(code, node)[:-1]}, default=0)")) if isinstance(node, ast.Call) else None


_REPAIRS: list[tuple[str, Callable]] = [
    (r"can only concatenate str \(not \"(\w+)\"\) to str", _concatenated),
    (r"unsupported operand type\(s\) for \S+: '(\w+)' and '(\w+)'", _operands),
    (r"not supported between instances of '(\w+)' and '(\w+)'", _operands),
    (r"can't multiply sequence by non-int of type '(\w+)'", _times),
    (r"invalid literal for int\(\) with base 10: '(.*)'", _no_integer),
    (r"name '(\w+)' is not defined", _unknown),
    (r"local variable '(\w+)'", _local),
    (r"index out of range", _too_far),
    (r"division by zero|modulo by zero", _by_zero),
    (r"'(\w+)' object has no attribute '(\w+)'", _no_attribute),
    (r"'(NoneType)' object is not (?:subscriptable|iterable)", _nothing),
    (r"object of type '(NoneType)'", _nothing),
    (r"'(\w+)' object is not iterable", _not_to_loop_over),
    (r"object of type '(\w+)' has no len", _no_length),
    (r"'(\w+)' object is not callable", _not_to_call),
    (r"'(\w+)' object does not support item assignment", _not_to_change),
    (r"(\w+)\(\) missing \d+ required positional arguments?: (.+)", _missing),
    (r"(\w+)\(\) takes (?:\d+ positional arguments? but|no arguments)", _too_many),
    (r"unhashable type: '(\w+)'", _no_hash),
    (r"indices must be integers(?: or slices)?,? not '?(\w+)", _no_number),
    (r"changed size during iteration", _changed_while),
    (r"(?:iterable argument is empty|arg is an empty sequence)", _empty),
    (r"", lambda code, tree, ran, found: _no_key(code, tree, ran, found) if isinstance(ran.error, KeyError) else None),
]  # fmt: skip


# --- What stops nothing, and is wrong all the same ---


def _endless(code: str, tree: ast.AST) -> Change:
    loop = next((one for one in ast.walk(tree) if isinstance(one, ast.While)), None)
    if loop is None or not isinstance(loop.test, ast.Compare) or not isinstance(loop.test.left, ast.Name):
        return ("the loop never ends: `while True` needs a `break`", "") if loop else None
    name = loop.test.left.id
    changed = any(isinstance(one, ast.Name) and one.id == name and isinstance(one.ctx, ast.Store) for one in ast.walk(loop))
    if changed:
        return f"the loop never ends: `{ast.unparse(loop.test)}` stays true, whatever happens to `{name}` in it", ""
    sign = "-" if isinstance(loop.test.ops[0], ast.Gt | ast.GtE) else "+"
    last = loop.body[-1]
    return f"the loop never ends, because nothing in it changes `{name}`", put(code, last, f"{_said(code, last)}\n{' ' * last.col_offset}{name} {sign}= 1")


def _or_alone(code: str, tree: ast.AST, ran: Run | None) -> Change:
    """`if x == 1 or 2`: the 2 alone counts as true."""
    for node in ast.walk(tree):
        match node:
            case ast.BoolOp(op=ast.Or(), values=[ast.Compare(left=left, ops=[ast.Eq()], comparators=[first]), *others]) if all(isinstance(one, ast.Constant) and one.value for one in others):
                listed = ", ".join(_said(code, one) for one in (first, *others))
                return f"`{_said(code, node)}` is always true, because `{_said(code, others[0])}` alone counts as true: ask with `in`", put(code, node, f"{_said(code, left)} in ({listed})")
    return None


def _input_compared(code: str, tree: ast.AST, ran: Run | None) -> Change:
    """A text from `input` that is compared with a number, or two that are added."""
    for node in ast.walk(tree):
        match node:
            case ast.Compare(left=left, ops=[ast.Eq() | ast.NotEq()], comparators=[ast.Constant(value=int())]) if _typed_in(tree, left):
                return _as_number(code, tree, left)
            case ast.BinOp(op=ast.Add(), left=left, right=right) if _typed_in(tree, left) and _typed_in(tree, right):
                return _as_number(code, tree, left)
            case ast.BinOp(op=ast.Add(), left=left, right=right) if _typed_in(tree, right) and isinstance(left, ast.Name) and ast.unparse(_given(tree, left.id) or left).startswith(("int(input", "float(input")):
                return _as_number(code, tree, right)
    return None


def _set_back(code: str, tree: ast.AST, ran: Run | None) -> Change:
    """`total = 0` inside of the loop that adds to it."""
    for loop in (one for one in ast.walk(tree) if isinstance(one, ast.For | ast.While)):
        for first in loop.body:
            if isinstance(first, ast.Assign) and len(_names(first.targets)) == 1 and (isinstance(first.value, ast.Constant) or ast.unparse(first.value) == "[]"):
                name = first.targets[0].id
                adds = any(isinstance(one, ast.AugAssign) and ast.unparse(one.target) == name or isinstance(one, ast.Call) and ast.unparse(one.func) == f"{name}.append" for one in loop.body for one in ast.walk(one))
                inner = any(isinstance(one, ast.For | ast.While) for one in loop.body)
                if adds and not inner and len(loop.body) > 1:
                    lines = code.split("\n")
                    line = lines.pop(first.lineno - 1).strip()
                    lines.insert(loop.lineno - 1, " " * loop.col_offset + line)
                    return f"`{line}` stands inside of the loop, so it begins anew in each round: it belongs before the loop", "\n".join(lines)
    return None


def _returns_at_once(code: str, tree: ast.AST, ran: Run | None) -> Change:
    """A `return` in the loop that ends it in the first round."""
    for loop in (one for one in ast.walk(tree) if isinstance(one, ast.For)):
        last = loop.body[-1]
        if isinstance(last, ast.Return) and len(loop.body) > 1:
            lines = code.split("\n")
            lines[last.lineno - 1] = " " * loop.col_offset + lines[last.lineno - 1].strip()
            return "the `return` stands inside of the loop, so the function ends in the first round: move it to the left, below the loop", "\n".join(lines)
        if isinstance(last, ast.If) and len(last.orelse) == 1 and isinstance(last.orelse[0], ast.Return) and isinstance(last.body[-1], ast.Return) and len(loop.body) == 1:
            back = last.orelse[0]
            lines = code.split("\n")
            del lines[last.body[-1].end_lineno : back.end_lineno]
            lines.insert(last.body[-1].end_lineno, f"{' ' * loop.col_offset}{_said(code, back)}")
            return "the `else` returns in the first round already: only after the whole loop is it sure", "\n".join(lines)
    return None


def _removes_while(code: str, tree: ast.AST, ran: Run | None) -> Change:
    for loop in (one for one in ast.walk(tree) if isinstance(one, ast.For) and isinstance(one.iter, ast.Name)):
        if any(isinstance(one, ast.Call) and ast.unparse(one.func) == f"{loop.iter.id}.remove" for one in ast.walk(loop)):
            return f"the loop removes from the list that it goes through, so it skips values: go through a copy, `{loop.iter.id}[:]`", put(code, loop.iter, f"{loop.iter.id}[:]")
    return None


def _not_called(code: str, tree: ast.AST, ran: Run | None) -> Change:
    for node in tree.body:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Name) and any(isinstance(one, ast.FunctionDef) and one.name == node.value.id for one in tree.body):
            return f"`{node.value.id}` alone calls nothing: parentheses do", put(code, node, f"{node.value.id}()")
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Attribute) and node.value.attr in ("sort", "upper", "lower", "append", "strip", "reverse"):
            return f"`{_said(code, node)}` alone calls nothing: parentheses do", put(code, node, f"{_said(code, node)}()")
    return None


def _swallowed(code: str, tree: ast.AST, ran: Run | None) -> Change:
    """`text.upper()` on a line of its own changes nothing."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="upper" | "lower" | "strip" | "replace" | "title" | "capitalize"))) if ran and isinstance(ran.names.get(name), str):
                return f"a text cannot be changed in place: `{_said(code, node)}` gives a new one, which must get a name", put(code, node, f"{name} = {_said(code, node)}")
            case ast.Expr(value=ast.Call(func=ast.Name(id="sorted" | "int" | "str" | "float"), args=[ast.Name(id=name), *_])):
                return f"`{_said(code, node)}` gives a new value and leaves the old one as it is: give it a name", put(code, node, f"{name} = {_said(code, node)}")
    return None


def _gives_none(code: str, tree: ast.AST, ran: Run | None) -> Change:
    return _prints_only(code, tree, ran) if ran and not ran.error else None


_SLIPS = [_or_alone, _input_compared, _set_back, _returns_at_once, _removes_while, _not_called, _swallowed, _gives_none]
