"""Bring a reply to a length: so many sentences, words or characters, and still an answer.

"Why do leaves change color?", at most 10 words: "Leaves are green because of chlorophyll." has the words, but not the answer
"""

import re
from typing import TYPE_CHECKING

from .. import abouts
from ..regex import Regex
from ..sent import cutting
from . import points
from .points import EXPLAINS, TOO_SHORT, code, in_one, in_sentences, items, without_code
from .reading import Wish

if TYPE_CHECKING:
    from .following import Draft

BRIEF = 25  # words: what is not longer is brief
_ALL_OF_IT = Regex(r"\b(?:why|differ(?:s|ent|ence|ences)?|compar\w+|versus|vs)\b", re.IGNORECASE)
_VERDICT = Regex(r"(?:yes|no)\b", re.IGNORECASE)


def still_answers(cut: str, text: str, question: str) -> bool:
    """Return whether the beginning of a text still answers a question: it explains what is to be explained, and names what is asked of."""
    parts = points.sentences(text)
    if len(parts) < 2 or parts[0] in question or _VERDICT.match(cut):
        return True  # of one sentence, or of a text that was sent along, it is the gist
    if EXPLAINS.search(question) and len(cut.split()) <= TOO_SHORT:
        return False
    asked = abouts.telling(question) & abouts.stems(text)
    named = asked & abouts.stems(cut)
    return named == asked if _ALL_OF_IT.search(question) else bool(named) or not asked


def at_most(text: str, number: int, question: str) -> str | None:
    """Return the first so many sentences of a text, or so many points of a list; None where they do not answer a question any more."""
    if blocks := code(text):
        return text if len(points.sentences(without_code(text))) <= number else blocks
    parts = points.sentences(text)
    if len(parts) <= number or number < 1:
        return text
    listed = [item for item in items(text) if not item.endswith(":") and item[0] not in "*`"] if "\n" in text else []
    listed = re.findall(r"^\d+[.)] (.+)", text, re.MULTILINE) or listed
    if len(listed) > 1:
        return in_sentences(listed, number)
    row = " ".join(parts[:number])
    return row if still_answers(row, text, question) else None


def sentences_at_most(text: str, wish: Wish, draft: "Draft") -> str | None:
    number = wish.value or 2
    return (
        draft.made("sentences", number) or (number == 1 and in_one(text, draft.question)) or at_most(text, number, draft.question)
    )


def sentences(text: str, wish: Wish, draft: "Draft") -> str | None:
    number = wish.value or 1
    if code(text) and len(points.sentences(without_code(text))) != number:
        return draft.short
    if said := draft.made("sentences", number):
        return said
    if number == 1 and (joined := in_one(text, draft.question)):
        return joined
    return at_most(text, number, draft.question) if len(points.sentences(text)) >= number else None


def brief(text: str, wish: Wish, draft: "Draft") -> str:
    return text if len(text.split()) <= BRIEF or "\n" in text else nearest(text, draft.question)


def nearest(text: str, question: str) -> str:
    """Return the fewest sentences at the beginning of a text that still answer a question."""
    return next(row for number in range(1, len(points.sentences(text)) + 1) or [1] if (row := at_most(text, number, question)))


def _shorter(text: str, question: str) -> list[str]:
    """Return what a text may become by fewer sentences, the longest first."""
    rows = [at_most(text, number, question) for number in range(len(points.sentences(text)), 0, -1)]
    return [row for row in rows if row]


def words_at_most(text: str, wish: Wish, draft: "Draft") -> str | None:
    if said := draft.made("words", wish.value):
        return said
    parts = points.sentences(text) if "\n" not in text else []
    cuts = [cut for part in parts[:1] if (cut := cutting.cut_between_clauses(part, wish.value))]
    cuts = [cut for cut in cuts if still_answers(cut, text, draft.question)]
    found = (text, draft.short, *_shorter(text, draft.question), *cuts)
    return next((said for said in found if said and len(said.split()) <= wish.value), None)


def words_at_least(text: str, wish: Wish, draft: "Draft") -> str | None:
    return text if len(text.split()) >= wish.value else None


def words_exactly(text: str, wish: Wish, draft: "Draft") -> str | None:
    return next(
        (said for said in (draft.made("words", wish.value) or "", text, draft.short or "") if len(said.split()) == wish.value),
        None,
    )


def characters_at_most(text: str, wish: Wish, draft: "Draft") -> str | None:
    found = (text, *_shorter(text, draft.question), draft.short)
    return next((said for said in found if said and len(said) <= wish.value), None)
