"""Answers that are computed: one module a kind, each with `answer(question) -> Answer | None`.

The first kind that has an answer gives it; so those that read a request most exactly come first. What none of
them answers may stand in the answers files.
"""

from .. import everyday
from . import (
    advice,
    calculator,
    cannot_know,
    clock,
    comparing,
    contrast,
    equations,
    followups,
    gibberish,
    jobs,
    kitchen,
    labels,
    literally,
    memory,
    mending,
    others,
    place_lists,
    places,
    serving,
    sums_abroad,
    texts,
    told,
    translation,
    units,
    visits,
)
from .payload import head
from .question import Answer, Question

ON_TEXTS = (translation, mending, texts)
ON_TALK = (kitchen, contrast, others)
KINDS = (serving, jobs, everyday, labels, comparing, visits, *ON_TEXTS, told, memory, clock, cannot_know, equations, units, calculator, sums_abroad, place_lists, places, literally)  # fmt: skip

__all__ = ["KINDS", "Answer", "Question", "advice", "answer", "followups", "gibberish", "head"]


def answer(question: Question) -> Answer | None:
    """Return the answer of the first kind that has one, or None."""
    return _first(KINDS, question)


def on_talk(question: Question) -> Answer | None:
    """Return the answer of the first kind that goes on from what was said before, or None."""
    return _first(ON_TALK, question)


def on_a_text(question: Question) -> Answer | None:
    """Return the answer of the first kind that works on a text that is sent along, or None."""
    return _first(ON_TEXTS, question)


def _first(kinds: tuple, question: Question) -> Answer | None:
    return next((found for kind in kinds if (found := kind.answer(question))), None)
