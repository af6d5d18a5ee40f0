"""Batches to try: their lines, how they begin, how they are looked at."""

import json

from openai import OpenAI
from openai.types import Batch

LUNA = "gpt-6-luna"
CHAT = {"url": "/v1/chat/completions", "body": {"model": LUNA, "messages": [{"role": "user", "content": "Hello!"}]}}


def line(custom_id: str, text: str = "Hello!", **changes) -> dict:
    body = {"model": LUNA, "input": text, "reasoning": {"effort": "none"}, "temperature": 0}
    return {"custom_id": custom_id, "method": "POST", "url": "/v1/responses", "body": body} | changes


def upload(client: OpenAI, lines) -> str:
    """Upload lines, given as objects or as bytes; return the file's id."""
    content = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    return client.files.create(file=("lines.jsonl", content), purpose="batch").id


def begin(client: OpenAI, lines, endpoint: str = "/v1/responses", **options) -> Batch:
    return client.batches.create(input_file_id=upload(client, lines), endpoint=endpoint, completion_window="24h", **options)


def look(client: OpenAI, batch: Batch, times: int = 1) -> Batch:
    for _ in range(times):
        batch = client.batches.retrieve(batch.id)
        Batch.model_validate(batch.model_dump(), strict=True)
    return batch
