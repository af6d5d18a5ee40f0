"""Find the sentences of some sources that answer a question, by the words that they share.

A rare word counts more than one that stands in many sentences. What the sentence itself lacks, the rest of its source
may have, for less: "On Sundays we are closed." answers "When is the library open?" where a sentence before it names the library.
"""

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from .. import meaning
from ..regex import Regex
from .reading import Source

LEAST = 0.55  # share of what a question is about that a sentence and its source must have
AROUND = 0.6  # how much a word counts that stands only elsewhere in the source
SAME_THINGS = 0.75  # how much of its likeness a word keeps that is no synonym
NEAR = 0.03  # so much less than the best may another sentence have, and be quoted, too
MOST_QUOTES = 3
FITS = 0.1  # what it adds that a sentence has a number where one is asked for
LONGEST = 600  # characters of a sentence

_CUT = Regex(r"(?<=[.!?])[\"”'’)]{0,2}\s+(?=[^\sa-z])|\n+")
_BULLET = Regex(r"^\s*(?:[-*•|>]+|\d+[.)])\s+")
_CLAUSES = Regex(
    r"\?\s+(?=\S)|,?\s+(?:and|or)\s+(?=(?:what|who|where|when|how|why|which|whose|is|are|does|do|can)\b)", re.IGNORECASE
)
_NUMBER = Regex(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|thousand|million|once|twice|half|double|every|zwei|drei|vier|zehn|zwölf)\b",
    re.IGNORECASE,
)
_ASKS_NUMBER = Regex(
    r"\bhow (?:many|much|long|often|old|far|big|large|high|fast)\b|\bcosts?\b|\bprices?\b|\bwie ?viele?\b|\bkostet\b",
    re.IGNORECASE,
)
_EMPTY = frozenset(
    meaning.stem(word)
    for word in (
        "many much long often something anything someone anybody somebody thing things tell say says said mean means called call know "
        "please source document text passage question answer explain describe find out give use using one ones own there way ways "
        "happen happens happened go goes going come comes get gets got take takes make makes made my our your der die das ein eine was wie wer wo ist"
    ).split()
)


@dataclass(frozen=True)
class Quote:
    """A sentence, as it stands in the source with this label."""

    label: str
    sentence: str


def find(question: str, sources: tuple[Source, ...]) -> list[Quote]:
    """Return the sentences that answer a question, for each of its clauses the best; none if the sources do not tell."""
    found = [quote for clause in _CLAUSES.split(question) for quote in _answering(clause, sources)]
    return list(dict.fromkeys(found))[:MOST_QUOTES]


@lru_cache(maxsize=256)
def _answering(question: str, sources: tuple[Source, ...]) -> tuple[Quote, ...]:
    wanted = [stem for stem in meaning.telling(question) if stem not in _EMPTY] or meaning.telling(question)
    wanted += re.findall(r"\b\d+\b", question)
    if not wanted:
        return ()
    read = [(source, sentence) for source in sources for sentence in sentences(source.text)]
    have = [_stems(sentence) for _, sentence in read]
    around = {source: _stems(f"{source.label} {source.text}") for source in sources}
    names = _names(question)
    rarity = {
        word: math.log(1 + len(read) / (0.5 + sum(_best(word, words) > meaning.TOPIC for words in have))) for word in wanted
    }
    scored = []
    for (source, sentence), words in zip(read, have, strict=True):
        if not names <= around[source]:
            continue
        parts = {word: max(_best(word, words), AROUND * _best(word, around[source])) for word in wanted}
        share = sum(rarity[word] * parts[word] for word in wanted) / sum(rarity.values())
        own = any(_best(word, words) > meaning.TOPIC for word in wanted)
        fits = FITS if _ASKS_NUMBER.search(question) and _NUMBER.search(sentence) else 0
        if own and share >= LEAST and not sentence.endswith("?"):
            scored.append((share + fits, Quote(source.label, sentence)))
    best = max((share for share, _ in scored), default=0)
    near = sorted((one for one in scored if one[0] >= best - NEAR), key=lambda one: -one[0])
    return tuple(quote for _, quote in near[:2])


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, each exactly as it stands there."""
    parts = [_BULLET.sub("", part).strip() for part in _cut(text)]
    return [part[:LONGEST] for part in parts if re.search(r"\w+\W+\w+", part)]


def _cut(text: str) -> list[str]:
    """Cut a text after its sentences; a quotation mark that closes one stays with it."""
    parts, start = [], 0
    for gap in _CUT.finditer(text):
        end = gap.start() + len(gap[0]) - len(gap[0].lstrip("\"”'’)"))
        parts.append(text[start:end])
        start = gap.end()
    return [*parts, text[start:]]


def _names(question: str) -> frozenset[str]:
    """Return the stems of the names in a question, which a source must have to answer it."""
    found = re.findall(r"(?<!^)(?<![.!?] )\b[A-Z][a-z]+\b", question.strip())
    return (
        frozenset(meaning.stem(word.casefold()) for word in found)
        if meaning.language(question) in (None, "english")
        else frozenset()
    )


@lru_cache(maxsize=2_000)
def _stems(text: str) -> frozenset[str]:
    return frozenset([*meaning.stems(text), *re.findall(r"\d+", text)])


@lru_cache(maxsize=20_000)
def _best(word: str, words: frozenset[str]) -> float:
    """Return how near the nearest of some words is; what is only about the same things, as wine and water, counts little."""
    if word in words:
        return 1.0
    nearest = max((meaning.likeness(word, other) for other in words), default=0.0)
    return nearest if nearest > meaning.CONCEPT else nearest * SAME_THINGS
