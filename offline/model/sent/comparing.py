"""Compare two texts that are sent along: how long they are, which words they share, and which only one of them has."""

import re

from ..computed.english import STOPWORDS
from ..regex import Regex
from .reading import Done, Sent

_ASKS = Regex(
    r"(?:please )?(?:compare|contrast|what(?:'s| is| are)? (?:the )?(?:differences?|similarit(?:y|ies)|common)|how do|how are|find (?:the )?(?:differences?|similarities)|show (?:me )?the differences?|list the differences?)\b[^:]*?\b(?:texts?|sentences?|paragraphs?|statements?|messages?|reviews?|descriptions?|versions?|these two|the two|those two|following)\b[^:]*",
    re.IGNORECASE,
)
_NO = Regex(
    r"\b(?:better|best|code|python|functions?|lists?|models?|prefer|which|(?:answer|reply|respond|say) (?:with|in|only|just)|only)\b",
    re.IGNORECASE,
)
_LABELED = Regex(
    r"(?:\A|\s)(?:(?:text|sentence|version|statement|review|paragraph) )?(?P<name>A|B|1|2|one|two|first|second)(?:[:)]|\.(?=\s))\s*(?P<text>.+?)(?=\s+(?:(?:text|sentence|version|statement|review|paragraph) )?(?:A|B|1|2|one|two|first|second)(?:[:)]|\.(?=\s))|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_QUOTED = Regex(r"[\"“]([^\"”]+)[\"”]")
MOST = 8  # words named of each


def answer(sent: Sent) -> Done | None:
    """Return what two texts share and how they differ; None where anything else is asked, or there are not two."""
    if not _ASKS.fullmatch(sent.head) or _NO.search(sent.head):
        return None
    texts = _two(f"{sent.body}")
    if texts is None:
        return None
    words = [
        list(dict.fromkeys(word for word in re.findall(r"[^\W_][\w'’-]*", text.casefold()) if word not in STOPWORDS))
        for text in texts
    ]
    both = [word for word in words[0] if word in words[1]]
    only = [[word for word in some if word not in both] for some in words]
    counts = [len(text.split()) for text in texts]
    longer = (
        "They are equally long"
        if counts[0] == counts[1]
        else f"The {'first' if counts[0] > counts[1] else 'second'} one is longer"
    )
    lines = [
        f"- Length: {longer} ({counts[0]} and {counts[1]} words).",
        f"- In both: {_listed(both)}.",
        f"- Only in the first: {_listed(only[0])}.",
        f"- Only in the second: {_listed(only[1])}.",
    ]
    return Done("\n".join(lines) + "\n\nI compare words only, not what they mean.", obeys=frozenset({"bullets"}))


def _two(body: str) -> list[str] | None:
    """Return the two texts in a body: between quotation marks, behind labels, in paragraphs or lines of their own."""
    labeled = [found["text"] for found in _LABELED.finditer(body)]
    for parts in (_QUOTED.findall(body), labeled, re.split(r"\n\s*\n", body), body.split("\n")):
        texts = [part.strip().strip('"“”') for part in parts if re.search(r"\w", part)]
        if len(texts) == 2:
            return texts
    return None


def _listed(words: list[str]) -> str:
    return ", ".join(words[:MOST]) + (" …" if len(words) > MOST else "") if words else "no telling word"
