"""Lesson 2: answers that are right, and answers that are wrong."""

from collections import Counter

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


def in_a_loop(prompt, n, client):
    replies = []
    while len(replies) < n:
        reply = client.responses.create(model=DEFAULT_MODEL, input=prompt, temperature=1.2, reasoning={"effort": "none"})
        replies.append(reply.output_text)
    return replies


def in_a_message(prompt, n, client):
    return [generate_text([{"role": "user", "content": prompt}], temperature=1.2, client=client) for _ in range(n)]


def coffee_only(prompt, n, client):
    return [generate_text("Suggest a name for a small coffee shop.", temperature=1.2, client=client) for _ in range(n)]


def four_only(prompt, n, client):
    return [generate_text(prompt, temperature=1.2, client=client) for _ in range(4)]


def counted(replies):
    found = {}
    for reply in replies:
        found[reply] = found.get(reply, 0) + 1
    return found


RIGHT = [
    ("2.1", lambda text, language: {"instructions": f"Translate into {language}.", "input": text}),
    ("2.1", lambda text, language: {"instructions": f"TRANSLATE INTO {language.upper()}", "input": text}),
    ("2.1", lambda text, language: {"input": [{"role": "user", "content": text}], "instructions": f"Say it in {language}."}),
    ("2.1", lambda text, language: {"input": text, "instructions": "You translate. Language: " + language}),
    ("2.2", samples),
    ("2.2", in_a_loop),
    ("2.2", in_a_message),
    ("2.3", MOVED),
    ("2.3", MOVED | {"temperature": 0.5}),
    ("2.3", MOVED | {"instructions": None, "input": IN_MESSAGES}),
    ("2.3", MOVED | {"instructions": "Answer with ONE word."}),
    ("2.4", Counter),
    ("2.4", counted),
    ("2.4", lambda replies: {reply: replies.count(reply) for reply in set(replies)}),
]

WRONG = [
    ("2.1", lambda text, language: text, "should be a dictionary"),
    ("2.1", lambda text, language: {"input": text}, 'should have the key "instructions"'),
    ("2.1", lambda text, language: {"instructions": f"To {language}: {text}", "input": text}, "does not belong"),
    ("2.1", lambda text, language: {"instructions": "To French", "input": text}, "should name the language"),
    ("2.1", lambda text, language: {"instructions": "x", "input": f"{text} in {language}"}, "should be just the text"),
    ("2.1", lambda text, language: {"instructions": language, "input": text}, "'French' name only the language"),
    ("2.1", lambda text, language: {"instructions": f"Into {language}.", "input": text}, "name only the language"),
    ("2.2", coffee_only, "one sent 'Suggest a name for a small coffee shop.'"),
    ("2.2", four_only, "for n=2 there should be 2 requests"),
    ("2.2", lambda prompt, n, client: "one", "should be a list"),
    ("2.2", lambda prompt, n, client: [], "no request came"),
    ("2.2", own_client, "no request came"),
    ("2.2", twice, "4 requests"),
    ("2.2", usual_temperature, "should be 1.2"),
    ("2.2", own_prompt, "the prompt"),
    ("2.3", MOVED | {"messages": []}, "belongs to Chat Completions"),
    ("2.3", MOVED | {"max_output_tokens": 51}, "should be the number 50, and it is 51"),
    ("2.3", MOVED | {"max_output_tokens": "50"}, "should be the number 50, and it is '50'"),
    ("2.3", MOVED | {"max_output_tokens": None}, "the limit of 50 tokens is missing"),
    ("2.3", MOVED | {"max_tokens": 50}, "belongs to Chat Completions"),
    ("2.3", MOVED | {"reasoning": None}, "effort is missing"),
    ("2.3", MOVED | {"instructions": None}, "instructions are missing"),
    (
        "2.3",
        MOVED | {"instructions": "Be brief."},
        "should stay what they were, \"Answer with one word.\", and they are 'Be brief.'",
    ),
    ("2.3", MOVED | {"input": "Hello"}, "about Spain"),
    ("2.3", MOVED | {"model": "gpt-6-sol"}, "DEFAULT_MODEL"),
    ("2.3", MOVED | {"instructions": None, "input": "one word: Spain"}, "instructions are missing"),
    ("2.3", MOVED | {"instructions": None, "input": ["one word: Spain"]}, "instructions are missing"),
    ("2.4", lambda replies: len(replies), "should be a dictionary"),
    ("2.4", lambda replies: dict.fromkeys(replies, 1), "it should be {'Owl': 2, 'Cup': 1}, and it is {'Owl': 1, 'Cup': 1}"),
    ("2.4", lambda replies: dict.fromkeys(replies, 5), "it should be"),
    ("2.4", lambda replies: {"Owl": 2, "Cup": 1}, "for ['Daily Grind', "),
    ("2.4", lambda replies: {len(replies): replies}, "it should be"),
]
