"""Lesson 3: messages with their roles, one more turn, only the last turns, and a past that was invented."""

from collections.abc import Callable

import utils

from .judging import NotYet
from .registry import exercise
from .stand_in import client


@exercise("3.1", praise="Oldest first, each with its role.", value=[{"role": str, "content": str}])
def _dialog(messages: list) -> str | None:
    for message in messages:
        if more := set(message) - {"role", "content", "type"}:
            return f'each message needs the keys "role" and "content", and no others; one has "{next(iter(more))}".'
    dialog = [message for message in messages if message["role"] not in ("developer", "system")]
    roles = [message["role"] for message in dialog]
    if roles != ["user", "assistant", "user"]:
        return f"the roles should be user, assistant, user, and they are {', '.join(roles) or 'missing'}."
    for place, (message, word) in enumerate(zip(dialog, ("Germany", "Berlin", "how many people"), strict=True), start=1):
        if word.lower() not in message["content"].lower():
            return f'message {place} should say "{word}", and it says {message["content"]!r}. Oldest first.'
    return None


OLD = ({"role": "user", "content": "Hello!"}, {"role": "assistant", "content": "Hi!"})
TURN = [{"role": "user", "content": "How are you?"}, {"role": "assistant", "content": "Fine, thanks."}]
CHANGED = "your function changed the list that it was given. Make a new one (append, extend and += change the old one)."


@exercise("3.2", praise="The old list is as it was.", returns=[dict])
def _one_more_turn(add_turn: Callable) -> str | None:
    for before in (list(OLD), []):
        new = _unchanged(_copy(before), lambda old: add_turn(old, TURN[0]["content"], TURN[1]["content"]))
        if new != before + TURN:
            return f"the new list should have the old messages, then the question, then the answer, and it is {new!r}."
    return None


@exercise("3.3", praise="Only whole turns are kept.", returns=[{"content": str}])
def _whole_turns(last_turns: Callable) -> str | None:
    turns = [[{"role": "user", "content": f"question {n}"}, {"role": "assistant", "content": f"answer {n}"}] for n in range(3)]
    history = [message for turn in turns for message in turn]
    for n, expected in ((1, history[4:]), (2, history[2:]), (3, history), (4, history), (9, history), (0, [])):
        kept = _unchanged(_copy(history), lambda given, n=n: last_turns(given, n))
        if kept != expected:
            kept, expected = ([message["content"] for message in messages] for messages in (kept, expected))
            return f"of 3 turns, n={n} should keep {expected}, and it keeps {kept}."
    return None


ASKED = {"What is my name?": "My name is Ada.", "Where do I live?": "I live in Lisbon."}


@exercise("3.4", praise="It remembers what was never said. Now let the chat box show it.", value=[{"role": str, "content": str}])
def _invented(past: list) -> str | None:
    roles = [message["role"] for message in past]
    if not roles or roles != ["user", "assistant"] * (len(roles) // 2):
        return f"a past has whole turns, user and assistant, and the roles are {', '.join(roles) or 'missing'}."
    for question, told in ASKED.items():
        if _answer([*past, {"role": "user", "content": question}]) == _answer([{"role": "user", "content": question}]):
            return f'asked "{question}" after this past, the stand-in cannot tell. Let the user say it, as in "{told}"'
    return None


def _answer(messages: list) -> str:
    return utils.generate_text(messages, temperature=0, client=client())


def _copy(messages: list) -> list:
    return [dict(message) for message in messages]


def _unchanged(given: list, call: Callable) -> list:
    """Return what `call(given)` returns. Raises NotYet if it changed the list, whatever else it did."""
    before = _copy(given)
    try:
        return call(given)
    finally:
        if given != before:
            raise NotYet(CHANGED)
