"""A reply that drips for ever, or falls silent, ends at the deadline of the client: with a real far end, on this machine."""

import asyncio
import json
import socket
import threading
import time
from contextlib import contextmanager

import openai
import pytest
from asking import FRANCE, PARIS

import offline
import utils
from offline.server import serve
from support.deadline import DEADLINE, TooLate
from utils import Conversation, explain, generate_text

SECONDS = 0.3  # the deadline
PATIENCE = 5 * SECONDS  # in which it must have ended, on a busy computer too

HEAD = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\ncontent-type: "
PIECE = {"type": "response.output_text.delta", "delta": "no ", "item_id": "m", "output_index": 0, "content_index": 0}
WHOLE, STREAM = HEAD + b"application/json\r\n\r\n", HEAD + b"text/event-stream\r\n\r\n"
ENDLESS = {  # the beginning of the reply, what then drips, and whether it goes on
    "spaces before JSON": (WHOLE, b" ", True),
    "a long list": (WHOLE, b"[", True),
    "a stream of comments": (STREAM, b": wait\n\n", True),
    "a line without an end": (STREAM, b"d", True),
    "a stream of words": (STREAM, b"data: %s\n\n" % json.dumps(PIECE).encode(), True),
    "empty events": (STREAM, b"\n", True),
    "silence after the headers": (STREAM, b"", False),
    "silence after a piece": (STREAM, b": wait\n\n", False),
}


@contextmanager
def dripping(head: bytes, drop: bytes, goes_on: bool):
    """Run a server that answers with `head`, then with `drop` again and again (for a test's patience); give its base URL."""
    over = threading.Event()

    def serve_one(connection):
        with connection:
            connection.recv(65_536)
            try:
                connection.sendall(head)
                if drop:
                    connection.sendall(b"%x\r\n%s\r\n" % (len(drop), drop))
                began = time.monotonic()
                while not over.wait(0.02) and time.monotonic() - began < PATIENCE:
                    if goes_on:
                        connection.sendall(b"%x\r\n%s\r\n" % (len(drop), drop))
            except OSError:  # the client has had enough
                return

    def accept():
        while not over.is_set():
            connection, _ = listening.accept()
            if over.is_set():
                connection.close()
            else:
                threads.append(threading.Thread(target=serve_one, args=(connection,)))
                threads[-1].start()

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threads = [threading.Thread(target=accept)]
        threads[0].start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}/v1"
        finally:
            over.set()
            socket.create_connection(listening.getsockname()).close()  # wakes `accept`
            for thread in threads:
                thread.join()


@pytest.fixture(params=ENDLESS.values(), ids=ENDLESS)
def endless(request, no_switch, monkeypatch):
    """Let a far end that never ends answer the clients of get_client."""
    with dripping(*request.param) as url:
        monkeypatch.setenv("OPENAI_BASE_URL", url)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        yield


@pytest.fixture
def drip(endless, monkeypatch):
    """As `endless`, and it is not asked first what it can do."""
    monkeypatch.setattr("support.served.served_client", lambda kind, model, **options: kind(**options))


def by_create(client):
    client.responses.create(model="any", input="Hello")


def by_generate_text(client):
    generate_text("Hello", client=client)


def by_stream(client):
    list(Conversation(client=client).stream("Hello"))


def by_copy(client):
    client.with_options(timeout=100).responses.create(model="any", input="Hello")


def by_chat(client):
    list(client.chat.completions.create(model="any", messages=[], stream=True))


@contextmanager
def ends_soon():
    began = time.monotonic()
    with pytest.raises(openai.APITimeoutError) as error:
        yield
    assert type(error.value) is TooLate and time.monotonic() - began < PATIENCE
    assert f"after {SECONDS} seconds" in str(error.value) and len(explain(error.value)) > 40


@pytest.mark.parametrize("ask", [by_create, by_generate_text, by_stream, by_copy, by_chat])
def test_a_reply_that_never_ends_ends_at_the_deadline(drip, ask):
    with utils.get_client(deadline=SECONDS) as client, ends_soon():
        ask(client)


def test_an_async_reply_that_never_ends_ends_at_the_deadline(drip):
    async def ask():
        async with utils.get_async_client(deadline=SECONDS) as client:
            async for _ in await client.responses.create(model="any", input="Hello", stream=True):
                pass

    with ends_soon():
        asyncio.run(ask())


def test_under_a_budget_too_and_what_it_can_have_cost_is_counted(drip):
    with utils.get_client(deadline=SECONDS, budget=1) as client:
        with ends_soon():
            client.responses.create(model="gpt-6-luna", input="Hello", max_output_tokens=50)
        assert client.budget.spent > 0 and client.budget.left == pytest.approx(1 - client.budget.spent)


def test_a_turn_that_is_too_late_leaves_no_trace(drip):
    with utils.get_client(deadline=SECONDS) as client:
        talk = Conversation(client=client)
        with pytest.raises(TooLate):
            list(talk.stream("Hello"))
        assert talk.messages == []


def test_a_server_that_is_asked_what_it_can_do_must_say_so_in_time(endless, monkeypatch):
    monkeypatch.setattr("support.server.ANSWERS_WITHIN", SECONDS)
    with utils.get_client() as client, ends_soon():
        by_create(client)


def test_what_comes_in_time_is_read_as_ever(no_switch, monkeypatch):
    with serve() as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("OPENAI_API_KEY", offline.KEY)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        with utils.get_client(deadline=60) as client:
            assert generate_text(FRANCE, client=client) == PARIS
            assert "".join(Conversation(client=client).stream(FRANCE)) == PARIS
    assert generate_text(FRANCE, client=utils.get_client(offline=True, deadline=60)) == PARIS


def test_the_stand_in_keeps_a_deadline_too():
    client = utils.get_client(deadline=1e-9)
    with pytest.raises(TooLate):
        list(client.responses.create(model="gpt-6-luna", input=FRANCE, stream=True))


@pytest.mark.parametrize("none", [None, DEADLINE])
def test_no_deadline_and_a_far_one(none):
    assert generate_text(FRANCE, client=utils.get_client(deadline=none)) == PARIS


@pytest.mark.parametrize("wrong", [0, -1, float("nan"), "60", True, [60]])
def test_a_deadline_is_a_number_of_seconds(wrong):
    with pytest.raises((TypeError, ValueError), match="A deadline is a number of seconds"):
        utils.get_client(deadline=wrong)
