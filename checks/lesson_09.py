"""Lesson 9: a tool in the API's form, outputs for all calls, a tool behind a question, and a tool of one's own."""

import json
from collections.abc import Callable
from types import SimpleNamespace

from openai.types.responses import ResponseFunctionToolCall, ResponseReasoningItem

from .judging import YourCodeRaised
from .registry import exercise
from .schemas import followed
from .stand_in import MODEL, client, refused

PLANTS = ["fern", "cactus", "orchid"]


@exercise("9.1", praise="The model can only name plants that you have.", value=dict)
def _form(water_tool: dict) -> str | None:
    if isinstance(water_tool.get("function"), dict):
        return 'this is the form of Chat Completions. In the Responses API, "name" stands beside "type".'
    if missing := _refused(water_tool):
        return missing
    if water_tool["name"] != "water":
        return f'its name should be "water", and it is {water_tool["name"]!r}.'
    if not str(water_tool.get("description") or "").strip():
        return "without a description, the model does not know what it is for."
    if water_tool.get("strict") is not True:
        return 'it should be strict: "strict": True stands beside "parameters".'
    schema = water_tool.get("parameters") or {}
    properties = {name: followed(part, schema) for name, part in schema.get("properties", {}).items()}
    if set(properties) != {"plant", "liters"}:
        return f"its parameters should be plant and liters, and they are {', '.join(properties) or 'none'}."
    if sorted(map(str, properties["plant"].get("enum", []))) != sorted(PLANTS):
        return f'only {", ".join(PLANTS)} should be allowed: give "plant" an "enum".'
    if properties["liters"].get("type") != "number":
        return 'half a liter is possible: the type of "liters" should be "number".'
    return None


def add(a, b):
    return a + b


def find(name):
    return {"milk": "here"}[name]


def say(text):
    return text


@exercise("9.2", praise="No call stays without an output, whatever happens.", returns=[dict])
def _outputs(outputs_for: Callable) -> str | None:
    functions = {"add": add, "find": find, "say": say}
    calls = [_call("call_1", "add", a=2, b=3), _call("call_2", "find", name="tea"), _call("call_3", "say", text="hi")]
    response = SimpleNamespace(output=[ResponseReasoningItem(type="reasoning", id="rs_1", summary=[]), *calls])
    try:
        outputs = outputs_for(response, functions)
    except YourCodeRaised as raised:
        if isinstance(raised.error, KeyError):
            return "one of the functions raised KeyError, and so did yours. Give the error to the model, as an output."
        raise
    if [output.get("call_id") for output in outputs] != [call.call_id for call in calls]:
        found = [output.get("call_id") for output in outputs]
        return f"there should be one output for each call, with its call_id, and there are {found} for call_1, call_2, call_3."
    if any(set(output) != {"type", "call_id", "output"} or output["type"] != "function_call_output" for output in outputs):
        return 'each output should have a "type" ("function_call_output"), a "call_id" and an "output".'
    if wrong := [output["output"] for output in outputs if not isinstance(output["output"], str)]:
        return f"an output should be a text, and one is {wrong[0]!r}."
    said = [output["output"] for output in outputs]
    if said[0] != "5" or said[2] not in ("hi", '"hi"'):
        return f"the outputs of add(2, 3) and say('hi') should be '5' and 'hi', and they are {said[0]!r} and {said[2]!r}."
    if not said[1].startswith("Error"):
        return f'where a function fails, the output should start with "Error", and it is {said[1]!r}.'
    if outputs_for(SimpleNamespace(output=[]), functions):
        return "for a response without calls, the list should be empty."
    return None


@exercise("9.3", praise="Nothing happens that nobody allowed.", returns=str)
def _allowed(run_if_allowed: Callable) -> str | None:
    done, asked = [], []
    functions = {"order": lambda item, quantity: done.append((item, quantity)) or "Ordered."}
    call = _call("call_1", "order", item="muffins", quantity=24)

    def answering(answer: bool) -> Callable:
        def allowed(name, arguments):
            asked.append((name, arguments))
            return answer

        allowed.__qualname__ = "allowed"  # the name in what Python says of a wrong call
        return allowed

    said = run_if_allowed(call, functions, answering(False))
    if done:
        return "the person said no, and your function ran the tool all the same."
    if not asked:
        return "the person was not asked: call allowed(name, arguments)."
    if asked != [("order", {"item": "muffins", "quantity": 24})]:
        return f"the person should be asked once, with the name and the arguments as a dictionary, and was asked {asked}."
    if not said.strip():
        return "the model should be told that the person said no: return a text."
    said_yes = run_if_allowed(call, functions, answering(True))
    if done != [("muffins", 24)]:
        return f"the person said yes, so the tool should have run once, and it ran {len(done)} times."
    if said_yes != "Ordered.":
        return f"after a yes it should return what the tool returned, 'Ordered.', and it returns {said_yes!r}."
    if said == said_yes:
        return "after a no it says the same as after a yes, so the model thinks that all went well."
    return None


@exercise("9.4", praise="The model has a new toy.", value=tuple)
def _toy(toy: tuple) -> str | None:
    if len(toy) != 2 or not isinstance(toy[0], dict) or not callable(toy[1]):
        return "toy should be two things: the tool (a dictionary) and the function."
    tool, function = toy
    if missing := _refused(tool):
        return missing
    choice = {"type": "function", "name": tool["name"]}
    request = {"model": MODEL, "tools": [tool], "reasoning": {"effort": "none"}}
    (call,) = client().responses.create(input="Let us play!", tool_choice=choice, **request).output
    arguments = json.loads(call.arguments)
    try:
        result = function(**arguments)
    except Exception as error:
        return (
            f"called with {arguments}, as the tool allows, your function raised {type(error).__name__}: {error}. "
            "The model may send that: let the function take it, or let the tool allow less."
        )
    if not isinstance(result, str) or not result.strip():
        return f"called with {arguments}, your function should return a text, and it returns {result!r}."
    return None


def _refused(tool: dict) -> str | None:
    """Return why a function tool of the Responses API is refused, or None."""
    if tool.get("type") != "function":
        return f'its "type" should be "function", and it is {tool.get("type")!r}.'
    return refused({"model": MODEL, "input": "Hello!", "tools": [tool]})


def _call(call_id: str, name: str, /, **arguments) -> ResponseFunctionToolCall:
    return ResponseFunctionToolCall(
        type="function_call", id=f"fc_{call_id}", call_id=call_id, name=name, arguments=json.dumps(arguments)
    )
