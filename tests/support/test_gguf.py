"""Model files: every kind of value is read, what is written is read again, and what is no such file is said."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.gguf import Header, Tensor, read_gguf, write_gguf

BEGIN = b"GGUF" + struct.pack("<I", 3)
VALUES = {
    "small": (0, "<B", 255),
    "small, with a sign": (1, "<b", -1),
    "short": (2, "<H", 65_535),
    "short, with a sign": (3, "<h", -2),
    "whole": (4, "<I", 7),
    "whole, with a sign": (5, "<i", -7),
    "a fraction": (6, "<f", 0.5),
    "true": (7, "<?", True),
    "long": (10, "<Q", 2**40),
    "long, with a sign": (11, "<q", -(2**40)),
    "a long fraction": (12, "<d", 0.1),
}


def text(said: str) -> bytes:
    return struct.pack("<Q", len(said.encode())) + said.encode()


@pytest.fixture
def about(tmp_path):
    """Return a function that reads an entry: its kind, and the bytes of its value."""

    def read(kind: int, value: bytes):
        path = tmp_path / "a.gguf"
        path.write_bytes(BEGIN + struct.pack("<QQ", 0, 1) + text("it") + struct.pack("<I", kind) + value)
        return read_gguf(path).about["it"]

    return read


@pytest.mark.parametrize(("kind", "form", "value"), VALUES.values(), ids=VALUES)
def test_a_number_of_every_kind_is_read_alone_and_in_a_list(about, kind, form, value):
    packed = struct.pack(form, value)
    assert about(kind, packed) == value
    assert about(9, struct.pack("<IQ", kind, 3) + packed * 3) == [value] * 3


def test_texts_and_lists_are_read(about):
    assert about(8, text("Grüße")) == "Grüße"
    assert about(9, struct.pack("<IQ", 8, 2) + text("a") + text("")) == ["a", ""]
    assert about(9, struct.pack("<IQIQI", 9, 1, 4, 1, 7)) == [[7]]
    assert about(8, struct.pack("<Q", 2) + "é".encode()[:1] + b"!") == "\N{REPLACEMENT CHARACTER}!"


@given(
    entries=st.dictionaries(st.text(), st.text() | st.integers(0, 2**32 - 1), max_size=4),
    shapes=st.dictionaries(st.text(), st.tuples(st.integers(1, 9), st.integers(1, 9)), max_size=3),
)
def test_what_is_written_is_read_again(tmp_path_factory, entries, shapes):
    path = tmp_path_factory.mktemp("model") / "a.gguf"
    tensors = {name: [[float(row)] * width for row in range(rows)] for name, (width, rows) in shapes.items()}
    write_gguf(path, entries, tensors)
    header = read_gguf(path)
    assert (header.version, header.about) == (3, entries)
    assert {name: tensor.shape for name, tensor in header.tensors.items()} == {name: [*shape] for name, shape in shapes.items()}
    written = path.read_bytes()
    numbers = written[len(written) - sum(-(-width * rows * 4 // 32) * 32 for width, rows in shapes.values()) :]
    for name, tensor in header.tensors.items():
        flat = [number for row in tensors[name] for number in row]
        assert tensor.offset % 32 == 0
        assert [*struct.unpack_from(f"<{len(flat)}f", numbers, tensor.offset)] == flat


def test_the_numbers_are_described_and_not_read(tmp_path):
    path = tmp_path / "a.gguf"
    write_gguf(path, {"general.architecture": "parrot"}, {"beak.weight": [[0.5] * 32] * 4, "tail.weight": [[1.0]]})
    path.write_bytes(path.read_bytes()[:-544])
    beak, tail = Tensor([32, 4], 0, 0), Tensor([1, 1], 0, 512)
    assert read_gguf(path) == Header(3, {"general.architecture": "parrot"}, {"beak.weight": beak, "tail.weight": tail})


REFUSED = {
    "another file": (b"PK\x03\x04 and so on", "not a GGUF file"),
    "an empty file": (b"", "not a GGUF file"),
    "the first version": (b"GGUF" + struct.pack("<III", 1, 0, 0), "version 1 cannot be read"),
    "big-endian": (b"GGUF" + struct.pack(">IQQ", 3, 0, 0), "version 50331648 cannot be read"),
    "half a header": (BEGIN + struct.pack("<QQ", 0, 1), "ends before its header does"),
    "half a text": (BEGIN + struct.pack("<QQ", 0, 1) + text("it") + struct.pack("<I", 8) + text("whole")[:-1], "ends before"),
    "an unknown kind": (BEGIN + struct.pack("<QQ", 0, 1) + text("it") + struct.pack("<I", 13), "no kind 13"),
}


@pytest.mark.parametrize(("content", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_said(tmp_path, content, said):
    path = tmp_path / "a.gguf"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=said):
        read_gguf(path)


NOT_WRITTEN = {
    "a fraction as an entry": ({"scale": 0.5}, {}, "the entry 'scale' must be .* and it is 0.5"),
    "a number below zero": ({"layers": -1}, {}, "'layers' must be .* whole number from 0"),
    "numbers without rows": ({}, {"beak": [1.0, 2.0]}, "the tensor 'beak' must be a list of rows"),
    "rows of two lengths": ({}, {"beak": [[1.0, 2.0], [3.0]]}, "as many numbers as the others"),
    "no rows": ({}, {"beak": []}, "must be a list of rows"),
    "empty rows": ({}, {"beak": [[]]}, "must be a list of rows"),
}


@pytest.mark.parametrize(("about", "tensors", "said"), NOT_WRITTEN.values(), ids=NOT_WRITTEN)
def test_what_cannot_be_written_is_said_and_no_file_is_made(tmp_path, about, tensors, said):
    with pytest.raises(ValueError, match=said):
        write_gguf(tmp_path / "a.gguf", about, tensors)
    assert not list(tmp_path.iterdir())


def test_a_path_may_be_a_text(tmp_path):
    write_gguf(str(tmp_path / "a.gguf"), {"general.name": "a"}, {})
    assert read_gguf(str(tmp_path / "a.gguf")).about == {"general.name": "a"}
