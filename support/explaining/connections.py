"""Why no connection came about. The openai package says "Connection error." for all of it; the reason is in the errors beneath."""

import socket
import ssl
from collections.abc import Iterator

import httpx2
import openai

from .addresses import is_local, proxy_before

# What lies beneath, and the row of `advice`; the first that fits counts.
_BENEATH = (
    (ssl.SSLCertVerificationError, "certificate"),
    (ssl.SSLError, "no_tls"),
    (socket.gaierror, "no_such_host"),
    (ConnectionRefusedError, "nothing_answers"),
    (httpx2.UnsupportedProtocol, "no_protocol"),
    (httpx2.LocalProtocolError, "bad_header"),
    (httpx2.ConnectTimeout, "no_way_there"),
)
_LOOPS = (  # what asyncio says, and the row
    ("event loop is closed", "closed_loop"),
    ("different event loop", "closed_loop"),
    ("different loop", "closed_loop"),
    ("running event loop", "running_loop"),
    ("loop is already running", "running_loop"),
    ("client has been closed", "closed_client"),
)


def why_no_connection(error: BaseException, url: httpx2.URL | None) -> str | None:
    """Return the row of `advice` for a connection that failed; None if nothing beneath the error tells why."""
    if not isinstance(error, (openai.APIConnectionError, httpx2.TransportError, RuntimeError)):
        return None
    beneath = [*_beneath(error)]
    said = " ".join(str(cause).lower() for cause in beneath if isinstance(cause, RuntimeError))
    if loop := next((name for words, name in _LOOPS if words in said), None):
        return loop
    reason = next((name for kind, name in _BENEATH for cause in beneath if isinstance(cause, kind)), None)
    by_proxy = any(isinstance(cause, httpx2.ProxyError) for cause in beneath)
    if (reason in ("nothing_answers", "no_such_host", "no_way_there") or by_proxy) and url and proxy_before(url):
        return "proxy_for_local" if is_local(url.host) else "proxy"
    return "proxy" if by_proxy else reason


def deepest(error: BaseException) -> BaseException:
    """Return the error that lies at the bottom of it."""
    *_, last = _beneath(error)
    return last


def _beneath(error: BaseException | None) -> Iterator[BaseException]:
    """Yield the error and what caused it, down to what the operating system said, even where a library hides that."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        error = waiting.pop()
        if error is None or id(error) in seen:
            continue
        seen.add(id(error))
        yield error
        waiting += [error.__cause__ or error.__context__, *(error.exceptions if isinstance(error, BaseExceptionGroup) else ())]
