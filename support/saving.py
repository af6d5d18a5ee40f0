"""The files of saved conversations: written whole or not at all, and looked at closely before they are used."""

import json
import os
import tempfile
from pathlib import Path

_NOTHING = type(None)
FIELDS = {  # what a conversation's file holds
    "instructions": (str, _NOTHING),
    "model": str,
    "max_history_tokens": (int, _NOTHING),
    "messages": list,
    "input_tokens": int,
    "output_tokens": int,
    "cost": (float, int, _NOTHING),  # US dollars
}


def write(path, conversation) -> None:
    """Write a conversation's fields to a JSON file; an older file stays whole until the new one is."""
    path = Path(path)
    text = json.dumps({name: getattr(conversation, name) for name in FIELDS}, ensure_ascii=False, indent=2)
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=path.parent, prefix=f"{path.name}.", suffix=".unfinished", delete=False
    ) as unfinished:
        try:
            unfinished.write(text)
            unfinished.close()
            os.replace(unfinished.name, path)
        finally:
            unfinished.close()
            Path(unfinished.name).unlink(missing_ok=True)


def read(path) -> dict:
    """Return the fields that `write` wrote. Raises ValueError if the file holds none, OSError if it cannot be read."""
    try:
        saved = json.loads(Path(path).read_text(encoding="utf-8"))
        for name, kinds in FIELDS.items():
            if not isinstance(saved[name], kinds):
                raise ValueError(f"its {name} cannot be {saved[name]!r:.40}")
        if not _are_pairs(saved["messages"]):
            raise ValueError("its messages are not pairs of question and reply")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"{path} is not a saved conversation, or it is damaged: {error}") from error
    return {name: saved[name] for name in FIELDS}


def _are_pairs(messages: list) -> bool:
    """Return whether these messages are whole turns: a question and a reply, again and again."""
    texts = all(isinstance(m, dict) and m.keys() == {"role", "content"} and isinstance(m["content"], str) for m in messages)
    return texts and [m["role"] for m in messages] == ["user", "assistant"] * (len(messages) // 2)
