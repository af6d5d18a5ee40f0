"""Lesson 17: a server of one's own, a thirteenth check, the model that fits, and a tool of a tool server."""

import copy
import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import SupportsFloat

import httpx2
import openai
from openai import OpenAI

from .judging import NotYet, YourCodeRaised
from .registry import exercise
from .stand_in import MODEL, client, refused

ADDRESS = "http://your-server/v1"
ASKED = [{"role": "user", "content": "Good morning to you!"}]
MORE = [{"role": "user", "content": "Hello!"}, {"role": "assistant", "content": "Hello."}, *ASKED]
USED = ("prompt_tokens", "completion_tokens", "total_tokens")


@exercise("17.1", praise="The official SDK cannot tell it from the real thing.")
def _server(my_server: Callable) -> str | None:
    said = [_completion(my_server, messages) for messages in (ASKED, MORE)]
    for completion in said:
        text = completion.choices[0].message.content if completion.choices else None
        if not isinstance(text, str) or not text.strip():
            return f'the SDK reads the text from choices[0].message.content, and there it finds {text!r}. In your dictionary that is "choices", "message" and "content".'
        if missing := _unclear(completion.usage, text):
            return missing
    if said[0].usage.prompt_tokens != 4 or said[1].usage.prompt_tokens != 6:
        found = [completion.usage.prompt_tokens for completion in said]
        return f'messages of 4 words and of 6 words (in three messages) should be 4 and 6 "prompt_tokens", and they are {found[0]} and {found[1]}.'
    try:
        elsewhere = _answer(my_server, httpx2.Request("POST", f"{ADDRESS}/responses", json={"model": MODEL, "input": "Hello!"}))
    except YourCodeRaised as raised:
        return f"to a path that it does not know it should answer 404, and at /v1/responses it raised {_named(raised)}. Look at request.url.path first."
    if elsewhere.status_code != 404:
        return f"to a path that it does not know it should answer 404, and at /v1/responses it answered {elsewhere.status_code}."
    return None


@exercise("17.2", praise="Thirteen checks. Now you know what to add when you need a fourteenth.")
def _models(models: Callable) -> str | None:
    there = client()
    listed = [each.id for each in there.models.list()]
    try:
        saw = models(_server_of(there, MODEL))
    except YourCodeRaised as raised:
        return f"the stand-in lists {MODEL}, so this check should not fail there, and it raised {_named(raised)}."
    if not isinstance(saw, str) or str(len(listed)) not in saw:
        return f"the stand-in lists {len(listed)} models: return a text that says so. It returned {saw!r}."
    if (saw := _passes(models, _server_of(_lists(["other", f"{MODEL}-other"]), MODEL))) is not None:
        return f"a server that lists other models, but not {MODEL}, should fail, and the check returned {saw!r}."
    if (saw := _passes(models, _server_of(_lists(None), MODEL))) is not None:
        return f"a server that has no list should fail, and the check returned {saw!r}."
    saw = _passes(models, _server_of(_lists(["parrot"]), "parrot"))
    if saw is None or "1" not in str(saw):
        return (
            "a server with one model, the one that is asked for, should pass: look for server.model in the list of that server."
        )
    return None


@exercise("17.3", praise="Now you know what to download.", returns=SupportsFloat)
def _bits(best_bits: Callable) -> str | None:
    cases = {(1, 16): 16, (7, 16): 16, (8, 16): 8, (12, 16): 8, (14, 16): 6, (20, 16): 4, (70, 16): 0, (70, 48): 4, (8, 18): 16}
    for (billions, memory), bits in cases.items():
        if (found := best_bits(billions, memory)) != bits:
            return f"for {billions} billion weights and {memory} GB it should return {bits}, and it returned {found}."
    return None


@exercise("17.4", praise="Any tool server of the world, in the form of the API.", returns={"type": str, "parameters": dict})
def _wire_tool(wire_tool: Callable) -> str | None:
    for listed, strict in (*((each, True) for each in STRICT), *((each, False) for each in LOOSE)):
        before, name = copy.deepcopy(listed), listed["name"]
        tool = wire_tool(listed)
        if listed != before:
            return "the dictionary that came in was changed: make a new schema, and leave the old one alone."
        if tool.get("strict") is not strict:
            why = "all of its properties are required" if strict else "not all of its properties are required"
            return f'{name}: {why}, so "strict" should be {strict}, and it is {tool.get("strict")}.'
        if wrong := [key for key in ("name", "description") if tool.get(key) != listed[key]]:
            return f'{name}: its "{wrong[0]}" should be {listed[wrong[0]]!r}, and it is {tool.get(wrong[0])!r}.'
        if not strict and tool["parameters"] != listed["inputSchema"]:
            return f"{name}: a tool that is not strict keeps its schema as it was."
        if set(tool["parameters"].get("properties", {})) != set(listed["inputSchema"].get("properties", {})):
            return f"{name}: its properties should stay as they were."
        if said := refused({"model": MODEL, "input": "Hello!", "tools": [tool]}):
            return f"{name}: {said}"
    return None


def _listed(name: str, properties: dict, required: list[str] | None) -> dict:
    schema = {"type": "object", "properties": properties} | ({} if required is None else {"required": required})
    return {"name": name, "description": f"What {name} does.", "inputSchema": schema}


TEXT, NUMBER = {"type": "string", "title": "A text"}, {"type": "number"}
STRICT = (
    _listed("get_stock", {"item": TEXT}, ["item"]),
    _listed("order", {"item": TEXT, "quantity": NUMBER}, ["quantity", "item"]),
    _listed("list_items", {}, None),
)
LOOSE = (
    _listed("search", {"words": TEXT, "most": NUMBER}, ["words"]),
    _listed("today", {"city": TEXT}, None),
)


def _answer(my_server: Callable, request: httpx2.Request) -> httpx2.Response:
    response = my_server(request)
    if not isinstance(response, httpx2.Response):
        raise NotYet(f"your server should return an httpx2.Response, and it returned {response!r}.")
    return response


def _completion(my_server: Callable, messages: list[dict]) -> openai.types.chat.ChatCompletion:
    """Return what the SDK makes of the server's answer. Raises NotYet where it makes nothing of it."""
    body = {"model": "some-model", "messages": messages}
    answered = _answer(my_server, httpx2.Request("POST", f"{ADDRESS}/chat/completions", json=body))
    wire = httpx2.Client(transport=httpx2.MockTransport(lambda request: answered))
    asking = OpenAI(base_url=ADDRESS, api_key="not-needed", http_client=wire, max_retries=0)
    try:
        completion = asking.chat.completions.create(**body)
    except (openai.OpenAIError, json.JSONDecodeError) as error:
        raise NotYet(f"the SDK cannot read what your server answers at the path /v1/chat/completions: {error}") from error
    if isinstance(completion, str) or not isinstance(completion.choices, list):
        raise NotYet("the SDK finds no completion in what your server answers: return JSON, with a list of choices in it.")
    return completion


def _unclear(usage, text: str) -> str | None:
    """Return what is wrong with what a server says of the tokens used, or None."""
    found = {name: getattr(usage, name, None) for name in USED}
    if missing := [name for name, number in found.items() if not isinstance(number, int)]:
        return f'"usage" should say "{missing[0]}", as a whole number.'
    if found["completion_tokens"] != len(text.split()):
        return f'{text!r} has {len(text.split())} words, and "completion_tokens" says {found["completion_tokens"]}.'
    if found["total_tokens"] != found["prompt_tokens"] + found["completion_tokens"]:
        return f'"total_tokens" should be the sum of the other two, and it is {found["total_tokens"]}.'
    return None


def _server_of(asking: OpenAI, model: str) -> SimpleNamespace:
    return SimpleNamespace(client=asking, model=model, embedder=model)


def _lists(names: list[str] | None) -> OpenAI:
    """Return a client of a server that only lists models; with None, it does not even do that."""

    def answer(request: httpx2.Request) -> httpx2.Response:
        if names is None or not request.url.path.endswith("/models"):
            return httpx2.Response(404, json={"error": {"message": "Nobody here."}})
        data = [{"id": name, "object": "model", "created": 0, "owned_by": "you"} for name in names]
        return httpx2.Response(200, json={"object": "list", "data": data})

    wire = httpx2.Client(transport=httpx2.MockTransport(answer))
    return OpenAI(base_url=ADDRESS, api_key="not-needed", http_client=wire, max_retries=0)


def _passes(models: Callable, server: SimpleNamespace) -> object:
    """Return what a check returns for a server, or None where it fails."""
    try:
        return models(server)
    except YourCodeRaised:
        return None


def _named(raised: YourCodeRaised) -> str:
    return f"{type(raised.error).__name__}: {raised.error}"
