"""Rock, paper, scissors. The stand-in's signs follow from the opening, so it cannot look at yours first."""

import re

from ..regex import Regex
from .game import PLAY, Opening, Said

SIGNS = ["rock", "paper", "scissors"]  # each is beaten by the next one
_OPENS = Regex(PLAY + r"\W*(?:rock|stone)[\s,/-]*(?:paper)[\s,/-]*(?:and |or )?scissors?\b|" + PLAY + r"\W*(?:paper|scissors)[\s,/-]*(?:scissors?|rock|stone)[\s,/-]*(?:paper|rock|stone)\b", re.IGNORECASE)  # fmt: skip
_SIGN = Regex(r"\W*(?:ok(?:ay)?|and|i|take|choose|pick|say|my choice is|it'?s|now|then|go with|play|\W)*\s*(?P<sign>rock|stone|paper|scissors?)\b\W*(?:(?:now|again|this time|please|and you)\W*)*\Z", re.IGNORECASE)  # fmt: skip
_NEXT = Regex(
    r"\W*(?:ok |and |play )*(?:again|next|another|one more|go on|continue|new)(?: (?:one|round|game|time))?\W*\Z", re.IGNORECASE
)


def opens(text: str) -> bool:
    """Return whether a message opens the game."""
    return bool(_OPENS.search(text))


def play(opening: Opening, moves: list[str]) -> Said | None:
    """Return who wins the latest round, and the score."""
    if not moves:
        return Said(
            "Let's play! My signs follow from the words with which you opened the game, so I cannot look at yours first. Your move: rock, paper or scissors?"
        )
    mine = yours = 0
    told = None
    for number, move in enumerate(moves):
        if not (found := _SIGN.match(move)):
            told = "Your move: rock, paper or scissors?" if _NEXT.match(move) else None
            continue
        sign = re.sub(r"stone", "rock", found["sign"].casefold()).removesuffix("s")
        at = next(place for place, name in enumerate(SIGNS) if name.startswith(sign))
        my = opening.chosen(SIGNS, number)
        ahead = (at - SIGNS.index(my)) % 3
        mine, yours = mine + (ahead == 2), yours + (ahead == 1)
        told = f"{SIGNS[at].capitalize()} against my {my}: {('a draw', 'you win this round', 'this round is mine')[ahead]}. You {yours}, I {mine}. Next?"
    return told and Said(told)
