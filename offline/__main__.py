"""Serve the stand-in over HTTP, to any program on this machine: python -m offline [--port N] [--pace N] [--host ADDRESS]"""

import argparse
import errno
import signal
import sys
from types import FrameType

from . import KEY, shared
from .server import LOOPBACK, Server

PORT = 8642
STOPPING = ("SIGINT", "SIGTERM", "SIGBREAK")  # Ctrl+C, a polite kill, and Ctrl+Break on Windows

GREETING = """\
The offline stand-in answers as the OpenAI API would, at

    OPENAI_BASE_URL={url}
    OPENAI_API_KEY={key}

Ask it something, in another terminal:

    curl {url}/responses -H "Authorization: Bearer {key}" -H "Content-Type: application/json" -d "{{\\"model\\": \\"gpt-6-luna\\", \\"input\\": \\"What is the capital city of France?\\"}}"

It runs until you press Ctrl+C, and then forgets what it was told.
"""
WARNING = """\
Warning: {host} is not only this machine. Whoever reaches it can use the stand-in and read what others
have sent to it: its key is no secret, and nothing is encrypted.
"""


def main(arguments: list[str] | None = None) -> int:
    """Run the server until it is told to stop; return the exit status: 0, or 1 if it cannot listen."""
    options = _parser().parse_args(arguments)
    try:
        server = Server(shared, host=options.host, port=options.port, pace=options.pace)
    except OSError as error:
        print(_why_not(error, options), file=sys.stderr)
        return 1
    with server:
        try:
            for name in STOPPING:
                if number := getattr(signal, name, None):
                    signal.signal(number, _stop)
            if not server.on_loopback:
                print(WARNING.format(host=options.host), file=sys.stderr, flush=True)
            print(GREETING.format(url=server.url, key=KEY), flush=True)
            server.serve_forever(0.1)
        except KeyboardInterrupt:
            print("Stopped.", flush=True)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m offline", description="Serve the offline stand-in for the OpenAI API over HTTP."
    )
    parser.add_argument("--port", type=_port, default=PORT, help=f"where to listen (default: {PORT}; 0: any free port)")
    parser.add_argument("--pace", type=_pace, help="events a second of a stream (default: as fast as it can)")
    parser.add_argument(
        "--host", type=_host, default=LOOPBACK, help=f"the address to listen at (default: {LOOPBACK}, only this machine)"
    )
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"a port is a number from 0 to 65535, not {text!r}")
    return int(text)


def _pace(text: str) -> float:
    try:
        pace = float(text)
    except ValueError:
        pace = 0.0
    if not 0 < pace < float("inf"):
        raise argparse.ArgumentTypeError(f"a pace is a number of events a second, more than 0, not {text!r}")
    return pace


def _host(text: str) -> str:
    if not text:  # to the system, it would mean every address
        raise argparse.ArgumentTypeError("an address must be given; 0.0.0.0 is every one of this machine")
    return text


def _why_not(error: OSError, options: argparse.Namespace) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {options.port} is in use, perhaps by a stand-in that already runs. Choose another with --port, or --port 0 for any that is free."
    return f"The stand-in cannot listen at {options.host}, port {options.port}: {error.strerror or error}."


def _stop(number: int, frame: FrameType | None) -> None:
    for name in STOPPING:  # a second Ctrl+C must not disturb the first
        if known := getattr(signal, name, None):
            signal.signal(known, signal.SIG_IGN)
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
