"""Work in the background: a thread where there are threads, turns with the kernel where there are none.

    def work(job):
        for piece in pieces:
            if job.stopped():
                return
            show(piece)

    job = Job(work).start()

The work is one synchronous function on every machine. `stopped()` and `pause()` are the moments at which
a click on Stop can be heard.
"""

import asyncio
import contextvars
import sys
import threading
import time
from collections.abc import Callable

REDRAWS_A_SECOND = 15  # smooth to the eye; redrawing at every token would slow long replies down
IN_BROWSER = sys.platform == "emscripten"  # JupyterLite: Python in the browser, without threads


class Job:
    """One piece of work in the background; while a cell or a handler runs, a kernel sees no click on Stop."""

    def __init__(self, work: Callable[["Job"], None]):
        self._stop = threading.Event()
        self._way = Turns(self, work) if IN_BROWSER else Thread(self, work)

    def start(self) -> "Job":
        self._way.start()
        return self

    def stop(self) -> None:
        """Ask the work to end; it does so when the next piece of the reply arrives."""
        self._stop.set()

    def stopped(self) -> bool:
        """Return whether the work is to end."""
        self._way.give_way(0)
        return self._stop.is_set()

    def pause(self, seconds: float) -> None:
        """Let time pass, but no more of it once the work is to end."""
        if seconds and not self._way.give_way(seconds):
            self._stop.wait(seconds)

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until the work has ended, at most `timeout` seconds; return whether it has."""
        self._way.join(timeout)
        return not self._way.is_alive()


class Thread(threading.Thread):
    """The work in a thread of its own."""

    def __init__(self, job: Job, work: Callable[[Job], None]):
        # In the context of the click, so that the kernel knows to which cell the updates belong.
        super().__init__(target=contextvars.copy_context().run, args=(work, job), daemon=True)

    def give_way(self, seconds: float) -> bool:
        """Return False: other threads run anyway, so nothing was waited for."""
        return False


class Turns:
    """The work in the kernel's own thread; it and the kernel take turns.

    A browser that cannot suspend Python does the work in one go, and sees a click on Stop too late.
    """

    def __init__(self, job: Job, work: Callable[[Job], None]):
        self._work, self._alive = lambda: work(job), True

    def start(self) -> None:
        asyncio.get_event_loop().call_soon(self._run)  # after the click was handled

    def _run(self) -> None:
        try:
            self._work()
        finally:
            self._alive = False

    def give_way(self, seconds: float) -> bool:
        """Let the kernel see for so many seconds to what has come meanwhile; return whether it could."""
        return _suspend(seconds)

    def join(self, timeout: float | None = None) -> None:
        ends = time.perf_counter() + (float("inf") if timeout is None else timeout)
        while self._alive and time.perf_counter() < ends and self.give_way(0.01):
            pass

    def is_alive(self) -> bool:
        return self._alive


def _suspend(seconds: float) -> bool:
    """Suspend Python in the browser; return whether this browser can do that."""
    from pyodide.ffi import can_run_sync, run_sync

    if able := can_run_sync():
        run_sync(asyncio.sleep(seconds))
    return able


class Throttle:
    """Calls `draw` when called, at once the first time, then at most so many times a second.

    Drawing gets at most a twentieth of the time, so that a long reply, which takes longer to draw, is not held up.
    """

    def __init__(self, draw: Callable[[], None], per_second: float = REDRAWS_A_SECOND):
        self._draw, self._pause, self._next = draw, 1 / per_second, 0.0

    def __call__(self) -> None:
        begun = time.perf_counter()
        if begun >= self._next:
            self._draw()
            self._next = time.perf_counter() + max(self._pause, 19 * (time.perf_counter() - begun))
