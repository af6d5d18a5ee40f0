"""Lesson 1: a whole request, what is in its reply, and a text of a certain length."""

import reprlib
from collections.abc import Callable

import offline
import utils

from .registry import exercise
from .sent import messages_of, said
from .stand_in import client, refused

JAPAN = ("japan", "japon", "japón", "japão", "giappone", "nippon", "日本", "일본", "япони", "اليابان", "जापान")
CAPITAL = ("capit", "tokyo", "hauptstadt", "hoofdstad", "首都", "수도", "столиц", "عاصمة", "राजधानी")


@exercise("1.1", praise="That is a whole request.", value=dict)
def _first_request(request: dict) -> str | None:
    for name in ("model", "input", "reasoning"):
        if name not in request:
            return f'the key "{name}" is missing.'
    if request["model"] != utils.DEFAULT_MODEL:
        return f"use DEFAULT_MODEL for the model; yours is {request['model']!r}."
    asked = " ".join(said(message.get("content")) for message in messages_of(request)).lower()
    if not any(word in asked for word in JAPAN) or not any(word in asked for word in CAPITAL):
        return f"the input should ask about the capital of Japan, and it is {request['input']!r}."
    if not isinstance(request["reasoning"], dict) or request["reasoning"].get("effort") != "none":
        return f'for no reasoning, write {{"effort": "none"}}; yours is {request["reasoning"]!r}.'
    return refused(request)


@exercise("1.2", praise="You can read a reply.", returns=dict)
def _summary(summarize: Callable) -> str | None:
    for question in ("What is an API?", "What is the capital city of Japan?"):
        reply = client().responses.create(model=utils.DEFAULT_MODEL, input=question, reasoning={"effort": "none"})
        summary = summarize(reply)
        for key in ("text", "tokens"):
            if key not in summary:
                return f'the key "{key}" is missing; yours are {", ".join(map(str, summary)) or "none"}.'
        if summary["text"] != reply.output_text:
            return f'"text" should be the text of the reply, {reply.output_text!r}, and it is {reprlib.repr(summary["text"])}.'
        if wrong := _not_the_total(summary["tokens"], reply.usage):
            return wrong
    return None


def _not_the_total(found: object, usage) -> str | None:
    """Return what is wrong with the number of all tokens, or None."""
    if found == usage.total_tokens and not isinstance(found, str):
        return None
    meant = {
        usage.input_tokens: "only the tokens that went in",
        usage.output_tokens: "only the tokens that came out",
        str(usage.total_tokens): "the right number, but as a text: take the str(...) or the quotes away",
    }
    what = f": that is {meant[found]}" if isinstance(found, int | str) and found in meant else ""
    return f'"tokens" should be the number {usage.total_tokens} for my test reply, and it is {reprlib.repr(found)}{what}.'


LENGTH = 10  # tokens


@exercise("1.3", praise="A sentence to measure.", value=str)
def _exactly(sentence: str) -> str | None:
    count = offline.tokens.count(sentence)
    if len(sentence.split()) < 3:
        return f"it should be a sentence of three words or more, and it is {sentence!r}."
    if count != LENGTH:
        return f"it should have exactly {LENGTH} tokens, and yours has {count}: {' | '.join(offline.tokens.split(sentence))}"
    return None
