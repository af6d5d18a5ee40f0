"""The faults that are to happen to the requests of a stand-in, and the log of all requests."""

import math
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field

from ..wire import Arrival, Reply, Request
from .kinds import FAULTS, Answer


@dataclass
class _Plan:
    """One `failing` block: which fault, and how often it is still to happen."""

    name: str
    times: int | None
    after: int
    wait: float
    log: list[Arrival] = field(default_factory=list)
    began: float | None = None  # when its first request came

    def takes(self, request: Request) -> bool:
        """Count the request; return whether the fault is to happen to it."""
        if self.times == 0 or not FAULTS[self.name].concerns(request):
            return False
        if self.after:
            self.after -= 1
            return False
        if self.times:
            self.times -= 1
        return True


@dataclass
class _Meeting:
    """A request, and the fault that happens to it, if one does."""

    request: Request
    plan: _Plan | None
    status: int | None = None

    def reply(self, answer: Answer) -> Reply:
        if self.plan is None:
            return answer()
        return FAULTS[self.plan.name].happens(self.request, answer, self.plan.wait)


class Faults:
    """The faults that are to happen to the requests of one stand-in, and the log of all requests."""

    def __init__(self, log: deque[Arrival]):
        self._log = log
        self._began: float | None = None
        self._plans: list[_Plan] = []
        self._lock = threading.Lock()

    def failing(self, fault: str, *, times: int | None, after: int, wait: float | None) -> AbstractContextManager[list[Arrival]]:
        """Return a `with` block in which the fault happens; see `offline.failing`."""
        if fault not in FAULTS:
            raise ValueError(f"There is no fault {fault!r}. There are: {', '.join(FAULTS)}.")
        if times is not None and times < 1:
            raise ValueError(f"times must be 1 or more, or None for every time, but it is {times}.")
        if after < 0:
            raise ValueError(f"after must be 0 or more, but it is {after}.")
        usual = FAULTS[fault].wait
        if wait is not None and (usual is None or not 0 <= wait < math.inf):
            can_wait = ", ".join(name for name, known in FAULTS.items() if known.wait is not None)
            raise ValueError(f"wait must be a number of seconds, and only {can_wait} can wait.")
        return self._block(_Plan(fault, times, after, (usual or 0.0) if wait is None else wait))

    @contextmanager
    def _block(self, plan: _Plan) -> Iterator[list[Arrival]]:
        with self._lock:
            self._plans.append(plan)
        try:
            yield plan.log
        finally:
            with self._lock:
                self._plans = [other for other in self._plans if other is not plan]

    @contextmanager
    def meeting(self, request: Request) -> Iterator[_Meeting]:
        """Decide what happens to a request, and log it when it is answered."""
        came = time.monotonic()
        with self._lock:
            open_plans = self._plans[::-1]  # the block opened last decides first
            meeting = _Meeting(request, next((plan for plan in open_plans if plan.takes(request)), None))
        try:
            yield meeting
        finally:
            retry = request.headers.get("x-stainless-retry-count", "0")
            fault = meeting.plan.name if meeting.plan else None
            rest = (request.path, meeting.status, int(retry) if retry.isdecimal() else 0, fault)
            with self._lock:
                self._began = self._began or came
                self._log.append(Arrival(came - self._began, *rest))
                for plan in open_plans:
                    plan.began = plan.began or came
                    plan.log.append(Arrival(came - plan.began, *rest))
