"""Advice that the instructions forbid: "Never give medical advice; tell patients to call the clinic"."""

import re

from ....tables import read_table
from ...regex import Regex
from ..question import Answer, Question, says

LONGEST = 400  # characters of a message
_FORBIDS = Regex(
    r"\b(?:never|do not|don't|must not|not allowed to|cannot|may not|no)\s+(?:ever )?(?:(?:give|provide|offer)\s+)?(?:any\s+)?(?P<what>medical|health|legal|financial|investment|tax)(?:(?:,| or| and|, or) \w+)* advice\b"
    r"(?:[^.\n]*?\b(?:tell|ask|advise|refer|send|direct)\s+(?:\w+ ){0,2}?to\s+(?P<instead>[^.;\n]{3,120}))?",
    re.IGNORECASE,
    needs="advice",
)
_INSTEAD = Regex(
    r"\A\W*(?:instead,? )?(?:tell|ask|advise|refer|send|direct)\s+(?:\w+ ){0,2}?to\s+(?P<instead>[^.;\n]{3,120})", re.IGNORECASE
)


def answer(question: Question) -> Answer | None:
    """Return that such advice may not be given, and whom to ask; None where it is not forbidden, or not asked for."""
    found = _FORBIDS.search(question.told.replace("’", "'"))
    if not found or not 0 < len(question.text) <= LONGEST:
        return None
    known = read_table("no_advice.yaml")[found["what"].casefold()]
    if not re.search(rf"\b(?:{known['asked']})\b", question.text, re.IGNORECASE):
        return None
    rest = re.sub(r"\A[.;\s]+", "", question.told[found.end() :])
    more = _INSTEAD.match(rest)
    instead = found["instead"] or (more["instead"] if more else known["instead"])
    if re.match(r"(?:an?|the|their|our|your|his|her)\b|[A-Z]", instead):
        instead = f"ask {instead}"
    return says(
        f"I am sorry, I may not give {found['what'].casefold()} advice. Please {instead.strip().rstrip('.')}.",
        guarded=True,
        about="support",
    )


def forbids(clause: str) -> bool:
    """Return whether a clause only forbids such advice, or says what to tell instead."""
    return bool(_FORBIDS.search(clause.replace("’", "'")) or _INSTEAD.match(clause))
