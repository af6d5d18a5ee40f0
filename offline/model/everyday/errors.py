"""Error messages of Python in plain words: what they mean, why they come, what to do (data/everyday/errors.yaml)."""

import re
from functools import cache

from ...tables import read_table
from ..computed.question import Answer
from ..regex import Regex
from .wish import Wish

LONGEST = 2_000  # characters of a message; a traceback may come with it
_ERROR = Regex(
    r"\b\w*(?:Error|Exception|Warning|Interrupt|Iteration)\b|\berrors?\b|\btraceback\b|not (?:subscriptable|iterable|callable|defined)|command not found|is not recognized",
    re.IGNORECASE,
)
_NOT = Regex(
    r"\b(?:how (?:do|can|to) i? ?(?:catch|raise|handle|define|write|create|make)|write (?:a|some) (?:function|code|poem|joke)|difference between|openai(?!['\"])|api error|rate ?limit|429|401|500|import openai(?!['\"]))\b",
    re.IGNORECASE,
)

_CODE = Regex(r"```")


def answer(wish: Wish) -> Answer | None:
    """Return what an error message means; None if none is named."""
    text = wish.text.replace("’", "'").replace("‘", "'")
    if len(text) > LONGEST or _CODE.search(text) or not _ERROR.search(text) or _NOT.search(text):
        return None
    for pattern, told in _patterns():
        found = list(pattern.finditer(text))
        if found and (len(found[-1][0].split()) > 1 or _is_message(text)):
            return _said(told, found[-1])
    return None


def _is_message(text: str) -> bool:
    """Return whether a message is about an error that came, not about errors as such ("what is a KeyError?" is for the glossary)."""
    return bool(
        re.search(
            r":\s*\S|\b(?:get|got|getting|why|what this|fix|solve|mean|means|throws?|gives?|says?|keep|came|comes|with)\b",
            text,
            re.IGNORECASE,
        )
    ) and not re.match(r"\W*(?:what is|whats|what's|define) (?:an? )?\w+\W*\Z", text, re.IGNORECASE)


def _said(told: dict, found: re.Match) -> Answer:
    says = _filled(told["says"], found)
    short = re.split(r"(?<=[.:]) ", says)[0]
    if "code" in told:
        says += f"\n\n```python\n{_filled(told['code'], found)}\n```"
    return Answer([(1.0, re.sub(r"\[([^\[\]]*\|[^\[\]]*)\]", r"(\1)", says))], short=short, about="error")


def _filled(text: str, found: re.Match) -> str:
    """Return a text with what the message names: {1} is the first group of the pattern."""
    for place, group in enumerate(found.groups(), 1):
        text = text.replace(f"{{{place}}}", (group or "...").strip("'\""))
    return text


@cache
def _patterns() -> list[tuple[Regex, dict]]:
    return [(Regex(told["pattern"], re.IGNORECASE | re.MULTILINE), told) for told in read_table("everyday/errors.yaml")]
