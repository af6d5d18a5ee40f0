"""What stands beside a chat: the model, the instructions, what was used, and the conversation to take along."""

import html
from collections.abc import Callable

import ipywidgets

import utils

from . import bubbles, exports, plans
from .elements import FULL, CopyButton, Screen, row, show
from .turns import Turn, turns_in_words


class Beside(ipywidgets.VBox):
    """The settings of a conversation, which they change at once, and what it used so far."""

    def __init__(self, conversation: utils.Conversation, params: dict, changed: Callable[[], None]):
        self._talk, self._changed = conversation, changed
        models = list(dict.fromkeys([conversation.model, *plans.usable_models()]))
        self.model = ipywidgets.Dropdown(options=models, value=conversation.model, description="Model", layout=FULL)
        self.instructions = ipywidgets.Textarea(
            conversation.instructions or "",
            description="Instructions",
            placeholder="For example: Talk like a pirate.",
            rows=3,
            layout=FULL,
        )
        self.slow = slow_switch(conversation.client)
        self.used = ipywidgets.HTML()
        self.growth = Screen(label="What each turn used")
        hint = "Copy the whole conversation"
        self.copy_markdown = CopyButton(lambda: exports.as_markdown(conversation), label="Copy as Markdown", hint=hint)
        self.copy_python = CopyButton(lambda: exports.as_python(conversation, params), label="Copy as Python", hint=hint)
        settings = ipywidgets.VBox([self.model, self.instructions])
        settings.add_class("tut-control")
        super().__init__([settings, self.slow, self.used, self.growth, row(self.copy_markdown, self.copy_python)])
        for control in (self.model, self.instructions):
            control.observe(lambda _: self._take(), "value")

    @property
    def pace(self) -> float:
        """How many seconds to wait after each token."""
        return plans.pace_of(self._talk.client, self.slow.value)

    def _take(self) -> None:
        self._talk.model, self._talk.instructions = self.model.value, self.instructions.value or None
        self._changed()

    def draw(self, path: list[Turn]) -> None:
        """Show what the conversation is now; it may have changed in a cell."""
        talk = self._talk
        model, instructions = talk.model, talk.instructions or ""  # first: a control that changes writes to both
        if model not in self.model.options:
            self.model.options = [model, *self.model.options]
        self.model.value, self.instructions.value = model, instructions
        self.growth.live = bubbles.growth(path)
        paid = " (offline: nothing is paid)" if plans.is_free(talk.client) else ""
        used = f"{talk.input_tokens} tokens in, {talk.output_tokens} tokens out, {utils.format_cost(talk.cost)} so far{paid}"
        self.used.value = html.escape(f"{turns_in_words(talk.messages)}, {used}")


def slow_switch(client) -> ipywidgets.Checkbox:
    """Return the switch that lets a reply of the stand-in be watched; for a real model it is not shown."""
    made = ipywidgets.Checkbox(True, description="Slow enough to watch", indent=False, layout={"width": "auto"})
    made.tooltip = "As fast as a real model, not at once"
    show(made, plans.is_free(client))
    return made
