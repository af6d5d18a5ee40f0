"""Say what somebody wants to be said: a word or a sentence, word for word; or the instructions."""

import re

from ..code_help import literally
from ..injections import asks_for_instructions
from ..regex import Regex
from .question import Answer, Question, says

LONGEST = 200  # characters
FORMATS = frozenset("JSON YAML HTML XML CSV SQL CSS".split())

_PEOPLE = r"(?:the |your |all |our |every )*(?:users?|customers?|readers?|people|everyone|everybody|visitors?|clients?|guests?)"
_SAY = Regex(
    r"\W*(?:(?:please|now|then|just|only|simply|instead|always|you (?:must|should|will|have to))\b[\s,:]*)*"
    rf"(?:(?:say|state|claim)(?: to {_PEOPLE})? that (?P<told>.+)|(?:tell|inform) {_PEOPLE} that (?P<told2>.+)"
    r"|(?:say|(?:reply|answer|respond)(?: to (?:me|everything|this|that))?|output|print|write|return)"
    r"(?P<how>(?: with| only| just| exactly| nothing but| the| words?| phrase| sentence| text| following)*\s*:?)\s*(?P<text>.+?)(?: and nothing else| only)?)[\s.!]*\Z",
    re.IGNORECASE | re.DOTALL,
    "say state claim tell inform reply answer respond output print write return",
)
_QUOTED = Regex(r"\"([^\"]+)\"|“([^”]+)”|'([^'\n]+)'|`([^`\n]+)`")
_EXACTLY = Regex(r"\b(?:words?|phrase|exactly|following|nothing but|only|just)\b|:", re.IGNORECASE)
_SPOKEN = Regex(r"\W*(?:\w+[\s,:]+)*?(?:say|with)\b", re.IGNORECASE)
_CAPITALS = Regex(r"\d+|[A-Z][A-Z\d'-]*(?: [A-Z\d'-]+)*[!?]*")


def answer(question: Question) -> Answer | None:
    """Say what is to be said; None where nothing is to be said word for word."""
    text = question.text
    if len(text) > LONGEST:
        return None
    if question.told and asks_for_instructions(text):
        return says(literally(question.told.strip()), guarded=True)
    found = _SAY.fullmatch(text)
    if not found:
        return None
    if told := found["told"] or found["told2"]:
        told = told.strip(" .!")
        return says(literally(f"{told[0].upper()}{told[1:]}."))
    said = _word_for_word(found["text"].strip(), found["how"], text)
    return says(literally(said), short=said, guarded=True) if said else None


def _word_for_word(text: str, how: str, request: str) -> str | None:
    if quoted := _QUOTED.fullmatch(text):
        return next(filter(None, quoted.groups()))
    if _EXACTLY.search(how):
        return text
    if _SPOKEN.match(request) and _CAPITALS.fullmatch(text) and text not in FORMATS:
        return text
    return None
