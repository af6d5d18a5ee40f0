"""What is shown of the replies to a request, and what of them is hidden: ids, times, and what only echoes the request."""

import re

from .sending import Body, Sent

# What differs from reply to reply, and tells nothing of a parameter; so does when something happened (created_at, ...).
HIDDEN = frozenset({"id", "call_id", "item_id", "conversation", "created", "first_id", "last_id"})


def shown(endpoint: str, body: Body) -> dict:
    """Return the parts of the reply to a request, and all later replies under "later", in a stand-in of its own."""
    first, *later = Sent().replies(endpoint, body)
    said = masked(first)
    items = said.get("output") or [choice.get("message") for choice in said.get("choices", ())]
    return said | {"text": _texts(items), "items": [_form(item) for item in items], "later": masked(later)}


def masked(value):
    """Return a reply without what is hidden; when something ends is said from when it was made, in seconds."""
    if isinstance(value, list):
        return [masked(one) for one in value]
    if not isinstance(value, dict):
        return value
    if value.get("expires_at") and value.get("created_at"):
        value = value | {"expires_at": value["expires_at"] - value["created_at"]}
    return {name: masked(one) for name, one in value.items() if not _is_hidden(name)}


def _is_hidden(name: str) -> bool:
    return name in HIDDEN or (name.endswith("_at") and name != "expires_at")


def _texts(items: list[dict]) -> list[str]:
    """Return what is said in items, in whichever of their parts."""
    contents = [item.get("content") for item in items]
    return [
        part["text"] if isinstance(part, dict) and "text" in part else part
        for one in contents
        for part in (one if isinstance(one, list) else [one])
    ]


def _form(item: dict) -> dict:
    """Return an item without the text in it."""
    content = item.get("content")
    parts = (
        [{name: value for name, value in part.items() if name != "text"} for part in content]
        if isinstance(content, list)
        else None
    )
    return item | {"content": parts}


def without_echo(reply: dict, where: str) -> dict:
    """Return a reply without what stands in it where it stands in the request; items come back as "data"."""
    steps = re.findall(r"[^.\[\]]+", where)
    return _dropped(reply, ["data" if step == "items" else step for step in steps])


def _dropped(value, steps: list[str]):
    (step, *rest), is_list = steps, isinstance(value, list)
    pairs = list(enumerate(value)) if is_list else list(value.items()) if isinstance(value, dict) else None
    if pairs is None:
        return value
    kept = [(name, _dropped(one, rest) if str(name) == step else one) for name, one in pairs if rest or str(name) != step]
    return [one for _, one in kept] if is_list else dict(kept)
