"""What the API refuses about tools: their definitions, the choice between them, and their outputs.

Functions and custom tools only; every other kind of tool is refused elsewhere. In the Responses API a
tool's name stands beside its type, in Chat Completions one level deeper:

    {"type": "function", "name": "get_weather", ...}                  # Responses
    {"type": "function", "function": {"name": "get_weather", ...}}    # Chat Completions
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from types import MappingProxyType

from . import schemas, words
from .schemas import Wording
from .words import Refused

KINDS = ("function", "custom")
MOST_CHAT_TOOLS = 128

# The kinds of output among the items of a response, with the kind of call that each answers.
OUTPUTS = {"function_call_output": "function_call", "custom_tool_call_output": "custom_tool_call"}

WORDINGS = {
    "same name": Wording("Tool names must be unique.", "2026-08"),  # its param and code are guesses
    "required without tools": Wording("Tool choice 'required' must be specified with 'tools' parameter.", "2026-09"),
    "not among the tools": Wording("Tool choice '{tool}' not found in 'tools' parameter.", "2026-08"),
    "choice without tools": Wording(
        "Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are specified.", "2026-08"
    ),
    "not among the functions": Wording(
        "Invalid value for 'tool_choice': no {kind} named '{name}' was specified in the 'tools' parameter.", "2026-07"
    ),  # seen for a function
    "unanswered": Wording("No tool output found for {kind} {call_id}.", "2026-08"),
    "not called": Wording("No tool call found for {kind} output with call_id {call_id}.", "2026-08"),
    "without reasoning": Wording(
        "Item '{id}' of type '{type}' was provided without its required 'reasoning' item: '{reasoning}'.", "2026-10"
    ),
    "reasoning alone": Wording("Item '{id}' of type 'reasoning' was provided without its required following item.", "2026-11"),
    "unanswered in chat": Wording(
        "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. "
        "The following tool_call_ids did not have response messages: {call_ids}",
        "2026-08",
    ),
    "not called in chat": Wording(
        "Invalid parameter: messages with role 'tool' must be a response to a preceeding message with 'tool_calls'.", "2026-08"
    ),
    "another call in chat": Wording(
        "Invalid parameter: 'tool_call_id' of '{call_id}' not found in 'tool_calls' of previous message.", "2026-11"
    ),
    "no call in chat": Wording(
        "Missing parameter 'tool_call_id': messages with role 'tool' must have a 'tool_call_id'.", "2026-08"
    ),
}


def check_tools(tools: list[dict], *, chat: bool) -> None:
    """Refuse definitions of functions and custom tools that the API does not take.

    Without `strict` no schema is refused for what only strict mode lacks: Chat Completions then gives no
    guarantee, and the Responses API gives one where it can (`schemas.made_strict`).
    """
    if chat and not tools:
        raise words.empty_list("tools")
    if chat and len(tools) > MOST_CHAT_TOOLS:
        raise words.too_many("tools", len(tools), MOST_CHAT_TOOLS)
    names: set[str] = set()
    for where, kind, definition in _definitions(tools, chat):
        name = definition.get("name")
        schemas.check_name(name, f"{where}.name")
        if name in names:
            raise _refused("same name", f"{where}.name", "invalid_value")
        names.add(name)
        if kind == "function" and definition.get("parameters") is not None:
            schemas.check(
                definition["parameters"],
                context="function",
                name=name,
                param=f"{where}.parameters",
                code="invalid_function_parameters",
                strict=definition.get("strict") is True,
            )


def check_choice(choice: str | dict | None, tools: list[dict] | None, *, chat: bool) -> None:
    """Refuse a `tool_choice` for which there is no tool. `tools` have passed `check_tools`."""
    if choice is None:
        return
    if chat and not tools:
        raise _refused("choice without tools", "tool_choice")
    if choice == "required" and not tools:
        raise _refused("required without tools", "tool_choice")
    if isinstance(choice, dict):
        _check_chosen(choice, tools or [], chat)


def _check_chosen(choice: dict, tools: list[dict], chat: bool) -> None:
    named = {(kind, definition["name"]) for _, kind, definition in _definitions(tools, chat)}
    others = {tool.get("type") for tool in tools} - set(KINDS)
    for where, chosen in _chosen(choice, chat):
        kind = chosen.get("type")
        if kind not in KINDS:
            if kind not in others:
                raise _refused("not among the tools", "tool_choice", tool=kind)
            continue
        where, chosen = _within(chosen, kind, where, chat)
        if (name := chosen.get("name")) is None:
            raise words.missing(f"{where}.name")
        if (kind, name) in named:
            continue
        if chat:
            raise _refused(
                "not among the functions", "tool_choice", kind=kind if kind == "function" else "custom tool", name=name
            )
        raise _refused("not among the tools", "tool_choice", tool=name if choice["type"] == "allowed_tools" else kind)


def _chosen(choice: dict, chat: bool) -> Iterator[tuple[str, dict]]:
    """Yield the tools that a choice names, each with its place: one, or all that are allowed."""
    if choice.get("type") != "allowed_tools":
        yield "tool_choice", choice
        return
    where, allowed = ("tool_choice.allowed_tools", choice.get("allowed_tools")) if chat else ("tool_choice", choice)
    if allowed is None:
        raise words.missing(where)
    for number, tool in enumerate(allowed.get("tools") or []):
        yield f"{where}.tools[{number}]", tool


def _definitions(tools: list[dict], chat: bool) -> Iterator[tuple[str, str, dict]]:
    """Yield the functions and custom tools: the place, the kind, and what is said of it."""
    for number, tool in enumerate(tools):
        where, kind = f"tools[{number}]", tool.get("type")
        if kind is None:
            raise words.missing(f"{where}.type")
        if kind in KINDS:
            where, definition = _within(tool, kind, where, chat)
            yield where, kind, definition


def _within(tool: dict, kind: str, where: str, chat: bool) -> tuple[str, dict]:
    """Return the part of a tool that has its name, and where it stands."""
    if not chat:
        return where, tool
    where = f"{where}.{kind}"
    if not isinstance(tool.get(kind), dict):
        raise words.missing(where)
    return where, tool[kind]


def check_outputs(
    items: Iterable[dict], *, earlier: Iterable[dict] = (), reasoned: Mapping[str, str] = MappingProxyType({})
) -> None:
    """Refuse calls without an output, outputs without a call, and items apart from their reasoning.

    `items` are what a request brings, `earlier` what the API itself kept before them; references are
    resolved. `reasoned` gives the reasoning item's id for the id of each item that was made after one.
    An item that is sent without its id is not asked for its reasoning.
    """
    items, earlier = list(items), list(earlier)
    _check_reasoning(items, {item.get("id") for item in earlier}, reasoned)
    answered: dict[tuple[str, str], bool] = {}  # each call, by kind and call_id
    for item in [*earlier, *items]:
        kind, call_id = item.get("type"), item.get("call_id")
        if kind in OUTPUTS.values():
            answered[kind, call_id] = False
        elif kind in OUTPUTS:
            if (OUTPUTS[kind], call_id) not in answered:
                raise _refused("not called", "input", kind=_spoken(OUTPUTS[kind]), call_id=call_id)
            answered[OUTPUTS[kind], call_id] = True
    for (kind, call_id), is_answered in answered.items():
        if not is_answered:
            raise _refused("unanswered", "input", kind=_spoken(kind), call_id=call_id)


def _check_reasoning(items: list[dict], seen: set, reasoned: Mapping[str, str]) -> None:
    for item, following in zip_longest(items, items[1:], fillvalue={}):
        item_id = item.get("id")
        reasoning = reasoned.get(item_id)
        if reasoning is not None and reasoning not in seen:
            raise _refused("without reasoning", "input", id=item_id, type=item.get("type", "message"), reasoning=reasoning)
        if item.get("type") == "reasoning" and item_id and not _is_said(following):
            raise _refused("reasoning alone", "input", id=item_id)
        seen.add(item_id)


def _is_said(item: dict) -> bool:
    """Return whether an item is one that a model makes."""
    kind = item.get("type", "message")
    return item.get("role") == "assistant" if kind == "message" else kind not in OUTPUTS


def _spoken(kind: str) -> str:
    return kind.replace("_", " ")


def check_chat_outputs(messages: list[dict]) -> None:
    """Refuse messages in which a call is not followed by its output, or an output does not follow its call."""
    called: list[str] = []  # ids of the last assistant message
    open_calls: list[str] = []
    for number, message in enumerate(messages):
        where = f"messages.[{number}]"
        if message.get("role") != "tool":
            _check_answered(open_calls, where)
            called = [call.get("id") for call in message.get("tool_calls") or []]
            open_calls = list(called)
            continue
        call_id = message.get("tool_call_id")
        if call_id is None:
            raise _refused("no call in chat", f"{where}.tool_call_id")
        if not called:
            raise _refused("not called in chat", f"{where}.role")
        if call_id not in called:
            raise _refused("another call in chat", f"{where}.tool_call_id", call_id=call_id)
        open_calls = [other for other in open_calls if other != call_id]
    _check_answered(open_calls, f"messages.[{len(messages) - 1}]")


def _check_answered(call_ids: list[str], where: str) -> None:
    if call_ids:
        raise _refused("unanswered in chat", f"{where}.role", call_ids=", ".join(map(str, call_ids)))


def _refused(which: str, param: str, code: str | None = None, **values) -> Refused:
    return Refused(WORDINGS[which].text.format(**values), param=param, code=code)
