"""What the API refuses, with its own status, type, param, code and wording.

The wordings were collected in 2026 from the API's answers in public issue reports. The names of the
parameters, and the values of some, come from the installed openai package, so that they cannot fall
behind it.
"""

from typing import get_args, get_type_hints

from openai.types import EmbeddingCreateParams, ModerationCreateParams
from openai.types.chat.completion_create_params import CompletionCreateParamsBase
from openai.types.responses import ResponseIncludable, ResponseTextConfigParam
from openai.types.responses.input_token_count_params import InputTokenCountParams
from openai.types.responses.response_create_params import ResponseCreateParamsBase
from openai.types.shared_params import Reasoning

from ..models import EFFORTS, Model, find

RESPONSES = frozenset(ResponseCreateParamsBase.__annotations__) | {"stream"}
CHAT = frozenset(CompletionCreateParamsBase.__annotations__) | {"stream"}
TOKEN_COUNT = frozenset(InputTokenCountParams.__annotations__)
EMBEDDINGS = frozenset(EmbeddingCreateParams.__annotations__)
MODERATIONS = frozenset(ModerationCreateParams.__annotations__)
REASONING = frozenset(Reasoning.__annotations__)
TEXT = frozenset(ResponseTextConfigParam.__annotations__)

INCLUDABLE = get_args(ResponseIncludable)
RESPONSES_TIERS, CHAT_TIERS = (
    tuple(tier for literal in get_args(get_type_hints(params)["service_tier"]) for tier in get_args(literal))
    for params in (ResponseCreateParamsBase, CompletionCreateParamsBase)
)
VERBOSITIES = ("low", "medium", "high")
LONGEST_INPUT = 10_485_760  # characters, from the published OpenAPI specification
CHARS_PER_TOKEN = 8  # more than English has; what is longer needs no counting to be too long


class Refused(Exception):
    """A request that the API would answer with an error; `status` is the HTTP status."""

    def __init__(self, message, *, param=None, code=None, status=400, type="invalid_request_error"):
        super().__init__(message)
        self.status = status
        self.body = {"error": {"message": message, "type": type, "param": param, "code": code}}


def find_model(body: dict, *, chat: bool) -> Model:
    """Return what is known of the model that a request names."""
    name = body.get("model")
    if name is None:
        raise Refused("Missing required parameter: 'model'.", param="model", code="missing_required_parameter")
    _is(body, "model", str)
    if model := find(name):
        return model
    raise unknown_model(name, chat=chat)


def unknown_model(name: str, *, chat: bool) -> Refused:
    """Return the refusal of a model that does not exist."""
    if chat:
        message = f"The model `{name}` does not exist or you do not have access to it."
        return Refused(message, code="model_not_found", status=404)
    return Refused(f"The requested model '{name}' does not exist.", param="model", code="model_not_found")


def bad_key(key: str) -> Refused:
    """Return the refusal of an API key; no part of the key is repeated."""
    if not key:
        message = "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY)."
        return Refused(message, status=401)
    message = f"Incorrect API key provided: {'*' * len(key)}. You can find your API key at https://platform.openai.com/account/api-keys."
    return Refused(message, status=401, code="invalid_api_key")


def check_known(body: dict, known: frozenset[str], where: str = "") -> None:
    """Refuse parameters that the endpoint, or its parameter `where`, does not have."""
    for name in body:
        if name not in known:
            name = f"{where}.{name}" if where else name
            raise Refused(f"Unknown parameter: '{name}'.", param=name, code="unknown_parameter")


def check_common(body: dict) -> None:
    """Refuse wrong types and values of the parameters that both endpoints have."""
    _number(body, "temperature", 0, 2)
    _number(body, "top_p", 0, 1)
    _integer(body, "top_logprobs", 0, 20)
    for name in ("stream", "store", "parallel_tool_calls"):
        _is(body, name, bool)
    _is(body, "stream_options", dict)
    check_metadata(body)


def check_metadata(body: dict) -> None:
    """Refuse metadata that is not up to 16 short texts with short names."""
    metadata = body.get("metadata")
    if metadata is None:
        return
    _is(body, "metadata", dict)
    if len(metadata) > 16:
        message = f"Invalid 'metadata': too many properties. Expected an object with at most 16 properties, but got an object with {len(metadata)} properties instead."
        raise Refused(message, param="metadata", code="object_above_max_properties")
    for key, value in metadata.items():
        _is(metadata, key, str, where=f"metadata.{key}")
        for text, part, longest in ((key, "key", 64), (value, "value", 512)):
            if len(text) > longest:
                message = f"Invalid 'metadata': {part} too long. Expected a string with maximum length {longest}, but got a string with length {len(text)} instead."
                raise Refused(message, param="metadata", code="string_above_max_length")


def check_responses(body: dict, model: Model) -> str | None:
    """Refuse what the Responses API refuses; return the reasoning effort in force (None: no such thing)."""
    check_common(body)
    _integer(body, "max_output_tokens", 16)
    check_continuation(body)
    for name, known in (("reasoning", REASONING), ("text", TEXT)):
        _is(body, name, dict)
        check_known(body.get(name) or {}, known, name)
    _is(body, "include", list)
    for number, item in enumerate(body.get("include") or []):
        if not isinstance(item, str):
            _wrong_type(f"include[{number}]", "a string", item)
        _one_of({"include": item}, "include", INCLUDABLE, f"include[{number}]")
    _verbosity(body.get("text") or {}, "text.verbosity", body["model"], model)
    _one_of(body, "truncation", ("auto", "disabled"))
    _one_of(body, "service_tier", RESPONSES_TIERS)
    effort = _effort(body.get("reasoning") or {}, "effort", "reasoning.effort", body["model"], model)
    wants_logprobs = "message.output_text.logprobs" in (body.get("include") or [])
    for name in ("temperature", "top_p", "top_logprobs"):
        if body.get(name) is not None and effort not in (None, "none"):
            raise Refused(f"Unsupported parameter: '{name}' is not supported with this model.", param=name)
    if wants_logprobs and effort not in (None, "none"):
        raise Refused("logprobs are not supported with reasoning models.", param="include")
    if body.get("input") is None and not body.get("previous_response_id") and not body.get("conversation"):
        message = "One of \"input\" or \"previous_response_id\" or 'prompt' or 'conversation' must be provided."
        raise Refused(message, code="missing_required_parameter")
    return effort


def check_continuation(body: dict) -> None:
    """Refuse wrong types of what else the Responses API joins to the input."""
    for name in ("instructions", "previous_response_id"):
        _is(body, name, str)
    conversation = body.get("conversation")
    if not isinstance(conversation, str | dict | None):
        _wrong_type("conversation", "one of a string or object", conversation)
    if isinstance(conversation, dict):
        _needs(conversation, "id", "conversation")
        _is(conversation, "id", str, "conversation.id")
    if conversation and body.get("previous_response_id"):
        message = "Mutually exclusive parameters. Ensure you are only providing one of: 'previous_response_id' or 'conversation'."
        raise Refused(message, code="mutually_exclusive_parameters")


def check_chat(body: dict, model: Model) -> str | None:
    """Refuse what Chat Completions refuses; return the reasoning effort in force (None: no such thing)."""
    check_common(body)
    _integer(body, "n", 1, 128)
    _integer(body, "max_tokens", 1)
    _integer(body, "max_completion_tokens", 1)
    _integer(body, "seed", None)
    _is(body, "logprobs", bool)
    _verbosity(body, "verbosity", body["model"], model)
    _one_of(body, "service_tier", CHAT_TIERS)
    _number(body, "frequency_penalty", -2, 2)
    _number(body, "presence_penalty", -2, 2)
    effort = _effort(body, "reasoning_effort", "reasoning_effort", body["model"], model)
    if body.get("top_logprobs") is not None and not body.get("logprobs"):
        message = "The 'top_logprobs' parameter is only allowed when 'logprobs' is enabled."
        raise Refused(message, param="top_logprobs", code="invalid_value")
    if model.efforts:
        _refuse_for_reasoning_model(body, effort)
    if body.get("max_tokens") is not None and body.get("max_completion_tokens") is not None:
        message = "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported."
        raise Refused(message, param="max_tokens", code="invalid_parameter_combination")
    stop = body.get("stop")
    if not all(isinstance(end, str) for end in (stop if isinstance(stop, list) else [stop or ""])):
        message = f"Invalid type for 'stop': expected one of a string or array of strings, but got {_KINDS[type(stop)]} instead."
        raise Refused(message, param="stop", code="invalid_type")
    if isinstance(stop, list) and len(stop) > 4:
        message = f"Invalid 'stop': array too long. Expected an array with maximum length 4, but got an array with length {len(stop)} instead."
        raise Refused(message, param="stop", code="array_above_max_length")
    if effort not in (None, "none") and body.get("tools"):
        message = (
            f"Function tools with reasoning_effort are not supported for {body['model']} in /v1/chat/completions. "
            "To use function tools, use /v1/responses or set reasoning_effort to 'none'."
        )
        raise Refused(message, param="reasoning_effort")
    return effort


def _refuse_for_reasoning_model(body: dict, effort: str) -> None:
    if body.get("max_tokens") is not None:
        message = "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."
        raise Refused(message, param="max_tokens", code="unsupported_parameter")
    never = [name for name in ("stop", "logit_bias") if body.get(name)]
    never += [name for name in ("frequency_penalty", "presence_penalty") if body.get(name)]
    if effort != "none":
        never += [name for name in ("logprobs", "top_logprobs") if body.get(name)]
        for name in ("temperature", "top_p"):
            if body.get(name) not in (None, 1):
                message = f"Unsupported value: '{name}' does not support {body[name]} with this model. Only the default (1) value is supported."
                raise Refused(message, param=name, code="unsupported_value")
    for name in never:
        message = f"Unsupported parameter: '{name}' is not supported with this model."
        raise Refused(message, param=name, code="unsupported_parameter")


def check_messages(messages) -> None:
    """Refuse a `messages` list that Chat Completions cannot use."""
    if messages is None:
        raise Refused("Missing required parameter: 'messages'.", param="messages", code="missing_required_parameter")
    _is({"messages": messages}, "messages", list)
    if not messages:
        message = "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead."
        raise Refused(message, param="messages", code="empty_array")
    for number, item in enumerate(messages):
        where = f"messages[{number}]"
        _object(item, where)
        _needs(item, "role", where)
        _one_of(item, "role", ("system", "assistant", "user", "function", "tool", "developer"), f"{where}.role")
        if item["role"] != "assistant":
            _needs(item, "content", where)
        _content(item, where)


def check_input_items(items: list, name: str = "input") -> None:
    """Refuse a list of items (the parameter `name`) that the Responses API cannot use."""
    for number, item in enumerate(items):
        where = f"{name}[{number}]"
        _object(item, where)
        if item.get("type", "message") == "message":
            _needs(item, "role", where)
            _one_of(item, "role", ("assistant", "system", "developer", "user"), f"{where}.role")
            _needs(item, "content", where)
            _content(item, where)


def too_long(count: int, model: Model, *, chat: bool) -> Refused:
    """Return the refusal of an input of `count` tokens."""
    if chat:
        message = f"This model's maximum context length is {model.context} tokens. However, your messages resulted in {count} tokens. Please reduce the length of the messages."
        return Refused(message, param="messages", code="context_length_exceeded")
    message = "Your input exceeds the context window of this model. Please adjust your input and try again."
    return Refused(message, param="input", code="context_length_exceeded")


def check_conversation_items(body: dict, *, needed: bool) -> list[dict]:
    """Return the items that a request puts into a conversation; refuse what cannot be put there."""
    items = body.get("items")
    if items is None and needed:
        raise Refused("Missing required parameter: 'items'.", param="items", code="missing_required_parameter")
    _is(body, "items", list)
    if items and len(items) > 20:
        message = f"Invalid 'items': array too long. Expected an array with maximum length 20, but got an array with length {len(items)} instead."
        raise Refused(message, param="items", code="array_above_max_length")
    check_input_items(items or [], "items")
    return items or []


def check_embeddings(body: dict, longest: int | None) -> None:
    """Refuse what the embeddings endpoint refuses. `longest` is the model's dimensions; None if it takes no choice."""
    _one_of(body, "encoding_format", ("float", "base64"))
    _integer(body, "dimensions", 1)
    dimensions = body.get("dimensions")
    if dimensions is not None and longest is None:
        raise Refused("This model does not support specifying dimensions.")
    if dimensions is not None and dimensions > longest:
        raise Refused(f"Invalid value for 'dimensions' = {dimensions}. Must be less than or equal to {longest}.")


def _needs(item: dict, name: str, where: str) -> None:
    if item.get(name) is None:
        message = f"Missing required parameter: '{where}.{name}'."
        raise Refused(message, param=f"{where}.{name}", code="missing_required_parameter")


def _object(item, where: str) -> None:
    if not isinstance(item, dict):
        _wrong_type(where, "an object", item)


def _content(item: dict, where: str) -> None:
    content = item.get("content")
    if not isinstance(content, str | list | None):
        _wrong_type(f"{where}.content", "one of a string or array of objects", content)
    for number, part in enumerate(content if isinstance(content, list) else []):
        _object(part, f"{where}.content[{number}]")
        for name in ("text", "refusal"):
            _is(part, name, str, where=f"{where}.content[{number}].{name}")


_KINDS = {
    str: "a string",
    bool: "a boolean",
    dict: "an object",
    list: "an array",
    int: "an integer",
    float: "a decimal number",
    type(None): "null",
}


def _is(body: dict, name: str, kind: type, where: str | None = None) -> None:
    value = body.get(name)
    if value is not None and not isinstance(value, kind):
        _wrong_type(where or name, _KINDS[kind], value)


def _wrong_type(name: str, expected: str, value) -> None:
    message = f"Invalid type for '{name}': expected {expected}, but got {_KINDS[type(value)]} instead."
    raise Refused(message, param=name, code="invalid_type")


def _number(body: dict, name: str, low: float, high: float) -> None:
    value = body.get(name)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int | float)):
        _wrong_type(name, "a decimal", value)
    _within(value, name, "decimal", low, high)


def _integer(body: dict, name: str, low: int | None, high: int | None = None) -> None:
    value = body.get(name)
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        _wrong_type(name, "an integer", value)
    _within(value, name, "integer", low, high)


def _within(value, name: str, kind: str, low, high) -> None:
    if value is None:
        return
    for limit, wrong, word, sign, code in (
        (low, low is not None and value < low, "below minimum", ">=", "below_min"),
        (high, high is not None and value > high, "above maximum", "<=", "above_max"),
    ):
        if wrong:
            message = f"Invalid '{name}': {kind} {word} value. Expected a value {sign} {limit}, but got {value} instead."
            raise Refused(message, param=name, code=f"{kind}_{code}_value")


def _one_of(body: dict, name: str, allowed: tuple[str, ...], where: str | None = None) -> None:
    value = body.get(name)
    if value is not None and value not in allowed:
        message = f"Invalid value: '{value}'. Supported values are: {_listed(allowed)}."
        raise Refused(message, param=where or name, code="invalid_value")


def _effort(body: dict, name: str, where: str, model_name: str, model: Model) -> str | None:
    _one_of(body, name, EFFORTS, where)
    effort, supported = body.get(name), model.efforts
    if not supported:
        if effort is not None:
            message = f"Unsupported parameter: '{where}' is not supported with this model."
            raise Refused(message, param=where, code="unsupported_parameter")
        return None
    if effort is None:
        return supported[0]
    if effort not in supported:
        raise _unsupported(effort, where, model_name, [known for known in EFFORTS if known in supported])
    return effort


def _verbosity(body: dict, where: str, model_name: str, model: Model) -> None:
    _one_of(body, "verbosity", VERBOSITIES, where)
    if not model.efforts and body.get("verbosity") not in (None, "medium"):
        raise _unsupported(body["verbosity"], where, model_name, ["medium"])


def _unsupported(value: str, where: str, model_name: str, supported: list[str]) -> Refused:
    message = f"Unsupported value: '{value}' is not supported with the '{model_name}' model. Supported values are: {_listed(supported)}."
    return Refused(message, param=where, code="unsupported_value")


def _listed(values) -> str:
    quoted = [f"'{value}'" for value in values]
    return ", ".join(quoted[:-1]) + f", and {quoted[-1]}" if len(quoted) > 2 else " and ".join(quoted)
