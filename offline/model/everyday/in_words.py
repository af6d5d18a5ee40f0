"""Things in one word, or in so many: "Describe a sunset in one word". The words are in data/everyday/in_words.yaml."""

import re
from functools import cache

from ...tables import read_table
from ..computed.question import Answer
from ..regex import Regex
from .wish import NUMBER, UNSAFE, Wish, bare, counted

LONGEST = 120  # characters of a request
_SINGLE = rf"(?:{NUMBER}|one|a|a single)"
_ASKS = [
    Regex(rf"\A(?:how would you |how do you )?(?:describe|sum(?:mari[sz]e)? up|characteri[sz]e|express)\s+(?P<what>.+?)(?:,? (?:in|with|using) (?:exactly |only |just )?(?P<n>{_SINGLE}) (?:\w+ )?(?:words?|adjectives?)(?: only)?)?\W*\Z", re.IGNORECASE, needs="characteri describe express up"),
    Regex(rf"\A(?:in|with|using) (?:exactly |only |just )?(?P<n>{_SINGLE}) (?:words?|adjectives?),? (?:how would you )?(?:describe|sum up)\s+(?P<what>.+?)\W*\Z", re.IGNORECASE, needs="describe sum"),
    Regex(rf"\A(?:give me |say |tell me |what (?:are |is )?|name |write )?(?P<n>{_SINGLE}) (?:words?|adjectives?) (?:to describe|that (?:best )?describes?|describing|for|about|describes?)\s+(?P<what>.+?)\W*\Z", re.IGNORECASE, needs="adjective word"),
]  # fmt: skip
_SMALL = Regex(r"\A(?:an? |some |my |our |your |what |the (?:feeling|taste|smell|beauty|idea|concept) of |how )+", re.IGNORECASE)
_REST = Regex(r"\s+(?:to me|for me|looks? like|feels? like|tastes? like|means(?: to you)?|is like)\Z", re.IGNORECASE)


def answer(wish: Wish) -> Answer | None:
    """Return the words for a thing, as many as are asked for; None for a thing without words, or if no number is told."""
    text = bare(wish.text)
    if len(text) > LONGEST or UNSAFE.search(text):
        return None
    found = next((match for pattern in _ASKS if (match := pattern.match(text))), None)
    if found is None or not found["n"]:
        return None
    said = said_in(found["what"], counted("one" if found["n"].casefold() in ("a", "a single") else found["n"]))
    return said and Answer([(1.0, said)], short=said, about="description")


def said_in(what: str, number: int) -> str | None:
    """Return a thing in so many words; None where there are none, or too few."""
    what = _REST.sub("", _SMALL.sub("", what.strip(" ,.!?\"'")))
    words = next(
        (words for asked, words in _known().items() if re.fullmatch(asked, re.sub(r"\Athe ", "", what), re.IGNORECASE)), None
    )
    if words is None or number > len(words):
        return None
    said = ", ".join(words[:number])
    return said[:1].upper() + said[1:]


@cache
def _known() -> dict[str, list[str]]:
    return {asked: words.split(", ") for asked, words in read_table("everyday/in_words.yaml").items()}
