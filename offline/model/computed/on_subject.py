"""A second question, or a detail, on the subject of what was just said: "and if it is straight from the fridge?", "it is a wool carpet".

What is known so stands in data/follow_ups.yaml: by the words of what was talked of, then by those of the second message.
"""

import re
from functools import cache

from ...tables import read_table
from .. import abouts
from ..regex import Regex
from . import places
from .question import Answer, Question, says

LONGEST = 140  # characters of a second message
LITTLE = "already even only day days week weeks time times today"  # words that tell nothing more in a second message
TURNS = 3  # user's messages back that may name the subject
_AFRESH = Regex(  # a question that may as well begin a subject of its own
    r"\W*(?:(?:and|ok|so|now|hi|please)\W+)*(?:how (?:do|can|to|does)|what (?:is|are|does|'s)|who|tell me|give me|write|translate|explain|recommend|suggest|when (?:is|was|did)|where)\b",
    re.IGNORECASE,
)
_POINTS = Regex(  # what goes on from before for sure
    r"\A\W*(?:and|but|or|so|then|what about|how about|what if)\b|\b(?:it|its|it's|that|this|they|them|he|she|him|her|one|then|though|too|instead)\b", re.IGNORECASE
)
_NUMBER = re.compile(r"\b\d+\b")
_SIGNS = re.compile(r"[\[\]|]")


def answer(question: Question) -> Answer | None:
    """Return what is known of the subject before as to what is asked or told now; None where nothing is."""
    text = question.text.replace("’", "'")
    if not question.before or not 0 < len(text) <= LONGEST:
        return None
    if places.mentioned(text) or (question.known.knows(text) and not _POINTS.search(text)):
        return None
    most = None if _POINTS.search(text) and not _AFRESH.match(text) else 0
    best = None
    for back, earlier in enumerate(question.earlier("user")[:TURNS]):
        said = abouts.stems(earlier)
        for topic in _topics():
            if not any(abouts.within(said, on) for on in topic["on"]):
                continue
            for words, say in topic["then"].items():
                fits = abouts.fit(_NUMBER.sub(" ", text), words, topic["may"], most=most)
                if fits and (best is None or (fits, -back) > best[0]):
                    best = (fits, -back), say
    return says(best[1], about="follow-up") if best else None


def from_both(question: Question) -> Answer | None:
    """Return what is known about the two last questions together; None where it is what was said before."""
    earlier = next(iter(question.earlier("user")), "")
    if not earlier or not 0 < len(question.text) <= LONGEST or not (found := question.known.about_both(question.text, earlier)):
        return None
    said = " ".join(question.earlier("assistant"))
    if any(text[:60] in said for _, text in found["say"]):
        return None
    short = found["short"][0][1] if "short" in found else None
    return Answer(found["say"], short, {form: ways for form, ways in found.items() if form != "say"})


@cache
def _topics() -> list[dict]:
    topics = []
    for row in read_table("follow_ups.yaml"):
        on = row["topic"] if isinstance(row["topic"], list) else [row["topic"]]
        may = _SIGNS.sub(" ", " ".join([*on, row.get("may", ""), LITTLE]))
        topics.append({"on": on, "may": may, "then": row["then"]})
    return topics
