"""The HTML that all widgets share: Markdown, plain text, remarks, code. Everything that comes from a model is escaped."""

import html
import re
from functools import lru_cache

import mistune


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


def still(title: str, body: str) -> str:
    """Return a readable page for GitHub, nbconvert and other places without a kernel."""
    return f"<p><b>{html.escape(title)}</b> <i>(run this notebook in Jupyter or VS Code to use it)</i></p>{body}"
