"""Find the text that somebody sends along with a request: "Summarize: ...", "... in 'racecar'", or a text above."""

import re

from ..regex import Regex
from ..tongues import is_unknown
from .question import Question

_QUOTED = Regex(r"```(?:\w+\n)?(.+?)```|\"([^\"]+)\"|“([^”]+)”|«([^»]+)»|(?<!\w)'([^'\n]+(?:'\w[^'\n]*)*)'(?!\w)", re.DOTALL)
_REFERS = Regex(
    r"\b(?:that|this|it|the (?:text|above|article|message|sentence|reply|answer|paragraph|email|mail|review)|above|your (?:last |previous )?(?:answer|reply))\W*(?:please)?\W*\Z",
    re.IGNORECASE,
)

# What asks for work on a text that follows behind a colon or a line break, or stands before.
_WORK = Regex(
    r"\b(?:titles?|headlines?|headings?|subject line|captions?|names? for (?:this|the following)|summari[sz]e|summary|bullet\w*|notes|text|article|essay|paragraphs?|post|story|draft|"
    r"beginning|passage|transcript|speech|review|abstract|chapter|newsletter|minutes|(?:for|of|from|about|explain|read|check|improve|with|make|to) (?:this|these|the following)|turn|convert|rewrite|rephrase|shorten|proofread|translate|classify|extract|tags?|keywords?)\b",
    re.IGNORECASE,
)
_BREAK = Regex(r":\s+|\n+")
SENT = 8  # words behind a request, from which on they are a text that was sent along
LONGEST_HEAD = 160  # characters of the request


def head(text: str) -> str | None:
    """Return the request for work on a text that is sent along with it, without that text; None if none is sent along."""
    parts = [part for part in re.split(r"\n\s*\n", text.strip()) if part.strip()]
    if len(parts) > 1 and len(parts[-1]) < LONGEST_HEAD and len(parts[0].split()) >= SENT and _WORK.search(parts[-1]):
        return parts[-1].strip()
    cut = _BREAK.search(text)
    if not cut or cut.start() > LONGEST_HEAD or len(text[cut.end() :].split()) < SENT:
        return None
    asked = text[: cut.start()].strip()
    return asked if _WORK.search(asked) else None


def payload(question: Question, request: re.Match | None = None) -> str | None:
    """Return the text that a request is about: quoted, behind a colon or line break, or said before; None without one."""
    text = question.text
    colon = re.search(r":\s+(?=\S)|:(?=[^\s\d/])|\n+", text)
    quoted = [next(filter(None, found)) for found in _QUOTED.findall(text)]
    if colon and colon.start() < 120 and (not quoted or text.find(quoted[0]) > colon.start() + 3):
        return _bare(text[colon.end() :])
    if quoted:
        return quoted[0].strip()
    if question_mark := re.match(r"[^?\n]{5,120}\?\s+(?=\S)", text):
        rest = text[question_mark.end() :]
        if len(rest.split()) > 1 and not re.match(r"(?:and|also|but|then)\b", rest, re.IGNORECASE):
            return rest.strip()
    rest = text[request.end() :].strip(" .?!") if request else ""
    if rest and not _REFERS.search(rest) and not re.fullmatch(r"please|thanks", rest):
        return rest
    if _REFERS.search(text) or (request and not rest):
        before = next(
            (
                message["content"]
                for message in reversed(question.before)
                if message["role"] in ("user", "assistant")
                and len(message["content"].split()) > 3
                and not is_unknown(message["content"], question.known.unknown)
            ),
            None,
        )
        return before
    return None


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [
        part.strip()
        for part in re.split(
            r"(?<=[.!?])(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)[\"”']?\s+(?=[\"“'(]?[A-Z0-9¿¡À-Þ])|\n+", text
        )
        if re.search(r"\w", part)
    ]


def _bare(text: str) -> str:
    text = text.strip()
    inside = _QUOTED.fullmatch(text)
    return next(filter(None, inside.groups())).strip() if inside else text
