"""Files of the reader's that hide a module: Python looks into the notebook's folder first.

Nothing is imported here that such a file could hide before it is found.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from .setup import Line

COURSE = Path(__file__).parents[1]
OF_THE_COURSE = frozenset({"app", "checks", "offline", "support", "utils", "widgets"})
NOBODY_MISSES = frozenset({"test", "tests", "docs", "examples", "this"})  # names of modules, but of no use to the course


def check_own_files() -> Iterator[Line]:
    """Yield a line for every file or folder that hides a module of the course, of Python or of a package."""
    own = {path.stem: path for path in _importable() if not (path.stem in OF_THE_COURSE and path.parent == COURSE.resolve())}
    hidden = {name: "the course" for name in own if name in OF_THE_COURSE}
    hidden |= {name: "Python" for name in own if name in sys.stdlib_module_names - NOBODY_MISSES}
    if own and not hidden:
        from importlib.metadata import packages_distributions  # here: it uses much of what could have been hidden

        packages = packages_distributions().keys() - NOBODY_MISSES
        hidden = {name: "a package" for name in own if name in packages}
    for name, owner in hidden.items():
        advice = f"Give {own[name].name} another name, and restart the kernel."
        yield "own file", f"{own[name]} hides the module {name} of {owner}", advice


def _importable() -> list[Path]:
    """Return what can be imported from the folders of the reader's in which Python looks."""
    searched = {Path(folder).resolve() for folder in sys.path}
    folders = {Path.cwd().resolve(), Path(sys.path[0]).resolve()} & searched
    return sorted(
        path for folder in folders for path in (*folder.glob("*.py"), *(init.parent for init in folder.glob("*/__init__.py")))
    )


CHECKS = {"own file": check_own_files}
