"""Read an order to give a message one of some labels: which labels, what explains them, and the message if it is sent along.

    read("Label each message as food (eating, tins), health (vets) or other.")
    -> Order(labels=("food", "health", "other"), about={"food": "eating, tins", "health": "vets"}, ...)

A label is explained in parentheses, on a line of its own ("food: eating, tins"), or by examples ("The dog does not eat -> food").
"""

import re
from dataclasses import dataclass
from functools import cache

from ...tables import read_table
from ..regex import Regex

MOST = 12  # labels
WORDS = 3  # of a label
EARLY = 200  # characters; an order behind a message is in its last paragraph, any other begins before

_VERBS = r"label|classif(?:y|ies)|categori[sz]e|tag|detect|(?:decide|judge|determine|say|tell me|tell|check)(?= (?:whether|if))"
_THING = r"(?:message|mail|text|review|ticket|comment|input)"
_LISTED = Regex(
    rf"\b(?:{_VERBS}|labels|topics|categories)\b[^\n]*\n+(?P<lines>(?:[ \t]*(?:[-*•]|\d[.)])[ \t]+[^\n]+(?:\n|\Z)){{2,}})",
    re.IGNORECASE,
    "label classif categor tag topic detect whether if",
)
_YES_OR_NO = Regex(
    rf"\b(?:is|decide (?:whether|if)|(?:say|tell me) (?:whether|if)|check (?:whether|if)|determine (?:whether|if))\b (?:the |each |every |this |an? |a user's )*(?:incoming |user |user's )?{_THING}s? (?:is |are )?(?:an? |about |of )?(?P<what>(?:(?!or\b)[\w-]+ ?){{1,4}}?)(?: or not)?\W+(?:please )?(?:answer|reply|respond|say)?\b[^.\n]{{0,30}}\byes\b\W*(?:or )?\W*no\b",
    re.IGNORECASE,
    "yes",
)
_REASON = Regex(
    r"(?:\s*,)?\s*(?:and|with|then)\s+(?:also\s+)?(?:give|say|add|explain|state|tell|write|name|answer|reply|respond|return|a|an|the)\b(?=.*(?:reason|why|word|json|only|label|explanation)).*",
    re.IGNORECASE | re.DOTALL,
)
_WITH_ONE = Regex(
    r"\s+(?:for|to) (?:each|every|the|any|all) \w+\s*\Z|(?:,? (?:and )?(?:only|nothing else|please))+\s*\Z|(?: (?:priority|urgency|importance))?,? (?:in )?(?:one|a single) word(?: only)?\s*\Z| (?:priority|urgency|importance)\s*\Z",
    re.IGNORECASE,
)
_PARENTHESES = Regex(r"\([^()]*\)")
_BETWEEN = Regex(r"\s*,\s*(?:or\s+|and\s+)?|\s+or\s+|\s*/\s*|\s*\|\s*|\s+and\s+")
_NAMED = Regex(rf"(?:\A|\s)(?:the )?{_THING}\s*:\s*(?P<message>\S.*)", re.IGNORECASE | re.DOTALL)
_EDGES = " .:;-*•\n"
_LINE = r"(?:\A|\n|[:.;]\s)\W*"
_NOT = Regex(r"\b(?:not|no|never)\b|n['’]t\b", re.IGNORECASE)
_ONLY = Regex(
    r"\b(?:answer|reply|respond|say|write|return|output)\b[^.\n]*\b(?:label|topic|category|class|department)\b[^.\n]*|\b(?:just|only) (?:the|its|one) (?:label|topic|category|class|department)\b[^.\n]*|\b(?:for )?examples?:",
    re.IGNORECASE,
)
_QUOTED = Regex(r"[\"“](?P<message>[^\"”]+|.+)[\"”]\s*\Z", re.DOTALL)


@dataclass(frozen=True)
class Order:
    """Labels, the words that explain each of them, the words of the order, and what stands in the text to explain it."""

    labels: list[str]
    about: dict[str, str]
    words: str
    explained: tuple[str, ...]


def read(text: str) -> Order | None:
    """Return the order in a text, or None if there is none."""
    found = _find(text)
    return _explained(found[0], text, found[1].group()) if found else None


def yes_or_no(told: str) -> tuple[Order, str] | None:
    """Return what instructions want to know of each message with "yes" or "no", and their words: "Is the message spam? Answer yes or no." """
    if not (found := _YES_OR_NO.search(told)):
        return None
    what = found["what"].strip()
    return Order([what, f"not {what}"], {}, "", ()), told


def without_reason(words: str) -> str:
    """Return the words of an order without what asks for a reason."""
    return _REASON.sub("", words).strip(" ,.")


def sent_along(text: str) -> tuple[Order, str, str] | None:
    """Return the order in a prompt, the prompt without the message, and the message; None where no order has a message with it."""
    found = _find(text)
    if not found:
        return None
    labels, match = found
    before, rest = text[: match.start()], text[match.end() :]
    if match.start() >= EARLY or (before.rstrip(" ").endswith("\n\n") and not rest.strip(" .\n")):
        message, _, head = text.rpartition("\n\n")
        if _find(message) or not _find(head):
            return None
    elif behind := _NAMED.search(rest) or _QUOTED.search(rest):
        message, head = behind["message"], text[: match.end() + behind.start("message")]
    elif "\n\n" in rest.strip():
        head, _, message = text.rpartition("\n\n")
    elif text[match.end() - 1] in ":?" or rest.lstrip(" ")[:1] in (":", "?"):
        message, head = rest.lstrip(" :?"), text[: match.end()]
    else:
        return None
    return (_explained(labels, head, match.group()), head, message.strip()) if re.search(r"\w", message) else None


@cache
def _orders() -> list[Regex]:
    put = {"<VERBS>": _VERBS, "<THING>": _THING}
    rows: list[dict] = read_table("label_orders.yaml")
    wordings = [re.sub("<VERBS>|<THING>", lambda found: put[found[0]], row["wording"]) for row in rows]
    return [Regex(wording, re.IGNORECASE, row.get("needs", "")) for wording, row in zip(wordings, rows, strict=True)]


def _find(text: str) -> tuple[list[str], re.Match] | None:
    bare = _PARENTHESES.sub(lambda match: " " * len(match[0]), text)
    for pattern in _orders():
        if (found := pattern.search(bare)) and (labels := _split(found["labels"])):
            return labels, re.compile(r".*", re.DOTALL).match(text, found.start(), found.end())
    if found := _LISTED.search(text):
        lines = re.findall(r"(?:[-*•]|\d[.)])[ \t]+([^\n]+)", found["lines"])
        labels = [re.split(r"\s*(?:[:(=–—]|\s-\s)", line)[0].strip(" .\"'*`") for line in lines]
        if len(labels) <= MOST and all(label and len(label.split()) <= WORDS for label in labels):
            return labels, re.compile(r"[^\n]+").match(text, found.start())
    return None


def _split(labels: str) -> list[str]:
    """Return the labels that are listed; none if what is there is no list of labels."""
    labels = _WITH_ONE.sub("", _REASON.sub("", labels))
    found = [re.sub(r"\A(?:an? |the |either |about )|[\"'“”‘’.?]+", "", part.strip()).strip() for part in _BETWEEN.split(labels)]
    found = [part for part in found if part]
    few = 2 <= len(found) <= MOST and all(len(part.split()) <= WORDS for part in found)
    return found if few and not re.search(r"\b(?:json|list|table|score|keys?)\b", labels, re.IGNORECASE) else []


def _explained(labels: list[str], text: str, words: str) -> Order:
    about: dict[str, list[str]] = {label: [] for label in labels}
    first = " ".join(_PARENTHESES.sub(" ", words).split())
    said = [*_ONLY.findall(text)]
    for label in labels:
        name = re.escape(label)
        for found in re.finditer(rf"\b{name}\W?\s*(\(([^()]*)\))", text, re.IGNORECASE):
            about[label].append(found[2])
            said.append(found[1])
        for found in re.finditer(
            rf"{_LINE}{name}\W?\s*(?::|=|means\b|is for\b|is about\b|–|—|\s-\s)\s*([^\n;.]+)", text, re.IGNORECASE
        ):
            about[label].append(found[1])
            said.append(found[0].strip(_EDGES))
        for found in re.finditer(rf"{_LINE}([^\n]+?)\W*(?:->|=>|→)\s*\W?{name}\b", text, re.IGNORECASE):
            about[label].append(_NOT.sub(" ", found[1]))
            said.append(found[0].strip(_EDGES))
    return Order(labels, {label: ". ".join(texts) for label, texts in about.items() if texts}, first, tuple(filter(None, said)))
