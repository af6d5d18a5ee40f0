"""Read words that are misspelled as the sources spell them.

    What is a tokken?, for sources with "token"  ->  What is a token?

A word that neither the sources have nor anybody knows is taken for the one that has its letters in another order, or
for the one of the sources that is spelled most like it.
"""

from difflib import get_close_matches

from ..regex import Regex
from .known import asking, is_known

LEAST = 5  # letters of a word: of shorter ones, too many are alike
NEAR = 0.88  # share of the letters that two words have in common, in the same order

_WORD = Regex(r"[^\W\d_]+")


def as_written(question: str, written: frozenset[str]) -> str:
    """Return a question with each unknown word as the nearest of the words `written`, all in lower case."""
    return _WORD.sub(lambda found: _nearest(found[0], written), question)


def _nearest(word: str, written: frozenset[str]) -> str:
    said = word.casefold()
    if said in written or is_known(said):
        return word
    swapped = (other for other in sorted(written | asking()) if other[0] == said[0] and sorted(other) == sorted(said))
    nearest = get_close_matches(said, sorted(written), 1, NEAR) if len(said) >= LEAST else []
    return next(swapped, None) or next(iter(nearest), word)
