"""Places of code: put another text there, find what is around and where a value comes from."""

import ast
from collections.abc import Iterator

Change = tuple[str, str] | None  # why, and the code with the change ("" where there is none to make)


def put(code: str, node: ast.AST, text: str) -> str:
    """Return code with another text in the place of a node."""
    lines = code.split("\n")
    start = len("\n".join(lines[: node.lineno - 1])) + (node.lineno > 1) + letters(lines[node.lineno - 1], node.col_offset)
    end = (
        len("\n".join(lines[: node.end_lineno - 1]))
        + (node.end_lineno > 1)
        + letters(lines[node.end_lineno - 1], node.end_col_offset)
    )
    return code[:start] + text + code[end:]


def letters(line: str, offset: int) -> int:
    return len(line.encode()[:offset].decode())


def source(code: str, node: ast.AST) -> str:
    return ast.get_source_segment(code, node) or ast.unparse(node)


def above(tree: ast.AST, node: ast.AST) -> Iterator[ast.AST]:
    """Yield what a node is in, from the inside out."""
    within = [one for one in ast.walk(tree) if one is not node and any(inner is node for inner in ast.walk(one))]
    yield from sorted(within, key=lambda one: sum(1 for _ in ast.walk(one)))


def twin(tree: ast.AST, node: ast.AST) -> ast.AST:
    """Return the node of this tree that stands where a node of another reading of the same code stood."""
    place = lambda one: (type(one), getattr(one, "lineno", 0), getattr(one, "col_offset", 0), getattr(one, "end_col_offset", 0))  # noqa: E731
    return next((one for one in ast.walk(tree) if place(one) == place(node)), node)


def value_of(tree: ast.AST, name: str) -> ast.expr | None:
    """Return the value that a name gets, where it gets one only once."""
    values = [node.value for node in ast.walk(tree) if isinstance(node, ast.Assign) and names_of(node.targets) == [name]]
    return values[0] if len(values) == 1 else None


def names_of(targets: list[ast.expr]) -> list[str]:
    return [one.id for one in targets if isinstance(one, ast.Name)]


def typed_in(tree: ast.AST, node: ast.expr) -> ast.Call | None:
    """Return the call of `input` that a value comes from, where nothing makes a number of it."""
    value = value_of(tree, node.id) if isinstance(node, ast.Name) else node
    return value if isinstance(value, ast.Call) and ast.unparse(value.func) == "input" else None
