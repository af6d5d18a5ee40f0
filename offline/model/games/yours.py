"""Guessing an animal that somebody thinks of, from what is told of it and from yes and no (data/everyday/guessed.yaml)."""

import re
from functools import cache

from ...tables import read_table
from ..regex import Regex
from .game import Opening, Said

QUESTIONS = 20
FEW = 3  # animals left, of which one is guessed
_OPENS = Regex(
    r"(?<!you )\bi(?:'m| am|m| will|'ll|'ve| have)?\s*(?:am )?(?:think|thought|thinking) of (?:an? |some )?animal\b|\bguess (?:my|the|which|what) animal\b(?! (?:game|you))|\bi have an animal in mind\b",
    re.IGNORECASE,
)
_TWENTY = Regex(r"\b(?:20|twenty) ?questions\b", re.IGNORECASE)
_I_THINK = Regex(  # "I think of something, you ask": the stand-in asks
    r"(?<!you )(?<!shall )\bi(?:'m| am|m| will|'ll|'ve| have| want to| would like to| get to)?\s*(?:am )?(?:think|thought|thinking|pick|picked|choose|chose|have|got) (?:of |about )?(?:something|an? \w+|one|my thing)\b"
    r"|\byou (?:will |must |can |have to |should |are the one who )?(?:asks?|guess(?:es)?)\b(?! me (?:a|for)\b)|\bi(?:'ll| will)? answer\b",
    re.IGNORECASE,
)
_YOU_THINK = Regex(
    r"\byou(?:'ll| will| can| should| must)? (?:think|pick|choose|have)\b|\bi(?:'ll| will)? (?:ask|guess)\b", re.IGNORECASE
)
_IS_ANIMAL = Regex(r"\W*(?:(?:yes|yep|yeah|ok|well|right)\W+)*(?:it(?:'s| is) )?(?:(?:an? )?animal)\W*", re.IGNORECASE)
ONLY = (
    "Gladly: you think of something, and I ask. I know only animals, so let it be one; say yes or no, or tell me more about it. "
)
BEGINS = "Gladly: I ask, and you say yes or no, or tell me more about it. "
_MINE = Regex(r"\b(?:i|me) (?:will |can |want to |have to )?(?:guess|ask)\b", re.IGNORECASE)
_YES = Regex(r"\W*(?:yes|yep|yeah|yup|correct|right|exactly|true|you (?:got|guessed) it|that'?s (?:it|right)|bingo|sure|it is|it does|it can)\b.{0,40}\Z", re.IGNORECASE)  # fmt: skip
_NO = Regex(r"\W*(?:no|nope|nah|wrong|not|false|it (?:is not|isn'?t|does not|doesn['’]?t|can'?t))\b(?:\W+(?:it (?:is not|isn'?t|does not|doesn['’]?t)|sorry|try again|guess again|wrong))?\W*\Z", re.IGNORECASE)  # fmt: skip
_NOT = Regex(r"\b(?:no|not|n't|never|without|cannot)\b|n't\b", re.IGNORECASE)
_TELLS = Regex(r"\W*(?:(?:no|yes|and|ok|well|but|hint|also|nope|yeah)\W+)*(?:it|its|it's|they|he|she|you can|people|this|the animal|my animal|has|lives|likes|eats|very|big|small|with)\b", re.IGNORECASE)  # fmt: skip
LOST = "I give up: no animal that I know is like that. What is it?"
WON = "I guessed it: the {}! [Do you want to play again?*3|That was fun.]"


def opens(text: str) -> bool:
    """Return whether somebody thinks of an animal, or of something in twenty questions, that is to be guessed."""
    if _TWENTY.search(text) and _I_THINK.search(text) and not _YOU_THINK.search(text):
        return True
    return bool(_OPENS.search(text)) and not _MINE.search(text)


def play(opening: Opening, moves: list[str]) -> Said | None:
    """Return the next question or guess, from all that was told."""
    told = {} if opening.round else _read(opening.text)
    excluded: set[str] = set()
    said = _next(told, excluded)
    for move in moves:
        if _IS_ANIMAL.fullmatch(move) and said[0] == "ask":
            continue
        last, yes, clues = said[1], _YES.match(move), _read(move)
        if not (yes or _NO.fullmatch(move) or (clues and _TELLS.match(move))):
            return None
        if yes and said[0] == "guess":
            return Said(WON.format(last), over=True)
        if said[0] == "guess":
            excluded.add(last)
        elif yes or _NO.match(move):
            told[last] = bool(yes)
        told |= clues
        said = _next(told, excluded)
    if said[0] == "lost" or len(moves) > QUESTIONS:
        return Said(LOST, over=True)
    if said[0] == "guess":
        return Said(f"Is it {'an' if said[1][0] in 'aeiou' else 'a'} {said[1]}?")
    begins = "" if moves else ONLY if "animal" not in opening.text.casefold() else BEGINS
    return Said(f"{begins}{_known()['clues'][said[1]]['ask']}")


def _read(text: str) -> dict[str, bool]:
    """Return what a text tells of the animal, by clue: whether it is so."""
    found = {}
    for part in re.split(r"[.,;!]|\b(?:and|but)\b(?! white| black)", _OPENS.sub(" ", text)):
        denied = bool(_NOT.search(part)) and not re.search(r"\b(?:no|without) legs", part, re.IGNORECASE)
        for clue, how in _known()["clues"].items():
            if re.search(rf"\b(?:{how['words']})\b", part, re.IGNORECASE):
                found[clue] = not denied
    return found


def _next(told: dict[str, bool], excluded: set[str]) -> tuple[str, str]:
    """Return ("guess", an animal), ("ask", a clue), or ("lost", "")."""
    left = [
        name
        for name, true in _known()["animals"].items()
        if name not in excluded and all((clue in true) == so for clue, so in told.items())
    ]
    if not left:
        return "lost", ""
    asks = [clue for clue, how in _known()["clues"].items() if "ask" in how and clue not in told]
    halves = {clue: abs(len(left) - 2 * sum(clue in _known()["animals"][name] for name in left)) for clue in asks}
    best = min(halves, key=halves.__getitem__, default=None)
    if len(left) <= FEW or best is None or halves[best] == len(left):
        return "guess", left[0]
    return "ask", best


@cache
def _known() -> dict:
    return read_table("everyday/guessed.yaml")
