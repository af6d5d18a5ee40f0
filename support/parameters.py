"""What goes along with a request: the parameters that this course sends when nobody says otherwise."""

from offline import models

from .wrong_calls import as_sent

DEFAULT_TEMPERATURE = 0.5


def default_parameters(model: str) -> dict:
    """Return the parameters that this course sends to `model` when you do not say otherwise.

    Most current models take a temperature only while they do not reason; some always reason, and get
    the effort that leaves most of the tokens to the answer (see 04_parameters.ipynb). A model that is
    not in our table (offline/data/models.yaml) is sent nothing, because it may refuse it.
    """
    known = models.find(model)
    if known is None:
        return {}
    effort = next((effort for effort in ("none", "low") if effort in known.efforts), None)
    reasoning = {"reasoning": {"effort": effort}} if effort else {}
    return reasoning if known.why_not("temperature", effort) else reasoning | {"temperature": DEFAULT_TEMPERATURE}


def merge_parameters(model: str, given: dict) -> dict:
    """Return the default parameters of `model`, overridden by those given that are not None.

    `max_tokens` is what the Responses API calls `max_output_tokens`. Raises TypeError, and says what
    to write, for a parameter that is not of its type.
    """
    given = as_sent({"model": model} | given)
    reasoning = given.get("reasoning")
    reasons = isinstance(reasoning, dict) and reasoning.get("effort") != "none"
    defaults = {} if reasons else default_parameters(given["model"])  # a model that reasons takes no temperature
    return defaults | given
