"""Lesson 2: answers that are right, and answers that are wrong."""

from utils import DEFAULT_MODEL, generate_text

MOVED = {
    "model": DEFAULT_MODEL,
    "instructions": "Answer with one word.",
    "input": "What is the capital city of Spain?",
    "max_output_tokens": 50,
    "reasoning": {"effort": "none"},
}
IN_MESSAGES = [{"role": "developer", "content": "Answer with one word."}, {"role": "user", "content": "Spain?"}]


def samples(prompt, n, client):
    return [generate_text(prompt, temperature=1.2, client=client) for _ in range(n)]


def own_client(prompt, n, client):
    return [generate_text(prompt, temperature=1.2) for _ in range(n)]


def twice(prompt, n, client):
    return [generate_text(prompt, temperature=1.2, client=client)] * n


def own_prompt(prompt, n, client):
    return [generate_text("Hi", temperature=1.2, client=client) for _ in range(n)]


def usual_temperature(prompt, n, client):
    return [generate_text(prompt, client=client) for _ in range(n)]


RIGHT = [
    ("2.1", lambda text, language: {"instructions": f"Translate into {language}.", "input": text}),
    ("2.1", lambda text, language: {"instructions": f"TRANSLATE INTO {language.upper()}", "input": text}),
    ("2.2", samples),
    ("2.3", MOVED),
    ("2.3", MOVED | {"instructions": None, "input": IN_MESSAGES}),
]

WRONG = [
    ("2.1", lambda text, language: text, "should be a dictionary"),
    ("2.1", lambda text, language: {"input": text}, 'should have the key "instructions"'),
    ("2.1", lambda text, language: {"instructions": f"To {language}: {text}", "input": text}, "does not belong"),
    ("2.1", lambda text, language: {"instructions": "To French", "input": text}, "should name the language"),
    ("2.1", lambda text, language: {"instructions": "x", "input": f"{text} in {language}"}, "should be just the text"),
    ("2.2", lambda prompt, n, client: "one", "should be a list"),
    ("2.2", lambda prompt, n, client: [], "no request came"),
    ("2.2", own_client, "no request came"),
    ("2.2", twice, "4 requests"),
    ("2.2", usual_temperature, "should be 1.2"),
    ("2.2", own_prompt, "the prompt"),
    ("2.3", MOVED | {"messages": []}, "belongs to Chat Completions"),
    ("2.3", MOVED | {"max_output_tokens": 51}, "limit of 50"),
    ("2.3", MOVED | {"reasoning": None}, "effort is missing"),
    ("2.3", MOVED | {"instructions": None}, "instructions are missing"),
    ("2.3", MOVED | {"input": "Hello"}, "about Spain"),
    ("2.3", MOVED | {"model": "gpt-6-sol"}, "DEFAULT_MODEL"),
    ("2.3", MOVED | {"instructions": None, "input": "one word: Spain"}, "instructions are missing"),
    ("2.3", MOVED | {"instructions": None, "input": ["one word: Spain"]}, "instructions are missing"),
]
