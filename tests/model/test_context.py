"""What fits into a context window."""

import time

from offline.model import context
from offline.model.history import History


def test_many_messages_are_truncated_quickly():
    told = {"role": "system", "content": "Answer in one word."}
    spoken = [{"role": "user", "content": f"Line {number}: " + "word " * 20} for number in range(8_000)]
    started = time.perf_counter()
    messages = context.newest(History().plus([told, *spoken]), 128_000)
    assert time.perf_counter() - started < 2
    assert messages[0] == told and messages[1:] == spoken[1 - len(messages) :]
    assert 127_900 < sum(map(context.count_message, messages)) <= 128_000
