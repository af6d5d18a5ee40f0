"""What the stand-in does with every parameter that the SDK can send: one table for each endpoint.

A parameter is named by its path: "reasoning.effort", or "tools[function].strict" where the entries of a list are told
apart by their type ("messages[user]": by their role), and "include[]" where they are not. It belongs to one of four classes:

- ACTS: it changes something: text, items, usage, a refusal, or a later reply.
- OWN_NAME: the stand-in cannot do it, and refuses it in its own name (code offline_unsupported); so is all below it.
- NOTHING: it shows nothing in the real API either; the reason stands with it.
- What the API itself refuses needs no row: the SDK's types and the rules of this folder refuse it first.

A name that is in no table is refused in the stand-in's own name, too: a newer SDK's parameter is never ignored.
That all of this is true, tests/refusals/test_parameters.py tells: it sends every row.
"""

from .chat_rows import CHAT
from .item_rows import ITEMS, renamed
from .responses_rows import COMPACT, INPUT_TOKENS, RESPONSES
from .rows import ACTS, ECHO, FOR_OPENAI, USUAL, acts, nothing, own_name

CONVERSATION_ITEMS = renamed(ITEMS, "items") | acts(  # an item is found by its id
    "items[function_call_output].id items[custom_tool_call_output].id items[compaction].id"
)
CONVERSATIONS = CONVERSATION_ITEMS | {"metadata": ECHO}
METADATA = {"metadata": ECHO}
EMBEDDINGS = acts("input model dimensions encoding_format") | {"user": FOR_OPENAI}
MODERATIONS = acts("input model input[text].text input[image_url].image_url") | {
    "input[image_url].image_url.url": nothing("the stand-in judges words only, and says so: no image counts")
}
BATCHES = (
    acts("completion_window endpoint input_file_id output_expires_after")
    | acts("anchor seconds", "output_expires_after.")
    | {"metadata": ECHO}
)

INCLUDES = {
    "message.output_text.logprobs": ACTS,
    "reasoning.encrypted_content": ACTS,
    "message.input_image.image_url": own_name("way to give pictures back"),
    "file_search_call.results": own_name("file search"),
    "web_search_call.results": own_name("web search"),
    "web_search_call.action.sources": own_name("web search"),
    "computer_call_output.output.image_url": own_name("computer use"),
    "code_interpreter_call.outputs": own_name("code interpreter"),
}
TIERS = {"auto": USUAL, "default": USUAL, "flex": ACTS, "priority": ACTS} | {
    tier: own_name(f"service tier {tier!r}") for tier in ("scale", "fast", "ultrafast")
}

TABLES = {
    "responses": RESPONSES,
    "responses/input_tokens": INPUT_TOKENS,
    "responses/compact": COMPACT,
    "chat/completions": CHAT,
    "conversations": CONVERSATIONS,
    "conversations/items": CONVERSATION_ITEMS,
    "conversations/update": METADATA,
    "embeddings": EMBEDDINGS,
    "moderations": MODERATIONS,
    "batches": BATCHES,
}
BY_VALUE = {
    "include[]": INCLUDES,
    "service_tier": TIERS,
    "modalities[]": {"text": USUAL, "audio": own_name("voice: it gives no audio")},
    "moderation.policy.output.mode": {"score": USUAL, "block": own_name("moderation that blocks outputs")},
}
"""Paths of which each value has a class of its own."""
