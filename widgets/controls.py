"""What is chosen in the playground: one control for each parameter, and what the model makes of the choices."""

import html
from collections.abc import Callable

import ipywidgets

from . import plans
from .elements import show
from .parameters import PARAMETERS, Parameter

NO_EFFORT = ("not sent", None)
CHOSEN = [name for name in PARAMETERS if name != "prompt"]  # two settings side by side have one prompt
ROOM_TO_THINK = 2_000  # tokens: with fewer, thinking often leaves nothing for the answer


def room_for(effort: str | None) -> int:
    """Return the limit of tokens that leaves room for an answer at this effort."""
    return ROOM_TO_THINK if effort not in (None, "none") else PARAMETERS["max_tokens"].default


def cell(parameter: Parameter, control: ipywidgets.DOMWidget, *more: ipywidgets.DOMWidget) -> ipywidgets.VBox:
    """Return a control with what there is to say about it."""
    about = f"<summary>About {parameter.label}</summary>{html.escape(parameter.help)}"
    made = ipywidgets.VBox([control, *more, ipywidgets.HTML(f"<details class='tut-help'>{about}</details>")])
    made.add_class("tut-control")
    return made


class Controls(ipywidgets.Box):
    """The controls of all parameters but the prompt; each is an attribute of its name, with a remark in `notes`.

    What a model does not take is disabled, with the reason; a model that takes it again brings back
    what was chosen. When a model begins to think, a small limit of tokens rises, and falls again afterwards.
    """

    def __init__(self, values: dict, models: list[str], changed: Callable[[], None]):
        self.by_name = {name: PARAMETERS[name].control(None if name == "effort" else values[name]) for name in CHOSEN}
        self.notes = {name: ipywidgets.HTML() for name in CHOSEN}
        for name, control in self.by_name.items():
            setattr(self, name, control)
        self.model.options = list(dict.fromkeys([values["model"], *models]))
        self.model.value = values["model"]
        self._chosen_effort = values["effort"]  # by hand; a model that does not take it leaves it as it is
        self._small_limit: int | None = None  # the limit before it rose
        self._adjusting = False
        self._offer_efforts()
        super().__init__([cell(PARAMETERS[name], self.by_name[name], self.notes[name]) for name in CHOSEN])
        self.add_class("tut-controls")
        self.model.observe(lambda _: self._offer_efforts(), "value")
        self.effort.observe(self._effort_changed, "value")
        for control in self.by_name.values():
            control.observe(lambda _: self._say_what_is_wrong(), "value")
            control.observe(lambda _: changed(), "value")
        self._say_what_is_wrong()

    def values(self) -> dict:
        """Return what is chosen, by the names of the parameters."""
        return {name: control.value for name, control in self.by_name.items()}

    def apply(self, values: dict) -> None:
        """Choose these values."""
        if "model" in values:
            self.model.value = values["model"]  # it decides which efforts there are
        for name in values.keys() - {"model", "effort"}:
            self.by_name[name].value = values[name]
        if "effort" in values:
            self._chosen_effort = values["effort"]
            self._offer_efforts()  # the last, as it may raise the limit of tokens

    def request(self, prompt: str) -> dict:
        """Return the arguments of the call that asks `prompt` with these choices."""
        return plans.build_request(prompt, **self.values())

    def problems(self) -> list[str]:
        """Return what is wrong with the numbers."""
        found = (PARAMETERS[name].problem(value) for name, value in self.values().items())
        return [problem for problem in found if problem]

    # --- What one choice makes of the others ---

    def _offer_efforts(self) -> None:
        model = self.model.value
        efforts = [(effort, effort) for effort in plans.efforts_of(model)]
        options = efforts if efforts and plans.models.find(model) else [NO_EFFORT, *efforts]
        wanted = self._chosen_effort
        self._adjusting = True
        if list(self.effort.options) != options:
            self.effort.options = options
        self.effort.value = wanted if wanted in [value for _, value in options] else plans.default_effort(model)
        self._adjusting = False

    def _effort_changed(self, change) -> None:
        if not self._adjusting:
            self._chosen_effort = change["new"]
        room = room_for(change["new"])
        if self._small_limit is not None and room < ROOM_TO_THINK:
            self.max_tokens.value, self._small_limit = self._small_limit, None
        elif self.max_tokens.value < room == ROOM_TO_THINK:
            self._small_limit = self.max_tokens.value
            self.max_tokens.value = room

    def _say_what_is_wrong(self) -> None:
        """Disable what the model does not take and say why, and name what is out of bounds."""
        values = self.values()
        refused = plans.not_taken(values["model"], values["effort"])
        remarks = {"model": plans.model_note(values["model"])} | refused
        if self._small_limit is not None and values["max_tokens"] == ROOM_TO_THINK:
            remarks["max_tokens"] = f"Raised from {self._small_limit}: thinking takes tokens, too."
        for name, remark in self.notes.items():
            self.by_name[name].disabled = name in refused
            text = PARAMETERS[name].problem(values[name]) or remarks.get(name, "")
            remark.value = f'<small style="line-height: 1.3; display: block">{html.escape(text)}</small>' if text else ""
            show(remark, bool(text))
