"""A text cut into what it is made of: sentences, the items that it lists, so many points."""

import re

from ..regex import Regex

SHORTEST = 4  # words of a clause that may be a point of its own
PLAIN_SENTENCE, PLAIN_WORD = 28, 11  # words and letters, up to which a sentence and a word are plain
_CLAUSE = Regex(r"(?P<end>; |, (?=(?:and|but|so|while|which) ))(?P<joint>and |but |while )?")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, lines apart; "Yes." at its beginning is none."""
    parts = re.split(r"(?<=[.!?])(?<!\AYes\.)(?<!\ANo\.)[\"”']?\s+(?=\S)|\n+", text)
    return [part.strip() for part in parts if re.search(r"\w", part)]


def items(text: str) -> list[str]:
    """Return what a text lists: its lines if there are several, the parts of an enumeration, or its sentences."""
    lines = [re.sub(r"\A(?:[-*•]|\d+[.)])\s+", "", line).strip() for line in text.splitlines() if line.strip()]
    if len(lines) > 1:
        return lines
    listed = re.fullmatch(r"(?:[A-Z][a-z]+: )?([^.:!?]+(?:, [^,.:!?]+)+,? and [^,.!?]+)\.?", text)
    if listed and all(len(part.split()) <= 4 for part in re.split(r", and |, | and ", listed[1])):
        return re.split(r", and |, | and ", listed[1])
    return sentences(text)


def points(text: str, count: int) -> list[str] | None:
    """Return a text as so many points; sentences with several clauses are cut where they are too few. None if that is not enough."""
    found = [item for item in items(text) if not item.endswith(":")]
    while len(found) < count:
        cut = next((parts for one in sorted(found, key=len, reverse=True) if (parts := _halves(one)) and (longest := one)), None)
        if cut is None:
            return None
        place = found.index(longest)
        found[place : place + 1] = cut
    return found[:count]


def bulleted(found: list[str]) -> str:
    """Return points as a list with a dash before each."""
    return "\n".join(f"- {point}" for point in found)


def numbered(found: list[str]) -> str:
    """Return points as a numbered list."""
    return "\n".join(f"{number}. {point}" for number, point in enumerate(found, 1))


def is_plain(text: str) -> bool:
    """Return whether a text is in simple words: short sentences without long words, names aside."""
    long = [word for word in re.findall(r"\b[a-z]+\b", text) if len(word) > PLAIN_WORD]
    return not long and "\n" not in text and all(len(one.split()) <= PLAIN_SENTENCE for one in sentences(text))


def _halves(sentence: str) -> list[str] | None:
    """Return a sentence as two, cut between two of its clauses; None if it has one only."""
    for joint in _CLAUSE.finditer(sentence):
        parts = [sentence[: joint.start()].rstrip(" .;,"), sentence[joint.end() :].rstrip(" .")]
        if all(len(part.split()) >= SHORTEST for part in parts):
            return [f"{part[:1].upper()}{part[1:]}." for part in parts]
    return None
