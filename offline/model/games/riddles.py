"""Riddles: the answer is told when it is guessed, or given up, and not before."""

import re
from functools import cache

from ...tables import read_table
from ..everyday.wish import NUMBER, bare, counted, has, listed
from ..regex import Regex
from .game import Opening, Said, gives_up

MOST = 5  # at once
_OPENS = Regex(
    rf"\A(?:(?:tell|give|ask|know|got|say|have|me|us|a|an|any|some|one|more|good|easy|hard|difficult|tricky|funny|short|nice|another|new|clever|{NUMBER})\s+)*riddles?(?: (?:me|for (?:kids|children|me|us|adults|(?:a |an |my |our )?(?:\d+[- ]years?[- ]olds?|child|kid|son|daughter|grandson|granddaughter|class|students?|party))))?(?P<told>,? (?:with|and|plus|including) (?:the |its |an )?(?:answer|solution)s?(?! (?!please)\w))?(?: (?:about|on|whose answer is|with the answer) (?P<about>.+?))?(?:,? (?:please|pls))?(?:,? (?:an? )?(?:easy|hard|difficult|short|good|funny|new) (?:one)?)?\W*\Z",
    re.IGNORECASE,
)
_HINT = Regex(r"\b(?:hint|clue|tip|help me)\b", re.IGNORECASE)
_TELL = Regex(
    r"\W*(?:(?:ok|okay|hm+|well|so|no|and|please|sorry|just)\W+)*(?:i (?:really )?(?:give|gave) up|i (?:do not|don'?t|dont) know|i have no (?:idea|clue)|no (?:idea|clue)|idk|dunno|(?:tell|show|give) me|what(?:'s| is| was)? (?:it|the (?:answer|solution))|(?:the )?(?:answers?|solutions?)|i can'?t (?:guess|solve) it|and the answer is)\b.{0,30}\Z",
    re.IGNORECASE,
)
_ANOTHER = Regex(
    r"\W*(?:(?:ok|okay|haha|lol|nice|cool|good|great|and|now|please|yes|tell me|give me|ask me|i want)\W+)*(?:another|one more|next|a new one|a different one|an easier one|a harder one|harder|easier|more)\b.{0,25}\Z",
    re.IGNORECASE,
)
_GUESS = Regex(
    r"\W*(?:(?:ok|okay|hm+|um|well|so|or|oh|no|then|maybe|perhaps|probably)\W+)*(?P<led>(?:is it|is that|it'?s|it is|its|are they|i (?:think|guess|say)(?: it'?s| it is| its)?|my guess is|could it be|it must be|the answer is)\s+)?(?P<what>(?:an?|the|your|my|our)\s+[\w' -]{2,30}?|[\w'-]{3,20})\W*\Z",
    re.IGNORECASE,
)
_TALK = frozenset(
    "yes yeah yep sure okay thanks thank hello hey bye goodbye stop wait what why how who when where please cool nice great lol haha wow right wrong true really sorry help good fine test continue repeat again joke"
    " cold hot late raining possible ok hmm nope not and the".split()
)
ENDS = '(Say your guess, "hint", or "I give up".)'


def opens(text: str) -> bool:
    """Return whether a riddle is asked for; one about something only if there is one."""
    found = _OPENS.match(bare(text)) if "riddle" in text.casefold() else None
    return bool(found) and (found["about"] is None or bool(_about(text)))


def play(opening: Opening, moves: list[str]) -> Said | None:
    """Return what is said to a guess, to a hint that is wanted, or to giving up; with no move, the riddle."""
    count = _count(opening.text)
    passed = sum(_passes(move) for move in moves[:-1])
    now = _riddles(opening, count, passed)
    if not moves:
        if _OPENS.match(bare(opening.text))["told"]:
            return Said(listed([f"{one['asks']}\n\n(The answer: {one['is']}.)" for one in now]), over=True)
        return Said(f"{listed([one['asks'] for one in now])}\n\n{ENDS}")
    move = moves[-1].replace("’", "'")
    if _HINT.search(move):
        return Said(listed([one["hint"] for one in now]))
    if gives_up(move) or _TELL.match(move):
        return Said(listed([_told(one) for one in now]), over=True)
    if _passes(move):
        return Said(f"{listed([one['asks'] for one in _riddles(opening, count, passed + 1)])}\n\n{ENDS}")
    return _judged(move, now)


def _judged(move: str, now: list[dict]) -> Said | None:
    guess = _GUESS.fullmatch(move)
    if guess is None:
        return None
    what = guess["what"].casefold()
    words = set(re.findall(r"[a-z]+", what))
    right = next((one for one in now if words & _right(one)), None)
    if right:
        return Said(f"Yes! {_told(right)}", over=len(now) == 1)
    bare_word = not guess["led"] and " " not in what
    if words & _TALK or (bare_word and move.rstrip().endswith("?")):
        return None
    return Said(f'No, not {what}. Guess again, ask for a "hint", or say "I give up".')


def _passes(move: str) -> bool:
    return bool(_ANOTHER.fullmatch(move.replace("’", "'"))) and not _HINT.search(move) and "joke" not in move


def _right(riddle: dict) -> set[str]:
    """Return the words that a right guess has one of."""
    said = {word for one in (riddle["is"], *riddle["also"]) for word in one.split()} - {"a", "an", "your"}
    return said | {f"{word}s" for word in said} | {word.removesuffix("s") for word in said}


def _told(riddle: dict) -> str:
    return f"{'They are' if riddle['asks'].endswith('are they?') else 'It is'} {riddle['is']}."


def _count(text: str) -> int:
    found = re.search(rf"\b({NUMBER})\s+(?:\w+\s+){{0,2}}riddles\b", text, re.IGNORECASE)
    return min(MOST, counted(found[1])) if found else 1


def _riddles(opening: Opening, count: int, passed: int) -> list[dict]:
    known = _known()
    if about := _about(opening.text):  # that one first, then any other
        known = [*about, *known]
        return [known[(passed * count + place) % len(known)] for place in range(count)]
    first = known.index(Opening(opening.text).chosen(known)) + (opening.round + passed) * count
    return [known[(first + place) % len(known)] for place in range(count)]


def _about(text: str) -> list[dict]:
    """Return the riddles about what somebody wants one about."""
    found = _OPENS.match(bare(text))
    if not found or not found["about"]:
        return []
    return [one for one in read_table("everyday/riddles_about.yaml") if has(found["about"], one["about"])]


@cache
def _known() -> list[dict]:
    return read_table("everyday/riddles.yaml")
