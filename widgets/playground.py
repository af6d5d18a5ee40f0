"""The playground: every parameter under your hands, and what it does on the screen."""

import html

import ipywidgets

import offline
import utils

from . import cards, markup, plans, runs
from .beside import slow_switch
from .controls import Controls, cell, room_for
from .elements import CopyButton, Screen, button, row, show, toggle
from .face import Face
from .jobs import Job, Throttle
from .parameters import PARAMETERS, SAMPLES
from .presets import PRESETS


class Playground(Face):
    """See `playground`."""

    def __init__(self, prompt, *, client, models, samples, values, examples):
        self.client = client or utils.default_client()
        self.results = runs.Runs()
        self._at_first, self._models = values, models
        self.prompt = PARAMETERS["prompt"].control(prompt)
        self.prompt.add_class("tut-home")
        self.samples = SAMPLES.control(samples)
        self.controls = Controls(values, models, self._settings_changed)
        self.other: Controls | None = None  # setting B, made when it is first wanted
        self._make_screens(examples)
        super().__init__(self._arranged())
        for control in (self.prompt, self.samples):
            control.observe(lambda _: self._settings_changed(), "value")
        self._settings_changed()
        self._draw_runs()

    # --- The face ---

    def _make_screens(self, examples: dict[str, list[str]]) -> None:
        self.examples = Screen(label="Examples to click", live=markup.chips(examples))
        self.examples.on_do(lambda _, prompt: setattr(self.prompt, "value", prompt))
        self.run_button = button("Run", self.run, "Send the prompt (Ctrl+Enter)", button_style="primary", marks="tut-run")
        self.stop_button = button("Stop", self.stop, "Stop the reply that is being written", disabled=True, marks="tut-then-home")
        self.compare = toggle("Compare", "Put two settings side by side, and run both on the same prompt", self._put_side_by_side)
        self.show_code = toggle("Show code", "Show the Python that makes this call", self._toggle_code)
        self.slow = slow_switch(self.client)
        self.plan = ipywidgets.HTML()
        self.confirm_button = button(
            "Yes, run", self._go, "Make these calls, which cost money", button_style="warning", marks="tut-then-home"
        )
        self.cancel_button = button("Cancel", self._ask_no_more, "Make no call", marks="tut-then-home")
        self.confirm = row(self.confirm_button, self.cancel_button)
        show(self.confirm, False)
        self.message = Screen(label="Message", role="log")
        self.code_screen = Screen(label="Python code of this call")
        show(self.code_screen, False)
        self.screen = Screen(label="Replies", role="log", newest=True, live=markup.note("The reply will appear here."))
        self.table = Screen(label="Runs, to compare")
        self.copy_runs = CopyButton(self.to_csv, label="Copy runs as CSV", hint="Copy all runs, to paste them into a spreadsheet")
        self.clear_button = button("Clear runs", self.clear, "Forget all runs", marks="tut-then-home")

    def _arranged(self) -> list:
        buttons = row(self.run_button, self.stop_button, self.compare, self.show_code, self.slow)
        offered = [button(preset.name, lambda preset=preset: self._try(preset), preset.shows) for preset in PRESETS]
        presets = row(ipywidgets.HTML("Settings to try:"), *offered)
        self.settings = ipywidgets.Box([self.controls])
        self.settings.add_class("tut-sides")
        tail = row(self.copy_runs, self.clear_button)
        return [
            self.examples, self.prompt, buttons, self.plan, self.confirm, self.message, presets, self.settings, cell(SAMPLES, self.samples),
            self.code_screen, self.screen, self.table, tail,
        ]  # fmt: skip

    def _put_side_by_side(self, wanted: bool) -> None:
        """Show a second setting, which begins as a copy of the first, or leave it."""
        if wanted:
            self.other = Controls(self.controls.values(), self._models, self._settings_changed)
        else:
            self.other = None
        sides = [self._side(name, controls) for name, controls in self._sides().items()]
        self.settings.children = sides if wanted else [self.controls]
        self._settings_changed()

    def _side(self, name: str, controls: Controls) -> ipywidgets.VBox:
        side = ipywidgets.VBox([ipywidgets.HTML(f"<b>Setting {name}</b>"), controls])
        side.add_class("tut-side")
        return side

    def _sides(self) -> dict[str, Controls]:
        return {"A": self.controls, "B": self.other} if self.other else {"": self.controls}

    # --- What the controls say ---

    def request(self) -> dict:
        """Return the arguments of the call that Run would make; when comparing, that of setting A."""
        return self.controls.request(self.prompt.value)

    def requests(self) -> list[tuple[str, dict]]:
        """Return all the calls that Run would make: each with the name of its setting, empty where there is only one."""
        sides = self._sides().items()
        return [(name, side.request(self.prompt.value)) for _ in range(self.samples.value) for name, side in sides]

    @property
    def code(self) -> str:
        """The Python that makes this call, ready to run in a cell; when comparing, both calls."""
        sides = {
            name: plans.python_code(side.request(self.prompt.value), self.samples.value) for name, side in self._sides().items()
        }
        return "\n\n".join(f"# Setting {name}\n{code}" if name else code for name, code in sides.items())

    def _try(self, preset) -> None:
        self.controls.apply(self._at_first | preset.values)
        self._say(preset.shows)

    def _settings_changed(self) -> None:
        self._ask_no_more()
        requests = [] if self.problems() else [request for _, request in self.requests()]
        self.plan.value = html.escape(plans.plan_sentence(requests, free=plans.is_free(self.client)))
        if self.show_code.value:
            self.code_screen.live = markup.program(self.code)

    def _toggle_code(self, shown: bool) -> None:
        show(self.code_screen, shown)
        self.show_code.description = "Hide code" if shown else "Show code"
        self._settings_changed()

    def _say(self, text: str, kind: str = "note") -> None:
        self.message.live = markup.note(text, kind)

    # --- Running ---

    def problems(self) -> list[str]:
        """Return why nothing can be sent as it is: an empty prompt, numbers out of bounds."""
        empty = [] if self.prompt.value.strip() else ["The prompt is empty, so nothing is sent. Write one, or click an example."]
        return empty + [problem for side in self._sides().values() for problem in side.problems()]

    def run(self) -> None:
        """Send the prompt; first ask whether to, where that makes several calls that cost money."""
        if self.running:
            return
        problems = self.problems()
        self._say(" ".join(problems), "warning")
        count = len(self.requests())
        if problems:
            self.prompt.focus()
        elif count > 1 and not plans.is_free(self.client):
            self.confirm_button.description = f"Yes, make {count} calls"
            show(self.confirm, True)
            self.confirm_button.focus()
        else:
            self._go()

    def _ask_no_more(self) -> None:
        show(self.confirm, False)

    def _go(self) -> None:
        self._ask_no_more()
        if self.running:
            return
        requests = self.requests()
        self.results.plan(len(requests))
        self.stop_button.disabled = False
        with self.screen.hold_sync():  # at once, so that no card is seen twice
            self.screen.busy = True
            self.screen.done, self.screen.live = cards.earlier(self.results.earlier), markup.note("Waiting …")
        pace = plans.pace_of(self.client, self.slow.value)
        self.start(lambda job: self._work(job, requests, pace))

    def _work(self, job: Job, requests: list[tuple[str, dict]], pace: float) -> None:
        """Make the calls one after the other (in the job's thread)."""
        changed = Throttle(lambda: self._draw(job))

        def stopped() -> bool:
            job.pause(pace)
            return job.stopped()

        try:
            for setting, request in requests:
                if run := self._next_run(job, setting, request):
                    self._draw(job)
                    runs.make_call(self.client, run, changed=changed, stopped=stopped)
        finally:
            self._end(job)

    def _next_run(self, job: Job, setting: str, request: dict) -> runs.Run | None:
        with self.lock:
            return None if job.stopped() else self.results.begin(request, setting)

    def stop(self) -> None:
        """Stop the reply that is being written, and make no further call."""
        with self.lock:
            if not self.running:
                return
            self._active.stop()
            for run in self.results.current:
                run.end("stopped", runs.stop_note(run))
            self._end(self._active)

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
        self.results.clear()
        self.screen.done = ""
        if not self.running:
            self.screen.live = markup.note("The reply will appear here.")
        self._draw_runs()

    def to_csv(self) -> str:
        """Return all runs with their parameters as CSV."""
        return runs.to_csv(self.results.kept)

    def to_dataframe(self):
        """Return all runs with their parameters as a pandas DataFrame. Raises ImportError without pandas."""
        return runs.to_dataframe(self.results.kept)

    def still(self) -> tuple[str, str]:
        sent = "\n".join(f"{name} = {value!r}" for name, value in self.request().items())
        kept = self.results.kept
        body = markup.code(sent) + (cards.earlier(kept) + cards.runs_table(kept) if kept else "")
        return f"Playground\n{sent}", markup.still("Playground", body)


def playground(
    prompt: str = "Suggest a name for a coffee shop.",
    *,
    instructions: str = "",
    model: str = utils.DEFAULT_MODEL,
    effort: str | None = None,
    temperature: float = 1.0,
    top_p: float = 1.0,
    max_tokens: int | None = None,
    verbosity: str = "medium",
    samples: int = 1,
    models: list[str] | None = None,
    examples: dict[str, list[str]] | None = None,
    client=None,
) -> Playground:
    """Return a playground: the parameters of a call as controls, and its replies side by side.

    The arguments are what the controls show at first; `effort` is by default the least that the
    model takes, `max_tokens` 150, or 2,000 where it thinks. `models` are the ids to choose from (default:
    the known ones in service), `examples` prompts to click by kind, `client` is who answers (default: as
    `utils.get_client` decides). Nothing is sent before a click on Run.

    Keep it in a variable to use `.to_dataframe()`, `.to_csv()`, `.runs` and `.code` in other cells.

    Raises ValueError for what no control can show, such as a temperature of 3.
    """
    _check(effort, {"temperature": temperature, "top_p": top_p}, samples)
    values = {
        "instructions": instructions,
        "model": model,
        "effort": effort,
        "temperature": temperature,
        "top_p": top_p,
        "max_tokens": room_for(effort or plans.default_effort(model)) if max_tokens is None else max_tokens,
        "verbosity": verbosity,
    }
    choices = {"models": models or plans.usable_models(), "examples": examples or offline.examples()}
    return Playground(prompt, client=client, samples=samples, values=values, **choices)


def _check(effort: str | None, sliders: dict[str, float], samples: int) -> None:
    problems = [PARAMETERS[name].problem(value) for name, value in sliders.items()] + [SAMPLES.problem(samples)]
    if effort not in (None, *plans.models.EFFORTS):
        problems.append(f"effort is one of {', '.join(plans.models.EFFORTS)}, and not {effort!r}.")
    if any(problems):
        raise ValueError(" ".join(filter(None, problems)))
