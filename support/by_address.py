"""The server that OPENAI_BASE_URL names, even beside a model on this machine: `get_client` would take only the latter."""

import copy

from openai import OpenAI

from .clients import client_for
from .deadline import DEADLINE, keep_deadline
from .settings import Settings, names
from .who_answers import decide


def client_by_address(settings: Settings, model: str) -> OpenAI | None:
    """Return a client for what OPENAI_BASE_URL names, or a key alone where no local model is asked for; None if they name nobody.

    `model` is the model that the course uses there. Raises openai.OpenAIError, with what to do, where a setting cannot be sent.
    """
    if settings.value(names.LOCAL) and not settings.value(names.ADDRESS):
        return None  # who has chosen a model that costs nothing is not to pay for another one
    others = copy.copy(settings)
    others.pop(names.LOCAL, None)
    who = decide(others)
    return None if who.kind == "stand-in" else keep_deadline(client_for(OpenAI, who, model), DEADLINE)
