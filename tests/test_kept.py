"""What was made of files is kept beside them: used while it fits, made again when it does not."""

import os
import subprocess
import sys

import pytest

from offline import kept, tables
from offline.model import answer_file


@pytest.fixture(autouse=True)
def looked_at_each_time(monkeypatch):
    monkeypatch.setattr(answer_file, "LOOK_AGAIN", 1e-9)


COUNTED = """
import sys, time
from pathlib import Path
from offline import kept
path = Path(sys.argv[1])
def make():
    time.sleep(0.2)
    return {"text": path.read_text(encoding="utf-8"), "much": ["x" * 1000] * 1000}
for _ in range(50):
    assert kept.kept("it", [path], make)["text"] == "one"
    for old in path.parent.rglob("*.kept"):
        old.unlink(missing_ok=True) if sys.argv[2] == "removes" else None
    if sys.argv[2] == "removes":
        break
"""
ANSWERS = "answers:\n  - prompt: hello\n    say: Hello!\nunknown: No idea.\n"


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "some.txt"
    path.write_text("one", encoding="utf-8")
    return path


@pytest.fixture
def read(path):
    """Return what reads the file through `kept`, and counts in `read.made` how often it was made."""

    def read():
        return kept.kept("some", [path], make)

    def make():
        read.made += 1
        return {"text": path.read_text(encoding="utf-8"), None: 1, 5: {"a", "b"}}

    read.made = 0
    return read


def place(path):
    [place] = path.parent.rglob("*.kept")
    return place


def test_it_is_made_once_and_kept_beside_the_file(path, read):
    assert read() == read() == {"text": "one", None: 1, 5: {"a", "b"}}
    assert read.made == 1
    assert place(path).parent == path.parent / "__pycache__"
    assert [file.name for file in place(path).parent.iterdir()] == [place(path).name], "no draft is left"


def test_what_is_stale_is_made_again_even_with_the_same_size_and_time(path, read):
    read()
    before = path.stat()
    path.write_text("two", encoding="utf-8")

    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert read()["text"] == "two"
    assert read()["text"] == "two"
    assert read.made == 2


@pytest.mark.parametrize("length", [0, 1, kept.DIGEST, kept.DIGEST + 1, -1], ids=["empty", "one", "digest", "digest+1", "cut"])
def test_what_is_cut_is_made_again(path, read, length):
    read()
    place(path).write_bytes(place(path).read_bytes()[:length])
    assert read()["text"] == "one"
    assert read.made == 2


@pytest.mark.parametrize("at", [0, kept.DIGEST, kept.DIGEST + 5, -1])
def test_what_is_broken_is_made_again_and_mended(path, read, at):
    read()
    content = bytearray(place(path).read_bytes())
    content[at] ^= 0xFF
    place(path).write_bytes(content)
    assert read()["text"] == read()["text"] == "one"
    assert read.made == 2


def test_where_the_folder_cannot_be_written_it_is_made_each_time(path, read):
    (path.parent / "__pycache__").write_text("not a folder", encoding="utf-8")  # as root may write everywhere else
    assert read()["text"] == read()["text"] == "one"
    assert read.made == 2


def test_a_folder_that_is_read_only_is_left_as_it_is(path, read, monkeypatch):
    def denied(*given, **named):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(kept.Path, "mkdir", denied)
    assert read()["text"] == read()["text"] == "one"
    assert read.made == 2
    assert list(path.parent.iterdir()) == [path]


def test_a_disk_that_is_full_leaves_no_draft(path, read, monkeypatch):
    def full(*given):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(kept.os, "replace", full)
    assert read()["text"] == "one"
    assert list((path.parent / "__pycache__").iterdir()) == []


def test_a_mistake_in_making_is_not_swallowed_and_nothing_is_kept(path):
    with pytest.raises(OSError, match="mine"):
        kept.kept("some", [path], lambda: (_ for _ in ()).throw(OSError("mine")))
    assert not list(path.parent.rglob("*.kept"))


def test_two_processes_at_once_both_get_it(path):
    command = [sys.executable, "-c", COUNTED, str(path)]
    both = [subprocess.Popen([*command, how], stderr=subprocess.PIPE, text=True) for how in ("reads", "reads", "removes")]
    assert [(one.communicate(timeout=60)[1], one.returncode) for one in both] == [("", 0)] * 3


@pytest.mark.parametrize("name", ["units.yaml", "everyday/units.yaml"])
def test_a_table_and_the_answers_are_kept(tmp_path, monkeypatch, name):
    monkeypatch.setattr(tables, "DATA", tmp_path)
    (tmp_path / "everyday").mkdir()
    (tmp_path / name).write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "mine.yaml").write_text(ANSWERS, encoding="utf-8")
    assert tables.read_table(name) == {"a": 1}
    assert answer_file.load(tmp_path / "mine.yaml").unknown == "No idea."
    monkeypatch.setattr(tables, "_parsed", None)
    monkeypatch.setattr(answer_file, "_made", None)
    answer_file._read.cache_clear()
    assert tables.read_table(name) == {"a": 1}
    assert answer_file.load(tmp_path / "mine.yaml").unknown == "No idea."


def test_kept_answers_answer_as_the_files_do(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(ANSWERS, encoding="utf-8")
    made = answer_file.load(path)
    answer_file._read.cache_clear()
    loaded = answer_file.load(path)
    assert loaded is not made
    assert loaded.find([{"role": "user", "content": "hello"}]) == made.find([{"role": "user", "content": "hello"}])


def test_a_mistake_in_yaml_is_told_with_its_line_each_time(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(ANSWERS, encoding="utf-8")
    answer_file.load(path)
    path.write_text(ANSWERS.replace("say: Hello!", "say: 5"), encoding="utf-8")
    for _ in range(2):
        with pytest.raises(answer_file.AnswersError, match=r"mine\.yaml, line 2: a way to answer must be text"):
            answer_file.load(path)
