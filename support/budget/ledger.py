"""The ledger: how many dollars may be spent, how many were, and how many are set aside for calls under way."""

import threading
from decimal import Decimal
from typing import TYPE_CHECKING

import openai

from ..not_offered import NotOffered
from ..prices import in_dollars

if TYPE_CHECKING:
    from .estimate import Call
    from .later import BatchCall

MOST_TOKENS = 128_000  # what one reply may have at most
MOST_CONTEXT = 2_000_000  # tokens, where a model's context window is not known


class BudgetExceeded(openai.OpenAIError):
    """A call that was not sent, because it could cost more than is left, or nobody knows how much."""


class PriceUnknown(NotOffered, BudgetExceeded):
    """A call that was not sent, because the price of its model is not known."""


class Budget:
    """How many dollars may be spent, and how many were. Clients and threads may share one."""

    def __init__(self, limit: float):
        if isinstance(limit, bool) or not isinstance(limit, int | float | Decimal):
            raise TypeError(f"A budget is a number of dollars, such as 0.50, and not a {type(limit).__name__}.")
        if not limit >= 0:
            raise ValueError(f"A budget is a number of dollars, 0 or more, and not {limit!r}.")
        self._limit = Decimal(str(limit))
        self._spent = self._reserved = Decimal(0)
        self._lengths: dict[str, int] = {}  # tokens that a later call brings along with the id of a response
        self._owed: dict[str, Call | BatchCall] = {}  # calls whose bill comes later, by the id of what brings it
        self._worst: dict[str, Decimal | BudgetExceeded] = {}  # what a file can cost as a batch, or why nobody knows
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

    def reserve(self, call: "Call | BatchCall") -> None:
        """Set aside the most that a call can cost. Raises BudgetExceeded if that is more than is left."""
        with self._lock:
            if call.most > self._left():
                raise BudgetExceeded(self._refusal(call))
            self._reserved += call.most

    def _refusal(self, call: "Call | BatchCall") -> str:
        unlimited = f" (no limit of tokens is set, so {MOST_TOKENS:,} are assumed)" if call.unlimited else ""
        return (
            f"Not sent: this call could cost up to {in_dollars(call.most)}{unlimited}, but only "
            f"{in_dollars(self._left())} of your budget of {in_dollars(self._limit)} is left. Allow the reply fewer tokens, or "
            "make a client with a larger budget."
        )

    def owe(self, bringer: str, call: "Call | BatchCall") -> None:
        """Leave set aside what a call can cost, until what has the id `bringer` (a response, a batch, a file) brings the bill."""
        with self._lock:
            self._owed[bringer] = call

    def owed(self, bringer: str) -> "Call | BatchCall | None":
        """Return the call whose bill something brings, or None if it brings none."""
        return self._owed.get(bringer)

    def settle(self, bringer: str) -> None:
        """Note that the bill has come."""
        with self._lock:
            self._owed.pop(bringer, None)

    def note_file(self, file_id: str, worst: Decimal | BudgetExceeded) -> None:
        """Note the most that the lines of an uploaded file can cost as a batch, or why that is not known."""
        self._worst[file_id] = worst

    def worst_of(self, file_id: str) -> Decimal | BudgetExceeded | None:
        """Return what was noted of a file, or None if it did not come through this budget."""
        return self._worst.get(file_id)

    def length(self, response_id: str) -> int:
        """Return the tokens that a call brings along by naming an earlier response."""
        return self._lengths.get(response_id, MOST_CONTEXT)

    def book(self, call: "Call | BatchCall", dollars: Decimal, reply: dict | None) -> None:
        """Count what a call cost instead of what was set aside for it."""
        with self._lock:
            self._reserved -= call.most
            self._spent += dollars
            if reply and call.flavor == "responses":
                self._lengths[str(reply.get("id"))] = reply["usage"].get("total_tokens", MOST_CONTEXT)
