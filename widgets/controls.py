"""What is chosen in the playground: one control for each parameter, and what the model makes of the choices."""

import html
from collections.abc import Callable

import ipywidgets

from . import plans
from .parameters import PARAMETERS

NO_EFFORT = ("not sent", None)
CHOSEN = [name for name in PARAMETERS if name != "prompt"]  # two settings side by side have one prompt


class Controls(ipywidgets.HBox):
    """The controls of all parameters but the prompt; each is an attribute of its name, with a remark in `notes`."""

    def __init__(self, values: dict, models: list[str], changed: Callable[[], None]):
        self._changed = changed
        self.by_name = {name: PARAMETERS[name].control(values[name]) for name in CHOSEN if name != "effort"}
        self.by_name["effort"] = PARAMETERS["effort"].control(None)
        self.notes = {name: ipywidgets.HTML() for name in CHOSEN}
        for name, control in self.by_name.items():
            setattr(self, name, control)
        self.model.options = list(dict.fromkeys([values["model"], *models]))
        self.model.value = values["model"]
        self._offer_efforts(values["effort"])
        cell = ipywidgets.Layout(flex="1 1 290px", min_width="250px", padding="0 12px 0 0")
        cells = [ipywidgets.VBox([self.by_name[name], self.notes[name]], layout=cell) for name in CHOSEN]
        super().__init__(cells, layout=ipywidgets.Layout(flex_flow="row wrap"))
        for name in ("model", "effort"):
            self.by_name[name].observe(self._models_changed, "value")
        for control in self.by_name.values():
            control.observe(lambda _: changed(), "value")
        self._models_changed()

    def values(self) -> dict:
        """Return what is chosen, by the names of the parameters."""
        return {name: control.value for name, control in self.by_name.items()}

    def request(self, prompt: str) -> dict:
        """Return the arguments of the call that asks `prompt` with these choices."""
        return plans.build_request(prompt, **self.values())

    def _offer_efforts(self, wanted: str | None) -> None:
        model = self.model.value
        efforts = [(effort, effort) for effort in plans.efforts_of(model)]
        options = efforts if efforts and plans.models.find(model) else [NO_EFFORT, *efforts]
        if wanted not in [value for _, value in options]:
            wanted = plans.default_effort(model)
        if list(self.effort.options) != options:
            self.effort.options = options
        self.effort.value = wanted

    def _models_changed(self, change=None) -> None:
        """Disable what the model does not take, and say why."""
        self._offer_efforts(self.effort.value)
        model, effort = self.model.value, self.effort.value
        reasons = {"model": plans.model_note(model)} | plans.not_taken(model, effort)
        for name, remark in self.notes.items():
            self.by_name[name].disabled = name != "model" and name in reasons
            text = html.escape(reasons.get(name, ""))
            remark.value = f'<small style="line-height: 1.3; display: block">{text}</small>' if text else ""
            remark.layout.display = "" if text else "none"
