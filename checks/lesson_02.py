"""Lesson 2: instructions and input, several samples, old requests moved to Responses, and a count of replies."""

from collections import Counter
from collections.abc import Callable

import utils

from .registry import exercise
from .sent import instructions_of, question_of
from .stand_in import StandIn, client, refused


@exercise("2.1", praise="Instructions and input are kept apart.", returns={"instructions": str, "input": object})
def _translation(translation_request: Callable) -> str | None:
    first, second = translation_request("good morning", "French"), translation_request("thank you", "Spanish")
    for built, text, language in ((first, "good morning", "French"), (second, "thank you", "Spanish")):
        told = built["instructions"]
        if instructions_of(built) != told or question_of(built) != text:
            return f"the input should be just the text, {text!r}, and it is {built['input']!r}."
        if language.lower() not in told.lower():
            return f"the instructions should name the language, {language}, and they are {told!r}."
        if text in told:
            return f"the text does not belong in the instructions, which are {told!r}."
    if set(first["instructions"].lower().strip(" .!").split()) <= {"french", "in", "into", "to"}:
        return f"the instructions {first['instructions']!r} name only the language. Say also what to do with the text."
    return refused({"model": utils.DEFAULT_MODEL, **first})


@exercise("2.2", praise="Every sample is a call of its own, and each of them costs.", returns=[str])
def _several_samples(samples: Callable) -> str | None:
    for prompt, n in (("Suggest a name for a small coffee shop.", 4), ("Tell me a joke.", 2)):
        standin = StandIn()
        replies = samples(prompt, n, client(standin))
        sent = [body for _, body in standin.requests]
        if not sent:
            return "no request came through the client: pass it on with client=client."
        if len(sent) != n or len(replies) != n:
            return f"for n={n} there should be {n} requests and {n} replies, but there were {len(sent)} and {len(replies)}."
        if warm := [body.get("temperature") for body in sent if body.get("temperature") != 1.2]:
            return f"the temperature should be 1.2, and it was {warm[0]}."
        if other := [question_of(body) for body in sent if question_of(body) != prompt]:
            return f"each request should send the prompt, {prompt!r}, and one sent {other[0]!r}."
    return None


OLD_NAMES = {
    "messages": "instructions and input",
    "max_completion_tokens": "max_output_tokens",
    "max_tokens": "max_output_tokens",
    "reasoning_effort": "reasoning",
}


@exercise("2.3", praise="You can move old code to the new API.", value=dict)
def _moved_to_responses(request: dict) -> str | None:
    for old, new in OLD_NAMES.items():
        if old in request:
            return f'"{old}" belongs to Chat Completions; Responses has {new}.'
    if wrong := _not_the_limit(request.get("max_output_tokens")):
        return wrong
    reasoning = request.get("reasoning")
    if not isinstance(reasoning, dict) or reasoning.get("effort") != "none":
        return f'the effort is missing: {{"effort": "none"}} under "reasoning", where you have {reasoning!r}.'
    if request.get("model") != utils.DEFAULT_MODEL:
        return f"the model should be DEFAULT_MODEL, and it is {request.get('model')!r}."
    if wrong := _not_the_instructions(instructions_of(request)):
        return wrong
    if "Spain" not in question_of(request):
        return f"the input should ask about Spain, and it is {request.get('input')!r}."
    return refused(request)


def _not_the_instructions(told: str) -> str | None:
    if "one word" in told.lower():
        return None
    if told.strip():
        return f'the instructions should stay what they were, "Answer with one word.", and they are {told!r}.'
    return "the instructions are missing (they go into instructions, or into a message with the role developer)."


def _not_the_limit(limit: object) -> str | None:
    if limit == 50:
        return None
    if limit is None:
        return "the limit of 50 tokens is missing (max_output_tokens)."
    return f"the limit (max_output_tokens) should be the number 50, and it is {limit!r}."


@exercise("2.4", praise="Now you see what a temperature does.", returns=dict)
def _tally(tally: Callable) -> str | None:
    for replies in (["Owl", "Cup", "Owl"], ["Daily Grind"] * 5, []):
        found = tally(list(replies))
        if found != Counter(replies):
            return f"for {replies} it should be {dict(Counter(replies))}, and it is {found!r}."
    return None
