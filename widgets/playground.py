"""The playground: every parameter under your hands, and what it does on the screen."""

import html
import itertools

import ipywidgets

import utils

from . import calls, render
from .parts import FULL, UNCUT, CopyButton, Face, Job, Screen, Throttle, button, row

NO_EFFORT = ("not sent", None)


class Playground(Face):
    """See `playground`."""

    def __init__(self, prompt, *, client, models, settings):
        self._planned = 1  # how many replies that click asked for
        self.client = client or utils.default_client()
        self._numbers = itertools.count(1)  # goes on when the table is cleared: no two runs share a number
        self.runs: list[calls.Run] = []
        self.current: list[calls.Run] = []  # those of the last click on Run
        self._make_controls(prompt, models, settings)
        self._make_screens()
        super().__init__(self._arranged())
        for name in ("model", "effort"):
            getattr(self, name).observe(self._models_changed, "value")
        for control in self.controls.values():
            control.observe(self._settings_changed, "value")
        self._models_changed()
        self._settings_changed()
        self._draw_runs()

    # --- The face ---

    def _make_controls(self, prompt, models, settings) -> None:
        def slider(kind, name, label, low, high, step):
            return kind(settings[name], min=low, max=high, step=step, description=label, style=UNCUT, layout=FULL)

        model = settings["model"]
        self.prompt = ipywidgets.Textarea(prompt, description="Prompt", style=UNCUT, layout=FULL, rows=3)
        self.instructions = ipywidgets.Textarea(
            settings["instructions"],
            description="Instructions",
            placeholder="How to answer, for example: Talk like a pirate.",
            style=UNCUT,
            layout=FULL,
            rows=1,
        )
        self.model = ipywidgets.Dropdown(
            options=list(dict.fromkeys([model, *models])), value=model, description="Model", style=UNCUT, layout=FULL
        )
        self.effort = ipywidgets.Dropdown(description="Reasoning effort", style=UNCUT, layout=FULL)
        self._offer_efforts(settings["effort"])
        self.temperature = slider(ipywidgets.FloatSlider, "temperature", "Temperature", 0, 2, 0.1)
        self.top_p = slider(ipywidgets.FloatSlider, "top_p", "Top p", 0.05, 1, 0.05)
        self.max_tokens = ipywidgets.BoundedIntText(
            settings["max_tokens"], min=16, max=100_000, step=16, description="Max tokens", style=UNCUT, layout=FULL
        )
        self.verbosity = ipywidgets.Dropdown(
            options=["low", "medium", "high"], value=settings["verbosity"], description="Verbosity", style=UNCUT, layout=FULL
        )
        self.samples = slider(ipywidgets.IntSlider, "samples", "Samples", 1, 10, 1)
        names = ("prompt", "instructions", "model", "effort", "temperature", "top_p", "max_tokens", "verbosity", "samples")
        self.controls = {name: getattr(self, name) for name in names}
        self.notes = {name: ipywidgets.HTML() for name in names[2:]}

    def _make_screens(self) -> None:
        self.screen = Screen(label="Replies", role="log", live=render.note("The reply will appear here."))
        self.plan = ipywidgets.HTML()
        self.run_button = button("Run", self.run, "Send the prompt with these parameters", button_style="primary")
        self.stop_button = button("Stop", self.stop, "Stop the reply that is being written", disabled=True)
        self.confirm_button = button("Yes, run", self._go, "Make these calls, which cost money", button_style="warning")
        self.cancel_button = button("Cancel", self._ask_no_more, "Make no call")
        self.confirm = row(self.confirm_button, self.cancel_button)
        self.confirm.layout.display = "none"
        self.show_code = ipywidgets.ToggleButton(
            description="Show code", tooltip="Show the Python that makes this call", layout={"width": "auto"}
        )
        self.code_screen = Screen(label="Python code of this call")
        self.copy_code = CopyButton(lambda: self.code, label="Copy code", hint="Copy the code, to paste it into a cell")
        self.code_box = ipywidgets.VBox([self.code_screen, self.copy_code], layout=ipywidgets.Layout(display="none"))
        self.show_code.observe(self._toggle_code, "value")
        self.table = Screen(label="Runs, to compare")
        self.copy_runs = CopyButton(self.to_csv, label="Copy runs as CSV", hint="Copy all runs, to paste them into a spreadsheet")
        self.clear_button = button("Clear runs", self.clear, "Empty the table of runs")

    def _arranged(self) -> list:
        cell = ipywidgets.Layout(flex="1 1 290px", min_width="250px", padding="0 12px 0 0")
        cells = [ipywidgets.VBox([self.controls[name], self.notes[name]], layout=cell) for name in self.notes]
        parameters = ipywidgets.HBox(cells, layout=ipywidgets.Layout(flex_flow="row wrap"))
        buttons = row(self.run_button, self.stop_button, self.show_code)
        runs = row(self.copy_runs, self.clear_button)
        texts = [self.prompt, self.instructions]
        return [*texts, parameters, self.plan, self.confirm, buttons, self.code_box, self.screen, self.table, runs]

    # --- What the controls say ---

    def request(self) -> dict:
        """Return the arguments of the call that Run would make."""
        values = {name: control.value for name, control in self.controls.items() if name != "samples"}
        return calls.build_request(**values)

    @property
    def code(self) -> str:
        """The Python that makes this call, ready to run in a cell."""
        return calls.python_code(self.request(), self.samples.value)

    def _offer_efforts(self, wanted: str | None) -> None:
        efforts = calls.efforts_of(self.model.value)
        known = calls.models.find(self.model.value)
        options = (
            list(zip(efforts, efforts, strict=True)) if known and efforts else [NO_EFFORT, *zip(efforts, efforts, strict=True)]
        )
        if wanted not in [value for _, value in options]:
            wanted = calls.default_effort(self.model.value)
        if list(self.effort.options) != options:
            self.effort.options = options
        self.effort.value = wanted

    def _models_changed(self, change=None) -> None:
        """Disable what the model does not take, and say why."""
        self._offer_efforts(self.effort.value)
        model, effort = self.model.value, self.effort.value
        reasons = {"model": calls.model_note(model)} | calls.not_taken(model, effort)
        for name, remark in self.notes.items():
            self.controls[name].disabled = name != "model" and name in reasons
            text = html.escape(reasons.get(name, ""))
            remark.value = f'<small style="line-height: 1.3; display: block">{text}</small>' if text else ""
            remark.layout.display = None if text else "none"

    def _settings_changed(self, change=None) -> None:
        self._ask_no_more()
        plan = calls.plan_sentence(self.request(), self.samples.value, free=calls.is_free(self.client))
        self.plan.value = html.escape(plan)
        self.code_screen.live = render.code(self.code)

    def _toggle_code(self, change) -> None:
        self.code_box.layout.display = None if change["new"] else "none"
        self.show_code.description = "Hide code" if change["new"] else "Show code"

    # --- Running ---

    def run(self) -> None:
        """Send the prompt; first ask whether to, where that makes several calls that cost money."""
        if self.running:
            return
        if self.samples.value > 1 and not calls.is_free(self.client):
            self.confirm_button.description = f"Yes, make {self.samples.value} calls"
            self.confirm.layout.display = None
            self.confirm_button.focus()
        else:
            self._go()

    def _ask_no_more(self) -> None:
        self.confirm.layout.display = "none"

    def _go(self) -> None:
        self._ask_no_more()
        if self.running:
            return
        request, count = self.request(), self.samples.value
        self.current, self._planned = [], count
        self.stop_button.disabled = False
        self.screen.busy = True
        self.start(lambda job: self._work(job, request, count))

    def _work(self, job: Job, request: dict, count: int) -> None:
        """Make the calls one after the other (in the job's thread)."""
        changed = Throttle(lambda: self._draw(job))
        try:
            for _ in range(count):
                if run := self._next_run(job, request):
                    self._draw(job)
                    calls.make_call(self.client, run, changed=changed, stopped=job.stopped)
        finally:
            self._end(job)

    def _next_run(self, job: Job, request: dict) -> calls.Run | None:
        with self.lock:
            if job.stopped():
                return None
            run = calls.Run(next(self._numbers), request)
            self.current.append(run)
            return run

    def stop(self) -> None:
        """Stop the reply that is being written, and make no further call."""
        with self.lock:
            if not self.running:
                return
            self._active.stop()
            for run in self.current:
                run.end("stopped", calls.stop_note(run))
            self._end(self._active)
        self.run_button.focus()

    def _end(self, job: Job) -> None:
        with self.lock:
            if not self.finish(job):
                return
            self.runs += self.current
            self._draw_current()
            self._draw_runs()
            self.screen.busy = False
            self.stop_button.disabled = True

    # --- What was run ---

    def _draw(self, job: Job) -> None:
        with self.lock:
            if not job.stopped():
                self._draw_current()

    def _draw_current(self) -> None:
        self.screen.live = render.replies(self.current, self._planned)

    def _draw_runs(self) -> None:
        self.table.live = render.runs_table(self.runs)

    def clear(self) -> None:
        """Forget all runs."""
        self.runs.clear()
        self._draw_runs()

    def to_csv(self) -> str:
        """Return all runs with their parameters as CSV."""
        return calls.to_csv(self.runs)

    def to_dataframe(self):
        """Return all runs with their parameters as a pandas DataFrame. Raises ImportError without pandas."""
        return calls.to_dataframe(self.runs)

    def still(self) -> tuple[str, str]:
        sent = "\n".join(f"{name} = {value!r}" for name, value in self.request().items())
        body = render.code(sent) + (
            render.replies(self.current, self._planned) + render.runs_table(self.runs) if self.runs else ""
        )
        return f"Playground\n{sent}", render.still("Playground", body)


def playground(
    prompt: str = "Suggest a name for a coffee shop.",
    *,
    instructions: str = "",
    model: str = utils.DEFAULT_MODEL,
    effort: str | None = None,
    temperature: float = 1.0,
    top_p: float = 1.0,
    max_tokens: int = 150,
    verbosity: str = "medium",
    samples: int = 1,
    models: list[str] | None = None,
    client=None,
) -> Playground:
    """Return a playground: the parameters of a call as controls, and its replies side by side.

    The arguments are what the controls show at first; `effort` is by default the least that the
    model takes. `models` are the ids to choose from (default: the known ones in service), `client`
    is who answers (default: as `utils.get_client` decides). Nothing is sent before a click on Run.

    Keep it in a variable to use `.to_dataframe()`, `.to_csv()`, `.runs` and `.code` in other cells.
    """
    settings = {
        "instructions": instructions,
        "model": model,
        "effort": effort,
        "temperature": temperature,
        "top_p": top_p,
        "max_tokens": max_tokens,
        "verbosity": verbosity,
        "samples": samples,
    }
    return Playground(prompt, client=client, models=models or calls.usable_models(), settings=settings)
