"""What comes in and what goes out: an HTTP request and an HTTP reply, in plain Python."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, NoReturn

from .refusals import Refused

PADDING = 128  # characters to a multiple of which an event is padded


@dataclass
class Reply:
    """An HTTP reply; `body` is bytes, or an iterator of bytes for a stream. `late` is how many seconds to keep it back."""

    status: int
    body: bytes | Iterator[bytes]
    headers: dict[str, str] = field(default_factory=dict)
    late: float = 0.0


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
        """Return the JSON body; {} where there is none, as in a GET or an upload. Raises Refused if it cannot be read."""
        if self.method != "POST" or self.headers.get("content-type", "").startswith("multipart/"):
            return {}
        try:
            body = json.loads(self.content or b"{}", parse_constant=_no_number)
            if b"\\u" in self.content:
                json.dumps(body, ensure_ascii=False).encode()  # fails for half a character, which is no text
        except (ValueError, RecursionError):
            body = None
        if not isinstance(body, dict):
            raise Refused("We could not parse the JSON body of your request. The OpenAI API expects a JSON payload.")
        return body

    @property
    def key(self) -> str:
        """Return the API key that came along after "Bearer" (in capitals or not); without that word, there is none."""
        scheme, _, key = self.headers.get("authorization", "").strip().partition(" ")
        return key.strip() if scheme.lower() == "bearer" else ""


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


def event_reply(events: Iterable[dict], *, named: bool, padded: bool = False) -> Reply:
    """Return a stream of server-sent events: with their names (Responses) or a closing [DONE] (chat).

    `padded` adds characters to each, which hide how long it is from those who see only the traffic.
    """
    return Reply(200, _server_sent(map(_padded, events) if padded else events, named))


def event(body: dict, *, named: bool) -> bytes:
    """Return one server-sent event."""
    name = f"event: {body['type']}\n" if named else ""
    return f"{name}data: {json.dumps(body)}\n\n".encode()


def _padded(body: dict) -> dict:
    return body | {"obfuscation": "x" * (-len(json.dumps(body)) % PADDING)}


def _server_sent(events: Iterable[dict], named: bool) -> Iterator[bytes]:
    for body in events:
        yield event(body, named=named)
    if not named:
        yield b"data: [DONE]\n\n"


def _no_number(name: str) -> NoReturn:
    """Refuse NaN and Infinity, which Python's JSON knows and JSON does not."""
    raise ValueError(f"{name} is no JSON")
