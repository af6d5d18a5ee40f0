"""401, 402, 403 and 429 have many reasons, and each wants something else of you."""

import itertools
import re

import pytest
from telling import OPENAI, OTHERS, refusal, told, told_each

from support.explaining.advice import ADVICE
from support.explaining.reasons import _CODES

NO_CREDIT = ["insufficient_quota", "credit_balance_exhausted"]
SPEND_LIMIT = [
    "organization_spend_limit_exceeded",
    "project_spend_limit_exceeded",
    "organization_usage_limit_exceeded",
    "billing_hard_limit_reached",
]
PAID = [*NO_CREDIT, *SPEND_LIMIT, "billing_not_active"]


@pytest.mark.parametrize("url", [OPENAI, *OTHERS.values()])
@pytest.mark.parametrize("status", [400, 402, 403, 429])
@pytest.mark.parametrize("name", PAID)
def test_billing_is_told_by_the_code_or_the_type(name, status, url):
    for body in (refusal("No.", code=name), refusal("No.", kind=name), refusal("No.", code="rate_limit_exceeded", kind=name)):
        said = told(status, body, url)
        assert "trying again does not help" in said and "wait a moment" not in said
        assert ("platform.openai.com" in said) is (url == OPENAI)


def test_billing_that_stands_only_in_the_message():
    assert "limit of spending" in told(400, refusal("Billing hard limit has been reached"))
    assert "not active" in told(429, refusal("Your account is not active, please check your billing details on our website."))
    assert "paid first: Insufficient credits." in told(
        402, {"error": {"message": "Insufficient credits", "code": 402}}, OTHERS["at a router"]
    )


REASONS = {  # status, message, code, words that must be there, and words that must not
    "restricted key": (401, "You have insufficient permissions for this operation. Missing scopes: api.responses.write.", None, "permission", "Copy"),
    "restricted key, 403": (403, "You have insufficient permissions for this operation.", None, "Give it the permission", "country"),
    "restricted, by code": (401, "No.", "missing_scope", "Give it the permission", "Copy"),
    "another organization": (401, "OpenAI-Organization header should match organization for API key", "mismatched_organization", "OPENAI_ORG_ID", "Copy"),
    "another project": (401, "OpenAI-Project header should match project for API key", "mismatched_project", "OPENAI_PROJECT_ID", "Copy"),
    "another project, by words": (403, "The OpenAI-Project header names an archived project.", None, "OPENAI_PROJECT_ID", "Copy"),
    "no organization": (401, "You must be a member of an organization to use the API.", "no_organization", "organization", "Copy"),
    "no such organization": (401, "No such organization: org-123.", "invalid_organization", "org-123", "Copy"),
    "wrong key": (401, "Incorrect API key provided: sk-1. You can find your API key at https://platform.openai.com/account/api-keys.", "invalid_api_key", "Copy the key again", "OPENAI_ORG_ID"),
    "country": (403, "Country, region, or territory not supported", "unsupported_country_region_territory", "where you are", "key"),
    "one request too large": (429, "Request too large for gpt-4o in organization org-1 on tokens per min (TPM): Limit 30000, Requested 61337.", "rate_limit_exceeded", "Limit 30000, Requested 61337. Shorten it", "wait a moment"),
    "one request too large, in other words": (429, "Tokens per minute: limit: 30,000, requested: 31,000", "tokens", "Shorten it", "wait a moment"),
    "nearly used up": (429, "Rate limit reached for gpt-4o on tokens per min (TPM): Limit 30000, Used 29000, Requested 2000. Please try again in 2.4s.", "rate_limit_exceeded", "wait 2.4s, then", "Shorten it"),
    "the day's requests": (429, "Rate limit reached on requests per day (RPD): Limit 200, Used 200, Requested 1. Please try again in 7m12s.", "rate_limit_exceeded", "in a day is used up", "moment"),
    "the day's tokens": (429, "You have hit your TPD limit of 90000.", None, "until tomorrow", "moment"),
    "another server's daily limit": (429, "Daily request quota exceeded.", None, "Wait until tomorrow", "moment"),
    "a model that is not there": (404, "The model `llama9` does not exist or you do not have access to it.", None, "Check the spelling of `model`", "OPENAI_BASE_URL"),
    "a model that is not pulled": (404, 'model "llama9" not found, try pulling it first', None, "client.models.list()", "OPENAI_BASE_URL"),
    "a context that is too short": (400, "the request exceeds the available context size. try increasing the context size", None, "Shorten it", "in your code"),
    "a context, by type": (400, "No.", "exceed_context_size_error", "Shorten it", "in your code"),
    "a slow request": (408, "Request timeout.", None, "try again", "does not help"),
    "a picture that is too large": (413, "Payload Too Large", None, "smaller picture", "in your code"),
    "still loading": (503, "Loading model", None, "Loading model. Your request is not wrong", "does not help"),
    "out of memory": (500, "model requires more system memory (9.1 GiB) than is available", None, "9.1 GiB", "does not help"),
}  # fmt: skip


@pytest.mark.parametrize(("status", "message", "code", "words", "not_words"), REASONS.values(), ids=REASONS)
def test_each_reason_has_its_own_advice(status, message, code, words, not_words):
    said = told(status, refusal(message, code))
    assert words in said and not_words not in said


WAITS = {
    "a header": ({"retry_after": "20"}, "No.", "wait 20 seconds, then"),
    "one second": ({"retry_after": "1"}, "No.", "wait 1 second, then"),
    "a header that is a date": ({"retry_after": "Wed, 25 Nov 2026 08:00:00 GMT"}, "No.", "wait a moment, then"),
    "the message": ({}, "Please try again in 1m3s.", "wait 1m3s, then"),
    "milliseconds in the message": ({}, "Please try again in 860ms. Visit our pages.", "wait 860ms, then"),
    "neither": ({}, "Slower, please.", "wait a moment, then"),
}


@pytest.mark.parametrize(("headers", "message", "words"), WAITS.values(), ids=WAITS)
def test_how_long_to_wait(headers, message, words):
    assert words in told(429, refusal(message, "rate_limit_exceeded"), **headers)


# --- Another server ---

LINKS = [
    "See https://platform.openai.com/account/api-keys.",
    "Incorrect API key provided: x. You can find your API key at https://platform.openai.com/account/api-keys.",
    "You exceeded your current quota. For more information: https://platform.openai.com/docs/guides/error-codes/api-errors. Bye",
    "Go to help.openai.com for help",
]


@pytest.mark.parametrize("url", OTHERS.values(), ids=OTHERS)
@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 405, 407, 408, 409, 413, 422, 429, 500, 503])
def test_of_another_server_never_to_openais_pages(status, url):
    refusals = [refusal(message, code) for message, code in itertools.product(["No.", *LINKS], [None, *_CODES])]
    for said in told_each([(status, body) for body in refusals], url):
        assert not re.search(r"(platform|help)\.openai\.com|openai\.com/(?!v1)", said)


def test_no_row_for_another_server_names_openais_pages():
    for name, row in ADVICE.items():
        assert "openai.com" not in (row.elsewhere or row.openai), name


def test_the_rest_of_what_another_server_says_stays():
    said = told(
        401, refusal("No such key. See https://platform.openai.com/account/api-keys. Or ask Ada."), OTHERS["at a company"]
    )
    assert "it got: No such key. Or ask Ada. OPENAI_API_KEY must be a key of that server" in said
    assert "llm.example.com" in said


def test_every_code_has_a_row():
    assert set(_CODES.values()) <= ADVICE.keys()


@pytest.mark.parametrize("address", ["https://eu.api.openai.com/v1", "https://us.api.openai.com/v1", "http://offline/v1"])
def test_openai_in_other_regions_and_the_stand_in_are_openai(address):
    assert "platform.openai.com" in told(401, refusal("No."), address)
