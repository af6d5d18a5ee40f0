"""Functions as tools of a model, and their results as outputs of its calls: what lessons 9 and 10 build by hand."""

import json
from collections.abc import Callable, Mapping
from inspect import signature
from typing import Any

from openai import pydantic_responses_function_tool
from openai.types.responses import FunctionToolParam, ResponseFunctionToolCall
from pydantic import create_model


def tool_of(function: Callable[..., str]) -> FunctionToolParam:
    """Return a function as a strict tool: its name, its docstring, and the types of its parameters, which need one each."""
    fields: dict[str, Any] = {name: (each.annotation, ...) for name, each in signature(function).parameters.items()}
    form = create_model(function.__name__, __doc__=function.__doc__, **fields)
    return pydantic_responses_function_tool(form)


def output_of(call: ResponseFunctionToolCall, tools: Mapping[str, Callable[..., str]]) -> dict[str, str]:
    """Run a call with the function of its name, and return its output as an item; what goes wrong is told to the model."""
    try:
        output = tools[call.name](**json.loads(call.arguments))
    except (KeyError, TypeError, ValueError) as error:
        output = f"Error: {error}"
    return {"type": "function_call_output", "call_id": call.call_id, "output": output}
