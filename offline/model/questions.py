"""Find a question that is known as a whole, however it is put.

    core("Hey, could you tell me what photosynthesis is?")   -> "photosynthesi"
    core("y is the sky blue??")                              -> "why sky blu"

A question is brought down to its *core*: the stems of the words that tell it from others, in their
order. What is asked and what is known are brought down in the same way (data/wording.yaml says how),
then one look into a dictionary is enough, however much is known. Nothing of the core may be left
over: "Why is the sky blue on Mars?" is another question than "Why is the sky blue?".
"""

import itertools
import math
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from threading import Lock
from types import SimpleNamespace

from ..tables import read_table
from .meaning import stem
from .regex import Regex

LONGEST_PHRASE = 7  # words of a phrase in wording.yaml
FEW_WORDS = 3  # before a question that has no form of one ("Hi! Tokens"); after more it may be part of a text that was sent along
MOST_WORDS = 16  # in a core: longer questions are not known as a whole
MOST_WAYS = 5_000  # to say one prompt

_WORD = re.compile(r"_\w+|[^\W_]+")  # a name of a table is written "_term": no question has such a word
_PARTS = re.compile(r"\[([^\[\]]*)\]|([^\[\]]+)")
_END = re.compile(r"(?<!\b[DJMS]r)(?<!\bMrs)(?<!\bSt)[.?!;]+(?=\s|$)|\n+")
_ASKS = re.compile(
    r"(?:what|whats|who|whos|how|hows|why|y|when|where|which|define|explain|tell|describe|is|are|can|could|do|does|did|please|show|write)\b",
    re.IGNORECASE,
)
_LOCK = Lock()
_JOINT = re.compile(r"[,:]\s|\s[-–—]+\s|\s\(|\)\s")


@lru_cache(maxsize=50_000)
def core(text: str, *, fewer: bool = False) -> str:
    """Return the stems of the words that tell a question from others; "" if there are none.

    `fewer`: also without the words that may be left out.
    """
    told = _wording()
    for sign, word in told.signs:
        if sign in text:
            text = re.sub(rf"(?<!\S){re.escape(sign)}(?![^\s?.,])", word, text)
    words = _same(_WORD.findall(_unaccented(text.casefold())), told.same)
    if fewer:
        words = _without(words, told.optional) or words
    whole = words
    words = _trimmed(_framed(_trimmed(_without(trimmed := _trimmed(words), told.idle) or trimmed)))
    if not fewer and words == ["python"]:
        words = _without(whole, told.idle | {"what"}) or words  # "what is a function in python" is not about Python as a whole
    return " ".join(word if word[0] == "_" else _stem(word) for word in words)


def sentences(text: str) -> Iterator[tuple[str, str]]:
    """Yield what may be a question of its own in `text`, each with what comes after it: sentences, and questions in them after a comma."""
    start = 0
    for end in [*(match.end() for match in _END.finditer(text)), len(text)]:
        sentence = text[start:end]
        if sentence.strip():
            if "?" in sentence or _ASKS.match(sentence.strip()) or len(text[:start].split()) <= FEW_WORDS:
                yield sentence, text[end:]
            for joint in _JOINT.finditer(sentence):
                if _ASKS.match(sentence, joint.end()):
                    yield sentence[joint.end() :], text[end:]
        start = end


def check(prompt: str) -> None:
    """Raise ValueError for a prompt that can be said in too many ways."""
    if math.prod(map(len, _parts(prompt))) > MOST_WAYS:
        raise ValueError(f"the question '{prompt}' can be said in more than {MOST_WAYS:,} ways; make two of it")


def ways(prompt: str) -> list[str]:
    """Return all that a prompt with [choices|of words] can say."""
    return ["".join(way) for way in itertools.product(*_parts(prompt))]


def _parts(prompt: str) -> list[list[str]]:
    return [options.split("|") if options else [words] for options, words in _PARTS.findall(prompt)]


class Questions:
    """Everything that is known as a whole question: `add` what is known, `find` what is asked.

    `tables` are those of the answers files. A prompt may have a name of a table twice: "<term> or <term2>".
    """

    def __init__(self, tables: Mapping[str, Mapping[str, Mapping[str, str]]]):
        self._known: dict[str, list] = {}
        self._waiting: dict[str, list[tuple[str, object]]] = {}
        self._awoken: set[tuple[str, object]] = set()
        self._names: dict[str, list[tuple[str, str]]] = {}
        for table, rows in tables.items():
            for name, facts in rows.items():
                for alias in [name, *facts.get("also", "").split(",")]:
                    if key := core(alias):
                        self._names.setdefault(key, []).append((table, name))

    def add(self, prompt: str, value) -> None:
        """Let a question that says `prompt` find `value`.

        There are tens of thousands of ways to say all prompts, so they are worked out when a question first has a word of theirs.
        """
        stems, untold = telling(prompt)
        waits = (prompt, value)
        for one in stems:
            self._waiting.setdefault(one, []).append(waits)
        for way in untold:
            self._learn(way, value)

    def _awake(self, words: list[str]) -> None:
        """Let what waits for one of the words be found."""
        if self._waiting.keys().isdisjoint(words):
            return
        with _LOCK:
            for prompt, value in [one for word in words for one in self._waiting.get(word, ())]:
                if (prompt, value) not in self._awoken:
                    self._awoken.add((prompt, value))
                    for way in ways(prompt):
                        self._learn(way, value)
            for word in words:
                self._waiting.pop(word, None)

    def _learn(self, way: str, value) -> None:
        values = self._known.setdefault(core(re.sub(r"<(\w+)>", r" _\1 ", way)), [])
        if value not in values:
            values.append(value)

    def find(self, sentence: str) -> Iterator[tuple[object, dict[str, str]]]:
        """Yield what was added for a question that says `sentence`, with what the names of tables stand for in it."""
        asked = [core(sentence), core(sentence, fewer=True)]
        for way in dict.fromkeys([*asked, *(way.removeprefix("how ") for way in asked)]):
            words = way.split()
            if not words or len(words) > MOST_WORDS:
                continue
            self._awake(words)
            if found := list(self._found(words)):
                yield from found
                return

    def _found(self, words: list[str]) -> Iterator[tuple[object, dict[str, str]]]:
        for value in self._known.get(" ".join(words), ()):
            yield value, {}
        spans = self._spans(words)
        for first in spans:
            yield from self._looked_up(words, [first])
            for second in spans:
                if first[1] <= second[0]:
                    yield from self._looked_up(words, [first, second])

    def _spans(self, words: list[str]) -> list[tuple[int, int, str, str]]:
        """Return every name in the words, the longest first: where it begins and ends, its table, and itself."""
        places = sorted(itertools.combinations(range(len(words) + 1), 2), key=lambda place: place[0] - place[1])
        return [
            (start, end, table, name) for start, end in places for table, name in self._names.get(" ".join(words[start:end]), ())
        ]

    def _looked_up(self, words: list[str], spans: list[tuple[int, int, str, str]]) -> Iterator[tuple[object, dict[str, str]]]:
        words, values = list(words), {}
        for start, end, table, name in spans:
            place = f"{table}2" if table in values else table
            values[place] = name
            words[start:end] = [f"_{place}"] + [""] * (end - start - 1)
        for value in self._known.get(" ".join(filter(None, words)), ()):
            yield value, values


def telling(prompt: str) -> tuple[frozenset[str], list[str]]:
    """Return stems of which a question has one that says `prompt`, and the ways to say it that have none of them."""
    groups = [[(option, _telling_in(option)) for option in options] for options in _parts(prompt)]
    always = [frozenset(stems[0] for _, stems in group) for group in groups if all(stems for _, stems in group)]
    if always:
        return min(always, key=len), []
    untold = itertools.product(*([option for option, stems in group if not stems] for group in groups))
    return frozenset(stem for group in groups for _, stems in group for stem in stems), ["".join(way) for way in untold]


def _telling_in(option: str) -> list[str]:
    """Return the stems of the words of an option that are in every core of a question that says it."""
    told = _wording()
    words = _same(_WORD.findall(_unaccented(re.sub(r"<\w+>", " ", option).casefold())), told.same)
    return [word if word[0] == "_" else _stem(word) for word in words if word not in told.words]


def _same(words: list[str], same: Mapping[str, str]) -> list[str]:
    """Return the words with every phrase that stands for another one replaced."""
    read: list[str] = []
    while words:
        length = _length(words, same)
        read += same[" ".join(words[:length])].split() if length else words[:1]
        words = words[length or 1 :]
    return read


def _trimmed(words: list[str]) -> list[str]:
    """Return the words without what tells nothing at their beginning and end; never without all of them."""
    told = _wording()
    if " ".join(words) in told.openings:
        return words
    while length := _length(words[:-1], told.openings):
        words = words[length:]
    while (length := _length(words[:0:-1], told.closings)) and not told.idle.issuperset(words[:-length]):
        words = words[:-length]
    while length := _length(words[:-1], told.openings):
        words = words[length:]
    return words


def _length(words: list[str], phrases) -> int:
    """Return with how many of its first words a list begins with the longest of some phrases; 0 if with none."""
    return next((n for n in range(min(len(words), LONGEST_PHRASE), 0, -1) if " ".join(words[:n]) in phrases), 0)


def _framed(words: list[str]) -> list[str]:
    there, text = set(words), " ".join(words)
    for needed, pattern, instead in _wording().frames:
        if needed <= there and (match := pattern.fullmatch(text)):
            parts = sorted(match.groups()) if instead.count("*") > 1 else match.groups()  # "list or tuple" is "tuple or list"
            text = instead.replace("*", "{}").format(*parts)
            there = set(text.split())
    return text.split()


@cache
def _wording() -> SimpleNamespace:
    raw = read_table("wording.yaml")
    told = SimpleNamespace(same=raw["same"], signs=list(raw["signs"].items()), idle=frozenset(raw["idle"].split()))
    told.optional = frozenset(raw["optional"].split())
    told.openings = frozenset(" ".join(_same(phrase.split(), told.same)) for phrase in raw["openings"])
    told.closings = frozenset(
        " ".join(_same(phrase.split(), told.same)[::-1]) for phrase in raw["closings"]
    )  # read from their ends
    changed = [*raw["same"], *raw["signs"].values(), raw["optional"], raw["idle"], *raw["frames"]]
    changed += [*raw["openings"], *raw["closings"], *told.openings, *told.closings]
    told.words = frozenset(word for phrase in changed for word in _WORD.findall(phrase))  # that may be changed or left out
    told.frames = [
        (frozenset(_WORD.findall(left)), Regex(re.escape(left).replace(r"\*", r"(\S.*)").replace(r"\ ", " ")), right)
        for left, right in raw["frames"].items()
    ]
    return told


def _without(words: list[str], idle: frozenset[str]) -> list[str]:
    return [word for word in words if word not in idle]


def _stem(word: str) -> str:
    return stem(word) if len(word) > 3 else word


def _unaccented(text: str) -> str:
    return text if text.isascii() else "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
