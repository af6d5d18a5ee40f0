"""Linear equations: solved in steps, in words and in a form; what is none is left alone."""

import json

import pytest
from short_schemas import shape

import offline

SOLVED = {
    "a tutor's": ("How can I solve 8x + 7 = -23?", "x = -3.75"),
    "subtracted": ("Solve 3x - 5 = 16", "x = 7"),
    "unknown on both sides": ("solve for y: 2y + 3 = y - 4", "y = -7"),
    "turned around": ("What is x if 5 = 2x?", "x = 2.5"),
    "divided": ("x/2 + 1 = 4", "x = 6"),
    "no short decimal": ("3x = 10", "x = 10/3"),
    "taken away": ("7 - x = 2", "x = 5"),
    "every number": ("Solve x + 1 = x + 1", "every x solves it"),
    "no number": ("Solve 2x = 2x + 1", "no x solves it"),
}
NONE = ["Solve 2x + 3y = 7", "What is f(x) = 2x + 1?", "What does x = 5 mean in Python?", "if a = b then what"]
STEPS = shape({"steps": [{"explanation": "str", "output": "str"}], "final_answer": "str"})


def reply(prompt: str, schema: dict | None = None) -> str:
    text = {"text": {"format": {"type": "json_schema", "name": "f", "strict": True, "schema": schema}}} if schema else {}
    asked = {"model": "gpt-6-luna", "input": prompt, "reasoning": {"effort": "none"}, "temperature": 0}
    return offline.client().responses.create(**asked, **text).output_text


@pytest.mark.parametrize(("prompt", "result"), SOLVED.values(), ids=SOLVED)
def test_an_equation_is_solved(prompt, result):
    assert reply(prompt).rstrip(".").endswith(result)


@pytest.mark.parametrize("prompt", NONE)
def test_what_is_no_linear_equation_is_left_alone(prompt):
    assert "Final answer" not in reply(prompt) and "both sides" not in reply(prompt)


def test_the_steps_fill_a_form():
    assert json.loads(reply("How can I solve 8x + 7 = -23?", STEPS)) == {
        "steps": [
            {"explanation": "Subtract 7 from both sides", "output": "8x = -30"},
            {"explanation": "Divide both sides by 8", "output": "x = -3.75"},
        ],
        "final_answer": "x = -3.75",
    }
