"""Guess a number: the stand-in's, with "higher" and "lower", or yours, halving what is left."""

import re

from ..regex import Regex
from .game import Opening, Said, gives_up

_RANGE = Regex(
    r"\b(?:between|from)?\s*(?P<low>\d{1,4})\s*(?:-|–|to|and|until)\s*(?P<high>\d{1,6})\b|\b(?:up to|under|below)\s*(?P<most>\d{1,6})\b"
)
_YOURS = Regex(r"\b(?:i(?:'m| am|m)? (?:am )?think(?:ing)?|i(?:'ve| have)? (?:thought|picked|got|have)|i (?:pick|choose|chose))\b.{0,12}\bnumber\b|\bguess (?:my|the|which|what) number\b", re.IGNORECASE)  # fmt: skip
_MINE = Regex(r"\b(?:you )?(?:think of|pick|choose|have) an? (?:secret )?number\b.*\b(?:guess|find)|\b(?:let'?s|can we|want to) play\b.*\b(?:guess(?:ing)? (?:the|a|my)? ?numbers?|number guess\w*)|\bi(?:'ll| will| want to)? (?:try to )?guess (?:your|a|the) number\b", re.IGNORECASE)  # fmt: skip
_CODE = Regex(
    r"\b(?:python|code|program|function|script|write|rng|random number (?:generator|between)|javascript|odd|even)\b",
    re.IGNORECASE,
)
_NUMBER = Regex(
    r"\W*(?:(?:is it|it'?s|i guess|my guess is|maybe|try|how about|and|then|ok)\s+)*(?P<n>-?\d{1,6})\W*\Z", re.IGNORECASE
)
_REPLY = Regex(
    r"\W*(?:(?:no|nope|it'?s|it is|my number is|a bit|much|go|too|the number is|is|sorry|ok|still|try)\W+)*(?P<how>higher|bigger|larger|more|up|greater|low|lower|smaller|less|down|high)\b.{0,20}\Z|\W*(?P<yes>yes|correct|right|yep|yeah|exactly|that'?s it|you (?:got|guessed) it|bingo)\b.{0,30}\Z",
    re.IGNORECASE,
)


def opens(text: str) -> bool:
    """Return whether a message opens the game."""
    return not _CODE.search(text) and bool(_YOURS.search(text) or _MINE.search(text)) and "joke" not in text


def play(opening: Opening, moves: list[str]) -> Said | None:
    """Return the next guess, or whether yours is too low or too high."""
    low, high = _range(opening.text)
    if _YOURS.search(opening.text) and not re.search(r"\byour number|\byou think|\byou pick", opening.text, re.IGNORECASE):
        return _guessed(low, high, moves)
    secret = opening.chosen(range(low, high + 1))
    if not moves:
        return Said(f"I have a number from {low} to {high}. Your guess?")
    if gives_up(moves[-1]):
        return Said(f"It was {secret}.", over=True)
    if not (found := _NUMBER.match(moves[-1])):
        return None
    guess = int(found["n"])
    if guess == secret:
        return Said(f"Yes, {secret}! You needed {len(moves)} guess{'es' * (len(moves) > 1)}.", over=True)
    return Said(f"My number is {'higher' if guess < secret else 'lower'} than {guess}.")


def _range(text: str) -> tuple[int, int]:
    found = _RANGE.search(text)
    if not found:
        return 1, 100
    low, high = (1, int(found["most"])) if found["most"] else sorted((int(found["low"]), int(found["high"])))
    return (low, high) if low < high else (1, 100)


def _guessed(low: int, high: int, moves: list[str]) -> Said | None:
    start = f"From {low} to {high}: I halve what is left each time. "
    for number, move in enumerate(moves, 1):
        guess = (low + high) // 2
        if not (found := _REPLY.match(move)):
            return None
        if found["yes"]:
            return Said(f"Then it is {guess}: found with {number} guess{'es' * (number > 1)}. Another game?", over=True)
        lower = found["how"].casefold() in ("lower", "smaller", "less", "down", "high")  # "too high"
        low, high = (low, guess - 1) if lower else (guess + 1, high)
        if low > high:
            return Said("That cannot be: no number is left. One of your hints must have been wrong.", over=True)
    return Said(f"{'' if moves else start}Is it {(low + high) // 2}? Say higher, lower, or yes.")
