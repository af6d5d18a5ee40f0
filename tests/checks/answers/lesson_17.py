"""Lesson 17: answers that are right, and answers that are wrong."""

import json

import httpx2

NOBODY = httpx2.Response(404, json={"error": {"message": "Nobody here."}})


def serving(text="The answer is 42.", *, path="/chat/completions", used=None, reads=None, elsewhere=NOBODY, shape=None):
    """Return the solution, and what may go wrong in it."""

    def my_server(request):
        if not request.url.path.endswith(path):
            return elsewhere
        asked = json.loads(request.content)
        read = (reads or (lambda messages: sum(len(each["content"].split()) for each in messages)))(asked["messages"])
        written = len(text.split())
        usage = {"prompt_tokens": read, "completion_tokens": written, "total_tokens": read + written} | (used or {})
        choice = {"message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
        body = {"model": asked["model"], "choices": [choice], "usage": usage}
        return httpx2.Response(200, json=shape(body) if shape else body)

    return my_server


def echo(request):
    """Another way: the text is what was asked, and more is said than is needed."""
    if "chat/completions" not in str(request.url):
        return httpx2.Response(404)
    messages = json.loads(request.read())["messages"]
    text, read = messages[-1]["content"], len(" ".join(message["content"] for message in messages).split())
    usage = {"prompt_tokens": read, "completion_tokens": len(text.split())}
    usage["total_tokens"] = sum(usage.values())
    choices = [{"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop", "logprobs": None}]
    body = {"id": "1", "object": "chat.completion", "created": 0, "model": "me", "choices": choices, "usage": usage}
    return httpx2.Response(200, content=json.dumps(body).encode(), headers={"content-type": "application/json"})


def without_usage(body):
    return {name: part for name, part in body.items() if name != "usage"}


def models(server):
    names = [each.id for each in server.client.models.list()]
    assert server.model in names, f"{server.model} is not among {names}"
    return f"models: {len(names)}"


def models_by_data(server):
    found = {each.id for each in server.client.models.list().data}
    if server.model not in found:
        raise LookupError(server.model)
    return f"{len(found)} models, and {server.model} is one of them"


def models_of_any_kind(server):
    return f"models: {len(list(server.client.models.list()))}"


def models_by_part(server):
    names = [each.id for each in server.client.models.list()]
    assert any(server.model in name for name in names)
    return f"models: {len(names)}"


def models_without_a_list(server):
    try:
        return models(server)
    except Exception as error:
        return f"no list: {error}" if "404" in str(error) else models(server)


def models_of_the_course(server):
    names = [each.id for each in server.client.models.list()]
    assert "gpt-6-luna" in names
    return f"models: {len(names)}"


def best_bits(billions, memory, *, choices=(16, 8, 6, 4), scales=0.5, context=2):
    for bits in choices:
        if billions * (bits + (0 if bits == 16 else scales)) / 8 + context <= memory:
            return bits
    return 0


def wire_tool(listed, *, strict=None, closed=True, in_place=False):
    schema = listed["inputSchema"]
    properties = schema.get("properties", {})
    all_required = set(properties) == set(schema.get("required", []))
    strict = all_required if strict is None else strict
    if strict and closed:
        more = {"additionalProperties": False, "properties": properties, "required": list(properties)}
        if in_place:
            schema.update(more)
        else:
            schema = schema | more
    tool = {"type": "function", "name": listed["name"], "description": listed["description"], "parameters": schema}
    return tool | {"strict": strict}


RIGHT = [
    ("17.1", serving()),
    ("17.1", serving("42")),
    ("17.1", echo),
    ("17.2", models),
    ("17.2", models_by_data),
    ("17.3", best_bits),
    ("17.3", lambda billions, memory: next((b for b in (16, 8, 6, 4) if best_bits(billions, memory, choices=(b,))), 0)),
    ("17.4", wire_tool),
    ("17.4", lambda listed: dict(reversed(wire_tool(listed).items()))),
]

WRONG = [
    ("17.1", lambda request: "The answer is 42.", "should return an httpx2.Response"),
    ("17.1", serving(path="/responses"), "cannot read what your server answers at the path /v1/chat/completions"),
    ("17.1", serving(" "), "choices[0].message.content"),
    ("17.1", serving(shape=without_usage), '"usage" should say "prompt_tokens"'),
    ("17.1", serving(used={"total_tokens": 1}), "the sum of the other two"),
    ("17.1", serving(used={"completion_tokens": 9}), 'has 4 words, and "completion_tokens" says 9'),
    ("17.1", serving(used={"completion_tokens": "four"}), 'should say "completion_tokens"'),
    ("17.1", serving(reads=lambda messages: len(messages[-1]["content"].split())), "they are 4 and 4"),
    ("17.1", serving(reads=len), "they are 1 and 3"),
    ("17.1", serving(shape=lambda body: {"text": "The answer is 42."}), "no completion"),
    ("17.1", lambda request: 1 / 0, "ZeroDivisionError"),
    ("17.1", lambda request: serving(elsewhere=httpx2.Response(200, json={}))(request), "at /v1/responses it answered 200"),
    ("17.1", serving(path=""), "at /v1/responses it raised KeyError: 'messages'. Look at request.url.path first"),
    ("17.2", lambda server: "models: 3", "return a text that says so"),
    ("17.2", lambda server: len(list(server.client.models.list())), "return a text that says so"),
    ("17.2", models_of_any_kind, "should fail, and the check returned 'models: 2'"),
    ("17.2", models_by_part, "should fail, and the check returned 'models: 2'"),
    ("17.2", models_without_a_list, "that has no list should fail"),
    ("17.2", models_of_the_course, "look for server.model"),
    ("17.2", lambda server: server.client.model, "it raised AttributeError"),
    (
        "17.3",
        lambda billions, memory: best_bits(billions, memory, context=0),
        "for 8 billion weights and 16 GB it should return 8",
    ),
    ("17.3", lambda billions, memory: best_bits(billions, memory, scales=0), "14 billion weights and 16 GB it should return 6"),
    (
        "17.3",
        lambda billions, memory: best_bits(billions, memory, choices=(4, 6, 8, 16)),
        "it should return 16, and it returned 4",
    ),
    ("17.3", lambda billions, memory: best_bits(billions, memory) or None, "returned nothing"),
    ("17.4", lambda listed: wire_tool(listed, strict=False), '"strict" should be True, and it is False'),
    ("17.4", lambda listed: wire_tool(listed, strict=True), '"strict" should be False, and it is True'),
    ("17.4", lambda listed: wire_tool(listed, closed=False), "additionalProperties"),
    ("17.4", lambda listed: wire_tool(listed, in_place=True), "was changed"),
    ("17.4", lambda listed: {"type": "function", "function": wire_tool(listed), "parameters": {}}, '"strict" should be True'),
    ("17.4", lambda listed: wire_tool(listed) | {"description": ""}, 'its "description" should be'),
    ("17.4", lambda listed: listed, 'should have the key "type"'),
]
