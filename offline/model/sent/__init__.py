"""Work on a text that is sent along: one module a kind, each with `answer(sent) -> Done | None`.

    "Turn these notes into a paragraph: room 12, bring laptops"  ->  Sent(head="Turn these notes into a paragraph", body="room 12, ...")

A kind reads the head only; what stands in the body asks for nothing. A kind is imported when first its head may be there.
"""

from functools import cache
from importlib import import_module
from types import ModuleType

from .reading import Done, Sent, read

KINDS = ("digests", "notes", "feelings", "rewriting", "grouping", "tables", "removing", "mistakes", "comparing", "asked")
APART = (":", "\n", '"', "“", ". ", "? ", "! ")
"""Signs that stand between a request and its text: a message without any of them sends none along."""

__all__ = ["Done", "Sent", "answer", "read"]


def answer(text: str) -> tuple[Done, Sent] | None:
    """Return what is done with the text that is sent along in a message; None if there is none, or nothing known is asked of it."""
    if not any(sign in text.rstrip(" .?!") for sign in APART):
        return None
    for sent in read(text):
        for kind in KINDS:
            if found := _kind(kind).answer(sent):
                return found, sent
    if (done := _kind("asked").behind(text)) is not None:
        return done, Sent("", text, "")
    return None


@cache
def _kind(name: str) -> ModuleType:
    return import_module(f"{__name__}.{name}")
