"""`explain`: every error in plain words, and never any part of a key."""

import inspect
import re
import time

import httpx2
import openai
import pydantic
import pytest

import offline
import utils
from support import errors, odd_replies
from support.explaining.advice import ADVICE
from utils import explain

SECRET = "Zq8Rk2Lw5Tn9Xv3B"
KEY = "sk-" + "proj-" + SECRET
REQUEST = httpx2.Request("POST", "https://api.openai.com/v1/responses", headers={"authorization": f"Bearer {KEY}"})


def refused(status: int, message: str = "That is so.", code: str | None = None, **headers) -> openai.APIStatusError:
    """Return what the SDK makes of a refusal."""
    body = {"message": message, "code": code, "type": "t", "param": None}
    response = httpx2.Response(status, json={"error": body}, headers={"x-request-id": "req_7"} | headers, request=REQUEST)
    kind = {400: "BadRequest", 401: "Authentication", 403: "PermissionDenied", 404: "NotFound", 409: "Conflict"}
    kind |= {422: "UnprocessableEntity", 429: "RateLimit"}
    error = getattr(openai, kind.get(status, "InternalServer") + "Error")
    return error(f"Error code: {status} - {message}", response=response, body=body)


def caught(function, *args, **kwargs) -> Exception:
    with pytest.raises(Exception) as error:
        function(*args, **kwargs)
    return error.value


# The error, words that must be there, and whether trying again may help.
ERRORS = {
    "bad key": (refused(401), "did not accept your API key", False),
    "no permission": (refused(403), "may not do this", False),
    "unknown model": (
        refused(404, "The model 'x' does not exist.", "model_not_found"),
        "'x' does not exist. Check the spelling",
        False,
    ),
    "unknown id": (refused(404, "Response with id 'r' not found."), "'r' not found.", False),
    "conflict": (refused(409), "at the same moment", True),
    "wrong value": (refused(400, "Invalid 'temperature'"), "as it is: Invalid 'temperature'. Change", False),
    "cannot be processed": (refused(422, "Is it so?"), "Is it so? Change", False),
    "too long": (refused(400, code="context_length_exceeded"), "longer than the model can read", False),
    "rate limit": (refused(429, code="rate_limit_exceeded"), "wait a moment", True),
    "rate limit with a time": (refused(429, **{"retry-after": "20"}), "wait 20 seconds, then try again", True),
    "no credit": (refused(429, code="insufficient_quota"), "no credit left", False),
    "server error": (refused(500), "problem of its own", True),
    "overloaded": (refused(503), "Your request is not wrong", True),
    "timeout": (openai.APITimeoutError(REQUEST), "No answer came in time", True),
    "no connection": (openai.APIConnectionError(request=REQUEST), "Check that you are online", True),
    "error in a stream": (
        openai.APIError("Overloaded", REQUEST, body=None),
        "broke its reply off: Overloaded. Your code is not",
        True,
    ),
    "login page": (
        odd_replies.not_the_api(offline.client(), "it is HTML"),
        "Is OPENAI_BASE_URL right? Put that right first",
        False,
    ),
    "cut off": (odd_replies.CutOff("The reply was cut off at its limit. Allow more tokens.", None), "Allow more tokens.", True),
    "budget": (caught(utils.get_client(budget=0).responses.create, model="gpt-6-luna", input="Hi"), "only $0.00 of your", False),
    "unknown price": (
        caught(utils.get_client(budget=1).responses.create, model="gpt-9", input="Hi"),
        "'gpt-9' is not known",
        False,
    ),
    "wrong form": (openai.APIResponseValidationError(httpx2.Response(200, request=REQUEST), None), "the form of a reply", False),
    "unknown argument": (caught(utils.generate_text, "Hi", seed=1), "argument 'seed'. Look at the names", False),
    "code of 2023": (caught(openai.Completion.create, engine="davinci"), "from 2023", False),
    "no key": (caught(openai.OpenAI), "Missing credentials", False),
    "stopped": (KeyboardInterrupt(), "You stopped this yourself", True),
    "no file": (caught(utils.Conversation.load, "nowhere.json"), "'nowhere.json'", True),
    "no conversation": (caught(utils.Conversation.load, __file__), "is not a saved conversation", False),
    "anything": (ZeroDivisionError("division by zero"), "(ZeroDivisionError): division by zero.", False),
    "half of an emoji": (caught("\ud83d".encode), "half of an emoji", False),
    "a key in other letters": (caught("sk-é".encode, "ascii"), "copy that again", False),
    "nothing said": (openai.OpenAIError(), "it does not say why.", False),
    "wrong data": (caught(pydantic.TypeAdapter(int).validate_json, "{"), "form that you asked for", True),
}


@pytest.mark.parametrize(("error", "words", "again"), ERRORS.values(), ids=ERRORS)
def test_every_error_is_explained(error, words, again):
    said = explain(error)
    assert words in said
    assert ("does not help" in said or "rarely helps" in said) is not again
    assert "\n" not in said and len(said) < 450 and not re.search(r"\.\.|\?\.|\{|  ", said)


def sdk_errors() -> set[type]:
    return {kind for _, kind in inspect.getmembers(openai, inspect.isclass) if issubclass(kind, openai.OpenAIError)}


def test_every_kind_of_error_of_the_sdk_has_its_words():
    """None falls through to the words for any exception, and the common kinds have words of their own."""
    special = {kind.__name__ for kind in sdk_errors() if kind.__name__ in ADVICE}
    assert len(special) > 10
    assert all(openai.OpenAIError in kind.__mro__ for kind in sdk_errors())
    for name in ("AuthenticationError", "RateLimitError", "BadRequestError", "NotFoundError", "InternalServerError"):
        kinds = [kind.__name__ for kind in getattr(openai, name).__mro__]
        assert next(kind for kind in kinds if kind in ADVICE) in {name, "APIStatusError"}


def test_the_request_id_is_there_for_support():
    assert explain(refused(500)).endswith("(Request id for support: req_7)")
    assert "Request id" not in explain(openai.APITimeoutError(REQUEST))


LEAKS = [
    f"Incorrect API key provided: {KEY}.",
    f"Incorrect API key provided: {KEY[:8]}{'*' * 20}{KEY[-4:]}.",
    f"Received API Key = sk-...{KEY[-4:]}, which is unknown",
    f"Bad header: Authorization: Bearer {KEY}",
    f"The token {SECRET[:4]}...{SECRET[-4:]} has expired",
    f"The token {SECRET[:4]}…{SECRET[-4:]} has expired",
    f"key={KEY}&model=x",
    f"({KEY})",
]


@pytest.mark.parametrize("message", LEAKS)
@pytest.mark.parametrize("status", [400, 401, 403, 404, 422, 429, 500])
def test_no_part_of_a_key_is_repeated(message, status):
    said = explain(refused(status, message))
    assert not parts_of_a_key(said)
    assert not parts_of_a_key(explain(openai.APIError(message, REQUEST, body=None)))
    assert not parts_of_a_key(explain(openai.OpenAIError(message)))


def parts_of_a_key(text: str) -> list[str]:
    return [KEY[at : at + 4] for at in range(len(KEY) - 3) if KEY[at : at + 4] in text]


def test_a_key_of_any_shape_is_hidden():
    key = "correct horse battery staple".replace(" ", "_")
    request = httpx2.Request("POST", "http://far/v1", headers={"authorization": f"Bearer {key}"})
    assert "horse" not in explain(openai.APIError(f"{key} is no key", request, body=None))


def test_the_rest_of_the_message_stays():
    said = explain(refused(400, f"Wait... The value *must* be sk-ipped, not '{KEY}', or **bold**"))
    assert "Wait... The value *must* be" in said and "(hidden)', or **bold**." in said


def test_a_long_message_is_shortened():
    assert len(explain(refused(400, "<html>\n" + "word " * 5000))) < 500


def test_a_long_word_does_not_take_long():
    began = time.perf_counter()
    assert errors.hide_keys("a" * 60_000) == "a" * 60_000
    assert time.perf_counter() - began < 2


def test_an_error_without_its_request_is_explained():
    assert len(explain(httpx2.ReadError("broken"))) > 20
