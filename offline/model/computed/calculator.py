"""What a pocket calculator can do, in figures or in words."""

import ast
import math
import operator
import re
from statistics import fmean, median

from ..regex import Regex
from . import hints, word_problems
from .numbers import digits, shown
from .question import Answer, Question, says

BY_ZERO = "Nothing can be divided by zero, so there is no result."
ABOUT = "math mathematics arithmetic numbers calculation calculations sums"
_N = r"(-?\d[\d,]*(?:\.\d+)?|\.\d+)"
_OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv, ast.Mod: operator.mod,
              ast.Pow: operator.pow, ast.FloorDiv: operator.floordiv, ast.USub: operator.neg, ast.UAdd: operator.pos}  # fmt: skip
_IN_WORDS = [
    (r"\bpi\b|π", "3.14159265358979"),
    (r"\b(?:the )?square of (\d+(?:\.\d+)?)", r"\1**2"),
    (r"\bto the power of\b|\braised to\b|\*\*|\^", "**"),
    (r"\b(?:multiplied by|times)\b|(?<=\d)\s*[x×·]\s*(?=[\d(])", "*"),
    (r"\b(?:divided by|over)\b|÷|:(?=\s*\d)", "/"),
    (r"\b(?:plus|added to)\b", "+"),
    (r"\bminus\b|[−–]", "-"),
    (r"\b(?:mod|modulo)\b", "%"),
    (r"(?<=\d)\s+squared\b|²", "**2"),
    (r"(?<=\d)\s+cubed\b|³", "**3"),
]
_POLITE = r"(?:(?:hey|hi|hello|please|pls|plz|can|could|you|kindly|tell|me|quickly|calculate|compute|evaluate|solve|work|out|find|what|whats|what's|what’s|s|is|are|does|do|how|much|make|makes|equal|equals|the|result|answer|value|of|to|for|and|so|ok|then|sum|it|be|would|know|a|number|exactly|quick|math|maths|now|just|give|us)\b|[\s=?!.,:'’])*"
_CALCULATES = Regex(
    r"[-+*/^×÷·%√!²³−–:]|\b(?:plus|minus|times|multipl|divide|over|power|raised|added|squared?|cubed?|mod|modulo|percent|per cent|root|sqrt|factorial|"
    r"half|third|quarter|fourth|fifth|sixth|eighth|tenth|double|twice|triple|prime|even|odd|average|mean|median|sum|total|max|min|largest|smallest|"
    r"biggest|product|add|binary|hex|octal|roman|decimal|round|how m|subtract|take|deduct|off|x)", re.IGNORECASE,
)  # fmt: skip
_EXPRESSION = Regex(r"[\d\s().+\-*/%]+")


def answer(question: Question) -> Answer | None:
    """Answer a calculation; None for anything that is not one, wholly."""
    text = digits(question.text).replace("’", "'")
    if not re.search(r"\d", text) or not _CALCULATES.search(text):
        return None
    for kind in (
        _percent,
        _root,
        _fraction,
        _properties,
        _statistics,
        _notation,
        _rounded,
        _story,
        word_problems.told,
        _change,
        _in_signs,
    ):
        if found := kind(text):
            return found
    return None


_GOES_ON = Regex(
    r"\A\W*(?:(?:and|then|now|ok|so|please|can you|let's)\W+)*(?:(?P<sign>plus|minus|times|divided by|multiplied by|[-+*/x×÷])\s*(?P<by>[\d(].*)|(?P<power>squared|cubed)"
    r"|(?P<does>add|subtract|take|deduct) (?P<some>\d[\d.,]*) (?:to|from) (?:it|that|this|the (?:result|answer))"
    r"|(?P<puts>add|subtract|take|deduct|multiply) (?:it|that|this|the (?:result|answer)) (?P<link>to|from|with|by) (?P<whole>\d[\d.,]*)"
    r"|(?P<verb>divide|multiply|add|subtract|take(?: away)?|double|halve|triple|square)(?: (?:it|that|this|the (?:result|answer)))?(?: (?:by|with|to it|from it|off))?\s*(?P<with>\d[\d.,]*)?"
    r"|(?P<share>half|a third|a quarter|(?P<percent>[\d.]+) ?(?:%|percent)) of (?:it|that|this|the result))(?:\W+(?:please|now|again|then|too))*\W*\Z",
    re.IGNORECASE,
)
_VERBS = {"divide": "{0} / {1}", "multiply": "{0} * {1}", "add": "{0} + {1}", "subtract": "{0} - {1}", "take": "{0} - {1}", "double": "{0} * 2",
          "halve": "{0} / 2", "triple": "{0} * 3", "square": "{0} squared"}  # fmt: skip
_SHARES = {"half": "{0} / 2", "a third": "{0} / 3", "a quarter": "{0} / 4"}


def again(question: Question) -> str | None:
    """Return the calculation that goes on from the last result: "and plus 9?" or "divide by 4" after "17*23"."""
    found = _GOES_ON.match(digits(question.text).replace("’", "'")) if len(question.text) < 60 else None
    last = next(iter(question.earlier("assistant")), "")
    result = re.search(rf"(?:=|is|:)\s*{_N}\.?\s*\Z", last)
    if not found or not result:
        return None
    number = result[1].replace(",", "")
    if found["sign"]:
        return f"{number} {found['sign']} {found['by']}"
    if found["power"]:
        return f"{number} {found['power']}"
    if found["share"]:
        return f"{found['percent']}% of {number}" if found["percent"] else _SHARES[found["share"].casefold()].format(number)
    if found["does"]:
        return f"{number} {'+' if found['does'].casefold() == 'add' else '-'} {found['some']}"
    if found["puts"]:
        whole, sign = found["whole"], {"add": "+", "multiply": "*"}.get(found["puts"].casefold(), "-")
        return f"{whole} {sign} {number}" if found["link"].casefold() in ("to", "from") else f"{number} {sign} {whole}"
    form = _VERBS[found["verb"].casefold().split()[0]]
    return form.format(number, found["with"]) if found["with"] or "{1}" not in form else None


def _said(expression: str, result: float) -> Answer:
    return says(
        f"{expression} = {shown(result)}.", short=shown(result), about=ABOUT, forms={"hint": [(1.0, hints.hint(expression))]}
    )


def _in_signs(text: str) -> Answer | None:
    for words, sign in _IN_WORDS:
        text = re.sub(words, sign, text, flags=re.IGNORECASE)
    text = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
    text = re.sub(rf"\A{_POLITE}", "", text, flags=re.IGNORECASE)
    text = re.sub(rf"(?<=[\d)]){_POLITE}\Z", "", text, flags=re.IGNORECASE).strip()
    if (
        not _EXPRESSION.fullmatch(text)
        or not re.search(r"\d\s*(?:\*\*|[-+*/%])\s*[\d(.-]|\)\s*\(", text)
        or re.search(r"\d{4}-\d\d?-\d", text)
    ):
        return None
    text = re.sub(r"\)\s*\(", ")*(", text)
    try:
        result = _worked_out(ast.parse(text, mode="eval").body)
    except ZeroDivisionError:
        return says(BY_ZERO, short="undefined", about=ABOUT)
    except (SyntaxError, ValueError, OverflowError):
        return None
    spaced = re.sub(r"\s*(\*\*|[-+*/%])\s*", r" \1 ", text) if re.fullmatch(r"[^()-]*-?[^()-]*", text) else text
    return _said(spaced.replace("**", "^").strip(), result)


def _worked_out(node: ast.expr) -> float:
    """Return the value of an expression of numbers and signs. Raises ValueError for anything else in it, and for huge powers."""
    match node:
        case ast.Constant(value=int() | float()):
            return node.value
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
            one, other = _worked_out(left), _worked_out(right)
            if isinstance(op, ast.Pow) and abs(other) * math.log10(max(abs(one), 2)) > 300:
                raise ValueError("too large")
            result = _OPERATORS[type(op)](one, other)
            if isinstance(result, complex):
                raise ValueError("not a real number")
            return round(result, 10) if isinstance(result, float) else result
        case ast.UnaryOp(op=op, operand=operand) if type(op) in _OPERATORS:
            return _OPERATORS[type(op)](_worked_out(operand))
    raise ValueError("not a calculation")


def _whole(text: str, pattern: str) -> re.Match | None:
    """Return the match of a pattern that is, but for polite words, the whole text."""
    return re.fullmatch(rf"{_POLITE}{pattern}{_POLITE}", text, re.IGNORECASE)


def _number(text: str) -> float:
    value = float(text.replace(",", ""))
    return int(value) if value.is_integer() else value


def _percent(text: str) -> Answer | None:
    if found := _whole(text, rf"{_N}\s*(?:%|percent|per cent) (?:tip )?(?:of|from|on) {_N}"):
        part, whole = map(_number, found.groups())
        return _said(f"{shown(part)}% of {shown(whole)}", round(part * whole / 100, 10))
    if found := _whole(text, rf"(?:percentage|percent|what %|%) ?(?:is )?{_N} (?:of|out of|from) {_N}") or _whole(
        text, rf"{_N} is (?:what|how many) percent(?:age)? of {_N}"
    ):
        part, whole = map(_number, found.groups())
        return says(f"{shown(part)} is {shown(100 * part / whole)}% of {shown(whole)}.", about=ABOUT) if whole else None
    if found := _whole(text, rf"add {_N}\s*(?:%|percent) (?:to|on) {_N}"):
        part, whole = map(_number, found.groups())
        return _said(f"{shown(whole)} plus {shown(part)}%", round(whole * (1 + part / 100), 10))
    if found := _whole(text, rf"(?:subtract|take|deduct) {_N}\s*(?:%|percent) (?:off|from|of) {_N}") or _whole(
        text, rf"{_N}\s*(?:%|percent) off(?: of)? {_N}"
    ):
        part, whole = map(_number, found.groups())
        return _said(f"{shown(whole)} minus {shown(part)}%", round(whole * (1 - part / 100), 10))
    if found := re.search(rf"\bcosts? \$?{_N}.{{0,30}}?\b{_N}\s*(?:%|percent) (?:off|discount|rebate)", text, re.IGNORECASE):
        price, part = map(_number, found.groups())
        return says(f"With {shown(part)}% off {shown(price)}, you pay {shown(round(price * (1 - part / 100), 10))}.", about=ABOUT)
    return None


def _root(text: str) -> Answer | None:
    if found := _whole(text, rf"(?:(square|cube|cubic) root (?:of )?|sqrt\s*\(?|√\s*){_N}\)?"):
        number = _number(found[2])
        if number < 0:
            return says("A negative number has no real square root.", about=ABOUT)
        cube = (found[1] or "").casefold().startswith("cub")
        result = round(math.cbrt(number), 10) if cube else math.sqrt(number)
        return says(
            f"The {'cube' if cube else 'square'} root of {shown(number)} is {'' if float(result).is_integer() else 'about '}{shown(result)}.",
            short=shown(result),
            about=ABOUT,
        )
    if found := _whole(text, rf"(?:{_N}!|{_N} factorial|factorial (?:of )?{_N})"):
        number = _number(next(filter(None, found.groups())))
        if isinstance(number, int) and 0 <= number <= 20:
            return _said(f"{number}!", math.factorial(number))
    return None


def _fraction(text: str) -> Answer | None:
    parts = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
    if found := _whole(text, rf"(?:(double|twice|triple) (?:of )?{_N})"):
        number = _number(found[2])
        return _said(f"{found[1].casefold()} {shown(number)}", number * (3 if found[1].casefold() == "triple" else 2))
    if found := _whole(text, rf"(?:an? |one |1 )?({'|'.join(parts)}) of {_N}"):
        number = _number(found[2])
        return _said(f"{shown(number)} / {parts[found[1].casefold()]}", number / parts[found[1].casefold()])
    if found := _whole(text, rf"{_N}\s*/\s*{_N} (?:as|in|to|into) (?:an? )?(decimals?|percent(?:age)?)"):
        one, other = _number(found[1]), _number(found[2])
        if other:
            result = one / other
            return (
                _said(f"{found[1]}/{found[2]}", result)
                if found[3].startswith("dec")
                else says(f"{found[1]}/{found[2]} is {shown(100 * result)}%.", about=ABOUT)
            )
    return None


def _properties(text: str) -> Answer | None:
    if found := _whole(
        text, rf"(?:check (?:if|whether) )?{_N} (?:is )?(?:an? )?(prime|even|odd)(?: number)?(?: or (?:odd|even|not))?"
    ):
        number, asked = _number(found[1]), found[2].casefold()
        if not isinstance(number, int) or not abs(number) < 10**12:
            return None
        if asked != "prime":
            right = (number % 2 == 0) == (asked == "even")
            return says(f"{'Yes' if right else 'No'}, {number} is {'even' if number % 2 == 0 else 'odd'}.", about=ABOUT)
        divisor = next((one for one in range(2, math.isqrt(max(number, 0)) + 1) if number % one == 0), None)
        if number < 2:
            return says(f"No, {number} is not a prime number: primes are larger than 1.", about=ABOUT)
        if divisor:
            return says(f"No, {number} is not a prime number: it is {divisor} × {number // divisor}.", short="No", about=ABOUT)
        return says(f"Yes, {number} is a prime number.", short="Yes", about=ABOUT)
    return None


def _statistics(text: str) -> Answer | None:
    found = re.fullmatch(
        rf"{_POLITE}(average|mean|median|sum|total|maximum|max|minimum|min|largest|smallest|biggest|product|add(?: up)?)(?: number)?(?: of| from| these| the| numbers?|:|\s)*((?:{_N}(?:\s*,\s*(?:and )?|\s+and\s+|\s+)?)+){_POLITE}",
        text, re.IGNORECASE,
    )  # fmt: skip
    found = found or re.fullmatch(
        rf"{_POLITE}((?:add|sum))(?: up)? ((?:{_N}(?:\s*,\s*(?:and )?|\s+and\s+|\s+)?)+){_POLITE}", text, re.IGNORECASE
    )
    if not found and (
        summed := re.search(rf"\bsum\b[^\d]{{0,12}}((?:{_N}(?:\s*,\s*(?:and )?|\s+and\s+|\s+)?){{2,}})\W*\Z", text, re.IGNORECASE)
    ):
        numbers = [_number(one) for one in re.findall(_N, summed[1])]
        return _said(" + ".join(map(shown, numbers)), sum(numbers))
    if not found:
        return None
    numbers = [_number(one) for one in re.findall(_N, found[2])]
    if len(numbers) < 2:
        return None
    what = found[1].casefold()
    work = {"average": fmean, "mean": fmean, "median": median, "product": math.prod, "maximum": max, "max": max, "largest": max,
            "biggest": max, "minimum": min, "min": min, "smallest": min}.get(what, sum)  # fmt: skip
    named = {fmean: "average", median: "median", math.prod: "product", max: "largest", min: "smallest", sum: "sum"}[work]
    listed = ", ".join(map(shown, numbers[:-1])) + f" and {shown(numbers[-1])}"
    return says(f"The {named} of {listed} is {shown(work(numbers))}.", short=shown(work(numbers)), about=ABOUT)


def _notation(text: str) -> Answer | None:
    if found := _whole(
        text,
        r"(?:convert |write |turn )?(\d{1,15}) (?:in|to|into|as|in to)(?: an?)? (binary|hex|hexadecimal|octal|roman numerals?)(?: numbers?| form)?",
    ):
        return _in_notation(int(found[1]), found[2].casefold())
    if found := _whole(text, r"(?:binary|hex|hexadecimal|octal|roman numerals?)(?: number| form)?(?: of| for)? (\d{1,15})"):
        return _in_notation(int(found[1]), re.search(r"binary|hex|octal|roman", text, re.IGNORECASE)[0].casefold())
    if found := _whole(text, r"(?:convert )?(?:binary )?([01]{3,40}) (?:from binary )?(?:in|to|into) decimal"):
        return says(f"{found[1]} in binary is {int(found[1], 2):,} in decimal.", short=str(int(found[1], 2)), about=ABOUT)
    return None


def _in_notation(number: int, notation: str) -> Answer | None:
    if notation.startswith("roman"):
        if not 0 < number < 4000:
            return None
        signs = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
                 (5, "V"), (4, "IV"), (1, "I")]  # fmt: skip
        left, written = number, ""
        for value, sign in signs:
            written += sign * (left // value)
            left %= value
        return says(f"{number} in Roman numerals is {written}.", short=written, about=ABOUT)
    written = format(number, {"b": "b", "h": "x", "o": "o"}[notation[0]])
    name = {"b": "binary", "h": "hexadecimal", "o": "octal"}[notation[0]]
    return says(f"{number} in {name} is {written}.", short=written, about=ABOUT)


def _rounded(text: str) -> Answer | None:
    found = _whole(
        text,
        rf"round(?:ed)? {_N} (?:to|up to) (?:the )?(?:nearest )?(?:(\d+) (?:decimals?|decimal places?|digits?|places?)|(integer|whole number|whole|one|ten|hundred))",
    )
    if not found:
        found = _whole(text, rf"round {_N}()()")
    if not found:
        return None
    number = _number(found[1])
    places = int(found[2]) if found[2] else {"ten": -1, "hundred": -2}.get((found[3] or "").casefold(), 0)
    result = math.floor(abs(number) * 10**places + 0.5) / 10**places * (1 if number >= 0 else -1)
    return says(f"{shown(number)} rounded is {result:,.{max(places, 0)}f}.", short=f"{result:,.{max(places, 0)}f}", about=ABOUT)


def _story(text: str) -> Answer | None:
    """Answer "I have 3 apples and buy 4 more, how many ...": one thing counted, and what is added or taken away."""
    if not re.search(
        r"\bhow (?:many|much)\b.*\b(?:left|have|has|are there|remain|now|altogether|in total)\b", text, re.IGNORECASE
    ):
        return None
    found = re.search(rf"\b(?:have|has|had|there are|with|got)\s+{_N}\s+(\w+)(.*)", text, re.IGNORECASE | re.DOTALL)
    if not found or re.search(r"\beach\b|\bper\b|\btimes\b|\bhalf\b|%|\btwice\b", text, re.IGNORECASE):
        return None
    steps = re.findall(
        rf"\b(buys?|bought|gets?|got|finds?|found|adds?|added|receives?|received|gives? me|gave me|wins?|won|picks?|loses?|lost|eats?|ate|gives?|gave|sells?|sold|spends?|spent|throws?|breaks?|uses?|takes?)\b(?: \w+)?? (?:away |up )?{_N}",
        found[3],
        re.IGNORECASE,
    )
    numbers = re.findall(_N, text)
    if not steps or len(steps) != len(numbers) - 1:
        return None
    less = re.compile(r"lo|eat|ate|give|gave|sell|sold|spen|throw|break|use|take", re.IGNORECASE)
    written, total = shown(_number(found[1])), _number(found[1])
    for verb, number in steps:
        minus = less.match(verb) and "me" not in verb
        total += -_number(number) if minus else _number(number)
        written += f" {'-' if minus else '+'} {shown(_number(number))}"
    return says(f"{written} = {shown(total)}, so there are {shown(total)} {found[2]}.", short=shown(total), about=ABOUT)


def _change(text: str) -> Answer | None:
    if found := _whole(text, rf"(?:add|sum up) {_N} (?:and|to|with|plus) {_N}"):
        one, other = map(_number, found.groups())
        return _said(f"{shown(one)} + {shown(other)}", one + other)
    if found := _whole(text, rf"(?:subtract|take away|take|deduct) {_N} from {_N}"):
        one, other = map(_number, found.groups())
        return _said(f"{shown(other)} - {shown(one)}", other - one)
    if found := _whole(text, rf"(multiply|divide) {_N} (?:by|and|with) {_N}"):
        one, other = _number(found[2]), _number(found[3])
        if found[1].casefold() == "multiply":
            return _said(f"{shown(one)} × {shown(other)}", one * other)
        return _said(f"{shown(one)} / {shown(other)}", one / other) if other else says(BY_ZERO, short="undefined", about=ABOUT)
    return None
