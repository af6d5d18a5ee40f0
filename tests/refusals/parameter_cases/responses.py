"""For every other row of the Responses API that acts, two requests whose replies must differ."""

from .samples import ANNA, ASK, CUT, FRANCE_LIST, LONG, NOTE, PERSON, TIME, WEATHER, note, open_schema, tool


def formed(**changes) -> dict:
    form = {"type": "json_schema", "name": "person", "schema": PERSON, "strict": True} | changes
    return {"input": ANNA, "text": {"format": form}}


def chosen(choice, **more) -> dict:
    return {"input": ASK, "tools": [WEATHER, TIME, NOTE], "tool_choice": choice} | more


RESPONSES: dict[str, tuple[dict, dict]] = {
    "background": ({"background": False}, {"background": True}),
    "conversation": ({"conversation": "CONVERSATION", "input": "Its population?"}, {"input": "Its population?"}),
    "conversation.id": ({"conversation": {"id": "CONVERSATION"}, "input": "Its population?"}, {"input": "Its population?"}),
    "include": ({"include": []}, {"include": ["message.output_text.logprobs"]}),
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
