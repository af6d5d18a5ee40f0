"""The files of saved conversations: written whole or not at all, and never so that they could not be read again.

Before an older file is replaced, what is to be written goes through the same checks as what is read.
A file keeps its mode, a new one gets what the umask allows, and a link goes on pointing to the file.
"""

import json
import os
import secrets
import shutil
from pathlib import Path

import pydantic

_NOTHING = type(None)
FIELDS: dict[str, type | tuple[type, ...]] = {  # what a conversation's file holds
    "instructions": (str, _NOTHING),
    "model": str,
    "max_history_tokens": (int, _NOTHING),
    "messages": list,
    "input_tokens": int,
    "output_tokens": int,
    "cost": (float, int, _NOTHING),  # US dollars
}
_ROLES = ("user", "assistant", "system", "developer")
_OF_A_MESSAGE = {
    "role",
    "content",
    "type",
    "id",
    "status",
    "phase",
}  # what a message may have; other items have fields of their own


def write(path: str | os.PathLike, conversation: object) -> None:
    """Write a conversation's fields to a JSON file; an older file stays whole until the new one is.

    Items that the openai package returned become plain dicts. Raises ValueError for what `read` would
    not take, OSError if the file cannot be written; both leave an older file as it was.
    """
    try:
        content = _encoded({name: getattr(conversation, name) for name in FIELDS})
        _checked(json.loads(content))
    except (ValueError, TypeError, RecursionError) as error:
        raise ValueError(f"This conversation cannot be saved, since it could not be loaded again: {error}") from error
    _replace(Path(path).expanduser(), content)


def read(path: str | os.PathLike) -> dict:
    """Return the fields that `write` wrote, also if an editor on Windows changed the encoding since.

    Raises ValueError if the file holds no conversation, OSError if it cannot be read.
    """
    try:
        return _checked(json.loads(Path(path).expanduser().read_bytes()))  # of bytes, it tells UTF-8 and UTF-16 itself
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{path} is not a saved conversation, or it is damaged: {error}") from error


def _encoded(fields: dict) -> bytes:
    text = json.dumps(fields, ensure_ascii=False, indent=2, default=_as_dict)
    return text.encode("utf-8", "backslashreplace")  # half of an emoji, which UTF-8 does not have, is \ud83d in JSON


def _as_dict(item: object) -> dict:
    """Return an item of a response, as the openai package has it, as a dict."""
    if not isinstance(item, pydantic.BaseModel):
        raise TypeError(f"it holds a {type(item).__name__}, which JSON has no form for")
    return item.model_dump(mode="json", by_alias=True, exclude_unset=True, warnings=False)


def _replace(path: Path, content: bytes) -> None:
    """Put `content` in the place of a file, in one step."""
    target = Path(os.path.realpath(path))
    if not target.parent.is_dir():
        raise FileNotFoundError(f"There is no folder {target.parent} to save {path.name} in. Make it first.")
    if target.is_dir():
        raise IsADirectoryError(f"{path} is a folder. Give the name of a file in it.")
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(f"{path} may not be written to. Save under another name.")
    unfinished = target.with_name(f"{target.name}.{secrets.token_hex(8)}.unfinished")
    try:
        with unfinished.open("xb") as file:
            file.write(content)
        if target.exists():
            shutil.copymode(target, unfinished)
        os.replace(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)


# --- What a file must hold ---


def _checked(saved: object) -> dict:
    """Return the fields of a conversation; raise ValueError, and say why, if these are none."""
    if not isinstance(saved, dict):
        raise ValueError(f"it is no object, but {saved!r:.40}")
    for name, kinds in FIELDS.items():
        if name not in saved:
            raise ValueError(f"it has no {name}")
        if not isinstance(saved[name], kinds):
            raise ValueError(f"its {name} cannot be {saved[name]!r:.40}")
    for place, message in enumerate(saved["messages"], 1):
        if problem := _problem(message):
            raise ValueError(f"message {place} of {len(saved['messages'])} {problem}")
    said = [message["role"] for message in saved["messages"] if message.get("role") in ("user", "assistant")]
    if said[-1:] == ["user"]:
        raise ValueError("its last question has no reply")
    return {name: saved[name] for name in FIELDS}


def _problem(message: object) -> str | None:
    """Return what is wrong with a message, or None. It may also be another item that the Responses API takes."""
    if not isinstance(message, dict):
        return f"is no dict with role and content, but {message!r:.40}"
    kind, role = message.get("type", "message"), message.get("role")
    if kind != "message" and role is None:
        return None if isinstance(kind, str) else f"has the type {kind!r:.40}"
    if role not in _ROLES:
        return f"has the role {role!r:.40}"
    if more := message.keys() - _OF_A_MESSAGE:
        return f"has what no message has: {', '.join(sorted(more)):.40}"
    content = message.get("content")
    if (
        isinstance(content, list)
        and content
        and all(isinstance(part, dict) and isinstance(part.get("type"), str) for part in content)
    ):
        return None
    return None if isinstance(content, str) else f"has a content that is neither text nor a list of parts: {content!r:.40}"
