"""The helpers that the notebooks share. You build the most important of them yourself in the lessons.

    from utils import generate_text, Conversation
    generate_text("What is the capital city of France?")

The folder `support/` holds what you need not read for the lessons: settings, odd replies, budgets, files.
"""

from collections.abc import Iterator
from functools import cache
from os import PathLike
from typing import Any

from openai import AsyncOpenAI, OpenAI
from openai.types.responses import Response

from offline import models
from support import history, local, saving
from support.budget import Budget, BudgetExceeded, under_budget
from support.clients import client_for
from support.connecting import Client
from support.deadline import DEADLINE, keep_deadline
from support.errors import explain
from support.not_offered import NotOffered
from support.odd_replies import CutOff, NoReply, Pieces, create_response, cut_off, reply_text, stream_response, tokens_of
from support.parameters import default_parameters, merge_parameters
from support.prices import Reply, costs_nothing, format_cost, price_of
from support.settings import key_problem, read_settings
from support.who_answers import decide, describe
from support.wrong_calls import check_conversation, check_question, check_reply, check_switch

__all__ = [
    "DEFAULT_MODEL", "Budget", "BudgetExceeded", "Conversation", "CutOff", "NoReply", "NotOffered", "ask_chatgpt", "cost",
    "create_response", "default_parameters", "describe_usage", "explain", "format_cost", "generate_text", "get_async_client", "get_client",
    "key_problem", "merge_parameters", "stream_response", "who_answers",
]  # fmt: skip

DEFAULT_MODEL = read_settings().value("TUTORIAL_MODEL") or local.model_name(read_settings()) or "gpt-6-luna"
models.stand_in_for(DEFAULT_MODEL)  # so that the lessons run offline whatever TUTORIAL_MODEL says

# --- The client: who answers ---


def get_client(offline: bool | None = None, *, budget: float | Budget | None = None, deadline: float | None = DEADLINE) -> OpenAI:
    """Return a client, and print a line that says who answers, and where the settings for that come from.

    With a usable OPENAI_API_KEY (in the environment or in `.env`), the OpenAI API answers, or the
    server that OPENAI_BASE_URL names; with TUTORIAL_LOCAL, a model on this machine. Otherwise, or with
    `offline=True`, the offline stand-in does: no key, no network, no cost. TUTORIAL_OFFLINE=1 in the
    environment always means offline.

    With `budget`, in US dollars, a call that could pass it is not sent but raises BudgetExceeded; `client.budget`
    tells what is spent and left. Clients share a budget if you hand on that object. A model of no known price
    on this machine costs nothing. A reply that is not whole after `deadline` seconds raises
    openai.APITimeoutError; each try has its own. None means that it may take as long as it likes.

    Raises openai.OpenAIError for `offline=False` where there is no usable key, and where a setting of
    yours or of your system (a proxy, certificates) prevents a client.
    """
    return under_budget(keep_deadline(_choose_client(OpenAI, check_switch(offline), budget), deadline), budget)


def get_async_client(
    offline: bool | None = None, *, budget: float | Budget | None = None, deadline: float | None = DEADLINE
) -> AsyncOpenAI:
    """Return what `get_client` returns, for code with async and await."""
    return under_budget(keep_deadline(_choose_client(AsyncOpenAI, check_switch(offline), budget), deadline), budget)


def _choose_client(kind: type[Client], offline: bool | None, budget: float | Budget | None) -> Client:
    who = decide(read_settings(), offline)
    client = client_for(kind, who, DEFAULT_MODEL)
    print(who.line(DEFAULT_MODEL), *who.notes, sep="\n")
    if budget is not None and costs_nothing(client.base_url.host, DEFAULT_MODEL):
        print(f"No price is known for {DEFAULT_MODEL}, and it runs on this machine: its calls count as $0 in the budget.")
    return client


def who_answers(client: OpenAI | AsyncOpenAI | None = None) -> str:
    """Return one line that says who answers a client (default: that of the helpers)."""
    return describe(client or default_client(), DEFAULT_MODEL)


@cache
def default_client() -> OpenAI:
    """Return the client that the helpers use when you give them none. It is made once."""
    return get_client()


# --- One prompt, one reply ---


def generate_text(
    prompt: str | list,
    model: str = DEFAULT_MODEL,
    max_tokens: int | None = 150,
    temperature: float | None = None,
    *,
    client: OpenAI | None = None,
    **params: Any,
) -> str:
    """Send one prompt and return the text of the reply, without spaces around it.

    `prompt` is a string or a list of messages. `max_tokens` bounds the reply, in tokens (at least
    16); a longer reply is cut off there. `temperature` is 0.5 where the model takes one. Other
    parameters of the Responses API go into `params`.

    Raises openai.APIError, or one of its kinds, when no reply comes.
    """
    request = merge_parameters(model, {"max_output_tokens": max_tokens, "temperature": temperature, **params})
    return reply_text(create_response(client or default_client(), input=prompt, **request)).strip()


# --- Conversations ---


class Conversation:
    """A conversation that remembers: every question is sent together with what was said before.

    `messages` holds the turns so far as plain dicts with `role` and `content`. A turn that fails, is
    cut off or is interrupted leaves it exactly as it was.

    `instructions` go along with every question. With `max_history_tokens`, whole oldest turns are
    forgotten as soon as the messages with the new question would be longer (an estimate).
    """

    def __init__(
        self,
        instructions: str | None = None,
        *,
        client: OpenAI | None = None,
        model: str = DEFAULT_MODEL,
        max_history_tokens: int | None = None,
    ):
        check_conversation(instructions, client, model, max_history_tokens)
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

    def ask(self, question: str, **params: Any) -> str:
        """Ask and return the reply. `max_tokens` bounds it, in tokens; other parameters go to the Responses API.

        Raises openai.APIError, or one of its kinds, if no whole reply comes.
        """
        return self._remember(question, create_response(**self._request(question, params)))

    def stream(self, question: str, **params: Any) -> Iterator[str]:
        """Ask and yield the reply piece by piece, as it is written. Takes and raises what `ask` does."""
        return self._listen(question, stream_response(**self._request(question, params)))

    def messages_to_send(self, question: str) -> list[dict]:
        """Return the messages that asking `question` would send, oldest turns left out if need be."""
        messages = [*self.messages, {"role": "user", "content": question}]
        return messages if self.max_history_tokens is None else history.newest(messages, self.max_history_tokens)

    def _request(self, question: str, params: dict) -> dict:
        check_question(question)
        parameters = merge_parameters(self.model, {"instructions": self.instructions, **params})
        return {"client": self.client or default_client(), "input": self.messages_to_send(question), **parameters}

    def _listen(self, question: str, pieces: Pieces) -> Iterator[str]:
        response, said = yield from pieces
        self._remember(question, response, said)

    def _remember(self, question: str, response: Response, said: str = "") -> str:
        """Count what the turn cost and, if the reply is whole, keep the turn. `said` is what a stream brought."""
        sent, written = tokens_of(response) or (0, 0)
        self.input_tokens += sent
        self.output_tokens += written
        turn_cost = cost(response)
        self.cost = None if self.cost is None or turn_cost is None else self.cost + turn_cost
        text = said if said.strip() else reply_text(response)
        if response.status == "incomplete":
            raise cut_off(response, text, ", so this turn is not kept. Allow more tokens and ask again")
        # What was said meanwhile, while a stream was being read, stays too.
        self.messages = [*self.messages_to_send(question), {"role": "assistant", "content": text}]
        return text

    def save(self, path: str | PathLike) -> None:
        """Write the conversation to a JSON file; an older file stays whole until the new one is."""
        saving.write(path, self)

    @classmethod
    def load(cls, path: str | PathLike, *, client: OpenAI | None = None) -> "Conversation":
        """Read a conversation that `save` wrote. Raises ValueError if the file is none, OSError if it cannot be read."""
        conversation = cls(client=client)
        vars(conversation).update(saving.read(path))
        return conversation

    def _used(self) -> str:
        used = f"{self.input_tokens} tokens in, {self.output_tokens} tokens out, {format_cost(self.cost)}"
        return f"{history.turns(self.messages)}, {used}"

    def __repr__(self) -> str:
        return history.as_text(self.messages, self._used())

    def _repr_html_(self) -> str:
        return history.as_html(self.messages, self._used())


@cache
def default_conversation() -> Conversation:
    """Return the conversation that `ask_chatgpt` goes on with."""
    return Conversation()


def ask_chatgpt(question: str) -> str:
    """Ask a question in one conversation that goes on from call to call, and return the reply."""
    return default_conversation().ask(question)


# --- Tokens and money ---


def cost(reply: Reply) -> float | None:
    """Return what a reply costs in US dollars, or None if the price of its model is not known.

    Takes a reply of the Responses API or of Chat Completions. The prices are those of OpenAI, from the
    genai-prices package, so they are not known for another server. For an answer of the offline
    stand-in, it is what the real one would cost. Raises TypeError for the text of a reply.
    """
    check_reply(reply)
    dollars = price_of(reply)
    return None if dollars is None else float(dollars)


def describe_usage(reply: Reply) -> str:
    """Return the tokens and the cost of a reply in one line. Raises TypeError for the text of a reply."""
    check_reply(reply)
    used = tokens_of(reply)
    tokens = "usage unknown" if used is None else f"{used[0]} tokens in, {used[1]} tokens out"
    return f"{tokens}, {format_cost(cost(reply))}"
