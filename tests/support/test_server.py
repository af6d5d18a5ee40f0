"""Other servers: each is asked once what it can do, and what it lacks is said in a line before anything is sent."""

import asyncio

import openai
import other_servers
import pytest
from openai import AsyncOpenAI, OpenAI
from other_servers import FULL, MODEL, OLLAMA, running

import offline
from offline.server import serve
from support.budget import BudgetExceeded, under_budget
from support.served import served_client
from support.server import CHAT, RESPONSES, Server
from utils import Conversation, NotOffered, create_response, generate_text, get_client
from widgets import ask_with_logprobs, tokens_of


def client_of(server, kind: type = OpenAI, model: str = MODEL):
    return served_client(kind, model, base_url=server.url, api_key="any", max_retries=0)


def ask(client, **more):
    return client.responses.create(**{"model": MODEL, "input": "Hi"} | more)


LOGPROBS = {"include": ["message.output_text.logprobs"], "top_logprobs": 2}
MESSAGES = [{"role": "user", "content": "Hi"}]
FUNCTION = {"name": "now", "parameters": {"type": "object", "properties": {}}}
FORM = {"name": "any", "schema": {"type": "object", "properties": {}}}
URL = "data:image/png;base64,iVBORw0KGgo="
PICTURE = {"type": "input_image", "image_url": URL, "detail": "low"}
CHAT_PICTURE = {"type": "image_url", "image_url": {"url": URL, "detail": "low"}}
FILE = {"type": "input_file", "filename": "a.txt", "file_data": "data:text/plain;base64,SGk="}


def sent(*parts):
    return [{"role": "user", "content": list(parts)}]


NEEDS = {  # what takes it away, the call that needs it, and what the message names
    "a reply by its id": ({"stored"}, lambda c: c.responses.retrieve("resp_1"), "stored replies"),
    "a reply to delete": ({"stored"}, lambda c: c.responses.delete("resp_1"), "stored replies"),
    "its items": ({"stored"}, lambda c: list(c.responses.input_items.list("resp_1")), "stored replies"),
    "moderation in one call, forgotten silently": (
        {"moderation"},
        lambda c: ask(c, moderation={"model": "omni-moderation-latest"}),
        "moderation",
    ),
    "going on, forgotten silently": ({"previous"}, lambda c: ask(c, previous_response_id="resp_1"), "stored replies"),
    "counting": ({"counting"}, lambda c: c.responses.input_tokens.count(model=MODEL, input="Hi"), "tokens counted"),
    "an effort": ({"efforts"}, lambda c: ask(c, reasoning={"effort": "high"}), "the effort 'high'"),
    "an effort in chat": (
        {"efforts"},
        lambda c: c.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": "Hi"}], reasoning_effort="high"),
        "the effort 'high'",
    ),
    "logprobs, left out silently": ({"logprobs", "chat_logprobs"}, lambda c: ask(c, **LOGPROBS), "logprobs"),
    "tools": ({"tools"}, lambda c: ask(c, tools=[{"type": "function"} | FUNCTION]), "a model that calls tools"),
    "tools in chat": (
        {"chat_tools"},
        lambda c: c.chat.completions.create(model=MODEL, messages=MESSAGES, tools=[{"type": "function", "function": FUNCTION}]),
        "a model that calls tools",
    ),
    "a form": ({"forms"}, lambda c: ask(c, text={"format": {"type": "json_schema"} | FORM}), "replies in a given form"),
    "a form in chat": (
        {"chat_forms"},
        lambda c: c.chat.completions.create(
            model=MODEL, messages=MESSAGES, response_format={"type": "json_schema", "json_schema": FORM}
        ),
        "replies in a given form",
    ),
    "a picture, left out silently": ({"pictures"}, lambda c: ask(c, input=sent(PICTURE)), "a model that sees pictures"),
    "a picture in chat": (
        {"chat_pictures"},
        lambda c: c.chat.completions.create(model=MODEL, messages=sent(CHAT_PICTURE)),
        "a model that sees pictures",
    ),
    "a file, left out silently": ({"reading"}, lambda c: ask(c, input=sent(FILE)), "files in a message"),
    "a picture to count": (
        {"pictures"},
        lambda c: c.responses.input_tokens.count(model=MODEL, input=sent(PICTURE)),
        "a model that sees pictures",
    ),
    "a file to count": (
        {"reading"},
        lambda c: c.responses.input_tokens.count(model=MODEL, input=sent(FILE)),
        "files in a message",
    ),
    "embeddings": ({"embeddings"}, lambda c: c.embeddings.create(model=MODEL, input="Hi"), "embeddings"),
}


@pytest.mark.parametrize(("missing", "call", "need"), NEEDS.values(), ids=NEEDS)
def test_what_is_missing_is_said_and_not_sent(missing, call, need):
    with (
        running(FULL - missing) as server,
        pytest.raises(NotOffered, match=f"^This needs .*{need}.* the server at {server.url} does not offer that. The offline"),
    ):
        call(client_of(server))


ODD = {
    "no planet": ("FILLED", '{"planets": []}', "a form"),
    "another key": ("FILLED", '{"planets": [{"name": "Venus"}]}', "a form"),
    "a form cut off": ("FILLED", '{"planets": [{"name": "Ven', "a form in chat"),
    "arguments that are no text": ("CALLED", {"name": "get_weather", "arguments": {"city": "Paris"}}, "tools in chat"),
    "another argument": ("CALLED", {"name": "get_weather", "arguments": '{"town": "Paris"}'}, "tools"),
}


@pytest.mark.parametrize(("said", "instead", "need"), ODD.values(), ids=ODD)
def test_what_comes_but_cannot_be_used_is_not_offered(monkeypatch, said, instead, need):
    monkeypatch.setattr(other_servers, said, instead)
    _, call, _ = NEEDS[need]
    with running() as server, pytest.raises(NotOffered, match="does not offer that"):
        call(client_of(server))


@pytest.mark.parametrize(("missing", "call", "need"), NEEDS.values(), ids=NEEDS)
def test_what_is_there_is_just_done(missing, call, need):
    with running() as server:
        call(client_of(server))


@pytest.mark.parametrize(
    "offers", [FULL, FULL - {"names"}, FULL - {"models"}], ids=["minds names", "takes any name", "lists none"]
)
@pytest.mark.parametrize(
    ("model", "who"), [("gpt-6-sol", "The OpenAI API|The offline"), ("gpt-2023", r"it has llama3\.2\.$|that\.$")]
)
def test_a_model_that_is_not_there_is_not_asked_for(offers, model, who):
    with running(offers) as server, pytest.raises(NotOffered, match=f"model '{model}'.*({who})"):
        ask(client_of(server), model=model)


def test_a_model_of_the_course_that_is_not_there_says_where_to_put_another():
    with running() as server, pytest.raises(NotOffered, match=r"'gpt-6-luna'.*it has llama3\.2.*TUTORIAL_MODEL="):
        ask(client_of(server, model="gpt-6-luna"), model="gpt-6-luna")


def test_it_is_asked_once():
    with running() as server:
        ask(client_of(server), reasoning={"effort": "low"})
        before = len(server.requests)
        for client in (client_of(server), client_of(server).with_options(timeout=5)):
            ask(client, reasoning={"effort": "low"})
        assert len(server.requests) == before + 2


@pytest.mark.parametrize("status", [400, 401, 403, 404, 500, 503])
def test_a_server_that_refuses_everything_speaks_for_itself(status):
    with running(broken=status) as server, pytest.raises(openai.APIStatusError, match="I am not well"):
        ask(client_of(server))


def test_a_server_that_was_busy_is_asked_again():
    with running(FULL - {"stored"}, broken=503) as server:
        client = client_of(server)
        with pytest.raises(openai.InternalServerError):
            client.responses.retrieve("resp_1")
        server.broken = None
        with pytest.raises(NotOffered, match="stored replies"):
            client.responses.retrieve("resp_1")


def test_a_server_that_is_not_there_is_not_one_that_lacks_something():
    with running() as server:
        client = client_of(server)
    with pytest.raises(openai.APIConnectionError):
        ask(client, previous_response_id="resp_1")


# --- A server that has Chat Completions only, or does more in them ---

BY_CHAT = {
    "Chat Completions only": OLLAMA,
    "does not say that a reply was cut off": FULL - {"ends"},
    "does not number its events": FULL - {"numbers"},
}
by_chat = pytest.mark.parametrize("offers", BY_CHAT.values(), ids=BY_CHAT)


@by_chat
def test_helpers_and_cells_are_answered_by_chat_completions(offers):
    with running(offers) as server:
        client = client_of(server)
        assert generate_text("Hi", MODEL, client=client) == "Paris, I think."
        cut = create_response(client, model=MODEL, input="Hi", max_output_tokens=16)
        assert (cut.status, cut.incomplete_details.reason, cut.usage.input_tokens) == ("incomplete", "max_output_tokens", 7)
        talk = Conversation("Be brief.", client=client, model=MODEL)
        talk.ask("Where?")
        assert list(talk.stream("Again?")) == ["Paris", ", ", "I ", "think", "."]
        roles = [message["role"] for message in server.asked("/chat/completions")[-1]["messages"]]
        assert roles == ["system", "user", "assistant", "user"]
        assert talk.output_tokens == 32


@by_chat
def test_the_stream_is_told_in_the_events_of_the_responses_api(offers):
    with running(offers) as server:
        client = client_of(server)
        events = list(ask(client, stream=True))
        kinds = list(dict.fromkeys(event.type.removeprefix("response.") for event in events))
        assert kinds == [
            "created", "in_progress", "output_item.added", "content_part.added", "output_text.delta", "output_text.done",
            "content_part.done", "output_item.done", "completed",
        ]  # fmt: skip
        assert [event.sequence_number for event in events] == list(range(len(events)))
        with client.responses.stream(model=MODEL, input="Hi") as stream:
            assert stream.get_final_response().output_text == "Paris, I think."


def test_async_clients_are_answered_the_same():
    async def both(server):
        async with client_of(server, AsyncOpenAI) as client:
            whole = await ask(client)
            pieces = [event.delta async for event in await ask(client, stream=True) if event.type.endswith("text.delta")]
            with pytest.raises(NotOffered, match="stored replies"):
                await client.responses.retrieve("resp_1")
            return whole.output_text, "".join(pieces)

    with running(OLLAMA) as server:
        assert asyncio.run(both(server)) == ("Paris, I think.",) * 2


def test_a_picture_is_sent_on_with_its_detail():
    with running(OLLAMA | {"chat_pictures"}) as server:
        assert ask(client_of(server), input=sent(PICTURE)).output_text == "Yellow."
        assert server.asked("/chat/completions")[-1]["messages"] == sent(CHAT_PICTURE)
        with pytest.raises(NotOffered, match="an uploaded picture"):
            ask(client_of(server), input=sent({"type": "input_image", "file_id": "f"}))


def test_the_stand_in_has_all_that_a_server_can_be_asked_for():
    with serve(offline.StandIn()) as server:
        asked = Server("gpt-6-luna", base_url=server.url, api_key=offline.KEY)
        assert asked.reads_files() and asked.moderates() and asked.goes_on() and asked.keeps_replies()
        for path in (RESPONSES, CHAT):
            assert asked.sees_pictures(path) and asked.fills_forms(path) and asked.calls_tools(path)


UNSAYABLE = {
    "a parameter": ({"tools": []}, "the parameter 'tools'"),
    "a part of one": ({"reasoning": {"summary": "auto"}}, "the parameter 'summary'"),
    "an item": ({"input": [{"type": "function_call_output", "call_id": "1", "output": "2"}]}, "type 'function_call_output'"),
    "a file": ({"input": [{"role": "user", "content": [{"type": "input_file", "file_id": "f"}]}]}, "type 'input_file'"),
}


@pytest.mark.parametrize(("more", "need"), UNSAYABLE.values(), ids=UNSAYABLE)
def test_what_chat_completions_cannot_say_is_not_left_out(more, need):
    with running(OLLAMA) as server, pytest.raises(NotOffered, match=need):
        ask(client_of(server), **more)


@pytest.mark.parametrize(
    "wrong", [{"input": 5}, {"input": [{"content": "Hi"}]}, {"reasoning": "low"}, {"input": ["Hi"]}], ids=str
)
def test_what_is_no_request_at_all_is_said_so(wrong):
    with running(OLLAMA) as server, pytest.raises(openai.OpenAIError, match="this request is none of the Responses API"):
        ask(client_of(server), **wrong)


# --- What a server leaves out without a word ---


@pytest.mark.parametrize("offers", [FULL, FULL - {"logprobs"}, OLLAMA | {"chat_logprobs"}], ids=["both", "chat", "only chat"])
def test_logprobs_come_from_where_they_are(offers):
    with running(offers) as server:
        assert tokens_of(ask_with_logprobs("Hi", model=MODEL, client=client_of(server)))[0].text == "Paris"


@pytest.mark.parametrize("offers", [FULL - {"logprobs", "chat_logprobs"}, OLLAMA], ids=["both APIs", "chat only"])
def test_logprobs_that_are_nowhere_are_missed_where_the_reply_is_read(offers):
    with running(offers) as server:
        reply = ask_with_logprobs("Hi", model=MODEL, client=client_of(server))
        assert reply.output_text == "Paris, I think."
        with pytest.raises(NotOffered, match="logprobs"):
            tokens_of(reply)


def test_a_budget_says_that_prices_are_missing():
    with running() as server:
        elsewhere = client_of(server).with_options(base_url="http://models.example/v1")
        with pytest.raises(NotOffered, match=r"price of the model 'llama3\.2' is not known.*OpenAI API"):
            ask(under_budget(elsewhere, 1))


def test_what_runs_on_this_machine_and_has_no_price_costs_nothing():
    with running() as server:
        limited = under_budget(client_of(server), 0)
        assert ask(limited)
        assert limited.budget.spent == limited.budget.left == 0


def test_get_client_says_that_there_is_nothing_to_count(no_switch, monkeypatch, capsys):
    monkeypatch.setenv("OPENAI_BASE_URL", "http://localhost:11434/v1")
    for model, said in ((MODEL, True), ("gpt-5-mini", False)):
        monkeypatch.setattr("utils.DEFAULT_MODEL", model)
        get_client(budget=1).close()
        assert ("its calls count as $0 in the budget" in capsys.readouterr().out) is said


def test_a_model_with_a_price_is_counted_wherever_it_runs():
    """Behind a server on this machine may be a proxy, which passes the calls on to who sends the bill."""
    with running() as server, pytest.raises(BudgetExceeded, match=r"could cost up to \$"):
        ask(under_budget(OpenAI(base_url=server.url, api_key="any"), 0), model="gpt-5-mini")
