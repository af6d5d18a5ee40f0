"""Lesson 1: answers that are right, and answers that are wrong."""

from utils import DEFAULT_MODEL

REQUEST = {"model": DEFAULT_MODEL, "input": "What is the capital city of Japan?", "reasoning": {"effort": "none"}}

RIGHT = [
    ("1.1", REQUEST),
    ("1.1", REQUEST | {"input": [{"role": "user", "content": "The capital of Japan?"}], "max_output_tokens": 50}),
    ("1.2", lambda response: {"text": response.output_text, "tokens": response.usage.total_tokens}),
]

WRONG = [
    ("1.1", "a text", "request should be a dictionary, and it is 'a text'"),
    ("1.1", {"model": DEFAULT_MODEL, "reasoning": {"effort": "none"}}, '"input" is missing'),
    ("1.1", REQUEST | {"model": "gpt-2023"}, "use DEFAULT_MODEL"),
    ("1.1", REQUEST | {"input": "Hello"}, "about Japan"),
    ("1.1", REQUEST | {"reasoning": {"effort": "low"}}, "for no reasoning"),
    ("1.1", REQUEST | {"temperature": 5}, "would refuse this request"),
    ("1.1", REQUEST | {"temperature": float("nan")}, "would refuse this request"),
    ("1.1", REQUEST | {"max_tokens": 5}, "would refuse this request"),
    ("1.2", lambda response: response.output_text, "should be a dictionary"),
    ("1.2", lambda response: {"text": "x", "tokens": 1}, '"text" should be'),
    ("1.2", lambda response: {"text": response.output_text, "tokens": 8}, '"tokens" should be'),
    ("1.2", lambda response: {"text": response.output_text, "tokens": str(response.usage.total_tokens)}, "and it is '"),
]
