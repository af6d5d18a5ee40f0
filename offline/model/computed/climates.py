"""How cold, warm or wet it is somewhere in a season: of the place that is named, or was named before ("cold there in winter?")."""

import re

from ..regex import Regex
from ..tongues import is_unknown
from . import journeys, places
from .question import Answer, Question, says

LONGEST = 90  # characters
_SEASON = r"(?:winters?|summers?|spring|autumn|fall|january|february|march|april|may|june|july|august|september|october|november|december)"
_WEATHER = r"(?:cold|hot|warm|mild|cool|chilly|freezing|snowy?|snows?|rainy?|rains?|wet|dry|humid|sunny|windy|weather|climate)"
_ASKS = Regex(
    rf"\W*(?:(?:and|so|but|is|does|do|it|they|how|what|what's|whats|the|a|get|gets|have|very|really|too|that|much|lots of|usually|like|be|must|winters?|summers?|are)\W+)*{_WEATHER}\b"
    rf"(?=.*\b(?:there|in)\b)[^.!]*?\W*",
    re.IGNORECASE,
)
_SET = Regex(
    rf"\b(?:{_SEASON}|usually|normally|year round|all year|generally|climate)\b|\A\W*(?:and |so )*{_WEATHER}\b", re.IGNORECASE
)
_THERE = Regex(r"\bthere\b", re.IGNORECASE)
NOT_KNOWN = "I am the offline stand-in, and I have no data on the climate of {}, so I do not say how it is there."


def answer(question: Question) -> Answer | None:
    """Return what the climate of a place is like, or that it is not known; None for anything else, and for the weather now."""
    text = question.text.replace("’", "'").strip()
    if len(text) > LONGEST or not _ASKS.fullmatch(text) or not _SET.search(text):
        return None
    named = places.mentioned(text) or (_THERE.search(text) and _before(question))
    if not named:
        return None
    place = named[-1].name
    return journeys.climate(place, text) or says(NOT_KNOWN.format(place), guarded=True, about="travel")


def _before(question: Question) -> list:
    return next(
        (
            found
            for message in reversed(question.before)
            if not is_unknown(message["content"], question.known.unknown) and (found := places.mentioned(message["content"]))
        ),
        [],
    )
