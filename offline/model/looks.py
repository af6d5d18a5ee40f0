"""Values that a tool's parameter can be seen to mean by their look: a path, a ticker symbol, "20-sided", what is in quotes.

    seen({"path": {"type": "string"}}, "Read notes.txt, please")  -> {"path": "notes.txt"}

The looks are in looks.yaml. Whatever has no look of its own is left to `evidence`.
"""

import re
from functools import cache

from .meaning import SYNONYM, knowledge, likeness, stem, stems, words
from .requests import quoted

_TYPES = {"string": str, "integer": int, "number": float}


def seen(properties: dict[str, dict], text: str) -> dict[str, object]:
    """Return the values of those parameters (name and schema) that are to be seen in `text`; each place counts once."""
    found: dict[str, object] = {}
    taken: set[tuple[int, int]] = set()
    quotes, names = quoted(text), knowledge().names
    texts = [name for name, schema in properties.items() if _type(schema) == "string" and stems(name) & names["quoted"]]
    for before, quote in quotes:
        near = [
            name for name in texts if name not in found and any(likeness(stem(before), word) >= SYNONYM for word in stems(name))
        ]
        found |= dict.fromkeys(near[:1], quote)
    if len(quotes) == 1 and len(texts) == 1:
        found[texts[0]] = quotes[0][1]
    for name, schema in properties.items():
        kind = _TYPES.get(_type(schema))
        for look in _looks(name) if kind and name not in found else ():
            match = next((match for match in look.finditer(text) if _span(match) not in taken), None)
            if match:
                taken.add(_span(match))
                found[name] = kind(_value(match).strip(" \"'“”’"))
                break
    return found


def left_over(name: str, schema: dict, text: str) -> list:
    """Return what in `text` may be the one value that is still missing: numbers, what stands beside the name, or proper names."""
    kind = _TYPES.get(_type(schema))
    if kind in (int, float):
        return [
            kind(number)
            for number in re.findall(r"(?<![\w.:/-])-?\d+(?:\.\d+)?(?![\w:/-]|\.\d)", text)
            if kind is float or "." not in number
        ]
    if kind is not str or stems(name) & (knowledge().names["free"] | knowledge().names["typed"]):
        return []
    said = re.escape(" ".join(words(name)))
    beside = re.findall(rf"(?i)\b(?:the|in|to|on|my|our) ([\w-]+) {said}\b|\b{said} [\"'“#]?([\w-]+)", text)
    beside = [word for pair in beside for word in pair if word and word.casefold() not in knowledge().ignored]
    if beside:
        return beside[:1]
    names = re.findall(r"(?<=[\w,] )[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*", text)
    return [name for name in names if name.casefold() not in knowledge().ignored] or re.findall(
        r"(?i)\b(?:of|for|about|with|any|does an?|in an?) (?:the |an? )?([a-z][\w-]+)(?: have| left| cost)?\W*$", text
    )


def takes_symbol(properties: dict[str, dict]) -> bool:
    """Return whether a tool wants a ticker symbol."""
    return any(stems(name) & knowledge().names["symbol"] for name in properties)


def by_symbol(text: str) -> str:
    """Return `text` with the names of companies that everybody knows as their ticker symbols."""
    symbols = knowledge().symbols
    return re.sub(rf"\b({'|'.join(symbols)})(?:['’]s)?\b", lambda match: symbols[match[1]], text)


def _type(schema: dict) -> str | None:
    """Return the type of a plain text or number, with or without null; None for one of a list or of a given format."""
    if schema.keys() & {"enum", "const", "format", "pattern"}:
        return None
    types = schema.get("type") or [option.get("type") for option in schema.get("anyOf", ()) if isinstance(option, dict)]
    types = [types] if isinstance(types, str) else [name for name in types if name != "null"]
    return types[0] if len(types) == 1 and isinstance(types[0], str) else None


@cache
def _looks(name: str) -> list[re.Pattern]:
    return [
        re.compile(look) for called, look in knowledge().looks.items() if stems(name) & {stem(word) for word in called.split()}
    ]


def _value(match: re.Match) -> str:
    return next((group for group in match.groups() if group is not None), match[0])


def _span(match: re.Match) -> tuple[int, int]:
    return match.span(match.lastindex or 0)
