"""Repairs where a value is not what the code takes it for: a place, a key, a method that it has not, None, a single number."""

import ast
import builtins
import difflib
import re

from .placing import Change, above, names_of, put, source, twin, typed_in, value_of
from .repairs_of_names import NEAR, as_number
from .repairs_of_none import nothing
from .values import MATH, METHODS, Run

OTHER_NAMES = {  # what other languages call it
    list: {"add": "append", "push": "append", "addAll": "extend", "concat": "extend", "delete": "remove"},
    str: {"uppercase": "upper", "toUpperCase": "upper", "to_upper": "upper", "lowercase": "lower", "toLowerCase": "lower", "trim": "strip", "substring": "", "capitalise": "capitalize"},
    dict: {"add": "update", "remove": "pop"},
    set: {"append": "add", "push": "add"},
}  # fmt: skip


def too_far(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = twin(tree, ran.node)
    if not isinstance(node, ast.Subscript):
        return None
    held, place = source(code, node.value), node.slice
    length = ast.unparse(ast.parse(f"len({held})"))
    if ast.unparse(place) == length:
        return f"`{held}[{length}]` is one too far: counting begins at 0, so the last place is one before the length, or -1", put(
            code, place, "-1"
        )
    if isinstance(place, ast.Constant | ast.UnaryOp):
        size = _size(ran, held)
        if size == 0:
            return f"`{held}` is empty, so it has no place {ast.unparse(place)}: ask `if {held}:` first", ""
        much = (
            f"`{held}` has {size} values, and counting begins at 0: the last place is {size - 1}, or -1"
            if size
            else f"`{held}` has no place {ast.unparse(place)}; counting begins at 0"
        )
        return much, put(code, place, "-1")
    for around in above(tree, node):
        if isinstance(around, ast.For) and isinstance(around.iter, ast.Call) and ast.unparse(around.iter.func) == "range":
            wanted = f"range({length})" if ast.unparse(place) == ast.unparse(around.target) else f"range({length} - 1)"
            why = (
                f"the loop goes one too far: the places of `{held}` are 0 to `{length} - 1`"
                if wanted.endswith("d)") or "- 1" not in wanted
                else f"`{ast.unparse(node)}` looks one ahead, so the loop must stop one earlier"
            )
            return (why, put(code, around.iter, wanted)) if ast.unparse(around.iter) != wanted else None
        if isinstance(around, ast.While) and isinstance(around.test, ast.Compare) and isinstance(around.test.ops[0], ast.LtE):
            test = around.test
            return f"the loop goes one too far: the last place of `{held}` is `{length} - 1`, so it must be `<`", put(
                code, test, f"{source(code, test.left)} < {source(code, test.comparators[0])}"
            )
    return None


def _size(ran: Run, name: str) -> int | None:
    held = ran.names.get(name)
    return len(held) if isinstance(held, str | list | tuple) else None


def no_key(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node, error = twin(tree, ran.node), ran.error
    added = next((one for one in ast.walk(tree) if isinstance(one, ast.AugAssign) and one.target is node), node)
    node = added
    key = error.args[0] if error.args else None
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Subscript):
        held, said = source(code, node.target.value), source(code, node.target.slice)
        sign = "-" if isinstance(node.op, ast.Sub) else "+"
        return f"`{source(code, node.target)}` has no value yet the first time: `.get({said}, 0)` gives 0 then", put(
            code, node, f"{held}[{said}] = {held}.get({said}, 0) {sign} {source(code, node.value)}"
        )
    if not isinstance(node, ast.Subscript):
        return None
    held = source(code, node.value)
    keys = [one for one in ran.names.get(held, {}) if isinstance(one, str)] if isinstance(ran.names.get(held), dict) else []
    near = difflib.get_close_matches(str(key), keys, 1, 0.6) or [one for one in keys if one.casefold() == str(key).casefold()]
    if near and isinstance(node.slice, ast.Constant):
        return f"`{held}` has no key {key!r}, only {', '.join(map(repr, keys))}: you mean {near[0]!r}", put(
            code, node.slice, repr(near[0]).replace("'", '"')
        )
    only = f"; its keys are {', '.join(map(repr, keys))}" if keys else ""
    return f"`{held}` has no key {key!r}{only}. Use one of them, or `.get(...)`, which gives `None` in place of an error", put(
        code, node, f"{held}.get({source(code, node.slice)})"
    )


def by_zero(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = twin(tree, ran.node)
    if not isinstance(node, ast.BinOp):
        return None
    by = source(code, node.right)
    if isinstance(node.right, ast.Constant):
        return f"`{source(code, node)}` divides by 0, which has no result: take another number", ""
    inner = (
        ast.unparse(node.right.args[0])
        if isinstance(node.right, ast.Call) and ast.unparse(node.right.func) == "len" and node.right.args
        else by
    )
    inner = inner if inner.isidentifier() else by
    empty = f"`{inner}` is empty, so `{by}` is 0" if inner != by else f"`{by}` is 0"
    whole = any(isinstance(one, ast.Return | ast.Assign) and one.value is node for one in above(tree, node))
    guarded = f"{source(code, node)} if {inner} else 0"
    return f"it divides by 0: {empty}. Give a result of its own for that case, such as 0", put(
        code, node, guarded if whole else f"({guarded})"
    )


# --- What a value has and is ---


def no_attribute(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    kind, name = found[1], found[2]
    node = twin(tree, ran.node)
    if kind == "NoneType":
        return nothing(code, tree, ran, found)
    own = next((one for one in METHODS if one.__name__ == kind), None)
    if own is None or not isinstance(node, ast.Attribute):
        if isinstance(node, ast.Attribute) and ran.names.get(kind):
            members = [
                *ran.names[kind].members,
                *(
                    one.attr
                    for one in ast.walk(tree)
                    if isinstance(one, ast.Attribute) and ast.unparse(one.value) == "self" and one.attr != name
                ),
            ]
            if near := difflib.get_close_matches(name, members, 1, 0.6):
                return f"a `{kind}` has no `{name}`: it should be `{near[0]}`", put(
                    code, node, f"{source(code, node.value)}.{near[0]}"
                )
            for one in ast.walk(tree):  # `brand = brand` in `__init__`
                if (
                    isinstance(one, ast.Assign)
                    and names_of(one.targets) == [name]
                    and any(isinstance(above, ast.FunctionDef) and above.name == "__init__" for above in above(tree, one))
                ):
                    return (
                        f"`{name} = ...` in `__init__` makes a name that is forgotten at its end: what the object keeps is `self.{name}`",
                        put(code, one.targets[0], f"self.{name}"),
                    )
            return f"a `{kind}` has no `{name}`: set it in `__init__`, with `self.{name} = ...`", ""
        return None
    call = next((one for one in above(tree, node) if isinstance(one, ast.Call) and one.func is node), None)
    held = source(code, node.value)
    if name in ("length", "len", "size", "lenght"):
        return f"a `{kind}` has no `.{name}`: its length is `len({held})`", put(code, call or node, f"len({held})")
    if kind == "str" and name in ("append", "push", "add") and call and len(call.args) == 1:
        return "a text has no `append`, as it cannot be changed: `+=` makes a new one", put(
            code, call, f"{held} += {source(code, call.args[0])}"
        )
    if kind == "str" and name == "reverse" and call:
        return "a text has no `reverse`: `[::-1]` goes through it from the end", put(code, call, f"{held}[::-1]")
    if kind in ("str", "list") and name in ("contains", "includes", "has") and call and len(call.args) == 1:
        return f"Python asks with `in` whether something is in a `{kind}`", put(
            code, call, f"({source(code, call.args[0])} in {held})"
        )
    if kind == "list" and name == "split":
        return "`split` belongs to a text, but this is a list already: take one text of it first, such as `[0]`", ""
    right = OTHER_NAMES.get(own, {}).get(name) or next(iter(difflib.get_close_matches(name, METHODS[own].split(), 1, NEAR)), "")
    if not right:
        return f"a `{kind}` has no `.{name}`; `dir({kind})` lists what it has", ""
    if kind == "dict" and right == "update":
        return f"a dictionary has no `.{name}`: write `{held}[key] = value`", ""
    return f"a `{kind}` has no `.{name}`: in Python it is `.{right}`", put(code, node, f"{held}.{right}")


def not_to_loop_over(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = twin(tree, ran.node)
    if found[1] == "NoneType":
        return nothing(code, tree, ran, found)
    loop = next((one for one in ast.walk(tree) if isinstance(one, ast.For | ast.comprehension) and one.iter is node), None)
    if found[1] == "int" and loop is not None:
        return (
            f"`for` goes through several values, but `{source(code, node)}` is a single number: `range(...)` counts up to it",
            put(code, node, f"range({source(code, node)})"),
        )
    return f"this needs several values, but got a single one of the type `{found[1]}`", ""


def no_length(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = twin(tree, ran.node)
    if found[1] in ("int", "float") and isinstance(node, ast.Call) and len(node.args) == 1:
        return "a number has no length; its digits have, as a text: `str(...)`", put(
            code, node.args[0], f"str({source(code, node.args[0])})"
        )
    return None


def not_to_call(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = twin(tree, ran.node)
    if not isinstance(node, ast.Call):
        return None
    name = ast.unparse(node.func)
    if isinstance(node.func, ast.Name) and hasattr(builtins, name):
        stored = [
            one for one in ast.walk(tree) if isinstance(one, ast.Name) and one.id == name and isinstance(one.ctx, ast.Store)
        ]
        if stored:
            code_lines = code
            named = sorted(
                (one for one in ast.walk(tree) if isinstance(one, ast.Name) and one.id == name and one is not node.func),
                key=lambda one: (-one.lineno, -one.col_offset),
            )
            for one in named:
                code_lines = put(code_lines, one, f"my_{name}")
            return f"`{name} = ...` hides the function `{name}` of Python: give your value another name", code_lines
    if isinstance(node.func, ast.Constant | ast.Name) and found[1] in ("int", "float"):
        return f"`{name}(...)` reads like a call of a function: to multiply, write `*`", put(
            code, node, f"{name} * ({', '.join(source(code, one) for one in node.args)})"
        )
    if isinstance(node.func, ast.Name) and found[1] in ("list", "dict", "tuple", "str"):
        return f"a place in a `{found[1]}` is taken with square brackets", put(
            code, node, f"{name}[{', '.join(source(code, one) for one in node.args)}]"
        )
    return None


def not_to_change(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = twin(tree, ran.node)
    if not isinstance(node, ast.Subscript):
        return None
    held, statement = (
        source(code, node.value),
        next((one for one in ast.walk(tree) if isinstance(one, ast.Assign) and node in one.targets), None),
    )
    if found[1] == "tuple" and isinstance(value := value_of(tree, held), ast.Tuple):
        return "a tuple cannot be changed: take a list", put(
            code, value, f"[{', '.join(source(code, one) for one in value.elts)}]"
        )
    if found[1] == "str" and statement and isinstance(node.slice, ast.Constant):
        place = node.slice.value
        before = f"{held}[:{place}] + " if place else ""
        return "a text cannot be changed in place: make a new one of its parts", put(
            code, statement, f"{held} = {before}{source(code, statement.value)} + {held}[{place + 1}:]"
        )
    return f"a `{found[1]}` cannot be changed in place", ""


def missing(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    name, names = found[1], [one.strip("' ") for one in re.split(r",| and ", found[2])]
    if "self" in names:
        return None
    filled = ", ".join(names)
    node = twin(tree, ran.node)
    if isinstance(node, ast.Call):
        given = ", ".join(source(code, one) for one in node.args)
        called = f"{source(code, node.func)}({given + ', ' if given else ''}{filled})"
        return (
            f"`{name}` needs {'one more value' if len(names) == 1 else f'{len(names)} more values'}, for {' and '.join(f'`{one}`' for one in names)}, and the call does not give {'it' if len(names) == 1 else 'them'}. Call it as `{called}`, with your own value{'' if len(names) == 1 else 's'} for {filled}",
            "",
        )
    return None


def too_many(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    function = next((one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef) and one.name == found[1]), None)
    in_class = next((one for one in ast.walk(tree) if isinstance(one, ast.ClassDef) and function in one.body), None)
    if function is None:
        return (f"the class `{found[1]}` has no `__init__` that takes values", "") if "no arguments" in found[0] else None
    args = ", ".join(ast.unparse(one) for one in function.args.args)
    if in_class and not args.startswith("self"):
        head = code.split("\n")
        number = function.lineno - 1
        head[number] = re.sub(r"\(\s*", "(self" + (", " if args else ""), head[number], count=1)
        return (
            f"a method gets its object as the first value, so `{function.name}` needs `self` as its first parameter",
            "\n".join(head),
        )
    return f"`{found[1]}` takes ({args}), and the call gives more values than that", ""


def no_hash(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = next(
        (
            one
            for one in ast.walk(tree)
            if isinstance(one, ast.List)
            and any(isinstance(above, ast.Dict | ast.Set | ast.Subscript) for above in above(tree, one))
        ),
        None,
    )
    return (
        (
            f"a `{found[1]}` can change, so it cannot be a key or stand in a set: a tuple can",
            put(code, node, f"({', '.join(source(code, one) for one in node.elts)})"),
        )
        if node and found[1] == "list" and len(node.elts) > 1
        else None
    )


def no_number(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = twin(tree, ran.node)
    if (
        isinstance(node, ast.Subscript)
        and found[1] == "str"
        and "list" in found[0]
        and isinstance(node.slice, ast.Name)
        and typed_in(tree, node.slice)
    ):
        return as_number(code, tree, node.slice)
    return None


def changed_while(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    loop = next((one for one in ast.walk(tree) if isinstance(one, ast.For)), None)
    return (
        (
            "a dictionary must not change while a loop goes through it: go through a copy of its keys",
            put(code, loop.iter, f"list({source(code, loop.iter)})"),
        )
        if loop
        else None
    )


def empty(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = twin(tree, ran.node)
    return (
        (
            f"`{source(code, node)}` looks for the largest or smallest of nothing: `default=0` says what to give then",
            put(code, node, f"{source(code, node)[:-1]}, default=0)"),
        )
        if isinstance(node, ast.Call)
        else None
    )


def not_in_module(code: str, tree: ast.AST, ran: Run, found: re.Match) -> Change:
    node = twin(tree, ran.node)
    near = ["sqrt"] if "root" in found[2] else difflib.get_close_matches(found[2], MATH, 1, NEAR)
    if not near or not isinstance(node, ast.Attribute):
        return f"the module `{found[1]}` has no `{found[2]}`; `dir({found[1]})` lists what it has", ""
    return f"the module `{found[1]}` has no `{found[2]}`: it is called `{near[0]}`", put(code, node, f"{found[1]}.{near[0]}")
