"""What HTTP adds to the stand-in: bodies, connections, methods and broken requests, byte by byte over real sockets."""

import http.client
import json
import socket
import threading

import pytest

import offline
from offline import request_body
from offline.loopback import is_loopback
from offline.server import Server, serve
from offline.wire import Reply

KEY = f"Authorization: Bearer {offline.KEY}\r\n"
HELLO = json.dumps({"model": "gpt-4o", "input": "Hello!"}).encode()
STREAM = json.dumps({"model": "gpt-4o", "input": "Hello!", "stream": True}).encode()


class Echo(offline.StandIn):
    """Says what reached it, and returns the body as it came."""

    def handle(self, method, path, headers, content):
        return Reply(200, content, {"content-type": "application/octet-stream", "x-saw": f"{method} {path}"})


@pytest.fixture(scope="module")
def address():
    with serve() as server:
        yield server.server_address


@pytest.fixture(scope="module")
def echo():
    with serve(Echo()) as server:
        yield server.server_address


def exchange(address, *parts: bytes) -> bytes:
    """Send bytes on one connection, and return all that comes until the server ends it."""
    with socket.create_connection(address, timeout=10) as connection:
        for part in parts:
            connection.sendall(part)
        received = b""
        while piece := connection.recv(65536):
            received += piece
    return received


def request(line: str, *headers: str, body: bytes | None = None, close: bool = True) -> bytes:
    """Write one request; the body's length is added if there is a body, and the key always."""
    lines = [line, "Host: 127.0.0.1", *headers, *(["Connection: close"] if close else [])]
    lines += [f"Content-Length: {len(body)}"] if body is not None else []
    return ("\r\n".join(lines) + "\r\n" + KEY + "\r\n").encode() + (body or b"")


def parse(received: bytes) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body of the one reply that came."""
    head, _, body = received.partition(b"\r\n\r\n")
    status, *lines = head.decode().split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    return int(status.split()[1]), headers, body


def message(received: bytes) -> str:
    return json.loads(parse(received)[2])["error"]["message"]


def chunked(*chunks: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"


BODIES = {
    "with its length": request("POST /v1/responses HTTP/1.1", body=HELLO),
    "in chunks": request("POST /v1/responses HTTP/1.1", "Transfer-Encoding: chunked") + chunked(HELLO[:5], HELLO[5:]),
    "in chunks that have notes, and trailers": request("POST /v1/responses HTTP/1.1", "Transfer-Encoding: Chunked")
    + b"%X;note=1\r\n%s\r\n0\r\nX-Sum: 1\r\n\r\n" % (len(HELLO), HELLO),
    "with two equal lengths": request("POST /v1/responses HTTP/1.1", f"Content-Length: {len(HELLO)}", body=HELLO),
    "by a client that takes it for a proxy": request("POST http://127.0.0.1/v1/responses HTTP/1.1", body=HELLO),
    "by HTTP/1.0": request("POST /v1/responses HTTP/1.0", body=HELLO),
    "without /v1": request("POST /responses HTTP/1.1", body=HELLO),
}


@pytest.mark.parametrize("sent", BODIES.values(), ids=BODIES)
def test_a_body_is_read_however_it_is_sent(address, sent):
    status, headers, body = parse(exchange(address, sent))
    assert status == 200 and json.loads(body)["object"] == "response"
    assert headers["content-length"] == str(len(body))


BROKEN = {
    "no length that is a number": (request("POST /v1/responses HTTP/1.1", "Content-Length: many"), 400, "not a number"),
    "a length below nothing": (request("POST /v1/responses HTTP/1.1", "Content-Length: -5"), 400, "not a number"),
    "two different lengths": (request("POST /v1/responses HTTP/1.1", "Content-Length: 5", body=HELLO), 400, "not a number"),
    "a length and chunks": (
        request("POST /v1/responses HTTP/1.1", "Transfer-Encoding: chunked", body=HELLO),
        400,
        "either a content-length",
    ),
    "an unknown transfer-encoding": (request("POST /v1/responses HTTP/1.1", "Transfer-Encoding: gzip"), 400, "chunked"),
    "chunks of no size": (
        request("POST /v1/responses HTTP/1.1", "Transfer-Encoding: chunked") + b"banana\r\n",
        400,
        "does not begin with its size",
    ),
    "a chunk of a size below nothing": (
        request("POST /v1/responses HTTP/1.1", "Transfer-Encoding: chunked") + b"-1\r\n",
        400,
        "does not begin with its size",
    ),
    "a chunk longer than it says": (
        request("POST /v1/responses HTTP/1.1", "Transfer-Encoding: chunked") + b"2\r\nabcdef\r\n0\r\n\r\n",
        400,
        "longer than it says",
    ),
    "too long a body": (request("POST /v1/responses HTTP/1.1", "Content-Length: 999999999999"), 413, "no room for requests"),
    "too long a chunk": (
        request("POST /v1/responses HTTP/1.1", "Transfer-Encoding: chunked") + b"FFFFFFFFFF\r\n",
        413,
        "no room for requests",
    ),
    "too long a line": (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n", 414, "Too Long"),
    "too many headers": (request("GET /v1/models HTTP/1.1", *(f"X-{n}: 1" for n in range(200))), 431, "headers"),
    "a header that is too long": (request("GET /v1/models HTTP/1.1", "X-Long: " + "a" * 70_000), 431, "Line too long"),
    "an unknown version": (b"GET /v1/models HTTP/9.9\r\n\r\n", 505, "version"),
    "a TLS handshake": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\n\n", 400, "Bad request"),
    "no HTTP": (b"SSH-2.0-OpenSSH_9.9\r\n\r\n", 400, "Bad request"),
}


@pytest.mark.parametrize(("sent", "status", "words"), BROKEN.values(), ids=BROKEN)
def test_a_broken_request_is_refused_in_the_form_of_the_api_and_does_no_harm(address, sent, status, words):
    received = exchange(address, sent)
    assert parse(received)[0] == status and words.lower() in message(received).lower()
    assert parse(received)[1]["connection"] == "close"
    assert parse(exchange(address, BODIES["with its length"]))[0] == 200


def test_what_is_too_long_for_the_stand_in_is_refused_in_its_own_name(address):
    error = json.loads(parse(exchange(address, BROKEN["too long a body"][0]))[2])["error"]
    assert error["code"] == "offline_unsupported" and "the real API does" in error["message"]


def test_a_client_that_sends_too_much_at_once_still_gets_the_refusal(address, monkeypatch):
    monkeypatch.setattr(request_body, "LONGEST", 1000)
    received = exchange(address, request("POST /v1/responses HTTP/1.1", body=b"x" * 20_000_000))
    assert parse(received)[0] == 413


def test_a_client_is_told_to_continue_before_it_sends_a_body(address):
    with socket.create_connection(address, timeout=10) as connection:
        connection.sendall(request("POST /v1/responses HTTP/1.1", "Expect: 100-continue", f"Content-Length: {len(HELLO)}"))
        assert connection.recv(65536) == b"HTTP/1.1 100 Continue\r\n\r\n"
        connection.sendall(HELLO)
        assert connection.recv(65536).startswith(b"HTTP/1.1 200 OK")


def test_a_client_that_would_send_too_much_is_not_told_to_continue(address):
    received = exchange(address, request("POST /v1/responses HTTP/1.1", "Expect: 100-continue", "Content-Length: 999999999999"))
    assert parse(received)[0] == 413


def test_a_post_without_a_body_is_answered_and_not_waited_for(address):
    assert message(exchange(address, request("POST /v1/responses HTTP/1.1"))) == "Missing required parameter: 'model'."


@pytest.mark.parametrize("method", ["PUT", "PATCH", "OPTIONS", "TRACE", "BREW", "post"])
def test_a_method_that_the_api_does_not_have_is_refused_in_its_words(address, method):
    received = exchange(address, request(f"{method} /v1/responses HTTP/1.1", body=HELLO))
    assert parse(received)[0] == 404 and message(received) == f"Invalid URL ({method} /v1/responses)"


def test_head_gives_the_headers_of_get_and_no_body(address):
    got, headers, body = parse(exchange(address, request("GET /v1/models HTTP/1.1")))
    same, alike, nothing = parse(exchange(address, request("HEAD /v1/models HTTP/1.1")))
    assert (got, headers["content-length"]) == (same, alike["content-length"])
    assert body and not nothing


def test_one_connection_takes_many_requests_of_every_kind(address):
    """A reply that left something behind, or took too much, would spoil the next one."""
    connection = http.client.HTTPConnection(*address, timeout=10)
    headers = {"Authorization": f"Bearer {offline.KEY}", "Content-Type": "application/json"}
    connection.connect()
    opened = connection.sock
    for method, path, body, status in [
        ("POST", "/v1/responses", HELLO, 200),
        ("POST", "/v1/responses", STREAM, 200),
        ("PUT", "/v1/responses", HELLO, 404),
        ("HEAD", "/v1/models", None, 200),
        ("POST", "/v1/responses", b"{", 400),
        ("POST", "/v1/responses", iter([HELLO[:9], HELLO[9:]]), 200),  # http.client sends this in chunks
        ("GET", "/v1/models", None, 200),
    ]:
        connection.request(method, path, body, headers)
        reply = connection.getresponse()
        reply.read()
        assert (reply.status, connection.sock) == (status, opened), (method, path)
    connection.close()


def test_requests_that_are_sent_without_waiting_are_answered_in_order(echo):
    pipelined = [request(f"POST /{n} HTTP/1.1", body=b"body %d" % n, close=n == 2) for n in range(3)]
    received = exchange(echo, b"".join(pipelined))
    assert [f"x-saw: POST /{n}".encode() in received for n in range(3)] == [True] * 3
    assert received.index(b"body 0") < received.index(b"body 1") < received.index(b"body 2")


def test_http_1_0_gets_a_stream_without_chunks_that_ends_with_the_connection(address):
    _, headers, body = parse(exchange(address, request("POST /v1/responses HTTP/1.0", body=STREAM, close=False)))
    assert "transfer-encoding" not in headers and body.startswith(b"event: response.created\n")
    assert body.endswith(b"\n\n") and b"response.completed" in body


def test_http_1_0_keeps_a_connection_that_it_asks_to_keep(address):
    keep = request("GET /v1/models HTTP/1.0", "Connection: keep-alive", close=False)
    received = exchange(address, keep, request("GET /v1/models HTTP/1.0"))
    assert received.count(b"HTTP/1.1 200 OK") == 2 and b"connection: keep-alive" in received


BYTES = {
    "multipart": b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n\x00\xff\r\n--x--\r\n',
    "every byte": bytes(range(256)) * 100,
    "nothing": b"",
}


@pytest.mark.parametrize("body", BYTES.values(), ids=BYTES)
def test_bytes_pass_through_unchanged_in_both_directions(echo, body):
    sent = request("POST /v1/files?x=1 HTTP/1.1", "Content-Type: multipart/form-data; boundary=x", body=body)
    status, headers, received = parse(exchange(echo, sent))
    assert (status, headers["x-saw"], received) == (200, "POST /v1/files?x=1", body)


def test_a_client_that_goes_away_in_mid_stream_ends_the_stream_and_nothing_else():
    ended = threading.Event()

    class Endless(offline.StandIn):
        def handle(self, *request):
            return Reply(200, self.pieces())

        def pieces(self):
            try:
                while True:
                    yield b"x" * 10_000
            finally:
                ended.set()

    with serve(Endless()) as server:
        for _ in range(3):
            ended.clear()
            with socket.create_connection(server.server_address, timeout=10) as connection:
                connection.sendall(request("POST /v1/responses HTTP/1.1", body=STREAM))
                connection.recv(10)
            assert ended.wait(10)


FAILING = {
    "before the reply": ("no_connection", b""),
    "in the middle of a reply": ("cut_connection", b"HTTP/1.1 200 OK"),
    "after a while": ("timeout", b""),
}


@pytest.mark.parametrize(("fault", "begins"), FAILING.values(), ids=FAILING)
@pytest.mark.parametrize("body", [HELLO, STREAM], ids=["whole", "stream"])
def test_a_fault_of_the_connection_breaks_it(fault, begins, body):
    standin = offline.StandIn()
    with serve(standin) as server, standin.failing(fault):
        received = exchange(server.server_address, request("POST /v1/responses HTTP/1.1", body=body, close=False))
        assert received.startswith(begins) and bool(received) == bool(begins)
        assert not received.endswith(b"0\r\n\r\n"), "a client would take it for the end"
        assert parse(exchange(server.server_address, request("GET /v1/models HTTP/1.1")))[0] == 200


def test_a_mistake_of_ours_is_a_500_and_shown_to_us(capfd):
    class Wrong(offline.StandIn):
        def handle(self, *request):
            raise KeyError("oops")

    with serve(Wrong()) as server:
        received = exchange(server.server_address, request("POST /v1/responses HTTP/1.1", body=HELLO))
    assert parse(received)[0] == 500 and "Sorry about that" in message(received)
    assert "KeyError: 'oops'" in capfd.readouterr().err


def test_the_end_of_the_server_ends_its_connections():
    with serve() as server, socket.create_connection(server.server_address, timeout=10) as connection:
        connection.sendall(request("GET /v1/models HTTP/1.1", close=False))
        assert connection.recv(65536)
        server.server_close()
        while connection.recv(65536):
            pass  # it would not end, and time out


PAGES = {
    "a page of this machine": ("http://localhost:3000", True),
    "a page of this machine by number": ("http://127.0.0.1:8000", True),
    "an editor": ("vscode-webview://1a2b", True),
    "a page from elsewhere": ("https://example.com", False),
    "a page that looks like one of this machine": ("http://localhost.example.com", False),
    "a page that does not say": ("null", False),
    "no page that can be read": ("http://[", False),
}


@pytest.mark.parametrize(("origin", "allowed"), PAGES.values(), ids=PAGES)
def test_pages_and_editors_of_this_machine_may_use_it_and_no_others(address, origin, allowed):
    asks = request(
        "OPTIONS /v1/responses HTTP/1.1",
        f"Origin: {origin}",
        "Access-Control-Request-Method: POST",
        "Access-Control-Request-Headers: authorization, content-type",
    )
    status, headers, _ = parse(exchange(address, asks))
    assert status == 200 and headers["access-control-allow-headers"] == "authorization, content-type"
    assert (headers.get("access-control-allow-origin") == origin) == allowed
    _, headers, _ = parse(exchange(address, request("GET /v1/models HTTP/1.1", f"Origin: {origin}")))
    assert headers.get("access-control-allow-origin") == (origin if allowed else None)


NAMES = {"127.0.0.1:8642": 200, "localhost": 200, "[::1]:8642": 200, "me.localhost:80": 200, "evil.example": 421, "[": 421}


@pytest.mark.parametrize(("host", "status"), NAMES.items())
def test_no_page_can_reach_it_under_a_name_of_its_own(address, host, status):
    sent = request("GET /v1/models HTTP/1.1").replace(b"Host: 127.0.0.1", f"Host: {host}".encode())
    assert parse(exchange(address, sent))[0] == status


def test_listening_for_others_takes_any_name():
    with Server(host="0.0.0.0") as server:
        assert not server.on_loopback and server.url == f"http://127.0.0.1:{server.server_port}/v1"


@pytest.mark.skipif(not socket.has_ipv6, reason="this machine has no IPv6")
def test_it_can_listen_at_the_other_loopback_address():
    try:
        server = Server(host="::1")
    except OSError:
        pytest.skip("this machine has no IPv6")
    with server:
        assert server.on_loopback and server.url == f"http://[::1]:{server.server_port}/v1"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.com", "localhost.example.com", ""])
def test_what_is_not_only_this_machine_is_not_loopback(host):
    assert not is_loopback(host)
