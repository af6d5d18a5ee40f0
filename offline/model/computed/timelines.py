"""Timelines: "a timeline of World War II in 6 points", from data/everyday/timelines.yaml."""

import re
from functools import cache

from ...tables import read_table
from ..everyday.wish import NUMBER, counted, listed
from ..regex import Regex
from .question import Answer, Question

LONGEST = 140  # characters of a request
SHORT = 3  # events where it is to be short
FEWER = "\n\nI know no more than {} of them."
_ASKS = Regex(
    rf"\A\W*(?:(?:please|can you|could you|hi|hello|i need|i want|give|make|create|write|show|draw|me|us|an?|the|short|simple|brief|quick|rough|(?:{NUMBER})[- ](?:point|step|event|item|entry))\b[\s,]*)*"
    rf"(?:timeline|time line|chronology|(?:(?P<first>{NUMBER}) )?(?:(?:the )?(?:most )?(?:important|key|main|major) )?(?:events|dates)(?: (?:in order|and dates))?)(?: (?:of|for|about|on|from|in|with)(?: the (?:history|most important events|main events|events|life) of)?) (?P<topic>.+?)"
    rf"(?:(?:,? (?:in|with|using)|,) (?:only |just |about |exactly )?(?P<many>{NUMBER}) (?:short |key |main |important )?(?:points?|steps?|events?|items?|dates?|entries|bullets?|bullet points?|lines?))?(?:,? (?:in order|with (?:years|dates)|please|pls))*[\s.?!]*\Z",
    re.IGNORECASE,
    "timeline line chronology events dates",
)


def answer(question: Question) -> Answer | None:
    """Return the timeline that is asked for, with as many events as are wanted; None for a subject that has none."""
    found = _ASKS.match(question.text.replace("’", "'")) if len(question.text) <= LONGEST else None
    known = found and next(
        (one for one in _timelines() if re.fullmatch(one["names"], found["topic"].strip(), re.IGNORECASE)), None
    )
    if not known:
        return None
    many = found["many"] or found["first"]
    events = _chosen(list(known["events"].items()), counted(many)) if many else list(known["events"].items())
    lines = [f"{when.lstrip('+')}: {what}" for when, what in events]
    fewer = FEWER.format(len(lines)) if many and len(lines) < counted(many) else ""
    grid = "\n".join(["| When | What |", "| --- | --- |", *(f"| {when.lstrip('+')} | {what} |" for when, what in events)])
    short = "; ".join(f"{when.lstrip('+')}: {what}" for when, what in _chosen(events, min(SHORT, len(events))))
    return Answer(
        [(1.0, f"{known['title']}:\n\n{listed(lines)}{fewer}")], f"{short}.", forms={"grid": [(1.0, grid)]}, about="list history"
    )


def _chosen(events: list[tuple[str, str]], count: int) -> list[tuple[str, str]]:
    """Return so many events in order: from the first to the last of those that are marked, and where they are too few, others as well."""
    marked = [place for place, (when, _) in enumerate(events) if when.startswith("+")]
    if count <= len(marked):
        step = (len(marked) - 1) / max(1, count - 1)
        return [events[marked[round(place * step)]] for place in range(count)]
    others = [place for place in range(len(events)) if place not in marked]
    return [events[place] for place in sorted([*marked, *others[: count - len(marked)]])]


@cache
def _timelines() -> list[dict]:
    timelines: list[dict] = read_table("everyday/timelines.yaml")
    return timelines
