"""What there is to say where nothing answers: that it is so, with the nearest prompts that do work, in the manner that is wanted."""

from ..tables import read_table
from . import abroad, instructions, tongues
from .answers import Ways
from .computed.question import Question
from .examples import nearest
from .instructions import Wanted
from .regex import Regex

_TOPIC = Regex(r"\b(?:about|describe)\s+(?P<topic>[\w' -]{2,40}?)\W*\Z")


def ways(question: Question, wanted: Wanted) -> Ways:
    """Return the ways to say that there is no answer; what cannot be followed in them is named."""
    wish = wanted.get("language")
    tongue = wish.value if wish else tongues.tongue(question.text)
    followed = {"satisfied", "role", "tone", "conditional", "rhyme", "language" if tongues.can_say_unknown(tongue) else ""}
    texts = [tongues.unknown(tongue, question.known.unknown)]
    if wanted.get("rhyme"):
        texts = read_table("rhymes.yaml")["unknown"]
    for name, prompt in zip(("first", "second", "third"), abroad.examples(tongue) or nearest(question.text), strict=False):
        texts = [text.replace(f"{{{name}}}", prompt) for text in texts]
    cannot = [*wanted.not_understood, *(wish.words for wish in wanted.wishes if wish.kind not in followed)]
    if cannot:
        note = instructions.following.NOTE.format("; ".join(f'"{words}"' for words in dict.fromkeys(cannot)))
        texts = [f"{text}\n\n{note}" for text in texts]
    return [(1.0, text) for text in texts]


def topic(text: str) -> str | None:
    """Return what somebody wants to be told about, or None."""
    found = _TOPIC.search(text)
    return found["topic"] if found else None
