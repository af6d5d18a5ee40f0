"""`Pace`: against a server with a limit, no request too many is sent, and no time is wasted."""

import asyncio
import time

import pytest

from support.many import ask_many
from support.pace import Pace, seconds


class Server:
    """A server with a limit a minute, of which so much is left, and which tells that in OpenAI's headers."""

    def __init__(self, most: int, left: int, kind: str = "requests", cost: int = 1):
        self.most, self.a_second, self.kind, self.cost = most, most / 60, kind, cost
        self.left, self.at, self.refused = float(left), time.monotonic(), 0

    async def ask(self) -> dict[str, str]:
        await asyncio.sleep(0.01)
        now = time.monotonic()
        self.left, self.at = min(self.most, self.left + self.a_second * (now - self.at)), now
        if self.left < self.cost:
            self.refused += 1
        else:
            self.left -= self.cost
        told = self.headers()
        await asyncio.sleep(0.01)
        return told

    def headers(self) -> dict[str, str]:
        reset = f"{(self.most - self.left) / self.a_second * 1000:.0f}ms"
        values = {"limit": self.most, "remaining": int(max(self.left, 0)), "reset": reset}
        return {f"x-ratelimit-{name}-{self.kind}": str(value) for name, value in values.items()}


def run(server: Server, prompts: int, at_once: int, pace: Pace | None) -> float:
    """Return the seconds that so many prompts take."""

    async def ask(prompt: int) -> None:
        if pace:
            async with pace.turn(tokens=server.cost):
                headers = await server.ask()
            pace.see(headers)
        else:
            await server.ask()

    started = time.perf_counter()
    asyncio.run(ask_many(ask, range(prompts), at_once=at_once))
    return time.perf_counter() - started


SERVERS = {"requests": (6_000, 20, "requests", 1), "tokens": (600_000, 2_000, "tokens", 100)}


@pytest.mark.parametrize("limits", SERVERS.values(), ids=SERVERS)
def test_without_a_pace_the_server_refuses_and_with_it_never(limits):
    hasty = Server(*limits)
    run(hasty, 60, 10, None)
    calm = Server(*limits)  # from here on there is more room with each millisecond
    took = run(calm, 60, 10, Pace())
    assert hasty.refused > 10 and calm.refused == 0
    assert 0.3 < took < 0.8, "40 of the 60 have to wait for their turn, at 100 a second"


def test_where_there_is_room_it_never_waits():
    bare, paced = (run(Server(500, 500), 200, 20, pace) for pace in (None, Pace()))
    assert paced < bare + 0.2


async def waits(headers: dict[str, str], tokens: int = 0) -> float:
    pace = Pace()
    pace.see(headers)
    started = time.perf_counter()
    async with pace.turn(tokens):
        return time.perf_counter() - started


def told(kind: str, limit, remaining, reset) -> dict[str, str]:
    return {
        f"x-ratelimit-{name}-{kind}": str(value)
        for name, value in {"limit": limit, "remaining": remaining, "reset": reset}.items()
    }


WAITS = {
    "one of 500 in a minute": (told("requests", 500, 0, "1m0s"), 0, 0.12),
    "room for one": (told("requests", 500, 1, "1m0s"), 0, 0),
    "all is there": (told("requests", 500, 500, "0s"), 0, 0),
    "all is there, and the time is not": (told("requests", 500, 500, "1s"), 0, 0),
    "tokens": (told("tokens", 60_000, 0, "60s"), 100, 0.1),
    "more tokens than there ever are": (told("tokens", 60, 60, "0s"), 1_000_000, 0),
    "one of many in a day": (told("requests", 864_000, 0, "1d"), 0, 0.1),
    "both": (told("requests", 600, 0, "60s") | told("tokens", 60_000, 0, "60s"), 200, 0.2),
    "no headers": ({}, 1_000_000, 0),
    "headers of another form": (told("requests", 500, 0, "2026-11-29T23:00:00Z"), 0, 0),
    "a limit of nothing": (told("requests", 0, 0, "1s"), 0, 0),
}


def test_a_request_that_fails_gives_its_place_back():
    async def fail(pace: Pace) -> None:
        async with pace.turn(100):
            raise LookupError

    pace = Pace()
    with pytest.raises(LookupError):
        asyncio.run(fail(pace))
    assert set(pace._under_way.values()) == {0}


@pytest.mark.parametrize(("headers", "tokens", "wanted"), WAITS.values(), ids=WAITS)
def test_how_long_it_waits(headers, tokens, wanted):
    assert wanted - 0.001 <= asyncio.run(waits(headers, tokens)) < wanted + 0.08


TIMES = {"120ms": 0.12, "6m0s": 360, "1s": 1, "2m59.56s": 179.56, "1h2m3s": 3723, "1d": 86_400, "8.64s": 8.64}


@pytest.mark.parametrize(("text", "wanted"), TIMES.items())
def test_times_as_the_api_writes_them(text, wanted):
    assert seconds(text) == pytest.approx(wanted)


def test_it_reads_what_a_client_gets(client):
    pace = Pace()
    pace.see(client.responses.with_raw_response.create(model="gpt-6-luna", input="Hello!").headers)
    assert set(pace._rooms) == {"requests", "tokens"}
