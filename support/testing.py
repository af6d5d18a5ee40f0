"""pytest from within a notebook: the same run as `python -m pytest FOLDER` in a terminal, in the kernel itself.

    run_tests("shop")
    run_tests("shop/test_desk.py", "--tb=no")

What is printed is what pytest prints, but for what differs from run to run and from system to system: times, and backslashes in paths.
"""

import importlib
import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from unittest import mock

import pytest

USUAL = (
    "-q",
    "--tb=short",
    "--color=no",
    "--disable-plugin-autoload",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:faulthandler",
    "-p",
    "no:unraisableexception",
)
ENVIRONMENT = {"COLUMNS": "96", "PYTEST_ADDOPTS": ""}  # as wide on every screen, and no options from elsewhere
LOUDER = ("CI", "BUILD_NUMBER")  # where one is set, pytest shortens nothing
TOOK = re.compile(r" in \d+\.\d+s( \(\d+:\d\d:\d\d\))?(?= *=*$)", re.MULTILINE)


def run_tests(path: str | os.PathLike[str], *options: str) -> None:
    """Run the tests of a folder or a file, and print what pytest says. `options` are those of pytest's command line.

    Files are read anew in each run, so that what you change is what is tested. Raises FileNotFoundError if there is no such path.
    """
    if not Path(str(path).partition("::")[0]).exists():
        raise FileNotFoundError(f"There is no {path}.")
    said, folder = io.StringIO(), Path(path) if Path(path).is_dir() else Path(path).parent
    with _read_anew(folder), mock.patch.dict(os.environ, ENVIRONMENT), redirect_stdout(said):
        for name in LOUDER:
            os.environ.pop(name, None)
        pytest.main([*USUAL, *options, str(path)])
    print(TOOK.sub("", said.getvalue()).replace(f"{folder}{os.sep}", f"{folder.as_posix()}/").strip())


@contextmanager
def _read_anew(folder: Path) -> Iterator[None]:
    """Import what lies in the folder from its files, whatever of that name was imported before; leave all else as it was."""
    places, writes = sys.path[:], sys.dont_write_bytecode
    sys.dont_write_bytecode = True  # a stored one counts as current for a second
    names = {file.stem for file in folder.glob("*.py")}
    others = {name: sys.modules.pop(name) for name in names & sys.modules.keys()}
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.path[:], sys.dont_write_bytecode = places, writes
        _forget(folder)
        sys.modules.update({name: module for name, module in others.items() if not _lies_in(folder, module)})


def _forget(folder: Path) -> None:
    for name, module in list(sys.modules.items()):
        if _lies_in(folder, module):
            del sys.modules[name]


def _lies_in(folder: Path, module: object) -> bool:
    places = (f"{folder.absolute()}{os.sep}", f"{folder.resolve()}{os.sep}")
    return (getattr(module, "__file__", None) or "").startswith(places)
