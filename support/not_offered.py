"""What a server does not offer ends a cell in one line in plain words, and the cells after it still run.

Importing this in a notebook is enough: IPython then shows `NotOffered` as a line instead of a traceback, and counts the cell
as run. So *Run All* goes on, and so do nbclient and nbval. In a script it is an exception as any other. What such a cell
would have made is taken away, lest a later cell take something old for it: that cell ends in a line as well, because nothing
in it is wrong.
"""

import ast
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from types import TracebackType
from typing import Any, TypeGuard

import openai

LEFT_OUT = frozenset({"enable_load_extension"})
"""What some builds of Python leave out: the one of python.org for macOS does, for SQLite."""

WHO_HAS_IT = "The offline stand-in and the OpenAI API do."


class NotOffered(openai.OpenAIError):
    """What was asked for is not among what this server offers; the message says what, and who has it."""


_OF_THE_SDK = (openai.OpenAIError, RuntimeError)  # what its runner of tools raises is a RuntimeError
_unmade: set[str] = set()
"""Names that cells would have made, had they not ended so."""


@contextmanager
def may_lack(what: str) -> Iterator[None]:
    """Raise NotOffered where the Python that runs this lacks `what` the block uses: a package, or a part that is optional."""
    try:
        yield
    except (ImportError, AttributeError) as error:
        if isinstance(error, AttributeError) and error.name not in LEFT_OUT:
            raise
        raise NotOffered(f"This needs {what}, and the Python that runs here lacks it ({error}).") from error


def _show_line(
    shell: Any, kind: type[BaseException], error: BaseException, tb: TracebackType | None, tb_offset: int | None = None
) -> None:
    if missing := _missing(error):
        print(f"{type(missing).__name__}: {missing}")
    elif _follows(error):
        print(f"NotOffered: This needs {error.name!r}, which a cell above could not make.")
    else:
        shell.showtraceback((kind, error, tb), tb_offset=tb_offset, running_compiled_code=True)


def _count_as_run(shell: Any, result: Any) -> None:
    """Let a cell that ended in NotOffered, or for want of what such a cell makes, count as run: whatever runs a notebook looks at its result."""
    error = result.error_in_exec
    if _missing(error) or _follows(error):
        forget(shell, result.info.raw_cell, error)
        result.error_in_exec = None


def forget(shell: Any, cell: str, error: BaseException) -> None:
    """Take away what a cell would have made that ended in `error`: whatever needs that ends in a line as well."""
    for name in _not_made_by(cell, _line_of(error)):
        _unmade.add(name)
        shell.user_ns.pop(name, None)


def _missing(error: BaseException | None) -> NotOffered | None:
    """Return the NotOffered that an error is, or over which the SDK raised it."""
    while isinstance(error, _OF_THE_SDK) and not isinstance(error, NotOffered):
        error = error.__cause__ or error.__context__
    return error if isinstance(error, NotOffered) else None


def _follows(error: BaseException | None) -> TypeGuard[NameError]:
    return type(error) is NameError and error.name in _unmade


def _line_of(error: BaseException) -> int:
    """Return the line of the cell in which an error came: the first frame that is no module's."""
    frames = traceback.walk_tb(error.__traceback__)
    return next((line for frame, line in frames if frame.f_globals.get("__name__") == "__main__"), 1)


def _not_made_by(cell: str, line: int) -> set[str]:
    """Return the names that a cell sets or defines in the statement that holds `line`, and after it; none for a cell that is no plain Python."""
    try:
        statements = ast.parse(cell).body
    except SyntaxError:
        return set()
    left = [statement for statement in statements if (statement.end_lineno or 0) >= line]
    nodes = [node for statement in left for node in ast.walk(statement)]
    return {name for node in nodes for name in _set_by(node)}


def _set_by(node: ast.AST) -> list[str]:
    """Return the names that a node of a cell's tree sets: a variable, a function or a class, or what is imported."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.Import | ast.ImportFrom):
        return [(alias.asname or alias.name).partition(".")[0] for alias in node.names]
    return [node.id] if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) else []


def register(shell: Any) -> None:
    """Tell an IPython shell how to show NotOffered, and what follows from it."""
    shell.set_custom_exc((*_OF_THE_SDK, NameError), _show_line)
    shell.events.register("post_run_cell", partial(_count_as_run, shell))


if "IPython" in sys.modules and (_shell := sys.modules["IPython"].get_ipython()):
    register(_shell)
