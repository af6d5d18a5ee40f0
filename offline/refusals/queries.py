"""What stands in the address after the question mark, and in headers: the class of every name, as in parameters.py.

read("files/list", "purpose=batch&limit=5")      # {"purpose": "batch", "limit": "5"}
read("files/list", "color=red")                  # Refused: Unknown parameter: 'color'.
"""

from urllib.parse import parse_qs

from . import words
from .rows import ACTS, Class, nothing, own_name
from .spelling import nearest

INCLUDE = own_name("way to include more in what is kept")
PAGE = dict.fromkeys(("after", "limit", "order"), ACTS)

QUERIES: dict[str, dict[str, Class]] = {
    "responses/retrieve": {
        "stream": ACTS,
        "starting_after": ACTS,
        "include": INCLUDE,
        "include_obfuscation": own_name("choice of the padding of a stream that is resumed"),
    },
    "responses/input_items": PAGE | {"include": INCLUDE},
    "chat/completions/list": PAGE | {"model": ACTS, "metadata": ACTS},
    "chat/completions/messages": PAGE,
    "conversations/items/create": {"include": INCLUDE},
    "conversations/items/list": PAGE | {"include": INCLUDE},
    "conversations/items/retrieve": {"include": INCLUDE},
    "batches/list": {"after": ACTS, "limit": ACTS},
    "files/list": PAGE | {"purpose": ACTS},
}

HEADERS: dict[str, Class] = {
    "authorization": ACTS,
    "content-type": ACTS,
    "idempotency-key": nothing("a request that comes twice is answered twice"),
    "openai-beta": nothing("what it switched on is there for all"),
    "openai-organization": nothing("it says who pays, and here nobody does"),
    "openai-project": nothing("it says who pays, and here nobody does"),
    "x-client-request-id": nothing("it is for OpenAI's support, to find a request by"),
}
"""Headers worth naming; all others belong to the HTTP client, and show nothing in the API either."""


def read(endpoint: str, query: str) -> dict[str, str]:
    """Return the parameters of a query; of a name that comes twice, the last counts.

    Raises Refused for a name that the API does not know, in its words, and for what the stand-in cannot do, in its own.
    """
    known = QUERIES[endpoint]
    given = {name: values[-1] for name, values in parse_qs(query, keep_blank_values=True).items()}
    for name in given:
        plain = name.partition("[")[0]  # include[]=..., metadata[topic]=...
        if plain not in known:
            raise words.unknown(plain, nearest(plain, known, given))
        if known[plain].kind == "own name":
            raise words.unavailable(known[plain].why, plain)
    return given
