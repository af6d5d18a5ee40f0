"""What Chat Completions refuses, in its own words."""

import openai
import pytest
from asking import create_chat

import offline
from offline import models

# fmt: off
REFUSED = {  # what is sent, then the refusal's status, param, code and message
    "unknown model": ({"model": "gpt-9"}, 404, None, "model_not_found",
        "The model `gpt-9` does not exist or you do not have access to it."),
    "temperature 5": ({"temperature": 5}, 400, "temperature", "decimal_above_max_value",
        "Invalid 'temperature': decimal above maximum value. Expected a value <= 2, but got 5 instead."),
    "temperature on a model that reasons": ({"model": "gpt-5", "temperature": 0.8}, 400, "temperature", "unsupported_value",
        "Unsupported value: 'temperature' does not support 0.8 with this model. Only the default (1) value is supported."),
    "max_tokens on a model that reasons": ({"model": "gpt-5", "temperature": None, "max_tokens": 9}, 400, "max_tokens", "unsupported_parameter",
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."),
    "stop on a model that reasons": ({"model": "gpt-6-luna", "temperature": None, "stop": "."}, 400, "stop", "unsupported_parameter",
        "Unsupported parameter: 'stop' is not supported with this model."),
    "penalty on a model that reasons": ({"model": "gpt-6-luna", "temperature": None, "presence_penalty": 1}, 400, "presence_penalty", "unsupported_parameter",
        "Unsupported parameter: 'presence_penalty' is not supported with this model."),
    "penalty 3": ({"frequency_penalty": 3}, 400, "frequency_penalty", "decimal_above_max_value",
        "Invalid 'frequency_penalty': decimal above maximum value. Expected a value <= 2, but got 3 instead."),
    "logprobs while reasoning": ({"model": "gpt-6-luna", "temperature": None, "logprobs": True}, 400, "logprobs", "unsupported_parameter",
        "Unsupported parameter: 'logprobs' is not supported with this model."),
    "top_logprobs alone": ({"top_logprobs": 2}, 400, "top_logprobs", None,
        "The 'top_logprobs' parameter is only allowed when 'logprobs' is enabled."),
    "tools with effort": ({"model": "gpt-5.6-luna", "temperature": None, "reasoning_effort": "low", "tools": [{"type": "function", "function": {"name": "f"}}]}, 400, "reasoning_effort", None,
        "Function tools with reasoning_effort are not supported for gpt-5.6-luna in /v1/chat/completions. To use function tools, use /v1/responses or set reasoning_effort to 'none'."),
    "effort that the model lacks": ({"model": "gpt-5", "temperature": None, "reasoning_effort": "none"}, 400, "reasoning_effort", "unsupported_value",
        "Unsupported value: 'none' is not supported with the 'gpt-5' model. Supported values are: 'minimal', 'low', 'medium', and 'high'."),
    "verbosity on a model that does not reason": ({"model": "gpt-4.1", "verbosity": "high"}, 400, "verbosity", "unsupported_value",
        "Unsupported value: 'high' is not supported with the 'gpt-4.1' model. Supported values are: 'medium'."),
    "unknown service tier": ({"service_tier": "zzz"}, 400, "service_tier", "invalid_value",
        "Invalid value: 'zzz'. Supported values are: 'auto', 'default', 'fast', 'flex', and 'priority'."),
    "two limits": ({"max_tokens": 9, "max_completion_tokens": 9}, 400, "max_tokens", "invalid_parameter_combination",
        "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported."),
    "n 0": ({"n": 0}, 400, "n", "integer_below_min_value",
        "Invalid 'n': integer below minimum value. Expected a value >= 1, but got 0 instead."),
    "n as text": ({"n": "two"}, 400, "n", "invalid_type",
        "Invalid type for 'n': expected an integer, but got a string instead."),
    "five stops": ({"stop": list("abcde")}, 400, "stop", "array_above_max_length",
        "Invalid 'stop': array too long. Expected an array with maximum length 4, but got an array with length 5 instead."),
    "content without parts": ({"messages": [{"role": "user", "content": []}]}, 400, "messages[0].content", "empty_array",
        "Invalid 'messages[0].content': empty array. Expected an array with minimum length 1, but got an empty array instead."),
    "stop as a number": ({"stop": 5}, 400, "stop", "invalid_type",
        "Invalid type for 'stop': expected one of a string or array of strings, but got an integer instead."),
    "no messages": ({"messages": []}, 400, "messages", "empty_array",
        "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead."),
    "unknown role": ({"messages": [{"role": "bot", "content": "Hi"}]}, 400, "messages[0].role", "invalid_value",
        "Invalid value: 'bot'. Supported values are: 'system', 'assistant', 'user', 'function', 'tool', and 'developer'."),
    "message without role": ({"messages": [{"content": "Hi"}]}, 400, "messages[0].role", "missing_required_parameter",
        "Missing required parameter: 'messages[0].role'."),
    "message without content": ({"messages": [{"role": "user"}]}, 400, "messages.[0].content", None,
        "Invalid value for 'content': expected a string, got null."),
    "unknown parameter": ({"extra_body": {"max_output_tokens": 16}}, 400, "max_output_tokens", "unknown_parameter",
        "Unknown parameter: 'max_output_tokens'."),
    "messages over the context window": ({"messages": [{"role": "user", "content": "word " * 130_000}]}, 400, "messages", "context_length_exceeded",
        "This model's maximum context length is 128000 tokens. However, your messages resulted in 130008 tokens. Please reduce the length of the messages."),
}
# fmt: on


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
@pytest.mark.parametrize(("params", "status", "param", "code", "message"), REFUSED.values(), ids=REFUSED)
def test_what_the_api_refuses(client, params, status, param, code, message, stream):
    with pytest.raises(openai.APIStatusError) as raised:
        create_chat(client, stream=stream, **params)
    error = raised.value
    assert (error.status_code, error.type, error.param, error.code) == (status, "invalid_request_error", param, code)
    assert str(error) == f"Error code: {status} - {message}"


@pytest.mark.parametrize("model", models.offered())
def test_the_default_temperature_is_taken_by_every_model(client, model):
    assert create_chat(client, model=model, temperature=1).choices[0].message.content.rstrip(".")


def test_a_bad_key(standin):
    with pytest.raises(openai.AuthenticationError) as error:
        create_chat(offline.client(standin, api_key="sk-wrong"))
    assert error.value.code == "invalid_api_key"
