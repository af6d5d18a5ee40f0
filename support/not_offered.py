"""What a server does not offer ends a cell in one line in plain words, and the cells after it still run.

Importing this in a notebook is enough: IPython then shows `NotOffered` as a line instead of a traceback, and counts the cell
as run. So *Run All* goes on, and so do nbclient and nbval. In a script it is an exception as any other. A later cell that
wants a name which such a cell would have made ends in a line as well, because nothing in it is wrong.
"""

import ast
import sys

import openai

WHO_HAS_IT = "The offline stand-in and the OpenAI API do."


class NotOffered(openai.OpenAIError):
    """What was asked for is not among what this server offers; the message says what, and who has it."""


_unmade: set[str] = set()
"""Names that cells would have made, had they not ended so."""


def _show_line(shell, kind, error, traceback, tb_offset=None) -> None:
    if isinstance(error, NotOffered):
        print(f"{kind.__name__}: {error}")
    elif _follows(error):
        print(f"NotOffered: This needs {error.name!r}, which a cell above could not make.")
    else:
        shell.showtraceback((kind, error, traceback), tb_offset=tb_offset, running_compiled_code=True)


def _count_as_run(result) -> None:
    """Let a cell that ended in NotOffered, or for want of what such a cell makes, count as run: whatever runs a notebook looks at its result."""
    if isinstance(result.error_in_exec, NotOffered) or _follows(result.error_in_exec):
        _unmade.update(_made_by(result.info.raw_cell))
        result.error_in_exec = None


def _follows(error: BaseException | None) -> bool:
    return type(error) is NameError and error.name in _unmade


def _made_by(cell: str) -> set[str]:
    """Return the names that a cell sets; none for one with IPython's own commands, which are no Python."""
    try:
        tree = ast.parse(cell)
    except SyntaxError:
        return set()
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


def register(shell) -> None:
    """Tell an IPython shell how to show NotOffered, and what follows from it."""
    shell.set_custom_exc((NotOffered, NameError), _show_line)
    shell.events.register("post_run_cell", _count_as_run)


if "IPython" in sys.modules and (_shell := sys.modules["IPython"].get_ipython()):
    register(_shell)
