"""Where the settings come from, and what is wrong with a key or an address. No part of a key is ever repeated."""

import io
import os
import re
from pathlib import Path

from dotenv import dotenv_values, find_dotenv

from .errors import hide_keys


class Settings(dict):
    """Settings by their names; shown, they are only the names, because a value may be a key."""

    def __repr__(self) -> str:
        return f"<settings: {', '.join(self)}>"


def read_settings() -> Settings:
    """Return the settings from the `.env` file in this folder or one above, overridden by the environment.

    With TUTORIAL_OFFLINE=1 in the environment, the file is not even opened.
    """
    if is_on(os.environ.get("TUTORIAL_OFFLINE")):
        return Settings(os.environ)
    set_here = {name: value for name, value in os.environ.items() if value}
    return Settings(read_env_file(find_dotenv(usecwd=True)) | set_here)


def read_env_file(path: str) -> Settings:
    """Return what a `.env` file says, in whatever encoding Windows wrote it; nothing for an empty path."""
    if not path:
        return Settings()
    raw = Path(path).read_bytes()
    # Windows PowerShell writes UTF-16, Notepad may begin a UTF-8 file with a mark.
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    values = dotenv_values(stream=io.StringIO(raw.decode(encoding, errors="replace")), interpolate=False)
    return Settings({name: value or "" for name, value in values.items()})


def is_on(value: str | None) -> bool:
    """Return whether a setting says yes."""
    return (value or "").strip().lower() in ("1", "true", "yes", "on")


def key_problem(key: str) -> str | None:
    """Return what is wrong with the shape of an API key, or None. No part of the key is repeated."""
    if not key.strip():
        return "is empty"
    if re.search(r"your[ _-]|[ _-]here|placeholder|example|<|>|\.\.\.|x{5}", key, re.IGNORECASE):
        return "is still a placeholder"
    if re.search(r"\s", key):
        return "has a space or a line break in it"
    if re.search("[\"'`‘’“”]", key):
        return "has quotation marks in it"
    if re.search("[‐-―−]", key):
        return "has a long dash in it where the key has a plain hyphen"
    if not key.isascii():
        return "has a character in it that no key has"
    return None


def show_address(url: str) -> str:
    """Return the address of a server without what may be secret in it: a password, a query, a key in the wrong place."""
    address = re.fullmatch(r"(https?://)(?:.*@)?([^?#]*).*", url.strip(), re.DOTALL)
    return hide_keys(address[1] + address[2]) if address else "an address that does not begin with https:// or http://"
