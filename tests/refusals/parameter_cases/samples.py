"""What the cases are made of: questions, tools, forms, and items that belong together."""

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
FRANCE_LIST = [{"role": "user", "content": QUESTION}]
CUT = {"max_output_tokens": 16, "input": "Explain recursion"}


def nested(definition: dict, **changes) -> dict:
    """Return a tool as Chat Completions has it."""
    kind = definition["type"]
    inside = {name: value for name, value in (definition | changes).items() if name != "type" and value is not None}
    return {"type": kind, kind: inside}


def tool(**changes) -> dict:
    return {"input": ASK, "tools": [WEATHER | changes]}


def note(**changes) -> dict:
    return {
        "input": "Take a note of 'milk'.",
        "tools": [{name: value for name, value in (NOTE | changes).items() if value is not None}],
    }


def open_schema() -> dict:
    return {name: value for name, value in PERSON.items() if name != "additionalProperties"}
