"""Words that are mixed up, such as "affect" and "effect": told apart, in whatever words it is asked (data/word_pairs.yaml)."""

import re
from functools import cache

from ...tables import read_table
from ..language import folded
from .question import Answer, Question, says

LONGEST = 120  # characters
_BETWEEN = r"(?: (?:or|vs|versus|and|und|y|o|from|against|than|instead of))?(?: (?:when|how|wann|why|cuando)(?: (?:do i|do you|to|should i|i))?(?: (?:use|say|write))?)? "
# What may stand around them in a question for the difference.
_MAY = frozenset(
    "a the is it this that what s whats are i we you do does should shall can could how when which one to use used using say write know right correct better between difference "
    "differences different tell me explain please pls and or of in english grammar always never mix up confuse confused confusing keep mixing mixed get don t understand not "
    "sure my for with word words here there wrong need rule meaning mean means remember ever about what quick question hi hello help thanks thank im am learner student beginner apart once all still really so u me him "
    "unterschied zwischen der ist was und wann diferencia entre cual es la".split()
)
_ASIDE = re.compile(r"(?:my|i|i'm|im|we|our|thanks|thank|please|sorry|it's|its|english)\b[^?]*\Z", re.IGNORECASE)
_ASKS = re.compile(
    r"\b(?:difference|unterschied|diferencia|or|vs|versus|mix\w*|confus\w*|apart|when|wann|cuando|rule|which)\b", re.IGNORECASE
)


_IN_ENGLISH = re.compile(r"\b(?:in|auf|en) (?:english|englisch|inglés|anglais)\b", re.IGNORECASE)
_ENGLISH = re.compile(r"\W*(?:what|when|how|is|do|should|which|difference|tell|explain|can|please|i|the)\b", re.IGNORECASE)


def answer(question: Question) -> Answer | None:
    """Return what tells two words apart; None if that is not asked, or they are not in the table."""
    text, *beside = re.split(r"(?<=[.?!])\s+(?=\w)", question.text.strip())
    if not all(map(_ASIDE.match, beside)) or len(text) > LONGEST or not _ASKS.search(text):
        return None
    if _IN_ENGLISH.search(question.text) and not _ENGLISH.match(text):
        return None  # what tells them apart is there in the language of the question only
    said = f" {folded(text)} "
    for words, told in _pairs():
        if (
            sum(f" {word} " in said for word in words) > 1
            and (rest := _around(words, said)) is not None
            and _MAY.issuperset(rest.split())
        ):
            used = told.get("used")
            forms = {"example": [(1.0, used)], "why": [(1.0, f"{told['say']} For example: {used}")]} if used else {}
            return says(told["say"], forms=forms, about="words")
    return None


def _around(words: tuple[str, ...], said: str) -> str | None:
    """Return what stands around the words where they stand together, in whatever order; None where they do not."""
    one = "|".join(map(re.escape, words))
    found = re.search(
        rf" (?P<first>{one})(?: (?!or |and )(?P<noun>\w+?))?(?: (?:{one}))?{_BETWEEN}(?P<other>{one})(?(noun) (?P=noun)) ", said
    )
    return f"{said[: found.start()]} {said[found.end() :]}" if found and found["first"] != found["other"] else None


@cache
def _pairs() -> list[tuple[tuple[str, ...], dict]]:
    """Return the rows, those with longer words first, so that "i" and "me" are the last."""
    rows = [(tuple(folded(word) for word in key.split("|")), told) for key, told in read_table("word_pairs.yaml").items()]
    return sorted(rows, key=lambda row: -sum(map(len, row[0])))
