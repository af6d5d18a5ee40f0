"""Tasks of several steps: an agent's loop around the stand-in does them to the end."""

import inspect
import json

import agent_tasks
import pytest
from agent_tasks import MORE_TASKS, TASKS
from asking import create

from offline.model import tasks
from offline.model.chains import provides, stands_for, told
from offline.model.tool import Tool
from offline.model.turns import Output

JSON_TYPES = {str: "string", int: "integer", float: "number"}
MOST_STEPS = 8

ROWS = [*TASKS, *MORE_TASKS]


def tool(function) -> dict:
    taken = {name: {"type": JSON_TYPES[kind]} for name, kind in inspect.get_annotations(function).items() if name != "return"}
    form = {"type": "object", "properties": taken, "required": list(taken), "additionalProperties": False}
    about = {"name": function.__name__, "description": function.__doc__, "parameters": form}
    return {"type": "function", "strict": True} | about


def written(result) -> str:
    return result if isinstance(result, str) else json.dumps(result)


def returned(function, arguments: dict, say=written) -> str:
    try:
        return say(function(**arguments))
    except Exception as error:
        return f"Error: {error}"


def run(client, task: str, functions: dict, say=written) -> tuple[list[str], str]:
    """Return the calls that were made for a task, as "f(1, 2)", and the answer. Fails if it does not end."""
    items, made = [{"role": "user", "content": task}], []
    for _ in range(MOST_STEPS):
        response = create(client, items, tools=list(map(tool, functions.values())))
        items += response.output
        calls = [item for item in response.output if item.type == "function_call"]
        if not calls:
            return made, response.output_text
        for call in calls:
            arguments = json.loads(call.arguments)
            made.append(
                f"{call.name}({', '.join(f'{value:g}' if isinstance(value, float) else str(value) for value in arguments.values())})"
            )
            output = returned(functions[call.name], arguments, say)
            items.append({"type": "function_call_output", "call_id": call.call_id, "output": output})
    pytest.fail(f"After {MOST_STEPS} steps there was no end: {made}")


def named(tools: str) -> dict:
    return {name: getattr(agent_tasks, name) for name in tools.split()}


@pytest.mark.parametrize(("task", "tools", "must", "says", "never"), ROWS, ids=[row[0] for row in ROWS])
def test_a_task_is_done(client, task, tools, must, says, never):
    made, answer = run(client, task, named(tools))
    waiting = iter(made)
    assert all(any(call.startswith(wanted) for call in waiting) for wanted in must), made
    assert not [call for call in made for unwanted in never if call.startswith(unwanted)]
    assert all(text in answer for text in says), answer


def test_lists_as_python_prints_them_are_read(client):
    made, answer = run(client, "Check the stock of every item.", named("list_items get_stock"), say=str)
    assert made == ["list_items()", "get_stock(oat milk)", "get_stock(muffins)", "get_stock(coffee beans)"]
    assert "14" in answer


@pytest.mark.parametrize(
    ("stock", "orders"),
    [
        ({"tea": 9}, []),
        ({"tea": 4}, ["order_supplies(tea, 10)"]),
        ({"tea": 5, "rice": 4, "salt": 0}, ["order_supplies(rice, 10)", "order_supplies(salt, 10)"]),
    ],
)
def test_what_is_done_depends_on_what_tools_return(client, monkeypatch, stock, orders):
    monkeypatch.setattr(agent_tasks, "STOCK", stock)
    task = "Look at the stock of all items and order 10 of everything that has fewer than 5."
    made, _ = run(client, task, named("list_items get_stock order_supplies"))
    assert [call for call in made if call.startswith("order")] == orders


def test_what_wants_to_be_asked_again_is(client):
    answers = iter(["Not yet. Please ask again later.", "Not yet, check back again.", "It is here."])

    def check_delivery():
        """Look whether today's delivery is there."""
        return next(answers)

    made, answer = run(client, "Wait until the delivery is there.", {"check_delivery": check_delivery})
    assert len(made) == 3 and "It is here." in answer


MUFFINS = Output("get_stock", {"item": "muffins"}, "0")
BEANS = Output("get_stock", {"item": "coffee beans"}, "14")

DUE = {
    "a question first": ("If there are fewer than 5 muffins, order 24.", [], "How many muffins are there?"),
    "then what is to be done": ("If there are fewer than 5 muffins, order 24.", [MUFFINS], "order 24 of muffins."),
    "or nothing": ("If there are fewer than 5 coffee beans, order 24.", [BEANS], ""),
    "the condition behind": ("Order 24 if there are fewer than 5 muffins.", [MUFFINS], "Order 24 of muffins."),
    "about what was just asked": ("Check the muffins. If there are none, order 24.", [MUFFINS], "Check the muffins. order 24 of muffins."),
    "otherwise": ("If there are more than 20 coffee beans, stop. Otherwise, order 5.", [BEANS], "order 5."),
    "not otherwise": ("If there are more than 10 coffee beans, sell them. Otherwise, order 5.", [BEANS], "sell coffee beans."),
    "at least": ("If there are at least 14 coffee beans, sell them.", [BEANS], "sell coffee beans."),
    "a result that is not there": ("Add 1 and 2, then multiply the result by 3.", [], "Add 1 and 2, then"),
    "a result": ("Add 1 and 2, then multiply the result by 3.", [Output("add", {}, "3")], "Add 1 and 2, then multiply 3 by 3."),
    "a text as the result": ("Read a.txt and translate it into French.", [Output("read", {}, "Hi you.")], 'Read a.txt and translate "Hi you." into French.'),
    "no result": ("What time is it in Rome, and what is it in Oslo?", [MUFFINS], "What time is it in Rome, and what is it in Oslo?"),
    "no condition": ("Tell me if it rains.", [], "Tell me if it rains."),
    "an output that failed": ("If there are fewer than 5 muffins, order 24.", [Output("get_stock", {"item": "muffins"}, "Error: no")], "How many muffins are there?"),
}  # fmt: skip


@pytest.mark.parametrize(("question", "outputs", "wanted"), DUE.values(), ids=DUE)
def test_what_is_due(question, outputs, wanted):
    assert " ".join(tasks.due(question, outputs).split()) == wanted


def test_what_has_not_to_wait_stays_as_it_was_written():
    letter = "Send this to Anna:\n\nHello!\n\n  The shop is open.\nThank you!"
    assert tasks.due(letter, []) == letter


def test_together_is_a_sum_only_where_something_calculates():
    prices = [Output("get_price", {"item": "tea"}, "2.5"), Output("get_price", {"item": "latte"}, "4")]
    question = "What do a tea and a latte cost together?"
    assert tasks.due(question, prices, calculates=True).endswith("2.5 + 4?")
    assert tasks.due(question, prices) == question


FLIGHTS = json.dumps([{"flight_id": "F1", "price": 120}, {"flight_id": "F2", "price": 80}, {"flight_id": "F3", "price": 95}])


@pytest.mark.parametrize(
    ("said", "flight"),
    [
        ("Book a flight", "F1"),
        ("Book the cheapest flight", "F2"),
        ("Book the last flight", "F3"),
        ("Book the most expensive one", "F1"),
    ],
)
def test_of_several_values_the_text_says_which(said, flight):
    assert told("flight_id", [Output("search_flights", {}, FLIGHTS)], said) == flight


def test_who_can_tell_what():
    def takes(name, parameter):
        return Tool(name, "", {"properties": {parameter: {"type": "string"}}})

    assert provides(takes("find_email_address", "name"), "to")
    assert provides(takes("get_manager", "department"), "person")
    assert not provides(takes("search_emails", "query"), "to")
    assert not provides(takes("get_weather", "city"), "person")
    assert stands_for("order_id", "A12") and not stands_for("order_id", "Anna")
    assert stands_for("to", "anna@example.com") and not stands_for("to", "Anna")


def test_a_later_question_is_answered_from_earlier_outputs(client):
    call = {"type": "function_call", "call_id": "call_1", "name": "read_letter", "arguments": '{"sender": "Miller"}'}
    letter = {"type": "function_call_output", "call_id": "call_1", "output": "The muffins come at 6 instead of 7. We thank you."}
    read = [{"role": "user", "content": "Read the letter."}, call, letter, {"role": "assistant", "content": "I have read it."}]
    asked = [*read, {"role": "user", "content": "When do the muffins come?"}]
    assert create(client, asked).output_text == "The muffins come at 6 instead of 7."
    assert "stand-in" in create(client, [*read, {"role": "user", "content": "When does the circus leave?"}]).output_text


def test_calls_of_one_reply_never_share_an_id(client):
    items = [f"item{number}" for number in range(10)]
    question = f"What is the stock of {', '.join(items[:-1])} and {items[-1]}?"
    for draw in range(16):  # an id that ended in the number of its item was taken twice once in 16 replies
        asked = create(client, f"{question} ({draw})", tools=[tool(agent_tasks.get_stock)], tool_choice="required")
        ids = [(item.id, item.call_id) for item in asked.output]
        assert len(ids) > 5 and len({one for one, _ in ids}) == len({other for _, other in ids}) == len(ids)
