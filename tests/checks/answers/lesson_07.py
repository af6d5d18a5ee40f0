"""Lesson 7: answers that are right, and answers that are wrong."""

from decimal import Decimal


def cheapest(prices):
    known = {model: price for model, price in prices.items() if price is not None}
    return min(known, key=known.get)


def turns_within(limit):
    turns = sent = 0
    while sent + 200 * turns + 50 <= limit:
        sent += 200 * turns + 50
        turns += 1
    return turns


RIGHT = [
    ("7.1", lambda tokens_in, tokens_out, price_in, price_out: (tokens_in * price_in + tokens_out * price_out) / 1_000_000),
    ("7.1", lambda a, b, c, d: (a * Decimal(str(c)) + b * Decimal(str(d))) / 1_000_000),
    ("7.2", cheapest),
    ("7.3", turns_within),
    ("7.3", lambda limit: float(turns_within(limit))),
]

WRONG = [
    ("7.1", lambda a, b, c, d: a * c + b * d, "should be 2"),
    ("7.1", lambda a, b, c, d: print(a), "Did you print the result"),
    ("7.2", lambda prices: min(prices, key=lambda model: prices[model] or 0), 'the cheapest is "b"'),
    ("7.3", lambda limit: limit // 200, "there are"),
]
