"""What a server does not offer ends a cell in one line in plain words, and the cells after it still run.

Importing this in a notebook is enough: IPython then shows `NotOffered` as a line instead of a traceback, and counts the cell
as run. So *Run All* goes on, and so do nbclient and nbval. In a script it is an exception as any other.
"""

import sys

import openai

WHO_HAS_IT = "The offline stand-in and the OpenAI API do."


class NotOffered(openai.OpenAIError):
    """What was asked for is not among what this server offers; the message says what, and who has it."""


def _show_line(shell, kind, error, traceback, tb_offset=None) -> None:
    print(f"{kind.__name__}: {error}")


def _count_as_run(result) -> None:
    """Let a cell that ended in NotOffered count as run: whatever runs a notebook looks at its result."""
    if isinstance(result.error_in_exec, NotOffered):
        result.error_in_exec = None


def register(shell) -> None:
    """Tell an IPython shell how to show NotOffered."""
    shell.set_custom_exc((NotOffered,), _show_line)
    shell.events.register("post_run_cell", _count_as_run)


if "IPython" in sys.modules and (_shell := sys.modules["IPython"].get_ipython()):
    register(_shell)
