"""Put what a text tells of several things into a table, JSON or CSV: "Anna is 30 and lives in Berlin, Tom is 25 ..."."""

import json
import re

from ...tables import read_table
from ..regex import Regex
from .reading import Done, Sent

_ASKS = Regex(
    r"(?:please )?(?:make|turn|put|convert|format|write|show|create|give me|change|transform|i need|as|organi[sz]e)\b[^:]*?\b(?P<form>table|json|csv)\b[^:]*",
    re.IGNORECASE,
    "table json csv",
)
_NO = Regex(r"\b(?:python|code|function|sql|times table|multiplication|keys?|schema|database|excel)\b", re.IGNORECASE)
_NEXT = re.compile(r"\s*(?:[;\n]|(?<=[\w%])\.(?=\s|\Z)|,(?: and)?(?= [A-Z]\w+(?: [A-Z]\w+)? (?:is|lives|works|has|likes|comes|costs?|was)\b)|,(?: and)?(?= \w+(?: \w+)? costs? )|\band (?=[A-Z]\w+ (?:is|lives|works|has|likes|comes|costs?)\b))\s*")  # fmt: skip
_PART = re.compile(r"\s*(?:,(?: and)?|\band\b|\bwho\b|\bbut\b)\s*")
_PAIR = re.compile(
    r"(?P<key>[A-Za-z][A-Za-z ]{0,24}?)(?:\s*[:=]\s*(?P<value>\S.*)|\s+(?P<number>[$€£]?\d\S*(?: \w+)?)|(?<=name) (?P<named>\S.*)|(?<=city) (?P<city>\S.*)|(?<=job) (?P<job>\S.*))"
)


def answer(sent: Sent) -> Done | None:
    """Return what a text tells as a table, JSON or CSV; None where a part of it is not understood."""
    found = _ASKS.fullmatch(sent.head)
    if not found or _NO.search(sent.head):
        return None
    rows = [_row(record) for record in _NEXT.split(sent.body.strip(" .")) if record.strip()]
    if not rows or not all(rows):
        return None
    return Done(_written(found["form"].casefold(), rows), obeys=frozenset({"table", "json", "csv", "brief"}))


def _row(record: str) -> dict[str, str] | None:
    """Return what a record tells, by the names of its columns."""
    parts = [part for part in _PART.split(record.strip(" .")) if part]
    pairs = [_PAIR.fullmatch(part) for part in parts]
    if all(pairs) and (":" in record or len(pairs) > 1):
        return {pair["key"].strip().capitalize(): next(filter(None, pair.groups()[1:])) for pair in pairs if pair}
    named = re.match(r"(?:the |a )?(?P<name>[A-Z]\w+(?: [A-Z]\w+)?|\w+)[,:]?\s*(?=\S)", record)
    row = {"Name": named["name"]} if named else {}
    for part in [part for part in _PART.split(record[named.end() :]) if part] if named else ():
        told = next(
            (
                (column, match["value"])
                for column, shape in read_table("text_work.yaml")["columns"]
                if (match := re.fullmatch(shape, part))
            ),
            None,
        )
        if told is None:
            return None
        row[told[0]] = told[1]
    return row if len(row) > 1 else None


def _written(form: str, rows: list[dict[str, str]]) -> str:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    if form == "json":
        told = [{key.casefold(): int(value) if value.isdecimal() else value for key, value in row.items()} for row in rows]
        return json.dumps(told if len(told) > 1 else told[0], ensure_ascii=False, indent=2)
    lines = [columns, *([row.get(column, "") for column in columns] for row in rows)]
    if form == "csv":
        return "\n".join(",".join(line) for line in lines)
    lines.insert(1, ["---"] * len(columns))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
