"""The stand-in behind a real HTTP server on this machine.

with serve() as server:
    client = OpenAI(base_url=server.url, api_key=offline.KEY)
"""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import offline


class Handler(BaseHTTPRequestHandler):
    """Hands each request to the server's stand-in and writes its reply, streams piece by piece."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def answer(self) -> None:
        content = self.rfile.read(int(self.headers.get("content-length") or 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        reply = self.server.standin.handle(self.command, self.path, headers, content)
        whole = isinstance(reply.body, bytes)
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header(*(("content-length", str(len(reply.body))) if whole else ("transfer-encoding", "chunked")))
        self.end_headers()
        if whole:
            self.wfile.write(reply.body)
            return
        for piece in reply.body:
            self._write_chunk(piece)
        self._write_chunk(b"")

    do_GET = do_POST = do_DELETE = answer

    def _write_chunk(self, piece: bytes) -> None:
        self.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        self.wfile.flush()

    def log_message(self, *args) -> None:
        """Say nothing."""


class LoopbackServer(ThreadingHTTPServer):
    """Listens on a free port of 127.0.0.1; `url` is what OPENAI_BASE_URL must be."""

    daemon_threads = True

    def __init__(self, standin: offline.StandIn | None = None):
        super().__init__(("127.0.0.1", 0), Handler)
        self.standin = standin or offline.StandIn()
        self.url = f"http://127.0.0.1:{self.server_port}/v1"

    def handle_error(self, request, client_address) -> None:
        """Say nothing: a connection that breaks is what some tests are about."""


@contextmanager
def serve(standin: offline.StandIn | None = None):
    """Run a server in a thread of its own, until the `with` block ends."""
    with LoopbackServer(standin) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
