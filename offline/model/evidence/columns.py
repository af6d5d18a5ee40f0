"""Receipts and bills as tills print them: lines that end in an amount, set apart by blanks, tabs or dots.

    in_lines("2 x Croissant    3.20\nTotal ....... 3.20")  ->  "2 x Croissant: 3.20\nTotal: 3.20"

So a receipt is a text as any other, with what its amounts are called by name. Which lines are no wares is
known by their words (`sums` in names.yaml).
"""

import re
from collections.abc import Iterator

from ..regex import Regex
from .field import Field
from .knowledge import names
from .wants import wants

LEAST = 2  # lines with amounts that make a receipt
LONGEST = 60  # characters of what an amount is for, and of what sets it apart

_AMOUNT = r"(?P<currency>[$€£¥₹])? ?(?P<amount>-?\d{1,6}[.,]\d\d)(?P<unit> ?(?:€|EUR|USD|GBP|CHF))?(?: [A-Z*])?"
_ROW = Regex(
    rf"^(?P<label>[^\n:=]{{1,{LONGEST}}}?)(?P<gap>[ \t]{{0,{LONGEST}}}[.…]{{2,{LONGEST}}}[ \t]{{0,{LONGEST}}}|[ \t]{{1,{LONGEST}}}){_AMOUNT}[ \t]*$",
    re.MULTILINE,
)
_LETTER = re.compile(r"[^\W\d_]")
_WIDE = re.compile(r"\t|  |\.\.|…")
_GAP = re.compile(r"(?<=\S)(?:[ ]{2,}|\t+)(?=\S)")
_PIECES = re.compile(r"(?:(?P<before>\d{1,3})\s*[x×]?\s+)?(?P<name>.*?)(?:\s+[x×]\s*(?P<behind>\d{1,3}))?")


def in_lines(text: str) -> str:
    """Return a receipt with a colon before each amount, and what stands side by side in lines of their own."""
    return _GAP.sub("\n", _ROW.sub(lambda row: f"{row['label'].rstrip()}: {_amount(row)}", text))


def rows(text: str) -> list[re.Match]:
    """Return the lines with amounts of a receipt; none if the text is no receipt."""
    found = [row for row in _ROW.finditer(text) if _LETTER.search(row["label"])]
    return found if len(found) >= LEAST and any(_WIDE.search(row["gap"]) or row["label"].isupper() for row in found) else []


def wares(receipt: list[re.Match], fields: list[Field]) -> Iterator[str]:
    """Yield each thing that was bought, by the `rows` of a receipt, as lines of "field: value"; the first of `fields` that is a text names it."""
    label = next((field.name for field in fields if field.types == {"string"} and not field.values and not field.format), "name")
    price = next((field.name for field in reversed(fields) if field.numeric and "money" in wants(field).kinds), "price")
    for row, name, count in _bought(receipt):
        quantity = f"quantity: {count}\n" if count else ""
        yield f"{label}: {name}\n{quantity}{price}: {_amount(row)}"


def called(receipt: list[re.Match]) -> list[str]:
    """Return what was bought, by its names."""
    return [name for _, name, _ in _bought(receipt)]


def _bought(receipt: list[re.Match]) -> Iterator[tuple[re.Match, str, str]]:
    """Yield the rows of things that were bought, each with its name and how many there are ("" if that is not said)."""
    for row in receipt:
        if not names().sums & set(re.findall(r"\w+", row["label"].lower())):
            pieces = _PIECES.fullmatch(row["label"].strip())
            yield row, pieces["name"], pieces["before"] or pieces["behind"] or ""


def _amount(row: re.Match) -> str:
    return f"{row['currency'] or ''}{row['amount'].replace(',', '.')}{row['unit'] or ''}"
