"""What temperature and top_p do to the chances of the next token, worked out from logprobs."""

import math
from dataclasses import dataclass

import utils
from offline import models
from support.not_offered import WHO_HAS_IT, NotOffered
from support.served import has_logprobs

ASKED_FOR = 20  # tokens at each place; the API has no more
IMPOSSIBLE = -100.0  # the API writes -9999 where a probability is as good as zero


@dataclass(frozen=True)
class Token:
    """One token of a reply, the natural logarithm of its chance, and the likeliest tokens in its place."""

    text: str
    logprob: float
    top: list[tuple[str, float]]

    @property
    def chance(self) -> float:
        return math.exp(self.logprob)


@dataclass(frozen=True)
class Shares:
    """Chances of the next token: those listed, likeliest first, and all others together; the sum is 1.

    `bound` says how well `others` is known: "exactly", "at most" or "at least".
    """

    listed: list[tuple[str, float]]
    others: float
    bound: str


def ask_with_logprobs(prompt: str, *, model: str = utils.DEFAULT_MODEL, max_tokens: int = 60, client=None):
    """Send one prompt at temperature 1 and return the response, with the 20 likeliest tokens at each place.

    A server that has no logprobs answers without. Raises openai.BadRequestError for a model that always
    reasons: it tells none.
    """
    known = models.find(model)
    effort = {"reasoning": {"effort": "none"}} if known and known.efforts else {}
    client = client or utils.default_client()
    request = {"input": prompt, "model": model, "max_output_tokens": max_tokens, "temperature": 1} | effort
    if not has_logprobs(client, effort.get("reasoning", {}).get("effort")):
        reply = utils.create_response(client, **request)
        reply.top_logprobs = ASKED_FOR  # as the API repeats it: tokens_of then knows that they are missing
        return reply
    return utils.create_response(client, include=["message.output_text.logprobs"], top_logprobs=ASKED_FOR, **request)


def tokens_of(response) -> list[Token]:
    """Return the tokens of a response that came with logprobs.

    Raises NotOffered if they were asked for, but the server left them out, and ValueError if they were not.
    """
    parts = [part for item in response.output if item.type == "message" for part in item.content]
    found = [entry for part in parts for entry in (getattr(part, "logprobs", None) or [])]
    if not found and parts and getattr(response, "top_logprobs", None):
        raise NotOffered(f"This needs logprobs, and the server that answered does not offer them. {WHO_HAS_IT}")
    if not found:
        raise ValueError("This reply has no logprobs. Ask with include=['message.output_text.logprobs'] and top_logprobs=20.")
    return [Token(entry.token, entry.logprob, [(each.token, each.logprob) for each in entry.top_logprobs]) for entry in found]


def reshape_top(top: list[tuple[str, float]], temperature: float, top_p: float = 1.0) -> Shares:
    """Return the chances that `temperature`, then `top_p`, make of a list of the likeliest tokens.

    `top` holds (token, logprob at temperature 1). Temperature raises each chance to the power
    1/temperature; then `top_p` keeps the likeliest tokens until together they reach it.

    Of the tokens outside the list only the sum is known. It is reshaped as if each were as likely as
    the last one listed. At temperature 1 that is exact; below, the true share of the others is
    smaller still ("at most"), above it is larger ("at least").
    """
    ranked = sorted(((token, logprob) for token, logprob in top if logprob > IMPOSSIBLE), key=lambda item: -item[1])
    if not ranked:
        return Shares([], 1.0, "exactly")
    if temperature == 0:
        return Shares([(token, float(place == 0)) for place, (token, _) in enumerate(ranked)], 0.0, "exactly")
    highest, lowest = ranked[0][1], ranked[-1][1]
    weights = [math.exp((logprob - highest) / temperature) for _, logprob in ranked]
    left = 1 - sum(math.exp(logprob) for _, logprob in ranked)
    others = math.exp((lowest - highest) / temperature) * left / math.exp(lowest) if left > 1e-9 else 0.0
    chances = _cut([*weights, others], top_p)
    is_exact = temperature == 1 or not others or (temperature < 1 and not chances[-1])
    bound = "exactly" if is_exact else "at most" if temperature < 1 else "at least"
    return Shares([(token, chance) for (token, _), chance in zip(ranked, chances, strict=False)], chances[-1], bound)


def _cut(weights: list[float], top_p: float) -> list[float]:
    """Keep the first weights until they reach `top_p` of the sum, at least one; scale what is kept to 1."""
    total, reached = sum(weights), 0.0
    kept = []
    for place, weight in enumerate(weights):
        share = weight / total
        is_others = place == len(weights) - 1
        # Of the others, many small tokens, just as many are kept as are needed.
        kept.append(0.0 if place and reached >= top_p - 1e-9 else min(share, top_p - reached) if is_others else share)
        reached += share
    return [share / sum(kept) for share in kept]


def sureness(chance: float) -> str:
    """Return in words how sure a model was of a token that had this chance."""
    return "sure" if chance >= 0.9 else "likely" if chance >= 0.5 else "one of several" if chance >= 0.1 else "surprising"
