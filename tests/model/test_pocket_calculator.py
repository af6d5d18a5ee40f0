"""Sums by the hundred, drawn at random, against Python's own arithmetic; how they go on in a second message; and what must get no number."""

import math
import random
import statistics
from calendar import isleap, monthrange
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from test_nothing_false import last, no_answer

DRAWN = random.Random(7)
MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def some(low: int, high: int) -> int:
    return DRAWN.randint(low, high)


def plainly(value: Fraction) -> str:
    return f"{value.numerator}/{value.denominator}" if value.denominator > 1 else f"{value.numerator:,}"


def lasting(minutes: int) -> str:
    parts = [
        f"{number} {unit}{'' if number == 1 else 's'}"
        for number, unit in zip(divmod(minutes, 60), ("hour", "minute"), strict=True)
        if number
    ]
    return " ".join(parts) or "no time"


def money(cents: int) -> str:
    return f"{cents // 100:,}" if cents % 100 == 0 else f"{cents / 100:,.2f}"


def of_numbers():
    one, other, small = some(2, 500), some(2, 500), some(2, 12)
    yield f"gcd of {one} and {other}", f"is {math.gcd(one, other)}."
    yield f"What is the least common multiple of {one} and {other}?", f"is {math.lcm(one, other):,}."
    yield f"factors of {one}", ", ".join(str(by) for by in range(1, one) if one % by == 0)
    yield f"is {one} divisible by {small}?", "No" if one % small else "Yes"
    yield f"{one} x {other}", f"= {one * other:,}."
    yield f"{small}({one}+{other})", f"= {small * (one + other):,}."
    yield f"square root of {one * one}", f"is {one}."
    yield f"{one} in binary", f"is {one:b}."
    yield f"hex {one:x} to decimal", f"is {one} in decimal"
    decimal = Decimal(some(1, 99_999)) / 1000
    yield f"round {decimal} to 2 decimals", f"rounded is {decimal.quantize(Decimal('0.01'), ROUND_HALF_UP)}."
    numbers = [some(1, 99) for _ in range(5)]
    yield f"median of {', '.join(map(str, numbers))}", f"is {statistics.median(numbers)}."
    start, step = some(1, 50), some(2, 9)
    yield f"what comes next: {', '.join(str(start + step * place) for place in range(4))}", f"{start + 4 * step}: each"
    yield f"what comes next: {', '.join(str(start * step**place) for place in range(4))}", f"{start * step**4:,}: each"


def fractions():
    one, other = Fraction(some(1, 20), some(2, 20)), Fraction(some(1, 20), some(2, 20))
    if one.denominator > 1 and other.denominator > 1:
        yield f"{plainly(one)} + {plainly(other)}", f"= {plainly(one + other)}"
        yield f"what is {plainly(one)} minus {plainly(other)}?", f"= {plainly(one - other)}"
        yield f"{plainly(one)} divided by {plainly(other)}", f"= {plainly(one / other)}"
    yield f"simplify {one.numerator * 6}/{one.denominator * 6}", plainly(one)
    thousandths = some(1, 999)
    yield f"0.{thousandths:03d} as a fraction", f"= {plainly(Fraction(thousandths, 1000))}."


def of_time():
    day = date(2001, 1, 1) + timedelta(days=some(0, 15_000))
    count, months, start, end = some(1, 400), some(1, 30), some(0, 1439), some(0, 1439)
    there = day + timedelta(days=count)
    yield (
        f"what date is {count} days after {day.isoformat()}",
        f"is {WEEKDAYS[there.weekday()]}, {there.day} {MONTHS[there.month - 1]} {there.year}.",
    )
    yield f"how many days between {day.isoformat()} and {there.isoformat()}", f"it is {count} day"
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last_day = min(day.day, monthrange(year, month + 1)[1])
    yield f"{months} months after {day.day} {MONTHS[day.month - 1]} {day.year}", f", {last_day} {MONTHS[month]} {year}."
    yield f"is {day.year} a leap year?", "Yes" if isleap(day.year) else "No"
    yield f"if today is {WEEKDAYS[day.weekday()]} what day is it in {count} days", f"is a {WEEKDAYS[there.weekday()]}."
    if start != end:
        clocks = [f"{minutes // 60}:{minutes % 60:02}" for minutes in (start, end)]
        yield (
            f"it's {clocks[0]}, the bus leaves at {clocks[1]}. How long do I have to wait?",
            f"it is {lasting((end - start) % 1440)}.",
        )


def shopping():
    count, price, single = some(2, 9), some(50, 900), some(50, 900)
    total = count * price + single
    paid = (total // 1000 + 2) * 10
    yield (
        f"I buy {count} pens for {price / 100:.2f} each and a book for {single / 100:.2f}. I pay with {paid} euros. How much change do I get?",
        f"= {money(paid * 100 - total)} euros back.",
    )
    yield (
        f"I have {paid} dollars and buy {count} pens for {price / 100:.2f} each. How much is left?",
        f"= {money(paid * 100 - count * price)} dollars left.",
    )
    yield f"milk {price / 100:.2f}, bread {single / 100:.2f} and cheese 3.50, total?", f"= {money(price + single + 350)}."


def shapes():
    one, other = some(2, 40), some(2, 40)
    yield f"area of a room {one} by {other} meters", f"= {one * other:,} m²."
    yield f"perimeter of a rectangle {one} by {other}", f"= {2 * (one + other)}."
    yield f"volume of a box {one} x {other} x 3 cm", f"= {one * other * 3:,} cm³."
    yield f"area of a triangle with base {2 * one} and height {other}", f"= {one * other:,}."


def counted():
    start, less, more = some(20, 90), some(1, 15), some(1, 15)
    yield (
        f"Tom has {start} marbles. He loses {less} and finds {more}. How many marbles does he have now?",
        f"= {start - less + more},",
    )
    yield f"There are {start} students in a class. {less} are girls. How many are boys?", f"= {start - less}."
    yield f"A box has {less} eggs. How many eggs are in {more} boxes?", f"= {less * more} eggs."
    yield f"I was born in {1900 + start}. How old will I be in {2000 + more}?", f"= {100 + more - start}:"


CASES = [case for kind in (of_numbers, fractions, of_time, shopping, shapes, counted) for _ in range(6) for case in kind()]


@pytest.mark.parametrize(("prompt", "part"), CASES, ids=[f"{place}-{prompt[:40]}" for place, (prompt, _) in enumerate(CASES)])
def test_what_is_worked_out_is_right(prompt, part):
    assert part in last(prompt)


@pytest.mark.parametrize(
    ("turns", "part"),
    [
        (["I have 20 euros and buy 3 coffees for 2.50 each. How much is left?", "and if I buy one more?"], "= 10 euros left"),
        (["Dinner was 96 euros, we were 4. How much does everyone pay?", "and with 3 people?"], "each pays 32 euros"),
        (["A train goes 240 km in 3 hours. How fast is it?", "how long for 400 km?"], "5 hours"),
        (["a tv costs 600 and is 25% off, what do i pay", "and with 19% tax on top?"], "535.5"),
        (["is 91 prime", "and 97?"], "Yes, 97"),
        (["is 143 prime?", "why?"], "143 / 11 = 13"),
        (["area of a rectangle 12 cm x 7 cm", "and the perimeter?"], "= 38 cm"),
        (["Sara has 12 cookies. She gives 3 to Ben and eats 2. How many are left?", "show the steps"], "12 - 3 = 9"),
        (["17 * 6", "how did you get that?"], "7 × 6 = 42"),
        (["17 * 6", "are you sure?"], "worked it out again"),
        (["My dog is called Biscuit and he is 4.", "how old will my dog be in 3 years"], "= 7"),
        (["What is the highest mountain in Africa?", "How high is it in feet?"], "19,341 feet"),
        (["Which river flows through Vienna?", "where does it end?"], "Black Sea"),
        (["what's the price of gold today", "why not?"], "cutoff"),
    ],
)
def test_a_sum_goes_on(turns, part):
    assert part in last(*turns)


@pytest.mark.parametrize(
    ("prompt", "parts"),
    [
        ("Which river flows through Vienna, and where does it end?", ("Danube", "Black Sea")),
        ("how many legs does a spider have and how many does an ant have?", ("8", "6")),
        ("how do you say good morning in italian and what is 6 times 9", ("buongiorno", "54")),
        ("1) capital of Sweden 2) 7*8", ("Stockholm", "56")),
        ("what is photosynthesis? and whats 6x7?", ("plants", "42")),
    ],
)
def test_no_question_of_two_is_dropped(prompt, parts):
    said = last(prompt)
    assert all(part in said for part in parts)


@pytest.mark.parametrize(
    "prompt",
    [
        "I have 20 euros and buy 3 coffees. How much is left?",
        "I buy 3 mugs for 9 each and some spoons. I have 50. How many spoons?",
        "what comes next: 3, 17, 4, 99",
        "Tom has 5 apples and 3 pears. He eats 2. How many apples are left?",
        "area of a rectangle with 4 sides and 7 corners of 3 cm and 9 m",
    ],
)
def test_what_is_not_told_is_not_made_up(prompt):
    assert no_answer(last(prompt))
