"""Files that the API keeps: `client.files`, for batches and as input.

The wordings were seen in public reports of 2024 to 2026; that of an empty file is a guess.
"""

import hashlib
import json
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from ..refusals import Refused, queries, words
from ..wire import Reply, Request, json_reply
from . import forms, pages

if TYPE_CHECKING:
    from .standin import StandIn

PURPOSES = ("fine-tune", "assistants", "batch", "user_data", "vision", "evals")  # in the API's order
FIELDS = {"file", "purpose", "expires_after[anchor]", "expires_after[seconds]"}
LINES_ONLY = {"batch": "Batch API", "fine-tune": "Fine-Tuning API"}  # purposes that take lines of JSON only
NOT_GIVEN_BACK = frozenset({"assistants", "user_data", "vision"})
HOUR, DAY = 60 * 60, 24 * 60 * 60  # seconds
BATCH_DAYS = 30  # how long files of batches are kept
MOST_BYTES_KEPT = 256 * 1024**2  # of all files; the real API keeps more, but not in the memory of a notebook


@dataclass(frozen=True)
class File:
    """A file as it is kept: what the API says of it, and what is in it."""

    about: dict
    content: bytes


class Files:
    """The files of one stand-in."""

    def __init__(self) -> None:
        self._kept: dict[str, File] = {}
        self._made = 0
        self._lock = threading.Lock()

    def keep(self, name: str, purpose: str, content: bytes, *, seconds: int | None = None) -> dict:
        """Keep a file, and return what the API says of it. `seconds` is how long the API will keep it (None: on and on)."""
        created = int(time.time())
        with self._lock:
            self._made += 1
            file_id = "file-" + hashlib.sha256(f"file {self._made}".encode()).hexdigest()[:24]
            about = {
                "id": file_id,
                "object": "file",
                "bytes": len(content),
                "created_at": created,
                "expires_at": None if seconds is None else created + seconds,
                "filename": name,
                "purpose": purpose,
                "status": "processed",
                "status_details": None,
            }
            self._kept[file_id] = File(about, content)
        return about

    def find(self, file_id: str) -> File:
        """Return a file. Raises Refused if there is none of this id."""
        if file := self._kept.get(file_id):
            return file
        raise Refused(f"No such File object: {file_id}", param="id", status=404)

    def drop(self, file_id: str) -> None:
        """Forget a file. Raises Refused if there is none of this id."""
        with self._lock:
            self.find(file_id)
            del self._kept[file_id]

    def all(self) -> list[dict]:
        """Return what the API says of each file, the oldest first."""
        with self._lock:
            return [file.about for file in self._kept.values()]


Usual = TypeVar("Usual", bound=int | None)


def seconds_to_keep(given: dict | None, where: str, usual: Usual) -> int | Usual:
    """Return how long a file is to be kept, of `expires_after` (or None), or as usual. Raises Refused for what it cannot be."""
    if given is None:
        return usual
    for name in ("anchor", "seconds"):
        if given.get(name) is None:
            raise words.missing(f"{where}.{name}")
    if given["anchor"] != "created_at":
        raise words.not_one_of(given["anchor"], ("created_at",), f"{where}.anchor")
    if not isinstance(given["seconds"], int):
        raise words.wrong_type(f"{where}.seconds", "an integer", given["seconds"])
    if not HOUR <= given["seconds"] <= BATCH_DAYS * DAY:
        raise words.out_of_bounds(f"{where}.seconds", given["seconds"], HOUR, BATCH_DAYS * DAY)
    seconds: int = given["seconds"]
    return seconds


def create(state: "StandIn", request: Request) -> Reply:
    """Keep a file that is uploaded."""
    form = forms.read(request)
    file, purpose = form.get("file"), form["purpose"].text if "purpose" in form else None
    if file is None or file.filename is None:
        raise Refused("'file' is a required property")
    if purpose is None:
        raise Refused("'purpose' is a required property")
    for name in form.keys() - FIELDS:
        raise words.unknown(name) if name != "expires_after" else words.wrong_type(name, "an object", form[name].text)
    if purpose not in PURPOSES:
        raise Refused(f"'{purpose}' is not one of {list(PURPOSES)} - 'purpose'", param="purpose")
    _check_content(file.filename, file.content, purpose)
    room = MOST_BYTES_KEPT - sum(about["bytes"] for about in state.files.all())
    if len(file.content) > room:
        most = MOST_BYTES_KEPT // 1024**2
        message = f"The offline stand-in has no room for more than {most} MB of files at a time; the real API does."
        raise Refused(message, param="file", code="offline_unsupported")
    seconds = seconds_to_keep(_expires_after(form), "expires_after", BATCH_DAYS * DAY if purpose == "batch" else None)
    return json_reply(state.files.keep(file.filename, purpose, file.content, seconds=seconds))


def _check_content(name: str, content: bytes, purpose: str) -> None:
    if purpose in LINES_ONLY and not (name.endswith(".jsonl") and _begins_with_json(content)):
        raise Refused(f"Invalid file format for {LINES_ONLY[purpose]}. Must be .jsonl")
    if not content:
        raise Refused("File is empty.", param="file")


def _begins_with_json(content: bytes) -> bool:
    try:
        json.loads(content.lstrip().partition(b"\n")[0].decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return True


def _expires_after(form: dict[str, forms.Field]) -> dict | None:
    """Return what a form says of the file's end, as a request in JSON would say it."""
    given: dict[str, Any] = {
        name: form[f"expires_after[{name}]"].text for name in ("anchor", "seconds") if f"expires_after[{name}]" in form
    }
    if given.get("seconds", "").removeprefix("-").isdecimal():
        given["seconds"] = int(given["seconds"])
    return given or None


def list_files(state: "StandIn", request: Request) -> Reply:
    """List the files, the newest first."""
    query = queries.read("files/list", request.query)
    files = [about for about in state.files.all() if query.get("purpose") in (None, about["purpose"])]
    return json_reply(pages.page(files, query, state.files.find, usual=10_000, most=10_000))


def retrieve(state: "StandIn", request: Request, file_id: str) -> Reply:
    """Say what is known of a file."""
    return json_reply(state.files.find(file_id).about)


def content(state: "StandIn", request: Request, file_id: str) -> Reply:
    """Give back what is in a file."""
    file = state.files.find(file_id)
    if file.about["purpose"] in NOT_GIVEN_BACK:
        raise Refused(f"Not allowed to download files of purpose: {file.about['purpose']}")
    return Reply(200, file.content, {"content-type": "application/octet-stream"})


def delete(state: "StandIn", request: Request, file_id: str) -> Reply:
    """Forget a file."""
    state.files.drop(file_id)
    return json_reply({"id": file_id, "object": "file", "deleted": True})


ROUTES = {
    ("POST", "/files"): create,
    ("GET", "/files"): list_files,
    ("GET", "/files/{file_id}"): retrieve,
    ("GET", "/files/{file_id}/content"): content,
    ("DELETE", "/files/{file_id}"): delete,
}
