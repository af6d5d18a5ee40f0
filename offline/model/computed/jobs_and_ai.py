"""Whether AI takes a job: what it does there and what stays with people, for the job that is named or was told of (data/everyday/jobs_and_ai.yaml)."""

import re
from functools import cache

from ...tables import read_table
from ..regex import Regex
from .question import Answer, Question, says

LONGEST = 250  # characters of a question
_AI = r"(?:ai|a\.i\.|artificial intelligence|chat ?gpt|gpt|robots?|machines|automation|language models?|llms?|computers)"
_NAMES_AI = Regex(rf"\b{_AI}\b", re.IGNORECASE, needs="a.i. ai automation computers gpt intelligence language llm machines robot")
_ASKS = Regex(
    rf"\b{_AI}\b.{{0,40}}\b(?:replac\w+|tak(?:e|es|ing)(?: over| away)?|steal\w*|make .{{0,40}}obsolete|do .{{0,30}}job|kill\w*|threat\w*|danger(?:ous)? (?:for|to))\b"
    rf"|\b(?:replaced|taken over|lose|lost|losing|obsolete|disappear|redundant|safe|future|worr\w+|afraid|scared|fear\w*|concerned|need(?:ed)?)\b.{{0,60}}\b{_AI}\b"
    rf"|\b{_AI}\b.{{0,60}}\b(?:worr\w+|afraid|scared|lose|my future|my job|still (?:be )?need\w*)\b",
    re.IGNORECASE,
)
_OF_WORK = Regex(r"\b(?:jobs?|work|profession|career|replace\w*|becom\w+|needed|still need|obsolete|future)\b", re.IGNORECASE)
_NOT = Regex(
    r"\b(?:poem|story|essay|joke|speech|article|code|function|write|novel|world|humans|humanity|us all)\b", re.IGNORECASE
)
_TOLD_JOB = Regex(
    r"\b(?:i(?:'m| am|m)?|my (?:wife|husband|son|daughter|mother|father|mom|dad|brother|sister|friend) is) (?:(?:working )?as |work(?:ing)? as |studying to (?:be|become) )?an? (?P<job>[a-z][a-z -]{2,30}?)(?=[,.;!?]|\band\b|\bwith\b|\bin\b|\bat\b|\bfor\b|\bby\b|\bsince\b|\bwill\b|\bshould\b|\bwho\b|\bam\b|\Z)",
    re.IGNORECASE,
)
_NAMED_JOB = Regex(
    r"\b(?:replac\w+|jobs? of|work of|profession of|need|being|becoming?|work(?:ing)? as|future (?:of|for)|take over|threat to|danger to) (?:the |all |many |most |a |an )?(?P<job>[a-z][a-z -]{2,30}?)(?:'? jobs?)?(?=[,.;!?]|\band\b|\bwith\b|\bin\b|\bstill\b|\ba\b|\bone day\b|\bsoon\b|\bsome ?day\b|\bbecause\b|\bif\b|\bby\b|\Z)",
    re.IGNORECASE,
)
_NO_JOB = frozenset(
    "me us my you people humans everyone everybody job jobs work it all we i them workers humanity beginner bit little lot person woman man".split()
)
WHOLE = "Nobody knows for certain, and I cannot see the future. So far AI takes over tasks rather than whole jobs."


def answer(question: Question) -> Answer | None:
    """Return what AI does to a job; None if that is not asked."""
    text = question.text.replace("’", "'")
    if len(text) > LONGEST or not _NAMES_AI.search(text) or _NOT.search(text) or not _ASKS.search(text):
        return None
    job = _job(text) or next((found for said in question.earlier("user") if (found := _job(said, told=True))), "")
    if not job and not re.search(r"\bmy (?:job|work|profession|career|future)\b|\breplace me\b", text, re.IGNORECASE):
        return None
    if job and not (_OF_WORK.search(text) or _TOLD_JOB.search(text)):
        return None
    row = next((row for row in _rows() if row["is"] and re.search(rf"\b(?:{row['is']})s?\b", job, re.IGNORECASE)), _rows()[-1])
    whose = f"For {_article(job)}" if job else "In most jobs"
    ask = "" if job else " Tell me your job, and I can say more about it."
    return says(
        f"{WHOLE} {whose}, it already helps with {row['does']}. What stays with people: {row['stays']}. A good next step: {row['next']}.{ask}",
        short="Nobody knows; so far it takes over tasks, not whole jobs.",
        about="work job ai",
    )


def _job(text: str, *, told: bool = False) -> str:
    """Return the job that a text tells of or names, in the singular; "" for none."""
    for pattern in (_TOLD_JOB,) if told else (_TOLD_JOB, _NAMED_JOB):
        for found in pattern.finditer(text):
            job = re.sub(
                r"\b(?:little|bit|very|really|good|young|old|professional|freelance|human|real)\b", "", found["job"].casefold()
            ).strip()
            words = job.split()
            known = any(row["is"] and re.search(rf"\b(?:{row['is']})s?\b", job) for row in _rows())
            if (
                words
                and len(words) <= 3
                and not set(words) & _NO_JOB
                and (known or pattern is _TOLD_JOB or words[-1].endswith(("ers", "ors", "ists", "ians")))
            ):
                return job
    return ""


def _article(job: str) -> str:
    """Return a job as people name it: "an accountant", "nurses"."""
    if job.endswith("s") and not job.endswith("ss"):
        return job
    return f"{'an' if job[0] in 'aeiou' else 'a'} {job}"


@cache
def _rows() -> list[dict]:
    return read_table("everyday/jobs_and_ai.yaml")
