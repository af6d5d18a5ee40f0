"""How many tokens a prompt has, and whether it fits into the model's context."""

from itertools import takewhile

from ..models import Model
from ..refusals import rules
from . import tokens

TOKENS_PER_MESSAGE = 4  # around each message, to mark its role
TOKENS_PER_REQUEST = 3


def count_messages(messages: list[dict]) -> int:
    """Return how many tokens a request with these messages is counted as."""
    return TOKENS_PER_REQUEST + sum(map(_count, messages))


def fit(messages: list[dict], model: Model, *, chat: bool, drop: bool = False) -> tuple[list[dict], int]:
    """Return the messages that fit into the model's context, and their tokens; refuse if they do not.

    With `drop`, the oldest messages go until the rest fits; the instructions at the beginning and the
    last message stay.
    """
    told = list(takewhile(lambda message: message["role"] in ("system", "developer"), messages))
    spoken = messages[len(told) :]
    longest = rules.CHARS_PER_TOKEN * model.context  # what is longer is not worth counting
    spoken, length = _newest(told, spoken, _length, longest, drop)
    if length > longest:
        raise rules.too_long(length // rules.CHARS_PER_TOKEN, model, chat=chat)
    spoken, count = _newest(told, spoken, _count, model.context - TOKENS_PER_REQUEST, drop)
    count += TOKENS_PER_REQUEST
    if count > model.context:
        raise rules.too_long(count, model, chat=chat)
    return told + spoken, count


def _newest(told: list[dict], spoken: list[dict], measure, most: int, drop: bool) -> tuple[list[dict], int]:
    """Return `spoken`, with `drop` without its oldest messages as far as needed, and the size of all that is left."""
    sizes = [measure(message) for message in spoken]
    size = sum(map(measure, told)) + sum(sizes)
    first = 0
    while drop and size > most and first < len(spoken) - 1:
        size -= sizes[first]
        first += 1
    return spoken[first:], size


def _length(message: dict) -> int:
    return len(message["content"])


def _count(message: dict) -> int:
    return TOKENS_PER_MESSAGE + tokens.count(message["content"])
