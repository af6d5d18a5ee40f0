"""One `.env` file: its bytes, its values, and the lines of it that set nothing though somebody meant them to.

python-dotenv reads the values. What it cannot read it drops, so each line that it drops is looked at
here once more, and gets a sentence with its number. No part of a value is ever repeated.
"""

import io
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dotenv import dotenv_values
from dotenv.parser import Binding, parse_stream

from . import names
from .shapes import key_problem


class Hidden(dict[str, str]):
    """Values by their names; shown, they are only the names, because a value may be a key."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__.lower()}: {', '.join(self)}>"


@dataclass(frozen=True)
class Problem:
    """What is wrong in a file, in words. `setting` is the one that is not read for it; None if it may be any."""

    setting: str | None
    said: str
    advice: str


@dataclass(frozen=True)
class EnvFile:
    """A `.env` file: `values` by name, and what is wrong with its lines."""

    path: str
    values: Hidden = field(default_factory=Hidden)
    problems: tuple[Problem, ...] = ()


def read_env_file(path: str) -> EnvFile:
    """Return what a `.env` file says, in whatever encoding Windows wrote it; nothing for an empty path."""
    if not path:
        return EnvFile("")
    try:
        text = decode(Path(path).read_bytes())
    except OSError as error:
        advice = "Let yourself read this file (its permissions), or make it anew."
        return EnvFile(path, problems=(Problem(None, f"{path} cannot be opened ({error.strerror})", advice),))
    bindings = list(parse_stream(io.StringIO(text)))
    # Without the lines that python-dotenv cannot read: it would write a warning of its own for each.
    readable = "".join(binding.original.string for binding in bindings if not binding.error)
    values = {name: value or "" for name, value in dotenv_values(stream=io.StringIO(readable)).items()}
    return EnvFile(path, Hidden(values), tuple(_problems(path, bindings)))


def decode(raw: bytes) -> str:
    """Return the text of a file that an editor or a shell wrote, perhaps on Windows.

    Windows PowerShell writes UTF-16 with a mark, and without one where it appends to a file; Notepad may
    begin a UTF-8 file with a mark. So a file can be half in one and half in the other.
    """
    marked = raw[:2] in (b"\xff\xfe", b"\xfe\xff")
    if marked and not re.search(rb"OPENAI_|TUTORIAL_", raw):  # so plain, they would have been appended by something else
        return raw.decode("utf-16", errors="replace").replace("\0", "")
    raw = raw[2:] if marked else raw.removeprefix(b"\xef\xbb\xbf")
    if b"\0" in raw:
        raw = re.sub(rb"([\x80-\xff])\0", lambda pair: pair[1].decode("latin-1").encode(), raw).replace(b"\0", b"")
    return raw.decode("utf-8", errors="replace").replace("\ufeff", "")


def _problems(path: str, bindings: list[Binding]) -> Iterator[Problem]:
    set_in: dict[str, int] = {}  # the line in which each name stands
    for binding in bindings:
        text, name = binding.original.string, binding.key
        line = binding.original.line + len(re.findall(r"\r\n|\n|\r", text[: len(text) - len(text.lstrip())]))
        place = f"Line {line} of {path}"
        if name in names.KNOWN:
            yield from _in_a_known_line(place, name, binding.value or "", set_in)
        elif problem := _not_read(place, text.strip(), binding):
            yield problem
        if name:
            set_in[name] = line


def _in_a_known_line(place: str, name: str, value: str, above: dict[str, int]) -> Iterator[Problem]:
    for missing in _not_filled_in(value, above):
        said = f"{place} uses ${{{missing}}}, which is not set above it"
        yield Problem(name, said, f"Set {missing} in a line above, or write the value.")
    if name in above:
        said = f"{place} sets {name} again, after line {above[name]}, and the last one counts"
        yield Problem(None, said, "Keep only one of them.")


def _not_filled_in(value: str, above: dict[str, int]) -> list[str]:
    names_used = re.findall(r"\$\{([^}:]*)\}", value)
    return [name for name in names_used if name not in above and name not in os.environ]


# What people write that sets nothing, looked up in this order.
_NOT_READ = {
    r"#+\s*(export\s+)?OPENAI_API_KEY\s*=\s*(?P<key>\S+).*": "is a comment: it begins with #",
    r"((set|setx|let|const|var|env|declare)\s|\$|os\.).*": "is a command for a terminal or a program",
    r"[\[{].*|[\"'][^\"'=]+[\"']\s*:.*": "is written as in JSON",
    r"[\"'‘’“”].*": "has quotation marks around all of it",
    r"(?P<key>sk-\S{8,})": "has a key, and no name in front of it",
    r"[^=\s]+\s*[:：].*": "has a colon where the = belongs",
    r"[^=]+＝.*": "has a wide ＝ where a plain one belongs",
    r"[^=]*[\u00ad\u200b-\u200f\u2060][^=]*=.*": "has a character in the name that does not show",
    r"[^=\s]+\s*=\s*[\"'].*": "has a quotation mark too few, or one too many",
    r"[^=]+": "has no = after the name",
}


def _not_read(place: str, text: str, binding: Binding) -> Problem | None:
    """Return what is wrong with a line that sets nothing, or sets what nobody reads; None if it is not meant for us."""
    name, value = binding.key, binding.value or ""
    if not binding.error and name and "=" in text and re.fullmatch(r"[\w.-]+", name):
        setting = names.KEY if re.match(r"sk-(proj|svcacct)-", value) else names.meant(name)
        right = setting and value  # else it is another program's, or empty
        return Problem(setting, f"{place} has {name}, which is not read", f"The name is {setting}.") if right else None
    said, key = _kind(text)
    if text.startswith("#") and (key is None or key_problem(key)):
        return None
    setting = names.KEY if key else names.mentioned(text)
    if not setting and not binding.error:
        return None
    return Problem(setting, f"{place} {said}", f"Write it as {setting or 'NAME'}=value, with nothing around it.")


def _kind(text: str) -> tuple[str, str | None]:
    """Return what is wrong with a line, and the key in it where it must be one."""
    for pattern, said in _NOT_READ.items():
        if match := re.fullmatch(pattern, text, re.DOTALL | re.IGNORECASE):
            return said, match.groupdict().get("key")
    return "cannot be read", None
