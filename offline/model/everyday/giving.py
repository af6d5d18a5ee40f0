"""Gifts: for what somebody likes, each interest that is named, within the budget (data/everyday/gifts.yaml)."""

import re
from functools import cache
from itertools import chain, zip_longest

from ...tables import read_table
from ..computed.question import Answer
from ..regex import Regex
from .wish import Wish, capital, has, joined, listed, number

_WHO = Regex(
    r"\b(?:gifts?|presents?|ideas?|buy|get|give|something)\b.*?\bfor (?!(?:a|an|the|his|her|my|our) (?:birthday|christmas|\w+ (?:birthday|party)|wedding|anniversary)\b)((?:my|our|a|an|the|his|her) (?:\d+[- ]years?[- ]old(?: (?:boy|girl|son|daughter|child|nephew|niece))?|best friend|new \w+|\w+[- ]in[- ]law|[a-z]+))|\bwhat (?:can|should|could|do|to) (?:i |we )?(?:give|get|buy) ((?:my|our) (?:\d+[- ]years?[- ]old )?[a-z]+)",
    re.IGNORECASE,
)
_DISLIKES = Regex(
    r"\b(?:not|(?:do|does)n'?t|hates?|allergic to)\s+(?:really |much )?(?:(?:like|love|want|enjoy|eat|drink|need|care for)\s+)?(?P<what>[\w ,]{3,60}?)(?=[.?!;]|\bbut\b|\Z)",
    re.IGNORECASE,
)
_LIKES = Regex(
    r"(?<!not )(?<!n't )(?<!snt )(?<!ont )\b(?:likes?|loves?|enjoys?|adores?|(?:is|are|'s|am) (?:really |very )?(?:into|fond of|crazy about|a (?:big |huge )?fan of|interested in)|collects?|plays?|hobb(?:y|ies) (?:is|are)|interests? (?:is|are)|obsessed with)\s+(?P<what>[^.?!;]{3,80}?)(?=[.?!;]|\b(?:budget|max(?:imum)?|under|below|up to|less than|not more|around|about \d|for (?:max|under|about|around|less|\d)|i have|he is|she is|who|and (?:i have|my budget|is \d|he is|she is|turns|it should|hates?)|for (?:his|her|their)|(?:€|\$|£)?\d)|\Z)",
    re.IGNORECASE,
)
_CUT = Regex(r",|\band (?:also )?(?:he |she )?(?:likes?|loves?|enjoys?|plays?|is into )?|\bor\b|\bplus\b|&", re.IGNORECASE)
_SMALL = Regex(
    r"\A(?:to |the |a |an |some |his |her |also |really |old |all (?:about )?|everything (?:about|with) |very |playing |watching |going |doing )+",
    re.IGNORECASE,
)
_BUDGET = (
    Regex(r"\b(?:budget(?: is| of| about|:)?|max(?:imum)?\.?|under|below|up to|less than|not more than|no more than|around|about|for|within)\s*(?:of |about |is |max |only )?(?P<sign>[€$£])? ?(?P<n>\d{1,5})(?! ?(?:years?|yrs?|yo\b|people|persons|kids|-year))(?: ?(?P<unit>euros?|eur|dollars?|usd|bucks|pounds?|[€$£]))?", re.IGNORECASE),
    Regex(r"(?P<sign>[€$£])? ?\b(?P<n>\d{1,5}) ?(?P<unit>euros?|eur|dollars?|usd|bucks|pounds?|[€$£])", re.IGNORECASE),
    Regex(r"(?P<sign>[€$£]) ?(?P<n>\d{1,5})(?P<unit>)"),
)  # fmt: skip
_CHEAP = Regex(
    r"\b(?:cheap\w*|not (?:too |so |very )?expensive|inexpensive|small budget|little money|not much money|low budget)\b",
    re.IGNORECASE,
)
_UNITS = {"€": "euros", "$": "dollars", "£": "pounds", "eur": "euros", "euro": "euros", "usd": "dollars", "dollar": "dollars", "bucks": "dollars", "pound": "pounds"}  # fmt: skip
CHEAP = 20  # what a gift may cost that is to be cheap
USUAL = 5  # ideas


def answer(wish: Wish) -> Answer | None:
    """Return gifts for all that somebody likes, within the budget that is named."""
    text = wish.whole.replace("’", "'")
    budget, unit, told = _budget(text)
    likes = _likes(text)
    sources = [_of_interest(like) for like in likes]
    if not sources:
        wanted = _DISLIKES.sub(" ", text)
        rows = [row for row in _known()["interests"] if has(wanted, row["asked"])][:3] or [
            next(row for row in _known()["people"] if row["asked"] == "." or has(text, row["asked"]))
        ]
        sources = [list(row["ideas"].items()) for row in rows]
    fits = [[one for one in some if budget is None or one[1] <= budget] for some in sources]
    unwanted = [word for found in _DISLIKES.finditer(text) for word in re.findall(r"\w{4,}", found["what"])]
    mixed = list(dict.fromkeys(one for one in chain.from_iterable(zip_longest(*fits)) if one))
    mixed = [one for one in mixed if not any(word.casefold().rstrip("s") in one[0].casefold() for word in unwanted)]
    if not mixed:
        return None
    count = max(number(text, "ideas?|gifts?|presents?", USUAL), 1)
    priced = told or budget is not None
    lines = [_line(idea, price, unit, priced=priced) for idea, price in mixed]
    lacking = f"\n\nI know no more than {len(lines)} of that kind." if len(lines) < count != USUAL else ""
    ways = [
        _head(text, likes, told) + listed(lines[at : at + count]) + lacking + (PRICES if priced else "")
        for at in range(0, len(lines), count)
    ]
    return Answer([(1.0 / (place + 1), way) for place, way in enumerate(ways[:4])], short=capital(mixed[0][0]), about="gifts")


_DOING = {"cook": "cooking", "bake": "baking", "read": "reading", "draw": "drawing", "paint": "painting", "travel": "traveling", "hike": "hiking", "run": "running", "sing": "singing", "swim": "swimming", "knit": "knitting", "dance": "dancing"}  # fmt: skip
PRICES = "\n\nThe prices are rough."


def _line(idea: str, price: int, unit: str, *, priced: bool) -> str:
    if not priced:
        return capital(idea)
    return f"{capital(idea)} ({f'about {price} {unit}'.rstrip() if price else 'costs only time'})"


def _head(text: str, likes: list[str], told: str) -> str:
    found = _WHO.search(text)
    person = re.sub(r"^(?:my|our) ", "your ", next(filter(None, found.groups())), flags=re.IGNORECASE) if found else ""
    parts = [f"for {person}" if person else "", f"who likes {joined(likes)}" if likes else "", told]
    said = ", ".join(part for part in parts if part).replace(", who likes", ", who likes")
    return f"{capital(said)}:\n\n" if said else ""


def _budget(text: str) -> tuple[int | None, str, str]:
    """Return what a gift may cost, the name of the money, and how that is said; None and "" where no budget is told."""
    for pattern in _BUDGET:
        if found := pattern.search(text):
            name = (found["sign"] or found["unit"] or "").casefold()
            unit = _UNITS.get(name) or _UNITS.get(name.rstrip("s"), name)
            return int(found["n"]), unit, f"up to {found['n']} {unit}".rstrip()
    return (CHEAP, "", "not expensive") if _CHEAP.search(text) else (None, "", "")


def _likes(text: str) -> list[str]:
    """Return what somebody likes, each thing on its own, as it was told."""
    found = [part for match in _LIKES.finditer(text) for part in _CUT.split(match["what"])]
    cleaned = [_DOING.get(part, part) for part in (part.strip(" ,'\"").casefold() for part in found)]
    return list(dict.fromkeys(part for part in cleaned if 2 < len(part) <= 30 and len(part.split()) <= 4))[:4]


def _of_interest(like: str) -> list[tuple[str, int]]:
    """Return ideas for one thing that somebody likes; for what no row has, ideas that fit anything."""
    row = next((row for row in _known()["interests"] if has(like, row["asked"])), None)
    if row:
        return list(row["ideas"].items())
    thing = _SMALL.sub("", like)
    return [
        (f"a book about {thing}", 20),
        (f"a small collection of things around {thing}, chosen by you", 15),
        (f"a day for {thing} together", 25),
    ]


@cache
def _known() -> dict:
    return read_table("everyday/gifts.yaml")
