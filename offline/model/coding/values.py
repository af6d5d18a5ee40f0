"""What code that is run here is made of: its functions, objects and names, what it may call, and how large it may get."""

import ast
import builtins
import copy
import math
import operator
from dataclasses import dataclass, field

STEPS = 20_000
DEEPEST = 40  # calls inside of calls
LARGEST = 2_000  # letters of a text, values of a list
HIGHEST = 10**60
TYPED = "5"  # what is typed where the code asks for input

METHODS = {
    str: "upper lower title capitalize swapcase strip lstrip rstrip split splitlines join replace find index count startswith endswith isdigit isalpha isalnum isupper islower isspace isnumeric isdecimal removeprefix removesuffix partition rpartition rsplit",
    list: "append extend insert remove pop clear sort reverse index count copy",
    dict: "get keys values items pop update setdefault clear copy",
    set: "add remove discard union intersection difference update pop clear copy issubset issuperset",
    tuple: "index count", int: "bit_length", float: "is_integer",
}  # fmt: skip
PLAIN = "abs all any bool chr dict divmod enumerate float int isinstance len list max min ord range repr reversed round set sorted str sum tuple zip frozenset bin hex".split()
BUILTINS = {name: getattr(builtins, name) for name in PLAIN}
ERRORS = {name: kind for name, kind in vars(builtins).items() if isinstance(kind, type) and issubclass(kind, Exception)}
OPERATIONS = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Div: operator.truediv, ast.FloorDiv: operator.floordiv, ast.Mod: operator.mod,
    ast.BitAnd: operator.and_, ast.BitOr: operator.or_, ast.BitXor: operator.xor,
    ast.Eq: operator.eq, ast.NotEq: operator.ne, ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge,
    ast.Is: operator.is_, ast.IsNot: operator.is_not, ast.In: lambda a, b: a in b, ast.NotIn: lambda a, b: a not in b,
    ast.Not: operator.not_, ast.USub: operator.neg, ast.UAdd: operator.pos,
}  # fmt: skip
CHANCE = {  # what chance gives here
    "randint": lambda low, high: low, "choice": lambda values: values[0], "random": lambda: 0.5, "shuffle": lambda values: None,
}  # fmt: skip
MATH = "sqrt floor ceil pi e sin cos tan log log10 gcd isclose fabs prod".split()


class Beyond(Exception):
    """The code needs what is not done here."""


class Break(Exception):
    pass


class Continue(Exception):
    pass


class Return(Exception):
    def __init__(self, value):
        self.value = value


@dataclass
class Function:
    """A function, or a method bound to its object."""

    node: ast.FunctionDef | ast.Lambda
    scope: "Scope"
    defaults: list
    owner: "Thing | None" = None


@dataclass
class Class:
    """A class of the code, and the class it comes from."""

    name: str
    members: dict
    base: "Class | None" = None

    def member(self, name: str):
        """Return what the class or one above it has under a name, or None."""
        return self.members[name] if name in self.members else self.base.member(name) if self.base else None


@dataclass(frozen=True)
class Module:
    """A module that is imported, by its name."""

    name: str


@dataclass(eq=False)
class Thing:
    """An object of a class of the code."""

    kind: Class
    held: dict = field(default_factory=dict)


@dataclass
class Scope:
    """The names of the code, or of one call."""

    names: dict
    outer: "Scope | None" = None
    shared: set = field(default_factory=set)  # names that are said to be global
    own: frozenset = frozenset()  # names that a function gives a value to somewhere


@dataclass
class Run:
    """What came of running the code. `error` is what it stopped with, at `node`; `calls` are the calls of its own functions, with their results."""

    printed: str = ""
    error: Exception | None = None
    node: ast.AST | None = None
    endless: bool = False
    asked: bool = False  # for input
    by_chance: bool = False
    names: dict = field(default_factory=dict)
    calls: list[tuple[str, list, object]] = field(default_factory=list)


class Endless(Exception):
    pass


def stop(error: Exception) -> None:
    raise error


def loaded(target: ast.expr) -> ast.expr:
    """Return what gets a value as an expression that has one."""
    loaded = copy.copy(target)
    loaded.ctx = ast.Load()
    return loaded


def small(value):
    if isinstance(value, str | list | tuple | dict | set) and len(value) > LARGEST:
        raise Beyond
    if isinstance(value, int) and abs(value) > HIGHEST:
        raise Beyond
    return value


def narrow(spec: str) -> str:
    if len(spec) > 8 or any(int(number) > 99 for number in "".join(c if c.isdigit() else " " for c in spec).split()):
        raise Beyond
    return spec


def stored(function: ast.FunctionDef) -> frozenset[str]:
    """Return the names that a function gives a value to: its own ones."""
    return frozenset(node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))


def bound(name: str, function: Function, args: list, named: dict) -> dict:
    """Return the values of the parameters in a call, with the errors of Python where they do not fit."""
    params = [one.arg for one in function.node.args.args]
    if len(args) > len(params):
        plural, were = ("s", "were") if len(params) != 1 else ("", "were" if len(args) != 1 else "was")
        raise TypeError(f"{name}() takes {len(params)} positional argument{plural} but {len(args)} {were} given")
    given = dict(zip(params, args, strict=False))
    for key, value in named.items():
        if key not in params:
            raise TypeError(f"{name}() got an unexpected keyword argument '{key}'")
        given[key] = value
    defaults = dict(zip(params[len(params) - len(function.defaults) :], function.defaults, strict=True))
    missing = [repr(one) for one in params if one not in given and one not in defaults]
    if missing:
        listed = " and ".join([", ".join(missing[:-1]), missing[-1]]) if len(missing) > 1 else missing[0]
        plural = "s" if len(missing) > 1 else ""
        raise TypeError(f"{name}() missing {len(missing)} required positional argument{plural}: {listed}")
    return {one: given.get(one, defaults.get(one)) for one in params}


def calculated(op: ast.operator, left, right):
    """Return what an operator gives, where that is not too large."""
    numbers = isinstance(left, int | float) and isinstance(right, int | float)
    if isinstance(op, ast.Mult):
        if not numbers and isinstance(right if isinstance(right, int) else left, int):
            held, times = (left, right) if isinstance(right, int) else (right, left)
            if hasattr(held, "__len__") and len(held) * times > LARGEST:
                raise Beyond
        return left * right
    if isinstance(op, ast.Pow):
        if numbers and abs(left) > 1 and abs(right) > 200:
            raise Beyond
        return left**right
    if isinstance(op, ast.Mod) and isinstance(left, str):
        raise Beyond
    if type(op) not in OPERATIONS:
        raise Beyond
    return OPERATIONS[type(op)](left, right)


def of_math(attr: str):
    """Return what the module math has under a name."""
    if attr in MATH:
        return getattr(math, attr)
    if not hasattr(math, attr):
        raise AttributeError(f"module 'math' has no attribute '{attr}'")
    raise Beyond


def method(held, attr: str):
    """Return a method of a text, a list, a number ...; only those that are listed."""
    if attr in METHODS.get(type(held), "").split():
        return getattr(held, attr)
    if isinstance(held, str | list | dict | set | tuple | int | float | type(None)) and not hasattr(held, attr):
        raise AttributeError(f"'{type(held).__name__}' object has no attribute '{attr}'")
    raise Beyond


def superior(scope: Scope) -> Thing:
    """Return the object of the method that is running, as one of the class above its own."""
    this = scope.names.get("self")
    if not isinstance(this, Thing) or this.kind.base is None:
        raise Beyond
    return Thing(this.kind.base, this.held)
