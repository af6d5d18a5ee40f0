"""Outlines of essays: those of data/everyday/outlines.yaml, and a plain frame for any other topic, which says that it is one."""

import re
from functools import cache

from ...tables import read_table
from ..abouts import has as has_words
from ..computed.question import Answer
from ..regex import Regex
from .wish import UNSAFE, Wish, capital

LONGEST = 300  # characters of a request
_ASKS = Regex(
    r"\b(?:outline|essay structure|structure (?:for|of) (?:an |my |the )?essay|essay plan|plan (?:for|of) (?:an |my )?essay)\b|\bessay\b.*\b(?:help|outline|structure|start|how|ideas|points|need|write|begin)\b|\b(?:help|start|begin|write|need)\b.*\bessay\b",
    re.IGNORECASE,
    needs="essay outline structure",
)
_TOPIC = Regex(
    r"\b(?:about|on|regarding|for|titled|called|topic:?|whether|of)\s+(?:an? essay (?:about|on) |my essay (?:about|on) |the topic (?:of )?)?(?P<topic>.+)",
    re.IGNORECASE,
)
_AFTER = Regex(
    r"[\s,.;!?-]*(?:\b(?:i need|please|can you|could you|for (?:school|class|university|my)|in (?:english|history|school)|with (?:an? )?outline|\d+ words|help me|give me|make|help|thanks|due|it is|its)\b.*)?\Z",
    re.IGNORECASE | re.DOTALL,
)
FRAME = """Outline: {topic}

Introduction: what the question is, why it matters, and what you will show (your thesis in one sentence)
1. Background: what a reader must know (terms, dates, people)
2. Your strongest argument, with an example
3. A second argument, with an example
4. What speaks against it, and your answer to that
Conclusion: your thesis again, in the light of what you showed, and an outlook

I know this frame, but nothing about "{topic}" itself: fill it from your books."""


def answer(wish: Wish) -> Answer | None:
    """Return the outline that is asked for; None if none is."""
    text = wish.text
    if (
        len(text) > LONGEST
        or UNSAFE.search(text)
        or not _ASKS.search(text)
        or re.search(r"\b(?:python|css|html|border|button)\b", text, re.IGNORECASE)
    ):
        return None
    for one in _outlines():
        if has_words(text, one["asked"]):
            return Answer([(1.0, _said(one))], short=one["thesis"], about=one["title"])
    found = _TOPIC.search(text)
    topic = _AFTER.sub("", found["topic"]) if found else ""
    return (
        Answer([(1.0, FRAME.format(topic=capital(topic)))], about=topic)
        if topic and topic.casefold() not in ("essay", "an essay", "my essay", "school")
        else None
    )


def _said(one: dict) -> str:
    points = "\n".join(f"{place}. {point}" for place, point in enumerate(one["points"], 1))
    return f'Outline: {one["title"]}\n\nIntroduction: {one["open"]}; then the question and your thesis\n{points}\nConclusion: what weighs most. A possible thesis: "{one["thesis"]}"'


@cache
def _outlines() -> list[dict]:
    return read_table("everyday/outlines.yaml")
