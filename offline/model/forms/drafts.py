"""Drafts of JSON text: weighted ways to write a value, in slots of weighted texts.

The draft of {"name": ...} may be one way with three slots: `{"name":`, then `"Ann"` or `"Bob"`, then `}`.
What hangs together, such as the branch of an `anyOf` or the number of items, makes ways of their own:
options of a slot cannot hold slots.
"""

import json
from dataclasses import dataclass

from .. import tokens
from ..sampling import Slot

Texts = list[tuple[float, str]]  # a slot before its texts are cut into tokens
MOST_WAYS = 8
LEADS = 4  # the likeliest option has so many times the weight of all others


@dataclass(frozen=True)
class Draft:
    """Ways to write a value, and how many of its parts the evidence knew, of how many that were asked."""

    ways: list[tuple[float, list[Texts]]]
    found: int = 0
    asked: int = 0

    @property
    def merit(self) -> float:
        """How much speaks for the draft: what was found of it, against what was not."""
        return self.found - (self.asked - self.found) if self.found else -bool(self.asked)


def fixed(text: str) -> Draft:
    """Return the draft of a text that has no alternative."""
    return Draft([(1.0, [[(1.0, text)]])])


def one_of(weighted: list[tuple[float, object]], found: bool, asked: bool = True) -> Draft:
    """Return the draft of a value with weighted options."""
    texts = leading([(weight, dumps(value)) for weight, value in weighted])
    return Draft([(1.0, [texts])], int(found), int(asked))


def join(parts: list[Draft]) -> Draft:
    """Return the draft of `parts` written one after the other."""
    ways: list[tuple[float, list[Texts]]] = [(1.0, [])]
    for part in parts:
        if len(part.ways) == 1:
            for _, slots in ways:
                slots.extend(part.ways[0][1])
        else:
            ways = best([(one * other, slots + more) for one, slots in ways for other, more in part.ways])
    return Draft(ways, sum(part.found for part in parts), sum(part.asked for part in parts))


def best(ways: list) -> list:
    """Return the likeliest of weighted ways, at most MOST_WAYS."""
    return sorted(ways, key=lambda way: -way[0])[:MOST_WAYS]


def leading(weighted: list[tuple[float, object]]) -> list[tuple[float, object]]:
    """Return options with weights changed so that the likeliest has LEADS times as much as all others, at least.

    At temperature 0 the likeliest *token* is written: without this, "Bob" and "Bob Lee" could together
    outvote "Ann", and so could several ways.
    """
    ranked = sorted(weighted, key=lambda option: -option[0])
    (first, value), rest = ranked[0], ranked[1:]
    others = sum(weight for weight, _ in rest)
    share = min(1.0, first / others / LEADS) if others else 1.0
    return [(first, value), *((weight * share, other) for weight, other in rest if weight > 0)]


def likeliest(slots: list[Texts]) -> str:
    """Return the text of a way in which every slot says its likeliest."""
    return "".join(max(texts, key=lambda option: option[0])[1] for texts in slots)


def dumps(value) -> str:
    """Return JSON as a model writes it: compact, in Unicode (but for what UTF-8 cannot say)."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"))
    return text


def in_tokens(slots: list[Texts]) -> list[Slot]:
    """Return the slots of a way for `sampling.write`; texts without alternatives are joined before they are cut."""
    cut: list[Slot] = []
    said = ""
    for texts in slots:
        if len(texts) == 1:
            said += texts[0][1]
            continue
        cut += [[(1.0, tuple(tokens.split(said)))]] if said else []
        cut.append([(weight, tuple(tokens.split(text))) for weight, text in texts])
        said = ""
    return [*cut, [(1.0, tuple(tokens.split(said)))]] if said else cut
