"""One door through which every request of the helpers goes out, and no odd reply comes in.

    response = create_response(client, model="gpt-6-luna", input="Hello!")
    reply_text(response)

What is no reply (a login page, half of the JSON, another API's form) raises NoReply. A reply that
has no text, or not all of it, raises CutOff or NoReply, as soon as somebody wants its text. What a
model thinks aloud before its answer ("commentary") is not the answer, and half an emoji never gets
through.
"""

import json
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any

import httpx2  # the HTTP client of the openai package
import openai
from openai import OpenAI
from openai.types.responses import Response, ResponseOutputMessage

from .errors import hide_key_in, hide_keys
from .prices import Reply, note_server
from .settings import show_address
from .wrong_calls import check_client, check_prompt

Pieces = Generator[str, None, tuple[Response, str]]
"""A reply piece by piece; what the generator returns is the response and its text."""


class CutOff(openai.APIError):
    """A reply that did not reach its end; what there is of it is in `text`."""

    def __init__(self, message: str, text: str):
        super().__init__(message, _request(None), body=None)
        self.text = text


class NoReply(openai.APIError):
    """What came back is not a reply of the API, or has no text where there should be one."""


def create_response(client: OpenAI, **request: Any) -> Response:
    """Call `client.responses.create` and make sure that what comes back is a reply of the API.

    Raises openai.APIError, or one of its kinds, if none does: NoReply for the login page of a network,
    for a broken or an empty reply. Raises TypeError if it is called wrongly.
    """
    if request.get("stream"):
        raise TypeError("This waits for the whole reply. To stream one, use Conversation.stream or client.responses.create.")
    _check(client, request)
    with _clear_errors(client):
        response = _send(client, request)
    return _checked(client, response)


def stream_response(client: OpenAI, **request: Any) -> Pieces:
    """Yield a reply piece by piece, as it is written; what the generator returns is the response and its text.

    Raises what `create_response` raises, and CutOff if the connection ends before the reply does.
    """
    _check(client, request)
    return _pieces(client, request)


def _check(client: object, request: dict) -> None:
    check_client(client)
    if "input" in request:
        check_prompt(request["input"])


def _send(client: OpenAI, request: dict) -> Any:
    """Send a request of the helpers, and return what comes back: the only place that does.

    A message says that it is one: llama.cpp's server does not take a reply back without it (November 2026).
    """
    if isinstance(request.get("input"), list):
        request = request | {"input": [typed(item) for item in request["input"]]}
    return client.responses.create(**request)


def typed(item: Any) -> Any:
    """Return an item of an input as it is sent."""
    return {"type": "message"} | item if isinstance(item, dict) and "role" in item else item


# --- A whole reply ---


def reply_text(response: Response) -> str:
    """Return the text of a response; if the model declined to answer, the text with which it did.

    Of a reply with commentary it is the answer alone. Raises CutOff if there is no text because the
    tokens did not suffice, NoReply if there is something else in its place.
    """
    text = _text(response)
    if not text.strip():
        raise no_text(response)
    return text


def _text(response: Response) -> str:
    """Return the text of a response, or "" if it has none."""
    messages = [item for item in response.output if item.type == "message"]
    said = [(_is_comment(message), _text_of(message)) for message in messages]
    answer = [text for is_comment, text in said if text and not is_comment]
    return _whole(BETWEEN.join(answer or [text for _, text in said if text]))


BETWEEN = "\n\n"  # what keeps one message of a reply apart from the next


def _is_comment(message: object) -> bool:
    return getattr(message, "phase", None) == "commentary"


def _text_of(message: ResponseOutputMessage) -> str:
    return "".join(part.refusal if part.type == "refusal" else part.text for part in message.content)


def _whole(text: str) -> str:
    """Return a text in which the halves of characters are joined, and those that stand alone replaced by "�".

    JSON writes an emoji as two halves. Some servers cut between them, and a lone one cannot be sent, saved or printed.
    """
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def no_text(response: Response) -> openai.APIError:
    """Return the error that says why a response has no text, and what to do."""
    if response.status == "incomplete":
        return cut_off(response, "", " before its first word: all tokens went into reasoning. Allow more tokens")
    others = [item for item in response.output if item.type not in ("message", "reasoning")]
    if others:
        first = others[0]
        name = getattr(first, "name", None)
        what = f"a call of the tool {name!r}" if name else f"an item of the type {first.type!r}"
        return _no_reply(f"The reply has no text, only {what}. Use client.responses.create, and look into `output`.")
    if response.status in ("queued", "in_progress"):
        return _no_reply(f"The reply is not written yet ({response.status}). Fetch it with client.responses.retrieve.")
    return CutOff("The reply has no text: perhaps all tokens went into reasoning. Allow more tokens, or ask in other words.", "")


def cut_off(response: Response, text: str, how: str) -> CutOff:
    """Return the error for a response that is incomplete; `text` is what there is of it."""
    if response.incomplete_details and response.incomplete_details.reason == "content_filter":
        how = " by a content filter. Ask in other words"
    return CutOff(f"The reply was cut off{how}.", text)


def tokens_of(reply: Reply) -> tuple[int, int] | None:
    """Return the tokens in and out of a reply of either API, or None where the server does not say."""
    used: Any = reply.usage
    if used is None:
        return None
    if getattr(used, "input_tokens", None) is not None:
        return used.input_tokens, used.output_tokens
    return used.prompt_tokens, used.completion_tokens  # Chat Completions


def _checked(client: OpenAI, response: Response) -> Response:
    """Return a response that has the form of one. Raises openai.APIError for one that has not, or that failed."""
    if error := getattr(response, "error", None):
        raise openai.APIError(hide_keys(str(getattr(error, "message", error)), client.api_key), _request(client), body=None)
    try:
        sum(tokens_of(response) or ())
        _text(response)
    except (AttributeError, TypeError, KeyError) as error:
        raise not_the_api(client, "what came back is not a reply of the OpenAI API") from error
    note_server(response, client)
    return response


# --- A stream ---


class _Said:
    """The text of a stream, from its events: without commentary, with whole characters."""

    def __init__(self) -> None:
        self.text, self.commentary = "", ""
        self._half = ""  # of an emoji
        self._comments: set[int] = set()  # places of the messages that are commentary
        self._place: int | None = None

    def begin(self, event: Any) -> None:
        """Look at an item that begins."""
        if _is_comment(event.item):
            self._comments.add(event.output_index)

    def hear(self, event: Any) -> str:
        """Return what a piece adds to the text."""
        place, piece = getattr(event, "output_index", None), event.delta or ""
        if place in self._comments:
            self.commentary += piece
            return ""
        if self.text and place != self._place:
            piece = BETWEEN + piece
        self._place = place
        return self._add(piece)

    def end(self, response: Response) -> str:
        """Return what is left to add when the reply has ended: its text, if no piece brought any."""
        left = self._add("", last=True)
        return left or ("" if self.text else self._add(_text(response) or self.commentary, last=True))

    def _add(self, piece: str, last: bool = False) -> str:
        piece, self._half = self._half + piece, ""
        if not last and "\ud800" <= piece[-1:] <= "\udbff":
            piece, self._half = piece[:-1], piece[-1]
        piece = _whole(piece)
        self.text += piece
        return piece


def _pieces(client: OpenAI, request: dict) -> Pieces:
    said, event, response = _Said(), None, None
    with _clear_errors(client), _send(client, request | {"stream": True}) as events:
        for event in events:
            kind = getattr(event, "type", None)
            if kind in ("response.output_text.delta", "response.refusal.delta"):
                if piece := said.hear(event):
                    yield piece
            elif kind == "response.output_item.added":
                said.begin(event)
            elif kind in ("response.completed", "response.incomplete"):
                response = event.response
                break  # nothing that comes later matters
            elif kind in ("error", "response.failed"):
                error = event if kind == "error" else event.response.error
                raise openai.APIError(error.message if error else "The reply failed.", _request(client), body=None)
    if event is None:
        raise not_the_api(client, "what came back is not a reply of the OpenAI API")
    if response is None:
        raise CutOff("The connection ended before the reply did. Ask again.", said.text)
    _checked(client, response)
    if piece := said.end(response):
        yield piece
    return response, _text(response) or said.text


# --- Errors ---


@contextmanager
def _clear_errors(client: OpenAI) -> Iterator[None]:
    """Turn a reply that is no JSON into an openai.APIError, and hide the key if the server repeats it.

    A text that no JSON can hold is the caller's: a ValueError.
    """
    try:
        yield
    except UnicodeEncodeError as error:
        if error.reason != "surrogates not allowed":  # another is about the key or the address
            raise
        raise ValueError(
            "There is half a character (half an emoji, perhaps) in what you send, so it cannot be sent. Mend the text with "
            'text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").'
        ) from None
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise not_the_api(client, "the reply is empty or broken") from error
    except openai.APIError as error:
        hide_key_in(error)
        raise


def not_the_api(client: OpenAI, what: str) -> NoReply:
    return _no_reply(
        f"No answer from {show_address(str(client.base_url))}: {what}. Does your network ask you to log in first? "
        "Is OPENAI_BASE_URL right?",
        client,
    )


def _no_reply(message: str, client: OpenAI | None = None) -> NoReply:
    return NoReply(message, _request(client), body=None)


def _request(client: OpenAI | None) -> httpx2.Request:
    return httpx2.Request("POST", str(client.base_url) if client else "https://api.openai.com/v1")
