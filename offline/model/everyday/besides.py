"""What is told beside a request: a name, an age, a tone. It ends what the sentence before it is about.

"A story about a tractor. My son is 4, his name is Emil"     -> "A story about a tractor"; it is for Emil
"""

import re
from dataclasses import replace

from ..computed.question import Answer
from ..regex import Regex

_CHILD = r"(?:son|daughter|boy|girl|child|kid|grandson|granddaughter|nephew|niece|godson|goddaughter|brother|sister|baby|toddler|little one|friend|wife|husband|mum|mom|dad|grandma|grandpa)"
_END = Regex(
    r"(?<!\b[Mm]r)(?<!\b[MmDd][rs])(?<!\b[Mm]rs)[.!?;]+\s+|\n+"
    rf"|,\s+(?=(?:my name is|my (?:\w+ )?{_CHILD}(?:'s name)? (?:is|loves|likes|turns)|(?:his|her|their|its) name is|(?:he|she)(?:'s| is) (?:called|named|\d)|(?:please )?(?:keep|make) it|\w+ is his name|sign(?:ed)?(?: it)? (?-i:[A-Z])|(?:i am|i'm) (?-i:[A-Z])[\w'-]+\W*(?:\Z|[.\n]))\b)",
    re.IGNORECASE,
)
_TONE = r"(?:polite(?:ly)?|firm(?:ly)?|friendly|formal(?:ly)?|informal|short|brief|strict|serious|professional(?:ly)?|casual|warm|nice|kind|angry|funny|clear|honest|sweet|simple|respectful|calm|gentle|cute|cheerful|relaxed|direct|long|assertive|sincere|rude|pushy|aggressive|emotional|sad|scary|dramatic)"
_MANNER = Regex(
    rf"\W*(?:(?:please|and|but|yet|pls|kindly|though|the)\W+)*(?:(?:tone|style|it)\W+)?(?:(?:should|must|can) (?:be|sound)\W+|(?:keep|make) it\W+|(?:be|sound)\W+|in an?\W+|nothing (?:too\W+)?)?"
    rf"(?:(?:very|not(?: too| very)?|a (?:bit|little)|rather|too|but|and|yet|or|still|also|more|less|nice and|quite)\W+)*{_TONE}"
    rf"(?:(?:\W+(?:very|not(?: too| very)?|a (?:bit|little)|rather|too|but|and|yet|or|still|also|more|less|quite))*\W+{_TONE})*(?:\W+(?:tone|style|way|manner|please|pls|though|thanks))*\W*",
    re.IGNORECASE,
)
_NAMED = Regex(
    r"\b(?:(?:his|her|their|its|the (?:boy|girl|child)'?s?) names? (?:is|are)|(?:\A|\b(?:and|is \d+)\W+)name is|(?:he|she|who)(?:'s| is) (?:called|named)|(?:is|are) (?:called|named))\s+(?P<name>(?-i:(?:Mrs?|Ms|Dr|Miss)\.? )?(?-i:[A-Z])[\w'-]+(?: and (?-i:[A-Z])[\w'-]+)?|[a-z]+(?=\W*\Z))"
    rf"|\bmy (?:\w+ )?{_CHILD}(?:'s name)?(?: is(?: called| named)?)? (?P<name2>(?-i:[A-Z])[\w'-]+)"
    r"|(?P<name3>(?-i:[A-Z])[\w'-]+) is (?:his|her) name",
    re.IGNORECASE,
)
_OF_A_CHILD = Regex(
    rf"\W*(?:(?:it is|it's|this is|its) for )?(?:and )?(?:my (?:\w+ )?{_CHILD}s?(?:'s name)?|he|she|they|his name|her name|their names|name is|\w+ is his name|\w+ is her name)\b(?! (?:should|must|meets?|finds?|goes|wants|needs))[^.!?]{{0,80}}\W*",
    re.IGNORECASE,
)


def sentences(text: str) -> list[str]:
    """Return the sentences of a request, and what is told of somebody behind a comma; titles such as "Mr." end none."""
    return [part.strip() for part in _END.split(text) if part and re.search(r"\w", part)]


def is_manner(text: str) -> bool:
    """Return whether a sentence only says how something is to sound: "Friendly but firm"."""
    return bool(_MANNER.fullmatch(text))


def named(texts: list[str]) -> str:
    """Return the name of the child (or whoever it is) that some sentences tell; "" if they tell none."""
    for text in texts:
        if told := _NAMED.search(text):
            name = told["name"] or told["name2"] or told["name3"]
            return name[:1].upper() + name[1:]
    return ""


def tells_of_somebody(text: str) -> bool:
    """Return whether a sentence only tells the name or the age of somebody: "my son is 4, his name is Emil"."""
    return bool(_OF_A_CHILD.fullmatch(text)) and bool(named([text]) or re.search(r"\d|\b(?:years?|months?) old\b", text))


def is_polite(text: str) -> bool:
    """Return whether a sentence is nothing but a polite word."""
    return bool(
        re.fullmatch(
            r"\W*(?:thanks?(?: you)?(?: (?:so|very) much| a lot)?|thx|please|pls|cheers|bye|hi|hello)\W*", text, re.IGNORECASE
        )
    )


def is_beside(text: str) -> bool:
    """Return whether a sentence tells only a tone, or something of the one who writes: "my class is 7b"."""
    return is_manner(text) or bool(re.match(r"(?:i|i'm|i am|we|my|our)\b", text, re.IGNORECASE))


def of_a_child(text: str) -> bool:
    """Return whether a request is for a child, or somebody else of the family."""
    return bool(re.search(rf"\b(?:my|our) (?:\w+[ -]){{0,3}}?{_CHILD}s?\b", text, re.IGNORECASE))


def with_hero(text: str, name: str) -> str | None:
    """Return a request in which the hero has a name: "a story about a dog called Rex"; None if it has no hero to be called so."""
    hero = re.search(
        r"\b(?P<whose>an?|the|my|our) (?:[\w-]+ ){0,2}?[\w-]+(?=\s*,?\s(?:who|that|which)\b|[\s.!?]*\Z)", text, re.IGNORECASE
    )
    if hero is None:
        return None
    called = " " if hero["whose"].casefold() in ("my", "our") else " called "
    return f"{text[: hero.end()]}{called}{name}{text[hero.end() :]}"


def noted(answer: Answer, left: list[str]) -> Answer:
    """Return an answer that names the sentences that it leaves out."""
    return replace(answer, cannot=(*answer.cannot, *(one.strip(" .!") for one in left)))
