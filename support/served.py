"""A client for a server that may offer less than OpenAI's API: the SDK's own, which looks at each request before it goes out.

    client = served_client(OpenAI, "llama3.2", base_url="http://localhost:11434/v1", api_key="not-needed")
    client.responses.retrieve("resp_1")  # NotOffered: This needs stored replies, and the server at ... does not offer that.

What is missing raises NotOffered, and nothing is sent. A server that has no Responses API, or half of one, is asked by Chat
Completions, and its reply turned back: so cells stay calls of `client.responses`. The looking is done by the HTTP client;
copies of the client, and clients with a budget, share that.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx2
import openai
from openai import AsyncOpenAI, OpenAI

from . import needs
from .chat_completions import chat_request, response_body
from .chat_events import Events
from .connecting import Client
from .server import CHAT, RESPONSES, Server

_servers: dict[str, Server] = {}


def served_client(kind: type[Client], model: str, **options: Any) -> Client:
    """Return a client of `kind` (OpenAI or AsyncOpenAI) for a server where the course uses `model`.

    `options` are those of the client, with `base_url`. Raises httpx2.InvalidURL for a `base_url` that is no address.
    """
    client = kind(**options)
    server = _servers.setdefault(str(client.base_url), Server(model, **options))
    if isinstance(client, AsyncOpenAI):
        return client.copy(http_client=_AsyncHttp(client._client, server))  # the SDK has no public name for its http client
    return client.copy(http_client=_Http(client._client, server))


def server_of(client: OpenAI | AsyncOpenAI) -> Server | None:
    """Return the server behind a client that `served_client` made, or behind a copy of one; None for any other client."""
    return _servers.get(str(client.base_url))


def has_logprobs(client: OpenAI | AsyncOpenAI, effort: str | None = None) -> bool:
    """Return whether replies to this client can come with logprobs, asked for at this effort."""
    server = server_of(client)
    return server is None or not server.answers() or server.path_with_logprobs(effort) is not None


class _Hooks:
    """The hooks of a client that sends through another one (`inner`) are those of that other one: it does the sending."""

    inner: httpx2.Client | httpx2.AsyncClient

    @property
    def event_hooks(self) -> dict:
        return self.inner.event_hooks

    @event_hooks.setter
    def event_hooks(self, hooks: dict) -> None:
        self.inner.event_hooks = hooks


class _Http(_Hooks, httpx2.Client):
    """Sends through another http client, whose settings hold."""

    inner: httpx2.Client

    def __init__(self, inner: httpx2.Client, server: Server):
        super().__init__(transport=httpx2.BaseTransport(), timeout=inner.timeout)
        self.inner, self.server = inner, server

    def send(self, request: httpx2.Request, *, stream: bool = False, **options: Any) -> httpx2.Response:
        call = _Call(self.server, request)
        response = self.inner.send(call.outgoing(), stream=stream, **options)
        if call.must_be_read(response):
            response.read()
        return call.incoming(response)

    def close(self) -> None:
        super().close()
        self.inner.close()


class _AsyncHttp(_Hooks, httpx2.AsyncClient):
    """What `_Http` is, for code with async and await."""

    inner: httpx2.AsyncClient

    def __init__(self, inner: httpx2.AsyncClient, server: Server):
        super().__init__(transport=httpx2.AsyncBaseTransport(), timeout=inner.timeout)
        self.inner, self.server = inner, server

    async def send(self, request: httpx2.Request, *, stream: bool = False, **options: Any) -> httpx2.Response:
        call = _Call(self.server, request)
        outgoing = await asyncio.to_thread(call.outgoing)  # a server that must be asked first takes its time
        response = await self.inner.send(outgoing, stream=stream, **options)
        if call.must_be_read(response):
            await response.aread()
        return await asyncio.to_thread(call.incoming, response)

    async def aclose(self) -> None:
        await super().aclose()
        await self.inner.aclose()


class _Call:
    """One request to a server and its reply, turned into Chat Completions and back if need be."""

    def __init__(self, server: Server, request: httpx2.Request):
        self.server, self.request = server, request
        self.path = "/" + str(request.url.copy_with(query=None)).removeprefix(server.base_url)
        self.body = needs.body_of(request)
        self.by_chat = False

    def outgoing(self) -> httpx2.Request:
        """Return the request to send. Raises NotOffered if it needs more than the server has."""
        needs.check(self.server, self.request.method, self.path, self.body)
        if (self.request.method, self.path) == ("POST", RESPONSES):
            effort, logprobs = needs.effort_of(self.body), needs.wants_logprobs(self.body)
            self.by_chat = (self.server.path_with_logprobs(effort) if logprobs else self.server.path()) == CHAT
        if not self.by_chat:
            return self.request
        try:
            said = chat_request(self.body)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise openai.OpenAIError(
                f"Not sent: this request is none of the Responses API ({type(error).__name__}: {error})."
            ) from error
        kept = {name: value for name, value in self.request.headers.items() if name != "content-length"}
        url = self.server.base_url + CHAT.removeprefix("/")
        return httpx2.Request("POST", url, headers=kept, json=said, extensions=self.request.extensions)

    def must_be_read(self, response: httpx2.Response) -> bool:
        """Return whether the reply is looked at as a whole, even if it is to be read as a stream."""
        return not response.is_success or (self.by_chat and not self.body.get("stream"))

    def incoming(self, response: httpx2.Response) -> httpx2.Response:
        """Return the reply to hand on. Raises NotOffered if the server refuses for want of an endpoint."""
        if not response.is_success:
            needs.check_refusal(self.server, self.path, self.body, response)
        if not response.is_success or not self.by_chat:
            return response
        if self.body.get("stream"):
            headers = {"content-type": "text/event-stream"}
            return httpx2.Response(200, headers=headers, stream=_Turned(response), request=self.request)
        completion = response.json()
        if not (isinstance(completion, dict) and completion.get("choices")):
            return response  # the helpers say what is odd about it
        repeated = {"top_logprobs": self.body.get("top_logprobs")}
        return httpx2.Response(200, json=response_body(completion) | repeated, request=self.request)


class _Turned(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """The stream of a completion, as events of the Responses API."""

    def __init__(self, response: httpx2.Response):
        self.response = response

    def __iter__(self) -> Iterator[bytes]:
        events = Events()
        for line in self.response.iter_lines():
            yield events.read(line)
        yield events.end()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        events = Events()
        async for line in self.response.aiter_lines():
            yield events.read(line)
        yield events.end()

    def close(self) -> None:
        self.response.close()

    async def aclose(self) -> None:
        await self.response.aclose()
