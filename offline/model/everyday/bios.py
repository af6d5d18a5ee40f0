"""Short bios from what somebody tells about himself or herself, or about somebody else; places in brackets for what is missing."""

import re

from ..computed.question import Answer
from ..regex import Regex
from .letter_grammar import sound
from .wish import UNSAFE, Wish, bare, capital, sentence

LONGEST = 400  # characters of a request
EMPTY = "Hi, I am [your name], [your job] from [your town]. I like [what you like], and at the moment I [what you are working on]. Write to me about [a topic]."
_ASKS = Regex(
    r"\A(?:(?:write|create|make|give|draft|need|want|me|a|an|my|short|little|brief|professional|nice|funny|simple|good|linkedin|instagram|twitter|facebook|tinder|dating|social media|author|speaker|personal)\s+)*(?:bio|biography|profile text|self[- ]introduction|introduction of myself|about me(?: text| section)?)\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_FOR_ME = Regex(
    r"\A[\s,]*(?:(?:for|about|of) (?:me|myself|my (?:\w+ ){0,2}(?:profile|page|website|account|linkedin|instagram|twitter)))?[\s,:.;-]*",
    re.IGNORECASE,
)
_NAME = Regex(
    r"\b(?:my name is|name:?|i am called|i(?:'m| am|m) (?=(?-i:[A-Z])[a-z]+(?:,| and|\.|\Z| (?-i:[A-Z]))))\s*(?P<name>(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+)*)[\s,.;]*(?:and )?",
    re.IGNORECASE,
)
_OF = Regex(
    r"\A\s*(?:for|of|about) (?P<noun>(?:an?|our|my) .+?) (?:named|called) (?P<name>(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+)*)(?P<more>.*)",
    re.IGNORECASE,
)


def answer(wish: Wish) -> Answer | None:
    """Return the bio that is wished for; None if none is."""
    text = bare(wish.text)
    if len(wish.whole) > LONGEST or UNSAFE.search(wish.whole) or not (found := _ASKS.match(text)):
        return None
    rest = ", ".join([found["rest"], *wish.details])
    if other := _OF.match(rest):
        more = re.sub(r"\A[\s,]*(?=who\b)", " ", other["more"])
        return Answer(
            [(1.0, sentence(f"{other['name']} is {re.sub(r'^(?:our|my) ', 'our ', other['noun'])}{more}"))], about="bio"
        )
    rest = _FOR_ME.sub("", rest, count=1)
    if not re.search(r"\w", rest):
        return Answer([(1.0, EMPTY)], about="bio")
    if not re.search(r"\b(?:i|my|i'm|im)\b", rest, re.IGNORECASE):
        return None
    named = _NAME.search(rest)
    told = f"{rest[: named.start()]}{rest[named.end() :]}" if named else rest
    facts = [
        sentence(sound(fact.strip()))
        for fact in re.split(r"[.;]\s*|,\s*(?:and\s+)?(?=(?:i|my|i'm|im)\b)|\s+and\s+(?=(?:i|my)\b)", told, flags=re.IGNORECASE)
        if re.search(r"\w", fact)
    ]
    if not facts:
        return None
    return Answer([(1.0, f"Hi, I am {named['name'] if named else '[your name]'}. {' '.join(map(capital, facts))}")], about="bio")
