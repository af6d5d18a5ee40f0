"""Look up in a table that was sent as a file: "How many people live in Oslo?", with a row for Oslo and a column of people."""

import re

from ..evidence import lists
from ..meaning import stem
from .question import Answer, Question, says

_NUMBER = re.compile(r"[\d.,%$€£ -]*")


def looked_up(question: Question) -> Answer | None:
    """Return what the one row that a question names says in the columns that it names."""
    asked = {stem(word) for word in re.findall(r"\w+", question.text.lower())}
    for message in reversed([message for message in question.before if "file" in message]):
        for table in lists.tables(message["content"]):
            rows = [dict(cell.split(": ", 1) for cell in row.split("\n") if ": " in cell) for row in table]
            named = [row for row in rows if _name(row, question.text)]
            told = {
                column: cell
                for column, cell in (named or [{}])[0].items()
                if asked & set(map(stem, re.findall(r"[^\W_]+", column.lower())))
            }
            if len(named) == 1 and told:
                cells = ", ".join(f"{column} {cell}" for column, cell in told.items())
                return says(f"{message['file']} says of {_name(named[0], question.text)}: {cells}.")
    return None


def _name(row: dict[str, str], text: str) -> str:
    """Return the cell of a row that a text names, if it is no number; "" if it names none."""
    cells = (cell for cell in row.values() if not _NUMBER.fullmatch(cell))
    return next((cell for cell in cells if re.search(rf"(?<!\w){re.escape(cell)}s?(?!\w)", text, re.IGNORECASE)), "")
