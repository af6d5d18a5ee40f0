"""For every row of the other endpoints that acts, two requests whose replies must differ.

Endpoints that take the items of the Responses API borrow its cases; only what shows the difference is another thing.
"""

from asking import picture

from offline.refusals.parameters import TABLES
from offline.refusals.rows import ACTS

from .items import ITEMS, part, said
from .responses import RESPONSES
from .samples import CALLED, FRANCE_LIST, NOTED, QUESTION
from .sending import LOOKED_FOR, Case

LARGE = said(part("image", image_url=picture("red", 640)))
MODELS = ({"model": "gpt-6-luna"} | LARGE, {"model": "gpt-4o-mini"} | LARGE)  # which count pictures differently


def _named(before: list[dict], item: dict, after: list[dict] = ()) -> Case:
    """Return the case of an id by which an item of a conversation is found."""
    return "later", *({"items": [*before, item | named, *after]} for named in ({}, {"id": LOOKED_FOR}))


def _borrowed(endpoint: str, differs: str) -> dict[str, Case]:
    """Return the cases of the rows that act here, too; what is refused there is refused here."""
    acting = [path for path, row in TABLES[endpoint].items() if row is ACTS and path in CREATED]
    return {path: ("refusal" if CREATED[path][0] == "refusal" else differs, *CREATED[path][1:]) for path in acting}


CREATED = ITEMS | RESPONSES
INPUT_TOKENS = _borrowed("responses/input_tokens", "input_tokens") | {"model": ("input_tokens", *MODELS)}
COMPACT = _borrowed("responses/compact", "usage") | {
    "model": ("usage", *MODELS),
    "input[message].role": ("output", *ITEMS["input[message].role"][1:]),
}
CONVERSATION_ITEMS = {f"items{path.removeprefix('input')}": ("later", *case[1:]) for path, case in ITEMS.items()} | {
    "items[message].id": _named([], {"type": "message"} | FRANCE_LIST[0]),
    "items[function_call].id": _named(CALLED[:1], CALLED[1], CALLED[2:]),
    "items[function_call_output].id": _named(CALLED[:2], CALLED[2]),
    "items[custom_tool_call].id": _named(NOTED[:1], NOTED[1], NOTED[2:]),
    "items[custom_tool_call_output].id": _named(NOTED[:2], NOTED[2]),
    "items[compaction].id": _named([], {"type": "compaction", "encrypted_content": "COMPACTED"}, FRANCE_LIST),
    "items[reasoning].id": (
        "later",
        *(
            {"items": [{"type": "reasoning", "summary": [], "id": name}, {"role": "assistant", "content": "Lyon"}]}
            for name in ("rs_1", LOOKED_FOR)
        ),
    ),
}
EMBEDDINGS: dict[str, Case] = {
    "input": ("data", {}, {"input": "Hello!"}),
    "model": ("data", {}, {"model": "text-embedding-3-large"}),
    "dimensions": ("data", {}, {"dimensions": 8}),
    "encoding_format": ("data", {"encoding_format": "float"}, {"encoding_format": "base64"}),
}
_IMAGE = {"type": "image_url", "image_url": {"url": picture("red")}}
MODERATIONS: dict[str, Case] = {
    "input": ("results", {}, {"input": "I will kill you"}),
    "model": ("refusal", {"model": "omni-moderation-latest"}, {"model": "text-moderation-latest"}),
    "input[text].text": (
        "results",
        {"input": [{"type": "text", "text": QUESTION}]},
        {"input": [{"type": "text", "text": "I will kill you"}]},
    ),
    "input[image_url].image_url": (
        "results",
        {"input": [{"type": "text", "text": QUESTION}]},
        {"input": [{"type": "text", "text": QUESTION}, _IMAGE]},
    ),
}
BATCHES: dict[str, Case] = {
    "completion_window": ("refusal", {}, {"completion_window": None}),
    "endpoint": ("later", {}, {"endpoint": "/v1/embeddings"}),
    "input_file_id": ("later", {}, {"input_file_id": "TWOLINES"}),
    "output_expires_after.anchor": (
        "refusal",
        {"output_expires_after": {"anchor": "created_at", "seconds": 3600}},
        {"output_expires_after": {"seconds": 3600}},
    ),
    "output_expires_after.seconds": (
        "later",
        *({"output_expires_after": {"anchor": "created_at", "seconds": seconds}} for seconds in (3600, 7200)),
    ),
}
