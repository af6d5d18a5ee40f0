"""Games that are really played, from the messages alone; of others, it is said that they cannot be played.

    "Let's play rock, paper, scissors" / "rock" / "paper"  ->  the opening, and two moves

A game is a module with `opens(text)`, and `play(opening, moves)`: what there is to say after the last move, or
None if it is no move. What the stand-in has thought of follows from the opening alone (`chosen`), so it is the
same in each request, and cannot change on the way.
"""

import re

from ..computed.question import Answer, Question, says
from ..regex import Regex
from . import chain, guessing, hangman, numbers, rather, riddles, signs, trivia, yours
from .game import CANNOT, PLAYED, Opening, Said

KINDS = (signs, hangman, numbers, yours, guessing, chain, rather, trivia, riddles)
STILL_NOT = "That game I cannot play, as I said, so I have no next move. " + f"What I can play: {PLAYED}."
LONGEST = 200  # characters of a move
_MAY = Regex(  # words of which every opening has one
    r"game|play|quiz|trivia|hang ?man|question|guess|number|rock|paper|scissors|chain|snake|train|shiritori|rather|knowledge|animal|riddle",
    re.IGNORECASE,
)
_WHICH = Regex(r"\W*(?:(?:hey|ok|hi|hello|yes|please)\W+)*(?:can we|shall we|let'?s|do you want to|wanna|want to|i want to|could we|can you|will you|do you know how to)?\s*(?:play|do you play)?\s*(?:a|any|some|another|the)?\s*games?(?: with me| together| please)?\W*\Z|\W*(?:let'?s|let us) play(?: something| together)?\W*\Z|\W*(?:what|which) games? (?:can|do) (?:you|we) play\W*\Z", re.IGNORECASE)  # fmt: skip
_OTHER = Regex(r"\b(?:play|start|game of)\b.{0,20}\b(?:chess|tic[- ]?tac[- ]?toe|i spy|charades|wordle|scrabble|monopoly|poker|blackjack|checkers|battleships?|dungeons|d&d|truth or dare|connect four|go fish|sudoku|solitaire|risk|bingo)\b", re.IGNORECASE)  # fmt: skip
_SPIES = Regex(r"\W*i spy with my\b", re.IGNORECASE, "spy")
_STOPS = Regex(r"\W*(?:stop|quit|end|enough|i(?:'m| am) done|no more|let'?s stop)\b.{0,20}\Z", re.IGNORECASE)
_AGAIN = Regex(r"\W*(?:(?:yes|ok|sure|please|let'?s|play|one|another|new|the|next|do it)\W+)*(?:again|another(?: one| game| round)?|(?:new |next )?(?:game|round)|once more|one more|yes|rematch)(?: please)?\W*\Z", re.IGNORECASE)  # fmt: skip
_PROGRAMMED = Regex(r"\b(?:python|javascript|code|script|html|program)\b", re.IGNORECASE)  # it is to be written, not played
STOPPED = "All right, we stop here. [Thank you for playing!|That was fun to play.]"
WHAT = f'Gladly. I can play {PLAYED}. Which one? For example: "Let\'s play rock paper scissors."'


def answer(question: Question) -> Answer | None:
    """Return what the stand-in says in a game that is going on, or opens; None outside of games."""
    text = question.text.replace("’", "'")
    if not 0 < len(text) <= LONGEST:
        return None
    if _MAY.search(text) and _WHICH.match(text):
        return says(WHAT)
    if _SPIES.match(text):
        return says(CANNOT, guarded=True)
    if game := _opened(text):
        return _said(game.play(Opening(text), []))
    return _moved(text, question)


def still_not(question: Question) -> Answer | None:
    """Return that a game cannot be played after all, where nothing else answers a move in it."""
    asked = question.earlier("user")
    if not any("I cannot play that" in said or "That game I cannot play" in said for said in question.earlier("assistant")[:1]):
        return None
    return says(STILL_NOT, guarded=True) if asked and len(question.text) <= LONGEST else None


def _opened(text: str):
    return _MAY.search(text) and not _PROGRAMMED.search(text) and next((game for game in KINDS if game.opens(text)), None)


def _moved(text: str, question: Question) -> Answer | None:
    """Return the answer to a move in the game that was opened last, going through all moves since."""
    asked = [said.replace("’", "'") for said in question.earlier("user")]  # the latest first
    at = next((place for place, said in enumerate(asked) if _opened(said) or (_MAY.search(said) and _OTHER.search(said))), None)
    if at is None or (game := _opened(asked[at])) is None:
        return None
    opening, moves, told = Opening(asked[at]), [], Said("")
    for said in [*asked[:at][::-1], text]:
        if told.over:
            if not _AGAIN.match(said):
                if said is text:
                    return None
                continue
            opening, moves = Opening(opening.text, opening.round + 1), []
            told = game.play(opening, [])
        elif _STOPS.match(said):
            told = Said(STOPPED, over=True)
        elif move := game.play(opening, [*moves, said]):
            moves, told = [*moves, said], move
        elif said is text:
            return None
    return _said(told)


def _said(told: Said | None) -> Answer | None:
    return says(told.text, guarded=True) if told else None
