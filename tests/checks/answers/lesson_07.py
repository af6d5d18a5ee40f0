"""Lesson 7: answers that are right, and answers that are wrong."""

from decimal import Decimal
from fractions import Fraction
from itertools import count


def cheapest(prices):
    known = {model: price for model, price in prices.items() if price is not None}
    return min(known, key=known.get)


def cheapest_by_sorting(prices):
    return sorted((price, model) for model, price in prices.items() if price is not None)[0][1]


def cheapest_by_a_loop(prices):
    best = None
    for model, price in prices.items():
        if price is not None and (best is None or price < prices[best]):
            best = model
    return best


def cheapest_that_deletes(prices):
    for model in [model for model, price in prices.items() if price is None]:
        del prices[model]
    return min(prices, key=prices.get)


def turns_within(limit):
    turns = sent = 0
    while sent + 200 * turns + 50 <= limit:
        sent += 200 * turns + 50
        turns += 1
    return turns


def turns_with_replies(limit):
    turns = used = 0
    while used + 200 * turns + 200 <= limit:
        used += 200 * turns + 200
        turns += 1
    return turns


def turns_below(limit):
    turns = sent = 0
    while sent + 200 * turns + 50 < limit:
        sent += 200 * turns + 50
        turns += 1
    return turns


def in_dollars(tokens_in, tokens_out, price_in, price_out):
    return (tokens_in * price_in + tokens_out * price_out) / 1_000_000


RIGHT = [
    ("7.1", in_dollars),
    ("7.1", lambda a, b, c, d: (a * Decimal(str(c)) + b * Decimal(str(d))) / 1_000_000),
    ("7.1", lambda a, b, c, d: a / 1e6 * c + b / 1e6 * d),
    ("7.1", lambda a, b, c, d: Fraction(a) * Fraction(str(c)) / 10**6 + Fraction(b) * Fraction(str(d)) / 10**6),
    ("7.2", cheapest),
    ("7.2", cheapest_by_sorting),
    ("7.2", cheapest_by_a_loop),
    ("7.2", lambda prices: min(prices, key=lambda model: float("inf") if prices[model] is None else prices[model])),
    ("7.3", turns_within),
    ("7.3", lambda limit: float(turns_within(limit))),
    ("7.3", lambda limit: next(n for n in count() if sum(200 * k + 50 for k in range(n + 1)) > limit)),
    ("7.3", lambda limit: max(n for n in range(200) if 100 * n * n - 50 * n <= limit)),
    ("7.4", "Peru capital?"),
    ("7.4", "Capital of Peru?"),
    ("7.4", "  capital of peru "),
    ("7.4", "Peru's capital?"),
]

WRONG = [
    ("7.1", lambda a, b, c, d: a * c + b * d, "divide by a million"),
    ("7.1", lambda a, b, c, d: (a * c + b * d) / 1_000, "you divided by a thousand"),
    ("7.1", lambda a, b, c, d: (a * d + b * c) / 1_000_000, "price_in belongs to input_tokens"),
    ("7.1", lambda a, b, c, d: round(in_dollars(a, b, c, d), 4), "do not round"),
    ("7.1", lambda a, b, c, d: str(in_dollars(a, b, c, d)), "dollars(...) should be a number, and it is '2.0'"),
    ("7.1", lambda a, b, c, d: a * c / 1_000_000, "dollars(0, 500000, 2, 10) should be 5, and it is 0.0"),
    ("7.1", lambda a, b, c, d: print(a), "Did you print the result"),
    ("7.2", lambda prices: min(prices, key=lambda model: prices[model] or 0), "leave out those that are None"),
    ("7.2", lambda prices: min(prices, key=lambda model: prices[model] or 999), "a price of 0 is known"),
    ("7.2", lambda prices: min(prices, key=prices.get), "your code raised TypeError"),
    ("7.2", lambda prices: min(price for price in prices.values() if price is not None), "return the name of the model"),
    (
        "7.2",
        lambda prices: min(prices, key=lambda model: 9_999 if prices[model] is None else prices[model]),
        "leave out those that are None",
    ),
    (
        "7.2",
        lambda prices: max(prices, key=lambda model: prices[model] or 0),
        "the cheapest is \"b\", and your function returns 'a'",
    ),
    ("7.2", lambda prices: next(iter(prices)), 'the cheapest is "b"'),
    ("7.2", cheapest_that_deletes, "your function changed the dictionary"),
    ("7.3", lambda limit: limit // 200, "the turns send 50, 250, ... tokens"),
    ("7.3", turns_with_replies, "Only what is sent counts"),
    ("7.3", turns_below, "within 50 tokens there is 1 turn, and your function returns 0"),
    ("7.3", lambda limit: turns_within(limit) + 1, "within 0 tokens there are 0 turns, and your function returns 1"),
    ("7.3", lambda limit: min(turns_within(limit), 31), "within 1000000 tokens there are 100 turns"),
    ("7.3", lambda limit: print(limit), "Did you print the result"),
    ("7.4", "What is the capital city of Peru?", "has 8 tokens, and par is 4"),
    ("7.4", "Is Lima it?", "the answer must not be in the question"),
    ("7.4", "Capital of Spain?", "does not answer Lima. It says: 'The capital"),
    ("7.4", "Peru?", "does not answer Lima"),
    ("7.4", "", "an empty question asks nothing"),
    ("7.4", ["Peru capital?"], "short should be a text, and it is ['Peru capital?']"),
]
