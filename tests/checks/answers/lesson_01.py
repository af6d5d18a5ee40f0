"""Lesson 1: answers that are right, and answers that are wrong."""

from utils import DEFAULT_MODEL

REQUEST = {"model": DEFAULT_MODEL, "input": "What is the capital city of Japan?", "reasoning": {"effort": "none"}}
IN_PARTS = [{"role": "user", "content": [{"type": "input_text", "text": "Japan's capital?"}]}]


def step_by_step(response):
    message = response.output[-1]
    return {"text": message.content[0].text, "tokens": response.usage.input_tokens + response.usage.output_tokens}


RIGHT = [
    ("1.1", REQUEST),
    ("1.1", REQUEST | {"input": [{"role": "user", "content": "The capital of Japan?"}], "max_output_tokens": 50}),
    ("1.1", REQUEST | {"input": "日本の首都はどこですか。"}),
    ("1.1", REQUEST | {"input": "¿Cuál es la capital de Japón?"}),
    ("1.1", REQUEST | {"input": "Is Tokyo the capital of JAPAN?"}),
    ("1.1", REQUEST | {"input": IN_PARTS}),
    ("1.2", lambda response: {"text": response.output_text, "tokens": response.usage.total_tokens}),
    ("1.2", lambda response: {"tokens": response.usage.total_tokens, "text": response.output[0].content[0].text}),
    ("1.2", step_by_step),
    ("1.3", "The cat sleeps on the warm roof all day."),
    ("1.3", "We all like tea with milk and a cookie."),
    ("1.3", "One two three four five six seven eight nine ten"),
]

WRONG = [
    ("1.1", "a text", "request should be a dictionary, and it is 'a text'"),
    ("1.1", {"model": DEFAULT_MODEL, "reasoning": {"effort": "none"}}, '"input" is missing'),
    ("1.1", REQUEST | {"model": "gpt-2023"}, "use DEFAULT_MODEL for the model; yours is 'gpt-2023'"),
    ("1.1", REQUEST | {"input": "Hello"}, "about the capital of Japan, and it is 'Hello'"),
    ("1.1", REQUEST | {"input": "Japan is nice."}, "about the capital of Japan"),
    ("1.1", REQUEST | {"input": "What is the capital of France?"}, "about the capital of Japan"),
    (
        "1.1",
        REQUEST | {"reasoning": {"effort": "low"}},
        "for no reasoning, write {\"effort\": \"none\"}; yours is {'effort': 'low'}",
    ),
    ("1.1", REQUEST | {"reasoning": "none"}, "yours is 'none'"),
    ("1.1", REQUEST | {"temperature": 5}, "would refuse this request"),
    ("1.1", REQUEST | {"temperature": float("nan")}, "would refuse this request"),
    ("1.1", REQUEST | {"max_tokens": 5}, "would refuse this request"),
    ("1.2", lambda response: response.output_text, "should be a dictionary"),
    ("1.2", lambda response: {"text": "x", "tokens": 1}, "and it is 'x'"),
    ("1.2", lambda response: {"reply": response.output_text, "tokens": 1}, '"text" is missing; yours are reply, tokens'),
    (
        "1.2",
        lambda response: {"text": response.output_text, "tokens": response.usage.output_tokens},
        "only the tokens that came out",
    ),
    (
        "1.2",
        lambda response: {"text": response.output_text, "tokens": response.usage.input_tokens},
        "only the tokens that went in",
    ),
    ("1.2", lambda response: {"text": response.output_text, "tokens": str(response.usage.total_tokens)}, "but as a text"),
    ("1.2", lambda response: {"text": response, "tokens": 1}, "and it is Response(id="),
    ("1.2", lambda response: {"text": response.output_text, "tokens": response.usage}, "and it is ResponseUsage"),
    ("1.2", lambda response: print(response.output_text), "returned nothing"),
    ("1.3", 10, "should be a text"),
    ("1.3", "", "three words or more"),
    ("1.3", "...........", "three words or more"),
    ("1.3", "My dog sleeps all day.", "yours has 6: My |  dog |  sleeps"),
    ("1.3", "The cat sleeps on the warm roof all day long, and all night.", "yours has 15"),
]
