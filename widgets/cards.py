"""The playground's runs as HTML."""

import html

import utils

from .markup import note, plain
from .parameters import PARAMETERS
from .runs import Run

ROWS_SHOWN = 50  # of the table of runs


def facts(run: Run) -> str:
    """Return one line about a run: tokens, cost, times and how it ended."""
    if run.status == "running":
        return "waiting for the first token …" if not run.text else "writing …"
    parts = [run.status]
    if run.tokens_in is not None:
        parts += [f"{run.tokens_in} tokens in", f"{run.tokens_out} tokens out", utils.format_cost(run.cost)]
    if run.first_token is not None:
        parts.append(f"first token after {_time(run.first_token)}")
    return " · ".join([*parts, f"{_time(run.seconds)} in all"])


def _time(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"


def replies(runs: list[Run], planned: int = 1) -> str:
    """Return the replies of one click on Run, each with its facts below; `planned`: how many are to come."""
    return "".join(_reply(run, f"Reply {place} of {planned}" if planned > 1 else "Reply") for place, run in enumerate(runs, 1))


def _reply(run: Run, title: str) -> str:
    kind = {"failed": "error", "cut off": "warning", "stopped": "warning"}.get(run.status, "note")
    facts_line = f'<div class="tut-facts">{html.escape(facts(run))}</div>'
    return f'<section class="tut-reply"><b>{title}</b>{plain(run.text)}{note(run.note, kind)}{facts_line}</section>'


COLUMNS = {
    "run": "Run",
    "reply": "Reply",
    "status": "Ended",
    **{name: parameter.label for name, parameter in PARAMETERS.items()},
    "tokens_in": "Tokens in",
    "tokens_out": "Tokens out",
    "cost_usd": "Cost",
    "first_token_s": "First token",
    "total_s": "In all",
}


def runs_table(runs: list[Run]) -> str:
    """Return the runs as a table: what differs in columns, what was the same in all of them in one line."""
    if not runs:
        return note("No runs yet. Each run will be kept here, to compare.")
    rows = [run.row() for run in runs[-ROWS_SHOWN:]]
    same = [name for name in PARAMETERS if len({row[name] for row in rows}) == 1]
    columns = [name for name in COLUMNS if name not in same]
    head = "".join(f'<th scope="col">{COLUMNS[name]}</th>' for name in columns)
    body = "".join("<tr>" + "".join(f"<td>{_cell(name, row[name])}</td>" for name in columns) + "</tr>" for row in rows)
    shared = "; ".join(f"{COLUMNS[name].lower()} {_short(rows[0][name])}" for name in same if rows[0][name] is not None)
    earlier = f"The last {ROWS_SHOWN} of {len(runs)} runs. " if len(runs) > ROWS_SHOWN else ""
    caption = note(f"{earlier}{'The same in all' if len(rows) > 1 else 'Sent'}: {shared}." if shared else earlier)
    table = f'<table class="tut-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    return caption + table


def _cell(name: str, value) -> str:
    if value is None:
        return '<span title="not sent, or not known">–</span>'
    if name == "cost_usd":
        return utils.format_cost(value)
    if name in ("first_token_s", "total_s"):
        return _time(value)
    return html.escape(_short(value))


def _short(value) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 200 else text[:199] + "…"
