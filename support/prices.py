"""What replies cost, in US dollars, by the prices of the genai-prices package.

    price(reply.model_dump(), "responses")    # what this reply cost
    at_most("gpt-6-luna", 1_000, 150)         # what 1,000 tokens in and 150 tokens out would cost
    in_dollars(0.0000055)                     # "$0.0000055"

A price that nobody knows is None, never 0. The prices are OpenAI's: for what another server wrote there
is none, even if it gives its model a name of OpenAI's.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from openai import AsyncOpenAI, OpenAI
from openai.types.chat import ChatCompletion
from openai.types.responses import Response

import offline
from offline.loopback import is_loopback

from .settings import is_on, read_settings

if TYPE_CHECKING:
    from genai_prices import Usage
    from genai_prices.types import PriceCalculation

Reply = Response | ChatCompletion
"""A reply of either API, as the SDK has it."""

_OPENAI = re.compile(r"https://([\w-]+\.)?api\.openai\.com(:443)?(/|$)")  # some regions have an address of their own
# OpenAI shut down gpt-3.5 and gpt-4 on 2026-10-23 (the openai package's chat_model.py, November 2026). Who still
# answers under such a name is another server: llama.cpp's calls any model gpt-3.5-turbo.
_RETIRED = re.compile(r"gpt-(3\.5|4)(-|$)")
_NOT_KNOWN = (LookupError, ValueError, TypeError, AttributeError)  # what genai-prices raises


def price(reply: dict, flavor: str, batch: bool = False) -> Decimal | None:
    """Return what a reply costs in dollars, or None if that is not known.

    `reply` is the body of a reply, with its `usage`; `flavor` is "responses", "chat" or "embeddings"; `batch` says that it
    was one of a batch.
    """
    from genai_prices import extract_usage

    try:
        used = extract_usage(reply, provider_id="openai", api_flavor=flavor)
        return used.calc_price(price_context=_context(reply.get("service_tier"), batch)).total_price
    except _NOT_KNOWN:
        return None


def price_of(reply: Reply) -> Decimal | None:
    """Return what a reply of the SDK (of either API) costs in dollars, or None if that is not known."""
    if _RETIRED.match(reply.model or "") or not _is_priced(reply):
        return None
    return price(reply.model_dump(warnings=False), "chat" if reply.object == "chat.completion" else "responses")


def note_server(reply: Any, client: OpenAI | AsyncOpenAI) -> None:
    """Note in a reply whether the prices hold for who wrote it, as the SDK notes the id of the request."""
    reply._priced = hold_for(str(client.base_url), client.api_key)


def hold_for(base_url: str, key: str) -> bool:
    """Return whether the prices hold for the server at an address: OpenAI, or the stand-in, which shows what OpenAI's would be."""
    if _OPENAI.match(base_url) or base_url.rstrip("/") == offline.BASE_URL:
        return True
    return key == offline.KEY  # the stand-in, served over HTTP: it takes no other key


def costs_nothing(host: str, model: str) -> bool:
    """Return whether nobody sends a bill: no price is known for a model, and it runs on this machine."""
    return is_loopback(host) and at_most(model, 1, 1) is None


def _is_priced(reply: Reply) -> bool:
    noted: bool | None = getattr(reply, "_priced", None)
    if noted is not None:
        return noted
    settings = read_settings()
    base_url = settings.get("OPENAI_BASE_URL", "").strip()
    return is_on(settings.get("TUTORIAL_OFFLINE")) or not base_url or hold_for(base_url, settings.get("OPENAI_API_KEY", ""))


@lru_cache(maxsize=4096)
def at_most(model: str, sent: int, written: int, tier: str | None = None, batch: bool = False) -> Decimal | None:
    """Return what a call of so many tokens in and out (one of a batch?) costs in dollars, or None if that is not known."""
    from genai_prices import Usage

    try:
        return _calculate(Usage(input_tokens=sent, output_tokens=written), model, tier, batch).total_price
    except _NOT_KNOWN:
        return None


@lru_cache
def context_window(model: str) -> int | None:
    """Return how many tokens a model can have before it, or None if that is not known."""
    from genai_prices import Usage

    try:
        return _calculate(Usage(input_tokens=1), model).model.context_window
    except _NOT_KNOWN:
        return None


def _calculate(usage: "Usage", model: str, tier: str | None = None, batch: bool = False) -> "PriceCalculation":
    from genai_prices import calc_price

    return calc_price(usage, model_ref=model, provider_id="openai", price_context=_context(tier, batch))


def _context(tier: str | None, batch: bool) -> dict:
    context = {"service_tier": tier if tier in ("flex", "priority", "fast") else "default"}
    return context | {"processing": "batch"} if batch else context


def format_cost(dollars: float | None, calls: int = 1) -> str:
    """Return for reading what `calls` such calls cost, such as "$0.0000055"; None is "price unknown"."""
    return "price unknown" if dollars is None else in_dollars(calls * dollars)


def in_dollars(amount: float | Decimal) -> str:
    """Return dollars for reading: as many digits as there are, up to seven, and at least two."""
    return re.sub(r"(?<=\.\d\d)(\d*?)0+$", r"\1", f"${amount:.7f}")
