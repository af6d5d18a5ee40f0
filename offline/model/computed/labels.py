"""Give a message one of some labels: "You label messages as spam or not spam", "Classify as a bug, a feature or a question: ..."."""

import re

from ..regex import Regex
from .payload import payload
from .question import Answer, Question, says

MOST = 12  # labels
WORDS = 3  # of a label
SURE = 2.0  # what must speak for "spam", where "not spam" is the other label: more than one word

_LABELS = Regex(
    r"\b(?:label|classif(?:y|ies)|categori[sz]e|tag|detect|(?:decide|judge|determine) (?:whether|if))\b[^.:\n]{0,80}?"
    r"(?:\b(?:as|into|whether|if)\b(?: either| one of| being)?(?: (?:it|this|that|they|the \w+|an? \w+) (?:is|are))?|:)\s+(?P<labels>[^.:\n]{3,160})",
    re.IGNORECASE,
    "label classif categor tag detect whether if",
)
_IS_IT = Regex(
    r"\A\W*is (?:this|the following)(?: \w+){0,2} (?P<labels>[\w -]{3,40}(?:, [\w -]{3,40})* or [\w -]{3,40})\s*[?:]",
    re.IGNORECASE,
    "is",
)
_BETWEEN = re.compile(r"\s*,\s*(?:or\s+|and\s+)?|\s+or\s+|\s*/\s*|\s*\|\s*|\s+and\s+")
_NO = re.compile(r"(?:not|no|non|never)[ -]+(?:an? )?", re.IGNORECASE)
_FEELINGS = {"positive", "negative", "neutral", "mixed"}  # judged word by word, see texts.py


def answer(question: Question) -> Answer | None:
    """Return the label that a message speaks for; None if none is wanted, or none fits."""
    if found := by_instructions(question):
        return found
    asked = _IS_IT.search(question.text) or _LABELS.search(question.text[:200])
    options = _options(asked["labels"]) if asked else []
    if not options or set(options) <= _FEELINGS or not (text := payload(question)) or text in asked["labels"]:
        return None
    return _labeled(options, text, "")


def by_instructions(question: Question) -> Answer | None:
    """Return the label for a whole message, where the instructions want one."""
    told = _LABELS.search(question.told)
    return _labeled(_options(told["labels"]), question.text, told[0]) if told else None


def _options(labels: str) -> list[str]:
    """Return the labels that are listed; none if what is there is no list of labels."""
    found = [re.sub(r"\A(?:an? |the |either )|[\"'“”.?]+", "", part.strip()).strip() for part in _BETWEEN.split(labels)]
    found = [part for part in found if part]
    few = 2 <= len(found) <= MOST and all(len(part.split()) <= WORDS for part in found)
    return found if few and not re.search(r"\b(?:json|list|table|score|keys?)\b", labels, re.IGNORECASE) else []


def _labeled(options: list[str], text: str, order: str) -> Answer | None:
    if not options:
        return None
    from ..evidence import choices  # a large room: loaded when first a message is to be labeled
    from ..evidence.field import Field
    from ..evidence.reading import Reading

    yes = [one for one in options if not _NO.match(one)]
    denied = next((one for one in options if _NO.match(one)), None)
    found = choices.among(Field("label", values=tuple(yes)), [Reading(text)])
    if denied and (not found or found[0].score < SURE):
        label = denied
    elif found:
        label = str(found[0].value)
    else:
        label = next(
            (one for one in options if one.casefold() in ("other", "neutral", "none", "unknown", "unclear", "general")), None
        )
    return says(label, short=label, obeys=order) if label else None
