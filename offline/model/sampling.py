"""Turn a few weighted ways to answer into next-token distributions, and sample from them.

An answer is a list of *slots*; a slot is a list of weighted options, each a tuple of tokens:

    "[The capital*3|Its capital] is Paris."  ->  [[(3, ("The", " capital")), (1, ("Its", " capital"))],
                                                  [(1, (" is", " Paris", "."))]]

While a reply is written we keep every *place* in the answers that fits the words so far, with its
weight. The next token's distribution is what those places would say next, weighted. As in a real
model, every other token stays possible, with a tiny probability: high temperatures find them.
"""

import math
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache, partial
from itertools import accumulate

Slot = list[tuple[float, tuple[str, ...]]]
Place = tuple[int, int, int, int]  # answer, slot, option, token

SURER = 4  # by how much lower the temperature is where a model fills in a form, or decides about a tool

END = ""  # the token that ends a reply
MOST_TOKENS = 10_000  # in one part of a reply

# What a model might say instead, however unlikely: together SLIP of the probability at temperature 1.
SLIP = 2e-4
SLIPS = (" the", ",", " and", " a", " of", " is", " to", " in", ".", " that", " it", " not", " very",
         " so", " blue", " perhaps", " seven", "?", " yes", " moon", " quietly", " also")  # fmt: skip
_SLIPS = frozenset(form for token in SLIPS for form in (token, token.lstrip() + " "))


@dataclass
class Choice:
    """One token as it was chosen, and (worked out when asked for) the distribution it was chosen from, at temperature 1."""

    token: str
    distribute: Callable[[], dict[str, float]] = field(compare=False)

    @cached_property
    def distribution(self) -> dict[str, float]:
        return self.distribute()

    def logprob(self, token: str | None = None) -> float:
        """Return the natural logarithm of a token's probability (by default, the chosen one's)."""
        return math.log(self.distribution[self.token if token is None else token])

    def top(self, n: int) -> list[tuple[str, float]]:
        """Return the `n` likeliest tokens with their log probabilities, likeliest first."""
        likely = sorted(self.distribution.items(), key=lambda item: -item[1])
        return [(token, math.log(p)) for token, p in likely if token != END][:n]


@dataclass(frozen=True)
class Settings:
    """How to draw. `slip` is the probability of what no answer says; `bias` is added to tokens' logarithms.

    The penalties lower the logarithm of a token that was said already: `frequency` each time, `presence` once.
    """

    temperature: float = 1.0
    top_p: float = 1.0
    slip: float = SLIP
    frequency: float = 0.0
    presence: float = 0.0
    bias: tuple[tuple[str, float], ...] = ()

    def weigh(self, distribution: dict[str, float], said: Mapping[str, int]) -> dict[str, float]:
        """Return the distribution as penalties and bias change it, not yet summing to 1 again."""
        if not (self.frequency or self.presence or self.bias):
            return distribution
        bias = dict(self.bias)
        return {
            token: p * math.exp(bias.get(token, 0) - said[token] * self.frequency - (token in said) * self.presence)
            if token != END
            else p
            for token, p in distribution.items()
        }


def surer(settings: dict) -> dict:
    """Return the settings for a choice that a model is surer of than of its words: a value in a form, a call of a tool."""
    return {"slip": 0.0, "temperature": settings.get("temperature", 1.0) / SURER}


def write(ways: list[tuple[float, list[Slot]]], *, rng: random.Random, **settings) -> Iterator[Choice]:
    """Write one reply, token by token, until it ends; the other arguments are those of `Settings`."""
    settings = Settings(**settings)
    places: dict[Place | None, float] = {}
    said: Counter[str] = Counter()
    for number, (weight, _) in enumerate(ways):
        _enter(ways, number, 0, weight, places)
    within_words, before = replace(settings, slip=0.0), " "
    for position in range(MOST_TOKENS):
        seam = _seam(ways, places, before)
        fitting = settings if seam is not None else within_words
        token = _draw(ways, places, position, fitting, said, rng, seam or "")
        if token == END:
            return
        yield Choice(token, partial(next_tokens, ways, places, position, fitting.slip, seam or ""))
        said[token] += 1
        before = token
        places = _follow(ways, places, token) or places


def _seam(ways, places, before: str) -> str | None:
    """Return what a slip needs behind it so that no word is joined to it; None inside a word or number, where there are no slips."""
    if before[-1:].isspace():
        return " "
    return None if any(_goes_on(ways, place, before) for place in places) else ""


def _goes_on(ways, place: Place | None, before: str) -> bool:
    """Return whether a place goes on with the word before, or with the number: the "." in "4.6", the ":" in "8:15"."""
    token = _token(ways, place)
    if token not in (".", ",", ":") or not before[-1:].isdigit():
        return token[:1].isalnum()
    return any(_token(ways, behind)[:1].isdigit() for behind in _follow(ways, {place: 1.0}, token))


def _draw(ways, places, position: int, settings: Settings, said: Counter, rng: random.Random, seam: str) -> str:
    if not (settings.frequency or settings.presence or settings.bias):
        point = rng.random()
        token = _draw_what_is_said(ways, places, position, point, settings, seam)
        if token is not None:
            return token
        rng = _Drawn(point)
    distribution = settings.weigh(next_tokens(ways, places, position, settings.slip, seam), said)
    return pick(reshape(distribution, settings.temperature, settings.top_p), rng)


def _draw_what_is_said(ways, places, position: int, point: float, settings: Settings, seam: str) -> str | None:
    """Return the token that is drawn where it is one that the places say, None where it may be a slip.

    The same as to draw from the whole distribution, without making it again: its likeliest part is enough.
    """
    said = _said(ways, places)
    lead = 0 if _SLIPS.isdisjoint(said) else _lead(position)
    for token, end in _ends(settings, tuple(said.items()), lead, seam):
        if point < end:
            return token
    return None


@lru_cache(maxsize=4096)
def _ends(settings: Settings, said: tuple[tuple[str, float], ...], lead: int, seam: str) -> list[tuple[str, float]]:
    """Return where each token's part of the interval from 0 to 1 ends, likeliest first; none if slips come between them."""
    if min(weight for _, weight in said) <= settings.slip * sum(weight for _, weight in said):
        return []
    tokens = dict(said)
    reshaped = reshape(_mixed(tokens, lead, settings.slip, seam), settings.temperature, settings.top_p)
    ends = zip(reshaped, accumulate(reshaped.values()), strict=True)
    return [(token, end) for token, end in ends if token in tokens]


class _Drawn(random.Random):
    """A source of chance that gives a number that was drawn already."""

    def __init__(self, point: float):
        self.point = point

    def random(self) -> float:
        return self.point


def next_tokens(
    answers, places: dict[Place | None, float], position: int, slip: float = SLIP, seam: str = ""
) -> dict[str, float]:
    """Return the probability of every possible next token at temperature 1; they sum to 1.

    A `seam` (a space) stands behind a slip instead of before it: at the start of a text, and after a space.
    """
    return _mixed(_said(answers, places), _lead(position), slip, seam)


def _said(answers, places: dict[Place | None, float]) -> dict[str, float]:
    """Return the tokens that the places say, with their weights."""
    said: dict[str, float] = {}
    for place, weight in places.items():
        token = _token(answers, place)
        said[token] = said.get(token, 0) + weight
    return said


def _mixed(said: dict[str, float], lead: int, slip: float, seam: str) -> dict[str, float]:
    """Return the probabilities of tokens with these weights, and of the slips, of which the one at `lead` is likeliest."""
    total = sum(said.values())
    distribution = {token.lstrip(seam) + seam: slip * share for token, share in _slips(lead)} if slip else {}
    for token, weight in said.items():
        distribution[token] = distribution.get(token, 0) + (1 - slip) * weight / total
    return distribution


def reshape(distribution: dict[str, float], temperature: float, top_p: float = 1.0) -> dict[str, float]:
    """Apply temperature, then top_p, to probabilities; what comes out sums to 1 again.

    Temperature 0 leaves only the likeliest token. Otherwise each probability is raised to the power
    1/temperature: below 1 this sharpens the distribution, above 1 it flattens it. `top_p` keeps the
    likeliest tokens until together they reach it, always at least one.
    """
    ranked = sorted(distribution.items(), key=lambda item: -item[1])
    if temperature == 0 or not ranked[0][1]:
        return {ranked[0][0]: 1.0}
    highest = ranked[0][1]
    scaled = [(token, math.exp(math.log(p / highest) / temperature)) for token, p in ranked if p]
    total = sum(p for _, p in scaled)
    kept, mass = [], 0.0
    for token, p in scaled:
        kept.append((token, p))
        mass += p / total
        if mass >= top_p:
            break
    total = sum(p for _, p in kept)
    return {token: p / total for token, p in kept}


def pick(distribution: dict[str, float], rng: random.Random) -> str:
    """Draw one token."""
    return rng.choices(list(distribution), list(distribution.values()))[0]


def _enter(answers, number: int, slot: int, weight: float, places: dict) -> None:
    """Add every place at which `slot` can begin, passing over options that say nothing."""
    slots = answers[number][1]
    if slot == len(slots):
        places[None] = places.get(None, 0) + weight
        return
    total = sum(share for share, _ in slots[slot])
    for option, (share, tokens) in enumerate(slots[slot]):
        if tokens:
            place = (number, slot, option, 0)
            places[place] = places.get(place, 0) + weight * share / total
        else:
            _enter(answers, number, slot + 1, weight * share / total, places)


def _token(answers, place: Place | None) -> str:
    if place is None:
        return END
    number, slot, option, token = place
    return answers[number][1][slot][option][1][token]


def _follow(answers, places, token: str) -> dict[Place | None, float]:
    """Return the places that come after `token`; none if no place says it (a slip)."""
    following: dict[Place | None, float] = {}
    for place, weight in places.items():
        if place is None or _token(answers, place) != token:
            continue
        number, slot, option, index = place
        if index + 1 < len(answers[number][1][slot][option][1]):
            following[(number, slot, option, index + 1)] = weight
        else:
            _enter(answers, number, slot + 1, weight, following)
    return following


def _lead(position: int) -> int:
    """Return which of the slips is the likeliest at a position."""
    return 5 * position % len(SLIPS)


@cache
def _slips(lead: int) -> list[tuple[str, float]]:
    """Return the unlikely tokens with their shares, beginning with the one at `lead`."""
    shares = [1 / (rank + 2) for rank in range(len(SLIPS))]
    return [(SLIPS[(rank + lead) % len(SLIPS)], share / sum(shares)) for rank, share in enumerate(shares)]
