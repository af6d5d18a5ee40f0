"""A second question, or a detail, on the subject of what was just said: "and if it is straight from the fridge?", "it is a wool carpet".

What is known so stands with an entry of data/answers/, under `then`, and in data/follow_ups_*.yaml for what has no entry of its own:
by the words of what was talked of, then by those of the second message.
"""

import re
from functools import lru_cache

from ...tables import read_table
from .. import abouts, pointing
from ..answers import Ways
from ..language import folded
from ..regex import Regex
from ..remembered import Same
from . import places
from .question import Answer, Question, says

FILES = tuple(f"follow_ups_{subject}.yaml" for subject in ("home", "life", "world", "school", "tongues", "code"))
LONGEST = 140  # characters of a second message
LITTLE = "add include already tomorrow tonight end even only day days week weeks time times today something anything"  # words that tell nothing more in a second message
TURNS = 3  # user's messages back that may name the subject
_AFRESH = Regex(  # a question that may as well begin a subject of its own
    r"\W*(?:(?:and|ok|so|now|hi|please)\W+)*(?:how (?:do|can|to|does)|what (?:is|are|does|'s)|who|tell me|give me|write|translate|explain|recommend|suggest|when (?:is|was|did)|where)\b",
    re.IGNORECASE,
)
_POINTS = Regex(  # what goes on from before for sure
    r"\A\W*(?:and|but|or|so|then|what about|how about|what if)\b|\b(?:it|its|it's|that|this|they|them|he|she|him|her|one|then|though|too|instead)\b|\bexamples?\b",
    re.IGNORECASE,
)
_IT = Regex(r"\b(?:it|its|that|this|he|she|his|her|him|there)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\b\d+\b")
_WITHOUT = Regex(
    r"\A\W*(?:but |and )?not\b|\bwithout\b|\bno (?!i\b|he\b|she\b|it\b|we\b|they\b)\w", re.IGNORECASE
)  # what is not there, or not wanted
_LACKS = Regex(r"\b(?:no|not|without|hate)\b", re.IGNORECASE)
_SIGNS = re.compile(r"[\[\]|]")


def answer(question: Question, *, last: bool = False) -> Answer | None:
    """Return what is known of the subject before as to what is asked or told now; None where nothing is. `last`: of the topics that come last."""
    text = question.text.replace("’", "'")
    if not question.before or not 0 < len(text) <= LONGEST:
        return None
    if question.known.knows(text) and not _POINTS.search(text):
        return None
    most = None if _POINTS.search(text) and not _AFRESH.match(text) and not places.mentioned(text) else 0
    best = None
    for back, earlier in enumerate(question.earlier("user")[:TURNS]):
        said = abouts.stems(earlier)
        for topic in _topics(Same(question.known)):
            if topic["last"] != last or not any(abouts.within(said, on) for on in topic["on"]):
                continue
            for words, say in topic["then"].items():
                if _WITHOUT.search(text) and not _LACKS.search(words):
                    continue
                fits = abouts.fit(_NUMBER.sub(" ", text), words, topic["may"], most=most)
                if fits and _takes_up(text, words, topic, say, said) and (best is None or (fits, -back) > best[0]):
                    best = (fits, -back), say
    return says(best[1], forms={"child": [(1.0, best[1])]}) if best else None


def _takes_up(text: str, words: str, topic: dict, say: str, said: frozenset[str]) -> bool:
    """Return whether an answer takes up each telling word of a second message, or it was said before."""
    meant = abouts.stems(_SIGNS.sub(" ", words))
    besides = abouts.telling(_NUMBER.sub(" ", text)) - meant - said - abouts.stems(f"{say} {topic['may']}")
    return not besides


def second(question: Question) -> Answer | None:
    """Return what is known as to a second question on what was just asked, from the topics or from both questions together."""
    return answer(question) or answer(question, last=True) or from_both(question)


def from_both(question: Question) -> Answer | None:
    """Return what is known about the two last questions together; None where it is what was said before."""
    earlier = next(iter(question.earlier("user")), "")
    if not earlier or pointing.remarks(question.text) or _WITHOUT.search(question.text) or not 0 < len(question.text) <= LONGEST:
        return None
    if not (found := question.known.about_both(question.text, earlier) or _completed(question, earlier)):
        return None
    said = " ".join(question.earlier("assistant"))
    if any(text[:60] in said for _, text in found["say"]):
        return None
    short = found["short"][0][1] if "short" in found else None
    return Answer(found["say"], short, {form: ways for form, ways in found.items() if form != "say"})


def _completed(question: Question, earlier: str) -> Ways | None:
    """Return what is known to a short question with a word of the one before it: "how many people died?", of the Titanic."""
    if _IT.search(question.text) or len(question.text.split()) > 6:
        return None
    telling = [word for word in folded(earlier).split() if abouts.telling(word)]
    for word in telling:
        whole = f"{question.text.rstrip(' ?!.')} {word}"
        if question.known.knows(whole):
            return question.known.forms_of([whole], wholly=True)
    return None


@lru_cache(maxsize=2)
def _topics(shared: Same) -> list[dict]:
    rows = [row for name in FILES for row in read_table(name)]
    rows += [{"topic": entry.abouts, "may": entry.may, "then": entry.then} for entry in shared.thing.entries if entry.then]
    topics = []
    for row in rows:
        on = row["topic"] if isinstance(row["topic"], list) else [row["topic"]]
        may = _SIGNS.sub(" ", " ".join([*on, row.get("may", ""), LITTLE]))
        topics.append({"on": on, "may": may, "last": row.get("last", False), "then": row["then"]})
    return topics
