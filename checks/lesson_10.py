"""Lesson 10: a loop with a limit, a run that goes in circles, outputs made shorter, and a team of one's own."""

import copy
import inspect
import json
from collections.abc import Callable

from openai.types.responses import ResponseFunctionToolCall

from offline.wire import Reply

from .judging import YourCodeRaised
from .registry import exercise
from .stand_in import StandIn, client

STOCK = {"oat milk": 3, "muffins": 0}
TASK = "Check the stock of every item."
MOST = 12  # requests of one run: no solution needs as many
HANDOFF = "transfer_to_"


def list_items() -> list:
    """List the items that the coffee shop keeps in stock."""
    return list(STOCK)


def get_stock(item: str) -> int:
    """Return how many of an item the coffee shop has in stock."""
    return STOCK[item]


def check_delivery() -> str:
    """Look whether today's delivery is there."""
    return "Not yet. Please ask again later."


@exercise("10.1", praise="An agent of your own, and it knows when to stop.", returns=str)
def _loop(my_agent: Callable) -> str | None:
    said, requests = _run(my_agent, TASK, [list_items, get_stock], 6)
    if not requests:
        return "it sent no request: use the client that it gets, client.responses.create(...), and no helper with a client of its own."
    if len(requests) < 3:
        return f"for {TASK!r} it should send a list, then a stock for each item, then the answer: 3 requests, and it sent {len(requests)}."
    if not requests[0].get("tools"):
        return 'the model was told of no tools: send "tools" with each request.'
    if said == "out of steps" or not all(str(number) in said for number in STOCK.values()):
        return f"for {TASK!r} the answer should tell what the tools returned, 3 and 0, and it is {said!r}."
    if len(requests) > 3:
        return f"the response to request 3 had no calls, so the task was done, but it sent {len(requests)} requests."
    said, requests = _run(my_agent, "Wait until the delivery is there.", [check_delivery], 4)
    if len(requests) != 4:
        return (
            f"with a limit of 4 steps and a tool that is never content, it should send 4 requests, and it sent {len(requests)}."
        )
    if said != "out of steps":
        return f'at the limit it should return "out of steps", and it returned {said!r}.'
    try:
        _run(my_agent, "How much unicorn milk is left?", [list_items, get_stock], 6)
    except YourCodeRaised as raised:
        if isinstance(raised.error, KeyError):
            return "a tool raised KeyError, and so did your loop. Give the error to the model, as an output."
        raise
    return None


@exercise("10.2", praise="You see it before your money is gone.", returns=bool)
def _circles(goes_in_circles: Callable) -> str | None:
    asked = {"role": "user", "content": "Wait until the delivery is there."}
    twice = [asked, *_pair("call_1", "check"), *_pair("call_2", "check")]
    cases = [
        (False, "without calls", [asked]),
        (False, "with the same call twice", twice),
        (True, "with the same call three times", [*twice, *_pair("call_3", "check")]),
        (True, "with the same call three times, and others between", _mixed()),
        (
            False,
            "with one tool and three different arguments",
            [pair for name in "abc" for pair in _pair(name, "find", name=name)],
        ),
        (False, "with three tools and the same arguments", [pair for name in "abc" for pair in _pair(name, name, x=1)]),
        (False, "with two calls, each of them twice", [*twice, *_pair("call_3", "look"), *_pair("call_4", "look")]),
    ]
    for wanted, what, items in cases:
        if (found := goes_in_circles(items)) is not wanted:
            return f"for a run {what} it should return {wanted}, and it returned {found}."
    return None


@exercise("10.3", praise="Less to read, and the API still takes it.", returns=list)
def _shorten(shorten: Callable) -> str | None:
    asked = {"role": "user", "content": "Read both letters. " * 5}
    items = [asked, *_pair("call_1", "read", "A" * 100, name="one"), *_pair("call_2", "read", "short", name="two")]
    before = copy.deepcopy(items)
    found = shorten(items, 20)
    if items != before:
        return "the list that came in was changed: make new items, and leave the old ones alone."
    if len(found) != len(items):
        return f"there were {len(items)} items, and {len(found)} are left. Cut the outputs, and keep every item."
    if found[2].get("output") != "A" * 20 + " [cut]":
        return f'of an output of 100 characters, 20 and " [cut]" should be left, and there is {found[2].get("output")!r}.'
    if [item for place, item in enumerate(found) if place != 2] != [item for place, item in enumerate(before) if place != 2]:
        return (
            "only outputs that are too long should change. The message, the calls and the short output should stay as they are."
        )
    if found[2] != before[2] | {"output": found[2]["output"]}:
        return "the shorter output lost its call_id or its type: the API would refuse it."
    return None


@exercise("10.4", praise="They work together.", value=dict)
def _team(my_team: dict) -> str | None:
    if len(my_team) < 2:
        return f"a team has two agents or more, and there is {len(my_team)}."
    for name, agent in my_team.items():
        if not (isinstance(agent, tuple | list) and len(agent) == 2 and isinstance(agent[0], str) and isinstance(agent[1], list)):
            return f"{name!r} should have two things: instructions (a text) and a list of functions."
        for function in agent[1]:
            if missing := _unclear(function):
                return missing
    handoffs = {
        name: [f.__name__.removeprefix(HANDOFF) for f in agent[1] if f.__name__.startswith(HANDOFF)]
        for name, agent in my_team.items()
    }
    if unknown := [to for names in handoffs.values() for to in names if to not in my_team]:
        return f"{HANDOFF}{unknown[0]} leads to nobody: there is no {unknown[0]!r} in the team."
    if left_out := [name for name in my_team if name not in _reached(handoffs, next(iter(my_team)))]:
        return f"nobody hands over to {left_out[0]!r}: it needs a function {HANDOFF}{left_out[0]}."
    return None


class _Impatient(StandIn):
    """A stand-in that answers MOST requests, so that a loop without an end has one, and that takes the likeliest way each time."""

    def handle(self, method: str, path: str, headers: dict[str, str], content: bytes) -> Reply:
        if len(self.requests) == MOST:
            raise ConnectionError("This check has answered enough requests.")
        steady = json.loads(content) | {"temperature": 0, "reasoning": {"effort": "none"}}
        return super().handle(method, path, headers, json.dumps(steady).encode())


def _run(my_agent: Callable, task: str, functions: list[Callable], limit: int) -> tuple[str, list[dict]]:
    """Return what an agent said about a task, and the requests that it sent."""
    standin, said = _Impatient(), ""
    try:
        said = my_agent(client(standin), task, functions, limit)
    except YourCodeRaised:
        if len(standin.requests) < MOST:
            raise
    return said, [body for _, body in standin.requests]


def _pair(call_id: str, name: str, output: str = "done", /, **arguments) -> list:
    """Return a call, as the SDK has it, and its output."""
    call = ResponseFunctionToolCall(type="function_call", call_id=call_id, name=name, arguments=json.dumps(arguments))
    return [call, {"type": "function_call_output", "call_id": call_id, "output": output}]


def _mixed() -> list:
    return [item for number in range(5) for item in _pair(f"call_{number}", "check" if number % 2 == 0 else "look")]


def _unclear(function) -> str | None:
    """Return what a function lacks that a tool needs, or None."""
    if not callable(function) or not hasattr(function, "__name__"):
        return f"{function!r} is no function."
    if not (function.__doc__ or "").strip():
        return f"{function.__name__} needs a docstring: it is all that the model knows about it."
    parameters = inspect.signature(function).parameters.values()
    if untyped := [parameter.name for parameter in parameters if parameter.annotation is inspect.Parameter.empty]:
        return f"the model cannot know what {untyped[0]!r} of {function.__name__} is: give it a type."
    return None


def _reached(handoffs: dict[str, list[str]], first: str) -> set[str]:
    """Return who can be reached by handoffs from the first agent, itself included."""
    reached, waiting = set(), [first]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += handoffs[name]
    return reached
