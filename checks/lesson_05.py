"""Lesson 5: the text of a stream, how it ended, and when to stop reading."""

from collections.abc import Callable

import utils

from .registry import exercise
from .stand_in import client


def _events(**more) -> list:
    request = {"model": utils.DEFAULT_MODEL, "input": "Write a short story about a robot.", "reasoning": {"effort": "none"}}
    return list(client().responses.create(**request, **more, stream=True))


@exercise("5.1", praise="That is what output_text does.", returns=str)
def _collected(collect: Callable) -> str | None:
    events = _events()
    if collect(iter(events)) != events[-1].response.output_text:
        return "the text should be all deltas joined, and nothing else."
    return None


@exercise("5.2", praise="A program that looks at the end is not fooled by half a reply.", returns=str)
def _ending(how_it_ended: Callable) -> str | None:
    whole, cut_off = _events(), _events(max_output_tokens=16)
    for events, ending in ((whole, "whole"), (cut_off, "cut off"), (whole[:-1], "lost"), ([], "lost")):
        found = how_it_ended(events)
        if found != ending:
            last = events[-1].type if events else "no event at all"
            return f'a stream that ends with {last} is "{ending}", and your function says {found!r}.'
    return None


@exercise("5.3", praise="You stop as soon as you have enough.", returns=str)
def _one_sentence(first_sentence: Callable) -> str | None:
    for said in (["The", " sky", " is", " blue", ".", " The", " sea", " too", "."], ["The sky is", " blue.\n\nThe", " sea too."]):
        pieces = iter(said)
        found = first_sentence(pieces)
        if found != "The sky is blue.":
            return f"of the pieces {said} the first sentence is 'The sky is blue.', and your function returns {found!r}."
        left = "".join(pieces)
        if not left.endswith(" sea too."):
            return f"it must not read beyond the first sentence, but only {left!r} was left."
    return None
