"""Model files as llama.cpp loads them, GGUF: what the header of one says, and how a small one is written.

The form, in version 3 (https://github.com/ggml-org/ggml/blob/master/docs/gguf.md, seen in November 2026): the letters GGUF,
the version, how many tensors there are and how many entries, the entries, a description of each tensor, and at last the
numbers of the tensors. Whole numbers are little-endian, and a text is its length in bytes and then the bytes.
"""

import struct
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any, BinaryIO

LETTERS = b"GGUF"
VERSIONS = (2, 3)  # 1 had shorter lengths
NUMBERS = dict(enumerate(("<B", "<b", "<H", "<h", "<I", "<i", "<f", "<?"))) | {10: "<Q", 11: "<q", 12: "<d"}
"""The kinds of values that are plain numbers, each with its form as `struct` names it."""
TEXT, LIST, WHOLE, FLOAT = 8, 9, 4, 0  # kinds: the first three of values, the last of a tensor, whose numbers have 32 bits
ALIGNED = 32  # bytes: the numbers of each tensor begin at a multiple of it


@dataclass(frozen=True)
class Tensor:
    """A table of numbers: its shape, the kind of its numbers, and where they begin, in bytes from the end of the header."""

    shape: list[int]
    kind: int
    offset: int


@dataclass(frozen=True)
class Header:
    """What stands in a model file before its numbers: the version of the form, the entries and the tensors, by name."""

    version: int
    about: dict[str, Any]
    tensors: dict[str, Tensor]


def read_gguf(path: str | PathLike[str]) -> Header:
    """Return the header of a model file. The numbers behind it are not read. Raises ValueError for what is no such file."""
    with Path(path).open("rb") as file:
        if file.read(4) != LETTERS:
            raise ValueError(f"{path} is not a GGUF file: it does not begin with GGUF")
        try:
            return _read_header(file)
        except EOFError as error:
            raise ValueError(f"{path} ends before its header does: get the file again, whole") from error


def _read_header(file: BinaryIO) -> Header:
    version = _read_number(file, "<I")
    if version not in VERSIONS:
        raise ValueError(f"GGUF of version {version} cannot be read, only of {VERSIONS}")
    tensors, entries = _read_number(file, "<Q"), _read_number(file, "<Q")
    about = {_read_text(file): _read_value(file, _read_number(file, "<I")) for _ in range(entries)}
    return Header(version, about, dict(_read_tensor(file) for _ in range(tensors)))


def _read_tensor(file: BinaryIO) -> tuple[str, Tensor]:
    name, dimensions = _read_text(file), _read_number(file, "<I")
    shape = [_read_number(file, "<Q") for _ in range(dimensions)]
    return name, Tensor(shape, _read_number(file, "<I"), _read_number(file, "<Q"))


def _read_value(file: BinaryIO, kind: int) -> Any:
    if kind == TEXT:
        return _read_text(file)
    if kind == LIST:
        inner, length = _read_number(file, "<I"), _read_number(file, "<Q")
        return [_read_value(file, inner) for _ in range(length)]
    if kind not in NUMBERS:
        raise ValueError(f"there is no kind {kind} of values in GGUF")
    return _read_number(file, NUMBERS[kind])


def _read_text(file: BinaryIO) -> str:
    return _read(file, _read_number(file, "<Q")).decode(errors="replace")  # a word of a vocabulary may be half a letter


def _read_number(file: BinaryIO, form: str) -> Any:
    return struct.unpack(form, _read(file, struct.calcsize(form)))[0]


def _read(file: BinaryIO, length: int) -> bytes:
    found = file.read(length)
    if len(found) < length:
        raise EOFError
    return found


def write_gguf(path: str | PathLike[str], about: dict[str, str | int], tensors: dict[str, list[list[float]]]) -> None:
    """Write a model file. `about` are its entries, texts or whole numbers; `tensors` are rows of equal length, by name.

    Raises ValueError, and says which, for an entry or a tensor that is something else.
    """
    header = LETTERS + struct.pack("<IQQ", 3, len(tensors), len(about))
    header += b"".join(_packed_text(name) + _packed_value(name, value) for name, value in about.items())
    numbers = b""
    for name, rows in tensors.items():
        width = _width(name, rows)
        header += _packed_text(name) + struct.pack("<IQQIQ", 2, width, len(rows), FLOAT, len(numbers))
        numbers += _filled(b"".join(struct.pack(f"<{width}f", *row) for row in rows))
    Path(path).write_bytes(_filled(header) + numbers)


def _width(name: str, rows: list[list[float]]) -> int:
    """Return how many numbers are in each row of a tensor."""
    widths = {len(row) if isinstance(row, list) else 0 for row in rows}
    if len(widths) != 1 or 0 in widths:
        raise ValueError(f"the tensor {name!r} must be a list of rows, each a list with as many numbers as the others")
    return widths.pop()


def _packed_text(text: str) -> bytes:
    return struct.pack("<Q", len(text.encode())) + text.encode()


def _packed_value(name: str, value: str | int) -> bytes:
    if isinstance(value, str):
        return struct.pack("<I", TEXT) + _packed_text(value)
    if isinstance(value, int) and 0 <= value < 2**32:
        return struct.pack("<II", WHOLE, value)
    raise ValueError(f"the entry {name!r} must be a text, or a whole number from 0 to {2**32 - 1}, and it is {value!r}")


def _filled(part: bytes) -> bytes:
    return part + bytes(-len(part) % ALIGNED)
