"""The stand-in behind a real HTTP server, so that any program on this machine can use it.

    with serve() as server:
        client = OpenAI(base_url=server.url, api_key=offline.KEY)

`python -m offline` runs the same until it is stopped. What a request means, and what the reply to it
is, the stand-in knows (`StandIn.handle`); here is only what HTTP adds: connections, bodies, streams.

Who may talk to it: it listens on loopback unless told otherwise, and then takes only requests that
name this machine in `Host`, so that no web page can reach it under a name of its own (DNS
rebinding). A page of this machine, or an editor, may use it from a browser (CORS); a page from
elsewhere may not, since the key is no secret and what others have sent may be.
"""

import ipaddress
import re
import socket
import socketserver
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast
from urllib.parse import urlsplit

from . import request_body
from .api.standin import StandIn
from .faults import ConnectionFault
from .loopback import is_loopback
from .wire import Reply, json_reply

LOOPBACK = "127.0.0.1"
BACKLOG = 1024  # connections that may wait to be accepted; the system may allow fewer
PATIENCE = 600.0  # seconds that a connection may say nothing, as long as the SDK waits by default
LAST_WORDS = 2.0  # seconds in which a client whose request was not read to its end may take the reply
TROUBLE = "The server had an error while processing your request. Sorry about that!"


class Handler(BaseHTTPRequestHandler):
    """Reads the requests of one connection, and writes what the server's stand-in replies."""

    server: "Server"
    protocol_version = "HTTP/1.1"
    default_request_version = "HTTP/1.0"  # what cannot be read at all gets a reply with a status, too
    disable_nagle_algorithm = True  # each event of a stream leaves at once
    timeout = PATIENCE

    def setup(self) -> None:
        super().setup()
        self.server.connections.add(self.connection)

    def finish(self) -> None:
        self.server.connections.discard(self.connection)
        with suppress(OSError):  # the client may be gone
            super().finish()

    def __getattr__(self, name: str) -> Callable[[], None]:
        if name.startswith("do_"):  # whatever the method is: the stand-in says which it takes
            return self.answer
        raise AttributeError(name)

    def answer(self) -> None:
        """Answer the request whose first lines have been read."""
        try:
            content = request_body.read(self.rfile, self.headers, begin=self._let_it_come)
        except request_body.Unreadable as problem:
            return self._hang_up(_refusal(problem.status, str(problem), code=problem.code))
        try:
            self._send(self._reply(content))
        except ConnectionFault as fault:
            time.sleep(fault.wait)
            self.close_connection = True  # in the middle of the reply, or before it

    def _reply(self, content: bytes) -> Reply:
        if not self._names_this_machine():
            return _refusal(421, "This address is not one of the offline stand-in's; use the one that it printed.")
        if self.command == "OPTIONS" and "access-control-request-method" in self.headers:
            return Reply(200, b"", self._preflight())
        method = "GET" if self.command == "HEAD" else self.command
        path = re.sub("^https?://[^/]*", "", self.path)  # a client that takes it for a proxy names the host, too
        headers = {name.lower(): value for name, value in self.headers.items()}
        try:
            return self.server.standin.handle(method, path, headers, content)
        except ConnectionFault:
            raise
        except Exception:
            self.server.handle_error(self.connection, self.client_address)
            return _refusal(500, TROUBLE, "server_error")

    def _send(self, reply: Reply) -> None:
        time.sleep(reply.late)
        body = reply.body
        chunked = not isinstance(body, bytes) and self.request_version >= "HTTP/1.1"
        headers = reply.headers | self._cors()
        if isinstance(body, bytes):
            headers["content-length"] = str(len(body))
        elif chunked:
            headers["transfer-encoding"] = "chunked"
        else:
            self.close_connection = True  # HTTP/1.0 knows a stream's end by that
        headers["connection"] = "close" if self.close_connection else "keep-alive"
        self.send_response(reply.status)
        for header in headers.items():
            self.send_header(*header)
        self.end_headers()
        if self.command == "HEAD":
            return
        if isinstance(body, bytes):
            self.wfile.write(body)
        else:
            self._send_pieces(body, chunked)

    def _send_pieces(self, pieces: Iterator[bytes], chunked: bool) -> None:
        for piece in pieces:
            if self.server.pace:
                time.sleep(1 / self.server.pace)
            if piece:  # an empty chunk would end the stream
                self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece) if chunked else piece)
        if chunked:
            self.wfile.write(b"0\r\n\r\n")

    # --- Who may talk to it ---

    def _names_this_machine(self) -> bool:
        return not self.server.on_loopback or is_loopback(_host(f"//{self.headers.get('host', LOOPBACK)}"))

    def _cors(self) -> dict[str, str]:
        origin = getattr(self, "headers", {}).get("origin", "")
        if not _is_local(origin):
            return {}
        return {"access-control-allow-origin": origin, "access-control-expose-headers": "*", "vary": "Origin"}

    def _preflight(self) -> dict[str, str]:
        return {
            "access-control-allow-methods": "GET, POST, DELETE",
            "access-control-allow-headers": self.headers.get("access-control-request-headers", ""),
            "access-control-max-age": "600",
        }

    # --- What is no proper request ---

    def handle_expect_100(self) -> bool:
        """Promise nothing yet: `answer` first looks at the length."""
        return True

    def _let_it_come(self) -> None:
        if self.headers.get("expect", "").lower() == "100-continue":
            super().handle_expect_100()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse what cannot be read as HTTP, in the form of the API."""
        self._hang_up(_refusal(code, message or self.responses[code][0]))

    def _hang_up(self, reply: Reply) -> None:
        """Reply, and end the connection.

        To close with something unread would take the reply away again; so the client may finish first.
        """
        self.close_connection = True
        self._send(reply)
        ends = time.monotonic() + LAST_WORDS
        self.connection.shutdown(socket.SHUT_WR)
        self.connection.settimeout(LAST_WORDS)
        while time.monotonic() < ends and self.connection.recv(1 << 20):
            pass

    def version_string(self) -> str:
        return "offline-stand-in"

    def log_message(self, *args: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Listens on `host`, at a free port unless one is given; `url` is what OPENAI_BASE_URL must be.

    `pace` slows streams down to that many events a second. Raises OSError if it cannot listen there.
    """

    daemon_threads = True
    request_queue_size = BACKLOG
    allow_reuse_address = sys.platform != "win32"  # there it would let two servers listen at one port
    allow_reuse_port = False

    def __init__(self, standin: StandIn | None = None, *, host: str = LOOPBACK, port: int = 0, pace: float | None = None):
        self.standin, self.pace = standin or StandIn(), pace
        self.connections: set[socket.socket] = set()
        self.address_family, *_, found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        address = cast("tuple[str, int]", found)  # followed by two numbers in IPv6; (int, bytes) only in a Python without it
        self.on_loopback = is_loopback(address[0])
        super().__init__(address, Handler)

    def server_bind(self) -> None:
        """Bind without asking the network for this machine's name, which HTTPServer does and which can take long."""
        socketserver.TCPServer.server_bind(self)
        host, self.server_port = self.server_address[:2]
        self.server_name = str(host)

    @property
    def url(self) -> str:
        """Return the base URL for a client on this machine."""
        address = ipaddress.ip_address(self.server_name.partition("%")[0])
        if address.is_unspecified:
            address = ipaddress.ip_address("::1" if address.version == 6 else LOOPBACK)
        host = f"[{address}]" if address.version == 6 else str(address)
        return f"http://{host}:{self.server_port}/v1"

    def server_close(self) -> None:
        """Stop listening, and end the connections that are still open."""
        super().server_close()
        for connection in list(self.connections):
            with suppress(OSError):  # it may have ended meanwhile
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Show a mistake of ours; say nothing of a connection that broke."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


@contextmanager
def serve(standin: StandIn | None = None, *, pace: float | None = None) -> Iterator[Server]:
    """Run a server on loopback in a thread of its own, until the `with` block ends; see `Server`."""
    with Server(standin, pace=pace) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def _is_local(origin: str) -> bool:
    """Return whether an Origin is a page of this machine, or a program's own window (vscode-webview://...)."""
    scheme, _, rest = origin.partition("://")
    if scheme in ("http", "https"):
        return is_loopback(_host(origin))
    return bool(rest)  # not "null", which a page from anywhere can be


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _refusal(status: int, message: str, type: str = "invalid_request_error", code: str | None = None) -> Reply:
    return json_reply({"error": {"message": message, "type": type, "param": None, "code": code}}, status)
