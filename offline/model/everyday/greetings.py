"""Greetings that mention what was told: for whom, how old, what he or she likes. The occasions are in data/everyday/greetings.yaml."""

import re
from functools import cache
from types import SimpleNamespace

from ...tables import read_table
from ..computed.question import Answer
from ..regex import Regex
from . import besides
from .wish import UNSAFE, Wish, bare, capital, has, mended

LONGEST = 350  # characters of a request
_MAY = Regex(
    r"card|message|greet|wish|text|note|lines?|words|toast|happy|merry|congrat|condolenc|quote|write|say|send", re.IGNORECASE
)
_WRITES = Regex(
    r"\A(?:happy|merry) \w+(?: \w+)? (?:to|for)\b|\b(?:write|give|need|want|make|create|compose|help|suggest|what (?:can|should|do|to) (?:i )?(?:write|say)|some|short|funny|nice|text|message|card|send|congratulate|wish)\b",
    re.IGNORECASE,
)
_NAME = r"(?:my |our |a |an |the |his |her )?(?P<who>(?:best |dear |little |big |old |older |younger |new |former )?[a-zA-Z][\w’'-]*(?:(?:,? and |, ?| & )(?:my )?(?-i:[A-Z])[\w'-]+)*(?: (?-i:[A-Z])[\w'-]*)?(?:'s|’s)?(?: (?:in[- ]law))?)"
_TO = [
    Regex(rf"\b(?:for|to|from me to)\s+{_NAME}", re.IGNORECASE),
    Regex(r"\b(?:wish|congratulate|tell)\s+(?:my |our )?(?P<who>[a-zA-Z][\w'-]*)(?: a| on| happy|\b)", re.IGNORECASE),
    Regex(r"\bmy (?P<who>mom|mum|mother|dad|father|sister|brother|friend|boss|colleague|grandma|grandmother|grandpa|grandfather|wife|husband|son|daughter|aunt|uncle|niece|nephew|cousin|teacher|girlfriend|boyfriend|neighbou?r|parents)(?:'?s)?\b", re.IGNORECASE),
]  # fmt: skip
_TWO = Regex(
    r"\b(?-i:([A-Z][\w'-]+)) and (?:his|her|their|my) (?:\w+ ){1,2}?(?-i:([A-Z][\w'-]+))", re.IGNORECASE
)  # Anna and her husband Tom
_AGE = Regex(
    r"\b(?:turn(?:s|ed|ing)?|is|becomes?|will be|to be|his|her|of)\s+(?P<a>\d{1,3})\b(?!\s?(?:%|euro|dollar|may|june|july|km))|\b(?P<b>\d{1,3})(?:st|nd|rd|th)\b|\b(?P<c>\d{1,3}) ?(?:years?[- ]old|years?|yrs?)\b",
    re.IGNORECASE,
)
_LIKES = Regex(
    r"\b(?:loves?|likes?|enjoys?|adores?|is (?:really |very )?into|is (?:a )?(?:big |huge )?fan of|is crazy about|crazy about|fan of|who does|hobby is|hobbies are|interested in|passion(?:ate)? (?:is|about))\s+(?P<what>[\w' ,&-]+?)(?=\s*(?:\Z|[.!?;]|,? (?:and|but) (?:he|she|they|is|turns|will|has)\b|, (?:he|she|they|and|turns|is)\b|\bshort\b|\bfunny\b|\bplease\b|\bmake\b))",
    re.IGNORECASE,
)
_NOT = Regex(r"\b(?:asking|ask (?:him|her|them|my|for|to)|days? off|ideas?|gifts?|presents?|party|plan|function|python|code|cake|song|poem|limerick|haiku|joke|speech|invitation|invite|apolog\w+|sorry|forgot|excuse|email|mail|how (?:do|to|old|many)|what is|when is|names?|recipe|decorations?|movie|story|days (?:until|between))\b", re.IGNORECASE)  # fmt: skip
_NO_PERSON = frozenset(
    "the a an that this it me his her birthday wedding card message who whose turning new christmas year years baby their our my good happy get easter valentine valentines work loss death exam short long".split()
)
OWN_NAMES = {
    "mother": "Mom", "mom": "Mom", "mum": "Mum", "father": "Dad", "dad": "Dad",
    "grandmother": "Grandma", "grandma": "Grandma", "grandfather": "Grandpa", "grandpa": "Grandpa",
}  # fmt: skip
"""What somebody is called by their family."""


def answer(wish: Wish) -> Answer | None:
    """Return the greeting that is wished for; None if none is."""
    if not _MAY.search(wish.text):
        return None
    text, first = wish.whole.replace("’", "'"), bare(wish.text)
    if len(text) > LONGEST or UNSAFE.search(text) or _NOT.search(besides.without_names(first)):
        return None
    known = _known()
    name = next((name for name, one in known.occasions.items() if has(first, one["asked"])), None)
    if (
        name is None
        or not (has(first, known.asks) or _WRITES.search(first))
        or re.match(r"(?:is|are|was|when|who|why|does|did)\b|i(?:'m| am| was)\b", first, re.IGNORECASE)
    ):
        return None
    who = _person(text, name)
    short, full = _written(known.occasions[name], who, text, brief=True), _written(known.occasions[name], who, text, brief=False)
    brief = has(text, "short|brief|shorter|one line|quick|simple")
    return Answer([(1.0, short if brief else full), (0.5, full if brief else short)], short=short, about=name)


def _person(text: str, occasion: str) -> str:
    """Return whom a greeting is for, as he or she is called; "" if that was not told."""
    if two := _TWO.search(text):
        return f"{two[1]} and {two[2]}"
    for pattern in _TO:
        for found in pattern.finditer(text):
            who = re.sub(r"'s\Z", "", found["who"].strip())
            last = who.split()[-1]
            if who.split()[0].casefold() in _NO_PERSON:
                continue
            follows = re.match(r"\s+((?-i:[A-Z])[\w'-]+)", text[found.end() :])
            if follows:
                return follows[1]
            named = re.search(r" ((?-i:[A-Z])\w+)\Z", who)
            if named and not re.search(r" and |,|&", who):
                return named[1]
            return who if who[0].isupper() or last[0].isupper() else _called(who)
    return ""


def _called(who: str) -> str:
    return OWN_NAMES.get(who.casefold(), f"dear {who}" if who.split()[0] not in ("dear", "all", "everyone") else who)


def _written(told: dict, who: str, text: str, *, brief: bool) -> str:
    hello = told["hello"][0].replace("{who}", who) if who else told["hello"][1]
    hello = hello.replace("Dear dear", "Dear").replace("My dear dear", "My dear")
    age, likes = _age(text), _LIKES.search(text)
    body = []
    if age and "aged" in told:
        body.append(told["aged"][brief].replace("{age}", str(age)))
    if likes and "likes" in told:
        body.append(told["likes"].replace("{what}", mended(likes["what"].strip(" ,"))))
    body.insert(0 if hello.endswith(",") else len(body), told["short"] if brief else told["say"])
    said = capital(" ".join(body).replace("your loss", _loss(text)))
    parts = [said] if hello.rstrip("!.") in said else [capital(hello), said]  # what is said already is not said twice
    return "\n\n".join(parts if brief else [*parts, told["end"]])


def _loss(text: str) -> str:
    """Return who or what was lost: "the loss of your father" where it was told, or "your loss"."""
    found = re.search(
        r"\b(?:whose|his|her|their) (\w+(?: \w+)?) (?:has |just |suddenly )*(?:died|passed away)|\b(?:death|loss) of (?:his|her|their) (\w+)",
        text,
        re.IGNORECASE,
    )
    return f"the loss of your {found[1] or found[2]}" if found else "your loss"


def _age(text: str) -> int | None:
    for found in _AGE.finditer(text):
        age = int(next(filter(None, found.groups())))
        if 0 < age < 121:
            return age
    return None


@cache
def _known() -> SimpleNamespace:
    return SimpleNamespace(**read_table("everyday/greetings.yaml"))
