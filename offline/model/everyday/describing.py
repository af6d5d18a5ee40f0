"""Descriptions of scenes: a sunset in Bali, a forest at night, a busy market. They are in data/everyday/scenes.yaml."""

import re
from functools import cache

from ...tables import read_table
from ..computed.question import Answer
from ..regex import Regex
from .in_words import said_in
from .wish import UNSAFE, Wish, bare

LONGEST = 160  # characters of a request
FEW = 5  # words
_ASKS = Regex(
    r"\A(?:describe|(?:write|give(?: me)?|make)(?: me)? (?:an? )?(?:\w+ )?descri(?:ption|be)(?: of)?|a (?:\w+ )?description of|paint (?:me )?(?:a picture of )?(?:with words |in words )|"
    r"what (?:does|do) (?P<looks>.+) look like\Z)\s*(?:to me |for me |me )?(?P<what>.*)",
    re.IGNORECASE,
    needs="descri look words",
)
_WHERE = Regex(r"\b(?P<where>(?:in|on|at|over|near|by|of) (?:the )?[A-Z][\w'’-]*(?: (?:of |the |de |la )?[A-Z][\w'’-]*)*)")
_MANNER = r"(?:(?:beautiful|lovely|perfect|quiet|calm|typical|warm|cold|nice|peaceful|busy|crowded|lively|colou?rful|dark|stunning|amazing|wonderful|tropical|hot|big|old|wild|green|deep|long)\s+)*"
_SMALL = Regex(r"\A(?:an? |the |some |my |what |perfect |(?:day|morning|evening|afternoon) (?:at|in|on|by) )+", re.IGNORECASE)
_REST = Regex(
    r"\b(?:like i'?m (?:there|five)|please|pls|briefly|in words|vividly|poetically|in detail|to a blind person|for me)\b",
    re.IGNORECASE,
)


def answer(wish: Wish) -> Answer | None:
    """Return the description of a scene that is known, else None. In how many sentences, the manner says (see instructions)."""
    text = bare(wish.text)
    if len(text) > LONGEST or UNSAFE.search(text) or not (found := _ASKS.match(text)):
        return None
    asked = found["looks"] or found["what"] or ""
    where = _WHERE.search(asked)
    subject = asked.replace(where[0], " ") if where else asked
    subject = _SMALL.sub("", _REST.sub("", subject).strip(" ,.!?:"))
    for scene in _known():
        if re.fullmatch(rf"{_MANNER}(?:{scene['asked']})(?: scene)?", subject.strip(), re.IGNORECASE):
            place = f" {where['where']}" if where else ""
            said = [re.sub(r"\s*\{in\}", place, sentence) for sentence in scene["say"]]
            return Answer([(1.0, " ".join(said))], said[0], about="description", of_length=_in_words(subject))
    return _only_in_words(subject)


def _in_words(subject: str):
    """Return what says a subject in so many words."""
    return lambda unit, number: said_in(subject, number) if unit == "words" else None


def _only_in_words(subject: str) -> Answer | None:
    """Return what is known of a subject in single words: five of them, or as many as the manner wants (see instructions)."""
    said = said_in(subject, FEW)
    return said and Answer([(1.0, f"{said}.")], said, about="description", of_length=_in_words(subject))


@cache
def _known() -> list[dict]:
    return read_table("everyday/scenes.yaml")["scenes"]
