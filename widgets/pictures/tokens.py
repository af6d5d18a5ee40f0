"""A box that cuts your own text into tokens while you type, counts them and prices them."""

import html

import ipywidgets

import utils
from offline.model import tokens

from .. import markup, plans
from ..elements import FULL, Screen, button, row
from ..face import Face
from ..jobs import Job
from .bars import visible
from .bill import price_of

COLORS = 5
ESTIMATE = "The cuts and the count are an estimate, on English text within about 10%. The API counts exactly."


def colored_tokens(text: str) -> str:
    """Return a text with its tokens in changing colors."""
    marked = (
        f'<span class="tut-piece tut-piece{place % COLORS}" title="token {place + 1}: {html.escape(visible(token))}">'
        f"{html.escape(token)}</span>"
        for place, token in enumerate(tokens.split(text))
    )
    return f'<div class="tut-text tut-pieces">{"".join(marked)}</div>'


def count_sentence(text: str, model: str) -> str:
    """Return how many tokens a text has and what they cost, in words; an estimate."""
    count = tokens.count(text)
    prices = [price_of(model, count, 0), price_of(model, 0, count)]
    sent, written = map(utils.format_cost, prices)
    return f"About {count} tokens, {len(text)} characters. Sent to {model}: {sent}. Written by it: {written}."


class TokenPicture(Face):
    """See `token_picture`."""

    def __init__(self, text, model, client):
        self.client = client or utils.default_client()
        self.text = ipywidgets.Textarea(text, description="Text", rows=4, layout=FULL)
        self.text.add_class("tut-home")
        models = list(dict.fromkeys([model, *plans.usable_models()]))
        self.model = ipywidgets.Dropdown(options=models, value=model, description="Model", layout=FULL)
        self.count_button = button("Let the API count", self.ask, "Ask how many tokens it is (Ctrl+Enter)", marks="tut-run")
        self.pieces = Screen(label="The text, cut into tokens")
        self.count = Screen(label="How many tokens")
        self.message = Screen(label="Message", role="log", live=markup.note(ESTIMATE))
        settings = ipywidgets.VBox([self.text, self.model])
        settings.add_class("tut-control")
        super().__init__([settings, self.pieces, self.count, row(self.count_button), self.message])
        for control in (self.text, self.model):
            control.observe(self._draw, "value")
        self._draw()

    def _draw(self, change=None) -> None:
        self.pieces.live = colored_tokens(self.text.value)
        self.count.live = markup.plain(count_sentence(self.text.value, self.model.value))
        self.message.live = markup.note(ESTIMATE)

    def ask(self) -> None:
        """Ask the API how many tokens a request with this text has."""
        if not self.running:
            self.message.live = markup.note("Counting …")
            self.start(self._work)

    def _work(self, job: Job) -> None:
        try:
            counted = self.client.responses.input_tokens.count(model=self.model.value, input=self.text.value).input_tokens
            by = "The stand-in, which estimates too," if plans.is_free(self.client) else "The API"
            self.message.live = markup.note(f"{by} counts {counted} tokens: the text, and a few around every message.")
        except Exception as error:
            self.message.live = markup.note(utils.explain(error), "error")
        finally:
            self.finish(job)

    def still(self) -> tuple[str, str]:
        said = count_sentence(self.text.value, self.model.value)
        cut = " | ".join(map(visible, tokens.split(self.text.value)))
        return f"Tokens\n{cut}\n{said}", markup.still("Tokens", markup.plain(cut) + markup.note(said) + markup.note(ESTIMATE))


def token_picture(
    text: str = "Tokens are pieces of text, often whole words.", *, model: str = utils.DEFAULT_MODEL, client=None
) -> TokenPicture:
    """Return a box that cuts a text into colored tokens as you type, counts them, and prices them for a model.

    The cuts are an estimate, and it says so. One request, on a click, lets the API count exactly.
    """
    return TokenPicture(text, model, client)
