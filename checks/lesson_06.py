"""Lesson 6: which errors pass, which to catch, and how long to wait."""

from collections.abc import Callable

import openai

import utils

from .judging import YourCodeRaised
from .registry import exercise
from .stand_in import StandIn, client


@exercise("6.1", praise="You know when to give up.", returns=bool)
def _passing(worth_retrying: Callable) -> str | None:
    answers = {"rate_limit": True, "server_error": True, "overloaded": True, "no_connection": True, "timeout": True}
    answers |= {"no_quota": False, "bad_key": False, "no_permission": False, "unknown_model": False, "too_long": False}
    standin = StandIn()
    for fault, helps in answers.items():
        try:
            with standin.failing(fault):
                utils.generate_text("Hello!", client=client(standin))
        except openai.APIError as error:
            found = worth_retrying(error)
            if found is not helps:
                return f"for {type(error).__name__} ({error.code}) it should be {helps}, and it is {found!r}."
    return None


@exercise("6.2", praise="You catch what you can handle, and nothing else.", returns=str)
def _polite(ask_politely: Callable) -> str | None:
    if not ask_politely("What is an API?", client()):
        return "without an error, it should return the text of the reply."
    for fault, wanted in (("rate_limit", "busy"), ("no_connection", "offline")):
        found = _under(fault, ask_politely)
        if found != wanted:
            found = f"{type(found).__name__} raised" if isinstance(found, openai.APIError) else found
            return f'for {fault} it should return "{wanted}", and there is {found!r}.'
    for fault in ("bad_key", "no_quota", "unknown_model", "server_error", "not_json"):
        found = _under(fault, ask_politely)
        if not isinstance(found, openai.APIError):
            return f"{fault} should reach the caller as an exception, but your function returned {found!r}."
    return None


def _under(fault: str, ask_politely: Callable) -> str | openai.APIError:
    """Return what it returns under a fault, or the API's error that it lets through."""
    standin = StandIn()
    with standin.failing(fault):
        try:
            return ask_politely("Hello!", client(standin))
        except YourCodeRaised as raised:
            if isinstance(raised.error, openai.APIError):
                return raised.error
            raise


@exercise("6.3", praise="A server in trouble will thank you.", returns=list)
def _delays(my_delays: Callable) -> str | None:
    for n, wanted in ((0, []), (1, [1]), (3, [1, 3, 9]), (5, [1, 3, 9, 20, 20])):
        found = my_delays(n)
        if found != wanted:
            return f"for n={n} there should be {wanted}, and there is {found!r}."
    return None
