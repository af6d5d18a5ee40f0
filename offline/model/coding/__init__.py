"""Talk about Python that is sent or was shown: what it does and prints, what is wrong with it, and how it looks otherwise.

reading     what is code in a message, and what is said about it
running     what comes of it, without giving it anything of this computer
syntax      what Python cannot read, made readable
repairing   what stops it, mended
explaining  what each line does, in words
changing    the same in another way, with types, with a test
talk        which of these is wished
"""

import re
from importlib import import_module

from ..computed.question import Answer, Question
from ..regex import Regex

_MAYBE = Regex(r"\n|`|[=(\[]|:\s*\S+(?: \S+)?\W*\Z|\bprint\b")

_OF_A_NUMBER = Regex(
    r"\W*(?:(?:what is|what's|calculate)\s+)?(?:sqrt|log2|log10|log|ln|sin|cos|tan)\s?\([\d., °]+\)\W*", re.IGNORECASE
)  # a sum


def answer(question: Question) -> Answer | None:
    """Return what there is to say about code that was sent or shown; None where there is none, or nothing is wished of it."""
    if _OF_A_NUMBER.fullmatch(question.text):
        return None
    if not _MAYBE.search(question.text) and not any(
        map(_MAYBE.search, question.earlier("assistant")[:1] + question.earlier("user")[:3])
    ):
        return None
    return import_module(".talk", __name__).answer(question)


def said_around(text: str) -> str:
    """Return what is said in a message besides the code in it."""
    return import_module(".reading", __name__).sent(text).asked
