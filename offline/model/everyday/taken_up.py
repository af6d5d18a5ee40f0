"""The last look at a text that was made: what of the wish it does not take up is named, and what is forbidden is not in it.

    "names for a grey cat, something from mythology"  -> the names, and: could not follow "something from mythology"
    "a joke for physicists, not about atoms"          -> another joke than the one on atoms, or none

What does a word do? The wish is made once more with another word in its place. The same text again: the word was passed over.
"""

import re
from dataclasses import replace
from functools import cache

from .. import abouts
from ..computed.question import Answer
from ..regex import Regex
from . import haikus
from .forbidden import ALIKE, LACKS, Make, clauses, counts, has, is_verse, kept, lacking, number, said, without_clauses
from .wish import NUMBERS

MOST_PASSED_OVER = 2  # times as many words as are taken up: what is silent about more is no answer
NO_WORD = "zorb"  # means nothing to any rule

_WORD = Regex(r"[^\W_]+(?:[.,'’-]?[^\W_]+)*")
_DISLIKES = Regex(
    r"\b(?:hates?|dislikes?|can(?:not|['’]?t) stand|(?:do|does)(?: not|n['’]?t) (?:like|eat)|allergic to|afraid of)\s+(?P<what>[^,.;!?()]+?)(?=\s*(?:[,.;!?)]|\b(?:but|and|so|because)\b|\Z))",
    re.IGNORECASE,
    needs="hate dislike stand like eat allergic afraid",
)
_STRICT_FORMS = frozenset("sonnet ballad villanelle ghazal".split())  # a poem that just is one is none of these
_COUNTED = r"(?:lines?|words?|sentences?|names?|slogans?|titles?|jokes?|ideas?|days?|weeks?|suggestions?|options?)"
_BEGINS_A_PHRASE = frozenset(
    "in on at with for by from of to who that which whose called named run set made inside near under about as because without no not".split()
)


def checked(text: str, make: Make, *, forbids: bool = True) -> Answer | None:
    """Return what `make` makes of a wish, without what is forbidden and with what it passes over as `cannot`; None if that is most of it.

    `forbids`: also read what the wish forbids, which `make` does not.
    """
    if not forbids:
        found = _whole(text, make(text), make)
        kept_out = [clause for clause, _, _ in clauses(text)]
        return found and replace(found, cannot=tuple(one for one in found.cannot if not any(one in out for out in kept_out)))
    if re.search(r"\bhaikus?\b", text, re.IGNORECASE):
        return _checked(text, lambda other: (found := make(other)) and kept(found, haikus.is_one))
    return _checked(text, make)


def _checked(text: str, make: Make) -> Answer | None:
    text, found, unmet = without_clauses(text, make(text), make)
    found = found and _whole(text, found, make)
    return found and replace(found, cannot=(*found.cannot, *unmet))


def _whole(text: str, found: Answer | None, make: Make) -> Answer | None:
    found = found and lacking(found, [name["name"] for name in ALIKE.finditer(text)])
    if found is None:
        return None
    if not is_verse(found) and any(_takes_as_wished(one, text, found, make) for one in _DISLIKES.finditer(text)):
        return None
    words = list(_WORD.finditer(text))
    state = [_does(word, text, found, make) for word in words]
    for group in _groups(text, words, state):
        if len(group) > 1 and _another(text, [words[at] for at in group if state[at] is False], found, make):
            state = [True if at in group else one for at, one in enumerate(state)]
    passed_over = [word[0] for word, done in zip(words, state, strict=True) if done is False]
    if any(_stem(word) & _texts() for word in passed_over):
        return None
    taken = sum(
        done is True and not word[0].isdecimal() and not _stem(word[0]) & _texts()
        for word, done in zip(words, state, strict=True)
    )
    if 1 < sum(not word.isdecimal() for word in passed_over) > MOST_PASSED_OVER * taken:
        return None
    phrases: list[str] = []
    for phrase in (_phrase(group, text, words, state) for group in _groups(text, words, state)):
        phrases = [*phrases[:-1], joined] if phrases and (joined := f"{phrases[-1]} {phrase}") in text else [*phrases, phrase]
    return replace(found, cannot=(*found.cannot, *phrases))


def _takes_as_wished(disliked: re.Match, text: str, found: Answer, make: Make) -> bool:
    """Return whether an answer has in it what somebody does not like, or was chosen for it."""
    stems = abouts.telling(disliked["what"])
    if any(stems & abouts.stems(one) for one in LACKS.findall(said(found))):
        return False
    words = [word for word in _WORD.finditer(text, *disliked.span("what")) if _stem(word[0]) <= stems]
    return has(disliked["what"], found) or bool(words and found.about == "gifts" and _another(text, words, found, make))


def _does(word: re.Match, text: str, found: Answer, make: Make) -> bool | None:
    """Return whether a word of a wish is taken up: it is in the text, or another in its place makes another text; None for words that tell little."""
    stems, count, told = _stem(word[0]), number(word[0]), said(found)
    if count is not None:
        if re.match(r"[- ]?(?:years?|yrs?|yo)\b", text[word.end() :]) or re.search(
            r"\b(?:is|am|of|turns|turned|aged?|class|grade)\s\Z", text[: word.start()]
        ):
            return None  # an age
        if word[0].isalpha() and not re.match(rf"[- ](?:\w+ )?(?:{_COUNTED})\b", text[word.end() :], re.IGNORECASE):
            return None
        if count in counts(told) or re.search(rf"(?<!\d){re.escape(word[0])}(?!\d)", told):
            return True
    elif word[0].casefold() in _STRICT_FORMS:
        again = make(f"{text[: word.start()]}poem{text[word.end() :]}")
        return again is None or said(again) != told
    elif stems <= abouts.words("around"):
        return _another(text, [word], found, make) or None  # who and when it is may be left out
    elif (not stems - _little() and not _is_name(word, text)) or any(word[0] in one for one in found.cannot):
        return None
    elif stems <= abouts.stems(told):
        return True
    return _another(text, [word], found, make)


def _is_name(word: re.Match, text: str) -> bool:
    """Return whether a word inside of a sentence has a capital."""
    return (
        bool(re.fullmatch(r"[A-ZÀ-Ž]\w+", word[0]))
        and not _stem(word[0]) <= abouts.words("around")
        and bool(re.search(r"[\w,]\s\Z", text[: word.start()]))
    )


def _another(text: str, words: list[re.Match], found: Answer, make: Make) -> bool:
    """Return whether a wish with other words in the place of some makes another text, or none."""
    for word in reversed(words):
        count = number(word[0])
        other = (
            (NO_WORD.capitalize() if word[0][0].isupper() else NO_WORD)
            if count is None
            else f"{word[0]}7"
            if word[0].isdecimal()
            else NUMBERS[-1]
        )
        text = f"{text[: word.start()]}{other}{text[word.end() :]}"
    again = make(text)
    return again is None or [text for _, text in again.ways] != [text for _, text in found.ways]


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
    cut = [
        group[: 1 + max(passed)]
        for group in groups
        if (passed := [at for at, place in enumerate(group) if state[place] is False])
    ]
    passed = [[place for place in group if state[place] is False] for group in cut]
    return [
        group for group, some in zip(cut, passed, strict=True) if len(some) > 1 or not _is_detail(some[0], text, words, state)
    ]


def _phrase(group: list[int], text: str, words: list[re.Match], state: list[bool | None]) -> str:
    """Return what was passed over as it was typed; of "for a dog salon", where the salon was taken up, the dog."""
    after = group[-1] + 1
    if after < len(words) and state[after] and text[words[after - 1].end() : words[after].start()] == " ":
        group = [place for place in group if state[place] is False]
    return text[words[group[0]].start() : words[group[-1]].end()]


def _is_detail(place: int, text: str, words: list[re.Match], state: list[bool | None]) -> bool:
    """Return whether a word only says more closely what the word beside it says: a "bike shop", a "piano teacher"."""

    def beside(first: int) -> bool:
        return 0 <= first < len(words) - 1 and text[words[first].end() : words[first + 1].start()] == " "

    after = place + 1 if beside(place) else None
    to_whom = after and state[after] and re.search(r"\bto (?:the|my|our) \Z", text[: words[place].start()])
    return bool(
        (beside(place - 1) and state[place - 1])
        or to_whom
        or (after and state[after] is not False and _stem(words[after][0]) <= abouts.words("around") | abouts.words("persons"))
    )


def _stem(word: str) -> frozenset[str]:
    return abouts.stems(word)


@cache
def _little() -> frozenset[str]:
    return frozenset().union(*map(abouts.words, ("little", "wished", "around", "persons"))) - _texts()


@cache
def _texts() -> frozenset[str]:
    return abouts.words("texts_wished")
