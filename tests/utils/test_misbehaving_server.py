"""The helpers against a real server on this machine that misbehaves: a clear error soon, and nothing left behind."""

import gc
import gzip
import json
import socket
import threading
import time
import warnings
from contextlib import contextmanager

import openai
import psutil
import pytest

import offline
from support.budget import Budget, under_budget
from utils import Conversation, explain, generate_text

TIMEOUT = 0.25  # seconds, of the client
PATIENCE = 5.0  # seconds, in which any error must come; most come at once
REPLY = offline.client().responses.create(model="gpt-4o", input="Hello").model_dump_json().encode()
OK, JSON, SSE = b"HTTP/1.1 200 OK\r\n", b"content-type: application/json\r\n", b"content-type: text/event-stream\r\n"


def whole(body: bytes, headers: bytes = JSON, status: bytes = OK) -> bytes:
    return status + headers + b"content-length: %d\r\n\r\n" % len(body) + body


def stream(*pieces: bytes, end: bool = True) -> bytes:
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)
    return OK + SSE + b"transfer-encoding: chunked\r\n\r\n" + chunks + (b"0\r\n\r\n" if end else b"")


def redirect(status: bytes, location: bytes) -> bytes:
    return b"HTTP/1.1 %s There\r\nlocation: %s\r\ncontent-length: 0\r\n\r\n" % (status, location)


def oversized_error(status: bytes) -> bytes:
    error = {"message": "a" * 60_000, "type": "x", "param": None, "code": None}
    return whole(json.dumps({"error": error}).encode(), status=b"HTTP/1.1 %s\r\n" % status)


# What the server sends, and whether it then keeps the connection open and says no more.
SILENT, DONE = True, False
MISBEHAVING = {
    "slow headers": (b"", SILENT),
    "slow in the middle of the headers": (OK + b"content-ty", SILENT),
    "slow body": (OK + JSON + b"content-length: 9999\r\n\r\n" + REPLY[:20], SILENT),
    "slow stream": (stream(b": wait\n\n", end=False), SILENT),
    "slow stream without an end of line": (stream(b'data: {"type"', end=False), SILENT),
    "nothing at all": (b"", DONE),
    "a body that is cut": (OK + JSON + b"content-length: 9999\r\n\r\n" + REPLY[:-50], DONE),
    "a chunk that is cut": (OK + JSON + b"transfer-encoding: chunked\r\n\r\n40\r\n" + REPLY[:20], DONE),
    "chunks that end early": (stream(b"data: {}\n\n", end=False), DONE),
    "chunks of no size": (OK + SSE + b"transfer-encoding: chunked\r\n\r\nbanana\r\n", DONE),
    "no HTTP": (b"SSH-2.0-OpenSSH_9.9\r\n", DONE),
    "headers without an end": (OK + b"x: " + b"y" * 200_000, DONE),
    "half of the JSON": (whole(REPLY[: len(REPLY) // 2]), DONE),
    "HTML": (whole(b"<html>Please log in</html>", b"content-type: text/html\r\n"), DONE),
    "HTML called JSON": (whole(b"<html>Please log in</html>"), DONE),
    "a picture": (whole(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), b"content-type: image/png\r\n"), DONE),
    "no UTF-8": (whole(b'{"id": "\xff\xfe\xfa"}'), DONE),
    "no gzip": (whole(REPLY, JSON + b"content-encoding: gzip\r\n"), DONE),
    "gzip that is cut": (whole(gzip.compress(REPLY)[:-20], JSON + b"content-encoding: gzip\r\n"), DONE),
    "JSON too deep to read": (whole(b"[" * 200_000), DONE),
    "JSON of another kind": (whole(b'{"output": "Hello"}'), DONE),
    "an empty reply": (OK + b"content-length: 0\r\n\r\n", DONE),
    "no content": (b"HTTP/1.1 204 No Content\r\n\r\n", DONE),
    "not modified": (b"HTTP/1.1 304 Not Modified\r\n\r\n", DONE),
    "a redirect in a circle": (redirect(b"307", b"/v1/responses"), DONE),
    "a redirect that forgets the question": (redirect(b"302", b"/v1/elsewhere"), DONE),
    "a redirect without HTTP": (redirect(b"308", b"file:///etc/hostname"), DONE),
    "a redirect to nowhere": (redirect(b"307", b"http://127.0.0.1:9/v1"), DONE),
    "oversized garbage": (whole(b"x" * 20_000_000), DONE),
    "oversized JSON": (whole(json.dumps({"id": "y" * 20_000_000}).encode()), DONE),
    "an oversized 400": (oversized_error(b"400 Bad Request"), DONE),
    "an oversized 500": (oversized_error(b"500 Internal Server Error"), DONE),
    "an oversized line in a stream": (stream(b"data: " + b"x" * 5_000_000, b"\n\n"), DONE),
    "a stream of nothing": (stream(), DONE),
    "a stream of numbers": (stream(b"data: 5\n\n"), DONE),
    "a stream of empty events": (stream(b"data: {}\n\ndata: {}\n\n"), DONE),
    "a stream of lists": (stream(b"data: []\n\n"), DONE),
    "a stream of strange events": (stream(b'data: {"type": "response.completed"}\n\n'), DONE),
    "a stream of half a word": (stream(b'data: {"type": "response.output_text.delta"}\n\n'), DONE),
}


@pytest.fixture(autouse=True, scope="module")
def quick_garbage_collection():
    """Leave out of it what was there before, which is a lot."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@contextmanager
def sending(answer: bytes, silent: bool):
    """Run a server that answers every request with `answer`; give its base URL."""
    over = threading.Event()

    def serve(connection):
        with connection:
            connection.settimeout(PATIENCE)
            try:
                connection.recv(65_536)
                connection.sendall(answer)
            except OSError:  # the client has had enough
                return
            if silent:
                over.wait(PATIENCE)

    def accept():
        while True:
            connection, _ = listening.accept()
            if over.is_set():
                connection.close()
                return
            workers.append(threading.Thread(target=serve, args=(connection,)))
            workers[-1].start()

    workers = []
    with socket.create_server(("127.0.0.1", 0)) as listening:
        accepting = threading.Thread(target=accept)
        accepting.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}/v1"
        finally:
            over.set()
            socket.create_connection(listening.getsockname()).close()  # wakes `accept`, on every system
            for thread in (accepting, *workers):
                thread.join()


@contextmanager
def nothing_left_behind():
    """Check that afterwards there are no more threads and connections than before, and none was forgotten open."""
    threads, connections = set(threading.enumerate()), open_connections()
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always", ResourceWarning)
        yield
        gc.collect()
    assert not [str(warning.message) for warning in said if warning.category is ResourceWarning]
    assert set(threading.enumerate()) <= threads
    assert open_connections() <= connections


def open_connections() -> set:
    return {(c.fd, c.laddr, c.raddr) for c in psutil.Process().net_connections("tcp") if c.status != psutil.CONN_TIME_WAIT}


def by_generate_text(client, talk):
    return generate_text("Hello", client=client)


def by_ask(client, talk):
    return talk.ask("Hello")


def by_stream(client, talk):
    return list(talk.stream("Hello"))


def by_stream_with_a_budget(client, talk):
    talk.client = under_budget(client, Budget(1))
    try:
        return list(talk.stream("Hello"))
    finally:
        assert talk.client.budget.left == pytest.approx(1 - talk.client.budget.spent), "something is still set aside"


@contextmanager
def client_of(url: str):
    http_client = openai.DefaultHttpx2Client(verify=False, trust_env=False)  # no TLS here: this is quick to make
    with openai.OpenAI(base_url=url, api_key="any", http_client=http_client, timeout=TIMEOUT, max_retries=0) as client:
        yield client


@pytest.mark.parametrize("helper", [by_generate_text, by_ask, by_stream, by_stream_with_a_budget])
@pytest.mark.parametrize(("answer", "silent"), MISBEHAVING.values(), ids=MISBEHAVING)
def test_a_clear_error_soon_and_nothing_left_behind(answer, silent, helper):
    with nothing_left_behind(), sending(answer, silent) as url, client_of(url) as client:
        talk, began = Conversation(client=client), time.monotonic()
        with pytest.raises(openai.APIError) as error:
            helper(client, talk)
        assert talk.messages == [] and len(explain(error.value)) > 40
        assert time.monotonic() - began < PATIENCE
        del error


def test_a_good_reply_of_the_wrong_type_is_read():
    with nothing_left_behind(), sending(whole(REPLY, b"content-type: text/plain\r\n"), DONE) as url, client_of(url) as client:
        assert generate_text("Hello", client=client)


def test_a_stream_that_is_left_closes_its_connection():
    with nothing_left_behind(), sending(SLOW_STREAM, SILENT) as url, client_of(url) as client:
        pieces = Conversation(client=client).stream("Hello")
        assert next(pieces) == "Hi"
        assert open_connections_to(url)
        pieces.close()
        assert not open_connections_to(url)


DELTA = {"type": "response.output_text.delta", "delta": "Hi", "sequence_number": 1, "item_id": "m", "output_index": 0}
SLOW_STREAM = stream(b"data: %s\n\n" % json.dumps(DELTA | {"content_index": 0, "logprobs": []}).encode(), end=False)


def open_connections_to(url: str) -> list:
    port = int(url.rpartition(":")[2].removesuffix("/v1"))
    return [c for c in psutil.Process().net_connections("tcp") if c.raddr and c.raddr.port == port and c.status == "ESTABLISHED"]
