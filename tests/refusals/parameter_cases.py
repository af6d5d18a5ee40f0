"""For every parameter that acts, two requests whose replies must differ."""

import base64
import json
from typing import ClassVar

from asking import data, picture

import offline

QUESTION = "What is the capital of France?"
LONG = "The quick brown fox jumps over the lazy dog. " * 150  # over 1,024 tokens
WEATHER = {
    "type": "function",
    "name": "get_weather",
    "description": "Get the weather of a city",
    "parameters": {
        "type": "object",
        "properties": {"city": {"type": "string"}},
        "required": ["city"],
        "additionalProperties": False,
    },
    "strict": True,
}
TIME = WEATHER | {"name": "get_time", "description": "Get the time in a city"}
NOTE = {"type": "custom", "name": "take_note", "description": "Take a note of a text", "format": {"type": "text"}}
ASK = "What is the weather in Paris?"
PERSON = {
    "type": "object",
    "properties": {"name": {"type": "string"}, "age": {"type": "integer"}},
    "required": ["name", "age"],
    "additionalProperties": False,
}
ANNA = "Anna is 34 years old."
CALLED = [
    {"role": "user", "content": ASK},
    {"type": "function_call", "call_id": "call_1", "name": "get_weather", "arguments": '{"city":"Paris"}'},
    {"type": "function_call_output", "call_id": "call_1", "output": "18 degrees"},
]
NOTED = [
    {"role": "user", "content": "Take a note of 'milk'."},
    {"type": "custom_tool_call", "call_id": "call_1", "name": "take_note", "input": "milk"},
    {"type": "custom_tool_call_output", "call_id": "call_1", "output": "noted: milk"},
]
CUT = {"max_output_tokens": 16, "input": "Explain recursion"}


def said(*parts, role: str = "user") -> dict:
    """Return a request with one message of these parts."""
    return {"input": [{"role": role, "content": list(parts)}]}


def part(kind: str, **rest) -> dict:
    return {"type": f"input_{kind}", **rest}


def changed(items: list[dict], number: int, **changes) -> dict:
    """Return a request with one of the items changed."""
    return {"input": [item | changes if place == number else item for place, item in enumerate(items)]}


def formed(**changes) -> dict:
    form = {"type": "json_schema", "name": "person", "schema": PERSON, "strict": True} | changes
    return {"input": ANNA, "text": {"format": form}}


def tool(**changes) -> dict:
    return {"input": ASK, "tools": [WEATHER | changes]}


def note(**changes) -> dict:
    return {"input": "Take a note of 'milk'.", "tools": [NOTE | changes]}


def chosen(choice, **more) -> dict:
    return {"input": ASK, "tools": [WEATHER, TIME, NOTE], "tool_choice": choice} | more


def open_schema() -> dict:
    return {name: value for name, value in PERSON.items() if name != "additionalProperties"}


def output(items: list[dict], *parts) -> dict:
    return changed(items, 2, output=list(parts))


def _outputs(items: list[dict], place: str) -> dict[str, tuple[dict, dict]]:
    """Return the cases of the parts of a tool's output; files and pictures are proven by messages, too."""
    under = f"input[{place}].output"
    return {
        under: (changed(items, 2, output="18 degrees"), changed(items, 2, output="21 degrees")),
        f"{under}[input_text].text": (output(items, part("text", text="18")), output(items, part("text", text="21"))),
        f"{under}[input_image].image_url": (
            output(items, part("image", image_url=picture("red", 64))),
            output(items, part("image", image_url=picture("red", 640))),
        ),
        f"{under}[input_image].detail": (
            {"model": "gpt-4o", "reasoning": None, **output(items, part("image", image_url=picture("red", 640), detail="low"))},
            {"model": "gpt-4o", "reasoning": None, **output(items, part("image", image_url=picture("red", 640), detail="high"))},
        ),
        f"{under}[input_image].file_id": (
            output(items, part("image", file_id="RED")),
            output(items, part("image", file_id="LARGE")),
        ),
        f"{under}[input_file].file_data": (
            output(items, part("file", filename="a.txt", file_data=data("18 degrees"))),
            output(items, part("file", filename="a.txt", file_data=data("18 degrees and very cloudy"))),
        ),
        f"{under}[input_file].file_id": (
            output(items, part("file", file_id="NOTES")),
            output(items, part("file", file_id="MORE")),
        ),
        f"{under}[input_file].filename": (
            output(items, part("file", filename="a.txt", file_data=data("18"))),
            output(items, part("file", filename="a.pdf", file_data="data:application/pdf;base64,JVBERi0=")),
        ),
        f"input[{place}].call_id": (changed(items, 2), changed(items, 2, call_id="call_2")),
    }


def _breakpoints(place: str, one: dict, before: list[dict] | None = None) -> dict[str, tuple[dict, dict]]:
    """Return the cases of a breakpoint after a long block: a later request with another end finds it in the cache."""
    marked = one | {"prompt_cache_breakpoint": {"mode": "explicit"}}
    return {f"{place}.prompt_cache_breakpoint.mode": (_later(one, before), _later(marked, before))}


def _later(block: dict, before: list[dict] | None) -> dict:
    long = part("text", text=LONG)
    blocks = [long, block] if block["type"] != "input_text" else [block | {"text": LONG}]
    if before:
        return {"LATER": [[*before[:2], before[2] | {"output": [*blocks, part("text", text=end)]}] for end in ("One.", "Two.")]}
    return {"LATER": [[{"role": "user", "content": [*blocks, part("text", text=end)]}] for end in ("One.", "Two.")]}


RED, FILE = part("image", image_url=picture("red")), part("file", filename="a.txt", file_data=data("18 degrees"))
FRANCE_LIST = [{"role": "user", "content": QUESTION}]
RESPONSES: dict[str, tuple[dict, dict]] = {
    "background": ({"background": False}, {"background": True}),
    "conversation": ({"conversation": "CONVERSATION", "input": "Its population?"}, {"input": "Its population?"}),
    "conversation.id": ({"conversation": {"id": "CONVERSATION"}, "input": "Its population?"}, {"input": "Its population?"}),
    "include": ({"include": []}, {"include": ["message.output_text.logprobs"]}),
    "input": ({"input": QUESTION}, {"input": "What is the capital of Spain?"}),
    "input[message].role": (changed(FRANCE_LIST, 0), changed(FRANCE_LIST, 0, role="developer")),
    "input[message].content": (changed(FRANCE_LIST, 0), changed(FRANCE_LIST, 0, content="Hello!")),
    "input[message].content[input_text].text": (said(part("text", text=QUESTION)), said(part("text", text="Hello!"))),
    "input[message].content[input_image].image_url": (said(RED), said(part("image", image_url=picture("blue")))),
    "input[message].content[input_image].file_id": (said(part("image", file_id="RED")), said(part("image", file_id="LARGE"))),
    "input[message].content[input_image].detail": (
        {"model": "gpt-4o", "reasoning": None} | said(part("image", image_url=picture("red", 640), detail="low")),
        {"model": "gpt-4o", "reasoning": None} | said(part("image", image_url=picture("red", 640), detail="high")),
    ),
    "input[message].content[input_file].file_data": (said(FILE), said(FILE | {"file_data": data("rain all day long")})),
    "input[message].content[input_file].file_id": (said(part("file", file_id="NOTES")), said(part("file", file_id="MORE"))),
    "input[message].content[input_file].filename": (said(FILE), said(FILE | {"filename": "b.txt"})),
    "input[message].content[output_text].text": (
        {"input": [{"role": "assistant", "content": [{"type": "output_text", "text": "Lyon"}]}, *FRANCE_LIST]},
        {"input": [{"role": "assistant", "content": [{"type": "output_text", "text": "Lyon and Nice"}]}, *FRANCE_LIST]},
    ),
    "input[message].content[refusal].refusal": (
        {"input": [{"role": "assistant", "content": [{"type": "refusal", "refusal": "No."}]}, *FRANCE_LIST]},
        {"input": [{"role": "assistant", "content": [{"type": "refusal", "refusal": "I cannot help."}]}, *FRANCE_LIST]},
    ),
    "input[message].id": ({"LINKED": "message"}, {"LINKED": "message", "broken": True}),
    "input[function_call].id": ({"LINKED": "call"}, {"LINKED": "call", "broken": True}),
    "input[custom_tool_call].id": ({"LINKED": "custom"}, {"LINKED": "custom", "broken": True}),
    "input[reasoning].id": ({"LINKED": "call"}, {"LINKED": "call", "renamed": True}),
    "input[item_reference].id": ({"input": [{"type": "item_reference", "id": "ITEM"}, *FRANCE_LIST]}, {"input": FRANCE_LIST}),
    "input[compaction].encrypted_content": ({"input": ["COMPACTION", *FRANCE_LIST]}, {"input": FRANCE_LIST}),
    "input[function_call].arguments": (changed(CALLED, 1), changed(CALLED, 1, arguments='{"city":"Saint-Denis"}')),
    "input[function_call].call_id": (changed(CALLED, 1), changed(CALLED, 1, call_id="call_2")),
    "input[function_call].name": (changed(CALLED, 1), changed(CALLED, 1, name="look_up_the_weather")),
    "input[custom_tool_call].input": (changed(NOTED, 1), changed(NOTED, 1, input="milk and bread")),
    "input[custom_tool_call].call_id": (changed(NOTED, 1), changed(NOTED, 1, call_id="call_2")),
    "input[custom_tool_call].name": (changed(NOTED, 1), changed(NOTED, 1, name="take_a_note_of_it")),
    **_outputs(CALLED, "function_call_output"),
    **_outputs(NOTED, "custom_tool_call_output"),
    **_breakpoints("input[message].content[input_text]", part("text", text=LONG)),
    **_breakpoints("input[message].content[input_image]", RED),
    **_breakpoints("input[message].content[input_file]", FILE),
    **_breakpoints("input[function_call_output].output[input_file]", FILE, CALLED),
    **_breakpoints("input[custom_tool_call_output].output[input_file]", FILE, NOTED),
    **_breakpoints("input[function_call_output].output[input_text]", part("text", text=LONG), CALLED),
    **_breakpoints("input[function_call_output].output[input_image]", RED, CALLED),
    **_breakpoints("input[custom_tool_call_output].output[input_text]", part("text", text=LONG), NOTED),
    **_breakpoints("input[custom_tool_call_output].output[input_image]", RED, NOTED),
    "instructions": ({}, {"instructions": "Answer in one word."}),
    "max_output_tokens": (CUT, CUT | {"max_output_tokens": 200}),
    "model": ({"reasoning": None}, {"model": "gpt-4o", "reasoning": None}),
    "moderation.model": ({}, {"moderation": {"model": "omni-moderation-latest"}}),
    "moderation.policy.input.mode": (
        {"input": "I will kill you", "moderation": {"model": "omni-moderation-latest", "policy": {"input": {"mode": "score"}}}},
        {"input": "I will kill you", "moderation": {"model": "omni-moderation-latest", "policy": {"input": {"mode": "block"}}}},
    ),
    "moderation.policy.output.mode": (
        {"moderation": {"model": "omni-moderation-latest", "policy": {"output": {"mode": "score"}}}},
        {"moderation": {"model": "omni-moderation-latest", "policy": {"output": {"mode": "block"}}}},
    ),
    "parallel_tool_calls": (
        {"input": "What is the weather in Paris and in Rome?", "tools": [WEATHER]},
        {"input": "What is the weather in Paris and in Rome?", "tools": [WEATHER], "parallel_tool_calls": False},
    ),
    "previous_response_id": ({"previous_response_id": "RESPONSE", "input": "Its population?"}, {"input": "Its population?"}),
    "prompt_cache_key": ({"AGAIN": {"input": LONG}}, {"AGAIN": {"input": LONG, "prompt_cache_key": "mine"}}),
    "prompt_cache_options.mode": ({"input": LONG}, {"input": LONG, "prompt_cache_options": {"mode": "explicit"}}),
    "prompt_cache_options.ttl": ({"input": LONG}, {"input": LONG, "prompt_cache_options": {"ttl": "12h"}}),
    "prompt_cache_options.comparison_response_id": ({}, {"prompt_cache_options": {"comparison_response_id": "RESPONSE"}}),
    "reasoning.effort": ({}, {"reasoning": {"effort": "low"}}),
    "service_tier": ({"ECHOED": "service_tier"}, {"ECHOED": "service_tier", "service_tier": "flex"}),
    "store": ({"FOUND": {}}, {"FOUND": {"store": False}}),
    "stream": ({}, {"stream": True}),
    "stream_options.include_obfuscation": (
        {"stream": True},
        {"stream": True, "stream_options": {"include_obfuscation": True}},
    ),
    "temperature": ({"input": "Haiku", "temperature": 0}, {"input": "Haiku", "temperature": 2}),
    "top_p": ({"input": "Haiku", "temperature": 2, "top_p": 0.01}, {"input": "Haiku", "temperature": 2, "top_p": 1}),
    "top_logprobs": (
        {"include": ["message.output_text.logprobs"]},
        {"include": ["message.output_text.logprobs"], "top_logprobs": 3},
    ),
    "truncation": (
        {
            "model": "gpt-4o",
            "reasoning": None,
            "input": [*FRANCE_LIST, {"role": "user", "content": "word " * 130_000}, *FRANCE_LIST],
        },
        {
            "model": "gpt-4o",
            "reasoning": None,
            "truncation": "auto",
            "input": [*FRANCE_LIST, {"role": "user", "content": "word " * 130_000}, *FRANCE_LIST],
        },
    ),
    "text.verbosity": (
        {"input": "Explain recursion", "text": {"verbosity": "low"}},
        {"input": "Explain recursion", "text": {"verbosity": "high"}},
    ),
    "text.format[text]": ({"text": {"format": {"type": "text"}}, "input": ANNA}, formed()),
    "text.format[json_object]": (
        {"input": f"{ANNA} JSON"},
        {"input": f"{ANNA} JSON", "text": {"format": {"type": "json_object"}}},
    ),
    "text.format[json_schema].name": (formed(), formed(name="a name")),
    "text.format[json_schema].schema": (
        formed(),
        formed(schema=PERSON | {"properties": {"name": {"type": "string"}}, "required": ["name"]}),
    ),
    "text.format[json_schema].strict": (formed(schema=open_schema(), strict=False), formed(schema=open_schema())),
    "tool_choice": (chosen("auto"), chosen("none")),
    "tool_choice[function].name": (
        chosen({"type": "function", "name": "get_weather"}),
        chosen({"type": "function", "name": "get_time"}),
    ),
    "tool_choice[custom].name": (
        chosen({"type": "custom", "name": "take_note"}),
        chosen({"type": "custom", "name": "write_note"}),
    ),
    "tool_choice[allowed_tools].mode": (
        chosen({"type": "allowed_tools", "mode": "auto", "tools": [{"type": "function", "name": "get_time"}]}, input="Hello!"),
        chosen(
            {"type": "allowed_tools", "mode": "required", "tools": [{"type": "function", "name": "get_time"}]}, input="Hello!"
        ),
    ),
    "tool_choice[allowed_tools].tools": (
        chosen({"type": "allowed_tools", "mode": "required", "tools": [{"type": "function", "name": "get_time"}]}),
        chosen({"type": "allowed_tools", "mode": "required", "tools": [{"type": "function", "name": "get_weather"}]}),
    ),
    "tools[function].name": (tool(), tool(name="get_the_weather_of_a_city")),
    "tools[function].description": (tool(name="f1"), tool(name="f1", description="Send an e-mail")),
    "tools[function].parameters": (
        tool(),
        tool(
            parameters=WEATHER["parameters"]
            | {"properties": {"city": {"type": "string"}, "unit": {"type": "string"}}, "required": ["city", "unit"]}
        ),
    ),
    "tools[function].strict": (
        tool(strict=False, parameters={"type": "object", "properties": {"city": {"type": "string"}}}),
        tool(parameters={"type": "object", "properties": {"city": {"type": "string"}}}),
    ),
    "tools[custom].name": (note(), note(name="take_a_note_of_something")),
    "tools[custom].description": (note(name="f1"), note(name="f1", description="Translate into French")),
    "tools[custom].format[text]": (note(), note(format={"type": "grammar", "syntax": "regex", "definition": "a+"})),
}


def nested(definition: dict, **changes) -> dict:
    """Return a tool as Chat Completions has it."""
    kind = definition["type"]
    inside = {name: value for name, value in (definition | changes).items() if name != "type"}
    if kind == "custom" and "grammar" in inside.get("format", {}):
        inside["format"] = {"type": "grammar", "grammar": inside["format"]["grammar"]}
    return {"type": kind, kind: inside}


def ask(content, **more) -> dict:
    return {"messages": [{"role": "user", "content": content}], **more}


def spoken(*messages: dict) -> dict:
    return {"messages": list(messages)}


def chat_tool(**changes) -> dict:
    return ask(ASK, tools=[nested(WEATHER, **changes)])


def chat_note(**changes) -> dict:
    return ask("Take a note of 'milk'.", tools=[nested(NOTE, **changes)])


def chat_chosen(choice, content=ASK) -> dict:
    return ask(content, tools=[nested(WEATHER), nested(TIME), nested(NOTE)], tool_choice=choice)


def chat_form(**changes) -> dict:
    form = {"name": "person", "schema": PERSON, "strict": True} | changes
    return ask(ANNA, response_format={"type": "json_schema", "json_schema": form})


def _named(kind: str, name: str) -> dict:
    return {"type": kind, kind: {"name": name}}


def _allowed(mode: str, name: str) -> dict:
    return {"type": "allowed_tools", "allowed_tools": {"mode": mode, "tools": [_named("function", name)]}}


USER, SAID = {"role": "user", "content": ASK}, {"role": "assistant", "content": "Lyon"}
TOOL_CALL = {"id": "call_1", "type": "function", "function": {"name": "get_weather", "arguments": '{"city":"Paris"}'}}
NOTE_CALL = {"id": "call_1", "type": "custom", "custom": {"name": "take_note", "input": "milk"}}


def answered(call: dict, **changes) -> dict:
    """Return a chat in which a call was answered."""
    kind = call["type"]
    changed_call = call | {name: value for name, value in changes.items() if name == "id"}
    changed_call[kind] = call[kind] | {name: value for name, value in changes.items() if name in call[kind]}
    output = {
        "role": "tool",
        "tool_call_id": changes.get("tool_call_id", "call_1"),
        "content": changes.get("content", "18 degrees"),
    }
    return spoken(USER, {"role": "assistant", "content": None, "tool_calls": [changed_call]}, output)


def text(said: str) -> dict:
    return {"type": "text", "text": said}


def _chat_breakpoints(role: str, place: str) -> dict[str, tuple[dict, dict]]:
    """Return the cases of a breakpoint in a message of this role: a later chat with another end finds it in the cache."""
    mark = {"prompt_cache_breakpoint": {"mode": "explicit"}}
    content = [text(LONG)] if "image" not in place else [text(LONG), {"type": "image_url", "image_url": {"url": picture("red")}}]

    def chats(marked: bool) -> dict:
        last = content[-1] | (mark if marked else {})
        beginning = {"role": role, "content": [*content[:-1], last]}
        if role == "tool":
            call = {"role": "assistant", "content": None, "tool_calls": [TOOL_CALL]}
            start = [USER, call, beginning | {"tool_call_id": "call_1"}]
        else:
            start = [beginning]
        return {
            "model": "gpt-6-luna",
            "reasoning_effort": "none",
            "LATER": [[*start, {"role": "user", "content": end}] for end in ("One.", "Two.")],
        }

    return {f"messages[{role}].{place}.prompt_cache_breakpoint.mode": (chats(False), chats(True))}


def _texts_of(role: str) -> dict[str, tuple[dict, dict]]:
    place = f"messages[{role}].content"
    more = {"role": role}
    one, other = ({**more, "content": said} for said in ("Answer in one word.", "Answer at length, please."))
    parts = ({**more, "content": [text(said)]} for said in ("Answer in one word.", "Answer at length, please."))
    question = {"role": "user", "content": QUESTION}
    return {
        place: (spoken(one, question), spoken(other, question)),
        f"{place}[].text": tuple(spoken(part, question) for part in parts),
        f"messages[{role}].name": (spoken(one, question), spoken(one | {"name": "boss"}, question)),
        **_chat_breakpoints(role, "content[]"),
    }


CHAT: dict[str, tuple[dict, dict]] = {
    **_texts_of("system"),
    **_texts_of("developer"),
    **_chat_breakpoints("tool", "content[]"),
    **_chat_breakpoints("user", "content[text]"),
    **_chat_breakpoints("user", "content[image_url]"),
    **_chat_breakpoints("assistant", "content[text]"),
    "messages[tool].content": (answered(TOOL_CALL), answered(TOOL_CALL, content="21 degrees")),
    "messages[tool].content[].text": (
        answered(TOOL_CALL, content=[text("18 degrees")]),
        answered(TOOL_CALL, content=[text("21 degrees")]),
    ),
    "messages[tool].tool_call_id": (answered(TOOL_CALL), answered(TOOL_CALL, tool_call_id="call_2")),
    "messages[user].content": (ask(QUESTION), ask("Hello!")),
    "messages[user].name": (ask(QUESTION), spoken({"role": "user", "content": QUESTION, "name": "Anna"})),
    "messages[assistant].name": (spoken(SAID, USER), spoken(SAID | {"name": "Anna"}, USER)),
    "messages[user].content[text].text": (ask([text(QUESTION)]), ask([text("Hello!")])),
    "messages[user].content[image_url].image_url.url": (
        ask([{"type": "image_url", "image_url": {"url": picture("red")}}]),
        ask([{"type": "image_url", "image_url": {"url": picture("blue")}}]),
    ),
    "messages[user].content[image_url].image_url.detail": (
        ask([{"type": "image_url", "image_url": {"url": picture("red", 640), "detail": "low"}}]),
        ask([{"type": "image_url", "image_url": {"url": picture("red", 640), "detail": "high"}}]),
    ),
    "messages[assistant].content": (spoken(SAID, USER), spoken(SAID | {"content": "Lyon and Nice"}, USER)),
    "messages[assistant].content[text].text": (
        spoken(SAID | {"content": [text("Lyon")]}, USER),
        spoken(SAID | {"content": [text("Lyon and Nice")]}, USER),
    ),
    "messages[assistant].content[refusal].refusal": (
        spoken(SAID | {"content": [{"type": "refusal", "refusal": "No."}]}, USER),
        spoken(SAID | {"content": [{"type": "refusal", "refusal": "I cannot help with that."}]}, USER),
    ),
    "messages[assistant].refusal": (
        spoken({"role": "assistant", "refusal": "No."}, USER),
        spoken({"role": "assistant", "refusal": "I cannot help with that."}, USER),
    ),
    "messages[assistant].tool_calls[function].id": (answered(TOOL_CALL), answered(TOOL_CALL, id="call_2")),
    "messages[assistant].tool_calls[function].function.name": (
        answered(TOOL_CALL),
        answered(TOOL_CALL, name="get_the_weather_of"),
    ),
    "messages[assistant].tool_calls[function].function.arguments": (
        answered(TOOL_CALL),
        answered(TOOL_CALL, arguments='{"city":"Saint-Denis"}'),
    ),
    "messages[assistant].tool_calls[custom].id": (answered(NOTE_CALL), answered(NOTE_CALL, id="call_2")),
    "messages[assistant].tool_calls[custom].custom.name": (answered(NOTE_CALL), answered(NOTE_CALL, name="take_a_note_of_it")),
    "messages[assistant].tool_calls[custom].custom.input": (answered(NOTE_CALL), answered(NOTE_CALL, input="milk and bread")),
    "model": ({}, {"model": "gpt-6-luna"}),
    "frequency_penalty": (ask("Planets"), ask("Planets", frequency_penalty=2)),
    "presence_penalty": (
        ask("Write a short story about a robot.", temperature=2),
        ask("Write a short story about a robot.", temperature=2, presence_penalty=2),
    ),
    "logit_bias": (ask("Name a color"), ask("Name a color", logit_bias={"15957": -100, "27091": 100})),
    "logprobs": ({}, {"logprobs": True}),
    "top_logprobs": ({"logprobs": True}, {"logprobs": True, "top_logprobs": 2}),
    "max_completion_tokens": ({}, {"max_completion_tokens": 2}),
    "max_tokens": ({}, {"max_tokens": 2}),
    "modalities": ({}, {"modalities": ["audio"]}),
    "n": ({}, {"n": 2}),
    "parallel_tool_calls": (
        ask("What is the weather in Paris and in Rome?", tools=[nested(WEATHER)]),
        ask("What is the weather in Paris and in Rome?", tools=[nested(WEATHER)], parallel_tool_calls=False),
    ),
    "prompt_cache_key": ({"AGAIN": ask(LONG)}, {"AGAIN": ask(LONG, prompt_cache_key="mine")}),
    "prompt_cache_options.mode": (
        {"model": "gpt-6-luna", "reasoning_effort": "none"} | ask(LONG),
        {"model": "gpt-6-luna", "reasoning_effort": "none"} | ask(LONG, prompt_cache_options={"mode": "explicit"}),
    ),
    "prompt_cache_options.ttl": (
        {"model": "gpt-6-luna", "reasoning_effort": "none"} | ask(LONG),
        {"model": "gpt-6-luna", "reasoning_effort": "none"} | ask(LONG, prompt_cache_options={"ttl": "12h"}),
    ),
    "reasoning_effort": ({"model": "gpt-6-luna", "reasoning_effort": "none"}, {"model": "gpt-6-luna", "reasoning_effort": "low"}),
    "seed": ({"TWICE": ask("Haiku", seed=1)}, {"TWICE": ask("Haiku")}),
    "stop": (ask("Planets"), ask("Planets", stop="Earth")),
    "stop[]": (ask("Planets"), ask("Planets", stop=["Earth"])),
    "service_tier": ({}, {"service_tier": "flex"}),
    "store": ({"FOUND": {}}, {"FOUND": {"store": True}}),
    "metadata": ({"KEPT": {"store": True}}, {"KEPT": {"store": True, "metadata": {"a": "b"}}}),
    "stream": ({}, {"stream": True}),
    "stream_options.include_usage": ({"stream": True}, {"stream": True, "stream_options": {"include_usage": True}}),
    "stream_options.include_obfuscation": ({"stream": True}, {"stream": True, "stream_options": {"include_obfuscation": True}}),
    "temperature": (ask("Haiku", temperature=0), ask("Haiku", temperature=2)),
    "top_p": (ask("Haiku", temperature=2, top_p=0.01), ask("Haiku", temperature=2)),
    "verbosity": (
        ask("Explain recursion", model="gpt-6-luna", reasoning_effort="none", verbosity="low"),
        ask("Explain recursion", model="gpt-6-luna", reasoning_effort="none", verbosity="high"),
    ),
    "moderation.model": ({}, {"moderation": {"model": "omni-moderation-latest"}}),
    "moderation.policy.input.mode": (
        ask("I will kill you", moderation={"model": "omni-moderation-latest", "policy": {"input": {"mode": "score"}}}),
        ask("I will kill you", moderation={"model": "omni-moderation-latest", "policy": {"input": {"mode": "block"}}}),
    ),
    "moderation.policy.output.mode": (
        {"moderation": {"model": "omni-moderation-latest", "policy": {"output": {"mode": "score"}}}},
        {"moderation": {"model": "omni-moderation-latest", "policy": {"output": {"mode": "block"}}}},
    ),
    "response_format[text]": (ask(ANNA, response_format={"type": "text"}), chat_form()),
    "response_format[json_object]": (ask(f"{ANNA} JSON"), ask(f"{ANNA} JSON", response_format={"type": "json_object"})),
    "response_format[json_schema].json_schema.name": (chat_form(), chat_form(name="a name")),
    "response_format[json_schema].json_schema.schema": (
        chat_form(),
        chat_form(schema=PERSON | {"properties": {"name": {"type": "string"}}, "required": ["name"]}),
    ),
    "response_format[json_schema].json_schema.strict": (
        chat_form(schema=open_schema(), strict=False),
        chat_form(schema=open_schema()),
    ),
    "tool_choice": (chat_chosen("auto"), chat_chosen("none")),
    "tool_choice[function].function.name": (
        chat_chosen(_named("function", "get_weather")),
        chat_chosen(_named("function", "get_time")),
    ),
    "tool_choice[custom].custom.name": (chat_chosen(_named("custom", "take_note")), chat_chosen(_named("custom", "write_note"))),
    "tool_choice[allowed_tools].allowed_tools.mode": (
        chat_chosen(_allowed("auto", "get_time"), "Hello!"),
        chat_chosen(_allowed("required", "get_time"), "Hello!"),
    ),
    "tool_choice[allowed_tools].allowed_tools.tools": (
        chat_chosen(_allowed("required", "get_time")),
        chat_chosen(_allowed("required", "get_weather")),
    ),
    "tools[function].function.name": (chat_tool(), chat_tool(name="get_the_weather_of_a_city")),
    "tools[function].function.description": (chat_tool(name="f1"), chat_tool(name="f1", description="Send an e-mail")),
    "tools[function].function.parameters": (
        chat_tool(),
        chat_tool(
            parameters=WEATHER["parameters"]
            | {"properties": {"city": {"type": "string"}, "unit": {"type": "string"}}, "required": ["city", "unit"]}
        ),
    ),
    "tools[function].function.strict": (
        chat_tool(strict=False, parameters={"type": "object", "properties": {"city": {"type": "string"}}}),
        chat_tool(parameters={"type": "object", "properties": {"city": {"type": "string"}}}),
    ),
    "tools[custom].custom.name": (chat_note(), chat_note(name="take_a_note_of_something")),
    "tools[custom].custom.description": (chat_note(name="f1"), chat_note(name="f1", description="Translate into French")),
    "tools[custom].custom.format[text]": (
        chat_note(),
        chat_note(format={"type": "grammar", "grammar": {"syntax": "regex", "definition": "a+"}}),
    ),
}
CASES = {"responses": RESPONSES, "chat/completions": CHAT}


# --- How the requests above are sent, and what is shown of the replies ---


class Prepared:
    """What a stand-in keeps before a case is sent: the words in capitals in the cases stand for it."""

    def __init__(self, standin: offline.StandIn):
        self.client = offline.client(standin, max_retries=0)
        self.files = {
            "RED": picture("red"),
            "LARGE": picture("red", 640),
            "NOTES": data("18 degrees"),
            "MORE": data("18 degrees, cloudy"),
        }

    def word(self, word: str):
        create = self.client.responses.create
        asked = {"model": "gpt-6-luna", "reasoning": {"effort": "none"}}
        if word in self.files:
            content = base64.b64decode(self.files[word].partition(",")[2])
            return self.client.files.create(file=("a.txt", content), purpose="user_data").id
        if word == "RESPONSE":
            return create(**asked, input=QUESTION).id
        if word == "CONVERSATION":
            talk = self.client.conversations.create(items=[{"type": "message", "role": "user", "content": QUESTION}])
            return talk.id
        if word == "ITEM":
            return create(**asked, input="Hello!").output[0].id
        assert word == "COMPACTION"
        compacted = self.client.responses.compact(model="gpt-6-luna", input=[{"role": "assistant", "content": "Lyon."}])
        return compacted.output[-1].model_dump(exclude_none=True)

    def linked(self, which: str, *, broken: bool = False, renamed: bool = False) -> list[dict]:
        """Return the items of a reply that reasoned, and what answers them; broken: without the reasoning item."""
        asked = {"message": {"input": QUESTION}, "call": tool(), "custom": note()}[which]
        reply = self.client.responses.create(model="gpt-6-luna", reasoning={"effort": "low"}, **asked)
        output = [item.model_dump(exclude_none=True) for item in reply.output]
        call = output[-1]
        kind = {"function_call": "function_call_output", "custom_tool_call": "custom_tool_call_output"}.get(call["type"])
        answers = [{"type": kind, "call_id": call["call_id"], "output": "done"}] if kind else []
        if renamed:
            output[0]["id"] = "rs_other"
        return [{"role": "user", "content": QUESTION}, *(output[1:] if broken else output), *answers]


class Responses:
    """Sends the cases of an endpoint whose replies are responses."""

    path, given = "responses", "input"
    base: ClassVar[dict] = {"model": "gpt-6-luna", "input": QUESTION, "reasoning": {"effort": "none"}}

    def prepare(self, case: dict, known: Prepared) -> list[dict]:
        case.pop("ECHOED", None)
        if later := case.pop("LATER", None):
            return [_filled(self.base | case | {self.given: given}, known) for given in later]
        if twice := case.pop("TWICE", None):
            return [self.base | twice] * 2
        if again := case.pop("AGAIN", None):
            return [
                self.base | again | {"prompt_cache_key": "before"},
                self.base | again | {"prompt_cache_key": again.get("prompt_cache_key", "before")},
            ]
        if "LINKED" in case:
            which = case.pop("LINKED")
            flags = {name: case.pop(name) for name in ("broken", "renamed") if name in case}
            case["input"] = known.linked(which, **flags)
        found = case.pop("FOUND", case.pop("KEPT", None))
        body = self.base | (case if found is None else found)
        body = {name: value for name, value in _filled(body, known).items() if value is not None}
        return [body, "RETRIEVE"] if found is not None else [body]

    def send(self, standin: offline.StandIn, body) -> object:
        if body == "RETRIEVE":
            reply = standin.handle("GET", f"/v1/{self.path}/{self.last}", HEADERS, b"")
            return [reply.status, json.loads(reply.body).get("metadata")]
        reply = standin.handle("POST", f"/v1/{self.path}", HEADERS, json.dumps(body).encode())
        if not isinstance(reply.body, bytes):
            return [
                sorted(json.loads(line[5:])) for piece in reply.body for line in piece.split(b"\n") if line.startswith(b"data: {")
            ]
        said = json.loads(reply.body)
        self.last = said.get("id")
        names = ("output", "usage", "status", "service_tier", "moderation", "prompt_cache_diagnostics", "error", "choices")
        return _without_ids({name: said.get(name) for name in names})

    def whole(self, standin: offline.StandIn, body: dict) -> dict:
        reply = standin.handle("POST", f"/v1/{self.path}", HEADERS, json.dumps(self.base | body).encode())
        return _without_ids(json.loads(reply.body))

    def refused(self, standin: offline.StandIn, body: dict) -> tuple[int, dict]:
        reply = standin.handle("POST", f"/v1/{self.path}", HEADERS, json.dumps(self.base | body).encode())
        return reply.status, json.loads(reply.body)["error"]


class Chat(Responses):
    """Sends the cases of Chat Completions."""

    path, given = "chat/completions", "messages"
    base: ClassVar[dict] = {"model": "gpt-4o", "messages": [{"role": "user", "content": QUESTION}]}


def _filled(value, known: Prepared):
    """Return a request with what the words in capitals stand for."""
    if isinstance(value, dict):
        return {name: _filled(one, known) for name, one in value.items()}
    if isinstance(value, list):
        return [_filled(one, known) for one in value]
    is_word = isinstance(value, str) and value.isupper() and value.isalpha() and len(value) > 2
    return known.word(value) if is_word else value


def _without_ids(value):
    if isinstance(value, dict):
        hidden = ("id", "call_id", "created_at", "completed_at", "created")
        return {name: _without_ids(one) for name, one in value.items() if name not in hidden}
    return [_without_ids(one) for one in value] if isinstance(value, list) else value


HEADERS = {"authorization": f"Bearer {offline.KEY}"}
PREPARED = Prepared
DEFAULTS = {"responses": Responses(), "chat/completions": Chat()}
