"""The HTML that all widgets share: Markdown, code, remarks, buttons. Everything that comes from a model is escaped."""

import html
import re
from functools import cache, lru_cache

import mistune

# What LaTeX means by a backslash, Markdown would take for its own: formulas between \( \), \[ \] and $$ $$, and \\ \{ \}.
KINDS_AT_ONCE = 6  # of examples; more would fill the window before anything else is seen
_FORMULA = re.compile(r"\\\([\s\S]+?\\\)|\\\[[\s\S]+?\\\]|\$\$[\s\S]+?\$\$|\\[\\{}]")
_KEPT = re.compile("\ue000(\\d+)\ue001")


class _Safe(mistune.HTMLRenderer):
    """Markdown to HTML that can neither run nor load anything."""

    def link(self, text: str, url: str, title: str | None = None) -> str:
        if not re.match(r"(https?://|mailto:)", url, re.IGNORECASE):
            return text
        hint = f' title="{html.escape(title)}"' if title else ""
        return f'<a href="{html.escape(url)}" target="_blank" rel="noopener noreferrer"{hint}>{text}</a>'

    def image(self, text: str, url: str, title: str | None = None) -> str:
        return self.link(f"(picture: {text or html.escape(url)})", url, title)  # to load it would tell its server

    def block_code(self, code: str, info: str | None = None) -> str:
        return program(code.removesuffix("\n"), (info or "").split(" ")[0])


_markdown = mistune.create_markdown(renderer=_Safe(escape=True), plugins=["table", "strikethrough"])


@lru_cache(maxsize=512)
def markdown(text: str) -> str:
    """Return Markdown as HTML. HTML in it is shown, not obeyed; pictures are not loaded; formulas stay as they are."""
    kept: list[str] = []

    def keep(match: re.Match) -> str:
        kept.append(match[0])
        return f"\ue000{len(kept) - 1}\ue001"

    def give_back(match: re.Match) -> str:
        place = int(match[1])
        return html.escape(kept[place]) if place < len(kept) else match[0]

    return _KEPT.sub(give_back, _markdown(_FORMULA.sub(keep, text)))


def plain(text: str) -> str:
    """Return text as HTML that keeps its line breaks."""
    return f'<div class="tut-text">{html.escape(text)}</div>'


def note(text: str, kind: str = "note") -> str:
    """Return a remark of the widget itself; `kind` is note, warning or error."""
    return f'<div class="tut-{kind}">{html.escape(text)}</div>' if text else ""


def code(text: str) -> str:
    """Return program text as HTML."""
    return f'<pre class="tut-code"><code>{html.escape(text)}</code></pre>'


def program(text: str, language: str = "python") -> str:
    """Return program text as HTML, with colors where the language is known, and a button that copies it."""
    copying = '<button type="button" class="tut-button tut-small" data-copy="" title="Copy this code">Copy code</button>'
    lines = f'<pre class="tut-code"><code>{_colored(text, language)}</code></pre>'
    return f'<div class="tut-block">{copying}{lines}</div>'


def _colored(text: str, language: str) -> str:
    from pygments import highlight  # only here: it takes a moment, and most replies hold no code
    from pygments.formatters import HtmlFormatter

    lexer = _lexer(language)
    return (
        highlight(text, lexer, HtmlFormatter(nowrap=True, classprefix="tok-")).removesuffix("\n") if lexer else html.escape(text)
    )


@cache
def _lexer(language: str):
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return None


def copier(text: str, hint: str) -> str:
    """Return a button that copies a text."""
    return (
        f'<button type="button" class="tut-button tut-small" data-text="{html.escape(text)}" title="{html.escape(hint)}">'
        "Copy</button>"
    )


def action(label: str, do: str, which: object, hint: str, kind: str = "tut-small") -> str:
    """Return a button; a click on it reaches the handler of `Screen.on_do`."""
    key, hint, which = html.escape(f"{do} {which}"), html.escape(hint), html.escape(str(which))
    return (
        f'<button type="button" class="tut-button {kind}" data-do="{do}" data-which="{which}" data-key="{key}" title="{hint}">'
        f"{html.escape(label)}</button>"
    )


def chips(examples: dict[str, list[str]]) -> str:
    """Return prompts to click: the first of each of the first kinds, the others folded below."""
    first = [kind for kind, prompts in examples.items() if prompts][:KINDS_AT_ONCE]

    def row(prompts: list[str]) -> str:
        made = (action(prompt, "example", prompt, "Put this prompt into the box", "tut-chip tut-then-home") for prompt in prompts)
        return f'<div class="tut-chips">{"".join(made)}</div>'

    rest = {kind: prompts[kind in first :] for kind, prompts in examples.items() if prompts[kind in first :]}
    more = "".join(f"<div><small>{html.escape(kind)}</small>{row(prompts)}</div>" for kind, prompts in rest.items())
    folded = f'<details data-key="more"><summary>More examples</summary>{more}</details>' if more else ""
    return f"{row([examples[kind][0] for kind in first])}{folded}"


# JupyterLab writes "Error displaying widget: model not found" under a still whose kernel is gone.
_NO_ERROR = (
    ".jp-OutputArea-child:has(.tut-still) + .jp-OutputArea-child > .jp-OutputArea-output.jupyter-widgets:not(:has(*))"
    " { display: none }"
)


def still(title: str, body: str) -> str:
    """Return a readable page for GitHub, nbconvert, a notebook opened again, and other places without a kernel."""
    told = "Run this cell again, in Jupyter or VS Code, to use it."
    return f'<style>{_NO_ERROR}</style><p class="tut-still"><b>{html.escape(title)}</b> <i>({told})</i></p>{body}'
