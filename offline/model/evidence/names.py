"""Names of people, places and bodies, and other words with capitals: "Alice", "Dr. Chen", "New York", "Acme Corp"."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from .knowledge import names
from .mention import Mention
from .texts import Word, quotes, sentences, words

FULL, UNKNOWN, BELIEVED = 0.5, 1.0, 0.5  # a full name; a lone word that only opens a sentence; a name after "my name is"
LIKE_A_NAME = 0.3  # two words with capitals
BESIDE = 0.3  # what a name loses that is taken for a person's because it stands beside one
QUOTED = 1.0  # what a name loses that is part of a quotation

_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-Ž"
_TITLED = r"(?:Dr|Mr|Mrs|Ms|Miss|Prof|Sir)\b\.?"
_PIECE = rf"(?:{_TITLED}|(?:[A-Z]\.)+|[{_CAPITAL}][\w-]*(?:['’][{_CAPITAL}]\w+)?(?:['’]s(?=[ ][{_CAPITAL}]))?)"
_LINKS = r"(?:of|the|de|da|di|del|la|van|von|der|den|al|bin|&)"
_RUN = re.compile(rf"(?<![\w@#.])(?<!\w-){_PIECE}(?:[ \t]+(?:{_LINKS}[ \t]+){{0,2}}{_PIECE})*")
_OPENS = re.compile(r"[:\n]\s*|[\"“(]")
_SAYS = re.compile(r"\s+(?:is|was|has|had|lives|works|likes|wants|said|says|and [A-ZÀ-Þ])\b|\s*,?\s*\d|\s*\(")  # behind a name
_SMALL = re.compile(
    r"\b(?P<sure>my name is|my name's|name is|call me|named)?(?(sure)|(?:i'm|i am|im|it's|its|this is|hi|hey))\s+"
    r"(?=(?P<name>[a-zà-ÿ]{2,}(?:-[a-z]+)?)\b)",
    re.IGNORECASE,
)
_STATE = re.compile(r"\b([A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)?), ([A-Z]{2})\b(?=\s+\d{5}|\s*[,.)]|\s*$)")
_INITIALS = re.compile(r"(?:[A-Z]\.)+ ")
_BESIDE = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&|or)\s+")


def mentions(text: str) -> Iterator[Mention]:
    """Yield the names in `text`."""
    begins = {start for start, _ in sentences(text)} | {found.end() for found in _OPENS.finditer(text)}
    runs = [mention for found in _RUN.finditer(text) for mention in _named(text, *found.span(), found.start() in begins)]
    quoted = list(quotes(text))
    for mention in _people_beside(text, runs):
        inside = any(start <= mention.start and mention.end < end for start, end in quoted)
        yield replace(mention, sure=mention.sure - QUOTED) if inside else mention
    yield from _known(text)
    for found in _SMALL.finditer(text):
        name = found["name"].lower()
        in_one_size = found["name"] in (name, name.upper())  # "i'm ada", and "I'M ADA"
        if in_one_size and (name in names().people or (found["sure"] and name not in names().common)):
            yield Mention("person", name.title(), *found.span("name"), sure=BELIEVED)
    for found in _STATE.finditer(text):
        yield Mention.of("place", text, *found.span(1), sure=1)
        yield Mention.of("state", text, *found.span(2))


def _named(text: str, start: int, end: int, begins: bool) -> Iterator[Mention]:
    """Yield what a run of words with capitals is, without the common words that it may open with."""
    first, pieces = start, words(text[start:end])
    while pieces and _is_no_name(pieces, begins):
        start += pieces[1].start if len(pieces) > 1 else end - start
        pieces, begins = words(text[start:end]), False
    if not pieces:
        return
    if start > first and text[first:start] in ("The ", "A "):
        yield Mention.of("work", text, first, end)
    kind, sure = _kind(text[start:end], [word.text.lower().removesuffix("'s") for word in pieces])
    if kind == "person" and "'s " in text[start:end]:
        end = text.index("'s ", start, end)  # "Alice's Notebook"
    if kind:
        end -= 2 if text[start:end].endswith(("'s", "’s")) else 0
        lone = begins and len(pieces) == 1 and (kind == "proper" or pieces[0].text.lower() in names().also_words)
        unsure = UNKNOWN if lone and not _SAYS.match(text, end) else 0
        yield Mention.of(kind, text, start, end, sure=sure - unsure)


def _is_no_name(pieces: list[Word], begins: bool) -> bool:
    """Return whether the first word of a run is no part of a name: "Call Dr. Chen", "CEO of Acme", but not "Will Smith"."""
    small, known = [word.text.lower() for word in pieces[:2]], names()
    if small[0] in known.jobs and small[1:] == ["of"]:
        return True
    if small[0] in ("of", "the") and pieces[0].text == small[0]:
        return True
    return small[0] in known.common and not (small[0] in known.people and (not begins or len(pieces) > 1))


def _kind(run: str, small: list[str]) -> tuple[str | None, float]:
    """Return what a run of words is, and how much surer or less sure that is than usual."""
    known = names()
    whole = " ".join(small)
    if whole in known.known:
        return None, 0  # `_known` yields it
    if re.match(_TITLED + " ", run):
        return "person", FULL
    person = _plain(small[0]) in known.people and small[-1] not in known.jobs | known.events
    if small[-1] in known.landmarks and len(small) > 1 and (not person or small[0] in known.also_words):
        return "place", 0
    if small[-1].rstrip(".") in known.bodies or small[0] in known.bodies or whole in known.companies:
        return "org", 0
    if person:
        return "person", FULL if len(small) > 1 else 0
    if _INITIALS.match(run):
        return "person", 0
    if small[-1] in known.jobs and len(small) == 1:
        return None, 0
    if run.isupper() and 1 < len(run) < 7:
        return "acronym", 0
    if len(small) > 3:
        return "work", 0
    return "proper", LIKE_A_NAME if len(small) == 2 and small[-1] not in known.jobs else 0


def _plain(name: str) -> str:
    """Return a name without accents: "zoë" -> "zoe"."""
    return (
        name
        if name.isascii() or name in names().people
        else unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode()
    )


def _people_beside(text: str, found: list[Mention]) -> list[Mention]:
    """Return mentions with names that nobody knows taken for people's where they stand beside one: "Carla and Deepak"."""
    found = sorted(found, key=lambda mention: mention.start)
    for step in (1, -1):
        ordered = range(len(found))[::step]
        for one, other in pairwise(ordered):
            first, last = sorted((found[one], found[other]), key=lambda mention: mention.start)
            if found[one].kind == "person" and found[other].kind == "proper" and _BESIDE.fullmatch(text, first.end, last.start):
                found[other] = replace(found[other], kind="person", sure=-BESIDE)
    return found


def _known(text: str) -> Iterator[Mention]:
    """Yield places and languages that are known by name, also in small letters."""
    known, found = names(), words(text)
    place = 0
    while place < len(found):
        for length in (3, 2, 1):
            run = found[place : place + length]
            written = text[run[0].start : run[-1].end].removesuffix("'s").removesuffix("’s")
            small = " ".join(written.lower().split())
            if len(run) == length and small in known.known and _is_meant(written, small):
                kind, spelled = known.known[small]
                yield Mention(
                    kind,
                    written if written[0].isupper() and not (written.isupper() and len(written) > 4) else spelled,
                    run[0].start,
                    run[0].start + len(written),
                )
                place += length - 1
                break
        place += 1


def _is_meant(written: str, small: str) -> bool:
    """Return whether a word that may be a place is one: "Nice", but not "nice"."""
    return written[0].isupper() or (small not in names().also_words and len(small) > 3)
