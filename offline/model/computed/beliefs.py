"""What somebody takes for the answer, beside the question: "capital of New Zealand, I always think it's Auckland" -> "Wellington, not Auckland"."""

import re
from dataclasses import replace

from ..language import folded
from ..regex import Regex
from .atlas import atlas
from .question import Answer, Question

LONGEST = 160  # characters of a message
_IS = r"(?:that )?(?:it'?s|it is|it was|its|that'?s|that is|this is)"
_THINKS = r"(?:(?:i|we)(?: always| still| first| actually| really| kind of)* (?:think|thought|believed?|guess(?:ed)?|would say|said|heard|was told)|(?:my|our|his|her|the|a|some) [a-z]+(?: [a-z]+)? (?:says?|said|thinks?|thought|claims?|insists?|told me|believes?|is sure)|(?:they|people|some) (?:say|think))\W+(?:that )?"
_END = r"(?:[\s,.?!]+(?:right|correct|no|or not|isn'?t it|am i right|is (?:that|it|he|she) (?:right|true|correct)|or|true|but i(?:'m| am) not sure|not sure|yes))?[\s,.?!)]*"
_BELIEF = Regex(
    rf"(?P<asked>.{{8,100}}?)(?:[\s,.;:?!(-]+(?:(?:and|but|because|or)\s+)?(?P<thinks>{_THINKS})(?:{_IS} )?|[,.;?!(-]\s*(?:(?:and|or) )?(?:{_IS}|is it|isn'?t it|was it|wasn'?t it|not|i bet) |[?.]\s+(?:or )?)(?P<said>[^?!.,;]{{2,40}}?){_END}",
    re.IGNORECASE,
)
_NAME = Regex(
    r"(?:in )?(?:the )?(?-i:[A-Z])[\w'’.-]*(?: (?:(?:of|the|de|da|van|von|del) )*(?-i:[A-Z])[\w'’.-]*)*|(?:in )?\d[\d,.]*"
)
_ASKS = Regex(
    r"\b(?:what|whats|which|who|whos|when|where|how (?:high|long|many|far|old|tall|big)|capital|capitol)\b", re.IGNORECASE
)


def answer(question: Question) -> Answer | None:
    """Return the answer to the question with what it is not, where somebody takes something else for it; None where nobody does."""
    from .. import one_question

    text = question.text.replace("’", "'").strip()
    found = _BELIEF.fullmatch(text) if len(text) <= LONGEST else None
    if not found or not _ASKS.search(found["asked"]):
        return None
    answered = one_question.answer(question.asking(found["asked"]))
    if answered is None or answered.weak or answered.guarded:
        return None
    said, name = one_question.plainly(answered.ways), _named(found["said"])
    if name and answered.short and folded(name) == folded(answered.short):
        return replace(answered, ways=[(1.0, f"Yes. {said}")])
    if not name or folded(name) in folded(said) or "\n" in said:
        return answered if name or found["thinks"] else None
    first, end, rest = said.partition(". ")
    return replace(answered, ways=[(1.0, f"{first.rstrip('.')}, not {name}.{' ' if end else ''}{rest}")])


def _named(said: str) -> str:
    """Return the name or the number that a belief consists of, a place as it is spelled; "" for other words."""
    if there := atlas().names.get(folded(said).removeprefix("in ").removeprefix("the ")):
        return there.name
    return said.strip() if _NAME.fullmatch(said.strip()) else ""
