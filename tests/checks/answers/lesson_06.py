"""Lesson 6: answers that are right, and answers that are wrong."""

import openai

from utils import generate_text

PASSING = (openai.RateLimitError, openai.InternalServerError, openai.APIConnectionError)


def worth_retrying(error):
    return isinstance(error, PASSING) and getattr(error, "code", None) != "insufficient_quota"


def ask_politely(prompt, client):
    try:
        return generate_text(prompt, client=client)
    except openai.RateLimitError as error:
        if error.code == "insufficient_quota":
            raise
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


def calls_no_credit_busy(prompt, client):
    try:
        return generate_text(prompt, client=client)
    except openai.RateLimitError:
        return "busy"
    except openai.APIConnectionError:
        return "offline"


RIGHT = [
    ("6.1", worth_retrying),
    ("6.2", ask_politely),
    ("6.3", lambda n: [min(20, 3**k) for k in range(n)]),
]

WRONG = [
    ("6.1", lambda error: True, "should be False"),
    ("6.1", lambda error: isinstance(error, openai.RateLimitError), "should be True"),
    ("6.2", lambda prompt, client: "", "should return the text of the reply"),
    ("6.2", calls_no_credit_busy, "no_quota should reach the caller"),
    ("6.2", catches_all, "bad_key should reach the caller"),
    ("6.2", lambda prompt, client: generate_text(prompt, client=client), "and there is 'RateLimitError raised'"),
    ("6.3", lambda n: [3**k for k in range(n)], "for n=5"),
]
