"""Lesson 14: a tally that takes no failed call for a pass, a fair judge, how many examples are enough, and an evaluation."""

from collections import Counter
from collections.abc import Callable, Sequence
from math import sqrt

from .judging import ReturnedNothing
from .registry import exercise
from .stand_in import MODEL, client

LEAST = 10  # examples of an evaluation of one's own


@exercise("14.1", praise="No call that failed can hide in it.", returns={"right": int, "wrong": int, "failed": int})
def _tally(tally: Callable) -> str | None:
    cases = [
        (["billing", "other"], ["billing", "billing"], (1, 1, 0)),
        (["billing", "other"], ["other", "billing"], (0, 2, 0)),
        (["Billing.", " OTHER ", "other!"], ["billing", "other", "technical"], (2, 1, 0)),
        ([None, "other", None], ["other", "other", "billing"], (1, 0, 2)),
        (["", "."], ["other", "other"], (0, 2, 0)),
        (["not billing", "billing, other"], ["billing", "billing"], (0, 2, 0)),
        ([], [], (0, 0, 0)),
    ]
    for replies, labels, wanted in cases:
        counts = tally(list(replies), list(labels))
        asked = f"for the replies {replies} and the labels {labels}"
        found = tuple(counts[name] for name in ("right", "wrong", "failed"))
        if sum(found) != len(replies):
            return f"{asked} the three numbers should add up to {len(replies)}, and they are {_three(found)}."
        if found != wanted:
            return f"{asked} it should be {_three(wanted)}, and it is {_three(found)}."
    return None


@exercise("14.2", praise="The place decides nothing any more.", returns=str)
def _fair(fair: Callable) -> str | None:
    judges = [
        ("always says A", lambda one, two: "A", "tie"),
        ("always says B", lambda one, two: "B", "tie"),
        ("prefers the longer one", lambda one, two: "A" if len(one) > len(two) else "B", "two"),
        ("prefers the shorter one", lambda one, two: "A" if len(one) < len(two) else "B", "one"),
        ("never says A or B", lambda one, two: None, "tie"),
        (
            "says A for the short one in the first place, and then nothing",
            lambda one, two: "A" if len(one) < len(two) else None,
            "tie",
        ),
    ]
    for name, choose, wanted in judges:
        asked = []

        def judge(question, one, two, choose=choose, asked=asked):
            asked.append((one, two))
            return choose(one, two)

        verdict = fair(judge, "What is salt?", "a mineral", "a mineral of sodium and chlorine")
        if verdict != wanted:
            return f"with a judge that {name}, the verdict should be {wanted!r}, and it is {verdict!r}."
        settled = len(asked) == 1 and choose(*asked[0]) is None  # the second verdict could change nothing
        if not settled and (len(asked) != 2 or asked[0] != asked[1][::-1]):
            return f"the judge should be asked twice, once in each order, and it was asked {asked}."
    return None


@exercise("14.3", praise="Now you know it before you pay for it.", returns=int)
def _enough(enough: Callable) -> str | None:
    cases = [  # none in which two intervals only touch, which some count as overlapping and some do not
        (0.5, 0.85, range(10, 200, 10)),
        (0.72, 0.8, (80, 160, 320, 640, 1_280)),
        (0.9, 0.6, range(10, 200, 10)),
        (0.8, 0.81, (10, 100, 1_000)),
        (0.7, 0.7, (10, 100)),
    ]
    for one, two, sizes in cases:
        try:
            found = enough(one, two, _interval, sizes)
        except ReturnedNothing:
            found = None
        if found != (wanted := _first(one, two, sizes)):
            return f"enough({one}, {two}, interval, {sizes}) should be {wanted}, and it is {found}."
    return None


@exercise("14.4", praise="Change a word of the instructions, and see what it does to the score.", value=tuple)
def _evaluation(my_eval: tuple) -> str | None:
    if len(my_eval) != 2 or not isinstance(my_eval[0], str) or not isinstance(my_eval[1], list):
        return "my_eval should be two things: the instructions (a text) and a list of examples."
    instructions, examples = my_eval
    if wrong := [
        one
        for one in examples
        if not (isinstance(one, tuple | list) and len(one) == 2 and all(isinstance(part, str) for part in one))
    ]:
        return f"each example should be a text and its label, and one is {wrong[0]!r}."
    if len(examples) < LEAST:
        return f"there should be at least {LEAST} examples, and there are {len(examples)}."
    if twice := [text for text, many in Counter(text for text, _ in examples).items() if many > 1]:
        return f"the text {twice[0]!r} is there more than once. In each example, the text comes first and then the label."
    labels = sorted({label for _, label in examples})
    if len(labels) < 2:
        return f"there should be two labels or more, and all examples have the label {labels[0]!r}."
    if unknown := [label for label in labels if label.lower() not in instructions.lower()]:
        return f"the instructions do not name the label {unknown[0]!r}, so no model can know it."
    replies = [_reply(instructions, text) for text, _ in examples]
    if not any(reply == label for reply, (_, label) in zip(replies, examples, strict=True)):
        return f"no reply is right. To {examples[0][0]!r} the stand-in says {replies[0][:80]!r}, and the label is {examples[0][1]!r}."
    return None


def _reply(instructions: str, text: str) -> str:
    request = {"model": MODEL, "instructions": instructions, "input": text, "reasoning": {"effort": "none"}}
    return client().responses.create(**request).output_text.strip()


def _interval(right: float, n: int, z: float = 1.96) -> tuple[float, float]:
    """Return Wilson's interval, as the lesson has it."""
    middle = (right + z**2 / 2) / (n + z**2)
    half = z * sqrt(right * (n - right) / n + z**2 / 4) / (n + z**2)
    return round(middle - half, 2), round(middle + half, 2)


def _first(one: float, two: float, sizes: Sequence[int]) -> int | None:
    lower, higher = sorted([one, two])
    return next((n for n in sizes if _interval(lower * n, n)[1] < _interval(higher * n, n)[0]), None)


def _three(counts: tuple[int, int, int]) -> str:
    return "{} right, {} wrong and {} failed".format(*counts)
