"""Hints for those who are to find the result themselves: how a calculation begins, which tools a code needs, how a name begins."""

import math
import re

from ..instructions import following, gist

_N = r"(\d[\d,]*(?:\.\d+)?)"


GUESS = re.compile(
    r"\W*(?:(?:so|ok|then|hm+|maybe|i think|well|and)\W+)*(?:is it|it is|it's|its|is that|that is|that's|i get|i got|i say|the answer is|is the answer)?\s*(?P<guess>[\w.,%-]+(?: \w+)?)\W*",
    re.IGNORECASE,
)


def on(question: str, text: str, short: str | None) -> str | None:
    """Return a hint at an answer: what its code uses, or with which letter a name begins; None where there is no hint at it."""
    if code := following.code(text):
        own = re.findall(r"\b(?:def|import) (\w+)", code)
        used = [name for name in re.findall(r"(?<!def )(\.?\b[a-z_]\w*)\(", code) if name not in (*own, "print")]
        used += [f"`{word}`" for word in ("for", "while", "if") if re.search(rf"\b{word}\b", code)]
        used += [f"`{sign}`" for sign in ("%", "//", "**") if f" {sign} " in code]
        tools = [*dict.fromkeys(name if name[0] == "`" else f"`{name}()`" for name in used)][:4]
        tools += ["a slice"] if re.search(r"\[[^\]\n]*:[^\]\n]*\]", code) and len(tools) < 4 else []
        return f"A hint: look at {_listed(tools)}. What does each of them do with your data?" if tools else None
    said = (short or gist.of(question, text) or "").rstrip(".")
    if re.fullmatch(r"\d", said):
        return "A hint: it is a number below 10."
    if re.fullmatch(r"\d{2,}", said):
        return f"A hint: it is a number of {len(said)} digits, and begins with {said[0]}."
    if re.fullmatch(r"[^\W\d_]{3,}(?: [^\W\d_]+){0,2}", said):
        letters = " and ".join(str(len(word)) for word in said.split())
        return f'A hint: it begins with "{said[0].upper()}", and has {letters} letters.'
    return None


def checked(guess: str, asked: str, text: str) -> str | None:
    """Return whether a guess ("is it 12?") is the answer `text` to what was `asked`; None for what is no guess, or has no short answer."""
    found = GUESS.fullmatch(guess)
    number = re.search(r"(?<![\w.])-?\d[\d,.]*(?=%?\.?\Z)", text)
    said = (gist.of(asked, text) or (number[0] if number else "")).rstrip(".")
    if not found or not said:
        return None
    right = found["guess"].casefold().removeprefix("the ") == said.casefold().removeprefix("the ")
    return "Yes, that is right!" if right else "Not yet. Try again, or ask for another hint."


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


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
