"""Bills that come later: of responses in the background when they are retrieved, of batches when their output is read.

The file of a batch says, when it is uploaded, what its lines can cost at most. That is set aside when the batch is created,
and stays so until the output file is read as a whole (`client.files.content`): then what its lines did cost is booked.
"""

import json
import re
from collections.abc import Iterator
from decimal import Decimal

import httpx2

from ..prices import price
from .estimate import NEVER_SENT, UNDER_WAY, Call, flavor_of, not_known, parsed
from .ledger import Budget, BudgetExceeded

_ENDED = ("completed", "failed", "expired", "cancelled")  # states of a batch
_BRINGS = re.compile(r"/(responses|batches|files)/([^/]+?)(/content)?$")


def step_of(request: httpx2.Request, budget: Budget) -> "Look | BatchCall | None":
    """Return what a request is on the way to a bill that comes later, or None if it is nothing of that kind.

    Raises BudgetExceeded for a batch that can cost nobody knows what.
    """
    path = request.url.path
    if request.method == "POST" and path.endswith("/files"):
        return Upload(budget, request)
    if request.method == "POST" and path.endswith("/batches"):
        return BatchCall(budget, parsed(request.content))
    if request.method == "GET" and (found := _BRINGS.search(path)):
        kind, bringer = found[1], found[2]
        match kind, budget.owed(bringer):
            case "responses", Call() as call:
                return ResponseLook(budget, bringer, call)
            case "batches", BatchCall() as call:
                return BatchLook(budget, bringer, call)
            case "files", BatchCall() as call:
                return OutputLook(budget, bringer, call)
    return None


class Look:
    """A request that costs nothing, and whose reply may tell what another one costs."""

    def __init__(self, budget: Budget, bringer: str, call: "Call | BatchCall"):
        self.budget, self.bringer, self.call = budget, bringer, call

    def begin(self) -> None:
        """Set nothing aside."""

    def __enter__(self) -> "Look":
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def watch(self, response: httpx2.Response) -> httpx2.Response:
        """Look at a reply that is there as a whole. One that streams brings no bill."""
        if response.is_success and response.is_stream_consumed:
            self.see(response.content)
        return response

    def see(self, content: bytes) -> None:
        raise NotImplementedError


class ResponseLook(Look):
    """A look at a response in the background."""

    call: Call

    def see(self, content: bytes) -> None:
        reply = parsed(content)
        if reply.get("status") not in (None, *UNDER_WAY):
            self.budget.settle(self.bringer)
            self.call.reply = reply
            self.call.bill()


class BatchLook(Look):
    """A look at a batch."""

    call: "BatchCall"

    def see(self, content: bytes) -> None:
        batch = parsed(content)
        if batch.get("status") not in _ENDED:
            return
        self.budget.settle(self.bringer)
        if output := batch.get("output_file_id"):
            self.budget.owe(output, self.call)
        else:
            self.call.book(Decimal(0))


class OutputLook(Look):
    """A look at the output file of a batch."""

    call: "BatchCall"

    def see(self, content: bytes) -> None:
        self.budget.settle(self.bringer)
        self.call.bill(content)


class Upload(Look):
    """A file that is uploaded: what it could cost as a batch."""

    def __init__(self, budget: Budget, request: httpx2.Request):
        self.budget = budget
        self.worst = _worst(budget, _uploaded(request))

    def see(self, content: bytes) -> None:
        self.budget.note_file(str(parsed(content).get("id")), self.worst)


class BatchCall:
    """A batch under a budget: what its lines can cost at most and, from its output file, what they did cost."""

    def __init__(self, budget: Budget, body: dict):
        worst = budget.worst_of(str(body.get("input_file_id")))
        if worst is None:
            raise not_known("what the lines of this file can cost (it was not uploaded through this budget)")
        if isinstance(worst, BudgetExceeded):
            raise worst
        self.budget, self.flavor, self.unlimited = budget, flavor_of(str(body.get("endpoint"))), False
        self.most = worst

    def begin(self) -> None:
        """Set aside the most that all lines can cost. Raises BudgetExceeded if that is more than is left."""
        self.budget.reserve(self)

    def __enter__(self) -> "BatchCall":
        return self

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> None:
        if error is not None:
            self.book(Decimal(0) if isinstance(error, NEVER_SENT) else self.most)

    def watch(self, response: httpx2.Response) -> httpx2.Response:
        """Note which batch brings the bill; one that was refused costs nothing, and one of no id the most."""
        readable = response.is_success and response.is_stream_consumed
        batch_id = parsed(response.content).get("id") if readable else None
        if batch_id:
            self.budget.owe(batch_id, self)
        else:
            self.book(self.most if response.is_success else Decimal(0))
        return response

    def bill(self, output: bytes) -> None:
        """Book what the lines of an output file say; the most, if one of them has no price."""
        dollars = [price(reply, self.flavor, batch=True) for reply in _replies(output)] if self.flavor else []
        known = [each for each in dollars if each is not None]
        self.book(sum(known, Decimal(0)) if len(known) == len(dollars) else self.most)

    def book(self, dollars: Decimal) -> None:
        """Count what the batch cost instead of what was set aside for it."""
        self.budget.book(self, dollars, None)


def _replies(output: bytes) -> Iterator[dict]:
    for line in output.splitlines():
        response = parsed(line).get("response") or {}
        if isinstance(response.get("body"), dict):
            yield response["body"]


def _uploaded(request: httpx2.Request) -> bytes:
    """Return the content of an uploaded file that is meant for a batch, else nothing."""
    from offline.api import forms  # only here: whoever has a key and no batch needs nothing of the stand-in
    from offline.wire import Request

    fields = forms.read(Request("POST", "/files", "", dict(request.headers), request.read()))
    return fields["file"].content if "file" in fields and fields.get("purpose", forms.Field(b"")).text == "batch" else b""


def _worst(budget: Budget, lines: bytes) -> Decimal | BudgetExceeded:
    """Return the most that lines can cost as a batch, or why nobody knows. A line that is none makes the batch fail, and costs nothing."""
    total = Decimal(0)
    try:
        for line in lines.splitlines():
            request = parsed(line)
            flavor = flavor_of(str(request.get("url")))
            if flavor and isinstance(request.get("body"), dict):
                total += Call(budget, flavor, json.dumps(request["body"]).encode(), batch=True).most
    except BudgetExceeded as error:
        return error
    return total
