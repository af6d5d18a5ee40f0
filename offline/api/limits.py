"""The rate limits that every reply tells in its headers. The stand-in tells them, and never enforces them.

The fault "rate_limit" is how to meet one. The figures are those of a small account; each reply says that
one request was used, and a minute's share of it is back at once.
"""

REQUESTS, TOKENS = 500, 200_000  # a minute

HEADERS = {
    "x-ratelimit-limit-requests": str(REQUESTS),
    "x-ratelimit-remaining-requests": str(REQUESTS - 1),
    "x-ratelimit-reset-requests": f"{60_000 // REQUESTS}ms",
    "x-ratelimit-limit-tokens": str(TOKENS),
    "x-ratelimit-remaining-tokens": str(TOKENS - 100),
    "x-ratelimit-reset-tokens": "30ms",
}
