"""What the API refuses about a model, and about two parameters at once."""

import json

from ..models import EFFORTS, Model, answered_for
from . import words
from .words import Refused

MOST_REPLIES = 8  # `n` of a model that can reason (seen in August 2026); of the others, limits.py tells
INSTEAD = ("tool_calls", "refusal", "function_call", "audio")  # what a model's message may have in place of content


def model_of(body: dict, *, chat: bool) -> Model:
    """Return what is known of the model that a request names. Raises Refused if it names none, or one that there is not."""
    name = body.get("model")
    if name is None:
        raise words.no_model() if chat else words.missing("model")
    model = answered_for(name)
    if model is None:
        raise words.unknown_model(name, chat=chat)
    if chat and model.only == "responses":
        message = "This model is only supported in v1/responses and not in v1/chat/completions."
        raise Refused(message, param="model", status=404)
    if model.only == "audio":
        raise Refused("This model requires that either input content or output modality contain audio.", code="invalid_value")
    return model


def responses(body: dict, model: Model) -> str | None:
    """Refuse what the Responses API refuses; return the reasoning effort in force (None: no such thing)."""
    continuation(body)
    _verbosity(body.get("text") or {}, "text.verbosity", model)
    effort = _effort((body.get("reasoning") or {}).get("effort"), "reasoning.effort", model)
    if not body["input"] and not body.get("previous_response_id") and not body.get("conversation"):
        raise words.nothing_to_answer()
    for name in ("temperature", "top_p"):
        if body.get(name) is not None and model.why_not(name, effort):
            raise words.unsupported(name, code=None)
    if "message.output_text.logprobs" in (body.get("include") or []) and model.why_not("logprobs", effort):
        raise words.no_logprobs("include")
    if body.get("top_logprobs") is not None and model.why_not("top_logprobs", effort):
        raise words.no_logprobs("top_logprobs")
    _cache_retention(body, model, chat=False)
    _streams(body)
    if body.get("background") and body.get("store") is False:
        raise words.background_unstored()
    if ((body.get("text") or {}).get("format") or {}).get("type") == "json_object" and not _says_json(
        [body.get("instructions"), body.get("input")], body
    ):
        raise words.no_json(chat=False)
    return effort


def _says_json(texts: list, body: dict) -> bool:
    """Return whether the word JSON is in what is sent; what was said before a continued response is not looked at."""
    continued = body.get("previous_response_id") or body.get("conversation")
    return bool(continued) or "json" in json.dumps(texts).lower()


def continuation(body: dict) -> None:
    """Refuse two things to go on from."""
    if body.get("conversation") and body.get("previous_response_id"):
        raise words.exclusive("previous_response_id", "conversation")


def chat(body: dict, model: Model) -> str | None:
    """Refuse what Chat Completions refuses; return the reasoning effort in force (None: no such thing)."""
    _verbosity(body, "verbosity", model)
    effort = _effort(body.get("reasoning_effort"), "reasoning_effort", model)
    if body.get("top_logprobs") is not None and not body.get("logprobs"):
        raise words.only_with("top_logprobs", "logprobs")
    if model.efforts and not model.takes_all:
        _refuse_for_reasoning_model(body, model, effort)
    _cache_retention(body, model, chat=True)
    if body.get("max_tokens") is not None and body.get("max_completion_tokens") is not None:
        raise words.two_limits()
    _streams(body)
    if body.get("tools") and body.get("reasoning_effort") not in (None, "none"):
        raise words.tools_with_effort(body["model"])
    if (body.get("response_format") or {}).get("type") == "json_object" and "json" not in json.dumps(body["messages"]).lower():
        raise words.no_json(chat=True)
    for number, message in enumerate(body["messages"]):
        if message.get("content") is None and not (message["role"] == "assistant" and any(map(message.get, INSTEAD))):
            raise words.no_content(number)
    return effort


def _streams(body: dict) -> None:
    if body.get("stream_options") is not None and not body.get("stream"):
        raise words.only_with("stream_options", "stream")


def _refuse_for_reasoning_model(body: dict, model: Model, effort: str | None) -> None:
    if body.get("max_tokens") is not None:
        raise words.unsupported("max_tokens", instead="max_completion_tokens")
    if (body.get("n") or 1) > MOST_REPLIES:
        raise words.out_of_bounds("n", body["n"], 1, MOST_REPLIES)
    for name in ("stop", "logit_bias", "frequency_penalty", "presence_penalty", "logprobs", "top_logprobs"):
        if body.get(name) and model.why_not(name, effort):
            raise words.unsupported(name)
    if effort != "none" and body.get("temperature") not in (None, 1):
        raise words.only_default("temperature", body["temperature"])
    if effort != "none" and body.get("top_p") not in (None, 1):
        raise words.unsupported("top_p")


def _cache_retention(body: dict, model: Model, *, chat: bool) -> None:
    if body.get("prompt_cache_retention") == "in_memory" and model.writes:
        raise words.old_cache_retention(chat=chat)


def _effort(effort: str | None, where: str, model: Model) -> str | None:
    if not model.efforts:
        if effort is not None:
            raise words.unsupported(where)
        return None
    if effort is None:
        return model.default_effort
    if effort not in model.efforts:
        raise words.unsupported_value(effort, where, model.name, [known for known in EFFORTS if known in model.efforts])
    return effort


def _verbosity(body: dict, where: str, model: Model) -> None:
    if body.get("verbosity") not in (None, "medium") and model.why_not("verbosity"):
        raise words.unsupported_value(body["verbosity"], where, model.name, ["medium"])
