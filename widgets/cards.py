"""The playground's runs as HTML: a card for each, several replies as a picture, all of them as a table."""

import html
from collections import Counter

import utils

from .markup import copier, markdown, note
from .parameters import PARAMETERS
from .runs import Run

CARDS_SHOWN = 30
ROWS_SHOWN = 50  # of the table of runs
KINDS = {"failed": "error", "cut off": "warning", "stopped": "warning"}


def facts(run: Run) -> str:
    """Return one line about a run: tokens, cost, times and how it ended."""
    if run.status == "running":
        return "waiting for the first token …" if not run.text else "writing …"
    parts = [run.status]
    if run.tokens_in is not None:
        thought = f" ({run.tokens_reasoning} of them reasoning)" if run.tokens_reasoning else ""
        parts += [f"{run.tokens_in} tokens in", f"{run.tokens_out} tokens out{thought}", utils.format_cost(run.cost)]
    if run.first_token is not None:
        parts.append(f"first token after {_time(run.first_token)}")
    return " · ".join([*parts, f"{_time(run.seconds)} in all"])


def _time(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"


# --- Cards ---


def replies(runs: list[Run], planned: int = 1) -> str:
    """Return the runs of one click on Run, of which `planned` are to come: what they share, and a card for each.

    What differs between their requests is marked.
    """
    differ = [name for name, parameter in PARAMETERS.items() if len({parameter.read(run.request) for run in runs}) > 1]
    waiting = note(f"Reply {len(runs)} of {planned} …") if len(runs) < planned else ""
    page = f"{waiting}{spread(runs)}{cards(runs, differ)}"
    return f'<div class="tut-pairs">{page}</div>' if runs and runs[0].setting else page


def cards(runs: list[Run], differ: list[str] | tuple = ()) -> str:
    """Return a card for each run, in this order."""
    return f'<div class="tut-cards">{"".join(_card(run, differ) for run in runs)}</div>' if runs else ""


def earlier(runs: list[Run]) -> str:
    """Return the cards of earlier runs, the newest first."""
    return cards(list(reversed(runs[-CARDS_SHOWN:])))


def _card(run: Run, differ: list[str] | tuple) -> str:
    name = f"Run {run.number}{f', setting {run.setting}' if run.setting else ''}"
    copying = copier(run.text, "Copy this reply") if run.text and run.status != "running" else ""
    return (
        f'<article class="tut-reply" aria-label="{name}"><div class="tut-head"><b>{name}</b>{copying}</div>'
        f'<div class="tut-sent">{_sent(run, differ)}</div><div class="tut-md">{markdown(run.text)}</div>'
        f'{note(run.note, KINDS.get(run.status, "note"))}<div class="tut-facts">{html.escape(facts(run))}</div></article>'
    )


def _sent(run: Run, differ: list[str] | tuple) -> str:
    """Return what was sent; the prompt last, and what differs from the other runs marked."""
    values = {name: parameter.read(run.request) for name, parameter in PARAMETERS.items()}
    names = sorted((name for name in values if values[name] is not None), key="prompt".__eq__)
    shown = ((name, html.escape(f"{PARAMETERS[name].label.lower()} {_short(values[name])}")) for name in names)
    return " · ".join(f"<mark>{text}</mark>" if name in differ else text for name, text in shown)


def spread(runs: list[Run]) -> str:
    """Return, for several replies, how many of them differ, and how often each came, as bars; for one, nothing."""
    settings = dict.fromkeys(run.setting for run in runs)
    return "".join(_spread([run for run in runs if run.setting == setting], setting) for setting in settings)


def _spread(runs: list[Run], setting: str) -> str:
    ended = [" ".join(run.text.split()) for run in runs if run.status in ("finished", "cut off")]
    if len(ended) < 2:
        return ""
    counted = Counter(ended).most_common()
    rows = "".join(
        f'<tr><th scope="row">{html.escape(_short(reply, 60))}</th>'
        f'<td aria-hidden="true"><div class="tut-bar" style="width: {100 * count / len(ended):.0f}%"></div></td>'
        f"<td>{count} of {len(ended)}</td></tr>"
        for reply, count in counted
    )
    different = "all the same" if len(counted) == 1 else f"{len(counted)} different ones"
    of = f"Setting {setting}: " if setting else ""
    return f'<table class="tut-bars tut-spread"><caption>{of}{len(ended)} replies, {different}</caption><tbody>{rows}</tbody></table>'


# --- The table ---

COLUMNS = {
    "run": "Run",
    "reply": "Reply",
    "setting": "Setting",
    "status": "Ended",
    **{name: parameter.label for name, parameter in PARAMETERS.items()},
    "tokens_in": "Tokens in",
    "tokens_out": "Tokens out",
    "tokens_reasoning": "Reasoning",
    "cost_usd": "Cost",
    "first_token_s": "First token",
    "total_s": "In all",
}
SHARED = ("setting", *PARAMETERS)  # no column of their own where they are the same in all


def runs_table(runs: list[Run]) -> str:
    """Return the runs as a table: what differs in columns, what was the same in all of them in one line."""
    if not runs:
        return note("No runs yet. Each run will be kept here, to compare.")
    rows = [run.row() for run in runs[-ROWS_SHOWN:]]
    same = [name for name in SHARED if len({row[name] for row in rows}) == 1]
    columns = [name for name in COLUMNS if name not in same]
    head = "".join(f'<th scope="col">{COLUMNS[name]}</th>' for name in columns)
    body = "".join("<tr>" + "".join(f"<td>{_cell(name, row[name])}</td>" for name in columns) + "</tr>" for row in rows)
    shared = "; ".join(f"{COLUMNS[name].lower()} {_short(rows[0][name])}" for name in same if rows[0][name] is not None)
    left_out = f"The last {ROWS_SHOWN} of {len(runs)} runs. " if len(runs) > ROWS_SHOWN else ""
    caption = note(f"{left_out}{'The same in all' if len(rows) > 1 else 'Sent'}: {shared}" if shared else left_out)
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


def _short(value, longest: int = 200) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= longest else text[: longest - 1] + "…"
