"""Whether an answer belongs to the talk that is going on: "What should we book in advance?" about a journey asks for no novels.

A message that points back ("the third day", "make it darker") means something of before. An answer to it that
shares no word with what was talked of before, and too few with the message itself, is an answer to something else.
"""

import re

from .. import abouts
from ..computed.question import Answer, Question
from ..regex import Regex

TALKED_OF = 4  # telling words of the messages before, from which on they have a subject
SHARED = 2  # telling words that an answer must share with the talk
_POINTS_BACK = Regex(
    r"\b(?:it|its|that|this|these|those|them|they|there|he|she|him|her|again|then|we|our|the (?!world\b|best\b|most\b|difference\b|capital\b)\w+)\b",
    re.IGNORECASE,
)


def belongs(found: Answer, question: Question) -> bool:
    """Return whether an answer belongs to the talk, as far as its words tell."""
    if not question.before or question.known.knows(question.text) or not _POINTS_BACK.search(question.text):
        return True
    asked = abouts.telling(question.text)
    talked = abouts.telling(" ".join(question.earlier("user")[:3]))
    if len(talked) < TALKED_OF:
        return True
    said = abouts.stems(" ".join(text for _, text in found.ways[:1]))
    return len(said & (asked | talked)) >= min(SHARED, len(asked | talked)) or (bool(asked) and asked <= said)
