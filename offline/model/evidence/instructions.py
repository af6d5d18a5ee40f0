"""Find the parts of a text that only tell what to do with the rest.

"Extract the name: Anna is 34." has an instruction, up to the colon, and the text that it is about.
A value from the instruction counts less: the word "name" is no name.
"""

import re

from . import texts

_POLITE = r"\W*(?:(?:please|can you|could you|would you|i want you to|your task is to|i'd like you to|now|then|and|also)\s+)*"
# Verbs of those who want something done with a text, and verbs that do so only where a colon follows.
_ASKED = "extract|parse|classify|categori[sz]e|summari[sz]e|analy[sz]e|identify|detect|determine|return|respond|reply|output|label|structure|pull out|answer (?:in|with|as|only)"
_WANTED = (
    "convert|find|get|list|give|tell|write|create|add|translate|make|turn|read|rate|check|fill|answer|generate|describe|what|who|which|use|format|process"
    "|transform|decide|count|name"
)
_INSTRUCTION = re.compile(rf"{_POLITE}(?:{_ASKED})\b", re.IGNORECASE)
_JSON = re.compile(r"\bJSON\b", re.IGNORECASE)
_REQUEST = re.compile(
    rf"{_POLITE}(?:{_ASKED}|{_WANTED}|explain|suggest|recommend|show|solve|help|what|why|how|when|where)\b", re.IGNORECASE
)
_BEFORE_COLON = re.compile(
    rf"{_POLITE}(?:{_ASKED}|(?:{_WANTED}|here is|here's|this is|is|the following|following|below)\s+\w)"
    r"(?:[^:\n\"{]|\{[^}\n]*\}|\"[^\"\n]{0,30}\")*:(?=\s|$)",
    re.IGNORECASE,
)
_BLOCK = re.compile(
    r"\"\"\"(.+?)\"\"\"|```(?:\w*\n)?(.+?)```|<(text|document|email|article|input|review|message)>(.+?)</\3>", re.DOTALL
)


def find(text: str) -> list[tuple[int, int]]:
    """Return the parts of `text` that tell what to do with the rest; none if there would be no rest."""
    told = _around_blocks(text) or _by_sentence(text)
    rest = len(text.strip()) - sum(end - start for start, end in told)
    return told if rest > 2 else []


def _around_blocks(text: str) -> list[tuple[int, int]]:
    """Return what stands around blocks such as \"\"\"...\"\"\"; an empty list if there are none."""
    told, start = [], 0
    for block in _BLOCK.finditer(text):
        told.append((start, block.start(block.lastindex if block.lastindex != 3 else 4)))
        start = block.end()
    return [*told, (start, len(text))] if told else []


def _by_sentence(text: str) -> list[tuple[int, int]]:
    told = []
    first_paragraph = text.find("\n\n")
    for start, end in texts.sentences(text):
        sentence = text[start:end]
        if colon := _BEFORE_COLON.match(sentence):
            told.append((start, start + colon.end()))
        elif _JSON.search(sentence) and is_request(sentence):
            told.append((start, end))
        elif _INSTRUCTION.match(sentence) or (0 < end <= first_paragraph and sentence.endswith("?")):
            quoted = next(texts.quotes(sentence), None)
            told += [(start, start + quoted[0]), (start + quoted[1], end)] if quoted else [(start, end)]
    return told


def is_request(sentence: str) -> bool:
    """Return whether a sentence asks for something, and so does not tell anything."""
    return sentence.rstrip().endswith("?") or bool(_REQUEST.match(sentence))
