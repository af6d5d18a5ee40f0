"""What somebody may eat who told of a diet or an allergy before: "can I eat a ham sandwich?" (data/diets.yaml)."""

import re
from functools import cache

from ...tables import read_table
from ..regex import Regex
from .question import Answer, Question, says

LONGEST = 150  # characters of a question
_EATS = Regex(
    r"\b(?:can|may|could|should|shall|is it (?:ok|okay|safe|fine)(?: for me)? (?:to|if i)|am i allowed to) (?:i |we )?(?:still |also |safely )?(?:eat|have|order|drink|try|taste|cook)\b(?P<what>[^?.!]*)|\bis (?P<one>[\w' -]{2,30}?) (?:ok|okay|safe|good|fine|allowed|suitable) for me\b",
    re.IGNORECASE,
    "eat have order drink try taste cook safe ok okay good fine allowed suitable",
)
_AVOIDS = Regex(
    r"\bwhat (?:food |foods |things )?(?:should|can|may|must|do) (?:i|we) (?:not|never|avoid)\b.{0,15}|\b(?:anything|something|any food|food|what|things?) (?:that )?(?:i|we) (?:should(?: not|n'?t)|can(?:not|'?t)|must(?: not|n'?t)|may not|(?:should|must|have to) avoid)\b.{0,15}|\bwhat (?:can'?t|cannot|shouldn'?t|mustn'?t) i (?:eat|have)\b|\bwhat (?:foods? )?(?:should|must) i avoid\b",
    re.IGNORECASE,
    "not avoid can cant should shouldnt must mustnt never",
)
NOT_SAFE = "With an allergy, read the label and ask in the kitchen each time."


def answer(question: Question) -> Answer | None:
    """Return whether a food goes with what was told of a diet, or what to avoid; None where nothing of the kind was told."""
    text = question.text.replace("’", "'")
    if len(text) > LONGEST or not question.before:
        return None
    asked, avoids = _EATS.search(text), _AVOIDS.search(text)
    if not asked and not avoids:
        return None
    diets = _told(" . ".join(question.earlier("user")).replace("’", "'"))
    if not diets:
        return None
    if avoids:
        return says(" ".join(f"You told me that {one['called']}: so no {_listed(one['never'])}." for one in diets) + _note(diets))
    return _may(f" {asked['what'] or asked['one'] or ''} ", diets)


def _may(food: str, diets: list[dict]) -> Answer | None:
    for one in diets:
        if found := re.search(rf"\b(?:{one['never']})\b", food, re.IGNORECASE):
            return says(
                f"No: you told me that {one['called']}, and {found[0].casefold()} does not go with that.{_note(diets)}",
                short="No.",
            )
    for one in diets:
        if found := re.search(rf"\b(?:{one['perhaps']})\b", food, re.IGNORECASE):
            return says(
                f"It depends on what is in it: you told me that {one['called']}, so look at what is in the {found[0].casefold()} first.{_note(diets)}",
                short="It depends.",
            )
    return None


def _told(said: str) -> list[dict]:
    return [one for one in _diets() if re.search(rf"\b(?:i|i'm|im|my|we|me)\b[^.?!]*\b(?:{one['told']})\b", said, re.IGNORECASE)]


def _listed(pattern: str) -> str:
    """Return the first foods of a pattern, in words."""
    foods = [re.sub(r"\(\?:[^)]*\)|[?\\]", "", food) for food in re.split(r"\|(?![^(]*\))", pattern)[:6]]
    return f"{', '.join(foods[:-1])} or {foods[-1]}"


def _note(diets: list[dict]) -> str:
    return f" {NOT_SAFE}" if any("allerg" in one["called"] or "tolerate" in one["called"] for one in diets) else ""


@cache
def _diets() -> list[dict]:
    return read_table("diets.yaml")
