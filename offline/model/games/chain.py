"""Word chain: each word begins with the last letter of the one before it."""

import re

from ..regex import Regex
from .game import Opening, Said, table

_OPENS = Regex(r"\bword[- ]?(?:chain|snake|train)s?\b|\bshiritori\b|\blast letter game\b", re.IGNORECASE)
_CODE = Regex(r"\b(?:python|code|function|program|markov|what is|explain)\b", re.IGNORECASE)
_FIRST = Regex(
    r"(?:\b(?:i (?:start|begin)|i'll (?:start|begin)|my word is|first word|starting with|start with)\b(?: with)?|[:,])\W*(?P<word>[a-z]{2,15})\W*\Z",
    re.IGNORECASE,
)
_WORD = Regex(r"\W*(?:(?:my word is|then|ok|and|next is|i say|an?|the)\W+)*(?P<word>[a-z]{2,15})\W*\Z", re.IGNORECASE)
_START = frozenset("me you start begin first go please now game i".split())


def opens(text: str) -> bool:
    """Return whether a message opens the game."""
    return bool(_OPENS.search(text)) and not _CODE.search(text)


def play(opening: Opening, moves: list[str]) -> Said | None:
    """Return the next word."""
    first = _FIRST.search(opening.text)
    given = first["word"].casefold() if first and first["word"].casefold() not in _START else None
    said = [given] if given else []
    if given:
        said += [_next(given, said)]
    elif not re.search(r"\bi(?:'ll)? (?:start|begin)|\bme first", opening.text, re.IGNORECASE):
        said = [opening.chosen(sorted(word for words in table()["chain"].values() for word in words.split() if word[-1] != "x"))]
    if not moves:
        return Said(_asked(said[-1]) if said else "Good, you begin. Your word?")
    text = None
    for move in moves:
        found = _WORD.match(move)
        if not found:
            return None
        word = found["word"].casefold()
        if word in said:
            text = f'"{word}" was said before. Another word with "{said[-1][-1]}"?'
        elif said and word[0] != said[-1][-1]:
            text = f'"{word}" does not begin with "{said[-1][-1]}", the last letter of "{said[-1]}". Try again.'
        else:
            said.append(word)
            if not (mine := _next(word, said)):
                return Said(f'I have no word left with "{word[-1]}": you win!', over=True)
            said.append(mine)
            text = _asked(mine)
    return Said(text)


def _next(word: str, said: list[str]) -> str | None:
    return next((one for one in table()["chain"].get(word[-1], "").split() if one not in said), None)


def _asked(word: str) -> str:
    return f'{word.capitalize()}. Your word begins with "{word[-1]}".'
