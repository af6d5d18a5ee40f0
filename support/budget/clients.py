"""Clients with a budget: they send through another client's http client, and count."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import httpx2
from openai import AsyncOpenAI, OpenAI

from ..connecting import Client
from .estimate import call_of
from .ledger import Budget, BudgetExceeded


def under_budget(client: Client, budget: Budget | float | None) -> Client:
    """Return a client that does what `client` does, within `budget`, which it has as `client.budget`.

    Its copies (`with_options`) share the budget. A number is the dollars of a new budget; with None,
    `client` itself is returned.
    """
    if budget is None:
        return client
    budget = budget if isinstance(budget, Budget) else Budget(budget)
    settings: dict[str, Any] = {
        "api_key": client.api_key,
        "base_url": client.base_url,
        "timeout": client.timeout,
        "max_retries": client.max_retries,
    }
    limited: _Client | _AsyncClient
    if isinstance(client, AsyncOpenAI):
        limited = _AsyncClient(http_client=_AsyncHttp(client._client, budget), **settings)  # the SDK has no public name for it
    else:
        limited = _Client(http_client=_Http(client._client, budget), **settings)
    limited.budget = budget
    return limited


class _Copies:
    """Hands the budget on to copies of a client."""

    budget: Budget

    def copy(self, *, http_client: Any = None, **changes: Any) -> Any:
        if http_client is not None:
            raise ValueError("A client with a budget keeps its own http client.")
        copied = super().copy(**changes)  # type: ignore[misc]  # the copy of the client, which comes after this class
        copied.budget = self.budget
        return copied

    with_options = copy

    @property
    def realtime(self) -> NoReturn:
        raise BudgetExceeded("Not sent: what a realtime connection costs is not known, so it cannot go under a budget.")


class _Client(_Copies, OpenAI):
    """An `OpenAI` client with a budget."""


class _AsyncClient(_Copies, AsyncOpenAI):
    """An `AsyncOpenAI` client with a budget."""


class _Http(httpx2.Client):
    """Sends through another http client, whose settings hold, and counts."""

    def __init__(self, inner: httpx2.Client, budget: Budget):
        super().__init__(transport=httpx2.BaseTransport(), timeout=inner.timeout)
        self.inner, self.budget = inner, budget

    def send(self, request: httpx2.Request, **options: Any) -> httpx2.Response:
        with _counted(request, self.budget) as watch:
            return watch(self.inner.send(request, **options))

    def close(self) -> None:
        super().close()
        self.inner.close()


class _AsyncHttp(httpx2.AsyncClient):
    """What `_Http` is, for code with async and await."""

    def __init__(self, inner: httpx2.AsyncClient, budget: Budget):
        super().__init__(transport=httpx2.AsyncBaseTransport(), timeout=inner.timeout)
        self.inner, self.budget = inner, budget

    async def send(self, request: httpx2.Request, **options: Any) -> httpx2.Response:
        with _counted(request, self.budget) as watch:
            return watch(await self.inner.send(request, **options))

    async def aclose(self) -> None:
        await super().aclose()
        await self.inner.aclose()


@contextmanager
def _counted(request: httpx2.Request, budget: Budget) -> Iterator[Callable[[httpx2.Response], httpx2.Response]]:
    """Set aside what a request can cost while it is sent; give the function through which its reply must go."""
    from .later import step_of  # only here: who has no budget need not load it

    call = step_of(request, budget) or call_of(request, budget)
    if call is None:
        yield lambda response: response
        return
    call.begin()
    request.headers["accept-encoding"] = "identity"  # so that a stream can be read as it passes
    with call:
        yield call.watch
