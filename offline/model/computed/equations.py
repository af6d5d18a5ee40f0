"""Linear equations with one unknown, solved as a tutor would: one step a line.

"How can I solve 8x + 7 = -23?"
-> 1. Subtract 7 from both sides: 8x = -30
   2. Divide both sides by 8: x = -3.75
   Final answer: x = -3.75
"""

import json
import re
from fractions import Fraction

from ..regex import Regex
from .numbers import shown
from .question import Answer, Question, says

ABOUT = "math mathematics algebra equation equations unknown"
_NUMBER = r"\d+(?:\.\d+)?"
_TERM = rf"(?:{_NUMBER}\s*[*·]?\s*[a-z]?|[a-z])(?![a-z])(?:\s*/\s*{_NUMBER})?"
_SIDE = rf"[-+]?\s*{_TERM}(?:\s*[-+]\s*{_TERM})*"
_EQUATION = Regex(rf"(?<![\w.])({_SIDE})\s*=\s*({_SIDE})(?![\w(])", re.IGNORECASE, "=")
_POWER = Regex(r"[\^²³]|\*\*|\b([a-z])\s*[*·]\s*\1\b|√|\b(?:sin|cos|tan|log|sqrt)\b", re.IGNORECASE)  # not linear
_PARTS = Regex(rf"([-+]?)\s*({_NUMBER})?\s*[*·]?\s*([a-z])?(?:\s*/\s*({_NUMBER}))?", re.IGNORECASE)

Side = tuple[Fraction, Fraction]  # how many times the unknown, and the number beside it
Step = tuple[str, str]  # what is done to both sides, and the equation that is left


def answer(question: Question) -> Answer | None:
    """Solve the equation that a message holds; None where there is nothing to solve, or more than one unknown."""
    if _POWER.search(question.text):
        return None
    found = _EQUATION.search(question.text.replace("−", "-"))
    unknowns = set(re.findall(r"[a-z]", found[0], re.IGNORECASE)) if found else set()
    if len(unknowns) != 1:
        return None
    (name,) = unknowns
    left, right = sorted((_read(found[1]), _read(found[2])), key=lambda side: not side[0])
    if left[0] == right[0]:
        truth = f"every {name} solves it" if left == right else f"no {name} solves it"
        return says(f"Both sides have the same number of {name}: {truth}.", about=ABOUT)
    steps = _steps(left, right, name)
    if not steps:
        return None
    result = steps[-1][1]
    lines = "\n".join(f"{place}. {done}: {equation}" for place, (done, equation) in enumerate(steps, 1))
    data = {"steps": [{"explanation": done, "output": equation} for done, equation in steps], "final_answer": result}
    return says(
        f"{lines}\nFinal answer: {result}",
        short=result,
        about=ABOUT,
        forms={"data": [(1.0, f"Solution: {json.dumps(data)}")], "hint": [(1.0, f"A hint: begin so. {steps[0][0]}.")]},
    )


def _read(side: str) -> Side:
    times = number = Fraction(0)
    for sign, digits, unknown, divisor in _PARTS.findall(side):
        if digits or unknown:
            value = Fraction(digits or 1) / Fraction(divisor or 1) * (-1 if sign == "-" else 1)
            times, number = (times + value, number) if unknown else (times, number + value)
    return times, number


def _steps(left: Side, right: Side, name: str) -> list[Step]:
    """Return the steps to the solution; none where the equation is one already. Divides by zero if no x decides it."""
    steps = []
    (times, number), (others, result) = left, right
    for taken, what, is_unknown in ((others, _times(abs(others), name), True), (number, _value(abs(number)), False)):
        if not taken:
            continue
        times, result = (times - taken, result) if is_unknown else (times, result - taken)
        number = number if is_unknown else Fraction(0)
        done = f"Subtract {what} from both sides" if taken > 0 else f"Add {what} to both sides"
        steps.append((done, f"{_side(times, number, name)} = {_value(result)}"))
    if times != 1:
        steps.append((f"Divide both sides by {_value(times)}", f"{name} = {_value(result / times)}"))
    return steps


def _side(times: Fraction, number: Fraction, name: str) -> str:
    beside = f" {'-' if number < 0 else '+'} {_value(abs(number))}" if number else ""
    return _times(times, name) + beside


def _times(times: Fraction, name: str) -> str:
    return {1: "", -1: "-"}.get(times, _value(times)) + name


def _value(value: Fraction) -> str:
    """Return a number as a decimal if that is short, and else as a fraction."""
    return shown(float(value)) if round(value, 4) == value else f"{value.numerator}/{value.denominator}"
