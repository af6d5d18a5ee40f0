"""Lesson 10: answers that are right, and answers that are wrong."""

import inspect
import json

from openai import pydantic_responses_function_tool
from pydantic import create_model

from checks import stand_in
from utils import DEFAULT_MODEL


def tools_of(functions):
    def form(function):
        parameters = inspect.signature(function).parameters.items()
        return create_model(function.__name__, __doc__=function.__doc__, **{name: (p.annotation, ...) for name, p in parameters})

    return [pydantic_responses_function_tool(form(function)) for function in functions]


def told(call, functions):
    try:
        return str({function.__name__: function for function in functions}[call.name](**json.loads(call.arguments)))
    except Exception as error:
        return f"Error: {error}"


def agent(client, task, functions, max_steps, *, told=told, after=0, tools=tools_of, ended="out of steps"):
    """The solution, and what may go wrong in it: `after` more steps than are allowed, other tools, another last word."""
    items = [{"role": "user", "content": task}]
    for _ in range(max_steps + after):
        response = client.responses.create(model=DEFAULT_MODEL, input=items, tools=tools(functions), reasoning={"effort": "none"})
        calls = [item for item in response.output if item.type == "function_call"]
        if not calls:
            return response.output_text
        items += response.output
        items += [{"type": "function_call_output", "call_id": call.call_id, "output": told(call, functions)} for call in calls]
    return ended


def changed(**changes):
    return lambda client, task, functions, max_steps: agent(client, task, functions, max_steps, **changes)


def while_loop(client, task, functions, max_steps):
    items, steps = [{"role": "user", "content": task}], 0
    while steps < max_steps:
        response = client.responses.create(model=DEFAULT_MODEL, input=items, tools=tools_of(functions))
        steps += 1
        items.extend(response.output)
        for call in response.output:
            if call.type == "function_call":
                items.append({"type": "function_call_output", "call_id": call.call_id, "output": told(call, functions)})
        if items[-1] is response.output[-1]:
            return response.output_text
    return "out of steps"


def asks_once_more(client, task, functions, max_steps):
    said = agent(client, task, functions, max_steps)
    client.responses.create(model=DEFAULT_MODEL, input="Thank you.", reasoning={"effort": "none"})
    return said


def only_one_round(client, task, functions, max_steps):
    return agent(client, task, functions, 2)


def with_a_client_of_its_own(client, task, functions, max_steps):
    return agent(stand_in.client(), task, functions, max_steps)


def lets_it_fail(call, functions):
    return str({function.__name__: function for function in functions}[call.name](**json.loads(call.arguments)))


def calls_in(items):
    return [(item.name, item.arguments) for item in items if getattr(item, "type", "") == "function_call"]


def in_circles(items):
    calls = calls_in(items)
    return any(calls.count(call) >= 3 for call in calls)


def twice_is_enough(items):
    calls = calls_in(items)
    return any(calls.count(call) >= 2 for call in calls)


def only_in_a_row(items):
    calls = calls_in(items)
    return any(len(set(calls[place : place + 3])) == 1 for place in range(len(calls) - 2))


def by_how_many_differ(items):
    calls = calls_in(items)
    return len(calls) - len(set(calls)) >= 2


def by_name(items):
    names = [name for name, _ in calls_in(items)]
    return any(names.count(name) >= 3 for name in names)


def by_arguments(items):
    given = [arguments for _, arguments in calls_in(items)]
    return any(given.count(arguments) >= 3 for arguments in given)


def reads_dictionaries_only(items):
    return any(item["type"] == "function_call" for item in items)


def shorten(items, most, mark=" [cut]"):
    def cut(item):
        too_long = isinstance(item, dict) and len(item.get("output", "")) > most
        return item | {"output": item["output"][:most] + mark} if too_long else item

    return [cut(item) for item in items]


def shorten_in_place(items, most):
    for item in items:
        if isinstance(item, dict) and len(item.get("output", "")) > most:
            item["output"] = item["output"][:most] + " [cut]"
    return items


def drop(items, most):
    return [item for item in items if not (isinstance(item, dict) and len(item.get("output", "")) > most)]


def cut_messages_too(items, most):
    shorter = shorten(items, most)
    return [{**shorter[0], "content": shorter[0]["content"][:most]}, *shorter[1:]]


def lose_the_id(items, most):
    shorter = shorten(items, most)
    return [
        {"output": item["output"]} if isinstance(item, dict) and " [cut]" in item.get("output", "") else item for item in shorter
    ]


def brew(kind: str) -> str:
    """Brew a cup of tea."""
    return f"One {kind}."


def untyped(kind):
    """Brew a cup of tea."""
    return f"One {kind}."


def silent(kind: str) -> str:
    return f"One {kind}."


def transfer_to_cook() -> str:
    """Hand over to the cook."""
    return "The cook goes on."


def transfer_to_captain() -> str:
    """Hand over to the captain."""
    return "The captain goes on."


def transfer_to_pilot() -> str:
    """Hand over to the pilot."""
    return "The pilot goes on."


CAPTAIN, COOK = ("You lead.", [transfer_to_cook]), ("You cook.", [brew])

RIGHT = [
    ("10.1", agent),
    ("10.1", while_loop),
    ("10.2", in_circles),
    ("10.3", shorten),
    ("10.4", {"captain": CAPTAIN, "cook": COOK}),
    ("10.4", {"captain": CAPTAIN, "cook": ["You cook.", [brew, transfer_to_captain]]}),
    ("10.4", {"captain": CAPTAIN, "cook": ("", [transfer_to_pilot]), "pilot": ("You fly.", [])}),
]

WRONG = [
    ("10.1", with_a_client_of_its_own, "use the client that it gets"),
    ("10.1", only_one_round, "3 requests, and it sent 2"),
    ("10.1", changed(tools=lambda functions: []), "3 requests, and it sent 1"),
    ("10.1", changed(told=lambda call, functions: "done"), "what the tools returned, 3 and 0"),
    ("10.1", asks_once_more, "it sent 4 requests"),
    ("10.1", changed(after=1), "should send 4 requests, and it sent 5"),
    ("10.1", changed(after=1_000), "should send 4 requests, and it sent 12"),
    ("10.1", changed(ended="I give up."), 'should return "out of steps"'),
    ("10.1", changed(told=lets_it_fail), "Give the error to the model"),
    ("10.1", lambda client, task, functions, max_steps: None, "returned nothing"),
    ("10.2", lambda items: True, "without calls it should return False"),
    ("10.2", lambda items: False, "the same call three times it should return True"),
    ("10.2", twice_is_enough, "the same call twice it should return False"),
    ("10.2", only_in_a_row, "and others between it should return True"),
    ("10.2", by_how_many_differ, "two calls, each of them twice it should return False"),
    ("10.2", by_name, "three different arguments it should return False"),
    ("10.2", by_arguments, "the same arguments it should return False"),
    ("10.2", reads_dictionaries_only, "your code raised KeyError"),
    ("10.2", lambda items: len(items), "cannot read what you built"),
    ("10.3", lambda items, most: items, 'and " [cut]" should be left'),
    ("10.3", shorten_in_place, "the list that came in was changed"),
    ("10.3", drop, "4 are left"),
    ("10.3", lambda items, most: shorten(items, most, mark="..."), 'and " [cut]" should be left'),
    ("10.3", cut_messages_too, "only outputs that are too long should change"),
    ("10.3", lose_the_id, "lost its call_id or its type"),
    ("10.4", {}, "two agents or more, and there is 0"),
    ("10.4", {"captain": CAPTAIN}, "two agents or more, and there is 1"),
    ("10.4", {"captain": CAPTAIN, "cook": [brew]}, "should have two things"),
    ("10.4", {"captain": CAPTAIN, "cook": ("You cook.", [silent])}, "needs a docstring"),
    ("10.4", {"captain": CAPTAIN, "cook": ("You cook.", [untyped])}, "give it a type"),
    ("10.4", {"captain": CAPTAIN, "cook": ("You cook.", ["brew"])}, "is no function"),
    ("10.4", {"captain": ("You lead.", [transfer_to_pilot]), "cook": COOK}, "leads to nobody"),
    ("10.4", {"captain": ("You lead.", []), "cook": COOK}, "nobody hands over to 'cook'"),
]
