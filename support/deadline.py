"""A deadline for the whole of a reply, because a timeout bounds only the wait for its next piece.

    keep_deadline(client, seconds=60)

A server that sends a byte now and then never runs into a timeout; its reply would drip for ever. Past
the deadline, reading ends in TooLate. And no wait for a piece is longer than the time that was left when
the reply began, so a server that falls silent is given up as well. (Only headers that drip are beyond it:
the HTTP client lets nobody look at them before they are whole.)
"""

import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any

import httpx2
import openai
from openai import AsyncOpenAI

from .connecting import Client

DEADLINE = 1800.0
"""Seconds that a reply may take if nobody says otherwise: time for 4,000 tokens on a slow computer of one's own."""


class TooLate(openai.APITimeoutError):
    """A reply that was not whole at its deadline. It is not asked for again."""

    def __init__(self, request: httpx2.Request, seconds: float):
        super().__init__(request)
        self.message = f"The reply was not whole after {seconds:g} seconds, the deadline of this client."
        self.args = (self.message,)


def keep_deadline(client: Client, seconds: float | None) -> Client:
    """Return `client`, which from now on raises TooLate for a reply that takes longer than `seconds`.

    Each try of a request has its own deadline. With None, replies may take as long as they like.
    Raises TypeError or ValueError for what is not a time.
    """
    if seconds is None:
        return client
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        raise TypeError(f"A deadline is a number of seconds, such as 60, and not a {type(seconds).__name__}.")
    if not seconds > 0:
        raise ValueError(f"A deadline is a number of seconds above 0, and not {seconds!r}. For none, write deadline=None.")
    http = client._client  # the SDK has no public name for its http client
    before, after = (_begin_async, _watch_async) if isinstance(client, AsyncOpenAI) else (_begin, _watch)
    hooks: dict[str, list] = http.event_hooks
    http.event_hooks = {
        "request": [*hooks["request"], lambda request: before(request, seconds)],
        "response": [*hooks["response"], lambda response: after(response, seconds)],
    }
    return client


def _begin(request: httpx2.Request, seconds: float) -> None:
    """Note when a request is sent (of a redirected one, when the first was), and let no wait be longer than is left."""
    end = request.extensions.setdefault("deadline", time.monotonic() + seconds)
    _shorten(request, end)


def _watch(response: httpx2.Response, seconds: float) -> None:
    """Look at the clock with each piece of a reply that comes."""
    end = response.request.extensions["deadline"]
    _shorten(response.request, end)
    response.stream = _Watched(response.stream, response.request, end, seconds)


async def _begin_async(request: httpx2.Request, seconds: float) -> None:
    _begin(request, seconds)


async def _watch_async(response: httpx2.Response, seconds: float) -> None:
    _watch(response, seconds)


def _shorten(request: httpx2.Request, end: float) -> None:
    left = max(end - time.monotonic(), 0.001)
    timeouts = request.extensions["timeout"]  # the connection reads this very dict
    timeouts.update({name: left if wait is None else min(wait, left) for name, wait in timeouts.items()})


class _Watched(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A reply as it comes in, until its time is over."""

    def __init__(self, stream: Any, request: httpx2.Request, end: float, seconds: float):
        self.stream, self.request, self.end, self.seconds = stream, request, end, seconds

    def __iter__(self) -> Iterator[bytes]:
        with self._in_time():
            for piece in self.stream:
                self._look()
                yield piece

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with self._in_time():
            async for piece in self.stream:
                self._look()
                yield piece

    @contextmanager
    def _in_time(self) -> Iterator[None]:
        try:
            yield
        except httpx2.ReadTimeout:
            self._look()
            raise

    def _look(self) -> None:
        if time.monotonic() > self.end:
            raise TooLate(self.request, self.seconds)

    def close(self) -> None:
        self.stream.close()

    async def aclose(self) -> None:
        await self.stream.aclose()
