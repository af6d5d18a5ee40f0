"""What is recalled of a long talk: its beginning, its latest messages, and in between what people told of themselves.

To look through hundreds of messages for each rule takes longer with every turn; what lies between tells nothing new as a rule.
"""

import re
from functools import lru_cache

FIRST, LATEST = 4, 60  # messages that are recalled whole
_TELLS = re.compile(r"\b(?:i|i'm|im|my|mine|me|we|our|us|remember|call)\b", re.IGNORECASE)


def recalled(messages: list[dict]) -> list[dict]:
    """Return the messages (role and content dicts, oldest first) that count for an answer."""
    if len(messages) <= FIRST + LATEST:
        return messages
    between = [one for one in messages[FIRST:-LATEST] if "file" in one or (one["role"] == "user" and _tells(one["content"]))]
    return [*messages[:FIRST], *between, *messages[-LATEST:]]


@lru_cache(maxsize=4096)
def _tells(text: str) -> bool:
    """Return whether a message tells something of who writes it, and asks nothing."""
    return bool(_TELLS.search(text)) and not text.rstrip().endswith("?")
