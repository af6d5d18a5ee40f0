"""The largest or smallest of the countries that were just named: "and which of them is the biggest?" after the neighbors of Austria."""

import re

from ..regex import Regex
from .atlas import atlas
from .places_said import people
from .question import Answer, Question, says

ABOUT = "geography countries"
_OF_THEM = Regex(
    r"\W*(?:(?:and|so|ok|now|but)\W+)*(?:(?:which|what)(?: (?:country|one))?)?(?: of (?:them|these|those|the (?:two|three|countries)))?(?: (?:is|has))? ?(?:the )?"
    r"(?:(?:biggest|largest|smallest|tiniest|most populous|least populous|bigger|larger|smaller)(?: (?:country|one))?(?: (?:of (?:them|these|those|the \w+)|by (?:area|population)))?|(?:most|fewest|more|fewer) (?:people|inhabitants))(?: of (?:them|these|those))?\W*",
    re.IGNORECASE,
    needs="bigger biggest inhabitants larger largest people populous smaller smallest tiniest",
)
_HOW_MANY = Regex(
    r"\W*(?:(?:and|so|ok)\W+)*how many (?:countries |cities |neighbou?rs )?(?:is|are|does|do) (?:that|this|they|these|those|there|it have)(?: in total| altogether| all together)?\W*",
    re.IGNORECASE,
    needs="many",
)


def answer(question: Question) -> Answer | None:
    """Return the largest or smallest of the countries that the reply before named, or how many it named; None where that is not asked."""
    if _HOW_MANY.fullmatch(question.text.strip()) and question.earlier("assistant"):
        return _counted(question)
    found = _OF_THEM.fullmatch(question.text.strip())
    if not found or len(question.earlier("assistant")) < len(question.earlier("user")) or not question.before:
        return None
    asked = question.earlier("user")
    back = 1 if _OF_THEM.fullmatch(asked[0].strip()) and len(asked) > 1 else 0  # "and the smallest?"
    told = [place for place in atlas().mentioned(question.earlier("assistant")[back]) if place.kind == "country"]
    besides = set(atlas().mentioned(asked[back]))
    places = tuple(dict.fromkeys(place for place in told if place not in besides or set(told) == besides))
    if len(places) < 2:
        return None
    people_asked = bool(re.search(r"people|popul|inhabitants", found[0], re.IGNORECASE))
    fact, least = "population" if people_asked else "area", bool(re.search(r"small|fewest|least|tini", found[0], re.IGNORECASE))
    best = (min if least else max)(places, key=lambda place: place.facts[fact])
    size = (
        f"{people(best.facts[fact], 'english')} people"
        if people_asked
        else f"{best.facts[fact]:,} km²"
        if best.facts[fact]
        else "less than 1 km²"
    )
    which = (
        ("the fewest people" if least else "the most people")
        if people_asked
        else "the smallest area"
        if least
        else "the largest area"
    )
    return says(f"{best.name[0].upper()}{best.name[1:]} has {which} of them: {size}.", short=best.name, about=ABOUT)


def _counted(question: Question) -> Answer | None:
    """Return how many things the reply before listed: the points of a list, or places besides those that were asked about."""
    reply = question.earlier("assistant")[0]
    points = re.findall(r"^\d+\. ", reply, re.MULTILINE)
    besides = {place for text in question.earlier("user")[:1] for place in atlas().mentioned(text)}
    count = len(points) or len({place for place in atlas().mentioned(reply) if place not in besides})
    return says(f"{count}.", short=str(count), about=ABOUT) if count > 1 else None
