"""What a wish forbids, and how it says that a text is to be: clauses that are no part of what is told.

"a joke, but not about atoms"          -> none with an atom in it
"a story about a hedgehog, 4 lines"    -> the hedgehog; the lines are counted
"""

import re
from collections.abc import Callable
from dataclasses import replace

from .. import abouts
from ..computed.question import Answer
from ..regex import Regex
from .besides import is_manner
from .wish import NUMBER, NUMBERS

Make = Callable[[str], Answer | None]

_HEAD = Regex(r"\A(?:\*\*[^\n]*|[^\n]*:)\n+(?=\S)")
_FORBIDS = Regex(
    r"(?:(?:[\s(]*[,;.?!(:–-]+\s+|\s+but\s+)(?:(?:but|and|please)\s+)*(?P<clause>(?:nothing|not?|never|do not|don['’]?t|without|with no)\s+(?P<what>[^,.;!?()]+?))"
    r"|\s+(?P<clause2>(?:without(?: any)?|with no|nothing|(?:who|that|which) (?:have|has) no|(?:that|which) (?:do(?:es)? not|do(?:es)?n['’]?t|should(?: not|n['’]?t))(?= (?:mention|use|contain|include|involve|have|need|require|rhyme|cost)\b))\s+(?P<what2>[^,.;!?()]+?)))"
    r"(?:,? (?:please|pls|thanks))?\)?(?=\s*(?:[,.;!?)]|\bbut\b|\Z))",
    re.IGNORECASE,
    needs="but do doesn don never no not nothing should with without",
)
LACKS = Regex(
    r"\b(?:without|no|not)(?: an?| any)? [\w'-]+(?: [\w'-]+)?|[\w'-]+ (?:is|are) left out|\w+[- ]free\b",
    re.IGNORECASE,
    needs="free left no not without",
)
_IN_WORDS = Regex(r"\b(?:mention(?:ing)?|the words?|say(?:ing)?|us(?:e|ing))\b", re.IGNORECASE)  # can be looked for in a text
_OR = Regex(r",\s+|\s(?:or|and)\s")
_BEHIND_COMMA = Regex(r"[,(]\s*(?P<clause>[^,.;!?()]+?)\)?(?=\s*(?:[,.;!?]|\Z))")
_TELLS = Regex(
    r"\A(?:with|in the style|as an?|set|using|ending|starting)\b|\A(?!(?:what|how|where|which|when|who)\b).*\b(?:should|must|has to|have to|please|needs? to)\b",
    re.IGNORECASE,
)
_SO_LONG = Regex(rf"(?:(?:max\w*|at most|exactly|only|just|in|about|under)\.? )*(?:{NUMBER})[- ](?:lines?|words?|sentences?|paragraphs?)(?: (?:max\w*|or less|only|long))*", re.IGNORECASE)  # fmt: skip
ALIKE = Regex(r"\b(?:like|similar to|as good as)\s+(?P<name>(?-i:[A-Z])[\w'’]*(?: (?:(?-i:[A-Z0-9])[\w'’]*|of|the|and|in|a|on))*)", re.IGNORECASE)  # fmt: skip


def without_clauses(text: str, found: Answer | None, make: Make) -> tuple[str, Answer | None, list[str]]:
    """Return a wish without the clauses that only forbid something or say how it is to be, what is made of it, and those that were not followed."""
    unmet = []
    for clause, what, cut in clauses(text):
        core, in_words = text.replace(cut, "", 1), bool(_IN_WORDS.search(clause))
        if found and what is None and _TELLS.search(clause) and not is_verse(found):
            continue
        plain = make(core)
        pasted = found is None or _pasted(clause, what, found, plain)
        kept = found and plain and not (in_words or pasted) and body(found) != body(plain)
        if kept or (plain is None and what is None):  # a rule of its own has taken it up
            continue
        if plain is None:
            found = found and lacking(found, _OR.split(what))
            continue
        text, found = core, plain if pasted or in_words else found
        if what is None:
            unmet += [clause] if _TELLS.search(clause) else []
            if (many := re.search(rf"{NUMBER}", clause, re.IGNORECASE)) and number(many[0]) not in (
                None,
                *counts(said(found)),
            ):
                unmet.append(clause)
            continue
        allowed = lacking(found, _OR.split(what))
        if allowed is None:
            return text, None, []
        lacks = any(abouts.telling(what) <= abouts.stems(one) for one in LACKS.findall(said(allowed)))
        if not (lacks or in_words) and len(allowed.ways) == len(found.ways):
            unmet.append(clause)
        found = allowed
    return text, found, unmet


def clauses(text: str) -> list[tuple[str, str | None, str]]:
    """Return the clauses that forbid something or say how a text is to be, with what is forbidden, and with the words around them."""
    forbids = [(one["clause"] or one["clause2"], one["what"] or one["what2"], one[0]) for one in _FORBIDS.finditer(text)]
    forbids = [(clause, None if is_manner(clause) else what, cut) for clause, what, cut in forbids]
    return forbids + [
        (one["clause"], None, one[0])
        for one in _BEHIND_COMMA.finditer(text)
        if _is_manner(one["clause"]) or _TELLS.search(one["clause"])
    ]


def _pasted(clause: str, what: str | None, found: Answer, plain: Answer | None) -> bool:
    """Return whether a clause stands in a text as it was typed, which is no more than the text without it."""
    if plain and what and has(what, found) and not has(what, plain):
        return True  # a rule took what is forbidden for what is wished
    if clause.casefold() not in body(found).casefold():
        return False
    return (
        what is None or is_verse(found) or (plain is not None and body(found).replace(clause, "").split() == body(plain).split())
    )


def is_verse(found: Answer) -> bool:
    """Return whether an answer is a verse, a story or the like, which may speak of what nobody likes."""
    return found.about.partition(" ")[0] in ("verse", "")


def has(what: str, found: Answer) -> bool:
    """Return whether an answer has a thing in it, other than to say that it is without it."""
    return bool(stems := abouts.telling(what)) and stems <= abouts.stems(LACKS.sub(" ", body(found)))


def _is_manner(clause: str) -> bool:
    """Return whether a clause only says how a text is to be, how long, or where it is to stand."""
    return (
        is_manner(clause)
        or bool(_SO_LONG.fullmatch(clause))
        or not (abouts.stems(clause) - abouts.words("little") - abouts.words("wished"))
    )


def lacking(found: Answer, unwanted: list[str]) -> Answer | None:
    """Return an answer without the ways that have an unwanted thing in them; None if none are left."""
    stems = [abouts.telling(_IN_WORDS.sub(" ", one)) for one in unwanted]
    return kept(found, lambda said: not any(one and one <= abouts.stems(LACKS.sub(" ", said)) for one in stems))


def kept(found: Answer, keeps: Callable[[str], bool]) -> Answer | None:
    """Return an answer with those of its ways that keep a rule; None if none does."""
    ways = [(weight, said) for weight, said in found.ways if keeps(said)]
    return replace(found, ways=ways) if ways else None


def said(found: Answer) -> str:
    """Return the likeliest text of an answer."""
    return found.ways[0][1]


def body(found: Answer) -> str:
    """Return the likeliest text of an answer without its title."""
    return _HEAD.sub("", said(found))


def number(word: str) -> int | None:
    word = word.casefold()
    return int(word) if word.isdecimal() else NUMBERS.index(word) if word in NUMBERS[2:] else None


def counts(told: str) -> tuple[int, ...]:
    """Return how many items, lines, sentences and words a text has."""
    lines = [line for line in told.split("\n") if line.strip()]
    items = [line for line in lines if re.match(r"\d+\. |- ", line)]
    return len(items), len(lines), len(re.findall(r"[.!?](?=\s|\Z)", told)), len(told.split())
