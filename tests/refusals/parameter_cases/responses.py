"""For every other row of the Responses API that acts, two requests whose replies must differ."""

from .samples import ANNA, ASK, CUT, FRANCE_LIST, LONG, NOTE, PERSON, TIME, WEATHER, note, open_schema, tool
from .sending import Case


def formed(**changes) -> dict:
    form = {"type": "json_schema", "name": "person", "schema": PERSON, "strict": True} | changes
    return {"input": ANNA, "text": {"format": form}}


def chosen(choice, **more) -> dict:
    return {"input": ASK, "tools": [WEATHER, TIME, NOTE], "tool_choice": choice} | more


RESPONSES: dict[str, Case] = {
    "background": ("status", {"background": False}, {"background": True}),
    "conversation": ("text", {"conversation": "CONVERSATION", "input": "Its population?"}, {"input": "Its population?"}),
    "conversation.id": (
        "text",
        {"conversation": {"id": "CONVERSATION"}, "input": "Its population?"},
        {"input": "Its population?"},
    ),
    "include": ("items", {"include": []}, {"include": ["message.output_text.logprobs"]}),
    "instructions": ("text", {}, {"instructions": "Answer in one word."}),
    "max_output_tokens": ("status", CUT, CUT | {"max_output_tokens": 200}),
    "model": ("text", {"reasoning": None}, {"model": "gpt-4o", "reasoning": None}),
    "moderation.model": ("moderation", {}, {"moderation": {"model": "omni-moderation-latest"}}),
    "moderation.policy.input.mode": (
        "refusal",
        {"input": "I will kill you", "moderation": {"model": "omni-moderation-latest", "policy": {"input": {"mode": "score"}}}},
        {"input": "I will kill you", "moderation": {"model": "omni-moderation-latest", "policy": {"input": {"mode": "block"}}}},
    ),
    "parallel_tool_calls": (
        "items",
        {"input": "What is the weather in Paris and in Rome?", "tools": [WEATHER]},
        {"input": "What is the weather in Paris and in Rome?", "tools": [WEATHER], "parallel_tool_calls": False},
    ),
    "previous_response_id": (
        "text",
        {"previous_response_id": "RESPONSE", "input": "Its population?"},
        {"input": "Its population?"},
    ),
    "prompt_cache_key": (
        "later",
        [{"input": LONG, "prompt_cache_key": key} for key in ("mine", "mine")],
        [{"input": LONG, "prompt_cache_key": key} for key in ("mine", "yours")],
    ),
    "prompt_cache_options.mode": ("usage", {"input": LONG}, {"input": LONG, "prompt_cache_options": {"mode": "explicit"}}),
    "prompt_cache_options.ttl": ("usage", {"input": LONG}, {"input": LONG, "prompt_cache_options": {"ttl": "12h"}}),
    "prompt_cache_options.comparison_response_id": (
        "prompt_cache_diagnostics",
        {},
        {"prompt_cache_options": {"comparison_response_id": "RESPONSE"}},
    ),
    "reasoning.effort": ("items", {}, {"reasoning": {"effort": "low"}}),
    "service_tier": ("service_tier", {}, {"service_tier": "flex"}),
    "store": ("later", {}, {"store": False}),
    "stream": ("stream", {}, {"stream": True}),
    "stream_options.include_obfuscation": (
        "stream",
        {"stream": True},
        {"stream": True, "stream_options": {"include_obfuscation": True}},
    ),
    "temperature": ("text", {"input": "Haiku", "temperature": 0}, {"input": "Haiku", "temperature": 2}),
    "top_p": ("text", {"input": "Haiku", "temperature": 2, "top_p": 0.01}, {"input": "Haiku", "temperature": 2, "top_p": 1}),
    "top_logprobs": (
        "items",
        {"include": ["message.output_text.logprobs"]},
        {"include": ["message.output_text.logprobs"], "top_logprobs": 3},
    ),
    "truncation": (
        "refusal",
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
        "text",
        {"input": "Explain recursion", "text": {"verbosity": "low"}},
        {"input": "Explain recursion", "text": {"verbosity": "high"}},
    ),
    "text.format[json_object]": (
        "text",
        {"input": f"{ANNA} JSON"},
        {"input": f"{ANNA} JSON", "text": {"format": {"type": "json_object"}}},
    ),
    "text.format[json_schema].name": ("refusal", formed(), formed(name="a name")),
    "text.format[json_schema].description": ("usage", formed(), formed(description="What is said of a person")),
    "text.format[json_schema].schema": (
        "text",
        formed(),
        formed(schema=PERSON | {"properties": {"name": {"type": "string"}}, "required": ["name"]}),
    ),
    "text.format[json_schema].strict": ("refusal", formed(schema=open_schema(), strict=False), formed(schema=open_schema())),
    "tool_choice": ("items", chosen("auto"), chosen("none")),
    "tool_choice[function].name": (
        "items",
        chosen({"type": "function", "name": "get_weather"}),
        chosen({"type": "function", "name": "get_time"}),
    ),
    "tool_choice[custom].name": (
        "refusal",
        chosen({"type": "custom", "name": "take_note"}),
        chosen({"type": "custom", "name": "write_note"}),
    ),
    "tool_choice[allowed_tools].mode": (
        "text",
        chosen({"type": "allowed_tools", "mode": "auto", "tools": [{"type": "function", "name": "get_time"}]}, input="Hello!"),
        chosen(
            {"type": "allowed_tools", "mode": "required", "tools": [{"type": "function", "name": "get_time"}]}, input="Hello!"
        ),
    ),
    "tool_choice[allowed_tools].tools": (
        "items",
        chosen({"type": "allowed_tools", "mode": "required", "tools": [{"type": "function", "name": "get_time"}]}),
        chosen({"type": "allowed_tools", "mode": "required", "tools": [{"type": "function", "name": "get_weather"}]}),
    ),
    "tools[function].name": ("items", tool(), tool(name="get_the_weather_of_a_city")),
    "tools[function].description": ("text", tool(name="f1"), tool(name="f1", description="Send an e-mail")),
    "tools[function].parameters": (
        "text",
        tool(),
        tool(
            parameters=WEATHER["parameters"]
            | {"properties": {"city": {"type": "string"}, "unit": {"type": "string"}}, "required": ["city", "unit"]}
        ),
    ),
    "tools[function].strict": (
        "refusal",
        tool(strict=False, parameters={"type": "object", "properties": {"city": {"type": "string"}}}),
        tool(parameters={"type": "object", "properties": {"city": {"type": "string"}}}),
    ),
    "tools[custom].name": ("items", note(), note(name="take_a_note_of_something")),
    "tools[custom].description": ("text", note(name="f1"), note(name="f1", description="Translate into French")),
    "tools[custom].format[text]": ("usage", note(format=None), note()),
}

BY_VALUE: dict[tuple[str, str], Case] = {
    ("include[]", "message.output_text.logprobs"): RESPONSES["include"],
    ("include[]", "reasoning.encrypted_content"): (
        "items",
        {"reasoning": {"effort": "low"}},
        {"reasoning": {"effort": "low"}, "include": ["reasoning.encrypted_content"]},
    ),
    ("service_tier", "flex"): RESPONSES["service_tier"],
    ("service_tier", "priority"): ("service_tier", {}, {"service_tier": "priority"}),
}
"""The same for single values, in whichever endpoint has them."""
