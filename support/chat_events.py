"""A reply that streams in by Chat Completions, as the events of the Responses API."""

import json
from collections.abc import Iterator

from .chat_completions import message_item, response_body, text_part

PLACE = {"item_id": "msg_chat", "output_index": 0, "content_index": 0}


class Events:
    """Turns the chunks of one reply into events, one line of the stream after another.

    A stream that ends before the reply does has no last event, as in the Responses API.
    """

    def __init__(self) -> None:
        self.sent = 0  # events so far
        self.text = ""
        self.logprobs: list = []
        self.completion: dict = {}  # what the chunks say of the whole
        self.ended: str | None = None  # why the reply ended

    def read(self, line: str) -> bytes:
        """Return what to send for one line that came."""
        data = line.removeprefix("data:").strip()
        if not line.startswith("data:") or data == "[DONE]":
            return b""
        chunk = json.loads(data)
        if chunk.get("error"):
            return f"{line}\n\n".encode()
        return self._written(self._chunk(chunk))

    def end(self) -> bytes:
        """Return what to send when no more lines come."""
        return self._written(self._last()) if self.ended else b""

    def _written(self, events: Iterator[tuple[str, dict]]) -> bytes:
        lines = []
        for kind, event in events:
            event = {"type": f"response.{kind}", "sequence_number": self.sent} | event
            lines.append(f"event: {event['type']}\ndata: {json.dumps(event)}\n\n")
            self.sent += 1
        return "".join(lines).encode()

    def _chunk(self, chunk: dict) -> Iterator[tuple[str, dict]]:
        self.completion |= {name: value for name, value in chunk.items() if value}
        if not self.sent:
            begun = {"response": self._response() | {"status": "in_progress", "output": []}}
            yield from (("created", begun), ("in_progress", begun))
        for choice in chunk.get("choices") or []:
            self.ended = choice.get("finish_reason") or self.ended
            delta = choice.get("delta") or {}
            if piece := delta.get("content") or delta.get("refusal"):
                yield from self._piece(piece, (choice.get("logprobs") or {}).get("content") or [])

    def _piece(self, piece: str, logprobs: list) -> Iterator[tuple[str, dict]]:
        if not self.text:
            yield "output_item.added", {"output_index": 0, "item": message_item([], "in_progress")}
            yield "content_part.added", PLACE | {"part": text_part("", [])}
        self.text += piece
        self.logprobs += logprobs
        yield "output_text.delta", PLACE | {"delta": piece, "logprobs": logprobs}

    def _last(self) -> Iterator[tuple[str, dict]]:
        if self.text:
            part = text_part(self.text, self.logprobs)
            yield "output_text.done", PLACE | {"text": self.text, "logprobs": self.logprobs}
            yield "content_part.done", PLACE | {"part": part}
            yield "output_item.done", {"output_index": 0, "item": message_item([part])}
        response = self._response()
        yield response["status"], {"response": response}

    def _response(self) -> dict:
        choice = {"message": {"content": self.text}, "finish_reason": self.ended, "logprobs": {"content": self.logprobs}}
        return response_body(self.completion | {"choices": [choice]})
