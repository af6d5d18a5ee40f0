"""Lesson 4: answers that are right, and answers that are wrong."""

import math
from decimal import Decimal

import numpy

from utils import DEFAULT_MODEL
from widgets import chat_box, playground

STRICT = {
    "model": DEFAULT_MODEL,
    "reasoning": {"effort": "none"},
    "text": {"verbosity": "low"},
    "temperature": 0,
    "max_output_tokens": 16,
}
POET = {"prompt": "The sea in autumn", "instructions": "Answer with a haiku.", "temperature": 1.4, "samples": 3}


def without(name: str, **more) -> dict:
    return {key: value for key, value in STRICT.items() if key != name} | more


def percents(top):
    found = {}
    for token, logprob in top:
        found[token] = round(math.exp(logprob) * 100, 1)
    return found


def apply_temperature(chances, temperature):
    raised = [p ** (1 / temperature) for p in chances]
    return [p / sum(raised) for p in raised]


def with_logarithms(chances, temperature):
    weights = [math.exp(math.log(p) / temperature) for p in chances]
    total = math.fsum(weights)
    return [weight / total for weight in weights]


def with_arrays(chances, temperature):
    raised = numpy.array(chances) ** (1 / temperature)
    return raised / raised.sum()


RIGHT = [
    ("4.1", percents),
    ("4.1", lambda top: {token: round(100 * math.exp(logprob), 1) for token, logprob in top}),
    ("4.1", lambda top: dict((token, numpy.round(100 * numpy.exp(logprob), 1)) for token, logprob in top)),  # noqa: C402
    ("4.1", lambda top: {pair[0]: float(f"{100 * math.e ** pair[1]:.1f}") for pair in top}),
    ("4.2", apply_temperature),
    ("4.2", with_logarithms),
    ("4.2", with_arrays),
    ("4.2", lambda *given: tuple(apply_temperature(*given))),
    ("4.2", lambda *given: [Decimal(chance) for chance in apply_temperature(*given)]),
    ("4.3", STRICT),
    ("4.3", STRICT | {"temperature": 0.0, "text": {"verbosity": "low", "format": {"type": "text"}}}),
    ("4.3", dict(STRICT, instructions="Complaint or praise?", top_p=1)),
    ("4.4", playground(**POET)),
    (
        "4.4",
        playground("Love", **{key: value for key, value in POET.items() if key != "prompt"} | {"samples": 5, "verbosity": "low"}),
    ),
    ("4.4", playground(**POET | {"temperature": 2.0}, effort="none", examples={"Sea": ["Waves", "Ships"]})),
]

WRONG = [
    ("4.1", lambda top: dict(top), "60.0, 'clear': 14.0"),
    ("4.1", lambda top: {token: math.exp(logprob) for token, logprob in top}, "percent are 100 times as much"),
    ("4.1", lambda top: {token: 100 * math.exp(logprob) for token, logprob in top}, "right but for the rounding"),
    ("4.1", lambda top: {token: round(100 * math.exp(logprob)) for token, logprob in top}, "Keep one decimal"),
    ("4.1", lambda top: {token: round(math.exp(logprob), 1) for token, logprob in top}, "Round after you have multiplied"),
    ("4.1", lambda top: {token: f"{100 * math.exp(logprob):.1f}" for token, logprob in top}, "there is {'blue': '60.0'"),
    ("4.1", lambda top: [(token, round(100 * math.exp(logprob), 1)) for token, logprob in top], "should be a dictionary"),
    ("4.2", lambda chances, temperature: [p ** (1 / temperature) for p in chances], "should sum to 1, and"),
    (
        "4.2",
        lambda chances, temperature: apply_temperature(chances, 1 / temperature),
        "at temperature 0.5, [0.6, 0.3, 0.1] should become",
    ),
    ("4.2", lambda chances, temperature: [p / temperature for p in chances], "sums to 2.000"),
    ("4.2", lambda chances, temperature: chances, "should become"),
    ("4.2", lambda chances, temperature: [1 / 3, 1 / 3, 1 / 3], "should become"),
    ("4.2", lambda chances, temperature: "0.6", "3 numbers"),
    ("4.2", lambda chances, temperature: [*chances, None], "3 numbers"),
    ("4.3", without("model"), '"model" is missing'),
    ("4.3", STRICT | {"model": "gpt-6-sol"}, "the cheapest that takes a temperature, and it is 'gpt-6-sol'"),
    ("4.3", STRICT | {"temperature": 1}, 'parameters["temperature"] should be 0, and it is 1'),
    (
        "4.3",
        without("max_output_tokens", max_tokens=16),
        'has no parameter "max_tokens". It wants this in parameters["max_output_tokens"]',
    ),
    ("4.3", without("reasoning", effort="none"), 'has no parameter "effort". It wants this in parameters["reasoning"]["effort"]'),
    ("4.3", without("text", verbosity="low"), 'It wants this in parameters["text"]["verbosity"]'),
    ("4.3", without("text"), 'parameters["text"]["verbosity"] is missing'),
    ("4.3", STRICT | {"reasoning": "none"}, 'parameters["reasoning"]["effort"] is missing'),
    ("4.3", STRICT | {"top_p": 7}, "would refuse"),
    ("4.4", playground(**POET | {"temperature": 0.5}), "1.2 or more, and it is 0.5"),
    ("4.4", playground(**POET | {"samples": 1}), "it brings 1"),
    ("4.4", playground(**POET | {"instructions": ""}), "no instructions"),
    ("4.4", playground(**POET | {"prompt": " "}), "The prompt is empty"),
    ("4.4", playground(**POET, effort="high"), "at the effort 'high'"),
    ("4.4", chat_box(), "should be what playground(...) returns"),
    ("4.4", POET, "should be what playground(...) returns"),
]
