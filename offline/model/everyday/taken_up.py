"""The last look at a text that was made: what of the wish it does not take up is named, and what is forbidden is not in it.

    "names for a grey cat, something from mythology"  -> the names, and: could not follow "something from mythology"
    "a joke for physicists, not about atoms"          -> another joke than the one on atoms, or none

What does a word do? The wish is made once more with another word in its place. The same text again: the word was passed over.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from ...tables import read_table
from .. import abouts
from ..computed.question import Answer
from ..regex import Regex
from .besides import is_manner
from .wish import NUMBER, NUMBERS

Make = Callable[[str], Answer | None]
MOST_PASSED_OVER = 2  # times as many words as are taken up: what is silent about more is no answer
NO_WORD = "zorb"  # means nothing to any rule

_WORD = Regex(r"[^\W_]+(?:[.,'’-]?[^\W_]+)*")
_HEAD = Regex(r"\A(?:\*\*[^\n]*|[^\n]*:)\n+(?=\S)")
_FORBIDS = Regex(
    r"(?:(?:[\s(]*[,;.(:–-]+\s+|\s+but\s+)(?:(?:but|and|please)\s+)*(?P<clause>(?:nothing|not?|never|do not|don['’]?t|without|with no)\s+(?P<what>[^,.;!?()]+?))"
    r"|\s+(?P<clause2>(?:without(?: any)?|with no|nothing|(?:that|which|who) (?:does not|doesn['’]?t|do not|don['’]?t|should(?: not|n['’]?t)))\s+(?P<what2>[^,.;!?()]+?)))"
    r"(?:,? (?:please|pls|thanks))?\)?(?=\s*(?:[,.;!?)]|\bbut\b|\Z))",
    re.IGNORECASE,
    needs="but do doesn don never no not nothing should with without",
)
_LACKS = Regex(r"\b(?:without|no|not)(?: an?| any)? [\w'-]+(?: [\w'-]+)?", re.IGNORECASE, needs="no not without")
_IN_WORDS = Regex(r"\b(?:mention(?:ing)?|the words?|say(?:ing)?|us(?:e|ing))\b", re.IGNORECASE)  # can be looked for in a text
_BEHIND_COMMA = Regex(r"[,(]\s*(?P<clause>[^,.;!?()]+?)\)?(?=\s*(?:[,.;!?]|\Z))")
_SO_LONG = Regex(rf"(?:(?:max\w*|at most|exactly|only|just|in|about|under)\.? )*(?:{NUMBER})[- ](?:lines?|words?|sentences?)(?: (?:max\w*|or less|only|long))*", re.IGNORECASE)  # fmt: skip
_ALIKE = Regex(r"\b(?:like|similar to|as good as)\s+(?P<name>(?-i:[A-Z])[\w'’]*(?: (?:(?-i:[A-Z0-9])[\w'’]*|of|the|and|in|a|on))*)", re.IGNORECASE)  # fmt: skip
_COUNTED = r"(?:lines?|words?|sentences?|names?|slogans?|titles?|jokes?|ideas?|days?|weeks?|suggestions?|options?)"
_BEGINS_A_PHRASE = frozenset("in on at with for by from of to who that which whose called named run set made inside near under about as because".split())


def checked(text: str, make: Make) -> Answer | None:
    """Return what `make` makes of a wish, without what is forbidden and with what it passes over as `cannot`; None if that is most of it."""
    text, found, unmet = _without_clauses(text, make(text), make)
    found = found and _lacking(found, [name["name"] for name in _ALIKE.finditer(text)])
    if found is None:
        return None
    words = list(_WORD.finditer(text))
    state = [_does(word, text, found, make) for word in words]
    for group in _groups(text, words, state):
        if len(group) > 1 and _another(text, [words[at] for at in group if state[at] is False], found, make):
            state = [True if at in group else one for at, one in enumerate(state)]
    passed_over = [word[0] for word, done in zip(words, state, strict=True) if done is False]
    if any(_stem(word) & _texts() for word in passed_over):
        return None
    taken = sum(done is True and not word[0].isdecimal() and not _stem(word[0]) & _texts() for word, done in zip(words, state, strict=True))
    if 1 < len(passed_over) > MOST_PASSED_OVER * taken:
        return None
    phrases = [text[words[group[0]].start() : words[group[-1]].end()] for group in _groups(text, words, state)]
    return replace(found, cannot=(*found.cannot, *phrases, *unmet))


def _without_clauses(text: str, found: Answer | None, make: Make) -> tuple[str, Answer | None, list[str]]:
    """Return a wish without the clauses that only forbid something or say how it is to be, what is made of it, and those that were not followed."""
    unmet = []
    for clause, what, cut in _clauses(text):
        core, in_words = text.replace(cut, "", 1), bool(_IN_WORDS.search(clause))
        plain = make(core)
        kept = found is not None and not in_words and _letters(body(found)).replace(_letters(clause), "") != _letters(body(plain) if plain else "")
        if plain is None or kept:  # a rule of its own has taken it up
            continue
        titled = found is not None and clause.casefold() in said(found).casefold() and clause.casefold() not in body(found).casefold()
        text, found = core, found if titled and found else plain
        if what is None:
            if (count := _WORD.search(clause)) and _number(count[0]) not in (None, *_counts(said(plain))):
                unmet.append(clause)
            continue
        allowed = _lacking(found, [what])
        if allowed is None:
            return text, None, []
        lacks = any(abouts.telling(what) <= abouts.stems(one) for one in _LACKS.findall(said(allowed)))
        if not (lacks or in_words) and len(allowed.ways) == len(found.ways):
            unmet.append(clause)
        found = allowed
    return text, found, unmet


def _clauses(text: str) -> list[tuple[str, str | None, str]]:
    """Return the clauses that forbid something or say how a text is to be, with what is forbidden, and with the words around them."""
    forbids = [(one["clause"] or one["clause2"], one["what"] or one["what2"], one[0]) for one in _FORBIDS.finditer(text)]
    return forbids + [(one["clause"], None, one[0]) for one in _BEHIND_COMMA.finditer(text) if _is_manner(one["clause"])]


def _letters(told: str) -> str:
    return re.sub(r"[\W_]", "", told).casefold()


def _is_manner(clause: str) -> bool:
    """Return whether a clause only says how a text is to be, how long, or where it is to stand."""
    return is_manner(clause) or bool(_SO_LONG.fullmatch(clause)) or not (abouts.stems(clause) - _little())


def _lacking(found: Answer, unwanted: list[str]) -> Answer | None:
    """Return an answer without the ways that have an unwanted thing in them; None if none are left."""
    stems = [abouts.telling(_IN_WORDS.sub(" ", one)) for one in unwanted]
    left = [way for way in found.ways if not any(one and one <= abouts.stems(_LACKS.sub(" ", way[1])) for one in stems)]
    return replace(found, ways=left) if left else None


def said(found: Answer) -> str:
    """Return the likeliest text of an answer."""
    return found.ways[0][1]


def body(found: Answer) -> str:
    """Return the likeliest text of an answer without its title."""
    return _HEAD.sub("", said(found))


def _does(word: re.Match, text: str, found: Answer, make: Make) -> bool | None:
    """Return whether a word of a wish is taken up: it is in the text, or another in its place makes another text; None for words that tell little."""
    stems, number, told = _stem(word[0]), _number(word[0]), said(found)
    if number is not None:
        if re.match(r"[- ]?(?:years?|yrs?|yo)\b", text[word.end() :]) or re.search(r"\b(?:is|am|turns|turned|aged?)\s\Z", text[: word.start()]):
            return None  # an age
        if word[0].isalpha() and not re.match(rf"[- ](?:\w+ )?(?:{_COUNTED})\b", text[word.end() :], re.IGNORECASE):
            return None
        if number in _counts(told) or re.search(rf"(?<!\d){re.escape(word[0])}(?!\d)", told):
            return True
    elif (not stems - _little() and not _is_name(word, text)) or any(word[0] in one for one in found.cannot):
        return None
    elif stems <= abouts.stems(told):
        return True
    return _another(text, [word], found, make)


def _is_name(word: re.Match, text: str) -> bool:
    """Return whether a word inside of a sentence has a capital."""
    return word[0][0].isupper() and len(word[0]) > 1 and bool(re.search(r"[\w,]\s\Z", text[: word.start()]))


def _another(text: str, words: list[re.Match], found: Answer, make: Make) -> bool:
    """Return whether a wish with other words in the place of some makes another text, or none."""
    for word in reversed(words):
        number = _number(word[0])
        other = (NO_WORD.capitalize() if word[0][0].isupper() else NO_WORD) if number is None else f"{word[0]}7" if word[0].isdecimal() else NUMBERS[-1]
        text = f"{text[: word.start()]}{other}{text[word.end() :]}"
    again = make(text)
    return again is None or [text for _, text in again.ways] != [text for _, text in found.ways]


def _number(word: str) -> int | None:
    word = word.casefold()
    return int(word) if word.isdecimal() else NUMBERS.index(word) if word in NUMBERS[2:] else None


def _counts(told: str) -> tuple[int, ...]:
    """Return how many items, lines, sentences and words a text has."""
    lines = [line for line in told.split("\n") if line.strip()]
    items = [line for line in lines if re.match(r"\d+\. |- ", line)]
    return len(items), len(lines), len(re.findall(r"[.!?](?=\s|\Z)", told)), len(told.split())


def _groups(text: str, words: list[re.Match], state: list[bool | None]) -> list[list[int]]:
    """Return the phrases that were passed over, as the places of their words: up to a word that was taken up, a comma, or the next such phrase."""
    groups: list[list[int]] = [[]]
    for place, (word, done) in enumerate(zip(words, state, strict=True)):
        between = text[words[place - 1].end() : word.start()] if place else ""
        begins = word[0].casefold() in _BEGINS_A_PHRASE
        if done or begins or re.search(r"[,.;:!?()]", between):
            groups.append([])
        if done is False or (done is None and (begins or groups[-1])):
            groups[-1].append(place)
    cut = [group[: 1 + max(passed)] for group in groups if (passed := [at for at, place in enumerate(group) if state[place] is False])]
    return [group for group in cut if len(group) > 1 or not _ends_a_name(group[0], text, words, state)]


def _ends_a_name(place: int, text: str, words: list[re.Match], state: list[bool | None]) -> bool:
    """Return whether a word only says once more what kind of thing the word before it is: a "bike shop"."""
    return place > 0 and state[place - 1] is True and text[words[place - 1].end() : words[place].start()] == " "


def _stem(word: str) -> frozenset[str]:
    return abouts.stems(word)


@cache
def _little() -> frozenset[str]:
    return abouts.words("little") | abouts.words("wished") | abouts.words("around")


@cache
def _texts() -> frozenset[str]:
    return abouts.words("texts_wished")
