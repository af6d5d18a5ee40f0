"""Lesson 6: answers that are right, and answers that are wrong."""

import numpy
import openai

from checks.lesson_06 import BILLING
from utils import DEFAULT_MODEL, explain, generate_text

PASSING = (openai.APIConnectionError, openai.ConflictError, openai.RateLimitError, openai.InternalServerError)


def is_billing(error):
    return error.code in BILLING or error.type in BILLING


def worth_retrying(error):
    return not is_billing(error) and (isinstance(error, PASSING) or getattr(error, "status_code", None) == 408)


def by_status(error):
    status = getattr(error, "status_code", None)
    return status is None or ((status in (408, 409, 429) or status >= 500) and not is_billing(error))


def by_classes(error):
    if error.type in BILLING or error.code in BILLING:
        return False
    if isinstance(error, openai.APIStatusError):
        return error.status_code in {408, 409, 429, 500, 502, 503, 504}
    return isinstance(error, openai.APIConnectionError)


def by_the_words(error):
    return "does not help" not in explain(error)


def asking(ask=generate_text, rate=openai.RateLimitError, lost=openai.APIConnectionError, credit=is_billing):
    """Return a function that asks politely, made of these parts."""

    def ask_politely(prompt, client):
        try:
            return ask(prompt, client=client)
        except rate as error:
            if credit(error):
                raise
            return "busy"
        except lost:
            return "offline"

    return ask_politely


def raw(prompt, client):
    return client.responses.create(model=DEFAULT_MODEL, input=prompt).output_text


def by_code(prompt, client):
    try:
        return generate_text(prompt, client=client)
    except openai.APITimeoutError:
        return "offline"
    except openai.APIConnectionError:
        return "offline"
    except openai.APIStatusError as error:
        if error.code == "rate_limit_exceeded":
            return "busy"
        raise


def swallows_billing(prompt, client):
    try:
        return generate_text(prompt, client=client)
    except openai.RateLimitError as error:
        if not is_billing(error):
            return "busy"
    except openai.APIConnectionError:
        return "offline"


def catches_all(prompt, client):
    try:
        return generate_text(prompt, client=client)
    except openai.APIConnectionError:
        return "offline"
    except openai.APIError:
        return "busy"


def one_by_one(n):
    delays, delay = [], 1
    for _ in range(n):
        delays.append(min(delay, 20))
        delay *= 3
    return delays


def strip(log):
    letters = ""
    for arrival in log:
        letters += "x" if arrival.status != 200 else "o"
    return letters


def forgets_the_silence(log):
    return "".join("x" if arrival.status is not None and arrival.status >= 400 else "o" for arrival in log)


RIGHT = [
    ("6.1", worth_retrying),
    ("6.1", by_status),
    ("6.1", by_classes),
    ("6.2", asking()),
    ("6.2", asking(raw)),
    ("6.2", by_code),
    ("6.3", lambda n: [min(20, 3**k) for k in range(n)]),
    ("6.3", one_by_one),
    ("6.3", lambda n: tuple(3.0**k if k < 3 else 20 for k in range(n))),
    ("6.3", lambda n: numpy.minimum(3 ** numpy.arange(n), 20)),
    ("6.4", lambda log: "".join("o" if arrival.status == 200 else "x" for arrival in log)),
    ("6.4", lambda log: "".join(["x", "o"][arrival.status == 200] for arrival in log)),
    ("6.4", strip),
]

WRONG = [
    ("6.1", lambda error: True, "it should be False"),
    ("6.1", lambda error: False, "RateLimitError (status 429"),
    ("6.1", lambda error: isinstance(error, openai.RateLimitError), "a server in trouble) it should be True"),
    ("6.1", lambda error: isinstance(error, PASSING), "a request that came too slowly) it should be True"),
    ("6.1", lambda error: by_status(error) or error.code == "insufficient_quota", "code insufficient_quota"),
    ("6.1", lambda error: by_status(error) or error.type in BILLING, "by its type"),
    ("6.1", lambda error: error.status_code >= 429, "your code raised AttributeError"),
    ("6.1", lambda error: "yes", "True or False"),
    ("6.1", by_the_words, "goes by the words of explain"),
    ("6.2", lambda prompt, client: "", "should return the text of the reply"),
    ("6.2", lambda prompt, client: "busy", "should return the text of the reply"),
    ("6.2", asking(credit=lambda error: False), "missing credit should reach the caller"),
    ("6.2", asking(credit=lambda error: error.code == "insufficient_quota"), "the code credit_balance_exhausted should reach"),
    (
        "6.2",
        asking(lost=openai.APITimeoutError),
        "for no connection it should return \"offline\", and there is 'APIConnectionError raised'",
    ),
    ("6.2", swallows_billing, "missing credit should reach the caller as an exception, but your function caught it"),
    ("6.2", catches_all, "a wrong key should reach the caller"),
    ("6.2", lambda prompt, client: generate_text(prompt, client=client), "and there is 'RateLimitError raised'"),
    ("6.2", lambda prompt, client: print("busy"), "returned nothing (None)"),
    ("6.3", lambda n: [3**k for k in range(n)], "for n=5"),
    ("6.3", lambda n: [1, 3, 9, 20, 20][:n], "for n=12"),
    ("6.3", lambda n: [min(20, 3**k) for k in range(1, n + 1)], "for n=1 there should be [1], and there is [3]"),
    ("6.3", lambda n: [min(20, 1 + 3 * k) for k in range(n)], "for n=3 there should be [1, 3, 9], and there is [1, 4, 7]"),
    ("6.3", lambda n: [min(20, 2**k) for k in range(n)], "for n=3"),
    ("6.3", lambda n: min(20, 3**n), "should be a list"),
    ("6.4", lambda log: "xxo", "the statuses []"),
    ("6.4", lambda log: ["o" if arrival.status == 200 else "x" for arrival in log], "should be a text"),
    ("6.4", forgets_the_silence, "None"),
    ("6.4", lambda log: "".join("x" if arrival.status == 200 else "o" for arrival in log), "'o', and it is 'x'"),
    ("6.4", lambda log: " ".join("o" if arrival.status == 200 else "x" for arrival in log), "'xxo', and it is 'x x o'"),
    ("6.4", lambda log: "".join("o" if arrival == 200 else "x" for arrival in log), "'o', and it is 'x'"),
]
