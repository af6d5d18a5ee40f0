"""What every widget of the course is: a box with one job at a time, and a still where no widget can run."""

import threading
from collections.abc import Callable

import ipywidgets
from IPython.display import display

from .elements import Keeper
from .jobs import Job


class Face(ipywidgets.VBox):
    """One widget as a learner sees it."""

    def __init__(self, children):
        self._job: Job | None = None  # the last job
        self._active: Job | None = None  # the same, until it has ended or was stopped
        self.lock = threading.RLock()  # the job's thread and a click on Stop may meet
        super().__init__([*children, Keeper()])
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

    def _ipython_display_(self) -> None:
        """Show the still and then the widget, which hides it.

        Where a saved notebook is opened without its kernel, the still is what can be seen.
        """
        text, page = self.still()
        display({"text/plain": text, "text/html": page}, raw=True)
        display(super()._repr_mimebundle_() | {"text/plain": ""}, raw=True)
