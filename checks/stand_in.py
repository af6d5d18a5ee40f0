"""The stand-in that checks ask: with it, no exercise is wrong because of a setting.

A reader may have set TUTORIAL_MODEL to a model that the stand-in does not know, or that takes no effort
`none`. What is right must be right there, too. So a request with DEFAULT_MODEL is judged as one with MODEL.
"""

import json

import openai
from openai import OpenAI

import offline
import utils
from offline.wire import Reply

MODEL = "gpt-6-luna"  # without reasoning it takes everything that the exercises ask for


class Crashed(Exception):
    """The stand-in has a mistake. It is neither the reader's nor one that the API would have."""


class StandIn(offline.StandIn):
    """A stand-in that takes DEFAULT_MODEL for MODEL; its `requests` show them so."""

    def handle(self, method: str, path: str, headers: dict[str, str], content: bytes) -> Reply:
        """Answer one request, as `offline.StandIn.handle` does. Raises Crashed if that cannot."""
        try:
            if headers.get("content-type") == "application/json":
                content = json.dumps(for_model(json.loads(content))).encode()
            return super().handle(method, path, headers, content)
        except offline.ConnectionFault:
            raise  # on purpose
        except Exception as error:
            raise Crashed(f"{type(error).__name__}: {error}") from error


def client(standin: offline.StandIn | None = None) -> OpenAI:
    """Return a client that `standin` answers, a new one if none is given; it tries nothing twice."""
    return offline.client(standin or StandIn(), max_retries=0)


def refused(request: dict) -> str | None:
    """Send a request of the Responses API to the stand-in; return why it is refused, or None."""
    try:
        client().responses.create(**request)
    except (openai.APIStatusError, TypeError, ValueError) as error:  # the SDK raises the last two itself
        return f"the API would refuse this request: {error}"
    return None


def for_model(body: dict) -> dict:
    """Return the body of a request with MODEL in place of DEFAULT_MODEL."""
    if utils.DEFAULT_MODEL == MODEL or body.get("model") != utils.DEFAULT_MODEL:
        return body
    body = body | {"model": MODEL}
    # Where the effort is the one that the helpers send because of the setting, so it is for MODEL.
    if "input" in body and body.get("reasoning") == utils.default_parameters(utils.DEFAULT_MODEL).get("reasoning"):
        body["reasoning"] = utils.default_parameters(MODEL)["reasoning"]
    return body
