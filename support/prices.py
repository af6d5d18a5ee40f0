"""What replies cost, in US dollars, by the prices of the genai-prices package.

    price(reply.model_dump(), "responses")    # what this reply cost
    at_most("gpt-6-luna", 1_000, 150)         # what 1,000 tokens in and 150 tokens out would cost
    in_dollars(0.0000055)                     # "$0.0000055"

A price that nobody knows is None, never 0.
"""

import re
from decimal import Decimal

_NOT_KNOWN = (LookupError, ValueError, TypeError, AttributeError)  # what genai-prices raises


def price(reply: dict, flavor: str) -> Decimal | None:
    """Return what a reply costs in dollars, or None if that is not known.

    `reply` is the body of a reply, with its `usage`; `flavor` is "responses", "chat" or "embeddings".
    """
    from genai_prices import extract_usage

    try:
        used = extract_usage(reply, provider_id="openai", api_flavor=flavor)
        return used.calc_price(price_context=_context(reply.get("service_tier"))).total_price
    except _NOT_KNOWN:
        return None


def at_most(model: str, sent: int, written: int, tier: str | None = None) -> Decimal | None:
    """Return what a call of so many tokens in and out costs in dollars, or None if that is not known."""
    from genai_prices import Usage

    try:
        return _calculate(Usage(input_tokens=sent, output_tokens=written), model, tier).total_price
    except _NOT_KNOWN:
        return None


def context_window(model: str) -> int | None:
    """Return how many tokens a model can have before it, or None if that is not known."""
    from genai_prices import Usage

    try:
        return _calculate(Usage(input_tokens=1), model).model.context_window
    except _NOT_KNOWN:
        return None


def _calculate(usage, model: str, tier: str | None = None):
    from genai_prices import calc_price

    return calc_price(usage, model_ref=model, provider_id="openai", price_context=_context(tier))


def _context(tier: str | None) -> dict:
    return {"service_tier": tier if tier in ("flex", "priority", "fast") else "default"}


def in_dollars(amount: float | Decimal) -> str:
    """Return dollars for reading: as many digits as there are, up to seven, and at least two."""
    return re.sub(r"(?<=\.\d\d)(\d*?)0+$", r"\1", f"${amount:.7f}")
