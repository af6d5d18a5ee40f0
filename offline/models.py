"""What each model takes: one table (data/models.yaml), asked by the stand-in, the helpers, the widgets and the budget.

find("gpt-4o-2024-08-06").context              # 128000
find("gpt-6-luna").why_not("temperature")      # "only with effort none: ..."; its default effort is medium
find("gpt-6-luna").why_not("temperature", "none")  # None: it takes one
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

EFFORTS = ("none", "minimal", "low", "medium", "high", "xhigh", "max")
"""All reasoning efforts, the least first."""

SAMPLING = frozenset({"temperature", "top_p", "frequency_penalty", "presence_penalty", "logprobs", "top_logprobs"})
OLDER = frozenset({"stop", "logit_bias", "max_tokens"})


@dataclass(frozen=True)
class Model:
    """One model: `context` is in tokens, `efforts` has the default first, and is empty where it does not reason."""

    name: str
    context: int
    efforts: tuple[str, ...]
    shutdown: date | None = None
    writes: bool = False  # whether writing to the prompt cache is counted
    only: str | None = None  # "responses" or "audio", where it does not do all
    restricted: bool = False
    version_of: str | None = None  # the name without the day, for a fixed version
    takes_all: bool = False  # whether it refuses no parameter, at no effort

    @property
    def default_effort(self) -> str | None:
        """The effort in force where a request names none; None for a model that does not reason."""
        return self.efforts[0] if self.efforts else None

    def why_not(self, parameter: str, effort: str | None = None) -> str | None:
        """Return why the model refuses a parameter at this effort (default: its own); None if it takes it.

        `parameter` is a name of either API, or "effort" or "verbosity" (whose only value then is medium).
        """
        if self.takes_all:
            return None
        if not self.efforts:
            return {"effort": f"{self.name} does not reason", "verbosity": f"{self.name} has only medium"}.get(parameter)
        if parameter in OLDER:
            return f"{self.name} can reason, and such models do not take it"
        if parameter not in SAMPLING or (effort or self.default_effort) == "none":
            return None
        if "none" in self.efforts:
            return "only with effort none: a model that reasons takes no sampling parameters"
        return f"{self.name} always reasons, and a model that reasons takes no sampling parameters"


def find(name: str | None) -> Model | None:
    """Return the model of this name (also that of a fixed version, such as gpt-5.5-2026-04-23), or None."""
    return None if name is None else known().get(name)


@cache
def known() -> dict[str, Model]:
    """Return all known models by name, in the order of the table, each followed by its fixed versions."""
    from .tables import read_table  # here, because it takes a moment, and most programs never ask

    return {model.name: model for name, row in read_table("models.yaml").items() for model in _versions(name, row)}


_stood_in_for: dict[str, None] = {}  # in the order in which they were named


def stand_in_for(name: str) -> None:
    """Let the stand-in of this process answer for the model `name`, even if the table does not have it.

    Who works with a model of their own can then run the same code against the stand-in. `find` still
    tells only what is in the table: what such a model really takes, nobody here knows.
    """
    _stood_in_for[name] = None


def answered_for(name: str | None) -> Model | None:
    """Return the model that the stand-in acts as when it is asked for `name`, or None if there is no such model.

    For a name given to `stand_in_for` that is one that takes everything, at any effort. Only a model that
    takes effort none by the table stays as the table has it.
    """
    model = find(name)
    if name not in _stood_in_for or (model and "none" in model.efforts):
        return model
    efforts = ("none", *(effort for effort in EFFORTS if effort != "none"))
    return Model(name, model.context if model else 128_000, efforts, takes_all=True)


def answered() -> list[str]:
    """Return the names of all models that the stand-in answers for, those of the table first."""
    return list(dict.fromkeys([*known(), *_stood_in_for]))


def offered() -> list[str]:
    """Return the names to choose from: models that answer text on both endpoints, without their fixed versions."""
    return [name for name, model in known().items() if not (model.only or model.restricted or model.version_of)]


def _versions(name: str, row: dict) -> Iterator[Model]:
    days = row.pop("dated", [])
    row["efforts"] = tuple(row["efforts"])
    yield Model(name, **row)
    for day in days:
        yield Model(f"{name}-{day}", version_of=name, **row)
