"""Lesson 3: messages with their roles, one more turn, and only the last turns."""

from collections.abc import Callable

from .registry import exercise


@exercise("3.1", praise="Oldest first, each with its role.", value=[{"role": str, "content": str}])
def _dialog(messages: list) -> str | None:
    if any(set(message) != {"role", "content"} for message in messages):
        return 'each message needs the keys "role" and "content", and no others.'
    roles = [message["role"] for message in messages]
    if roles != ["user", "assistant", "user"]:
        return f"the roles should be user, assistant, user, and they are {', '.join(roles)}."
    for message, word in zip(messages, ("Germany", "Berlin", "how many people"), strict=True):
        if word.lower() not in message["content"].lower():
            return f'a message should say "{word}" here: {message["content"]!r}.'
    return None


@exercise("3.2", praise="The old list is as it was.", returns=[dict])
def _one_more_turn(add_turn: Callable) -> str | None:
    old = [{"role": "user", "content": "Hello!"}, {"role": "assistant", "content": "Hi!"}]
    before = [dict(message) for message in old]
    new = add_turn(old, "How are you?", "Fine, thanks.")
    turn = [{"role": "user", "content": "How are you?"}, {"role": "assistant", "content": "Fine, thanks."}]
    if old != before:
        return "your function changed the old list. Make a new one."
    if new != before + turn:
        return f"the new list should have the old messages, then the question, then the answer, and it is {new!r}."
    return None


@exercise("3.3", praise="Only whole turns are kept.", returns=[{"content": str}])
def _whole_turns(last_turns: Callable) -> str | None:
    turns = [[{"role": "user", "content": f"question {n}"}, {"role": "assistant", "content": f"answer {n}"}] for n in range(3)]
    history = [message for turn in turns for message in turn]
    for n, expected in ((1, history[4:]), (2, history[2:]), (3, history), (4, history), (9, history), (0, [])):
        kept = last_turns(list(history), n)
        if kept != expected:
            kept, expected = ([message["content"] for message in messages] for messages in (kept, expected))
            return f"of 3 turns, n={n} should keep {expected}, and it keeps {kept}."
    return None
