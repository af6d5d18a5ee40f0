"""The SDK's client, with a far end whose answers are written down beforehand.

    far = far_end((429, {"error": {"message": "Slower."}}), events(DELTA, then=httpx2.ReadError("cut")))
    ...                      # the first request is refused, the second gets a stream that breaks
    far.requests             # what was sent
    far.assert_complete()    # fails where a step was not used

A step is the body of a reply with status 200 (a dict as JSON, bytes as they are), `(status, body)`, `events(...)`, an
`httpx2.Response`, an exception to raise, or a function that gets the request and returns a step. Each step answers one
request. A request for which none is left fails the test, so `far_end()` is the far end of what must not be sent; with
`always=step`, that step answers all further ones.
"""

import inspect
import json
from collections import deque

import httpx2
import openai
import pytest


def far_end(*steps, always=None, **options) -> "FarEnd":
    """Return a client whose requests are answered by `steps`; `options` go to `OpenAI`."""
    http_client = openai.DefaultHttpx2Client(transport=_Steps(steps, always))
    return FarEnd(**_DEFAULTS | {"http_client": http_client} | options)


def async_far_end(*steps, always=None, **options) -> "AsyncFarEnd":
    """Return what `far_end` does, for code with async and await; a step may be an async function, too."""
    http_client = openai.DefaultAsyncHttpx2Client(transport=_Steps(steps, always))
    return AsyncFarEnd(**_DEFAULTS | {"http_client": http_client} | options)


def events(*said: dict | bytes, then: BaseException | None = None):
    """Return a step: a stream of events (bytes are sent as they are), after which `then` is raised."""
    headers = {"content-type": "text/event-stream"}
    return lambda request: httpx2.Response(200, headers=headers, stream=_Events(said, then))


def refusal(status: int, message: str, code: str | None = None) -> tuple[int, dict]:
    """Return a step: an error as the API words it."""
    return status, {"error": {"message": message, "type": "x", "param": None, "code": code}}


_DEFAULTS = {"api_key": "any", "base_url": "http://far/v1", "max_retries": 0}


class _Asked:
    """What a client tells of its far end; its copies share it."""

    @property
    def requests(self) -> list[httpx2.Request]:
        return self._client._transport.requests

    def assert_complete(self) -> None:
        left = self._client._transport.left
        assert not left, f"{len(left)} of the steps were not used: {[*left]}"


class FarEnd(_Asked, openai.OpenAI):
    """An `OpenAI` client with steps for its far end."""


class AsyncFarEnd(_Asked, openai.AsyncOpenAI):
    """An `AsyncOpenAI` client with steps for its far end."""


class _Steps(httpx2.MockTransport):
    def __init__(self, steps, always):
        super().__init__(self._answer)
        self.requests, self.left, self.always = [], deque(steps), always

    def _answer(self, request):
        self.requests.append(request)
        step = self.left.popleft() if self.left else self.always
        if step is None:
            pytest.fail(f"request {len(self.requests)} should not have been sent: {request.method} {request.url}")
        return _response(step, request)


def _response(step, request):
    match step:
        case BaseException():
            raise step
        case httpx2.Response():
            return step
        case dict() | bytes():
            return _response((200, step), request)
        case (status, bytes() as body):
            return httpx2.Response(status, content=body)
        case (status, body):
            return httpx2.Response(status, json=body)
    answer = step(request)
    return _response_later(answer, request) if inspect.isawaitable(answer) else _response(answer, request)


async def _response_later(answer, request):
    return _response(await answer, request)


class _Events(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    def __init__(self, said, then):
        self.said, self.then = said, then

    def __iter__(self):
        for event in self.said:
            yield event if isinstance(event, bytes) else f"data: {json.dumps(event)}\n\n".encode()
        if self.then:
            raise self.then

    async def __aiter__(self):
        for piece in self:
            yield piece
