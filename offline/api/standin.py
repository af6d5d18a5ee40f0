"""The stand-in itself: takes an HTTP request, gives an HTTP reply, as the OpenAI API would.

`StandIn.handle` is plain Python without sockets or threads of its own. `offline.client` puts it
behind the real SDK, `python -m offline` behind a real HTTP server.
"""

import hashlib
import itertools
import json
import threading
from collections import Counter, deque
from contextlib import AbstractContextManager
from functools import partial

from .. import faults, refusals
from ..wire import Arrival, Reply, Request, json_reply
from . import batches, chat, conversations, embeddings, files, limits, models, moderations, responses
from .prompt_cache import PromptCache
from .router import Router

__all__ = ["KEY", "StandIn"]

KEY = "offline-stand-in"  # the one API key that the stand-in accepts

REQUESTS_KEPT = 100
ROUTER = Router(batches, chat, conversations, embeddings, files, models, moderations, responses)


class StandIn:
    """Answers requests and keeps the state that the API keeps, one attribute for each endpoint.

    `requests` holds the last requests as (path, body) pairs, for a look at what was really sent;
    `log` holds when they came and how they were answered, also those that failed. `latency` is how
    many seconds each reply takes, as it takes them over a network and in a queue.
    """

    def __init__(self) -> None:
        self.requests: deque[tuple[str, dict]] = deque(maxlen=REQUESTS_KEPT)
        self.log: deque[Arrival] = deque(maxlen=REQUESTS_KEPT)
        self.batches = batches.Batches()
        self.cache = PromptCache()
        self.completions = chat.Completions()
        self.conversations = conversations.Conversations()
        self.files = files.Files()
        self.responses = responses.Responses()
        self.latency = 0.0
        self._faults = faults.Faults(self.log)
        self._asked: Counter[bytes] = Counter()
        self._numbers = itertools.count()  # for request ids that are the same in every run
        self._lock = threading.Lock()

    def failing(
        self, fault: str, *, times: int | None = 1, after: int = 0, wait: float | None = None
    ) -> AbstractContextManager[list[Arrival]]:
        """Let the next requests fail, within a `with` block; see `offline.failing`."""
        return self._faults.failing(fault, times=times, after=after, wait=wait)

    def handle(self, method: str, path: str, headers: dict[str, str], content: bytes) -> Reply:
        """Answer one request. `path` is without the host; `headers` has lower-case names.

        Raises faults.ConnectionFault, here or while a stream is read, if a connection is to fail.
        """
        path, _, query = path.removeprefix("/v1").partition("?")
        request = Request(method, path, query, headers, content)
        with self._faults.meeting(request) as met:
            try:
                reply = met.reply(partial(self._answer, request))
            except refusals.Refused as refused:
                reply = json_reply(refused.body, refused.status)
            met.status = reply.status
        reply.headers = self._headers(request, reply) | reply.headers
        reply.late += self.latency
        return reply

    def answer(self, method: str, path: str, body: dict) -> tuple[int, dict]:
        """Answer a request that comes from within, such as a line of a batch: status and body of the reply."""
        try:
            reply = ROUTER.answer(self, Request(method, path.removeprefix("/v1"), "", {}, json.dumps(body).encode()))
        except refusals.Refused as refused:
            return refused.status, refused.body
        assert isinstance(reply.body, bytes)  # nothing within asks for a stream
        return reply.status, json.loads(reply.body)

    def times_asked(self, question: str) -> int:
        """Return how often a question came before, and count it."""
        digest = hashlib.sha256(question.encode()).digest()
        with self._lock:
            self._asked[digest] += 1
            return self._asked[digest] - 1

    def _answer(self, request: Request) -> Reply:
        """Answer a request that nothing happens to."""
        if request.key != KEY:
            raise refusals.bad_key(request.key)
        body = request.body
        with self._lock:
            self.requests.append((request.path, body))
        return ROUTER.answer(self, request)

    def _headers(self, request: Request, reply: Reply) -> dict[str, str]:
        kind = "application/json" if isinstance(reply.body, bytes) else "text/event-stream; charset=utf-8"
        request_id = "req_" + hashlib.sha256(f"request {next(self._numbers)}".encode()).hexdigest()[:32]
        told = {"content-type": kind, "x-request-id": request_id, "openai-version": "2020-10-01"}
        organization = {"openai-organization": request.headers.get("openai-organization") or "org-offline"}
        return told | organization | limits.HEADERS
