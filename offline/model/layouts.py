"""Messages that programs write in a layout of marked fields, as DSPy does (seen in November 2026):

    [[ ## question ## ]]
    Which planet is closest to the sun?

    Respond with the corresponding output fields, starting with the field `[[ ## answer ## ]]`, and then ...

What a field holds is what somebody says; the marks, and what is said of them, tell only how a reply is laid out.
"""

import re
from typing import NamedTuple

from .context import TOLD
from .regex import Regex
from .reply import Way

_MARK = "[[ ## "
_MARKS = Regex(r"\[\[ ## \w+ ## \]\]\s*")
_MANNER = Regex(r"^Respond with (?P<how>[^\n]*\bfields?\b[^\n]*)\s*\Z", re.MULTILINE)
_FIELD = Regex(r"`\[\[ ## (\w+) ## \]\]`")
_OBJECTIVE = Regex(r"\byour objective is:\s*(?:Given the fields [^\n]*, produce the fields [^\n]*)?(?P<what>.*)\Z", re.DOTALL)
_DONE = "completed"


class Layout(NamedTuple):
    """Messages (see `history`) as they read without a layout, and the field that holds all of the reply, if there is one such."""

    messages: list[dict]
    field: str = ""

    def around(self, way: Way) -> Way:
        """Return a way to answer, laid out."""
        weight, slots = way
        return (weight, [[(1.0, (f"[[ ## {self.field} ## ]]\n",))], *slots, [(1.0, (f"\n\n[[ ## {_DONE} ## ]]",))]])


def read(messages: list[dict], *, keys: bool) -> Layout:
    """Return what messages say without their layout. `keys`: the names of an object's keys stand in the instructions, and stay."""
    if not messages or not _laid_out(messages[-1]):
        return Layout(messages)
    manner = _MANNER.search(messages[-1]["content"])
    fields = dict.fromkeys(_FIELD.findall(manner["how"])) if manner else {}
    left = [_plain(one, keys=keys) if _laid_out(one) else one for one in messages]
    return Layout(left, next(iter(fields)) if len(fields) == 2 and _DONE in fields else "")


def _laid_out(message: dict) -> bool:
    return _MARK in message["content"]


def _plain(message: dict, *, keys: bool) -> dict:
    text = message["content"]
    if message["role"] in TOLD:
        objective = _OBJECTIVE.search(text)
        return message if keys or not objective else message | {"content": objective["what"]}
    return message | {"content": _MARKS.sub("", _MANNER.sub("", text)).strip()}
