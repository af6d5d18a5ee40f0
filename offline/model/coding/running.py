"""Run a small piece of Python, statement by statement, without giving it anything of this computer.

    run("x = [3, 1]\\nprint(max(x))").printed     -> "3\\n"
    run("print('a' + 1)").error                  -> the TypeError of Python itself; .node is where it came

Only what `BUILTINS` and `METHODS` list can be called, so there are no files, no network and no modules but a little of `math` and
`random`. Steps, depth and sizes are limited. What is beyond that (`open`, `import os`, `yield`) is not run at all: `run` returns None.
"""

import ast
import builtins
import copy
import itertools
import operator
from collections.abc import Callable

from .values import (
    BUILTINS,
    CHANCE,
    DEEPEST,
    ERRORS,
    LARGEST,
    OPERATIONS,
    STEPS,
    TYPED,
    Beyond,
    Break,
    Class,
    Continue,
    Endless,
    Function,
    Module,
    Return,
    Run,
    Scope,
    Thing,
    bound,
    calculated,
    loaded,
    method,
    narrow,
    of_math,
    small,
    stop,
    stored,
    superior,
)


def run(code: "str | ast.Module", typed: str = TYPED) -> Run | None:
    """Run code, and return what came of it; None where it needs more than there is here, or is no Python."""
    try:
        tree = ast.parse(code) if isinstance(code, str) else code
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    machine = _Machine(typed)
    scope = Scope(machine.done.names)
    try:
        machine.block(tree.body, scope)
    except (Beyond, RecursionError, OverflowError, Break, Continue, Return):
        return None
    except Endless:
        machine.done.endless = True
    except Exception as error:  # whatever the code raises is what is asked for
        machine.done.error = error
    return machine.done


class _Machine:
    def __init__(self, typed: str):
        self.done, self.typed, self.steps, self.depth = Run(), typed, 0, 0

    def block(self, body: list[ast.stmt], scope: Scope) -> None:
        for statement in body:
            self.tick()
            try:
                self.do(statement, scope)
            except (Beyond, Endless, Break, Continue, Return):
                raise
            except Exception:
                self.done.node = self.done.node or statement
                raise

    def tick(self) -> None:
        self.steps += 1
        if self.steps > STEPS:
            raise Endless

    def do(self, node: ast.stmt, scope: Scope) -> None:
        match node:
            case ast.Expr(value=value):
                self.of(value, scope)
            case ast.Assign(targets=targets, value=value):
                given = self.of(value, scope)
                for target in targets:
                    self.name(target, given, scope)
            case ast.AnnAssign(target=target, value=value) if value:
                self.name(target, self.of(value, scope), scope)
            case ast.AugAssign(target=target, op=op, value=value):
                before = self.of(loaded(target), scope)
                self.name(target, self.at(node, lambda: calculated(op, before, self.of(value, scope))), scope)
            case ast.If(test=test, body=body, orelse=orelse):
                self.block(body if self.of(test, scope) else orelse, scope)
            case ast.For() | ast.While():
                self.loop(node, scope)
            case ast.FunctionDef(name=name, args=args, decorator_list=[]) if not (args.vararg or args.kwarg or args.kwonlyargs):
                scope.names[name] = Function(node, scope, [self.of(one, scope) for one in args.defaults])
            case ast.ClassDef(name=name, bases=bases, body=body, decorator_list=[]) if len(bases) < 2:
                members = Scope({}, scope)
                base = self.of(bases[0], scope) if bases else None
                if base is not None and not isinstance(base, Class):
                    raise Beyond
                self.block(body, members)
                scope.names[name] = Class(name, members.names, base)
            case ast.Return(value=value):
                raise Return(self.of(value, scope) if value else None)
            case ast.Pass():
                pass
            case ast.Break():
                raise Break
            case ast.Continue():
                raise Continue
            case ast.Global(names=names):
                scope.shared |= set(names)
            case ast.Try(body=body, handlers=handlers, orelse=orelse, finalbody=finalbody):
                self.tried(body, handlers, orelse, scope)
                self.block(finalbody, scope)
            case ast.Raise(exc=exc) if exc:
                raised = self.of(exc, scope)
                raise raised() if isinstance(raised, type) else raised
            case ast.Assert(test=test, msg=msg):
                if not self.of(test, scope):
                    raise AssertionError(self.of(msg, scope)) if msg else AssertionError
            case ast.Delete(targets=[ast.Subscript(value=value, slice=key)]):
                del self.of(value, scope)[self.of(key, scope)]
            case ast.Import(names=[ast.alias(name="math" | "random" as name, asname=asname)]):
                scope.names[asname or name] = Module(name)
            case _:
                raise Beyond

    def loop(self, node: ast.For | ast.While, scope: Scope) -> None:
        values = iter(self.at(node.iter, lambda: iter(self.of(node.iter, scope)))) if isinstance(node, ast.For) else None
        while True:
            self.tick()
            if values is None:
                if not self.of(node.test, scope):
                    break
            else:
                try:
                    value = next(values)
                except StopIteration:
                    break
                self.name(node.target, value, scope)
            try:
                self.block(node.body, scope)
            except Continue:
                continue
            except Break:
                return
        self.block(node.orelse, scope)

    def tried(self, body: list, handlers: list, orelse: list, scope: Scope) -> None:
        try:
            self.block(body, scope)
        except (Beyond, Endless, Break, Continue, Return):
            raise
        except Exception as error:
            for handler in handlers:
                kinds = self.of(handler.type, scope) if handler.type else Exception
                if isinstance(error, kinds):
                    self.done.node = None
                    if handler.name:
                        scope.names[handler.name] = error
                    return self.block(handler.body, scope)
            raise
        self.block(orelse, scope)

    def name(self, target: ast.expr, value, scope: Scope) -> None:
        match target:
            case ast.Name(id=name):
                there = scope
                while name in there.shared and there.outer:
                    there = there.outer
                there.names[name] = value
            case ast.Tuple(elts=parts) | ast.List(elts=parts) if not any(isinstance(part, ast.Starred) for part in parts):
                values = self.at(target, lambda: list(value))
                if len(values) != len(parts):
                    few = "not enough" if len(values) < len(parts) else "too many"
                    got = f", got {len(values)}" if len(values) < len(parts) else ""
                    self.at(target, lambda: stop(ValueError(f"{few} values to unpack (expected {len(parts)}{got})")))
                for part, one in zip(parts, values, strict=True):
                    self.name(part, one, scope)
            case ast.Subscript(value=holder, slice=key):
                held, place = self.of(holder, scope), self.of(key, scope)
                self.at(target, lambda: operator.setitem(held, place, value))
            case ast.Attribute(value=holder, attr=attr) if isinstance(thing := self.of(holder, scope), Thing):
                thing.held[attr] = value
            case _:
                raise Beyond

    def at(self, node: ast.AST, done: Callable):
        """Do something, and remember where it was if it fails."""
        try:
            return done()
        except (Beyond, Endless, Return, Break, Continue):
            raise
        except Exception:
            self.done.node = self.done.node or node
            raise

    def of(self, node: ast.expr, scope: Scope):
        """Return the value of an expression."""
        self.tick()
        return small(self.at(node, lambda: self.valued(node, scope)))

    def valued(self, node: ast.expr, scope: Scope):
        match node:
            case ast.Constant(value=value):
                return value
            case ast.Name(id=name):
                return self.found(name, scope)
            case ast.BinOp(left=left, op=op, right=right):
                return calculated(op, self.of(left, scope), self.of(right, scope))
            case ast.UnaryOp(op=op, operand=operand) if type(op) in OPERATIONS:
                return OPERATIONS[type(op)](self.of(operand, scope))
            case ast.BoolOp(op=op, values=values):
                for one in values:
                    value = self.of(one, scope)
                    if bool(value) == isinstance(op, ast.Or):
                        break
                return value
            case ast.Compare(left=left, ops=ops, comparators=others):
                before = self.of(left, scope)
                for op, other in zip(ops, others, strict=True):
                    after = self.of(other, scope)
                    if not OPERATIONS[type(op)](before, after):
                        return False
                    before = after
                return True
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return self.of(body if self.of(test, scope) else orelse, scope)
            case ast.List(elts=elts) | ast.Tuple(elts=elts) | ast.Set(elts=elts):
                kind = {ast.List: list, ast.Tuple: tuple, ast.Set: set}[type(node)]
                return kind(self.of(one, scope) for one in elts)
            case ast.Dict(keys=keys, values=values) if all(keys):
                return {self.of(key, scope): self.of(value, scope) for key, value in zip(keys, values, strict=True)}
            case ast.JoinedStr(values=values):
                return "".join(self.of(one, scope) for one in values)
            case ast.FormattedValue(value=value, conversion=-1, format_spec=spec):
                shown = self.of(spec, scope) if spec else ""
                return format(self.text(self.of(value, scope)) if not shown else self.of(value, scope), narrow(shown))
            case ast.Subscript(value=value, slice=key):
                held = self.of(value, scope)
                return held[self.of(key, scope)]
            case ast.Slice(lower=lower, upper=upper, step=step):
                return slice(*(self.of(one, scope) if one else None for one in (lower, upper, step)))
            case ast.ListComp(elt=elt, generators=generators) | ast.GeneratorExp(elt=elt, generators=generators):
                return [self.of(elt, inner) for inner in self.each(generators, scope)]
            case ast.SetComp(elt=elt, generators=generators):
                return {self.of(elt, inner) for inner in self.each(generators, scope)}
            case ast.DictComp(key=key, value=value, generators=generators):
                return {self.of(key, inner): self.of(value, inner) for inner in self.each(generators, scope)}
            case ast.Lambda(args=args) if not (args.vararg or args.kwarg or args.kwonlyargs):
                return Function(node, scope, [self.of(one, scope) for one in args.defaults])
            case ast.Attribute(value=value, attr=attr):
                return self.attribute(self.of(value, scope), attr)
            case ast.Call():
                return self.called(node, scope)
        raise Beyond

    def each(self, generators: list[ast.comprehension], scope: Scope):
        """Yield a scope for each round of a comprehension."""
        first, *more = generators
        for value in self.at(first.iter, lambda: iter(self.of(first.iter, scope))):
            self.tick()
            inner = Scope({}, scope)
            self.name(first.target, value, inner)
            if all(self.of(test, inner) for test in first.ifs):
                yield from self.each(more, inner) if more else [inner]

    def found(self, name: str, scope: Scope | None):
        while scope:
            if name in scope.names:
                return scope.names[name]
            if name in scope.own and name not in scope.shared:
                raise UnboundLocalError(f"cannot access local variable '{name}' where it is not associated with a value")
            scope = scope.outer
        if name in BUILTINS or name in ERRORS:
            return BUILTINS.get(name) or ERRORS[name]
        if name in ("print", "input", "map", "filter", "type"):
            return name  # called by its name only
        if hasattr(builtins, name):
            raise Beyond
        raise NameError(f"name '{name}' is not defined")

    def attribute(self, held, attr: str):
        if isinstance(held, Thing):
            if attr in held.held:
                return held.held[attr]
            member = held.kind.member(attr)
            if member is None:
                raise AttributeError(f"'{held.kind.name}' object has no attribute '{attr}'")
            return Function(member.node, member.scope, member.defaults, held) if isinstance(member, Function) else member
        if isinstance(held, Class) and held.member(attr) is not None:
            return held.member(attr)
        if isinstance(held, Module) and held.name == "math":
            return of_math(attr)
        if held == Module("random") and attr in CHANCE:
            self.done.by_chance = True
            return CHANCE[attr]
        return method(held, attr)

    def called(self, node: ast.Call, scope: Scope):
        if any(isinstance(one, ast.Starred) for one in node.args) or not all(one.arg for one in node.keywords):
            raise Beyond
        function = superior(scope) if ast.unparse(node.func) == "super" else self.of(node.func, scope)
        if isinstance(function, Thing) and ast.unparse(node.func) == "super":
            return function
        args = [self.of(one, scope) for one in node.args]
        named = {one.arg: self.of(one.value, scope) for one in node.keywords}
        if isinstance(function, Function | Class):
            return self.call(function, args, named)
        if function in ("map", "filter") and len(args) == 2:
            results = [(self.applied(args[0], one), one) for one in args[1]]
            return [done for done, _ in results] if function == "map" else [one for done, one in results if done]
        if function == "print":
            return self.printed(args, named)
        if function == "input":
            self.done.asked = True
            self.done.printed += self.text(args[0]) if args else ""
            return self.typed
        if function == "type" and len(args) == 1:
            return args[0].kind if isinstance(args[0], Thing) else type(args[0])
        if isinstance(function, str) and function in ("print", "input", "map", "filter", "type"):
            raise Beyond
        if not callable(function):
            raise TypeError(f"'{type(function).__name__}' object is not callable")
        if key := named.get("key"):
            named["key"] = lambda value: self.applied(key, value)
        if function is str and len(args) == 1:
            return self.text(args[0])
        if function is not range and any(isinstance(one, range) and len(one) > LARGEST for one in args):
            raise Beyond
        done = function(*args, **named)
        return (
            list(itertools.islice(done, LARGEST))
            if isinstance(done, enumerate | zip | reversed) or "reverse" in type(done).__name__
            else done
        )

    def applied(self, function, value):
        return self.call(function, [value], {}) if isinstance(function, Function | Class) else function(value)

    def call(self, function: Function | Class, args: list, named: dict):
        """Call a function or a class of the code."""
        if isinstance(function, Class):
            thing = Thing(function)
            start = function.member("__init__")
            if isinstance(start, Function):
                self.call(Function(start.node, start.scope, start.defaults, thing), args, named)
            elif args or named:
                raise TypeError(f"{function.name}() takes no arguments")
            return thing
        name = getattr(function.node, "name", "<lambda>")
        args = [function.owner, *args] if function.owner else args
        names = bound(name, function, args, named)
        given = [copy.copy(value) if isinstance(value, list | dict | set) else value for value in names.values()]
        self.depth += 1
        if self.depth > DEEPEST:
            raise Beyond
        try:
            if isinstance(function.node, ast.Lambda):
                return self.of(function.node.body, Scope(names, function.scope))
            self.block(function.node.body, Scope(names, function.scope, own=stored(function.node)))
            result = None
        except Return as back:
            result = back.value
        finally:
            self.depth -= 1
        if not function.owner and self.depth == 0:
            self.done.calls.append((name, given, result))
        return result

    def printed(self, args: list, named: dict) -> None:
        if set(named) - {"sep", "end"}:
            raise Beyond
        said = named.get("sep", " ").join(map(self.text, args)) + named.get("end", "\n")
        self.done.printed += said
        if len(self.done.printed) > LARGEST:
            raise Endless

    def text(self, value) -> str:
        """Return how a value is shown."""
        if isinstance(value, Thing) and isinstance(
            shows := value.kind.member("__str__") or value.kind.member("__repr__"), Function
        ):
            return self.call(Function(shows.node, shows.scope, shows.defaults, value), [], {})
        if isinstance(value, Thing | Class | Function) or (not isinstance(value, type) and callable(value)):
            raise Beyond  # <__main__.Dog object at 0x7f...>: the place differs from run to run
        return str(value)
