"""What an error means in plain words: `explain(error)`. No part of a key is ever repeated."""

import re

_HIDDEN = "(hidden)"
_LIKE_A_KEY = re.compile(
    r"\b(?:sk|sess|ek)-[\w*.…-]+"  # a key of OpenAI, whole or masked
    r"|\bBearer\s+\S+"
    r"|(?<!\S)(?=\S)\S*?(?:\*{3,}|(?<=\w)(?:\.{3}|…)(?=\w))\S*"  # anything masked: abcd****wxyz, abcd...wxyz
)


def hide_keys(text: str, key: str = "") -> str:
    """Return `text` with "(hidden)" for everything that looks like a key, whole or masked, and for `key` itself."""
    return _LIKE_A_KEY.sub(_HIDDEN, text.replace(key, _HIDDEN) if len(key) >= 8 else text)


def hide_key_in(error) -> None:
    """Hide keys in what an error of the openai package says, in case the server repeats one."""
    key = _key(error)
    error.message = hide_keys(error.message, key)
    error.args = (hide_keys(str(error), key),)
    if isinstance(error.body, dict) and isinstance(error.body.get("message"), str):
        error.body["message"] = hide_keys(error.body["message"], key)


# Looked up by the code that the API gives, then by the kind of the error, from the most special to the most general.
# {message} is what the error says itself.
_MEANINGS = {
    "insufficient_quota": "The account behind your API key has no credit left. Add some under Billing on platform.openai.com; "
    "until then, trying again does not help.",
    "model_not_found": "The API has no model of this name, or your account may not use it: {message} Check the spelling of "
    "`model` (client.models.list() shows what there is); trying again as it is does not help.",
    "context_length_exceeded": "Your request is longer than the model can read at once. Shorten it or leave out old messages; "
    "trying again as it is does not help.",
    "AuthenticationError": "The server did not accept your API key. Copy the key again, whole, into .env (01_setup.ipynb shows "
    "how), or make a new one on platform.openai.com; trying again with the same key does not help.",
    "PermissionDeniedError": "Your API key is right, but it may not do this (or not from your country). Use another model, or "
    "look at the key's permissions on platform.openai.com; trying again as it is does not help.",
    "NotFoundError": "The server does not know what you asked for: {message} Check the name, the id or OPENAI_BASE_URL; "
    "trying again as it is does not help.",
    "ConflictError": "Something else changed the same thing at the same moment. Your request was not wrong; try again.",
    "RateLimitError": "You sent more in a short time than your account may. Your request is not wrong: wait {wait}, then try "
    "again, and send fewer or shorter requests.",
    "InternalServerError": "The server has a problem of its own; your request is not wrong. Wait a minute, then try again.",
    "APIStatusError": "The API refused the request as it is: {message} Change what it names in your code; trying again "
    "unchanged does not help.",
    "APITimeoutError": "No answer came in time; the server is busy, or the reply is long. Try again, ask for a shorter reply, or "
    "set a longer timeout.",
    "APIConnectionError": "The connection to the server failed or broke off, somewhere between you and it. Check that you are "
    "online, and OPENAI_BASE_URL if you set it; then try again.",
    "CutOff": "{message}",
    "APIResponseValidationError": "What came back does not have the form of a reply of the API. Check OPENAI_BASE_URL and that "
    "your openai package is up to date; trying again rarely helps.",
    "NoReply": "{message} Put that right first; trying again as it is rarely helps.",
    "APIError": "The server broke its reply off: {message} Your code is not at fault; try again in a moment.",
    "BudgetExceeded": "{message} Trying again as it is does not help.",
    "NotOffered": "{message} Trying again as it is does not help.",
    "LengthFinishReasonError": "The reply was cut off at your limit of tokens, so it could not be read as a whole. Allow more "
    "tokens, then try again.",
    "ContentFilterFinishReasonError": "The content filter stopped the reply. Ask in other words; trying again unchanged rarely "
    "helps.",
    "APIRemovedInV1": "This code is from 2023, and the openai package no longer has this function. appendix_2023_code.ipynb shows "
    "today's form; trying again does not help.",
    "OpenAIError": "{message} Put that right first; trying again as it is does not help.",
    "TypeError": "Your code calls a function in a way it does not know: {message} Look at the names in your call; nothing was "
    "sent, and trying again as it is does not help.",
    "ValidationError": "The reply does not have the form that you asked for, perhaps because it was cut off. Allow more tokens, "
    "then try again.",
    "ValueError": "{message} Put that right first; trying again as it is does not help.",
    "OSError": "A file or a connection of this computer could not be used: {message} Put that right, then try again.",
    "KeyboardInterrupt": "You stopped this yourself. Nothing is broken; run it again when you like.",
    "BaseException": "Something in the code went wrong ({kind}): {message} Look at the last lines of the error; trying again as "
    "it is rarely helps.",
}


def explain(error: BaseException) -> str:
    """Return in one or two sentences what happened, on whose side, what to do now, and whether trying again helps.

    Takes any exception of the openai package or of this course's helpers, and for others says what
    can be said. The request id, which support asks for, comes last where there is one.
    """
    kinds = [kind.__name__ for kind in type(error).__mro__]
    meaning = next(_MEANINGS[name] for name in (getattr(error, "code", None), *kinds) if name in _MEANINGS)
    said = meaning.format(message=_message(error), wait=_wait(error), kind=kinds[0])
    request_id = getattr(error, "request_id", None)
    return hide_keys(f"{said} (Request id for support: {request_id})" if request_id else said, _key(error))


def _message(error: BaseException) -> str:
    """Return the error's own message as a sentence on one line."""
    body = getattr(error, "body", None)
    message = body.get("message") if isinstance(body, dict) else None
    line = " ".join(str(message or error).split())
    line = re.sub(r"^Error code: \d+ - ", "", hide_keys(line, _key(error)))
    line = (line if len(line) <= 300 else line[:299] + "…") or "it does not say why"
    return line if line[-1] in ".?!…" else line + "."


def _wait(error: BaseException) -> str:
    """Return how long the server asks to wait."""
    headers = getattr(getattr(error, "response", None), "headers", {})
    seconds = headers.get("retry-after", "")
    return f"{seconds} second{'s' * (seconds != '1')}" if seconds.isdecimal() else "a moment"


def _key(error: BaseException) -> str:
    """Return the key that went along with the request."""
    try:
        headers = error.request.headers
    except (AttributeError, RuntimeError):  # httpx2 raises RuntimeError for a request that it does not know
        return ""
    return headers.get("authorization", "").removeprefix("Bearer").strip()
