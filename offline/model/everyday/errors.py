"""Error messages of Python, and status codes of the web, in plain words: what they mean, why they come, what to do (data/everyday/)."""

import re
from functools import cache

from ...tables import read_table
from ..computed.question import Answer
from ..regex import Regex
from .wish import Wish

LONGEST_STATUS = 140  # characters of a question about status codes
LONGEST = 2_000  # characters of a message; a traceback may come with it
_ERROR = Regex(
    r"\b\w*(?:Error|Exception|Warning|Interrupt|Iteration)\b|\berrors?\b|\btraceback\b|not (?:subscriptable|iterable|callable|defined)|command not found|is not recognized",
    re.IGNORECASE,
    needs="callable command defined error exception interrupt iterable iteration recognized subscriptable traceback warning",
)
_NOT = Regex(
    r"\b(?:how (?:do|can|to) i? ?(?:catch|raise|handle|define|write|create|make)|write (?:a|some) (?:function|code|poem|joke)|difference between|openai(?!['\"])|api error|rate ?limit|429|401|500|import openai(?!['\"]))\b",
    re.IGNORECASE,
)

_CODE = Regex(r"```", needs="```")
_STATUS = Regex(r"(?<![\w.$€£#])[1-5]\d\d(?![\w%]|[.,:]\d)")
_OF_THE_WEB = Regex(
    r"\b(?:https?|status(?:es)?|errors?|response|server|endpoint|api|request|web ?(?:site|page)|page|codes?)\b", re.IGNORECASE
)
_ITS_WORDS = Regex(  # what is asked of a status, and no more
    r"\A\W*(?:(?:and|or|vs|versus|what|whats|what's|is|are|does|do|did|the|a|an|i|i'm|im|get|got|getting|keep|my|me|for|in|on|to|of|from|between|difference|differ|compared|with|it|this|that|usually|mean|means|meaning|stand|code|codes|status|statuses|http|https|error|errors|response|server|endpoint|api|request|website|page|explain|why|how|about|now|do|all|always|cause|causes|reason|can|help|call|calls|url|link|say|says|fix|handle|should|python|please|pls|when|happen|happens|\d\d\d|NAME)\b\W*)+\Z".replace(
        "NAME",
        "ok|created|bad|unauthori[sz]ed|forbidden|not|found|internal|unavailable|service|gateway|timeout|too|many|requests|method|allowed|teapot|moved|permanently|conflict",
    ),
    re.IGNORECASE,
)
_NAMED = Regex(
    r"\bstatus code (?:for|of|means?|when)(?: a| an)? [\"']?(?P<name>[a-z ]+?)[\"']?\W*\Z", re.IGNORECASE, needs="status"
)
_OF_OPENAI = Regex(r"\b(?:openai|gpt|chatgpt|api key|key|quota)\b", re.IGNORECASE)
_TRACEBACK = Regex(  # its last line says what went wrong
    r"Traceback \(most recent call last\):.*^(?P<error>[\w.]*(?:Error|Exception|Interrupt|Iteration)\b[^\n]*)",
    re.DOTALL | re.MULTILINE,
    "traceback",
)


def answer(wish: Wish) -> Answer | None:
    """Return what an error message means; None if none is named."""
    text = wish.text.replace("’", "'").replace("‘", "'")
    if status := _of_status(text, wish.before):
        return status
    if trace := _TRACEBACK.search(text):
        text = trace["error"]
    if len(text) > LONGEST or _CODE.search(text) or not _ERROR.search(text) or _NOT.search(text):
        return None
    for pattern, told in _patterns():
        found = list(pattern.finditer(text))
        if found and (len(found[-1][0].split()) > 1 or _is_message(text)):
            return _said(told, found[-1])
    return None


def _of_status(text: str, before: tuple[str, ...]) -> Answer | None:
    """Return what the status codes in a question mean; a single one of OpenAI's API is told of in data/answers/."""
    known = read_table("everyday/statuses.yaml")
    if named := _NAMED.search(text):
        text = f"status {next((code for code in known if known[code]['name'].casefold() == named['name'].casefold()), '')}"
    asked = [int(code) for code in dict.fromkeys(_STATUS.findall(text))] if len(text) <= LONGEST_STATUS else []
    if not asked or not all(code in known for code in asked) or (len(asked) == 1 and _OF_OPENAI.search(text)):
        return None
    goes_on = any(_STATUS.search(said) and _OF_THE_WEB.search(said) for said in before[-1:])
    failed = (asked[0] >= 400 and re.search(r"\bmeans?\b", text)) or known[asked[0]]["name"].casefold() in text.casefold()
    if not _ITS_WORDS.match(text) or not (len(asked) > 1 or goes_on or failed or _OF_THE_WEB.search(text)):
        return None
    told = [f"**{code} {known[code]['name']}**: {known[code]['means']}" for code in asked]
    told += [known[code]["do"] for code in asked if len(asked) == 1 and "do" in known[code]]
    return Answer([(1.0, ("\n\n" if len(asked) > 1 else " ").join(told))], short=told[0], about="status code")


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
