"""SQL queries for rows: of which table, on which conditions, in which order, how many.

    "sql: employees from the sales department who earn more than 50000, sorted by last name"
    -> SELECT * FROM employees WHERE department = 'sales' AND salary > 50000 ORDER BY last_name;

Every word must belong to one of these: a query that drops a condition would be a false one.
"""

import re
from dataclasses import dataclass, field

from ..computed.atlas import atlas
from ..computed.question import Answer
from ..regex import Regex
from . import sql
from .wish import NUMBER, Wish, counted

LONGEST = 300  # characters of a request
W = r"[a-zA-Z_]\w*"
_NO_COLUMN = r"(?!(?:who|rows|ones|those|everything|it|that|which|where|whose|with|and|have|has|having|is|are|was|cost|costs|earn|earns|price is|than|the|an?|old|all|or|not|table|column|living|live|lives)\b)"
_N = r"[$€£]?(?P<n>-?\d+(?:[.,]\d{3})*(?:\.\d+)?)(?: ?[$€£]| euros?| dollars?)?"
_LEAD = r"\b(?:(?:where|whose|with|and|that|which|who|have|has|having|but|their|its|the|an?|of)\s+)*"
_VALUE = r"(?:'(?P<quoted>[^']+)'|\"(?P<double>[^\"]+)\"|(?P<bare>(?-i:[A-Z])[\w-]*(?: (?-i:[A-Z])[\w-]*)*|[\w@.-]+))"
_SIGNS = [
    ("at least|not less|no less|>=", ">="), ("at most|no more|not more|<=", "<="), ("!=|<>|not", "!="),
    ("over|above|more|greater|higher|bigger|larger|older|after|>", ">"), ("under|below|less|lower|smaller|fewer|cheaper|younger|before|<", "<"), ("", "="),
]  # fmt: skip
_SIGN = r"(?P<sign>at least|at most|(?:no |not )?(?:more|less) than|>=|<=|!=|<>|>|<|=|(?:greater|larger|higher|bigger|older|lower|smaller|fewer|younger|cheaper) than|over|above|under|below|equal to|equals?|is|of|exactly)"
_DATE = r"(?P<date>(?:19|20)\d\d(?:-\d\d-\d\d)?)"
_TABLES = [
    Regex(rf"\b(?:(?:the|my|our|a|from|in|called|named)\s+)*table(?:'s name)? (?:(?:is |are )?(?:called|named) |is |are |: ?)?[\"'`]?(?P<table>(?!with\b|has\b|and\b|in\b|that\b|where\b){W})[\"'`]?", re.IGNORECASE),
    Regex(rf"\b(?:from|in|of|the|my|our|a) (?:the |my |our )?[\"'`]?(?P<table>{W})[\"'`]? table\b", re.IGNORECASE),
    Regex(rf"\bfrom (?:the )?(?P<table>(?!the\b){W})(?= where\b|,? (?:in |with |using )?sql\W*\Z)", re.IGNORECASE),
    Regex(r"\b(?:delete|remove|find|get|show) (?:the )?(?P<table>customer|user|order|product|employee|student|book)(?= (?:with|where|whose)\b)", re.IGNORECASE),
    Regex(r"\b(?P<table>(?!names?\b|emails?\b|prices?\b|ids\b|titles\b|cities\b|is\b|has\b|was\b|gets\b|shows\b|returns\b|finds\b|lists\b|counts\b|deletes\b|removes\b|rows\b|columns\b|entries\b|records\b|this\b|lives\b|needs\b|selects\b|does\b|starts\b|begins\b|contains\b|ends\b|equals\b|days\b|dates\b)(?:[a-z_]{2,}(?<![us])s|people|staff))\b", re.IGNORECASE),
]  # fmt: skip
_COLUMNS = Regex(
    rf"\b(?:and )?(?:it )?(?:(?:has|have|with) )?(?:(?:an?|the) )?(?:columns?|fields?) (?:(?:is |are )?(?:called |named ))?[\"'`]?(?P<columns>{W}[\"'`]?(?:(?:, and |, | and )(?!(?:how|what|i|we|get|give|show|find|list|select|please|can|could|write|now|it|then)\b)[\"'`]?{W}[\"'`]?)*)|\b(?:has|have|with) (?:an? |the )(?P<before>{W}) (?:column|field)\b",
    re.IGNORECASE,
)
_ORDER = Regex(
    r"\b(?:sorted|ordered|sort|order)(?: (?:them|it|the results?|everything|by|in|alphabetically|descending|ascending|desc|asc|the|their))*\b(?: (?P<column>(?!first\b)\w+(?: (?:name|date))?))?(?P<down>,? (?:desc\w*|(?:highest|largest|newest|latest|biggest|most expensive) first|from (?:high|new|large)\w* to \w+))?(?:,? (?:asc\w*|(?:lowest|oldest|cheapest|smallest) first))?|\b(?P<first>cheapest|most expensive|newest|latest|oldest) (?:ones? )?first\b",
    re.IGNORECASE,
)
_LIMIT = Regex(rf"\b(?:only |just )?(?:the )?(?:first|top|limit(?: to| it to| them to)?) (?P<n>{NUMBER})\b", re.IGNORECASE)
_WANTED = Regex(
    r"(?<=(?:all|the|nly|how|get|ist|ind|ust|ect|ql:|ry:|of:) )(?P<columns>(?:names?|emails?|prices?|ids?|titles?|cities|salary|salaries|ages?)(?:(?:,| and) (?:names?|emails?|prices?|ids?|titles?|cities|salary|salaries|ages?))*)\b",
    re.IGNORECASE,
)
_COUNTED = Regex(r"\b(?:how many|counts?|counting|number of)\b", re.IGNORECASE)
_DELETED = Regex(r"\b(?:delete|remove)s?\b", re.IGNORECASE)
_FILLS = frozenset(
    "sql sqlite mysql postgres postgresql query queries statement select please pls write writes give gives show shows me get gets find finds list lists returns return all every the a an my our of from in for to i need want how do does can could you would we is are there rows row records entries data that which who whose where with have has having and them it now also just database using use what's what whats would be everything everyone only those ones add table their its on by then but".split()
)
_VERBS = {"earn": "salary", "make": "salary", "paid": "salary", "cost": "price", "price": "price", "expensive": "price", "cheaper": "price", "spent": "total", "older": "age", "younger": "age", "old": "age", "weigh": "weight"}  # fmt: skip
_STATUS = "active|inactive|cancell?ed|pending|shipped|paid|unpaid|open|closed|delivered|completed"


@dataclass
class _Read:
    """What is read of a request: the text that is left, the table, the columns that are named, and those that are only guessed."""

    left: str
    table: str
    columns: list[str]
    conditions: list[tuple[int, str]] = field(default_factory=list)
    guessed: list[str] = field(default_factory=list)

    def take(self, pattern: Regex) -> list[re.Match]:
        """Return what a pattern finds in the text that is left, and leave it out from there."""
        found = list(pattern.finditer(self.left))
        for one in found:
            self.left = f"{self.left[: one.start()]}{' ' * (one.end() - one.start())}{self.left[one.end() :]}"
        return found

    def guess(self, column: str) -> str:
        """Return the column for something that is said without one: the only one that is named, or its usual name."""
        if len(self.columns) == 1:
            return self.columns[0]
        if column not in self.columns:
            self.guessed.append(column)
        return column


def answer(wish: Wish) -> Answer | None:
    """Return the query for the rows that are wanted; None without a table, or where anything is said that is not read."""
    text = re.sub(r"\s+", " ", wish.whole.replace("’", "'"))
    if len(text) > LONGEST or not sql.asks(text):
        return None
    if not (found := next((match for pattern in _TABLES if (match := pattern.search(text))), None)):
        return None
    read = _Read(
        text,
        found["table"] if found["table"].endswith(("s", "people", "staff")) or "table" in found[0] else f"{found['table']}s",
        [],
    )
    read.left = f"{text[: found.start()]}{' ' * len(found[0])}{text[found.end() :]}"
    read.left = re.sub(rf"\b{read.table}\b", lambda m: " " * len(m[0]), read.left)
    for one in read.take(_COLUMNS):
        read.columns += re.findall(W, re.sub(r"\band\b", " ", one["columns"] or one["before"]))
    order, limit = read.take(_ORDER), read.take(_LIMIT)
    for pattern, told in _CONDITIONS:
        read.conditions += [(one.start(), told(one, read)) for one in read.take(pattern)]
    wanted = read.take(_WANTED)
    counts, deletes = read.take(_COUNTED), read.take(_DELETED) or _DELETED.search(found[0])
    if set(re.findall(r"[^\W_][\w'-]*", read.left.casefold())) - _FILLS:
        return None
    if not (
        read.conditions or order or limit or wanted or counts or re.search(r"\b(?:all|every|everything)\b", text, re.IGNORECASE)
    ):
        return None
    what = (
        "COUNT(*)"
        if counts
        else ", ".join(map(_singular, re.findall(r"\b(?!and\b)\w+", wanted[0]["columns"])))
        if wanted
        else "*"
    )
    lines = [f"DELETE FROM {read.table}"] if deletes else [f"SELECT {what}", f"FROM {read.table}"]
    if read.conditions:
        lines.append("WHERE " + "\n  AND ".join(one for _, one in sorted(read.conditions)))
    if order:
        first, down = order[-1]["first"], order[-1]["down"] or order[-1][0].casefold().startswith(("most", "new", "late"))
        column = re.sub(
            r"\W",
            "_",
            (
                order[-1]["column"]
                or read.guess(
                    "name" if not first else f"{read.table.removesuffix('s')}_date" if first[0].casefold() in "nlo" else "price"
                )
            ).casefold(),
        )
        lines.append(f"ORDER BY {column}{' DESC' if down else ''}")
    if limit:
        lines.append(f"LIMIT {counted(limit[0]['n'])}")
    return Answer([(1.0, f"```sql\n{chr(10).join(lines)};\n```{_note(read, bool(deletes))}")], about="SQL")


def _note(read: _Read, deletes: bool) -> str:
    if read.guessed:
        names = " and ".join(f"`{one}`" for one in dict.fromkeys(read.guessed))
        return f"\n\nPut the names of your own columns in place of {names}, if they differ."
    if deletes:
        return "\n\nWithout `WHERE`, every row would be deleted: try it with a `SELECT` first."
    return "\n\n`WHERE` keeps the rows for which it is true." if read.conditions else ""


def _singular(column: str) -> str:
    return {"cities": "city", "salaries": "salary"}.get(column.casefold(), column.casefold().removesuffix("s"))


def _value(found: re.Match) -> str:
    value = found["quoted"] or found["double"] or found["bare"].rstrip(".")
    return value if re.fullmatch(r"-?\d+(?:\.\d+)?", value) else "'" + value.replace("'", "''") + "'"


def _sign(found: re.Match) -> str:
    return next(sign for words, sign in _SIGNS if re.search(words, found["sign"], re.IGNORECASE))


def _number(found: re.Match) -> str:
    return found["n"].replace(",", "")


def _of_kind(found: re.Match, read: _Read) -> str:
    """Return the condition for "who earn more than 50000", "older than 30", "cheaper than 5"."""
    word = next(one for one in _VERBS if re.search(one, found[0], re.IGNORECASE))
    sign = next(sign for words, sign in _SIGNS if re.search(words, f"{found[0].partition(found['n'])[0]}", re.IGNORECASE))
    return f"{read.guess(_VERBS[word])} {'>' if word == 'expensive' else sign} {_number(found)}"


def _of_number(found: re.Match, read: _Read) -> str:
    usual = (
        "total"
        if re.match(r"orders|payments|invoices|sales|bills|purchases", read.table, re.IGNORECASE)
        else "price"
        if read.table.startswith("product")
        else "age"
    )
    return f"{read.guess(usual)} {_sign(found)} {_number(found)}"


def _of_date(found: re.Match, read: _Read) -> str:
    column = found["column"] or read.guess(f"{read.table.removesuffix('s')}_date")
    year, day = found["date"], found["date"] if "-" in found["date"] else f"{found['date']}-01-01"
    when = found["when"].casefold()
    if when == "before":
        return f"{column} < '{day}'"
    if when == "since" or (when == "after" and "-" in year):
        return f"{column} {'>=' if when == 'since' else '>'} '{day}'"
    if "-" in year:
        return f"{column} = '{day}'"
    following = f"{int(year) + 1}-01-01"
    return f"{column} >= '{following}'" if when == "after" else f"{column} >= '{day}' AND {column} < '{following}'"


def _of_place(found: re.Match, read: _Read) -> str:
    name = found["quoted"] or found["double"] or found["bare"]
    places = atlas().mentioned(name)
    column = read.guess("country" if places and places[-1].kind == "country" else "city")
    value = " ".join(word[:1].upper() + word[1:] for word in name.split())
    return f"{column} = '{value.replace(chr(39), 2 * chr(39))}'"


def _like(found: re.Match, read: _Read) -> str:
    value, how = _value(found).strip("'"), found["how"].casefold()
    return f"{found['column']} LIKE '{'' if how[0] in 'sb' else '%'}{value}{'' if how.startswith('end') else '%'}'"


_CONDITIONS = [
    (Regex(rf"{_LEAD}(?P<column>{_NO_COLUMN}{W}) (?:is |are )?between (?P<low>-?[\d.]+) and (?P<high>-?[\d.]+)", re.IGNORECASE), lambda m, read: f"{m['column']} BETWEEN {m['low']} AND {m['high']}"),
    (Regex(rf"{_LEAD}(?P<column>{_NO_COLUMN}{W}) (?:is |are )?(?:missing|null|empty|not set)\b|\b(?:without|with no) (?:an? )?(?P<column2>email|phone|address|name|city|price|country)\b", re.IGNORECASE), lambda m, read: f"{m['column'] or read.guess(m['column2'])} IS NULL"),
    (Regex(rf"{_LEAD}(?P<column>{_NO_COLUMN}{W}) (?P<how>starts?|begins?|contains?|ends?|includes?)(?: with)? (?:the letter )?{_VALUE}", re.IGNORECASE), _like),
    (Regex(rf"{_LEAD}(?:(?P<column>{_NO_COLUMN}(?!orders?\b|placed\b|made\b|registered\b|joined\b|sales\b|up\b|bought\b|euros?\b|dollars?\b){W}) )?(?:is |are |was |placed |made |(?:who )?registered |(?:who )?joined |signed up |bought )?(?P<when>before|after|since|from|in|of)(?: the year)? {_DATE}\b(?!-)", re.IGNORECASE), _of_date),
    (Regex(rf"{_LEAD}(?:(?:are|is) )?(?:(?:earn|make|cost|weigh)s?|paid|spent|priced|more expensive|older|younger|cheaper)(?: (?:for|at))? ?(?P<sign>at least|at most|(?:more |less )?than|over|above|under|below) {_N}(?: years)?", re.IGNORECASE), _of_kind),
    (Regex(rf"{_LEAD}(?:are |is |aged )?(?P<sign>over|above|under|below|at least|more than|less than) {_N} (?:years old|years|of age)", re.IGNORECASE), lambda m, read: f"{read.guess('age')} {_sign(m)} {_number(m)}"),
    (Regex(rf"{_LEAD}(?P<column>{_NO_COLUMN}{W}) (?:is |are |was )?{_SIGN} ?{_N}(?![\w%])", re.IGNORECASE), lambda m, read: f"{m['column']} {_sign(m)} {_number(m)}"),
    (Regex(rf"{_LEAD}(?:from|in|of) (?:the )?(?P<value>(?!the\b)[\w-]+) (?P<column>department|category)\b", re.IGNORECASE), lambda m, read: f"{read.guess(m['column'])} = '{m['value']}'"),
    (Regex(rf"{_LEAD}(?:from |in |by )?(?:the )?(?P<column>department|category|city|country|status|author|genre|brand|color|role) (?:is |= ?|of |called |named )?{_VALUE}", re.IGNORECASE), lambda m, read: f"{m['column']} = {_value(m)}"),
    (Regex(rf"{_LEAD}(?:is |are )?(?:named|called) {_VALUE}", re.IGNORECASE), lambda m, read: f"{read.guess('name')} = {_value(m)}"),
    (Regex(rf"{_LEAD}(?P<column>{_NO_COLUMN}{W})(?: (?:is|equals|equal to) | ?= ?)(?P<not>not )?{_VALUE}", re.IGNORECASE), lambda m, read: f"{m['column']} {'!=' if m['not'] else '='} {_value(m)}"),
    (Regex(rf"{_LEAD}(?:is |are |been )?(?P<status>{_STATUS})\b", re.IGNORECASE), lambda m, read: f"{read.guess('status')} = '{m['status'].casefold()}'"),
    (Regex(r"\b(?:with |of |from |for |by |whose )*(?:the )?(?P<who>customer|user|client|product|employee|order|student)?(?: (?:number|id|no\.?))+ ?(?:is |= ?)?(?P<n>\d+)\b|\b(?:of|from|for|by) (?:the )?(?P<who2>customer|user|client|product|employee|student) (?P<n2>\d+)\b", re.IGNORECASE), lambda m, read: f"{(m['who'] or m['who2'] or '') + '_id' if m['who'] or m['who2'] else 'id'} = {m['n'] or m['n2']}"),
    (Regex(rf"{_LEAD}{_SIGN} {_N}(?![\w%])", re.IGNORECASE), _of_number),
    (Regex(rf"{_LEAD}(?:(?:are|is|come|comes|live|lives|living|based|located) )*(?:from|in) (?:the (?:city|country) (?:of )?)?(?!(?:the|a|my|our|sql|mysql|table|order|all)\b){_VALUE}", re.IGNORECASE), _of_place),
]  # fmt: skip
