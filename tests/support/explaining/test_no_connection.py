"""Why no connection came about: what lies beneath the SDK's "Connection error."."""

import asyncio
import socket
import ssl
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx2
import openai
import pytest
from telling import OPENAI, OTHERS, told, told_of

import offline
import utils
from support.explaining.addresses import proxy_before
from utils import explain

HERE = OTHERS["on this machine"]


def beneath(error: Exception, *above: Exception) -> Exception:
    """Return the last of `above`, raised because of the one before it, down to `error`."""
    for over in above:
        over.__cause__ = error
        error = over
    return error


def failing(cause: Exception) -> Exception:
    """Return what httpx2 raises because of `cause`."""
    return beneath(cause, OSError("All connection attempts failed"), httpx2.ConnectError("failed"))


CAUSES = {  # what lies beneath, and words about this machine's server and about OpenAI's
    "certificate": (failing(ssl.SSLCertVerificationError(1, "certificate verify failed: self-signed")), "self-signed", "antivirus"),
    "no TLS": (failing(ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER]")), "begins with http://", "firewall"),
    "nothing there": (failing(ConnectionRefusedError(111, "refused")), "Nothing answers at localhost:11434: is the server running?", "Nothing answers at api.openai.com"),
    "nothing there, on Windows": (failing(ConnectionRefusedError(10061, "actively refused")), "is the server running?", "online"),
    "nothing there, of several": (
        beneath(ExceptionGroup("all", [TimeoutError(), ConnectionRefusedError(61, "refused")]), httpx2.ConnectError("failed")),
        "is the server running?",
        "online",
    ),
    "no such name": (failing(socket.gaierror(-2, "Name or service not known")), "name localhost in sight", "Check that you are online"),
    "no way": (beneath(TimeoutError(), httpx2.ConnectTimeout("timed out")), "is that computer on", "online"),
    "no protocol": (httpx2.UnsupportedProtocol("no protocol 'foo://'"), "must begin with https://", "must begin with"),
    "a header": (httpx2.LocalProtocolError("Illegal header value"), "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"),
    "the proxy": (httpx2.ProxyError("407 Proxy Authentication Required"), "407 Proxy Auth", "the proxy"),
    "unknown": (httpx2.ConnectError("something"), "Check that you are online", "Check that you are online"),
    "broken off": (httpx2.ReadError("reset"), "broke off", "broke off"),
    "slow": (httpx2.ReadTimeout("slow"), "No answer came in time", "set a longer timeout"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    """Take away the proxies of the machine that runs the tests."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.mark.parametrize(("error", "here", "at_openai"), CAUSES.values(), ids=CAUSES)
def test_the_reason_is_found_beneath(error, here, at_openai):
    assert here in told_of(error, HERE)
    assert at_openai in told_of(error)


def test_errors_that_cause_each_other():
    error = httpx2.ConnectError("one")
    error.__cause__ = beneath(error, OSError("two"))
    assert "Check that you are online" in told_of(error)


# --- For real, on this machine ---


@contextmanager
def serving(answer: bytes):
    """Serve `answer` to every connection; yield the port."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve():
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                with connection:
                    connection.recv(65536)
                    connection.sendall(answer)

        threading.Thread(target=serve, daemon=True).start()
        yield listening.getsockname()[1]


@pytest.fixture
def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return listening.getsockname()[1]


def said_by(url: str) -> str:
    client = openai.OpenAI(api_key="any", base_url=url, max_retries=0, timeout=5)
    with pytest.raises(openai.OpenAIError) as error:
        utils.generate_text("Hello!", client=client)
    return explain(error.value)


def test_a_server_that_does_not_run(closed_port):
    assert f"Nothing answers at 127.0.0.1:{closed_port}: is the server running?" in said_by(f"http://127.0.0.1:{closed_port}/v1")


def test_a_server_that_does_not_run_asked_with_await(closed_port):
    async def ask():
        async with openai.AsyncOpenAI(api_key="any", base_url=f"http://localhost:{closed_port}/v1", max_retries=0) as client:
            await client.responses.create(model="m", input="Hello!")

    with pytest.raises(openai.APIConnectionError) as error:
        asyncio.run(ask())
    assert f"Nothing answers at localhost:{closed_port}: is the server running?" in explain(error.value)


def test_https_where_the_server_speaks_http():
    with serving(b"HTTP/1.1 400 Bad Request\r\n\r\n") as port:
        assert "begins with http:// and not https://" in said_by(f"https://127.0.0.1:{port}/v1")


# --- Proxies ---


def test_a_proxy_that_is_not_there(closed_port, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", f"http://me:secret@127.0.0.1:{closed_port}/")
    said = said_by("http://localhost:11434/v1")
    assert (
        f"the proxy 127.0.0.1:{closed_port}, which HTTP_PROXY names" in said and "Add localhost to" in said and "NO_PROXY" in said
    )
    assert "secret" not in said
    said = said_by("http://llm.example.com/v1")
    assert "Check whether that proxy is right" in said and "NO_PROXY" not in said


@pytest.mark.parametrize(
    "status", [b"502 Bad Gateway", b"503 Service Unavailable", b"403 Forbidden", b"504 Gateway Timeout", b"200 OK"]
)
@pytest.mark.parametrize("variable", ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"])
def test_a_proxy_that_answers_for_a_server_of_this_machine(status, variable, monkeypatch):
    page = b"<html><title>ERR_CONNECT_FAIL</title></html>"
    with serving(b"HTTP/1.1 %s\r\ncontent-type: text/html\r\ncontent-length: %d\r\n\r\n%s" % (status, len(page), page)) as port:
        monkeypatch.setenv(variable, f"http://127.0.0.1:{port}")
        said = said_by("http://localhost:11434/v1")
    assert "NO_PROXY" in said and variable in said


def test_a_proxy_that_wants_a_password(monkeypatch):
    with serving(b"HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n") as port:
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{port}")
        assert "wants a name and a password" in said_by("http://llm.example.com/v1")


def test_what_a_server_of_this_machine_says_itself_is_not_the_proxys(monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:3128")
    assert "Loading model" in told(503, {"error": {"message": "Loading model"}}, HERE)


NO_PROXY = ["localhost", "127.0.0.1,localhost", "*", "localhost:11434", " localhost , other"]


@pytest.mark.parametrize("named", NO_PROXY)
def test_a_proxy_that_is_not_in_force(named, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:3128")
    monkeypatch.setenv("NO_PROXY", named)
    assert proxy_before(httpx2.URL(HERE)) is None
    assert "is the server running?" in told_of(CAUSES["nothing there"][0], HERE)


LOCAL = ["http://localhost:1/v1", "http://127.0.0.2/v1", "http://[::1]:1/v1", "http://192.168.1.5:1/v1", "http://10.0.0.9/v1",
         "http://gpu-box:8000/v1", "http://host.docker.internal:1/v1", "http://studio.local/v1"]  # fmt: skip


@pytest.mark.parametrize("url", LOCAL)
def test_addresses_that_no_proxy_knows(url, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.example.com:3128")
    assert "NO_PROXY" in told_of(CAUSES["nothing there"][0], url)


def test_a_proxy_is_not_blamed_for_what_the_stand_in_does_on_purpose(monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:3128")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:3128")
    with offline.failing("no_connection"), pytest.raises(openai.APIConnectionError) as error:
        utils.generate_text("Hello!", client=offline.client(max_retries=0))
    assert "proxy" not in explain(error.value)


def test_the_proxy_for_openai(monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example.com:3128")
    said = told_of(httpx2.ProxyError("403 Forbidden"), OPENAI)
    assert "the proxy proxy.example.com:3128, which HTTPS_PROXY names" in said and "403 Forbidden." in said


# --- Clients and loops ---


class _Answering(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # keeps the connection, to which the next loop then comes back

    def do_GET(self):
        body = b'{"object": "list", "data": []}'
        self.send_response(200)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def test_an_async_client_in_a_second_loop():
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answering) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        client = openai.AsyncOpenAI(api_key="any", base_url=f"http://127.0.0.1:{server.server_port}/v1", max_retries=0)

        async def ask():
            await client.models.list()

        asyncio.run(ask())
        with pytest.raises((RuntimeError, openai.APIConnectionError)) as error:
            asyncio.run(ask())
        server.shutdown()
    assert "Make the client inside the function" in explain(error.value)


LOOPS = {
    "Event loop is closed": "Make the client inside",
    "<asyncio.locks.Event object> is bound to a different event loop": "Make the client inside",
    "Task got Future attached to a different loop": "Make the client inside",
    "asyncio.run() cannot be called from a running event loop": "Write `await`",
    "This event loop is already running": "Write `await`",
    "Cannot send a request, as the client has been closed.": "Make a new one",
    "dictionary changed size during iteration": "Look at the last lines",
}


@pytest.mark.parametrize(("message", "words"), LOOPS.items())
def test_what_asyncio_says(message, words):
    assert words in explain(RuntimeError(message))


def test_a_client_that_is_closed():
    client = openai.OpenAI(api_key="any", base_url=HERE)
    client.close()
    with pytest.raises(Exception) as error:
        client.responses.create(model="m", input="Hello!")
    assert "Make a new one with get_client()" in explain(error.value)
