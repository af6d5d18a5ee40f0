"""The appendix: requests and replies of 2023, written as today."""

from collections.abc import Callable

import utils

from .registry import exercise
from .stand_in import client, refused


@exercise("A.1", praise="That request would be answered today.", value=dict)
def _modern_request(request: dict) -> str | None:
    for old, new in (("engine", "model"), ("prompt", "input"), ("max_tokens", "max_output_tokens")):
        if old in request:
            return f'"{old}" is the old name; today it is "{new}".'
    for name, value in (("input", "Name a fruit."), ("max_output_tokens", 20), ("temperature", 0.9)):
        if request.get(name) != value:
            return f'"{name}" should be {value!r}, and it is {request.get(name)!r}.'
    return refused(request)


@exercise("A.2", praise="Names became attributes.", returns=str)
def _text_of_chat(chat_text: Callable) -> str | None:
    messages = [{"role": "user", "content": "What is an API?"}]
    completion = client().chat.completions.create(model=utils.DEFAULT_MODEL, messages=messages, reasoning_effort="none")
    found = chat_text(completion)
    if found != completion.choices[0].message.content:
        return f"the text should be {completion.choices[0].message.content!r}, and your function returns {found!r}."
    return None
