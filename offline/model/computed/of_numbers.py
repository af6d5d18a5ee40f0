"""What is asked of whole numbers: prime, even, divisors, common ones, the next prime, the first so many of a row."""

import itertools
import math
import re

from .numbers import shown
from .question import Answer, says
from .wholly import ABOUT, SEVERAL, N, listed, number, whole

MOST = 10**12  # of which factors are looked for
LONGEST_ROW = 200
_ORDINAL = r"(\d{1,4})(?:st|nd|rd|th)"
_ROWS = {
    "prime": "prime numbers", "even": "even numbers", "odd": "odd numbers", "square": "square numbers", "fibonacci": "Fibonacci numbers", "cube": "cube numbers",
    "natural": "natural numbers", "whole": "whole numbers", "triang": "triangular numbers",
}  # fmt: skip
_ROW = r"(primes?|even|odd|squares?|square|perfect squares?|fibonacci|cubes?|natural|whole|triangular)(?: numbers?| sequence)?"


def answer(text: str) -> Answer | None:
    """Answer a question on whole numbers; None for any other."""
    return next((found for kind in (_property, _common, _factors, _row, _divisible, _multiples) if (found := kind(text))), None)


def _property(text: str) -> Answer | None:
    found = whole(
        text,
        rf"(?:check (?:if|whether) )?{N} (?:is )?(?:an? )?(?:even |odd )?(prime|even|odd|perfect square|square)(?: number)?s?(?: or (?:an? )?(?:odd|even|not|composite)(?: number)?)?(?: or not)?",
        rf"(?:if|whether) {N} (?:is )(?:an? )?(prime|even|odd|perfect square|square)(?: number)?(?: or (?:odd|even|not))?",
    )
    if not found:
        return None
    one, asked = number(found[1]), found[2].casefold()
    if not isinstance(one, int) or not abs(one) < MOST:
        return None
    if "square" in asked:
        root = math.isqrt(max(one, 0))
        return _yes(
            one >= 0 and root * root == one, f"{one} is a square number: {root} × {root}", f"{one} is not a square number"
        )
    if asked != "prime":
        return _yes((one % 2 == 0) == (asked == "even"), *[f"{one} is {'even' if one % 2 == 0 else 'odd'}"] * 2)
    divisor = _divisor(one)
    if one < 2:
        return _yes(False, "", f"{one} is not a prime number: primes are larger than 1")
    only = "A prime number can be divided only by 1 and itself."
    root = math.isqrt(one)
    why = (
        f"{only} {one} / {divisor} = {one // divisor}, so it has other divisors."
        if divisor
        else f"{only} No number from 2 to {root} divides {one}, and larger ones need not be tried: {root + 1} × {root + 1} is more than {one}."
    )
    no = f"{one} is not a prime number: it is {divisor} × {one // (divisor or 1)}"
    return _yes(not divisor, f"{one} is a prime number", no, why if one > 3 else only)


def _yes(right: bool, yes: str, no: str, why: str = "") -> Answer:
    forms = {"why": [(1.0, why)]} if why else {}
    return says(f"Yes, {yes}." if right else f"No, {no}.", short="Yes" if right else "No", about=ABOUT, forms=forms)


def _divisor(one: int) -> int | None:
    """Return the smallest divisor of a number but 1 and itself; None if there is none."""
    return next((by for by in range(2, math.isqrt(max(one, 0)) + 1) if one % by == 0), None)


def _common(text: str) -> Answer | None:
    found = whole(
        text,
        rf"(gcd|gcf|hcf|greatest common (?:divisor|factor|denominator)|highest common (?:factor|divisor)|largest common (?:divisor|factor)|lcm|lcd|(?:least|lowest|smallest) common (?:multiple|denominator))(?: of| for| between|:|\()*\s*{SEVERAL}\)?",
        rf"{SEVERAL}(?:'s)? (gcd|gcf|hcf|lcm)",
    )
    if not found:
        return None
    groups = sorted(filter(None, found.groups()), key=lambda one: one[0].isdigit())
    numbers = [number(one) for one in re.findall(N, max(groups[1:], key=len))]
    if len(numbers) < 2 or not all(isinstance(one, int) and one > 0 for one in numbers):
        return None
    least = re.match(r"l(?:cm|cd|owest|east)|smallest", groups[0], re.IGNORECASE)
    result = math.lcm(*numbers) if least else math.gcd(*numbers)
    name = "least common multiple" if least else "greatest common divisor"
    return says(f"The {name} of {listed(numbers)} is {shown(result)}.", short=shown(result), about=ABOUT)


def _factors(text: str) -> Answer | None:
    found = whole(
        text,
        rf"(?:all )?(?:the )?(prime )?(factors?|divisors?|factori[sz]ation|factori[sz]e|decomposition)(?: of| for| into primes)?(?: the)?(?: number)? {N}(?P<into> into (?:its )?prime(?: factor| number)?s)?",
        rf"(?:factor|split|break|decompose)(?: down)?() {N}() (?P<into>into (?:its )?(?:prime )?factors|into primes)",
        rf"(?:the )?numbers? (?:can )?(?:divides?|go(?:es)? into)() {N}()(?P<into>(?!))?",
    )
    if not found:
        return None
    one = next(number(group) for group in found.groups() if group and group[0].isdigit())
    if not isinstance(one, int) or not 1 < one < MOST:
        return None
    if found[1] or found["into"] or "factori" in text.casefold() or "decompos" in text.casefold():
        written = " × ".join(f"{prime}^{count}" if count > 1 else str(prime) for prime, count in _primes_in(one))
        alone = f"{shown(one)} is a prime number, so it is its only prime factor."
        return says(f"{shown(one)} = {written}." if written != str(one) else alone, short=written, about=ABOUT)
    if one > 10**9:
        return None
    small = [by for by in range(1, math.isqrt(one) + 1) if one % by == 0]
    divisors = sorted({*small, *(one // by for by in small)})
    return says(f"The divisors of {shown(one)} are {listed(divisors)}.", short=listed(divisors), about=ABOUT)


def _primes_in(one: int) -> list[tuple[int, int]]:
    primes: dict[int, int] = {}
    while one > 1:
        prime = _divisor(one) or one
        primes[prime] = primes.get(prime, 0) + 1
        one //= prime
    return list(primes.items())


def endless(kind: str):
    """Return the numbers of a row, from its first on."""
    kind = kind.casefold()
    if kind.startswith("prime"):
        return (one for one in itertools.count(2) if not _divisor(one))
    if kind.startswith("fib"):
        return _fibonacci()
    if "square" in kind:
        return (one * one for one in itertools.count(1))
    if kind.startswith("cube"):
        return (one**3 for one in itertools.count(1))
    if kind.startswith("tri"):
        return (one * (one + 1) // 2 for one in itertools.count(1))
    return itertools.count(2, 2) if kind == "even" else itertools.count(1, 2) if kind == "odd" else itertools.count(1)


def _fibonacci():
    one, other = 0, 1
    while True:
        yield one
        one, other = other, one + other


def _row(text: str) -> Answer | None:
    if found := whole(text, rf"(?:the )?first (\d{{1,4}}) {_ROW}", rf"(\d{{1,3}}) first {_ROW}"):
        count = int(found[1])
        if 1 < count <= LONGEST_ROW:
            return _told_row(f"The first {count} {_name(found[2])} are", itertools.islice(endless(found[2]), count))
    if found := whole(
        text,
        r"(?:all )?(?:the )?(primes?|even|odd|squares?|perfect squares?)(?: numbers?)? (?:between|from) (\d{1,6}) (?:and|to|till|until|up to) (\d{1,6})",
    ):
        start, end = int(found[2]), int(found[3])
    elif found := whole(
        text,
        r"(?:all )?(?:the )?(primes?|even|odd|squares?|perfect squares?)(?: numbers?)? (below|under|up to|until|till|less than|smaller than|to) (\d{1,6})",
    ):
        start, end = 1, int(found[3]) - (found[2].casefold() in ("below", "under", "less than", "smaller than"))
    else:
        return _one_of_row(text)
    numbers = [one for one in itertools.takewhile(lambda one: one <= end, endless(found[1])) if one >= start]
    if len(numbers) > LONGEST_ROW or end < start or end > 20_000:
        return None
    if re.search(r"\bhow many\b", text, re.IGNORECASE):
        return says(
            f"There are {len(numbers)} of them: {listed(numbers)}." if numbers else "There is none.",
            short=str(len(numbers)),
            about=ABOUT,
        )
    return (
        _told_row(f"The {_name(found[1])} from {start} to {end} are", numbers) if numbers else says("There is none.", about=ABOUT)
    )


def _one_of_row(text: str) -> Answer | None:
    if found := whole(
        text,
        rf"(next|first|smallest) prime(?: number)?(?: (?:that is )?(?:after|bigger than|larger than|greater than|above|following|over)) {N}",
    ):
        one = number(found[2])
        if isinstance(one, int) and 0 <= one < 10**10:
            following = next(prime for prime in itertools.count(one + 1) if prime > 1 and not _divisor(prime))
            return says(f"The next prime number after {shown(one)} is {shown(following)}.", short=shown(following), about=ABOUT)
    found = whole(text, rf"(?:the )?{_ORDINAL} {_ROW}")
    if not found or not 0 < int(found[1]) <= 1000:
        return None
    one = next(itertools.islice(endless(found[2]), int(found[1]) - 1, None))
    note = " (counted from 0, 1, 1, 2)" if found[2].casefold().startswith("fib") else ""
    ordinal = re.search(rf"{found[1]}\w\w", text)
    return says(
        f"The {ordinal[0] if ordinal else found[1]} {_name(found[2])[:-1]} is {shown(one)}{note}.", short=shown(one), about=ABOUT
    )


def _name(kind: str) -> str:
    return next(name for start, name in _ROWS.items() if kind.casefold().replace("perfect ", "").startswith(start))


def _told_row(opening: str, numbers) -> Answer:
    said = listed(list(numbers))
    return says(f"{opening} {said}.", short=said, about=ABOUT)


def _divisible(text: str) -> Answer | None:
    found = whole(
        text,
        rf"{N} (?:is )?(?:evenly )?(?:divisible|dividable) by {N}",
        rf"(?:if )?{N} (?:can )?(?:be )(?:evenly )?divided by {N}(?: evenly| without (?:a )?(?:remainder|rest))?",
    )
    if found:
        one, by = map(number, found.groups())
        if not by or not all(isinstance(each, int) for each in (one, by)):
            return None
        rest = one % abs(by)
        return _yes(
            not rest,
            f"{shown(one)} / {shown(by)} = {shown(one // by)}",
            f"{shown(one)} / {shown(by)} leaves a remainder of {rest}" if by > 0 else f"it leaves {rest}",
        )
    found = whole(
        text,
        rf"(?:remainder|rest) (?:of|when|if) {N} (?:is )?(?:divided by|/|by) {N}",
        rf"{N} (?:divided by|/) {N}(?: with)?(?: the| a)? (?:remainder|rest)",
    )
    if not found:
        return None
    one, by = map(number, found.groups())
    if not all(isinstance(each, int) and each > 0 for each in (one, by)):
        return None
    return says(f"{shown(one)} / {shown(by)} is {shown(one // by)}, remainder {one % by}.", short=str(one % by), about=ABOUT)


def _multiples(text: str) -> Answer | None:
    if found := whole(text, r"(?:the )?first (\d{1,2}) multiples of (\d{1,6})"):
        count, one = int(found[1]), int(found[2])
        return (
            _told_row(f"The first {count} multiples of {one} are", [one * by for by in range(1, count + 1)])
            if count > 1
            else None
        )
    if found := whole(
        text,
        r"(?:the )?(?:times|multiplication)[- ]tables? (?:of|for)? ?(?:the )?(\d{1,3})",
        r"(?:the )?(\d{1,3})[- ](?:times[- ])table",
    ):
        one = int(found[1])
        return says("\n".join(f"{by} × {one} = {by * one}" for by in range(1, 11)), about=ABOUT)
    if found := whole(
        text, r"(?:all )?(?:the )?multiples of (\d{1,6}) (below|under|up to|until|till|less than|smaller than|to) (\d{1,6})"
    ):
        one, end = int(found[1]), int(found[3]) - (found[2].casefold() in ("below", "under", "less than", "smaller than"))
        numbers = list(range(one, end + 1, one)) if one else []
        return _told_row(f"The multiples of {one} up to {end} are", numbers) if 0 < len(numbers) <= LONGEST_ROW else None
    return None
