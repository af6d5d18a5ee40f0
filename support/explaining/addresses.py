"""Where a request went: whose server that is, what is wrong with its address, and which proxy stands before it."""

import ipaddress
import os
import re
import urllib.request
from typing import Any

import httpx2

_ENDPOINT = r"(?:responses|chat/completions|completions|embeddings|models|moderations)"
_ASKED = re.compile(rf"/{_ENDPOINT}$")
_ENDPOINT_IN_ADDRESS = re.compile(rf"(?:/+{_ENDPOINT})+/*$")


def requested(error: Any) -> httpx2.URL | None:
    """Return the address that the request of this error went to, or None where there was none."""
    try:
        url: httpx2.URL = error.request.url
    except (AttributeError, RuntimeError):  # httpx2 raises RuntimeError for a request that it does not know
        return None
    return url


def is_standin(url: httpx2.URL) -> bool:
    """Return whether the offline stand-in answers there, in this process."""
    return url.host == "offline"


def is_openai(url: httpx2.URL) -> bool:
    """Return whether this is OpenAI, in whatever region, or what stands in for it."""
    return url.host == "openai.com" or url.host.endswith(".openai.com") or is_standin(url)


def show(url: httpx2.URL) -> str:
    """Return the host and the port, if it names one, without a name and password."""
    return url.netloc.decode("ascii")


def is_local(host: str) -> bool:
    """Return whether a host is this computer or one of the same network, where no proxy can help."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return "." not in host or host.endswith((".localhost", ".local", ".internal"))
    return address.is_private


def better_address(url: httpx2.URL) -> str | None:
    """Return what OPENAI_BASE_URL should be, judged by the address of a request, or None if it looks right.

    The helpers put the base address itself, which the openai package ends with a slash, into the
    errors that they raise; the package's own errors have the address of the endpoint.
    """
    given = url.path[:-1] if url.path.endswith("/") else _ASKED.sub("", url.path)
    wanted = re.sub(r"/{2,}", "/", _ENDPOINT_IN_ADDRESS.sub("", given)).rstrip("/")
    if not re.search(r"/v\d", wanted):
        wanted += "/v1"
    elif wanted == given:
        return None
    return f"{url.scheme}://{show(url)}{wanted}"


def proxy_before(url: httpx2.URL) -> tuple[str, str] | None:
    """Return the setting that puts a proxy before this address and the proxy's host, or None if none is in force."""
    proxies = urllib.request.getproxies()
    kind = next((kind for kind in (url.scheme, "all") if proxies.get(kind)), None)
    if kind is None or is_standin(url) or any(map(urllib.request.proxy_bypass, (url.host, show(url)))):
        return None
    names = (name for name in (f"{kind}_proxy".upper(), f"{kind}_proxy") if os.environ.get(name))
    return next(names, "the settings of your system"), re.sub(r"^[^/]*//|[^@/]*@|/.*$", "", proxies[kind])
