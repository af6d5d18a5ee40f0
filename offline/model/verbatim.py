"""What somebody wants to be said word for word: a word, a sentence, or the instructions.

    said("Reply with the word banana.")  ->  "banana"
    said("Tell the customers that we are closed.")  ->  "We are closed."

What leaves the words to the model ("Write a haiku.") is not read here.
"""

import re

from .regex import Regex

LONGEST = 200  # characters of a request
FORMATS = frozenset("JSON YAML HTML XML CSV SQL CSS".split())

_PEOPLE = r"(?:the |your |all |our |every )*(?:users?|customers?|readers?|people|everyone|everybody|visitors?|clients?|guests?)"
_SAY = Regex(
    r"\W*(?:(?:please|now|then|just|only|simply|instead|always|you (?:must|should|will|have to))\b[\s,:]*)*"
    rf"(?:(?:say|state|claim)(?: to {_PEOPLE})? that (?P<that>.+)|(?:tell|inform) {_PEOPLE} that (?P<told>.+)"
    r"|(?:say|(?:reply|answer|respond)(?: to (?:me|everything|this|that))?|output|print|write|return)"
    r"(?P<how>(?: with| only| just| exactly| nothing but| the| words?| phrase| sentence| text| following)*\s*:?)\s*"
    r"(?P<text>.+?)(?: and nothing else| only)?)[\s.!]*\Z",
    re.IGNORECASE | re.DOTALL,
    "say state claim tell inform reply answer respond output print write return",
)
_QUOTED = Regex(r"\"([^\"]+)\"|“([^”]+)”|'([^'\n]+)'|`([^`\n]+)`")
_EXACTLY = Regex(r"\b(?:words?|phrase|exactly|following|nothing but|only|just)\b|:", re.IGNORECASE)
_SPOKEN = Regex(r"\W*(?:\w+[\s,:]+)*?(?:say|with)\b", re.IGNORECASE)
_CAPITALS = Regex(r"\d+|[A-Z][A-Z\d'-]*(?: [A-Z\d'-]+)*[!?]*")
_A_KIND = Regex(
    r"(?:an?|the|one|your) (?:single )?(?:\w+ )?(?:number|word|letter|name|date|year|answer|result|sentence|list|emoji)\b",
    re.IGNORECASE,
)
_INSTRUCTIONS = Regex(
    r"\b(?:repeat|print|reveal|show|output|tell|list|write(?: down)?|quote|copy|share|what (?:are|is|were))"
    r"(?: (?:me|us|out|back|exactly|word for word|all|of|the|your|my|these))*"
    r"(?: (?:system|initial|previous|original|hidden|secret|full|exact|whole|complete|entire|first|developer))*"
    r" (?:instructions|system prompt|prompt|system message|everything (?:above|before this|you were told)|(?:text|words) above)\b",
    re.IGNORECASE,
    "instruction prompt message above before told",
)


def said(request: str) -> str | None:
    """Return what a request wants to be said; None where it leaves the words to the model."""
    found = _SAY.fullmatch(request) if len(request) <= LONGEST else None
    if not found:
        return None
    if that := found["that"] or found["told"]:
        that = that.strip(" .!")
        return f"{that[:1].upper()}{that[1:]}."
    text = found["text"].strip()
    if quoted := _QUOTED.fullmatch(text):
        return next(filter(None, quoted.groups()))
    if _A_KIND.match(text):
        return None
    literal = _EXACTLY.search(found["how"]) or (_SPOKEN.match(request) and _CAPITALS.fullmatch(text) and text not in FORMATS)
    return text if literal else None


def asks_for_instructions(request: str) -> bool:
    """Return whether a request asks what the instructions are, word for word."""
    return len(request) <= LONGEST and bool(_INSTRUCTIONS.search(request))
