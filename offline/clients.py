"""The SDK's clients with the stand-in at the far end, in this process: no port, no network."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractContextManager
from typing import Any

import httpx2
from openai import AsyncOpenAI, DefaultAsyncHttpx2Client, DefaultHttpx2Client, OpenAI

import offline

from .api.standin import KEY, StandIn
from .faults import ConnectionFault
from .wire import Arrival, Reply


def client(standin: StandIn | None = None, *, pace: float | None = None, **options: Any) -> OpenAI:
    """Return an `OpenAI` client that the stand-in answers.

    `standin` is the far end (default: `shared`). `pace` slows streams down to that many events a
    second. Other options go to `OpenAI`, for example `max_retries` or a wrong `api_key`.
    """
    far_end = standin or offline.shared

    def handle(request: httpx2.Request) -> httpx2.Response:
        try:
            reply = _answer(far_end, request)
            if late := _lateness(reply, request):
                time.sleep(late)
        except ConnectionFault as fault:
            time.sleep(_patience(fault.wait, request))
            raise _broken(fault, request) from None
        content = reply.body if isinstance(reply.body, bytes) else _paced(reply.body, pace, request)
        return httpx2.Response(reply.status, headers=reply.headers, content=content)

    http_client = DefaultHttpx2Client(transport=httpx2.MockTransport(handle))
    usual: dict[str, Any] = {"api_key": KEY, "base_url": offline.BASE_URL, "http_client": http_client}
    return OpenAI(**usual | options)


def async_client(standin: StandIn | None = None, *, pace: float | None = None, **options: Any) -> AsyncOpenAI:
    """Return an `AsyncOpenAI` client that the stand-in answers; see `client`."""
    far_end = standin or offline.shared

    async def handle(request: httpx2.Request) -> httpx2.Response:
        try:
            reply = _answer(far_end, request)
            if late := _lateness(reply, request):
                await asyncio.sleep(late)
        except ConnectionFault as fault:
            await asyncio.sleep(_patience(fault.wait, request))
            raise _broken(fault, request) from None
        content = reply.body if isinstance(reply.body, bytes) else _paced_async(reply.body, pace, request)
        return httpx2.Response(reply.status, headers=reply.headers, content=content)

    http_client = DefaultAsyncHttpx2Client(transport=httpx2.MockTransport(handle))
    usual: dict[str, Any] = {"api_key": KEY, "base_url": offline.BASE_URL, "http_client": http_client}
    return AsyncOpenAI(**usual | options)


def failing(
    fault: str, *, times: int | None = 1, after: int = 0, wait: float | None = None
) -> AbstractContextManager[list[Arrival]]:
    """Let the next requests to the shared stand-in fail, within a `with` block.

        with offline.failing("rate_limit", times=2) as log:
            ...

    `fault` is one of FAULTS. It happens to the first `times` requests that it can happen to (an
    error in mid-stream only happens to streams), or to all of them with `times=None`; before that,
    `after` of them go through well. `wait` is in seconds: how long "rate_limit" asks to wait before
    another try (default 0.1), after how long "slow" replies (default 1), how long at most "timeout"
    keeps waiting (default 0: it does not).

    The block gives the list of all requests that came within it, as `Arrival`s: the SDK's own
    retries show there. Of blocks within blocks, the innermost decides first. At the end of the
    block nothing is left over. Raises ValueError for a fault that there is not.
    """
    return offline.shared.failing(fault, times=times, after=after, wait=wait)


def _answer(far_end: StandIn, request: httpx2.Request) -> Reply:
    path = request.url.raw_path.decode("ascii")
    return far_end.handle(request.method, path, dict(request.headers.items()), request.content)


def _broken(fault: ConnectionFault, request: httpx2.Request) -> httpx2.TransportError:
    """Return what the HTTP client raises when a connection fails in this way."""
    kinds = {"timeout": httpx2.ReadTimeout, "refused": httpx2.ConnectError, "cut": httpx2.RemoteProtocolError}
    return kinds[fault.kind](str(fault), request=request)


def _lateness(reply: Reply, request: httpx2.Request) -> float:
    """Return how many seconds a reply is late. Raises ConnectionFault if the client does not wait that long."""
    if _patience(reply.late, request) < reply.late:
        raise ConnectionFault("timeout", "The read operation timed out", reply.late)
    return reply.late


def _patience(wait: float, request: httpx2.Request) -> float:
    """Return how many seconds of a wait the client stays for."""
    timeout = request.extensions.get("timeout", {}).get("read")
    return wait if timeout is None else min(wait, timeout)


def _paced(pieces: Iterator[bytes], pace: float | None, request: httpx2.Request) -> Iterator[bytes]:
    try:
        for piece in pieces:
            if pace:
                time.sleep(1 / pace)
            yield piece
    except ConnectionFault as fault:
        raise _broken(fault, request) from None


async def _paced_async(pieces: Iterator[bytes], pace: float | None, request: httpx2.Request) -> AsyncIterator[bytes]:
    try:
        for piece in pieces:
            await asyncio.sleep(1 / pace if pace else 0)
            yield piece
    except ConnectionFault as fault:
        raise _broken(fault, request) from None
