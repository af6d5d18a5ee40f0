"""Find the sentences of some sources that answer a question, by the words that they share.

A rare word counts more than one that stands in many statements. What a statement itself lacks, its heading, its paragraph
and the rest of its source may have, for less and less: "On Sundays we are closed." answers "When is the library open?" where
a sentence before it names the library. Words that mean nearly the same count, too; sourced.yaml knows many.
"""

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from .. import meaning, tongues
from ..regex import Regex
from .cutting import Statement, statements
from .known import alike, light, own_words, phrases
from .reading import Source
from .spelling import as_written
from .translating import in_english

LEAST = 0.58  # share of what a question is about that a statement and what is around it must have
HEADING, BESIDE, AROUND = 0.7, 0.6, 0.4  # how much a word counts that stands only in the heading, the paragraph, the source
ALIKE = 0.8  # likeness of two words of a line of sourced.yaml
SAME_THINGS = 0.75  # how much of its likeness a word keeps that is no synonym
CLEAR, FEW = 0.5, 2  # likeness that each word must have in a statement, its heading or its paragraph, if a question has so few
RARE = 2.5  # statements: a word that stands in fewer, or in none, counts no more
NEAR = 0.3  # so much less than the best may another statement of its source have, and be quoted, too
MOST_QUOTES = 3
LIGHT = 0.6  # how much of its rarity a word keeps that texts of all kinds have
COUNTS = {  # what each thing about a statement adds to how well it answers; fitted to questions about the course, and rounded
    "share": 0.5,  # what it has, with all that is around it, of what the question is about
    "own": 0.5,  # what it has itself
    "heading": 0.45,
    "paragraph": 0.15,
    "pairs": 0.25,  # words that stand side by side in both
    "number": 0.4,  # an amount, where that is asked
    "several": 0.2,  # a list, where several things are asked
    "lists": 0.3,  # a list: it tells much
    "defines": 0.25,  # it says what a word means, where that is asked
    "verdict": 0.25,  # it says yes or no, never or only, where that is asked
    "order": -0.2,  # an order to the reader, or in a table, where nobody asks what to do, or for several things
    "aside": -0.25,  # in parentheses
    "short": -0.2,
    "long": -0.1,
    "place": -0.35,  # sources before its own: the best is sent first
    "late": -0.35,  # paragraphs before its own
}
OTHERS = 0.4  # how much an amount counts that is one of other things
SHORT, LONG = 8, 25  # words of a statement

_CLAUSES = Regex(
    r"\?\s+(?=\S)|,?\s+(?:and|or)\s+(?=(?:what|who|where|when|how|why|which|whose|is|are|does|do|can)\b)", re.IGNORECASE
)
_NUMBER = Regex(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|thousand|million|third|quarter|fifth|tenth|percent|once|twice|half|double|every|zwei|drei|vier|zehn|zwölf)\b",
    re.IGNORECASE,
)
_ASKS_NUMBER = Regex(
    r"\bhow (?:many|much|long|often|old|far|big|large|high|fast)\b|\bcosts?\b|\bprices?\b|\bwie ?viele?\b|\bkostet\b",
    re.IGNORECASE,
)
_COUNTS = Regex(r"\bhow many (?!times\b)(\w+)", re.IGNORECASE)
_ASKS_SHARE = Regex(
    r"\bhow much (?:\w+er|less|more|does .{1,40}\b(?:save|cut|reduce))\b|\bwhat (?:share|percentage|part|fraction)\b",
    re.IGNORECASE,
)
_SHARE = Regex(
    r"\d+ ?(?:%|percent)|\b(?:half(?! an? (?:hour|second|minute|day|year))|third|quarter|fifth|tenth|twice|double|(?:\d+|two|three|four|five|ten) times)\b",
    re.IGNORECASE,
)
_ASKS_TIME = Regex(r"\bhow (?:long|soon)\b|\bwie lange\b", re.IGNORECASE)
_TIME = Regex(
    r"\b(?:second|minute|hour|day|night|week|month|year|sekunde|minute|stunde|tag|woche|monat|jahr)[sen]*\b", re.IGNORECASE
)
_NO_NUMBER = Regex(  # what has a number and tells no amount
    r"\]\([^)\n]*\)|\b(?:lesson|chapter|page|section|figure|table|step|part|version|source|exercise|note)s?\s+\d+\w?",
    re.IGNORECASE,
)
_GREETS = Regex(
    r"\W*(?:hi|hey|hello|good (?:morning|day|evening|night)|bye|goodbye|thanks?|thank you|ok(?:ay)?|great|cool|hallo|danke)\b(?:[ ,]+(?:there|you|again|all|a lot|so much|very much))?\W*",
    re.IGNORECASE,
)
_ASKS_VERDICT = Regex(r"\W*(?:can|could|may|must|should|is|are|was|does|do|did|will|would|has|have)\b", re.IGNORECASE)
_VERDICT = Regex(r"\b(?:yes|no|not|never|nothing|nobody|only|cannot|always|must|both|neither|none)\b|n['’]t\b", re.IGNORECASE)
_ASKS_WHAT_TO_DO = Regex(r"\W*how\b|\bshould\b|\bwhat (?:do|can|must) (?:i|we|you)\b", re.IGNORECASE)
_ORDER = Regex(
    r"\W*(?:(?:so|then|now|first|next|and)\s+)?(?:ask|give|write|read|press|try|test|run|look|see|take|put|add|click|change|predict|compare|show|open|choose|start|send|say|tell)\b(?! (?:is|are|was)\b)|[^|]*\s\|\s",
    re.IGNORECASE,
)
_ASKS_SEVERAL = Regex(r"\W*(?:which|what|list|name)\b(?! (?:is|was|does|has)\b)(?: \w+){0,3}? \w+s\b", re.IGNORECASE)
_ASKS_MEANING = Regex(
    r"\W*(?:what(?:'s| is| are| was)|what does|define|explain|who (?:is|was))\s+(?:an? |the )?(?P<subject>[\w -]{2,60}?)(?: mean| stand for)?\W*$",
    re.IGNORECASE,
)
_EXPLAINS = Regex(r"\*\*([^*\n]{2,80})\*\*|\bcalled ([\w -]{2,60})|^\W*((?:[\w-]+ ){1,4})(?:is|are|means|was)\b", re.IGNORECASE)
_EMPTY = frozenset(
    meaning.stem(word)
    for word in (
        "technique concept term before after many much long often something anything someone anybody somebody thing things tell say says said mean means called call know "
        "please source document text passage question answer explain describe find out give use using one ones own there way ways "
        "happen happens happened go goes going come comes get gets got take takes make makes made my our your der die das ein eine was wie wer wo ist"
    ).split()
)


@dataclass(frozen=True)
class Quote:
    """A statement, as it stands in the source with this label."""

    label: str
    sentence: str


def find(question: str, sources: tuple[Source, ...]) -> list[Quote]:
    """Return the statements that answer a question, for each of its clauses the best; none if the sources do not tell."""
    if sources and not tongues.tongue(" ".join(source.text for source in sources)):
        question = in_english(question)
    question = as_written(question, frozenset().union(*(meaning.words(f"{one.heading} {one.text}") for one in sources)))
    found = [quote for clause in _CLAUSES.split(question) for quote in _answering(clause, sources)]
    return list(dict.fromkeys(found))[:MOST_QUOTES]


@lru_cache(maxsize=256)
def _answering(question: str, sources: tuple[Source, ...]) -> tuple[Quote, ...]:
    asked = _Asked(question, sources)
    if not asked.wanted or _GREETS.fullmatch(question):
        return ()
    matches = [
        (asked.match(source, statement, place), source.label, statement.text)
        for place, source in enumerate(sources)
        for statement in statements(source.text)
        if not statement.text.endswith("?")
    ]
    named = asked.counted and re.search(r"\s[A-Z]\w", question)  # where Saturn's moons are asked, no other number tells
    if not any(match.tells for match, _, _ in matches) or (named and not any(match.counts for match, _, _ in matches)):
        return ()
    scored = [(match.score, Quote(label, text)) for match, label, text in matches]
    scored.sort(key=lambda one: (-one[0], len(one[1].sentence)))
    near = [quote for score, quote in scored if score >= scored[0][0] - NEAR and quote.label == scored[0][1].label]
    return tuple(_apart(near)[:2])


def _apart(quotes: list[Quote]) -> list[Quote]:
    """Return the quotes without those that have a part in common with a better one."""
    kept: list[Quote] = []
    for quote in quotes:
        if not any(quote.sentence in one.sentence or one.sentence in quote.sentence for one in kept):
            kept.append(quote)
    return kept


@dataclass(frozen=True)
class _Match:
    """How well a statement answers a question. `tells`: it has so much of it that the sources do have an answer; `counts`: it has the amount."""

    score: float
    tells: bool
    counts: bool


class _Asked:
    """A question and the sources, and how well a statement answers it."""

    def __init__(self, question: str, sources: tuple[Source, ...]):
        for phrase, words in phrases().items():
            question = phrase.sub(words, question)
        own = _stems(question) & own_words()
        telling = [stem for stem in meaning.telling(question) if not any(meaning.stem(word) == stem for word in own)] + sorted(
            own
        )
        self.wanted = [stem for stem in telling if stem not in _EMPTY] + re.findall(r"\b\d+\b", question) or telling
        self.names = _names(question)
        self.number = bool(_ASKS_NUMBER.search(question))
        self.counted = meaning.stem(many[1].casefold()) if (many := _COUNTS.search(question)) else ""
        self.time = bool(_ASKS_TIME.search(question))
        self.share = bool(_ASKS_SHARE.search(question))
        self.verdict = bool(_ASKS_VERDICT.match(question))
        self.advice = bool(_ASKS_WHAT_TO_DO.search(question))
        self.several = bool(_ASKS_SEVERAL.match(question))
        self.defined = _ASKS_MEANING.match(question)
        self.pairs = _pairs(tuple(stem for stem in _sequence(question) if stem in self.wanted))
        self.size = len(sources)
        have = [_stems(statement.text) for source in sources for statement in statements(source.text)]
        seen = {word: sum(_best(word, words) > meaning.TOPIC for words in have) for word in self.wanted}
        rarity = {word: math.log(1 + len(have) / max(RARE, count)) for word, count in seen.items()}
        absent = [word for word, count in seen.items() if not count and word not in self.names]
        if 3 * len(absent) < len(self.wanted) - len(self.names):  # of many words, one may be the asker's own
            usual = sum(rarity.values()) / len(rarity)
            rarity |= {word: min(rarity[word], usual) for word in absent}
        self.rarity = {word: LIGHT * rare if word in light() else rare for word, rare in rarity.items()}

    def match(self, source: Source, statement: Statement, place: int) -> "_Match":
        """Return how well a statement answers the question."""
        own, same = _stems(f"{statement.asked} {statement.text}"), _stems(_paragraph(source.text, statement.paragraph))
        beside = same | _stems(_paragraph(source.text, statement.paragraph - 1))
        heading, around = _stems(f"{source.label} {source.heading}"), _stems(source.text)
        near = {word: max(_best(word, own), HEADING * _best(word, heading), BESIDE * _best(word, beside)) for word in self.wanted}
        share = self._share({word: max(like, AROUND * _best(word, around)) for word, like in near.items()})
        has = self._form(statement) | {
            "share": share,
            "own": self._share({word: _best(word, own) for word in self.wanted}),
            "heading": self._share({word: _best(word, heading) for word in self.wanted}),
            "paragraph": self._share({word: _best(word, same) for word in self.wanted}),
            "place": place / self.size,
            "late": statement.paragraph / (statement.paragraph + 5),
        }
        tells = (
            self.names <= same | heading
            and share >= LEAST
            and any(_best(word, own) > meaning.TOPIC for word in self.wanted)
            and max([near[word] for word in self.wanted if word not in self.names], default=1.0) >= CLEAR * BESIDE
            and (len(self.wanted) > FEW or min(near.values()) >= CLEAR * BESIDE)
        )
        return _Match(sum(COUNTS[name] * value for name, value in has.items()), tells, has["number"] == 1)

    def _share(self, parts: dict[str, float]) -> float:
        """Return how much of what the question is about there is, if there is so much of each word."""
        return sum(self.rarity[word] * part for word, part in parts.items()) / sum(self.rarity.values())

    def _form(self, statement: Statement) -> dict[str, float]:
        text, said = statement.text, _sequence(statement.text)
        return {
            "pairs": len(self.pairs & _pairs(said)) / max(1, len(self.pairs)),
            "number": self._amount(_NO_NUMBER.sub(" ", text)),
            "several": self.several and statement.lists,
            "lists": statement.lists,
            "defines": self._defines(text),
            "verdict": self.verdict and bool(_VERDICT.search(text)),
            "order": not (self.advice or self.number or self.several) and bool(_ORDER.match(text)),
            "aside": text.startswith("("),
            "short": max(0, SHORT - len(said)) / SHORT,
            "long": max(0, len(said) - LONG) / LONG,
        }

    def _amount(self, text: str) -> float:
        """Return whether a text tells an amount, if one is asked; of "How many sheep?", one right before "sheep"."""
        amount = _SHARE if self.share else _TIME if self.time else _NUMBER
        if not self.number or not amount.search(text):
            return 0.0
        behind = [" ".join(text[found.end() :].split()[:3]) for found in amount.finditer(text) if found[0].casefold() != "every"]
        return (
            1.0 if not self.counted or any(_best(self.counted, _stems(words)) > meaning.CONCEPT for words in behind) else OTHERS
        )

    def _defines(self, text: str) -> bool:
        """Return whether a text says what the question wants to have explained: "This is called **backoff**", "Backoff is ..."."""
        if not self.defined:
            return False
        subject = _stems(self.defined["subject"]) - _EMPTY
        said = [_stems(found[1] or found[2] or found[3]) for found in _EXPLAINS.finditer(text)]
        return bool(subject) and any(subject <= each or (each < subject and 2 * len(each) > len(subject)) for each in said)


@lru_cache(maxsize=2_000)
def _paragraph(text: str, number: int) -> str:
    return " ".join(statement.text for statement in statements(text) if statement.paragraph == number)


def _names(question: str) -> frozenset[str]:
    """Return the stems of the names in a question, which a source must have to answer it."""
    found = re.findall(r"(?<!^)(?<![.!?] )\b[A-Z]\w+\b", question.strip())
    english = meaning.language(question) in (None, "english")
    return frozenset(stem for word in found for stem in _stems(word)) if english else frozenset()


@lru_cache(maxsize=4_000)
def _sequence(text: str) -> tuple[str, ...]:
    return tuple(meaning.stem(word) for word in meaning.words(text))


@lru_cache(maxsize=4_000)
def _pairs(said: tuple[str, ...]) -> frozenset[frozenset[str]]:
    """Return which words stand side by side, or nearly so."""
    return frozenset(frozenset(pair) for n in (1, 2, 3) for pair in zip(said, said[n:], strict=False))


@lru_cache(maxsize=4_000)
def _stems(text: str) -> frozenset[str]:
    words = meaning.words(text)
    return frozenset([word if word in own_words() else meaning.stem(word) for word in words] + re.findall(r"\d+", text))


@lru_cache(maxsize=50_000)
def _best(word: str, words: frozenset[str]) -> float:
    """Return how near the nearest of some words is; what is only about the same things, as wine and water, counts little."""
    if word in words:
        return 1.0
    if not words.isdisjoint(alike().get(word, ())):
        return ALIKE
    nearest = max((meaning.likeness(word, other) for other in words), default=0.0)
    return nearest if nearest > meaning.CONCEPT else nearest * SAME_THINGS
