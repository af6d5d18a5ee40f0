"""Lesson 6: which errors pass, which to catch, how long to wait, and a log as a picture."""

from collections.abc import Callable, Collection, Iterator
from unittest import mock

import httpx2
import openai

import offline
from offline.wire import Arrival, Reply, json_reply
from support import errors
from support.explaining.advice import Advice

from .judging import ReturnedNothing, YourCodeRaised
from .registry import exercise
from .stand_in import StandIn, client

# The names of a 429 that is about money (help.openai.com, article 5955604, seen in November 2026).
BILLING = (
    "insufficient_quota",
    "credit_balance_exhausted",
    "organization_spend_limit_exceeded",
    "project_spend_limit_exceeded",
    "organization_usage_limit_exceeded",
)
_REQUEST = httpx2.Request("POST", f"{offline.BASE_URL}/responses")
_KINDS = {
    400: openai.BadRequestError,
    401: openai.AuthenticationError,
    403: openai.PermissionDeniedError,
    404: openai.NotFoundError,
    408: openai.APIStatusError,  # it has no class of its own
    409: openai.ConflictError,
    422: openai.UnprocessableEntityError,
    429: openai.RateLimitError,
}


def _refusal(status: int, code: str | None = None, type: str = "invalid_request_error") -> openai.APIStatusError:
    """Return what the SDK makes of a refusal that says no more than its code and type."""
    body = {"message": "No.", "type": type, "param": None, "code": code}
    kind = _KINDS.get(status, openai.InternalServerError)
    return kind("No.", response=httpx2.Response(status, json={"error": body}, request=_REQUEST), body=body)


def _judged_errors() -> Iterator[tuple[openai.APIError, bool, str]]:
    """Yield errors, whether trying again can help, and what they are in words."""
    yield _refusal(429, "rate_limit_exceeded", "requests"), True, "too many requests"
    for status in (500, 503):
        yield _refusal(status, type="server_error"), True, "a server in trouble"
    yield openai.APIConnectionError(request=_REQUEST), True, "no connection"
    yield openai.APITimeoutError(_REQUEST), True, "a timeout"
    yield _refusal(409), True, "two changes at the same moment"
    yield _refusal(408), True, "a request that came too slowly"
    for status, code in ((400, "model_not_found"), (401, "invalid_api_key"), (403, None), (404, None), (422, None)):
        yield _refusal(status, code), False, "the same request is refused again"
    for name in BILLING:
        yield _refusal(429, name, "billing"), False, "no money, by its code"
    yield _refusal(429, None, "insufficient_quota"), False, "no money, by its type"


@exercise("6.1", praise="You know when to give up.", returns=bool)
def _passing(worth_retrying: Callable) -> str | None:
    for error, helps, about in _judged_errors():
        shown = f"{type(error).__name__} (status {getattr(error, 'status_code', None)}, code {error.code}, type {error.type}: {about})"
        try:
            found = worth_retrying(error)
        except YourCodeRaised as raised:
            if not isinstance(raised.error, AttributeError):
                raise
            return f"for {shown}, {raised}. Not every error has a status."
        if found is not helps:
            return f"for {shown} it should be {helps}, and it is {found!r}."
    with mock.patch.object(errors, "ADVICE", dict.fromkeys(errors.ADVICE, Advice("It went wrong."))):
        if any(worth_retrying(error) is not helps for error, helps, _ in _judged_errors()):
            return "it goes by the words of explain, and words can change. Go by the class, the status, the code or the type."
    return None


@exercise("6.2", praise="You catch what you can handle, and nothing else.", returns=str)
def _polite(ask_politely: Callable) -> str | None:
    if ask_politely("What is an API?", client()) in ("", "busy", "offline"):
        return "without an error, it should return the text of the reply."
    waits = {
        "rate_limit": ("busy", "too many requests"),
        "no_connection": ("offline", "no connection"),
        "timeout": ("offline", "a timeout"),
    }
    for fault, (wanted, about) in waits.items():
        found = _outcome(ask_politely, _Failing(fault))
        if found != wanted:
            found = f"{type(found).__name__} raised" if isinstance(found, openai.APIError) else found
            return f'for {about} it should return "{wanted}", and there is {found!r}.'
    lets_through = {"a wrong key": _Failing("bad_key"), "an unknown model": _Failing("unknown_model")}
    lets_through |= {"a server in trouble": _Failing("server_error"), "missing credit": _Failing("no_quota")}
    lets_through |= {f"a 429 with the code {name}": _Broke(name) for name in BILLING}
    for about, standin in lets_through.items():
        try:
            found = _outcome(ask_politely, standin)
        except ReturnedNothing:
            return f"{about} should reach the caller as an exception, but your function caught it and returned nothing (None)."
        if not isinstance(found, openai.APIError):
            return f"{about} should reach the caller as an exception, but your function returned {found!r}."
    return None


class _Failing(StandIn):
    """A stand-in to which a fault happens every time."""

    def __init__(self, fault: str):
        super().__init__()
        self.fault = fault

    def handle(self, *request) -> Reply:
        with self.failing(self.fault, times=None):
            return super().handle(*request)


class _Broke(StandIn):
    """A stand-in for an account without money, which says so with a code of one's choice."""

    def __init__(self, code: str):
        super().__init__()
        self.code = code

    def handle(self, *request) -> Reply:
        return json_reply({"error": {"message": "No.", "type": "billing", "param": None, "code": self.code}}, 429)


def _outcome(ask_politely: Callable, standin: StandIn) -> str | openai.APIError:
    """Return what it returns, or the API's error that it lets through."""
    try:
        return ask_politely("Hello!", client(standin))
    except YourCodeRaised as raised:
        if isinstance(raised.error, openai.APIError):
            return raised.error
        raise


@exercise("6.3", praise="A server in trouble will thank you.", returns=Collection)
def _delays(my_delays: Callable) -> str | None:
    for n, wanted in ((0, []), (1, [1]), (3, [1, 3, 9]), (5, [1, 3, 9, 20, 20]), (12, [1, 3, 9] + 9 * [20])):
        found = list(my_delays(n))
        if found != wanted:
            return f"for n={n} there should be {wanted}, and there is {found!r}."
    return None


@exercise("6.4", praise="Now you can read a bad day at a glance.", returns=str)
def _strip(strip: Callable) -> str | None:
    for statuses in ([], [200], [500, 500, 200], [429, 200, None, 400, 200]):
        wanted = "".join("o" if status == 200 else "x" for status in statuses)
        found = strip([Arrival(float(at), "/responses", status, 0, None) for at, status in enumerate(statuses)])
        if found != wanted:
            return f"for a log with the statuses {statuses} the strip should be {wanted!r}, and it is {found!r}."
    return None
