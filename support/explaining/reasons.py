"""Which row of `advice` an error falls under: the most special that fits.

Looked at in this order: why no connection came about, the address, whether a page came back, the
code or type that the server gives, what its message says, the status, the kind of the exception.
"""

import re

import openai

from .addresses import better_address, is_local, is_openai, proxy_before, requested
from .advice import ADVICE
from .connections import why_no_connection
from .said import is_json, is_page, what_was_said

# The codes of a 401, 403, 404, 429 and 400, and the row. OpenAI gives some of them as `code`, some as `type`
# (help.openai.com, article 5955604, and openai.types.beta.session_turn_error, seen in November 2026).
_CODES = {
    "insufficient_quota": "no_credit",
    "credit_balance_exhausted": "no_credit",
    "organization_spend_limit_exceeded": "spend_limit",
    "project_spend_limit_exceeded": "spend_limit",
    "organization_usage_limit_exceeded": "spend_limit",
    "billing_hard_limit_reached": "spend_limit",
    "billing_limit_user_error": "spend_limit",
    "billing_not_active": "billing_inactive",
    "mismatched_organization": "organization",
    "no_organization": "organization",
    "invalid_organization": "organization",
    "mismatched_project": "organization",
    "invalid_project": "organization",
    "missing_scope": "permission",
    "insufficient_permissions": "permission",
    "unsupported_country_region_territory": "country",
    "model_not_found": "model",
    "context_length_exceeded": "context",
    "exceed_context_size_error": "context",
}

# The statuses, words of the message, and the row, for what has no code of its own.
_WORDS = (
    ({401, 403}, r"\bscopes?\b|insufficient permission", "permission"),
    ({401, 403}, r"openai-(?:organization|project)|\borganization\b", "organization"),
    ({400, 403, 429}, r"\bbilling hard limit|spend(?:ing)? limit|monthly (?:spend|budget)", "spend_limit"),
    ({400, 403, 429}, r"account is not active|billing details|billing is not active", "billing_inactive"),
    ({429}, r"too large\b", "too_large"),
    ({429}, r"\bper day\b|\b[RT]PD\b|\bdaily\b|per-day", "day"),
    ({400, 404}, r"\bmodel\b.*(?:not found|does not exist|no such)|no such model|\bmodel_not_found", "model"),
    ({400, 413}, r"context (?:size|length|window)|too many tokens|prompt is too long", "context"),
)
_STATUSES = {402: "no_credit", 405: "wrong_path", 407: "proxy_login", 408: "slow_request", 413: "too_large_body"}
_NO_SUCH_PATH = re.compile(
    r"^(?:404 page )?not found\W*$|unexpected endpoint|invalid url|unknown request url|no (?:such )?route|cannot post|"
    r"path .*not found|file not found|unknown (?:path|url|endpoint)|resource not found",
    re.IGNORECASE,
)


def reason(error: BaseException) -> str:
    """Return the name of the row of `advice` for any exception."""
    return why_no_connection(error, requested(error)) or _by_address(error) or _by_answer(error) or _by_kind(error)


def _by_address(error: BaseException) -> str | None:
    """Tell an address that nobody answers at, and something between here and the server that answers in its place."""
    url, status = requested(error), _status(error)
    if url is None or not isinstance(error, openai.APIError):
        return None
    if (status or _is_odd(error)) and not is_json(error) and is_local(url.host) and proxy_before(url):
        return "proxy_for_local"
    lost = status in (404, 405) or (status is None and bool(_NO_SUCH_PATH.search(what_was_said(error)))) or _is_odd(error)
    if lost and not is_openai(url) and better_address(url):
        return "address"
    if lost and not _is_odd(error) and not is_openai(url) and _NO_SUCH_PATH.search(what_was_said(error) or "not found"):
        return "wrong_path"
    return "page" if is_page(error) and (status or 0) < 500 else None


def _status(error: BaseException) -> int | None:
    return getattr(error, "status_code", None)


def _is_odd(error: BaseException) -> bool:
    """Return whether this is no refusal, but something that is not an answer of the API at all."""
    return type(error).__name__ == "NoReply" or isinstance(error, openai.APIResponseValidationError)


def _by_answer(error: BaseException) -> str | None:
    """Tell what the server refused, and why."""
    given = (getattr(error, "code", None), getattr(error, "type", None))
    if known := next((_CODES[name] for name in given if name in _CODES), None):
        return known
    status, said = _status(error), what_was_said(error)
    if status == 429 and _asks_more_than_the_limit(said):
        return "too_large"
    by_words = (row for statuses, words, row in _WORDS if status in statuses and re.search(words, said, re.IGNORECASE))
    return next(by_words, _STATUSES.get(status or 0))


def _asks_more_than_the_limit(said: str) -> bool:
    """Return whether one request alone is above the limit, so that no waiting helps."""
    limit, requested = (re.search(rf"{word}:? ([\d,]+)", said, re.IGNORECASE) for word in ("limit", "requested"))
    return limit is not None and requested is not None and _number(requested[1]) > _number(limit[1])


def _number(digits: str) -> int:
    return int(digits.replace(",", "") or 0)


def _by_kind(error: BaseException) -> str:
    return next(kind.__name__ for kind in type(error).__mro__ if kind.__name__ in ADVICE)
