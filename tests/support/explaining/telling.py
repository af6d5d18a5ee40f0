"""What `explain` says of an answer that a server gives to a helper."""

import json
from collections.abc import Iterator

import httpx2
import openai
import pytest
from far_end import far_end

import utils

OPENAI = "https://api.openai.com/v1"
OTHERS = {
    "on this machine": "http://localhost:11434/v1",
    "at a company": "https://llm.example.com/api/v1",
    "at a router": "https://openrouter.ai/api/v1",
    "on Azure": "https://me.openai.azure.com/openai/v1",
    "named like OpenAI": "https://openai.com.example.org/v1",
}


def told(status: int, body, base_url: str = OPENAI, *, kind: str | None = None, **headers: str) -> str:
    """Return what `explain` makes of an answer: `body` is sent as JSON, or a text as it is, with its `kind` as content type."""
    content = body if kind else json.dumps(body)
    headers = {"content-type": kind or "application/json", **{name.replace("_", "-"): value for name, value in headers.items()}}
    return told_of(httpx2.Response(status, headers=headers, content=content), base_url)


def told_of(step, base_url: str = OPENAI) -> str:
    """Return what `explain` makes of a step of the far end, an exception or an answer."""
    return next(told_each([step], base_url))


def told_each(steps: list, base_url: str) -> Iterator[str]:
    """Yield what `explain` makes of each of these steps."""
    client = far_end(*steps, base_url=base_url)
    for _ in steps:
        with pytest.raises(openai.OpenAIError) as error:
            utils.generate_text("Hello!", client=client)
        yield utils.explain(error.value)


def refusal(message: str, code: str | None = None, kind: str = "invalid_request_error") -> dict:
    """Return the body of a refusal in OpenAI's form."""
    return {"error": {"message": message, "type": kind, "param": None, "code": code}}
