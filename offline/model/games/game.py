"""What the games have in common."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from zlib import crc32

from ...tables import read_table

PLAYED = "rock paper scissors, hangman, guessing an animal or a number (yours or mine), riddles, trivia, word chain, and would you rather"
CANNOT = (
    "I cannot play that: I am the offline stand-in, and pick each reply from files, without a plan for the next one. "
    f"What I can play: {PLAYED}. A model that knows more plays others, too (the README says how to get one)."
)
PLAY = r"(?:\A|\b(?:play|start|try|do|game of|round of|some|about)\b.{0,12}?)"


@dataclass(frozen=True)
class Said:
    """What is said after a move, and whether the game is over."""

    text: str
    over: bool = False


@dataclass(frozen=True)
class Opening:
    """The message that opened a game, and which round of it is played (0 is the first)."""

    text: str
    round: int = 0

    def chosen(self, many: Sequence, number: int = 0):
        """Return one of many things: the same one whenever the game is opened with these words."""
        plain = re.sub(r"[^a-z ]", "", self.text.casefold())
        return many[crc32(f"{self.round} {number} {plain}".encode()) % len(many)]


@cache
def table() -> dict:
    """Return the words that the games are played with."""
    return read_table("everyday/games.yaml")


def gives_up(text: str) -> bool:
    """Return whether somebody gives up."""
    return bool(
        re.match(
            r"\W*(?:ok |okay |please )*(?:i give up|give up|(?:just )?tell me(?: the (?:answer|word|solution)| what it (?:is|was))?|reveal(?: it)?|what (?:is|was) it|what(?:'?s| is| was) (?:the|your) (?:answer|word|animal|number)|i don'?t know|no idea|solution)(?:\W+(?:what (?:is|was) it|tell me|what(?:'s| is| was) the (?:answer|word)|please))?\W*\Z",
            text,
            re.IGNORECASE,
        )
    )
