"""What a server said when it refused. OpenAI says it in one form, other servers in others.

    {"error": {"message": "..."}}       OpenAI, vLLM; inside a list: Gemini
    {"error": "..."}                    Ollama, older llama.cpp
    {"detail": [{"msg": "...", "loc": ["body", "input"]}]}     whatever is built on FastAPI
    a page, or plain text               a firewall, a proxy, a wrong address

The openai package keeps all of them in `error.body`, but only the first in the error's message.
"""

import html
import json
import re

_FIELDS = ("message", "msg", "error", "detail", "error_description", "description", "errors", "reason", "title")
_TITLE = re.compile(r"<(title|h1)\b[^>]*>(.*?)</\1", re.DOTALL | re.IGNORECASE)
_MOST_ITEMS = 3  # of a list of mistakes; who has mended these asks again


def what_was_said(error: BaseException) -> str:
    """Return on one line what the server said, or else what the error says itself; "" if neither says anything."""
    told = _text(getattr(error, "body", None)) or re.sub(r"^Error code: \d+(?: - |$)", "", str(error))
    return " ".join(told.split())


def is_page(error: BaseException) -> bool:
    """Return whether a web page came back where the API would have sent JSON."""
    body = getattr(error, "body", None)
    return (
        isinstance(body, str)
        and re.match(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype|html|head)\b", body, re.IGNORECASE | re.DOTALL) is not None
    )


def is_json(error: BaseException) -> bool:
    """Return whether the answer was JSON, so that a program that speaks an API must have written it."""
    return isinstance(getattr(error, "body", None), (dict, list))


def _text(body: object) -> str:
    if isinstance(body, str):
        title = _TITLE.search(body)
        return html.unescape(title[2] if title else re.sub(r"<[^>]*>", " ", body)) if body.lstrip().startswith("<") else body
    if isinstance(body, list):
        return "; ".join(filter(None, map(_text, body[:_MOST_ITEMS])))
    if not isinstance(body, dict):
        return ""
    said = next(filter(None, (_text(body.get(field)) for field in _FIELDS)), "") or (json.dumps(body) if body else "")
    where = body.get("loc")
    return f"{said} ({'.'.join(map(str, where))})" if isinstance(where, list) and where else said
