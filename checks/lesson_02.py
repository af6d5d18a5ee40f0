"""Lesson 2: instructions and input, several samples, and old requests moved to Responses."""

from collections.abc import Callable

import utils

from .registry import exercise
from .stand_in import StandIn, client, refused


@exercise("2.1", praise="Instructions and input are kept apart.", returns={"instructions": str, "input": object})
def _translation(translation_request: Callable) -> str | None:
    first, second = translation_request("good morning", "French"), translation_request("thank you", "Spanish")
    for built, text, language in ((first, "good morning", "French"), (second, "thank you", "Spanish")):
        if built["input"] != text:
            return f"the input should be just the text, {text!r}, and it is {built['input']!r}."
        if language.lower() not in built["instructions"].lower():
            return f"the instructions should name the language, {language}."
        if text in built["instructions"]:
            return "the text does not belong in the instructions."
    return refused({"model": utils.DEFAULT_MODEL, **first})


@exercise("2.2", praise="Every sample is a call of its own, and each of them costs.", returns=[str])
def _several_samples(samples: Callable) -> str | None:
    standin = StandIn()
    replies = samples("Suggest a name for a small coffee shop.", 4, client(standin))
    sent = [body for _, body in standin.requests]
    if not sent:
        return "no request came through the client: pass it on with client=client."
    if len(sent) != 4 or len(replies) != 4:
        return f"for n=4 there should be 4 requests and 4 replies, but there were {len(sent)} and {len(replies)}."
    if any(body.get("temperature") != 1.2 for body in sent):
        return f"the temperature should be 1.2, and it was {sent[0].get('temperature')}."
    if any("coffee" not in str(body.get("input")) for body in sent):
        return "each request should send the prompt."
    return None


@exercise("2.3", praise="You can move old code to the new API.", value=dict)
def _moved_to_responses(request: dict) -> str | None:
    for old, new in (
        ("messages", "instructions and input"),
        ("max_completion_tokens", "max_output_tokens"),
        ("reasoning_effort", "reasoning"),
    ):
        if old in request:
            return f'"{old}" belongs to Chat Completions; Responses has {new}.'
    if request.get("max_output_tokens") != 50:
        return "the limit of 50 tokens is missing (max_output_tokens)."
    if request.get("reasoning") != {"effort": "none"}:
        return 'the effort is missing: {"effort": "none"} under "reasoning".'
    if request.get("model") != utils.DEFAULT_MODEL:
        return "the model should be DEFAULT_MODEL."
    if "one word" not in str([request.get("instructions"), *_told_in_messages(request.get("input"))]):
        return "the instructions are missing (in instructions, or in a message with the role developer)."
    if "Spain" not in str(request.get("input")):
        return "the input should ask about Spain."
    return refused(request)


def _told_in_messages(sent: object) -> list:
    """Return what the messages of an input say that are instructions."""
    messages = [item for item in sent if isinstance(item, dict)] if isinstance(sent, list) else []
    return [message.get("content") for message in messages if message.get("role") in ("developer", "system")]
