"""Moderation: is a text harmful, and in what way? Computed from the words in moderation.yaml."""

import hashlib
import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from ..refusals import Refused, check, check_ours
from ..tables import read_table
from ..wire import Reply, Request, json_reply

if TYPE_CHECKING:
    from .standin import StandIn

MODELS = ("omni-moderation-latest", "omni-moderation-2024-09-26")
WITH_IMAGES = frozenset({"self-harm", "self-harm/instructions", "self-harm/intent", "sexual", "violence", "violence/graphic"})
FLAGGED = 0.5  # the score from which a category is flagged
QUIET = 1e-5  # about the score of a category of which a text has no word

_WORDS = re.compile(r"[^\W_]+")


def create(state: "StandIn", request: Request) -> Reply:
    """Answer POST /moderations. Raises Refused for what the API refuses."""
    body = request.body
    check("moderations", body)
    check_ours("moderations", body)
    name = body.get("model") or MODELS[0]
    if name not in MODELS:
        raise Refused("please request omni-moderation-latest", param="model")
    texts = _texts(body.get("input"))
    identity = hashlib.sha256(json.dumps(texts).encode()).hexdigest()
    results = [result(*text) for text in texts]
    return json_reply({"id": f"modr-{identity[:4]}-{identity[4:32]}", "model": name, "results": results})


def scores(text: str) -> dict[str, float]:
    """Return how much of each category a text has: near 0 nothing of it, 1 nothing else."""
    harmless, categories = _words()
    text = _plain(text)
    for phrase in harmless:
        text = phrase.sub(" ", text)
    found = {}
    for category, weighted in categories.items():
        left = 1 - QUIET * (1 + len(category) % 7)
        for phrase, weight in weighted:
            if phrase.search(text):
                left *= 1 - weight
        found[category] = round(1 - left, 9)
    return found


def result(text: str, has_image: bool = False) -> dict:
    """Return what moderation says of one text."""
    found = scores(text)
    categories = {category: score >= FLAGGED for category, score in found.items()}
    kinds = {
        category: (["text"] if text else []) + (["image"] if has_image and category in WITH_IMAGES else []) for category in found
    }
    return {
        "flagged": any(categories.values()),
        "categories": categories,
        "category_scores": found,
        "category_applied_input_types": kinds,
    }


def block(body: dict, text: str) -> None:
    """Refuse a request whose own moderation policy blocks its input. That the API says it so is a guess."""
    policy = (body.get("moderation") or {}).get("policy") or {}
    if (policy.get("input") or {}).get("mode") == "block" and result(text)["flagged"]:
        message = "The input was flagged by moderation, and the policy of this request blocks it."
        raise Refused(message, param="moderation", code="content_policy_violation")


def moderated(body: dict, sent: str, said: str) -> dict | None:
    """Return what `moderation` of a request asks to say of input and output, or None if it asks for nothing."""
    if not body.get("moderation"):
        return None
    model = body["moderation"]["model"]
    return {side: _named(model) | result(text) for side, text in (("input", sent), ("output", said))}


def _named(model: str) -> dict:
    if model not in MODELS:
        raise Refused(f"The requested model '{model}' does not exist.", param="moderation.model", code="model_not_found")
    return {"type": "moderation_result", "model": model}


def _texts(given: Any) -> list[tuple[str, bool]]:
    """Return each text to look at, and whether there is an image with it."""
    if given is None:
        raise Refused("Missing required parameter: 'input'.", param="input", code="missing_required_parameter")
    if isinstance(given, str):
        return [(given, False)]
    if isinstance(given, list) and given and all(isinstance(text, str) for text in given):
        return [(text, False) for text in given]
    parts: list = given if isinstance(given, list) and given else [None]
    if not all(isinstance(part, dict) and part.get("type") in ("text", "image_url") for part in parts):
        message = "Invalid type for 'input': expected one of a string, array of strings, or array of objects."
        raise Refused(message, param="input", code="invalid_type")
    texts = [part["text"] for part in parts if isinstance(part.get("text"), str)]
    return [("\n".join(texts), any(part["type"] == "image_url" for part in parts))]


@cache
def _words() -> tuple[list[re.Pattern], dict[str, list[tuple[re.Pattern, float]]]]:
    """Return the harmless phrases and, by category, the telling phrases with their weights."""
    given = read_table("moderation.yaml")
    categories = {
        category: [(_phrase(phrase), weight) for weight, phrases in (weighted or {}).items() for phrase in phrases]
        for category, weighted in given["categories"].items()
    }
    return [_phrase(phrase) for phrase in given["harmless"]], categories


def _phrase(text: str) -> re.Pattern:
    """Compile a phrase: whole words; `...` stands for up to four words."""
    words = [_plain(part).strip() for part in text.split("...")]
    return re.compile(" " + r"(?: \S+){0,4}? ".join(map(re.escape, words)) + "(?= )")


def _plain(text: str) -> str:
    return f" {' '.join(_WORDS.findall(text.casefold().replace(chr(39), '')))} "


ROUTES = {("POST", "/moderations"): create}
