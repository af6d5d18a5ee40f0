"""Keys that were hit at random: "asdfgh" is not understood, and said not to be."""

import re

from .question import Answer, Question, says

MOST_WORDS = 3
SHORTEST = 5  # letters of a word without a vowel that is no word
RUN = 4  # keys side by side
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
IN_WORDS = {"erty", "wert", "trew"}  # runs that words have: "liberty", "strewn"
_SOUNDS = re.compile(r"h+m+|m+h*m*|p+s+t+|b+r+|g+r+|z+|s+h+|https?|t+s+k+|x+d+|p+f+t*|n+v+m+|h+a+", re.IGNORECASE)
NOT_UNDERSTOOD = (
    'I am the offline stand-in, and do not understand "{}": it looks like keys hit at random. What would you like to ask?'
)


def answer(question: Question) -> Answer | None:
    """Say that a message of random keys is not understood; None for anything else."""
    words = question.text.split()
    if not 0 < len(words) <= MOST_WORDS or not all(map(at_random, words)):
        return None
    return says(NOT_UNDERSTOOD.format(question.text.strip()), guarded=True)


def at_random(word: str) -> bool:
    """Return whether a word has keys side by side, one or two letters again and again, or no vowel."""
    letters = word.strip(".,!?;").casefold()
    if not letters.isascii() or not letters.isalpha() or _SOUNDS.fullmatch(letters):
        return False
    runs = {row[at : at + RUN] for keys in ROWS for row in (keys, keys[::-1]) for at in range(len(row) - RUN + 1)} - IN_WORDS
    if any(run in letters for run in runs):
        return True
    again = re.fullmatch(r"(.{1,3}?)\1{2,}.{0,2}", letters) and len(letters) > SHORTEST
    return bool(again) or (len(letters) >= SHORTEST and not re.search(r"[aeiouy]", letters) and not word.isupper())
