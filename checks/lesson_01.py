"""Lesson 1: a whole request, and what is in its reply."""

from collections.abc import Callable

import utils

from .registry import exercise
from .stand_in import client, refused


@exercise("1.1", praise="That is a whole request.", value=dict)
def _first_request(request: dict) -> str | None:
    for name in ("model", "input", "reasoning"):
        if name not in request:
            return f'the key "{name}" is missing.'
    if request["model"] != utils.DEFAULT_MODEL:
        return "use DEFAULT_MODEL for the model."
    if "japan" not in str(request["input"]).lower():
        return "the input should ask about Japan."
    if request["reasoning"] != {"effort": "none"}:
        return 'for no reasoning, write {"effort": "none"}.'
    return refused(request)


@exercise("1.2", praise="You can read a reply.", returns=dict)
def _summary(summarize: Callable) -> str | None:
    reply = client().responses.create(model=utils.DEFAULT_MODEL, input="What is an API?")
    summary = summarize(reply)
    if summary.get("text") != reply.output_text:
        return '"text" should be the text of the reply.'
    if summary.get("tokens") != reply.usage.total_tokens:
        return f'"tokens" should be {reply.usage.total_tokens} for my test reply, and it is {summary.get("tokens")!r}.'
    return None
