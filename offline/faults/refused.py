"""Faults in which the API refuses a request, or has trouble of its own; the wordings and headers are the API's."""

import math

from .. import models
from ..refusals import words
from ..refusals.words import Refused
from ..wire import Reply, Request, json_reply
from .kinds import Answer, fault, is_written, model_of, names_a_model


@fault("bad_key", "401: the API key is not known")
def _bad_key(request: Request, answer: Answer, wait: float) -> Reply:
    raise words.bad_key(request.key)


@fault("no_permission", "403: the key may not use the model")
def _no_permission(request: Request, answer: Answer, wait: float) -> Reply:
    if model := model_of(request):
        message = f"Project `proj_offline` does not have access to model `{model}`"
        raise Refused(message, status=403, code="model_not_found")
    raise Refused("You have insufficient permissions for this operation.", status=403)


@fault("unknown_model", "400 (in chat 404): there is no such model", concerns=names_a_model)
def _unknown_model(request: Request, answer: Answer, wait: float) -> Reply:
    raise words.unknown_model(request.body["model"], chat=not request.path.startswith("/responses"))


@fault("too_long", "400: the input is longer than the model's context", concerns=is_written)
def _too_long(request: Request, answer: Answer, wait: float) -> Reply:
    model = models.answered_for(model_of(request)) or models.known()["gpt-6-luna"]
    raise words.too_much(model.context + 1, model.context, chat=request.path.startswith("/chat"))


@fault("rate_limit", "429: too many requests, try again in `wait` seconds", wait=0.1)
def _rate_limit(request: Request, answer: Answer, wait: float) -> Reply:
    milliseconds = math.ceil(wait * 1000)
    about = f" for {model}" if (model := model_of(request)) else ""
    message = (
        f"Rate limit reached{about} in organization org-offline on requests per min (RPM): Limit 3, Used 3, Requested 1. "
        f"Please try again in {milliseconds}ms. Visit https://platform.openai.com/account/rate-limits to learn more."
    )
    headers = {
        "retry-after": str(math.ceil(wait)),
        "retry-after-ms": str(milliseconds),
        "x-ratelimit-limit-requests": "3",
        "x-ratelimit-remaining-requests": "0",
        "x-ratelimit-reset-requests": f"{milliseconds}ms",
        "x-ratelimit-limit-tokens": "200000",
        "x-ratelimit-remaining-tokens": "199000",
        "x-ratelimit-reset-tokens": "300ms",
    }
    return _error(429, message, "requests", "rate_limit_exceeded", headers)


@fault("no_quota", "429: the account has no money left")
def _no_quota(request: Request, answer: Answer, wait: float) -> Reply:
    message = (
        "You exceeded your current quota, please check your plan and billing details. "
        "For more information on this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors."
    )
    return _error(429, message, "insufficient_quota", "insufficient_quota")


@fault("server_error", "500: an error on the side of the API")
def _server_error(request: Request, answer: Answer, wait: float) -> Reply:
    return _error(500, "The server had an error while processing your request. Sorry about that!", "server_error")


@fault("overloaded", "503: too many people ask at once")
def _overloaded(request: Request, answer: Answer, wait: float) -> Reply:
    message = "Our servers are currently overloaded. Please try again later."
    return _error(503, message, "service_unavailable_error", "server_is_overloaded")


def _error(status: int, message: str, type: str, code: str | None = None, headers: dict[str, str] | None = None) -> Reply:
    return json_reply({"error": {"message": message, "type": type, "param": None, "code": code}}, status, headers)
