"""HTML for the widgets, made from plain data. Everything that comes from a model is escaped."""

import html
import json
import re
from functools import lru_cache

import mistune

import utils

from .calls import Run
from .chances import Shares, Token, sureness

ROWS_SHOWN = 50  # of the table of runs
BARS_SHOWN = 10

# --- Text ---


class _Safe(mistune.HTMLRenderer):
    """Markdown to HTML that can neither run nor load anything."""

    def link(self, text: str, url: str, title: str | None = None) -> str:
        if not re.match(r"(https?://|mailto:)", url, re.IGNORECASE):
            return text
        hint = f' title="{html.escape(title)}"' if title else ""
        return f'<a href="{html.escape(url)}" target="_blank" rel="noopener noreferrer"{hint}>{text}</a>'

    def image(self, text: str, url: str, title: str | None = None) -> str:
        return self.link(f"(picture: {text or html.escape(url)})", url, title)  # to load it would tell its server


_markdown = mistune.create_markdown(renderer=_Safe(escape=True), plugins=["table", "strikethrough"])


@lru_cache(maxsize=512)
def markdown(text: str) -> str:
    """Return Markdown as HTML. HTML in it is shown, not obeyed; pictures are not loaded."""
    return _markdown(text)


def plain(text: str) -> str:
    """Return text as HTML that keeps its line breaks."""
    return f'<div class="tut-text">{html.escape(text)}</div>'


def note(text: str, kind: str = "note") -> str:
    """Return a remark of the widget itself; `kind` is note, warning or error."""
    return f'<div class="tut-{kind}">{html.escape(text)}</div>' if text else ""


def code(text: str) -> str:
    """Return program text as HTML."""
    return f'<pre class="tut-code"><code>{html.escape(text)}</code></pre>'


# --- The playground ---


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
    "run": "Run", "reply": "Reply", "status": "Ended", "model": "Model", "effort": "Effort", "temperature": "Temperature", "top_p": "Top p",
    "max_tokens": "Max tokens", "verbosity": "Verbosity", "prompt": "Prompt", "instructions": "Instructions",
    "tokens_in": "Tokens in", "tokens_out": "Tokens out", "cost_usd": "Cost", "first_token_s": "First token",
    "total_s": "In all",
}  # fmt: skip
PARAMETERS = ("prompt", "instructions", "model", "effort", "temperature", "top_p", "max_tokens", "verbosity")


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


# --- The picture of temperature ---


def visible(token: str) -> str:
    """Return a token with its spaces and line breaks made visible."""
    return token.replace(" ", "␣").replace("\n", "⏎") or "(end)"


def bars(shares: Shares, *, still: bool = False) -> str:
    """Return chances as a bar chart; `still`: as one that needs no style sheet."""
    shown, rest = shares.listed[:BARS_SHOWN], shares.listed[BARS_SHOWN:]
    rows = [_bar(visible(token), chance, "", still) for token, chance in shown]
    if rest:
        rows.append(_bar(f"{len(rest)} more of the list", sum(chance for _, chance in rest), "", still))
    bound = "" if shares.bound == "exactly" else f"{shares.bound} "
    rows.append(_bar("all other tokens", shares.others, bound, still))
    caption = "Chance of the next token (␣ is a space, ⏎ a line break)"
    return f'<table class="tut-bars"><caption>{caption}</caption><tbody>{"".join(rows)}</tbody></table>'


def _bar(name: str, chance: float, bound: str, still: bool) -> str:
    bar = "█" * round(30 * chance) if still else f'<div class="tut-bar" style="width: {100 * chance:.2f}%"></div>'
    said = f"cut off, {'about ' if bound else ''}0%" if chance == 0 else f"{bound}{percent(chance)}"
    dim = ' class="tut-dim"' if chance == 0 else ""
    return f'<tr{dim}><th scope="row">{html.escape(name)}</th><td aria-hidden="true">{bar}</td><td>{said}</td></tr>'


def percent(chance: float) -> str:
    """Return a chance as a percentage for reading."""
    if chance < 0.0001:
        return "under 0.01%"
    return f"{100 * chance:.2f}%" if chance < 0.01 else f"{100 * chance:.1f}%"


SURENESS = {"sure": 0.95, "likely": 0.7, "one of several": 0.3, "surprising": 0.01}


def colored_reply(tokens: list[Token], chosen: int | None = None) -> str:
    """Return a reply with each token marked, by color and by line, with how sure the model was of it."""
    marked = "".join(_colored(token, place == chosen) for place, token in enumerate(tokens))
    legend = " ".join(f'<span class="tut-{_slug(word)}">{word}</span>' for word in SURENESS)
    return f'<div class="tut-text tut-sure-reply">{marked}</div><div class="tut-note">How sure it was: {legend}</div>'


def _colored(token: Token, chosen: bool) -> str:
    word = sureness(token.chance)
    title = html.escape(f"{visible(token.text)}: {percent(token.chance)}, {word}")
    mark = " tut-chosen" if chosen else ""
    return f'<span class="tut-{_slug(word)}{mark}" title="{title}">{html.escape(token.text)}</span>'


def _slug(word: str) -> str:
    return word.replace(" ", "-")


# --- The chat box ---


def bubbles(messages: list[dict]) -> str:
    """Return messages as the bubbles of a chat."""
    return "".join(bubble(message["role"], message["content"]) for message in messages)


def bubble(role: str, text: str, remark: str = "") -> str:
    """Return one bubble: what the model wrote as Markdown, what you wrote as it is."""
    who, body = ("You", plain(text)) if role == "user" else ("Assistant", f'<div class="tut-md">{markdown(text)}</div>')
    return f'<article class="tut-bubble tut-{role}"><b>{who}</b>{body}{remark}</article>'


def next_messages(messages: list[dict], instructions: str | None) -> str:
    """Return what will be sent next, as the arguments of the call."""
    shown = f"instructions={json.dumps(instructions, ensure_ascii=False)}\n" if instructions else ""
    return code(f"{shown}input={json.dumps(messages, ensure_ascii=False, indent=2)}")


# --- Stills: what is left where no widget can run ---


def still(title: str, body: str) -> str:
    """Return a readable page for GitHub, nbconvert and other places without a kernel."""
    return f"<p><b>{html.escape(title)}</b> <i>(run this notebook in Jupyter or VS Code to use it)</i></p>{body}"
