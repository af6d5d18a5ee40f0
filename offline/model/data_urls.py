"""Decode the data URLs in which pictures and files are sent: data:image/png;base64,aW1nIGJ5dGVzIGhlcmU=

The refusals are the API's, as public reports quote them: for pictures in the Responses API (April to
October 2026), for pictures in Chat Completions (February 2025), for files in Chat Completions (May
2026). How the Responses API words it for files is a guess by analogy.
"""

import base64
import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass

from ..refusals import Refused

_HEAD = re.compile(r"data:([^,;]*)((?:;[^,;]*)*),", re.IGNORECASE)


@dataclass(frozen=True)
class Kind:
    """What a data URL is expected to hold."""

    called: str  # in Chat Completions
    expected: str  # with its article
    example: str
    takes: Callable[[str], bool]  # whether a MIME type is one of these


IMAGE = Kind("image URL", "an image", "data:image/png;base64,aW1nIGJ5dGVzIGhlcmU=", lambda mime: mime.startswith("image/"))
PDF = Kind(
    "file data", "an application/pdf", "data:application/pdf;base64,SGVsbG8sIFdvcmxkIQ==", lambda mime: mime == "application/pdf"
)
FILE = Kind("file data", "a supported", "data:text/plain;base64,SGVsbG8sIFdvcmxkIQ==", lambda mime: bool(mime))


def decode(url: str, where: str, kind: Kind) -> tuple[str, bytes]:
    """Return the MIME type, in lower case, and the bytes of a data URL.

    `where` is the place of the URL in the request, such as "input[0].content[1].image_url". Raises
    Refused if it is no such URL, is not base64, is empty, or is not of the kind.
    """
    if not url[:5].lower() == "data:":
        raise _refused(where, kind, "a value without the 'data:' prefix")
    head = _HEAD.match(url)
    if not head or not head[2].lower().endswith(";base64"):
        raise _refused(where, kind, "a value without the ';base64' separator")
    mime = head[1].strip().lower()
    if not kind.takes(mime):
        raise _refused(where, kind, f"unsupported MIME type '{mime}'")
    try:
        content = base64.b64decode(url[head.end() :], validate=True)
    except (binascii.Error, ValueError):  # ValueError: characters beyond ASCII
        raise _refused(where, kind, "an invalid base64-encoded value") from None
    if not content:
        raise _refused(where, kind, "empty base64-encoded bytes")
    return mime, content


def _refused(where: str, kind: Kind, got: str) -> Refused:
    invalid = f"Invalid {kind.called}: '{where}'" if where.startswith("messages") else f"Invalid '{where}'"
    message = (
        f"{invalid}. Expected a base64-encoded data URL with {kind.expected} MIME type (e.g. '{kind.example}'), but got {got}."
    )
    return Refused(message, param=where, code="invalid_value")
