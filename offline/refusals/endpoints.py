"""The SDK's own types of what each endpoint takes, and the order in which the API looks at it."""

from functools import cache
from importlib import import_module
from typing import Any

from typing_extensions import TypedDict

from . import words
from .sdk import names
from .spelling import nearest
from .types import Check, checker

# What Chat Completions calls otherwise (seen in August 2026 for messages, for the others earlier).
MOVED = {
    "messages": "input",
    "response_format": "text.format",
    "reasoning_effort": "reasoning.effort",
    "max_completion_tokens": "max_output_tokens",
}
# In this order the API looks at the parameters (seen in August 2026); at those that are not named here, afterwards.
# fmt: off
ORDER = {
    "responses": (
        "model", "input", "previous_response_id", "prompt", "moderation", "include", "tools", "tool_choice", "metadata", "text",
        "temperature", "top_p", "parallel_tool_calls", "stream", "stream_options", "background", "max_output_tokens",
        "max_tool_calls", "reasoning", "user", "safety_identifier", "prompt_cache_options", "prompt_cache_key",
        "prompt_cache_retention", "truncation", "instructions", "store", "service_tier", "top_logprobs",
    ),
    "chat/completions": (
        "model", "messages", "functions", "function_call", "tools", "tool_choice", "parallel_tool_calls",
        "max_completion_tokens", "n", "temperature", "top_p", "presence_penalty", "frequency_penalty", "logprobs", "top_logprobs",
        "user", "seed", "moderation", "safety_identifier", "prompt_cache_options", "prompt_cache_key", "prompt_cache_retention",
        "response_format", "service_tier", "max_tokens", "reasoning_effort", "logit_bias", "stop", "stream", "stream_options",
        "store", "metadata", "prediction", "verbosity",
    ),
}
# fmt: on


def check(endpoint: str, body: dict) -> None:
    """Refuse names, types and values that the endpoint does not know, in the order of the API. Raises Refused."""
    checks, required = _checks(endpoint)
    _refuse_moved(endpoint, body)
    for name in required:
        if name not in body:
            raise words.missing(name)
    for name in body:
        if name not in checks:
            raise words.unknown(name, nearest(name, checks, body))
    for name, check_value in checks.items():
        if name in body and (body[name] is not None or name in required):  # elsewhere, null is as good as nothing
            check_value(body[name], name)


def _refuse_moved(endpoint: str, body: dict) -> None:
    if endpoint == "chat/completions" and not body.get("model"):
        raise words.no_model()
    if endpoint == "responses":
        for name in MOVED:
            if name in body:
                raise words.moved(name, MOVED[name])


@cache
def _checks(endpoint: str) -> tuple[dict[str, Check], tuple[str, ...]]:
    """Return the check of each parameter, made from the SDK's types, and the names that must be there."""
    known, required = {}, ()
    for kind in types_of(endpoint):
        known, required = known | names(kind).known, required + names(kind).required
    if endpoint == "responses":
        required = ("model", "input")  # seen in August 2026, even with a previous_response_id
    order = [name for name in ORDER.get(endpoint, ()) if name in known]
    return {name: checker(known[name]) for name in dict.fromkeys([*order, *known])}, required


class _Streamed(TypedDict, total=False):
    stream: bool | None  # the SDK has a type for each of its values


# The SDK's types of each endpoint: modules of openai.types, and names in them.
TYPES = {
    "responses": ("responses.response_create_params", "ResponseCreateParamsBase"),
    "responses/input_tokens": ("responses.input_token_count_params", "InputTokenCountParams"),
    "responses/compact": ("responses.response_compact_params", "ResponseCompactParams"),
    "chat/completions": ("chat.completion_create_params", "CompletionCreateParamsBase"),
    "conversations": ("conversations.conversation_create_params", "ConversationCreateParams"),
    "conversations/items": ("conversations.item_create_params", "ItemCreateParams"),
    "conversations/update": ("chat.completion_update_params", "CompletionUpdateParams"),
    "embeddings": ("embedding_create_params", "EmbeddingCreateParams"),
    "moderations": ("moderation_create_params", "ModerationCreateParams"),
    "batches": ("batch_create_params", "BatchCreateParams"),
}


def types_of(endpoint: str) -> list[Any]:
    """Return the SDK's types of an endpoint; each is imported when first it is needed, because most programs use few of them."""
    module, name = TYPES[endpoint]
    found = getattr(import_module(f"openai.types.{module}"), name)
    return [found, _Streamed] if name.endswith("Base") else [found]
