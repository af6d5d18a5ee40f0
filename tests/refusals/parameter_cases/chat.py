"""For every row of Chat Completions that acts, two requests whose replies must differ."""

from asking import picture

from .samples import ANNA, ASK, LONG, NOTE, PERSON, QUESTION, TIME, WEATHER, nested, open_schema
from .sending import Case


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


LUNA = {"model": "gpt-6-luna", "reasoning_effort": "none"}
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
    } | ({"name": changes["output_name"]} if "output_name" in changes else {})
    return spoken(USER, {"role": "assistant", "content": None, "tool_calls": [changed_call]}, output)


def text(said: str) -> dict:
    return {"type": "text", "text": said}


def _chat_breakpoints(role: str, place: str) -> dict[str, Case]:
    """Return the cases of a breakpoint in a message of this role: a later chat with another end finds it in the cache."""
    mark = {"prompt_cache_breakpoint": {"mode": "explicit"}}
    content = [text(LONG)] if "image" not in place else [text(LONG), {"type": "image_url", "image_url": {"url": picture("red")}}]

    def chats(marked: bool) -> list[dict]:
        beginning = {"role": role, "content": [*content[:-1], content[-1] | (mark if marked else {})]}
        start = [beginning]
        if role == "tool":
            start = [
                USER,
                {"role": "assistant", "content": None, "tool_calls": [TOOL_CALL]},
                beginning | {"tool_call_id": "call_1"},
            ]
        return [LUNA | spoken(*start, {"role": "user", "content": end}) for end in ("One.", "Two.")]

    return {f"messages[{role}].{place}.prompt_cache_breakpoint.mode": ("later", chats(False), chats(True))}


def _texts_of(role: str) -> dict[str, Case]:
    place = f"messages[{role}].content"
    one, other = "Answer in one word.", "Answer at length, please."

    def told(content, **more) -> dict:
        return spoken({"role": role, "content": content} | more, {"role": "user", "content": QUESTION})

    return {
        place: ("text", told(one), told(other)),
        f"{place}[text].text": ("text", told([text(one)]), told([text(other)])),
        f"messages[{role}].name": ("usage", told(one), told(one, name="boss")),
        **_chat_breakpoints(role, "content[text]"),
    }


CHAT: dict[str, Case] = {
    **_texts_of("system"),
    **_texts_of("developer"),
    **_chat_breakpoints("tool", "content[text]"),
    **_chat_breakpoints("user", "content[text]"),
    **_chat_breakpoints("user", "content[image_url]"),
    **_chat_breakpoints("assistant", "content[text]"),
    "messages[tool].content": ("text", answered(TOOL_CALL), answered(TOOL_CALL, content="21 degrees")),
    "messages[tool].content[text].text": (
        "text",
        answered(TOOL_CALL, content=[text("18 degrees")]),
        answered(TOOL_CALL, content=[text("21 degrees")]),
    ),
    "messages[tool].tool_call_id": ("refusal", answered(TOOL_CALL), answered(TOOL_CALL, tool_call_id="call_2")),
    "messages[tool].name": ("usage", answered(TOOL_CALL), answered(TOOL_CALL, output_name="get_weather")),
    "messages[user].content": ("text", ask(QUESTION), ask("Hello!")),
    "messages[user].name": ("usage", ask(QUESTION), spoken({"role": "user", "content": QUESTION, "name": "Anna"})),
    "messages[assistant].name": ("usage", spoken(SAID, USER), spoken(SAID | {"name": "Anna"}, USER)),
    "messages[user].content[text].text": ("text", ask([text(QUESTION)]), ask([text("Hello!")])),
    "messages[user].content[image_url].image_url.url": (
        "text",
        ask([{"type": "image_url", "image_url": {"url": picture("red")}}]),
        ask([{"type": "image_url", "image_url": {"url": picture("blue")}}]),
    ),
    "messages[user].content[image_url].image_url.detail": (
        "usage",
        ask([{"type": "image_url", "image_url": {"url": picture("red", 640), "detail": "low"}}]),
        ask([{"type": "image_url", "image_url": {"url": picture("red", 640), "detail": "high"}}]),
    ),
    "messages[assistant].content": ("usage", spoken(SAID, USER), spoken(SAID | {"content": "Lyon and Nice"}, USER)),
    "messages[assistant].content[text].text": (
        "usage",
        spoken(SAID | {"content": [text("Lyon")]}, USER),
        spoken(SAID | {"content": [text("Lyon and Nice")]}, USER),
    ),
    "messages[assistant].content[refusal].refusal": (
        "usage",
        spoken(SAID | {"content": [{"type": "refusal", "refusal": "No."}]}, USER),
        spoken(SAID | {"content": [{"type": "refusal", "refusal": "I cannot help with that."}]}, USER),
    ),
    "messages[assistant].refusal": (
        "usage",
        spoken({"role": "assistant", "refusal": "No."}, USER),
        spoken({"role": "assistant", "refusal": "I cannot help with that."}, USER),
    ),
    "messages[assistant].tool_calls[function].id": ("refusal", answered(TOOL_CALL), answered(TOOL_CALL, id="call_2")),
    "messages[assistant].tool_calls[function].function.name": (
        "text",
        answered(TOOL_CALL),
        answered(TOOL_CALL, name="get_the_weather_of"),
    ),
    "messages[assistant].tool_calls[function].function.arguments": (
        "text",
        answered(TOOL_CALL),
        answered(TOOL_CALL, arguments='{"city":"Saint-Denis"}'),
    ),
    "messages[assistant].tool_calls[custom].id": ("refusal", answered(NOTE_CALL), answered(NOTE_CALL, id="call_2")),
    "messages[assistant].tool_calls[custom].custom.name": (
        "text",
        answered(NOTE_CALL),
        answered(NOTE_CALL, name="take_a_note_of_it"),
    ),
    "messages[assistant].tool_calls[custom].custom.input": (
        "text",
        answered(NOTE_CALL),
        answered(NOTE_CALL, input="milk and bread"),
    ),
    "model": ("usage", {}, {"model": "gpt-6-luna"}),
    "frequency_penalty": (
        "text",
        ask("Write a short story about a robot.", temperature=2),
        ask("Write a short story about a robot.", temperature=2, frequency_penalty=2),
    ),
    "presence_penalty": (
        "text",
        ask("Write a short story about a robot.", temperature=2),
        ask("Write a short story about a robot.", temperature=2, presence_penalty=2),
    ),
    "logit_bias": ("text", ask("Name a color"), ask("Name a color", logit_bias={"15957": -100, "27091": 100})),
    "logprobs": ("choices", {}, {"logprobs": True}),
    "top_logprobs": ("choices", {"logprobs": True}, {"logprobs": True, "top_logprobs": 2}),
    "max_completion_tokens": ("text", {}, {"max_completion_tokens": 2}),
    "max_tokens": ("text", {}, {"max_tokens": 2}),
    "n": ("items", {}, {"n": 2}),
    "parallel_tool_calls": (
        "items",
        ask("What is the weather in Paris and in Rome?", tools=[nested(WEATHER)]),
        ask("What is the weather in Paris and in Rome?", tools=[nested(WEATHER)], parallel_tool_calls=False),
    ),
    "prompt_cache_key": (
        "later",
        [ask(LONG, prompt_cache_key=key) for key in ("mine", "mine")],
        [ask(LONG, prompt_cache_key=key) for key in ("mine", "yours")],
    ),
    "prompt_cache_options.mode": (
        "usage",
        LUNA | ask(LONG),
        LUNA | ask(LONG, prompt_cache_options={"mode": "explicit"}),
    ),
    "reasoning_effort": (
        "usage",
        {"model": "gpt-6-luna", "reasoning_effort": "none"},
        {"model": "gpt-6-luna", "reasoning_effort": "low"},
    ),
    "seed": ("text", [ask("Tell me a story", seed=1)] * 2, [ask("Tell me a story")] * 2),
    "stop": ("text", ask("Name the planets"), ask("Name the planets", stop="Earth")),
    "service_tier": ("service_tier", {}, {"service_tier": "flex"}),
    "store": ("later", {}, {"store": True}),
    "metadata": ("later", {"store": True}, {"store": True, "metadata": {"a": "b"}}),
    "stream": ("stream", {}, {"stream": True}),
    "stream_options.include_usage": ("stream", {"stream": True}, {"stream": True, "stream_options": {"include_usage": True}}),
    "stream_options.include_obfuscation": (
        "stream",
        {"stream": True},
        {"stream": True, "stream_options": {"include_obfuscation": True}},
    ),
    "temperature": ("text", ask("Write a haiku", temperature=0), ask("Write a haiku", temperature=2)),
    "top_p": ("text", ask("Write a haiku", temperature=2, top_p=0.01), ask("Write a haiku", temperature=2)),
    "verbosity": (
        "text",
        ask("Explain recursion", model="gpt-6-luna", reasoning_effort="none", verbosity="low"),
        ask("Explain recursion", model="gpt-6-luna", reasoning_effort="none", verbosity="high"),
    ),
    "moderation.model": ("moderation", {}, {"moderation": {"model": "omni-moderation-latest"}}),
    "moderation.policy.input.mode": (
        "refusal",
        ask("I will kill you", moderation={"model": "omni-moderation-latest", "policy": {"input": {"mode": "score"}}}),
        ask("I will kill you", moderation={"model": "omni-moderation-latest", "policy": {"input": {"mode": "block"}}}),
    ),
    "response_format[json_object]": ("text", ask(f"{ANNA} JSON"), ask(f"{ANNA} JSON", response_format={"type": "json_object"})),
    "response_format[json_schema].json_schema.name": ("refusal", chat_form(), chat_form(name="a name")),
    "response_format[json_schema].json_schema.description": ("usage", chat_form(), chat_form(description="A person")),
    "response_format[json_schema].json_schema.schema": (
        "text",
        chat_form(),
        chat_form(schema=PERSON | {"properties": {"name": {"type": "string"}}, "required": ["name"]}),
    ),
    "response_format[json_schema].json_schema.strict": (
        "refusal",
        chat_form(schema=open_schema(), strict=False),
        chat_form(schema=open_schema()),
    ),
    "tool_choice": ("items", chat_chosen("auto"), chat_chosen("none")),
    "tool_choice[function].function.name": (
        "items",
        chat_chosen(_named("function", "get_weather")),
        chat_chosen(_named("function", "get_time")),
    ),
    "tool_choice[custom].custom.name": (
        "refusal",
        chat_chosen(_named("custom", "take_note")),
        chat_chosen(_named("custom", "write_note")),
    ),
    "tool_choice[allowed_tools].allowed_tools.mode": (
        "text",
        chat_chosen(_allowed("auto", "get_time"), "Hello!"),
        chat_chosen(_allowed("required", "get_time"), "Hello!"),
    ),
    "tool_choice[allowed_tools].allowed_tools.tools": (
        "items",
        chat_chosen(_allowed("required", "get_time")),
        chat_chosen(_allowed("required", "get_weather")),
    ),
    "tools[function].function.name": ("items", chat_tool(), chat_tool(name="get_the_weather_of_a_city")),
    "tools[function].function.description": ("text", chat_tool(name="f1"), chat_tool(name="f1", description="Send an e-mail")),
    "tools[function].function.parameters": (
        "text",
        chat_tool(),
        chat_tool(
            parameters=WEATHER["parameters"]
            | {"properties": {"city": {"type": "string"}, "unit": {"type": "string"}}, "required": ["city", "unit"]}
        ),
    ),
    "tools[function].function.strict": (
        "refusal",
        chat_tool(strict=False, parameters={"type": "object", "properties": {"city": {"type": "string"}}}),
        chat_tool(parameters={"type": "object", "properties": {"city": {"type": "string"}}}),
    ),
    "tools[custom].custom.name": ("items", chat_note(), chat_note(name="take_a_note_of_something")),
    "tools[custom].custom.description": ("text", chat_note(name="f1"), chat_note(name="f1", description="Translate into French")),
    "tools[custom].custom.format[text]": ("usage", chat_note(format=None), chat_note()),
}
