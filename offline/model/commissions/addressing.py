"""To whom a letter goes: "to my landlord", "to the gym: ...", "to her teacher, Mrs. Okafor"."""

import re

from ..everyday.wish import has
from ..regex import Regex
from . import table

_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor)\.?"
NAME = r"(?-i:(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-ZÀ-Ž][\w'-]+)"
_STOP = r"(?=\s*(?:\Z|[.,:;!?(]|-\s|\b(?:that|who|which|whose|about|because|as|for|to|saying|asking|telling|if|whether|since|with|from|on|in|at|and|regarding|explaining|complaining|thanking|inviting|apologi[sz]ing|reminding|requesting|declining|when|after|due|concerning|cancel\w*|offering|where|not|my|i|we|the|it|its|they|he|she|his|her|our|there|today|tomorrow|politely|please|how|why)\b))"
_TO = Regex(
    rf"\A[\s,]*(?:to|for)?\s*(?P<who>(?:(?:all )?(?:my|our|the|an?)\s+)?(?!(?:to|for|say|tell|ask|be|apologi[sz]e|complain|thank|cancel|decline|invite|request|inform|accept|confirm|remind|let|quit|resign|explain|get|postpone|reschedule|january|february|april|june|july|august|september|october|november|december|me|i|we|you|he|she|they|essay|homework|report|assignment|thesis|article|a job|the job|that|about|because|not|watering|helping|being|\w+ing)\b)(?:[\w'-]+ ){{0,2}}?[\w'-]+(?: of (?:my|our|the) (?:\w+ )?\w+(?: {NAME})?)?(?: (?:on|in|at|from) (?:the |our )?\w+(?: \w+)?(?= who\b))?(?: (?:{_TITLE} )?{NAME}(?: {NAME})?)?){_STOP}",
    re.IGNORECASE,
)
_IN_TEXT = Regex(
    r"\b(?:my|our|the) (?P<role>[a-z]+)\b(?! (?:appointment|contract|membership|bill|account|invoice|job|meeting|party)\b)(?: (?P<name>(?-i:[A-Z])[\w'-]+))?",
    re.IGNORECASE,
)
_EVENT = Regex(
    r"\b(?:(?:my|our|the) )?(?:\d+(?:st|nd|rd|th) )?(?:wedding|birthday party|birthday|garden party|party|(?:game|movie|quiz|board game|karaoke|poker) night|picnic|brunch|lunch|housewarming(?: party)?|dinner|barbecue|bbq|graduation|baby shower|concert|workshop|anniversary)\b(?! (?:card|present))",
    re.IGNORECASE,
)
_ADDRESSED = Regex(r"\s*(?:to )?(?P<who>(?:the|my|our) [\w']{3,}(?: [\w']+){0,3}):\s+", re.IGNORECASE)  # "a mail to the gym: ..."
_APART = Regex(rf"\s*,\s+(?P<name>(?:{_TITLE} )?{NAME}(?: {NAME})?)(?=\s*(?:,|\Z))", re.IGNORECASE)


def read(kind: str, rest: str, texts: list[str]) -> tuple[str, str, str]:
    """Return to whom a letter goes, what stands behind that, and what is told behind a colon."""
    if addressed := _ADDRESSED.match(rest):
        return addressed["who"], "", rest[addressed.end() :]
    who, rest = _who(kind, rest, texts)
    if (named := _APART.match(rest)) and who and not re.search(r"[A-Z]", who):
        who, rest = f"{who} {named['name']}", rest[named.end() :]
    return who, rest, ""


def _who(kind: str, rest: str, texts: list[str]) -> tuple[str, str]:
    """Return to whom a letter goes, and what stands behind that."""
    known = table.letters()
    if re.search(r"\b(?:cover|application|motivation)\b", kind) or re.match(
        r"\s*for (?:an? |the )?(?:\w+[ -]){0,3}(?:job|position|role)\b", rest
    ):
        return "", rest
    found = _TO.match(rest)
    if (
        found
        and (who := re.sub(r"\Aall ", "", found["who"], flags=re.IGNORECASE))
        and (
            re.match(r"\s*,?\s*(?:to|for)\b", rest) or re.match(r"(?:my|our|the|an?)\b", who, re.IGNORECASE) or who[:1].isupper()
        )
        and not (
            _EVENT.search(who)
            or re.match(
                r"(?:my|our|the|an?) (?:\w+ ){0,2}(?:job|internship|order|noise|delay|subscription|membership|contract|gym|mistake|help|gift|present|invitation|meeting|appointment|party)\b",
                who,
                re.IGNORECASE,
            )
        )
    ):
        return who, rest[found.end() :]
    for text in texts:
        for found in _IN_TEXT.finditer(text):
            if has(found["role"], known.roles):
                return f"my {found['role']} {found['name'] or ''}".strip(), rest
    if named := re.search(
        r"\b(?:airline|bank|shop|hotel|insurance|gym|customer service|school|landlord)\b", texts[0], re.IGNORECASE
    ):
        return named[0], rest
    return "", rest
