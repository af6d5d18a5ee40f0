"""What the stand-in itself costs: its replies next to the SDK's own work, and long conversations: python tests/bench_standin.py

The *floor* is the same client over the same transport, with one canned body in place of the stand-in: what
the SDK needs to build a request and to parse its reply. Both are timed in turn, so that a busy machine
slows both down.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable

import httpx2
import psutil
from openai import DefaultHttpx2Client, OpenAI

import offline

QUESTION = "What is the capital city of France?"
MODEL = "gpt-6-luna"
ROUNDS = 300
TURNS = 2000
RESPONSE = {"model": MODEL, "input": QUESTION, "reasoning": {"effort": "none"}}
CHAT = {"model": MODEL, "messages": [{"role": "user", "content": QUESTION}], "reasoning_effort": "none"}

CALLS: dict[str, Callable[[OpenAI], object]] = {
    "responses": lambda client: client.responses.create(**RESPONSE),
    "responses, streamed": lambda client: list(client.responses.create(**RESPONSE, stream=True)),
    "chat": lambda client: client.chat.completions.create(**CHAT),
    "chat, streamed": lambda client: list(client.chat.completions.create(**CHAT, stream=True)),
}


def canned_client(call: Callable[[OpenAI], object]) -> OpenAI:
    """Return a client that gets, for every request, what the stand-in replied to this call, piece by piece if streamed."""
    kept = []

    class Recording(offline.StandIn):
        def handle(self, *request):
            reply = super().handle(*request)
            reply.body = reply.body if isinstance(reply.body, bytes) else list(reply.body)
            kept.append(reply)
            return reply

    call(offline.client(Recording()))
    (reply,) = kept
    content = reply.body if isinstance(reply.body, bytes) else None

    def handle(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(reply.status, headers=reply.headers, content=iter(reply.body) if content is None else content)

    http_client = DefaultHttpx2Client(transport=httpx2.MockTransport(handle))
    return OpenAI(api_key=offline.KEY, base_url=offline.BASE_URL, http_client=http_client)


def report_floor() -> None:
    """Print the floor over the stand-in's time, for each kind of call."""
    ours = offline.client(offline.StandIn())
    for name, call in CALLS.items():
        canned = canned_client(call)
        for client in (canned, ours) * 10:
            call(client)
        timed = [(_seconds(call, canned), _seconds(call, ours)) for _ in range(ROUNDS)]
        floor, stand_in = (statistics.median(column) for column in zip(*timed, strict=True))
        about = f"({1000 * floor:.2f} ms and {1000 * stand_in:.2f} ms; aim: over 0.85)"
        print(f"SDK's floor / {name:<20}{floor / stand_in:.3f}   {about}")


def report_turns() -> None:
    """Print what long conversations cost, each in a process of its own, so that the memory is theirs."""
    for how in TALKS:
        seconds, megabytes = subprocess.check_output([sys.executable, __file__, how], text=True).split()
        print(f"{TURNS} turns by {how:<22}{seconds} s, +{megabytes} MB RSS   (aim: under 10 s and 60 MB)")


def by_previous_response_id(client: OpenAI, turns: int) -> None:
    previous = None
    for _ in range(turns):
        previous = client.responses.create(**RESPONSE, previous_response_id=previous).id


def by_conversation(client: OpenAI, turns: int) -> None:
    conversation = client.conversations.create().id
    for _ in range(turns):
        client.responses.create(**RESPONSE, conversation=conversation)


TALKS = {"previous_response_id": by_previous_response_id, "conversation": by_conversation}


def talk(how: str) -> tuple[float, float]:
    """Return the seconds of that many turns, and the megabytes by which the process grew (resident set size)."""
    client, process = offline.client(), psutil.Process()
    TALKS[how](client, 10)  # the first call reads the files
    before = process.memory_info().rss
    seconds = _seconds(TALKS[how], client, TURNS)
    return seconds, (process.memory_info().rss - before) / 1e6


def _seconds(work: Callable, *arguments) -> float:
    started = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - started


if __name__ == "__main__":
    if how := sys.argv[1:]:
        print("{:.1f} {:.0f}".format(*talk(*how)))
    else:
        report_floor()
        report_turns()
