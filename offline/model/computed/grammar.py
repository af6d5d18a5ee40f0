"""Correct English by a few rules: spelling, "a" and "an", forms of verbs, words that have no plural. The tables are in data/english.yaml."""

import re
from functools import cache

from ..regex import Regex
from .english import english

CHECKED = 'common misspellings, "a" and "an", capitals, the verb after he, she and it, past forms, double comparatives, and words that have no plural'
_THEN = Regex(
    r"\b(?:yesterday|ago|last (?:night|week|month|year|summer|winter|time|\w+day)|in (?:19|20)\d\d|this morning)\b", re.IGNORECASE
)
_HELPERS = frozenset("does did do can will would should could may might must shall let lets makes make made help helps helped see saw hear heard watch watched to is was are were be been what doesn't didn't can't won't and or".split())  # fmt: skip
_RULES = [
    (r"\b((?:doesn't|does not|don't|do not|didn't|did not)) (?:has|had)\b", r"\1 have"), (r"\bevery (day|week|month|year|morning|evening)s\b", r"every \1"),
    (r"\b(he|she|it) don't\b", r"\1 doesn't"), (r"\b(he|she|it) do not\b", r"\1 does not"), (r"\b(he|she|it) were\b", r"\1 was"),
    (r"\b(he|she|it) are\b", r"\1 is"), (r"\b(I|you|we|they) has\b", r"\1 have"), (r"\b(you|we|they) was\b", r"\1 were"),
    (r"\b(you|we|they) is\b", r"\1 are"), (r"\bI is\b", "I am"), (r"\bI are\b", "I am"), (r"\b(I|you|we|they) doesn't\b", r"\1 don't"),
    (r"\b(could|should|would|must) of\b", r"\1 have"), (r"\bI am agree\b", "I agree"), (r"\bmost (best|worst|biggest|easiest|fastest)\b", r"\1"),
    (r"\bmore ((?:bett|worse|bigg|small|fast|slow|easi|cheap|old|young|tall|short|nic|happi|hard|long|strong|weak|high|low|loud|quiet|warm|cold|hott|rich|poor|pretti|heavi|light|clean|saf|smart|bright|earli)er)\b", r"\1"),
    (r"\bmore worse\b", "worse"),
    (r"\byour (?=(?:welcome|right|wrong|late)\b)", "you're "), (r"\bthere (?=(?:car|house|dog|cat|friend|mother|father|names?|children)\b)", "their "),
    (r"\bthem (?=(?:books|cars|people|things)\b)", "those "), (r"\bexplain me\b", "explain to me"), (r"\bdepends? of\b", "depends on"),
    (r"\bsince (?=(?:\d+|two|three|four|five|six|ten|many|several|some) (?:days|weeks|months|years|hours)\b(?! ago))", "for "),
    (r"\bmuch (?=(?:people|books|things|cars|friends|questions|times|problems)\b)", "many "), (r"\bthere is (?=(?:many|some|two|three|four|five|\d+) \w+s\b)", "there are "),
    (r"\blook(ing)? forward to (hear|meet|see|work)\b", r"look\1 forward to \2ing"), (r"\b(two|three|four|five|six|many|some|\d+) breads\b", r"\1 loaves of bread"),
    (r"\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|august|september|october|november|december|english|german|french|spanish|italian)\b",
     lambda found: found[0].capitalize()),
    (r"\s+([,.!?;:])", r"\1"), (r" {2,}", " "),
]  # fmt: skip


def correct(text: str) -> str:
    """Return `text` without the mistakes that the rules find."""
    text = re.sub(r"[A-Za-z']+", lambda found: spelled(found[0]), text)
    text = re.sub(r"\bi\b(?!\.e)", "I", text)
    text = re.sub(r"\b([Aa]) (?=[aeioAEIO]\w)(?!(?:one|once|use|uni|eu)\w*)", r"\1n ", text)
    text = re.sub(r"\b([Aa])n (?=[bcdfgjklmnpqrstvwyzBCDFGJKLMNPQRSTVWYZ][a-z]+\b)", r"\1 ", text)
    text = _past(text)
    text = re.sub(r"\b(?:he|she|it) (\w+)\b", _third_person, text, flags=re.IGNORECASE)
    for pattern, right in _RULES:
        text = re.sub(pattern, right, text, flags=re.IGNORECASE)
    if len(text.split()) > 2:
        text = re.sub(r"(\A|[.!?]\s+)([a-z])", lambda found: found[1] + found[2].upper(), text)
        text = text if re.search(r"[.!?…:\"')]\Z", text.rstrip()) else text.rstrip() + "."
    return text


def _past(text: str) -> str:
    """Return `text` with right past forms: "have went" is "went" or "have gone", "didn't went" is "didn't go"."""
    base_of = {past: base for base, past in english().past.items() if base not in ("am", "is", "are", "has", "does")}
    pasts, participles = "|".join(base_of), english().participles
    text = re.sub(
        rf"\b(did(?:n't| not| (?:I|you|he|she|it|we|they)(?: not)?)) ({pasts})\b",
        lambda found: f"{found[1]} {base_of[found[2].casefold()]}" if found[2].casefold() not in ("can", "will") else found[0],
        text,
        flags=re.IGNORECASE,
    )
    then = bool(_THEN.search(text))
    return re.sub(
        rf"\b(have|has|'ve) ({'|'.join(participles)})\b",
        lambda found: found[2] if then else f"{found[1]} {participles[found[2].casefold()]}",
        text,
        flags=re.IGNORECASE,
    )


def _third_person(found: re.Match) -> str:
    before, verb = (found.string[: found.start()].split() or [""])[-1].casefold(), found[1]
    known = verb.casefold() in english().verbs or verb.casefold() in english().past
    if (
        not known
        or before in _HELPERS
        or verb.casefold() in ("am", "is", "are", "has", "does", "can", "will", "put", "cut", "read", "let", "hurt")
    ):
        return found[0]
    return found[0][: -len(verb)] + third(verb)


def third(verb: str) -> str:
    """Return a verb as it is after "he": "go" is "goes"."""
    if verb.casefold() in ("have", "do", "go"):
        return {"have": "has", "do": "does", "go": "goes"}[verb.casefold()]
    return re.sub(r"([^aeiou])y\Z", r"\1ie", verb) + "s" if not re.search(r"(?:s|sh|ch|x|z)\Z", verb) else verb + "es"


def spelled(word: str) -> str:
    """Return a word as it is spelled, if it is known to be misspelled."""
    small = word.casefold()
    right = english().misspelled.get(small) or _wrong_forms().get(small) or english().no_plural.get(small)
    return word if right is None else right[0].upper() + right[1:] if word[0].isupper() else right


@cache
def _wrong_forms() -> dict[str, str]:
    """Return past forms that follow the rule where English does not: "goed" is "went", "cutted" is "cut"."""
    found = {}
    for base, past in english().past.items():
        ends = base[-1]
        for wrong in (f"{base}d" if ends == "e" else f"{base}ed", f"{base}{ends}ed"):
            found[wrong] = past
    return {wrong: past for wrong, past in found.items() if len(wrong) > 3 and wrong not in _WORDS_AS_WELL}


_WORDS_AS_WELL = frozenset("seed wined willed canned singed sited putted waked leaved".split())
