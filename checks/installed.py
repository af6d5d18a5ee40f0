"""What is installed: Python, the kernel, the packages, and files of the reader's that hide one of them.

Only the standard library is used here, and nothing of the course.
"""

import os
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, packages_distributions, version
from pathlib import Path

from .setup import Line

COURSE = Path(__file__).parents[1]
OWN_MODULES = frozenset({"checks", "offline", "support", "utils", "widgets"})


def check_python(running: tuple[int, ...] = sys.version_info[:3]) -> Iterator[Line]:
    """Yield a line about the version of Python."""
    advice = "" if running >= (3, 11) else "Install Python 3.11 or newer from python.org, and set up the course again."
    yield "Python", ".".join(map(str, running)), advice


def check_kernel() -> Iterator[Line]:
    """Yield a line about where this Python is installed."""
    in_environment = sys.prefix != sys.base_prefix or "google.colab" in sys.modules or "CONDA_PREFIX" in os.environ
    advice = "Choose the kernel in the folder .venv of this course (menu Kernel, Change Kernel)." if not in_environment else ""
    yield "kernel", "in an environment of its own" if in_environment else "the Python of the whole system", advice


def check_own_files(folders: list[str] | None = None) -> Iterator[Line]:
    """Yield a line for every file that hides a module, because Python looks into the notebook's folder first."""
    searched = {Path(folder).resolve() for folder in (sys.path if folders is None else folders)}
    for folder in sorted({Path.cwd().resolve(), Path(sys.path[0]).resolve()} & searched):
        ours = OWN_MODULES if folder == COURSE.resolve() else frozenset()
        for path in sorted([*folder.glob("*.py"), *folder.glob("*/__init__.py")]):
            own = path.parent if path.name == "__init__.py" else path
            if own.stem in _hidden_names() - ours:
                where = (
                    "the course" if own.stem in OWN_MODULES else "Python" if own.stem in sys.stdlib_module_names else "a package"
                )
                yield (
                    "own file",
                    f"{own} hides the {own.stem} of {where}",
                    f"Give {own.name} another name, and restart the kernel.",
                )


def _hidden_names() -> frozenset[str]:
    packages = frozenset(packages_distributions()) - {"tests", "test", "docs", "examples"}
    return OWN_MODULES | sys.stdlib_module_names | packages


def check_packages() -> Iterator[Line]:
    """Yield one line about the packages in requirements.txt, or one for each that is wrong."""
    from packaging.requirements import Requirement  # here: it may be missing

    wrong = 0
    lines = (COURSE / "requirements.txt").read_text(encoding="utf-8").splitlines()
    for wanted in [Requirement(line) for line in lines if line and line[0].isalpha()]:
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


CHECKS = {"Python": check_python, "kernel": check_kernel, "own file": check_own_files, "packages": check_packages}
