"""What the API refuses about tools, in its words: definitions, choices, calls and their outputs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offline.refusals import Refused, tools

SCHEMA = {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"], "additionalProperties": False}
WEATHER = {"name": "get_weather", "parameters": SCHEMA, "strict": True}
LOOSE = {"name": "get_weather", "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}}


def flat(kind: str = "function", **definition) -> dict:
    """Return a tool as the Responses API takes it."""
    return {"type": kind} | definition


def nested(kind: str = "function", **definition) -> dict:
    """Return a tool as Chat Completions takes it."""
    return {"type": kind, kind: definition}


def error(check, *args, **options) -> tuple | None:
    """Return message, param and code of a refusal; None if there is none."""
    try:
        check(*args, **options)
    except Refused as refused:
        found = refused.body["error"]
        assert (refused.status, found["type"]) == (400, "invalid_request_error")
        return found["message"], found["param"], found["code"]
    return None


MISSING = "missing_required_parameter"
PATTERN = "string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'."
OPEN = "'additionalProperties' is required to be supplied and to be false."
UNTYPED = "schema must be a JSON Schema of 'type: \"object\"', got 'type: null'."

DEFINITIONS = {
    "chat's shape in responses": ([nested(**WEATHER)], False, ("Missing required parameter: 'tools[0].name'.", "tools[0].name", MISSING)),
    "responses' shape in chat": ([flat(**WEATHER)], True, ("Missing required parameter: 'tools[0].function'.", "tools[0].function", MISSING)),
    "no type": ([{"name": "a"}], False, ("Missing required parameter: 'tools[0].type'.", "tools[0].type", MISSING)),
    "no name": ([flat(**WEATHER), flat("custom")], False, ("Missing required parameter: 'tools[1].name'.", "tools[1].name", MISSING)),
    "no name in chat": ([nested("custom", description="")], True, ("Missing required parameter: 'tools[0].custom.name'.", "tools[0].custom.name", MISSING)),
    "a bad name": ([flat(name="get weather")], False, (f"Invalid 'tools[0].name': {PATTERN}", "tools[0].name", "invalid_value")),
    "a bad name in chat": ([nested(name="a.b")], True, (f"Invalid 'tools[0].function.name': {PATTERN}", "tools[0].function.name", "invalid_value")),
    "two of one name": ([flat(**WEATHER), flat(**WEATHER)], False, ("Tool names must be unique.", "tools[1].name", "invalid_value")),
    "no tools in chat": ([], True, ("Invalid 'tools': empty array. Expected an array with minimum length 1, but got an empty array instead.", "tools", "empty_array")),
    "129 tools in chat": ([nested(name=f"f{n}") for n in range(129)], True, ("Invalid 'tools': array too long. Expected an array with maximum length 128, but got an array with length 129 instead.", "tools", "array_above_max_length")),
    "an open schema": ([flat(**LOOSE, strict=True)], False, (f"Invalid schema for function 'get_weather': In context=(), {OPEN}", "tools[0].parameters", "invalid_function_parameters")),
    "an open schema in chat": ([nested(**LOOSE, strict=True)], True, (f"Invalid schema for function 'get_weather': In context=(), {OPEN}", "tools[0].function.parameters", "invalid_function_parameters")),
    "no schema at all": ([flat(name="edit_file", parameters={})], False, (f"Invalid schema for function 'edit_file': {UNTYPED}", "tools[0].parameters", "invalid_function_parameters")),
}  # fmt: skip


@pytest.mark.parametrize(("given_tools", "chat", "expected"), DEFINITIONS.values(), ids=DEFINITIONS)
def test_a_definition_is_refused(given_tools, chat, expected):
    assert error(tools.check_tools, given_tools, chat=chat) == expected


TAKEN = {
    "a strict function": ([flat(**WEATHER)], False),
    "a strict function in chat": ([nested(**WEATHER)], True),
    "a loose function": ([flat(**LOOSE, strict=False)], False),
    "a function that leaves strict to the API": (
        [flat(**LOOSE), flat(name="b", parameters=LOOSE["parameters"], strict=None)],
        False,
    ),
    "a loose function in chat": ([nested(**LOOSE)], True),
    "a function without parameters": ([flat(name="now", parameters=None), flat(name="then")], False),
    "a function without parameters in chat": ([nested(name="now")], True),
    "a custom tool": ([flat("custom", name="note")], False),
    "a custom tool in chat": ([nested("custom", name="note")], True),
    "what is refused elsewhere": ([{"type": "web_search"}, {"type": "web_search"}], False),
    "no tools": ([], False),
    "129 tools": ([flat(name=f"f{n}") for n in range(129)], False),
}


@pytest.mark.parametrize(("given_tools", "chat"), TAKEN.values(), ids=TAKEN)
def test_a_definition_is_taken(given_tools, chat):
    assert error(tools.check_tools, given_tools, chat=chat) is None


def allowed(*chosen) -> dict:
    return {"type": "allowed_tools", "mode": "auto", "tools": list(chosen)}


def allowed_in_chat(*chosen) -> dict:
    return {"type": "allowed_tools", "allowed_tools": {"mode": "auto", "tools": list(chosen)}}


FLAT = [flat(**WEATHER), flat("custom", name="note")]
NESTED = [nested(**WEATHER), nested("custom", name="note")]
WITHOUT = "Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are specified."
NO_FUNCTION = "Invalid value for 'tool_choice': no function named 'get_time' was specified in the 'tools' parameter."
CHOICES = {
    "required, without tools": ("required", None, False, "Tool choice 'required' must be specified with 'tools' parameter."),
    "required, of no tools": ("required", [], False, "Tool choice 'required' must be specified with 'tools' parameter."),
    "none, without tools, in chat": ("none", None, True, WITHOUT),
    "required, without tools, in chat": ("required", None, True, WITHOUT),
    "another function": (flat(name="get_time"), FLAT, False, "Tool choice 'function' not found in 'tools' parameter."),
    "a function, without tools": (flat(name="get_time"), None, False, "Tool choice 'function' not found in 'tools' parameter."),
    "a custom tool as a function": (flat(name="note"), FLAT, False, "Tool choice 'function' not found in 'tools' parameter."),
    "another custom tool": (flat("custom", name="get_weather"), FLAT, False, "Tool choice 'custom' not found in 'tools' parameter."),
    "a hosted tool": ({"type": "web_search"}, FLAT, False, "Tool choice 'web_search' not found in 'tools' parameter."),
    "another allowed": (allowed(flat(name="get_time")), FLAT, False, "Tool choice 'get_time' not found in 'tools' parameter."),
    "another function in chat": (nested(name="get_time"), NESTED, True, NO_FUNCTION),
    "another allowed in chat": (allowed_in_chat(nested(name="get_weather"), nested(name="get_time")), NESTED, True, NO_FUNCTION),
}  # fmt: skip


@pytest.mark.parametrize(("choice", "given_tools", "chat", "message"), CHOICES.values(), ids=CHOICES)
def test_a_choice_is_refused(choice, given_tools, chat, message):
    assert error(tools.check_choice, choice, given_tools, chat=chat) == (message, "tool_choice", None)


SHAPES = {
    "no name": (flat(), FLAT, False, "tool_choice.name"),
    "chat's shape in responses": (nested(name="get_weather"), FLAT, False, "tool_choice.name"),
    "responses' shape in chat": (flat(name="get_weather"), NESTED, True, "tool_choice.function"),
    "responses' allowed tools in chat": (allowed(nested(name="get_weather")), NESTED, True, "tool_choice.allowed_tools"),
    "no name allowed": (allowed(flat()), FLAT, False, "tool_choice.tools[0].name"),
}


@pytest.mark.parametrize(("choice", "given_tools", "chat", "param"), SHAPES.values(), ids=SHAPES)
def test_a_choice_of_the_wrong_shape_is_refused(choice, given_tools, chat, param):
    expected = (f"Missing required parameter: '{param}'.", param, MISSING)
    assert error(tools.check_choice, choice, given_tools, chat=chat) == expected


CHOSEN = {
    "nothing": (None, None, True),
    "auto, without tools": ("auto", None, False),
    "none, without tools": ("none", None, False),
    "auto": ("auto", NESTED, True),
    "required": ("required", FLAT, False),
    "a function": (flat(name="get_weather"), FLAT, False),
    "a custom tool": (flat("custom", name="note"), FLAT, False),
    "a hosted tool": ({"type": "web_search"}, [{"type": "web_search"}], False),
    "allowed": (allowed(flat(name="get_weather"), flat("custom", name="note")), FLAT, False),
    "a function in chat": (nested(name="get_weather"), NESTED, True),
    "a custom tool in chat": (nested("custom", name="note"), NESTED, True),
    "allowed in chat": (allowed_in_chat(nested(name="get_weather")), NESTED, True),
}


@pytest.mark.parametrize(("choice", "given_tools", "chat"), CHOSEN.values(), ids=CHOSEN)
def test_a_choice_is_taken(choice, given_tools, chat):
    assert error(tools.check_choice, choice, given_tools, chat=chat) is None


# --- Calls and outputs among the items of a response ---

USER = {"role": "user", "content": "How warm is it?"}
SAID = {"type": "message", "role": "assistant", "content": "12 degrees."}
CALL = {"type": "function_call", "id": "fc_1", "call_id": "call_abc", "name": "get_weather", "arguments": "{}"}
OUTPUT = {"type": "function_call_output", "call_id": "call_abc", "output": "12"}
CUSTOM = {"type": "custom_tool_call", "id": "ctc_1", "call_id": "call_c", "name": "note", "input": ""}
CUSTOM_OUTPUT = {"type": "custom_tool_call_output", "call_id": "call_c", "output": ""}
THOUGHT = {"type": "reasoning", "id": "rs_1", "summary": []}
REASONED = {"fc_1": "rs_1"}
ALONE = "Item 'rs_1' of type 'reasoning' was provided without its required following item."

ITEMS = {
    "no output": ([USER, CALL], [], "No tool output found for function call call_abc."),
    "no output before a question": ([USER, CALL, USER], [], "No tool output found for function call call_abc."),
    "no output to a call that was kept": ([USER], [USER, THOUGHT, CALL], "No tool output found for function call call_abc."),
    "one output of two": ([CALL, CALL | {"call_id": "call_2"}, OUTPUT], [], "No tool output found for function call call_2."),
    "no custom output": ([CUSTOM], [], "No tool output found for custom tool call call_c."),
    "no call": ([USER, OUTPUT], [], "No tool call found for function call output with call_id call_abc."),
    "the item's id for the call's": ([CALL, OUTPUT | {"call_id": "fc_1"}], [], "No tool call found for function call output with call_id fc_1."),
    "no custom call": ([CUSTOM_OUTPUT], [], "No tool call found for custom tool call output with call_id call_c."),
    "an output of another kind": ([CUSTOM, OUTPUT | {"call_id": "call_c"}], [], "No tool call found for function call output with call_id call_c."),
    "the output first": ([USER, OUTPUT, CALL], [], "No tool call found for function call output with call_id call_abc."),
    "no call_id": ([{"type": "function_call_output"}], [], "No tool call found for function call output with call_id None."),
    "the reasoning dropped": ([USER, CALL, OUTPUT], [], "Item 'fc_1' of type 'function_call' was provided without its required 'reasoning' item: 'rs_1'."),
    "the reasoning afterwards": ([USER, CALL, THOUGHT, SAID, OUTPUT], [], "Item 'fc_1' of type 'function_call' was provided without its required 'reasoning' item: 'rs_1'."),
    "the reasoning last": ([USER, THOUGHT], [], ALONE),
    "the reasoning before a question": ([USER, THOUGHT, USER], [], ALONE),
    "the reasoning before an output": ([CALL | {"id": None}, THOUGHT, OUTPUT], [], ALONE),
}  # fmt: skip


@pytest.mark.parametrize(("items", "earlier", "message"), ITEMS.values(), ids=ITEMS)
def test_items_are_refused(items, earlier, message):
    reasoned = REASONED if "reasoning" in message else {}
    assert error(tools.check_outputs, items, earlier=earlier, reasoned=reasoned) == (message, "input", None)


ITEMS_TAKEN = {
    "a call with its reasoning and its output": ([USER, THOUGHT, CALL, OUTPUT], []),
    "the output of a call that was kept": ([OUTPUT], [USER, THOUGHT, CALL]),
    "two calls, then two outputs": ([THOUGHT, CALL, CALL | {"call_id": "b"}, OUTPUT | {"call_id": "b"}, OUTPUT], []),
    "an output with something between": ([THOUGHT, CALL, SAID, USER, OUTPUT], []),
    "a call without its id": ([{key: value for key, value in CALL.items() if key != "id"}, OUTPUT], []),
    "a call that somebody made up": ([CALL | {"id": "fc_2"}, OUTPUT], []),
    "a custom tool": ([CUSTOM, CUSTOM_OUTPUT], []),
    "reasoning that was cut off, and kept": ([USER], [USER, THOUGHT]),
    "words alone": ([USER, SAID, USER], []),
}


@pytest.mark.parametrize(("items", "earlier"), ITEMS_TAKEN.values(), ids=ITEMS_TAKEN)
def test_items_are_taken(items, earlier):
    assert error(tools.check_outputs, items, earlier=earlier, reasoned=REASONED) is None


# --- Calls and outputs among the messages of a chat ---


def calling(*call_ids: str) -> dict:
    function = {"name": "get_weather", "arguments": "{}"}
    return {
        "role": "assistant",
        "content": None,
        "tool_calls": [{"id": i, "type": "function", "function": function} for i in call_ids],
    }


def answering(call_id: str | None) -> dict:
    return {"role": "tool", "content": "12"} | ({"tool_call_id": call_id} if call_id else {})


UNANSWERED = "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. The following tool_call_ids did not have response messages: "
NOT_CALLED = "Invalid parameter: messages with role 'tool' must be a response to a preceeding message with 'tool_calls'."
MESSAGES = {
    "no output": ([USER, calling("a"), USER], UNANSWERED + "a", "messages.[2].role"),
    "no output at the end": ([USER, calling("a", "b")], UNANSWERED + "a, b", "messages.[1].role"),
    "one output of two": ([USER, calling("a", "b"), answering("a"), USER], UNANSWERED + "b", "messages.[3].role"),
    "a question between": (
        [USER, calling("a", "b"), answering("a"), USER, answering("b")],
        UNANSWERED + "b",
        "messages.[3].role",
    ),
    "two calls in a row": ([calling("a"), calling("b"), answering("b")], UNANSWERED + "a", "messages.[1].role"),
    "no call": ([USER, answering("a")], NOT_CALLED, "messages.[1].role"),
    "an output first": ([answering("a"), calling("a")], NOT_CALLED, "messages.[0].role"),
    "an output after a question": ([calling("a"), answering("a"), USER, answering("a")], NOT_CALLED, "messages.[3].role"),
    "another call": (
        [calling("a"), answering("b")],
        "Invalid parameter: 'tool_call_id' of 'b' not found in 'tool_calls' of previous message.",
        "messages.[1].tool_call_id",
    ),
    "no id": (
        [calling("a"), answering(None)],
        "Missing parameter 'tool_call_id': messages with role 'tool' must have a 'tool_call_id'.",
        "messages.[1].tool_call_id",
    ),
}


@pytest.mark.parametrize(("messages", "message", "param"), MESSAGES.values(), ids=MESSAGES)
def test_messages_are_refused(messages, message, param):
    assert error(tools.check_chat_outputs, messages) == (message, param, None)


def test_messages_are_taken():
    turns = [USER, calling("a", "b"), answering("b"), answering("a"), SAID, USER, calling("c"), answering("c")]
    assert error(tools.check_chat_outputs, turns) is None
    assert error(tools.check_chat_outputs, [USER, SAID, USER]) is None


@given(
    kinds=st.lists(
        st.sampled_from([USER, SAID, CALL, OUTPUT, CUSTOM, CUSTOM_OUTPUT, THOUGHT, {}, {"type": "message"}]), max_size=6
    )
)
def test_no_order_of_items_breaks_the_check(kinds):
    error(tools.check_outputs, kinds, reasoned=REASONED)
    error(tools.check_chat_outputs, kinds)
