"""What the model writes is never obeyed."""

import html
import re
from html.parser import HTMLParser

import pytest

import widgets
from widgets import bubbles, cards, markup, plans, runs
from widgets.pictures import bars
from widgets.pictures.chances import reshape_top
from widgets.turns import Turns

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "[click](JaVa\tScRiPt:alert(1))",
    "[click](&#106;avascript:alert(1))",
    "[click](data:text/html,<script>alert(1)</script>)",
    "[click](vbscript:x) <javascript:alert(1)>",
    '![x](https://example.org/spy.png "onload=alert(1)")',
    "![x](javascript:alert(1))",
    '[a](https://example.org/"onmouseover="alert(1))',
    "[a]: javascript:alert(1)\n\n[a]",
    "```html onload=x\n<script>alert(1)</script>\n```",
    '```"><script>alert(1)</script>\ncode\n```',
    "| <script>alert(1)</script> | b |\n|---|---|\n| <img src=x onerror=alert(1)> | `<svg onload=x>` |",
    "<style>* {display: none}</style><iframe src=//example.org></iframe><a href='javascript:x'>y</a>",
    "</div></article></textarea><svg/onload=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
]
SAFE_TAGS = {
    "article",
    "div",
    "b",
    "p",
    "a",
    "pre",
    "code",
    "em",
    "strong",
    "del",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "br",
    "hr",
    "blockquote",
    "section",
    "span",
    "button",
    "mark",
    "caption",
    "details",
    "summary",
    "small",
}
SAFE_ATTRIBUTES = {
    "class", "href", "target", "rel", "title", "style", "scope", "start", "type", "aria-label", "aria-hidden",
                   "data-copy", "data-text", "data-do", "data-which", "data-key"}  # fmt: skip


class Inspector(HTMLParser):
    def handle_starttag(self, tag, attributes):
        assert tag in SAFE_TAGS, tag
        for name, value in attributes:
            assert name in SAFE_ATTRIBUTES, name
            assert name != "href" or value.startswith(("https://", "http://", "mailto:")), value
            assert name != "style" or re.fullmatch(r"text-align:\w+|width: [\d.]+%", value), value


def chat_of(attack):
    turns = Turns()
    turns.follow([{"role": "user", "content": attack}, {"role": "assistant", "content": attack}])
    return bubbles.conversation(turns, {1: bubbles.bubble("user", attack)})


@pytest.mark.parametrize("attack", ATTACKS)
def test_html_from_the_model_is_shown_not_obeyed(attack):
    run = runs.Run(1, plans.build_request(attack, instructions=attack), text=attack)
    run.end("failed", attack)
    for page in (
        bubbles.bubbles([{"role": "user", "content": attack}, {"role": "assistant", "content": attack}]),
        cards.replies([run]),
        cards.runs_table([run]),
        bubbles.next_request({"input": [{"role": "user", "content": attack}], "instructions": attack}),
        markup.chips({attack: [attack, attack]}),
        chat_of(attack),
        bars.colored_reply([widgets.Token(attack, -0.1, [])]),
        bars.bars(reshape_top([(attack, -0.1)], 1), still=True),
    ):
        Inspector().feed(page)


def test_markdown_is_rendered():
    page = bubbles.bubble(
        "assistant", "**bold** and\n\n```python\nprint(1 < 2)\n```\n\n[a](https://example.org/?a=1&b=2)\n\n1. one\n2. two"
    )
    assert "<strong>bold</strong>" in page and "print" in page and "1 &lt; 2" in re.sub("<[^>]+>", "", page) and "<ol>" in page
    assert 'href="https://example.org/?a=1&amp;b=2"' in page


@pytest.mark.parametrize(
    "formula",
    [r"\(x^2\)", r"\[\frac{a}{b}\]", "\\[\na * b * c\n+ d\n\\]", r"$$a_1 * b_2 * c$$", r"\(\{1, 2\}\)", r"a \\ b", r"\{x\}",
     r"\(a_i < b_j\)", r"in code: `\(x\)`", "```latex\n\\[a * b\\]\n```"],
)  # fmt: skip
def test_formulas_survive_markdown(formula):
    text = html.unescape(re.sub("<button.*?</button>|<[^>]+>", "", markup.markdown(f"Before {formula} after.\n\n**bold**")))
    assert formula.replace("`", "").replace("latex\n", "").strip() in text.replace("latex", "")
    assert "<strong>bold</strong>" in markup.markdown(f"{formula}\n\n**bold**")
