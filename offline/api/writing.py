"""Write the bodies of the replies: the events of a response, the chunks of a chat completion."""

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import sampling, tokens
from .prompt_cache import Usage

DECLINED = "I'm sorry, but I can't help with that."


@dataclass
class Writer:
    """Writes one reply within its limit and remembers what came of it."""

    ways: list
    rng: random.Random
    identity: str  # hexadecimal, for ids
    temperature: float
    top_p: float
    limit: int | None  # tokens, thinking included
    reasoning: int  # tokens
    stop: list[str]
    declines: bool = False  # declines to answer, as a model does when content is not allowed
    text: str = ""
    written: int = 0  # tokens, without thinking
    finish: str = "stop"

    def __iter__(self) -> Iterator[tuple[str, sampling.Choice]]:
        """Yield what each token adds to the text, with the token's choice."""
        room = float("inf") if self.limit is None else self.limit - self.reasoning
        if room < 0:
            self.reasoning, room = self.limit, 0
        ways = [(1.0, [[(1.0, tuple(tokens.split(DECLINED)))]])] if self.declines else self.ways
        for choice in sampling.write(ways, temperature=self.temperature, top_p=self.top_p, rng=self.rng):
            if self.written >= room:
                self.finish = "length"
                return
            self.written += 1
            longer = self.text + choice.token
            ends = [longer.find(end) for end in self.stop if end in longer]
            said = longer[: min(ends)] if ends else longer
            added, self.text = said[len(self.text) :], said
            if added:
                yield added, choice
            if ends:
                return


class ResponseEvents:
    """The events of one streamed response, in the order of the API; the last one holds it whole."""

    def __init__(self, body: dict, effort: str | None, writer: Writer, sent: Usage, done):
        self.body, self.effort, self.writer, self.sent, self.done = body, effort, writer, sent, done
        self.id, self.message_id, self.reasoning_id = (f"{kind}_{writer.identity[:48]}" for kind in ("resp", "msg", "rs"))
        self.created = int(time.time())
        self.number = -1
        self.top = body.get("top_logprobs") or 0
        self.wants_logprobs = "message.output_text.logprobs" in (body.get("include") or [])

    def __iter__(self) -> Iterator[dict]:
        started = self._response("in_progress", [])
        yield self._event("response.created", response=started)
        yield self._event("response.in_progress", response=started)
        output = []
        if self.writer.reasoning:
            thought = {"id": self.reasoning_id, "type": "reasoning", "summary": []}
            yield self._event("response.output_item.added", output_index=0, item=thought)
            yield self._event("response.output_item.done", output_index=0, item=thought)
            output.append(thought)
        pieces = iter(self.writer)
        first = next(pieces, None)
        if first is not None or self.writer.finish == "stop":
            message = yield from self._message(len(output), first, pieces)
            output.append(message)
        status = "completed" if self.writer.finish == "stop" else "incomplete"
        response = self._response(status, output)
        self.done(response, self.writer.text)
        yield self._event(f"response.{status}", response=response)

    def _message(self, index: int, first, pieces) -> Iterator[dict]:
        at = {"item_id": self.message_id, "output_index": index, "content_index": 0}
        message = {"id": self.message_id, "type": "message", "status": "in_progress", "role": "assistant", "content": []}
        yield self._event("response.output_item.added", output_index=index, item=message)
        yield self._event("response.content_part.added", **at, part=self._part("", []))
        logprobs = []
        while first is not None:
            added, choice = first
            logprob = [_logprob(choice, self.top)] if self.wants_logprobs else []
            logprobs += logprob
            if self.writer.declines:
                yield self._event("response.refusal.delta", **at, delta=added)
            else:
                yield self._event("response.output_text.delta", **at, delta=added, logprobs=_without_bytes(logprob))
            first = next(pieces, None)
        part = self._part(self.writer.text, logprobs)
        if self.writer.declines:
            yield self._event("response.refusal.done", **at, refusal=self.writer.text)
        else:
            yield self._event("response.output_text.done", **at, text=self.writer.text, logprobs=_without_bytes(logprobs))
        yield self._event("response.content_part.done", **at, part=part)
        message = message | {"status": "completed" if self.writer.finish == "stop" else "incomplete", "content": [part]}
        yield self._event("response.output_item.done", output_index=index, item=message)
        return message

    def _part(self, text: str, logprobs: list[dict]) -> dict:
        if self.writer.declines:
            return {"type": "refusal", "refusal": text}
        return {"type": "output_text", "text": text, "annotations": [], "logprobs": logprobs}

    def _event(self, type: str, **rest) -> dict:
        self.number += 1
        return {"type": type, "sequence_number": self.number, **rest}

    def _response(self, status: str, output: list[dict]) -> dict:
        body, ended = self.body, status != "in_progress"
        used = self.writer.reasoning + self.writer.written
        usage = {
            "input_tokens": self.sent.input,
            "input_tokens_details": {"cached_tokens": self.sent.cached, "cache_write_tokens": self.sent.cache_write},
            "output_tokens": used,
            "output_tokens_details": {"reasoning_tokens": self.writer.reasoning},
            "total_tokens": self.sent.input + used,
        }
        response = {
            "id": self.id,
            "object": "response",
            "created_at": self.created,
            "status": status,
            "background": False,
            "completed_at": int(time.time()) if status == "completed" else None,
            "error": None,
            "incomplete_details": {"reason": "max_output_tokens"} if status == "incomplete" else None,
            "instructions": body.get("instructions"),
            "max_output_tokens": body.get("max_output_tokens"),
            "max_tool_calls": body.get("max_tool_calls"),
            "metadata": body.get("metadata") or {},
            "model": body["model"],
            "output": output,
            "parallel_tool_calls": body.get("parallel_tool_calls", True),
            "previous_response_id": body.get("previous_response_id"),
            "prompt_cache_key": body.get("prompt_cache_key"),
            "reasoning": {"effort": self.effort, "summary": None},
            "safety_identifier": body.get("safety_identifier"),
            "service_tier": "default",
            "store": body.get("store") is not False,
            "temperature": self.writer.temperature,
            "text": {"format": {"type": "text"}, "verbosity": "medium"} | (body.get("text") or {}),
            "tool_choice": body.get("tool_choice", "auto"),
            "tools": body.get("tools") or [],
            "top_logprobs": self.top,
            "top_p": self.writer.top_p,
            "truncation": body.get("truncation") or "disabled",
            "usage": usage if ended else None,
            "user": body.get("user"),
        }
        if conversation := body.get("conversation"):
            response["conversation"] = {"id": conversation["id"] if isinstance(conversation, dict) else conversation}
        return response


def chat_chunks(body: dict, writers: list[Writer], sent: Usage) -> Iterator[dict]:
    """Yield the chunks of a chat completion; the last one holds the usage."""
    common = {
        "id": f"chatcmpl-{writers[0].identity[:29]}",
        "object": "chat.completion.chunk",
        "created": int(time.time()),
        "model": body["model"],
        "service_tier": "default",
        "system_fingerprint": None,
    }
    wants_usage = bool((body.get("stream_options") or {}).get("include_usage")) or not body.get("stream")

    def chunk(choices: list[dict], usage: dict | None = None) -> dict:
        return common | {"choices": choices} | ({"usage": usage} if wants_usage else {})

    for index, writer in enumerate(writers):
        yield chunk([_delta(index, {"role": "assistant", "content": "", "refusal": None})])
        for added, choice in writer:
            said, unsaid = ("refusal", "content") if writer.declines else ("content", "refusal")
            logprobs = {said: [_logprob(choice, body.get("top_logprobs") or 0)], unsaid: None} if body.get("logprobs") else None
            yield chunk([_delta(index, {said: added}, logprobs)])
        yield chunk([_delta(index, {}, finish=writer.finish)])
    if wants_usage:
        thought = sum(writer.reasoning for writer in writers)
        used = thought + sum(writer.written for writer in writers)
        details = {
            "reasoning_tokens": thought,
            "audio_tokens": 0,
            "accepted_prediction_tokens": 0,
            "rejected_prediction_tokens": 0,
        }
        usage = {
            "prompt_tokens": sent.input,
            "completion_tokens": used,
            "total_tokens": sent.input + used,
            "prompt_tokens_details": {
                "cached_tokens": sent.cached,
                "cache_write_tokens": sent.cache_write,
                "audio_tokens": 0,
            },
            "completion_tokens_details": details,
        }
        yield chunk([], usage)


def _delta(index: int, delta: dict, logprobs: dict | None = None, finish: str | None = None) -> dict:
    return {"index": index, "delta": delta, "logprobs": logprobs, "finish_reason": finish}


def chat_completion(chunks: Iterator[dict]) -> dict:
    """Put the chunks of a chat completion together into a whole one."""
    choices: dict[int, dict] = {}
    for chunk in chunks:
        for part in chunk["choices"]:
            message = {"role": "assistant", "content": None, "refusal": None, "annotations": []}
            choice = choices.setdefault(part["index"], {"index": part["index"], "message": message, "logprobs": None})
            for said in ("content", "refusal"):
                if added := part["delta"].get(said):
                    message = choice["message"]
                    message[said] = (message[said] or "") + added
                if part["logprobs"] and part["logprobs"][said]:
                    choice["logprobs"] = choice["logprobs"] or {"content": None, "refusal": None}
                    choice["logprobs"][said] = (choice["logprobs"][said] or []) + part["logprobs"][said]
            choice["finish_reason"] = part["finish_reason"]
    for choice in choices.values():
        if choice["message"]["refusal"] is None:
            choice["message"]["content"] = choice["message"]["content"] or ""
    return chunk | {"object": "chat.completion", "choices": list(choices.values())}


def _logprob(choice: sampling.Choice, top: int) -> dict:
    def entry(token: str, logprob: float) -> dict:
        return {"token": token, "logprob": logprob, "bytes": list(token.encode())}

    likeliest = [entry(token, logprob) for token, logprob in choice.top(top)]
    return entry(choice.token, choice.logprob()) | {"top_logprobs": likeliest}


def _without_bytes(logprobs: list[dict]) -> list[dict]:
    """Return logprobs as the events of a stream have them."""
    return [
        {name: _without_bytes(value) if name == "top_logprobs" else value for name, value in entry.items() if name != "bytes"}
        for entry in logprobs
    ]
