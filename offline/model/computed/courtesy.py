"""Thanks, praise, goodbyes and good wishes, alone or in a row: "that was great, thanks, good night!" (data/courtesy.yaml)."""

import re
from functools import cache

from ...tables import read_table
from ..instructions.following import COURTESY
from ..regex import Regex
from .question import Answer, Question, says

LONGEST = 120  # characters of a message
_CUT = Regex(
    r"[.!?,;…\n]+|\s[-–—]+\s|\s(?:and|but|und|et|y|e)\s|\s(?=(?:you(?:'re| are)|thanks?|bye|good ?bye|good night|see you|have an?|thx)\b)",
    re.IGNORECASE,
)
_MARKS = Regex(r"[^\w\s'.,!?;…–—-]+")  # emojis, brackets of a smile
_SMILE = Regex(r"(?<!\w)[:;=]-?[)(DPp]+(?!\w)|<3|\bx+d?\b(?=\W*\Z)")


def answer(question: Question) -> Answer | None:
    """Return the reply to a message of nothing but thanks, praise and goodbyes; None for anything else."""
    text = question.text.replace("’", "'").strip()
    if not 0 < len(text) <= LONGEST or text.endswith("?"):
        return None
    text = re.sub(rf"(?<=\w)[\s,]+(?:my |dear |old |sweet )*(?:{_raw()['called']})(?=\W*\Z)", "", text, flags=re.IGNORECASE)
    parts = [part.strip() for part in _CUT.split(_MARKS.sub(" ", _SMILE.sub(" ", text))) if part and re.search(r"\w", part)]
    replies: dict[str, str] = {}
    for part in parts:
        kind = _kind(part)
        if kind is None:
            return None
        replies |= kind
    if not question.before and set(replies) == {"laugh"}:
        return None  # with nothing to laugh about before, "lol" is a word that somebody may ask for
    return says(" ".join(_in_order(replies)), about=COURTESY) if replies else None


def _kind(part: str) -> dict[str, str] | None:
    """Return the reply to a piece by its kind; {} for a small word, None for what is no courtesy."""
    part = " ".join(part.split())
    for number, (pattern, say) in enumerate(_abroad()):
        if pattern.fullmatch(part):
            return {f"abroad {number}": say}
    for name, pattern in _patterns().items():
        if pattern.fullmatch(part):
            return {name: _raw()["kinds"][name]["say"]}
    return {} if re.fullmatch(rf"(?:{_raw()['small']}\s*)+", part, re.IGNORECASE) else None


def _in_order(replies: dict[str, str]) -> list[str]:
    """Return the replies in the order of their kinds, those abroad last; "good night" stands for a goodbye."""
    kinds = _raw()["kinds"]
    instead = {kinds[name].get("instead") for name in replies if name in kinds}
    return [replies[name] for name in dict.fromkeys([*kinds, *replies]) if name in replies and name not in instead]


@cache
def _raw() -> dict:
    return read_table("courtesy.yaml")


@cache
def _patterns() -> dict[str, re.Pattern]:
    return {name: re.compile(kind["words"], re.IGNORECASE) for name, kind in _raw()["kinds"].items()}


@cache
def _abroad() -> list[tuple[re.Pattern, str]]:
    return [(re.compile(one["words"], re.IGNORECASE), one["say"]) for one in _raw()["abroad"]]
