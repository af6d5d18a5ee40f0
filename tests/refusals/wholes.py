"""Valid requests with something of everything, in which building.py looks for the place of a parameter."""

from asking import data, picture
from parameter_cases.chat import LUNA, NOTE_CALL, TOOL_CALL
from parameter_cases.samples import CALLED, NOTE, NOTED, PERSON, QUESTION, TIME, WEATHER, nested
from parameter_cases.sending import BASES

from offline.api import items

PARTS = [
    {"type": "input_text", "text": "18 degrees"},
    {"type": "input_image", "image_url": picture("red")},
    {"type": "input_file", "filename": "a.txt", "file_data": data("18 degrees")},
]
MODERATED = {"moderation": {"model": "omni-moderation-latest"}}
ITEMS = [
    {"type": "message", "role": "user", "content": PARTS},
    {"type": "compaction", "encrypted_content": items.pack([{"role": "assistant", "content": "Lyon."}])},
    {"type": "reasoning", "id": "rs_1", "summary": []},
    {
        "type": "message",
        "role": "assistant",
        "content": [{"type": "output_text", "text": "Lyon."}, {"type": "refusal", "refusal": "No."}],
    },
    CALLED[1],
    CALLED[2] | {"output": PARTS},
    NOTED[1] | {"call_id": "call_2"},
    NOTED[2] | {"call_id": "call_2", "output": PARTS},
    {"type": "message", "role": "user", "content": [{"type": "input_text", "text": QUESTION}]},
]
IMAGE = {"type": "image_url", "image_url": {"url": picture("red")}}
MESSAGES = [
    {"role": "system", "content": [{"type": "text", "text": "Be brief."}]},
    {"role": "developer", "content": [{"type": "text", "text": "Be kind."}]},
    {"role": "user", "content": [{"type": "text", "text": QUESTION}, IMAGE]},
    {"role": "assistant", "content": None, "tool_calls": [TOOL_CALL, NOTE_CALL | {"id": "call_2"}]},
    {"role": "tool", "tool_call_id": "call_1", "content": [{"type": "text", "text": "18 degrees"}]},
    {"role": "tool", "tool_call_id": "call_2", "content": [{"type": "text", "text": "noted"}]},
    {"role": "assistant", "content": [{"type": "text", "text": "Lyon."}, {"type": "refusal", "refusal": "No."}]},
    {"role": "user", "content": QUESTION},
]
TOOLS = [WEATHER, TIME, NOTE]

WHOLE = BASES | {
    "responses": BASES["responses"] | MODERATED | {"input": ITEMS, "tools": TOOLS, "include": ["message.output_text.logprobs"]},
    "responses/input_tokens": BASES["responses/input_tokens"] | {"input": ITEMS, "tools": TOOLS},
    "responses/compact": BASES["responses/compact"] | {"input": ITEMS},
    "chat/completions": LUNA | MODERATED | {"messages": MESSAGES, "logprobs": True, "tools": [nested(tool) for tool in TOOLS]},
    "conversations": {"items": ITEMS},
    "conversations/items": {"items": ITEMS},
    "conversations/update": {"metadata": {"a": "b"}},
    "moderations": {"input": [{"type": "text", "text": QUESTION}, IMAGE]},
}

# What the types alone do not tell: objects of a kind that the rest of the request fits, and values that the API takes.
OBJECTS = {
    "tool_choice[function]": {"type": "function", "name": "get_weather"},
    "tool_choice[custom]": {"type": "custom", "name": "take_note"},
    "tool_choice[allowed_tools]": {"type": "allowed_tools", "mode": "auto", "tools": [{"type": "function", "name": "get_time"}]},
    "format[json_schema]": {"type": "json_schema", "name": "person", "schema": PERSON},
    "response_format[json_schema]": {"type": "json_schema", "json_schema": {"name": "person", "schema": PERSON}},
}
VALUES = {
    "prompt_cache_retention": ["24h"],  # the new models take no other
    "tool_choice[function].name": ["get_weather", "get_time"],
    "tool_choice[custom].name": ["take_note"],
    "tool_choice[allowed_tools].tools": [
        [{"type": "function", "name": "get_time"}],
        [{"type": "function", "name": "get_weather"}, {"type": "custom", "name": "take_note"}],
    ],
}
