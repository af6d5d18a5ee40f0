"""Hangman: the stand-in has a word, and you guess its letters."""

import re

from ..regex import Regex
from .game import Opening, Said, gives_up, table

MISSES = 7
_OPENS = Regex(r"\bhang ?man\b", re.IGNORECASE)
_ABOUT_CODE = Regex(
    r"\b(?:python|code|program|function|write|make|build|script|app|what is|explain|rules|how (?:do|to))\b", re.IGNORECASE
)
_LETTER = Regex(r"\W*(?:(?:is there|does it have|has it|i guess|my guess is|letter|the|an?(?= [a-z]\b)|maybe|try|now|how about|and)\s+)*(?P<letter>[a-z])(?: in it)?\W*\Z", re.IGNORECASE)  # fmt: skip
_WORD = Regex(r"\W*(?:(?:is it|the word is|it'?s|it is|i guess|my guess is|the)\s+)*(?P<word>[a-z]{4,12})\W*\Z", re.IGNORECASE)


def opens(text: str) -> bool:
    """Return whether a message opens the game."""
    return bool(_OPENS.search(text)) and not _ABOUT_CODE.search(text)


def play(opening: Opening, moves: list[str]) -> Said | None:
    """Return what the latest letter or word uncovers."""
    word = opening.chosen(table()["hangman"])
    if not moves:
        return Said(
            f"I have a word with {len(word)} letters: {_shown(word, set())}\nGuess a letter, or the word. You may miss {MISSES - 1} times."
        )
    tried: list[str] = []
    missed: list[str] = []
    said = ""
    for move in moves:
        if gives_up(move):
            return Said(f"The word was {word}.", over=True)
        guess = _LETTER.match(move) or _WORD.match(move)
        if guess is None:
            return None
        letter = guess[1].casefold()
        if letter == word or set(word) <= {*tried, letter}:
            return Said(f"Yes! The word is {word}. You missed {len(missed)} times.", over=True)
        if letter in (*tried, *missed):
            said = f'You had "{letter}" before.'
        elif len(letter) == 1 and letter in word:
            tried.append(letter)
            said = f'Yes, there is "{letter}".'
        else:
            missed.append(letter)
            said = f'No, there is no "{letter}".' if len(letter) == 1 else f"No, it is not {letter}."
        if len(missed) >= MISSES:
            return Said(f"{said} That was the last try: you hang. The word was {word}.", over=True)
    left = MISSES - 1 - len(missed)
    lacking = [f"Not in it: {', '.join(missed)}."] if missed else []
    chances = f"You may miss {left} more time{'s' * (left != 1)}." if left else "One more miss, and you hang."
    return Said(f"{said} {_shown(word, set(tried))}\n{' '.join([*lacking, chances])}")


def _shown(word: str, known: set[str]) -> str:
    return "`" + " ".join(letter if letter in known else "_" for letter in word) + "`"
