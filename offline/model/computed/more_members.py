"""Further members of a class that was listed before: "5 more", "another three", "others?"."""

from ..regex import Regex
from .class_lists import NUMBERS, USUAL, Wanted, number, plain, read, said
from .question import Answer, Question

LONGEST = 60  # characters of a request
NONE_LEFT = "I know no others."
_MORE = Regex(
    rf" (?:(?:and|ok|okay|now|please|can|could|you|give|tell|show|name|list|me) )*(?:(?P<many>{NUMBERS}) (?:more|others|other ones|different ones|additional(?: ones)?)|another (?P<another>{NUMBERS})|(?:some )?(?:more|others|other ones)|any (?:more|others)|continue|go on)(?: (?:of (?:them|those|these)|please|pls|examples?|ones))* "
)


def answer(question: Question) -> Answer | None:
    """Return further members of the class that was listed before: "5 more"; None where that is not asked."""
    asked = _MORE.fullmatch(plain(question.text)) if len(question.text) < LONGEST and question.before else None
    if asked is None:
        return None
    for earlier in question.earlier("user"):
        if _MORE.fullmatch(plain(earlier)):
            continue
        if (found := read(earlier)) is None:
            return None
        named = {line.partition(". ")[2] or line for text in question.earlier("assistant") for line in text.splitlines()}
        left = [one for one in found.members if one not in named and f"{one}." not in named]
        many = asked["many"] or asked["another"]
        return said(Wanted(left, number(many) if many else found.count or USUAL)) if left else Answer([(1.0, NONE_LEFT)])
    return None
