"""A budget in dollars: every call through one client is counted, and one that could pass it is not sent.

    client = get_client(budget=0.50)
    client.budget.spent, client.budget.left

Before a request is sent, the most that it can cost is set aside. When the reply has come, what it
did cost is booked instead. What nobody knows beforehand is assumed to be as dear as it can be:

- a request without a limit on the reply may write MOST_TOKENS;
- an image, a file, a stored conversation, or an earlier response that did not come through this
  budget may fill the model's whole context window;
- a model, an endpoint or a tool whose price is not known is refused, not free;
- a call that ends without a bill (a timeout, a reply cut off) counts with the most that it can have
  cost. Of a stream that you leave, what was written until then counts (at one token per byte), or
  all that was set aside if the model may have been reasoning unseen.

Refusals of the server, and connections that never came about, cost nothing. Prices are those of the
genai-prices package. Connections by WebSocket cannot be counted: `client.realtime` is refused, and
`client.responses.connect` passes by.
"""

import json
import re
import threading
from contextlib import contextmanager
from decimal import Decimal

import httpx2
import openai
from openai import AsyncOpenAI, OpenAI

from offline import models

MOST_TOKENS = 128_000  # what one reply may have at most
MOST_CONTEXT = 2_000_000  # tokens, where a model's context window is not known

_PAID = {"/responses": "responses", "/responses/compact": "responses", "/chat/completions": "chat", "/embeddings": "embeddings"}
_FREE = re.compile(r"/(moderations|responses/input_tokens|responses/[^/]+/cancel|conversations(/.*)?|files|uploads(/.*)?)$")
_UNSEEN = re.compile(
    rb'"(conversation|prompt|file_id|file_url|file_data|image_url)":\s*["{]'
)  # brings more than the request shows
_LIMITS = {"responses": ["max_output_tokens"], "chat": ["max_completion_tokens", "max_tokens"]}
_NEVER_SENT = (
    httpx2.ConnectError,
    httpx2.ConnectTimeout,
    httpx2.PoolTimeout,
    httpx2.ProxyError,
    httpx2.UnsupportedProtocol,
    httpx2.LocalProtocolError,
    httpx2.TooManyRedirects,
    RuntimeError,  # the client is closed
)


class BudgetExceeded(openai.OpenAIError):
    """A call that was not sent, because it could cost more than is left, or nobody knows how much."""


class Budget:
    """How many dollars may be spent, and how many were. Clients and threads may share one."""

    def __init__(self, limit: float):
        if not limit >= 0:
            raise ValueError(f"A budget is a number of dollars, 0 or more, and not {limit!r}.")
        self._limit = Decimal(str(limit))
        self._spent = self._reserved = Decimal(0)
        self._lengths: dict[str, int] = {}  # tokens that a later call brings along with the id of a response
        self._lock = threading.Lock()

    @property
    def limit(self) -> float:
        """The dollars that may be spent in all."""
        return float(self._limit)

    @property
    def spent(self) -> float:
        """The dollars that all calls so far have cost."""
        return float(self._spent)

    @property
    def left(self) -> float:
        """The dollars that new calls may cost; what is set aside for calls under way is not among them."""
        with self._lock:
            return float(self._left())

    def _left(self) -> Decimal:
        return self._limit - self._spent - self._reserved

    def __repr__(self) -> str:
        return f"<Budget: {in_dollars(self.spent)} of {in_dollars(self.limit)} spent, {in_dollars(self.left)} left>"

    def reserve(self, request: httpx2.Request) -> "Call | None":
        """Set aside the most that a request can cost, and return the call; None if it costs nothing.

        Raises BudgetExceeded if that is more than is left, or is not known.
        """
        path = request.url.path
        if request.method != "POST" or _FREE.search(path):
            return None
        flavor = next((flavor for ending, flavor in _PAID.items() if path.endswith(ending)), None)
        if flavor is None:
            raise BudgetExceeded(f"Not sent: what a call to {path} costs is not known, so it cannot go under a budget.")
        call = Call(self, flavor, request)
        with self._lock:
            if call.most > self._left():
                raise BudgetExceeded(self._refusal(call))
            self._reserved += call.most
        return call

    def _refusal(self, call: "Call") -> str:
        unlimited = f" (no limit of tokens is set, so {MOST_TOKENS:,} are assumed)" if call.unlimited else ""
        return (
            f"Not sent: this call could cost up to {in_dollars(call.most)}{unlimited}, but only "
            f"{in_dollars(self._left())} of your budget of {in_dollars(self._limit)} is left. Allow the reply fewer tokens, or "
            "make a client with a larger budget."
        )

    def length(self, response_id: str) -> int:
        """Return the tokens that a call brings along by naming an earlier response."""
        return self._lengths.get(response_id, MOST_CONTEXT)

    def book(self, call: "Call", dollars: Decimal, reply: dict | None) -> None:
        """Count what a call cost instead of what was set aside for it."""
        with self._lock:
            self._reserved -= call.most
            self._spent += dollars
            if reply and call.flavor == "responses":
                self._lengths[str(reply.get("id"))] = reply["usage"].get("total_tokens", MOST_CONTEXT)


class Call:
    """One call under a budget: the most it can cost and, from what comes back, what it did cost.

    It is a context manager around the sending, and books what a failure there may have cost.
    """

    def __init__(self, budget: Budget, flavor: str, request: httpx2.Request):
        self.budget, self.flavor, self.booked = budget, flavor, False
        self.body = _parsed(request.content)
        _refuse_unpriced(self.body)
        limits = [n for name in _LIMITS.get(flavor, ()) if (n := _positive(self.body.get(name)))]
        self.unlimited = not limits and flavor != "embeddings"
        self.sent = self._most_input(request.content)
        written = 0 if flavor == "embeddings" else max(limits, default=MOST_TOKENS) * (_positive(self.body.get("n")) or 1)
        self.most = self._price(self.sent, written)
        self.reply: dict | None = None  # what came back with the bill
        self.written = 0  # tokens of a stream so far, at most
        self.streamed, self.unread = False, b""

    def _most_input(self, content: bytes) -> int:
        """Return how many tokens the model may read: no token is shorter than a byte."""
        tokens = len(content)
        if _UNSEEN.search(content):
            tokens += MOST_CONTEXT
        if previous := self.body.get("previous_response_id"):
            tokens += self.budget.length(str(previous))
        return tokens

    def _price(self, sent: int, written: int) -> Decimal:
        from genai_prices import Usage

        model = self.body.get("model")
        with _unknown_price(f"the model {model!r}"):
            window = _calculate(Usage(input_tokens=1), model).model.context_window or MOST_CONTEXT
            sent = sent if self.flavor == "embeddings" else min(sent, window)  # embeddings take many texts
            return _calculate(Usage(input_tokens=sent, output_tokens=written), model, self.body.get("service_tier")).total_price

    # --- What comes back ---

    def __enter__(self) -> "Call":
        return self

    def __exit__(self, kind, error, traceback) -> None:
        if error is not None:
            self._book(Decimal(0) if isinstance(error, _NEVER_SENT) else self.most)

    def watch(self, response: httpx2.Response) -> None:
        """Book a reply that is there, or look at the pieces of one that streams in, and book it when it is closed."""
        self.streamed = (
            "text/event-stream" in response.headers.get("content-type", "") and "content-encoding" not in response.headers
        )
        if not response.is_success:
            return self._book(Decimal(0))
        try:
            self.read(response.content)
        except httpx2.ResponseNotRead:
            response.stream = _Watched(response.stream, self)
        else:
            self.end()

    def read(self, piece: bytes) -> None:
        """Look at a piece of the reply."""
        self.unread += piece
        if self.streamed:
            *lines, self.unread = self.unread.replace(b"\r", b"\n").split(b"\n")
            for line in lines:
                if line.startswith(b"data:"):
                    self._see(_parsed(line[5:]), len(line))

    def _see(self, event: dict, length: int) -> None:
        """Look at one event of a stream: does it bring text, or the bill?"""
        reply = event["response"] if isinstance(event.get("response"), dict) else event
        if isinstance(reply.get("usage"), dict):
            self.reply = reply
        choices = event["choices"] if isinstance(event.get("choices"), list) else []
        text = event.get("delta") or [choice.get("delta") for choice in choices if isinstance(choice, dict)]
        self.written += len(json.dumps(text)) if text else 0 if event else length

    def end(self) -> None:
        """Book the call: no more will come of it."""
        if not self.streamed:
            self.reply = _parsed(self.unread)
        dollars = price(self.reply, self.flavor) if self.reply else None
        if dollars is None:
            unseen = not self.streamed or _may_reason(self.body)
            dollars = self.most if unseen else min(self.most, self._price(self.sent, self.written))
            self.reply = None
        self._book(dollars)

    def _book(self, dollars: Decimal) -> None:
        if not self.booked:
            self.booked = True
            self.budget.book(self, dollars, self.reply)


class _Watched(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A reply that streams in, seen by its call as it passes."""

    def __init__(self, stream, call: Call):
        self.stream, self.call = stream, call

    def __iter__(self):
        for piece in self.stream:
            self.call.read(piece)
            yield piece

    async def __aiter__(self):
        async for piece in self.stream:
            self.call.read(piece)
            yield piece

    def close(self) -> None:
        self.call.end()
        self.stream.close()

    async def aclose(self) -> None:
        self.call.end()
        await self.stream.aclose()


# --- Prices ---


def price(reply: dict, flavor: str) -> Decimal | None:
    """Return what a reply costs in dollars, or None if that is not known.

    `reply` is the body of a reply, with its `usage`; `flavor` is "responses", "chat" or "embeddings".
    """
    from genai_prices import extract_usage

    try:
        used = extract_usage(reply, provider_id="openai", api_flavor=flavor)
        return used.calc_price(price_context=_context(reply.get("service_tier"))).total_price
    except (LookupError, ValueError, TypeError, AttributeError):
        return None


def _calculate(usage, model: str, tier: str | None = None):
    from genai_prices import calc_price

    return calc_price(usage, model_ref=model, provider_id="openai", price_context=_context(tier))


def _context(tier: str | None) -> dict:
    return {"service_tier": tier if tier in ("flex", "priority", "fast") else "default"}


@contextmanager
def _unknown_price(what: str):
    try:
        yield
    except (LookupError, ValueError, TypeError, AttributeError):
        raise BudgetExceeded(f"Not sent: the price of {what} is not known, so it cannot go under a budget.") from None


def _refuse_unpriced(body: dict) -> None:
    """Refuse what costs more than its tokens, by the call or by the minute."""
    tools = body["tools"] if isinstance(body.get("tools"), list) else []
    kinds = [f"the tool {tool.get('type')!r}" for tool in tools if isinstance(tool, dict)]
    known = ("the tool 'function'", "the tool 'custom'")
    for unpriced in [kind for kind in kinds if kind not in known] + [n for n in ("web_search_options", "audio") if body.get(n)]:
        raise BudgetExceeded(f"Not sent: what {unpriced} costs is not known, so it cannot go under a budget.")


def _may_reason(body: dict) -> bool:
    """Return whether the model may write tokens that nobody sees. One that we do not know may, unless it takes a temperature."""
    reasoning = body.get("reasoning")
    effort = reasoning.get("effort") if isinstance(reasoning, dict) else body.get("reasoning_effort")
    if known := models.find(body.get("model")):
        return (effort or known.default_effort) not in (None, "none")
    return effort != "none" and "temperature" not in body and "top_p" not in body


def _parsed(content: bytes) -> dict:
    """Return the JSON object in `content`, or an empty one if there is none."""
    try:
        parsed = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return parsed if isinstance(parsed, dict) else {}


def _positive(value) -> int:
    return value if isinstance(value, int) and value > 0 else 0


def in_dollars(amount: float | Decimal) -> str:
    """Return dollars for reading: as many digits as there are, up to seven, and at least two."""
    return re.sub(r"(?<=\.\d\d)(\d*?)0+$", r"\1", f"${amount:.7f}")


# --- Clients ---


def limit(client: OpenAI | AsyncOpenAI, budget: Budget) -> OpenAI | AsyncOpenAI:
    """Return a client that does what `client` does, within `budget`, which it has as `client.budget`.

    Its copies (`with_options`) share the budget.
    """
    counted, http = (_AsyncClient, _AsyncHttp) if isinstance(client, AsyncOpenAI) else (_Client, _Http)
    inner = client._client  # the SDK has no public name for its http client
    limited = counted(
        api_key=client.api_key,
        base_url=client.base_url,
        timeout=client.timeout,
        max_retries=client.max_retries,
        http_client=http(inner, budget),
    )
    limited.budget = budget
    return limited


class _Copies:
    """Hands the budget on to copies of a client."""

    budget: Budget

    def copy(self, *, http_client=None, **changes):
        if http_client is not None:
            raise ValueError("A client with a budget keeps its own http client.")
        copied = super().copy(**changes)
        copied.budget = self.budget
        return copied

    with_options = copy

    @property
    def realtime(self):
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

    def send(self, request, *, stream=False, **options):
        call = self.budget.reserve(request)
        if call is None:
            return self.inner.send(request, stream=stream, **options)
        with call:
            response = self.inner.send(_readable(request), stream=stream, **options)
        call.watch(response)
        return response

    def close(self) -> None:
        super().close()
        self.inner.close()


class _AsyncHttp(httpx2.AsyncClient):
    """What `_Http` is, for code with async and await."""

    def __init__(self, inner: httpx2.AsyncClient, budget: Budget):
        super().__init__(transport=httpx2.AsyncBaseTransport(), timeout=inner.timeout)
        self.inner, self.budget = inner, budget

    async def send(self, request, *, stream=False, **options):
        call = self.budget.reserve(request)
        if call is None:
            return await self.inner.send(request, stream=stream, **options)
        with call:
            response = await self.inner.send(_readable(request), stream=stream, **options)
        call.watch(response)
        return response

    async def aclose(self) -> None:
        await super().aclose()
        await self.inner.aclose()


def _readable(request: httpx2.Request) -> httpx2.Request:
    """Ask for a reply that is not compressed, so that a stream can be read as it passes."""
    request.headers["accept-encoding"] = "identity"
    return request
