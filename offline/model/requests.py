"""Cut a message into the pieces in which people ask for one thing each.

    pieces("Weather in Rome, and what time is it there?")  -> ["Weather in Rome", "what time is it there?"]

A piece may be too small to mean anything ("add 2 and 3"): who reads them joins what belongs together.
"""

import re

from .meaning import knowledge
from .regex import Regex

LONGEST = 6_000  # characters; of a longer message, beginning and end are read
MOST_PIECES = 24

_QUOTED = Regex(r"```.*?```|`[^`]+`|\"[^\"]*\"|“[^”]*”|«[^»]*»|(?<!\w)'[^'\n]{2,}'(?!\w)", re.DOTALL)
_CUT = Regex(r"[.?!;]+(?=\s)\s*|\n+|,?\s+(?:and|then|also|but)\s+(?:(?:then|also)\s+)?|,\s+", re.IGNORECASE)
_WORD_BEFORE = Regex(r"(\w+)(?:\s+(?:is|as|says?|reads?)|:)?\s*\Z")
_SENTENCE_END = Regex(r"(?<=[.?!;])\s+|\n+")


def unquoted(text: str) -> str:
    """Return `text` with quoted passages and code taken out; the whole text if nothing else is in it."""
    rest = _QUOTED.sub(" ", text)
    return rest if re.search(r"\w", rest) else text


def quoted(text: str) -> list[tuple[str, str]]:
    """Return the quoted passages and the code in `text` without their quotes, each with the word before it ("" without one)."""
    found = []
    for match in _QUOTED.finditer(text):
        before = _WORD_BEFORE.search(text[: match.start()])
        inside = re.sub(r"\A```\w*\n?|```\Z|\A[`\"“«']|[`\"”»']\Z", "", match[0]).strip()
        found.append((before[1].casefold() if before else "", inside))
    return found


def sentences(text: str) -> list[str]:
    """Return the sentences of a message that want something: no greetings, thanks, or questions about the model."""
    if len(text) > LONGEST:
        text = text[: LONGEST // 2] + "\n" + text[-LONGEST // 2 :]
    idle = knowledge().manners["idle"]
    return [part for part in _split(text, _SENTENCE_END) if not idle.fullmatch(part.strip(" .!?,"))]


def pieces(text: str) -> list[str]:
    """Return the parts of a message that want something, between sentence ends, commas, "and" and the like; never cut inside quotes.

    A message of very many parts is read in sentences, and only so many from its beginning and its end.
    """
    whole = [f"{sentence} " for sentence in sentences(text)]
    parts = [piece for sentence in whole for piece in _split(sentence, _CUT)]
    if len(parts) > MOST_PIECES:
        parts = whole if len(whole) <= MOST_PIECES else [*whole[: MOST_PIECES // 2], *whole[-MOST_PIECES // 2 :]]
    return parts


def _split(text: str, separator: Regex) -> list[str]:
    covered = [match.span() for match in _QUOTED.finditer(text)]
    parts, start = [], 0
    for match in separator.finditer(text):
        if not any(first < match.end() and match.start() < last for first, last in covered):
            parts.append(text[start : match.end()])
            start = match.end()
    return [part for part in [*parts, text[start:]] if re.search(r"\w", part)]
