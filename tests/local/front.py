"""A front for a slow server: it hands every request on, but lets a reply have only so many tokens.

A reply that ends there is told as a whole one, so that only the limits that a lesson sets itself cut it off. Those
always do: with a lower limit than the front's, the model may not end before it (llama.cpp's `ignore_eos`), since how soon
a small model ends is chance.
"""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx2

LIMITS = ("max_output_tokens", "max_completion_tokens", "max_tokens")


@contextmanager
def capped(address: str, key: str, most: int) -> Iterator[str]:
    """Yield the address of a front for the server at `address`, whose replies have at most `most` tokens."""

    class Front(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            self.hand_on(None, {})

        def do_POST(self):
            content = self.rfile.read(int(self.headers["content-length"]))
            if "json" not in self.headers["content-type"]:
                return self.hand_on(content, {})
            body = json.loads(content)
            limits = [name for name in LIMITS if name in body] or ["max_tokens" if "messages" in body else "max_output_tokens"]
            lowered = {name: most for name in limits if body.get(name, most + 1) > most}
            if lowered:
                return self.hand_on(json.dumps(body | lowered).encode(), {'"finish_reason":"length"': '"finish_reason":"stop"'})
            self.hand_on(json.dumps(body | {"ignore_eos": True}).encode(), {})

        def hand_on(self, content, reworded):
            kind = {"content-type": self.headers["content-type"]} if content else {}
            with behind.stream(self.command, self.path, content=content, headers=kind) as reply:
                self.send_response(reply.status_code)
                self.send_header("content-type", reply.headers["content-type"])
                self.send_header("connection", "close")
                self.end_headers()
                for line in reply.iter_lines():
                    for said, instead in reworded.items():
                        line = line.replace(said, instead)
                    self.wfile.write(f"{line}\n".encode())
                    self.wfile.flush()
            self.close_connection = True

        def log_message(self, *_):
            pass

    with (
        httpx2.Client(base_url=address, headers={"authorization": f"Bearer {key}"}, timeout=300) as behind,
        ThreadingHTTPServer(("127.0.0.1", 0), Front) as front,
    ):
        threading.Thread(target=front.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{front.server_port}"
        front.shutdown()
