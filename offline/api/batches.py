"""Batches: many requests in one file, answered later: `client.batches`.

A real batch takes minutes to hours. Here time passes with every look at it: `retrieve`, or a list that
shows it, brings it one step further, so that a loop that polls comes to its end without waiting.

    validating -> in_progress (a third of the requests at each look) -> finalizing -> completed
    validating -> failed, where the file is wrong; in_progress -> expired, where that is asked for
    cancelling -> cancelled, with what was done until then
"""

import threading
import time
from typing import TYPE_CHECKING, get_args, get_type_hints

from openai.types import BatchCreateParams

from .. import models
from ..refusals import Refused, check, check_ours, queries
from ..refusals import batches as found
from ..refusals.batches import Line
from ..wire import Reply, Request, json_reply
from . import embeddings, moderations, pages
from .batch_work import Batch, digest, look, turn, usage_of
from .files import BATCH_DAYS, DAY, Files, seconds_to_keep

if TYPE_CHECKING:
    from .standin import StandIn

ENDPOINTS = tuple(sorted(get_args(get_type_hints(BatchCreateParams)["endpoint"])))
RUN = ("/v1/chat/completions", "/v1/embeddings", "/v1/moderations", "/v1/responses")  # by the stand-in
_MODELS = {"/v1/embeddings": embeddings.MODELS, "/v1/moderations": moderations.MODELS}  # elsewhere all others
LAST = frozenset({"completed", "failed", "expired"})  # states that cannot be cancelled


class Batches:
    """The batches of one stand-in."""

    def __init__(self) -> None:
        self.kept: dict[str, Batch] = {}
        self.lock = threading.RLock()

    def find(self, batch_id: str) -> Batch:
        """Return a batch. Raises Refused if there is none of this id."""
        if batch := self.kept.get(batch_id):
            return batch
        raise Refused(f"No batch found with id '{batch_id}'.", status=404)


def create(state: "StandIn", request: Request) -> Reply:
    """Begin a batch. A file that is wrong is not refused here: the batch fails at the first look."""
    body = request.body
    check("batches", body)
    check_ours("batches", body)
    seconds = seconds_to_keep(body.get("output_expires_after"), "output_expires_after", BATCH_DAYS * DAY)
    endpoint = body["endpoint"]
    if endpoint not in RUN:
        message = f"The offline stand-in has no batches for {endpoint}; the real API does."
        raise Refused(message, param="endpoint", code="offline_unsupported")
    lines, errors = _read(state.files, body["input_file_id"], endpoint)
    with state.batches.lock:
        batch_id = "batch_" + digest(f"batch {len(state.batches.kept)}")
        about = _about(batch_id, body)
        expires = request.happening == "batch_expires"
        state.batches.kept[batch_id] = Batch(about, _shuffled(lines, batch_id), errors, expires, seconds)
        return json_reply(about)


def _read(files: Files, file_id: str, endpoint: str) -> tuple[list[Line], list[dict]]:
    try:
        file = files.find(file_id)
    except Refused:
        return [], [found.error("invalid_request", "cannot find", "file_id", file_id=file_id)]
    if (purpose := file.about["purpose"]) != "batch":
        return [], [found.error("invalid_request", "wrong purpose", "file_id", file_id=file_id, purpose=purpose)]
    return found.read(file.content, endpoint, _MODELS.get(endpoint, models.answered()).__contains__)


def _about(batch_id: str, body: dict) -> dict:
    created = int(time.time())
    stamps = ("in_progress", "finalizing", "completed", "failed", "expired", "cancelling", "cancelled")
    return {
        "id": batch_id,
        "object": "batch",
        "endpoint": body["endpoint"],
        "model": None,
        "errors": None,
        "input_file_id": body["input_file_id"],
        "completion_window": body["completion_window"],
        "status": "validating",
        "output_file_id": None,
        "error_file_id": None,
        "created_at": created,
        "expires_at": created + DAY,
        "request_counts": {"total": 0, "completed": 0, "failed": 0},
        "usage": usage_of([]),
        "metadata": body.get("metadata"),
    } | {f"{stamp}_at": None for stamp in stamps}


def _shuffled(lines: list[Line], batch_id: str) -> list[Line]:
    """Return the lines in an order that nobody should rely on; it is the same in every run."""
    shuffled = sorted(lines, key=lambda line: digest(f"{batch_id} {line.custom_id}"))
    return shuffled if shuffled != lines else lines[::-1]


def retrieve(state: "StandIn", request: Request, batch_id: str) -> Reply:
    """Look at a batch; it is a step further than at the last look."""
    with state.batches.lock:
        batch = state.batches.find(batch_id)
        look(state, batch)
        return json_reply(batch.about)


def list_batches(state: "StandIn", request: Request) -> Reply:
    """List the batches, the newest first; those that are shown are a step further."""
    with state.batches.lock:
        kept = [batch.about for batch in state.batches.kept.values()]
        shown = pages.page(kept, queries.read("batches/list", request.query), state.batches.find)
        for about in shown["data"]:
            look(state, state.batches.find(about["id"]))
        return json_reply(shown)


def cancel(state: "StandIn", request: Request, batch_id: str) -> Reply:
    """Begin to cancel a batch; what is done stays done."""
    with state.batches.lock:
        batch = state.batches.find(batch_id)
        status = batch.about["status"]
        if status in LAST:
            raise Refused(f"Cannot cancel a batch with status '{status}'.", status=409)
        if not status.startswith("cancel"):
            turn(batch, "cancelling")
        return json_reply(batch.about)


ROUTES = {
    ("POST", "/batches"): create,
    ("GET", "/batches"): list_batches,
    ("GET", "/batches/{batch_id}"): retrieve,
    ("POST", "/batches/{batch_id}/cancel"): cancel,
}
