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


def appended(messages, question, answer):
    return messages.append({"role": "user", "content": question})


def on_a_copy(messages, question, answer):
    new = messages.copy()
    new.append({"role": "user", "content": question})
    new.append({"role": "assistant", "content": answer})
    return new


def added(messages, question, answer):
    return messages + [{"role": "user", "content": question}] + [{"role": "assistant", "content": answer}]  # noqa: RUF005


def answer_first(messages, question, answer):
    return [*messages, {"role": "assistant", "content": answer}, {"role": "user", "content": question}]


def same_role(messages, question, answer):
    return [*messages, {"role": "user", "content": question}, {"role": "user", "content": answer}]


def popping(messages, n):
    while len(messages) > 2 * n:
        messages.pop(0)
    return messages


def from_the_end(messages, n):
    kept = []
    for place in range(len(messages) - 2, -1, -2):
        if len(kept) < 2 * n:
            kept = messages[place : place + 2] + kept
    return kept


def told(*texts):
    return [{"role": role, "content": text} for role, text in zip(("user", "assistant") * len(texts), texts, strict=False)]


PAST = told("My name is Ada.", "Hello, Ada!", "I live in Lisbon.", "A fine city.")

RIGHT = [
    ("3.1", DIALOG),
    ("3.1", SHORT),
    ("3.1", [{"role": "developer", "content": "Be brief."}, *DIALOG]),
    ("3.1", [{"type": "message", **message} for message in DIALOG]),
    ("3.2", add_turn),
    ("3.2", on_a_copy),
    ("3.2", added),
    ("3.3", lambda messages, n: messages[-2 * n :] if n > 0 else []),
    ("3.3", lambda messages, n: messages[max(0, len(messages) - 2 * n) :]),
    ("3.3", from_the_end),
    ("3.4", PAST),
    ("3.4", told("I am Bob and I live in Paris.", "Hello!", "My name is Bob.", "I know.")),
    ("3.4", told("My name is Zoe. I live in Rome.", "Ciao!")),
]

WRONG = [
    ("3.1", DIALOG[2:], "the roles should be"),
    ("3.1", DIALOG[::-1], "message 1 should say \"Germany\", and it says 'How many people live there?'"),
    ("3.1", [message | {"role": "user"} for message in DIALOG], "they are user, user, user"),
    ("3.1", [], "they are missing"),
    ("3.1", [*DIALOG[:2], {"role": "user", "content": "And then?"}], "it says 'And then?'"),
    ("3.1", [message | {"name": "x"} for message in DIALOG], "no others"),
    ("3.2", in_place, "changed the list that it was given"),
    ("3.2", appended, "changed the list that it was given"),
    ("3.2", answer_first, "the question, then the answer, and it is [{"),
    ("3.2", same_role, "the question, then the answer"),
    ("3.2", lambda messages, question, answer: print(question), "returned nothing"),
    ("3.2", lambda messages, question, answer: add_turn(messages, question, answer)[:-1], "should have the old"),
    ("3.3", lambda messages, n: messages[-n:], "n=1 should keep"),
    ("3.3", lambda messages, n: messages[-2 * n :], "n=0 should keep"),
    ("3.3", lambda messages, n: messages[len(messages) - 2 * n :], "n=4 should keep"),
    ("3.3", popping, "changed the list that it was given"),
    ("3.3", lambda messages, n: messages[: 2 * n], "it keeps ['question 0', 'answer 0']"),
    ("3.4", "My name is Ada.", "should be a list"),
    ("3.4", [], "the roles are missing"),
    ("3.4", PAST[:3], "the roles are user, assistant, user"),
    ("3.4", PAST[:2], 'as in "I live in Lisbon."'),
    ("3.4", PAST[2:], 'asked "What is my name?" after this past'),
    ("3.4", told("Hello!", "Your name is Ada, and you live in Lisbon."), "Let the user say it"),
]
