"""What is installed: Python, the kernel, and the packages."""

import os
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from .setup import Line

COURSE = Path(__file__).parents[1]


def check_python(running: tuple[int, ...] = sys.version_info[:3]) -> Iterator[Line]:
    """Yield a line about the version of Python."""
    advice = "" if running >= (3, 11) else "Install Python 3.11 or newer from python.org, and set up the course again."
    yield "Python", ".".join(map(str, running)), advice


def check_kernel() -> Iterator[Line]:
    """Yield a line about where this Python is installed."""
    if sys.platform == "emscripten":
        yield "kernel", "in this browser; nothing is installed on this computer", ""
        return
    in_environment = sys.prefix != sys.base_prefix or "google.colab" in sys.modules or "CONDA_PREFIX" in os.environ
    advice = "Choose the kernel in the folder .venv of this course (menu Kernel, Change Kernel)." if not in_environment else ""
    yield "kernel", "in an environment of its own" if in_environment else "the Python of the whole system", advice


def check_packages() -> Iterator[Line]:
    """Yield one line about the packages in requirements.txt, or one for each that is wrong."""
    from packaging.requirements import Requirement  # here: it may be missing

    wrong = 0
    lines = (COURSE / "requirements.txt").read_text(encoding="utf-8").splitlines()
    listed = [Requirement(line) for line in lines if line and line[0].isalpha()]
    for wanted in [each for each in listed if each.marker is None or each.marker.evaluate()]:
        try:
            found = version(wanted.name)
        except PackageNotFoundError:
            found = None
        if found is None or not wanted.specifier.contains(found, prereleases=True):
            wrong += 1
            advice = f'Run this in a cell, and restart the kernel: %pip install "{wanted}"'
            yield wanted.name, found or "is not installed", advice
    if not wrong:
        yield "packages", f"all installed (openai {version('openai')})", ""


CHECKS = {"Python": check_python, "kernel": check_kernel, "packages": check_packages}
