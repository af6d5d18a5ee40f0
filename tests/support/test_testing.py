"""`run_tests`: what it prints is the same in each run, and what was changed is what is tested."""

import os
import sys
from pathlib import Path

import pytest

from support.testing import run_tests


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """Return a folder for tests, which is the root of its own project, named as seen from where the tests run."""
    monkeypatch.chdir(tmp_path)
    folder = Path("shop")
    folder.mkdir()
    write(folder, "pytest.ini", "[pytest]\n")
    return folder


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def said(capsys, *arguments) -> str:
    run_tests(*arguments)
    return capsys.readouterr().out


def test_what_passes_and_what_fails_is_said_without_the_time(capsys, folder):
    write(folder, "test_one.py", "def test_a():\n    pass\n\n\ndef test_b():\n    assert [1, 2] == [1]\n")
    lines = said(capsys, folder).splitlines()
    assert lines[0].startswith(".F ") and lines[-1] == "1 failed, 1 passed"
    assert "shop/test_one.py:6: in test_b" in lines and "E   assert [1, 2] == [1]" in lines


@pytest.mark.parametrize("options", [(), ("-v",), ("-vv", "--durations=1")])
def test_there_are_no_seconds_in_the_last_line(capsys, folder, options):
    write(folder, "test_one.py", "def test_a():\n    pass\n")
    assert "1 passed" in (last := said(capsys, folder, *options).splitlines()[-1]) and " in " not in last


def test_a_file_of_the_same_size_changed_at_once_is_read_anew(capsys, folder):
    """A stored bytecode file of the same second and size would count as current."""
    write(folder, "one.py", "NUMBER = 1\n")
    write(folder, "conftest.py", "import pytest\nfrom one import NUMBER\n\n\n@pytest.fixture\ndef number():\n    return NUMBER\n")
    for wanted in (1, 2, 3):
        write(folder, "one.py", f"NUMBER = {wanted}\n")
        write(
            folder, "test_one.py", f"from one import NUMBER\n\n\ndef test_a(number):\n    assert number == NUMBER == {wanted}\n"
        )
        assert said(capsys, folder).endswith("1 passed\n")


def test_one_file_and_the_options_of_pytest(capsys, folder):
    for name in ("test_one.py", "test_two.py"):
        write(folder, name, "def test_a():\n    pass\n\n\ndef test_b():\n    pass\n")
    assert said(capsys, folder / "test_one.py", "-k", "test_b").endswith("1 passed, 1 deselected\n")
    assert said(capsys, str(folder)).endswith("4 passed\n")


def test_nothing_is_left_behind(capsys, folder, monkeypatch):
    monkeypatch.setenv("PYTEST_ADDOPTS", "-k nothing")
    write(folder, "one.py", "")
    write(folder, "test_one.py", "import one\n\n\ndef test_a():\n    pass\n")
    path, modules, writes = sys.path[:], set(sys.modules), sys.dont_write_bytecode
    assert said(capsys, folder).endswith("1 passed\n")
    assert (sys.path, sys.dont_write_bytecode, os.environ["PYTEST_ADDOPTS"]) == (path, writes, "-k nothing")
    assert not {"one", "test_one"} & (set(sys.modules) - modules)
    assert sorted(each.name for each in folder.iterdir()) == ["one.py", "pytest.ini", "test_one.py"]


def test_a_test_that_cannot_be_read_is_said(capsys, folder):
    write(folder, "test_one.py", "def test_a(:\n")
    assert "SyntaxError" in said(capsys, folder)


def test_a_file_that_is_not_there_and_one_test_of_a_file(capsys, folder):
    """Left to itself, pytest would look for a project further up, and complain of the options that stand there."""
    write(folder, "test_one.py", "def test_a():\n    pass\n\n\ndef test_b():\n    pass\n")
    with pytest.raises(FileNotFoundError, match=r"There is no .*test_two\.py"):
        run_tests(folder / "test_two.py")
    assert said(capsys, "shop/test_one.py::test_b").endswith("1 passed\n")


def test_a_module_of_the_same_name_elsewhere_is_not_taken_and_stays(capsys, folder, monkeypatch):
    other = type(sys)("one")
    monkeypatch.setitem(sys.modules, "one", other)
    write(folder, "one.py", "NUMBER = 1\n")
    write(folder, "test_one.py", "from one import NUMBER\n\n\ndef test_a():\n    assert NUMBER == 1\n")
    assert said(capsys, folder).endswith("1 passed\n")
    assert sys.modules["one"] is other


@pytest.mark.parametrize("name", ["CI", "BUILD_NUMBER"])
def test_on_a_build_server_it_prints_the_same(capsys, folder, monkeypatch, name):
    write(folder, "test_one.py", "def test_a():\n    assert [1, 2, 3] == [1, 2, 4]\n")
    usual = said(capsys, folder)
    monkeypatch.setenv(name, "true")
    assert said(capsys, folder) == usual
    assert os.environ[name] == "true"
