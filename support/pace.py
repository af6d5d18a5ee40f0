"""A pace that keeps within the rate limits of the server: those that it tells in the headers of its replies.

    pace = Pace()

    async def ask(prompt):
        async with pace.turn():
            reply = await client.responses.with_raw_response.create(model=DEFAULT_MODEL, input=prompt)
        pace.see(reply.headers)
        return reply.parse().output_text

OpenAI counts requests and tokens, each with three headers, such as x-ratelimit-limit-requests: 500 (a minute),
x-ratelimit-remaining-requests: 499, x-ratelimit-reset-requests: 120ms (until all are there again). What was used comes back
little by little. (Seen in November 2026.)
"""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

MINUTE = 60  # seconds, for which the limits are
KINDS = ("requests", "tokens")
_UNITS = {"d": 86_400, "h": 3_600, "m": 60, "s": 1, "ms": 0.001}  # in seconds
_PART = re.compile(r"(\d+(?:\.\d+)?)(ms|[dhms])")
_TIME = re.compile(f"(?:{_PART.pattern})+")


class Pace:
    """Waits before a request where the server has no room for it. Until a first reply has told the limits, it never waits."""

    def __init__(self) -> None:
        self._rooms: dict[str, _Room] = {}
        self._under_way = dict.fromkeys(KINDS, 0)

    @asynccontextmanager
    async def turn(self, tokens: int = 0) -> AsyncIterator[None]:
        """Wait until there is room for a request of so many tokens (read and written; 0 if you do not know), and take it.

        Send the request within the `with` block.
        """
        needs = {"requests": 1, "tokens": tokens}
        while wait := max((room.wait(needs[kind]) for kind, room in self._rooms.items()), default=0):
            await asyncio.sleep(wait)
        self._take(needs, 1)
        for kind, room in self._rooms.items():
            room.left -= needs[kind]
        try:
            yield
        finally:
            self._take(needs, -1)

    def _take(self, needs: dict[str, int], sign: int) -> None:
        for kind, need in needs.items():
            self._under_way[kind] += sign * need

    def see(self, headers: Mapping[str, str]) -> None:
        """Look at the headers of a reply, whether it was a success or not. Without OpenAI's headers, nothing changes."""
        for kind in KINDS:
            limit, remaining, reset = (headers.get(f"x-ratelimit-{what}-{kind}", "") for what in ("limit", "remaining", "reset"))
            if limit.isdecimal() and remaining.isdecimal() and _TIME.fullmatch(reset) and int(limit):
                self._see(kind, int(limit), int(remaining), seconds(reset))

    def _see(self, kind: str, limit: int, remaining: int, reset: float) -> None:
        now = time.monotonic()
        used = limit - remaining
        a_second = min(used / reset, limit / MINUTE) if used and reset else limit / MINUTE  # some limits are for a day
        room = self._rooms.setdefault(kind, _Room(limit, a_second, remaining, now))
        room.refill(now)
        room.most, room.a_second = limit, a_second
        # What is under way may not be in the header yet; what others sent with the same key is only there.
        room.left = min(room.left, remaining - self._under_way[kind])


@dataclass
class _Room:
    """How much the server still takes of one kind, as far as one can know."""

    most: int
    a_second: float  # so much comes back
    left: float
    at: float  # when that was so

    def refill(self, now: float) -> None:
        self.left, self.at = min(self.most, self.left + self.a_second * (now - self.at)), now

    def wait(self, need: float) -> float:
        """Return the seconds until there is room; of more than there ever is, all that there can be must do."""
        self.refill(time.monotonic())
        return max(0.0, min(need, self.most) - self.left) / self.a_second


def seconds(text: str) -> float:
    """Return the seconds of a time as the API writes it, such as "120ms" or "6m0s"."""
    return sum(float(number) * _UNITS[unit] for number, unit in _PART.findall(text))
