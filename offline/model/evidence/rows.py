"""Cut a text into rows, each of which may be one object of a list: lines, items, sentences, rows of a table."""

import json
import re
from collections.abc import Iterator

from . import columns, lists, pairs
from .field import Field, stems
from .reading import Reading

# What a way to cut a text counts beforehand, in fields that are found. Who cuts JSON by its lines gets scraps.
JSON, RECEIPT, TABLE, BULLETS, KEYED, LINES, SENTENCES, ITEMS = 50.0, 10.0, 1.0, 1.0, 1.0, 0.5, 0.3, 0.0

_LABEL = re.compile(r"(?:[^\n:]|:(?=\S)){2,120}:\s+")


def cuts(reading: Reading, name: str, fields: list[Field]) -> Iterator[tuple[float, list[str]]]:
    """Yield ways to cut a text into rows for a list called `name`, whose objects have `fields`, with what counts for them beforehand."""
    text = reading.text
    for value, _, _ in pairs.in_json(text):
        for rows in _objects(value):
            yield JSON, [json.dumps(row, ensure_ascii=False) for row in rows]
    yield RECEIPT, list(columns.wares(reading.receipt, fields))
    for rows in lists.tables(text):
        yield TABLE, rows
    yield BULLETS, [text[slice(*span)] for span in lists.bullets(text)]
    for pair in reading.pairs:
        if pair.end and set(stems(pair.key)) & set(stems(name)):
            yield KEYED, [text[slice(*span)] for span in lists.items(text, pair.start, pair.end, articles=True)]
    said = [text[slice(*span)] for span in reading.said]
    yield LINES, [line for sentence in said for line in sentence.split("\n")]
    yield SENTENCES, said
    yield (
        ITEMS,
        [
            sentence[slice(*span)]
            for sentence in said
            for span in lists.items(sentence, _behind_label(sentence), len(sentence), True)
        ],
    )


def _behind_label(sentence: str) -> int:
    """Return where a sentence goes on behind a label such as "Our team: "."""
    label = _LABEL.match(sentence)
    return label.end() if label else 0


def _objects(value) -> Iterator[list[dict]]:
    """Yield the lists of objects in a JSON value."""
    if isinstance(value, list) and value and all(isinstance(row, dict) for row in value):
        yield value
    for inner in value.values() if isinstance(value, dict) else ():
        yield from _objects(inner)
