"""What was asked and said so far: "what did I ask first?", "summarize our talk"."""

import re

from ..regex import Regex
from .question import Answer, Question, says

AFRESH = "a model only knows the messages that are sent along in the request."
_ASKED_BEFORE = Regex(
    r"\bwhat (?:did|have|had|was) (?:i|my) (?:just |last )?(?:ask(?:ed)?|said|say|write|written|wrote|(?:first|last|previous|second|initial|original|earlier) (?:question|message|prompt))(?: (?:you|before|first|last|earlier|about|just now|previously|again|originally|at first))*\W*\Z|\b(?:my|the) (?:first|last|previous|second) (?:question|message|prompt)\b|\brepeat my (?:first |last |previous )?question\b|\bwhat was my question\b",
    re.IGNORECASE,
    "question message prompt ask said say wr",
)
_SUMMARY = Regex(
    r"\b(?:summari[sz]e|sum up|recap|summary of|what (?:have|did) we (?:talk|discuss|speak|chat)\w*)\b(?![^:\n]{0,60}:\s).*\b(?:conversation|chat|discussion|talk|so far|we|everything|dialog)\b|\bwhat (?:have|did) we (?:talk|discuss|speak|chat)\w*(?: about)?|\brecap\W*\Z",
    re.IGNORECASE,
    "summar sum recap talk discuss speak chat",
)


def answer(question: Question) -> Answer | None:
    """Return the message that is asked back, or all that was said so far; None for anything else."""
    text = question.text.replace("’", "'")
    if _ASKED_BEFORE.search(text):
        return _question_before(text, question.earlier("user"))
    return _summary(question) if _SUMMARY.search(text) else None


def literal(text: str) -> str:
    """Return a text that was said before as one without choices."""
    return text.replace("|", "/") if "[" in text and "|" in text else text


def _question_before(text: str, asked: list[str]) -> Answer:
    if not asked:
        return says(f"Nothing: this is the first message. {AFRESH.capitalize()}")
    oldest_first = asked[::-1]
    which = re.search(r"\b(first|initial|original|second)\b", text, re.IGNORECASE)
    number = {"first": 0, "initial": 0, "original": 0, "second": 1}.get(which[1].casefold(), -1) if which else -1
    if number >= len(oldest_first):
        return says("You have not asked that much yet.")
    where = {0: "first ", 1: "second "}.get(number, "") if len(oldest_first) > 1 or number >= 0 else ""
    return says(f'Your {where or "last "}message was: "{literal(oldest_first[number])}"')


def _summary(question: Question) -> Answer:
    asked = question.earlier("user")[::-1]
    if not asked:
        return says(f"There is nothing to summarize: this is the first message. {AFRESH.capitalize()}")
    replied = question.earlier("assistant")[::-1]
    lines = [
        f'You: "{literal(one)}"' + (f" Me: {literal(replied[number])}" if number < len(replied) else "")
        for number, one in enumerate(asked)
    ]
    return says("So far:\n" + "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1)))
