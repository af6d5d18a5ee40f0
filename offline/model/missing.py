"""A last look at a reply: one that takes up nothing of a long message is beside the point.

misses("CORS error when my react app calls my flask api ...", "An evening together with tickets ...")  -> True
"""

from . import abouts, tongues
from .computed.payload import head

LONG = 8  # telling words of a message, from which on a reply has to take up some
SHARE, OF_A_TEXT = 1 / 4, 1 / 8  # of them, that it has to take up at least; the latter where a text is sent along
LABEL = 3  # words of a reply that only names a class, or says yes or no


def misses(prompt: str, said: str) -> bool:
    """Return whether an English reply has so few of the telling words of a message that it must be about something else; a number of it is enough."""
    asked, telling = abouts.stems(prompt), abouts.telling(prompt)
    if len(telling) < LONG or len(said.split()) <= LABEL or tongues.tongue(prompt) or tongues.tongue(said):
        return False
    there = abouts.stems(said)
    if any(word.isdigit() for word in asked & there):
        return False
    return len(telling & there) < len(telling) * (SHARE if head(prompt) is None and "\n" not in prompt.strip() else OF_A_TEXT)
