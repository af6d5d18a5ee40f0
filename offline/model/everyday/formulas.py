"""Formulas for Excel and Google Sheets, with the columns and cells that somebody names.

    "sum column B only if column A says Paid"   -> =SUMIF(A:A,"Paid",B:B)

The first pattern that fits is taken (those without a condition are in data/everyday/formulas.yaml). Formulas without columns in the request use A and B.
"""

import re
from collections.abc import Callable

from ...tables import read_table
from ..computed.question import Answer
from ..regex import Regex
from .wish import Wish

LONGEST = 300  # characters of a request
_SHEET = Regex(
    r"\bexcel\b|\b(?:google )?(?:spread)?sheets?\b|\blibre ?office calc\b|\bcalc formula\b|\bformula\b.*\b(?:cells?|columns?|rows?|range)\b|\b(?:v|x)lookup\b|\bsumifs?\b|\bcountifs?\b|\bpivot ?table\b|\bcell [a-z]\d+\b",
    re.IGNORECASE,
    needs="cell countif excel formula libre lookup pivot sheet sumif",
)
_NOT = Regex(
    r"\b(?:python|pandas|openpyxl|csv|sql|javascript|bed ?sheets?|cheat ?sheet|data ?sheet|style ?sheet|sheet music|sheet pan|formula 1|what is excel)\b",
    re.IGNORECASE,
)
COLUMN = r"column ([A-Za-z])\b|\b([A-Z])(?= column\b)|\b([A-Z]):\2\b"
_VALUE = r"['\"“]?(?P<value>[\w€$%.-]+(?:,\d+)?(?: [\w.-]+)?)['\"”]?"
_SIGNS = [
    (r"(?:is |are )?(?:at least|>=|greater than or equal(?: to)?|not less than)", ">="),
    (r"(?:is |are )?(?:at most|<=|less than or equal(?: to)?|not more than)", "<="),
    (r"(?:is |are )?(?:larger|greater|bigger|more|higher|over|above|>)(?: than)?", ">"),
    (r"(?:is |are )?(?:smaller|less|lower|under|below|fewer|<)(?: than)?", "<"),
    (r"(?:is not|isn't|not equal(?: to)?|!=|<>)", "<>"),
    (r"(?:says|is|are|equals?(?: to)?|=|contains|has|reads|shows)", ""),
]
_CONDITION = Regex(
    rf"\b(?:if|where|when|only if|for which|whose|that|with|whenever|having|in(?= column))\s+(?:the )?(?:cells? in |values? in |value of |cell in )?(?:(?:column )?(?P<column>[A-Za-z])(?: column)?\s+)?(?P<sign>{'|'.join(sign for sign, _ in _SIGNS)})\s+(?:the )?(?:word |text |value )?{_VALUE}",
    re.IGNORECASE,
)

_OFTEN = Regex(
    r"\b(?:count|how (?:often|many times)|number of)\b.*?['\"“](?P<value>[^'\"”]+)['\"”].*?\bcolumn (?P<column>[A-Za-z])\b|\bcolumn (?P<column2>[A-Za-z])\b.*?\bhow (?:often|many times)\b.*?['\"“](?P<value2>[^'\"”]+)",
    re.IGNORECASE,
)
_IF = Regex(
    rf"\bif (?:cell )?(?P<cell>[A-Za-z]{{1,2}}\d+) (?P<sign>{'|'.join(sign for sign, _ in _SIGNS)}) ['\"]?(?P<value>[\w.-]+)['\"]?,? (?:then )?(?:show|say|write|return|print|put|display|give)s? ['\"]?(?P<yes>[\w.-]+)['\"]?(?:,? (?:and |or )?(?:else|otherwise|if not)(?: (?:show|say|write|return|print|put))? ['\"]?(?P<no>[\w.-]+))?",
    re.IGNORECASE,
)

# A condition on "the other column", which has no letter yet.
_OTHER_COLUMN = Regex(
    r"\b(?P<what>sum|add(?: up)?|total|count|average)\b.*\b(?:if|where|when) (?:the )?(?:other|another|next|second|different|neighbou?ring) (?:column|cell) (?:is|says|equals|=|contains) ['\"“]?(?P<value>[\w.-]+)",
    re.IGNORECASE,
)
_CONDITIONAL: list[tuple[str, Callable[[str, str, str], str], str]] = [
    (r"\b(?:sum|add(?: up)?|total)\b", lambda whole, column, test: f"=SUMIF({column}:{column},{test},{whole}:{whole})", "SUMIF looks at the first column, and adds up the last one where it fits."),
    (r"\b(?:average|mean)\b", lambda whole, column, test: f"=AVERAGEIF({column}:{column},{test},{whole}:{whole})", "AVERAGEIF looks at the first column, and takes the average of the last one where it fits."),
    (r"\b(?:count|how many|number of)\b", lambda whole, column, test: f"=COUNTIF({column}:{column},{test})", "COUNTIF counts the cells that fit. For several conditions there is COUNTIFS."),
]  # fmt: skip


def answer(wish: Wish) -> Answer | None:
    """Return the formula that is asked for; None if none is, or for one that is not known."""
    text = wish.text
    if len(text) > LONGEST or not _SHEET.search(text) or _NOT.search(text):
        return None
    if found := _OFTEN.search(text):
        column = (found["column"] or found["column2"]).upper()
        return Answer(
            [
                (
                    1.0,
                    f'`=COUNTIF({column}:{column},"{found["value"] or found["value2"]}")`\n\nCOUNTIF counts the cells that are exactly that; "*{found["value"]}*" also those that contain it.',
                )
            ],
            about="formula",
        )
    columns = [next(filter(None, found)).upper() for found in re.findall(COLUMN, text)]
    cells = re.findall(r"\b([A-Z]{1,2}\d{1,4})\b", text)
    if found := _IF.search(text):
        return _if(found)
    if other := _OTHER_COLUMN.search(text):
        text = f"{text[: other.start()]}{other['what']} column B if column A is {other['value']}"
        columns = ["B", "A"]
    if (
        (condition := _CONDITION.search(text))
        and not re.search(r"\b(?:empty|blank|zero(?:e?s)?)\b", text, re.IGNORECASE)
        and (made := _conditional(text, columns, condition))
    ):
        return made
    for row in read_table("everyday/formulas.yaml"):
        pattern, formula, says = row["asked"], row["formula"], row["says"]
        if re.search(pattern, text, re.IGNORECASE):
            a, b = [*columns, "A", "B"][:2] if len(set(columns)) != 1 else (columns[0], "B" if columns[0] == "A" else "A")
            x, y = [*cells, "A1", "B1"][:2] if len(cells) != 1 else (cells[0], "B1")
            shown = formula and formula.replace("{a}", a).replace("{b}", b).replace("{x}", x).replace("{y}", y)
            return Answer([(1.0, f"`{shown}`\n\n{says}" if shown else says)], short=shown, about="formula")
    return None


def _if(found: re.Match) -> Answer:
    sign = next(sign for words, sign in _SIGNS if re.fullmatch(words, found["sign"], re.IGNORECASE)) or "="
    value, yes, no = (
        word if re.fullmatch(r"-?\d+(?:\.\d+)?", word) else f'"{word}"'
        for word in (found["value"], found["yes"], found["no"] or "")
    )
    formula = f"=IF({found['cell'].upper()}{sign}{value},{yes},{no})"
    says = "The first is what is asked, the second what is shown if it is true, the third if not."
    return Answer([(1.0, f"`{formula}`\n\n{says}")], short=formula, about="formula")


def _conditional(text: str, columns: list[str], condition: re.Match) -> Answer | None:
    made = next(
        ((make, says) for pattern, make, says in _CONDITIONAL if re.search(pattern, text[: condition.start()], re.IGNORECASE)),
        None,
    )
    if made is None:
        return None
    make, says = made
    sign = next(sign for words, sign in _SIGNS if re.fullmatch(words, condition["sign"], re.IGNORECASE))
    value = condition["value"].strip(" .?!,")
    column = (condition["column"] or "").upper()
    whole = next((one for one in columns if one != column), columns[0] if columns else "B")
    column = column or (columns[-1] if columns else "A")
    number = re.fullmatch(r"-?\d+(?:[.,]\d+)?", value)
    test = f'"{sign}{value}"' if sign or not number else value
    if "contains" in condition["sign"].casefold():
        test = f'"*{value}*"'
    formula = make(whole, column, test)
    return Answer([(1.0, f"`{formula}`\n\n{says}")], short=formula, about="formula")
