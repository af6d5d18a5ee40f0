"""What is wrong with the shape of a value. No part of a key is ever repeated."""

import re

from ..errors import hide_keys

_YES, _NO = ("1", "true", "yes", "on"), ("", "0", "false", "no", "off")

# What a key looks like that is none, in the order in which it is said.
_KEY_PROBLEMS = {
    r"your[ _-]|[ _-]here|placeholder|example|<|>|\.\.\.|x{5}": "is still a placeholder",
    r"^(\$|%\w+%$)": "is the name of another variable, and only the form ${NAME} in .env is filled in",
    r"^\W*(export\s|set\s)?\w*KEY\W*[=:]|^=": "has its own name, or an =, in front of it",
    r"\s": "has a space or a line break in it",
    "[\"'`‘’“”]": "has quotation marks in it",
    "[‐-―−]": "has a long dash in it where the key has a plain hyphen",
    r"[^\x00-\x7f]": "has a character in it that no key has",
    r"[\x00-\x1f\x7f]|^#|^sk-.*[^\w.-]": "has a sign in it that no key has",
}


def key_problem(key: str) -> str | None:
    """Return what is wrong with the shape of an API key, or None. No part of the key is repeated.

    Raises TypeError for what is not a text, such as the None that os.environ.get returns where there is no key.
    """
    if not isinstance(key, str):
        raise TypeError(f"A key is a text, and not {type(key).__name__}. Is it set at all?")
    if not key.strip():
        return "is empty"
    return next((said for wrong, said in _KEY_PROBLEMS.items() if re.search(wrong, key, re.IGNORECASE)), None)


def id_problem(value: str) -> str | None:
    """Return what is wrong with the shape of the id of an organization or a project, or None."""
    return None if re.fullmatch(r"[\w.-]+", value, re.ASCII) else "has a character in it that no id has"


def address_problem(url: str) -> str | None:
    """Return what is wrong with the shape of a server's address, or None."""
    if not re.match(r"https?://", url.strip(), re.IGNORECASE):
        return "must begin with https:// or http://"
    if not re.fullmatch(r"https?://(\S*@)?(\[[\da-f:.%]+\]|[^\s\[\]:/?#]+)(:\d{1,5})?([/?#]\S*)?", url.strip(), re.IGNORECASE):
        return "is not an address such as http://localhost:11434/v1"
    return None


def switch_problem(value: str) -> str | None:
    """Return what is wrong with the value of a switch, or None."""
    return None if value.strip().lower() in _YES + _NO else "is neither 1 nor 0, and counts as 0"


def is_on(value: str | None) -> bool:
    """Return whether a setting says yes."""
    return (value or "").strip().lower() in _YES


def show_address(url: str) -> str:
    """Return the address of a server without what may be secret in it: a password, a query, a key in the wrong place."""
    address = re.fullmatch(r"(https?://)(?:.*@)?([^?#]*).*", url.strip(), re.DOTALL)
    return hide_keys(address[1] + address[2]) if address else "an address that does not begin with https:// or http://"
