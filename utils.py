"""The helpers that the notebooks share. You build the most important of them yourself in the lessons.

    from utils import generate_text, Conversation
    generate_text("What is the capital city of France?")

The folder `support/` holds what you need not read for the lessons: settings, errors, budgets, files.
"""

import html
import json
import re
from contextlib import contextmanager
from functools import cache

import httpx2  # the HTTP client of the openai package
import openai
from openai import AsyncOpenAI, OpenAI

from offline import models
from support import saving
from support.budget import Budget, BudgetExceeded, in_dollars, limit, price
from support.connecting import connect
from support.errors import explain, hide_key_in, hide_keys
from support.settings import key_problem, read_settings, show_address
from support.who_answers import decide

__all__ = [
    "DEFAULT_MODEL", "Budget", "BudgetExceeded", "Conversation", "CutOff", "NoReply", "ask_chatgpt", "cost", "create_response",
    "describe_usage", "explain", "format_cost", "generate_text", "get_async_client", "get_client", "key_problem", "stream_response",
]  # fmt: skip

DEFAULT_MODEL = read_settings().value("TUTORIAL_MODEL") or "gpt-6-luna"
DEFAULT_TEMPERATURE = 0.5
models.stand_in_for(DEFAULT_MODEL)  # so that the lessons run offline whatever TUTORIAL_MODEL says

# --- The client: who answers ---


def get_client(offline: bool | None = None, *, budget: float | Budget | None = None) -> OpenAI:
    """Return a client, and print a line that says who answers, and where the settings for that come from.

    With a usable OPENAI_API_KEY (in the environment or in `.env`), the OpenAI API answers, or the
    server that OPENAI_BASE_URL names. Otherwise, or with `offline=True`, the offline stand-in does:
    no key, no network, no cost. TUTORIAL_OFFLINE=1 in the environment always means offline.

    With `budget`, in US dollars, a call that could pass it is not sent but raises BudgetExceeded;
    `client.budget` tells what is spent and left. Clients share a budget if you hand on that object.

    Raises openai.OpenAIError for `offline=False` where there is no usable key, and where a setting of
    yours or of your system (a proxy, certificates) prevents a client.
    """
    return _within(_choose_client(OpenAI, offline), budget)


def get_async_client(offline: bool | None = None, *, budget: float | Budget | None = None) -> AsyncOpenAI:
    """Return what `get_client` returns, for code with async and await."""
    return _within(_choose_client(AsyncOpenAI, offline), budget)


def _choose_client(kind: type, offline: bool | None):
    who = decide(read_settings(), offline)
    if who.kind == "stand-in":
        client = _offline_client(kind)
    else:
        client = connect(kind, api_key=who.key, base_url=who.base_url, organization=who.organization, project=who.project)
    print(who.line(DEFAULT_MODEL), *who.notes, sep="\n")
    return client


def _offline_client(kind: type):
    import offline  # only here: it takes a moment, and who has a key does not need it to answer

    return offline.client() if kind is OpenAI else offline.async_client()


def _within(client, budget: float | Budget | None):
    if budget is None:
        return client
    return limit(client, budget if isinstance(budget, Budget) else Budget(budget))


@cache
def default_client() -> OpenAI:
    """Return the client that the helpers use when you give them none. It is made once."""
    return get_client()


# --- One prompt, one reply ---


def default_parameters(model: str) -> dict:
    """Return the parameters that this course sends to `model` when you do not say otherwise.

    Most current models take a temperature only while they do not reason; some always reason, and get
    the effort that leaves most of the tokens to the answer (see 04_parameters.ipynb). A model that
    we do not know to take something is not sent it.
    """
    known = models.find(model)
    if known is None:
        return {} if re.match(r"gpt-(?!4)|o\d", model) else {"temperature": DEFAULT_TEMPERATURE}
    effort = next((effort for effort in ("none", "low") if effort in known.efforts), None)
    reasoning = {"reasoning": {"effort": effort}} if effort else {}
    return reasoning if known.why_not("temperature", effort) else reasoning | {"temperature": DEFAULT_TEMPERATURE}


def merge_parameters(model: str, given: dict) -> dict:
    """Return the default parameters of `model`, overridden by those given that are not None."""
    given = {name: value for name, value in given.items() if value is not None}
    reasons = "reasoning" in given and given["reasoning"].get("effort") != "none"
    defaults = {} if reasons else default_parameters(model)  # a model that reasons takes no temperature
    return {"model": model} | defaults | given


def generate_text(prompt, model=DEFAULT_MODEL, max_tokens=150, temperature=None, *, client=None, **params) -> str:
    """Send one prompt and return the text of the reply, without spaces around it.

    `prompt` is a string or a list of messages. `max_tokens` bounds the reply, in tokens (at least
    16); a longer reply is cut off there. `temperature` is 0.5 where the model takes one. Other
    parameters of the Responses API go into `params`.

    Raises openai.APIError, or one of its kinds, when no reply comes.
    """
    request = merge_parameters(model, {"max_output_tokens": max_tokens, "temperature": temperature, **params})
    return reply_text(create_response(client or default_client(), input=prompt, **request)).strip()


def create_response(client: OpenAI, **request):
    """Call `client.responses.create` and make sure that what comes back is a reply of the API.

    A login page of a network, a cut or an empty reply raises openai.APIError.
    """
    if request.get("stream"):
        raise TypeError("This waits for the whole reply. To stream one, use Conversation.stream or client.responses.create.")
    with _clear_errors(client):
        response = client.responses.create(**request)
    return _checked(client, response)


def stream_response(client: OpenAI, **request):
    """Yield a reply piece by piece, as it is written; what the generator returns is the response and its text.

    Raises what `create_response` raises, and CutOff if the connection ends before the reply does.
    """
    event, response, said = None, None, ""
    with _clear_errors(client), client.responses.create(stream=True, **request) as events:
        for event in events:
            kind = getattr(event, "type", None)
            if kind in ("response.output_text.delta", "response.refusal.delta"):
                said += event.delta or ""
                yield event.delta or ""
            elif kind in ("response.completed", "response.incomplete"):
                response = event.response
                break  # nothing that comes later matters
            elif kind in ("error", "response.failed"):
                error = event if kind == "error" else event.response.error
                raise openai.APIError(error.message if error else "The reply failed.", _request(client), body=None)
    if event is None:
        raise _no_reply(client, "what came back is not a reply of the OpenAI API")
    if response is None:
        raise CutOff("The connection ended before the reply did. Ask again.", said)
    return _checked(client, response), said


def _checked(client, response):
    """Return a response that has the form of one. Raises openai.APIError for one that has not, or that failed."""
    if error := getattr(response, "error", None):
        raise openai.APIError(hide_keys(str(getattr(error, "message", error)), client.api_key), _request(client), body=None)
    try:
        sum(_tokens(response))
        reply_text(response)
    except CutOff:
        pass  # a reply, only not a whole one
    except (AttributeError, TypeError, KeyError) as error:
        raise _no_reply(client, "what came back is not a reply of the OpenAI API") from error
    return response


def _tokens(response) -> tuple[int, int]:
    """Return the tokens in and out of a response; 0 where the server does not say."""
    return (response.usage.input_tokens, response.usage.output_tokens) if response.usage else (0, 0)


def reply_text(response) -> str:
    """Return the text of a response; if the model declined to answer, the text with which it did.

    Raises openai.APIError if the reply was cut off before its first word.
    """
    parts = [part for item in response.output if item.type == "message" for part in item.content]
    text = "".join(part.refusal if part.type == "refusal" else part.text for part in parts)
    if not text and response.status == "incomplete":
        raise _cut_off(response, " before its first word: all tokens went into reasoning. Allow more tokens")
    return text


def _cut_off(response, how: str) -> "CutOff":
    if response.incomplete_details and response.incomplete_details.reason == "content_filter":
        how = " by a content filter. Ask in other words"
    return CutOff(f"The reply was cut off{how}.", response.output_text)


class CutOff(openai.APIError):
    """A reply that did not reach its end; what there is of it is in `text`."""

    def __init__(self, message: str, text: str):
        super().__init__(message, _request(None), body=None)
        self.text = text


@contextmanager
def _clear_errors(client):
    """Turn a reply that is no JSON into an openai.APIError, and hide the key if the server repeats it."""
    try:
        yield
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _no_reply(client, "the reply is empty or broken") from error
    except openai.APIError as error:
        hide_key_in(error)
        raise


class NoReply(openai.APIError):
    """What came back is not a reply of the API."""


def _no_reply(client, what: str) -> NoReply:
    return NoReply(
        f"No answer from {show_address(str(client.base_url))}: {what}. Does your network ask you to log in first? Is OPENAI_BASE_URL right?",
        _request(client),
        body=None,
    )


def _request(client):
    return httpx2.Request("POST", str(client.base_url) if client else "https://api.openai.com/v1")


# --- Tokens and money ---


def cost(reply) -> float | None:
    """Return what a reply costs in US dollars, or None if the price of its model is not known.

    Takes a reply of the Responses API or of Chat Completions. The prices are those of the
    genai-prices package. For an answer of the offline stand-in, it is what the real one would cost.
    """
    dollars = price(reply.model_dump(warnings=False), "chat" if reply.object == "chat.completion" else "responses")
    return None if dollars is None else float(dollars)


def format_cost(dollars: float | None) -> str:
    """Return dollars for reading, such as "$0.0000055"; None is "price unknown"."""
    return "price unknown" if dollars is None else in_dollars(dollars)


def describe_usage(reply) -> str:
    """Return the tokens and the cost of a reply in one line."""
    used = reply.usage
    if used is None:
        return "usage unknown, price unknown"
    sent, written = (
        (used.input_tokens, used.output_tokens) if hasattr(used, "input_tokens") else (used.prompt_tokens, used.completion_tokens)
    )
    return f"{sent} tokens in, {written} tokens out, {format_cost(cost(reply))}"


# --- Conversations ---


class Conversation:
    """A conversation that remembers: every question is sent together with what was said before.

    `messages` holds the turns so far as plain dicts with `role` and `content`. A turn that fails, is
    cut off or is interrupted leaves it exactly as it was.

    `instructions` go along with every question. With `max_history_tokens`, whole oldest turns are
    forgotten as soon as the messages with the new question would be longer (an estimate).
    """

    def __init__(self, instructions=None, *, client=None, model=DEFAULT_MODEL, max_history_tokens=None):
        self.instructions = instructions
        self.client = client
        self.model = model
        self.max_history_tokens = max_history_tokens
        self.reset()

    def reset(self) -> None:
        """Forget everything but the instructions, and count tokens and cost from 0 again."""
        self.messages: list[dict] = []
        self.input_tokens = self.output_tokens = 0
        self.cost: float | None = 0.0

    def ask(self, question: str, **params) -> str:
        """Ask and return the reply. Raises openai.APIError, or one of its kinds, if no whole reply comes."""
        response = create_response(self._client(), **self._request(question, params))
        return self._remember(question, response)

    def stream(self, question: str, **params):
        """Ask and yield the reply piece by piece, as it is written. Raises what `ask` raises."""
        response, said = yield from stream_response(self._client(), **self._request(question, params))
        self._remember(question, response, said)

    def messages_to_send(self, question: str) -> list[dict]:
        """Return the messages that asking `question` would send, oldest turns left out if need be."""
        messages = [*self.messages, {"role": "user", "content": question}]
        if self.max_history_tokens is None:
            return messages
        tokens = _estimate(messages)
        forgotten = 0
        while tokens > self.max_history_tokens and forgotten < len(self.messages):
            tokens -= _estimate(messages[forgotten : forgotten + 2]) - _estimate([])
            forgotten += 2
        return messages[forgotten:]

    def _client(self) -> OpenAI:
        return self.client or default_client()

    def _request(self, question: str, params: dict) -> dict:
        messages = self.messages_to_send(question)
        return merge_parameters(self.model, {"input": messages, "instructions": self.instructions, **params})

    def _remember(self, question: str, response, said: str = "") -> str:
        """Count what the turn cost and, if the reply is whole, keep the turn. `said` is what a stream brought."""
        sent, written = _tokens(response)
        self.input_tokens += sent
        self.output_tokens += written
        turn_cost = cost(response)
        self.cost = None if self.cost is None or turn_cost is None else self.cost + turn_cost
        text = reply_text(response) or said
        if not text:
            raise NoReply("The reply has no text, so this turn is not kept.", _request(self._client()), body=None)
        if response.status == "incomplete":
            raise _cut_off(response, ", so this turn is not kept. Allow more tokens and ask again")
        # What was said meanwhile, while a stream was being read, stays too.
        self.messages = [*self.messages_to_send(question), {"role": "assistant", "content": text}]
        return text

    def save(self, path) -> None:
        """Write the conversation to a JSON file; an older file stays whole until the new one is."""
        saving.write(path, self)

    @classmethod
    def load(cls, path, *, client=None) -> "Conversation":
        """Read a conversation that `save` wrote. Raises ValueError if the file is none, OSError if it cannot be read."""
        conversation = cls(client=client)
        vars(conversation).update(saving.read(path))
        return conversation

    def __repr__(self) -> str:
        used = f"{self.input_tokens} tokens in, {self.output_tokens} tokens out, {format_cost(self.cost)}"
        turns = "1 turn" if len(self.messages) == 2 else f"{len(self.messages) // 2} turns"
        return "\n".join([*(f"{m['role']}: {m['content']}" for m in self.messages), f"({turns}, {used})"])

    def _repr_html_(self) -> str:
        lines = [f"<b>{m['role']}</b>: {html.escape(m['content'])}" for m in self.messages]
        summary = html.escape(repr(self).rpartition("\n")[2])
        return "".join(f"<p style='white-space: pre-wrap'>{line}</p>" for line in lines) + f"<p><small>{summary}</small></p>"


def _estimate(messages: list[dict]) -> int:
    from offline.model.context import count_messages

    return count_messages(messages)


@cache
def default_conversation() -> Conversation:
    """Return the conversation that `ask_chatgpt` goes on with."""
    return Conversation()


def ask_chatgpt(question: str) -> str:
    """Ask a question in one conversation that goes on from call to call, and return the reply."""
    return default_conversation().ask(question)
