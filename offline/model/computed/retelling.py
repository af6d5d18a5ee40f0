"""A reply about a text that was sent along is wanted in another language: there is no translation of it, and no other text in its place."""

import re

from ..regex import Regex
from .question import Answer, Question, says

LONG = 12  # words of a reply that no table of phrases has
_IN = Regex(
    r"\W*(?:(?:and|now|ok|okay|thanks|great|please|can you|could you|the same|write|say|give|make|translate|put|me|it|that|this|the summary|also)\W+)*(?:in|into|to) "
    r"(?P<language>spanish|german|french|italian|portuguese|dutch|polish|turkish|russian|arabic|hindi|chinese|japanese|ukrainian|swedish|greek)\b"
    r"(?:\W+(?:please|pls|thanks|too|now|for (?:my|our|an?) [\w' -]{2,30}))*\W*",
    re.IGNORECASE,
    needs="arabic chinese dutch french german greek hindi italian japanese polish portuguese russian spanish swedish turkish ukrainian",
)
_SENT = Regex(r"[^:\n]{3,160}:\s+\S+(?:\s+\S+){14,}", re.IGNORECASE)
CANNOT = "I am the offline stand-in, and I cannot translate that into {}: I know only short phrases and simple sentences."


def answer(question: Question) -> Answer | None:
    """Return that the reply before cannot be translated; None where that is not asked, or it was not about a text."""
    found = _IN.fullmatch(question.text)
    asked, replied = question.earlier("user")[:1], question.earlier("assistant")[:1]
    if not found or not replied or len(replied[0].split()) < LONG or not _SENT.match(asked[0]):
        return None
    return says(CANNOT.format(found["language"].capitalize()), guarded=True)
