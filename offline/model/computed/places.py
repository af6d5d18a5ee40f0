"""Capital, population, area, language, currency, continent and neighbors of places, in any phrasing.

    "whats the captial of peru"  ->  the words: what? captial = capital; peru = Peru; nothing is left  ->  Lima

A question is answered only if each of its words is understood: the place, what is asked of it, and small
words. So "population of fish in Norway" is not, and neither is a place that does not exist. Without a place,
the latest one mentioned is meant, also where what was said of it is invented.
"""

import re
from dataclasses import dataclass, replace

from ..everyday.wish import counted
from ..regex import Regex
from ..tongues import is_unknown
from .atlas import Place, atlas, folded, spelled_nearly
from .place_words import Asked, read
from .places_said import compare, said, yes_or_no
from .question import Answer, Question, says

WHICH = "Which place do you mean? [Your message does not say|I see no place in what you sent me]."
UNHEARD = "I am the offline stand-in, and I know nothing about {}."
LACKS = "I am the offline stand-in, and I do not know that of {}."
_INVENTED = Regex(r"\bcapital(?: city)? (?:of|is)\b[^.!?]*?\bis ([A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)")
_SOME = Regex(
    r"\b(\d|one|two|three|four|five|six|seven|eight|nine)(?: of the)? (countries|country|neighbou?rs|neighbou?ring countries)\b",
    re.IGNORECASE,
    needs="countries country neighbo",
)
_LIST = Regex(r"\A\W*(?:please |can you |could you )*list\b(?: me)?", re.IGNORECASE, needs="list")
_ASIDE = Regex(r"\([^()]*\)")
COMPARES = ("compare", "compared", "comparison", "versus", "vs")
ABOUT = "geography travel world country countries city cities capital capitals place places fact facts"


@dataclass(frozen=True)
class _Understood:
    """A question about places, with what it takes from the conversation."""

    asked: tuple[str, ...]
    places: tuple[Place, ...]
    mended: str = ""


def answer(question: Question) -> Answer | None:
    """Answer a question about places; None if it is about something else, or not wholly understood."""
    text = _LIST.sub("name", question.text)
    some = _SOME.search(text)
    asked = read(_SOME.sub(r"\2", text) if some else text)
    if asked is None or (
        question.known.knows(question.text) and not (question.before and asked.refers_back and not asked.places)
    ):  # Batman is a city, too, and Quebec is a state with a capital
        return None
    found = _complete(asked, question)
    if isinstance(found, Answer) or found is None:
        return found
    language = question.language or asked.language
    if asked.wants_country and found.asked[:1] == ("capital",) and len(found.places) == 1:
        return _capital_of(found.places[0])
    if (
        found.asked == ("capital",)
        and not asked.yes_or_no
        and len({place.kind for place in found.places} & {"country", "state"}) == 1
    ):
        owners = tuple(place for place in found.places if place.kind != "city")  # "the capital of Canada: Toronto or Ottawa?"
        found = replace(found, places=owners) if len(owners) == 1 and not asked.pairs else found
    if len(found.places) > 1 and (compared := compare(found.asked, found.places, asked)):
        return says(compared, about=ABOUT)
    if asked.yes_or_no and (checked := yes_or_no(found.asked, found.places, asked.text)):
        return says(found.mended + checked, short=checked.partition(",")[0], about=ABOUT)
    pairs = asked.pairs or [(fact, place) for place in found.places for fact in found.asked]
    answers = [said(fact, place, language) for fact, place in pairs]
    if some and (
        found.asked != ("neighbors",) or len(answers) != 1 or not (few := _few(answers[0], counted(some[1]), pairs[0][1]))
    ):
        return None
    answers = [few] if some else answers
    answers = [one for one in answers if one]
    if not asked.places and language != "english" and len(answers) == 1 and "population" in found.asked:
        name = found.places[0].name_in(language)  # "its" may be the country's or its capital's
        answers = [replace(answers[0], ways=[(weight, f"{name}: {text}") for weight, text in answers[0].ways])]
    if not answers:
        return None if asked.places else says(LACKS.format(found.places[-1].name), about=ABOUT, guarded=True)
    return _joined(answers, found.mended)


def _few(all_of_them: Answer | None, count: int, place: Place) -> Answer | None:
    """Return so many of the neighbors of a place; None if it has not as many."""
    names = (all_of_them.short or "").split(", ") if all_of_them else []
    if not 0 < count <= len(names) or names == ["none"]:
        return None
    listed = " and ".join(filter(None, [", ".join(names[: count - 1]), names[count - 1]]))
    text = f"{listed} {'border' if count > 1 else 'borders'} {place.name}."
    return Answer([(1.0, text[0].upper() + text[1:])], ", ".join(names[:count]), about=ABOUT)


def mentioned(text: str) -> list[Place]:
    """Return the places in a text, in order."""
    return atlas().mentioned(text)


def _complete(asked: Asked, question: Question) -> _Understood | Answer | None:
    """Return what is asked of which places; an answer where that must be asked back."""
    if asked.unknown:
        near = spelled_nearly(asked.unknown) if asked.about and not asked.places else None
        return _Understood(asked.about, (near,), f"I take {asked.as_written} as {near.name}. ") if near else None
    if asked.places and asked.about:
        return _Understood(asked.about, asked.places)
    if asked.places:
        if asked.follows_up and (before := _asked_before(question)):
            return _Understood(before, (*_before_compared(asked, question), *asked.places))
        return _Understood(("overview",), asked.places) if asked.in_general else None
    return _mentioned_before(asked, question) if asked.about and asked.refers_back else None


def _mentioned_before(asked: Asked, question: Question) -> _Understood | Answer | None:
    """Return the same of the place that was mentioned last; what was said of it counts, even if it is invented."""
    for text in (message["content"] for message in reversed(question.before)):
        if is_unknown(text, question.known.unknown):
            continue  # it names a place only as an example
        named = _INVENTED.search(text)
        if named and not atlas().at(folded(text[named.start(1) :]).removeprefix("the ").split(), 0):
            return says(UNHEARD.format(named[1]), about=ABOUT, guarded=True)
        if found := mentioned(_ASIDE.sub("", text)) or mentioned(text):
            of_itself = asked.about == ("location",) and not re.search(r"\b(?:country|continent)\b", asked.text, re.IGNORECASE)
            if of_itself and not any(found[-1] in mentioned(told) for told in question.earlier("user")):
                return None  # "where is it?" is not about where the last reply said that it was
            place = found[-1]
            if place.kind == "city" and asked.says("the country", "that country", "this country"):
                place = atlas().countries.get(place.code, place)
            return _Understood(asked.about, (place,))
    return says(WHICH, about=ABOUT) if asked.points_back and not (question.before and asked.about == ("location",)) else None


def _before_compared(asked: Asked, question: Question) -> tuple[Place, ...]:
    """Return the place that was asked about before, where this one is to be compared with it: "and how does that compare to Malta?"."""
    earlier = mentioned(next(iter(question.earlier("user")), "")) if len(asked.places) == 1 and asked.says(*COMPARES) else []
    return tuple(earlier[-1:]) if earlier[-1:] != [*asked.places] else ()


def _asked_before(question: Question) -> tuple[str, ...] | None:
    for text in question.earlier("user"):
        earlier = read(text)
        if earlier and earlier.about:
            return earlier.about
    return None


def _capital_of(place: Place) -> Answer | None:
    country = next(
        (one for one in atlas().countries.values() if one.facts["capital"] == place.name or one.capital == place.name), None
    )
    return says(f"{place.name} is the capital of {country.name}.", short=country.name, about=ABOUT) if country else None


def _joined(answers: list[Answer], mended: str) -> Answer:
    if len(answers) == 1:
        (one,) = answers
        return Answer([(weight, mended + text) for weight, text in one.ways], one.short, one.forms, one.language, ABOUT)
    text = " ".join(one.ways[0][1] for one in answers)
    return Answer([(1.0, mended + text)], ", ".join(one.short or "" for one in answers), {}, answers[0].language, ABOUT)
