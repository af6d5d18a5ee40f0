"""Read the files that come along with a question, as far as they are text.

    read_file("notes.md", "data:text/markdown;base64,IyBIZWxsbw==", "input[0].content[1].file_data")  ->  "# Hello"

What is text is seen from the bytes, not from the name: other files say with their first bytes what they
are, or have bytes that no text has. Chat Completions takes PDFs only; the Responses API reads text and
office files, too (OpenAI's guide "File inputs", autumn of 2026).
"""

import codecs
import re
from pathlib import PurePosixPath

from ..refusals import Refused
from . import data_urls

LONGEST = 50 * 1024 * 1024  # bytes of a file, by the guide
MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}

# What is no text, by how its bytes begin. None: as the file's name says, since many kinds begin so.
BINARY = {
    rb"\s*%PDF-": "PDF",
    rb"\{\\rtf": "RTF",
    rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF.{4}WEBP|BM.{4}\x00{4}": "image",
    rb"ID3[\x02-\x04]|\xff[\xfb\xf3\xf2]|RIFF.{4}WAVE|OggS\x00|fLaC\x00": "audio",
    rb".{4}ftyp|\x1aE\xdf\xa3": "video",
    rb"PK\x03\x04|\xd0\xcf\x11\xe0|\x1f\x8b|BZh\d1AY|7z\xbc\xaf|\xfd7zXZ": None,
}
READ_BY_THE_API = frozenset(["PDF", "RTF", "DOC", "DOCX", "ODT", "PAGES", "PPT", "PPTX", "XLS", "XLSX"])
_NOT_IN_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # control characters; 0x1b colors a terminal's output


def read_file(filename: str | None, data_url: str, where: str) -> str:
    """Return the text of a file that is sent as a data URL.

    `where` is the URL's place in the request. Raises Refused in the API's words for what is no data URL, and
    in Chat Completions (where places begin with "messages") for what is no PDF; in the stand-in's own name for PDFs
    and all else that is not text. What the API says of too large a file is a guess.
    """
    if len(data_url) * 3 / 4 > LONGEST:
        message = f"The file is too large. The maximum is {LONGEST // 1024**2} MB."
        raise Refused(message, param=where, code="file_too_large")
    mime, content = data_urls.decode(data_url, where, data_urls.PDF if where.startswith("messages") else data_urls.FILE)
    if kind := _binary(filename, mime, content):
        also = "the real API does" if kind in READ_BY_THE_API else "the real API takes no such file, either"
        message = f"The offline stand-in has no way to read {kind} files; {also}."
        raise Refused(message, param=where, code="offline_unsupported")
    return _decoded(content)


def _binary(filename: str | None, mime: str, content: bytes) -> str | None:
    """Return what kind of file this is, if it is no text."""
    named = PurePosixPath(filename or "").suffix.removeprefix(".").upper() or "binary"
    for beginning, kind in BINARY.items():
        if re.match(beginning, content, re.DOTALL):
            return kind or named
    if mime == "application/pdf":
        return "PDF"
    return named if _NOT_IN_TEXT.search(_decoded(content)) else None


def _decoded(content: bytes) -> str:
    """Return the text of bytes: by their mark, or as UTF-8, or as Latin-1, in which every byte means something."""
    for mark, encoding in MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("latin-1")
