"""One tool after the other: which tool can tell what another one needs, and where an output tells it.

provides(get_user_id(name), "user_id") is True
told("user_id", [Output("get_user_id", {"name": "Anna"}, '{"id": 42}')]) == 42
"""

import json
import re
from collections.abc import Iterator

from .arithmetic import properties
from .meaning import SYNONYM, knowledge, likeness, stem, stems, words
from .outputs import as_json, parsed, why_failed
from .tool import Tool
from .turns import Output

_CHOICES = [
    (re.compile(r"\b(?:last|latest|newest|most recent)\b", re.IGNORECASE), lambda found: found[-1]),
    (
        re.compile(r"\b(?:cheapest|lowest|smallest|shortest|fastest|earliest|least)\b", re.IGNORECASE),
        lambda found: min(found, key=_size),
    ),
    (
        re.compile(r"\b(?:most expensive|highest|largest|biggest|longest|best|most)\b", re.IGNORECASE),
        lambda found: max(found, key=_size),
    ),
]


def provides(tool: Tool, parameter: str) -> bool:
    """Return whether `tool` seems to return what `parameter` is about: its name has those words, or the like."""
    needed, name = _needed(parameter) - {"id"} or {"id"}, stems(tool.name)
    if parameter in properties(tool) or not name & knowledge().reads:
        return False
    if _addressed(parameter) and not stems(" ".join(properties(tool))) & knowledge().names["people"]:
        return False
    people = _people()
    told = name - knowledge().reads
    return all(any(likeness(word, other) >= SYNONYM for other in told) or (word in people and told & people) for word in needed)


def looks_up(tool: Tool) -> bool:
    """Return whether the name of `tool` says that it only looks something up."""
    return bool(stems(tool.name) & knowledge().reads)


def mentioned(tool: Tool, other: Tool, text: str) -> bool:
    """Return whether `text` has the words that the name of `tool` has and that of `other` has not."""
    own = stems(tool.name) - knowledge().reads - stems(other.name)
    return bool(own) and own <= stems(text)


def stands_for(parameter: str, value) -> bool:
    """Return whether a text can be the value of such a parameter: an id has a digit, an address to write to an @."""
    if not isinstance(value, str):
        return True
    if _addressed(parameter):
        return "@" in value
    return "id" not in stems(parameter) or bool(re.search(r"\d", value))


def told(parameter: str, outputs: list[Output], said: str = ""):
    """Return the value of a parameter that the latest fitting output has under a key of that name; None without one.

    A key counts together with the keys above it and the name of the tool: "id" from get_user is a user id.
    Of several values it is the one that `said` asks for: the last, the cheapest, or else the first.
    """
    needed, people = _needed(parameter), _people()
    for output in reversed(outputs):
        if why_failed(parsed(output.content)) is not None:
            continue
        about = stems(output.tool)
        found, listed = [], entries(output.content)
        for entry in listed:
            for path, value in leaves(entry):
                last = stems(path[-1]) - knowledge().names["nameless"] if path else set()
                above = {stem(word) for name in path for word in words(name)} | about
                wanted = needed - {"id"} if not path and len(listed) > 1 else needed
                person = bool(needed & people and about & people and not path)
                if person or (wanted <= above and (needed & last if last else len(str(value)) < 60)):
                    found.append((value, entry))
                    break
        if found:
            choose = next((choice for asked, choice in _CHOICES if asked.search(said)), lambda found: found[0])
            return choose(found)[0]
    return None


def _needed(parameter: str) -> frozenset[str]:
    """Return the words of what a parameter is about; "to" and the like are about an e-mail address."""
    return frozenset({"email"}) if _addressed(parameter) else stems(parameter)


def _people() -> frozenset[str]:
    """Return words for people: who is told by one is a value for another."""
    return knowledge().names["people"] - {"name"}


def _addressed(parameter: str) -> bool:
    return stem(parameter) in knowledge().names["addressed"]


def _size(found: tuple) -> float:
    """Return the number of an entry that is not its own value: the price of a flight."""
    value, entry = found
    numbers = [other for _, other in leaves(entry) if isinstance(other, int | float) and other is not value]
    return numbers[0] if numbers else 0


def entries(content: str) -> list:
    """Return the entries of an output that is a list (see `as_list`); otherwise the output alone."""
    given = _read(content)
    found = as_list(given)
    return [given] if found is None else found


def as_list(given) -> list | None:
    """Return what an output says as a list: it is one, or has nothing but one in it; None otherwise. Takes its text, too."""
    given = _read(given) if isinstance(given, str) else given
    if isinstance(given, dict) and len(given) == 1:
        (given,) = given.values()
    return given if isinstance(given, list) else None


def _read(content: str):
    try:
        return json.loads(as_json(content))
    except ValueError:
        return content


def leaves(given) -> Iterator[tuple[tuple[str, ...], object]]:
    """Yield the path of keys and the value of every text, number or boolean in what an output says."""
    waiting = [((), given)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(((*path, key), inner) for key, inner in reversed(value.items()))
        elif isinstance(value, list):
            waiting.extend((path, inner) for inner in reversed(value))
        elif value is not None:
            yield path, value
