"""Bodies of replies, whole and as the events of a stream, in which anything may stand."""

from far_end import events


def message(*texts: str, **changes) -> dict:
    parts = [{"type": "output_text", "text": text, "annotations": []} for text in texts]
    return {"type": "message", "id": "msg_1", "role": "assistant", "status": "completed", "content": parts} | changes


def comment(*texts: str) -> dict:
    return message(*texts, phase="commentary")


def answer(*texts: str) -> dict:
    return message(*texts, phase="final_answer")


def declining(text: str, **changes) -> dict:
    return message(content=[{"type": "refusal", "refusal": text}], **changes)


THINKING = {"type": "reasoning", "id": "rs_1", "summary": [], "content": [{"type": "reasoning_text", "text": "Okay, the user"}]}
CALL = {"type": "function_call", "id": "fc_1", "call_id": "c", "name": "get_weather", "arguments": "{}", "status": "completed"}


def reply(*output: dict, **changes) -> dict:
    """Return the body of a whole reply with these items."""
    used = {"input_tokens": 9, "output_tokens": 150, "total_tokens": 159}
    details = {"input_tokens_details": {"cached_tokens": 0}, "output_tokens_details": {"reasoning_tokens": 150}}
    return {
        "id": "resp_1", "object": "response", "created_at": 1, "status": "completed", "model": "gpt-6-luna", "error": None,
        "incomplete_details": None, "output": list(output), "parallel_tool_calls": True, "tool_choice": "auto", "tools": [],
        "usage": used | details,
    } | changes  # fmt: skip


def streamed(*output: dict, said: list[tuple[int, str]] | None = None, **changes):
    """Return a step: the same reply as a stream.

    `said` holds the pieces, each with the place of its item; by default, each part of a message is one.
    """
    if said is None:
        said = [(place, part.get("text") or part.get("refusal")) for place, item in enumerate(output) for part in _parts(item)]
    whole = reply(*output, **changes)
    kind = "response.incomplete" if whole["status"] == "incomplete" else "response.completed"
    began = [_event("response.output_item.added", output_index=place, item=_begun(item)) for place, item in enumerate(output)]
    pieces = [piece_of(place, text) for place, text in said]
    return events(*began, *pieces, _event(kind, response=whole))


def piece_of(place: int, text: str) -> dict:
    """Return the event that brings a piece of the item in this place."""
    return _event("response.output_text.delta", output_index=place, delta=text, item_id="m", content_index=0, logprobs=[])


def _parts(item: dict) -> list:
    return item.get("content", []) if item["type"] == "message" else []


def _begun(item: dict) -> dict:
    return item | {"content": []} if item["type"] == "message" else item


def _event(kind: str, **fields) -> dict:
    return {"type": kind, "sequence_number": 0} | fields
