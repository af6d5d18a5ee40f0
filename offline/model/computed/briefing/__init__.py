"""Answer as the shop, hotel or school that the instructions tell of: what stands there in other words, prices worked out, and what is not there.

"Breakfast costs 14 euros. Pets are not allowed."   "how much is breakfast for two" -> 28 euros; "can I bring my dog?" -> No. Pets are not allowed.

`reading` takes facts and price lists out of the instructions; `foods`, `prices`, `hours` and `rules` answer from them.
"""

import re
from dataclasses import replace

from ...regex import Regex
from ...sourced.reading import said_if_missing
from .. import told as opening
from ..question import Answer, Question, says
from . import foods, hours, limits, prices, rules
from .reading import HOUSE, facts

LONGEST = 300  # characters of a message
NOT_TOLD = "I am sorry, that I have not been told, and I do not make it up. Please ask our staff directly."
_ASKS_NAME = Regex(
    r"\bname of (?:the|your|this) \w+|\bwhat(?:'s| is)? (?:the|your|this) \w+(?:'s name| called)|\bwhat is it called",
    re.IGNORECASE,
)
_CALLED = Regex(r"\b(?:of|for|at|in|from|called|named|is)(?: the)? (?P<name>(?:[A-Z][\w'’&-]*\s?){1,4})")
_HONEST = Regex(
    r"\b(?:say|tell|admit|answer|reply)\b.*\b(?:do not|don't|dont) know\b|\bif (?:something|anything|it|the answer|you) (?:\w+ )?(?:is not|isn't|are not|aren't|do not know|don't know)\b",
    re.IGNORECASE,
)
_COURTESY = Regex(
    r"\A\W*(?:(?:hi+|hello|hey|dear \w+|good (?:morning|day|evening|afternoon)|excuse me|sorry|thanks?|thank you(?: \w+){0,3}|thx|please|ok(?:ay)?)\b(?: there| you| in advance| very much| kindly)*[\s,.!]*)+|(?:[\s,.!]+(?:thanks?|thank you|please|pls|thx)\b(?: \w+){0,3}[\s.!]*)+\Z",
    re.IGNORECASE,
)
_CUT = Regex(
    r"(?<=[?])\s*(?=\w)|(?<=[.!])\s+(?=[A-Z])|,?\s+(?:and|also)\s+(?=(?:what|when|where|how|who|which|is|are|do|does|can)\b)",
    re.IGNORECASE,
)
_ASKS = Regex(
    r"\?|\A\W*(?:and |so |also )*(?:what|when|where|how|who|which|is|are|do|does|can|could|may|whats|when's|i (?:would|want|need|'d|'ll|take)|tell|explain|list)\b|\bhow much\b",
    re.IGNORECASE,
)
_OF_THE_BOT = Regex(
    r"\b(?:are you (?:an?|the|real|human|chatgpt|sure)|who are you|your name|you (?:know|think|speak|understand|feel|like|remember)|how are you|can you (?:tell me a|write|explain|help|translate|speak))\b",
    re.IGNORECASE,
)
_ABOUT_HOUSE = Regex(
    r"\A\W*and (?:the|for|on|at|in) |\A\W*(?:(?:and|so|hi|hello|hey|ok|also|but|good (?:morning|day|evening)|excuse me|please|thanks)\W+)*(?:do|does|can|could|may|is|are|am|will) (?:you|i|we|it|they|there|the|my|your|breakfast|parking|wifi|kids|children)\b|\b(?:your|you|here)\b|\A\W*(?:and |so )*(?:when|what time|how (?:much|old|many|far|early|late)|where|how|how long|until when|who) (?:is|are|do|does|can|will|would|must|'s|for)\b",
    re.IGNORECASE,
)
_IF_NOT = Regex(
    r"\b(?:if|when|where)(?: (?:you|the answer|something|it|an answer))?[^.,;\n]{0,60}\b(?:don't|do not|doesn't|isn't|is not|not|cannot|can't|unsure|no)\b[^.,;\n]{0,60}[,:]? (?:then )?(?:just )?(?:say|tell (?:them|the (?:customer|guest|user|visitor)s?)|reply|answer)"
    r"(?: (?:them|the (?:customer|guest|user|visitor)s?))?(?: that)? (?:you(?:'ll| will| are going to)) (?P<will>[^.\n\"]{3,80})",
    re.IGNORECASE,
)
_ORDERS = Regex(
    r"\W*(?:you|be|always|never|answer|reply|keep|do|don't|use|act|please|speak|help|only (?!\w+ \w+ (?:can|may|are))|if|say|write|respond|call|apologi[sz]e|greet|thank|refer|suggest|recommend|remind|mention|explain|include)\b",
    re.IGNORECASE,
)
_ONLY_FACTS = Regex(
    r"\W*(?:please )?(?:always )?(?:answer|reply|use|respond)(?: \w+)? (?:only|just|exclusively)? ?(?:from|with|using|based on)? ?(?:the|these|this|those) (?:facts?|information|info|text)|only use (?:the|these) (?:facts|information)",
    re.IGNORECASE,
)
_MANNER = Regex(
    r"\b(?:answer|reply|respond|polite|friendly|tone|words?|sentences?|speak|talk|language|style|short|briefly|customers?|users?|guests?)\b",
    re.IGNORECASE,
)


def answer(question: Question) -> Answer | None:
    """Return what the instructions tell of each question of a message; None where they tell of no house, or not of this."""
    if found := limits.answer(question):
        return found
    text = question.text.replace("’", "'").strip()
    if not 0 < len(text) <= LONGEST or not HOUSE.search(question.told) or _OF_THE_BOT.search(text):
        return None
    told = facts(question.told)
    bare = _COURTESY.sub("", text).strip()
    if not told or not re.search(r"\w", bare):
        return None
    if found := foods.answer(question, bare):
        return found
    parts = [part for part in _CUT.split(bare) if part]
    asked = [part for part in parts if "?" in part] or [part for part in parts if _ASKS.search(part)]
    if "?" in bare and bare.count("?") < 2 and len(asked) < len(parts):
        asked = [part for part in parts if _ASKS.match(part)]
    if len(asked) < 2:
        return _one(question, bare, told)
    found = [_one(question, part, told) for part in asked]
    if not any(found):
        return None
    said = [one or _not_told_of(question.asking(part)) for one, part in zip(found, asked, strict=True)]
    return says(" ".join(dict.fromkeys(one.ways[0][1] for one in said if one)), about="support")


def _one(question: Question, text: str, told: tuple) -> Answer | None:
    return (
        foods.answer(question, text)
        or hours.of_somebody(text, told)
        or _named(question.told, text)
        or prices.offered(question, text)
        or prices.answer(question, text)
        or (_opened(question, text, told) if _opening(text) else rules.answer(question, text, told))
    )


def _named(told: str, text: str) -> Answer | None:
    """Return the name of the house, where it is asked for."""
    found = _CALLED.search(told) if _ASKS_NAME.search(text) else None
    return says(f"{found['name'].strip()}.", about="support") if found else None


def _opened(question: Question, text: str, told: tuple) -> Answer | None:
    asked = question.asking(text)
    thing = rules.answer(question, text, told) if rules.of_a_thing(question, text) else None
    return thing or hours.open_at(text, told) or opening.opening(asked) or hours.closed_on(text, told)


def _opening(text: str) -> bool:
    """Return whether it is asked when the house is open."""
    return bool(
        re.search(
            r"\b(?:open|opens|opening|closed?|closes|closing)\b|\b(?:come|visit|drop by|stop by|pick it up)\b.*\b(?:mon|tues|wednes|thurs|fri|satur|sun)day",
            text,
            re.IGNORECASE,
        )
    )


def _not_told_of(question: Question) -> Answer | None:
    """Return that one of several questions cannot be answered, and which."""
    found = not_told(question)
    if not found or found.ways[0][1] != NOT_TOLD:
        return found
    return replace(
        found, ways=[(1.0, f'I have not been told about this: "{question.text.strip(" ?.!")}". Please ask our staff directly.')]
    )


def not_told(question: Question) -> Answer | None:
    """Return that the instructions do not tell what is asked of their house, where nothing else answers."""
    text = question.text.replace("’", "'")
    if (
        not HOUSE.search(question.told)
        or len(text) > LONGEST
        or not facts(question.told)
        or not _ABOUT_HOUSE.search(text)
        or _OF_THE_BOT.search(text)
    ):
        return None
    plain = question.told.replace("’", "'")
    if ordered := _IF_NOT.search(plain):
        will = re.sub(r"\byour\b", "my", ordered["will"].strip())
        return says(f"I do not know that. I will {will}.", guarded=True, about="support", obeys=ordered[0])
    if found := said_if_missing(plain):
        return says(found[0], guarded=True, about="support", obeys=found[1])
    if partly := rules.partly(question, _COURTESY.sub("", text), facts(question.told)):
        return partly
    return says(NOT_TOLD, guarded=True, about="support")


def tells(clause: str, told: str) -> bool:
    """Return whether a clause of the instructions tells something of their house, or which it is, and orders nothing."""
    if re.match(r"(?:you )?answer (?:\w+ )?questions (?:for|of|from|about)\b", clause, re.IGNORECASE):
        return True
    if re.match(
        r"never (?:invent|make up|guess)|do not (?:invent|make up|guess)|don't (?:invent|make up|guess)", clause, re.IGNORECASE
    ):
        return True
    if re.match(r"you(?:'re| are) an? [^,]* who\b", clause, re.IGNORECASE):
        return False  # a role of its own: "a retired astronaut who runs a bakery"
    missing = said_if_missing(told.replace("’", "'"))
    if HOUSE.search(told) and _HONEST.search(clause) and not missing:
        return True
    if limits.forbids(clause) or _ONLY_FACTS.match(clause) or (missing and clause in missing[1] and HOUSE.search(told)):
        return True
    if HOUSE.match(clause) and re.match(r"you (?:are|work|help|assist|answer|support|speak|reply|chat)\b", clause, re.IGNORECASE):
        return True
    return bool(HOUSE.search(told)) and (bool(HOUSE.search(clause)) or not _ORDERS.match(clause)) and not _MANNER.search(clause)
