"""The API's refusals in its own words: one function a sentence, each returning a `Refused` to raise.

    raise words.missing("tools[0].name")

Every docstring says when the wording was last seen in a public record of the API's answers. Where none was
found, the name stands in GUESSED. August 2026 stands for the 333 requests that a public project sent to
gpt-5.6-terra on the 30th and 31st, to compare its own answers with the API's, sentence by sentence.
"""

from collections.abc import Iterable

from .phrases import CONTENT_PARTS, EXPECTED, ITEMS, KINDS, in_order, listed, one_of, place, short

GUESSED = frozenset({"background_unstored", "unfit_for_background", "too_deep", "too_long_name", "too_short", "unavailable"})
"""The sentences that nobody has seen: plain words of our own, or the API's for a like case."""

UNREADABLE = "We could not parse the JSON body of your request. The OpenAI API expects a JSON payload."


class Refused(Exception):
    """A request that the API would answer with an error; `status` is the HTTP status."""

    def __init__(self, message, *, param=None, code=None, status=400, type="invalid_request_error"):
        super().__init__(message)
        self.status = status
        self.body = {"error": {"message": message, "type": type, "param": param, "code": code}}


# --- Names ---


def missing(param: str) -> Refused:
    """Return the refusal of a request without `param`. Seen in August 2026."""
    return Refused(f"Missing required parameter: '{param}'.", param=param, code="missing_required_parameter")


def unknown(param: str, near: Iterable[str] = ()) -> Refused:
    """Return the refusal of a parameter that there is not; `near` are names that may be meant. Seen in August 2026."""
    guess = " or ".join(f"'{name}'" for name in near)
    help = f" Did you mean {guess}?" if guess else ""
    return Refused(f"Unknown parameter: '{param}'.{help}", param=param, code="unknown_parameter")


def moved(name: str, to: str) -> Refused:
    """Return the refusal of a parameter of Chat Completions in a response. Seen in August 2026 for `messages`."""
    message = (
        f"Unsupported parameter: '{name}'. In the Responses API, this parameter has moved to '{to}'. Try again with the new "
        "parameter. See the API documentation for more information: https://platform.openai.com/docs/api-reference/responses/create."
    )
    return Refused(message, param=None if name == "messages" else name, code="unsupported_parameter")


# --- Types and values ---


def wrong_type(param: str, expected: str, value) -> Refused:
    """Return the refusal of a value of a wrong type; `expected` is such as "a string". Seen in August 2026."""
    expected, got = EXPECTED.get((place(param), expected), expected), KINDS[type(value)]
    if value is None and param in ("model", "input"):
        expected, got = "a string", "an object"
    return Refused(f"Invalid type for '{param}': expected {expected}, but got {got} instead.", param=param, code="invalid_type")


def not_one_of(value: str, values: Iterable[str], param: str) -> Refused:
    """Return the refusal of a text that is not one of `values`. Seen in August 2026."""
    message = f"Invalid value: '{value}'. Supported values are: {listed(in_order(values, param))}."
    return Refused(message, param=param, code="invalid_value")


def no_such_kind(value: dict, tag: str, known: Iterable[str], where: str) -> Refused:
    """Return the refusal of an object whose `tag` (`type` or `role`) is none of those `known`. Seen in August 2026."""
    label, known = value.get(tag), tuple(known)
    if place(where) in ITEMS and ("message" in known or "assistant" in known):
        return not_one_of(label if isinstance(label, str) else "", known if tag == "role" else sorted(known), where)
    param = f"{where}.{tag}"
    if tag not in value:
        return missing(param)
    if not isinstance(label, str):
        return wrong_type(param, one_of(known), label)
    if known[0] in CONTENT_PARTS and where.startswith(("input[", "items[")):
        if label in CONTENT_PARTS:  # there is such a part, but not here
            return not_one_of(label, known, where)
        known = tuple(dict.fromkeys((*CONTENT_PARTS, *known)))
    return not_one_of(label, known, param)


def unreadable() -> Refused:
    """Return the refusal of a body that is no JSON, or has no numbers that JSON knows. Seen in August 2026."""
    return Refused(UNREADABLE)


def too_deep(param: str | None = None) -> Refused:
    """Return the refusal of lists and objects within each other, hundreds deep."""
    return Refused("The JSON body of your request is nested too deeply.", param=param, code="invalid_value")


# --- Sizes ---


def out_of_bounds(param: str, value: float, low: float | None, high: float | None) -> Refused:
    """Return the refusal of a number below `low` or above `high`. Seen in August 2026."""
    kind = "integer" if isinstance(value, int) else "decimal"
    kind = "decimal" if isinstance(low, float) or isinstance(high, float) else kind
    below = low is not None and value < low
    side, code, sign, bound = ("below minimum", "below_min", ">=", low) if below else ("above maximum", "above_max", "<=", high)
    message = f"Invalid '{param}': {kind} {side} value. Expected a value {sign} {_whole(bound)}, but got {value} instead."
    return Refused(message, param=param, code=f"{kind}_{code}_value")


def too_long(param: str, length: int, most: int) -> Refused:
    """Return the refusal of a text with too many characters. Seen in August 2026."""
    message = f"Invalid '{param}': string too long. Expected a string with maximum length {most}, but got a string with length {length} instead."
    return Refused(message, param=param, code="string_above_max_length")


def too_short(param: str, length: int, least: int) -> Refused:
    """Return the refusal of a text with too few characters, but some."""
    message = f"Invalid '{param}': string too short. Expected a string with minimum length {least}, but got a string with length {length} instead."
    return Refused(message, param=param, code="string_below_min_length")


def empty_text(param: str) -> Refused:
    """Return the refusal of an empty text. Seen in August 2026."""
    message = f"Invalid '{param}': empty string. Expected a string with minimum length 1, but got an empty string instead."
    return Refused(message, param=param, code="empty_string")


def no_match(param: str, pattern: str) -> Refused:
    """Return the refusal of a text with characters that it may not have. Seen in August 2026."""
    message = f"Invalid '{param}': string does not match pattern. Expected a string that matches the pattern '{pattern}'."
    return Refused(message, param=param, code="invalid_value")


def too_many(param: str, length: int, most: int) -> Refused:
    """Return the refusal of a list with too many items. Seen in 2026."""
    message = f"Invalid '{param}': array too long. Expected an array with maximum length {most}, but got an array with length {length} instead."
    return Refused(message, param=param, code="array_above_max_length")


def empty_list(param: str) -> Refused:
    """Return the refusal of an empty list. Seen in August 2026."""
    message = f"Invalid '{param}': empty array. Expected an array with minimum length 1, but got an empty array instead."
    return Refused(message, param=param, code="empty_array")


def too_many_names(param: str, length: int, most: int) -> Refused:
    """Return the refusal of an object with too many names. Seen in August 2026."""
    message = f"Invalid '{param}': too many properties. Expected an object with at most {most} properties, but got an object with {length} properties instead."
    return Refused(message, param=param, code="object_above_max_properties")


def too_long_name(param: str, name: str, most: int) -> Refused:
    """Return the refusal of a name within an object that is too long (its code was seen in August 2026)."""
    message = f"Invalid property name in '{param}': '{short(name)}' is too long. Expected a property name with maximum length {most}, but got one with length {len(name)} instead."
    return Refused(message, param=f"{param}.{name}", code="property_name_above_max_length")


# --- Two parameters at once ---


def exclusive(first: str, second: str) -> Refused:
    """Return the refusal of two parameters of which only one may be there. Seen in August 2026."""
    message = f"Mutually exclusive parameters: ''. Ensure you are only providing one of: '{short(first)}' or '{short(second)}'."
    return Refused(message, code="mutually_exclusive_parameters")


def only_with(name: str, other: str) -> Refused:
    """Return the refusal of a parameter that only makes sense with another one. Seen in August 2026 for top_logprobs."""
    return Refused(f"The '{name}' parameter is only allowed when '{other}' is enabled.", param=name)


def two_limits() -> Refused:
    """Return the refusal of both names for the limit of a chat. Seen in 2026."""
    message = "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported."
    return Refused(message, param="max_tokens", code="invalid_parameter_combination")


def nothing_to_answer() -> Refused:
    """Return the refusal of an empty input. Seen in August 2026."""
    message = "One of \"input\" or \"previous_response_id\" or 'prompt' or 'conversation' must be provided."
    return Refused(message, code="missing_required_parameter")


def no_json(*, chat: bool) -> Refused:
    """Return the refusal of JSON mode without the word JSON in the input. Seen in May 2026 (chat) and 2026 (responses)."""
    if chat:
        message = "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'."
        return Refused(message, param="messages")
    message = "Response input messages must contain the word 'json' in some form to use 'text.format' of type 'json_object'."
    return Refused(message, param="input")


def no_content(number: int) -> Refused:
    """Return the refusal of a chat message without content. Seen in August 2026, with this odd `param`."""
    message = "Invalid value for 'content': expected a string, got null."
    return Refused(message, param=f"messages.[{number}].content")


def background_unstored() -> Refused:
    """Return the refusal of a background reply that is not to be kept."""
    return Refused("Background mode requires 'store' to be true.", param="background", code="invalid_value")


def unfit_for_background(param: str) -> Refused:
    """Return the refusal of a parameter that background replies do not have."""
    return Refused(f"'{param}' is only supported with 'background' set to true.", param=param, code="invalid_value")


# --- Models ---


def unknown_model(name: str, *, chat: bool) -> Refused:
    """Return the refusal of a model that does not exist. Seen in August 2026."""
    if chat:
        message = f"The model `{name}` does not exist or you do not have access to it."
        return Refused(message, code="model_not_found", status=404)
    return Refused(f"The requested model '{name}' does not exist.", param="model", code="model_not_found")


def no_model() -> Refused:
    """Return Chat's refusal of a request without a model. Seen in August 2026."""
    return Refused("you must provide a model parameter")


def unsupported(name: str, *, code: str | None = "unsupported_parameter", instead: str | None = None) -> Refused:
    """Return the refusal of a parameter that the model does not take. Seen in August 2026; in Responses without a code."""
    use = f" Use '{instead}' instead." if instead else ""
    return Refused(f"Unsupported parameter: '{name}' is not supported with this model.{use}", param=name, code=code)


def unsupported_value(value: str, param: str, model: str, supported: Iterable[str]) -> Refused:
    """Return the refusal of a value that this model does not take, but others do. Seen in August 2026."""
    message = (
        f"Unsupported value: '{value}' is not supported with the '{model}' model. Supported values are: {listed(supported)}."
    )
    return Refused(message, param=param, code="unsupported_value")


def only_default(name: str, value: float) -> Refused:
    """Return Chat's refusal of a temperature other than 1 while the model reasons. Seen in August 2026."""
    message = f"Unsupported value: '{name}' does not support {value} with this model. Only the default (1) value is supported."
    return Refused(message, param=name, code="unsupported_value")


def no_logprobs(param: str) -> Refused:
    """Return the refusal of logprobs while the model reasons. Seen in August 2026."""
    return Refused("logprobs are not supported with reasoning models.", param=param, code="unsupported_parameter")


def tools_with_effort(model: str) -> Refused:
    """Return Chat's refusal of tools while the model reasons. Seen in August 2026."""
    message = (
        f"Function tools with reasoning_effort are not supported for {model} in /v1/chat/completions. "
        "To use function tools, use /v1/responses or set reasoning_effort to 'none'."
    )
    return Refused(message, param="reasoning_effort")


def too_much(count: int, context: int, *, chat: bool) -> Refused:
    """Return the refusal of an input of `count` tokens, where the model has room for `context`. Seen in 2026."""
    if chat:
        message = f"This model's maximum context length is {context} tokens. However, your messages resulted in {count} tokens. Please reduce the length of the messages."
        return Refused(message, param="messages", code="context_length_exceeded")
    message = "Your input exceeds the context window of this model. Please adjust your input and try again."
    return Refused(message, param="input", code="context_length_exceeded")


def old_cache_retention(*, chat: bool) -> Refused:
    """Return the refusal of a prompt cache in memory by models that write to disk. Seen in August 2026."""
    message = "This model is compatible only with 24h extended prompt caching"
    return Refused(message, param="prompt_cache_retention", code=None if chat else "invalid_parameter")


# --- Keys, and the stand-in itself ---


def bad_key(key: str) -> Refused:
    """Return the refusal of an API key; no part of the key is repeated. Seen in 2026."""
    if not key:
        message = "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY)."
        return Refused(message, status=401)
    message = f"Incorrect API key provided: {'*' * len(key)}. You can find your API key at https://platform.openai.com/account/api-keys."
    return Refused(message, status=401, code="invalid_api_key")


def unavailable(what: str, param: str | None = None) -> Refused:
    """Return the stand-in's own refusal of what it cannot do; `what` is such as "web search"."""
    return Refused(f"The offline stand-in has no {what}; the real API does.", param=param, code="offline_unsupported")


def _whole(number: float) -> float:
    return int(number) if number == int(number) else number
