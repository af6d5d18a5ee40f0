"""The phrases within the API's sentences: how it lists values, what it calls types, and what it expects where.

listed(["low", "medium", "high"])        # "'low', 'medium', and 'high'"
one_of(["auto", "disabled"])             # "one of 'auto' or 'disabled'"
"""

import re
from collections.abc import Iterable

LONGEST_NAME = 12  # characters: in what it says of types, the API shortens longer names to 'pre..._id'

# Where the API lists values in another order than the SDK's types, or leaves one out (August 2026).
ORDERS = (
    ("assistant", "system", "developer", "user"),
    ("system", "assistant", "user", "function", "tool", "developer"),
    ("concise", "detailed", "auto"),
    ("auto", "default", "fast", "flex", "priority"),
    (
        "/v1/chat/completions",
        "/v1/completions",
        "/v1/embeddings",
        "/v1/images/edits",
        "/v1/images/generations",
        "/v1/moderations",
        "/v1/responses",
        "/v1/videos",
    ),
)
ORDERS_AT = {
    "text.format.type": ("json_object", "text", "json_schema"),
    "response_format.type": ("json_object", "json_schema", "text"),
}
UNLISTED = frozenset({"scale", "ultrafast"})  # service tiers for a few
# fmt: off
CONTENT_PARTS = (
    "input_text", "input_image", "input_audio", "output_text", "refusal", "input_file", "computer_screenshot",
    "summary_text", "encrypted_content",
)
"""The parts that a message in Responses may have at all (August 2026)."""
# fmt: on
# What the API says it expects, where that is not the usual word for the type (August 2026; the image in 2025).
EXPECTED = {
    ("input", "one of a string or array of objects"): "one of a string or array of input items",
    ("input[]", "an object"): "an input item",
    ("items[]", "an object"): "an input item",
    ("tools", "an array of objects"): "an array of tools",
    ("metadata", "an object"): "a metadata object",
    ("input[].content[].image_url", "a string"): "an image URL",
}
ITEMS = ("input[]", "items[]")  # of which the API tells as a whole, not of their `type` or `role` (August 2026)

KINDS = {
    str: "a string",
    bool: "a boolean",
    dict: "an object",
    list: "an array",
    int: "an integer",
    float: "a decimal number",
    type(None): "null",
}


def place(param: str) -> str:
    """Return a place in a request without the numbers: "input[].content" for "input[3].content"."""
    return re.sub(r"\[\d+\]", "[]", param)


def one_of(values: Iterable[str]) -> str:
    """Return what the API expects where a type is one of a few texts: "one of 'auto' or 'disabled'"."""
    return f"one of {listed(map(short, in_order(values)), 'or')}"


def in_order(values: Iterable[str], param: str = "") -> tuple[str, ...]:
    """Return values in the order in which the API lists them, as far as known."""
    given = tuple(values)
    orders = (ORDERS_AT[param], *ORDERS) if param in ORDERS_AT else ORDERS
    return next((order for order in orders if set(order) == set(given) - UNLISTED), given)


def listed(values: Iterable[str], word: str = "and") -> str:
    """Return values as the API lists them: 'a', 'b', and 'c'."""
    quoted = [f"'{value}'" for value in values]
    return ", ".join(quoted[:-1]) + f", {word} {quoted[-1]}" if len(quoted) > 2 else f" {word} ".join(quoted)


def short(name: str) -> str:
    """Return a name as the API shortens it where it speaks of types: 'pre..._id'."""
    return name if len(name) <= LONGEST_NAME else f"{name[:3]}...{name[-3:]}"
