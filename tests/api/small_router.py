"""The real SDK over files and batches alone, with a far end of a few lines instead of the whole stand-in."""

import re
from collections import deque
from functools import partial

import httpx2
from openai import DefaultHttpx2Client, OpenAI

from offline.api import batches, files
from offline.faults import Faults
from offline.refusals.rules import Refused
from offline.wire import Reply, Request, json_reply

ROUTES = files.ROUTES | batches.ROUTES


class State:
    """What the stand-in keeps, as far as files and batches go; `asked` holds what a batch asked."""

    def __init__(self):
        self.files, self.batches = files.Files(), batches.Batches()
        self.faults = Faults(deque())
        self.asked: list[tuple[str, dict]] = []

    def answer(self, method: str, path: str, body: dict) -> tuple[int, dict]:
        """Answer a request of a batch: refuse the word "wrong", and say everything else again."""
        self.asked.append((path, body))
        if body.get("input") == "wrong":
            return 400, {"error": {"message": "No.", "type": "invalid_request_error", "param": "input", "code": None}}
        if path == "/chat/completions":
            used = {"prompt_tokens": 7, "completion_tokens": 2, "total_tokens": 9, "prompt_tokens_details": {"cached_tokens": 4}}
            return 200, {"object": "chat.completion", "usage": used | {"completion_tokens_details": {"reasoning_tokens": 1}}}
        used = {"input_tokens": 10, "output_tokens": 5, "total_tokens": 15, "input_tokens_details": {"cached_tokens": 3}}
        return 200, {"object": "response", "text": body.get("input"), "usage": used}

    def handle(self, request: httpx2.Request) -> httpx2.Response:
        path, _, query = request.url.raw_path.decode().removeprefix("/v1").partition("?")
        asked = Request(request.method, path, query, dict(request.headers), request.content)
        with self.faults.meeting(asked) as met:
            try:
                reply = met.reply(partial(self._route, asked))
            except Refused as refused:
                reply = json_reply(refused.body, refused.status)
        return httpx2.Response(reply.status, headers={"content-type": "application/json"} | reply.headers, content=reply.body)

    def _route(self, request: Request) -> Reply:
        for (method, pattern), function in ROUTES.items():
            found = re.fullmatch(re.sub(r"{(\w+)}", r"(?P<\1>[^/]+)", pattern), request.path)
            if method == request.method and found:
                return function(self, request, **found.groupdict())
        raise AssertionError(f"no route for {request.method} {request.path}")


def client(state: State) -> OpenAI:
    """Return an SDK client that `state` answers."""
    transport = httpx2.MockTransport(state.handle)
    return OpenAI(
        api_key="any", base_url="http://offline/v1", http_client=DefaultHttpx2Client(transport=transport), max_retries=0
    )
