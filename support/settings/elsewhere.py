"""Keys and settings in files that nothing reads: `.env.example`, `.env.txt`, `env`, a `.env` that a nearer one hides.

Nothing is done with them, and no part of them is repeated: it is only said where they are.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from .env_file import Problem, decode
from .names import KEY
from .shapes import key_problem

COURSE = Path(__file__).parents[2]
_LIKE_ENV = re.compile(r"[._]?env|[._]?env[._-].*|.*[._-]env|.*[._-]?env\.(txt|rtf|md)", re.IGNORECASE)
_LARGEST = 64_000  # bytes; no file of settings is larger
_A_KEY = re.compile(
    r"OPEN_?AI_?(?:API)?_?KEY\W{0,3}[=:\s]\W{0,3}(?P<named>[\w./+~=-]{12,})|(?P<alone>\bsk-[\w-]{16,})", re.IGNORECASE
)
_A_SETTING = re.compile(r"^(OPENAI_BASE_URL|TUTORIAL_\w+)[^\S\n]*=[^\S\n]*\S", re.MULTILINE)


def unread_files(folder: Path, read: str) -> Iterator[Problem]:
    """Yield a problem for every file with a key or a setting but the one `read`: in the folder, above it, in the course."""
    near = dict.fromkeys([folder, folder.parent, COURSE, COURSE / "notebooks"])
    far = [place / ".env" for place in [*folder.parents, Path.home()]]
    seen = {os.path.realpath(read)} if read else set()
    for path in [*(path for place in near for path in _like_env(place)), *far]:
        if (real := os.path.realpath(path)) not in seen and (what := _holds(path)):
            seen.add(real)
            yield Problem(KEY, f"{path} has {what}, and is not read", _advice(path, folder, read))


def _like_env(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if _LIKE_ENV.fullmatch(path.name))
    except OSError:  # a folder that may not be listed
        return []


def _holds(path: Path) -> str | None:
    """Return what a file holds that should be read: "a key", "a setting", or None."""
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return None
        text = decode(path.read_bytes())
    except OSError:  # what may not be read holds nothing for us
        return None
    if any(not key_problem(match["named"] or match["alone"]) for match in _A_KEY.finditer(text)):
        return "a key"
    return "a setting" if _A_SETTING.search(text) else None


def _advice(path: Path, folder: Path, read: str) -> str:
    if path.name == ".env":
        return f"Move the key to {read}, which is nearer." if read else f"Copy the file to {folder}, where this notebook runs."
    if "example" in path.name.lower():
        return f"Move the key to a file named .env beside it, and put the placeholder back: git takes {path.name} along."
    if path.suffix.lower() == ".rtf":
        return f"Save it as plain text, with the name .env, in {path.parent}."
    return f"Rename {path.name} to .env (on Windows, switch on View, File name extensions first)."
