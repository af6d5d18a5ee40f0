"""Names, types, values and nesting are refused as the API refuses them: wordings, places and codes of August 2026."""

import time

import pytest

from offline.refusals import Refused, check, phrases

TOLD, SAID = {"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello!"}
PARTS = ", ".join(f"'{part}'" for part in phrases.CONTENT_PARTS[:-1]) + f", and '{phrases.CONTENT_PARTS[-1]}'"


def responses(**params) -> tuple[str, dict]:
    return "responses", {"model": "gpt-6-luna", "input": "Hi"} | params


def item(*items) -> tuple[str, dict]:
    return responses(input=list(items))


def part(role: str, **part) -> tuple[str, dict]:
    return item({"role": role, "content": [part]})


def chat(**params) -> tuple[str, dict]:
    return "chat/completions", {"model": "gpt-4o", "messages": [TOLD]} | params


def wrong(param: str, expected: str, got: str) -> tuple[str, str, str]:
    return param, "invalid_type", f"Invalid type for '{param}': expected {expected}, but got {got} instead."


def missing(param: str) -> tuple[str, str, str]:
    return param, "missing_required_parameter", f"Missing required parameter: '{param}'."


def unknown(param: str, more: str = "") -> tuple[str, str, str]:
    return param, "unknown_parameter", f"Unknown parameter: '{param}'.{more}"


def value(param: str, given: str, known: str) -> tuple[str, str, str]:
    return param, "invalid_value", f"Invalid value: '{given}'. Supported values are: {known}."


ROLES = "'assistant', 'system', 'developer', and 'user'"

# fmt: off
REFUSED = {  # the request, then the refusal's param, code and message
    "no model": (("responses", {"input": "Hi"}), missing("model")),
    "no input": (("responses", {"model": "gpt-6-luna", "previous_response_id": "resp_1"}), missing("input")),
    "null for a model": (responses(model=None), wrong("model", "a string", "an object")),
    "null for an input": (responses(input=None), wrong("input", "a string", "an object")),
    "an object for an input": (responses(input={}), wrong("input", "one of a string or array of input items", "an object")),
    "an unknown name": (responses(zzz=1), unknown("zzz")),
    "an unknown name that is null": (responses(zzz=None), unknown("zzz")),
    "a mistyped name": (responses(strem=True), unknown("strem", " Did you mean 'stream' or 'store'?")),
    "a mistyped name of what was sent": (responses(modell="x"), unknown("modell")),
    "a missing name before an unknown one": (("responses", {"model": "gpt-6-luna", "zzz": 1}), missing("input")),
    "an unknown name before a wrong value": (responses(input=5, zzz=1), unknown("zzz")),
    "the input before what was sent before it": (("responses", {"temperature": "x", "model": "m", "input": 5}),
        wrong("input", "one of a string or array of input items", "an integer")),
    "a number for an item": (item(7), wrong("input[0]", "an input item", "an integer")),
    "null for an item": (item(None), wrong("input[0]", "an input item", "null")),
    "an empty item": (item({}), value("input[0]", "", ROLES)),
    "an unknown role": (item({"role": "bot", "content": "Hi"}), value("input[0]", "bot", ROLES)),
    "an item without content": (item({"role": "user"}), missing("input[0].content")),
    "an unknown name in an item": (item(TOLD | {"zzz": 1}), unknown("input[0].zzz")),
    "a phase of what was told": (item(TOLD | {"phase": "final_answer"}), unknown("input[0].phase")),
    "an unknown phase": (item(SAID | {"phase": "zzz"}), value("input[0].phase", "zzz", "'commentary' and 'final_answer'")),
    "a part of no kind": (part("user", text="Hi"), missing("input[0].content[0].type")),
    "a part of Chat": (part("user", type="text", text="Hi"), value("input[0].content[0].type", "text", PARTS)),
    "a part that only the model says": (part("user", type="output_text", text="Hi"),
        value("input[0].content[0]", "output_text", "'input_text', 'input_image', and 'input_file'")),
    "a part that the model never says": (part("assistant", type="input_text", text="Hi"),
        value("input[0].content[0]", "input_text", "'output_text' and 'refusal'")),
    "a part without text": (part("user", type="input_text"), missing("input[0].content[0].text")),
    "Chat's form of an image": (part("user", type="input_image", image_url={"url": "data:"}),
        wrong("input[0].content[0].image_url", "an image URL", "an object")),
    "an output with a part of the model": (item({"type": "function_call_output", "call_id": "c", "output": [{"type": "output_text"}]}),
        value("input[0].output[0]", "output_text", "'input_text', 'input_image', and 'input_file'")),
    "a tool of no kind": (responses(tools=[{}]), missing("tools[0].type")),
    "a tool of Chat": (responses(tools=[{"type": "function", "function": {"name": "f"}}]), missing("tools[0].name")),
    "no list of tools": (responses(tools="f"), wrong("tools", "an array of tools", "a string")),
    "a number for a choice": (responses(tool_choice=7),
        wrong("tool_choice", "one of an object or 'none', 'auto', or 'required'", "an integer")),
    "an unknown choice": (responses(tool_choice="zzz"), value("tool_choice", "zzz", "'none', 'auto', and 'required'")),
    "a choice without a name": (responses(tool_choice={"type": "function"}), missing("tool_choice.name")),
    "a text for metadata": (responses(metadata="x"), wrong("metadata", "a metadata object", "a string")),
    "a text for a list of objects": (responses(context_management="x"), wrong("context_management", "an array of objects", "a string")),
    "an object for a choice of texts": (responses(truncation={}), wrong("truncation", "one of 'auto' or 'disabled'", "an object")),
    "a long choice of texts": (responses(include="x"), wrong("include",
        "an array of one of 'fil...lts', 'web...lts', 'web...ces', 'mes...url', 'com...url', 'cod...uts', 'rea...ent', or 'mes...obs'", "a string")),
    "an unknown form": (responses(text={"format": {"type": "zzz"}}),
        value("text.format.type", "zzz", "'json_object', 'text', and 'json_schema'")),
    "a form without a name": (responses(text={"format": {"type": "json_schema", "schema": {}}}), missing("text.format.name")),
    "what the SDK still has": (responses(reasoning={"generate_summary": "concise"}), unknown("reasoning.generate_summary")),
    "an unknown summary": (responses(reasoning={"summary": "zzz"}), value("reasoning.summary", "zzz", "'concise', 'detailed', and 'auto'")),
    "an unknown tier": (responses(service_tier="zzz"), value("service_tier", "zzz", "'auto', 'default', 'fast', 'flex', and 'priority'")),
    "Chat's stream option": (responses(stream_options={"include_usage": True}), unknown("stream_options.include_usage")),
    "a moderation without a model": (responses(moderation={}), missing("moderation.model")),
    "chat: no model": (("chat/completions", {"messages": [TOLD]}), (None, None, "you must provide a model parameter")),
    "chat: an empty model": (chat(model=""), (None, None, "you must provide a model parameter")),
    "chat: null for messages": (chat(messages=None), wrong("messages", "an array of objects", "null")),
    "chat: a number for a message": (chat(messages=[7]), wrong("messages[0]", "an object", "an integer")),
    "chat: no role": (chat(messages=[{}]), missing("messages[0].role")),
    "chat: an unknown role": (chat(messages=[{"role": "zzz"}]),
        value("messages[0].role", "zzz", "'system', 'assistant', 'user', 'function', 'tool', and 'developer'")),
    "chat: a number for content": (chat(messages=[{"role": "user", "content": 7}]),
        wrong("messages[0].content", "one of a string or array of objects", "an integer")),
    "chat: a part of Responses": (chat(messages=[{"role": "user", "content": [{"type": "input_text", "text": "Hi"}]}]),
        value("messages[0].content[0].type", "input_text", "'text', 'image_url', 'input_audio', and 'file'")),
    "chat: a developer without content": (chat(messages=[{"role": "developer"}]), missing("messages[0].content")),
    "chat: a tool without a function": (chat(tools=[{"type": "function"}]), missing("tools[0].function")),
    "chat: a function without a name": (chat(tools=[{"type": "function", "function": {}}]), missing("tools[0].function.name")),
    "chat: an unknown form": (chat(response_format={"type": "zzz"}),
        value("response_format.type", "zzz", "'json_object', 'json_schema', and 'text'")),
    "chat: a form without a schema": (chat(response_format={"type": "json_schema"}), missing("response_format.json_schema")),
    "chat: a number to stop at": (chat(stop=5), wrong("stop", "one of a string or array of strings", "an integer")),
    "chat: half a reply": (chat(n=1.5), wrong("n", "an integer", "a decimal number")),
    "chat: true for a number": (chat(n=True), wrong("n", "an integer", "a boolean")),
    "an item of a conversation": (("conversations", {"items": [{"role": "bot"}]}), value("items[0]", "bot", ROLES)),
    "a moderation of audio": (("moderations", {"input": [{"type": "audio"}]}), value("input[0].type", "audio", "'image_url' and 'text'")),
}
# fmt: on


@pytest.mark.parametrize(("request_", "expected"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_by_names_and_types_alone(request_, expected):
    with pytest.raises(Refused) as refused:
        check(*request_)
    error = refused.value.body["error"]
    assert (error["param"], error["code"], error["message"]) == expected


TAKEN = {
    "null, as good as left out": responses(text=None, tools=None, user=None, metadata=None),
    "what was said, without id and status": item(SAID, {"role": "assistant", "content": [{"type": "output_text", "text": "Hi"}]}),
    "what was said, with all it had": item(
        SAID | {"type": "message", "id": "msg_1", "status": "completed", "phase": "final_answer"}
    ),
    "a custom call and its output, with all they had": item(
        {"type": "custom_tool_call", "id": "ctc_1", "call_id": "c", "name": "f", "input": "", "status": "completed"},
        {"type": "custom_tool_call_output", "id": "ctco_1", "call_id": "c", "output": "", "status": "completed"},
    ),
    "what was told, with an id and a status": item(TOLD | {"type": "message", "id": "msg_1", "status": "completed"}),
    "a refusal that was said": part("assistant", type="refusal", refusal="No"),
    "a reference without a type": item({"id": "msg_1"}),
    "an image without detail": part("user", type="input_image", image_url="data:image/png;base64,"),
    "a tool that is not strict": responses(tools=[{"type": "function", "name": "f", "parameters": {}}]),
    "any names in metadata": responses(metadata={"a.b[0]": "c"}),
    "any schema": responses(text={"format": {"type": "json_schema", "name": "f", "schema": {"zzz": [1, None, {"a": True}]}}}),
    "a whole number where decimals may be": responses(temperature=1),
    "chat: a message without content": chat(messages=[{"role": "user"}]),
    "chat: the model's own message, sent back": chat(
        messages=[TOLD, SAID | {"annotations": [], "refusal": None, "audio": None, "function_call": None, "tool_calls": None}]
    ),
    "numbers to embed": ("embeddings", {"model": "text-embedding-3-small", "input": [1, 2]}),
    "lists of numbers to embed": ("embeddings", {"model": "text-embedding-3-small", "input": [[1], [2]]}),
}


@pytest.mark.parametrize("request_", TAKEN.values(), ids=TAKEN)
def test_what_is_taken(request_):
    check(*request_)


@pytest.mark.parametrize("request_", [responses(temperature=0.5, reasoning={"effort": "none"}), item(TOLD, SAID, TOLD), chat()])
def test_a_plain_request_is_checked_in_no_time(request_):
    check(*request_)
    times = []
    for _ in range(200):
        started = time.perf_counter()
        check(*request_)
        times.append(time.perf_counter() - started)
    assert min(times) < 100e-6, "seconds; about 20 µs on a machine of 2026"


def test_what_is_sent_back_is_taken_only_where_it_was_given():
    call = {"id": "call_1", "type": "function", "function": {"name": "f", "arguments": "{}", "parsed_arguments": None}}
    check(*chat(messages=[TOLD, {"role": "assistant", "content": None, "tool_calls": [call]}]))
    output = {"role": "tool", "tool_call_id": "call_1", "name": "f", "content": "1"}
    check(*chat(messages=[TOLD, {"role": "assistant", "content": None, "tool_calls": [call]}, output]))
    with pytest.raises(Refused, match=r"Unknown parameter: 'tool_choice\.function\.parsed_arguments'"):
        check(*chat(tool_choice={"type": "function", "function": {"name": "f", "parsed_arguments": None}}))
