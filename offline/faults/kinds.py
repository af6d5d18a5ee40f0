"""What a fault is, which there are, and which requests it can happen to."""

from collections.abc import Callable
from dataclasses import dataclass

from ..refusals import Refused
from ..wire import Reply, Request

Answer = Callable[..., Reply]  # what answers the request if nothing happens to it
Happens = Callable[[Request, Answer, float], Reply]  # gets the request, what answers it, and the wait in seconds


class ConnectionFault(Exception):
    """A connection that fails: `kind` is "timeout", "refused" or "cut"; `wait` is in seconds."""

    def __init__(self, kind: str, message: str, wait: float = 0.0):
        super().__init__(message)
        self.kind, self.wait = kind, wait


@dataclass(frozen=True)
class Fault:
    """Something that can happen to a request."""

    about: str
    happens: Happens
    concerns: Callable[[Request], bool] = lambda request: True
    wait: float | None = None  # seconds, where there is a wait that can be chosen


FAULTS: dict[str, Fault] = {}
"""What can happen to a request, by name."""


def fault(
    name: str, about: str, *, concerns: Callable[[Request], bool] = lambda request: True, wait: float | None = None
) -> Callable[[Happens], Happens]:
    """Put the decorated function into FAULTS as what happens; see `Fault`."""

    def add(happens: Happens) -> Happens:
        FAULTS[name] = Fault(about, happens, concerns, wait)
        return happens

    return add


def model_of(request: Request) -> str | None:
    model = _body(request).get("model")
    return model if isinstance(model, str) else None


def _body(request: Request) -> dict:
    try:
        return request.body
    except Refused:
        return {}


def names_a_model(request: Request) -> bool:
    return model_of(request) is not None


def is_written(request: Request) -> bool:
    return request.method == "POST" and request.path in ("/responses", "/chat/completions")


def is_streamed(request: Request) -> bool:
    return is_written(request) and _body(request).get("stream") is True


def is_streamed_response(request: Request) -> bool:
    return is_streamed(request) and request.path == "/responses"


def is_new_batch(request: Request) -> bool:
    return request.method == "POST" and request.path == "/batches"
