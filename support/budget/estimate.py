"""One call under a budget: the most that it can cost and, from what comes back, what it did cost."""

import json
import re
from collections.abc import AsyncIterator, Iterator
from decimal import Decimal
from typing import Any

import httpx2

from offline import models

from ..not_offered import NotOffered
from ..prices import at_most, context_window, costs_nothing, price
from .ledger import MOST_CONTEXT, MOST_TOKENS, Budget, BudgetExceeded, PriceUnknown

WHO_HAS_PRICES = "The models of the OpenAI API have known prices, and the offline stand-in counts with them."

_PAID = {"/responses": "responses", "/responses/compact": "responses", "/chat/completions": "chat", "/embeddings": "embeddings"}
_FREE = re.compile(
    r"/(moderations|responses/input_tokens|responses/[^/]+/cancel|conversations(/.*)?|batches/[^/]+/cancel|files|uploads(/.*)?)$"
)
_UNSEEN = re.compile(  # brings more than the request shows
    rb'"(conversation|prompt|file_id|file_url|file_data|image_url)":\s*["{]'
)
_LIMITS = {"responses": ["max_output_tokens"], "chat": ["max_completion_tokens", "max_tokens"]}
UNDER_WAY = ("queued", "in_progress")  # states of a response in the background, whose bill comes later
NEVER_SENT = (
    httpx2.ConnectError,
    httpx2.ConnectTimeout,
    httpx2.PoolTimeout,
    httpx2.ProxyError,
    httpx2.UnsupportedProtocol,
    httpx2.LocalProtocolError,
    httpx2.TooManyRedirects,
    RuntimeError,  # the client is closed
    NotOffered,
)


def call_of(request: httpx2.Request, budget: Budget) -> "Call | None":
    """Return the call that a request makes, or None if it costs nothing. Raises BudgetExceeded if nobody knows what it costs."""
    flavor = flavor_of(request.url.path) if request.method == "POST" else None
    return Call(budget, flavor, request.content, request.url.host) if flavor else None


def flavor_of(path: str) -> str | None:
    """Return how the bill of an endpoint is to be read, or None for one that costs nothing. Raises BudgetExceeded if nobody knows."""
    if _FREE.search(path):
        return None
    flavor = next((flavor for ending, flavor in _PAID.items() if path.endswith(ending)), None)
    if flavor is None:
        raise not_known(f"what a call to {path} costs")
    return flavor


def not_known(what: str) -> BudgetExceeded:
    return BudgetExceeded(f"Not sent: {what} is not known, so it cannot go under a budget.")


class Call:
    """One call under a budget: the most it can cost and, from what comes back, what it did cost.

    It is a context manager around the sending, and books what a failure there may have cost. `content` is what is sent,
    `host` to whom; `batch` says that it is a line of a batch.
    """

    def __init__(self, budget: Budget, flavor: str, content: bytes, host: str = "", batch: bool = False):
        self.budget, self.flavor, self.host, self.batch, self.booked = budget, flavor, host, batch, False
        self.body = parsed(content)
        _refuse_unpriced(self.body)
        limits = [n for name in _LIMITS.get(flavor, ()) if (n := _positive(self.body.get(name)))]
        self.unlimited = not limits and flavor != "embeddings"
        self.sent = self._most_input(content)
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
        model, tier = (str(self.body.get(name)) for name in ("model", "service_tier"))
        if self.flavor != "embeddings":  # they take many texts, each as long as the window
            sent = min(sent, context_window(model) or MOST_CONTEXT)
        dollars = at_most(model, sent, written, tier, self.batch)
        if dollars is None and costs_nothing(self.host, model):
            return Decimal(0)
        if dollars is None:
            named = self.body.get("model")
            hint = "" if models.find(named) else f" {WHO_HAS_PRICES}"
            raise PriceUnknown(f"{not_known(f'the price of the model {named!r}')}{hint}")
        return dollars

    def begin(self) -> None:
        """Set aside the most that the call can cost. Raises BudgetExceeded if that is more than is left."""
        self.budget.reserve(self)

    # --- What comes back ---

    def __enter__(self) -> "Call":
        return self

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> None:
        if error is not None:
            self._book(Decimal(0) if isinstance(error, NEVER_SENT) else self.most)

    def watch(self, response: httpx2.Response) -> httpx2.Response:
        """Book a reply that is there, or look at the pieces of one that streams in, and book it when it is closed."""
        self.streamed = (
            "text/event-stream" in response.headers.get("content-type", "") and "content-encoding" not in response.headers
        )
        if not response.is_success:
            self._book(Decimal(0))
            return response
        try:
            self.read(response.content)
        except httpx2.ResponseNotRead:
            response.stream = _Watched(response.stream, self)
        else:
            self.end()
        return response

    def read(self, piece: bytes) -> None:
        """Look at a piece of the reply."""
        self.unread += piece
        if self.streamed:
            *lines, self.unread = self.unread.replace(b"\r", b"\n").split(b"\n")
            for line in lines:
                if line.startswith(b"data:"):
                    self._see(parsed(line[5:]), len(line))

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
            self.reply = parsed(self.unread)
            if self.reply.get("status") in UNDER_WAY:
                self.budget.owe(str(self.reply.get("id")), self)
                return
        self.bill()

    def bill(self) -> None:
        """Book what the reply says, or what it can be at most."""
        model = {"model": self.body.get("model")}  # a compaction does not say which model made it
        dollars = price(model | self.reply, self.flavor) if self.reply else None
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

    def __init__(self, stream: Any, call: Call):
        self.stream, self.call = stream, call

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.stream:
            self.call.read(piece)
            yield piece

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self.stream:
            self.call.read(piece)
            yield piece

    def close(self) -> None:
        self.call.end()
        self.stream.close()

    async def aclose(self) -> None:
        self.call.end()
        await self.stream.aclose()


def _refuse_unpriced(body: dict) -> None:
    """Refuse what costs more than its tokens, by the call or by the minute."""
    tools = body["tools"] if isinstance(body.get("tools"), list) else []
    kinds = [f"the tool {tool.get('type')!r}" for tool in tools if isinstance(tool, dict)]
    known = ("the tool 'function'", "the tool 'custom'")
    for unpriced in [kind for kind in kinds if kind not in known] + [n for n in ("web_search_options", "audio") if body.get(n)]:
        raise not_known(f"what {unpriced} costs")


def _may_reason(body: dict) -> bool:
    """Return whether the model may write tokens that nobody sees. One that we do not know may, unless it takes a temperature."""
    reasoning = body.get("reasoning")
    effort = reasoning.get("effort") if isinstance(reasoning, dict) else body.get("reasoning_effort")
    if known := models.find(body.get("model")):
        return (effort or known.default_effort) not in (None, "none")
    return effort != "none" and "temperature" not in body and "top_p" not in body


def parsed(content: bytes) -> dict:
    """Return the JSON object in `content`, or an empty one if there is none."""
    try:
        parsed = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return parsed if isinstance(parsed, dict) else {}


def _positive(value: object) -> int:
    return value if isinstance(value, int) and value > 0 else 0
