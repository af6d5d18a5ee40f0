"""What the playground is going to send, without a widget: what a model takes, the request, its code, its cost."""

import json
from datetime import date

import offline
import utils
from offline import models
from offline.model import tokens

from .parameters import PARAMETERS

PACE = 30  # tokens a second, about as fast as a real model: slow enough to see a reply grow, and to stop it

# --- What a model takes ---


def usable_models(today: date | None = None) -> list[str]:
    """Return the ids of the known models that are not shut down, the course's default first."""
    today = today or date.today()
    usable = [name for name in models.offered() if (models.find(name).shutdown or date.max) > today]
    return list(dict.fromkeys([utils.DEFAULT_MODEL, *usable]))


def efforts_of(model: str) -> list[str]:
    """Return the reasoning efforts a model takes, the least first; all of them for an unknown model."""
    known = models.find(model)
    return [effort for effort in models.EFFORTS if known is None or effort in known.efforts]


def default_effort(model: str) -> str | None:
    """Return the effort that the course sends to a model, or None to send none."""
    return utils.default_parameters(model).get("reasoning", {}).get("effort")


def not_taken(model: str, effort: str | None) -> dict[str, str]:
    """Return the parameters of the playground that a model refuses at this effort, each with the reason."""
    known = models.find(model)
    names = ("effort", "verbosity", "temperature", "top_p") if known else ()
    return {name: reason for name in names if (reason := known.why_not(name, effort))}


def model_note(model: str) -> str:
    """Return what a learner should know before choosing a model, or an empty text."""
    known = models.find(model)
    if known is None:
        return "Not in this course's table of models: it may refuse some parameters."
    return f"OpenAI will switch it off on {known.shutdown}." if known.shutdown else ""


# --- The request and its code ---


def build_request(prompt: str, *, model: str = utils.DEFAULT_MODEL, **choices) -> dict:
    """Return the arguments of `client.responses.create` for these choices; their names are those in PARAMETERS.

    What the model does not take, and what says no more than the API's default, is left out. Raises
    TypeError for a name that is not in the table.
    """
    if unknown := choices.keys() - PARAMETERS.keys():
        raise TypeError(f"There is no parameter {', '.join(sorted(unknown))}; there are {', '.join(PARAMETERS)}.")
    values = {"model": model, "prompt": prompt} | choices
    refused = not_taken(model, choices.get("effort"))
    request: dict = {}
    for name, parameter in PARAMETERS.items():
        if name not in refused and (name == "prompt" or values.get(name) not in parameter.unsent):
            parameter.put(request, values[name])
    return request


def python_code(request: dict, samples: int = 1) -> str:
    """Return Python that makes this request, ready to run in a cell of its own."""
    arguments = [f"    {name}={literal(value)}," for name, value in request.items()]
    call = ["response = client.responses.create(", *arguments, ")", "print(response.output_text)"]
    if samples > 1:
        call = [f"for _ in range({samples}):", *(f"    {line}" for line in call)]
    return "\n".join(["from utils import get_client", "", "client = get_client()", *call])


def literal(value, depth: int = 0) -> str:
    """Return a value as Python writes it, with double quotes; a list of texts or dicts has a line for each."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{literal(key)}: {literal(each, depth + 1)}" for key, each in value.items()) + "}"
    if isinstance(value, list | tuple) and value:
        margin = "    " * depth
        return "[\n" + "".join(f"{margin}    {literal(each, depth + 1)},\n" for each in value) + f"{margin}]"
    return repr(value)


# --- What it will cost ---


def is_free(client) -> bool:
    """Return whether the offline stand-in answers this client, so that nothing is paid."""
    return str(client.base_url).rstrip("/") == offline.BASE_URL


def pace_of(client, slow: bool) -> float:
    """Return how many seconds to wait after each token: none for a real model, which is slow enough by itself."""
    return 1 / PACE if slow and is_free(client) else 0.0


def highest_cost(request: dict) -> float | None:
    """Return about how many US dollars such a request costs at most; None: price unknown."""
    from genai_prices import Usage, calc_price

    limit = request.get("max_output_tokens")
    sent = tokens.count(request["input"]) + tokens.count(request.get("instructions", "")) + 11  # 11: around the messages
    if limit is None:
        return None
    try:
        price = calc_price(Usage(input_tokens=sent, output_tokens=limit), model_ref=request["model"], provider_id="openai")
    except LookupError:
        return None
    return float(price.total_price)


def plan_sentence(requests: list[dict], *, free: bool) -> str:
    """Return the sentence that says how many calls a run makes, and about what they cost at most."""
    if not requests:
        return "As it is, nothing can be sent."
    costs = [highest_cost(request) for request in requests]
    dollars = None if None in costs else sum(costs)
    count = "1 call" if len(requests) == 1 else f"{len(requests)} calls"
    price = "at a price that is not known" if dollars is None else f"at most about {utils.format_cost(_two_digits(dollars))}"
    if not free:
        return f"This makes {count}, {price}{' together' if len(requests) > 1 and dollars is not None else ''}."
    return f"This makes {count}. Offline, nothing is paid (with a key: {price})."


def _two_digits(dollars: float) -> float:
    return float(f"{dollars:.2g}")
