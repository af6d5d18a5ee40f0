"""Keep what was made of files beside them, in `__pycache__`, as Python keeps what it made of a module.

    kept("units.yaml", [path], lambda: parsed(path))     # parses `path` once, not once in each process

What is kept begins with a digest of the files' content and of itself. Where that does not fit (a file has
changed, or what is kept is broken), it is made again. Each version of Python keeps its own.
"""

import contextlib
import gc
import hashlib
import os
import pickle
import secrets
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

Made = TypeVar("Made")
DIGEST = 32  # bytes
FOLDER = "__pycache__"


def kept(name: str, files: list[Path], make: Callable[[], Made]) -> Made:
    """Return what `make` makes of the files, or what was kept of it under a name, beside the first of them.

    The files are all that it depends on: where objects of our own are kept, the modules that make them are
    among the files. Nothing is kept where the folder cannot be written.
    """
    digests = b"".join(hashlib.sha256(file.read_bytes()).digest() for file in files)
    place = files[0].parent / FOLDER / f"{name}.{sys.implementation.cache_tag}.kept"
    with contextlib.suppress(OSError):
        written = place.read_bytes()
        if written[:DIGEST] == hashlib.sha256(digests + written[DIGEST:]).digest():
            with _nothing_collected():
                known: Made = pickle.loads(written[DIGEST:])
                return known
    made = make()
    content = pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL)
    with contextlib.suppress(OSError):
        _write(place, hashlib.sha256(digests + content).digest() + content)
    return made


@contextlib.contextmanager
def _nothing_collected() -> Iterator[None]:
    """Look for no garbage meanwhile: so many objects come at once, and all are kept."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _write(place: Path, content: bytes) -> None:
    """Write a file at once: who reads it meanwhile has the old one or the new one, never a part."""
    place.parent.mkdir(exist_ok=True)
    draft = place.with_name(f"{place.name}.{secrets.token_hex(4)}")
    try:
        draft.write_bytes(content)
        os.replace(draft, place)
    finally:
        draft.unlink(missing_ok=True)
