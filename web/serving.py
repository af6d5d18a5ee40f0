"""A server on this machine that serves the site as GitHub Pages does: below a folder, packed, without special headers."""

import gzip
import http.server
import mimetypes
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

PREFIX = "/course/"  # a page on GitHub lies below the name of its repository, too
TYPES = {".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm", ".ipynb": "application/json"}
PACKED = {".js", ".mjs", ".json", ".ipynb", ".css", ".html", ".svg", ".wasm", ".py"}


class Server(http.server.ThreadingHTTPServer):
    """Serves a folder at `url`; `sent` counts the bytes that went out, `missing` lists what was asked for in vain."""

    daemon_threads = True

    def __init__(self, site: Path, port: int = 0):
        super().__init__(("127.0.0.1", port), Handler)
        self.site, self.sent, self.missing = site, 0, []
        self.origin = f"http://127.0.0.1:{self.server_port}"
        self.url = self.origin + PREFIX


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if path == "/":
            return self._send(301, b"", {"location": PREFIX})
        file = self.server.site / path.removeprefix(PREFIX)
        file = file / "index.html" if path.endswith("/") else file
        if not path.startswith(PREFIX) or ".." in file.parts or not file.is_file():
            self.server.missing.append(path)
            return self._send(404, b"not here", {})
        kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        body, tag = content(file, file.stat().st_mtime_ns)
        headers = {"content-type": kind, "etag": tag, "cache-control": "max-age=600"}
        if file.suffix in PACKED:
            headers["content-encoding"] = "gzip"
        if self.headers.get("if-none-match") == tag:
            return self._send(304, b"", headers)
        self._send(200, body, headers)

    do_HEAD = do_GET

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in (headers | {"content-length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)
            self.server.sent += len(body)

    def log_message(self, *args) -> None:
        """Say nothing: the browser tells what it misses."""


@cache
def content(file: Path, changed: int) -> tuple[bytes, str]:
    """Return a file as it is sent, packed where that helps, and its tag; `changed` is when it changed, in nanoseconds."""
    raw = file.read_bytes()
    return gzip.compress(raw, 6, mtime=0) if file.suffix in PACKED else raw, f'"{changed}-{len(raw)}"'
