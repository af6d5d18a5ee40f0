"""Questions that point at the thing just named: "What is the tallest mountain, and how high is it?"

named("how big is it", "Jupiter is the largest planet of the solar system.")  ->  [("how big is Jupiter", "Jupiter")]
covered("how high is it", "... Everest (8,849 m) ...")  ->  True: the reply says it already
"""

import re

from . import abouts
from .regex import Regex

_POINTS = Regex(r"\b(?P<it>it|its|he|his|she|her|him|they|their|them|there|that one|this one)\b", re.IGNORECASE)
_OF_YOU = Regex(r"\b(?:you|u|your)\b(?!.*\b(?:it|this|that|him|her|them|one)\b)", re.IGNORECASE)
_OF_NOW = Regex(r"\d|\b(?:time|day|date|year|month) is (?:it|today)\b|\bmy\b|\bam i (?!doing)", re.IGNORECASE)
_REMARKS = Regex(
    r"\W*(?:(?:no|but|hm+|ok(?:ay)?|well|sorry|oh)\W+)*(?:(?:(?:that|this|it|those|these|they)(?:'s|s| is| are| was| were|'re)?|too|not|still|already|same|seen|way too|about) )(?!.*\?)(?:[\w'-]+ ?){1,7}\W*|(?:and )?(?:of|by|from|on|at) (?:what|whom?|which)\W*|(?:like|as) an? \w+\W*",
    re.IGNORECASE,
)
_BEGIN = abouts.telling("begin start happened happening fix else trick tip advice")  # words that hang on what was told, too
_NAME = r"(?:[A-Z]\. )*[A-Z][\w'’-]*(?: (?:of|the|da|de|van|von|du|la|del|di|[A-Z][\w'’-]*))*(?<! of)(?<! the)"
_SUBJECT = Regex(
    rf"\A(?:The (?:answer is )?)?(?P<name>{_NAME})(?P<kind>)(?: in {_NAME})?(?:,| (?:is|was|are|were|has|had|painted|wrote|composed|invented|discovered|built|got|founded|directed|developed|designed|made|created|ended|began|sank|fell|flows|lies|hangs|covers|died|lived)\b)"
)
_KIND = Regex(  # "The blue whale is ...", "Height of the Eiffel Tower: ..."
    rf"\A(?:The|An?) (?P<kind>[a-z]+(?: [a-z]+)??) (?:is|are|was|were|has|have|can)\b|\A[A-Z][a-z]+ of (?:the )?(?P<name>{_NAME}):"
)
_BY = Regex(rf"\bby (?P<name>{_NAME})(?P<kind>)")
_LAST = Regex(rf"\b(?:on|is|are|was) (?:the )?({_NAME})(?=[.,;]|\Z)")  # "Vienna is on the Danube."
_NO_SUBJECT = frozenset(
    "the it its he she they there this that these those in on at a an yes no noted about you your i as for".split()
)
_FIGURE = r"\d[\d,.]*(?: (?:million|billion|thousand))? ?"
_COVERS = [  # what is asked, and what a reply has that tells it
    (r"\bhow (?:high|tall|long(?! (?:does|do|did|will|would))|deep|big|wide|far|large)\b", _FIGURE + r"(?:meters?|metres?|kilometers?|kilometres?|m|km|km²|cm|centimeters?|feet|square kilometers)\b|\([\d,]+\)"),
    (r"\bhow fast\b", _FIGURE + r"(?:km/h|kilometers(?: \([^)]*\))? an hour|kilometers)"),
    (r"\bhow (?:heavy|much does it weigh)\b", _FIGURE + r"(?:kg|kilograms?|tons?|tonnes?)\b"),
    (r"\bhow (?:hot|warm|cold)\b", r"-?\d+ ?°C"),
    (r"\bhow old\b", _FIGURE + r"(?:billion |million )?years"),
    (r"\bhow many (?:people|inhabitants)\b", _FIGURE + r"(?:people|inhabitants)"),
    (r"\bwhere\b|\bin (?:which|what) country\b", r"\b(?:in|on|at|between|off) (?:the )?(?:\w+ (?:of|in) )?[A-Z]\w+"),
    (r"\b(?:when|what year|which year)\b", r"\b(?:1\d|20)\d\d\b|\bcenturies|century\b"),
    (r"\bwhy\b", r"\bbecause\b|\bso that\b"),
    (r"\bwho (?:made|wrote|painted|built|invented|composed|directed) (?:it|this|that)\b", r"\bby (?:the )?(?:\w+ of )?[A-Z]"),
    (r"\A\W*(?:and )?(?:by )?how much\W*\Z", _FIGURE + r"(?:km²|people|million|billion)"),
]  # fmt: skip
_ASKS_MORE = Regex(r"\W*(?:and )?(?:how (?:many|much)|who|what (?:was|were)|where|when|why)\b", re.IGNORECASE)
_WHEN = Regex(r"\b(?:when|what year|which year) (?:was|were) (?:it|they|he|she|this|that) (?P<did>\w{4,})", re.IGNORECASE)
_IS_IT_SO = Regex(r"\W*(?:and )?(?:is|was|are|were|did|does|do|has|have) (?:it|he|she|they|that)\b", re.IGNORECASE)
_SAME_LIFE = [(r"\b(?:when|where) did (.+?) live\b", r"when was \1 born"), (r"\bhow old (?:was|is) (.+)", r"when was \1 born")]


def covered(piece: str, told: str) -> bool:
    """Return whether a reply already tells what a question asks of the thing in it."""
    if not points(piece) or re.search(
        r"\b(?:born|die|live|end|ends|flow|flows|start|starts|begin|come|comes|go|goes|rise|lead)\b", piece
    ):
        return False
    if _IS_IT_SO.match(piece) and (asked := abouts.telling(piece)) and asked <= abouts.stems(told):
        return True  # "and was he deaf", where that was told of him
    if (what := _WHEN.search(piece)) and what["did"].casefold() not in told.casefold():
        return False
    return any(re.search(asks, piece, re.IGNORECASE) and re.search(tells, told) for asks, tells in _COVERS)


def named(piece: str, told: str) -> list[tuple[str, str]]:
    """Return the question with the name that a reply begins with in place of "it", in the ways that it may be known, each with the name."""
    found = _SUBJECT.match(told) or _KIND.match(told) or _BY.search(told)
    name = (found["name"] or found["kind"]) if found else ""
    first = [name] if name and name.casefold() not in _NO_SUBJECT else []
    others = [one[1] for one in _LAST.finditer(told) if one[1] not in first]
    return [way for name in (*first, *others) for way in _with_name(piece, name)]


def _with_name(piece: str, name: str) -> list[tuple[str, str]]:
    pointing = _POINTS.search(piece)
    if pointing is None:
        alone = re.match(r"\W*(?:and )?(?P<ask>when|where|how|why)\W*\Z", piece, re.IGNORECASE)
        if alone:
            return [(f"{alone['ask']} was {name}", name)]
        return [(f"{piece.rstrip('?.! ')} in {name}?", name)] if _ASKS_MORE.match(piece) else []
    word = pointing["it"].casefold()
    put = (
        f"{name}'s" if word in ("its", "his", "their") or (word == "her" and re.match(r" \w", piece[pointing.end() :])) else name
    )
    text = re.sub(
        r"\A\W*and ", "", piece[: pointing.start()] + (f"in {name}" if word == "there" else put) + piece[pointing.end() :]
    )
    texts = [text]
    texts += [
        re.sub(asked, other, text, flags=re.IGNORECASE) for asked, other in _SAME_LIFE if re.search(asked, text, re.IGNORECASE)
    ]
    return [(one, name) for one in texts]


def points(piece: str) -> bool:
    """Return whether a question says "it", "there" and the like, or asks no more than when, where or how high."""
    return bool(_POINTS.search(piece)) or bool(
        re.match(
            r"\W*(?:and )?(?:when|where|why|how (?:high|tall|long|big|fast|old|much|many)|(?:in )?(?:what|which) year)\W*\Z",
            piece,
            re.IGNORECASE,
        )
    )


def hangs(question: str) -> bool:
    """Return whether a question has no word that tells what it is about, so that in a longer message it asks about the rest: "what now?"."""
    return abouts.telling(question) <= _BEGIN and not _OF_NOW.search(question) and not _OF_YOU.search(question)


def remarks(text: str) -> bool:
    """Return whether a message after a reply is a short remark on it, which asks nothing of its own: "too boring", "that's only five"."""
    return bool(_REMARKS.fullmatch(text.replace("’", "'")))
