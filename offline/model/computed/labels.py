"""Give a message one of some labels: "You label messages as spam or not spam", "Classify as a bug, a feature or a question: ...".

What speaks for a label: its name, hints and topics (as for a choice in a form), and the words that the order explains it with.
"""

import re

from .. import meaning
from ..language import folded
from ..regex import Regex
from . import label_orders
from .english import english
from .label_orders import Order
from .payload import payload
from .question import Answer, Question, says

SURE = 2.0  # what must speak for "spam", where "not spam" is the other label: more than one word
EXPLAINED = 1.5  # what a word counts that explains a label; one of the same meaning counts a little less
ALIKE = 0.6  # how near a word must be to one that explains

MOST_TRIED = 12  # words of a message that may be the reason for its label
LABEL = "label"  # what such a reply is about: no role puts its words around
NONE_FITS = "I am the offline stand-in, and I cannot tell which of the labels fits: {}."
NO_REASON = "It is not one word alone that decides it."

LONGEST_TOLD = 200  # characters of instructions that may be about nothing else
_TONGUE = Regex(r"\b(?:detect|identify|recogni[sz]e|name|tell|say|determine)\b[^.\n]{0,30}\blanguage\b(?! model)[^.\n]*|\b(?:in )?(?:which|what) language (?:is|are) (?:the|each|every)[^.\n]*", re.IGNORECASE, "language")  # fmt: skip
_REASON = Regex(
    r"(?:\band )?(?P<asked>\b(?:give|say|add|explain|state|with|tell|write|name)\b[^.\n]{0,30}\b(?:reason|why|explanation|explain)\b[^.\n]*)",
    re.IGNORECASE,
    "reason why expla",
)
_LABELING = Regex(
    r"\A\W*(?:you (?:sort|label|classify|route|tag|triage|categori[sz]e|assign|judge|rate|detect|moderate|check|filter|analy[sz]e)\b.*|(?:classify|label|categori[sz]e|tag|judge|detect|determine|rate|tell me if|say if|decide)\b.*|(?:\w+ or \w+)\?|(?:answer|reply|respond|output|return|write|give|use)\b.*\b(?:label|category|class|topic|only|just|nothing else)\b.*|(?:just|only) .*|is (?:the|this|each|every|an?) (?:message|mail|e-?mail|text|review|comment|sentence)\b.*)",
    re.IGNORECASE,
)
_THESE = Regex(r"\b(?:sort|group|divide|split|these|each|every|them|the following|items?|words?)\b", re.IGNORECASE)
_NO = Regex(
    r"(?:not|no|non|never)[ -]+(?:an? )?|(?:ok(?:ay)?|ham|fine|safe|clean|harmless|legit(?:imate)?|normal|genuine)\Z",
    re.IGNORECASE,
)
_BUT_NOT = Regex(r"\b(?:not|except|without|no)\b[^,.;]*", re.IGNORECASE)
_SPAM = {"spam", "scam", "phishing"}
_FEELINGS = {"positive", "negative", "neutral", "mixed"}  # judged word by word, see texts.py
_REST = Regex(
    r"(?:other|neutral|none|unknown|unclear|general|(?:some|any|every)thing else)\b", re.IGNORECASE
)  # fits nothing else
_EACH = Regex(r"\b(?:each|every)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s*(\d+[.)])\s*(\S.*)$", re.MULTILINE)


def answer(question: Question) -> Answer | None:
    """Return the label that a message speaks for; None if none is wanted, or none fits."""
    if found := by_instructions(question):
        return found
    order = label_orders.read(question.text[: label_orders.EARLY])
    if not order or set(order.labels) <= _FEELINGS or not (text := payload(question)) or text in order.words:
        return None
    several = _several(question.text[: label_orders.EARLY], text)
    if not several and _EACH.search(question.text[: label_orders.EARLY]):
        return None
    return _each(order, several) if several else _labeled(order, text, "")


def numbered(question: Question) -> Answer | None:
    """Return the label of each of some numbered texts that are sent along; None where there are none, or one of them has no label."""
    found = list(_NUMBERED.finditer(question.text))
    order = label_orders.read(question.text[: found[0].start()]) if len(found) > 1 else None
    if not order or len(order.labels) < 2:
        return None
    labels = [(one[1], _labeled(order, one[2], "")) for one in found]
    if not all(label for _, label in labels):
        return None
    return says(
        "\n".join(f"{number} {label.short}" for number, label in labels if label), obeys=question.text[: found[0].start()]
    )


def by_instructions(question: Question) -> Answer | None:
    """Return the label for a whole message, where the instructions want one; which labels there are, where none of them fits."""
    if (found := _TONGUE.search(question.told)) and (spoken := meaning.language(question.text)):
        said = spoken.capitalize()
        words = question.told if len(question.told) < LONGEST_TOLD else found[0]
        return says(said, short=said, obeys="\n".join(re.split(r"\s+and\s+|[.\n]+", words)))
    if asked := label_orders.yes_or_no(question.told):
        order, words = asked
        label = _labeled(order, question.text, "")
        said = "yes" if label and label.short == order.labels[0] else "no"
        return says(said, short=said, obeys=words)
    if not (order := label_orders.read(question.told)):
        return None
    label = _labeled(order, question.text, order.words)
    if label and (reason := _REASON.search(question.told)):
        word = _reason(order, question.text, label.short)
        because = f'The message says "{word}".' if word else NO_REASON
        asked = label_orders.without_reason(order.words)
        return says(f"{label.short}. {because}", short=label.short, obeys=f"{asked}\n{reason['asked']}")
    also = [part for part in re.split(r"(?<=[.!?])\s+|\n+", question.told) if _LABELING.fullmatch(part.strip())]
    if label:
        single = ["one word", "a single word"] if len(label.short.split()) == 1 else []
        return says(label.short, short=label.short, obeys="\n".join([order.words, *also, *single]), about=LABEL)
    return says(NONE_FITS.format(", ".join(order.labels)), obeys="\n".join([order.words, *also]), about=LABEL)


def sent_along(question: Question) -> tuple[Answer, str] | None:
    """Return the label for a message that is sent along with the order, and the prompt without that message."""
    found = label_orders.sent_along(question.text)
    if not found or set(found[0].labels) <= _FEELINGS:
        return None
    order, head, message = found
    several = _several(head, message)
    label = _each(order, several) if several else _labeled(order, message, order.words)
    return (label, head) if label else None


def _several(head: str, message: str) -> list[str]:
    """Return the things that are listed, where each of them is to get a label; none for a single text."""
    items = [item.strip(" .") for item in re.split(r",\s*(?:and\s+)?|\n+|;|\s+and\s+", message) if item.strip(" .")]
    short = all(len(item.split()) <= label_orders.WORDS for item in items)
    return items if len(items) > 1 and short and _THESE.search(head) else []


def _each(order: Order, items: list[str]) -> Answer | None:
    """Return the label of each of some things; None where one is not known by its class."""
    from .class_lists import members

    known = {label: {folded(one) for one in members(label)} for label in order.labels}
    of = {item: next((label for label in order.labels if _in(item, known[label])), None) for item in items}
    if not all(of.values()):
        return None
    return says("\n".join(f"{item}: {label}" for item, label in of.items()), obeys=order.words)


def _in(item: str, names: set[str]) -> bool:
    name = folded(item)
    return name in names or name.removesuffix("s") in names or f"{name}s" in names


def _reason(order: Order, text: str, label: str) -> str:
    """Return the word of a message without which it would not have its label; "" if there is no such word."""
    words = [word for word in re.findall(r"[\w'’-]+", text) if len(word) > 2]
    for word in sorted(words, key=len, reverse=True)[:MOST_TRIED]:
        rest = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", " ", text)
        without = _labeled(order, rest, "")
        if without is None or without.short != label:
            return word
    return ""


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

    if {label.casefold() for label in order.labels} <= _FEELINGS:
        return _felt(order, text, obeys)
    yes = [label for label in order.labels if not _NO.match(label)]
    denied = next((label for label in order.labels if _NO.match(label)), None)
    scores = {str(one.value): one.score for one in choices.among(Field("label", values=tuple(yes)), [Reading(text)])}
    for label in set(yes) & set(order.about):
        scores[label] = scores.get(label, 0.0) + _explained(order.about[label], text)
    for label in yes:
        scores[label] = scores.get(label, 0.0) + (_spammy(text) if label.casefold() in _SPAM else 0.0)
    best = max(yes, key=lambda label: scores.get(label, 0.0), default=None)
    score = scores.get(best, 0.0) if best else 0.0
    if denied and score < (SURE if best and best.casefold() in _SPAM else LEAST):
        label = denied
    elif score >= LEAST:
        label = best
    else:
        label = next((one for one in order.labels if _REST.match(one)), None)
    return says(label, short=label, obeys=obeys) if label else None


def _felt(order: Order, text: str, obeys: str) -> Answer | None:
    """Return the feeling in a text as one of the labels; None where no label is for what it is."""
    from ..sent.feelings import judged

    word = judged(text)[0].casefold()
    instead = {"mixed": "neutral", "neutral": "mixed"}.get(word, "")
    label = next((one for name in (word, instead) for one in order.labels if one.casefold() == name), None)
    return says(label, short=label, obeys=obeys) if label else None


def _spammy(text: str) -> float:
    """Return how much a text speaks for spam: by the signs of english.yaml in it."""
    return SURE / 2 * sum(bool(re.search(f"(?:{sign})", text, re.IGNORECASE)) for sign in english().spam)


def _explained(about: str, text: str) -> float:
    """Return how much a text speaks for a label by the words that explain it; those behind "not" speak against it."""
    said, words = meaning.telling(text), meaning.telling(_BUT_NOT.sub(" ", about))
    against = [word for part in _BUT_NOT.findall(about) for word in meaning.telling(part) if word not in words]
    return _shared(words, said) - _shared(against, said)


def _shared(words: list[str], said: list[str]) -> float:
    nearest = [max((meaning.likeness(word, other) for other in said), default=0.0) for word in words]
    return EXPLAINED * sum(near for near in nearest if near >= ALIKE)
