"""Answers that are computed: one module a kind, each with `answer(question) -> Answer | None`.

The first kind that has an answer gives it; so those that read a request most exactly come first. What none of
them answers may stand in the answers files. A kind is imported when first it is asked.
"""

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from types import ModuleType

from .payload import head
from .question import Answer, Question

ON_TEXTS = ("wanted_fields", "translation", "mending", "texts")
ON_TALK = (
    "openers",
    "complaints",
    "strangers",
    "diet",
    "climates",
    "journeys",
    "picked",
    "more_members",
    "of_them",
    "ages",
    "records",
    "kitchen",
    "contrast",
    "words_asked",
    "others",
)
KINDS = (
    "word_pairs",
    "place_lists",
    "places",
    "distances",
    "briefing",
    "serving",
    "jobs",
    "class_lists",
    "timelines",
    "clock",
    "everyday",
    "labels",
    "listed",
    "comparing",
    *ON_TEXTS,
    "told",
    "memory",
    "cannot_know",
    "equations",
    "units",
    "calculator",
    "sums_abroad",
    "literally",
)

ON_FACTS = ("beliefs", "sums_told", "budgets", "clock", "jobs_and_ai", "climates", "situations", "explaining", "word_kin", "noted")  # fmt: skip

__all__ = ["KINDS", "Answer", "Question", "answer", "head", "on_a_text", "on_facts", "on_talk"]


def answer(question: Question) -> Answer | None:
    """Return the answer of the first kind that has one, or None."""
    return _first(KINDS, question)


def on_talk(question: Question) -> Answer | None:
    """Return the answer of the first kind that goes on from what was said before, or None."""
    return _first(ON_TALK, question)


def on_facts(question: Question) -> Answer | None:
    """Return the answer of the first kind that needs all that a message tells, which may be several sentences."""
    return _first(ON_FACTS, question)


def on_a_text(question: Question) -> Answer | None:
    """Return the answer of the first kind that works on a text that is sent along, or None."""
    return _first(ON_TEXTS, question)


def _first(kinds: Iterable[str], question: Question) -> Answer | None:
    return next((found for kind in kinds if (found := _kind(kind).answer(question))), None)


@cache
def _kind(name: str) -> ModuleType:
    return import_module("offline.model.everyday" if name == "everyday" else f"{__name__}.{name}")


def __getattr__(name: str) -> ModuleType:
    """Return a module of this room, imported when first it is asked for."""
    if name.startswith("_"):
        raise AttributeError(name)
    try:
        return _kind(name)
    except ModuleNotFoundError as error:
        if error.name != f"{__name__}.{name}":
            raise
        raise AttributeError(name) from None
