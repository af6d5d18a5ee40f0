"""Talk about Python that is sent or was shown: what it does and prints, what is wrong with it, and how it looks otherwise.

reading     what is code in a message, and what is said about it
running     what comes of it, without giving it anything of this computer
syntax      what Python cannot read, made readable
repairing   what stops it, mended
explaining  what each line does, in words
changing    the same in another way, with types, with a test
making      code that is asked for as a function, or in some manner
talk        which of these is wished
"""

import re
from collections.abc import Callable
from importlib import import_module

from ..answers import Answers
from ..computed.question import Answer, Question
from ..regex import Regex

_MAYBE = Regex(r"\n|`|[=(\[]|:\s*\S+(?: \S+)?\W*\Z|\bprint\b")

_IN_A_MANNER = Regex(
    r"\b(?:what (?:does|do)|how does|how do i use) \S+(?: \S+){0,4}? (?:do|mean|return|work)\b|\b(?:function|method|docstring|one[- ]?liner|one line|loops?|comprehension|recursion|type[- ]?hints?|python|javascript|js|program|script|code|strings?|dict(?:ionar(?:y|ies))?s?|csv|json|fizz ?buzz|palindromes?|(?:from|in|of|to) a (?:list|file)|two lists|list of (?:numbers|lists|strings|words))\b",
    re.IGNORECASE,
)
_OF_A_NUMBER = Regex(
    r"\W*(?:(?:what is|what's|calculate)\s+)?(?:sqrt|log2|log10|log|ln|sin|cos|tan)\s?\([\d., °]+\)\W*",
    re.IGNORECASE,
    needs="cos ln log sin sqrt tan",
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


def in_manner(question: Question, own: Callable[[str, Answers], str]) -> Answer | None:
    """Return code that is asked for as a function, or in some manner: "with a docstring", "without max()"; None where the usual answer will do."""
    if not _IN_A_MANNER.search(question.text) and "```" not in next(iter(question.earlier("assistant")), ""):
        return None
    return import_module(".making", __name__).in_manner(question, own)


def is_sent(text: str) -> bool:
    """Return whether a message brings lines of Python: then it asks about them."""
    return "\n" in text and bool(_MAYBE.search(text)) and "\n" in import_module(".reading", __name__).sent(text).code


def said_around(text: str) -> str:
    """Return what is said in a message besides the code in it."""
    return import_module(".reading", __name__).sent(text).asked
