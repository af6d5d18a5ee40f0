"""A request of the Responses API in the words of Chat Completions, and the reply turned back.

    chat_request({"model": "llama3.2", "input": "Hi", "max_output_tokens": 16})
    # {"model": "llama3.2", "messages": [{"role": "user", "content": "Hi"}], "max_tokens": 16}

For servers that have only that older API, or do more in it. What cannot be said there raises NotOffered.
"""

from .not_offered import NotOffered

SAME = ("model", "temperature", "top_p", "top_logprobs", "metadata", "store", "user", "safety_identifier", "service_tier")
"""Parameters that are called the same in both APIs."""

PARTS = {"input_text": "text", "output_text": "text", "input_image": "image_url"}
"""Kinds of parts of a message, and their names in Chat Completions."""

CUT_OFF = {"length": "max_output_tokens", "content_filter": "content_filter"}
"""Why a reply is not whole: Chat Completions' word and that of the Responses API."""


# --- The request ---


def chat_request(request: dict) -> dict:
    """Return the same request in the words of Chat Completions. Raises NotOffered for what cannot be said there."""
    left = {name: value for name, value in request.items() if value is not None}
    said = {name: left.pop(name) for name in SAME if name in left}
    said["messages"] = _messages(left.pop("instructions", None), left.pop("input", []))
    if "max_output_tokens" in left:
        said["max_tokens"] = left.pop("max_output_tokens")  # the older name, because all servers know it
    if left.pop("include", None):
        said["logprobs"] = True  # the server is asked for nothing else that can be included
    if left.pop("stream", False):
        said |= {"stream": True, "stream_options": {"include_usage": True}}
    reasoning, text = dict(left.pop("reasoning", {})), dict(left.pop("text", {}))
    inner = {"reasoning_effort": reasoning.pop("effort", None), "verbosity": text.pop("verbosity", None)}
    inner["response_format"] = _form(text.pop("format", None))
    for name in [*left, *reasoning, *text]:
        raise _only_in_responses(f"the parameter {name!r}")
    return said | {name: value for name, value in inner.items() if value is not None}


def _form(form: dict | None) -> dict | None:
    if form is None or form["type"] != "json_schema":
        return form
    return {"type": "json_schema", "json_schema": {name: value for name, value in form.items() if name != "type"}}


def _messages(instructions: str | None, asked: str | list) -> list[dict]:
    messages = [{"role": "system", "content": instructions}] if instructions else []
    if isinstance(asked, str):
        return [*messages, {"role": "user", "content": asked}]
    return messages + [_message(item) for item in asked]


def _message(item: dict) -> dict:
    if item.get("type", "message") != "message":
        raise _only_in_responses(f"an item of the type {item['type']!r}")
    role = "system" if item["role"] == "developer" else item["role"]
    content = item["content"]
    return {"role": role, "content": content if isinstance(content, str) else [_part(part) for part in content]}


def _part(part: dict) -> dict:
    kind = PARTS.get(part.get("type", ""))
    if kind is None:
        raise _only_in_responses(f"a part of the type {part.get('type')!r}")
    if kind == "text":
        return {"type": kind, kind: part["text"]}
    if "image_url" not in part:
        raise _only_in_responses("an uploaded picture")
    return {"type": kind, kind: {"url": part["image_url"]} | ({"detail": part["detail"]} if "detail" in part else {})}


def _only_in_responses(what: str) -> NotOffered:
    return NotOffered(
        f"This needs {what} of the Responses API, and this server is asked by Chat Completions, which lack it. "
        "The offline stand-in and the OpenAI API have both."
    )


# --- The reply ---


def response_body(completion: dict) -> dict:
    """Return the body of a completion as the Responses API would give it."""
    choice = completion["choices"][0]
    message = choice.get("message") or {}
    reason = CUT_OFF.get(choice.get("finish_reason"))
    return {
        "id": completion.get("id", ""),
        "object": "response",
        "created_at": completion.get("created", 0),
        "model": completion.get("model", ""),
        "status": "incomplete" if reason else "completed",
        "error": None,
        "incomplete_details": {"reason": reason} if reason else None,
        "output": [*_thought(message), *_said(message, (choice.get("logprobs") or {}).get("content") or [])],
        "parallel_tool_calls": True,
        "tool_choice": "auto",
        "tools": [],
        "usage": _usage(completion.get("usage")),
    }


def message_item(parts: list[dict], status: str = "completed") -> dict:
    """Return the item of a message with these parts."""
    return {"id": "msg_chat", "type": "message", "role": "assistant", "status": status, "content": parts}


def text_part(text: str, logprobs: list) -> dict:
    """Return the part of a message that is this text."""
    return {"type": "output_text", "text": text, "annotations": [], "logprobs": logprobs}


def _thought(message: dict) -> list[dict]:
    """Return an item for what a model thought: OpenAI's API has no field for that, but many servers do."""
    thought = message.get("reasoning_content") or message.get("reasoning")
    return [{"id": "rs_chat", "type": "reasoning", "summary": []}] if thought else []


def _said(message: dict, logprobs: list) -> list[dict]:
    parts = [text_part(message["content"], logprobs)] if message.get("content") else []
    if message.get("refusal"):
        parts.append({"type": "refusal", "refusal": message["refusal"]})
    return [message_item(parts)] if parts else []


def _usage(usage: dict | None) -> dict | None:
    if not usage:
        return None
    sent, written = usage.get("prompt_tokens", 0), usage.get("completion_tokens", 0)
    return {
        "input_tokens": sent,
        "input_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0} | (usage.get("prompt_tokens_details") or {}),
        "output_tokens": written,
        "output_tokens_details": {"reasoning_tokens": 0} | (usage.get("completion_tokens_details") or {}),
        "total_tokens": usage.get("total_tokens", sent + written),
    }
