"""Servers that speak the OpenAI API but offer less than OpenAI's, imitated over real HTTP, each lacking something else.

They answer as Ollama's and llama.cpp's did in November 2026. What they really do, tests/local shows.
"""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MODEL = "llama3.2"
FULL = frozenset(
    [
        "responses",
        "chat",
        "stored",
        "previous",
        "moderation",
        "counting",
        "efforts",
        "models",
        "names",
        "logprobs",
        "chat_logprobs",
        "ends",
        "numbers",
        "embeddings",
        "tools",
        "chat_tools",
        "forms",
        "chat_forms",
        "pictures",
        "chat_pictures",
        "reading",
    ]
)
"""All that such a server can offer. Without "names", it answers under any name of a model."""

OLLAMA = frozenset({"chat", "models", "names"})
"""What one offers that has Chat Completions only, as Ollama's before it had the Responses API."""

TOKEN = {"token": "Paris", "logprob": -0.1, "bytes": None, "top_logprobs": [{"token": "Paris", "logprob": -0.1, "bytes": None}]}
WORDS = ["Paris", ", ", "I ", "think", "."]
CALLED = {"name": "get_weather", "arguments": '{"city": "Paris"}'}
FILLED = '{"planets": [{"name": "Mercury", "moons": 0}]}'


@contextmanager
def running(offers: frozenset[str] = FULL, *, broken: int | None = None) -> Iterator["Running"]:
    """Yield a running server that offers these things; with `broken`, it refuses everything with that status."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.answer({})

        do_DELETE = do_GET

        def do_POST(self):
            self.answer(json.loads(self.rfile.read(int(self.headers["content-length"]))))

        def answer(self, body):
            server.requests.append((self.path, body))
            ill = server.broken, {"error": {"message": "I am not well."}}
            status, said = ill if server.broken else answer(offers, self.path, body)
            stream = isinstance(said, list)
            content = "".join(f"data: {json.dumps(event)}\n\n" for event in said) if stream else said
            content = content if isinstance(content, str) else json.dumps(content)
            self.send_response(status)
            self.send_header("content-type", "text/event-stream" if stream else "application/json")
            self.end_headers()
            self.wfile.write(content.encode())

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        server = Running(f"http://127.0.0.1:{http.server_port}/v1", broken)
        threading.Thread(target=http.serve_forever, args=(0.02,), daemon=True).start()
        yield server
        http.shutdown()


class Running:
    """A server that runs: where, what it was asked (pairs of path and body), and the status with which it refuses all."""

    def __init__(self, url: str, broken: int | None):
        self.url, self.broken = url, broken
        self.requests: list[tuple[str, dict]] = []

    def asked(self, path: str) -> list[dict]:
        return [body for asked, body in self.requests if asked == f"/v1{path}"]


def answer(offers: frozenset[str], path: str, body: dict) -> tuple[int, dict | list | str]:
    """Return the status and the body of a server's answer; a list is a stream."""
    match path.removeprefix("/v1").split("/")[1:]:
        case ["models"] if "models" in offers:
            return 200, {"object": "list", "data": [{"id": MODEL, "object": "model", "created": 1, "owned_by": "me"}]}
        case ["responses"] if "responses" in offers:
            return refusal(offers, body) or respond(offers, body)
        case ["responses", "input_tokens"] if "counting" in offers:
            return 200, {"object": "response.input_tokens", "input_tokens": 7}
        case ["responses", _, *rest] if "stored" in offers:
            return 200, {"object": "list", "data": [], "has_more": False} if rest else response(offers, {})
        case ["chat", "completions"] if "chat" in offers:
            return refusal(offers, body) or complete(offers, body)
        case ["embeddings"] if "embeddings" in offers:
            return 200, {
                "object": "list",
                "model": MODEL,
                "data": [{"object": "embedding", "index": 0, "embedding": [1.0]}],
                "usage": {"prompt_tokens": 1, "total_tokens": 1},
            }
    return 404, "404 page not found"


def refusal(offers: frozenset[str], body: dict) -> tuple[int, dict] | None:
    effort = body.get("reasoning_effort") or (body.get("reasoning") or {}).get("effort")
    if "names" in offers and body["model"] != MODEL:
        return 404, {"error": {"message": f"model '{body['model']}' not found", "type": "not_found_error"}}
    if effort == "none" or not effort or ("efforts" in offers and effort in ("low", "high")):
        return None
    return 400, {"error": {"message": f"invalid effort {effort}"}}


def respond(offers: frozenset[str], body: dict) -> tuple[int, dict | list]:
    whole = response(offers, body)
    if not body.get("stream"):
        return 200, whole
    place = {"output_index": 0, "content_index": 0} if "numbers" in offers else {}
    deltas = [{"type": "response.output_text.delta", "item_id": "msg_1", "delta": word} | place for word in WORDS]
    return 200, [*deltas, {"type": f"response.{whole['status']}", "response": whole}]


def response(offers: frozenset[str], body: dict) -> dict:
    cut = "ends" in offers and body.get("max_output_tokens", 99) <= 16
    logprobs = [TOKEN] if "logprobs" in offers and body.get("include") else []
    sent_along = json.dumps(body.get("input"))
    text = FILLED if "forms" in offers and (body.get("text") or {}).get("format") else "".join(WORDS)
    text = "Yellow." if "pictures" in offers and "input_image" in sent_along else text
    text = "A banana." if "reading" in offers and "input_file" in sent_along else text
    part = {"type": "output_text", "text": text, "annotations": [], "logprobs": logprobs}
    item = {"id": "msg_1", "type": "message", "role": "assistant", "status": "completed", "content": [part]}
    if "tools" in offers and body.get("tools"):
        item = {"id": "fc_1", "type": "function_call", "call_id": "call_1", "status": "completed"} | CALLED
    sent = 20 if "previous" in offers and body.get("previous_response_id") else 7
    moderated = {"moderation": {"input": {}, "output": {}}} if "moderation" in offers and body.get("moderation") else {}
    return moderated | {
        "id": "resp_1",
        "object": "response",
        "created_at": 1,
        "model": MODEL,
        "status": "incomplete" if cut else "completed",
        "incomplete_details": {"reason": "max_output_tokens"} if cut else None,
        "output": [item],
        "usage": {"input_tokens": sent, "output_tokens": 16, "total_tokens": sent + 16},
    }


def complete(offers: frozenset[str], body: dict) -> tuple[int, dict | list]:
    ended = "length" if body.get("max_tokens", 99) <= 16 else "stop"
    usage = {"prompt_tokens": 7, "completion_tokens": 16, "total_tokens": 23}
    about = {"id": "chatcmpl-1", "created": 1, "model": MODEL}
    if body.get("stream"):
        about["object"] = "chat.completion.chunk"
        chunks = [about | {"choices": [{"index": 0, "delta": {"content": word}, "finish_reason": None}]} for word in WORDS]
        last = about | {"choices": [{"index": 0, "delta": {}, "finish_reason": ended}]}
        return 200, [*chunks, last, about | {"choices": [], "usage": usage}]
    logprobs = {"content": [TOKEN]} if "chat_logprobs" in offers and body.get("logprobs") else None
    text = FILLED if "chat_forms" in offers and body.get("response_format") else "".join(WORDS)
    text = "Yellow." if "chat_pictures" in offers and "image_url" in json.dumps(body["messages"]) else text
    message = {"role": "assistant", "content": text}
    if "chat_tools" in offers and body.get("tools"):
        message["tool_calls"] = [{"id": "call_1", "type": "function", "function": CALLED}]
    choice = {"index": 0, "message": message, "finish_reason": ended, "logprobs": logprobs}
    return 200, about | {"object": "chat.completion", "choices": [choice], "usage": usage}
