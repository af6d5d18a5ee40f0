"""What a server can do that speaks the OpenAI API but is not OpenAI's: it is asked, once, when a request first needs to know.

    server = Server(model="llama3.2", base_url="http://localhost:11434/v1", api_key="not-needed")
    server.keeps_replies()    # False: a reply cannot be fetched later

Nothing is guessed from a name or an address: servers change, and speak for themselves. A question is a request as in the
lessons, most with a reply of at most 16 tokens. What a server would leave out without a word is asked for, too: it might
forget the reply that a request goes on from, or let its only model answer under any name.
"""

import json
import threading
from collections.abc import Callable
from functools import cached_property, wraps
from typing import Any, TypeVar, TypeVarTuple

import openai
from openai import OpenAI

from .chat_completions import chat_request, response_body
from .deadline import keep_deadline
from .settings import show_address

RESPONSES, CHAT = "/responses", "/chat/completions"

NONSENSE = "no-such-thing"
"""A model and an effort that no server has: one that takes it takes no notice of such names."""

LOGPROBS = "message.output_text.logprobs"
"""What to `include` for logprobs."""

LIMIT = 16  # tokens; OpenAI's API takes no lower one
MODERATION = "omni-moderation-latest"
LONGER = "Count from 1 to 100."
"""A question whose reply is longer than that."""

WHOLE = 2_000
"""Tokens of a reply that must be there as a whole; a model may think before it."""

WEATHER = {
    "name": "get_weather",
    "description": "Get the current weather in a city.",
    "parameters": {
        "type": "object",
        "properties": {"city": {"type": "string"}},
        "required": ["city"],
        "additionalProperties": False,
    },
    "strict": True,
}
PLANET: dict = {
    "type": "object",
    "properties": {"name": {"type": "string"}, "moons": {"type": "integer"}},
    "required": ["name", "moons"],
    "additionalProperties": False,
}
PLANETS = {
    "type": "object",
    "properties": {"planets": {"type": "array", "items": PLANET}},
    "required": ["planets"],
    "additionalProperties": False,
}

PICTURE = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAEAAAABAAQMAAACQp+OdAAAAA1BMVEX//wCKxvRFAAAAD0lEQVR42mNgGAWjgHwAAAJAAAHgTR1EAAAAAElFTkSuQmCC"
"""A picture of 64 × 64 pixels, all yellow."""

FILE = {"type": "input_file", "filename": "fruit.txt", "file_data": "data:text/plain;base64,VGhlIGZydWl0IGlzIGEgYmFuYW5hLg=="}
"""A file that says: The fruit is a banana."""

ANSWERS_WITHIN = 60.0
"""Seconds that the answer to a question may take, each time it is asked: the first one may have to load a model."""

PASSING = frozenset({401, 403, 408, 409, 429, 502, 503, 504})
"""Refusals for the key, the load or the moment: they say nothing of what a server can do."""


About = TypeVarTuple("About")
Told = TypeVar("Told")


def _asked_once(question: Callable[["Server", *About], Told]) -> Callable[["Server", *About], Told]:
    """Keep a server's answer. One that does not come, because the server is down or busy, is asked for again."""

    @wraps(question)
    def answer(self: "Server", *about: *About) -> Told:
        with self._lock:
            if (question, *about) not in self._answers:
                self._answers[question, *about] = question(self, *about)
            told: Told = self._answers[question, *about]
            return told

    return answer


class Server:
    """One server, and what is known of it so far. All questions raise openai.APIError where no answer comes.

    `model` is the model that the course uses there; `options` are those of its clients.
    """

    def __init__(self, model: str, base_url: str, **options: Any):
        self.model = model
        self.address = show_address(base_url)
        self._options = {"base_url": base_url} | options
        self._answers: dict = {}
        self._lock = threading.RLock()

    @cached_property
    def _client(self) -> OpenAI:
        return keep_deadline(OpenAI(**self._options), ANSWERS_WITHIN)

    @property
    def base_url(self) -> str:
        """The address with a slash at its end, which every request's address begins with."""
        return str(self._client.base_url)

    # --- By which API it is asked ---

    @_asked_once
    def path(self) -> str:
        """Return where it answers: RESPONSES if that holds what the lessons rest on, and otherwise CHAT, if it has that."""
        if self._has(RESPONSES) and self._tells_the_end() and self._numbers_events():
            return RESPONSES
        return CHAT if self._has(CHAT) or not self._has(RESPONSES) else RESPONSES

    def path_with_logprobs(self, effort: str | None) -> str | None:
        """Return where replies come with logprobs, asked at this effort; None if nowhere."""
        return next((path for path in dict.fromkeys((self.path(), CHAT)) if self._tells_logprobs(path, effort)), None)

    @_asked_once
    def _has(self, path: str) -> bool:
        reply, refusal = self._ask(path, self._request(path))
        return bool(reply) or self.model in refusal  # what refuses the model by its name is there

    def _tells_the_end(self) -> bool:
        """Return whether a reply that was cut off says so."""
        reply = self._reply_of(RESPONSES)
        written = (reply.get("usage") or {}).get("output_tokens") or 0
        return written < LIMIT or reply.get("status") == "incomplete"

    def _numbers_events(self) -> bool:
        """Return whether the events of a stream say to which item they belong; the SDK's own `stream` reads that."""
        try:
            with self._client.responses.create(**self._request(RESPONSES), stream=True) as events:
                return all(getattr(event, "output_index", 0) is not None for event in events)
        except openai.APIStatusError as error:
            if error.status_code in PASSING:
                raise
            return False

    @_asked_once
    def _tells_logprobs(self, path: str, effort: str | None) -> bool:
        asked = {"include": [LOGPROBS], "top_logprobs": 2} | ({"reasoning": {"effort": effort}} if effort else {})
        return any(part.get("logprobs") for item in _items(self._reply_of(path, **asked)) for part in item.get("content") or [])

    # --- What it can do ---

    @_asked_once
    def answers(self) -> bool:
        """Return whether it answers a plain question. Where it does not, nothing else that it refuses says anything."""
        return bool(self._reply())

    @_asked_once
    def lacks_its_model(self) -> bool:
        """Return whether the model that the course uses there is missing: not listed, though others are, and refused."""
        return bool(self.models()) and self.model not in self.models() and not self.answers()

    @_asked_once
    def keeps_replies(self) -> bool:
        """Return whether a reply can be fetched later by its id."""
        return self.path() == RESPONSES and bool(self._ask(f"{RESPONSES}/{self._reply().get('id')}")[0])

    @_asked_once
    def goes_on(self) -> bool:
        """Return whether it reads what led to the reply that `previous_response_id` names: then more tokens go in."""
        if self.path() != RESPONSES:
            return False
        first = self._reply()
        return _tokens_in(self._reply(previous_response_id=first.get("id"))) > _tokens_in(first)

    @_asked_once
    def moderates(self) -> bool:
        """Return whether it moderates what goes into a reply and comes out of it, where a request asks for that."""
        return bool(self._reply(moderation={"model": MODERATION}).get("moderation"))

    @_asked_once
    def counts(self) -> bool:
        """Return whether it counts the tokens of a request before the request is sent."""
        return "input_tokens" in self._ask(f"{RESPONSES}/input_tokens", {"model": self.model, "input": "Hi"})[0]

    @_asked_once
    def models(self) -> list[str]:
        """Return the names of the models that it lists."""
        listed = self._ask("/models")[0].get("data")
        return [str(each["id"]) for each in listed or [] if isinstance(each, dict) and "id" in each]

    @_asked_once
    def has_model(self, name: str) -> bool:
        """Return whether a model of this name answers, and not another one in its place."""
        if name == self.model or name in self.models():
            return True
        return not self._reply(model=NONSENSE) and bool(self._reply(model=name))  # or one model answers under any name

    @_asked_once
    def has_effort(self, effort: str) -> bool:
        """Return whether it takes an effort, and takes notice of it; who never reasons does what "none" asks for."""
        reply = self._reply(reasoning={"effort": effort})
        if not reply or effort == "none":
            return bool(reply)
        return _reasoned(reply) or not self._reply(reasoning={"effort": NONSENSE})

    @_asked_once
    def calls_tools(self, path: str) -> bool:
        """Return whether its model, asked for the weather by this API, calls the function that tells it, as it is described."""
        chat = path == CHAT
        tool = {"type": "function", "function": WEATHER} if chat else {"type": "function"} | WEATHER
        asked = self._words(path, "What is the weather in Paris?") | {"tools": [tool]}
        reply = self._ask(path, asked)[0]
        calls = _message(reply).get("tool_calls") or [] if chat else _items(reply)
        return any(isinstance(_parsed((call.get("function") or call).get("arguments")).get("city"), str) for call in calls)

    @_asked_once
    def fills_forms(self, path: str) -> bool:
        """Return whether a reply, asked for by this API, comes whole and in the form that a schema describes."""
        form = {"name": "planets", "schema": PLANETS, "strict": True}
        asked = self._words(path, "The planets: Mercury has 0 moons, Earth has 1 moon, Mars has 2 moons.")
        if path == CHAT:
            text = _message(self._ask(path, asked | {"response_format": {"type": "json_schema", "json_schema": form}})[0]).get(
                "content"
            )
        else:
            reply = self._ask(path, asked | {"text": {"format": {"type": "json_schema"} | form}})[0]
            text = _text(reply)
        planets = _parsed(text).get("planets")
        if not isinstance(planets, list) or not planets:
            return False
        return all(isinstance(each, dict) and each.keys() == PLANET["properties"].keys() for each in planets)

    @_asked_once
    def sees_pictures(self, path: str) -> bool:
        """Return whether its model, asked by this API, tells the color of a picture."""
        part = {"type": "input_image", "image_url": PICTURE, "detail": "auto"}
        return "yellow" in self._said_of(path, part, "What color is this picture?")

    @_asked_once
    def reads_files(self) -> bool:
        """Return whether it reads a text file that comes along with a message of the Responses API."""
        return "banana" in self._said_of(RESPONSES, FILE, "What is the fruit?")

    # --- Asking ---

    def _said_of(self, path: str, part: dict, question: str) -> str:
        """Return the text of the reply, in small letters, to a question with a picture or a file; "" where the server refuses."""
        content = [{"type": "input_text", "text": question}, part]
        asked = {"model": self.model, "input": [{"role": "user", "content": content}], "max_output_tokens": WHOLE}
        reply = self._ask(path, chat_request(asked) if path == CHAT else asked)[0]
        return _text(response_body(reply) if reply.get("choices") else reply).lower()

    def _words(self, path: str, question: str) -> dict:
        """Return a request whose reply must be there as a whole."""
        if path == CHAT:
            return {"model": self.model, "messages": [{"role": "user", "content": question}], "max_tokens": WHOLE}
        return {"model": self.model, "input": question, "max_output_tokens": WHOLE}

    def _request(self, path: str, **more: Any) -> dict:
        request = {"model": self.model, "input": LONGER, "max_output_tokens": LIMIT} | more
        return request if path == RESPONSES else chat_request(request)

    def _reply(self, **more: Any) -> dict:
        return self._reply_of(self.path(), **more)

    def _reply_of(self, path: str, **more: Any) -> dict:
        """Return the body of a short reply as the Responses API gives it; an empty dict where the server refuses."""
        reply = self._ask(path, self._request(path, **more))[0]
        return response_body(reply) if reply.get("choices") else reply

    def _ask(self, path: str, body: dict | None = None) -> tuple[dict, str]:
        """Return what the server answers and how it refuses; one of them is empty."""
        try:
            answer = self._client.post(path, cast_to=object, body=body) if body else self._client.get(path, cast_to=object)
        except openai.APIStatusError as error:
            if error.status_code in PASSING:
                raise
            if body and "max_tokens" in body and "max_completion_tokens" in error.response.text:  # the limit's newer name
                return self._ask(path, {name: body[name] for name in body if name != "max_tokens"})
            return {}, error.response.text
        if isinstance(answer, dict) and not answer.get("error"):
            return answer, ""
        return {}, str(answer)  # the page of something else, or an error that calls itself a success


def _items(reply: dict) -> list[dict]:
    return reply.get("output") or []


def _text(reply: dict) -> str:
    return "".join(part.get("text") or "" for item in _items(reply) for part in item.get("content") or [])


def _message(completion: dict) -> dict:
    return (completion.get("choices") or [{}])[0].get("message") or {}


def _parsed(text: object) -> dict:
    """Return the JSON object that a text is, or an empty one if it is none, or no text (some servers send arguments as an object)."""
    try:
        parsed = json.loads(text) if isinstance(text, str) else None
    except ValueError:
        return {}
    return parsed if isinstance(parsed, dict) else {}


def _tokens_in(reply: dict) -> int:
    return (reply.get("usage") or {}).get("input_tokens") or 0


def _reasoned(reply: dict) -> bool:
    details = (reply.get("usage") or {}).get("output_tokens_details") or {}
    return bool(details.get("reasoning_tokens")) or any(item.get("type") == "reasoning" for item in _items(reply))
