"""JSON for which only the words of a message ask: nothing guarantees its form, so it often comes wrapped up.

    'Answer in JSON with the keys name and age: Anna is 34.'
    -> {"name":"Anna","age":34}, or the same inside a Markdown fence, or behind "Here is the JSON:"

The object is filled as a structured reply is, also where the message shows a JSON Schema instead of naming the keys. What
stands around it is drawn, as a chat model's habits are.
"""

import json
import re
from collections.abc import Iterator

from ..refusals import Refused, schemas
from . import tokens
from .context import TOLD
from .regex import Regex
from .reply import Way

_JSON = Regex(r"\bjson(?:\b|_)", re.IGNORECASE, needs="json")
_BARE = Regex(
    r"\b(?:only|just|raw|nothing (?:else|but)|no (?:other|extra|markdown|code|explanations?|prose)|without (?:any|markdown|a code|code))\b",
    re.IGNORECASE,
)
_TO_MATCH = Regex(
    r"\b(?:match\w*|conform\w*|adher\w*|compatible|according|fits?|follow(?:s|ing)?|us(?:e|ing))\b[^.\n]{0,60}schema",
    re.IGNORECASE,
    needs="schema",
)
_LABEL = Regex(
    r"(?:\w+_)?(?:label|category|class|classification|sentiment|topic|type|kind|intent|tag|department|mood)", re.IGNORECASE
)
_ERROR = Regex(r"\b(?:\w*error|exception|traceback|(?:doesn['’]?t|does not|not) work(?:ing)?)\b", re.IGNORECASE)
_ORDERED = Regex(
    r"\b(?:as|in|into|return|reply|answer|give|output|respond|only|extract|valid)\b[^.\n]{0,30}\bjson\b|\bjson (?:object )?with\b",
    re.IGNORECASE,
    "json",
)
_ABOUT_IT = Regex(r"\b(?:functions?|scripts?|class|code|explain|describe|whether|validate|check|convert)\b", re.IGNORECASE)
_ASKS_HOW = Regex(
    r"\W*(?:how (?:do|can|could|should) (?:i|we|you)|how to|why|when|should (?:i|we)|do (?:i|we))\b[^\n?]*\?\W*", re.IGNORECASE
)
_SOMEBODY = Regex(
    r"\b(?:invented|made[- ]up|fake|fictional|fictitious|imaginary|random|dummy|sample|example|imagined)\s+(?:\w+ )?(?:person|user|customer|people|employee|student|client|human|man|woman|contact|profile|patient)s?\b",
    re.IGNORECASE,
)
SOMEBODY = (
    "name: Mara Lindholm\nage: 34\ncity: Lisbon\ncountry: Portugal\nemail: mara.lindholm@example.com\nphone: +351 555 0142\njob: nurse\nhobby: sailing\n"
    "address: 12 Harbor Street, Lisbon\ncompany: Blue Lamp Ltd.\nbirthday: 1992-05-14"
)
UNKNOWN = "unknown"
FEW = 3  # words of a message that say neither yes nor no to anything
_TEMPLATE = Regex(r"\{[^{}]*[\"'“]\w[\w -]*[\"'”]\s*:[^{}]*\}")
_NAME = Regex(r"name|title|word|term|item|food|animal|product", re.IGNORECASE)
_A_THING = Regex(r"(?!(?:hi|hello|hey|thanks?|yes|no|ok)\b)(?:[^\W\d_]+(?: |\Z)){1,3}", re.IGNORECASE)
_SHOWN = Regex(
    r"\b(?:answer|reply|respond|return|(?:give|show|send) me|format|output|as|with|use|schema|like)\W*(?P<template>\{[^{}]*\})",
    re.IGNORECASE,
)
_CODE = Regex(r"\bdef \w|\bimport \w|\w = |\w\(|```|;\s*\Z")
_KEY = Regex(r"[\"'“](\w[\w -]*)[\"'”]\s*:")
_CONFIDENCE = Regex(r"(?:confidence|certainty|probability)(?:_?score)?", re.IGNORECASE)
_PLACE = Regex(
    r"\W*(?:(?P<integer>(?:int(?:eger)?|whole number)\b|0\Z)|(?P<number>(?:number|float|decimal|double)\b|0(?:\.0+)?\s*(?:-|–|to|\.\.)\s*1)|(?P<boolean>bool(?:ean)?\b|true\W+(?:or\W+)?false\b)"
    r"|(?P<string>str(?:ing)?|text)\b|(?P<dots>\.\.\.|…|\Z|<|your\b))",
    re.IGNORECASE,
)
_TIED = Regex(r"\A\W*(?:(?:and|what about|how about|now|then)\b\s*)+(?=[^\W\d_]+\W*\Z)", re.IGNORECASE)
_WHOLE = Regex(r"(?:user_?)?(?:question|input|prompt|message|query|original|original_text)", re.IGNORECASE)
WRAPPINGS = [(1.1, "", ""), (1.0, "```json\n", "\n```"), (0.8, "Here is the JSON:\n\n```json\n", "\n```")]
"""What stands before and after the object, each with its weight: about one in two comes bare (see `sampling.surer`)."""


def wanted_in(texts: list[str]) -> bool:
    """Return whether one of the texts (instructions, a message) asks for JSON and names its keys; a schema names none.

    "How do I get JSON with these keys?" asks about it, and not for it.
    """
    asking = [
        text
        for text in texts
        if _asks(text) and not _only_mentioned(text) and not _ASKS_HOW.fullmatch(text) and not any(_schemas(text))
    ]
    if not asking:
        return False
    from .evidence import keys  # a large room: loaded when first a message speaks of JSON

    return any(keys.wanted(text) for text in asking)


def wants_somebody(text: str) -> bool:
    """Return whether a message wants an object about an invented person, and sends no text along."""
    return bool(_SOMEBODY.search(text)) and ":" not in text


def shape(texts: list[str], *, answered: bool = False) -> dict | None:
    """Return the schema of an object about somebody invented, of one whose types are told, or with one of some labels in it; None for any other one.

    `answered`: there is an answer, of which the stand-in is as sure as can be.
    """
    from .computed import label_orders
    from .evidence import keys

    names = next((names for text in texts if _asks(text) and (names := keys.wanted(text))), ())
    if names and wants_somebody(texts[0]):
        return {
            "type": "object",
            "properties": {name: {} for name in names},
            "required": list(names),
            "additionalProperties": False,
        }
    typed = next((typed for text in texts if _asks(text) and (typed := _typed(text, names))), {})
    order = next((order for text in texts if (order := label_orders.read(text))), None)
    labeled = [name for name in names if order and _LABEL.fullmatch(name)]
    from .computed import places

    sent = _TIED.sub("", texts[0]).strip(" ?.!")
    named = [place.name for place in places.mentioned(sent) if place.kind == "city" and place.name.casefold() == sent.casefold()]
    cities = [name for name in names[:1] if named and name in ("city", "town")]
    typed |= {name: {"const": None} for name in typed if len(sent.split()) <= FEW and "boolean" in typed[name].get("type", ())}
    if not (labeled or typed or cities or any(name == "sentiment" or _WHOLE.fullmatch(name) for name in names)):
        return None
    of = {name: {"enum": order.labels} if name in labeled else {"type": "string"} for name in names}
    of |= {"sentiment": {"enum": ["positive", "negative", "neutral"]}} if "sentiment" in names and not labeled else {}
    of |= {name: {"enum": [texts[0].strip()]} for name in names if _WHOLE.fullmatch(name)}
    of |= {name: schema for name, schema in typed.items() if name not in labeled and not _WHOLE.fullmatch(name)}
    of |= {name: {"const": named[0]} for name in cities}
    of |= {name: {"const": sent} for name in names[:1] if name in typed and _NAME.fullmatch(name) and _A_THING.fullmatch(sent)}
    of |= {
        name: {"const": int(answered)}
        for name in typed
        if _CONFIDENCE.fullmatch(name) and "number" in typed[name].get("type", ())
    }
    return {"type": "object", "properties": of, "required": list(names), "additionalProperties": False}


def _only_mentioned(text: str) -> bool:
    """Return whether a text reports an error in which JSON is named: "POST with json doesn't work"."""
    return bool(_ERROR.search(text)) and not _ORDERED.search(text)


def _asks(text: str) -> bool:
    """Return whether a text speaks of JSON, or shows a template for the reply: 'Answer as {"result": number}'."""
    shown = None if _CODE.search(text) else _SHOWN.search(text)
    return bool(_JSON.search(text) or (shown and _typed(shown["template"], tuple(_KEY.findall(shown["template"])))))


def _typed(text: str, names: tuple[str, ...]) -> dict[str, dict]:
    """Return the schema of each of some keys by what a template or a note in brackets says of it; empty if none says anything."""
    found: dict[str, dict] = {}
    for name in names:
        at = re.search(
            rf"[\"'“`]?\b{re.escape(name)}\b[\"'”`]?\s*(?::\s*|\(\s*)(?P<value>\"[^\"]*\"|\[[^\]]*\]|[^,{{}}()]*)", text
        )
        value = at["value"].strip() if at else ""
        if at is None:
            if _CONFIDENCE.fullmatch(name):
                found[name] = {"type": ["number", "null"]}
            continue
        options = [option.strip() for option in value.strip("\"'").split("|")]
        place = _PLACE.match(value.strip("\"'"))
        if len(options) > 1 and all(options) and not (place and place["boolean"]):
            found[name] = {"enum": options}
        elif value.startswith("["):
            found[name] = {"type": "array", "items": {"type": "string"}}
        elif place:
            kind = place.lastgroup if place["dots"] is None else ""
            found[name] = {"type": [kind, "null"] if kind and (kind != "string" or "null" in text) else "string"}
    return found


def without_template(messages: list[dict]) -> list[dict]:
    """Return messages without the templates in them: what stands for a value is none."""
    from .evidence import keys

    def bare(text: str) -> str:
        return _TEMPLATE.sub(lambda found: " " if _typed(found[0], keys.wanted(found[0])) else found[0], text)

    return [message | {"content": bare(message["content"])} if message.get("content") else message for message in messages]


def alone(messages: list[dict]) -> list[dict]:
    """Return messages with the last one without what ties it to the one before: "and Mombasa?"."""
    return [*messages[:-1], *(message | {"content": _TIED.sub("", message["content"])} for message in messages[-1:])]


def has_first(written: str) -> bool:
    """Return whether an object has a value for the first of its keys: then it is of a thing of its own."""
    try:
        return next(iter(json.loads(written).values()), UNKNOWN) not in (UNKNOWN, "", None)
    except ValueError:
        return False


def with_new(before: str, new: str) -> str:
    """Return an object with the values that a new message has for its keys."""
    try:
        told = {key: value for key, value in json.loads(new).items() if value not in (UNKNOWN, "", None)}
        return json.dumps(json.loads(before) | told, ensure_ascii=False, separators=(",", ":"))
    except ValueError:
        return before


def schema_in(messages: list[dict], *, filled: bool) -> tuple[dict | None, list[dict]]:
    """Return the JSON Schema of an object that the last message or the instructions show, and the messages without it.

    Unless it is to be `filled` anyway, the words before it must ask for JSON that matches it. None if there is no such schema.
    """
    for message in [*messages[-1:], *(message for message in messages if message["role"] in TOLD)]:
        text = message["content"]
        for start, end, schema in reversed(list(_schemas(text))):  # the first ones may be examples
            if filled or _is_to_match(text[:start]):
                shorn = message | {"content": text[:start] + text[end:]}
                return schema, [shorn if one is message else one for one in messages]
    return None, messages


def _is_to_match(words: str) -> bool:
    return bool(_JSON.search(words) and _TO_MATCH.search(words) and not _ABOUT_IT.search(words))


def _schemas(text: str) -> Iterator[tuple[int, int, dict]]:
    """Yield the JSON Schemas with properties that stand in a text, each with its place."""
    start = text.find("{") if '"properties"' in text else -1
    while start >= 0:
        try:
            found, end = json.JSONDecoder().raw_decode(text, start)
            if isinstance(found.get("properties"), dict) and found["properties"]:
                schemas.check(found, context="function", name="", param="", code=None, strict=False)
                yield start, end, found
        except (ValueError, RecursionError, Refused):
            end = start + 1
        start = text.find("{", end)


def wrapped(ways: list[Way], texts: list[str]) -> list[Way]:
    """Return the ways to write an object with what stands around it: nothing, if the texts want nothing else."""
    if any(_JSON.search(text) and _BARE.search(text) for text in texts):
        return ways
    return [
        (weight * share, [*_slot(before), *slots, *_slot(after)]) for share, before, after in WRAPPINGS for weight, slots in ways
    ]


def _slot(text: str) -> list:
    return [[(1.0, tuple(tokens.split(text)))]] if text else []
