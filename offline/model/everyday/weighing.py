"""Pros and cons, and "this or that?": what speaks for either side, from data/everyday/pros_cons.yaml.

What somebody tells of the own situation speaks for one of the sides (data/everyday/leanings.yaml); if it does so clearly,
that is said at the end.
"""

import re
from functools import cache

from ...tables import read_table
from .. import abouts
from ..computed.question import Answer
from ..instructions.columns import two_columns
from ..regex import Regex
from .wish import UNSAFE, Wish, capital, has

LONGEST = 300  # characters of a request
MOST_LEFT = 5  # telling words beside those of the pair
_PROS = Regex(
    r"\bpro'?s (?:and|or|&|/|n) con'?s\b|\bpros\b.*\bcons\b|\badvantages?\b|\bdisadvantages?\b|\bbenefits and\b|\bdrawbacks\b|\barguments? (?:for and against|for|against)\b|\bgood and bad (?:sides|points)\b|\bupsides?\b|\bdownsides?\b|\bpro contra\b",
    re.IGNORECASE,
    needs="advantage argument benefits con downside drawbacks good upside",
)
_OR = Regex(
    r"\b(?:should (?:i|we)|better|what would you (?:choose|take)|which (?:is|one|should)|worth|makes? more sense|i (?:can'?t|cannot) decide|help me (?:to )?(?:decide|choose)|good idea|do you prefer)\b",
    re.IGNORECASE,
    needs="better choose decide good prefer sense should which worth would",
)
_WORTH = Regex(
    r"\b(?:is it|are|would it be|is) (?:\w+ ){0,4}?(?:worth|a good idea)\b|\bworth (?:it|buying|getting|having)\b|\bshould (?:i|we) (?:get|buy|have|adopt|marry|get married)\b",
    re.IGNORECASE,
    needs="good should worth",
)
_BETWEEN = Regex(r"\b(?:or|vs\.?|versus|than|instead of)\b", re.IGNORECASE)
_BARE = Regex(
    r"\A\W*(?!(?:are|is|do|does|did|can|were|was|who|when|where)\b)(?:an? |the )?[\w'-]+(?: [\w'-]+){0,3} (?:or|vs\.?|versus) (?:an? |the )?[\w'-]+(?: [\w'-]+){0,5}\W*\Z",
    re.IGNORECASE,
)
_NOT = Regex(
    r"\b(?:now or (?:later|never|tomorrow)|poem|story|essay|outline|speech|email|letter|in python|code|translate|gift|present|names?|recipe|quiz)\b",
    re.IGNORECASE,
)

# What is told of oneself beside the question: a sentence with "we", "my" ..., or with a budget or a distance.
_TOLD = Regex(
    r"(?<=[?.!,;])\s*(?:(?:and|but|because|since|as)\s+)?(?:i|i'm|im|we|we're|my|our|it'?s|its|budget|the|there)\b(?:(?!\b(?:or|vs|versus|better)\b)[^?])*(?=[.?!]|\Z)"
    r"|\bfrom (?-i:[A-Z])[\w-]+ to (?-i:[A-Z])[\w-]+|\bwith (?:my |our |the |\d )?(?:\w+ )?(?:kids?|child(?:ren)?|baby|family|dog|luggage)\b"
    r"|\A(?:i|i'm|im|we|we're|my|our)\b[^.?!]*[.!]\s+(?=\S)",
    re.IGNORECASE,
)
_FOR_WHOM = Regex(r"\s+(?:for|with|in) (?:an?|my|our|the) .*\Z", re.IGNORECASE)
_DISTANCE = Regex(r"\b(\d[\d,.]*) ?(?:k )?(?:km|kilometers?|kilometres?|miles)\b", re.IGNORECASE)
_NAME = Regex(r"\w+[A-Z]|Python|Java|Mac|Windows|Android")
OPEN = "Which weighs more depends on you: mark the two points that matter most to you, and let them decide."
DRIVES_MUCH = "With {} km a year the cost per km weighs heavily, which speaks for the electric car; look whether the range and the charging fit your longest usual trips."


def answer(wish: Wish) -> Answer | None:
    """Return what speaks for and against; None if that is not asked, or not known."""
    text = wish.whole
    if len(text) > LONGEST or UNSAFE.search(text) or _NOT.search(wish.text):
        return None
    barely = _BARE.match(_FOR_WHOM.sub("", _TOLD.sub("", text)))
    if not _PROS.search(text) and not _WORTH.search(text) and not barely and not (_OR.search(text) and _BETWEEN.search(text)):
        return None
    asked = abouts.stems(_TOLD.sub(" ", _PROS.sub(" ", text)))
    fits = [(abouts.left(asked, one["asked"]), -place) for place, one in enumerate(_pairs())]
    best = min(((left, -place) for left, place in fits if left is not None), default=None)
    if best is None or best[0] > MOST_LEFT:
        return None
    one = _pairs()[best[1]]
    if barely and not _OR.search(text) and ("other" not in one or best[0] > 2):
        return None
    both = "other" in one and bool(_BETWEEN.search(text) or " and " in text)
    said = _said(one, text, both=both)
    return Answer(
        [(1.0, two_columns(said) or said if has(wish.text, "tables?") else said)],
        short=one["pick"] if both and "pick" in one else f"For: {_low(one['pros'][0])}. Against: {_low(one['cons'][0])}.",
        about=one["one"],
    )


def _said(one: dict, text: str, *, both: bool) -> str:
    parts = [_side(one["one"], one["pros"], one["cons"])]
    if both:
        parts.append(_side(one["other"], one["for_other"], one["against_other"]))
    driven = _DISTANCE.search(text)
    if driven and "Electric" in one["one"]:
        parts.append(DRIVES_MUCH.format(f"{int(re.sub(r'[,.]', '', driven[1])):,}"))
    leaning = _leaning(one, text) if both else OPEN
    if leaning == OPEN and both and "pick" in one:
        return "\n\n".join([one["pick"], *parts])
    return "\n\n".join([*parts, leaning])


def _leaning(one: dict, text: str) -> str:
    """Return to which side what was told leans, and by what; that it depends, where it tells nothing or as much for both."""
    told = [row for row in _leanings().get(one.get("key", one["one"]), []) if re.search(row["if"], text, re.IGNORECASE)]
    sides = {side: list(dict.fromkeys(row["say"] for row in told if row["to"] == side)) for side in ("one", "other")}
    if not told:
        return OPEN
    better, rest = ("one", "other") if len(sides["one"]) >= len(sides["other"]) else ("other", "one")
    if len(sides[better]) == len(sides[rest]):
        return f"What you tell speaks for both. {one['one']}: {'; '.join(sides['one'])}. {one['other']}: {'; '.join(sides['other'])}. Let the one decide that you would mind most."
    against = f" On the other hand: {'; '.join(sides[rest])}." if sides[rest] else ""
    return f"From what you tell, I lean to this: **{one[better] if _NAME.match(one[better]) else _low(one[better])}**. {capital('; '.join(sides[better]))}.{against}"


def _side(name: str, pros: list[str], cons: list[str]) -> str:
    lines = [f"+ {one}" for one in pros] + [f"- {one}" for one in cons]
    return f"**{name}**\n\n" + "\n".join(lines)


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]


@cache
def _leanings() -> dict[str, list[dict]]:
    return read_table("everyday/leanings.yaml")


@cache
def _pairs() -> list[dict]:
    return read_table("everyday/pros_cons.yaml")
