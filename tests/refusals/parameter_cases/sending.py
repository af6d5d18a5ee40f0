"""How the requests of the cases are sent (showing.py tells what is shown of the replies).

replies = Sent().replies("responses", {"temperature": 0})     # what is not said, BASES says
"""

import base64
import copy
import json
from collections.abc import Callable
from functools import cached_property

from asking import data, picture
from openai import OpenAI

import offline

from .samples import QUESTION, note, tool

HEADERS = {"authorization": f"Bearer {offline.KEY}"}
ASKED = {"model": "gpt-6-luna", "reasoning": {"effort": "none"}}
LOOKED_FOR = "item_looked_for"  # the id of an item that is looked for in every conversation
BASES = {
    "responses": ASKED | {"input": QUESTION},
    "responses/input_tokens": {"model": "gpt-6-luna", "input": QUESTION},
    "responses/compact": {"model": "gpt-6-luna", "input": QUESTION},
    "chat/completions": {"model": "gpt-4o", "messages": [{"role": "user", "content": QUESTION}]},
    "conversations": {"items": [{"type": "message", "role": "user", "content": QUESTION}]},
    "conversations/items": {"items": [{"type": "message", "role": "user", "content": QUESTION}]},
    "conversations/update": {},
    "embeddings": {"model": "text-embedding-3-small", "input": QUESTION},
    "moderations": {"input": QUESTION},
    "batches": {"completion_window": "24h", "endpoint": "/v1/responses", "input_file_id": "LINES"},
}

FILES = {
    "RED": picture("red"),
    "LARGE": picture("red", 640),
    "NOTES": data("18 degrees"),
    "MORE": data("18 degrees, cloudy"),
}

Body = dict | list[dict] | Callable[["Sent"], dict]
"""A request; or several, one after the other; or a function that makes one of what a stand-in keeps."""
Case = tuple[str, Body, Body]
"""What must differ between the replies (a name of `shown`), and the two requests."""


class Sent:
    """A stand-in of its own, and what it keeps before a case is sent: words in capitals stand for it."""

    def __init__(self):
        self.standin = offline.StandIn()

    @cached_property
    def client(self) -> OpenAI:
        """The SDK's client of this stand-in; most cases need none."""
        return offline.client(self.standin, max_retries=0)

    def replies(self, endpoint: str, body: Body) -> list[dict]:
        """Return what is said to a request, and to the calls after it that show what it did."""
        if isinstance(body, list):
            return [self.replies(endpoint, one)[1 if endpoint.startswith("conversations") else 0] for one in body]
        body = BASES[endpoint] | (body(self) if callable(body) else copy.deepcopy(body))
        return _AFTER.get(endpoint, Sent._alone)(self, endpoint, self._filled(body))

    def call(self, method: str, path: str, body: dict | None = None) -> dict:
        """Return a reply: its JSON, or the names in each event of a stream; a refusal under its own name."""
        given = {name: value for name, value in (body or {}).items() if value is not None}
        reply = self.standin.handle(method, f"/v1/{path}", HEADERS, json.dumps(given).encode())
        if not isinstance(reply.body, bytes):
            events = [line for piece in reply.body for line in piece.split(b"\n") if line.startswith(b"data: {")]
            return {"stream": [sorted(json.loads(event[5:])) for event in events]}
        said = json.loads(reply.body)
        return said if reply.status == 200 else {"refusal": said["error"] | {"status": reply.status}}

    # --- Each endpoint, with the calls that show what a request did ---

    def _alone(self, path: str, body: dict) -> list[dict]:
        return [self.call("POST", path, body)]

    def _found(self, path: str, body: dict) -> list[dict]:
        """Look for the reply afterwards, too."""
        reply = self.call("POST", path, body)
        return [reply, self._look(f"{path}/{reply['id']}")] if "id" in reply else [reply]

    def _look(self, path: str) -> dict:
        found = self.call("GET", path)
        return found if "refusal" not in found else {"found": False}

    def _talk(self, path: str, body: dict) -> list[dict]:
        """Let a response read what was put into a conversation; it has all that is not about the conversation itself."""
        if isinstance(given := body.pop("input", None), list):  # a case of the Responses API
            body["items"] = given
        elif given is not None:
            body["items"] = [{"type": "message", "role": "user", "content": given}]
        about = {name: body.pop(name) for name in ("items", "metadata") if name in body}
        talk = self.call("POST", "conversations", {} if path.endswith("/items") else about)
        if "refusal" in talk:
            return [talk]
        added = [self.call("POST", f"conversations/{talk['id']}/items", about)] if path.endswith("/items") else []
        asked = self.call("POST", "responses", ASKED | body | {"conversation": talk["id"], "input": []})
        return [*(added or [talk]), asked, self._look(f"conversations/{talk['id']}/items/{LOOKED_FOR}")]

    def _renamed(self, path: str, body: dict) -> list[dict]:
        talk = self.call("POST", "conversations", {})
        return [self.call("POST", f"conversations/{talk['id']}", body), self.call("GET", f"conversations/{talk['id']}")]

    def _run(self, path: str, body: dict) -> list[dict]:
        """Look at a batch until it is done, and at its files."""
        replies = [self.call("POST", path, body)]
        while "refusal" not in replies[0] and replies[-1]["status"] not in ("completed", "failed"):
            replies.append(self.call("GET", f"{path}/{replies[0]['id']}"))
        return [*replies, *self.call("GET", "files").get("data", ())]

    # --- What the words stand for ---

    def _filled(self, value):
        """Return a request with what the words in capitals stand for."""
        if isinstance(value, dict):
            return {name: self._filled(one) for name, one in value.items()}
        if isinstance(value, list):
            return [self._filled(one) for one in value]
        is_word = isinstance(value, str) and value.isupper() and value.isalpha() and len(value) > 2
        return self._word(value) if is_word else value

    def _word(self, word: str):
        if word in FILES:
            content = base64.b64decode(FILES[word].partition(",")[2])
            return self.client.files.create(file=("a.txt", content), purpose="user_data").id
        if word in ("LINES", "TWOLINES"):
            request = {"method": "POST", "url": "/v1/responses", "body": BASES["responses"]}
            lines = [json.dumps({"custom_id": str(number)} | request) for number in range(1 if word == "LINES" else 2)]
            return self.client.files.create(file=("a.jsonl", "\n".join(lines).encode()), purpose="batch").id
        if word == "RESPONSE":
            return self.client.responses.create(**ASKED, input=QUESTION).id
        if word == "CONVERSATION":
            talk = self.client.conversations.create(items=[{"type": "message", "role": "user", "content": QUESTION}])
            return talk.id
        if word == "ITEM":
            return self.client.responses.create(**ASKED, input="Hello!").output[0].id
        assert word == "COMPACTED"
        compacted = self.client.responses.compact(model="gpt-6-luna", input=[{"role": "assistant", "content": "Lyon."}])
        return compacted.output[-1].encrypted_content


_AFTER = {
    "responses": Sent._found,
    "chat/completions": Sent._found,
    "conversations": Sent._talk,
    "conversations/items": Sent._talk,
    "conversations/update": Sent._renamed,
    "batches": Sent._run,
}


def linked(which: str, *, broken: bool = False, unnamed: bool = False, renamed: bool = False) -> Callable[[Sent], dict]:
    """Return a request with the items of a reply that reasoned, and what answers them.

    broken: without the reasoning; unnamed: without the id of what came after it; renamed: with another id of the reasoning.
    """

    def request(sent: Sent) -> dict:
        asked = {"message": {"input": QUESTION}, "call": tool(), "custom": note()}[which]
        reply = sent.client.responses.create(model="gpt-6-luna", reasoning={"effort": "low"}, **asked)
        output = [item.model_dump(exclude_none=True) for item in reply.output]
        call = output[-1]
        kind = {"function_call": "function_call_output", "custom_tool_call": "custom_tool_call_output"}.get(call["type"])
        answers = [{"type": kind, "call_id": call["call_id"], "output": "done"}] if kind else []
        if unnamed:
            del call["id"]
        if renamed:
            output[0]["id"] = "rs_other"
        return {"input": [{"role": "user", "content": QUESTION}, *(output[1:] if broken else output), *answers]}

    return request
