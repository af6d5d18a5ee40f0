"""From a request of either API to the writers of its replies: what is asked, and with which luck.

What decides what to say is large, and loaded with the first request that wants a reply.
"""

import hashlib
import json
import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..model import sampling, vocabulary
from ..model.history import History, whole
from ..model.unbuildable import Unbuildable
from ..model.writer import Writer
from ..refusals import words

if TYPE_CHECKING:
    from ..model import speak
    from .standin import StandIn

# What thinking costs, in tokens. The real models decide themselves; more effort costs more.
REASONING_TOKENS = {"minimal": 32, "low": 64, "medium": 192, "high": 448, "xhigh": 960, "max": 1984}

LENGTHS: dict[str | None, tuple[str, ...]] = {"low": ("short",), "high": ("long",)}  # forms of an answer, by verbosity

LATEST = 40  # messages by which one request is told from another
LETTERS_READ = 60_000  # of the messages before the last ones, more is not read for an answer


@dataclass
class Wanted:
    """What both APIs ask for, by one name each; `body` is the request as it came."""

    body: dict
    instructions: list[dict]
    history: History
    effort: str | None
    verbosity: str | None
    limit: int | None = None
    choices: int = 1
    tools: dict = field(default_factory=dict)  # arguments of speak.Asked about tools
    form: dict = field(default_factory=dict)  # arguments of speak.Asked about the form of the reply
    declines: bool = False


def writers(state: "StandIn", wanted: Wanted) -> list[Writer]:
    """Return a writer for each choice that a request wants."""
    from ..model import answer_file, speak

    body = wanted.body
    latest = whole(wanted.instructions + wanted.history.last(LATEST))
    question = json.dumps([body["model"], latest], ensure_ascii=False, default=repr)
    turn = state.times_asked(question)
    try:
        plans = speak.plan(_asked(wanted), answer_file.load())
    except Unbuildable as problem:
        raise words.unavailable(f"way to fill this schema in ({problem})") from None
    # Asked again, it may answer otherwise; with a seed it repeats itself, but for the ids.
    luck = turn if body.get("seed") is None else f"seed {body['seed']}"
    identity = hashlib.sha256(f"{question} {turn} {json.dumps(body, sort_keys=True)}".encode()).hexdigest()
    stop = body.get("stop") or []
    settings = _settings(body)
    made = []
    for choice in range(wanted.choices):
        rng = random.Random(f"{question} {luck} {choice}")
        made.append(
            Writer(
                parts=_drawn(plans, settings, rng),
                rng=rng,
                identity=identity,
                settings=settings,
                limit=wanted.limit,
                reasoning=REASONING_TOKENS.get(wanted.effort or "none", 0),
                stop=[stop] if isinstance(stop, str) else stop,
            )
        )
    return made


def _asked(wanted: Wanted) -> "speak.Asked":
    from ..model import speak

    forms = LENGTHS.get(wanted.verbosity, ())
    forms += () if wanted.effort in (None, "none") else ("reasoned",)
    recent = wanted.history.last(len(wanted.history), letters=LETTERS_READ)
    told = [message for message in wanted.history.told if message not in recent]
    messages = whole(wanted.instructions + told + recent)
    return speak.Asked(messages, forms, declines=wanted.declines, **wanted.tools, **wanted.form)


def _settings(body: dict) -> dict:
    """Return how to draw, as sampling.Settings has it."""
    settings = {
        "temperature": body.get("temperature"),
        "top_p": body.get("top_p"),
        "frequency": body.get("frequency_penalty"),
        "presence": body.get("presence_penalty"),
        "bias": vocabulary.bias(body.get("logit_bias") or {}),
    }
    return {name: value for name, value in settings.items() if value is not None}


def _drawn(plans: "list[speak.Plan]", settings: dict, rng: random.Random) -> list:
    """Return the parts of one plan. Where there is but one, nothing is drawn."""
    if len(plans) == 1:
        return plans[0][1]
    total = sum(weight for weight, _ in plans)
    chances = {str(number): weight / total for number, (weight, _) in enumerate(plans) if weight > 0}
    temperature = sampling.surer(settings)["temperature"]
    drawn = sampling.pick(sampling.reshape(chances, temperature, settings.get("top_p", 1.0)), rng)
    return plans[int(drawn)][1]
