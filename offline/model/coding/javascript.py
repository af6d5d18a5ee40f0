"""The same in JavaScript, for small Python: functions, loops, conditions, lists, texts, printing."""

import ast
import builtins
import re

from .explaining import words
from .reading import tree_of

_BINARY = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Mod: "%", ast.Pow: "**"}
_COMPARED = {
    ast.Eq: "===",
    ast.NotEq: "!==",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Is: "===",
    ast.IsNot: "!==",
}


class _Cannot(Exception):
    pass


def translated(code: str) -> str | None:
    """Return code in JavaScript; None for what is beyond the small part of Python that is known here."""
    tree = tree_of(code)
    try:
        return "\n".join(_Script().scope(tree.body)) if tree and tree.body else None
    except _Cannot:
        return None


class _Script:
    def __init__(self) -> None:
        self.known: list[set[str]] = []
        self.above: list[list[str]] = []  # names that get their first value inside of a loop or condition
        self.level = 0

    def scope(self, body: list[ast.stmt], params: tuple[str, ...] = ()) -> list[str]:
        """Return the lines of a function, or of the whole code."""
        self.known.append(set(params))
        self.above.append([])
        level, self.level = self.level, 0
        lines = self.block(body, len(self.known) > 1)
        self.level = level
        self.known.pop()
        above = self.above.pop()
        return [f"{'  ' * bool(self.known)}let {', '.join(above)};", *lines] if above else lines

    def new(self, names: list[str]) -> str:
        """Return "let " where names get their first value."""
        fresh = [name for name in names if name not in self.known[-1]]
        self.known[-1] |= set(names)
        if fresh and (self.level or len(fresh) < len(names)):
            self.above[-1] += fresh
            return ""
        return "let " if fresh else ""

    def block(self, body: list[ast.stmt], depth: int) -> list[str]:
        lines: list[str] = []
        for node in body:
            lines += [f"{'  ' * depth}{line}" for line in self.statement(node)]
            lines += [""] if isinstance(node, ast.FunctionDef) and not depth and node is not body[-1] else []
        return lines

    def inner(self, body: list[ast.stmt]) -> list[str]:
        """Return the lines inside of a loop or a condition."""
        self.level += 1
        lines = self.block(body, 1)
        self.level -= 1
        return lines

    def statement(self, node: ast.stmt) -> list[str]:
        match node:
            case ast.FunctionDef(name=name, args=args, decorator_list=[]) if not (args.defaults or args.vararg or args.kwarg):
                body = self.scope([one for one in node.body if not _is_docstring(one)], tuple(one.arg for one in args.args))
                return [f"function {name}({', '.join(one.arg for one in args.args)}) {{", *body, "}"]
            case ast.Return(value=value):
                return [f"return {self.of(value)};" if value else "return;"]
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                said = self.of(value)
                return [f"{self.new([name])}{name} = {said};"]
            case ast.Assign(targets=[ast.Subscript() as place], value=value):
                return [f"{self.of(place)} = {self.of(value)};"]
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                left, right = ", ".join(map(self.of, names)), ", ".join(map(self.of, values))
                new = self.new([one.id for one in names]) if all(isinstance(one, ast.Name) for one in names) else ""
                return [f"{new}[{left}] = [{right}];"]
            case ast.AugAssign(target=target, op=op, value=value) if type(op) in _BINARY:
                return [f"{self.of(target)} {_BINARY[type(op)]}= {self.of(value)};"]
            case ast.If(test=test, body=body, orelse=orelse):
                lines = [f"if ({self.test(test)}) {{", *self.inner(body)]
                if len(orelse) == 1 and isinstance(orelse[0], ast.If):
                    first, *more = self.statement(orelse[0])
                    return [*lines, f"}} else {first}", *more]
                return [*lines, *(["} else {", *self.inner(orelse)] if orelse else []), "}"]
            case ast.While(test=test, body=body, orelse=[]):
                return [f"while ({self.test(test)}) {{", *self.inner(body), "}"]
            case ast.For(target=ast.Name(id=name), iter=values, body=body, orelse=[]):
                return [self.head(name, values), *self.inner(body), "}"]
            case ast.Break() | ast.Continue():
                return [f"{type(node).__name__.lower()};"]
            case ast.Expr(value=ast.Call(func=ast.Name(id="print"), args=args, keywords=[])):
                return [f"console.log({', '.join(map(self.of, args))});"]
            case ast.Expr(value=ast.Call() as call):
                return [f"{self.of(call)};"]
        raise _Cannot

    def head(self, name: str, values: ast.expr) -> str:
        match values:
            case ast.Call(func=ast.Name(id="range"), args=args):
                start, end, step = (["0", *map(self.of, args), "1"] if len(args) == 1 else [*map(self.of, args), "1"])[:3]
                sign, more = (
                    (">", f"{name} -= {step[1:]}")
                    if step.startswith("-")
                    else ("<", f"{name}++" if step == "1" else f"{name} += {step}")
                )
                return f"for (let {name} = {start}; {name} {sign} {end}; {more}) {{"
        return f"for (const {name} of {self.of(values)}) {{"

    def test(self, node: ast.expr) -> str:
        if isinstance(node, ast.Name):
            raise _Cannot  # an empty list is true in JavaScript
        return self.of(node)

    def of(self, node: ast.expr) -> str:
        match node:
            case ast.Constant(value=bool() | None as value):
                return {True: "true", False: "false", None: "null"}[value]
            case ast.Constant(value=str() as value):
                return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
            case ast.Constant(value=int() | float() as value):
                return repr(value)
            case ast.Name(id=name):
                return name
            case ast.BinOp(left=left, op=ast.FloorDiv(), right=right):
                return f"Math.floor({self.within(left)} / {self.within(right)})"
            case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY and self.plain(left, right):
                return f"{self.within(left)} {_BINARY[type(op)]} {self.within(right)}"
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return f"-{self.within(operand)}"
            case ast.UnaryOp(op=ast.Not(), operand=operand) if not isinstance(operand, ast.Name):
                return f"!({self.of(operand)})"
            case ast.BoolOp(op=op, values=values):
                return (" && " if isinstance(op, ast.And) else " || ").join(map(self.within, values))
            case ast.Compare(left=left, ops=[ast.In() | ast.NotIn() as op], comparators=[held]):
                said = f"{self.within(held)}.includes({self.of(left)})"
                return said if isinstance(op, ast.In) else f"!{said}"
            case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _COMPARED and self.plain(left, right):
                return f"{self.within(left)} {_COMPARED[type(op)]} {self.within(right)}"
            case ast.Compare(left=left, ops=[first, second], comparators=[middle, right]):
                return f"{self.of(ast.Compare(left, [first], [middle]))} && {self.of(ast.Compare(middle, [second], [right]))}"
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return f"{self.test(test)} ? {self.of(body)} : {self.of(orelse)}"
            case ast.List(elts=elts):
                return f"[{', '.join(map(self.of, elts))}]"
            case ast.Dict(keys=keys, values=values) if all(isinstance(key, ast.Constant) for key in keys):
                return f"{{ {', '.join(f'{self.of(key)}: {self.of(value)}' for key, value in zip(keys, values, strict=True))} }}"
            case ast.JoinedStr(values=values):
                return (
                    "`"
                    + "".join(
                        one.value.replace("`", "\\`") if isinstance(one, ast.Constant) else "${" + self.formatted(one) + "}"
                        for one in values
                    )
                    + "`"
                )
            case ast.Subscript(value=value, slice=ast.Slice(lower=None, upper=None, step=ast.UnaryOp())):
                return f'[...{self.of(value)}].reverse().join("")'
            case ast.Subscript(value=value, slice=ast.Slice(lower=lower, upper=upper, step=None)):
                return f"{self.of(value)}.slice({', '.join(self.of(one) for one in (lower or ast.Constant(0), upper) if one)})"
            case ast.Subscript(value=value, slice=ast.UnaryOp() as key):
                return f"{self.of(value)}.at({self.of(key)})"
            case ast.Subscript(value=value, slice=key):
                return f"{self.of(value)}[{self.of(key)}]"
            case ast.ListComp(elt=elt, generators=[one]):
                return self.each(elt, one)
            case ast.Call(func=ast.Name(id="sum"), args=[ast.GeneratorExp(elt=elt, generators=[one])]):
                if isinstance(elt, ast.Compare):
                    return f"{self.each(one.target, ast.comprehension(one.target, one.iter, [elt], 0))}.length"
                return f"{self.each(elt, one)}.reduce((total, n) => total + n, 0)"
            case ast.Call():
                return self.call(node)
        raise _Cannot

    def each(self, elt: ast.expr, one: ast.comprehension) -> str:
        name, values = self.of(one.target), f"[...{self.of(one.iter)}]"
        if isinstance(one.iter, ast.Call) and ast.unparse(one.iter.func) == "range":
            raise _Cannot
        for test in one.ifs:
            values += f".filter(({name}) => {self.of(test)})"
        return values if ast.unparse(elt) == ast.unparse(one.target) else f"{values}.map(({name}) => {self.of(elt)})"

    def call(self, node: ast.Call) -> str:
        args = list(map(self.of, node.args))
        match node.func:
            case ast.Name(id=name) if name in words("javascript_calls") and len(args) == 1 and not node.keywords:
                return words("javascript_calls")[name].format(args[0])
            case ast.Name(id="max" | "min" as name) if not node.keywords:
                return f"Math.{name}({'...' if len(args) == 1 else ''}{', '.join(args)})"
            case ast.Name(id="sum") if len(args) == 1:
                return f"{args[0]}.reduce((total, n) => total + n, 0)"
            case ast.Name(id="round") if len(args) == 1:
                return f"Math.round({args[0]})"
            case ast.Name(id=name) if not hasattr(builtins, name) and not node.keywords and re.fullmatch(r"[a-z_]\w*", name):
                return f"{name}({', '.join(args)})"
            case ast.Attribute(value=ast.Constant() as by, attr="join"):
                return f"{args[0]}.join({self.of(by)})"
            case ast.Attribute(value=value, attr="split") if not args:
                return f"{self.within(value)}.trim().split(/\\s+/)"
            case ast.Attribute(value=value, attr="replace") if len(args) == 2:
                return f"{self.within(value)}.replaceAll({', '.join(args)})"
            case ast.Attribute(value=value, attr="split"):
                return f"{self.within(value)}.split({args[0]})"
            case ast.Attribute(value=value, attr=attr) if attr in words("javascript_methods") and not node.keywords:
                return f"{self.within(value)}.{words('javascript_methods')[attr]}({', '.join(args)})"
        raise _Cannot

    def formatted(self, node: ast.FormattedValue) -> str:
        if node.format_spec is None:
            return self.of(node.value)
        if fixed := re.fullmatch(r"f'\.(\d)f'", ast.unparse(node.format_spec)):
            return f"{self.within(node.value)}.toFixed({fixed[1]})"
        raise _Cannot

    def within(self, node: ast.expr) -> str:
        said = self.of(node)
        return f"({said})" if isinstance(node, ast.BinOp | ast.BoolOp | ast.IfExp | ast.Compare) else said

    def plain(self, *sides: ast.expr) -> bool:
        """Whether JavaScript compares the sides as Python does: two lists are never equal there."""
        return not any(
            isinstance(one, ast.List | ast.Dict | ast.Tuple | ast.ListComp)
            or (isinstance(one, ast.Call) and ast.unparse(one.func) in ("sorted", "list", "set"))
            for one in sides
        )


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
