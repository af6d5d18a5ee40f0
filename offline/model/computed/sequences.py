"""How a row of numbers goes on: "what comes next: 2, 4, 8, 16?"."""

import itertools
import re
from fractions import Fraction

from ..regex import Regex
from .numbers import shown
from .of_numbers import endless
from .question import Answer, says
from .wholly import ABOUT, N, listed, number

LONGEST = 160  # characters
_ROW = Regex(rf"(?P<row>{N}(?:\s*,\s*(?:and )?{N}){{2,}})(?P<rest>[^\d]*)\Z")
_NEXT = Regex(r"\b(?:next|following|comes? (?:next|after)|continue|complete|missing)\b|[_…]|\.\.\.|\?\?", re.IGNORECASE)
_OTHER = Regex(r"\b(?:prime after|sort|order|largest|smallest|average|week|month|year|day)\b", re.IGNORECASE)


def answer(text: str) -> Answer | None:
    """Return what comes next by the simplest rule that a row follows; None where it follows none that is known here."""
    found = _ROW.search(text) if len(text) <= LONGEST and _NEXT.search(text) and not _OTHER.search(text) else None
    before = text[: found.start()] if found else ""
    many = re.search(r"\bnext (\d)\b", before)
    if not found or len(re.findall(r"\d+", before)) > bool(many):
        return None
    row = [number(one) for one in re.findall(N, found["row"])]
    count, rule = int(many[1]) if many else 1, ""
    for _ in range(count):
        following, rule = _following(row)
        if following is None:
            return None
        row.append(following)
    told = listed(row[-count:])
    return says(f"{told}: {rule}.", short=told, about=ABOUT)


def _following(row: list[float]) -> tuple[float | None, str]:
    steps = [other - one for one, other in itertools.pairwise(row)]
    if len(set(steps)) == 1 and steps[0]:
        return row[-1] + steps[
            0
        ], f"each number is {shown(abs(steps[0]))} {'more' if steps[0] > 0 else 'less'} than the one before"
    if all(row) and len({Fraction(other) / Fraction(one) for one, other in itertools.pairwise(row)}) == 1:
        times = Fraction(row[1]) / Fraction(row[0])
        following = Fraction(row[-1]) * times
        rule = f"each number is {_plain(times)} times the one before"
        if 0 < times < 1:
            rule = f"each number is the one before divided by {_plain(1 / times)}"
        return (int(following) if following.denominator == 1 else float(following)), rule
    if len(row) > 3 and all(row[place] == row[place - 1] + row[place - 2] for place in range(2, len(row))):
        return row[-1] + row[-2], "each number is the sum of the two before it"
    for power, name in ((2, "square"), (3, "cube")):
        roots = [round(abs(one) ** (1 / power)) for one in row]
        consecutive = roots == list(range(roots[0], roots[0] + len(roots)))
        if consecutive and [root**power for root in roots] == row:
            return (roots[-1] + 1) ** power, f"these are the {name}s of {roots[0]}, {roots[1]}, {roots[2]} and so on"
    primes = (
        list(itertools.islice(itertools.dropwhile(lambda one: one < row[0], endless("prime")), len(row) + 1))
        if 1 < row[0] < 10_000
        else []
    )
    if primes and primes[:-1] == row:
        return primes[-1], "these are the prime numbers"
    seconds = {other - one for one, other in itertools.pairwise(steps)}
    if len(row) > 3 and len(seconds) == 1:
        step = steps[-1] + seconds.pop()
        return row[-1] + step, f"the steps are {listed(steps)}, so the next one is {shown(step)}"
    return None, ""


def _plain(value: Fraction) -> str:
    return shown(value.numerator) if value.denominator == 1 else f"{value.numerator}/{value.denominator}"
