"""Orders that are read before anything else, since what is sent along with them asks for nothing itself.

A text to translate or to put into capitals, replies to judge, a message to label.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from . import computed, instructions, judging, meaning, sent
from .answers import Answers
from .computed import Answer, Question
from .instructions import Wanted
from .regex import Regex
from .tongues import is_unknown

SHORT = 12  # words: no more are a request, no fewer a text
_AT_IT = Regex(
    r"\b(?:it|this|that|the (?:text|message|e-?mail|mail|review|story|article|paragraph|above)|my (?:text|e-?mail|message))\b",
    re.IGNORECASE,
)
_TAKES_OUT = Regex(
    r"(?:(?!\bwrong\b)[^:?\n]){0,80}\b(?:extract|find|list|pull|mentioned|named|out of|are (?:there )?in)\b", re.IGNORECASE
)
_POLITE_END = Regex(r"(?:\W+(?:please|pls|plz|thanks|for me))*[\s:]*\Z", re.IGNORECASE)
_CODE = Regex(r"\bdef \w+\([^)\n]*\) *:|^(?:for \w+ in|while) [^\n]{1,60}: *$", re.MULTILINE)  # which coding/ works on
DATA = "data"  # the form of who fills a structured reply, and looks into the text without help


def find(question: Question, own: Callable[[str, Answers], str]) -> tuple[Answer, Wanted] | None:
    """Return the answer to such an order, and the manner that is wanted besides; None where there is no such order.

    `own` says what the stand-in would answer to a question alone.
    """
    if (
        found := computed.translation.language_of(question)
        or _translation(question)
        or computed.texts.cased(question)
        or computed.labels.numbered(question)
        or (":" in question.text and computed.texts.listed(question))
    ):
        return found, Wanted(question.text)
    if found := computed.wanted_fields.answer(question):
        return found, instructions.read(question.told, "", question.known)
    if found := computed.counting.extracted(question) if _TAKES_OUT.match(question.text) else None:
        order = _POLITE_END.sub("", computed.head(question.text) or question.text.partition(":")[0])
        return found, replace(instructions.read(question.told, order, question.known), question=question.text)
    if toned := computed.mending.in_tone(question):
        return toned, instructions.read(question.told, "", question.known)
    if DATA not in question.forms and (done := _done(question)):
        return done
    if found := judging.answer(question, own):
        return found, Wanted(question.text)
    if labeled := computed.labels.sent_along(question):
        answer, order = labeled
        return answer, instructions.read(question.told, computed.labels.unexplained(order), question.known)
    return None


def _done(question: Question) -> tuple[Answer, Wanted] | None:
    """Return what is done with a text that is sent along, and the manner that is wanted besides."""
    if question.told and computed.label_orders.read(question.told):
        return None
    found = None if _CODE.search(question.text) else sent.answer(question.text) or _with_the_text_before(question)
    if not found:
        return None
    done, text = found
    told = instructions.read(question.told, "", question.known)
    asked = instructions.read("", text.asked, question.known)
    left = [wish for wish in asked.wishes if wish.kind not in done.obeys]
    wanted = replace(told, question=text.head, wishes=[*told.wishes, *left], forms=[*told.forms, *asked.forms])
    ways = list(done.ways) or [(1.0, computed.question.literally(done.text))]
    spoken = meaning.language(text.body) or "english"
    return Answer(ways, done.short, about="text", language=spoken, guarded=True), wanted


def _with_the_text_before(question: Question) -> tuple[sent.Done, sent.Sent] | None:
    """Return what is done with a text that was sent alone, and had no answer: "Summarize it in one sentence."."""
    if len(question.before) < 2 or len(question.text.split()) > SHORT or not _AT_IT.search(question.text):
        return None
    text, reply = (message["content"] for message in question.before[-2:])
    if len(text.split()) < SHORT or not is_unknown(reply, question.known.unknown):
        return None
    return sent.answer(f"{question.text.strip(' .?!')}: {text}")


def _translation(question: Question) -> Answer | None:
    """Return the answer to a request for a translation, whose "in German" is no wish as to the manner."""
    found = computed.translation.answer(question)
    return found if found and (found.guarded or found.short) else None
