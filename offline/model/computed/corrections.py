"""Corrections of what was said: "I am 34" - "actually I meant 35"; "capital of Australia?" - "sorry, I meant Austria".

A correction takes the place of what it is like in the message before: a number of a number, a place of a place, a name of a name.
"""

import re

from ..regex import Regex
from . import places
from .question import Question

LONGEST = 80  # characters of a correction
_CORRECTS = Regex(
    r"\W*(?:(?:no|sorry|actually|oops|wait|ah|oh|my mistake|correction|hm+|i mean|but|pardon|ups|excuse me)\b\W*)*(?:(?:i (?:meant|mean)(?: to (?:say|write|type))?|i wanted to say|make (?:it|that)|i(?:'m| am) wrong,? it(?:'s| is)|it should be|correction:?|that should (?:be|read)|rather)\b[\s:,]*)"
    r"(?P<right>[\w .,'’-]{1,40}?)(?:\W+(?:and )?not (?P<wrong>[\w .'’-]{1,40}?))?(?: sorry)?[\s.!]*",
    re.IGNORECASE,
    "meant mean make wrong correction should rather say",
)
_CHANGES = Regex(  # a detail of a text that was ordered: "change it to Saturday at 5 pm", "her name is Mrs Brown", "it's until the 12th"
    r"(?!.*\bmy name\b)\W*(?:(?:no|sorry|actually|oops|wait|ah|oh|my mistake|and|but|please|pls|can you|could you|now|hm+|thanks|ok(?:ay)?|great|nice)\b\W*)*"
    r"(?:(?:change|move|make|set|put) (?:it|that|this|the (?:day|date|time|name|party|meeting|event|dinner))(?: (?:to|into|on|for))?|(?:it|that|(?:the|my) \w+|s?he|they)(?:'s| is| are| will be| should be| has to be| starts| begins| ends)(?: actually| now| only| called)?|(?:her|his|the \w+'s|my \w+'s|their) name(?: is|'s)|i(?:'m| am) (?:away|out|gone|there|back)|rather|not on \w+ but)\b\W*"
    r"(?P<right>[\w .,:'’-]{1,40}?)(?:[,. ]+(?:please )?(?:add|put|include|mention|write) (?:that|it|this|(?:his|her|the) name)(?: in| too)?)?(?: instead| actually| now| please| not \w+(?: \w+)?)*[\s.!?]*",
    re.IGNORECASE,
)
_DAYS = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight|tomorrow)(?: (?:morning|afternoon|evening|night))?"
_MONTHS = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_DETAILS = [  # of which one takes the place of another
    Regex(r"\b(?:(?:[01]?\d|2[0-3])[:.][0-5]\d(?: ?[ap]\.?m\b)?|\d{1,2} ?(?:[ap]\.?m\b|o'clock)|noon|midnight)", re.IGNORECASE),
    Regex(rf"\b{_DAYS}\b", re.IGNORECASE),
    Regex(rf"\b{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTHS}\b|\b\d{{1,2}}(?:st|nd|rd|th)\b", re.IGNORECASE),
    Regex(r"\b(?i:mrs?|ms|miss|dr|prof)\.? [A-Z][\w'’-]+"),
]  # fmt: skip
_FIRST_NAME = Regex(rf"(?<=[a-z,] )(?!(?i:{_DAYS}|{_MONTHS})\b)[A-Z][\w'’-]+|\A[A-Z][\w'’-]+\Z")
_BEHIND = {  # where a detail is put that the order has not yet
    _DETAILS[0]: _DETAILS[1],
    _DETAILS[3]: Regex(r"\b(?:my|our|the) (?:neighbou?r|teacher|boss|landlord|landlady|doctor|professor|dentist|manager)\b", re.IGNORECASE),
    _FIRST_NAME: Regex(r"\b(?:my|our) (?:son|daughter|husband|wife|brother|sister|dog|cat|child|baby|friend|colleague|boyfriend|girlfriend)\b", re.IGNORECASE),
}  # fmt: skip
_PARTS = Regex(r"(?<=[.!?])(?<!Mrs\.)(?<!Mr\.)(?<!Dr\.)\s+|,? and (?=(?:he|she|they|it|we|i)\b)")
_AT = Regex(r"\A(?:(?:on|at|in|the|to|from|until|till|since|by|and|for)\b|\W)*\Z", re.IGNORECASE)
_TO = Regex(r"\b(?:until|till)\b", re.IGNORECASE)
_RANGE = Regex(
    rf"(\b\d{{1,2}}(?:st|nd|rd|th)?(?: {_MONTHS})? ?(?:to|until|till|-|–) (?:the )?)\d{{1,2}}(?:st|nd|rd|th)?", re.IGNORECASE
)
_NUMBER = Regex(r"\b\d+(?:[.,]\d+)?\b")
_NAME = Regex(r"(?<=[a-z,] )(?-i:[A-Z])[\w'’-]+")


def corrected(text: str, before: str) -> str | None:
    """Return the message `before` with what the message `text` corrects in it; None if `text` is no correction of it."""
    found = _CORRECTS.fullmatch(text.replace("’", "'")) if len(text) <= LONGEST else None
    if found is None:
        return None
    right = found["right"].strip(" ,.")
    if found["wrong"]:
        changed = re.sub(rf"\b{re.escape(found['wrong'].strip())}\b", right, before, count=1, flags=re.IGNORECASE)
        return changed if changed != before else None
    if number := _NUMBER.fullmatch(right):
        old = list(_NUMBER.finditer(before))
        return before[: old[0].start()] + number[0] + before[old[0].end() :] if len(old) == 1 else None
    there = places.mentioned(before)
    if places.mentioned(right) and len(there) == 1:
        return re.sub(rf"\b{re.escape(there[0].name)}\b", right, before, count=1, flags=re.IGNORECASE)
    if re.search(r"\bmake (?:it|that)\b", text, re.IGNORECASE) and not right[:1].isupper():  # "make it shorter" is no name
        return None
    names = list(_NAME.finditer(before))
    return before[: names[0].start()] + right + before[names[0].end() :] if len(names) == 1 and len(right.split()) < 4 else None


def changed(text: str, before: str) -> str | None:
    """Return an order for a text with the day, hour, date or name that a later sentence tells instead; None if it tells none of which there is one."""
    found = _CHANGES.fullmatch(text.replace("’", "'")) if len(text) <= LONGEST else None
    left, done = found["right"] if found else "", before
    for kind in (*_DETAILS, *([_FIRST_NAME] if re.search(r"\b(?:name|called)\b", text) else [])) if found else ():
        if new := kind.search(left):
            left = left[: new.start()] + left[new.end() :]
            if _TO.search(text) and _RANGE.search(done):
                day = re.search(r"\d+", new[0])
                done = _RANGE.sub(rf"\g<1>{day[0]}", done, count=1) if day else done
            elif kind in _BEHIND and not kind.search(done) and len(places := list(_BEHIND[kind].finditer(done))) == 1:
                at = " at" if kind is _DETAILS[0] else ""
                done = f"{done[: places[0].end()]}{at} {new[0].replace('. ', ' ')}{done[places[0].end() :]}"
            elif len(list(kind.finditer(done))) != 1:
                return None
            else:
                done = kind.sub(new[0], done)
    return done if done != before and _AT.match(left) else None


def in_order(turns: list[str]) -> list[str]:
    """Return an order and the messages after it (the oldest first), in which what a sentence changes stands in the order itself."""
    first, *later = turns
    kept = []
    for text in later:
        rest = []
        for part in _PARTS.split(text):
            if better := changed(part, first) or (corrected(part, first) if "mean" in part else None):
                first = better
            else:
                rest.append(part)
        kept += [" ".join(rest)] if rest else []
    return [first, *kept]


def request(question: Question) -> str | None:
    """Return the message before as a correction has it now; None where nothing is corrected."""
    asked = question.earlier("user")[:1]
    return corrected(question.text, asked[0]) if asked else None


def applied(texts: list[str]) -> list[str]:
    """Return messages (the latest first) in which each correction has changed the one before it."""
    kept: list[str] = []
    for text in reversed(texts):
        changed = corrected(text, kept[-1]) if kept else None
        if changed:
            kept[-1] = changed
        else:
            kept.append(text)
    return kept[::-1]
