"""What a conversation will cost: the bill turn by turn, worked out and drawn."""

from dataclasses import dataclass

import ipywidgets

import utils

from .. import markup, plans
from ..elements import FULL, Screen
from ..face import Face

AROUND = 4  # tokens around each message, about (see offline/model/context.py)
PARTS = {"cached": "history from the cache", "history": "history", "in": "your message", "out": "reply"}
SIGNS = {"cached": "░", "history": "▒", "in": "▓", "out": "█"}  # in a still
BATCH = 0.5  # the Batch API costs half (OpenAI's price list, November 2026)


@dataclass(frozen=True)
class TurnBill:
    """One turn: its tokens and dollars. `history` is sent again, of which `cached` are read from the cache."""

    history: int
    cached: int
    new: int
    written: int
    cost: float | None  # None: price unknown


def price_of(model: str, sent: int, written: int, cached: int = 0) -> float | None:
    """Return US dollars for tokens sent (`cached` of them from the cache) and written; None: price unknown."""
    from genai_prices import Usage, calc_price  # only here: it takes a moment

    usage = Usage(input_tokens=sent, cache_read_tokens=cached, output_tokens=written)
    try:
        return float(calc_price(usage, model_ref=model, provider_id="openai").total_price)
    except LookupError:
        return None


def bill(
    turns: int, sent: int, written: int, *, model: str = utils.DEFAULT_MODEL, cached: float = 0.0, batch: bool = False
) -> list[TurnBill]:
    """Return what each turn of a conversation uses and costs, as every turn sends the whole history again.

    `sent` and `written` are the tokens of each question and of each reply, `cached` is the share of the
    history that the prompt cache has, `batch` halves the price.
    """
    bills = []
    for turn in range(turns):
        history = turn * (sent + written + 2 * AROUND)
        from_cache, new = round(cached * history), sent + AROUND
        dollars = price_of(model, history + new, written, from_cache)
        cost = None if dollars is None else dollars * (BATCH if batch else 1)
        bills.append(TurnBill(history, from_cache, new, written, cost))
    return bills


def total(bills: list[TurnBill]) -> float | None:
    """Return what all turns cost together, in US dollars; None: price unknown."""
    costs = [each.cost for each in bills]
    return None if None in costs else sum(costs)


def bill_page(bills: list[TurnBill], *, still: bool = False) -> str:
    """Return the bill as bars, one for each turn; `still`: as a table that needs no style sheet."""
    most = max(each.history + each.new + each.written for each in bills)
    rows = "".join(_row(number, each, most, still) for number, each in enumerate(bills, 1))
    legend = ", ".join(
        f'<span class="tut-key tut-{kind}"></span>{SIGNS[kind] if still else ""} {part}' for kind, part in PARTS.items()
    )
    return f'<table class="tut-bars tut-bill"><caption>Tokens of each turn: {legend}</caption><tbody>{rows}</tbody></table>'


def _row(number: int, each: TurnBill, most: int, still: bool) -> str:
    parts = {"cached": each.cached, "history": each.history - each.cached, "in": each.new, "out": each.written}
    if still:
        drawn = "".join(SIGNS[kind] * round(30 * count / most) for kind, count in parts.items())
    else:
        bars = (
            f'<div class="tut-bar tut-{kind}" style="width: {100 * count / most:.2f}%"></div>' for kind, count in parts.items()
        )
        drawn = f'<div class="tut-stack">{"".join(bars)}</div>'
    said = f"{each.history + each.new:,} in, {each.written:,} out, {utils.format_cost(each.cost)}"
    return f'<tr><th scope="row">turn {number}</th><td aria-hidden="true">{drawn}</td><td>{said}</td></tr>'


class CostCalculator(Face):
    """See `cost_calculator`."""

    def __init__(self, turns, sent, written, model, cached, batch):
        def slider(value, high, label, step=1, low=1):
            return ipywidgets.IntSlider(value, min=low, max=high, step=step, description=label, layout=FULL)

        self.turns = slider(turns, 30, "Turns")
        self.sent = slider(sent, 2_000, "Tokens of each message", 10, 10)
        self.written = slider(written, 2_000, "Tokens of each reply", 10, 10)
        self.cached = ipywidgets.IntSlider(
            round(100 * cached), min=0, max=100, step=5, description="% of history cached", layout=FULL
        )
        models = list(dict.fromkeys([model, *plans.usable_models()]))
        self.model = ipywidgets.Dropdown(options=models, value=model, description="Model", layout=FULL)
        self.batch = ipywidgets.Checkbox(batch, description="As a batch: half the price, within a day", indent=False, layout=FULL)
        self.said = Screen(label="The bill in words")
        self.picture = Screen(label="The bill, turn by turn")
        controls = [self.model, self.turns, self.sent, self.written, self.cached, self.batch]
        grid = ipywidgets.Box(controls)
        grid.add_class("tut-controls")
        grid.add_class("tut-control")
        super().__init__([grid, self.said, self.picture])
        for control in controls:
            control.observe(self._draw, "value")
        self._draw()

    def bill(self) -> list[TurnBill]:
        """Return the bill for what the controls say."""
        share = self.cached.value / 100
        values = (self.turns.value, self.sent.value, self.written.value)
        return bill(*values, model=self.model.value, cached=share, batch=self.batch.value)

    def sentence(self) -> str:
        """Return the bill in words."""
        bills = self.bill()
        tokens = sum(each.history + each.new for each in bills), sum(each.written for each in bills)
        return f"In all {tokens[0]:,} tokens in, {tokens[1]:,} out: {utils.format_cost(total(bills))} with {self.model.value}."

    def _draw(self, change=None) -> None:
        self.said.live = markup.plain(self.sentence())
        self.picture.live = bill_page(self.bill())

    def still(self) -> tuple[str, str]:
        said = self.sentence()
        return f"Cost calculator\n{said}", markup.still(
            "Cost calculator", markup.plain(said) + bill_page(self.bill(), still=True)
        )


def cost_calculator(
    turns: int = 10,
    sent: int = 50,
    written: int = 200,
    *,
    model: str = utils.DEFAULT_MODEL,
    cached: float = 0.0,
    batch: bool = False,
) -> CostCalculator:
    """Return a calculator for what a conversation costs: its turns, its lengths, the model, the cache, a batch.

    The arguments are what the controls show at first; see `bill` for what they mean. Nothing is sent.
    """
    return CostCalculator(turns, sent, written, model, cached, batch)
