"""The stand-in itself: takes an HTTP request, gives an HTTP reply, as the OpenAI API would.

`StandIn.handle` is plain Python without sockets or threads of its own. `offline.client` puts it
behind the real SDK; a test puts it behind a real HTTP server.
"""

import hashlib
import json
import random
import threading
import time
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from . import answers, rules, sampling, tokens
from .rules import Refusal

KEY = "offline-stand-in"  # the one API key that the stand-in accepts

# What thinking costs, in tokens. The real models decide themselves; more effort costs more.
REASONING_TOKENS = {"minimal": 32, "low": 64, "medium": 192, "high": 448, "xhigh": 960, "max": 1984}
TOKENS_PER_MESSAGE = 4  # around each message, to mark its role
TOKENS_PER_REQUEST = 3
REQUESTS_KEPT = 100


@dataclass
class Reply:
    """An HTTP reply; `body` is bytes, or an iterator of bytes for a stream."""

    status: int
    body: bytes | Iterator[bytes]
    headers: dict[str, str] = field(default_factory=dict)


class StandIn:
    """Answers requests from answers.yaml and keeps the state that the API keeps.

    `requests` holds the last requests as (path, body) pairs, for a look at what was really sent.
    """

    def __init__(self):
        self.requests: deque[tuple[str, dict]] = deque(maxlen=REQUESTS_KEPT)
        self._answers: answers.Answers | None = None
        self._stored: dict[str, dict] = {}  # response id -> {"body": ..., "messages": ...}
        self._asked: Counter[str] = Counter()
        self._lock = threading.Lock()

    def handle(self, method: str, path: str, headers: dict[str, str], content: bytes) -> Reply:
        """Answer one request. `path` is without the host; `headers` has lower-case names."""
        try:
            self._authorize(headers)
            body = self._parse(content) if method == "POST" else {}
            reply = self._route(method, path.removeprefix("/v1"), body)
        except Refusal as refusal:
            reply = Reply(refusal.status, json.dumps(refusal.body).encode())
        kind = "application/json" if isinstance(reply.body, bytes) else "text/event-stream; charset=utf-8"
        request_id = "req_" + hashlib.sha256(f"{time.time_ns()}".encode()).hexdigest()[:32]
        reply.headers = {"content-type": kind, "x-request-id": request_id, "openai-version": "2020-10-01"} | reply.headers
        return reply

    def _authorize(self, headers: dict[str, str]) -> None:
        key = headers.get("authorization", "").removeprefix("Bearer").strip()
        if key == KEY:
            return
        if not key:
            message = "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY)."
            raise Refusal(message, status=401)
        message = f"Incorrect API key provided: {'*' * len(key)}. You can find your API key at https://platform.openai.com/account/api-keys."
        raise Refusal(message, status=401, code="invalid_api_key")

    def _parse(self, content: bytes) -> dict:
        try:
            body = json.loads(content or b"{}")
            json.dumps(body, ensure_ascii=False).encode()  # fails for half a character, which is no text
        except ValueError:
            body = None
        if not isinstance(body, dict):
            raise Refusal("We could not parse the JSON body of your request. The OpenAI API expects a JSON payload.")
        return body

    def _route(self, method: str, path: str, body: dict) -> Reply:
        with self._lock:
            self.requests.append((path, body))
        head, _, rest = path.strip("/").partition("/")
        name = unquote(rest)
        match (method, head, rest):
            case "POST", "responses", "":
                return self._create_response(body)
            case "POST", "responses", "input_tokens":
                return self._count_tokens(body)
            case "GET", "responses", _ if rest and "/" not in rest:
                return _json(self._find_stored(name)["body"])
            case "DELETE", "responses", _ if rest and "/" not in rest:
                self._find_stored(name)
                self._stored.pop(name, None)
                return _json({"id": name, "object": "response", "deleted": True})
            case "POST", "chat", "completions":
                return self._create_chat(body)
            case "GET", "models", "":
                return _json({"object": "list", "data": [_model(known) for known in rules.models()]})
            case "GET", "models", _:
                if name not in rules.models():
                    raise Refusal(f"The model '{name}' does not exist", param="model", code="model_not_found", status=404)
                return _json(_model(name))
        raise Refusal(f"Invalid URL ({method} /v1/{path.strip('/')})", status=404)

    # --- Responses ---

    def _create_response(self, body: dict) -> Reply:
        rules.check_known(body, rules.RESPONSES)
        model = rules.find_model(body, chat=False)
        effort = rules.check_responses(body, model)
        messages = self._response_messages(body)
        sent = ([{"role": "system", "content": body["instructions"]}] if body.get("instructions") else []) + messages
        sent, input_tokens = _fit(sent, model, chat=False, drop=body.get("truncation") == "auto")
        (writer,) = self._writers(body, sent, effort, (body.get("text") or {}).get("verbosity"))
        events = _ResponseEvents(body, effort, writer, input_tokens, lambda done, text: self._store(body, messages, done, text))
        if body.get("stream"):
            return Reply(200, _sse(events, named=True))
        return _json(list(events)[-1]["response"])

    def _response_messages(self, body: dict) -> list[dict]:
        """Return the messages that the request brings, after those of the response it continues."""
        earlier = []
        if previous := body.get("previous_response_id"):
            if previous not in self._stored:
                message = f"Previous response with id '{previous}' not found."
                raise Refusal(message, param="previous_response_id", code="previous_response_not_found")
            earlier = self._stored[previous]["messages"]
        given = body.get("input")
        if given is None:
            return earlier
        if isinstance(given, str):
            return [*earlier, {"role": "user", "content": _limited(given)}]
        if not isinstance(given, list):
            raise Refusal(
                "Invalid type for 'input': expected one of a string or array of objects, but got an object instead.",
                param="input",
                code="invalid_type",
            )
        rules.check_input_items(given)
        return earlier + [
            {"role": item["role"], "content": _limited(_text(item["content"]))}
            for item in given
            if item.get("type", "message") == "message"
        ]

    def _store(self, body: dict, messages: list[dict], done: dict, text: str) -> None:
        if body.get("store") is not False:
            self._stored[done["id"]] = {"body": done, "messages": [*messages, {"role": "assistant", "content": text}]}

    def _find_stored(self, response_id: str) -> dict:
        if response_id not in self._stored:
            raise Refusal(f"Response with id '{response_id}' not found.", status=404)
        return self._stored[response_id]

    def _count_tokens(self, body: dict) -> Reply:
        rules.check_known(body, rules.TOKEN_COUNT)
        rules.find_model(body, chat=False)
        rules.check_continuation(body)
        messages = self._response_messages(body)
        if body.get("instructions"):
            messages = [{"role": "system", "content": body["instructions"]}, *messages]
        return _json({"object": "response.input_tokens", "input_tokens": count_messages(messages)})

    # --- Chat Completions ---

    def _create_chat(self, body: dict) -> Reply:
        rules.check_known(body, rules.CHAT)
        model = rules.find_model(body, chat=True)
        rules.check_messages(body.get("messages"))
        effort = rules.check_chat(body, model)
        messages = [{"role": item["role"], "content": _text(item.get("content"))} for item in body["messages"]]
        messages, prompt_tokens = _fit(messages, model, chat=True)
        writers = self._writers(body, messages, effort, body.get("verbosity"))
        chunks = _chat_chunks(body, effort, writers, prompt_tokens)
        if body.get("stream"):
            return Reply(200, _sse(chunks, named=False))
        return _json(_chat_completion(body, chunks))

    # --- What is said ---

    def _writers(self, body: dict, messages: list[dict], effort: str | None, verbosity: str | None) -> list["_Writer"]:
        """Return a writer for each choice that the request wants."""
        forms = ({"low": ("short",), "high": ("long",)}.get(verbosity, ())) + (() if effort in (None, "none") else ("reasoned",))
        question = json.dumps([body["model"], messages], ensure_ascii=False)
        with self._lock:
            self._answers = self._answers or answers.load()
            turn = self._asked[question]  # asked again, it may answer otherwise
            self._asked[question] += 1
        if body.get("seed") is not None:  # with a seed it repeats itself
            turn = f"seed {body['seed']}"
        stop = body.get("stop") or []
        ways = self._answers.find(messages, forms)
        return [
            _Writer(
                ways=ways,
                rng=random.Random(f"{question} {turn} {choice}"),
                identity=hashlib.sha256(f"{question} {turn} {json.dumps(body, sort_keys=True)}".encode()).hexdigest(),
                temperature=1.0 if body.get("temperature") is None else body["temperature"],
                top_p=1.0 if body.get("top_p") is None else body["top_p"],
                limit=body.get("max_output_tokens") or body.get("max_completion_tokens") or body.get("max_tokens"),
                reasoning=REASONING_TOKENS.get(effort, 0),
                stop=[stop] if isinstance(stop, str) else stop,
            )
            for choice in range(body.get("n") or 1)
        ]


@dataclass
class _Writer:
    """Writes one reply within its limit and remembers what came of it."""

    ways: list
    rng: random.Random
    identity: str  # hexadecimal, for ids
    temperature: float
    top_p: float
    limit: int | None  # tokens, thinking included
    reasoning: int  # tokens
    stop: list[str]
    text: str = ""
    written: int = 0  # tokens, without thinking
    finish: str = "stop"

    def __iter__(self) -> Iterator[tuple[str, sampling.Choice]]:
        """Yield what each token adds to the text, with the token's choice."""
        room = float("inf") if self.limit is None else self.limit - self.reasoning
        if room < 0:
            self.reasoning, room = self.limit, 0
        for choice in sampling.write(self.ways, temperature=self.temperature, top_p=self.top_p, rng=self.rng):
            if self.written >= room:
                self.finish = "length"
                return
            self.written += 1
            longer = self.text + choice.token
            ends = [longer.find(end) for end in self.stop if end in longer]
            said = longer[: min(ends)] if ends else longer
            added, self.text = said[len(self.text) :], said
            if added:
                yield added, choice
            if ends:
                return


class _ResponseEvents:
    """The events of one streamed response, in the order of the API; the last one holds it whole."""

    def __init__(self, body: dict, effort: str | None, writer: _Writer, input_tokens: int, done):
        self.body, self.effort, self.writer, self.input_tokens, self.done = body, effort, writer, input_tokens, done
        self.id, self.message_id, self.reasoning_id = (f"{kind}_{writer.identity[:48]}" for kind in ("resp", "msg", "rs"))
        self.created = int(time.time())
        self.number = -1
        self.top = body.get("top_logprobs") or 0
        self.wants_logprobs = "message.output_text.logprobs" in (body.get("include") or [])

    def __iter__(self) -> Iterator[dict]:
        started = self._response("in_progress", [])
        yield self._event("response.created", response=started)
        yield self._event("response.in_progress", response=started)
        output = []
        if self.writer.reasoning:
            thought = {"id": self.reasoning_id, "type": "reasoning", "summary": []}
            yield self._event("response.output_item.added", output_index=0, item=thought)
            yield self._event("response.output_item.done", output_index=0, item=thought)
            output.append(thought)
        pieces = iter(self.writer)
        first = next(pieces, None)
        if first is not None or self.writer.finish == "stop":
            message = yield from self._message(len(output), first, pieces)
            output.append(message)
        status = "completed" if self.writer.finish == "stop" else "incomplete"
        response = self._response(status, output)
        self.done(response, self.writer.text)
        yield self._event(f"response.{status}", response=response)

    def _message(self, index: int, first, pieces) -> Iterator[dict]:
        at = {"item_id": self.message_id, "output_index": index, "content_index": 0}
        message = {"id": self.message_id, "type": "message", "status": "in_progress", "role": "assistant", "content": []}
        yield self._event("response.output_item.added", output_index=index, item=message)
        yield self._event(
            "response.content_part.added", **at, part={"type": "output_text", "text": "", "annotations": [], "logprobs": []}
        )
        logprobs = []
        while first is not None:
            added, choice = first
            logprob = [_logprob(choice, self.top)] if self.wants_logprobs else []
            logprobs += logprob
            yield self._event("response.output_text.delta", **at, delta=added, logprobs=_without_bytes(logprob))
            first = next(pieces, None)
        part = {"type": "output_text", "text": self.writer.text, "annotations": [], "logprobs": logprobs}
        yield self._event("response.output_text.done", **at, text=self.writer.text, logprobs=_without_bytes(logprobs))
        yield self._event("response.content_part.done", **at, part=part)
        message = message | {"status": "completed" if self.writer.finish == "stop" else "incomplete", "content": [part]}
        yield self._event("response.output_item.done", output_index=index, item=message)
        return message

    def _event(self, type: str, **rest) -> dict:
        self.number += 1
        return {"type": type, "sequence_number": self.number, **rest}

    def _response(self, status: str, output: list[dict]) -> dict:
        body, ended = self.body, status != "in_progress"
        used = self.writer.reasoning + self.writer.written
        usage = {
            "input_tokens": self.input_tokens,
            "input_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0},
            "output_tokens": used,
            "output_tokens_details": {"reasoning_tokens": self.writer.reasoning},
            "total_tokens": self.input_tokens + used,
        }
        return {
            "id": self.id,
            "object": "response",
            "created_at": self.created,
            "status": status,
            "background": False,
            "completed_at": int(time.time()) if status == "completed" else None,
            "error": None,
            "incomplete_details": {"reason": "max_output_tokens"} if status == "incomplete" else None,
            "instructions": body.get("instructions"),
            "max_output_tokens": body.get("max_output_tokens"),
            "max_tool_calls": body.get("max_tool_calls"),
            "metadata": body.get("metadata") or {},
            "model": body["model"],
            "output": output,
            "parallel_tool_calls": body.get("parallel_tool_calls", True),
            "previous_response_id": body.get("previous_response_id"),
            "prompt_cache_key": body.get("prompt_cache_key"),
            "reasoning": {"effort": self.effort, "summary": None},
            "safety_identifier": body.get("safety_identifier"),
            "service_tier": "default",
            "store": body.get("store") is not False,
            "temperature": self.writer.temperature,
            "text": {"format": {"type": "text"}, "verbosity": "medium"} | (body.get("text") or {}),
            "tool_choice": body.get("tool_choice", "auto"),
            "tools": body.get("tools") or [],
            "top_logprobs": self.top,
            "top_p": self.writer.top_p,
            "truncation": body.get("truncation") or "disabled",
            "usage": usage if ended else None,
            "user": body.get("user"),
        }


def _chat_chunks(body: dict, effort: str | None, writers: list[_Writer], prompt_tokens: int) -> Iterator[dict]:
    """Yield the chunks of a chat completion; the last one holds the usage."""
    common = {
        "id": f"chatcmpl-{writers[0].identity[:29]}",
        "object": "chat.completion.chunk",
        "created": int(time.time()),
        "model": body["model"],
        "service_tier": "default",
        "system_fingerprint": None,
    }
    wants_usage = bool((body.get("stream_options") or {}).get("include_usage")) or not body.get("stream")

    def chunk(choices: list[dict], usage: dict | None = None) -> dict:
        return common | {"choices": choices} | ({"usage": usage} if wants_usage else {})

    for index, writer in enumerate(writers):
        yield chunk([_delta(index, {"role": "assistant", "content": "", "refusal": None})])
        for added, choice in writer:
            logprobs = (
                {"content": [_logprob(choice, body.get("top_logprobs") or 0)], "refusal": None} if body.get("logprobs") else None
            )
            yield chunk([_delta(index, {"content": added}, logprobs)])
        yield chunk([_delta(index, {}, finish=writer.finish)])
    if wants_usage:
        thought = sum(writer.reasoning for writer in writers)
        used = thought + sum(writer.written for writer in writers)
        details = {
            "reasoning_tokens": thought,
            "audio_tokens": 0,
            "accepted_prediction_tokens": 0,
            "rejected_prediction_tokens": 0,
        }
        usage = {
            "prompt_tokens": prompt_tokens,
            "completion_tokens": used,
            "total_tokens": prompt_tokens + used,
            "prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0},
            "completion_tokens_details": details,
        }
        yield chunk([], usage)


def _delta(index: int, delta: dict, logprobs: dict | None = None, finish: str | None = None) -> dict:
    return {"index": index, "delta": delta, "logprobs": logprobs, "finish_reason": finish}


def _chat_completion(body: dict, chunks: Iterator[dict]) -> dict:
    """Put the chunks of a chat completion together into a whole one."""
    choices: dict[int, dict] = {}
    for chunk in chunks:
        for part in chunk["choices"]:
            message = {"role": "assistant", "content": "", "refusal": None, "annotations": []}
            choice = choices.setdefault(part["index"], {"index": part["index"], "message": message, "logprobs": None})
            choice["message"]["content"] += part["delta"].get("content") or ""
            if part["logprobs"]:
                choice["logprobs"] = choice["logprobs"] or {"content": [], "refusal": None}
                choice["logprobs"]["content"] += part["logprobs"]["content"]
            choice["finish_reason"] = part["finish_reason"]
    return chunk | {"object": "chat.completion", "choices": list(choices.values())}


def count_messages(messages: list[dict]) -> int:
    """Return how many tokens a request with these messages is counted as."""
    return TOKENS_PER_REQUEST + sum(TOKENS_PER_MESSAGE + tokens.count(message["content"]) for message in messages)


def _fit(messages: list[dict], model: dict, *, chat: bool, drop: bool = False) -> tuple[list[dict], int]:
    """Return the messages that fit into the model's context, and their tokens; refuse if they do not."""
    while True:
        length = sum(len(message["content"]) for message in messages)
        surely_too_long = length > rules.CHARS_PER_TOKEN * model["context"]
        count = length // rules.CHARS_PER_TOKEN if surely_too_long else count_messages(messages)
        if count <= model["context"]:
            return messages, count
        if not drop or len(messages) == 1:
            raise rules.too_long(count, model, chat=chat)
        messages = messages[1:]


def _limited(text: str) -> str:
    if len(text) > rules.LONGEST_INPUT:
        message = f"Invalid 'input': string too long. Expected a string with maximum length {rules.LONGEST_INPUT}, but got a string with length {len(text)} instead."
        raise Refusal(message, param="input", code="string_above_max_length")
    return text


def _text(content) -> str:
    """Return the text of a message's content, given as a string or as a list of parts."""
    if isinstance(content, list):
        return "\n".join(part.get("text") or part.get("refusal") or "" for part in content if isinstance(part, dict))
    return content if isinstance(content, str) else ""


def _logprob(choice: sampling.Choice, top: int) -> dict:
    def entry(token: str, logprob: float) -> dict:
        return {"token": token, "logprob": logprob, "bytes": list(token.encode())}

    likeliest = [entry(token, logprob) for token, logprob in choice.top(top)]
    return entry(choice.token, choice.logprob()) | {"top_logprobs": likeliest}


def _without_bytes(logprobs: list[dict]) -> list[dict]:
    """Return logprobs as the events of a stream have them."""
    return [
        {name: _without_bytes(value) if name == "top_logprobs" else value for name, value in entry.items() if name != "bytes"}
        for entry in logprobs
    ]


def _model(name: str) -> dict:
    shutdown = rules.models()[name].get("shutdown")
    return {
        "id": name,
        "object": "model",
        "created": 1767225600,
        "owned_by": "offline",
        "shutdown_date": shutdown and str(shutdown),
    }


def _json(body: dict) -> Reply:
    return Reply(200, json.dumps(body).encode())


def _sse(events, *, named: bool) -> Iterator[bytes]:
    """Write events as server-sent events: with their names (Responses) or a closing [DONE] (chat)."""
    for event in events:
        name = f"event: {event['type']}\n" if named else ""
        yield f"{name}data: {json.dumps(event)}\n\n".encode()
    if not named:
        yield b"data: [DONE]\n\n"
