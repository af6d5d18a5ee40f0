"""Say what is to be said word for word; see `model.verbatim`."""

from .. import verbatim
from .question import Answer, Question, literally, says


def answer(question: Question) -> Answer | None:
    """Say the words that are wanted, or the instructions; None where the words are left to the model."""
    if question.told and verbatim.asks_for_instructions(question.text):
        return says(literally(question.told.strip()), guarded=True)
    said = verbatim.said(question.text)
    return says(literally(said), short=said, guarded=True) if said else None
