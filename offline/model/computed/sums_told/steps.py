"""How a sum was worked out, step by step, for "show the steps" and "how did you get that?"; and working it out again for "are you sure?"."""

import re

from ...regex import Regex
from ..numbers import shown
from ..question import Answer, Question, says
from ..wholly import exact

_ASKED = Regex(
    r"\W*(?:(?:and|ok|okay|please|can you|could you|cool|nice|thanks|hm+|but|so)\W+)*(?:(?:show|give|tell|explain|write|list|do|solve)(?: me| us| out| it)*(?: (?:the|your|all|all the|every|each|it))* (?:steps?|work(?:ings?)?|calculation|math|maths|way|how)(?: (?:you (?:got|did|calculated|solved|worked) (?:that|this|it|there)(?: out)?|to (?:do|solve|calculate|get) (?:that|this|it|there)|it works|you did))?"
    r"|how (?:did|do|can|would) (?:you|i|we) (?:get|calculate|know|work|do|come|find|figure|solve|compute|arrive)(?: (?:that|this|it|to that|up with that|there|out|at that|the answer|the result|on (?:my own|paper)|by hand|myself))*|step[- ]by[- ]step|explain (?:it|that|this|the (?:calculation|steps?|answer|result))(?: (?:step by step|to me))?|how (?:come|so)|(?:show|explain)(?: me)? how|in steps|with steps|how)(?:\W+(?:please|pls|plz|step by step|for (?:a|my) \w+))*\W*",
    re.IGNORECASE,
)  # fmt: skip
_SURE = Regex(
    r"\W*(?:(?:but|ok|hm+|wait|really)\W+)*(?:(?:are|r) (?:you|u) (?:really |quite |absolutely |100% |very )?(?:sure|certain)(?: (?:about (?:that|it|this)|that'?s right))?|(?:you )?sure|is (?:that|this|it) (?:really )?(?:true|right|correct)|really|(?:please )?(?:check|double[- ]check|verify|recalculate|recheck)(?: (?:it|that|this|again|your (?:answer|result|math|calculation)))*)\W*",
    re.IGNORECASE,
)
_N = r"-?\d[\d,]*(?:\.\d+)?"
_CHAIN = re.compile(rf"(?<![\d.])({_N}(?: [-+*/×÷] {_N})+) (?:=|≈) (?:about )?({_N})")
_PERCENT = re.compile(rf"({_N})% of ({_N})(?: \w+)? (?:=|is|≈) (?:about )?({_N})")
_PARTS = re.compile(r"(?<=[\d\w)])[.;] (?=[\w(])")
_ROOT = re.compile(rf"The square root of ({_N}) is (about )?({_N})\.")


def answer(question: Question) -> Answer | None:
    """Return the steps to the last result, or that it is the same when worked out again; None for anything else."""
    if not (sure := _SURE.fullmatch(question.text)) and not _ASKED.fullmatch(question.text.replace("’", "'")):
        return None
    if not (last := _worked(question)):
        return None
    if sure:
        return says(
            f"Yes: I have worked it out again, and come to the same. {last} I am the offline stand-in and calculate; a real model guesses the next token, and may be wrong with numbers."
        )
    lines = _steps(last)
    return says(
        "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1)) if len(lines) > 1 else f"It is one step: {last}"
    )


def _worked(question: Question) -> str:
    """Return the last reply that was the result of a sum, where its question gives it again; "" for none."""
    from .. import units
    from . import varied, worked_out

    for place in range(len(question.before) - 1, 0, -1):
        message, replied = question.before[place - 1], question.before[place]
        if (message["role"], replied["role"]) != ("user", "assistant"):
            continue
        asked = question.asking(message["content"], before=question.before[: place - 1])
        if _ASKED.fullmatch(asked.text) or _SURE.fullmatch(asked.text):
            continue
        full = varied.varied(asked) if asked.before else None
        found = worked_out(asked.asking(full or asked.text, before=())) or units.answer(asked)
        return replied["content"] if found and found.ways[0][1] in replied["content"] else ""
    return ""


def _steps(last: str) -> list[str]:
    if root := _ROOT.search(last):
        return [
            f"Look for the number that gives {root[1]} when multiplied by itself.",
            f"{root[3]} × {root[3]} {'≈' if root[2] else '='} {root[1]}, so it is {root[3]}.",
        ]
    lines: list[str] = []
    for part in _PARTS.split(last):
        lines += _percent(part) or _chain(part) or [part.strip().rstrip(".") + "."]
    return lines


def _percent(part: str) -> list[str]:
    found = _PERCENT.search(part)
    if not found:
        return []
    percent, base = float(found[1].replace(",", "")), float(found[2].replace(",", ""))
    rest = part[found.end() :].strip(" ,.;")
    return [
        f"1% of {found[2]} is {found[2]} / 100 = {base / 100:,.10g}.",
        f"{found[1]}% is {found[1]} times that: {found[1]} × {base / 100:,.10g} = {percent * base / 100:,.10g}.",
        *([rest[0].upper() + rest[1:] + "."] if re.search(r"\d", rest) else []),
    ]


def _chain(part: str) -> list[str]:
    """Return a row of numbers and signs worked out sign by sign: times and divided by first."""
    found = _CHAIN.search(part)
    if not found:
        return []
    terms = re.split(r" ([-+*/×÷]) ", found[1])
    if len(terms) == 3:
        return [*_single(*terms), *([part.strip().rstrip(".") + "."] if found.start() else [])]
    lines = []
    for signs in ("*×/÷", "+-"):
        place = 1
        while place < len(terms):
            if terms[place] not in signs:
                place += 2
                continue
            one, other = (float(terms[side].replace(",", "")) for side in (place - 1, place + 1))
            result = (
                one * other
                if terms[place] in "*×"
                else one / other
                if terms[place] in "/÷"
                else one + other
                if terms[place] == "+"
                else one - other
            )
            lines.append(
                f"{terms[place - 1]} {terms[place]} {terms[place + 1]} {'=' if exact(result) else '≈'} {shown(round(result, 10))}"
            )
            terms[place - 1 : place + 2] = [f"{round(result, 10):,.10g}"]
    rest = part[found.end() :].strip(" ,.;")
    return [f"{line}." for line in lines] + ([f"{rest[0].upper()}{rest[1:]}."] if rest else [])


def _single(one: str, sign: str, other: str) -> list[str]:
    """Return how two numbers are put together in the head."""
    if not all(re.fullmatch(r"\d+", each) for each in (one, other)):
        return []
    first, second = int(one), int(other)
    if sign in "*×" and first < second:
        first, second = second, first
    if sign in "*×" and first > 10 and first % 10:
        tens, ones = first // 10 * 10, first % 10
        return [
            f"{first} is {tens} + {ones}.",
            f"{tens} × {second} = {tens * second:,}.",
            f"{ones} × {second} = {ones * second:,}.",
            f"{tens * second:,} + {ones * second:,} = {first * second:,}.",
        ]
    if sign in "/÷" and second and first % second == 0:
        return [
            f"How many times does {second} go into {first}?",
            f"{second} × {first // second} = {first}, so {first} / {second} = {first // second}.",
        ]
    if sign == "+" and second >= 10 and second % 10:
        tens = second // 10 * 10
        return [
            f"{second} is {tens} + {second % 10}.",
            f"{first} + {tens} = {first + tens:,}.",
            f"{first + tens:,} + {second % 10} = {first + second:,}.",
        ]
    if sign == "-" and first > second >= 10 and second % 10:
        tens = second // 10 * 10
        return [
            f"{second} is {tens} + {second % 10}.",
            f"{first} - {tens} = {first - tens:,}.",
            f"{first - tens:,} - {second % 10} = {first - second:,}.",
        ]
    return []
