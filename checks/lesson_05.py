"""Lesson 5: the text of a stream, how it ended, when to stop reading, and a typewriter."""

from collections.abc import Callable, Iterable, Iterator

import utils

from .judging import YourCodeRaised
from .registry import exercise
from .stand_in import client


def _events(**more) -> list:
    request = {"model": utils.DEFAULT_MODEL, "input": "Write a short story about a robot.", "reasoning": {"effort": "none"}}
    return list(client().responses.create(**request, **more, stream=True))


@exercise("5.1", praise="That is what output_text does.", returns=str)
def _collected(collect: Callable) -> str | None:
    whole = _events()
    broken = [event for event in whole if event.sequence_number < 9]  # in the middle of its text
    streams = (("of a whole stream", whole), ("of a stream that broke off in the middle", broken), ("of no events at all", []))
    for about, events in streams:
        wanted = "".join(event.delta for event in events if event.type == "response.output_text.delta")
        try:
            found = collect(events)
        except YourCodeRaised as raised:
            return f"{about}, {raised}. It should return {wanted!r}."
        if found != wanted:
            return f"{about}, the text should be all deltas joined, {wanted!r}, and your function returns {found!r}."
    return None


@exercise("5.2", praise="A program that looks at the end is not fooled by half a reply.", returns=str)
def _ending(how_it_ended: Callable) -> str | None:
    whole, cut_off = _events(), _events(max_output_tokens=16)
    for events, ending in ((whole, "whole"), (cut_off, "cut off"), (whole[:-1], "lost"), (cut_off[:-1], "lost"), ([], "lost")):
        last = events[-1].type if events else "no event at all, an empty list,"
        try:
            found = how_it_ended(events)
        except YourCodeRaised as raised:
            return f'a stream that ends with {last} is "{ending}", but {raised}.'
        if found != ending:
            return f'a stream that ends with {last} is "{ending}", and your function says {found!r}.'
    return None


@exercise("5.3", praise="You stop as soon as you have enough.", returns=str)
def _one_sentence(first_sentence: Callable) -> str | None:
    ended = {
        ("The", " sky", " is", " blue", ".", " The", " sea", " too", "."): " The sea too.",
        ("The sky is", " blue.\n\nThe", " sea too."): " sea too.",
    }
    for said, rest in ended.items():
        pieces = iter(said)
        found = first_sentence(pieces)
        if found != "The sky is blue.":
            return f"of the pieces {list(said)} the first sentence is 'The sky is blue.', and your function returns {found!r}."
        left = "".join(pieces)
        if left != rest:
            return f"of the pieces {list(said)} it must not read beyond the first sentence, but only {left!r} was left."
    return None


@exercise("5.4", praise="Give it a stream, and watch it type.")
def _typewriter(typewriter: Callable) -> str | None:
    said = ["The", " sky", " is", " blue."]
    wanted = ["The▌", "The sky▌", "The sky is▌", "The sky is blue.▌", "The sky is blue."]
    read = []
    shown = typewriter(piece for piece in said if not read.append(piece))
    if isinstance(shown, str) or not isinstance(shown, Iterable):
        return f"it should yield one text after another, and it returns {shown!r}."
    found = []
    for text in _yielded(shown):
        if not found and len(read) > 1:
            return "it should yield something after each piece, but it had read several before it yielded the first."
        found.append(text)
        if len(found) > len(wanted):
            break
    if found != wanted:
        return f"for the pieces {said} it should yield {wanted}, and it yields {found}."
    return None


def _yielded(shown: Iterable) -> Iterator:
    """Yield what the reader's generator does. Raises YourCodeRaised if that raises."""
    try:
        yield from shown
    except Exception as error:
        raise YourCodeRaised(error) from error
