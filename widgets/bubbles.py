"""A conversation as HTML."""

import json

from .markup import code, markdown, plain


def bubbles(messages: list[dict]) -> str:
    """Return messages as the bubbles of a chat."""
    return "".join(bubble(message["role"], message["content"]) for message in messages)


def bubble(role: str, text: str, remark: str = "") -> str:
    """Return one bubble: what the model wrote as Markdown, what you wrote as it is."""
    who, body = ("You", plain(text)) if role == "user" else ("Assistant", f'<div class="tut-md">{markdown(text)}</div>')
    return f'<article class="tut-bubble tut-{role}"><b>{who}</b>{body}{remark}</article>'


def next_messages(messages: list[dict], instructions: str | None) -> str:
    """Return what will be sent next, as the arguments of the call."""
    shown = f"instructions={json.dumps(instructions, ensure_ascii=False)}\n" if instructions else ""
    return code(f"{shown}input={json.dumps(messages, ensure_ascii=False, indent=2)}")
