"""The picture of what temperature does: the chances of the next token, and how sure the model was."""

import ipywidgets

import utils

from .. import markup
from ..elements import FULL, UNCUT, Screen, button, row
from ..face import Face
from ..jobs import Job
from ..presets import OPENINGS
from . import bars
from .chances import ask_with_logprobs, reshape_top, tokens_of


class TemperaturePicture(Face):
    """See `temperature_picture`."""

    def __init__(self, prompt, *, reply, model, max_tokens, temperature, top_p, client):
        self.client = client or utils.default_client()
        self.reply = None
        self._model, self._max_tokens = model, max_tokens
        self.prompt = ipywidgets.Textarea(prompt, description="Prompt", style=UNCUT, layout=FULL, rows=2)
        self.prompt.add_class("tut-home")
        self.openings = Screen(label="Openings to click", live=markup.chips({opening: [opening] for opening in OPENINGS}))
        self.openings.on_do(lambda _, opening: setattr(self.prompt, "value", opening))
        tooltip = "Send the prompt once, at temperature 1 (Ctrl+Enter)"
        self.ask_button = button("Ask once", self.ask, tooltip, button_style="primary", marks="tut-run")
        self.temperature = ipywidgets.FloatSlider(
            temperature, min=0, max=2, step=0.05, description="Temperature", style=UNCUT, layout=FULL
        )
        self.top_p = ipywidgets.FloatSlider(top_p, min=0.05, max=1, step=0.05, description="Top p", style=UNCUT, layout=FULL)
        self.place = ipywidgets.IntSlider(1, min=1, max=1, description="Token of the reply", style=UNCUT, layout=FULL)
        self.message = Screen(label="Message", role="log")
        self.bars = Screen(label="Chances of the next token")
        self.colored = Screen(label="The reply, marked by how sure the model was")
        self.colored.on_do(lambda _, place: setattr(self.place, "value", int(place)))
        sliders = [self.place, self.temperature, self.top_p]
        reshaping = ipywidgets.Box(sliders)
        reshaping.add_class("tut-controls")
        reshaping.add_class("tut-control")
        super().__init__([self.openings, self.prompt, row(self.ask_button), self.message, self.colored, reshaping, self.bars])
        for slider in sliders:
            slider.observe(self._draw, "value")
        self._say(
            markup.note(
                "Ask once. Then click a token of the reply to see what else could have stood there; the sliders redraw without asking again."
            )
        )
        if reply is not None:
            self._show(reply)

    def ask(self) -> None:
        """Send the prompt and draw the reply."""
        if self.running:
            return
        self._say(markup.note("Waiting for the reply …"))
        prompt = self.prompt.value
        self.start(lambda job: self._work(job, prompt))

    def _work(self, job: Job, prompt: str) -> None:
        try:
            self._show(ask_with_logprobs(prompt, model=self._model, max_tokens=self._max_tokens, client=self.client))
        except Exception as error:
            self._say(markup.note(utils.explain(error), "error"))
        finally:
            self.finish(job)

    def _show(self, reply) -> None:
        self.tokens = tokens_of(reply)
        self.reply = reply
        self.place.value, self.place.max = 1, len(self.tokens)
        self._say(markup.note(f"{utils.describe_usage(reply)}. Moving the sliders costs nothing: no new request."))
        self._draw()

    def _say(self, page: str) -> None:
        self.message.live = page

    def _shares(self):
        token = self.tokens[self.place.value - 1]
        return reshape_top(token.top, self.temperature.value, self.top_p.value)

    def _draw(self, change=None) -> None:
        if self.reply is not None:
            self.colored.live = bars.colored_reply(self.tokens, self.place.value - 1)
            self.bars.live = bars.bars(self._shares())

    def still(self) -> tuple[str, str]:
        title = f"The chances of the next token after: {self.prompt.value}"
        if self.reply is None:
            return title, markup.still(title, "")
        shares, settings = self._shares(), f"Temperature {self.temperature.value}, top p {self.top_p.value}."
        lines = [f"{bars.visible(token)}: {bars.percent(chance)}" for token, chance in shares.listed[: bars.BARS_SHOWN]]
        body = markup.plain(utils.reply_text(self.reply)) + markup.note(settings) + bars.bars(shares, still=True)
        return "\n".join([title, settings, *lines]), markup.still(title, body)


def temperature_picture(
    prompt: str = "The sky is",
    *,
    reply=None,
    model: str = utils.DEFAULT_MODEL,
    max_tokens: int = 60,
    temperature: float = 1.0,
    top_p: float = 1.0,
    client=None,
) -> TemperaturePicture:
    """Return a picture of the chances of each next token, with sliders for temperature and top_p.

    One request, on a click, brings the model's own chances; the sliders only redraw. With `reply`,
    a response of `ask_with_logprobs` (or of any call that asked for logprobs), it is drawn at once.
    Raises ValueError for a reply without logprobs.
    """
    return TemperaturePicture(
        prompt, reply=reply, model=model, max_tokens=max_tokens, temperature=temperature, top_p=top_p, client=client
    )
