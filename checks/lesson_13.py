"""Lesson 13: a far end that follows a script, a flaky test made sound, and texts that do harm."""

import json
import math
from collections.abc import Callable
from typing import Any

import httpx2
from openai import OpenAI

from .judging import NotYet, YourCodeRaised
from .registry import exercise
from .stand_in import MODEL

Card = Callable[[str, OpenAI], str]


@exercise("13.1", praise="Now you can write the bad weather yourself.", returns=Callable)
def _in_turn(in_turn: Callable) -> str | None:
    for script in [(503, 429, 200), (200,), (200, 500)]:
        far_end, other = in_turn(*script), in_turn(*script)
        wanted = [*script, script[-1], script[-1]]
        came = [_answer(far_end) for _ in wanted]
        if (statuses := [response.status_code for response in came]) != wanted:
            return f"after in_turn{script}, {len(wanted)} requests should get {wanted}, and they get {statuses}."
        if (first := _answer(other).status_code) != script[0]:
            return f"a second far end should begin at the beginning, with {script[0]}, and it says {first}."
        if wrong := [said for each in came if each.status_code == 200 and (said := _text(each)) != "Hello!"]:
            return f'a reply with the status 200 should say "Hello!", and this one says {wrong[0]!r}: return reply("Hello!").'
        if full := [each for each in came if each.status_code != 200 and each.content]:
            return f"a reply with the status {full[0].status_code} should have no body, and this one has {full[0].text!r}."
    return None


@exercise("13.2", praise="Right code passes each time, and wrong code never.", value=Callable)
def _sound(my_test: Callable) -> str | None:
    for promise, card in KEEPS.items():
        for _ in range(3):
            if complaint := _complaint(my_test, card):
                return f"it should pass with a function that {promise}, and it raises {complaint}."
    for flaw, card in BREAKS.items():
        if not _complaint(my_test, card):
            return f"it should fail with a function that {flaw}, and it passes."
    return None


@exercise("13.3", praise="Whoever reads your code should be glad that you were the model only for today.", value=[str])
def _texts(my_texts: list) -> str | None:
    kinds = {text: _harm(text) for text in my_texts}
    if harmless := [text for text, kind in kinds.items() if kind is None]:
        return f"{harmless[0]!r} does no such harm: total returns {_total(harmless[0])}."
    if len(kinds) < 4:
        return f"there should be at least four different texts, and there are {len(kinds)}."
    if len(found := sorted(set(kinds.values()))) < 3:
        return f"there should be three kinds of harm, and so far there is only: {', '.join(found)}."
    return None


# --- 13.1 ---


def _answer(far_end: Callable) -> httpx2.Response:
    try:
        response = far_end(httpx2.Request("POST", "http://far-end/v1/responses", json={"input": "Hello!"}))
    except Exception as error:
        raise YourCodeRaised(error) from error
    if not isinstance(response, httpx2.Response):
        raise NotYet(f"a far end should return an httpx2.Response, and this one returns {response!r}.")
    return response


def _text(response: httpx2.Response) -> str:
    """Return the text that a client reads out of a reply: none, if it is no reply of the API."""
    client = OpenAI(
        api_key="no-key", http_client=httpx2.Client(transport=httpx2.MockTransport(lambda request: response)), max_retries=0
    )
    try:
        return client.responses.create(model=MODEL, input="Hello!").output_text
    except (ValueError, TypeError, AttributeError):  # what the package raises over a body that it cannot read
        return ""


# --- 13.2 ---


def _joke(client: OpenAI, prompt: str = "Tell me a joke.", **more: Any) -> str:
    return client.responses.create(model=MODEL, input=prompt, reasoning={"effort": "none"}, **more).output_text


def _polite(guest: str, client: OpenAI) -> str:
    return f"Dear {guest}, this is for you:\n{_joke(client, 'A joke, please.', instructions='Be funny.')}"


def _asks_twice(guest: str, client: OpenAI) -> str:
    _joke(client)
    return f"For {guest}\n{_joke(client)}"


KEEPS: dict[str, Card] = {
    "is the one of the lesson": lambda guest, client: f"For {guest}\n{_joke(client)}",
    "writes other words around the name and asks with other words": _polite,
    "begins with the name": lambda guest, client: f"{guest}!\n{_joke(client)}",
}
"""Functions that keep the promises, by what is special about them."""

BREAKS: dict[str, Card] = {
    "forgets the name": lambda guest, client: f"For you\n{_joke(client)}",
    "writes the name below the joke": lambda guest, client: f"{_joke(client)}\nFor {guest}",
    "leaves the joke out": lambda guest, client: f"For {guest}\n{_joke(client)[:0]}",
    "changes the joke": lambda guest, client: f"For {guest}\n{_joke(client).upper()}",
    "has one joke for all and asks nobody": lambda guest, client: f"For {guest}\nWhy did the function return early?",
    "asks twice": _asks_twice,
    "tells the model who the guest is": lambda guest, client: f"For {guest}\n{_joke(client, f'Tell {guest} a joke.')}",
    "tells it in the instructions": lambda guest, client: f"For {guest}\n{_joke(client, instructions=f'Be kind to {guest}.')}",
}
"""Functions that break a promise, by how."""


def _complaint(test: Callable, card: Card) -> str | None:
    """Return what a test raises over a function, or None if it passes: for pytest, too, every exception makes a test red."""
    try:
        test(card)
    except Exception as error:
        return f"{type(error).__name__}: {error}".removesuffix(": ")
    return None


# --- 13.3 ---


def _total(said: str) -> Any:
    order = json.loads(said)
    return {"muffin": 3, "coffee": 2}[order["item"]] * order["quantity"]


def _harm(said: str) -> str | None:
    """Return what kind of harm a text does to the lesson's `total`, or None if it does none."""
    try:
        due = _total(said)
    except Exception as error:
        return type(error).__name__
    if not isinstance(due, int | float) or not math.isfinite(due):
        return "no number"
    return "less than 0" if due < 0 else None
