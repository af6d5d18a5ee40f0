"""Embeddings: a text as a list of numbers, so that texts about the same thing lie close together.

Real embeddings are learned from very much text. These are made by hand: every word, every piece of
three letters, and everything that topics.yaml knows about a word has a direction of its own, drawn
from a hash of its name; a text's vector is the weighted sum of its directions, cut to length 1.
The same text gives the same vector on every machine.
"""

import base64
import hashlib
import math
import re
import struct
from collections import Counter, defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from ..model import tokens
from ..refusals import Refused, check, check_ours, words
from ..tables import read_table
from ..wire import Reply, Request, json_reply

if TYPE_CHECKING:
    from .standin import StandIn

MODELS = {"text-embedding-3-small": 1536, "text-embedding-3-large": 3072, "text-embedding-ada-002": 1536}  # dimensions
CHOOSES_DIMENSIONS = frozenset({"text-embedding-3-small", "text-embedding-3-large"})
LONGEST_TEXT = 8192  # tokens
MOST_TEXTS = 2048
MOST_TOKENS = 300_000  # of all texts of one request

# How much each part counts: what all texts have in common, topic, concept, word, three letters.
COMMON, TOPIC, CONCEPT, WORD, LETTERS = 0.35, 0.8, 1.0, 0.5, 0.08
PLACES = 48  # numbers that a word's direction has; a topic's and a concept's direction has all

_WORDS = re.compile(r"[^\W_]+")


def create(state: "StandIn", request: Request) -> Reply:
    """Answer POST /embeddings. Raises Refused for what the API refuses."""
    body = request.body
    check("embeddings", body)
    check_ours("embeddings", body)
    name = body["model"]
    if name not in MODELS:
        raise words.unknown_model(name, chat=True)
    _check_dimensions(body.get("dimensions"), name)
    texts = _texts(body.get("input"))
    counts = [len(text) if isinstance(text, list) else tokens.count(text) for text in texts]
    for number, count in enumerate(counts):
        if count > LONGEST_TEXT:
            raise Refused(f"Invalid 'input[{number}]': maximum input length is {LONGEST_TEXT} tokens.")
    if sum(counts) > MOST_TOKENS:
        message = f"Requested {sum(counts)} tokens, max {MOST_TOKENS} tokens per request"
        raise Refused(message, type="max_tokens_per_request", code="max_tokens_per_request")
    vectors = [embed(_spelled(text), name, body.get("dimensions")) for text in texts]
    given = [_packed(vector) for vector in vectors] if body.get("encoding_format") == "base64" else vectors
    reply = {
        "object": "list",
        "data": [{"object": "embedding", "index": number, "embedding": vector} for number, vector in enumerate(given)],
        "model": name,
        "usage": {"prompt_tokens": sum(counts), "total_tokens": sum(counts)},
    }
    return json_reply(reply)


def _packed(vector: list[float]) -> str:
    """Return a vector as base64 has it: numbers of four bytes."""
    return base64.b64encode(struct.pack(f"<{len(vector)}f", *vector)).decode()


def _check_dimensions(dimensions: int | None, model: str) -> None:
    if dimensions is None:
        return
    if model not in CHOOSES_DIMENSIONS:
        raise Refused("This model does not support specifying dimensions.")
    if dimensions > MODELS[model]:
        raise Refused(f"Invalid value for 'dimensions' = {dimensions}. Must be less than or equal to {MODELS[model]}.")


def embed(text: str, model: str = "text-embedding-3-small", dimensions: int | None = None) -> list[float]:
    """Return the vector of a text: numbers whose squares sum to 1, as many as `dimensions` says, or as the model has."""
    size = MODELS[model]
    vector = [0.0] * size
    for feature, weight in sorted(_features(text).items()):
        kind, _, _ = feature.partition(" ")
        if kind in ("topic", "concept"):
            _add(vector, weight, _everywhere(f"{model} {feature}", size))
        else:
            for place, sign in _somewhere(f"{model} {feature}", size):
                vector[place] += weight * sign * math.sqrt(size / PLACES)
    _add(vector, COMMON * _length(vector) / math.sqrt(size), _everywhere(f"{model} common", size))
    vector = vector[:dimensions]
    length = _length(vector)
    return [round(number / length, 8) for number in vector]


def _features(text: str) -> dict[str, float]:
    """Return what a text is made of, with weights."""
    topics, ignored = _topics()
    words = [word.casefold() for word in _WORDS.findall(text)] or [text]
    telling = Counter(word for word in words if word not in ignored) or Counter(words)
    found: dict[str, float] = defaultdict(float)
    for word, times in telling.items():
        often = math.sqrt(times)
        found[f"word {word}"] += WORD * often
        for start in range(len(word)):
            found[f"letters {f' {word} '[start : start + 3]}"] += LETTERS * often
        for topic, concept in topics.get(word) or topics.get(word.removesuffix("s")) or ():
            found[f"topic {topic}"] += TOPIC * often
            found[f"concept {topic} {concept}"] += CONCEPT * often
    return found


@cache
def _topics() -> tuple[dict[str, list[tuple[str, str]]], frozenset[str]]:
    """Return the topics and concepts of each word in topics.yaml, and the words that tell nothing."""
    given = read_table("topics.yaml")
    known: dict[str, list[tuple[str, str]]] = {}
    for topic, concepts in given["topics"].items():
        for concept, listed in concepts.items():
            for word in listed.split():
                known.setdefault(word, []).append((topic, concept))
    return known, frozenset(given["ignored"].split())


@lru_cache(maxsize=512)
def _everywhere(name: str, size: int) -> list[float]:
    """Return a direction with 1 or -1 in each place."""
    bits = int.from_bytes(hashlib.shake_256(name.encode()).digest(size // 8), "little")
    return [1.0 if bits >> place & 1 else -1.0 for place in range(size)]


@lru_cache(maxsize=20_000)
def _somewhere(name: str, size: int) -> list[tuple[int, float]]:
    """Return a direction with 1 or -1 in a few places, as (place, sign) pairs."""
    drawn = hashlib.shake_256(name.encode()).digest(2 * PLACES)
    numbers = struct.unpack(f"<{PLACES}H", drawn)
    return [((number >> 1) % size, 1.0 if number & 1 else -1.0) for number in numbers]


def _length(vector: list[float]) -> float:
    return math.sqrt(math.fsum(number * number for number in vector))


def _add(vector: list[float], weight: float, direction: list[float]) -> None:
    for place, number in enumerate(direction):
        vector[place] += weight * number


def _texts(given: Any) -> list[str | list[int]]:
    """Return the texts (or lists of token numbers) of a request. Raises Refused if there is nothing to embed."""
    if given is None:
        raise Refused("Missing required parameter: 'input'.", param="input", code="missing_required_parameter")
    texts = given if isinstance(given, list) and not _are_numbers(given) else [given]
    if not texts or not any(all(text and is_one(text) for text in texts) for is_one in (_is_text, _are_numbers)):
        raise Refused("'$.input' is invalid. Please check the API reference: https://platform.openai.com/docs/api-reference.")
    if len(texts) > MOST_TEXTS:
        raise Refused(f"Invalid 'input': array length must be {MOST_TEXTS} or less.")
    return texts


def _is_text(given: Any) -> bool:
    return isinstance(given, str)


def _are_numbers(given: Any) -> bool:
    return isinstance(given, list) and bool(given) and all(type(number) is int for number in given)


def _spelled(text: str | list[int]) -> str:
    return text if isinstance(text, str) else " ".join(f"token{number}" for number in text)


ROUTES = {("POST", "/embeddings"): create}
