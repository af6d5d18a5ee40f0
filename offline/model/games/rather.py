"""Would you rather: the stand-in asks and takes your answers, or is asked, and has no wishes of its own."""

import re

from ..regex import Regex
from .game import Opening, Said, table

_GAME = Regex(
    r"\b(?:play|game|ask me|give me|do)\b.{0,25}\bwould you rather\b(?! \w+.* or )|\A\W*would you rather(?: game| questions?)?\W*\Z",
    re.IGNORECASE,
)
_ASKED = Regex(
    r"\A\W*(?:(?:ok|so|and|hey|now|question)\W+)*would you rather,?:? (?P<one>.+?),? or,? (?P<other>[^?]+?)\W*\Z", re.IGNORECASE
)
_NO_MOVE = Regex(r"\?|\A\W*(?:what|who|when|where|how|write|tell|explain|give|make|translate)\b", re.IGNORECASE)
_WHY = Regex(r"\A\W*(?:but )?why\W*\Z", re.IGNORECASE)


def opens(text: str) -> bool:
    """Return whether a message opens the game, from either side."""
    return bool(_GAME.search(text) or _ASKED.match(text))


def play(opening: Opening, moves: list[str]) -> Said | None:
    """Return the next question, or an answer without a wish behind it."""
    if asked := _ASKED.match(opening.text):
        return _answered(opening, asked, moves)
    pairs = table()["rather"]
    start = pairs.index(opening.chosen(pairs))
    if not moves:
        return Said(_question(pairs[start]))
    move = moves[-1]
    if _NO_MOVE.search(move):
        return None
    one, other = pairs[(start + len(moves) - 1) % len(pairs)]
    chosen = [choice for choice in (one, other) if _words(choice) & _words(move) - (_words(one) & _words(other))]
    if re.search(r"\b(?:first|former|1|a)\b", move, re.IGNORECASE) and len(chosen) != 1:
        chosen = [one]
    elif re.search(r"\b(?:second|latter|last|2|b)\b", move, re.IGNORECASE) and len(chosen) != 1:
        chosen = [other]
    if len(moves) >= len(pairs):
        return Said("That was my last question. Thank you for playing!", over=True)
    noted = f"So you would rather {chosen[0]}." if len(chosen) == 1 else "Noted."
    return Said(f"{noted} Next: {_question(pairs[(start + len(moves)) % len(pairs)])}")


def _answered(opening: Opening, asked: re.Match, moves: list[str]) -> Said | None:
    mine = opening.chosen([asked["one"], asked["other"]])
    if not moves:
        return Said(
            f"If I must choose: {mine}. A program has no wishes, so the choice is no more than a toss of a coin. And you, which one?"
        )
    if _WHY.match(moves[-1]):
        return Said(
            f'For no reason of mine: I am the offline stand-in, and the coin fell on "{mine}". What would your reason be?'
        )
    return None


def _question(pair: list[str]) -> str:
    return f"Would you rather {pair[0]}, or {pair[1]}?"


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z]+", text.casefold()) if len(word) > 2}
