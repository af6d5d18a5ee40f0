"""Give a message one of some labels: "You label messages as spam or not spam", "Classify as a bug, a feature or a question: ...".

What speaks for a label: its name, hints and topics (as for a choice in a form), and the words that the order explains it with.
"""

import re

from .. import meaning
from ..regex import Regex
from . import label_orders
from .label_orders import Order
from .payload import payload
from .question import Answer, Question, says

SURE = 2.0  # what must speak for "spam", where "not spam" is the other label: more than one word
EXPLAINED = 1.5  # what a word counts that explains a label; one of the same meaning counts a little less
ALIKE = 0.6  # how near a word must be to one that explains

_NO = Regex(r"(?:not|no|non|never)[ -]+(?:an? )?", re.IGNORECASE)
_BUT_NOT = Regex(r"\b(?:not|except|without|no)\b[^,.;]*", re.IGNORECASE)
_FEELINGS = {"positive", "negative", "neutral", "mixed"}  # judged word by word, see texts.py
_REST = Regex(
    r"(?:other|neutral|none|unknown|unclear|general|(?:some|any|every)thing else)\b", re.IGNORECASE
)  # fits nothing else


def answer(question: Question) -> Answer | None:
    """Return the label that a message speaks for; None if none is wanted, or none fits."""
    if found := by_instructions(question):
        return found
    order = label_orders.read(question.text[: label_orders.EARLY])
    if not order or set(order.labels) <= _FEELINGS or not (text := payload(question)) or text in order.words:
        return None
    return _labeled(order, text, "")


def by_instructions(question: Question) -> Answer | None:
    """Return the label for a whole message, where the instructions want one."""
    order = label_orders.read(question.told)
    return _labeled(order, question.text, order.words) if order else None


def sent_along(question: Question) -> tuple[Answer, str] | None:
    """Return the label for a message that is sent along with the order, and the prompt without that message."""
    found = label_orders.sent_along(question.text)
    if not found or set(found[0].labels) <= _FEELINGS:
        return None
    order, head, message = found
    label = _labeled(order, message, order.words)
    return (label, head) if label else None


def unexplained(text: str) -> str:
    """Return instructions without what explains labels in them, which says nothing of the manner of the reply."""
    order = label_orders.read(text) if text else None
    for words in order.explained if order else ():
        text = text.replace(words, " ")
    return text


def _labeled(order: Order, text: str, obeys: str) -> Answer | None:
    from ..evidence import choices  # a large room: loaded when first a message is to be labeled
    from ..evidence.field import Field
    from ..evidence.reading import Reading
    from ..evidence.scoring import LEAST

    yes = [label for label in order.labels if not _NO.match(label)]
    denied = next((label for label in order.labels if _NO.match(label)), None)
    scores = {str(one.value): one.score for one in choices.among(Field("label", values=tuple(yes)), [Reading(text)])}
    for label in set(yes) & set(order.about):
        scores[label] = scores.get(label, 0.0) + _explained(order.about[label], text)
    best = max(yes, key=lambda label: scores.get(label, 0.0), default=None)
    score = scores.get(best, 0.0) if best else 0.0
    if denied and score < SURE:
        label = denied
    elif score >= LEAST:
        label = best
    else:
        label = next((one for one in order.labels if _REST.match(one)), None)
    return says(label, short=label, obeys=obeys) if label else None


def _explained(about: str, text: str) -> float:
    """Return how much a text speaks for a label by the words that explain it; those behind "not" speak against it."""
    said, words = meaning.telling(text), meaning.telling(_BUT_NOT.sub(" ", about))
    against = [word for part in _BUT_NOT.findall(about) for word in meaning.telling(part) if word not in words]
    return _shared(words, said) - _shared(against, said)


def _shared(words: list[str], said: list[str]) -> float:
    nearest = [max((meaning.likeness(word, other) for other in said), default=0.0) for word in words]
    return EXPLAINED * sum(near for near in nearest if near >= ALIKE)
