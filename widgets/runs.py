"""The playground's runs, without a widget: one call and what came of it, many side by side, as CSV."""

import contextlib
import csv
import io
import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import utils
from offline.model import tokens
from support.odd_replies import no_text

from .parameters import PARAMETERS


@dataclass
class Run:
    """One call of the playground: what was asked, and what came of it."""

    number: int
    request: dict
    setting: str = ""  # "A" or "B" where two are compared
    text: str = ""
    status: str = "running"  # then finished, cut off, stopped or failed
    note: str = ""  # what there is to say about the status
    tokens_in: int | None = None
    tokens_out: int | None = None  # reasoning included
    tokens_reasoning: int | None = None
    cost: float | None = None  # US dollars
    first_token: float | None = None  # seconds
    seconds: float | None = None
    begun: float = field(default_factory=time.perf_counter, repr=False)

    def end(self, status: str, note: str = "") -> None:
        """Set the final status; the first one stands."""
        if self.status == "running":
            self.status, self.note = status, note
            self.seconds = time.perf_counter() - self.begun

    def row(self) -> dict:
        """Return the run as one flat row for a table; what was not sent is None."""
        return {
            "run": self.number,
            "setting": self.setting or None,
            "reply": self.text,
            "status": self.status,
            **{name: parameter.read(self.request) for name, parameter in PARAMETERS.items()},
            "tokens_in": self.tokens_in,
            "tokens_out": self.tokens_out,
            "tokens_reasoning": self.tokens_reasoning,
            "cost_usd": self.cost,
            "first_token_s": _rounded(self.first_token),
            "total_s": _rounded(self.seconds),
            "note": self.note,
        }


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 4)


def make_call(client, run: Run, *, changed: Callable[[], None] = lambda: None, stopped: Callable[[], bool] = lambda: False):
    """Make the run's call as a stream, and write into `run` what comes.

    `changed` is called after each piece of text. As soon as `stopped` returns True, the stream is
    closed. Raises nothing: what goes wrong becomes the run's status and note.
    """
    run.begun = time.perf_counter()
    try:
        with contextlib.closing(utils.stream_response(client, **run.request)) as pieces:
            while True:
                piece = next(pieces)
                if stopped():
                    return run.end("stopped", stop_note(run))
                run.first_token = run.first_token or time.perf_counter() - run.begun
                run.text += piece
                changed()
    except StopIteration as end:
        _finish(run, end.value[0])
    except Exception as error:
        run.end("failed", utils.explain(error))


def _finish(run: Run, response) -> None:
    if response.usage:
        run.tokens_in, run.tokens_out = response.usage.input_tokens, response.usage.output_tokens
        details = response.usage.output_tokens_details
        run.tokens_reasoning = details.reasoning_tokens if details else None
    run.cost = utils.cost(response)
    if response.status != "incomplete":
        return run.end("finished") if run.text.strip() else run.end("failed", utils.explain(no_text(response)))
    reason = response.incomplete_details.reason if response.incomplete_details else None
    if reason == "content_filter":
        return run.end("cut off", "A content filter ended the reply.")
    where = "Cut off here" if run.text else "Cut off before the first word: all tokens went into reasoning"
    run.end("cut off", f"{where}. The limit of {run.request.get('max_output_tokens')} tokens was reached.")


def stop_note(run: Run) -> str:
    """Return what to say about a stopped run: a stopped stream no longer reports what it used."""
    return f"Stopped by you. What was written until then is still paid for: about {tokens.count(run.text)} tokens out."


# --- Many runs ---


class Runs:
    """All runs of a playground, and among them those of the last click."""

    def __init__(self):
        self._numbers = itertools.count(1)  # goes on when the runs are cleared: no two share a number
        self.kept: list[Run] = []
        self.current: list[Run] = []  # of the last click on Run
        self.planned = 1  # how many that click asked for

    def plan(self, count: int) -> None:
        """Begin a new group of `count` runs."""
        self.current, self.planned = [], count

    def begin(self, request: dict, setting: str = "") -> Run:
        """Add a run of the present group, and return it."""
        run = Run(next(self._numbers), request, setting)
        self.current.append(run)
        return run

    def keep(self) -> None:
        """Keep the runs of the present group, which has ended."""
        self.kept += self.current

    @property
    def earlier(self) -> list[Run]:
        """What was kept before the present group."""
        return [run for run in self.kept if run not in self.current]

    def clear(self) -> None:
        """Forget all runs that have ended."""
        self.kept.clear()
        self.current = [run for run in self.current if run.status == "running"]


def to_csv(runs: list[Run]) -> str:
    """Return the runs as CSV, one line each, with a header line.

    A text that a spreadsheet would take for a formula, and run, gets a `'` before it.
    """
    text = io.StringIO()
    columns = list(Run(0, {"model": "", "input": ""}).row())
    # Every text in quotes: on its own, csv leaves one with a lone "\r" bare, which then breaks the line.
    writer = csv.DictWriter(text, columns, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writeheader()
    writer.writerows({name: _no_formula(value) for name, value in run.row().items()} for run in runs)
    return text.getvalue()


def _no_formula(value):
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def to_dataframe(runs: list[Run]):
    """Return the runs as a pandas DataFrame. Raises ImportError, with what to do, where pandas is missing."""
    try:
        import pandas
    except ImportError as error:
        raise ImportError("A DataFrame needs pandas: run `%pip install pandas`, or use to_csv() instead.") from error
    return pandas.DataFrame([run.row() for run in runs])
