"""The messages of a conversation: what of them is sent, and how they read.

Most are a question or a reply, a dict with `role` and `content`. But who knows the API may have put
others among them: instructions, pictures, calls of tools, items of a response as the SDK returns them.
"""

from typing import Any

PICTURE = 800  # tokens, a guess: what models of 2024 counted for a picture of 1,024 x 1,024


def newest(messages: list, most: int) -> list:
    """Return the messages without the oldest turns, so that about `most` tokens are left.

    A turn begins with a question and goes whole. The last one stays, even if it is longer, and so do
    the instructions (of system or developer) among the messages.
    """
    tokens = _count(messages)
    forgotten: set[int] = set()
    for turn in _turns(messages)[:-1]:
        if tokens <= most:
            break
        tokens -= _count([messages[place] for place in turn]) - _count([])
        forgotten.update(turn)
    return [message for place, message in enumerate(messages) if place not in forgotten]


def _turns(messages: list) -> list[list[int]]:
    """Return the places of each turn's messages."""
    turns: list[list[int]] = []
    for place, message in enumerate(messages):
        role = _field(message, "role")
        if role in ("system", "developer"):
            continue
        if role == "user" or not turns:
            turns.append([])
        turns[-1].append(place)
    return turns


def _count(messages: list) -> int:
    from offline.model.context import count_messages  # only here: it takes a moment

    return count_messages({"content": words(message), "tokens": PICTURE * _pictures(message)} for message in messages)


def _pictures(message: Any) -> int:
    content = _field(message, "content")
    return 0 if isinstance(content, str) else sum(_field(part, "type") == "input_image" for part in content or ())


def words(message: Any) -> str:
    """Return what a message says; what is no text is named in brackets."""
    content = _field(message, "content")
    if isinstance(content, str):
        return content
    if not content:
        return " ".join(text for name in ("name", "arguments", "output") if isinstance(text := _field(message, name), str))
    texts = [_field(part, "text") or _field(part, "refusal") or f"[{_field(part, 'type')}]" for part in content]
    return "\n".join(texts)


def speaker(message: Any) -> str:
    """Return whose message it is: "user", "assistant", or the type of what is no message."""
    known: str | None = _field(message, "role") or _field(message, "type")
    return known or "unknown"


def turns(messages: list) -> str:
    """Return how many questions were asked, such as "1 turn"."""
    count = sum(_field(message, "role") == "user" for message in messages)
    return "1 turn" if count == 1 else f"{count} turns"


def as_text(messages: list, used: str) -> str:
    """Return the messages, each after whose it is, and last what was `used`."""
    return "\n".join([*(f"{speaker(message)}: {words(message)}" for message in messages), f"({used})"])


def as_html(messages: list, used: str) -> str:
    """Return what `as_text` does, as HTML."""
    import html  # only a notebook needs it

    said = [f"<b>{html.escape(speaker(message))}</b>: {html.escape(words(message))}" for message in messages]
    lines = "".join(f"<p style='white-space: pre-wrap'>{line}</p>" for line in said)
    return f"{lines}<p><small>({html.escape(used)})</small></p>"


def _field(item: Any, name: str) -> Any:
    """Return a field of a dict or of an object of the SDK, or None."""
    return item.get(name) if isinstance(item, dict) else getattr(item, name, None)
