"""SQL queries made from the tables and columns that somebody names.

    "sql top 3 products by price"                     -> SELECT * FROM products ORDER BY price DESC LIMIT 3;
    "average salary per department from employees"    -> SELECT department, AVG(salary) ... GROUP BY department;

The kinds stand in data/everyday/sql.yaml; rows of one table, on whatever conditions, are read by sql_told.
"""

import re
from functools import cache

from ...tables import read_table
from ..computed.question import Answer
from ..regex import Regex
from .wish import NUMBER, Wish, counted

LONGEST = 300  # characters of a request
_SQL = Regex(
    r"\bsql(?:ite)?\b|\bpostgres(?:ql)?\b|\bmysql\b|\bquery\b|\bselect\b.*\bfrom\b|\b(?:rows?|entries|records)\b.* (?:in|from|of) (?:the |my )?(?:table\b|\w+ table\b)",
    re.IGNORECASE,
    needs="entries postgres query records row select sql",
)
_NOT = Regex(
    r"\b(?:injection|in python|python|what is (?:sql|a|an)|learn|vs\.?|versus|difference|query string|media query|jquery|nosql|explain|meaning)\b",
    re.IGNORECASE,
)
_AROUND = Regex(
    r"\b(?:sql(?:ite)?|mysql|postgres(?:ql)?|query|queries|statement|please|pls|can you|could you|how (?:do|can|to) i?|i (?:need|want)(?: to)?|write|give|shows?|me|make|an?(?=\s+\S)|the|all|my|our|that|which|to|in order|returns?|gets?|get|find|finds|list|lists|with|for|code|help|select)\b(?=\s|[:,?.!])",
    re.IGNORECASE,
)
_SIGNS = str.maketrans(":()", "   ")
W = r"[a-zA-Z_]\w*"
_AGGREGATES = {
    "AVG": "average|avg|mean", "SUM": "sum|total", "MAX": "max|maximum|highest|largest", "MIN": "min|minimum|lowest|smallest",
}  # fmt: skip
_SHORT = {  # what stands in sql.yaml for longer patterns
    "AGGREGATE": "|".join(_AGGREGATES.values()),
    "PER": "(?:per|by|for each|for every|in each|of each|grouped by|each)",
    "FROM": rf"(?:\s+(?:from|in|of)\s+(?:the\s+)?(?:table\s+)?(?P<table>{W})(?:\s+table)?)?",
    "N": NUMBER,
    "W": W,
}


def answer(wish: Wish) -> Answer | None:
    """Return the query that is asked for; None if none is, or for one beyond the kinds of sql.yaml."""
    text = wish.text
    if len(text) > LONGEST or not asks(text):
        return None
    asked = " ".join(_AROUND.sub(" ", f"{text} ".translate(_SIGNS)).split()).strip(" .?!,")
    asked = re.sub(r",?\s+(?:in|on|using)\Z", "", asked)
    for pattern, kind in _kinds():
        if found := pattern.fullmatch(asked):
            values = _values(found, kind)
            return Answer(
                [(1.0, f"```sql\n{kind['query'].format(**values)}\n```\n\n{kind['say'].format(**values)}")], about="SQL"
            )
    return None


def asks(text: str) -> bool:
    """Return whether a text may ask for a query."""
    return bool(_SQL.search(text)) and not _NOT.search(text)


@cache
def _kinds() -> list[tuple[Regex, dict]]:
    return [(Regex(_long(kind["asked"]), re.IGNORECASE), kind) for kind in read_table("everyday/sql.yaml")]


def _long(asked: str) -> str:
    return re.sub(r"(?<![\\\w])(?:AGGREGATE|PER|N|W)(?![\w])|FROM", lambda m: _SHORT[m[0]], asked)


def _values(found: re.Match, kind: dict) -> dict[str, str]:
    """Return what a query is filled with: the groups that were found, what stands for those that were not, and what follows from them."""
    groups = {name: value for name, value in found.groupdict().items() if value}
    values = kind.get("else", {}) | {name.rstrip("2"): value for name, value in groups.items() if name.endswith("2")} | groups
    table = values.get("table", "my_table")
    values["one"] = f"{table[:-3]}y" if table.endswith("ies") else table.removesuffix("s")
    values = {name: str(value).replace("{one}", values["one"]) for name, value in values.items()}
    if "n" in values:
        values["n"] = str(counted(values["n"]))
    if "kind" in values:
        values["kind"] = next(name for name, words in _AGGREGATES.items() if values["kind"].casefold() in words.split("|"))
    for name in {"value", "wanted"} & set(values):
        values[name] = _value(values[name])
    if "periods" in kind:
        values["period"] = kind["periods"][values.get("period", "days").casefold()].format(**values)
    columns = re.findall(W, re.sub(r"\band\b", " ", values.get("columns", "")))
    return values | {
        "columns": ", ".join(columns),
        "examples": ", ".join(repr(one) if _type(one) == "TEXT" else "1" for one in columns),
        "typed": ",\n".join(f"    {one} {_type(one)}" for one in columns if one != "id"),
        "type": _type(values.get("column", "")),
        "skipped": "1" if "second" in values else "2" if "third" in values else "3",
        "others": f"{values.get('other', '').removesuffix('s')}s",
        "mine": values.get("key", "id") if "key" in groups else "id",
    }


def _value(word: str) -> str:
    word = word.strip(" '\"")
    return word if re.fullmatch(r"-?\d+(?:\.\d+)?", word) else "'" + word.replace("'", "''") + "'"


def _type(column: str) -> str:
    if re.search(r"price|amount|total|weight|rate|salary", column):
        return "REAL"
    return "INTEGER" if re.search(r"age|count|number|year|quantity|_id", column) else "DATE" if "date" in column else "TEXT"
