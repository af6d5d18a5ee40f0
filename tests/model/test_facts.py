"""Facts: how many of the prompts in prompts/facts/ get a true answer, and that none gets a false one.

A prompt goes through all that answers a message. Where a reply lacks what a true one has, it is a *miss* if it
says that it is the offline stand-in, and *false* otherwise.
"""

import random
import re
from pathlib import Path

import pytest
import yaml

from offline.model import answer_file, sampling, speak

FOLDER = Path(__file__).parent / "prompts" / "facts"
LEAST = 0.9
THEN = " >> "  # between the messages of one conversation
UNANSWERED = re.compile(r"offline stand-in(?! could not follow)")  # every reply that is no answer says so


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


def read(name: str) -> dict[str, dict[str, str]]:
    """Return the prompts of a file by kind, each with what is wanted."""
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.yaml")))
def test_facts_get_a_true_answer(name):
    missed, false, count = [], [], 0
    for kind, asked in read(name).items():
        wrong = [
            prompt
            for prompt, wanted in asked.items()
            if UNANSWERED.search(said := last_reply(prompt)) or not contains(said, wanted)
        ]
        false += [f"{prompt} -> {said}" for prompt in wrong if not UNANSWERED.search(said := last_reply(prompt))]
        missed += wrong
        count += len(asked)
        print(f"{name}, {kind}: {1 - len(wrong) / len(asked):.0%} of {len(asked)}")
    assert not false
    assert 1 - len(missed) / count >= LEAST, missed


WORDS = [(table, name) for table in ("science", "tech", "society", "health") for name in answer_file.load().tables[table]]


@pytest.mark.parametrize(("table", "name"), WORDS)
def test_a_word_has_the_meaning_of_its_own_row(table, name):
    """No other entry may take its question away."""
    assert reply([{"role": "user", "content": f"What is {name}?"}]) == answer_file.load().tables[table][name]["is"]
