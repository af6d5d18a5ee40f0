"""For every parameter that acts, two requests whose replies must differ."""

from .chat import CHAT
from .items import ITEMS
from .others import BATCHES, COMPACT, CONVERSATION_ITEMS, EMBEDDINGS, INPUT_TOKENS, MODERATIONS
from .responses import BY_VALUE, RESPONSES

__all__ = ["CASES", "CASES_BY_VALUE"]

CASES = {
    "responses": ITEMS | RESPONSES,
    "responses/input_tokens": INPUT_TOKENS,
    "responses/compact": COMPACT,
    "chat/completions": CHAT,
    "conversations": CONVERSATION_ITEMS,
    "conversations/items": CONVERSATION_ITEMS,
    "conversations/update": {},
    "embeddings": EMBEDDINGS,
    "moderations": MODERATIONS,
    "batches": BATCHES,
}
CASES_BY_VALUE = BY_VALUE
