"""Tell a request from the text that is sent along with it.

"Give me a title for this text: ..."     behind a colon or a line break
"What are the keywords of this text? ..." behind a sentence that points at it
'"The soup was cold." Is that positive?'  between quotation marks
"...\\n\\nSummarize this."                 in front of it, a paragraph of its own
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..everyday.wish import bare
from ..regex import Regex

LONGEST_HEAD = 160  # characters
QUOTES = [('"', '"'), ("“", "”")]
MARKS = 4  # quotation marks around two texts
SHORT = 3  # words between quotation marks: fewer are a word that the request is about, if it goes on behind them
_MAY = Regex(  # words of which each request for work on a text has one
    r"\b(?:odd|belong|fit|categori\w+|classify|put|groups?|json|table|csv|capital\w*|caps|upper|lower|verbs?|nouns?|adjectives?|opinion|fact|true|formal|polite\w*|rude|angry|urgent|urgency|fill|blank|gap|places?|prices?|dates?|names?|summar\w*|compare|contrast|differences?|similarit\w+|good|bad|review|customer|feel\w*|simple|simply|simplify|explain|tense|passive|group|heavy|detect|identify|language|spam|scam|sum|tl;?dr|gist|future|past|present|swap|change|substitute|turn|points?|paragraph|sentences|prose|protocol|bullets?|bulletpoints|title|headline|heading|subject line|key ?words?|keyphrases|notes|minutes|sentiment|positive|negative|"
    r"mood|happy|unhappy|satisfied|angry|feeling|question|person|passive|active|shorter|shorten|shortest|condense|words?|remove|delete|strip|without|replace|reverse|sort|order|alphabetical\w*|"
    r"mistakes?|errors?|wrong|friendl\w+|warmer|times|this|that|these|text|passage|article|message|email|mail|who|what|when|where|why|how|which|takeaways?|brief\w*|paraphrase|rephrase|reword|rewrite|say)\b",
    re.IGNORECASE,
)
_HEAD = Regex(r"(?P<head>[^:\n]{3,160}?)\s*(?::\s+|:(?=[^\s\d/])|:?\s*\n+)\s*(?P<body>\S.*)", re.DOTALL)
_POINTS = Regex(
    r"(?P<head>[^:\n\"“.?!]{0,160}\b(?:this|that|these|those|following|below|text|notes|article|email|mail|message|review|sentiment|mood|mistakes?|please|pls|negative|positive|where|when|here|spam|different|belong|fit|out)\b[^:\n\"“.?!]{0,40}[.?!])\s+(?P<body>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_QUOTED = Regex(
    r"(?P<head>[^\"“\n]{3,160}?)[\s:]*[\"“](?P<body>[^\"”]{3,})[\"”](?P<tail>[^\"“”]{0,60})|[\"“](?P<body2>[^\"”]{3,})[\"”][\s,:-]*(?P<head2>[^\"“\n]{3,160})",
    re.DOTALL,
)
_TWO_QUOTED = Regex(r"(?P<head>[^\"“:\n]{3,160}?)[\s:?]*(?P<body>[\"“].+[\"”]).{0,3}", re.DOTALL)
_SINGLE = Regex(r"(?<!\w)'((?:[^'\"\n ]|(?<=\w)'(?=\w))+(?: (?:[^'\"\n ]|(?<=\w)'(?=\w))+){2,})'(?!\w)")  # three words or more
_BEFORE = Regex(r"(?P<body>\S.{20,}?)\s*\n\s*\n?(?P<head>[^\n]{3,160})", re.DOTALL)


@dataclass(frozen=True)
class Sent:
    """A request, without polite words around it (`head`) and as it was written (`asked`), and the text that it is about."""

    head: str
    body: str
    asked: str


@dataclass(frozen=True)
class Done:
    """What is done with a text, the same as short as can be, and the kinds of wishes in the request that it carries out itself."""

    text: str
    short: str | None = None
    obeys: frozenset[str] = field(default_factory=frozenset)
    ways: tuple[tuple[float, str], ...] = ()


_MANNER_FIRST = Regex(
    r"(?P<how>(?:(?:just|only|max(?:imum)?\.?|at most|keep it|make it|one|no|short)\b[\w ]{0,30}|please|pls))[.!]?\n\s*\n(?=.{40})",
    re.IGNORECASE | re.DOTALL,
)


def read(text: str) -> Iterator[Sent]:
    """Yield the ways in which a message may be a request and a text, the surest first."""
    text = _SINGLE.sub(r'"\1"', text.strip())
    if not _MAY.search(text[:LONGEST_HEAD]) and not _MAY.search(text[-LONGEST_HEAD:]):
        return
    if (found := _QUOTED.fullmatch(text)) and not (
        found["body"] and found["tail"].strip(" .!?") and len(found["body"].split()) < SHORT
    ):
        head = found["head"] or found["head2"]
        yield _sent(f"{head.rstrip(' :')} {(found['tail'] or '').strip()}".strip(), found["body"] or found["body2"])
    if (marks := text.count('"') + text.count("“")) >= 2 and (found := _TWO_QUOTED.fullmatch(text)) and marks <= MARKS:
        yield _sent(found["head"], found["body"])
    for pattern in (_HEAD, _POINTS):
        if found := pattern.fullmatch(text):
            yield _sent(found["head"], found["body"])
    if found := _BEFORE.fullmatch(text):
        yield _sent(found["head"], found["body"])


def _sent(head: str, body: str) -> Sent:
    body = body.strip()
    if manner := _MANNER_FIRST.match(body):  # "subject line for this email? one only", and the mail below
        head, body = f"{head.rstrip()} {manner['how']}", body[manner.end() :].strip()
    if len(body) > 2 and (body[0], body[-1]) in QUOTES and not {body[0], body[-1]} & set(body[1:-1]):
        body = body[1:-1].strip()
    return Sent(bare(head.rstrip(" :")), body, head.strip())
