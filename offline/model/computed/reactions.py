"""What is said to a reply without asking for anything: "that's boring", "scary", "I think dogs are nicer", "it is a wool carpet".

The words are in data/reactions.yaml. A detail of which nothing is known is noted, and it is said that nothing follows from it.
"""

import re
from functools import cache

from ...tables import read_table
from ..regex import Regex
from .memory import states_only, turned
from .question import Answer, Question, says

LONGEST = 140  # characters of a message
NOTED = "Noted: {} But I have nothing that is meant for it: I am the offline stand-in, and what I said before is all that I know about this."
_DETAIL = Regex(
    r"\W*(?:(?:oh|ok|okay|well|but|and|no|yes|hm+|ah|thanks|also|sorry|btw)\W+)*(?:(?:i|we|he|she|they|it|its|it's|he's|she's|they're|i'm|im|we're)\b(?! \w+\W*\Z)|(?:his|her|their|the|this|there|my|our)\b.*(?:\b(?:is|are|was|were|has|have|had)\b|'s\b))",
    re.IGNORECASE,
)
_NO_DETAIL = Regex(r"\b(?:you|your|i mean|though|[^\W\d_]*\d\S*-\S*)\b", re.IGNORECASE)  # it speaks of the reply
NOTHING_ELSE = "That is a pity: I know nothing else that could help."
_FEWEST, _MOST = 3, 14  # words of a detail


def answer(question: Question) -> Answer | None:
    """Return what is said to an opinion or a detail; None for anything else."""
    text = _message(question)
    return (reaction(question, last=True) or _detail(text)) if text and not question.goes_on_from_nothing else None


def reaction(question: Question, *, last: bool = False) -> Answer | None:
    """Return what is said to a reaction; None for anything else. `last`: to one of those that come last."""
    text = _message(question)
    around = f"{question.earlier('user')[:1]} {question.earlier('assistant')[:1]}"
    for one in _known() if text else ():
        if question.goes_on_from_nothing and not one.get("always"):
            continue
        if (
            one.get("last", False) == last
            and one["pattern"].fullmatch(text)
            and re.search(one.get("after", ""), around, re.IGNORECASE)
        ):
            return _another(one["say"], question) if one.get("again") else says(one["say"], weak=True)
    return None


def _message(question: Question) -> str:
    """Return a message that may say something to a reply; "" for one that does not."""
    text = " ".join(question.text.replace("’", "'").split())
    return text if len(text) <= LONGEST and question.earlier("assistant") else ""


def _another(say: str, question: Question) -> Answer | None:
    """Return another one of what was given before, after some words."""
    from ..one_question import answer as asked
    from ..one_question import plainly
    from .followups import NO_OTHER

    found = asked(question.asking("another one"))
    return found and says(NOTHING_ELSE if found.ways == says(NO_OTHER).ways else f"{say} {plainly(found.ways)}")


def _detail(text: str) -> Answer | None:
    """Note a detail from which nothing follows; None for a message that tells no detail."""
    if (
        text.endswith("?")
        or _NO_DETAIL.search(text)
        or not _FEWEST <= len(text.split()) <= _MOST
        or not _DETAIL.match(text)
        or not states_only(text)
    ):
        return None
    told = turned(text)
    return says(
        NOTED.format(
            told[:1].lower() + told[1:] if re.match(r"(?:You|Your|It|He|She|They|The|His|Her|Their|There)\b", told) else told
        )
    )


@cache
def _known() -> list[dict]:
    around = r"\W*{}(?:\W+(?:lol|haha+|hehe|though|tbh|to me|honestly|thanks?|thank you|too|really|indeed|actually|then|now))*\W*"
    return [
        one | {"pattern": re.compile(around.format(f"(?:{one['asked']})"), re.IGNORECASE)} for one in read_table("reactions.yaml")
    ]
