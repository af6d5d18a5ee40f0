"""Lesson 4: answers that are right, and answers that are wrong."""

import math
from decimal import Decimal

import numpy

from utils import DEFAULT_MODEL

STRICT = {"reasoning": {"effort": "none"}, "text": {"verbosity": "low"}, "temperature": 0, "max_output_tokens": 16}


def apply_temperature(chances, temperature):
    raised = [p ** (1 / temperature) for p in chances]
    return [p / sum(raised) for p in raised]


RIGHT = [
    ("4.1", lambda top: {token: round(100 * math.exp(logprob), 1) for token, logprob in top}),
    ("4.2", apply_temperature),
    ("4.2", lambda *given: tuple(apply_temperature(*given))),
    ("4.2", lambda *given: numpy.array(apply_temperature(*given))),
    ("4.2", lambda *given: [Decimal(chance) for chance in apply_temperature(*given)]),
    ("4.3", STRICT),
    ("4.3", STRICT | {"model": DEFAULT_MODEL}),
]

WRONG = [
    ("4.1", lambda top: dict(top), "60.0, 14.0 and 3.1"),
    ("4.2", lambda chances, temperature: [p ** (1 / temperature) for p in chances], "sum to 1"),
    ("4.2", lambda chances, temperature: [1 / 3, 1 / 3, 1 / 3], "should become"),
    ("4.2", lambda chances, temperature: "0.6", "3 numbers"),
    ("4.2", lambda chances, temperature: [*chances, None], "3 numbers"),
    ("4.3", STRICT | {"temperature": 1}, '"temperature" should be 0'),
    ("4.3", STRICT | {"top_p": 7}, "would refuse"),
]
