"""The playground: every parameter under your hands, and what it does on the screen."""

import html

import ipywidgets

import utils

from . import cards, markup, plans, runs
from .controls import Controls
from .elements import CopyButton, Screen, button, row
from .face import Face
from .jobs import Job, Throttle
from .parameters import PARAMETERS, SAMPLES


class Playground(Face):
    """See `playground`."""

    def __init__(self, prompt, *, client, models, samples, values):
        self.client = client or utils.default_client()
        self.results = runs.Runs()
        self.prompt = PARAMETERS["prompt"].control(prompt)
        self.samples = SAMPLES.control(samples)
        self.controls = Controls(values, models, self._settings_changed)
        self._make_screens()
        super().__init__(self._arranged())
        for control in (self.prompt, self.samples):
            control.observe(lambda _: self._settings_changed(), "value")
        self._settings_changed()
        self._draw_runs()

    # --- The face ---

    def _make_screens(self) -> None:
        self.screen = Screen(label="Replies", role="log", live=markup.note("The reply will appear here."))
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
        buttons = row(self.run_button, self.stop_button, self.show_code)
        tail = row(self.copy_runs, self.clear_button)
        return [
            self.prompt, self.controls, self.samples, self.plan, self.confirm, buttons, self.code_box, self.screen, self.table, tail,
        ]  # fmt: skip

    # --- What the controls say ---

    def request(self) -> dict:
        """Return the arguments of the call that Run would make."""
        return self.controls.request(self.prompt.value)

    @property
    def code(self) -> str:
        """The Python that makes this call, ready to run in a cell."""
        return plans.python_code(self.request(), self.samples.value)

    def _settings_changed(self) -> None:
        self._ask_no_more()
        plan = plans.plan_sentence(self.request(), self.samples.value, free=plans.is_free(self.client))
        self.plan.value = html.escape(plan)
        self.code_screen.live = markup.code(self.code)

    def _toggle_code(self, change) -> None:
        self.code_box.layout.display = "" if change["new"] else "none"
        self.show_code.description = "Hide code" if change["new"] else "Show code"

    # --- Running ---

    def run(self) -> None:
        """Send the prompt; first ask whether to, where that makes several calls that cost money."""
        if self.running:
            return
        if self.samples.value > 1 and not plans.is_free(self.client):
            self.confirm_button.description = f"Yes, make {self.samples.value} calls"
            self.confirm.layout.display = ""
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
        self.results.plan(count)
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
                    runs.make_call(self.client, run, changed=changed, stopped=job.stopped)
        finally:
            self._end(job)

    def _next_run(self, job: Job, request: dict) -> runs.Run | None:
        with self.lock:
            if job.stopped():
                return None
            return self.results.begin(request)

    def stop(self) -> None:
        """Stop the reply that is being written, and make no further call."""
        with self.lock:
            if not self.running:
                return
            self._active.stop()
            for run in self.results.current:
                run.end("stopped", runs.stop_note(run))
            self._end(self._active)
        self.run_button.focus()

    def _end(self, job: Job) -> None:
        with self.lock:
            if not self.finish(job):
                return
            self.results.keep()
            self._draw_current()
            self._draw_runs()
            self.screen.busy = False
            self.stop_button.disabled = True

    # --- What was run ---

    @property
    def runs(self) -> list[runs.Run]:
        """All runs so far, the oldest first."""
        return self.results.kept

    def _draw(self, job: Job) -> None:
        with self.lock:
            if not job.stopped():
                self._draw_current()

    def _draw_current(self) -> None:
        self.screen.live = cards.replies(self.results.current, self.results.planned)

    def _draw_runs(self) -> None:
        self.table.live = cards.runs_table(self.results.kept)

    def clear(self) -> None:
        """Forget all runs."""
        self.results.kept.clear()
        self._draw_runs()

    def to_csv(self) -> str:
        """Return all runs with their parameters as CSV."""
        return runs.to_csv(self.results.kept)

    def to_dataframe(self):
        """Return all runs with their parameters as a pandas DataFrame. Raises ImportError without pandas."""
        return runs.to_dataframe(self.results.kept)

    def still(self) -> tuple[str, str]:
        sent = "\n".join(f"{name} = {value!r}" for name, value in self.request().items())
        body = markup.code(sent) + (
            cards.replies(self.results.current, self.results.planned) + cards.runs_table(self.results.kept)
            if self.results.kept
            else ""
        )
        return f"Playground\n{sent}", markup.still("Playground", body)


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
    values = {
        "instructions": instructions,
        "model": model,
        "effort": effort,
        "temperature": temperature,
        "top_p": top_p,
        "max_tokens": max_tokens,
        "verbosity": verbosity,
    }
    return Playground(prompt, client=client, models=models or plans.usable_models(), samples=samples, values=values)
