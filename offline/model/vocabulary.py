"""The numbers of tokens in OpenAI's vocabulary o200k, as far as the stand-in ever says these tokens.

`logit_bias` names tokens by number. data/vocabulary.json has the numbers of what stands in the stand-in's
answers (tests/regenerate_vocabulary.py writes it); a token that is not there is never said in any case.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

MOST = 100  # the bias that all but decides; more is refused


def bias(given: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """Return the tokens that a `logit_bias` names, each with what is added to its logarithm."""
    known = _tokens() if given else {}
    return tuple((known[number], float(value)) for number, value in given.items() if number in known)


def words() -> frozenset[str]:
    """Return the words, in lower case, that are one token with the space before them."""
    return frozenset(token[1:].casefold() for token in _tokens().values() if token[:1] == " " and token[1:].isalpha())


@cache
def _tokens() -> dict[str, str]:
    """Return the tokens by their numbers."""
    path = Path(__file__).parent.parent / "data" / "vocabulary.json"
    return json.loads(path.read_text(encoding="utf-8"))
