"""Correct English by a few rules: spelling, "a" and "an", forms of verbs, words that have no plural. The tables are in data/english.yaml."""

import re
from collections.abc import Callable
from functools import cache

from ...tables import read_table
from ..regex import Regex
from .english import english

CHECKED = 'common misspellings, "a" and "an", capitals, the verb after he, she and it, past forms, double comparatives, and words that have no plural'
_THEN = Regex(
    r"\b(?:yesterday|ago|last (?:night|week|month|year|summer|winter|time|\w+day)|in (?:19|20)\d\d|this morning)\b", re.IGNORECASE
)
_THEN_FIRST = Regex(
    r"\s*(?:yesterday|last (?:night|week|month|year|summer|winter|time|\w+day)|(?:\w+|\d+) (?:days?|weeks?|months?|years?) ago)\b",
    re.IGNORECASE,
)
_NOT_THEN = Regex(r"\b(?:now|today|tomorrow|usually|always|every|said|that|because)\b(?! (?:the|a|my)\b)", re.IGNORECASE)
_SINCE = Regex(
    r"\b(?P<who>I|you|he|she|it|we|they) (?P<verb>[a-z]+)(?P<rest>(?: (?:here|there|in|at|on|for|as|with|a|an|the|my|this|that|[a-z]+)){0,4}?) since (?=(?:\d+|a|one|two|three|four|five|six|ten|many|several|some) (?:days?|weeks?|months?|years?|hours?)\b(?! ago))",
    re.IGNORECASE,
)
_HELPS = Regex(r"(?:have|has|do|does)\b(?! (?:an?|the|no|my|his|her|our|their|some|many|\d+)\b)", re.IGNORECASE)
_SOME = ("advice", "information", "furniture", "luggage", "homework", "news", "equipment", "bread", "money", "knowledge")
_SEVERAL = Regex(  # what follows must not be another noun: "two book covers"
    r"\b((?:two|three|four|five|six|seven|eight|nine|ten|twenty|many|several|these|those|both|\d{2,}|[2-9]) (?:new |old |good |big |small |nice |different |beautiful |young |little |fresh |other )?)([a-z]+)"
    r"(?=\W*\Z|[,.!?;:]|\s+(?:and|or|but|because|in|on|at|for|from|to|of|with|that|which|who|when|while|yesterday|today|tomorrow|last|next|is|are|was|were|have|has|had|will|can|I|you|he|she|it|we|they|every|ago|old|later|here|there|too|so|this|very|per|by|near|about|before|after|my|his|her|our|their|the)\b)",
    re.IGNORECASE,
)
_PERSONS = frozenset("you i we they he she it him her me us them".split())
_KIN = "sister|brother|mother|father|mom|mum|dad|son|daughter|wife|husband|friend|boss|teacher|neighbou?r|dog|cat|boyfriend|girlfriend|aunt|uncle|grandmother|grandfather"
_OF_KIN = Regex(
    rf"(?:\A|(?<=[.,!?;] )|(?<=\band )|(?<=\bbut )|(?<=\bbecause ))(?:my|your|his|her|our|their) (?:{_KIN}) (\w+)\b",
    re.IGNORECASE,
)
_HELPERS = frozenset("does did do can will would should could may might must shall let lets makes make made help helps helped see saw hear heard watch watched to is was are were be been what doesn't didn't can't won't and or".split())  # fmt: skip
_BY: dict[str, Callable[[re.Match], str]] = {  # what the rules of grammar.yaml do that is more than other words
    "capital": lambda found: found[0].capitalize(),
    "both_be": lambda found: f"{ {'him': 'he', 'her': 'she'}.get(found[1].casefold(), found[1])} and I {'were' if found[2].casefold() in ('was', 'were') else 'are'}",
    "apart": lambda found: f"{found[1]}. {found[2][0].upper()}{found[2][1:]}",
    "base": lambda found: f"{found[1]} {found[2] + ' ' if found[2] else ''}{found[3]}" if found[3].casefold() in english().verbs or found[3].casefold() in english().past else found[0],
    "comparative": lambda found: _comparative(found[1]),
    "going_on": lambda found: f"{found[1]} {re.sub(r'e$', '', found[2]) + ('ting' if found[2] == 'get' else 'ing')}",
    "with_ing": lambda found: f"{found[1]} {ing(found[2])}",
    "past": lambda found: f"{found[1]} {next(past for past, done in english().participles.items() if done == found[2].casefold())}",
    "both": lambda found: f"{ {'him': 'he', 'her': 'she'}.get(found[1].casefold(), found[1])} and I {_in_past(found[2], english().past) if _THEN.search(found.string) else _base(found[2])}",
    "unpast": lambda found: f"{found[1]} {_unpast(found[2])}",
    "portions": lambda found: f"{found[1]} {_plural(found[2])} of {_plural(found[3]) if found[3].casefold() in english().nouns else found[3]}",
}  # fmt: skip


def correct(text: str) -> str:
    """Return `text` without the mistakes that the rules find."""
    text = re.sub(r"[A-Za-z']+", lambda found: spelled(found[0]), text)
    text = re.sub(r"\bi\b(?!\.e)", "I", text)
    text = re.sub(r"\b([Aa]) (?=[aeioAEIO]\w)(?!(?:one|once|use|uni|eu)\w*)", r"\1n ", text)
    text = re.sub(r"\b([Aa])n (?=[bcdfgjklmnpqrstvwyzBCDFGJKLMNPQRSTVWYZ][a-z]+\b)", r"\1 ", text)
    text = _portioned(_several(_past(_then(_since(text)))))
    text = _OF_KIN.sub(_third_person, re.sub(r"\b(?:he|she|it) (\w+)\b", _third_person, text, flags=re.IGNORECASE))
    for pattern, right in read_table("grammar.yaml")["rules"]:
        text = re.sub(pattern, _BY.get(right.removeprefix("by "), right), text, flags=re.IGNORECASE)
    if len(text.split()) > 2:
        text = re.sub(r"(\A|[.!?]\s+)([a-z])", lambda found: found[1] + found[2].upper(), text)
        text = text if re.search(r"[.!?…:\"')]\Z", text.rstrip()) else text.rstrip() + "."
    return text


def _portioned(text: str) -> str:
    """Return `text` with what cannot be counted counted by something: "two bread" is "two loaves of bread", "an advice" is "some advice"."""
    by = english().by_the
    several = rf"\b(two|three|four|five|six|seven|eight|nine|ten|\d+) ({'|'.join(by)})s?\b(?! \w+s\b)"
    text = re.sub(
        several, lambda found: f"{found[1]} {_plural(by[found[2].casefold()])} of {found[2]}", text, flags=re.IGNORECASE
    )
    return re.sub(
        rf"\ban? ({'|'.join(_SOME)})\b(?! (?!(?:about|for|to|on|from|in|of|that|which|and|with|at|yesterday|now)\b)\w+)",
        r"some \1",
        text,
        flags=re.IGNORECASE,
    )


def _several(text: str) -> str:
    """Return `text` with nouns in the plural after "many", "three" and the like: "many vegetable" is "many vegetables"."""
    return _SEVERAL.sub(
        lambda found: f"{found[1]}{_plural(found[2])}" if found[2].casefold() in english().nouns else found[0], text
    )


def _plural(noun: str) -> str:
    small = noun.casefold()
    if small in english().plurals:
        return english().plurals[small]
    ending = "ies" if re.search(r"[^aeiou]y\Z", small) else "es" if re.search(r"(?:s|sh|ch|x|z)\Z", small) else ""
    return noun[:-1] + ending if ending == "ies" else noun + (ending or "s")


def _comparative(adjective: str) -> str:
    """Return a short adjective as it compares: "big" is "bigger"."""
    if adjective.endswith("y"):
        return f"{adjective[:-1]}ier"
    return f"{adjective}r" if adjective.endswith("e") else f"{adjective}{adjective[-1] if adjective in ('big', 'hot') else ''}er"


def _base(verb: str) -> str:
    """Return a verb without the ending that it has after "he"."""
    return next(
        (one for one in (verb.removesuffix("s"), verb.removesuffix("es")) if one in english().past or one in english().verbs),
        verb,
    )


def _unpast(verb: str) -> str:
    """Return a regular verb without the ending of its past: "received" is "receive", "stopped" is "stop"."""
    if verb.endswith("ied"):
        return f"{verb[:-3]}y"
    if re.search(r"([bdgmnprt])\1ed\Z", verb):
        return verb[:-3]
    bare = verb[:-2]
    mute = re.search(r"(?:[vuc]|[^s]s|g|at|z|[^o]id|[^e]ar|[^a]ir)\Z|\A[^aeiou]*[aeiou][bdfgklmnprst]\Z", bare)
    return f"{bare}e" if mute else bare


def ing(verb: str) -> str:
    """Return a verb with its "ing": "sit" is "sitting"."""
    if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", verb):
        return f"{verb}{verb[-1]}ing"
    return f"{verb[:-1]}ing" if re.search(r"[^e]e\Z", verb) else f"{verb}ing"


def _since(text: str) -> str:
    """Return `text` with "works here since two years" as "has worked here for two years"."""

    def mended(found: re.Match) -> str:
        done = _in_past(found["verb"], english().past)
        if done == found["verb"] or found["verb"].casefold() in ("am", "is", "are", "have", "has"):
            return found[0]
        helper = "has" if found["who"].casefold() in ("he", "she", "it") else "have"
        return f"{found['who']} {helper} {english().participles.get(done, done)}{found['rest']} for "

    return _SINCE.sub(mended, text)


def _then(text: str) -> str:
    """Return `text` with its verbs in the past where it begins with a time in the past: "Yesterday I go" is "Yesterday I went"."""
    past = {base: form for base, form in english().past.items() if base not in ("can", "will")}

    def mended(sentence: str) -> str:
        if not _THEN_FIRST.match(sentence) or _NOT_THEN.search(sentence):
            return sentence
        return re.sub(
            r"\b(I|you|he|she|it|we|they|and(?! (?:I|you|he|she|it|we|they)\b)) (\w+)\b",
            lambda found: found[0] if _HELPS.match(sentence, found.start(2)) else f"{found[1]} {_in_past(found[2], past)}",
            sentence,
        )

    return "".join(
        mended(part) for part in re.split(r"((?<=[.!?])\s+|,\s+(?=(?:yesterday|last (?:night|week|month|year|\w+day))\b))", text)
    )


def _in_past(verb: str, past: dict[str, str]) -> str:
    """Return the past form of a verb that stands in the present; anything else as it is."""
    small = verb.casefold()
    for base in (small, small.removesuffix("s"), small.removesuffix("es"), re.sub(r"ies\Z", "y", small)):
        if base in past:
            return past[base]
        if base in english().verbs or base in english().acts:
            return with_ed(base)
    return verb


def in_past(verb: str) -> str:
    """Return the past form of a verb in the present; any other word as it is."""
    return _in_past(verb, english().past)


def with_ed(base: str) -> str:
    """Return the past form of a verb that follows the rule: "plan" is "planned"."""
    if base.endswith("e"):
        return f"{base}d"
    doubled = re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", base)
    return f"{base[:-1]}ied" if re.search(r"[^aeiou]y\Z", base) else f"{base}{base[-1] if doubled else ''}ed"


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
    past = english().past
    text = re.sub(
        rf"\b(have|has|'ve) ({'|'.join(_NEVER_NOUNS)})\b",
        lambda found: (
            past[found[2].casefold()]
            if then
            else f"{found[1]} {participles.get(past[found[2].casefold()], past[found[2].casefold()])}"
        ),
        text,
        flags=re.IGNORECASE,
    )
    return re.sub(
        rf"\b(have|has|'ve) ({'|'.join(participles)})\b",
        lambda found: found[2] if then else f"{found[1]} {participles[found[2].casefold()]}",
        text,
        flags=re.IGNORECASE,
    )


def _third_person(found: re.Match) -> str:
    earlier, verb = found.string[: found.start()].split(), found[1]
    before = (earlier or [""])[-1].casefold()
    if before == "and" and earlier[-2:-1] and earlier[-2].islower() and earlier[-2] not in _PERSONS:
        before = ""  # "he goes by bus and he like it", not "you and he like it"
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


_NEVER_NOUNS = "go eat see write take give make buy think know get sing speak begin teach bring grow".split()
_WORDS_AS_WELL = frozenset("seed wined willed canned singed sited putted waked leaved".split())
