"""Find the sources in a request, the question about them, and how to answer it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..regex import Regex

NOT_THERE = "The sources do not say that."
MOST_READ = 60_000  # characters of one message

_THINGS = r"(?:sources?|documents?|docs|passages?|pages?|excerpts?|snippets?|extracts?|chunks?|contexts?|texts?|paragraphs?|materials?|articles?|notes?|information|facts)"
_ONLY = Regex(
    rf"\b(?:only|just|solely|strictly|exclusively|nothing but)\b[^.!?\n]{{0,60}}\b{_THINGS}\b"
    rf"|\b{_THINGS}\b[^.!?\n]{{0,60}}\b(?:only|alone|nothing else)\b"
    rf"|\b(?:cite|quote)\b[^.!?\n]{{0,60}}\b{_THINGS}\b|\b(?:with|name|give|by)\b[^.!?\n]{{0,40}}\b(?:citations?|its source|the source|sources)\b"
    rf"|\b(?:answer|use|using|based|according|from|with|in)\b[^.!?\n]{{0,40}}\b(?:these|the|following|given|numbered|provided|attached)\b[^.!?\n]{{0,20}}\b{_THINGS}\b",
    re.IGNORECASE,
)
_TAGGED = Regex(
    r"<(document|doc|source|passage|page|excerpt|chunk|snippet|article)\b([^>\n]{0,200})>(.*?)</\1>",
    re.IGNORECASE | re.DOTALL,
    needs="</",
)
_ATTRIBUTE = Regex(
    r"\b(?:id|index|n|no|nr|number|name|title|source|ref|file)\s*=\s*[\"']?([^\"'>]+?)[\"']?(?:\s|/|$)", re.IGNORECASE
)
_TITLE = Regex(r"\b(?:title|heading|name)\s*=\s*[\"']([^\"'>]+)", re.IGNORECASE)
_MARKS = [  # at the beginning of a line; of several kinds, the one that comes first counts
    Regex(r"^[ \t]*\[(?P<label>[^\]\n]{1,100})\](?!\()[:.]?[ \t]*", re.MULTILINE),
    Regex(
        r"^[ \t]*[#*=\-]{0,5}[ \t]*(?i:source|document|doc|passage|page|excerpt|chunk|snippet|text|article|paragraph)(?:[ \t]*#?(?=\d)|[ \t]+)(?P<label>\d{1,4}|[A-Z])\b[ \t]*[*=\-]{0,5}[:.)\]]?[*]{0,2}[ \t]*",
        re.MULTILINE,
        needs="article chunk doc excerpt page paragraph passage snippet source text",
    ),
    Regex(r"^[ \t]*\(?(?P<label>\d{1,3})[.):][ \t]+", re.MULTILINE),
]
_QUESTION = Regex(
    r"^[ \t#*]*(?:(?:user'?s? |my |the )?question|q|query|frage)[ \t*]*:[ \t*]*(?P<asked>.+)", re.MULTILINE | re.IGNORECASE
)
_LAST = Regex(r"\n[ \t]*\n(?P<asked>[^\n]{1,400}\?)[\"'\s]*\Z")
_HEADING = Regex(
    r"^[ \t#*]*(?:the |numbered |my )?(?:sources|documents|passages|excerpts|context|texts|pages)[ \t*]*:?[ \t*]*$",
    re.MULTILINE | re.IGNORECASE,
)
_SENTENCE = Regex(r"(?<=[.!?:;])[\"”']?\s+|(?<=[.!?][\"”'])\s+|\n+")
_MISSING = Regex(
    r"\b(?:not|no|none|nothing|cannot|missing|absent|unknown|without|unless|otherwise|else)\b|n['’]t\b|\bun(?:answer|know)\w*",
    re.IGNORECASE,
)
_SAY = Regex(
    r"\b(?:say|reply|replies|answer|respond|write|return|output|state)s?\b(?: (?:only|with|just|exactly|simply|that|clearly))*\s*:?\s*"
    r"(?:[\"“](?P<quoted>[^\"”\n]{2,200})[\"”]|['‘](?P<single>[^\n]{2,200}?)['’](?=[\s.,;]|$)|(?<=:)\s*(?P<bare>[^\n\"“]{2,200}))",
    re.IGNORECASE,
)
_QUOTES = Regex(r"\bquot(?:e|es|ed|ing|ation|ations)\b|\bverbatim\b|\bword for word\b", re.IGNORECASE)
_CITES = Regex(
    r"\b(?:cit(?:e|es|ed|ing|ation|ations)|references?|numbers?|which source|(?:name|with|give)\b[^.\n]{0,30}\bsources?)\b",
    re.IGNORECASE,
)
_MARKED_AS = Regex(r"«[^«»\n]*»|‹[^‹›\n]*›|「[^「」\n]*」|<<[^<>\n]*>>")
_ABOUT_SOURCES = Regex(
    rf"\b{_THINGS}\b|\bquot(?:e|ation)|\bcit(?:e|ation)|\bonly from\b|\bmake (?:up|things)|\binvent|\bguess", re.IGNORECASE
)


@dataclass(frozen=True)
class Source:
    """One of the texts, with the name that the request gives it: "1" for "[1] ...". `heading` is its title, where it has one."""

    label: str
    text: str
    heading: str = ""


@dataclass(frozen=True)
class Sourced:
    """A request to answer from sources. `told` are the instructions that are not about them, `marks` stand around a quote."""

    question: str
    sources: tuple[Source, ...]
    not_there: str = NOT_THERE
    quotes: bool = False
    cites: bool = False
    told: str = ""
    marks: tuple[str, str] = ('"', '"')


def read(messages: list[dict]) -> Sourced | None:
    """Return what is asked about sources, if the messages (role and content dicts) bring some, and want an answer from those."""
    told = "\n".join(message["content"] for message in messages if message["role"] in ("system", "developer"))
    asked = tuple(message["content"] for message in messages if message["role"] == "user" and message.get("content"))
    return _read(told[-MOST_READ:], tuple(text[-MOST_READ:] for text in asked[-3:])) if asked else None


@lru_cache(maxsize=64)
def _read(told: str, asked: tuple[str, ...]) -> Sourced | None:
    for text in (*reversed(asked), told):
        sources, around = _sources(text)
        if sources:
            break
    else:
        return _without_sources(told, asked[-1])
    question = _question(around) if text is asked[-1] else asked[-1]
    rest = around.replace(question, " ") if text is asked[-1] else around
    rules = "\n".join(dict.fromkeys([rest, told] if text is not told else [rest]))
    if not question.strip() or not _ONLY.search(rules):
        return None
    left = [part for part in _SENTENCE.split(told if text is not told else around) if part and not _about_sources(part)]
    return Sourced(
        question=question.strip(),
        sources=sources,
        not_there=_not_there(rules),
        quotes=bool(_QUOTES.search(rules)),
        cites=bool(_QUOTES.search(rules) or _CITES.search(rules)),
        told=" ".join(left),
        marks=_marks(rules),
    )


def _without_sources(told: str, question: str) -> Sourced | None:
    """Return what is asked if the rules want quotes from sources, and say what to answer else, and a line asks without any."""
    rules = _ONLY.search(told) and _QUOTES.search(told) and _CITES.search(told)
    if not rules or _not_there(told) == NOT_THERE or "\n" in question.strip():
        return None
    return Sourced(question=question.strip(), sources=(), not_there=_not_there(told), quotes=True, cites=True)


def _sources(text: str) -> tuple[tuple[Source, ...], str]:
    """Return the sources in a text, and the text without them."""
    for find in (_tagged, _in_json, _marked):
        sources, around = find(text)
        if sources:
            return sources, around
    return (), text


def outside(text: str) -> str:
    """Return instructions without the sources that stand in them between tags: what those say is no rule."""
    return _TAGGED.sub("\n\n", text)


def _tagged(text: str) -> tuple[tuple[Source, ...], str]:
    found = list(_TAGGED.finditer(text))
    labels = [_ATTRIBUTE.search(one[2]) for one in found]
    sources = [
        Source(label[1].strip() if label else str(n), one[3].strip(), " ".join(_TITLE.findall(one[2])))
        for n, (one, label) in enumerate(zip(found, labels, strict=True), 1)
    ]
    return tuple(sources), _TAGGED.sub("\n\n", text)


def _in_json(text: str) -> tuple[tuple[Source, ...], str]:
    start = re.search(r"\[\s*\{", text)
    if not start:
        return (), text
    try:
        listed, length = json.JSONDecoder().raw_decode(text[start.start() :])
    except ValueError:
        return (), text
    sources = tuple(source for n, one in enumerate(listed, 1) if isinstance(one, dict) and (source := _of_json(one, n)))
    return sources, text[: start.start()] + "\n\n" + text[start.start() + length :]


def _of_json(one: dict, number: int) -> Source | None:
    texts = [value for value in one.values() if isinstance(value, str)]
    body = max(texts, key=len, default="")
    label = next((value for value in one.values() if value is not body and isinstance(value, str | int)), number)
    return Source(str(label), body) if body else None


def _marked(text: str) -> tuple[tuple[Source, ...], str]:
    kinds = [list(mark.finditer(text)) for mark in _MARKS]
    marks = min(filter(None, kinds), key=lambda found: found[0].start(), default=[])
    if not marks:
        return (), text
    end = len(text)
    if closing := (_QUESTION.search(text, marks[-1].end()) or _LAST.search(text, marks[-1].end())):
        end = closing.start()
    ends = [*(mark.start() for mark in marks[1:]), end]
    sources = [Source(mark["label"].strip(), text[mark.end() : stop].strip()) for mark, stop in zip(marks, ends, strict=True)]
    return tuple(source for source in sources if source.text), text[: marks[0].start()] + "\n\n" + text[end:]


def _question(around: str) -> str:
    """Return the question in what is left of a message without its sources: what is called so, or the last that asks."""
    if named := _QUESTION.search(around):
        return named["asked"].strip()
    parts = [part.strip() for part in re.split(r"\n+", _HEADING.sub("", around)) if part.strip()]
    asking = [part for part in parts if part.endswith("?")] or parts[-1:]
    sentences = [part for part in re.split(r"(?<=[.!?])\s+", asking[-1]) if part] if asking else []
    wanted = [part for part in sentences if part.endswith("?")] or sentences
    return " ".join(wanted)


def _not_there(rules: str) -> str:
    """Return what to say where the sources do not have the answer."""
    found = said_if_missing(rules)
    return found[0] if found else NOT_THERE


def said_if_missing(rules: str) -> tuple[str, str] | None:
    """Return what rules want to have said where an answer is missing, and the rule that says so; None if none does."""
    for part in _rules(rules):
        if _MISSING.search(part) and (said := _SAY.search(part)):
            words = (said["quoted"] or said["single"] or said["bare"]).strip()
            return words if words[-1:] in ".!?" else f"{words}.", part.strip()
    return None


def _marks(rules: str) -> tuple[str, str]:
    """Return the marks that the rules show around a quote, such as « and »."""
    if not (shown := _MARKED_AS.search(rules)):
        return ('"', '"')
    width = 2 if shown[0].startswith("<<") else 1
    return shown[0][:width], shown[0][-width:]


def _rules(text: str) -> Iterator[str]:
    """Yield the sentences of a text; what stands in quotation marks is not cut."""
    for line in text.split("\n"):
        yield from re.findall(r"(?:[^.!?\"“]|\"[^\"]*\"|“[^”]*”|[.!?](?=\S))+[.!?]?|.+", line)


def _about_sources(sentence: str) -> bool:
    return bool(
        _ABOUT_SOURCES.search(sentence) or (_MISSING.search(sentence) and _SAY.search(sentence)) or not re.search(r"\w", sentence)
    )
