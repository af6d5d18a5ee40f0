"""Work on a text that is sent along: summarize, judge, sort, turn round, answer from it (and see counting.py)."""

import re

from ..injections import without
from ..regex import Regex
from .counting import counted, extracted
from .grammar import spelled
from .payload import payload, sentences
from .question import Answer, Question, says

_OF_QUOTED = Regex(r"\bQuestion:\s*(?P<asked>[^?]+\?)\s*[\"“](?P<body>.+)[\"”]\W*\Z", re.DOTALL, "question:")
_QUESTION = Regex(r"(?:(?:text|context|passage|article)\s*:\s*)?(?P<body>.+)\bQuestion:\s*(?P<asked>.+)", re.DOTALL, "question:")


def answer(question: Question) -> Answer | None:
    """Do what is asked with the text that was sent along; None if nothing of that kind is asked, or there is no text."""
    for kind in (counted, extracted, cased, _turned, listed, _asked_of):
        if found := kind(question):
            return found
    return None


def _asked_of(question: Question) -> Answer | None:
    """Answer what stands behind "Question:" with the sentence of the text before it, or in quotation marks after it, that has most of its words."""
    if quoted := _OF_QUOTED.search(question.text):
        return told_in(quoted["asked"], without(quoted["body"]))
    asked = _QUESTION.fullmatch(question.text.strip())
    return told_in(asked["asked"], asked["body"]) if asked else None


# --- Turning words and lists round ---


def _turned(question: Question) -> Answer | None:
    text = question.text
    if found := re.search(
        r"\b(?:reverse|backwards?|spell backwards?)\b(?: of)?(?: the)?(?: word| string| text| letters of| name)*",
        text,
        re.IGNORECASE,
    ):
        if re.search(r"\b(?:function|python|code|program|list|javascript|in java|linked|reverse order)\b", text, re.IGNORECASE):
            return None
        body = (
            payload(question, found)
            or re.sub(r".*\b(?:spell|write|say)\b ", "", text[: found.start()], flags=re.IGNORECASE).strip()
        )
        return says(body[::-1], short=body[::-1]) if body else None
    if found := re.search(
        r"\b(?:is|check (?:if|whether))\b (?:the word )?['\"]?([\w ]+?)['\"]? (?:is )?a palindrome", text, re.IGNORECASE
    ):
        letters = [letter for letter in found[1].casefold() if letter.isalnum()]
        right = letters == letters[::-1]
        return says(
            f'{"Yes" if right else "No"}, "{found[1]}" reads {"the same" if right else "differently"} backward: {found[1][::-1]}.',
            short="Yes" if right else "No",
        )
    if found := re.match(
        r"\W*(?:please |can you |how do (?:you|i) )?spell (?:the word |out )?['\"]?([\w-]+)['\"]?(?: for me| please| out)?\W*\Z",
        text,
        re.IGNORECASE,
    ):
        word, letters = spelled(found[1]), "-".join(spelled(found[1]))
        return says(letters if word == found[1] else f"{word}: {letters}", short=letters)
    return None


def cased(question: Question) -> Answer | None:
    """Return a text that was sent along in capitals or small letters; None if that is not asked of such a text."""
    text = question.text
    if re.match(
        r"\W*(?:please )?capitali[sz]e (?:the first letter of )?(?:each|every|all(?: the)?) words?\b[^:\"“]{0,40}[:\"“]",
        text,
        re.IGNORECASE,
    ):
        body = payload(question)
        return says(re.sub(r"(?<![\w'’])\w", lambda first: first[0].upper(), body)) if body else None
    if found := re.search(
        r"(?:\b(?:in(?:to)?|to|make|all|an?) |\A\W*(?:please )?(?=(?:upper|lower)case (?:this|the|these)?[^:]{0,20}:))(upper ?case|capital letters|capitals|all caps|lower ?case|small letters|title case)\b(?: letters)?(?: version)?(?: of)?(?: this| the following| text)*",
        text,
        re.IGNORECASE,
    ):
        body = payload(question) if ":" in text or re.search(r"[\"'“]", text) else None
        if (
            body
            and re.match(r"\W*in\b", text, re.IGNORECASE)
            and re.match(r"(?:what|who|where|when|why|how|which)\b", body, re.IGNORECASE)
        ):
            return None  # it is to be answered so
        if body:
            kind = found[1].casefold()
            done = body.title() if "title" in kind else body.lower() if "lower" in kind or "small" in kind else body.upper()
            return says(done)
    return None


def listed(question: Question) -> Answer | None:
    """Return the longest word of a text, or what it tells as a list; None if neither is asked."""
    text = question.text
    if re.search(r"\b(?:python|code|function|javascript|sql|program|algorithm)\b", text, re.IGNORECASE):
        return None
    if (
        found := re.search(
            r"\b(longest|shortest) word\b(?: in| of)?(?: this| the| sentence| text| following)*", text, re.IGNORECASE
        )
    ) and (body := payload(question, found)):
        words = re.findall(r"[\w'-]+", body)
        best = (max if found[1].casefold() == "longest" else min)(words, key=len)
        return says(f'The {found[1].casefold()} word is "{best}".', short=best)
    if re.search(
        r"\b(?:bullet(?:ed)? (?:points?|list)|bullets|(?:numbered )?list)\b(?! comprehension)", text[:100], re.IGNORECASE
    ) and re.search(r"\b(?:turn|convert|make|rewrite|put|format|change|write)\b", text[:60], re.IGNORECASE):
        parts = _points(payload(question) or "")
        if len(parts) > 1:
            numbered = "number" in text[:100].casefold()
            return says("\n".join(f"{f'{place}.' if numbered else '-'} {part}" for place, part in enumerate(parts, 1)))
    return None


def _points(body: str) -> list[str]:
    """Return what a text says, point by point: its sentences, or the clauses of a single one."""
    parts = sentences(body)
    if len(parts) == 1:
        body = re.sub(r"\A(?:we|i) (?:need|have|want|bought) ", "", body, flags=re.IGNORECASE)
        parts = [part.strip(" .") for part in re.split(r"[,;]\s+(?:and\s+)?|\.\s+", body) if re.search(r"\w", part)]
        if all(len(part.split()) <= 4 for part in parts):
            parts = [item for part in parts for item in re.split(r"\s+and\s+", part)]
        parts = [part[0].upper() + part[1:] for part in parts]
    return parts


# --- Questions about the text ---


LABEL = Regex(  # what stands before facts, and is none
    r"\A\W*(?:facts?|text|passage|article|info(?:rmation)?|rules?|policy|policies|details|background|context|notes?|about us)\s*:\s*(?=\S)",
    re.IGNORECASE,
)


def told_in(asked: str, body: str, least: float = 0.5) -> Answer | None:
    """Return the sentence of a text that has at least the share `least` of a question's telling words, and the most of all."""
    from ..sent.asked import told  # needed for questions to a text only

    found = told(asked, body, least)
    return says(LABEL.sub("", found.text)) if found else None
