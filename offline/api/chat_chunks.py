"""The chunks of a chat completion, in the order of the API, and the whole completion that they make."""

import time
from collections.abc import Iterator
from typing import Any

from ..model.reply import Part
from ..model.writer import Writer
from .logprobs import logprob
from .prompt_cache import Usage
from .response_events import input_details


def chat_chunks(body: dict, writers: list[Writer], sent: Usage) -> Iterator[dict]:
    """Yield the chunks of a chat completion; the last one holds the usage."""
    common = {
        "id": f"chatcmpl-{writers[0].identity[:29]}",
        "object": "chat.completion.chunk",
        "created": int(time.time()),
        "model": body["model"],
        "service_tier": {None: "default", "auto": "default"}.get(body.get("service_tier"), body.get("service_tier")),
        "system_fingerprint": None,
    }
    wants_usage = bool((body.get("stream_options") or {}).get("include_usage")) or not body.get("stream")

    def chunk(choices: list[dict], usage: dict | None = None) -> dict:
        return common | {"choices": choices} | ({"usage": usage} if wants_usage else {})

    for index, writer in enumerate(writers):
        for choice in _choices(index, writer, body):
            yield chunk([choice])
    if wants_usage:
        yield chunk([], _usage(writers, sent))


def _choices(index: int, writer: Writer, body: dict) -> Iterator[dict]:
    """Yield what each chunk says of one choice."""
    calls = [part for part in writer.parts if part.kind == "call"]
    yield _delta(index, {"role": "assistant", "content": None if calls else "", "refusal": None})
    for part in writer.parts:
        yield from _call(index, calls.index(part), part, writer) if part in calls else _said(index, part, writer, body)
        if writer.finish == "length":
            break
    yield _delta(index, {}, finish="tool_calls" if calls and writer.finish == "stop" else writer.finish)


def _said(index: int, part: Part, writer: Writer, body: dict) -> Iterator[dict]:
    said, unsaid = ("refusal", "content") if part.kind == "declined" else ("content", "refusal")
    top = body.get("top_logprobs") or 0
    for added, choice in writer.write(part):
        logprobs = {said: [logprob(choice, top)], unsaid: None} if body.get("logprobs") else None
        yield _delta(index, {said: added}, logprobs)


def _call(index: int, number: int, part: Part, writer: Writer) -> Iterator[dict]:
    kind, given = ("custom", "input") if part.custom else ("function", "arguments")
    call_id = f"call_{index}{number}{writer.identity[:22]}"
    about = {"index": number, "id": call_id, "type": kind, kind: {"name": part.tool, given: ""}}
    yield _delta(index, {"tool_calls": [about]})
    for added, _ in writer.write(part):
        yield _delta(index, {"tool_calls": [{"index": number, kind: {given: added}}]})


def _delta(index: int, delta: dict, logprobs: dict | None = None, finish: str | None = None) -> dict:
    return {"index": index, "delta": delta, "logprobs": logprobs, "finish_reason": finish}


def _usage(writers: list[Writer], sent: Usage) -> dict:
    thought = sum(writer.reasoning for writer in writers)
    used = thought + sum(writer.written for writer in writers)
    details = {"reasoning_tokens": thought, "audio_tokens": 0, "accepted_prediction_tokens": 0, "rejected_prediction_tokens": 0}
    return {
        "prompt_tokens": sent.input,
        "completion_tokens": used,
        "total_tokens": sent.input + used,
        "prompt_tokens_details": {**input_details(sent), "audio_tokens": 0},
        "completion_tokens_details": details,
    }


def chat_completion(chunks: Iterator[dict]) -> dict:
    """Put the chunks of a chat completion together into a whole one."""
    choices: dict[int, dict] = {}
    for chunk in chunks:
        for part in chunk["choices"]:
            message: dict = {"role": "assistant", "content": None, "refusal": None, "annotations": []}
            choice = choices.setdefault(part["index"], {"index": part["index"], "message": message, "logprobs": None})
            _add(choice["message"], part["delta"])
            if part["logprobs"]:
                choice["logprobs"] = _joined(choice["logprobs"], part["logprobs"])
            choice["finish_reason"] = part["finish_reason"]
    return chunk | {"object": "chat.completion", "choices": list(choices.values())}


def _add(message: dict[str, Any], delta: dict) -> None:
    """Add what a chunk brings to a message."""
    for said in ("content", "refusal"):
        if delta.get(said) is not None:
            message[said] = (message[said] or "") + delta[said]
    if delta.get("refusal"):
        message["content"] = None
    for call in delta.get("tool_calls", []):
        calls = message.setdefault("tool_calls", [])
        if "id" in call:
            kind = call["type"]
            calls.append({"id": call["id"], "type": kind, kind: dict(call[kind])})
        else:
            ((kind, given),) = [(kind, call[kind]) for kind in ("function", "custom") if kind in call]
            ((name, text),) = given.items()
            calls[call["index"]][kind][name] += text


def _joined(before: dict | None, new: dict) -> dict:
    before = before or {"content": None, "refusal": None}
    return {said: (before[said] or []) + new[said] if new[said] else before[said] for said in before}
