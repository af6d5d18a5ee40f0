"""Background responses: they are worked out at once, and show it little by little, look by look.

A look (a GET of the response) moves it on: queued, in progress, completed. So a program that polls sees
what it would see of the real API, and nothing waits. A stream that is opened later brings the rest.
"""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..refusals import Refused
from ..wire import Reply, event_reply, json_reply

if TYPE_CHECKING:
    from .response_events import ResponseEvents
    from .responses import Kept, Turn
    from .standin import StandIn

LOOKS = ("queued", "in_progress", "in_progress")  # what the first looks show; then it has ended


@dataclass
class Job:
    """A response in the background: its events, and how often it was looked at."""

    events: list[dict]
    looks: int = 0
    cancelled: dict | None = None
    streamed: bool = field(default=False)


def now() -> int:
    """Return the time in seconds since 1970."""
    return int(time.time())


def start(state: "StandIn", body: dict, turn: "Turn", events: "ResponseEvents") -> Reply:
    """Answer a request for a response in the background."""
    made = list(events)
    kept = state.responses.find(events.id)
    kept.job = Job(made, streamed=bool(body.get("stream")))
    if kept.job.streamed:
        return event_reply(_shown(kept.job, -1), named=True)
    return json_reply(made[0]["response"])


def look(kept: "Kept") -> bytes:
    """Return a response as it is at this look, as JSON."""
    job = kept.job
    if job is None:
        return kept.body
    if job.cancelled:
        return json.dumps(job.cancelled).encode()
    job.looks += 1
    if job.looks >= len(LOOKS):
        kept.job = job if job.streamed else None
        return kept.body
    return json.dumps(job.events[0]["response"] | {"status": LOOKS[job.looks]}).encode()


def cancel(kept: "Kept") -> bytes:
    """Cancel a response in the background, and return it as JSON; one that has ended stays as it is."""
    if not json.loads(kept.body)["background"]:
        raise Refused("Cannot cancel a synchronous response.")
    job = kept.job
    if job and not job.cancelled and job.looks < len(LOOKS):
        job.cancelled = job.events[0]["response"] | {"status": "cancelled"}
    return json.dumps(job.cancelled).encode() if job and job.cancelled else kept.body


def resume(kept: "Kept", query: dict[str, str]) -> Reply:
    """Answer a request for the events of a response, from the one after `starting_after` on."""
    if kept.job is None or not kept.job.streamed:
        raise Refused("Only a response that was created with 'background' and 'stream' set to true can be streamed again.")
    return event_reply(_shown(kept.job, int(query.get("starting_after", -1))), named=True)


def _shown(job: Job, after: int) -> Iterator[dict]:
    """Yield the events after one number; a stream that is read to its end leaves the response completed."""
    for event in job.events:
        if job.cancelled:
            return
        if event["sequence_number"] > after:
            yield event
    job.looks = len(LOOKS)
