"""How the requests of the cases are sent, and what is shown of the replies."""

import base64
import json
from typing import ClassVar

from asking import data, picture

import offline

from .samples import QUESTION, note, tool


class Prepared:
    """What a stand-in keeps before a case is sent: the words in capitals in the cases stand for it."""

    def __init__(self, standin: offline.StandIn):
        self.client = offline.client(standin, max_retries=0)
        self.files = {
            "RED": picture("red"),
            "LARGE": picture("red", 640),
            "NOTES": data("18 degrees"),
            "MORE": data("18 degrees, cloudy"),
        }

    def word(self, word: str):
        create = self.client.responses.create
        asked = {"model": "gpt-6-luna", "reasoning": {"effort": "none"}}
        if word in self.files:
            content = base64.b64decode(self.files[word].partition(",")[2])
            return self.client.files.create(file=("a.txt", content), purpose="user_data").id
        if word == "RESPONSE":
            return create(**asked, input=QUESTION).id
        if word == "CONVERSATION":
            talk = self.client.conversations.create(items=[{"type": "message", "role": "user", "content": QUESTION}])
            return talk.id
        if word == "ITEM":
            return create(**asked, input="Hello!").output[0].id
        assert word == "COMPACTION"
        compacted = self.client.responses.compact(model="gpt-6-luna", input=[{"role": "assistant", "content": "Lyon."}])
        return compacted.output[-1].model_dump(exclude_none=True)

    def linked(self, which: str, *, broken: bool = False, renamed: bool = False) -> list[dict]:
        """Return the items of a reply that reasoned, and what answers them; broken: without the reasoning item."""
        asked = {"message": {"input": QUESTION}, "call": tool(), "custom": note()}[which]
        reply = self.client.responses.create(model="gpt-6-luna", reasoning={"effort": "low"}, **asked)
        output = [item.model_dump(exclude_none=True) for item in reply.output]
        call = output[-1]
        kind = {"function_call": "function_call_output", "custom_tool_call": "custom_tool_call_output"}.get(call["type"])
        answers = [{"type": kind, "call_id": call["call_id"], "output": "done"}] if kind else []
        if renamed:
            output[0]["id"] = "rs_other"
        return [{"role": "user", "content": QUESTION}, *(output[1:] if broken else output), *answers]


class Responses:
    """Sends the cases of an endpoint whose replies are responses."""

    path, given = "responses", "input"
    base: ClassVar[dict] = {"model": "gpt-6-luna", "input": QUESTION, "reasoning": {"effort": "none"}}

    def prepare(self, case: dict, known: Prepared) -> list[dict]:
        case.pop("ECHOED", None)
        if later := case.pop("LATER", None):
            return [_filled(self.base | case | {self.given: given}, known) for given in later]
        if twice := case.pop("TWICE", None):
            return [self.base | twice] * 2
        if again := case.pop("AGAIN", None):
            return [
                self.base | again | {"prompt_cache_key": "before"},
                self.base | again | {"prompt_cache_key": again.get("prompt_cache_key", "before")},
            ]
        if "LINKED" in case:
            which = case.pop("LINKED")
            flags = {name: case.pop(name) for name in ("broken", "renamed") if name in case}
            case["input"] = known.linked(which, **flags)
        found = case.pop("FOUND", case.pop("KEPT", None))
        body = self.base | (case if found is None else found)
        body = {name: value for name, value in _filled(body, known).items() if value is not None}
        return [body, "RETRIEVE"] if found is not None else [body]

    def send(self, standin: offline.StandIn, body) -> object:
        if body == "RETRIEVE":
            reply = standin.handle("GET", f"/v1/{self.path}/{self.last}", HEADERS, b"")
            return [reply.status, json.loads(reply.body).get("metadata")]
        reply = standin.handle("POST", f"/v1/{self.path}", HEADERS, json.dumps(body).encode())
        if not isinstance(reply.body, bytes):
            return [
                sorted(json.loads(line[5:])) for piece in reply.body for line in piece.split(b"\n") if line.startswith(b"data: {")
            ]
        said = json.loads(reply.body)
        self.last = said.get("id")
        names = ("output", "usage", "status", "service_tier", "moderation", "prompt_cache_diagnostics", "error", "choices")
        return _without_ids({name: said.get(name) for name in names})

    def whole(self, standin: offline.StandIn, body: dict) -> dict:
        reply = standin.handle("POST", f"/v1/{self.path}", HEADERS, json.dumps(self.base | body).encode())
        return _without_ids(json.loads(reply.body))

    def refused(self, standin: offline.StandIn, body: dict) -> tuple[int, dict]:
        reply = standin.handle("POST", f"/v1/{self.path}", HEADERS, json.dumps(self.base | body).encode())
        return reply.status, json.loads(reply.body)["error"]


class Chat(Responses):
    """Sends the cases of Chat Completions."""

    path, given = "chat/completions", "messages"
    base: ClassVar[dict] = {"model": "gpt-4o", "messages": [{"role": "user", "content": QUESTION}]}


def _filled(value, known: Prepared):
    """Return a request with what the words in capitals stand for."""
    if isinstance(value, dict):
        return {name: _filled(one, known) for name, one in value.items()}
    if isinstance(value, list):
        return [_filled(one, known) for one in value]
    is_word = isinstance(value, str) and value.isupper() and value.isalpha() and len(value) > 2
    return known.word(value) if is_word else value


def _without_ids(value):
    if isinstance(value, dict):
        hidden = ("id", "call_id", "created_at", "completed_at", "created")
        return {name: _without_ids(one) for name, one in value.items() if name not in hidden}
    return [_without_ids(one) for one in value] if isinstance(value, list) else value


HEADERS = {"authorization": f"Bearer {offline.KEY}"}
PREPARED = Prepared
DEFAULTS = {"responses": Responses(), "chat/completions": Chat()}
