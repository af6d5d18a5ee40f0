"""Formulas for Excel and Google Sheets, with the columns and cells that somebody names.

    "sum column B only if column A says Paid"   -> =SUMIF(A:A,"Paid",B:B)

The first pattern that fits is taken. Formulas without columns in the request use A and B.
"""

import re
from collections.abc import Callable

from ..computed.question import Answer
from ..regex import Regex
from .wish import Wish

LONGEST = 300  # characters of a request
_SHEET = Regex(
    r"\bexcel\b|\b(?:google )?(?:spread)?sheets?\b|\blibre ?office calc\b|\bcalc formula\b|\bformula\b.*\b(?:cells?|columns?|rows?|range)\b|\b(?:v|x)lookup\b|\bsumifs?\b|\bcountifs?\b|\bpivot ?table\b|\bcell [a-z]\d+\b",
    re.IGNORECASE,
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

# What is asked for where no condition is: a pattern, the formula ({a} and {b} are columns, {x} and {y} cells), and what it does.
PLAIN = [
    (
        r"\b(?:sum|add)\w*\b.*\b(?:two|multiple|several|2|more) (?:conditions|criteria)\b|\bsumifs\b",
        '=SUMIFS(C:C,A:A,"Paid",B:B,">100")',
        "SUMIFS adds up column C where A says Paid and B is over 100; the sum comes first, then each column with its condition.",
    ),
    (
        r"\bcount\w*\b.*\b(?:two|multiple|several|2|more) (?:conditions|criteria)\b|\bcountifs\b",
        '=COUNTIFS(A:A,"Paid",B:B,">100")',
        "COUNTIFS counts the rows in which A says Paid and B is over 100.",
    ),
    (r"\bv ?lookups?\b", '=VLOOKUP(D2,A:B,2,FALSE)', "It looks for D2 in the first column of A:B, and gives the second column of that row. FALSE wants exactly that value. XLOOKUP (newer) is simpler: =XLOOKUP(D2,A:A,B:B)."),
    (r"\bx ?lookups?\b|\blook ?up\b|\bfind a value\b", '=XLOOKUP(D2,A:A,B:B,"not found")', "It looks for D2 in column A, and gives what stands beside it in column B. In older versions: =VLOOKUP(D2,A:B,2,FALSE)."),
    (r"\bindex\b.*\bmatch\b", "=INDEX(B:B,MATCH(D2,A:A,0))", "MATCH finds the row of D2 in column A, INDEX gives column B of that row; unlike VLOOKUP, it also looks to the left."),
    (r"\b(?:not empty|non[- ]?empty|not blank|non[- ]?blank|filled|aren't empty|are full)\b", "=COUNTA({a}:{a})", "COUNTA counts the cells that are not empty; COUNT counts only numbers."),
    (r"\b(?:empty|blank)\b.*\bcells?\b|\bcells?\b.*\b(?:empty|blank)\b", "=COUNTBLANK({a}1:{a}100)", "COUNTBLANK counts the empty cells of a range."),
    (r"\baverage\b.*\b(?:without|ignor\w+|exclud\w+|except|not zero)\b.*\bzero(?:e?s)?\b|\baverage\b.*\bignor\w+ 0", '=AVERAGEIF({a}:{a},"<>0")', "It takes the average of the cells that are not 0. Empty cells do not count anyway."),
    (r"\b(?:combine|join|merge|concatenate|concat|put together)\b.*\b(?:names?|cells?|columns?|text|first)\b|\bfull name\b", '={a}2&" "&{b}2', '& joins texts; " " is the space between. For many cells: =TEXTJOIN(" ",TRUE,A2:C2).'),
    (r"\bsplit\b.*\b(?:name|text|cell|column)\b|\bfirst name\b.*\bfrom\b", '=TEXTSPLIT({a}2," ")', 'TEXTSPLIT (in Sheets: SPLIT) cuts at the space. For the first word in older versions: =LEFT(A2,FIND(" ",A2)-1).'),
    (r"\bpercent\w*\b.*\b(?:change|increase|difference|growth|decrease)\b|\b(?:change|increase|growth)\b.*\bpercent\w*\b", "=({y}-{x})/{x}", "The difference, divided by the old value. Format the cell as a percentage."),
    (r"\bpercent\w*\b.*\b(?:of|total)\b|\bpercentage\b", "={x}/SUM({a}:{a})", "The part, divided by the whole. Format the cell as a percentage; write $ before what must not move when you copy it: =A1/SUM($A:$A)."),
    (r"\b(?:duplicates?|more than once)\b", "=COUNTIF({a}:{a},{a}2)>1", "It is TRUE where the value is there more than once. To show each value once: =UNIQUE(A:A)."),
    (r"\b(?:unique|distinct)\b.*\bcount\b|\bcount\b.*\b(?:unique|distinct|different)\b", "=COUNTA(UNIQUE({a}2:{a}100))", "UNIQUE keeps each value once, COUNTA counts them."),
    (r"\b(?:unique|distinct)\b", "=UNIQUE({a}2:{a}100)", "It lists each value once."),
    (r"\b(?:days?) between\b|\bdifference between (?:two )?dates\b|\bsubtract dates\b", "={y}-{x}", "Dates are numbers of days, so they can be subtracted; format the result as a number. For working days: =NETWORKDAYS(A1,B1)."),
    (r"\bage\b.*\b(?:birth\w*|date)\b|\bcalculate age\b|\byears? between\b", '=DATEDIF({x},TODAY(),"Y")', "DATEDIF counts the whole years between two dates."),
    (r"\b(?:today|current date)\b", "=TODAY()", "It gives the date of today, and changes every day. With the time: =NOW(). To put in a date that stays: Ctrl+;"),
    (r"\badd (?:\d+ )?(?:days|months)\b", "=EDATE({x},1)", "EDATE adds months; for days just add a number: =A1+7."),
    (r"\b(?:weekday|day of the week)\b", '=TEXT({x},"dddd")', "It shows the name of the day."),
    (r"\b(?:month|year)\b.*\b(?:from|of|extract)\b.*\bdate\b", "=MONTH({x})", "MONTH gives the number of the month; YEAR and DAY work likewise."),
    (r"\b(?:if|else)\b.*\b(?:and|both)\b.*\b(?:condition|true)\b|\bif\b.*\btwo conditions\b|\bmultiple conditions\b", '=IF(AND({x}>10,{y}<5),"yes","no")', "AND is true if both are, OR if one is."),
    (r"\bnested if\b|\bgrades?\b", '=IFS({x}>=90,"A",{x}>=80,"B",{x}>=70,"C",TRUE,"D")', "IFS takes the first condition that is true."),
    (r"\b(?:#?n/a|#div/0|error)\b", '=IFERROR({x}/{y},"")', "IFERROR shows the second value where the first is an error."),
    (r"\bif (?:formula|function|statement)\b|\bhow (?:do|does|to).*\bif\b", '=IF({x}>10,"high","low")', "The first is what is asked, the second what is shown if it is true, the third if not."),
    (r"\bround\b", "=ROUND({x},2)", "It rounds to two decimals; ROUNDUP and ROUNDDOWN always go one way."),
    (r"\b(?:rank|ranking|place)\b", "=RANK({a}2,{a}:{a})", "It gives the place of the value, 1 for the highest."),
    (r"\b(?:second|third) (?:largest|highest|biggest)\b", "=LARGE({a}:{a},2)", "LARGE gives the second largest; SMALL works likewise."),
    (r"\b(?:max|maximum|largest|highest|biggest)\b", "=MAX({a}:{a})", "It gives the largest number of the column; MIN the smallest."),
    (r"\b(?:min|minimum|smallest|lowest)\b", "=MIN({a}:{a})", "It gives the smallest number of the column; MAX the largest."),
    (r"\bmedian\b", "=MEDIAN({a}:{a})", "The value in the middle, once they are sorted."),
    (r"\b(?:standard deviation|stdev)\b", "=STDEV.S({a}:{a})", "The spread of a sample; STDEV.P for a whole population."),
    (r"\b(?:average|mean)\b", "=AVERAGE({a}:{a})", "Empty cells and texts do not count."),
    (r"\brunning (?:total|sum)\b|\bcumulative\b", "=SUM({a}$2:{a}2)", "Copy it down: the $ holds the first cell, the last one moves."),
    (r"\b(?:multiply|product)\b.*\bsum\b|\bsumproduct\b|\bweighted\b", "=SUMPRODUCT({a}2:{a}100,{b}2:{b}100)", "It multiplies the rows of both columns, and adds up the products."),
    (r"\bmultiply\b|\bproduct\b", "={a}2*{b}2", "Copy it down. To multiply all by one cell, hold it with $: =A2*$B$1."),
    (r"\bsubtract\b|\bminus\b|\bdifference\b", "={a}2-{b}2", "Copy it down by the small square at the corner of the cell."),
    (r"\bdivide\b", '=IF({b}2=0,"",{a}2/{b}2)', "The IF keeps the error away where you would divide by 0."),
    (r"\bcount\b.*\bwords?\b", '=LEN(TRIM({a}1))-LEN(SUBSTITUTE(TRIM({a}1)," ",""))+1', "It counts the spaces, and adds one."),
    (r"\b(?:length|count characters|number of characters)\b", "=LEN({x})", "It counts the signs of a text, spaces, too."),
    (r"\b(?:upper ?case|capital(?:s|ize)?)\b", "=PROPER({x})", "PROPER makes the first letter of each word large; UPPER all of them, LOWER none."),
    (r"\b(?:remove|trim|extra) .*\bspaces?\b", "=TRIM({x})", "It takes away spaces at both ends, and double ones inside."),
    (r"\b(?:replace|substitute)\b", '=SUBSTITUTE({x},"old","new")', "It replaces a text inside of a cell. For the whole sheet: Ctrl+H."),
    (r"\b(?:first|left|last|right|middle) \d* ?(?:characters?|letters?|digits?)\b|\bextract\b", "=LEFT({x},3)", "LEFT takes the first signs, RIGHT the last, =MID(A1,2,3) three from the second on."),
    (r"\b(?:dropdown|drop[- ]down)\b", None, "Mark the cells, then *Data > Data validation*, choose *List*, and type the values with commas between (in Sheets: *Data > Dropdown*)."),
    (r"\bpivot ?tables?\b", None, "Click into your data (each column with a heading), then *Insert > PivotTable*. Drag the column to group by into *Rows*, and the number to add up into *Values*."),
    (r"\bfreeze\b", None, "*View > Freeze Panes > Freeze Top Row* (in Sheets: *View > Freeze > 1 row*)."),
    (r"\bconditional formatting\b|\bcolou?r\b.*\bif\b|\bhighlight\b", None, "Mark the cells, then *Home > Conditional Formatting > New Rule* (in Sheets: *Format > Conditional formatting*). With *Use a formula*: =$A2>100 colors the rows in which column A is over 100."),
    (r"\babsolute\b|\bdollar sign\b|\block (?:a )?cell\b", "=A2*$B$1", "A $ holds the column or the row when you copy the formula: $B$1 stays, A2 moves. F4 sets the $ while you type."),
    (r"\bcount\b.*\bnumbers?\b|\bcount (?:the )?(?:cells|rows|entries)\b|\bhow many (?:rows|cells|entries)\b", "=COUNTA({a}:{a})", "COUNTA counts what is not empty; COUNT only numbers."),
    (r"\b(?:sum|add(?: up)?|total)\b", "=SUM({a}:{a})", "It adds up all numbers of the column."),
    (r"\brandom\b", "=RANDBETWEEN(1,100)", "A whole number between the two; it changes with every edit."),
    (r"\btranspose\b|\brows? (?:to|into) columns?\b", "=TRANSPOSE(A1:C3)", "It turns rows into columns."),
    (r"\bsort\b", "=SORT(A2:B100,2,-1)", "It sorts by the second column, the highest first (1 for the lowest). Or mark the data, and *Data > Sort*."),
    (r"\bfilter\b", '=FILTER(A2:C100,B2:B100="Paid")', "It shows the rows in which column B says Paid. Or use the arrows of *Data > Filter*."),
]  # fmt: skip
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
    for pattern, formula, says in PLAIN:
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
