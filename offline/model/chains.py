"""One tool after the other: which tool can tell what another one needs, and where an output tells it.

provides(get_user_id(name), "user_id") is True
told("user_id", [Output("get_user_id", {"name": "Anna"}, '{"id": 42}')]) == 42
"""

import json
from collections.abc import Iterator

from .arithmetic import properties
from .meaning import SYNONYM, knowledge, likeness, stem, stems, words
from .outputs import parsed, why_failed
from .tool import Tool
from .turns import Output


def provides(tool: Tool, parameter: str) -> bool:
    """Return whether `tool` seems to return what `parameter` is about: its name has those words, or the like."""
    needed, name = stems(parameter) - {"id"} or {"id"}, stems(tool.name)
    if parameter in properties(tool) or not name & knowledge().reads:
        return False
    return all(any(likeness(word, other) >= SYNONYM for other in name - knowledge().reads) for word in needed)


def told(parameter: str, outputs: list[Output]):
    """Return the value of a parameter that the latest fitting output has under a key of that name; None without one.

    A key counts together with the keys above it and the name of the tool: "id" from get_user is a user id.
    """
    needed = stems(parameter)
    for output in reversed(outputs):
        if why_failed(parsed(output.content)) is not None:
            continue
        about = stems(output.tool)
        for path, value in leaves(output.content):
            last = stems(path[-1]) - knowledge().names["nameless"] if path else set()
            above = {stem(word) for name in path for word in words(name)} | about
            if needed <= above and (needed & last if last else len(str(value)) < 60):
                return value
    return None


def leaves(content: str) -> Iterator[tuple[tuple[str, ...], object]]:
    """Yield the path of keys and the value of every text, number or boolean in an output; plain text is one without a path."""
    try:
        given = json.loads(content)
    except ValueError:
        given = content
    waiting = [((), given)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(((*path, key), inner) for key, inner in reversed(value.items()))
        elif isinstance(value, list):
            waiting.extend((path, inner) for inner in reversed(value))
        elif value is not None:
            yield path, value
