"""How well a tool fits a piece of a message, by their words.

Each word that both have adds to the fit: most a word of the tool's name, less one of its description,
least one of its parameters. Words that mean the same count as well (see `meaning`). Then comes the
manner: what is a greeting, a story to write or a mere statement needs no tool, and a tool that changes
something is not called unless its own verb is there.
"""

import re
from functools import cache, lru_cache

from . import arithmetic
from .arithmetic import properties
from .meaning import SYNONYM, knowledge, language, likeness, phrased, shown, stem, stems, telling, words
from .regex import Regex
from .requests import unquoted
from .tool import Tool

NAME, DESCRIPTION, SEARCHED, PARAMETER, VALUE = 0.9, 0.4, 0.7, 0.2, 0.5  # what a word counts
MOST_DESCRIBED = 2  # so many words of a description count
CALCULATES = 0.96
ASKS_FOR_VERB = 0.5  # likeness of a tool's own verb and the words in which people ask for it
OWN, OPEN, STATED, OTHER_VERB, CHANGES = 0.12, 0.25, 0.3, 0.3, 0.6  # factors of the manners
INSTRUCTED = 0.85  # what an instruction to use the tool lifts the fit to

_HANDOFF = Regex(r"(?:transfer|hand_?off|delegate|route|escalate|switch)(?:_?to)?_", re.IGNORECASE)
_FIRST_SENTENCE = Regex(r"\s*.{0,300}?(?:\.(?=\s)|\n\s*\n|\Z|(?<=.{300}))", re.DOTALL)
_USE_IT = Regex(r"\b(?:always|must|only|have to|should)\b[^.\n]*\b(?:us(?:e|ing)|call|with)\b[^.\n]*\b(?:tools?|functions?)\b|"
                     r"\b(?:us(?:e|ing)|call)\b[^.\n]*\b(?:tools?|functions?)\b[^.\n]*\balways\b", re.IGNORECASE)  # fmt: skip


def hands_over(tool: Tool) -> bool:
    """Return whether `tool` hands the conversation to another agent, as "transfer_to_refund_agent" does."""
    return bool(_HANDOFF.match(tool.name))


def ends(tool: Tool) -> bool:
    """Return whether `tool` is how a client gets the final, structured answer, as "final_result" is."""
    name = words(tool.name)[:2]
    return (bool(name) and knowledge().finals.issuperset(map(stem, name))) or "final response" in tool.description.casefold()


def searches(tool: Tool) -> bool:
    """Return whether `tool` looks up what it is asked, so that open questions fit it, too."""
    return bool({stem(word) for word in words(tool.name)} & knowledge().searches)


def insists(instructions: str) -> bool:
    """Return whether the instructions want tools to be used in any case."""
    return bool(_USE_IT.search(instructions))


def fit(tool: Tool, text: str, instructions: str = "") -> float:
    """Return how likely it is, from 0 to 1, that `text` asks for `tool`."""
    if hands_over(tool):
        return _fit_of_agent(tool, text)
    if arithmetic.calculates(tool) and arithmetic.find(text):
        return CALCULATES if arithmetic.arguments(tool, text) else 0.0
    fits = match(tool, text) * manner(tool, text)
    return max(fits, INSTRUCTED) if fits > 0 and (insists(instructions) or _named(tool, text)) else fits


def match(tool: Tool, text: str) -> float:
    """Return how much the words of `text` and of `tool` have in common, from 0 to 1."""
    counted = _words_of(tool)
    asked_for = max((weight for (word, kind), weight in counted.items() if kind == "named" and word in verbs_of(tool)), default=0)
    described, rest = [], 1.0
    said, names = _words_in(text)
    for word in said:
        least = SYNONYM if word in names else 0
        gains = [
            (weight * near, kind)
            for (other, kind), weight in counted.items()
            if (near := likeness(word, other)) >= (1 if kind == "value" else least)
        ]
        gains += [(asked_for * ASKS_FOR_VERB, "named")] if word in verbs_of(tool) else []
        gain, kind = max(gains, default=(0.0, ""))
        if kind == "described":
            described.append(gain)
        else:
            rest *= 1 - gain
    for gain in sorted(described)[-MOST_DESCRIBED:]:
        rest *= 1 - gain
    return 1 - rest


def manner(tool: Tool, text: str) -> float:
    """Return the factor for the way in which `text` is said: 1 for a question or a request that the tool may answer."""
    manners = knowledge().manners
    start = text.strip(" \n,.!?¿¡")
    if manners["forbids"].match(start):
        return 0.0
    verbs, said = verbs_of(tool), stems(text).union(_words_in(text)[0])
    first = {stem(word) for word in words(start)[:1]}
    factor = 1.0
    if verbs and not verbs & said:
        factor = OTHER_VERB
    elif not verbs and first & _changing() - set(telling(tool.name)):
        factor = CHANGES
    if manners["own"].match(start):
        return factor * OWN
    if manners["open"].match(start) and not searches(tool) and not first & verbs and not _shows_what(tool, text):
        return factor * OPEN
    return factor * STATED if manners["states"].match(start) and not manners["asks"].match(start) else factor


def _fit_of_agent(tool: Tool, text: str) -> float:
    speaks = {word for word in words(f"{tool.name} {tool.description}") if word in knowledge().languages}
    if speaks:
        return 0.95 if language(text) in speaks else 0.02
    if arithmetic.find(text) and match(tool, "math") >= 0.5:
        return CALCULATES
    return match(tool, text)


@lru_cache(maxsize=512)
def _words_of(tool: Tool) -> dict[tuple[str, str], float]:
    """Return the telling words of a tool, each with what kind of word it is, and what it counts."""
    told = knowledge()
    named = [word for word in telling(phrased(tool.name.replace("_", " "))) if word not in told.reads]
    named = [word for word in named if word not in told.generic] or named
    counted = {(word, "named"): NAME / len(named) ** 0.35 for word in named}
    first = _FIRST_SENTENCE.match(phrased(tool.description))[0]
    weight = SEARCHED if searches(tool) or not named else DESCRIPTION
    taken = {word for name in properties(tool) for word in telling(name)}  # what the tool takes is not what it does
    counted |= {(word, "described"): weight for word in telling(first) if word not in told.generic | told.reads | taken}
    for name, schema in properties(tool).items():
        counted |= {(word, "parameter"): PARAMETER for word in telling(name) if word not in told.generic}
        for value in schema.get("enum", ()):
            counted |= {(word, "value"): VALUE for word in telling(str(value))}
    return counted


def _shows_what(tool: Tool, text: str) -> bool:
    """Return whether `text` has an address or a file that `tool` takes: "Summarize notes.txt"."""
    return bool(shown(text) & stems(" ".join(properties(tool))))


def _named(tool: Tool, text: str) -> bool:
    """Return whether `text` calls a tool by its name, where that is not just a word."""
    by_name = re.search(rf"(?<!\w)(?:(?:use|call|with)\s+(?:the\s+)?)?`?{re.escape(tool.name)}(?!\w)", text)
    return bool(by_name) and (len(words(tool.name)) > 1 or by_name[0] != tool.name)


@cache
def _changing() -> frozenset[str]:
    return frozenset().union(*knowledge().changes) - knowledge().reads


@lru_cache(maxsize=512)
def verbs_of(tool: Tool) -> frozenset[str]:
    """Return the words that ask for what `tool` changes; none if it changes nothing."""
    name = list(map(stem, words(tool.name)))
    verb = next((word for word in name[:-1] or name if word in knowledge().reads | _changing()), None)
    return frozenset().union(*(line for line in knowledge().changes if verb in line and verb not in knowledge().reads))


@lru_cache(maxsize=512)
def _words_in(text: str) -> tuple[list[str], set[str]]:
    """Return the telling stems of a text, and which of them are in proper names: those stand for nothing that is like them."""
    text = unquoted(text)
    return [*telling(phrased(text)), *shown(text)], {
        stem(word.casefold()) for word in re.findall(r"(?<=[\w,] )[A-Z][a-z][^\W_]*", text)
    }
