"""Several things that are to be found in one text: "Extract name, age and city: Tom is 20 and lives in Rome."

They are found as the fields of a structured reply are. What the text does not tell is said to be missing.
"""

import json
import re

from ..regex import Regex
from .question import Answer, Question

MOST = 8
DATA = "data"  # who asks for this form fills a structured reply, and finds the fields without help
MISSING = ("unknown", "", None)
_FIELD = r"[A-Za-z][\w-]*(?: [\w-]+){0,2}?"
_ASKS = Regex(
    rf"\A\W*(?:please |can you |could you )*(?:extract|find|list|get|pull out|pull|take|give me|identify|tell me)(?: me)?(?: the)? (?P<fields>{_FIELD}(?:, (?:the )?{_FIELD})*,? (?:and|&) (?:the )?{_FIELD})"
    r"(?: (?:from|in|of|out of|out from)(?: (?:this|the|the following|my)\b[^:\n\"]{0,40})?)?\s*(?::\s*|\n+|(?=[\"“]))(?P<text>\S.*)",
    re.IGNORECASE | re.DOTALL,
    needs="extract find get give identify list pull take tell",
)
_ORIGIN = Regex(r"\b(?:origin|departure|start|from|old|previous|birth)\b", re.IGNORECASE)
_MOVED = Regex(
    r"\b((?:has |have )?(?:moved|relocated|emigrated|transferred|came)(?: back)?) from [A-Z]\w+(?: [A-Z]\w+)? (?=to\b)"
)  # where somebody is now counts
_SINGLE = Regex(r"(?:first |last |full )?name|age|city|town|country|price|total|date|day|time|job|profession|occupation|hobby|phone(?: number)?|e-?mail(?: address)?|address|color|size|quantity|item|product|company|amount|order number|(?:product|company|item|brand|customer) name|position|place|location|venue|start date|end date|start|end|arrival|departure|destination|origin|reason|topic|subject|sender|recipient|deadline|duration|invoice number|weight|height", re.IGNORECASE)  # fmt: skip


def answer(question: Question) -> Answer | None:
    """Return what a text tells of two fields or more, a line each; None where anything else is asked."""
    found = _ASKS.match(question.text)
    if not found or DATA in question.forms:
        return None
    fields = [field.strip() for field in re.split(r",? (?:and|&) (?:the )?|, (?:the )?", found["fields"])]
    if not 2 <= len(fields) <= MOST or not all(map(_SINGLE.fullmatch, fields)):
        return None
    text = found["text"].strip()
    values = _values(fields, text if _ORIGIN.search(found["fields"]) else _MOVED.sub(r"\1 ", text))
    lines = [f"{field[:1].upper()}{field[1:]}: {_said(values.get(field.casefold()))}" for field in fields]
    return Answer([(1.0, "\n".join(lines))], about="text")


def _values(fields: list[str], text: str) -> dict:
    from .. import evidence, forms  # large, and needed here only

    names = [field.casefold() for field in fields]
    schema = {"type": "object", "properties": {name: {"type": "string"} for name in names}, "required": names}
    _, slots = forms.ways(schema | {"additionalProperties": False}, evidence.find([(1.0, text)]))[0]
    told: dict = json.loads("".join(piece for slot in slots for piece in max(slot)[1]))
    return told


def _said(value: str | None) -> str:
    return "not told" if value in MISSING else str(value)
