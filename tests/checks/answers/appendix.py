"""The appendix: answers that are right, and answers that are wrong."""

from utils import DEFAULT_MODEL

MODERN = {"model": DEFAULT_MODEL, "input": "Name a fruit.", "max_output_tokens": 20, "temperature": 0.9}

RIGHT = [
    ("A.1", MODERN | {"reasoning": {"effort": "none"}}),
    ("A.1", MODERN | {"model": "gpt-4.1"}),
    ("A.2", lambda completion: completion.choices[0].message.content),
]

WRONG = [
    ("A.1", {"engine": "x"}, '"engine" is the old name'),
    ("A.1", MODERN, "would refuse"),
    ("A.1", MODERN | {"model": "gpt-2023"}, "would refuse"),
    ("A.2", lambda completion: completion["choices"], "your code raised TypeError"),
    ("A.2", lambda completion: "x", "the text should be"),
]
