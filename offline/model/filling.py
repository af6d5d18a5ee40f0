"""Fill in what a tool is called with, from the text and, where that lacks something, from what lies further away.

A value that is known for certain (the numbers of a calculation, what an earlier tool returned) becomes
the only one that the schema allows; the rest is up to `forms` and `evidence`.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from . import evidence, forms, looks
from .arithmetic import properties
from .choosing import verbs_of
from .forms.conforming import fits
from .forms.schemas import Schemas
from .meaning import SYNONYM, knowledge, likeness, stem, stems, telling, words
from .reply import Part, way
from .requests import quoted
from .tool import Tool

Passages = list[tuple[float, str]]

# What stands between two values of which each is meant: "Paris and Rome", "Paris than in Rome".
_BETWEEN = (
    r"[.?!]?\s*(?:,\s*(?:and|or)?|&|\b(?:and|or|vs\.?|versus|than|with|compared (?:to|with))\b)\s*"
    r"(?:(?:\w+ ){0,2}?(?:in|of|for|at|on|from|to) )?(?:(?:the|a|an) )?"
)
_COMMAND = re.compile(
    r"\W*(?:(?:please|can you|could you) )?(\w+) (?:the |my |our |an? )?([\w'’-]+(?: [\w'’-]+){0,2}?)(?: please|\s(?:from|to|on|in|off|into|at|with|for|by)\b.*)?\W*\Z",
    re.IGNORECASE,
)
_ASKING = re.compile(r"how (?:many|much)\b|(?:is|are|do|does|did|have) (?:there|we|you|i|they)\b", re.IGNORECASE)
_VALUE = (
    r"(?:the |an? |my |our )?([\w'’-]+(?: [\w'’-]+){0,3}?)"
    r"(?=\s+(?:an?|the|of|for|from|to|into|in|on|at|with|and|or|is|are|today|tomorrow|now|please)\b|\s*(?:[,.;:?!]|\Z))"
)
SHORT = 3  # a text with so many words may be nothing but a value
MOST_SPREAD = 10  # calls from one list


@dataclass(frozen=True)
class Call:
    """A call that could be made: its part, the likeliest arguments, and the required ones that nothing tells."""

    tool: Tool
    part: Part
    arguments: dict
    missing: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        return key(self.tool.name, self.arguments)


def key(name: str, arguments: dict) -> tuple[str, str]:
    """Return what two calls of the same thing have in common; null is as good as absent."""
    return name, json.dumps({name: value for name, value in arguments.items() if value is not None}, sort_keys=True)


def fill(tool: Tool, passages: Passages, known: dict | None = None) -> Call:
    """Return the call of `tool` with what `passages` (weight, text) tell, and with what is `known` for certain.

    Raises forms.Unbuildable if the tool's schema allows no arguments that can be built.
    """
    if tool.custom:
        said = passages[0][1].strip() if passages else ""
        text = next((inside for _, inside in quoted(said)), said)
        return Call(tool, Part("call", [way(text)], guarded=True, tool=tool.name, custom=True), {"input": text})
    schema = Schemas(tool.parameters or {}).flat(tool.parameters or {})
    tool = replace(tool, parameters={"properties": {}} | schema)
    if not schema.get("properties") and not isinstance(schema.get("additionalProperties"), dict):
        return Call(tool, Part("call", [way("{}")], guarded=True, tool=tool.name), {})
    if looks.takes_symbol(properties(tool)):
        passages = [(weight, looks.by_symbol(text)) for weight, text in passages]
    said = passages[0][1] if passages else ""
    known = _allowed(tool, looks.seen(properties(tool), said) | _owner(tool, said) | (known or {}))
    call = _draft(tool, passages, known)
    if len(call.missing) == 1 and (left := _left_over(call, passages)):
        call = _draft(tool, passages, known := known | _allowed(tool, {call.missing[0]: left[0]}))
    guessed = [name for name in call.arguments if _is_guessed(call, name, passages)]
    return _draft(tool, passages, known, guessed) if guessed else call


def spread(tool: Tool, text: str) -> list[Call]:
    """Return the calls for each value of a list in `text`: "weather in Paris and Rome" are two.

    A value is taken out together with what joins it to the next one; if then only that argument is
    another, both were meant.
    """
    found = [fill(tool, [(1.0, text)])]
    while len(found) < MOST_SPREAD and (shorter := _without_one(found[-1], text)):
        text, call = shorter
        found.append(call)
    return found


def _without_one(call: Call, text: str) -> tuple[str, Call] | None:
    for name, value in call.arguments.items():
        if isinstance(value, str | int | float) and not isinstance(value, bool) and not call.missing:
            rest = re.sub(rf"(?<!\w){re.escape(str(value))}{_BETWEEN}(?=\w)", "", text, count=1, flags=re.IGNORECASE)
            other = fill(call.tool, [(1.0, rest)]) if rest != text else call
            if (
                not other.missing
                and _differ(call.arguments, other.arguments) == {name}
                and _kind(value) == _kind(other.arguments[name])
            ):
                return rest, other
    return None


def _draft(tool: Tool, passages: Passages, known: dict, leave_out: Iterable[str] = ()) -> Call:
    """Return the call with what is found, whatever it is; the arguments in `leave_out` are left out, or null where they must be there."""
    unsettled = _unsettled(passages, known)
    schema, found = _narrowed(tool.parameters, known, leave_out), evidence.find(unsettled)
    part = Part("call", forms.ways(schema, found), guarded=True, tool=tool.name)
    arguments = json.loads(part.likeliest())
    lacking = {
        *forms.missing(schema, found),
        *(name for name in arguments if _echoes(tool, name, arguments[name], passages + unsettled)),
    }
    return Call(tool, part, arguments, tuple(name for name in schema["required"] if name in lacking - known.keys()))


def _unsettled(passages: Passages, known: dict) -> Passages:
    """Return the passages without the quotes and words that are settled: no other argument shall have them, too."""
    settled = [value for value in known.values() if isinstance(value, str) and len(value) > SHORT]
    for value in settled:
        place = re.escape(value) if len(words(value)) <= SHORT else rf"[\"“'`]{re.escape(value)}[\"”'`]"
        passages = [(weight, re.sub(place, " ", text, count=1)) for weight, text in passages]
    return passages


def _is_guessed(call: Call, name: str, passages: Passages) -> bool:
    """Return whether an argument that may be left out is one that nobody told."""
    value, required = call.arguments[name], call.tool.parameters.get("required", ())
    may_miss = name not in required or _allowed(call.tool, {name: None})
    return bool(may_miss) and value is not None and (not _said(value, passages) or _echoes(call.tool, name, value, passages))


def _said(value, passages: Passages) -> bool:
    """Return whether a text stands in a passage, and is not all of it; other values are never mere guesses."""
    if not isinstance(value, str):
        return True
    said = value.casefold()
    return any(said in text.casefold() and said != text.casefold().strip() for _, text in passages)


def _echoes(tool: Tool, name: str, value, passages: Passages) -> bool:
    """Return whether a text is only the request itself, or a pronoun: "Send an email" tells no subject."""
    if not isinstance(value, str) or "enum" in properties(tool).get(name, {}):
        return False
    names = knowledge().names
    if value.casefold() in {*knowledge().ignored, *properties(tool)} or (telling(value) and _repeats(tool, value, SYNONYM)):
        return True
    if stems(name) & (names["anything"] if verbs_of(tool) else names["anything"] | names["readable"]):
        return False
    if _ASKING.match(value):  # a piece of the question
        return True
    requests = [text for _, text in passages if "?" in text or len(words(text)) > SHORT]
    return value.strip(" .!?") in [text.strip(" .!?") for text in requests]


def _repeats(tool: Tool, value, least: float) -> bool:
    """Return whether a text has only words of the tool's name, or as near to one as `least`, and those that ask for it."""
    named, verbs = telling(tool.name.replace("_", " ")), verbs_of(tool)
    return all(word in verbs or any(likeness(word, other) >= least for other in named) for word in telling(str(value)))


def _left_over(call: Call, passages: Passages) -> list:
    """Return what the only missing argument must be, as nothing else in the text could be it: one value or none."""
    (missing,) = call.missing
    taken = {str(value).casefold() for name, value in call.arguments.items() if name != missing}
    found = looks.left_over(missing, properties(call.tool)[missing], passages[0][1])
    free = [value for value in found or _object(call.tool, passages[0][1]) if str(value).casefold() not in taken]
    least = {value: 1.0 if str(value)[:1].isupper() else SYNONYM for value in free}
    values = [value for value in free if not telling(str(value)) or not _repeats(call.tool, value, least[value])]
    return values if len(values) == 1 else []


def _object(tool: Tool, text: str) -> list[str]:
    """Return what stands behind the tool's own verb in a short command: "the web server" in "Restart the web server"."""
    command = _COMMAND.match(text)
    return [command[2]] if command and stem(command[1].casefold()) in verbs_of(tool) | stems(tool.name) else []


def _owner(tool: Tool, text: str) -> dict:
    """Return the only text that a tool takes, where it stands behind the tool's own noun: "the supplier of milk", "who supplies milk"."""
    texts = [name for name, schema in properties(tool).items() if schema.get("type") == "string" and "enum" not in schema]
    nouns = [word for word in words(tool.name) if stem(word) not in knowledge().reads]
    if len(texts) != 1 or not nouns or verbs_of(tool):
        return {}
    noun = re.escape(nouns[-1])
    doing = rf"\b(?:who|which \w+) {noun[:5]}\w*" if noun.endswith(("er", "or")) else "(?!)"
    found = re.search(rf"(?:\b{noun}s?\s+of|{doing})\s+{_VALUE}", text, re.IGNORECASE)
    return {texts[0]: re.match(r"(?:[A-Z][\w'’-]*(?: (?=[A-Z]))?)+|.*", found[1])[0]} if found else {}


def _kind(value) -> str:
    """Return what a value looks like: two values of a list look the same."""
    if not isinstance(value, str):
        return "number"
    return "@" if "@" in value else "digits" if re.search(r"\d", value) else "name" if value[:1].isupper() else "word"


def _differ(one: dict, other: dict) -> set[str]:
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def _allowed(tool: Tool, values: dict) -> dict:
    """Return those of `values` that the tool's schema allows, as numbers or texts as it wants them."""
    follow = Schemas(tool.parameters).follow
    given = tool.parameters["properties"]
    fitting = {
        name: [near for near in _near(value) if fits(near, given[name], follow)]
        for name, value in values.items()
        if name in given
    }
    return {name: near[0] for name, near in fitting.items() if near}


def _near(value) -> list:
    """Return a value as it is, and a number as a text or a text as a number."""
    if isinstance(value, str):
        return [value, int(value)] if re.fullmatch(r"-?\d{1,15}", value) else [value]
    return [value, str(value)] if isinstance(value, int | float) and not isinstance(value, bool) else [value]


def _narrowed(schema: dict, known: dict, leave_out: Iterable[str]) -> dict:
    """Return `schema` with one value allowed where it is known, and without what is left out."""
    required = [*schema.get("required", ()), *(name for name in known if name not in schema.get("required", ()))]
    nulls = {name: None for name in leave_out if name in required}
    properties = {name: inner for name, inner in schema["properties"].items() if name in required or name not in leave_out}
    return schema | {
        "properties": properties | {name: {"const": value} for name, value in (known | nulls).items()},
        "required": required,
    }
