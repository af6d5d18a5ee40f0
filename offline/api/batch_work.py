"""The work of a batch: what happens to it from one look to the next."""

import hashlib
import json
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING

from ..refusals.batches import Line
from .files import Files

if TYPE_CHECKING:
    from .standin import StandIn

LOOKS = 3  # at a batch, until all its requests are done
EXPIRED = {"code": "batch_expired", "message": "This request could not be executed before the completion window expired."}


@dataclass
class Batch:
    """A batch as it is kept: what the API says of it, and its work."""

    about: dict
    lines: list[Line]  # in the order in which they are run, which is not that of the file
    errors: list[dict]
    expires: bool  # half done, on purpose
    seconds: int  # how long its files are kept
    output: list[dict] = field(default_factory=list)
    failed: list[dict] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many requests are answered."""
        return len(self.output) + len(self.failed)

    @property
    def last(self) -> int:
        """How many requests will be answered, if nobody cancels the batch."""
        return len(self.lines) // 2 if self.expires else len(self.lines)


def digest(text: str) -> str:
    """Return 32 characters for an id, the same in every run."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def look(state: "StandIn", batch: Batch) -> None:
    """Bring a batch one step further."""
    step = {"validating": _validate, "in_progress": _run, "finalizing": _finish, "cancelling": _finish}.get(batch.about["status"])
    if step:
        step(state, batch)


def turn(batch: Batch, status: str) -> None:
    """Let a batch take a new status from now on."""
    batch.about |= {"status": status, f"{status}_at": int(time.time())}


def _validate(state: "StandIn", batch: Batch) -> None:
    if batch.errors:
        batch.about["errors"] = {"object": "list", "data": batch.errors}
        turn(batch, "failed")
        return
    batch.about["request_counts"]["total"] = len(batch.lines)
    batch.about["model"] = batch.lines[0].body.get("model")
    turn(batch, "in_progress")


def _run(state: "StandIn", batch: Batch) -> None:
    """Answer a third of the requests, with the code that answers live ones."""
    path = batch.about["endpoint"].removeprefix("/v1")
    upto = min(batch.done + ceil(len(batch.lines) / LOOKS), batch.last)
    for line in batch.lines[batch.done : upto]:
        status, body = state.answer("POST", path, line.body)
        request_id = digest(f"{batch.about['id']} request {line.custom_id}")
        response = {"status_code": status, "request_id": request_id, "body": body}
        (batch.output if status == 200 else batch.failed).append(_result(batch, line, response))
    batch.about["request_counts"] |= {"completed": len(batch.output), "failed": len(batch.failed)}
    batch.about["usage"] = usage_of(result["response"]["body"] for result in batch.output)
    if batch.done == batch.last:
        _expire(state.files, batch) if batch.expires else turn(batch, "finalizing")


def _expire(files: Files, batch: Batch) -> None:
    batch.failed += [_result(batch, line, None, EXPIRED) for line in batch.lines[batch.last :]]
    _write(files, batch)
    turn(batch, "expired")


def _finish(state: "StandIn", batch: Batch) -> None:
    _write(state.files, batch)
    turn(batch, {"finalizing": "completed", "cancelling": "cancelled"}[batch.about["status"]])


def _result(batch: Batch, line: Line, response: dict | None, error: dict | None = None) -> dict:
    result_id = "batch_req_" + digest(f"{batch.about['id']} {line.custom_id}")
    return {"id": result_id, "custom_id": line.custom_id, "response": response, "error": error}


def _write(files: Files, batch: Batch) -> None:
    """Write what was answered, and what was not, into files of their own; into none where there is nothing to say."""
    for name, results in (("output", batch.output), ("error", batch.failed)):
        if results:
            content = "".join(json.dumps(result) + "\n" for result in results).encode()
            file = files.keep(f"{batch.about['id']}_{name}.jsonl", "batch_output", content, seconds=batch.seconds)
            batch.about[f"{name}_file_id"] = file["id"]


def usage_of(bodies: Iterable[dict]) -> dict:
    """Return the tokens of replies of any endpoint, summed."""
    used = dict.fromkeys(("input", "cached", "output", "reasoning", "total"), 0)
    for body in bodies:
        usage = body.get("usage") or {}
        sent, written = ("input_tokens", "output_tokens") if "input_tokens" in usage else ("prompt_tokens", "completion_tokens")
        used["input"] += usage.get(sent, 0)
        used["output"] += usage.get(written, 0)
        used["cached"] += (usage.get(f"{sent}_details") or {}).get("cached_tokens", 0)
        used["reasoning"] += (usage.get(f"{written}_details") or {}).get("reasoning_tokens", 0)
        used["total"] += usage.get("total_tokens", 0)
    return {
        "input_tokens": used["input"],
        "input_tokens_details": {"cached_tokens": used["cached"]},
        "output_tokens": used["output"],
        "output_tokens_details": {"reasoning_tokens": used["reasoning"]},
        "total_tokens": used["total"],
    }
