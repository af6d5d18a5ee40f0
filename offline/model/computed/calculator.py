"""What a pocket calculator can do, in figures or in words."""

import ast
import math
import operator
import re
from decimal import ROUND_HALF_UP, Decimal
from statistics import fmean, median, multimode

from ..regex import Regex
from . import fractions_told, notations, of_numbers, sequences, word_problems
from .numbers import digits, shown
from .question import Answer, Question, says
from .wholly import ABOUT, POLITE, SEVERAL, N, exact, listed, number, said, whole

BY_ZERO = "Nothing can be divided by zero, so there is no result."
_OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv, ast.Mod: operator.mod,
              ast.Pow: operator.pow, ast.FloorDiv: operator.floordiv, ast.USub: operator.neg, ast.UAdd: operator.pos}  # fmt: skip
_IN_WORDS = [
    (r"\bpi\b|π", "3.14159265358979"),
    (r"(?<=\d)\s*\((?=\s*-?\d)", "*("),
    (r"\b(?:the )?square of (\d+(?:\.\d+)?)", r"\1**2"),
    (r"\bto the power of\b|\braised to\b|\*\*|\^", "**"),
    (r"\b(?:multiplied by|times)\b|(?<=\d)\s*[x×·]\s*(?=[\d(])", "*"),
    (r"\b(?:divided by|over)\b|÷|:(?=\s*\d)", "/"),
    (r"\b(?:plus|added to)\b", "+"),
    (r"\bminus\b|[−–]", "-"),
    (r"\b(?:mod|modulo)\b", "%"),
    (r"(?<=\d) dozens?\b", " * 12"),
    (r"(?<=\d)\s+squared\b|²", "**2"),
    (r"(?<=\d)\s+cubed\b|³", "**3"),
]
_CALCULATES = Regex(
    r"[-+*/^×÷·%√!²³−–:]|\dx\d|\b(?:plus|minus|times|multipl|divide|over|power|raised|added|squared?|cubed?|mod|modulo|percent|per cent|root|sqrt|factorial|"
    r"half|third|quarter|fourth|fifth|sixth|eighth|tenth|double|twice|triple|prime|even|odd|average|mean|median|sum|total|max|min|largest|smallest|"
    r"biggest|product|add|binary|hex|octal|roman|decimal|round|how m|subtract|take|deduct|off|x|base|gcd|gcf|hcf|lcm|lcd|common|factor|divi|remainder|fraction|simplif|reduce|first|next|multiples|\d(?:st|nd|rd|th)|words?|spell|pronounce|text|english|of|log|ln|sin|cos|tan|mode|range|average|difference|increase|decrease|table|composite|split|dozen)", re.IGNORECASE,
)  # fmt: skip
_NEAREST = {-1: "ten tens 10", -2: "hundred 100", -3: "thousand 1000 1,000", 1: "tenth", 2: "hundredth", 3: "thousandth"}
_STEPS = {name: places for places, names in _NEAREST.items() for name in names.split()}
LONGEST = 400  # characters of a calculation
_P = r"(?P<part>[\d.]+) ?(?:%|percent|per cent)"
_B = r"(?P<base>[\d,]*\.?\d+)"
_CHANGED = (  # what is added to an amount (1) or taken off it (-1)
    (1, (rf"(?:add|adding) {_P} (?:to|on|on top of) {_B}", rf"(?:increase|raise|grow)d? {_B} by {_P}", rf"{_B} (?:increased|raised) by {_P}", rf"{_B} (?:\+|plus) {_P}", rf"{_B} (?:and|with) {_P} (?:more|on top|added)", rf"{_P} (?:more than|on top of|above) {_B}")),
    (-1, (rf"(?:subtract|take|deduct|remove) {_P} (?:off|from|of) {_B}", rf"(?:decrease|reduce|lower|cut)d? {_B} by {_P}", rf"{_B} (?:decreased|reduced|lowered) by {_P}", rf"{_B} (?:-|−|minus|less) {_P}", rf"{_P} off(?: of| from)? {_B}", rf"{_P} (?:less than|below) {_B}")),
)  # fmt: skip
_OF_WHAT = Regex(
    rf"{POLITE}(?:(?P<part>[\d,]*\.?\d+) is (?P<percent>[\d.]+) ?(?:%|percent|per cent) of (?:what|which)(?: number)?|(?P<percent2>[\d.]+) ?(?:%|percent|per cent) of (?:what|which)(?: number)? is (?P<part2>[\d,]*\.?\d+)){POLITE}",
    re.IGNORECASE,
)
_EXPRESSION = Regex(r"[\d\s().+\-*/%]+")


def answer(question: Question) -> Answer | None:
    """Answer a calculation; None for anything that is not one, wholly."""
    text = digits(question.text).replace("’", "'")
    if len(text) > LONGEST:
        return None
    if not re.search(r"\d", text):
        return notations.answer(text)
    if written := notations.as_digits(question.text):
        return written
    if not _CALCULATES.search(text):
        return None
    for kind in (
        _percent,
        _root,
        fractions_told.answer,
        of_numbers.answer,
        sequences.answer,
        notations.answer,
        _statistics,
        _rounded,
        word_problems.told,
        _change,
        _in_signs,
    ):
        if found := kind(text):
            return found
    return None


def _in_signs(text: str) -> Answer | None:
    for words, sign in _IN_WORDS:
        text = re.sub(words, sign, text, flags=re.IGNORECASE)
    text = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
    text = re.sub(r"(?<=\d),(?=\d{1,2}\b)(?! )", ".", text)
    text = re.sub(rf"\A{POLITE}", "", text, flags=re.IGNORECASE)
    text = re.sub(rf"(?<=[\d)]){POLITE}\Z", "", text, flags=re.IGNORECASE).strip()
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
    return said(spaced.replace("**", "^").strip(), result)


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


def _percent(text: str) -> Answer | None:
    if found := whole(text, rf"{N}\s*(?:%|percent|per cent) (?:tip )?(?:of|from|on) {N}"):
        part, base = map(number, found.groups())
        return said(f"{shown(part)}% of {shown(base)}", round(part * base / 100, 10))
    if found := _OF_WHAT.fullmatch(text):
        part, percent = number(found["part"] or found["part2"]), number(found["percent"] or found["percent2"])
        result = percent and 100 * part / percent
        short = shown(result)
        return (
            says(f"{shown(part)} is {shown(percent)}% of {'' if exact(result) else 'about '}{short}.", short=short, about=ABOUT)
            if percent
            else None
        )
    if shares := _share(text):
        part, base = map(number, shares)
        percent = base and 100 * part / base
        told = f"{'' if exact(percent) else 'about '}{shown(percent)}%"
        return says(f"{shown(part)} is {told} of {shown(base)}.", short=f"{shown(percent)}%", about=ABOUT) if base else None
    for sign, forms in _CHANGED:
        if found := next((found for form in forms if (found := whole(text, form))), None):
            part, base = number(found["part"]), number(found["base"])
            return said(
                f"{shown(base)} {'plus' if sign > 0 else 'minus'} {shown(part)}%", round(base * (1 + sign * part / 100), 10)
            )
    return None


def _share(text: str) -> tuple[str, str] | None:
    """Return the part and the whole in "what percent of 60 is 15"."""
    percent = r"(?:percentage|percent|per cent|%)"
    if found := whole(text, rf"{percent} of {N} is {N}"):
        return found[2], found[1]
    found = whole(
        text,
        rf"{percent} ?(?:is )?{N} (?:of|out of|from) {N}",
        rf"{N} is (?:what|how many|which) {percent} of {N}",
        rf"{N} (?:out of|of|from) {N} (?:is )?(?:in|as|into|to|is what) (?:an? )?{percent}",
        rf"many {percent} (?:of {N} )?is {N}(?: of| out of) {N}",
    )
    return tuple(group for group in found.groups() if group)[-2:] if found else None


def _root(text: str) -> Answer | None:
    places = r"(?:,? ?(?:to|with|rounded to|up to|at) (?:the )?(?P<places>\d) (?:decimals?|decimal places?|digits?|places?|dp)(?: after the (?:comma|point))?)?"
    kinds = r"(?P<kind>square|cube|cubic|fourth|4th|fifth|5th|third|3rd|second)"
    if found := whole(text, rf"(?:{kinds} ?root (?:of )?|(?:sqrt|root of|√)\s*(?:of )?\(?)(?P<of>-?[\d,.]*\d)\)?{places}"):
        return _root_of(number(found["of"]), (found["kind"] or "square").casefold(), found["places"])
    if found := whole(text, rf"(?:{N}\s?!|{N} factorial|factorial (?:of )?{N})"):
        one = number(next(filter(None, found.groups())))
        if isinstance(one, int) and 0 <= one <= 20:
            return said(f"{one}!", math.factorial(one))
    return _logarithm(text)


def _root_of(one: float, kind: str, places: str | None) -> Answer | None:
    degree = {"cube": 3, "cubic": 3, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5}.get(kind, 2)
    if one < 0 and degree % 2 == 0:
        return says("A negative number has no real square root.", about=ABOUT)
    result = math.sqrt(one) if degree == 2 else math.copysign(abs(one) ** (1 / degree), one)
    result = float(round(result)) if round(result) ** degree == one else result
    told = f"{result:,.{int(places)}f}" if places else shown(result)
    name = {2: "square", 3: "cube", 4: "fourth", 5: "fifth"}[degree]
    about = "" if result.is_integer() or round(result, 4) ** degree == one else "about "
    return says(f"The {name} root of {shown(one)} is {about}{told}.", short=told, about=ABOUT)


def _logarithm(text: str) -> Answer | None:
    if found := whole(
        text,
        rf"(?:(?P<name>log2|log10|ln|log|natural log(?:arithm)?|logarithm|lg) ?(?:\(| of )? ?{N}\)?(?: (?:to )?(?:the )?base (?P<base>\d+))?)",
        rf"(?P<name>log|logarithm) (?:to )?(?:the )?base (?P<base>\d+) (?:of )?{N}",
    ):
        name, one = (
            found["name"].casefold(),
            number(next(part for part in found.groups() if part and part != found["base"] and part[0].isdigit())),
        )
        base = int(found["base"] or 0) or {"log2": 2, "ln": 0}.get(name, 0 if name.startswith("natural") else 10)
        if one <= 0 or base == 1:
            return None
        result = round(
            math.log10(one) if base == 10 else math.log2(one) if base == 2 else math.log(one, base) if base else math.log(one), 12
        )
        return said(
            f"{f'log base {base} of' if base else 'ln of'} {shown(one)}", int(result) if float(result).is_integer() else result
        )
    if found := whole(text, rf"(?P<name>sin|sine|cos|cosine|tan|tangent) ?(?:\(| of )? ?{N} ?(?:°|deg|degrees?)\)?"):
        name, degrees = found["name"].casefold()[:3], number(found[2])
        if name == "tan" and degrees % 180 == 90:
            return says(f"The tangent of {shown(degrees)}° is not defined.", about=ABOUT)
        return said(
            f"{name}({shown(degrees)}°)",
            round({"sin": math.sin, "cos": math.cos, "tan": math.tan}[name](math.radians(degrees)), 12) + 0.0,
        )
    return None


def _statistics(text: str) -> Answer | None:
    what = r"(average|mean|median|mode|range|sum|total|maximum|max|minimum|min|largest|smallest|biggest|highest|lowest|product|add(?: up)?)"
    of = r"(?: number| value)?(?: of| from| these| the| following| numbers?| is|:|,|\s|\()*"
    found = whole(
        text,
        rf"{what}{of}{SEVERAL}\)?",
        rf"((?:add|sum))(?: up)? {SEVERAL}",
        rf"{SEVERAL}[,:;.]? ?(?:the |what is the |what's the )?(?P<after>average|mean|median|mode|range|sum|total)",
    )
    if not found:
        summed = re.search(rf"\bsum\b[^\d]{{0,12}}({SEVERAL})\W*\Z", text, re.IGNORECASE)
        numbers = [number(one) for one in re.findall(N, summed[1])] if summed else []
        return said(" + ".join(map(shown, numbers)), sum(numbers)) if len(numbers) > 1 else None
    asked = (found.groupdict().get("after") or found[1]).casefold()
    numbers = [
        number(one)
        for one in re.findall(N, max((group for group in found.groups() if group and re.search(r"\d", group)), key=len))
    ]
    if len(numbers) < 2:
        return None
    if asked == "mode":
        return _mode(numbers)
    work = {"average": fmean, "mean": fmean, "median": median, "product": math.prod, "maximum": max, "max": max, "largest": max, "highest": max,
            "biggest": max, "minimum": min, "min": min, "smallest": min, "lowest": min, "range": _range}.get(asked, sum)  # fmt: skip
    named = {
        fmean: "average",
        median: "median",
        math.prod: "product",
        max: "largest",
        min: "smallest",
        sum: "sum",
        _range: "range",
    }[work]
    result = work(numbers)
    result = round(result, 10) if isinstance(result, float) else result
    about = "" if exact(result) else "about "
    return says(f"The {named} of {listed(numbers)} is {about}{shown(result)}.", short=shown(result), about=ABOUT)


def _range(numbers: list[float]) -> float:
    return max(numbers) - min(numbers)


def _mode(numbers: list[float]) -> Answer:
    most = multimode(numbers)
    told = f"is {listed(most)}" if len(most) < len(numbers) else "does not exist: each is there once"
    return says(f"The mode of {listed(numbers)} {told}.", about=ABOUT)


def _rounded(text: str) -> Answer | None:
    places = r"(\d+) ?(?:decimals?|decimal places?|digits?|places?|dp|d\.p\.)(?: after the (?:comma|point))?"
    nearest = r"(?:the )?(?:nearest |next |closest )?(integer|whole number|whole|one|ten|tens|10|hundred|100|thousand|1000|1,000|tenth|hundredth|thousandth)s?"
    if found := whole(
        text,
        rf"(?:round(?:ed)?(?: off)? {N}|{N} rounded) (?:to|up to|with) (?P<figures>\d+) (?:significant|sig) (?:figures?|digits?|figs?)",
    ):
        one, figures = Decimal(next(filter(None, found.groups())).replace(",", "")), int(found["figures"])
        if not one or not 0 < figures < 15:
            return None
        return _said_rounded(one, figures - one.adjusted() - 1)
    found = whole(
        text,
        rf"round(?:ed)?(?: off)? {N} (?:to|up to|with) {places}()",
        rf"round(?:ed)?(?: off)? {N} (?:to|up to|with) (){nearest}",
        rf"round(?:ed)? {N}()()",
        rf"{N} rounded (?:to|up to) {places}()",
        rf"{N} rounded (?:to|up to) (){nearest}",
    )
    if not found:
        return None
    return _said_rounded(
        Decimal(found[1].replace(",", "")), int(found[2]) if found[2] else _STEPS.get((found[3] or "").casefold(), 0)
    )


def _said_rounded(one: Decimal, places: int) -> Answer | None:
    """Return a number rounded to so many decimals; half is rounded away from zero, as in school."""
    if not -15 < places < 15:
        return None
    result = one.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    told = f"{result:,.{max(places, 0)}f}"
    return says(f"{one:,f} rounded is {told}.", short=told, about=ABOUT)


def _change(text: str) -> Answer | None:
    if found := whole(text, rf"(?:add|sum up) {N} (?:and|to|with|plus) {N}", rf"(?:sum of) {N} (?:and|plus) {N}"):
        one, other = map(number, found.groups())
        return said(f"{shown(one)} + {shown(other)}", round(one + other, 10))
    if found := whole(text, rf"(?:subtract|take away|take|deduct) {N} from {N}"):
        one, other = map(number, found.groups())
        return said(f"{shown(other)} - {shown(one)}", round(other - one, 10))
    if found := whole(text, rf"difference (?:between|of) {N} (?:and|to) {N}"):
        one, other = sorted(map(number, found.groups()))
        return said(f"{shown(other)} - {shown(one)}", round(other - one, 10))
    if found := whole(text, rf"(multiply|divide|split) {N} (?:by|and|with|in|into|among|between) {N}"):
        one, other = number(found[2]), number(found[3])
        if found[1].casefold() == "multiply":
            return said(f"{shown(one)} × {shown(other)}", round(one * other, 10))
        return said(f"{shown(one)} / {shown(other)}", one / other) if other else says(BY_ZERO, short="undefined", about=ABOUT)
    return None
