"""Hints for calculations, for those who are to find the result themselves."""

import math
import re

_N = r"(\d[\d,]*(?:\.\d+)?)"


def hint(expression: str) -> str:
    """Return how to begin a calculation, without its result."""
    if found := re.fullmatch(r"(\d+) / (\d+) ([-+]) (\d+) / (\d+)", expression):
        one, other = int(found[2]), int(found[5])
        return (
            f"A hint: bring both fractions to the same denominator first. The smallest number that both {one} and {other} divide is "
            f"{math.lcm(one, other)}. Then {'add' if found[3] == '+' else 'subtract'} the numerators."
        )
    if found := re.fullmatch(rf"{_N}% of {_N}", expression):
        return f"A hint: 1% is a hundredth, so divide {found[2]} by 100 first. How many times do you need that?"
    if found := re.fullmatch(rf"{_N} ([-+*/×]) {_N}", expression):
        one, sign, other = found.groups()
        return {
            "+": f"A hint: add the ones of {one} and {other} first, then the tens.",
            "-": f"A hint: go from {other} up to {one} in steps, to the next ten first. How far is it?",
            "/": f"A hint: how many times does {other} fit into {one}? Try multiples of {other}.",
        }.get(sign, f"A hint: split {other} into tens and ones, multiply {one} by each, and add both.")
    return "A hint: brackets first, then powers, then times and divided by, then plus and minus."
