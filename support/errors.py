"""What an error means in plain words: `explain(error)`. No part of a key is ever repeated."""

import re
from typing import Any

import httpx2
import openai

from .explaining import addresses
from .explaining.advice import ADVICE
from .explaining.connections import deepest
from .explaining.reasons import reason
from .explaining.said import what_was_said

_HIDDEN = "(hidden)"
_LIKE_A_KEY = re.compile(
    r"\b(?:sk|sess|ek)-[\w*.…-]+"  # a key of OpenAI, whole or masked
    r"|\bBearer\s+\S+"
    r"|(?<!\S)(?=\S)\S*?(?:\*{3,}|(?<=\w)(?:\.{3}|…)(?=\w))\S*"  # anything masked: abcd****wxyz, abcd...wxyz
)
_OPENAI_PAGE = re.compile(r"[^.?!]*\b(?:platform|help)\.openai\.com\S*")  # a sentence that points there
_LONGEST_MESSAGE = 300  # characters


def hide_keys(text: str, key: str = "") -> str:
    """Return `text` with "(hidden)" for everything that looks like a key, whole or masked, and for `key` itself."""
    return _LIKE_A_KEY.sub(_HIDDEN, text.replace(key, _HIDDEN) if len(key) >= 8 else text)


def hide_key_in(error: openai.APIError) -> None:
    """Hide keys in what an error of the openai package says, in case the server repeats one."""
    key = _key(error)
    error.message = hide_keys(error.message, key)
    error.args = (hide_keys(str(error), key),)
    error.body = _hidden_in(error.body, key)


def _hidden_in(body: object, key: str) -> object:
    """Return what a server sent, in whatever form, without keys in it."""
    match body:
        case str():
            return hide_keys(body, key)
        case list():
            return [_hidden_in(item, key) for item in body]
        case dict():
            return {name: _hidden_in(value, key) for name, value in body.items()}
    return body


def explain(error: BaseException) -> str:
    """Return in one or two sentences what happened, on whose side, what to do now, and whether trying again helps.

    Takes any exception of the openai package or of this course's helpers, and for others says what
    can be said. The request id, which support asks for, comes last where there is one.
    """
    key, url = _key(error), addresses.requested(error)
    advice = ADVICE[reason(error)]
    elsewhere = url is not None and not addresses.is_openai(url)
    said = ((elsewhere and advice.elsewhere) or advice.openai).format(
        message=_sentence(what_was_said(error), key, elsewhere),
        deepest=_sentence(str(deepest(error)), key, elsewhere),
        kind=type(error).__name__,
        wait=_wait(error) or "a moment",
        long_wait=_wait(error) or "until tomorrow",
        **_places(url),
    )
    request_id = getattr(error, "request_id", None)
    return hide_keys(f"{said} (Request id for support: {request_id})" if request_id else said, key)


def _sentence(said: str, key: str, elsewhere: bool) -> str:
    """Return what was said as one sentence: no key in it, not too long and, of another server, no link to OpenAI's pages."""
    line = " ".join(hide_keys(said, key).split())[: 4 * _LONGEST_MESSAGE]  # an endless one would take minutes below
    line = _OPENAI_PAGE.sub("", line).strip() if elsewhere else line
    line = (line if len(line) <= _LONGEST_MESSAGE else line[: _LONGEST_MESSAGE - 1] + "…") or "it does not say why"
    return line if line[-1] in ".?!…" else line + "."


def _places(url: httpx2.URL | None) -> dict[str, str]:
    """Return what the rows of advice say of the places that a request went to, or should have gone to."""
    if url is None:
        return dict.fromkeys(("server", "host", "path", "better", "proxy", "proxy_host"), "the server")
    proxy, proxy_host = addresses.proxy_before(url) or ("a setting", "of your network")
    server, better = addresses.show(url), addresses.better_address(url) or "another"
    return {"server": server, "host": url.host, "path": url.path, "better": better, "proxy": proxy, "proxy_host": proxy_host}


def _wait(error: BaseException) -> str:
    """Return how long the server asks to wait, in its header or in its message; "" if it does not say."""
    headers = getattr(getattr(error, "response", None), "headers", {})
    seconds = headers.get("retry-after", "")
    if seconds.isdecimal():
        return f"{seconds} second{'s' * (seconds != '1')}"
    asked = re.search(r"try again in (\d[\w.]*\w)", what_was_said(error))
    return asked[1] if asked else ""


def _key(error: Any) -> str:
    """Return the key that went along with the request; "" for an error that knows of none."""
    try:
        sent: str = error.request.headers.get("authorization", "")
    except (AttributeError, RuntimeError):  # httpx2 raises RuntimeError for a request that it does not know
        return ""
    return sent.removeprefix("Bearer").strip()
