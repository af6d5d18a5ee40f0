"""The events of one response, in the order of the API; the whole response is what the last of them holds."""

import hashlib
import time
from collections.abc import Callable, Collection, Iterator
from typing import Any

from ..model.reply import Part
from ..model.writer import Writer
from .logprobs import logprob, without_bytes
from .prompt_cache import Usage


class ResponseEvents:
    """The events of one response as it is written.

    `said` is what the response says of its request: what was in force. `moderated` says what moderation
    finds in the text, `done` gets the whole response.
    """

    def __init__(
        self,
        said: dict,
        writer: Writer,
        sent: Usage,
        *,
        include: Collection[str] = (),
        background: bool = False,
        moderated: Callable[[str], dict | None],
        done: Callable[[dict], None],
    ):
        self.said, self.writer, self.sent, self.background = said, writer, sent, background
        self.moderated, self.done = moderated, done
        self.id = f"resp_{writer.identity[:48]}"
        self.created = int(time.time())
        self.number = -1
        self.output: list[dict] = []
        self.wants_logprobs = "message.output_text.logprobs" in include
        self.wants_thoughts = "reasoning.encrypted_content" in include

    def __iter__(self) -> Iterator[dict]:
        started = self.response("in_progress")
        yield self._event("response.created", response=started | {"status": "queued"} if self.background else started)
        if self.background:
            yield self._event("response.queued", response=started | {"status": "queued"})
        yield self._event("response.in_progress", response=started)
        if self.writer.reasoning:
            yield from self._reasoning()
        for part in self.writer.parts:
            yield from self._call(part) if part.kind == "call" else self._message(part)
            if self.writer.finish == "length":
                break
        response = self.response("completed" if self.writer.finish == "stop" else "incomplete")
        if (found := self.moderated(self.writer.text)) is not None:
            response["moderation"] = found
        self.done(response)
        yield self._event(f"response.{response['status']}", response=response)

    def _new_id(self, kind: str) -> str:
        """Return an id for the next item; the first of each kind shares its digits with the response."""
        same = sum(item["id"].startswith(kind) for item in self.output)
        identity = hashlib.sha256(f"{self.writer.identity} {same}".encode()).hexdigest() if same else self.writer.identity
        return f"{kind}_{identity[:48]}"

    def _reasoning(self) -> Iterator[dict]:
        thought = {"id": self._new_id("rs"), "type": "reasoning", "summary": []}
        if self.wants_thoughts:
            thought["encrypted_content"] = f"offline-{self.writer.identity}"
        yield self._event("response.output_item.added", output_index=0, item=thought)
        yield self._event("response.output_item.done", output_index=0, item=thought)
        self.output.append(thought)

    def _message(self, part: Part) -> Iterator[dict]:
        pieces = self.writer.write(part)
        first = next(pieces, None)
        if first is None and self.writer.finish != "stop":
            return
        index, text, logprobs = len(self.output), "", []
        message = {"id": self._new_id("msg"), "type": "message", "status": "in_progress", "role": "assistant", "content": []}
        at = {"item_id": message["id"], "output_index": index, "content_index": 0}
        declined = part.kind == "declined"
        yield self._event("response.output_item.added", output_index=index, item=message)
        yield self._event("response.content_part.added", **at, part=_part(declined, "", []))
        while first is not None:
            added, choice = first
            text += added
            new = [logprob(choice, self.said["top_logprobs"])] if self.wants_logprobs else []
            logprobs += new
            if declined:
                yield self._event("response.refusal.delta", **at, delta=added)
            else:
                yield self._event("response.output_text.delta", **at, delta=added, logprobs=without_bytes(new))
            first = next(pieces, None)
        if declined:
            yield self._event("response.refusal.done", **at, refusal=text)
        else:
            yield self._event("response.output_text.done", **at, text=text, logprobs=without_bytes(logprobs))
        said = _part(declined, text, logprobs)
        yield self._event("response.content_part.done", **at, part=said)
        yield from self._item_done(message | {"content": [said]})

    def _call(self, part: Part) -> Iterator[dict]:
        prefix, kind, given, event = (
            ("ctc", "custom_tool_call", "input", "custom_tool_call_input")
            if part.custom
            else ("fc", "function_call", "arguments", "function_call_arguments")
        )
        item_id = self._new_id(prefix)
        call = {
            "id": item_id,
            "type": kind,
            "status": "in_progress",
            "call_id": f"call_{item_id[-24:]}",
            "name": part.tool,
            given: "",
        }
        at = {"item_id": item_id, "output_index": len(self.output)}
        yield self._event("response.output_item.added", output_index=at["output_index"], item=call)
        text = ""
        for added, _ in self.writer.write(part):
            text += added
            yield self._event(f"response.{event}.delta", **at, delta=added)
        yield self._event(f"response.{event}.done", **at, **{given: text})
        yield from self._item_done(call | {given: text})

    def _item_done(self, item: dict) -> Iterator[dict]:
        item["status"] = "completed" if self.writer.finish == "stop" else "incomplete"
        yield self._event("response.output_item.done", output_index=len(self.output), item=item)
        self.output.append(item)

    def _event(self, type: str, **rest: Any) -> dict:
        self.number += 1
        return {"type": type, "sequence_number": self.number, **rest}

    def response(self, status: str) -> dict:
        """Return the response as it is now."""
        ended = status in ("completed", "incomplete")
        used = self.writer.reasoning + self.writer.written
        usage = {
            "input_tokens": self.sent.input,
            "input_tokens_details": input_details(self.sent),
            "output_tokens": used,
            "output_tokens_details": {"reasoning_tokens": self.writer.reasoning},
            "total_tokens": self.sent.input + used,
        }
        return {
            "id": self.id,
            "object": "response",
            "created_at": self.created,
            "status": status,
            "background": self.background,
            "completed_at": int(time.time()) if status == "completed" else None,
            "error": None,
            "incomplete_details": {"reason": "max_output_tokens"} if status == "incomplete" else None,
            "output": list(self.output),
            "usage": usage if ended else None,
        } | self.said


def input_details(sent: Usage) -> dict:
    """Return what of the input came from the cache, and what was written to it."""
    details: dict = {"cached_tokens": sent.cached, "cache_write_tokens": sent.cache_write}
    if sent.cache_write:
        kept = {f"ttl_{ttl}_tokens": sent.cache_write if ttl == sent.ttl else 0 for ttl in ("30m", "12h")}
        details["cache_write_tokens_details"] = kept
    return details


def _part(declined: bool, text: str, logprobs: list[dict]) -> dict:
    if declined:
        return {"type": "refusal", "refusal": text}
    return {"type": "output_text", "text": text, "annotations": [], "logprobs": logprobs}
