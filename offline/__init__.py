"""The offline stand-in: the official SDK, with a far end that lives in this folder.

    import offline
    client = offline.client()
    client.responses.create(model="gpt-6-luna", input="Hello!").output_text

Requests are built, retried, parsed and raised by the real `openai` package; only the transport is
ours (`httpx2.MockTransport`), so nothing touches the network. What it can say is in data/answers/,
what it knows of the models in data/models.yaml. It fails on purpose within `offline.failing(...)`. It
knows nothing of the course around it. `offline.tokens.count(text)` estimates how many tokens a text has.

What stands below is loaded when it is first used: who only asks offline.models pays for nothing else.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .api.standin import KEY, StandIn
    from .clients import async_client, client, failing
    from .faults import FAULTS, ConnectionFault
    from .model import examples, tokens
    from .wire import Arrival

    shared: StandIn

BASE_URL = "http://offline/v1"

_ROOMS = {
    "FAULTS": "faults",
    "KEY": "api.standin",
    "Arrival": "wire",
    "ConnectionFault": "faults",
    "StandIn": "api.standin",
    "async_client": "clients",
    "client": "clients",
    "examples": "model.examples",
    "failing": "clients",
}
__all__ = [
    "BASE_URL",
    "FAULTS",
    "KEY",
    "Arrival",
    "ConnectionFault",
    "StandIn",
    "async_client",
    "client",
    "examples",
    "failing",
    "shared",
    "tokens",
]


def __getattr__(name: str) -> object:
    if name == "shared":  # the stand-in behind every client that is not given one of its own; it remembers across clients
        value = import_module("offline.api.standin").StandIn()
    elif name == "tokens":
        value = import_module("offline.model.tokens")
    elif name in _ROOMS:
        value = getattr(import_module(f"offline.{_ROOMS[name]}"), name)
    else:
        raise AttributeError(f"module 'offline' has no attribute {name!r}")
    return globals().setdefault(name, value)


def __dir__() -> list[str]:
    return __all__
