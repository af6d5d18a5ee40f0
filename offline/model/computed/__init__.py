"""Answers that are computed: one module a kind, each with `answer(question) -> Answer | None`.

The first kind that has an answer gives it; so those that read a request most exactly come first. What none of
them answers may stand in the answers files.
"""

from .. import everyday
from . import (
    calculator,
    cannot_know,
    clock,
    comparing,
    equations,
    followups,
    gibberish,
    labels,
    literally,
    memory,
    mending,
    place_lists,
    places,
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
KINDS = (
    everyday,
    labels,
    comparing,
    visits,
    *ON_TEXTS,
    told,
    memory,
    clock,
    cannot_know,
    equations,
    units,
    calculator,
    sums_abroad,
    place_lists,
    places,
    literally,
)

__all__ = ["KINDS", "Answer", "Question", "answer", "followups", "gibberish", "head"]


def answer(question: Question) -> Answer | None:
    """Return the answer of the first kind that has one, or None."""
    return _first(KINDS, question)


def on_a_text(question: Question) -> Answer | None:
    """Return the answer of the first kind that works on a text that is sent along, or None."""
    return _first(ON_TEXTS, question)


def _first(kinds: tuple, question: Question) -> Answer | None:
    return next((found for kind in kinds if (found := kind.answer(question))), None)
