"""Failing on purpose: what can happen to a request, so that errors can be met without waiting for one.

    with offline.failing("rate_limit", times=2) as log:
        client.responses.create(model="gpt-6-luna", input="Hello!")  # the SDK tries three times
    [arrival.status for arrival in log]  # [429, 429, 200]

FAULTS lists what can happen. The wordings and headers are the API's own.
"""

import json
import math
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field

from . import rules
from .replies import Arrival, Reply, Request, event, json_reply
from .rules import Refusal

Answer = Callable[..., Reply]  # what answers the request if nothing happens to it

TEXTS_BEFORE = 3  # pieces of text that a stream still brings before it fails
TROUBLE = "An error occurred while processing your request. You can retry your request, or contact us through our help center at help.openai.com if the error persists."


class ConnectionFault(Exception):
    """A connection that fails: `kind` is "timeout", "refused" or "cut"; `wait` is in seconds."""

    def __init__(self, kind: str, message: str, wait: float = 0.0):
        super().__init__(message)
        self.kind, self.wait = kind, wait


@dataclass(frozen=True)
class Fault:
    """Something that can happen to a request. `happens` gets the request, what answers it, and the wait in seconds."""

    about: str
    happens: Callable[[Request, Answer, float], Reply]
    concerns: Callable[[Request], bool] = lambda request: True
    wait: float | None = None  # seconds, where there is a wait that can be chosen


# --- Refused by the API ---


def _bad_key(request: Request, answer: Answer, wait: float) -> Reply:
    raise rules.bad_key(request.key)


def _no_permission(request: Request, answer: Answer, wait: float) -> Reply:
    if model := _model(request):
        message = f"Project `proj_offline` does not have access to model `{model}`"
        raise Refusal(message, status=403, code="model_not_found")
    raise Refusal("You have insufficient permissions for this operation.", status=403)


def _unknown_model(request: Request, answer: Answer, wait: float) -> Reply:
    raise rules.unknown_model(_model(request), chat=not request.path.startswith("/responses"))


def _too_long(request: Request, answer: Answer, wait: float) -> Reply:
    model = rules.models().get(_model(request), {"context": 1_050_000})
    raise rules.too_long(model["context"] + 1, model, chat=request.path.startswith("/chat"))


def _rate_limit(request: Request, answer: Answer, wait: float) -> Reply:
    milliseconds = math.ceil(wait * 1000)
    about = f" for {model}" if (model := _model(request)) else ""
    message = (
        f"Rate limit reached{about} in organization org-offline on requests per min (RPM): Limit 3, Used 3, Requested 1. "
        f"Please try again in {milliseconds}ms. Visit https://platform.openai.com/account/rate-limits to learn more."
    )
    headers = {
        "retry-after": str(math.ceil(wait)),
        "retry-after-ms": str(milliseconds),
        "x-ratelimit-limit-requests": "3",
        "x-ratelimit-remaining-requests": "0",
        "x-ratelimit-reset-requests": f"{milliseconds}ms",
        "x-ratelimit-limit-tokens": "200000",
        "x-ratelimit-remaining-tokens": "199000",
        "x-ratelimit-reset-tokens": "300ms",
    }
    return _error(429, message, "requests", "rate_limit_exceeded", headers)


def _no_quota(request: Request, answer: Answer, wait: float) -> Reply:
    message = (
        "You exceeded your current quota, please check your plan and billing details. "
        "For more information on this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors."
    )
    return _error(429, message, "insufficient_quota", "insufficient_quota")


def _server_error(request: Request, answer: Answer, wait: float) -> Reply:
    return _error(500, "The server had an error while processing your request. Sorry about that!", "server_error")


def _overloaded(request: Request, answer: Answer, wait: float) -> Reply:
    message = "Our servers are currently overloaded. Please try again later."
    return _error(503, message, "service_unavailable_error", "server_is_overloaded")


def _error(status: int, message: str, type: str, code: str | None = None, headers: dict[str, str] | None = None) -> Reply:
    return json_reply({"error": {"message": message, "type": type, "param": None, "code": code}}, status, headers)


# --- Connections ---


def _timeout(request: Request, answer: Answer, wait: float) -> Reply:
    raise ConnectionFault("timeout", "The read operation timed out", wait)


def _no_connection(request: Request, answer: Answer, wait: float) -> Reply:
    raise ConnectionFault("refused", "[Errno 111] Connection refused")


def _cut_connection(request: Request, answer: Answer, wait: float) -> Reply:
    reply = answer()
    if isinstance(reply.body, bytes):
        start, kind = [reply.body[: len(reply.body) // 2]], {"content-type": "application/json"}
    else:
        start, kind = _first_texts(reply.body), {}
    return Reply(reply.status, _then_cut(start), kind | reply.headers)


def _then_cut(pieces) -> Iterator[bytes]:
    yield from pieces
    raise ConnectionFault("cut", "peer closed connection without sending complete message body (incomplete chunked read)")


# --- Streams and replies that are broken ---


def _error_event(request: Request, answer: Answer, wait: float) -> Reply:
    def events(pieces):
        sent = list(_first_texts(pieces))
        yield from sent
        trouble = {"code": "server_error", "message": TROUBLE, "param": None}
        yield event({"type": "error", "sequence_number": len(sent)} | trouble, named=True)

    return _changed(answer(), events)


def _stream_error(request: Request, answer: Answer, wait: float) -> Reply:
    named = request.path.startswith("/responses")

    def events(pieces):
        sent = list(_first_texts(pieces))
        yield from sent
        trouble = {"error": {"type": "server_error", "code": "server_error", "message": TROUBLE, "param": None}}
        yield event(({"type": "error", "sequence_number": len(sent)} if named else {}) | trouble, named=named)

    return _changed(answer(), events)


def _failed_response(request: Request, answer: Answer, wait: float) -> Reply:
    def events(pieces):
        sent = list(_first_texts(pieces))
        yield from sent
        response = json.loads(sent[0].partition(b"data: ")[2])["response"]
        response |= {"status": "failed", "error": {"code": "server_error", "message": TROUBLE}}
        yield event({"type": "response.failed", "sequence_number": len(sent), "response": response}, named=True)

    return _changed(answer(), events)


def _cut_json(request: Request, answer: Answer, wait: float) -> Reply:
    def half(pieces):
        *whole, last = _first_texts(pieces)
        yield from whole
        yield last[: len(last) // 2] + b"\n\n"

    return _changed(answer(), half)


def _changed(reply: Reply, change: Callable[[Iterator[bytes]], Iterator[bytes]]) -> Reply:
    """Return a reply whose stream is changed; one that is no stream loses its second half."""
    body = reply.body[: len(reply.body) // 2] if isinstance(reply.body, bytes) else change(reply.body)
    return Reply(reply.status, body, reply.headers)


def _first_texts(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the events of a stream up to its third piece of text, or to its last if there are fewer."""
    texts = 0
    for piece in pieces:
        is_text = b'.delta"' in piece or b'"delta": {"content": ' in piece or b'"delta": {"refusal": ' in piece
        if (texts and not is_text) or piece.startswith((b"event: response.incomplete", b"event: response.completed")):
            return
        yield piece
        texts += is_text
        if texts == TEXTS_BEFORE:
            return


def _not_json(request: Request, answer: Answer, wait: float) -> Reply:
    page = "<!doctype html>\n<html><head><title>Sign in to the network</title></head><body>Please sign in.</body></html>\n"
    return Reply(200, page.encode(), {"content-type": "text/html; charset=utf-8"})


def _empty_reply(request: Request, answer: Answer, wait: float) -> Reply:
    return Reply(200, b"")


def _refusal(request: Request, answer: Answer, wait: float) -> Reply:
    return answer(refuse=True)


# --- Which requests a fault can happen to ---


def _model(request: Request) -> str | None:
    model = _body(request).get("model")
    return model if isinstance(model, str) else None


def _body(request: Request) -> dict:
    try:
        return request.body
    except Refusal:
        return {}


def _names_a_model(request: Request) -> bool:
    return _model(request) is not None


def _is_written(request: Request) -> bool:
    return request.method == "POST" and request.path in ("/responses", "/chat/completions")


def _is_streamed(request: Request) -> bool:
    return _is_written(request) and _body(request).get("stream") is True


def _is_streamed_response(request: Request) -> bool:
    return _is_streamed(request) and request.path == "/responses"


FAULTS: dict[str, Fault] = {
    "bad_key": Fault("401: the API key is not known", _bad_key),
    "no_permission": Fault("403: the key may not use the model", _no_permission),
    "unknown_model": Fault("400 (in chat 404): there is no such model", _unknown_model, _names_a_model),
    "too_long": Fault("400: the input is longer than the model's context", _too_long, _is_written),
    "rate_limit": Fault("429: too many requests, try again in `wait` seconds", _rate_limit, wait=0.1),
    "no_quota": Fault("429: the account has no money left", _no_quota),
    "server_error": Fault("500: an error on the side of the API", _server_error),
    "overloaded": Fault("503: too many people ask at once", _overloaded),
    "timeout": Fault("no reply comes within the client's timeout, or `wait` seconds if that is less", _timeout, wait=0.0),
    "no_connection": Fault("nobody answers at the address", _no_connection),
    "cut_connection": Fault("the connection breaks in the middle of the reply, which the API has worked out", _cut_connection),
    "error_event": Fault("a stream of the Responses API brings an error event, and ends", _error_event, _is_streamed_response),
    "stream_error": Fault("a stream brings an error in place of its next event, and ends", _stream_error, _is_streamed),
    "failed_response": Fault("a stream of the Responses API ends in response.failed", _failed_response, _is_streamed_response),
    "not_json": Fault("200, but a web page: a network's sign-in page, for example", _not_json),
    "cut_json": Fault("200, but the JSON ends in the middle", _cut_json),
    "empty_reply": Fault("200, but nothing in it", _empty_reply),
    "refusal": Fault("the model declines to answer", _refusal, _is_written),
}
"""What can happen to a request, by name."""


# --- Happening ---


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
        self._log, self._began = log, None
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
            can_wait = " and ".join(name for name, known in FAULTS.items() if known.wait is not None)
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
            rest = (request.path, meeting.status, int(retry) if retry.isdecimal() else 0, meeting.plan and meeting.plan.name)
            with self._lock:
                self._began = self._began or came
                self._log.append(Arrival(came - self._began, *rest))
                for plan in open_plans:
                    plan.began = plan.began or came
                    plan.log.append(Arrival(came - plan.began, *rest))
