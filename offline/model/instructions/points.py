"""A text cut into what it is made of: sentences, the items that it lists, so many points."""

import re

from ..regex import Regex

SHORTEST = 4  # words of a clause that may be a point of its own
PLAIN_SENTENCE, PLAIN_WORD = 28, 11  # words and letters, up to which a sentence and a word are plain
_CLAUSE = Regex(r"(?P<end>; |, (?=(?:and|but|so|while|which) ))(?P<joint>and |but |while )?")
TOO_SHORT = 9  # words of a sentence that alone explains nothing
EXPLAINS = Regex(r"\b(?:why|how|explain|difference|differ|compare)\b", re.IGNORECASE)
_STARTS = Regex(r"(?:The|A|An|In|It|There|They|You|Your|This|That|These|Yes|No)\b")
_WORD = Regex(r"[A-Z][a-z]+(?: [a-z]+)?")  # what a reply is to begin with, without a mark at its end
FEW = 3  # things of a list that are put into one sentence
_CALLS = Regex(
    r"(?:well|so|listen|look|hey|hi|hello|ah|oh|hmm?|sure|okay|ok|yes|dude|darling|dear|arr+|ahoy|aye|yo|wow|meow|woof)\Z",
    re.IGNORECASE,
)

_FENCED = Regex(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def code(text: str) -> str:
    """Return the blocks of code in a text without what is said around them; "" without one."""
    return "\n\n".join(_FENCED.findall(text))


def without_code(text: str) -> str:
    """Return a text without the blocks of code in it."""
    return _FENCED.sub("", text)


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


def in_sentences(listed: list[str], number: int) -> str:
    """Return a list as so many sentences; one sentence has the first three things of it."""
    if number > 1:
        return " ".join(f"{sentences(item)[0].rstrip('.!;')}." for item in listed[:number])
    short = [re.split(r"[.;] ", item)[0].strip(" .*") for item in listed[:FEW]]
    return f"{short[0]}; {'; '.join(one[:1].lower() + one[1:] for one in short[1:])}."


def in_one(text: str, question: str) -> str | None:
    """Return the first two sentences as one, where the first alone is too short to explain what is asked."""
    parts = sentences(text)
    if "\n" in text or len(parts) < 2 or len(parts[0].split()) > TOO_SHORT or not EXPLAINS.search(question):
        return None
    first = parts[1].partition(" ")[0]
    lower = _STARTS.match(parts[1]) or first.lower() in question.split()
    second = parts[1][:1].lower() + parts[1][1:] if lower else parts[1]
    return f"{parts[0].rstrip('.!')}; {second}" if parts[0][-1] in ".!" else None


def led_in(start: str, text: str) -> str:
    if _CALLS.fullmatch(start.strip()):
        start += ","
    elif _WORD.fullmatch(start) and text[:1].isupper():
        start += "," if _STARTS.match(text) else ":"
    goes_on = start.rstrip().endswith((",", ":", "-")) and _STARTS.match(text)
    return f"{start} {text[:1].lower() + text[1:] if goes_on else text}"
