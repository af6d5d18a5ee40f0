"""Forms with files, as uploads send them: multipart/form-data, read with what the standard library has."""

from email import message_from_string
from email.message import Message
from typing import NamedTuple

from ..wire import Request


class Field(NamedTuple):
    """One field of a form; `filename` is None where it is no file."""

    content: bytes
    filename: str | None = None

    @property
    def text(self) -> str:
        return self.content.decode(errors="replace")


def read(request: Request) -> dict[str, Field]:
    """Return the fields of a form by name; none if the request is no form."""
    head = Message()
    head["content-type"] = request.headers.get("content-type", "")
    boundary = head.get_boundary()
    if head.get_content_type() != "multipart/form-data" or not boundary:
        return {}
    # The package `email` reads the heads only: the contents may be e-mails themselves, or anything.
    parts = (b"\r\n" + request.content).split(b"\r\n--" + boundary.encode())
    return dict(_field(part) for part in parts[1:] if not part.startswith(b"--"))  # so the last one ends


def _field(part: bytes) -> tuple[str, Field]:
    head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
    described = message_from_string(head.decode(errors="replace"))
    return str(described.get_param("name", header="content-disposition")), Field(content, described.get_filename())
