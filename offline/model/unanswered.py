"""What there is to say where nothing answers: that it is so, with the nearest prompts that do work, in the manner that is wanted."""

import re

from ..tables import read_table
from . import abroad, tongues
from .computed.question import Answer, Question, says
from .examples import nearest
from .instructions import Wanted
from .instructions.following import COURTESY
from .regex import Regex

IN_ONE = 'I am the offline stand-in, and I have no answer to that, but to such prompts as "{first}", "{second}" and "{third}".'
SHORT = "No answer (offline stand-in)."

HINTS_ONLY = "I was told to give hints and no solution, so I stay with them. Which step is unclear?"
NO_MORE_HINTS = "I have no other hint than that one. What have you tried so far?"
_MORE_HINTS = Regex(r"\b(?:another|more|next|second|other|one more|bigger|better) (?:\w+ )?hints?\b", re.IGNORECASE)
_INSISTS = Regex(
    r"\b(?:just|please|simply) (?:tell|give|show|say)\b|\b(?:tell|give|show) me (?:the|it|now)\b|\bgive up\b|\b(?:don't|dont|do not|don’t|still not) (?:get|understand|know)\b|\b(?:solution|answer)\b",
    re.IGNORECASE,
)
_TOPIC = Regex(r"\b(?:about|describe)\s+(?P<topic>[\w' -]{2,40}?)\W*\Z")


def answer(question: Question, wanted: Wanted) -> Answer:
    """Return that there is no answer, in one sentence or in a few words where that is wanted, so that the wishes can be carried out on it."""
    if wanted.get("hint") and (_INSISTS.search(question.text) or _MORE_HINTS.search(question.text)):
        said = NO_MORE_HINTS if _MORE_HINTS.search(question.text) else HINTS_ONLY
        return says(said, guarded=True, about=COURTESY, forms={"hint": [(1.0, said)]})
    wish = wanted.get("language")
    tongue = wish.value if wish else tongues.tongue(question.text)
    english = IN_ONE if wanted.get("sentences") or wanted.get("sentences_at_most") else question.known.unknown
    texts = read_table("rhymes.yaml")["unknown"] if wanted.get("rhyme") else [tongues.unknown(tongue, english)]
    for name, prompt in zip(("first", "second", "third"), abroad.examples(tongue) or nearest(question.text), strict=False):
        texts = [text.replace(f"{{{name}}}", prompt.rstrip("?.!") if english == IN_ONE else prompt) for text in texts]
    ways = [(1.0, text) for text in texts]
    said_in = tongue if tongue and tongues.can_say_unknown(tongue) else "english"
    short = None if wanted.get("short") else SHORT
    about = "verse" if wanted.get("rhyme") else COURTESY
    return Answer(ways, short, forms={"hint": ways}, language=said_in, about=about, guarded=True)


def topic(text: str) -> str | None:
    """Return what somebody wants to be told about, or None."""
    found = _TOPIC.search(text)
    return found["topic"] if found else None
