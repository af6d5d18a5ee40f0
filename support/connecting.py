"""Making a client, which the proxies and certificates of the system can prevent before anything is sent.

The HTTP client reads them from the environment (proxies on Windows and macOS also from the system), and
what it raises names neither. So what is wrong is looked for here, variable by variable.
"""

import os
import ssl
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any, TypeVar
from urllib.request import getproxies

import httpx2  # the HTTP client of the openai package
import openai
from openai import AsyncOpenAI, OpenAI

Client = TypeVar("Client", OpenAI, AsyncOpenAI)  # either kind of client: what takes one kind gives the same kind back

_SCHEMES = ("http", "https", "all")  # the proxies that httpx2 reads


def connect(kind: Callable[..., Client], **options: Any) -> Client:
    """Return a client of this kind (OpenAI or AsyncOpenAI, or what makes one). Raises openai.OpenAIError in plain words where the system's settings prevent one."""
    try:
        return kind(**options)
    except (httpx2.InvalidURL, ImportError, OSError, ValueError) as error:
        said = " ".join(system_problems()) or f"The client cannot be made ({type(error).__name__})."
        raise openai.OpenAIError(said) from None


def system_problems() -> Iterator[str]:
    """Yield what is wrong with the proxies and the certificates that the system names: a sentence each, no password."""
    proxies = getproxies()
    for scheme in _SCHEMES:
        if address := proxies.get(scheme):
            yield from _proxy_problem(_variable(f"{scheme}_proxy"), address)
    if (file := os.environ.get("SSL_CERT_FILE")) and (problem := _certificates_problem(file)):
        yield f"SSL_CERT_FILE, from the environment, {problem}. Take it out of the environment, and start Jupyter anew."


def _proxy_problem(variable: str, address: str) -> Iterator[str]:
    try:
        proxy = httpx2.Proxy(address if "://" in address else f"http://{address}")
    except (httpx2.InvalidURL, ValueError):
        yield (
            f"{variable} is not the address of a proxy, such as http://127.0.0.1:3128 or socks5://127.0.0.1:1080 (in a password, "
            "# and @ and / are written as %23 and %40 and %2F). Put it right, or take it out, and start Jupyter anew."
        )
        return
    if proxy.url.scheme.startswith("socks") and not find_spec("socksio"):
        yield (
            f"{variable} names a SOCKS proxy, and the package for those is missing. Run this in a cell, and restart the kernel: "
            '%pip install "httpx2[socks]"'
        )


def _variable(name: str) -> str:
    """Return how the environment spells the variable that counts, as urllib does: in lower case, if it is there."""
    if os.environ.get(name):
        return f"{name}, from the environment,"
    spelled = next((found for found in os.environ if found.lower() == name), None)
    return f"{spelled}, from the environment," if spelled else "The proxy in the settings of your system"


def _certificates_problem(file: str) -> str | None:
    try:
        ssl.create_default_context(cafile=file)
    except FileNotFoundError:
        return "names a file of certificates that is not there"
    except OSError:  # also ssl.SSLError
        return "names something that is no file of certificates"
    return None
