"""Cut a source into statements: sentences, each with what it needs to be understood.

"Wait longer after each failure. That is called backoff."  ->  the second one is quoted together with the first
"There are two kinds:\\n- fast\\n- slow"  ->  one statement
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from ..regex import Regex

LONGEST = 600  # characters of a statement

_CUT = Regex(r"(?<=[.!?])[\"”'’)]{0,2}\s+(?=[^\sa-z])|\n+")
_BULLET = Regex(r"\s*(?:(?:[-*•|>]+|\d+[.)])\s+)?")
_POINTS = Regex(r"(?:that|this|it|they|these|those|both|such)\b(?! (?:is why|way)\b)", re.IGNORECASE)
_LIST = Regex(r"\s*(?:\n[ \t]*(?:[-*•]|\d+[.)])[ \t][^\n]*)+")


@dataclass(frozen=True)
class Statement:
    """Part of a source, exactly as it stands there, in its paragraph (a number). `lists`: it names several things.

    `asked`: the question that stands right before it, if there is one.
    """

    text: str
    paragraph: int
    lists: bool = False
    asked: str = ""


@lru_cache(maxsize=512)
def statements(text: str) -> tuple[Statement, ...]:
    """Return the statements of a text."""
    found, paragraph, before, asked = [], 0, None, ""
    for start, end in _sentences(text):
        if before is not None and re.search(r"\n\s*\n", text[before[1] : start]):
            paragraph, before = paragraph + 1, None
        sentence = text[start:end]
        if re.search(r"\w+\W+\w+", sentence):
            listed = _LIST.match(text, end) if sentence.endswith(":") else None
            stop = listed.end() if listed else end
            begin = before[0] if before and _POINTS.match(sentence) and stop - before[0] <= LONGEST else start
            found.append(Statement(text[begin:stop][:LONGEST].strip(), paragraph, bool(listed), asked))
            asked = sentence if sentence.endswith("?") else ""
        before = (start, end)
    return tuple(found)


def _sentences(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a text begin and end; a quotation mark that closes one stays with it, a bullet does not."""
    places, start = [], 0
    for gap in [*(gap for gap in _CUT.finditer(text) if not _in_code(text, gap)), None]:
        end = len(text.rstrip()) if gap is None else gap.start() + len(gap[0]) - len(gap[0].lstrip("\"”'’)"))
        begin = _BULLET.match(text, start).end()
        if begin < end:
            places.append((begin, end))
        start = gap.end() if gap else end
    return places


def _in_code(text: str, gap: re.Match) -> bool:
    """Return whether a gap is within `code` of its line."""
    line = text[text.rfind("\n", 0, gap.start()) + 1 : gap.start()]
    return line.count("`") % 2 == 1 and not gap[0].startswith("\n")
