"""The parts that the three widgets are made of: screens, a message box, a copy button, jobs."""

import contextvars
import threading
import time
from collections.abc import Callable
from pathlib import Path

import anywidget
import ipywidgets
import traitlets

STATIC = Path(__file__).with_name("static")
REDRAWS_A_SECOND = 15  # smooth to the eye; redrawing at every token would slow long replies down
FULL = ipywidgets.Layout(width="auto")
UNCUT = {"description_width": "initial"}  # labels that are not cut short


class Screen(anywidget.AnyWidget):
    """Shows HTML: `done` does not change while a reply is written, `live` does.

    `role` is the ARIA role: "log" is read aloud when it changes and is not `busy`, "region" is not.
    """

    _esm = STATIC / "screen.js"
    _css = STATIC / "style.css"
    done = traitlets.Unicode().tag(sync=True)
    live = traitlets.Unicode().tag(sync=True)
    label = traitlets.Unicode().tag(sync=True)
    role = traitlets.Unicode("region").tag(sync=True)
    busy = traitlets.Bool(False).tag(sync=True)


class MessageBox(anywidget.AnyWidget):
    """A text box with a Send button. Enter sends as well, Shift+Enter breaks the line.

    While it is `busy`, nothing is sent and the text stays.
    """

    _esm = STATIC / "message_box.js"
    _css = STATIC / "style.css"
    value = traitlets.Unicode().tag(sync=True)
    label = traitlets.Unicode().tag(sync=True)
    placeholder = traitlets.Unicode().tag(sync=True)
    busy = traitlets.Bool(False).tag(sync=True)

    def on_send(self, handler: Callable[[str], None]) -> None:
        """Call `handler` with the text whenever one is sent."""
        self.on_msg(lambda _, message, __: handler(message["text"]) if message.get("kind") == "send" else None)


class CopyButton(anywidget.AnyWidget):
    """A button that copies the text that `make_text` returns to the clipboard."""

    _esm = STATIC / "copy_button.js"
    _css = STATIC / "style.css"
    label = traitlets.Unicode("Copy").tag(sync=True)
    hint = traitlets.Unicode().tag(sync=True)

    def __init__(self, make_text: Callable[[], str], **options):
        super().__init__(**options)
        self.on_msg(lambda *_: self.send({"text": make_text()}))


class Job:
    """Work in a thread of its own: while a cell or a handler runs, a kernel sees no click on Stop."""

    def __init__(self, work: Callable[["Job"], None]):
        self._stop = threading.Event()
        # In the context of the click, so that the kernel knows to which cell the updates belong.
        self._thread = threading.Thread(target=contextvars.copy_context().run, args=(work, self), daemon=True)

    def start(self) -> "Job":
        self._thread.start()
        return self

    def stop(self) -> None:
        """Ask the work to end; it does so when the next piece of the reply arrives."""
        self._stop.set()

    def stopped(self) -> bool:
        return self._stop.is_set()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until the work has ended, at most `timeout` seconds; return whether it has."""
        self._thread.join(timeout)
        return not self._thread.is_alive()


class Throttle:
    """Calls `draw` when called, but at most so many times a second, and at once the first time."""

    def __init__(self, draw: Callable[[], None], per_second: float = REDRAWS_A_SECOND):
        self._draw, self._pause, self._next = draw, 1 / per_second, 0.0

    def __call__(self) -> None:
        if time.perf_counter() >= self._next:
            self._draw()
            self._next = time.perf_counter() + self._pause


class Face(ipywidgets.VBox):
    """What the widgets have in common: one job at a time, and a still where no widget can run."""

    def __init__(self, children):
        self._job: Job | None = None  # the last job
        self._active: Job | None = None  # the same, until it has ended or was stopped
        self.lock = threading.RLock()  # the job's thread and a click on Stop may meet
        super().__init__(children)
        self.add_class("tut-face")

    @property
    def running(self) -> bool:
        """Whether a reply is being waited for or written."""
        return self._active is not None

    def start(self, work: Callable[[Job], None]) -> None:
        """Do `work` in the background."""
        self._job = self._active = Job(work)
        self._job.start()

    def finish(self, job: Job) -> bool:
        """Count the job as ended; return False if it was so already, or another one has begun."""
        with self.lock:
            if self._active is not job:
                return False
            self._active = None
            return True

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until nothing runs, at most `timeout` seconds; return whether nothing runs any more."""
        return self._job is None or self._job.wait(timeout)

    def still(self) -> tuple[str, str]:
        """Return what to show where no widget can run, as plain text and as HTML."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **kwargs):
        text, page = self.still()
        return super()._repr_mimebundle_(**kwargs) | {"text/plain": text, "text/html": page}


def button(description: str, handler: Callable[[], None], tooltip: str, **options) -> ipywidgets.Button:
    """Return a button that calls `handler`."""
    made = ipywidgets.Button(description=description, tooltip=tooltip, **{"layout": ipywidgets.Layout(width="auto")} | options)
    made.on_click(lambda _: handler())
    return made


def row(*children) -> ipywidgets.HBox:
    """Return widgets side by side; on a narrow page they go on below."""
    return ipywidgets.HBox(children, layout=ipywidgets.Layout(flex_flow="row wrap", align_items="center", grid_gap="4px"))
