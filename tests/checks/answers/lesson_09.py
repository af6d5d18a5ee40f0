"""Lesson 9: answers that are right, and answers that are wrong."""

import json
import random
from enum import Enum
from typing import Literal

from openai import pydantic_responses_function_tool
from pydantic import BaseModel


def tool(**changed):
    """Return the tool of exercise 9.1 with changes; None takes a key out."""
    given = {"type": "function", "name": "water", "description": "Water a plant.", "strict": True, "parameters": parameters()}
    return {key: value for key, value in (given | changed).items() if value is not None}


def parameters(**changed):
    properties = {"plant": {"type": "string", "enum": ["fern", "cactus", "orchid"]}, "liters": {"type": "number"}} | changed
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


CHAT = {"type": "function", "function": {key: value for key, value in tool().items() if key != "type"}}
OPEN = {key: value for key, value in parameters().items() if key != "additionalProperties"}


class Plant(Enum):
    FERN, CACTUS, ORCHID = "fern", "cactus", "orchid"


class ByLiteral(BaseModel):
    """Water a plant."""

    plant: Literal["fern", "cactus", "orchid"]
    liters: float


class ByEnum(ByLiteral):
    """Water a plant."""

    plant: Plant


class Size(Enum):
    SMALL, LARGE = "small", "large"


class WithSizes(ByLiteral):
    """Water a plant."""

    plant: Size


def told(call, functions):
    try:
        return str(functions[call.name](**json.loads(call.arguments)))
    except Exception as error:
        return f"Error: {error}"


def answered(call, output):
    return {"type": "function_call_output", "call_id": call.call_id, "output": output}


def outputs_for(response, functions):
    return [answered(call, told(call, functions)) for call in response.output if call.type == "function_call"]


def as_json(response, functions):
    outputs = []
    for call in response.output:
        if call.type != "function_call":
            continue
        try:
            said = json.dumps(functions[call.name](**json.loads(call.arguments)))
        except KeyError:
            said = "Error: there is no such thing."
        outputs.append(answered(call, said))
    return outputs


def lets_it_fail(response, functions):
    calls = [call for call in response.output if call.type == "function_call"]
    return [answered(call, str(functions[call.name](**json.loads(call.arguments)))) for call in calls]


def only_the_first(response, functions):
    return outputs_for(response, functions)[:1]


def with_the_wrong_id(response, functions):
    calls = [call for call in response.output if call.type == "function_call"]
    return [answered(call, told(call, functions)) | {"call_id": call.id} for call in calls]


def without_looking(response, functions):
    return [answered(call, told(call, functions)) for call in response.output]


def in_one_piece(response, functions):
    calls = [call for call in response.output if call.type == "function_call"]
    return [answered(call, str(functions[call.name](json.loads(call.arguments)))) for call in calls]


def numbers(response, functions):
    outputs = outputs_for(response, functions)
    return [output | {"output": int(output["output"]) if output["output"].isdigit() else output["output"]} for output in outputs]


def hides_the_error(response, functions):
    outputs = outputs_for(response, functions)
    return [output | {"output": "" if output["output"].startswith("Error") else output["output"]} for output in outputs]


def as_messages(response, functions):
    calls = [call for call in response.output if call.type == "function_call"]
    return [{"role": "tool", "call_id": call.call_id, "content": told(call, functions)} for call in calls]


def run_if_allowed(call, functions, allowed):
    arguments = json.loads(call.arguments)
    return functions[call.name](**arguments) if allowed(call.name, arguments) else "The person said no."


def run_unless_refused(call, functions, allowed):
    arguments = json.loads(call.arguments)
    if not allowed(call.name, arguments):
        return "Error: not allowed. Nothing was done."
    return str(functions[call.name](**arguments))


def runs_first(call, functions, allowed):
    result = functions[call.name](**json.loads(call.arguments))
    return result if allowed(call.name, json.loads(call.arguments)) else "The person said no."


def asks_with_text(call, functions, allowed):
    return functions[call.name](**json.loads(call.arguments)) if allowed(call.name, call.arguments) else "No."


def asks_with_names(call, functions, allowed):
    arguments = json.loads(call.arguments)
    return functions[call.name](**arguments) if allowed(call.name, **arguments) else "No."


def never_asks(call, functions, allowed):
    return "The person said no."


def says_nothing(call, functions, allowed):
    return run_if_allowed(call, functions, allowed)[:0]


def says_the_same(call, functions, allowed):
    if allowed(call.name, json.loads(call.arguments)):
        functions[call.name](**json.loads(call.arguments))
    return "Ordered."


def never_runs(call, functions, allowed):
    allowed(call.name, json.loads(call.arguments))
    return "The person said no."


FORTUNE = {
    "type": "function",
    "name": "tell_fortune",
    "description": "Tell a fortune.",
    "parameters": {
        "type": "object",
        "properties": {"mood": {"type": "string"}},
        "required": ["mood"],
        "additionalProperties": False,
    },
    "strict": True,
}
DICE = FORTUNE | {
    "name": "roll",
    "parameters": FORTUNE["parameters"] | {"properties": {"sides": {"type": "integer"}}, "required": ["sides"]},
}
FAIR = DICE | {"parameters": DICE["parameters"] | {"properties": {"sides": {"type": "integer", "minimum": 2}}}}
COIN = {"type": "function", "name": "flip_coin", "description": "Flip a coin.", "parameters": None, "strict": False}

RIGHT = [
    ("9.1", tool()),
    ("9.1", tool(parameters=parameters(liters={"type": "number", "description": "How much, in liters."}))),
    ("9.1", tool(parameters=parameters(plant={"type": "string", "enum": ["orchid", "fern", "cactus"]}))),
    ("9.1", pydantic_responses_function_tool(ByLiteral, name="water")),
    ("9.1", pydantic_responses_function_tool(ByEnum, name="water")),
    ("9.2", outputs_for),
    ("9.2", as_json),
    ("9.3", run_if_allowed),
    ("9.3", run_unless_refused),
    ("9.4", (FORTUNE, lambda mood: f"You feel {mood}. You will find a coin.")),
    ("9.4", (FORTUNE | {"strict": False}, lambda mood="": "Beware of muffins.")),
    ("9.4", (COIN, lambda: "heads")),
    ("9.4", (FAIR, lambda sides: str(random.randint(1, sides)))),
]

WRONG = [
    ("9.1", {}, 'its "type" should be "function"'),
    ("9.1", CHAT, "this is the form of Chat Completions"),
    ("9.1", tool(parameters=OPEN), "'additionalProperties' is required"),
    ("9.1", tool(name="water plant"), "the API would refuse this request"),
    ("9.1", tool(name="water_plant"), 'its name should be "water"'),
    ("9.1", tool(description=None), "without a description"),
    ("9.1", tool(strict=None), "it should be strict"),
    ("9.1", tool(parameters=parameters(where={"type": "string"})), "should be plant and liters"),
    ("9.1", tool(parameters=parameters(plant={"type": "string"})), 'give "plant" an "enum"'),
    ("9.1", pydantic_responses_function_tool(WithSizes, name="water"), 'give "plant" an "enum"'),
    ("9.1", tool(parameters=parameters(liters={"type": "integer"})), 'should be "number"'),
    ("9.2", lambda response, functions: response.output, "should be a dictionary"),
    ("9.2", lets_it_fail, "Give the error to the model"),
    ("9.2", only_the_first, "one output for each call"),
    ("9.2", with_the_wrong_id, "one output for each call"),
    ("9.2", without_looking, "'ResponseReasoningItem' object has no attribute 'call_id'"),
    ("9.2", in_one_piece, "your code raised TypeError: add() missing 1 required positional argument: 'b'"),
    ("9.2", numbers, "an output should be a text"),
    ("9.2", hides_the_error, 'should start with "Error"'),
    ("9.2", as_messages, 'should have a "type"'),
    ("9.2", lambda response, functions: outputs_for(response, functions) or [{"output": "none"}], "the list should be empty"),
    ("9.3", runs_first, "ran the tool all the same"),
    ("9.3", asks_with_names, "your code raised TypeError: allowed() got an unexpected keyword argument 'item'"),
    ("9.3", never_asks, "the person was not asked"),
    ("9.3", asks_with_text, "the arguments as a dictionary"),
    ("9.3", lambda call, functions, allowed: allowed(call.name, json.loads(call.arguments)), "should be a text"),
    ("9.3", says_nothing, "should be told that the person said no"),
    ("9.3", never_runs, "it ran 0 times"),
    ("9.3", says_the_same, "after a no it says the same"),
    ("9.4", (FORTUNE,), "toy should be two things"),
    ("9.4", FORTUNE, "should be"),
    ("9.4", (FORTUNE | {"name": "tell fortune"}, lambda mood: "x"), "the API would refuse this request"),
    ("9.4", (FORTUNE, lambda: "x"), "your function raised TypeError"),
    ("9.4", (DICE, lambda sides: str(random.randint(1, sides))), "let the tool allow less"),
    ("9.4", (FORTUNE, lambda mood: None), "should return a text"),
    ("9.4", (FORTUNE, lambda mood: 7), "should return a text"),
]
