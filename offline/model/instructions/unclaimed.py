"""What of the instructions no rule carries out: it is named, or there is no answer where it is the work itself that is wanted.

"You are a grumpy old sea captain."                      only "grumpy" is known, so the role is named whole
"If somebody asks for something else, suggest a poem."   an order with a condition that may be met
"Correct the user's sentence."                           an answer to the sentence would be beside the point
"""

import re

from .. import abouts
from ..language import plain
from ..regex import Regex
from .wishes import PLAIN_NOUNS, PLAIN_TRAITS

_AROUND = Regex(r"\b(?:in|at|on|for|of|from|with|named|called|who|that|which|and|but|to|like|as|then|when)\b")
_LIKES = Regex(
    r"\b(?:who|that|which) (?:\w+ )?(?:loves?|hates?|believes?|thinks?|pretends?|is (?:obsessed|in love|afraid|scared))\b",
    re.IGNORECASE,
)
_IDLE = frozenset("a an the very really little big great famous typical real true classic wise kind now only always".split())
_TURNED = Regex(
    r"\b(?:in|with|by|only|as)(?: \w+)? questions\b|\b(?:do not|don['’]?t|never) (?:\w+ )?(?:answer|reply|respond|explain|help|say|use)\b",
    re.IGNORECASE,
)
_CONDITION = Regex(
    r"(?:\A\W*(?:if|when(?:ever)?|in case|for (?:any|every)thing)\b(?P<met>[^,:]{3,80})[,:]\s*|\A\W*for (?P<of>[\w -]{3,40}?) (?:questions|requests|problems|issues|complaints|matters),?\s+)(?:(?:then|please|just|kindly|politely|always|you (?:should|must))\s+)*"
    r"(?:answer|reply|respond|say|tell|ask|suggest|offer|recommend|refuse|decline|redirect|steer|guide|bring|remind|apologi[sz]e|give|write|send|point|refer|be|do not|don't|never|use|add|explain|translate|mention)\b",
    re.IGNORECASE,
)
_ELSE = Regex(r"\b(?:else|other|off[- ]topic|unrelated|different|another)\b", re.IGNORECASE)
_WORK = Regex(
    r"\A\W*(?:(?:please|always|only|first|you|your (?:task|job) is to|for (?:each|every|any) \w+)[\s,:]+)*"
    r"(?:(?:correct|fix|translate|extract|rewrite|rephrase|paraphrase|review|point out|identify|critique|criticize|grade|score|quiz|interview|simulate|narrate|recommend|convert|count|detect)(?:e?s)?\b"
    r"|(?:write|give|show|say|provide)s? (?:me )?(?:the|a|an|one|two|three)\b[^.]*\bthen\b"
    r"|only (?:suggest|recommend|offer|propose|list)\b|reply to (?:each|every) message with\b|give (?:each|every)\b"
    r"|ask (?:me |the \w+ |them )?(?:\w+ )*questions? (?:\w+ )*(?:before|first)\b|(?:only )?ask(?:s)? (?:only |back |questions? only)|(?:do not|don['’]?t|never) (?:\w+ )?(?:answer|give (?:\w+ )?(?:answers?|solutions?)))"
    r"|\b(?:in|with|by|only|as)(?: \w+)? questions\b|\bthe (?:user|student|learner|customer|person)(?:['’]s)? (?:sentences?|texts?|code|essays?|drafts?|writing|input|e?-?mails?)\b"
    r"|\bfor (?:each|every) (?:message|input|sentence|word|text)\b|\b1[.)].*\b2[.)]",
    re.IGNORECASE | re.DOTALL,
)
_KEEPS = Regex(r"\b(?:never|do not|don['’]?t) (?:reveal|disclose|share|give away|tell)\b", re.IGNORECASE)
_OF_WORK = Regex(
    r"\b(?:reviewer|interviewer|proofreader|examiner|critic|(?:quiz|game|dungeon) ?master|narrator|grader|translator)\b",
    re.IGNORECASE,
)
_IF_UNKNOWN = Regex(
    r"\b(?:if|when(?:ever)?)\b[^.\n\"“]{0,60}?(?:(?:n['’]t|not) (?:know|sure|certain)|unsure|no answer|(?:cannot|can['’]t) answer)\b[^.\n\"“]{0,40}?\b(?:say|reply|answer|respond|write)(?: (?:only|with|just|exactly))*:?\s*"
    r"(?:[\"“](?P<quoted>[^\"”\n]{2,200})[\"”]|['‘](?P<single>[^\n]{2,200}?)['’](?=[\s.,;]|\Z))",
    re.IGNORECASE,
    "know sure certain answer",
)


def unplayed(role: str, patterns: list[Regex]) -> bool:
    """Return whether a role is more than what the `patterns` of its forms play: "grumpy old sea captain" with the form "grumpy"."""
    said = plain(role)[0]
    for pattern in patterns:
        said = pattern.sub(" . ", said)
    head = _AROUND.split(PLAIN_NOUNS.sub(" ", PLAIN_TRAITS.sub(" ", said)))[0]
    return bool(_LIKES.search(role) or set(re.findall(r"\w+", head)) - _IDLE)


def turned(clause: str) -> bool:
    """Return whether a clause of idle words alone orders something all the same: "Only speak in questions." """
    return bool(_TURNED.search(clause)) and "character" not in clause


def condition(clause: str, question: str, topic: bool) -> bool:
    """Return whether a clause is an order with a condition that a question may meet; of another `topic` something else is said."""
    if not (found := _CONDITION.match(clause)):
        return False
    if _ELSE.search(found["met"] or found["of"]):
        return not topic
    return _shares(found["met"] or found["of"], question)


def _shares(clause: str, question: str) -> bool:
    """Return whether a clause and a question have a word that tells something in common."""
    return bool(abouts.telling(clause) & abouts.stems(question))


def of_another_topic(clause: str) -> bool:
    """Return whether a clause is an order for what is asked of something else."""
    found = _CONDITION.match(clause)
    return bool(found and _ELSE.search(found["met"] or found["of"]))


def is_work(clauses: list[str], text: str) -> bool:
    """Return whether one of some clauses orders work, so that an answer to the text would be beside the point."""
    return any(
        _WORK.search(clause) or (_OF_WORK.search(clause) and "?" not in text) or (_KEEPS.search(clause) and _shares(clause, text))
        for clause in clauses
    )


def said_if_unknown(told: str) -> str | None:
    """Return what instructions want to have said word for word where there is no answer; None if they do not."""
    found = _IF_UNKNOWN.search(told)
    return found and (found["quoted"] or found["single"]).strip()
