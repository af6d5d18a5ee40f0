"""SQL queries made from the tables and columns that somebody names.

    "sql top 3 products by price"                     -> SELECT * FROM products ORDER BY price DESC LIMIT 3;
    "average salary per department from employees"    -> SELECT department, AVG(salary) ... GROUP BY department;

Each kind of query is a pattern, and a function that gets what the pattern found. The first pattern that fits is taken.
"""

import re
from collections.abc import Callable

from ..computed.question import Answer
from ..regex import Regex
from .wish import NUMBER, Wish, counted

LONGEST = 300  # characters of a request
_SQL = Regex(r"\bsql(?:ite)?\b|\bpostgres(?:ql)?\b|\bmysql\b|\bquery\b|\bselect\b.*\bfrom\b", re.IGNORECASE)
_NOT = Regex(
    r"\b(?:injection|in python|python|what is (?:sql|a|an)|learn|vs\.?|versus|difference|query string|media query|jquery|nosql|explain|meaning)\b",
    re.IGNORECASE,
)
_AROUND = Regex(
    r"\b(?:sql(?:ite)?|mysql|postgres(?:ql)?|query|queries|statement|please|pls|can you|could you|how (?:do|can|to) i?|i (?:need|want)(?: to)?|write|give|shows?|me|make|an?(?=\s+\S)|the|all|my|our|that|which|to|in order|returns?|gets?|get|find|finds|list|lists|with|for|code|help)\b(?=\s|[:,?.!])",
    re.IGNORECASE,
)
W = r"[a-zA-Z_]\w*"
_WORDS = {
    "AVG": "average avg mean",
    "SUM": "sum total",
    "MAX": "max maximum highest largest",
    "MIN": "min minimum lowest smallest",
}
_AGGREGATES = {word: name for name, words in _WORDS.items() for word in words.split()}
_AGGREGATE = "|".join(_AGGREGATES)
_PER = r"(?:per|by|for each|for every|in each|of each|grouped by|each)"
_FROM = rf"(?:\s+(?:from|in|of)\s+(?:the\s+)?(?:table\s+)?(?P<table>{W})(?:\s+table)?)?"
_PERIODS = {
    "today": ("= DATE('now')", ""), "yesterday": ("= DATE('now', '-1 day')", ""), "last week": (">= DATE('now', '-7 days')", ""),
    "last month": (">= DATE('now', 'start of month', '-1 month')", "< DATE('now', 'start of month')"),
    "this month": (">= DATE('now', 'start of month')", ""), "this year": (">= DATE('now', 'start of year')", ""),
    "last year": (">= DATE('now', 'start of year', '-1 year')", "< DATE('now', 'start of year')"),
}  # fmt: skip
_KINDS: list[tuple[Regex, Callable[[re.Match], str]]] = []


def answer(wish: Wish) -> Answer | None:
    """Return the query that is asked for; None if none is, or for one beyond these kinds."""
    text = wish.text
    if len(text) > LONGEST or not asks(text):
        return None
    asked = " ".join(_AROUND.sub(" ", f"{text} ").replace(":", " ").split()).strip(" .?!,")
    asked = re.sub(r"\s+(?:in|on|using)\Z", "", asked)
    for pattern, make in _KINDS:
        if found := pattern.fullmatch(asked):
            return Answer([(1.0, make(found))], about="SQL")
    return None


def asks(text: str) -> bool:
    """Return whether a text may ask for a query."""
    return bool(_SQL.search(text)) and not _NOT.search(text)


def _kind(pattern: str):
    """Register a function that makes the query for what a pattern finds."""

    def register(make: Callable[[re.Match], str]) -> Callable[[re.Match], str]:
        _KINDS.append((Regex(pattern, re.IGNORECASE), make))
        return make

    return register


def _said(query: str, words: str) -> str:
    return f"```sql\n{query}\n```\n\n{words}"


def _one(table: str) -> str:
    """Return the singular of a table's name."""
    return f"{table[:-3]}y" if table.endswith("ies") else table.removesuffix("s")


def _value(word: str) -> str:
    word = word.strip(" '\"")
    return word if re.fullmatch(r"-?\d+(?:\.\d+)?", word) else "'" + word.replace("'", "''") + "'"


@_kind(
    rf"(?:top|first|best|highest|most expensive|largest) (?P<n>{NUMBER}) (?P<table>{W}) (?:by|with highest|with most|ordered by|sorted by) (?P<column>{W}) (?:{_PER}) (?P<group>{W})"
)
def _top_by_group(m: re.Match) -> str:
    return _said(
        f"SELECT *\nFROM (\n    SELECT *, ROW_NUMBER() OVER (PARTITION BY {m['group']} ORDER BY {m['column']} DESC) AS place\n    FROM {m['table']}\n)\nWHERE place <= {counted(m['n'])};",
        f"The rows of each {m['group']} are numbered, the highest {m['column']} first; then the first {counted(m['n'])} of each are kept.",
    )


@_kind(
    rf"(?:top|first|best|highest|largest) (?P<n>{NUMBER}) (?P<table>{W}) (?:by|highest|most|ordered by|sorted by) (?P<column>{W})"
)
def _top(m: re.Match) -> str:
    return _said(
        f"SELECT *\nFROM {m['table']}\nORDER BY {m['column']} DESC\nLIMIT {counted(m['n'])};",
        f"`DESC` puts the highest {m['column']} first, `LIMIT` keeps the first rows.",
    )


@_kind(
    rf"(?P<n>{NUMBER})? ?(?P<which>newest|latest|most recent|oldest|first|last|youngest|cheapest) (?P<table>{W})(?: by (?P<column>{W}))?"
)
def _newest(m: re.Match) -> str:
    which = m["which"].casefold()
    column = m["column"] or {"cheapest": "price", "youngest": "birth_date"}.get(which, "created_at")
    order = "" if which in ("oldest", "first", "cheapest") else " DESC"
    return _said(
        f"SELECT *\nFROM {m['table']}\nORDER BY {column}{order}\nLIMIT {counted(m['n'] or '1')};",
        f"Put your own column for `{column}`. `DESC` puts the latest or highest first.",
    )


@_kind(rf"(?P<table>{W}) (?:where |with |whose )?(?P<column>{W}) (?:is )?between (?P<low>'?[\w.-]+'?) and (?P<high>'?[\w.-]+'?)")
def _between(m: re.Match) -> str:
    return _said(
        f"SELECT *\nFROM {m['table']}\nWHERE {m['column']} BETWEEN {_value(m['low'])} AND {_value(m['high'])};",
        "Both ends belong to it.",
    )


@_kind(
    rf"(?P<table>{W}) (?:who |that )?(?:live |lives |are |come )?(?:in|from) (?:the )?(?P<column>city|country|department|category) (?:of )?(?P<value>'?[\w .-]+'?)"
)
def _from_place(m: re.Match) -> str:
    return _said(f"SELECT *\nFROM {m['table']}\nWHERE {m['column']} = {_value(m['value'])};", "Texts stand in single quotes.")


@_kind(
    rf"(?:insert|add)(?: new)?(?: row)?(?: into)? (?P<table>{W}) (?:columns? |values? )?(?P<columns>{W}(?:(?:,| and|, and) {W})+)"
)
def _insert(m: re.Match) -> str:
    columns = re.findall(W, re.sub(r"\band\b", " ", m["columns"]))
    return _said(
        f"INSERT INTO {m['table']} ({', '.join(columns)})\nVALUES ({', '.join('1' if _type(one) != 'TEXT' else repr(one) for one in columns)});",
        "Put your own values; from a program, pass them with `?` and never join them into the text.",
    )


@_kind(rf"(?P<n>{NUMBER}) most expensive (?P<table>{W})")
def _most_expensive(m: re.Match) -> str:
    return _said(
        f"SELECT *\nFROM {m['table']}\nORDER BY price DESC\nLIMIT {counted(m['n'])};",
        "`DESC` puts the highest price first, `LIMIT` keeps the first rows.",
    )


@_kind(rf"(?P<place>second|third|2nd|3rd|fourth|4th) (?:highest|largest|biggest) (?P<column>{W}){_FROM}")
def _nth(m: re.Match) -> str:
    skipped = {"second": 1, "2nd": 1, "third": 2, "3rd": 2}.get(m["place"].casefold(), 3)
    return _said(
        f"SELECT DISTINCT {m['column']}\nFROM {m['table'] or 'employees'}\nORDER BY {m['column']} DESC\nLIMIT 1 OFFSET {skipped};",
        "`DISTINCT` counts equal values once, `OFFSET` skips the higher ones.",
    )


@_kind(
    rf"(?P<kind>{_AGGREGATE}) (?P<column>{W}){_FROM} {_PER} (?P<group>{W})(?:\s+(?:from|in)\s+(?:table\s+)?(?P<table2>{W})(?: table)?)?"
)
def _aggregate_by_group(m: re.Match) -> str:
    name = _AGGREGATES[m["kind"].casefold()]
    return _said(
        f"SELECT {m['group']}, {name}({m['column']})\nFROM {m['table'] or m['table2'] or 'my_table'}\nGROUP BY {m['group']};",
        f"`GROUP BY` makes one row of each {m['group']}, `{name}` works on the rows behind it.",
    )


@_kind(rf"(?P<kind>{_AGGREGATE}) (?P<column>{W})\s+(?:from|in|of) (?P<table>{W})(?: table)?")
def _aggregate(m: re.Match) -> str:
    name = _AGGREGATES[m["kind"].casefold()]
    return _said(f"SELECT {name}({m['column']})\nFROM {m['table']};", f"`{name}` makes one value of all rows.")


@_kind(
    rf"(?:count|number of|how many) (?P<table>{W}) (?:are there |there are |do we have |has |does |do |did )?{_PER} (?P<group>{W})(?: has| have| had| placed| made)?(?: (?:from|in) (?:table )?(?P<table2>{W})(?: table)?)?"
)
def _count_by_group(m: re.Match) -> str:
    table = m["table2"] or m["table"]
    return _said(
        f"SELECT {m['group']}, COUNT(*) AS number\nFROM {table}\nGROUP BY {m['group']}\nORDER BY number DESC;",
        f"`COUNT(*)` counts the rows of each {m['group']}. If the column has another name (such as {m['group']}_id), put that.",
    )


@_kind(
    rf"(?:count|number of|how many)(?: rows(?: of| in)?| number of)? (?P<table>{W})(?: table| are there| there are| do we have)?"
)
def _count(m: re.Match) -> str:
    if m["table"].casefold() in ("rows", "entries", "records", "lines"):
        return _said("SELECT COUNT(*)\nFROM my_table;", "`COUNT(*)` counts all rows; put the name of your table.")
    return _said(f"SELECT COUNT(*)\nFROM {m['table']};", "`COUNT(*)` counts all rows.")


@_kind(
    rf"duplicates?(?: values?| rows?)?(?: of| in column)? ?(?P<column>{W}?)s? (?:in|from|of) (?:table )?(?P<table>{W})(?: table)?|duplicated? (?P<column2>{W}?)s? (?:in|from|of) (?:table )?(?P<table2>{W})(?: table)?"
)
def _duplicates(m: re.Match) -> str:
    column, table = m["column"] or m["column2"] or "name", m["table"] or m["table2"]
    return _said(
        f"SELECT {column}, COUNT(*) AS number\nFROM {table}\nGROUP BY {column}\nHAVING COUNT(*) > 1;",
        f"Each {column} becomes one row with its number, and `HAVING` keeps those that are there more than once.",
    )


@_kind(rf"(?:delete|remove) duplicates? (?:rows )?(?:of (?P<column>{W}) )?(?:in|from) (?:table )?(?P<table>{W})(?: table)?")
def _remove_duplicates(m: re.Match) -> str:
    column = m["column"] or "email"
    return _said(
        f"DELETE FROM {m['table']}\nWHERE id NOT IN (\n    SELECT MIN(id)\n    FROM {m['table']}\n    GROUP BY {column}\n);",
        f"Of each {column} the row with the smallest id stays. Make a copy of the table first.",
    )


@_kind(rf"(?P<table>{W}) (?:from|of|in|created|placed|made|since)?\s?(?P<period>{'|'.join(_PERIODS)})(?: by (?P<column>{W}))?")
def _period(m: re.Match) -> str:
    column = m["column"] or f"{_one(m['table'])}_date"
    first, second = _PERIODS[m["period"].casefold()]
    where = f"{column} {first}" + (f"\n  AND {column} {second}" if second else "")
    return _said(
        f"SELECT *\nFROM {m['table']}\nWHERE {where};",
        f"This is how SQLite computes dates; put your own column for `{column}`. In PostgreSQL a month ago is `CURRENT_DATE - INTERVAL '1 month'`, in MySQL `CURDATE() - INTERVAL 1 MONTH`.",
    )


@_kind(rf"(?P<table>{W}) (?:from|of|in|created|placed)?\s?last (?P<n>{NUMBER}) days(?: by (?P<column>{W}))?")
def _last_days(m: re.Match) -> str:
    column = m["column"] or f"{_one(m['table'])}_date"
    return _said(
        f"SELECT *\nFROM {m['table']}\nWHERE {column} >= DATE('now', '-{counted(m['n'])} days');",
        f"This is how SQLite computes dates; put your own column for `{column}`.",
    )


@_kind(
    rf"(?P<table>{W}) (?:who|without|have|has|having|are|were|did|do)? ?(?:have )?(?:never|no|not|without|any|had|placed|ordered|made|bought|did|do|have|don't|didn't)(?: (?:placed|ordered|made|bought|have|had|an|any|single|place|not|never|no))* ?(?P<other>{W})?"
)
def _without(m: re.Match) -> str:
    table, other = m["table"], m["other"] or "orders"
    other = other if other.endswith("s") else f"{other}s"
    key = f"{_one(table)}_id"
    return _said(
        f"SELECT {table}.*\nFROM {table}\nLEFT JOIN {other} ON {other}.{key} = {table}.id\nWHERE {other}.{key} IS NULL;",
        f"`LEFT JOIN` keeps all {table}; where no row of {other} belongs to one, its columns are NULL.",
    )


@_kind(
    rf"(?:inner |left )?join(?: between)?(?: tables?)? (?P<one>{W}) (?:and|with|,) (?P<two>{W})(?: tables?)?(?: (?:on|by|using) (?P<key>{W}))?"
)
def _join(m: re.Match) -> str:
    one, two = m["one"], m["two"]
    key = m["key"]
    on = f"{two}.{key} = {one}.{key}" if key else f"{two}.{_one(one)}_id = {one}.id"
    return _said(
        f"SELECT *\nFROM {one}\nJOIN {two} ON {on};",
        "`JOIN` puts the rows together whose keys are equal; `LEFT JOIN` also keeps the rows of the first table that have no partner.",
    )


@_kind(
    rf"(?:update|set|change) (?P<column>{W}) (?:=|as|of)? ?(?P<value>'?[\w. ]+?'?) where (?P<key>{W}) (?:is|=|equals) (?P<wanted>'?[\w .@-]+'?)(?: in (?P<table>{W})(?: table)?)?"
)
def _update(m: re.Match) -> str:
    return _said(
        f"UPDATE {m['table'] or 'products'}\nSET {m['column']} = {_value(m['value'])}\nWHERE {m['key']} = {_value(m['wanted'])};",
        "Without `WHERE`, every row would be changed: try it with a `SELECT` first.",
    )


@_kind(
    rf"(?:delete|remove)(?: rows)?(?: from)? (?!rows\b)(?P<table>{W}) where (?P<key>{W}) (?:is|=|equals) (?P<wanted>'?[\w .@-]+'?)"
)
def _delete(m: re.Match) -> str:
    return _said(
        f"DELETE FROM {m['table']}\nWHERE {m['key']} = {_value(m['wanted'])};",
        "Without `WHERE`, every row would be deleted: try it with a `SELECT` first.",
    )


@_kind(
    rf"(?:delete|remove) rows where (?P<key>{W}) (?:is|=|equals) (?P<wanted>'?[\w.@-]+'?) (?:from|in) (?:table )?(?P<table>{W})(?: table)?"
)
def _delete_from(m: re.Match) -> str:
    return _delete(m)


@_kind(rf"create table (?P<table>{W}) (?:columns? )?(?P<columns>{W}(?:(?:,| and|, and) {W})+)")
def _create(m: re.Match) -> str:
    columns = re.findall(W, re.sub(r"\band\b", " ", m["columns"]))
    lines = ",\n".join(f"    {column} {_type(column)}" for column in columns if column != "id")
    return _said(
        f"CREATE TABLE {m['table']} (\n    id INTEGER PRIMARY KEY,\n{lines}\n);",
        "`PRIMARY KEY` gives each row a number of its own.",
    )


def _type(column: str) -> str:
    if re.search(r"price|amount|total|weight|rate|salary", column):
        return "REAL"
    return "INTEGER" if re.search(r"age|count|number|year|quantity|_id", column) else "DATE" if "date" in column else "TEXT"


@_kind(rf"(?:distinct|unique|different) (?:values )?(?:of |in )?(?P<column>{W}?)(?:s)? (?:in|from|of) (?P<table>{W})(?: table)?")
def _distinct(m: re.Match) -> str:
    return _said(f"SELECT DISTINCT {m['column']}\nFROM {m['table']};", "`DISTINCT` shows each value once.")


@_kind(rf"add (?:new )?column (?P<column>{W}) (?P<table>{W})(?: table)?")
def _add_column(m: re.Match) -> str:
    return _said(
        f"ALTER TABLE {m['table']}\nADD COLUMN {m['column']} {_type(m['column'])};", "The rows that are there get NULL in it."
    )


@_kind(rf"(?:select )?(?:rows (?:of|from|in) )?(?P<table>{W}) (?:where )?(?P<column>{W}) (?:is )?(?:missing|null|empty)")
def _missing(m: re.Match) -> str:
    return _said(f"SELECT *\nFROM {m['table']}\nWHERE {m['column']} IS NULL;", "NULL is compared with `IS`, not with `=`.")


@_kind(
    rf"(?:select |from )?(?:rows (?:of|from|in) )?(?P<table>{W})(?: table)? (?:where|whose|who|having|have|has)? ?(?:their |its )?(?P<column>{W}) (?:is |are )?(?P<sign>greater than|larger than|more than|bigger than|higher than|over|above|>|less than|smaller than|lower than|under|below|<|=|is|equals|equal to) ?(?P<value>'?[\w.-]+'?)"
)
def _where(m: re.Match) -> str:
    sign = (
        ">"
        if re.match(r"greater|larger|more|bigger|higher|over|above|>", m["sign"], re.IGNORECASE)
        else "<"
        if re.match(r"less|smaller|lower|under|below|<", m["sign"], re.IGNORECASE)
        else "="
    )
    return _said(
        f"SELECT *\nFROM {m['table']}\nWHERE {m['column']} {sign} {_value(m['value'])};",
        "`WHERE` keeps the rows for which it is true.",
    )


@_kind(rf"(?:select )?(?P<table>{W}) (?:who )?(?:are )?(?P<word>older|younger) than (?P<n>\d+)(?: years)?")
def _older(m: re.Match) -> str:
    return _said(
        f"SELECT *\nFROM {m['table']}\nWHERE age {'>' if m['word'] == 'older' else '<'} {m['n']};",
        "`WHERE` keeps the rows for which it is true.",
    )


@_kind(
    rf"(?:select )?(?P<table>{W}) (?:whose |where )?(?P<column>{W}) (?P<how>starts?|begins?|contains?|ends?|like|includes?)(?: with)? ?(?P<value>'?[\w@.]+'?)"
)
def _like(m: re.Match) -> str:
    value = m["value"].strip("'")
    pattern = f"{value}%" if m["how"][0] in "sbSB" else f"%{value}" if m["how"].startswith("end") else f"%{value}%"
    return _said(
        f"SELECT *\nFROM {m['table']}\nWHERE {m['column']} LIKE '{pattern}';", "In `LIKE`, `%` stands for any signs, `_` for one."
    )


@_kind(rf"(?:newest|latest|last|most recent) (?P<table>{W})? ?{_PER} (?P<group>{W})(?: (?:from|in) (?:table )?(?P<table2>{W}))?")
def _latest(m: re.Match) -> str:
    table = m["table2"] or m["table"] or "orders"
    column = f"{_one(table)}_date"
    return _said(
        f"SELECT {m['group']}, MAX({column}) AS latest\nFROM {table}\nGROUP BY {m['group']};",
        f"Put your own column for `{column}`. For the whole rows, number them with `ROW_NUMBER() OVER (PARTITION BY {m['group']} ORDER BY {column} DESC)` and keep the first.",
    )


@_kind(
    r"(?:to )?(?:get |select |find |list |all |every )*(?P<table>orders|payments|invoices|sales|bills|purchases) (?P<word>over|above|more than|greater than|under|below|less than) (?P<n>\d+)(?: euros?| dollars?)?"
)
def _over(m: re.Match) -> str:
    sign = ">" if m["word"].casefold() in ("over", "above", "more than", "greater than") else "<"
    return _said(
        f"SELECT *\nFROM {m['table']}\nWHERE total {sign} {m['n']};",
        "The amount is in a column called `total` here; put the name that it has in your table.",
    )


@_kind(
    rf"(?:to )?(?:get |select |find |list |all |every )*(?P<table>{W}s) (?:from|in|who live in|living in|who are from|based in) (?P<city>(?!table\b)[\w'-]+(?: [\w'-]+)?)"
)
def _of_city(m: re.Match) -> str:
    city = " ".join(word[:1].upper() + word[1:] for word in m["city"].split())
    return _said(
        f"SELECT *\nFROM {m['table']}\nWHERE city = {_value(city)};",
        "The column is called `city` here; put the name that it has in your table. Text is compared letter by letter, so mind capital letters.",
    )
