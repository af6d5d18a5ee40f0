"""The stand-in itself: takes an HTTP request, gives an HTTP reply, as the OpenAI API would.

`StandIn.handle` is plain Python without sockets or threads of its own. `offline.client` puts it
behind the real SDK; a test puts it behind a real HTTP server.
"""

import hashlib
import itertools
import json
import random
import threading
from collections import Counter, deque
from contextlib import AbstractContextManager
from functools import partial
from urllib.parse import unquote

from .. import faults, models
from ..model import answers, context
from ..model.context import count_messages
from ..refusals import rules
from ..refusals.rules import Refused
from ..wire import Arrival, Reply, Request, event_reply, json_reply
from . import embeddings, moderations, writing
from .conversations import Conversations, text_of
from .prompt_cache import PromptCache

__all__ = ["KEY", "REASONING_TOKENS", "Reply", "StandIn", "count_messages"]

KEY = "offline-stand-in"  # the one API key that the stand-in accepts

# What thinking costs, in tokens. The real models decide themselves; more effort costs more.
REASONING_TOKENS = {"minimal": 32, "low": 64, "medium": 192, "high": 448, "xhigh": 960, "max": 1984}
REQUESTS_KEPT = 100


class StandIn:
    """Answers requests from answers.yaml and keeps the state that the API keeps.

    `requests` holds the last requests as (path, body) pairs, for a look at what was really sent;
    `log` holds when they came and how they were answered, also those that failed.
    """

    def __init__(self):
        self.requests: deque[tuple[str, dict]] = deque(maxlen=REQUESTS_KEPT)
        self.log: deque[Arrival] = deque(maxlen=REQUESTS_KEPT)
        self._faults = faults.Faults(self.log)
        self._conversations = Conversations()
        self._cache = PromptCache()
        self._answers: answers.Answers | None = None
        self._stored: dict[str, dict] = {}  # response id -> {"body": ..., "messages": ...}
        self._asked: Counter[str] = Counter()
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
            except Refused as refused:
                reply = json_reply(refused.body, refused.status)
            met.status = reply.status
        kind = "application/json" if isinstance(reply.body, bytes) else "text/event-stream; charset=utf-8"
        request_id = "req_" + hashlib.sha256(f"request {next(self._numbers)}".encode()).hexdigest()[:32]
        reply.headers = {"content-type": kind, "x-request-id": request_id, "openai-version": "2020-10-01"} | reply.headers
        return reply

    def _answer(self, request: Request, *, declines: bool = False) -> Reply:
        """Answer a request that nothing happens to; with `declines`, the model declines to answer."""
        if request.key != KEY:
            raise rules.bad_key(request.key)
        method, path, body = request.method, request.path, request.body
        with self._lock:
            self.requests.append((path, body))
        head, _, rest = path.strip("/").partition("/")
        name = unquote(rest)
        match (method, head, rest):
            case "POST", "responses", "":
                return self._create_response(body, declines)
            case "POST", "responses", "input_tokens":
                return self._count_tokens(body)
            case "GET", "responses", _ if rest and "/" not in rest:
                return json_reply(self._find_stored(name)["body"])
            case "DELETE", "responses", _ if rest and "/" not in rest:
                self._find_stored(name)
                self._stored.pop(name, None)
                return json_reply({"id": name, "object": "response", "deleted": True})
            case "POST", "chat", "completions":
                return self._create_chat(body, declines)
            case _, "conversations", _ if reply := self._conversations.answer(method, rest, request.query, body):
                return json_reply(reply)
            case "POST", "embeddings", "":
                return json_reply(embeddings.create(body))
            case "POST", "moderations", "":
                return json_reply(moderations.create(body))
            case "GET", "models", "":
                return json_reply({"object": "list", "data": [_model(known) for known in models.known()]})
            case "GET", "models", _:
                if not models.find(name):
                    raise Refused(f"The model '{name}' does not exist", param="model", code="model_not_found", status=404)
                return json_reply(_model(name))
        raise Refused(f"Invalid URL ({method} /v1/{path.strip('/')})", status=404)

    # --- Responses ---

    def _create_response(self, body: dict, declines: bool) -> Reply:
        rules.check_known(body, rules.RESPONSES)
        model = rules.find_model(body, chat=False)
        effort = rules.check_responses(body, model)
        messages = self._response_messages(body)
        sent = ([{"role": "system", "content": body["instructions"]}] if body.get("instructions") else []) + messages
        sent, count = context.fit(sent, model, chat=False, drop=body.get("truncation") == "auto")
        (writer,) = self._writers(body, sent, effort, (body.get("text") or {}).get("verbosity"))
        writer.declines = declines
        usage = self._cache.use(body, sent, count)
        events = writing.ResponseEvents(body, effort, writer, usage, lambda done, text: self._store(body, messages, done, text))
        if body.get("stream"):
            return event_reply(events, named=True)
        return json_reply(list(events)[-1]["response"])

    def _response_messages(self, body: dict) -> list[dict]:
        """Return the messages that the request brings, after those of the response it continues."""
        earlier = []
        if previous := body.get("previous_response_id"):
            if previous not in self._stored:
                message = f"Previous response with id '{previous}' not found."
                raise Refused(message, param="previous_response_id", code="previous_response_not_found")
            earlier = self._stored[previous]["messages"]
        elif conversation := body.get("conversation"):
            earlier = self._conversations.messages(conversation)
        given = body.get("input")
        if given is None:
            return earlier
        if isinstance(given, str):
            return [*earlier, {"role": "user", "content": _limited(given)}]
        if not isinstance(given, list):
            raise Refused(
                "Invalid type for 'input': expected one of a string or array of objects, but got an object instead.",
                param="input",
                code="invalid_type",
            )
        rules.check_input_items(given)
        return earlier + [
            {"role": item["role"], "content": _limited(text_of(item["content"]))}
            for item in given
            if item.get("type", "message") == "message"
        ]

    def _store(self, body: dict, messages: list[dict], done: dict, text: str) -> None:
        if body.get("store") is not False:
            self._stored[done["id"]] = {"body": done, "messages": [*messages, {"role": "assistant", "content": text}]}
        if conversation := body.get("conversation"):
            self._conversations.append(conversation, body.get("input"), done["output"])

    def _find_stored(self, response_id: str) -> dict:
        if response_id not in self._stored:
            raise Refused(f"Response with id '{response_id}' not found.", status=404)
        return self._stored[response_id]

    def _count_tokens(self, body: dict) -> Reply:
        rules.check_known(body, rules.TOKEN_COUNT)
        rules.find_model(body, chat=False)
        rules.check_continuation(body)
        messages = self._response_messages(body)
        if body.get("instructions"):
            messages = [{"role": "system", "content": body["instructions"]}, *messages]
        return json_reply({"object": "response.input_tokens", "input_tokens": count_messages(messages)})

    # --- Chat Completions ---

    def _create_chat(self, body: dict, declines: bool) -> Reply:
        rules.check_known(body, rules.CHAT)
        model = rules.find_model(body, chat=True)
        rules.check_messages(body.get("messages"))
        effort = rules.check_chat(body, model)
        messages = [{"role": item["role"], "content": text_of(item.get("content"))} for item in body["messages"]]
        messages, count = context.fit(messages, model, chat=True)
        writers = self._writers(body, messages, effort, body.get("verbosity"))
        for writer in writers:
            writer.declines = declines
        chunks = writing.chat_chunks(body, writers, self._cache.use(body, messages, count))
        if body.get("stream"):
            return event_reply(chunks, named=False)
        return json_reply(writing.chat_completion(chunks))

    # --- What is said ---

    def _writers(self, body: dict, messages: list[dict], effort: str | None, verbosity: str | None) -> list[writing.Writer]:
        """Return a writer for each choice that the request wants."""
        forms = ({"low": ("short",), "high": ("long",)}.get(verbosity, ())) + (() if effort in (None, "none") else ("reasoned",))
        question = json.dumps([body["model"], messages], ensure_ascii=False)
        with self._lock:
            self._answers = self._answers or answers.load()
            turn = self._asked[question]
            self._asked[question] += 1
        # Asked again, it may answer otherwise; with a seed it repeats itself, but for the ids.
        luck = turn if body.get("seed") is None else f"seed {body['seed']}"
        stop = body.get("stop") or []
        ways = self._answers.find(messages, forms)
        return [
            writing.Writer(
                ways=ways,
                rng=random.Random(f"{question} {luck} {choice}"),
                identity=hashlib.sha256(f"{question} {turn} {json.dumps(body, sort_keys=True)}".encode()).hexdigest(),
                temperature=1.0 if body.get("temperature") is None else body["temperature"],
                top_p=1.0 if body.get("top_p") is None else body["top_p"],
                limit=body.get("max_output_tokens") or body.get("max_completion_tokens") or body.get("max_tokens"),
                reasoning=REASONING_TOKENS.get(effort, 0),
                stop=[stop] if isinstance(stop, str) else stop,
            )
            for choice in range(body.get("n") or 1)
        ]


def _limited(text: str) -> str:
    if len(text) > rules.LONGEST_INPUT:
        message = f"Invalid 'input': string too long. Expected a string with maximum length {rules.LONGEST_INPUT}, but got a string with length {len(text)} instead."
        raise Refused(message, param="input", code="string_above_max_length")
    return text


def _model(name: str) -> dict:
    shutdown = models.find(name).shutdown
    return {
        "id": name,
        "object": "model",
        "created": 1767225600,
        "owned_by": "offline",
        "shutdown_date": shutdown and str(shutdown),
    }
