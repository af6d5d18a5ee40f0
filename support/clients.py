"""Makes the client of whoever answers: the SDK's own, whatever is at its far end."""

from collections.abc import Callable
from functools import partial

from openai import AsyncOpenAI

from . import local
from .connecting import Client, connect
from .who_answers import WhoAnswers


def client_for(kind: type[Client], who: WhoAnswers, model: str) -> Client:
    """Return a client of `kind` (OpenAI or AsyncOpenAI); a model on this machine is started for it.

    Raises openai.OpenAIError, with what to do, where a client or the local model cannot be had.
    """
    if who.kind == "stand-in":
        return _offline_client(kind)
    make: Callable[..., Client] = kind
    if who.kind != "OpenAI":
        from .served import served_client  # only here: most learners meet no other server

        make = partial(served_client, kind, model)
    if who.kind == "local":
        base_url, key = local.start(local.find(who.file))
        return make(base_url=base_url, api_key=key)
    return connect(make, api_key=who.key, base_url=who.base_url, organization=who.organization, project=who.project)


def _offline_client(kind: type[Client]) -> Client:
    import offline  # only here: it takes a moment, and who has a key does not need it to answer

    if issubclass(kind, AsyncOpenAI):
        return offline.async_client()
    return offline.client()
