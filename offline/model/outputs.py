"""Answer from what tools returned, with their values and nothing else.

    get_weather(city="Paris") -> {"temperature": 18, "unit": "celsius"}
    "Weather in Paris: temperature 18, unit celsius."

Keys become words, values stay as they are. Several outputs are told one by one, in order. Of a long
output, what the question asks about comes first, and how much was left out is said.
"""

import ast
import json
import re
from itertools import pairwise

from . import arithmetic
from .choosing import hands_over
from .injections import without
from .meaning import SYNONYM, knowledge, likeness, stem, telling, words
from .reply import Part, way
from .tool import Tool
from .turns import Output, Turn

MOST_VALUES = 24  # of one output
MOST_KEYS_IN_ORDER = 5  # with more, those that the question asks about come first
LONGEST_TEXT = 600  # characters of one text
LONGEST_NAMED, MOST_NAMED = 40, 2  # characters and number of the arguments that are named with an output

_ERROR = re.compile(
    r"\W*(?:an? )?(?:error|exception|traceback|failed|failure|[A-Za-z.]*(?:Error|Exception))\b(?:[^:\n]{0,80}:)?\s*",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\b(?:ask|call|check|look|try)(?: \w+){0,2} (?:again|later)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


class Written(str):
    """A number, true, false or null exactly as it stood in the JSON."""


def from_outputs(messages: list[dict], tools: list[Tool] = ()) -> Part | None:
    """Return the message that tells the outputs since the last question; None if there are none.

    `messages` are those of `turns.Turn`. Handing over to another agent is no output that anybody asked for.
    """
    turn = Turn(messages)
    outputs = [output for output in turn.outputs if not hands_over(Tool(output.tool))]
    if not outputs:
        return None
    asked = telling(f"{turn.question_before} {turn.question}" if turn.asked_back else turn.question)
    offered = {tool.name: tool for tool in tools}
    told = [_tell(output, asked, offered.get(output.tool, Tool(output.tool)), alone=len(outputs) == 1) for output in outputs]
    text = "\n".join(told) if any("\n" in one for one in told) else " ".join(told)
    opening = "The tool says: " if len(told) == 1 else "The tools say: "
    return Part("message", [way(text, 3), way(opening + text)])


def from_earlier(messages: list[dict]) -> Part | None:
    """Return the message that tells the output before the last question that has most of its words; None without one."""
    turn = Turn(messages)
    asked = telling(turn.question)
    whole = [output for output in turn.outputs_before if why_failed(parsed(output.content)) is None]
    merits = [asked_for((_about(output), parsed(output.content)), asked) for output in whole]
    if not asked or max(merits, default=0) < max(1, len(asked) / 2):
        return None
    best = whole[merits.index(max(merits))]
    value, _ = shortened(parsed(best.content), asked, MOST_VALUES)
    sentences = _SENTENCE_END.split(value) if isinstance(value, str) else [""]
    likeliest = max(sentences, key=lambda sentence: asked_for(("", sentence), asked))
    return Part("message", [way(likeliest if len(sentences) > 1 else _tell(best, asked, Tool(best.tool), alone=False))])


def _tell(output: Output, asked: list[str], tool: Tool, *, alone: bool) -> str:
    """Return one sentence, or several lines, for one output."""
    value = parsed(output.content)
    value = (without(value) or value) if isinstance(value, str) and not isinstance(value, Written) else value
    about = _about(output)
    reason = why_failed(value)
    if reason is not None:
        about = f" for {about}" if about else ""
        return _ended(f"{output.tool} failed{about}: {reason}" if reason else f"{output.tool} failed{about} and does not say why")
    if value in (None, "", [], {}):
        return _ended(f"{output.tool} returned nothing" + (f" for {about}" if about else ""))
    calculation = _calculation(output, tool)
    if calculation and not isinstance(value, dict | list):
        return _ended(f"{calculation} = {value}")
    kept, left = shortened(value, asked, MOST_VALUES)
    said = written(kept)
    if left:
        said += f" (and {left} more values)"
    if isinstance(value, str) and " " in value and ((alone and not about) or _mentions(value, output)):
        return _ended(said)
    return _ended(f"{_label(output)}:{'' if said.startswith(chr(10)) else ' '}{said}")


# --- Reading ---


def as_json(content: str) -> str:
    """Return an output as JSON where it is a list or a dictionary as Python prints it; otherwise as it is."""
    if content[:1] not in ("[", "{"):
        return content
    try:
        return json.dumps(ast.literal_eval(content), ensure_ascii=False)
    except (ValueError, SyntaxError, TypeError, RecursionError, MemoryError):
        return content


def parsed(content: str):
    """Return the JSON of an output with its numbers as they were written, or else its text."""
    try:
        value = json.loads(content, parse_int=Written, parse_float=Written, parse_constant=Written)
    except (ValueError, RecursionError):
        literal = as_json(content)
        return content.strip() if literal == content else parsed(literal)
    texts = [part.get("text") for part in value if isinstance(part, dict)] if isinstance(value, list) else []
    if texts and all(isinstance(text, str) for text in texts) and all(part.get("type") == "text" for part in value):
        return parsed("\n".join(texts))  # the parts of a message
    return value


def why_failed(value) -> str | None:
    """Return why a tool failed, "" if it does not say; None if it did not fail."""
    if isinstance(value, dict):
        bad = value.get("error") or value.get("errors") or value.get("exception")
        failed = str(value.get("status", "")).casefold() in ("error", "failed", "failure")
        failed |= any(value.get(key) is False for key in ("success", "ok")) or any(
            value.get(key) is True for key in ("is_error", "isError")
        )
        if not bad and not failed:
            return None
        rest = {key: inner for key, inner in value.items() if not isinstance(inner, bool) and (key != "status" or not failed)}
        return (
            written(bad)
            if bad and bad is not True and len(rest) == 1
            else written({k: v for k, v in rest.items() if v is not True})
        )
    if not isinstance(value, str) or not (found := _ERROR.match(value)):
        return None
    if "traceback" in found[0].casefold():
        return value.strip().splitlines()[-1].strip()
    rest = value[found.end() :].strip()
    return value if rest.startswith("occurred") or (not rest and found.end() < len(value)) else rest


def asks_again(content: str) -> bool:
    """Return whether an output wants the same call once more, later."""
    return len(content) <= LONGEST_TEXT and bool(_AGAIN.search(content)) and why_failed(parsed(content)) is None


# --- Shortening ---


def shortened(value, asked: list[str], room: int) -> tuple[object, int]:
    """Return a value with at most about `room` texts and numbers in it, and how many were left out."""
    if isinstance(value, str):
        return (_cut(value, asked), 0) if room > 0 else (None, 1)
    if not isinstance(value, dict | list):
        return (value, 0) if room > 0 else (None, 1)
    entries = list(value.items() if isinstance(value, dict) else enumerate(value))
    many = size(value) > room or (isinstance(value, dict) and len(entries) > MOST_KEYS_IN_ORDER)
    ranked = sorted(entries, key=lambda entry: -asked_for(entry, asked)) if many else entries
    kept, left = [], 0
    for number, inner in ranked:
        short, cut = shortened(inner, asked, room)
        room -= size(inner) - cut
        left += cut
        if size(inner) > cut or not cut:
            kept.append((number, short))
    if isinstance(value, dict):
        return dict(kept), left
    return [inner for _, inner in sorted(kept, key=lambda entry: entry[0])], left


def size(value) -> int:
    """Return how many texts and numbers are in a value."""
    if isinstance(value, dict | list):
        return sum(map(size, value.values() if isinstance(value, dict) else value))
    return 1


def asked_for(entry: tuple, asked: list[str]) -> float:
    """Return how much of a question's words (stems) an entry (key, value) has."""
    said = set(telling(f"{entry[0]} {json.dumps(entry[1], ensure_ascii=False)}"[:2_000]))
    return sum(max((near for other in said if (near := likeness(word, other)) >= SYNONYM), default=0) for word in asked)


def _cut(text: str, asked: list[str]) -> str:
    """Return the sentences of a long text that the question asks about, or else its beginning."""
    if len(text) <= LONGEST_TEXT:
        return text
    parts = [_clipped(part) for part in _SENTENCE_END.split(text)]
    merits = [asked_for(("", part), asked) for part in parts]
    telling_most = [number for number in range(len(parts)) if merits[number] >= max(merits) / 2]
    room, kept = LONGEST_TEXT, []
    for number in sorted(telling_most, key=lambda number: -merits[number]):
        if len(parts[number]) <= room:
            kept.append(number)
            room -= len(parts[number])
    kept.sort()
    joined = parts[kept[0]]
    for before, number in pairwise(kept):
        joined += (" " if number == before + 1 else " … ") + parts[number]
    return joined if joined.endswith("…") or kept[-1] == len(parts) - 1 else joined + " …"


def _clipped(text: str) -> str:
    if len(text) <= LONGEST_TEXT:
        return text
    start = text[: LONGEST_TEXT - 2]
    return (start.rpartition(" ")[0] or start) + " …"


# --- Writing ---


def written(value) -> str:
    """Return a value in words: {"wind_speed": 5, "sky": ["clear", "dry"]} is "wind speed 5, sky clear and dry"."""
    if isinstance(value, dict):
        if len(value) == 1 and stem(next(iter(value))) in knowledge().names["nameless"]:
            return written(*value.values())
        return ", ".join(_entry(key, inner) for key, inner in value.items())
    if isinstance(value, list):
        if len(value) > 1 and any(isinstance(item, dict | list) for item in value):
            return "".join(f"\n{number}. {_inside(item)}" for number, item in enumerate(value, 1))
        return _listed([_inside(item) for item in value])
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    return value


def _entry(key: str, value) -> str:
    name = " ".join(words(key)) or key
    if isinstance(value, dict) and value:
        return f"{name} ({written(value)})"
    if isinstance(value, list) and any(isinstance(item, dict | list) for item in value):
        return f"{name} " + "; ".join(f"{number}) {_inside(item)}" for number, item in enumerate(value, 1))
    return f"{name} {written(value) if value not in ({}, [], '') else 'none'}"


def _inside(value) -> str:
    """Return a value in words on one line."""
    return re.sub(r"\n(\d+)\. ", r" \1) ", written(value)).strip()


def _listed(items: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def _label(output: Output) -> str:
    """Return what an output is about: the tool's name as words, and its arguments."""
    name = words(output.tool)
    kept = name[1:] if name and stem(name[0]) in knowledge().reads and len(name) > 1 else name
    label = " ".join(kept).capitalize() or "Output"
    about = _about(output)
    if not about:
        return label
    first = next(iter(output.arguments))
    return f"{label} {'in' if any(likeness(stem(word), 'city') >= SYNONYM for word in words(first)) else 'for'} {about}"


def _about(output: Output) -> str:
    """Return the arguments of a call that are short enough to be named."""
    values = [written(value) for value in output.arguments.values() if value is not None and not isinstance(value, dict | list)]
    return ", ".join([value for value in map(str, values) if value and len(value) <= LONGEST_NAMED][:MOST_NAMED])


def _mentions(text: str, output: Output) -> bool:
    return any(str(value).casefold() in text.casefold() for value in output.arguments.values() if value)


def _calculation(output: Output, tool: Tool) -> str | None:
    """Return the calculation that was called for ("2 + 3"), if the tool does nothing else."""
    if not arithmetic.calculates(tool):
        return None
    return arithmetic.shown(tool, output.arguments)


def _ended(sentence: str) -> str:
    return sentence if "\n" in sentence or sentence.endswith((".", "!", "?", "…")) else sentence + "."
