"""The offline stand-in: the official SDK, with a far end that lives in this folder.

    import offline
    client = offline.client()
    client.responses.create(model="gpt-6-luna", input="Hello!").output_text

Requests are built, retried, parsed and raised by the real `openai` package; only the transport is
ours (`httpx2.MockTransport`), so nothing touches the network. What it can say is in answers.yaml,
what it knows of the models in models.yaml. It knows nothing of the course around it.
"""

import asyncio
import time

import httpx2
from openai import AsyncOpenAI, DefaultAsyncHttpx2Client, DefaultHttpx2Client, OpenAI

from .standin import KEY, StandIn

__all__ = ["KEY", "StandIn", "async_client", "client", "shared"]

BASE_URL = "http://offline/v1"

shared = StandIn()
"""The stand-in behind every client that is not given one of its own; it remembers across clients."""


def client(standin: StandIn | None = None, *, pace: float | None = None, **options) -> OpenAI:
    """Return an `OpenAI` client that the stand-in answers.

    `standin` is the far end (default: `shared`). `pace` slows streams down to that many events a
    second. Other options go to `OpenAI`, for example `max_retries` or a wrong `api_key`.
    """
    far_end = standin or shared

    def handle(request: httpx2.Request) -> httpx2.Response:
        reply = _answer(far_end, request)
        content = reply.body if isinstance(reply.body, bytes) else _paced(reply.body, pace)
        return httpx2.Response(reply.status, headers=reply.headers, content=content)

    http_client = DefaultHttpx2Client(transport=httpx2.MockTransport(handle))
    return OpenAI(**{"api_key": KEY, "base_url": BASE_URL, "http_client": http_client} | options)


def async_client(standin: StandIn | None = None, *, pace: float | None = None, **options) -> AsyncOpenAI:
    """Return an `AsyncOpenAI` client that the stand-in answers; see `client`."""
    far_end = standin or shared

    async def handle(request: httpx2.Request) -> httpx2.Response:
        reply = _answer(far_end, request)
        content = reply.body if isinstance(reply.body, bytes) else _paced_async(reply.body, pace)
        return httpx2.Response(reply.status, headers=reply.headers, content=content)

    http_client = DefaultAsyncHttpx2Client(transport=httpx2.MockTransport(handle))
    return AsyncOpenAI(**{"api_key": KEY, "base_url": BASE_URL, "http_client": http_client} | options)


def _answer(far_end: StandIn, request: httpx2.Request):
    return far_end.handle(request.method, request.url.path, dict(request.headers), request.content)


def _paced(pieces, pace: float | None):
    for piece in pieces:
        if pace:
            time.sleep(1 / pace)
        yield piece


async def _paced_async(pieces, pace: float | None):
    for piece in pieces:
        await asyncio.sleep(1 / pace if pace else 0)
        yield piece
