"""The same question gets the same answer in every process, whatever the order of sets there."""

import os
import subprocess
import sys

from offline import examples

ASK = """
import offline, sys
client = offline.client()
for prompt in sys.stdin.read().splitlines():
    print(client.responses.create(model="gpt-6-luna", input=prompt, temperature=0, reasoning={"effort": "none"}).output_text)
"""
PROMPTS = [
    "stop a program early in python", "is a tomato a fruit", "how do plants drink", "the average of a list of numbers", "why are days longer in summer",
    "how to wake up early in the morning", "ask my boss for a raise", "cold in winter why", "html link", "learn spanish fast", "my phone battery drains",
]  # fmt: skip


def answers(seed: int) -> str:
    prompts = [*PROMPTS, *(prompt for kind in examples().values() for prompt in kind[:3] if "\n" not in prompt)]
    asked = subprocess.run(
        [sys.executable, "-c", ASK],
        input="\n".join(prompts),
        env=os.environ | {"PYTHONHASHSEED": str(seed), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return asked.stdout


def test_no_order_of_a_set_decides():
    assert answers(1) == answers(2) != ""
