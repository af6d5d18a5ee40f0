"""What many tests ask, and how: questions with a sure answer, requests, and the SDK's own types as judges.

first = create(client)
create(client, FOLLOW_UP, previous_response_id=first.id).output_text
validate(Response, send("POST", "responses", {"model": "gpt-6-luna", "input": FRANCE}))
"""

import base64
import io
import json

import pydantic
from openai.types.responses import ResponseStreamEvent

import offline

FRANCE = "What is the capital city of France?"
PARIS = "The capital city of France is Paris."
FOLLOW_UP = "What is its population?"
LONG = "The rules of this shop are many and they matter. " * 150  # 1,650 tokens and a few: long enough for the prompt cache
NONE = {"effort": "none"}

EVENT = pydantic.TypeAdapter(ResponseStreamEvent)


def create(client, question=FRANCE, **params):
    """Ask the Responses API at temperature 0 and without reasoning.

    `params` say otherwise; one that is None is left out.
    """
    params = {"model": "gpt-6-luna", "input": question, "reasoning": NONE, "temperature": 0} | params
    return client.responses.create(**{name: value for name, value in params.items() if value is not None})


def create_chat(client, question=FRANCE, **params):
    """Ask Chat Completions at temperature 0; `params` are as for `create`."""
    params = {"model": "gpt-4o", "messages": [{"role": "user", "content": question}], "temperature": 0} | params
    return client.chat.completions.create(**{name: value for name, value in params.items() if value is not None})


def post(path: str, body) -> tuple[int, bytes]:
    """Send anything (bytes as they are) to a fresh stand-in; return the status and the raw reply, of a stream all of it."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    reply = offline.StandIn().handle("POST", f"/v1/{path}", {"authorization": f"Bearer {offline.KEY}"}, content)
    return reply.status, reply.body if isinstance(reply.body, bytes) else b"".join(reply.body)


def plain(messages: list[dict]) -> list[dict]:
    """Return the messages of a request as a conversation keeps them; what does not say that it is a message is left out."""
    return [{"role": message["role"], "content": message["content"]} for message in messages if message["type"] == "message"]


def send(method: str, path: str, body: dict | None = None) -> str | list[str]:
    """Return the raw JSON of a reply of the shared stand-in, or of each event of a stream."""
    headers = {"authorization": f"Bearer {offline.KEY}"}
    reply = offline.shared.handle(method, f"/v1/{path}", headers, json.dumps(body or {}).encode())
    assert reply.status == 200, reply.body
    if isinstance(reply.body, bytes):
        return reply.body.decode()
    lines = b"".join(reply.body).decode().splitlines()
    return [line.removeprefix("data: ") for line in lines if line.startswith("data: {")]


def validate(kind, raw: str):
    """Validate raw JSON against a type of the SDK; in none of its parts may there be a name that the type lacks."""
    adapter = kind if isinstance(kind, pydantic.TypeAdapter) else pydantic.TypeAdapter(kind)
    parsed = adapter.validate_json(raw, strict=True)
    unknown = list(_unknown_names(parsed))
    assert not unknown, f"names that {kind} does not have: {unknown}"
    return parsed


# The API sends it, the SDK's types do not have it.
_NOT_IN_THE_TYPES = {("", "store"), (".response", "store")}


def _unknown_names(part, where: str = ""):
    if isinstance(part, pydantic.BaseModel):
        yield from (f"{where}.{name}" for name in part.model_extra or {} if (where, name) not in _NOT_IN_THE_TYPES)
        for name in part.model_fields_set:
            yield from _unknown_names(getattr(part, name, None), f"{where}.{name}")
    elif isinstance(part, list):
        for item in part:
            yield from _unknown_names(item, where)


def picture(color: str, size: int = 64) -> str:
    """Return a picture of one color as a data URL."""
    from PIL import Image  # only here: it takes a moment

    file = io.BytesIO()
    Image.new("RGB", (size, size), color).save(file, "PNG")
    return f"data:image/png;base64,{base64.b64encode(file.getvalue()).decode()}"


def data(text: str) -> str:
    """Return a text file as a data URL."""
    return f"data:text/plain;base64,{base64.b64encode(text.encode()).decode()}"
