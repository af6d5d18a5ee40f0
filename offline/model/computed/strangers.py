"""Who somebody is that no file knows: a private person of whom a model knows nothing, and should not."""

import re

from ..regex import Regex
from .memory import RELATIONS
from .question import Answer, Question, says

LONGEST = 200  # characters
_WORD = r"(?-i:[A-ZÀ-ÖØ-ÝŁŚŻČŠŽ])[\w'’.-]+"
_NAME = rf"({_WORD}(?: (?:de|da|van|von|al|bin|del|di|la|der|den|{_WORD})){{0,3}} {_WORD}|{_WORD})"
_ASKS = r"\W*(?:(?:hey|hi|hello|so|and|ok|please|can you tell me|tell me|do you know)\W+)*(?:who(?:'s| is| was|s)|do you know(?: (?:anything|something) about)?|have you (?:ever )?heard of|what (?:do|can) you (?:know|tell me|say) about|(?:tell me|say) (?:something |everything |more |all )?about|what do you think (?:about|of)|where (?:does|is)|how old is|what(?:'s| is) the (?:address|phone number|email|age|job) of|find(?: out)?(?: (?:everything|something))?(?: about)?|look up)"
_RELATION = rf"(?:{RELATIONS}|neighbou?rs?|classmate|coworker|co-worker|landlord|landlady|roommate|ex(?:[- ](?:wife|husband|girlfriend|boyfriend))?|crush|doctor|dentist|manager|family|roommates?|in-laws?|mother-in-law|father-in-law|professor|trainer|coach|student|nephew|niece|school friend|flatmate)"
_MINE = Regex(
    rf"{_ASKS} (?:(?:my|our) (?:\w+ )?(?:{_RELATION}),? {_NAME}|{_NAME}\b.{{0,60}}?\b(?:my|our) (?:\w+ )?(?:{_RELATION}|street|school|class|village|town|building|office|work|company|team)|{_NAME}\W+(?:he|she|they) (?:lives?|works?|is|are|sits?|was)\b.*\b(?:my|our|me|next door|us)\b).*",
    re.IGNORECASE | re.DOTALL,
)
_FULL = Regex(rf"\W*(?:who(?:'s| is| was|s)|do you know|have you (?:ever )?heard of|what do you know about) (?P<name>{_WORD} {_WORD}(?: {_WORD})?)(?: (?:from|of|in) {_WORD})?(?:\W+(?:he|she|they)\b.*)?\W*", re.IGNORECASE)  # fmt: skip
PRIVATE = (
    "I know nothing about {}, and that is as it should be: a model learns from public texts, so it knows nothing of private people. "
    "If it told you something all the same, it would be made up. I am the offline stand-in, and know only what you tell me here."
)
MAYBE = (
    "I know nothing about {0}. I am the offline stand-in, with some well-known people in my files and no private ones. A real model knows many people of whom much was written; "
    "of a private person it knows nothing, and what it says of one is made up."
)


def answer(question: Question) -> Answer | None:
    """Return that nothing is known of somebody who is near to the one who asks; None for anything else, and for names that were told."""
    text = question.text.replace("’", "'").strip()
    if len(text) > LONGEST or not (found := _MINE.fullmatch(text)) or not (name := _named(found)):
        return None
    return None if _told(name, question) else says(PRIVATE.format(name), guarded=True, about="person")


def unheard(question: Question) -> Answer | None:
    """Return that nobody of a full name is known, where nothing else answers."""
    found = _FULL.fullmatch(question.text.replace("’", "'").strip())
    if found is None or _told(found["name"], question):
        return None
    return says(MAYBE.format(found["name"].rstrip(".")), guarded=True, about="person")


def _named(found: re.Match) -> str:
    """Return the name in a question, wherever it stands in it."""
    return next(filter(None, found.groups()), "").rstrip(" .,")


def _told(name: str, question: Question) -> bool:
    said = [*question.earlier("user"), question.told]
    return any(name.split()[0] in text for text in said)
