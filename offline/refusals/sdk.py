"""What the SDK's own types say that an object may hold, and the few places where the API is known to differ.

names(ResponseTextConfigParam).known["verbosity"]     # Optional[Literal["low", "medium", "high"]]
"""

import collections.abc
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, NotRequired, Required, Union, get_args, get_origin, get_type_hints

from typing_extensions import TypedDict

TAGS = ("type", "role", "mode")  # the names by which the API tells objects apart, the first that they have

# The types want these, the API does without (seen in requests that it answered, 2025 and 2026).
LEFT_OUT = {
    "ResponseInputImageParam": {"detail"},
    "ResponseOutputTextParam": {"annotations", "logprobs"},
    "FunctionToolParam": {"parameters", "strict"},
}
# Of these, the API notices last of all that they are missing or null (seen in August 2026); see together.py.
NOTICED_LATE = {
    "ChatCompletionSystemMessageParam": {"content"},
    "ChatCompletionUserMessageParam": {"content"},
    "ChatCompletionToolMessageParam": {"content"},
}
NULL_TOO = {"ChatCompletionAssistantMessageParam": {"tool_calls"}}  # a message of the API's own has null there (August 2026)
# The types have these, the API does not know them: no more (seen in August 2026), or only in the query.
GONE = {"Reasoning": {"generate_summary"}, "ItemCreateParams": {"include"}}
# The API takes these although the types do not have them: what it gave itself, sent back as it came (August 2026; the status
# of custom calls in October 2026, that of their outputs is a guess). Under the name of their module, because several types
# are called Function. And the name of the function in what it returned, as OpenAI's cookbook sends it (a run of May 2024).
SENT_BACK = {
    "chat_completion_assistant_message_param": ("ChatCompletionAssistantMessageParam", {"annotations": list, "parsed": Any}),
    "chat_completion_message_function_tool_call_param": ("Function", {"parsed_arguments": Any}),
    "chat_completion_tool_message_param": ("ChatCompletionToolMessageParam", {"name": str}),
    "response_custom_tool_call_param": ("ResponseCustomToolCallParam", {"status": str}),
    "response_custom_tool_call_output_param": ("ResponseCustomToolCallOutputParam", {"status": str}),
}
MESSAGES = ("EasyInputMessageParam", "Message", "ResponseOutputMessageParam")


class Names(NamedTuple):
    """The names of an object as they stand in JSON, and which of them must be there."""

    known: dict[str, Any]
    required: tuple[str, ...]


@cache
def names(kind: Any) -> Names:
    """Return the names of a TypedDict."""
    known, required = {}, []
    for name, hint in get_type_hints(kind, include_extras=True).items():
        needed = False
        while get_origin(hint) in (Required, NotRequired, Annotated):
            needed = needed or get_origin(hint) is Required
            # such as Annotated[bool, PropertyInfo(alias="async")], where the name is a keyword of Python
            name = next((alias for note in get_args(hint)[1:] if (alias := getattr(note, "alias", None))), name)
            hint = get_args(hint)[0]
        if name in GONE.get(kind.__name__, ()):
            continue
        late = name in NOTICED_LATE.get(kind.__name__, ())
        known[name] = hint | None if late or name in NULL_TOO.get(kind.__name__, ()) else hint
        if needed and not late and name not in LEFT_OUT.get(kind.__name__, ()):
            required.append(name)
    owner, more = SENT_BACK.get(kind.__module__.rpartition(".")[2], ("", {}))
    return Names(known | more if owner == kind.__name__ else known, tuple(required))


def members(kind: Any) -> list[Any]:
    """Return the types that a type stands for: those of a union, however it is written, or only itself."""
    if get_origin(kind) in (Annotated, Required, NotRequired):
        return members(get_args(kind)[0])
    if get_origin(kind) is Union or type(kind).__name__ == "UnionType":
        return _with_whole_messages([member for part in get_args(kind) for member in members(part)])
    return [kind]


def is_object(kind: Any) -> bool:
    """Return whether a type is one with names of its own."""
    return isinstance(kind, type) and hasattr(kind, "__required_keys__")


def inside(kind: Any) -> Any:
    """Return the type of the elements of a list, or of the values of a map; None where it does not say."""
    return get_args(kind)[-1] if get_args(kind) else None


def json_type(kind: Any) -> type:
    """Return what a value of this type is in JSON: str, bool, int, float, dict, list or NoneType; object for anything."""
    origin = get_origin(kind) or kind
    if origin is Literal:
        return type(get_args(kind)[0])
    if is_object(kind) or origin in (dict, collections.abc.Mapping):
        return dict
    if origin in (list, collections.abc.Iterable, collections.abc.Sequence):
        return list
    return origin if origin in (str, bool, int, float, type(None)) else object


def values(kind: Any) -> tuple:
    """Return the values that a type allows, where it names them."""
    return tuple(value for one in members(kind) if get_origin(one) is Literal for value in get_args(one))


def tag_of(kinds: tuple, tags: tuple[str, ...] = TAGS) -> str | None:
    """Return the name by which objects of these types are told apart: the first that all of them give values for."""
    return next((tag for tag in tags if all(values(names(kind).known.get(tag)) for kind in kinds)), None)


def _with_whole_messages(kinds: list) -> list:
    """Return the types, with those for messages made whole.

    Of messages, the SDK has three types that overlap. The API has two (seen in August 2026): what was told to the
    model, which may have an id and a status, and what it said, which needs neither, but may have a phase.
    """
    found = {kind.__name__: kind for kind in kinds if is_object(kind) and kind.__name__ in MESSAGES}
    if len(found) < len(MESSAGES):
        return kinds
    return [*_messages(*(found[name] for name in MESSAGES)), *(kind for kind in kinds if kind not in found.values())]


@cache
def _messages(easy: type, told: type, said: type) -> tuple[type, type]:
    usual = {name: hint for name, hint in names(easy).known.items() if name != "phase"}
    made = []
    for kind in (told, said):
        own = names(kind).known
        own = own | {"role": Required[own["role"]], "content": Required[str | own["content"]]}
        made.append(TypedDict("message", {"id": str} | usual | own, total=False))
    return tuple(made)
