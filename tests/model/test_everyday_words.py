"""Everyday help, writing and code in people's own words: how many of the prompts in prompts/everyday/ are answered, and that none is answered falsely.

`code`, `help`, `turns` and `writing` were written before the answers; `fresh`, `fresh_more` and `fresh_last` after them, and each
says at its top how many were right when they were first asked. A turn is asked at temperature 0. Where a reply lacks what a true one has, it is a *miss* if it says that it is
the offline stand-in, and *false* otherwise.
"""

import random
from pathlib import Path

import pytest
import yaml

from offline.model import answer_file, sampling, speak

FOLDER = Path(__file__).parent / "prompts" / "everyday"
KINDS = sorted(path.stem for path in FOLDER.glob("*.yaml") if path.stem != "beyond")
LEAST = 0.9
OWN_NAME = "offline stand-in"


def reply(messages: list[dict]) -> str:
    ((_, (part,)),) = speak.plan(speak.Asked(messages), answer_file.load())
    return "".join(choice.token for choice in sampling.write(part.ways, temperature=0, rng=random.Random(0)))


def cases(kind: str) -> list[dict]:
    """Return the cases of a kind: a mapping of prompts is short for a list of cases."""
    given = yaml.safe_load((FOLDER / f"{kind}.yaml").read_text(encoding="utf-8"))
    return [{"says": [prompt], "has": has} for prompt, has in given.items()] if isinstance(given, dict) else given


def talk(says: list[str]) -> list[str]:
    """Say one thing after the other, and return the stand-in's replies."""
    messages, replies = [], []
    for said in says:
        messages.append({"role": "user", "content": said})
        replies.append(reply(messages))
        messages.append({"role": "assistant", "content": replies[-1]})
    return replies


def contains(said: str, wanted: str) -> bool:
    """Return whether `said` has what is wanted: "a & b" both, "a | b" one of them, capitals aside."""
    said = said.casefold()
    return all(any(one.strip().casefold() in said for one in part.split(" | ")) for part in str(wanted).split(" & "))


def wrong(case: dict, replies: list[str]) -> bool:
    """Return whether the last reply lacks what it should have, or has what it should not have."""
    lacks = "lacks" in case and any(contains(replies[-1], one) for one in case["lacks"].split(" | "))
    same = case.get("differs") and len(set(replies)) < len(replies)
    return lacks or same or ("has" in case and not contains(replies[-1], case["has"]))


@pytest.mark.parametrize("kind", KINDS)
def test_most_are_answered_and_none_falsely(kind):
    missed, false = [], []
    for case in cases(kind):
        replies = talk([str(said) for said in case["says"]])
        if wrong(case, replies):
            line = f"{case['says']} -> {replies[-1]!r} (wanted: {case.get('has')})"
            (missed if OWN_NAME in replies[-1] else false).append(line)
    count = len(cases(kind))
    rate = 1 - (len(missed) + len(false)) / count
    print(f"{kind:<14} {count:>3} prompts, {rate:.0%} answered, {len(false)} false")
    assert not false, "\n".join(["false:", *false])
    assert rate >= LEAST, "\n".join(["missed:", *missed])
