"""Functions as tools, and their results as outputs."""

import pytest
from openai.types.responses import ResponseFunctionToolCall

from support.tools import output_of, tool_of


def double(number: int, unit: str | None) -> str:
    """Double a number."""
    return f"{2 * number} {unit or ''}".strip()


def test_a_tool_is_described_by_its_function():
    made = tool_of(double)
    assert (made["name"], made["description"], made["strict"]) == ("double", "Double a number.", True)
    assert made["parameters"]["required"] == ["number", "unit"]
    assert made["parameters"]["properties"]["number"]["type"] == "integer"


CALLS = {
    ("double", '{"number": 2, "unit": "cups"}'): "4 cups",
    ("double", "{"): "Error: ",
    ("double", '{"number": 2}'): "Error: ",
    ("delete_everything", "{}"): "Error: 'delete_everything'",
}


@pytest.mark.parametrize(("asked", "output"), CALLS.items(), ids=str)
def test_the_model_learns_what_came_of_its_call(asked, output):
    call = ResponseFunctionToolCall(type="function_call", call_id="c", name=asked[0], arguments=asked[1])
    item = output_of(call, {"double": double})
    assert (item["type"], item["call_id"]) == ("function_call_output", "c")
    assert item["output"].startswith(output)


def test_what_is_no_mistake_of_the_model_is_not_hidden():
    def broken() -> str:
        """Break."""
        raise ZeroDivisionError

    call = ResponseFunctionToolCall(type="function_call", call_id="c", name="broken", arguments="{}")
    with pytest.raises(ZeroDivisionError):
        output_of(call, {"broken": broken})
