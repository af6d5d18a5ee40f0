"""How cold, warm or wet it is somewhere in a season: of the place that is named, or was named before ("cold there in winter?").

Of two places to travel to ("Rome or Oslo in July?") both are told, and the one is chosen that fits what somebody likes.
"""

import re

from ...tables import read_table
from ..everyday import trips
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
    needs="chilly climate cold cool dry freezing hot humid mild rain snow sunny warm weather wet windy",
)
_SET = Regex(
    rf"\b(?:{_SEASON}|usually|normally|year round|all year|generally|climate)\b|\A\W*(?:and |so )*{_WEATHER}\b", re.IGNORECASE
)
_THERE = Regex(r"\bthere\b", re.IGNORECASE)
NOT_KNOWN = "I am the offline stand-in, and I have no data on the climate of {}, so I do not say how it is there."


_OR = Regex(
    r"\b(?:go|visit|travel|holiday|vacation|trip|fly|spend)\b.*?\b(?:to|in|visit|either|:)\s+(?:either )?(?P<one>[A-Z][\w ]+?) or (?:to |in )?(?P<two>[A-Z][\w]+(?: [A-Z]\w+)*)|\A\W*(?P<one2>[A-Z][\w ]+?) or (?P<two2>[A-Z]\w+(?: [A-Z]\w+)*)\b.{0,30}\b(?:which|better|holiday|vacation|trip|visit)\b"
)
_COOL = Regex(
    r"(?:\bnot|n't|\bdont|\bhate|\bcan'?t stand|\bdislike)\b[^.?!]{0,25}\b(?:hot|heat|warm)\b|\btoo hot\b|\b(?:like|love|prefer|rather|want)\b[^.?!]{0,20}\b(?:cool\w*|cold\w*|mild\w*|snow)\b",
    re.IGNORECASE,
    needs="cold cool heat hot mild snow warm",
)
_WARM = Regex(
    r"(?:\bnot|n't|\bdont|\bhate|\bcan'?t stand|\bdislike)\b[^.?!]{0,25}\b(?:cold|cool|rain\w*|snow)\b|\b(?:like|love|prefer|rather|want)\b[^.?!]{0,20}\b(?:hot|heat|warm\w*|sun\w*|beach\w*|swim\w*)\b",
    re.IGNORECASE,
    needs="beach cold cool heat hot rain snow sun swim warm",
)


def answer(question: Question) -> Answer | None:
    """Return what the climate of a place is like, or which of two places fits better; None for anything else, and for the weather now."""
    return _between(question) or _of_one(question)


def _between(question: Question) -> Answer | None:
    """Return which of two places to travel to; None where two are not asked for, or nothing new is told of what somebody likes."""
    text = question.text.replace("’", "'")
    earlier = next(iter(question.earlier("user")), "")
    likes = "cool" if _COOL.search(text) else "warm" if _WARM.search(text) else ""
    if likes and earlier and (found := trips.chosen(f"{earlier} {text}")):
        return found
    asked = _OR.search(text) or _OR.search(earlier)
    named = [place for word in asked.groups() if word and (place := journeys.named(word))] if asked else []
    if len(set(named)) != 2 or len(text) > 200 or (not likes and asked.string is not text):
        return None
    warmth = read_table("everyday/travel.yaml")["warmth"]
    cooler, warmer = sorted(named, key=lambda place: warmth.index(journeys.climate_of(place)))
    from ..one_question import plainly

    season = re.search(_SEASON, asked.string, re.IGNORECASE)
    told = [plainly(journeys.climate(place, asked.string).ways) for place in named if season]
    if journeys.climate_of(cooler) == journeys.climate_of(warmer):
        chosen = f"As to the weather there is little between {cooler} and {warmer}, so go by what you want to see"
    elif likes:
        chosen = f"Then {cooler if likes == 'cool' else warmer}: it is the {likes}er one of the two"
    else:
        chosen = f"It depends on what you like: {warmer} if you want it warm, {cooler} if you like it cooler"
    see = "" if likes else "".join(f" Worth seeing in {place}: {journeys.sights(place)}." for place in named)
    return says(f"{' '.join([f'{chosen}.', *told])}{see}", about="travel")


def _of_one(question: Question) -> Answer | None:
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
