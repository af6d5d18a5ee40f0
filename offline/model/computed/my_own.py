"""The places that people named as their own, put into a question: "what is the capital of my country?" after "I am from Ghana"."""

import re

from ..regex import Regex
from ..tongues import is_unknown
from .atlas import Place, atlas
from .memory import said_of_oneself
from .question import Question

LONGEST = 160  # characters of a question
_OWN = Regex(
    r"\b(?:my (?:home |own |native )?(?P<what>country|city|town|hometown|homeland|village|place|capital)|(?:the (?P<there>country|city|town|place)|there,? )? ?where i (?:live|come from|am from|was born|'m from))\b",
    re.IGNORECASE,
)
_IT = Regex(r"(?<=\w )(?:it|them)\b", re.IGNORECASE)
_THERE = Regex(r"\b(?:see|visit|do|eat|try) (?P<there>there)\b", re.IGNORECASE, needs="there")
_LIKED = Regex(r"\bmy favou?rite (?P<what>\w+)", re.IGNORECASE, needs="favo")
_ASKS_LIKED = Regex(r"\b(?:what|which|who)(?:'s| is|s| was)? my favou?rite|\A\W*my\b|\bremember\b|\bdo you know\b", re.IGNORECASE)
_FROM = Regex(r"\b(?:from|live|living|born|reside|moved|home(?:town)?|city|country|town|based|flat|house)\b", re.IGNORECASE)
_ASKS_ITSELF = Regex(
    r"\b(?:what|which|where|name|remember|know|guess)\b(?:'s| is| was| do you know)?(?: the name of)? (?:my|where i)\b[\w ]*\W*\Z|\b(?:which|what) (?:country|city|town|place) (?:am|do) i\b",
    re.IGNORECASE,
)


def request(question: Question) -> str | None:
    """Return the question with the place in it that somebody told was theirs; None where none is asked about, or none was told."""
    text = question.text.replace("’", "'")
    if question.known.forms_of([*(message["content"] for message in question.before), text], wholly=True):
        return None  # it is on file as it is
    if (there := _THERE.search(text)) and len(text) <= LONGEST and (place := _spoken_of(question)):
        return f"{text[: there.start('there')]}in {place.name}{text[there.end('there') :]}"
    if favorite := _favorite(question, text):
        return favorite
    if len(text) > LONGEST or not question.before or not (own := _OWN.search(text)) or _ASKS_ITSELF.search(text):
        return None
    for clause in said_of_oneself(question):
        if _FROM.search(clause) and (places := atlas().mentioned(clause)):
            place = _fitting(places[-1], (own["what"] or own["there"] or "").casefold())
            if place:
                return f"{text[: own.start()]}{' ' if text[: own.start()].endswith(' ') is False and own.start() else ''}{place.name}{text[own.end() :]}"
    return None


def _favorite(question: Question, text: str) -> str | None:
    """Return the question with what somebody likes best in it, where it asks something about that."""
    told = re.search(
        r"\b[Yy]our favou?rite \w+ (?:is|are) (?P<it>[\w '-]{2,40})\W*\Z", (question.earlier("assistant") or [""])[0]
    )
    if told and len(text) <= LONGEST and (pronoun := _IT.search(text)) and not _LIKED.search(text):
        return f"{text[: pronoun.start()]}{told['it']}{text[pronoun.end() :]}"
    own = _LIKED.search(text)
    if (
        not own
        or len(text) > LONGEST
        or not question.before
        or not re.search(r"\w+ \w+", text[own.end() :] + text[: own.start()])
        or _ASKS_LIKED.search(text)
    ):
        return None
    for clause in said_of_oneself(question):
        told = re.search(
            rf"\bmy favou?rite {re.escape(own['what'])} (?:is|are) (?P<it>[\w '-]{{2,40}})\W*\Z", clause, re.IGNORECASE
        )
        if told:
            return f"{text[: own.start()]}{told['it']}{text[own.end() :]}"
    return None


def _spoken_of(question: Question) -> Place | None:
    """Return the place that was named last, by the user or in an answer."""
    said = [message["content"] for message in reversed(question.before)]
    said = [text for text in said if not is_unknown(text, question.known.unknown)]
    return next((places[-1] for text in said if (places := atlas().mentioned(text))), None)


def _fitting(place: Place, what: str) -> Place | None:
    """Return a place as what is meant: the country of a city where a country is; None where a country cannot stand for a city."""
    if what in ("country", "homeland"):
        return place if place.kind == "country" else atlas().countries.get(place.code)
    if what in ("city", "town", "hometown", "village"):
        return place if place.kind == "city" else None
    return place
