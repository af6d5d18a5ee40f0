"""The playground's logic, without a widget: what a model takes, the request, its code, its runs."""

import contextlib
import csv
import io
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import offline
import utils
from offline import models
from offline.model import tokens
from support.odd_replies import no_text

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


def build_request(
    prompt: str,
    *,
    instructions: str = "",
    model: str = utils.DEFAULT_MODEL,
    temperature: float | None = None,
    top_p: float | None = None,
    max_tokens: int | None = None,
    effort: str | None = None,
    verbosity: str | None = None,
) -> dict:
    """Return the arguments of `client.responses.create` for these choices.

    What the model does not take, and what says no more than the API's default, is left out.
    """
    refused = not_taken(model, effort)
    request = {
        "model": model,
        "instructions": instructions or None,
        "input": prompt,
        "max_output_tokens": max_tokens,
        "reasoning": {"effort": effort} if effort and "effort" not in refused else None,
        "temperature": None if "temperature" in refused else temperature,
        "top_p": None if "top_p" in refused or top_p == 1 else top_p,
        "text": {"verbosity": verbosity} if verbosity not in (None, "medium") and "verbosity" not in refused else None,
    }
    return {name: value for name, value in request.items() if value is not None}


def python_code(request: dict, samples: int = 1) -> str:
    """Return Python that makes this request, ready to run in a cell of its own."""
    # A JSON text without true, false and null is a Python expression too.
    arguments = [f"    {name}={json.dumps(value, ensure_ascii=False)}," for name, value in request.items()]
    call = ["response = client.responses.create(", *arguments, ")", "print(response.output_text)"]
    if samples > 1:
        call = [f"for _ in range({samples}):", *(f"    {line}" for line in call)]
    return "\n".join(["from utils import get_client", "", "client = get_client()", *call])


# --- What it will cost ---


def is_free(client) -> bool:
    """Return whether the offline stand-in answers this client, so that nothing is paid."""
    return str(client.base_url).rstrip("/") == offline.BASE_URL


def highest_cost(request: dict, calls: int = 1) -> float | None:
    """Return about how many US dollars `calls` such requests cost at most; None: price unknown."""
    from genai_prices import Usage, calc_price

    limit = request.get("max_output_tokens")
    sent = tokens.count(request["input"]) + tokens.count(request.get("instructions", "")) + 11  # 11: around the messages
    if limit is None:
        return None
    try:
        price = calc_price(Usage(input_tokens=sent, output_tokens=limit), model_ref=request["model"], provider_id="openai")
    except LookupError:
        return None
    return calls * float(price.total_price)


def plan_sentence(request: dict, calls: int, *, free: bool) -> str:
    """Return the sentence that says how many calls a run makes, and about what they cost at most."""
    dollars = highest_cost(request, calls)
    count = "1 call" if calls == 1 else f"{calls} calls"
    price = "at a price that is not known" if dollars is None else f"at most about {utils.format_cost(_two_digits(dollars))}"
    if not free:
        return f"This makes {count}, {price}{' together' if calls > 1 and dollars is not None else ''}."
    return f"This makes {count}. Offline, nothing is paid (with a key: {price})."


def _two_digits(dollars: float) -> float:
    return float(f"{dollars:.2g}")


# --- One call ---


@dataclass
class Run:
    """One call of the playground: what was asked, and what came of it."""

    number: int
    request: dict
    text: str = ""
    status: str = "running"  # then finished, cut off, stopped or failed
    note: str = ""  # what there is to say about the status
    tokens_in: int | None = None
    tokens_out: int | None = None
    cost: float | None = None  # US dollars
    first_token: float | None = None  # seconds
    seconds: float | None = None
    begun: float = field(default_factory=time.perf_counter, repr=False)

    def end(self, status: str, note: str = "") -> None:
        """Set the final status; the first one stands."""
        if self.status == "running":
            self.status, self.note = status, note
            self.seconds = time.perf_counter() - self.begun

    def row(self) -> dict:
        """Return the run as one flat row for a table; what was not sent is None."""
        request = self.request
        return {
            "run": self.number,
            "reply": self.text,
            "status": self.status,
            "model": request["model"],
            "effort": request.get("reasoning", {}).get("effort"),
            "temperature": request.get("temperature"),
            "top_p": request.get("top_p"),
            "max_tokens": request.get("max_output_tokens"),
            "verbosity": request.get("text", {}).get("verbosity"),
            "prompt": request["input"],
            "instructions": request.get("instructions"),
            "tokens_in": self.tokens_in,
            "tokens_out": self.tokens_out,
            "cost_usd": self.cost,
            "first_token_s": _rounded(self.first_token),
            "total_s": _rounded(self.seconds),
            "note": self.note,
        }


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 4)


def make_call(client, run: Run, *, changed: Callable[[], None] = lambda: None, stopped: Callable[[], bool] = lambda: False):
    """Make the run's call as a stream, and write into `run` what comes.

    `changed` is called after each piece of text. As soon as `stopped` returns True, the stream is
    closed. Raises nothing: what goes wrong becomes the run's status and note.
    """
    run.begun = time.perf_counter()
    try:
        with contextlib.closing(utils.stream_response(client, **run.request)) as pieces:
            while True:
                piece = next(pieces)
                if stopped():
                    return run.end("stopped", stop_note(run))
                run.first_token = run.first_token or time.perf_counter() - run.begun
                run.text += piece
                changed()
    except StopIteration as end:
        _finish(run, end.value[0])
    except Exception as error:
        run.end("failed", utils.explain(error))


def _finish(run: Run, response) -> None:
    if response.usage:
        run.tokens_in, run.tokens_out = response.usage.input_tokens, response.usage.output_tokens
    run.cost = utils.cost(response)
    if response.status != "incomplete":
        return run.end("finished") if run.text.strip() else run.end("failed", utils.explain(no_text(response)))
    reason = response.incomplete_details.reason if response.incomplete_details else None
    if reason == "content_filter":
        return run.end("cut off", "A content filter ended the reply.")
    where = "Cut off here" if run.text else "Cut off before the first word: all tokens went into reasoning"
    run.end("cut off", f"{where}. The limit of {run.request.get('max_output_tokens')} tokens was reached.")


def stop_note(run: Run) -> str:
    """Return what to say about a stopped run: a stopped stream no longer reports what it used."""
    return f"Stopped by you. What was written until then is still paid for: about {tokens.count(run.text)} tokens out."


# --- Many runs ---


def to_csv(runs: list[Run]) -> str:
    """Return the runs as CSV, one line each, with a header line.

    A text that a spreadsheet would take for a formula, and run, gets a `'` before it.
    """
    text = io.StringIO()
    columns = list(Run(0, {"model": "", "input": ""}).row())
    # Every text in quotes: on its own, csv leaves one with a lone "\r" bare, which then breaks the line.
    writer = csv.DictWriter(text, columns, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writeheader()
    writer.writerows({name: _no_formula(value) for name, value in run.row().items()} for run in runs)
    return text.getvalue()


def _no_formula(value):
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def to_dataframe(runs: list[Run]):
    """Return the runs as a pandas DataFrame. Raises ImportError, with what to do, where pandas is missing."""
    try:
        import pandas
    except ImportError as error:
        raise ImportError("A DataFrame needs pandas: run `%pip install pandas`, or use to_csv() instead.") from error
    return pandas.DataFrame([run.row() for run in runs])
