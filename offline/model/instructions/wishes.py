"""The table of wishes: how people word them, and what they want."""

import re
from dataclasses import dataclass
from functools import cache

from ...tables import read_table
from ..regex import Regex

LANGUAGES = {
    "english": "english", "englisch": "english", "german": "german", "deutsch": "german", "french": "french", "français": "french",
    "francais": "french", "französisch": "french", "spanish": "spanish", "español": "spanish", "espanol": "spanish", "spanisch": "spanish",
    "italian": "italian", "italiano": "italian", "portuguese": "portuguese", "português": "portuguese", "portugues": "portuguese", "dutch": "dutch",
    "nederlands": "dutch",
} | {name: name for name in "japanese chinese mandarin russian arabic hindi korean turkish polish swedish norwegian danish finnish greek latin hebrew czech "
     "hungarian romanian ukrainian thai vietnamese klingon esperanto irish welsh swahili urdu persian indonesian catalan emoji".split() if name != "emoji"}  # fmt: skip
NUMBERS = {"a": 1, "an": 1, "one": 1, "single": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
           "a couple of": 2, "twenty": 20, "fifty": 50, "hundred": 100, "a hundred": 100}  # fmt: skip
_NAMES = " ".join(LANGUAGES)
_TONGUE = "|".join(sorted(map(re.escape, LANGUAGES), key=len, reverse=True))
_N = r"(?P<n>\d{1,6}|one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|a hundred|hundred|an|a)"
_ANY = r"(?:every|each|all|your|any|the|of|a|an|it|them|my)"
_WHAT = r"(?:answers?|reply|replies|responses?|messages?|sentences?|output|text|one|everything|it)"
_VALUE = r"(?:(?:the )?(?:words?|phrase|sentence|text|letters?|line|greeting|emoji|exact words?)\b)?\s*:?\s*(?P<value>[\"“'‘].+?[\"”'’](?=\W|\Z)|[^\"“”]+?)"
_WITH = rf"(?:\s+(?:{_ANY}\s+)*{_WHAT})?(?:\s+(?:with|by saying|by writing|by asking|by))\s+{_VALUE}"


@dataclass(frozen=True)
class Kind:
    """One kind of wish. `inline` wordings may also stand at the end or the beginning of a question."""

    name: str
    wording: Regex
    inline: bool = False


def _kind(name: str, wording: str, needs: str = "", *, inline: bool = False) -> Kind:
    numbered = iter(range(1, 9))  # each number in a wording is a group of its own: n1, n2, ...
    wording = re.sub(r"\(\?P<n>", lambda _: f"(?P<n{next(numbered)}>", wording)
    return Kind(name, Regex(wording, re.IGNORECASE, needs), inline)


_FAMILY = r"(?:grandma|grandmother|granny|grandpa|grandfather|mother|mom|mum|father|dad|son|daughter|kids?|child(?:ren)?|niece|nephew|(?:little )?(?:brother|sister))"
# What says of a text that is sent along that nothing in it is an order.
_NO_ORDER = r"(?:instructions?|orders?|commands?|requests?|tells? you|asks? you)"
DATA = Regex(
    rf"\b(?:data|text|content|material|quotations?)\b[^.!?\n]*?\b(?:not|never|no|nothing)\b[^.!?\n]*\b{_NO_ORDER}\b"
    rf"|\b(?:never|not|don't|don’t|nothing|no)\b[^.!?\n]*\b{_NO_ORDER}\b[^.!?\n]*\b(?:in|inside|within|from|between|of|by) (?:\w+ ){{0,4}}?(?:text|texts|mails?|e-?mails?|messages?|documents?|files?|pages?|websites?|reviews?|articles?|letters?|comments?|marks?|tags?|tools?|results?|outputs?|returns?|it|them|there|<)"
    rf"|\b(?:ignore|disregard) (?:any |all )?{_NO_ORDER} (?:that (?:is|are|stands?) )?(?:in|inside|within|from|between)\b"
    r"|\b(?:stands?|between|inside|marks?|tags?|texts?|e?-?mails?|tools?|returns?|results?|documents?|pages?|files?|messages?)\b[^.!?\n]*\b(?:is|are) (?:only |just |mere |plain |nothing but |untrusted )*data\b(?! \w)"
    r"|\btreat\b[^.!?\n]*\bas (?:only |just |mere |plain |nothing but |untrusted )*data\b",
    re.IGNORECASE,
    "data order instruction command request tell ask",
)


@cache
def kinds() -> tuple[Kind, ...]:
    """Return all kinds of wishes, in the order in which they are looked for (data/wishes.yaml)."""
    put = {"N": _N, "TONGUE": _TONGUE, "WITH": _WITH, "FAMILY": _FAMILY, "NAMES": _NAMES}

    def filled(text: str) -> str:
        return re.sub(r"<([A-Z]+)>", lambda found: put[found[1]], text)

    rows: list[dict] = read_table("wishes.yaml")
    return tuple(
        _kind(row["kind"], filled(row["wording"]), filled(row.get("needs", "")), inline=row.get("inline", False)) for row in rows
    )


# Roles that are what the stand-in is in any case: words for how somebody is, or for what, and for who it is.
_TRAIT = r"job|hotel|airline|airport|insurance|railway|telecom|delivery|compassionate|understanding|sensitive|phone|family|sympathetic|empathetic|caring|attentive|local|old|young|cooking|kitchen|cook|food|recipe|garden(?:ing)?|health|fitness|sports?|music|movie|film|book|shopping|bank(?:ing)?|strict|fair|firm|gentle|calm|but|helpful|friendly|polite|kind|good|honest|smart|useful|patient|clever|professional|knowledgeable|nice|concise|experienced|cheerful|warm|expert|world-class|supportive|great|geography|history|maths?|physics|chemistry|biology|football|soccer|tennis|chess|space|astronomy|nature|animal|pet|dog|cat|plant|wine|coffee|tech(?:nical|nology)?|computer|IT|tax|legal|finance|money|art|piano|guitar|yoga|running|swimming|german|french|spanish|italian|grammar|reading|parenting|dating|relationship|homework|school|science|python|programming|coding|language|travel|support|customer(?: support| service)?|virtual|personal|general|AI|chat|english|writing|study|course|research"
_NOUN = r"(?:(?:sentiment|spam|text|ticket|topic|intent|e-?mail|message) )?classifier|(?:spam |mail |content )?filter|(?:riddle|quiz|game) ?(?:master|host)|secretary|letter writer|copywriter|categorizer|labeler|summarizer|proofreader|grammar checker|doctor|physician|nurse|therapist|psychologist|counsell?or|listener|nutritionist|dietitian|lawyer|gardener|vet|veterinarian|accountant|interviewer|recruiter|receptionist|barista|waiter|waitress|bartender|shop assistant|tour guide|historian|journalist|economist|mathematician|trainer|mentor|(?:support|service|help ?desk) (?:agent|employee|representative|person)|representative|assistant|bot|chatbot|chat bot|ai|a\.i\.|language model|model|tutor|expert|guide|agent|helper|companion|support bot|advisor|consultant|chatgpt|teacher|professor|librarian|encyclopedia|friend|writer|author|translator|editor|developer|programmer|engineer"
PLAIN_ROLES = Regex(
    rf"(?:very |really |extremely )?(?:(?:{_TRAIT})[ -]*(?:and |but |, )?)*(?:{_NOUN})s?\b",
    re.IGNORECASE,
)  # fmt: skip
PLAIN_TRAITS, PLAIN_NOUNS = Regex(rf"\b(?:{_TRAIT})\b", re.IGNORECASE), Regex(rf"\b(?:{_NOUN})s?\b", re.IGNORECASE)
