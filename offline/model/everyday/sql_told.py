"""SQL queries for a table and columns that are named apart from what is wanted of them.

"get all customers from Brazil, table is called customers and has a column country"
-> SELECT * FROM customers WHERE country = 'Brazil';
"""

import re

from ..computed.question import Answer
from ..regex import Regex
from . import sql
from .wish import Wish

LONGEST = 300  # characters of a request
W = r"[a-zA-Z_]\w*"
_NAMED = r"(?:(?:is |are )?(?:called|named)|is|are|:)?\s*[\"'`]?"
_TABLES = [
    Regex(rf"\btable(?:'s name)? {_NAMED}(?P<table>(?!with\b|has\b|and\b|in\b|that\b){W})", re.IGNORECASE),
    Regex(rf"\b(?:from|in|of) (?:the |my |our )?[\"'`]?(?P<table>{W})[\"'`]? table\b", re.IGNORECASE),
    Regex(rf"\b(?:the|my|our|a) [\"'`]?(?P<table>{W})[\"'`]? table\b", re.IGNORECASE),
]
_COLUMNS = Regex(
    rf"\b(?:(?:columns?|fields?) {_NAMED}(?P<columns>{W}[\"'`]?(?:(?:, and |, | and )(?!(?:how|what|i|we|get|give|show|find|list|select|please|can|could|write|now|it|then)\b)[\"'`]?{W}[\"'`]?)*)|(?:has|have|with) (?:an? |the )(?P<before>{W}) (?:column|field)\b)",
    re.IGNORECASE,
)
_WHERE = Regex(rf"\bwhere (?:the |their |its )?(?P<column>{W})\b", re.IGNORECASE)
_ORDER = Regex(
    rf"\b(?:sorted|ordered|sort|order) by (?P<column>{W})(?P<down> desc\w*|,? (?:highest|largest|newest) first)?", re.IGNORECASE
)
_NUMBER = Regex(
    r"(?P<sign>at least|at most|no more than|(?:is |are )?(?:over|above|more than|greater than|higher than|older than|under|below|less than|lower than|younger than|cheaper than|equal to|equals|is|=|>=|<=|>|<)) ?[$€£]?(?P<value>-?\d+(?:\.\d+)?)",
    re.IGNORECASE,
)
_TEXT = Regex(
    r"\b(?:from|in|of|for|is|=|equals|named|called|with|by) (?:the (?:country|city|category) )?(?:'(?P<quoted>[^']+)'|\"(?P<double>[^\"]+)\"|(?P<name>(?-i:[A-Z])[\w-]*(?: (?-i:[A-Z])[\w-]*)*))",
    re.IGNORECASE,
)
_SIGNS = [("at least|>=", ">="), ("at most|no more than|<=", "<="), ("over|above|more|greater|higher|older|>", ">"), ("under|below|less|lower|younger|cheaper|<", "<"), ("", "=")]  # fmt: skip
_TOLD = Regex(r"\b(?:who|whose|that (?:are|is|have|has)|which|where|with|in|from)\b", re.IGNORECASE)  # of a row
_COUNTED = Regex(r"\b(?:how many|count|number of)\b", re.IGNORECASE)
_BEYOND = Regex(
    r"\b(?:join|group|per|each|average|avg|sum|total of|max\w*|min\w*|top|first|last|latest|newest|duplicates?|insert|update|delete|create|drop|between|not|without|or|two tables|tables|index|month|year|day|week|distinct|most|least(?<!at least)|starts?|ends?|contains?|like)\b",
    re.IGNORECASE,
)


def answer(wish: Wish) -> Answer | None:
    """Return the query for the rows that are wanted; None without a table, a column and a condition, or for anything else besides."""
    text = wish.text
    if len(text) > LONGEST or not sql.asks(text):
        return None
    found = next((match for pattern in _TABLES if (match := pattern.search(text))), None)
    if not found:
        return None
    table, columns = found["table"], _columns(text)
    rest = _COLUMNS.sub(" ", text.replace(found[0], " "))
    where = _WHERE.search(rest)
    order = _ORDER.search(rest)
    if _BEYOND.search(_ORDER.sub(" ", rest)):
        return None
    column = where["column"] if where else columns[0] if len(columns) == 1 else ""
    condition = _condition(rest, column)
    if not condition and (not order or _TOLD.search(_ORDER.sub(" ", rest))):
        return None
    what = "COUNT(*)" if _COUNTED.search(rest) else _wanted(rest, text) or "*"
    query = f"SELECT {what}\nFROM {table}" + (f"\nWHERE {condition}" if condition else "")
    if order:
        query += f"\nORDER BY {order['column']}{' DESC' if order['down'] else ''}"
    return Answer(
        [
            (
                1.0,
                f"```sql\n{query};\n```\n\n`WHERE` keeps the rows for which it is true."
                if condition
                else f"```sql\n{query};\n```",
            )
        ],
        about="SQL",
    )


def _columns(text: str) -> list[str]:
    found = _COLUMNS.search(text)
    return re.findall(W, re.sub(r"\band\b", " ", found["columns"] or found["before"])) if found else []


def _condition(rest: str, column: str) -> str:
    """Return what must be so of a row; "" if nothing is said of that, or not of which column."""
    if not column:
        return ""
    if found := _NUMBER.search(rest):
        sign = next(sign for words, sign in _SIGNS if re.search(words, found["sign"], re.IGNORECASE))
        return f"{column} {sign} {found['value']}"
    if found := _TEXT.search(rest):
        value = found["quoted"] or found["double"] or found["name"]
        return f"{column} = '{value.replace(chr(39), 2 * chr(39))}'"
    return ""


def _wanted(rest: str, text: str) -> str:
    """Return the columns that are wanted, where not whole rows are: "all names from the table users"."""
    found = re.search(
        r"\b(?:the|all|only the|only|just the) (?P<what>names?|emails?|prices?|ids?|titles?|cities)\b(?: and (?P<more>names?|emails?|prices?|ids?|titles?))?",
        rest,
        re.IGNORECASE,
    )
    if not found:
        return ""
    return ", ".join(
        "city" if word == "cities" else word.casefold().removesuffix("s") for word in (found["what"], found["more"]) if word
    )
