"""For every row of Chat Completions that acts, two requests whose replies must differ."""

from asking import picture

from .samples import ANNA, ASK, LONG, NOTE, PERSON, QUESTION, TIME, WEATHER, nested, open_schema


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
