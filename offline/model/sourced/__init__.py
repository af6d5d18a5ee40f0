"""Answer from sources that are sent along, and from nothing else: the sentences that say it, each with its source.

    Answer only from the sources. [1] Basil likes sun. [2] Slugs come out at night. Question: When do slugs come out?
    -> Slugs come out at night. [2]

`reading` finds the sources, the question, and what to say where they do not have the answer; `finding` the sentences that
have it. Words decide, not meaning: a sentence answers if it, its heading and its paragraph have enough of what the question is
about, in the same words or in some that mean nearly the same. So what the sources say in quite other words is not found, and
what is found is always in them.
"""

from .finding import Quote, find
from .reading import Sourced, outside, read

__all__ = ["Quote", "Sourced", "find", "outside", "read", "said"]


def said(asked: Sourced, quotes: list[Quote]) -> str:
    """Return an answer in words: the quotes, marked as such and with their sources as far as that is asked for."""
    if not quotes:
        return asked.not_there
    mark = "{}".join(asked.marks) if asked.quotes else "{}"
    source = " [{}]" if asked.cites else ""
    return " ".join(mark.format(quote.sentence) + source.format(quote.label) for quote in quotes)
