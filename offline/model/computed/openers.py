"""Openers that do not yet say what it is about: "Can you help me with my homework?" is asked back for what is needed (data/openers.yaml).

What is said then is read as what was missing: after "help me with an email", "to my boss, I am ill" is a request for that email.
"""

import re
from functools import cache

from ...tables import read_table
from ..regex import Regex
from .question import Answer, Question, says

LONGEST = 120  # characters of an opener
_HI = r"\W*(?:(?:hi|hello|hey|ok|okay|so|well|yo|good (?:morning|evening|afternoon)|excuse me|sorry|please)\b(?: there)?\W+)*"
_HELP = Regex(
    rf"{_HI}(?:(?:please )?(?:can|could|will|would|can't|may) (?:you|u|i|somebody|someone) (?:please |pls |maybe )?(?:help|assist|support|get (?:some )?help|do|make|solve)|(?:please )?help|i (?:really )?(?:need|want|could use|would like)(?: to get)? (?:some |your |a little |a bit of |a )?(?:help|assistance|hand)|i'm looking for (?:some )?help|are you able to help|will you help|give me a hand)"
    r"(?: me| us)?(?: out)?(?: a (?:bit|little))?(?: (?:with|on|in|about|for|to (?:write|do|fix|make|find|finish|solve|plan|cook|understand|prepare(?: for)?)))?(?P<with>(?: [\w'éè/-]+){0,7}?)(?: please| pls| plz| quickly| today| now)*[\s?!.:)]*",
    re.IGNORECASE,
    "help assist support hand do make solve",
)
_MAY = Regex(
    rf"{_HI}(?:(?:can|could|may) (?:i|we) (?:ask|tell|show|talk|speak|chat)(?: (?:to|with))?(?: (?:you|u))?(?: (?:something|a question|some questions|anything|a few questions|about something|for (?:some )?(?:help|advice)|with you))?|(?:i have|i've got|i got) (?:a|one|some|another|an important|a quick)? ?(?:quick |small |short |little |silly |stupid )?(?:questions?|problem|request)(?: for you)?|let'?s (?:talk|chat)(?: about something)?|i (?:want|need|would like|'d like) to (?:talk|chat|ask (?:you )?(?:something|a question))(?: (?:to|with) (?:you|someone|somebody))?|(?:can|could|shall) we (?:talk|chat))(?: please| about something)?[\s?!.:)]*",
    re.IGNORECASE,
    "ask talk tell chat question problem request show speak",
)
SURE = "[Of course.*4|Gladly.*3|Yes.] What is it about?"
_LED = Regex(r"(?:my|an?|the|some|this|our|your|these|writing|with)\b ?", re.IGNORECASE)
_NAMED = Regex(  # "help with an email to my boss about a day off" asks to write it
    r"\W*(?:(?:please |hi |hello |hey |can you |could you |would you |i need |i want |need |some )\W*)*help(?: me)?(?: with| on) (?:writing )?(?P<what>(?:an?|my|the) (?:e-?mail|mail|letter|message|poem|speech|text|cover letter|post|toast|invitation|complaint) (?:to|for|about)\b.+)",
    re.IGNORECASE | re.DOTALL,
    "help",
)
_RECEIVER = Regex(
    r"\W*(?:it'?s |it is |its |that would be |one )?(?:for|to) (?P<who>(?:my|the|our|an?) (?:\w+(?: company| teacher| agent| friend)?)|(?-i:[A-Z])[\w.]+(?: (?-i:[A-Z])\w+)?)\W+(?P<what>.+)",
    re.IGNORECASE | re.DOTALL,
)


def answer(question: Question) -> Answer | None:
    """Return what is asked back to an opener; None for a request that says what it wants."""
    text = question.text.replace("’", "'").strip()
    return says(found["say"], about="help") if len(text) <= LONGEST and (found := _opened(text)) else None


def completed(question: Question) -> str | None:
    """Return the request that an opener and what is said after it make together; None where no opener went before."""
    if named := _NAMED.fullmatch(question.text.strip()):
        return f"Write {named['what']}"
    asked = question.earlier("user")[:1]
    opener = _opened(asked[0].replace("’", "'").strip()) if asked and len(asked[0]) <= LONGEST else None
    if opener is None or "next" not in opener or _opened(question.text) or question.text.rstrip().endswith("?"):
        return None
    text = question.text.strip()
    if opener["next"].startswith("Write an email"):
        receiver = _RECEIVER.fullmatch(text)
        return f"Write an email to {receiver['who']}: {receiver['what']}" if receiver else f"Write an email: {text}"
    return opener["next"] + text


def _opened(text: str) -> dict | None:
    if _MAY.fullmatch(text):
        return {"say": SURE}
    found = _HELP.fullmatch(text)
    if found is None or not found["with"].strip():
        return None
    subject = found["with"].strip()
    while led := _LED.match(subject):
        subject = subject[led.end() :]
    return next((one for one in _subjects() if one["pattern"].fullmatch(subject)), None)


@cache
def _subjects() -> list[dict]:
    return [one | {"pattern": re.compile(one["asked"], re.IGNORECASE)} for one in read_table("openers.yaml")]
