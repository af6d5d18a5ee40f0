"""Words that tell what a question is about; words that mean the same in a shop or a hotel are one."""

import re
from functools import cache, lru_cache

from ....tables import read_table
from ...language import folded
from ...meaning import stem

_LITTLE = frozenset(
    "a an them the is are am be do does did can could may might will would shall should i we you he she it they me us my our your their his her this that these those there here what when where which who whom how why"
    " much many long to of for in on at by from with and or but if not no yes so please thanks hi hello hey ok okay also any some have has had get got need want like know tell say ask about one ones thing something anything"
    " costs cost price pay time s m re ll d t still already too then else euro euros dollar dollars pound pounds day days per open per possible allowed available accept offer sell bring use make take go come late early"
    " it's until between after before first last just really dear assistant whether would kindly don im i'm bought ago u ur r another own new whats let order noon midnight morning afternoon evening now today yesterday tomorrow tonight week weeks month months hour hours year years long someone people person".split()
)  # fmt: skip


@lru_cache(maxsize=1024)
def wanted(text: str) -> frozenset[str]:
    """Return the stems of the telling words of a text."""
    return frozenset(word for word in stems(text) if not word.isdigit()) - _little()


def stems(text: str) -> set[str]:
    """Return the stems of all words of a text."""
    text = f" {' '.join(folded(text).split())} "
    for word, pattern in _same().items():
        text = pattern.sub(f" {word} ", text)
    return {stem(word) for word in text.split()}


@cache
def _little() -> frozenset[str]:
    return frozenset(map(stem, _LITTLE)) | _LITTLE


@cache
def _same() -> dict[str, re.Pattern]:
    return {word: re.compile(rf"(?<= )(?:{pattern})(?= )") for word, pattern in read_table("briefing.yaml").items()}
