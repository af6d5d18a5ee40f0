"""Load the answers files: what was read of them is kept (see `kept`) until one of them changes."""

import os
import time
from functools import lru_cache
from pathlib import Path

from ..kept import kept
from .answers import Answers, AnswersError

__all__ = ["DATA", "AnswersError", "load"]

DATA = Path(__file__).parent.parent / "data" / "answers"
LOOK_AGAIN = 0.1  # seconds; looking at fifty files would take a tenth of an answer's time
MAKERS = [
    Path(__file__).with_name(f"{name}.py") for name in ("answer_reader", "answers", "abouts", "language", "meaning", "questions")
]


def load(path: Path = DATA) -> Answers:
    """Return what the answers files say: all of a folder in the order of their names, or one file.

    They are read again only if one has changed since, which is looked at every tenth of a second. Raises
    AnswersError, naming file and line, for anything in them that cannot be used.
    """
    return _load(path, time.monotonic() // LOOK_AGAIN)


@lru_cache(maxsize=4)
def _load(path: Path, looked: float) -> Answers:
    return _read(files := _files(path, os.stat(path).st_mtime_ns), tuple(os.stat(file).st_mtime_ns for file in files))


@lru_cache(maxsize=4)
def _files(path: Path, changed: int) -> tuple[str, ...]:
    """Return the answers files of a folder as it was last `changed` (nanoseconds); of a file, just that one."""
    return tuple(map(str, sorted(path.glob("*.yaml")))) if path.is_dir() else (str(path),)


@lru_cache(maxsize=4)
def _read(files: tuple[str, ...], changed: tuple[int, ...]) -> Answers:
    """Read the files as they were last `changed` (nanoseconds); what is returned is shared, so it must stay as it is."""
    paths = [*map(Path, files)]
    name = "answers" if len(paths) > 1 else paths[0].name
    return kept(name, [*paths, DATA.parent / "wording.yaml", *MAKERS], lambda: _made(paths))


def _made(files: list[Path]) -> Answers:
    from . import answer_reader  # needed for files that have changed only

    return answer_reader.read(files)
