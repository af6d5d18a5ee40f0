"""What comes in and what goes out: an HTTP request and an HTTP reply, in plain Python."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from .refusals.rules import Refused


@dataclass
class Reply:
    """An HTTP reply; `body` is bytes, or an iterator of bytes for a stream."""

    status: int
    body: bytes | Iterator[bytes]
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Request:
    """An HTTP request. `path` has neither /v1 nor a query; `headers` has lower-case names."""

    method: str
    path: str
    query: str
    headers: dict[str, str]
    content: bytes
    happening: str | None = None  # a fault that only the endpoint itself can act out

    @cached_property
    def body(self) -> dict:
        """Return the JSON body; {} for a GET or DELETE. Raises Refused if it cannot be read."""
        if self.method != "POST":
            return {}
        try:
            body = json.loads(self.content or b"{}")
            json.dumps(body, ensure_ascii=False).encode()  # fails for half a character, which is no text
        except ValueError:
            body = None
        if not isinstance(body, dict):
            raise Refused("We could not parse the JSON body of your request. The OpenAI API expects a JSON payload.")
        return body

    @property
    def key(self) -> str:
        """Return the API key that came along, without "Bearer"."""
        return self.headers.get("authorization", "").removeprefix("Bearer").strip()


class Arrival(NamedTuple):
    """One request as it came, for a timeline: when, what for, how it was answered."""

    at: float  # seconds since the first request of this log
    path: str  # such as "/responses"
    status: int | None  # the HTTP status; None if no reply was sent at all
    retry: int  # 0 for a first try, 1 for the SDK's first retry, ...
    fault: str | None  # the fault that happened to it, None if none did


def json_reply(body: dict, status: int = 200, headers: dict[str, str] | None = None) -> Reply:
    """Return a whole reply."""
    return Reply(status, json.dumps(body).encode(), headers or {})


def event_reply(events, *, named: bool) -> Reply:
    """Return a stream of server-sent events: with their names (Responses) or a closing [DONE] (chat)."""
    return Reply(200, _server_sent(events, named))


def event(body: dict, *, named: bool) -> bytes:
    """Return one server-sent event."""
    name = f"event: {body['type']}\n" if named else ""
    return f"{name}data: {json.dumps(body)}\n\n".encode()


def _server_sent(events, named: bool) -> Iterator[bytes]:
    for body in events:
        yield event(body, named=named)
    if not named:
        yield b"data: [DONE]\n\n"
