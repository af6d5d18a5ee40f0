"""Read the body of an HTTP request: of a given length, or in chunks."""

from collections.abc import Callable, Iterator
from email.message import Message
from io import BufferedIOBase

LONGEST = 128 * 1024 * 1024  # bytes; a picture of 50 MB takes 67 MB in JSON, and has to be held more than once
LONGEST_LINE = 1024  # bytes, of the line that begins a chunk


class Unreadable(Exception):
    """A body that cannot be read; `status` is the HTTP status that says so. The connection must end."""

    def __init__(self, status: int, message: str, code: str | None = None):
        super().__init__(message)
        self.status, self.code = status, code


def read(stream: BufferedIOBase, headers: Message, begin: Callable[[], None]) -> bytes:
    """Return the body that follows `headers`; b"" if they announce none.

    `begin` is called before the first byte is read, if the body will be taken. Raises Unreadable.
    """
    length, coding = _length(headers), headers.get("transfer-encoding")
    if coding and (coding.lower() != "chunked" or "content-length" in headers):
        raise Unreadable(400, "A request has either a content-length, or the transfer-encoding chunked.")
    if length > LONGEST:
        raise _too_long()
    begin()
    return b"".join(_chunks(stream)) if coding else _exactly(stream, length)


def _length(headers: Message) -> int:
    lengths = {length.strip() for length in headers.get_all("content-length", ["0"])}
    length = lengths.pop()
    if lengths or not (length.isascii() and length.isdecimal() and len(length) < 20):
        raise Unreadable(400, "The content-length of the request is not a number.")
    return int(length)


def _chunks(stream: BufferedIOBase) -> Iterator[bytes]:
    left = LONGEST
    while size := _chunk_size(stream):
        left -= size
        if left < 0:
            raise _too_long()
        yield _exactly(stream, size)
        if stream.readline(LONGEST_LINE) not in (b"\r\n", b"\n"):
            raise Unreadable(400, "A chunk of the request is longer than it says.")
    while stream.readline(LONGEST_LINE) not in (b"\r\n", b"\n", b""):
        pass  # trailers, which say nothing to the stand-in


def _chunk_size(stream: BufferedIOBase) -> int:
    digits = stream.readline(LONGEST_LINE).partition(b";")[0].strip()
    if not digits or digits.strip(b"0123456789abcdefABCDEF"):
        raise Unreadable(400, "A chunk of the request does not begin with its size.")
    return int(digits, 16)


def _exactly(stream: BufferedIOBase, size: int) -> bytes:
    content = stream.read(size)
    if len(content) < size:
        raise Unreadable(400, "The request ended before its body did.")
    return content


def _too_long() -> Unreadable:
    message = f"The offline stand-in has no room for requests of more than {LONGEST // 1024**2} MB; the real API does."
    return Unreadable(413, message, code="offline_unsupported")
