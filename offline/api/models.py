"""The models: `client.models`."""

from typing import TYPE_CHECKING

from .. import models
from ..refusals import Refused, words
from ..wire import Reply, Request, json_reply

if TYPE_CHECKING:
    from .standin import StandIn

MADE = 1_767_225_600  # seconds since 1970; one day for all


def list_models(state: "StandIn", request: Request) -> Reply:
    """Answer GET /models."""
    shown = [_shown(model) for model in map(models.answered_for, models.answered()) if model]
    return json_reply({"object": "list", "data": shown})


def retrieve(state: "StandIn", request: Request, model: str) -> Reply:
    """Answer GET /models/{model}."""
    found = models.answered_for(model)
    if found is None:
        raise Refused(f"The model '{model}' does not exist", param="model", code="model_not_found", status=404)
    return json_reply(_shown(found))


def _shown(model: models.Model) -> dict:
    owner = {"id": model.name, "object": "model", "created": MADE, "owned_by": "offline"}
    return owner | {"shutdown_date": model.shutdown and str(model.shutdown)}


def delete(state: "StandIn", request: Request, model: str) -> Reply:
    """Answer DELETE /models/{model}: there is nothing to delete, since nobody can train a model here."""
    raise words.unavailable("models of your own to delete", "model")


ROUTES = {
    ("GET", "/models"): list_models,
    ("GET", "/models/{model}"): retrieve,
    ("DELETE", "/models/{model}"): delete,
}
