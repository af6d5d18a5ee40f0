"""Facts: how many of the prompts in prompts/facts/ get a true answer, by kind, and that none gets a false one.

A prompt goes through all that answers a message. Where a reply lacks what a true one has, it is a *miss* if it
says that it is the offline stand-in, and *false* otherwise.
"""

import random
from pathlib import Path

import pytest
import yaml

from offline.model import answer_file, sampling, speak

FOLDER = Path(__file__).parent / "prompts" / "facts"
LEAST = 0.9
THEN = " >> "  # between the messages of one conversation
OWN_NAME = "I am the offline stand-in"  # in every reply that is no answer


def reply(messages: list[dict]) -> str:
    ((_, (part,)),) = speak.plan(speak.Asked(messages), answer_file.load())
    return "".join(choice.token for choice in sampling.write(part.ways, temperature=0, rng=random.Random(0)))


def last_reply(prompt: str) -> str:
    """Send the messages of a prompt one after the other, and return the last reply."""
    messages: list[dict] = []
    for message in prompt.split(THEN):
        messages.append({"role": "user", "content": message})
        messages.append({"role": "assistant", "content": reply(messages)})
    return messages[-1]["content"]


def contains(said: str, wanted: str) -> bool:
    """Return whether `said` has what is wanted: "a & b" both, "a | b" one of them, capitals aside."""
    said = said.casefold()
    return all(any(one.strip(' "').casefold() in said for one in part.split("|")) for part in wanted.split("&"))


def kinds() -> list[tuple[str, str]]:
    return [(path.stem, kind) for path in sorted(FOLDER.glob("*.yaml")) for kind in read(path.stem)]


def read(name: str) -> dict[str, dict[str, str]]:
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("name", "kind"), kinds())
def test_facts_get_a_true_answer(name, kind):
    asked = read(name)[kind]
    replies = {prompt: last_reply(prompt) for prompt in asked}
    wrong = {prompt: said for prompt, said in replies.items() if OWN_NAME in said or not contains(said, asked[prompt])}
    false = {prompt: said for prompt, said in wrong.items() if OWN_NAME not in said}
    rate = 1 - len(wrong) / len(asked)
    print(f"{name}, {kind}: {rate:.0%} of {len(asked)}; without an answer: {sorted(wrong.keys() - false.keys())}")
    assert not false
    assert rate >= LEAST, sorted(wrong)
