"""The Responses API: `client.responses`, and what it keeps."""

import hashlib
import itertools
import json
import threading
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from ..model import context
from ..model.history import History
from ..refusals import Refused, check, check_ours, queries, together, tools, words
from ..wire import Reply, Request, event_reply, json_reply
from . import background, items, moderations, pages, tool_requests
from .prompt_cache import Prompt
from .response_events import ResponseEvents
from .writers import Wanted, writers

if TYPE_CHECKING:
    from .standin import StandIn


@dataclass
class Kept:
    """A response that the API keeps: its body and the items it was given (as JSON), and all that was said."""

    body: bytes
    sent: bytes
    history: History
    job: background.Job | None = None

    def given(self) -> list[dict]:
        """Return the items it was given, as the API gives them back; their ids are made of the response's."""
        made = itertools.count()
        response_id = json.loads(self.body)["id"]

        def new_id(prefix: str) -> str:
            return f"{prefix}_{hashlib.sha256(f'{response_id} {next(made)}'.encode()).hexdigest()[:48]}"

        return items.complete(json.loads(self.sent), new_id)


@dataclass
class Responses:
    """The responses of one stand-in. `reasoned` says which items need which reasoning item before them."""

    kept: dict[str, Kept] = field(default_factory=dict)
    reasoned: dict[str, str] = field(default_factory=dict)
    made: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def find(self, response_id: str) -> Kept:
        """Return a response. Raises Refused if there is none of this id."""
        if kept := self.kept.get(response_id):
            return kept
        raise Refused(f"Response with id '{response_id}' not found.", status=404)

    def new_id(self, prefix: str) -> str:
        """Return an id for an item that came without one."""
        with self.lock:
            self.made += 1
            return f"{prefix}_{hashlib.sha256(f'given {self.made}'.encode()).hexdigest()[:48]}"

    def find_item(self, item_id: str) -> dict | None:
        """Return an item of a response that is kept, the latest first."""
        for kept in reversed(self.kept.values()):
            output: list[dict] = json.loads(kept.body)["output"]
            for item in (*output, *kept.given()):
                if item.get("id") == item_id:
                    return item
        return None


@dataclass
class Turn:
    """What a request goes on from, and what it brings."""

    earlier: History
    history: History  # with what it brings
    given: list[dict]


def create(state: "StandIn", request: Request) -> Reply:
    """Answer POST /responses."""
    body = request.body
    check("responses", body)
    model = together.model_of(body, chat=False)
    effort = together.responses(body, model)
    check_ours("responses", body)
    form = tool_requests.form(body.get("text"))
    offered = tool_requests.tools(body, chat=False)
    turn = read_turn(state, body)
    instructions = told(body)
    extra = tool_requests.count(body)
    turn.history, count = fit(turn.history, instructions, model.context - extra, drop=body.get("truncation") == "auto")
    sent = turn.history.message["content"] if turn.history.message else ""
    moderations.block(body, sent)
    lead_count = context.count_messages(instructions) + extra
    usage = state.cache.use(Prompt(body, lead_count, turn.history, count + extra))
    verbosity = (body.get("text") or {}).get("verbosity")
    wanted = Wanted(body, instructions, turn.history, effort, verbosity, body.get("max_output_tokens"), tools=offered, form=form)
    wanted.declines = request.happening == "declined"
    (writer,) = writers(state, wanted)
    events = ResponseEvents(
        _said(body, effort) | _diagnosed(state, body),
        writer,
        usage,
        include=body.get("include") or (),
        background=bool(body.get("background")),
        moderated=partial(moderations.moderated, body, sent),
        done=lambda done: keep(state, body, turn, done),
    )
    if body.get("background"):
        return background.start(state, body, turn, events)
    if body.get("stream"):
        return event_reply(events, named=True, padded=bool((body.get("stream_options") or {}).get("include_obfuscation")))
    *_, last = events
    kept = state.responses.kept.get(events.id)
    return Reply(200, kept.body) if kept else json_reply(last["response"])


def told(body: dict) -> list[dict]:
    """Return the instructions of a request as messages."""
    return [{"role": "system", "content": body["instructions"]}] if body.get("instructions") else []


def read_turn(state: "StandIn", body: dict, *, breaks: bool = True) -> Turn:
    """Return what a request goes on from and what it brings (`breaks`: see items.Reader). Raises Refused for what does not fit."""
    earlier, before = History(), []
    if previous := body.get("previous_response_id"):
        kept = state.responses.kept.get(previous)
        if kept is None:
            message = f"Previous response with id '{previous}' not found."
            raise Refused(message, param="previous_response_id", code="previous_response_not_found")
        earlier, before = kept.history, json.loads(kept.body)["output"]
    elif conversation := body.get("conversation"):
        earlier, before = state.conversations.said(state, conversation, body.get("model", ""))
    given = body.get("input")
    reader = items.Reader(body.get("model", ""), state.files, state.responses.find_item, breaks=breaks)
    read = reader.items(given)
    tools.check_outputs(read, earlier=before, reasoned=state.responses.reasoned)
    return Turn(earlier, earlier.plus(reader.messages(read)), read)


def fit(history: History, instructions: list[dict], room: int, *, drop: bool, chat: bool = False) -> tuple[History, int]:
    """Return the messages that fit into a model's context, and the tokens of the prompt; refuse if they do not."""
    lead = context.count_messages(instructions)
    if lead + history.count > room and drop:
        history = History().plus(context.newest(history, room - lead))
    count = lead + history.count
    if count > room:
        raise words.too_much(count, room, chat=chat)
    return history, count


def keep(state: "StandIn", body: dict, turn: Turn, done: dict) -> None:
    """Keep a response that is done, if it is to be kept, and go on with its conversation."""
    reasoning = None
    for item in done["output"]:
        if item["type"] == "reasoning":
            reasoning = item["id"]
        elif reasoning:
            state.responses.reasoned[item["id"]] = reasoning
    if body.get("store") is not False:
        said = items.Reader(body["model"], state.files, state.responses.find_item).messages(done["output"])
        state.responses.kept[done["id"]] = Kept(_packed(done), _packed(turn.given), turn.history.plus(said))
    if conversation := body.get("conversation"):
        state.conversations.append(conversation, turn.given, done["output"])


def _packed(value: object) -> bytes:
    return json.dumps(value).encode()


def _said(body: dict, effort: str | None) -> dict:
    """Return what a response says of its request: what is in force."""
    text = body.get("text") or {}
    said = {
        "instructions": body.get("instructions"),
        "max_output_tokens": body.get("max_output_tokens"),
        "max_tool_calls": body.get("max_tool_calls"),
        "metadata": body.get("metadata") or {},
        "model": body["model"],
        "parallel_tool_calls": body.get("parallel_tool_calls") is not False,
        "previous_response_id": body.get("previous_response_id"),
        "prompt_cache_key": body.get("prompt_cache_key"),
        "reasoning": {"effort": effort, "summary": None},
        "safety_identifier": body.get("safety_identifier"),
        "service_tier": {None: "default", "auto": "default"}.get(body.get("service_tier"), body.get("service_tier")),
        "store": body.get("store") is not False,
        "temperature": 1.0 if body.get("temperature") is None else body["temperature"],
        "text": {"format": text.get("format") or {"type": "text"}, "verbosity": text.get("verbosity") or "medium"},
        "tool_choice": body.get("tool_choice") or "auto",
        "tools": tool_requests.in_force(body.get("tools") or []),
        "top_logprobs": body.get("top_logprobs") or 0,
        "top_p": 1.0 if body.get("top_p") is None else body["top_p"],
        "truncation": body.get("truncation") or "disabled",
        "user": body.get("user"),
    }
    if conversation := body.get("conversation"):
        said["conversation"] = {"id": conversation["id"] if isinstance(conversation, dict) else conversation}
    return said


def _diagnosed(state: "StandIn", body: dict) -> dict:
    """Return what is said of the cache where a request asks to compare it with an earlier response."""
    compared = (body.get("prompt_cache_options") or {}).get("comparison_response_id")
    if not compared:
        return {}
    kind = "unavailable" if compared in state.responses.kept else "comparison_response_not_found"
    return {"prompt_cache_diagnostics": {"type": kind}}


def retrieve(state: "StandIn", request: Request, response_id: str) -> Reply:
    """Answer GET /responses/{response_id}: the response, or its events from `starting_after` on."""
    kept = state.responses.find(response_id)
    query = queries.read("responses/retrieve", request.query)
    if query.get("stream", "false") not in ("true", "false"):
        raise words.wrong_type("stream", "a boolean", query["stream"])
    if not query.get("starting_after", "0").removeprefix("-").isdecimal():
        raise words.wrong_type("starting_after", "an integer", query["starting_after"])
    if query.get("stream") == "true":
        return background.resume(kept, query)
    return Reply(200, background.look(kept))


def delete(state: "StandIn", request: Request, response_id: str) -> Reply:
    """Answer DELETE /responses/{response_id}."""
    state.responses.find(response_id)
    state.responses.kept.pop(response_id, None)
    return json_reply({"id": response_id, "object": "response", "deleted": True})


def cancel(state: "StandIn", request: Request, response_id: str) -> Reply:
    """Answer POST /responses/{response_id}/cancel."""
    return Reply(200, background.cancel(state.responses.find(response_id)))


def list_input_items(state: "StandIn", request: Request, response_id: str) -> Reply:
    """Answer GET /responses/{response_id}/input_items."""
    given = state.responses.find(response_id).given()
    known = {item["id"] for item in given}

    def find(item_id: str) -> None:
        if item_id not in known:
            raise Refused(f"Item with id '{item_id}' not found.", param="after", status=404)

    return json_reply(pages.page(given, queries.read("responses/input_items", request.query), find))


def count_input(state: "StandIn", request: Request) -> Reply:
    """Answer POST /responses/input_tokens."""
    body = request.body
    check("responses/input_tokens", body)
    if body.get("model") is not None:
        together.model_of(body, chat=False)
    together.continuation(body)
    check_ours("responses/input_tokens", body)
    tool_requests.form(body.get("text"))
    tool_requests.tools(body, chat=False)
    count = context.count_messages(told(body)) + read_turn(state, body).history.count + tool_requests.count(body)
    return json_reply({"object": "response.input_tokens", "input_tokens": count})


def compact(state: "StandIn", request: Request) -> Reply:
    """Answer POST /responses/compact: the user's messages whole, and of the rest, also of what tools returned, a shorter item."""
    body = request.body
    check("responses/compact", body)
    together.model_of(body, chat=False)
    check_ours("responses/compact", body)
    turn = read_turn(state, body, breaks=False)  # nothing of it goes into the cache
    said = [message for message in turn.history if message["role"] in ("user", "assistant", "call", "output")]
    short = [_shortened(message) for message in said if message["role"] != "user"]
    users = [{"type": "message", "role": "user", "content": message["content"]} for message in said if message["role"] == "user"]
    output = items.complete([*users, {"type": "compaction", "encrypted_content": items.pack(short)}], state.responses.new_id)
    sent = turn.history.count + context.count_messages(told(body))
    written = sum(map(context.count_message, short))
    usage = {
        "input_tokens": sent,
        "input_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0},
        "output_tokens": written,
        "output_tokens_details": {"reasoning_tokens": 0},
        "total_tokens": sent + written,
    }
    made = {"id": state.responses.new_id("resp"), "object": "response.compaction", "created_at": background.now()}
    return json_reply(made | {"output": output, "usage": usage})


LONGEST_KEPT = 200  # characters that compaction keeps of one message or output
KEPT = ("role", "name", "arguments", "call_id")  # a picture that a tool returned is not


def _shortened(message: dict) -> dict:
    head, end, _ = message["content"][:LONGEST_KEPT].partition(". ")
    return {key: message[key] for key in KEPT if key in message} | {"content": head + end.strip()}


ROUTES = {
    ("POST", "/responses"): create,
    ("POST", "/responses/input_tokens"): count_input,
    ("POST", "/responses/compact"): compact,
    ("GET", "/responses/{response_id}"): retrieve,
    ("DELETE", "/responses/{response_id}"): delete,
    ("POST", "/responses/{response_id}/cancel"): cancel,
    ("GET", "/responses/{response_id}/input_items"): list_input_items,
}
