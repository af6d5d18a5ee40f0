"""pytest from within a notebook: the same run as `python -m pytest FOLDER` in a terminal, in the kernel itself.

    run_tests("shop")
    run_tests("shop/test_desk.py", "--tb=no")

What is printed is what pytest prints, but for the times, which differ from run to run.
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

USUAL = ("-q", "--tb=short", "--color=no", "--disable-plugin-autoload", "-p", "no:cacheprovider", "-p", "no:faulthandler")
ENVIRONMENT = {"COLUMNS": "80", "PYTEST_ADDOPTS": ""}  # as wide on every screen, and no options from elsewhere
TOOK = re.compile(r" in \d+\.\d+s( \(\d+:\d\d:\d\d\))?(?= *=*$)", re.MULTILINE)


def run_tests(path: str | os.PathLike[str], *options: str) -> None:
    """Run the tests of a folder or a file, and print what pytest says. `options` are those of pytest's command line.

    Files are read anew in each run, so that what you change is what is tested.
    """
    said = io.StringIO()
    with _read_anew(Path(path)), mock.patch.dict(os.environ, ENVIRONMENT), redirect_stdout(said):
        pytest.main([*USUAL, *options, str(path)])
    print(TOOK.sub("", said.getvalue()).strip())


@contextmanager
def _read_anew(path: Path) -> Iterator[None]:
    """Import what lies beside the tests from its files, whatever was imported before; leave the way of importing as it was."""
    folder = (path if path.is_dir() else path.parent).resolve()
    places, writes = sys.path[:], sys.dont_write_bytecode
    sys.dont_write_bytecode = True  # a stored one counts as current for a second
    _forget(folder)
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.path[:], sys.dont_write_bytecode = places, writes
        _forget(folder)


def _forget(folder: Path) -> None:
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if file and Path(file).resolve().is_relative_to(folder):
            del sys.modules[name]
