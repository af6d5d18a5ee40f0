"""What somebody could do better at work, or for more customers: advice for the job that was told of (data/everyday/jobs.yaml)."""

import re
from functools import cache

from ...tables import read_table
from ..everyday.wish import listed
from ..regex import Regex
from .question import Answer, Question, says

LONGEST = 200  # characters of a question
_ASKS = Regex(
    r"\b(?:how|what|any (?:tips|ideas|advice)|tips|ideas)\b.*\b(?P<people>customers?|clients?|guests?|passengers?|patients?|students?|pupils?|lessons?|class(?:es)?|my (?:work|job|business|shop|store|service|restaurant|bakery|salon|company))\b",
    re.IGNORECASE,
    "customer client guest passenger patient student pupil lesson class my",
)
_BETTER = Regex(
    r"\b(?:better|improve|improving|happy|happier|more fun|fun|nicer|good service|service|satisfied|more interesting|interesting|like me|come back|please|treat|better service|offer|do (?:more )?for|surprise|good at|successful)\b",
    re.IGNORECASE,
)
_MORE = Regex(
    r"\b(?:more|new|get|find|attract|win|bring in)\b.{0,15}\b(?:customers?|clients?|guests?|passengers?|sales|business|students?)\b",
    re.IGNORECASE,
)
_JOB = Regex(
    r"\b(?:i(?:'m| am|’m|m)?(?: also| now)? (?:work(?:ing)? (?:as|in|at)|(?:an?|the) (?!bit|little|lot)|run|own|have|drive|manage|teach)|my (?:job|profession|work) is|as an?|in my|my (?=bakery|shop|restaurant|salon|caf|store|bar|hotel))\b(?P<job>[^.!?;]{0,60})",
    re.IGNORECASE,
)


def answer(question: Question) -> Answer | None:
    """Return what helps in the job that somebody told of, in this message or before; None without a job, or if that is not asked."""
    text = question.text.replace("’", "'")
    asked = _ASKS.search(text) if len(text) <= LONGEST else None
    if asked is None or not (_BETTER.search(text) or _MORE.search(text)):
        return None
    job = next((found for said in [text, *question.earlier("user")] if (found := _job(said))), None)
    if job is None:
        return None
    name, title = job
    told = _jobs()[name]
    more = _MORE.search(text)
    lines = [*_jobs()["more"][:3], *told["do"][:3]] if more else told["do"]
    opening = f"As {title}, for more {told['people']}" if more else f"As {title}, for your {told['people']}"
    return says(f"{opening}:\n\n{listed(lines)}", about=f"work {name}")


def _job(said: str) -> tuple[str, str] | None:
    """Return which row of the table a message tells of, and the job in the words of the message."""
    for found in _JOB.finditer(said.replace("’", "'")):
        for name, one in _jobs().items():
            if name in ("any", "more"):
                continue
            if named := re.search(rf"\b(?:{one['is']})s?\b", found[0], re.IGNORECASE):
                word = named[0].casefold()
                place = re.search(
                    r"shop|store|restaurant|bakery|salon|caf|bar|hotel|hostel|pub|stall|kiosk|boutique|guesthouse", word
                )
                article = "an" if word[0] in "aeio" else "a"
                return name, f"somebody with {article} {word}" if place else f"{article} {word}"
    return None


@cache
def _jobs() -> dict:
    return read_table("everyday/jobs.yaml")
