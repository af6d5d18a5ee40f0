"""The appendix: requests and replies of 2023, written as today."""

import ast
from collections.abc import Callable

import utils

from .registry import exercise
from .stand_in import client, refused

RENAMED = {"engine": "model", "prompt": "input", "messages": "input", "max_tokens": "max_output_tokens"}
QUESTIONS = ("What is an API?", "What is a token?")
LINES = (  # of 2023: what is asked, and how many tokens the reply may have
    ("openai.Completion.create(engine='text-davinci-003', prompt='Name a fruit.', max_tokens=20)", "Name a fruit.", 20),
    ("openai.Completion.create(engine='text-davinci-002', prompt='Tell me a joke.', max_tokens=150)", "Tell me a joke.", 150),
)


@exercise("A.1", praise="That request would be answered today.", value=dict)
def _modern_request(request: dict) -> str | None:
    for old, new in RENAMED.items():
        if old in request:
            return f'"{old}" is the old name; today it is "{new}".'
    for name, value in (("max_output_tokens", 20), ("temperature", 0.9)):
        if name not in request:
            return f'"{name}" is missing; it should be {value!r}.'
        if request[name] != value:
            return f'"{name}" should be {value!r}, and it is {request[name]!r}.'
    if _asked(request.get("input")) != "Name a fruit.":
        return f"\"input\" should ask 'Name a fruit.', and it is {request.get('input')!r}."
    return refused(request)


def _asked(sent: object) -> object:
    """Return the text of an input: the input itself, or what its one message says."""
    if isinstance(sent, list) and len(sent) == 1 and isinstance(sent[0], dict):
        return _asked(sent[0].get("content", sent[0].get("text")))
    return sent.strip() if isinstance(sent, str) else sent


@exercise("A.2", praise="Names became attributes.", returns=str)
def _text_of_chat(chat_text: Callable) -> str | None:
    for question in QUESTIONS:
        messages = [{"role": "user", "content": question}]
        completion = client().chat.completions.create(model=utils.DEFAULT_MODEL, messages=messages, reasoning_effort="none")
        wanted, found = completion.choices[0].message.content, chat_text(completion)
        if found.strip() != wanted.strip():
            return (
                f"for the completion that I gave it, your function should return {wanted!r}, and it returns {found!r}. "
                "Does it use its argument?"
            )
    return None


@exercise("A.3", praise="The line of 2023 is answered today.", returns=str)
def _time_machine(modernize: Callable) -> str | None:
    for old, asked, most in LINES:
        for line in (old.replace("'", '"'), old.replace("'", '"').replace("20)", "20, temperature=0.9)")):
            made = modernize(line)
            if missing := _not_modern(made, {"input": asked, "max_output_tokens": most}):
                return f"from {line} your function makes {made!r}. {missing}"
    return None


def _not_modern(made: str, wanted: dict) -> str | None:
    """Return what is wrong with a line as a call of today, or None if nothing is."""
    try:
        call = ast.parse(made.strip(), mode="eval").body
    except SyntaxError as error:
        return f"That is no Python: {error.msg}."
    if not isinstance(call, ast.Call) or ast.unparse(call.func) != "client.responses.create":
        return "It should call client.responses.create."
    given = {keyword.arg: keyword.value for keyword in call.keywords}
    for old, new in RENAMED.items():
        if old in given:
            return f"{old} should have become {new}."
    for name, value in wanted.items():
        if name not in given:
            return f"{name} is missing."
        if ast.unparse(given[name]) != repr(value):
            return f"{name} should be {value!r}, as in the old line."
    if "model" not in given:
        return "model is missing."
    if ast.unparse(given["model"]) not in ("DEFAULT_MODEL", repr(utils.DEFAULT_MODEL)):
        return "The model should be DEFAULT_MODEL, whatever the old one was."
    return None
