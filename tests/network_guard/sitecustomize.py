"""Put this folder on PYTHONPATH, and Python refuses every connection that leaves this machine.

Each attempt is also written to the file that NETWORK_GUARD_LOG names, so that one whose exception is
swallowed is not missed.
"""

import os
import socket
from pathlib import Path

LOCAL = ("127.", "::1", "localhost")


def refuse(address) -> None:
    with Path(os.environ["NETWORK_GUARD_LOG"]).open("a", encoding="utf-8") as log:
        print(address, file=log)
    raise OSError(f"the network guard refuses a connection to {address}")


def guard(connect):
    def guarded(self, address):
        if isinstance(address, tuple) and not str(address[0]).startswith(LOCAL):
            refuse(address)
        return connect(self, address)

    return guarded


def guarded_lookup(host, *rest, _lookup=socket.getaddrinfo, **named):
    if host and not str(host).startswith(LOCAL):
        refuse(host)
    return _lookup(host, *rest, **named)


socket.socket.connect = guard(socket.socket.connect)
socket.socket.connect_ex = guard(socket.socket.connect_ex)
socket.getaddrinfo = guarded_lookup
