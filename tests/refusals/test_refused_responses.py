"""What the Responses API refuses, in its own words."""

import openai
import pytest
from asking import create

import offline

LOGPROBS = ["message.output_text.logprobs"]


# fmt: off
REFUSED = {  # what is sent, then the refusal's param, code and message
    "unknown model": ({"model": "gpt-9", "temperature": None}, "model", "model_not_found",
        "The requested model 'gpt-9' does not exist."),
    "temperature 5": ({"temperature": 5}, "temperature", "decimal_above_max_value",
        "Invalid 'temperature': decimal above maximum value. Expected a value <= 2, but got 5 instead."),
    "temperature -1": ({"temperature": -1}, "temperature", "decimal_below_min_value",
        "Invalid 'temperature': decimal below minimum value. Expected a value >= 0, but got -1 instead."),
    "temperature as text": ({"temperature": "hot"}, "temperature", "invalid_type",
        "Invalid type for 'temperature': expected a decimal, but got a string instead."),
    "temperature with effort": ({"reasoning": {"effort": "low"}}, "temperature", None,
        "Unsupported parameter: 'temperature' is not supported with this model."),
    "temperature on a model that reasons": ({"model": "gpt-5", "reasoning": None}, "temperature", None,
        "Unsupported parameter: 'temperature' is not supported with this model."),
    "top_p with the default effort": ({"temperature": None, "top_p": 0.5, "reasoning": None}, "top_p", None,
        "Unsupported parameter: 'top_p' is not supported with this model."),
    "top_p 2": ({"top_p": 2}, "top_p", "decimal_above_max_value",
        "Invalid 'top_p': decimal above maximum value. Expected a value <= 1, but got 2 instead."),
    "top_logprobs 21": ({"top_logprobs": 21}, "top_logprobs", "integer_above_max_value",
        "Invalid 'top_logprobs': integer above maximum value. Expected a value <= 20, but got 21 instead."),
    "logprobs with effort": ({"include": LOGPROBS, "temperature": None, "reasoning": {"effort": "low"}}, "include", "unsupported_parameter",
        "logprobs are not supported with reasoning models."),
    "max_output_tokens 5": ({"max_output_tokens": 5}, "max_output_tokens", "integer_below_min_value",
        "Invalid 'max_output_tokens': integer below minimum value. Expected a value >= 16, but got 5 instead."),
    "unknown effort": ({"reasoning": {"effort": "huge"}}, "reasoning.effort", "invalid_value",
        "Invalid value: 'huge'. Supported values are: 'none', 'minimal', 'low', 'medium', 'high', 'xhigh', and 'max'."),
    "effort that the model lacks": ({"model": "gpt-5.1", "reasoning": {"effort": "minimal"}}, "reasoning.effort", "unsupported_value",
        "Unsupported value: 'minimal' is not supported with the 'gpt-5.1' model. Supported values are: 'none', 'low', 'medium', and 'high'."),
    "effort on a model that does not reason": ({"model": "gpt-4o"}, "reasoning.effort", "unsupported_parameter",
        "Unsupported parameter: 'reasoning.effort' is not supported with this model."),
    "unknown verbosity": ({"text": {"verbosity": "huge"}}, "text.verbosity", "invalid_value",
        "Invalid value: 'huge'. Supported values are: 'low', 'medium', and 'high'."),
    "verbosity on a model that does not reason": ({"model": "gpt-4o", "reasoning": None, "text": {"verbosity": "low"}}, "text.verbosity", "unsupported_value",
        "Unsupported value: 'low' is not supported with the 'gpt-4o' model. Supported values are: 'medium'."),
    "unknown key in reasoning": ({"reasoning": {"zzz": 1}}, "reasoning.zzz", "unknown_parameter",
        "Unknown parameter: 'reasoning.zzz'."),
    "unknown key in text": ({"text": {"zzz": 1}}, "text.zzz", "unknown_parameter",
        "Unknown parameter: 'text.zzz'."),
    "unknown include": ({"include": [*LOGPROBS, "zzz"]}, "include[1]", "invalid_value",
        "Invalid value: 'zzz'. Supported values are: 'file_search_call.results', 'web_search_call.results', 'web_search_call.action.sources', "
        "'message.input_image.image_url', 'computer_call_output.output.image_url', 'code_interpreter_call.outputs', 'reasoning.encrypted_content', "
        "and 'message.output_text.logprobs'."),
    "include of a wrong kind": ({"include": [5]}, "include[0]", "invalid_type",
        "Invalid type for 'include[0]': expected one of 'fil...lts', 'web...lts', 'web...ces', 'mes...url', 'com...url', 'cod...uts', 'rea...ent', or 'mes...obs', but got an integer instead."),
    "unknown service tier": ({"service_tier": "zzz"}, "service_tier", "invalid_value",
        "Invalid value: 'zzz'. Supported values are: 'auto', 'default', 'fast', 'flex', and 'priority'."),
    "unknown truncation": ({"truncation": "maybe"}, "truncation", "invalid_value",
        "Invalid value: 'maybe'. Supported values are: 'auto' and 'disabled'."),
    "unknown parameter": ({"extra_body": {"stop": "."}}, "stop", "unknown_parameter",
        "Unknown parameter: 'stop'. Did you mean 'store'?"),
    "Chat's name for the input": ({"extra_body": {"messages": []}}, None, "unsupported_parameter",
        "Unsupported parameter: 'messages'. In the Responses API, this parameter has moved to 'input'. Try again with the new parameter. "
        "See the API documentation for more information: https://platform.openai.com/docs/api-reference/responses/create."),
    "unknown previous response": ({"previous_response_id": "resp_0"}, "previous_response_id", "previous_response_not_found",
        "Previous response with id 'resp_0' not found."),
    "no input": ({"input": None}, "input", "missing_required_parameter",
        "Missing required parameter: 'input'."),
    "an empty input": ({"input": ""}, None, "missing_required_parameter",
        "One of \"input\" or \"previous_response_id\" or 'prompt' or 'conversation' must be provided."),
    "unknown role": ({"input": [{"role": "bot", "content": "Hi"}]}, "input[0]", "invalid_value",
        "Invalid value: 'bot'. Supported values are: 'assistant', 'system', 'developer', and 'user'."),
    "message without content": ({"input": [{"role": "user"}]}, "input[0].content", "missing_required_parameter",
        "Missing required parameter: 'input[0].content'."),
    "text in place of a message": ({"input": ["Hi"]}, "input[0]", "invalid_type",
        "Invalid type for 'input[0]': expected an input item, but got a string instead."),
    "content of a wrong kind": ({"input": [{"role": "user", "content": 5}]}, "input[0].content", "invalid_type",
        "Invalid type for 'input[0].content': expected one of a string or array of objects, but got an integer instead."),
    "metadata of a wrong kind": ({"metadata": {"lesson": 3}}, "metadata.lesson", "invalid_type",
        "Invalid type for 'metadata.lesson': expected a string, but got an integer instead."),
    "too much metadata": ({"metadata": {str(number): "" for number in range(17)}}, "metadata", "object_above_max_properties",
        "Invalid 'metadata': too many properties. Expected an object with at most 16 properties, but got an object with 17 properties instead."),
    "too long metadata": ({"metadata": {"a": "b" * 513}}, "metadata.a", "string_above_max_length",
        "Invalid 'metadata.a': string too long. Expected a string with maximum length 512, but got a string with length 513 instead."),
    "input over the context window": ({"input": "word " * 1_100_000}, "input", "context_length_exceeded",
        "Your input exceeds the context window of this model. Please adjust your input and try again."),
    "input over the longest text": ({"input": "a" * 10_485_761}, "input", "string_above_max_length",
        "Invalid 'input': string too long. Expected a string with maximum length 10485760, but got a string with length 10485761 instead."),
}
# fmt: on


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
@pytest.mark.parametrize(("params", "param", "code", "message"), REFUSED.values(), ids=REFUSED)
def test_what_the_api_refuses(client, params, param, code, message, stream):
    with pytest.raises(openai.BadRequestError) as raised:
        create(client, stream=stream, **params)
    error = raised.value
    assert (error.type, error.param, error.code) == ("invalid_request_error", param, code)
    assert str(error) == f"Error code: 400 - {message}"
    assert error.request_id.startswith("req_")


@pytest.mark.parametrize(
    ("key", "code", "wording"),
    [
        ("sk-wrong", "invalid_api_key", "Incorrect API key provided: ********."),
        (" ", None, "You didn't provide an API key."),
    ],
    ids=["wrong", "empty"],
)
def test_a_bad_key(standin, key, code, wording):
    client = offline.client(standin, api_key=key)
    for call in (
        lambda: create(client),
        client.models.list,
        lambda: client.responses.input_tokens.count(model="gpt-4o", input=""),
    ):
        with pytest.raises(openai.AuthenticationError) as error:
            call()
        assert (error.value.status_code, error.value.code) == (401, code)
        assert error.value.body["message"].startswith(wording)
    assert not standin.requests


def test_an_address_that_the_api_does_not_have(client):
    with pytest.raises(openai.NotFoundError, match=r"Invalid URL \(POST /v1/pictures\)"):
        client.post("/pictures", cast_to=object)


def test_an_address_that_only_the_api_has(client):
    with pytest.raises(
        openai.BadRequestError, match="The offline stand-in has no endpoint POST /v1/images/generations"
    ) as raised:
        client.images.generate(prompt="A cat")
    assert raised.value.code == "offline_unsupported"
