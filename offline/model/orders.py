"""Orders that are read before anything else, since what is sent along with them asks for nothing itself.

A text to translate or to put into capitals, replies to judge, a message to label.
"""

from collections.abc import Callable

from . import computed, instructions, judging
from .answers import Answers
from .computed import Answer, Question
from .instructions import Wanted


def find(question: Question, own: Callable[[str, Answers], str]) -> tuple[Answer, Wanted] | None:
    """Return the answer to such an order, and the manner that is wanted besides; None where there is no such order.

    `own` says what the stand-in would answer to a question alone.
    """
    if found := _translation(question) or computed.texts.cased(question) or judging.answer(question, own):
        return found, Wanted(question.text)
    if labeled := computed.labels.sent_along(question):
        answer, order = labeled
        return answer, instructions.read(question.told, computed.labels.unexplained(order), question.known)
    return None


def _translation(question: Question) -> Answer | None:
    """Return the answer to a request for a translation, whose "in German" is no wish as to the manner."""
    found = computed.translation.answer(question)
    return found if found and (found.guarded or found.short) else None
