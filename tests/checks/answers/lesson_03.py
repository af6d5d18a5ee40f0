"""Lesson 3: answers that are right, and answers that are wrong."""

DIALOG = [
    {"role": "user", "content": "What is the capital city of Germany?"},
    {"role": "assistant", "content": "The capital city of Germany is Berlin."},
    {"role": "user", "content": "How many people live there?"},
]
SHORT = [
    {"role": "user", "content": "capital of germany?"},
    {"role": "assistant", "content": "Berlin"},
    {"role": "user", "content": "And how many people live there?"},
]


def add_turn(messages, question, answer):
    return [*messages, {"role": "user", "content": question}, {"role": "assistant", "content": answer}]


def in_place(messages, question, answer):
    messages += [{"role": "user", "content": question}, {"role": "assistant", "content": answer}]
    return messages


RIGHT = [
    ("3.1", DIALOG),
    ("3.1", SHORT),
    ("3.2", add_turn),
    ("3.3", lambda messages, n: messages[-2 * n :] if n > 0 else []),
    ("3.3", lambda messages, n: messages[max(0, len(messages) - 2 * n) :]),
]

WRONG = [
    ("3.1", DIALOG[2:], "the roles should be"),
    ("3.1", DIALOG[::-1], "a message should say"),
    ("3.1", [message | {"name": "x"} for message in DIALOG], "no others"),
    ("3.2", in_place, "changed the old list"),
    ("3.2", lambda messages, question, answer: add_turn(messages, question, answer)[:-1], "should have the old"),
    ("3.3", lambda messages, n: messages[-n:], "n=1 should keep"),
    ("3.3", lambda messages, n: messages[-2 * n :], "n=0 should keep"),
    ("3.3", lambda messages, n: messages[len(messages) - 2 * n :], "n=4 should keep"),
]
