"""What the API refuses, with its own status, type, param, code and wording; and what the stand-in refuses in its own name.

sdk.py         what the SDK's own types say, and where the API is known to differ
types.py       names, types, values and nesting, from those types
endpoints.py   which type each endpoint takes, and in which order the API looks at it
limits.py      bounds of numbers, lengths of texts and lists
together.py    models, and two parameters at once
schemas.py     schemas of structured replies and of functions
tools.py       tools, choices between them, calls and outputs
parameters.py  the class of every parameter, in tables from *_rows.py; what the stand-in cannot do (classes.py looks it up)
queries.py     the same for what stands in the address and in headers
words.py       the sentences, with phrases.py
"""

from .words import Refused, bad_key

__all__ = ["Refused", "bad_key", "check", "check_ours"]


def check(endpoint: str, body: dict) -> None:
    """Refuse what the API refuses by names, types and limits alone. Raises Refused.

    `endpoint` is such as "responses" or "chat/completions".
    """
    from . import endpoints, limits  # here, because importing the SDK's types takes a moment

    endpoints.check(endpoint, body)
    limits.check(endpoint, body)


def check_ours(endpoint: str, body: dict) -> None:
    """Refuse in the stand-in's own name what it cannot do. Raises Refused."""
    from . import classes

    classes.check(endpoint, body)
