"""Helpers that are called wrongly: what to write instead, in plain words, before anything is sent.

    generate_text("What is an API?", 0.5)
    # TypeError: model is the name of a model, such as "gpt-6-luna", and not 0.5. If this is the temperature, write temperature=0.5.

What the API itself refuses (a limit of 5 tokens, a temperature of 5) is left to the API.
"""

from openai import AsyncOpenAI, NotGiven, Omit, OpenAI

NUMBER = (int, float)
TAKES: dict[str, tuple[type | tuple[type, ...], str]] = {  # parameter: its type, and how that is said
    "model": (str, 'is the name of a model, such as "gpt-6-luna"'),
    "max_output_tokens": (int, "is a whole number of tokens, such as max_tokens=300"),
    "temperature": (NUMBER, "is a number, such as temperature=0.5"),
    "top_p": (NUMBER, "is a number, such as top_p=0.5"),
    "instructions": (str, 'is a text, such as "Be brief."'),
    "reasoning": (dict, 'is a dict, such as reasoning={"effort": "low"}'),
    "text": (dict, 'is a dict, such as text={"verbosity": "low"}'),
}
NOT_HERE = {  # names of Chat Completions, of other libraries and of widgets: what to write in the Responses API
    "max_completion_tokens": "max_tokens=300",
    "effort": 'reasoning={"effort": "low"}',
    "reasoning_effort": 'reasoning={"effort": "low"}',
    "verbosity": 'text={"verbosity": "low"}',
    "response_format": 'text={"format": ...}',
    "system": 'instructions="..."',
    "system_prompt": 'instructions="..."',
    "engine": 'model="gpt-6-luna"',
    "messages": "the list of messages as the prompt: generate_text(messages)",
    "input": "the question first, without a name: generate_text(question), or conversation.ask(question)",
    "client": "it where the conversation is made: Conversation(client=client)",
    "api_key": "the key into .env (see 01_setup.ipynb), not into the code",
}


def as_sent(given: dict) -> dict:
    """Return the given parameters that are not None, under their names in the Responses API.

    Raises TypeError, with what to write, for one that has another name or type there.
    """
    given = {name: value for name, value in given.items() if value is not None or name == "model"}
    if "max_tokens" in given:
        if "max_output_tokens" in given:
            raise TypeError("max_tokens and max_output_tokens are two names of the same limit. Write max_tokens alone.")
        given["max_output_tokens"] = given.pop("max_tokens")
    for name, value in given.items():
        if name in NOT_HERE:
            raise TypeError(f"There is no parameter {name!r} here. Write {NOT_HERE[name]}.")
        if name in TAKES:
            _check(name, value, *TAKES[name])
    return given


def check_conversation(instructions: object, client: object, model: object, max_history_tokens: object) -> None:
    """Raise TypeError, with what to write, for what a Conversation cannot be made of."""
    as_sent({"instructions": instructions, "model": model})
    if client is not None:
        check_client(client)
    if max_history_tokens is not None:
        _check("max_history_tokens", max_history_tokens, int, "is a whole number of tokens, such as 1000")


def check_switch(offline: object) -> bool | None:
    """Return `offline`. Raises TypeError, with what to write, if it does not say whether the stand-in is to answer."""
    if not isinstance(offline, bool | None):
        raise TypeError(
            f"offline is True, False or None, and not {_shown(offline)}. A budget is handed on by its name, budget=0.50, and a "
            "key is not handed on at all: it goes into .env (see 01_setup.ipynb)."
        )
    return offline


def check_question(question: object) -> None:
    """Raise TypeError, with what to write, for what cannot be asked in a conversation."""
    if isinstance(question, list):  # the parts of a message, such as a text and a picture
        check_prompt(question)
    else:
        _check("A question", question, str, "is a text")


def check_client(client: object) -> None:
    """Raise TypeError, with what to write, for what is not a client for calls without `await`."""
    if isinstance(client, AsyncOpenAI):
        raise TypeError(
            "This is a client for async code, from get_async_client(), but the helpers of this course do not wait with `await`. "
            "Give them one from get_client(), or write: await client.responses.create(...)."
        )
    if not isinstance(client, OpenAI):
        raise TypeError(f"client is a client such as get_client() returns, and not {_shown(client)}.")


def check_reply(reply: object) -> None:
    """Raise TypeError, with what to write, for the text of a reply where the whole reply is needed."""
    if isinstance(reply, str):
        raise TypeError(
            "This takes a whole reply, and not its text. create_response(client, model=..., input=...) returns one; "
            "generate_text gives the text alone."
        )


def check_prompt(prompt: object) -> None:
    """Raise TypeError, with what to write, for what is neither a text nor a list of messages."""
    if isinstance(prompt, str):
        return
    if isinstance(prompt, (OpenAI, AsyncOpenAI)):
        raise TypeError("The prompt comes first, and the client by its name: generate_text(prompt, client=client).")
    if isinstance(prompt, dict):
        raise TypeError("A message goes into a list, even if it is the only one: [message].")
    if not isinstance(prompt, list):
        raise TypeError(f"A prompt is a text or a list of messages, and not {_shown(prompt)}.")
    for item in prompt:
        if item is None or isinstance(item, (str, bytes, *NUMBER, list, tuple)):
            raise TypeError(
                f'A list of messages holds dicts such as {{"role": "user", "content": "Hello!"}}, and not {_shown(item)}.'
            )


def _check(name: str, value: object, kind: type | tuple[type, ...], said: str) -> None:
    is_right = isinstance(value, kind) and not isinstance(value, bool)
    if not is_right and not isinstance(value, (Omit, NotGiven)):  # the SDK's ways to send nothing
        raise TypeError(f"{name} {said}, and not {_shown(value)}.{_meant(name, value)}")


def _shown(value: object) -> str:
    """Return how a value is named in an error; a text is not repeated, because it may be a key."""
    if value is None or isinstance(value, NUMBER):
        return repr(value)
    kind = type(value).__name__
    return "a text" if isinstance(value, str) else "a client" if isinstance(value, (OpenAI, AsyncOpenAI)) else f"a {kind}"


def _meant(name: str, value: object) -> str:
    """Return what to write if a value was meant for another parameter."""
    if isinstance(value, (OpenAI, AsyncOpenAI)):
        return " Hand the client on by its name: client=client."
    if name in ("model", "max_output_tokens", "instructions") and isinstance(value, float):
        return f" If this is the temperature, write temperature={value!r}."
    if name == "model" and isinstance(value, int) and not isinstance(value, bool):
        return f" If this is the limit of tokens, write max_tokens={value!r}."
    return ""
