"""Which of two packs is cheaper: the price for the same amount of each."""

from ...regex import Regex
from ..numbers import shown
from ..question import Answer
from .told import N, Told, value, worked

_UNIT = r"(?P<{0}>kg|kilos?|kilograms?|g|grams?|l|liters?|litres?|ml|cl|oz|ounces?|lb|pieces?|rolls?|pcs|pack(?:s|et)?|bottles?|cans?|eggs?|[a-z]+s)"
_PACK = r"{n} ?{unit}(?: \w+)?(?: pack| bag| box| bottle)? (?:for|at|costs?|is|=) {n}(?: money)?"
_PACKS = Regex(
    _PACK.format(n=N, unit=_UNIT.format("one"))
    + r"[ ,.;?]*(?:or|and|vs|versus|(?:cheaper|better(?: value| deal| price)?|less) than)[ ,]+(?:the )?"
    + _PACK.format(n=N, unit=_UNIT.format("other"))
)
_PRICED = Regex(
    r"\b(?:cheap\w*|better (?:deal|price|value|offer)|best (?:deal|price|value)|worth|better|less expensive|deal)\b",
    needs="best better cheap deal expensive worth",
)
_BASE = {  # a unit: what it is counted in, and how many of that it is
    "kg": ("kg", 1), "kilo": ("kg", 1), "kilogram": ("kg", 1), "g": ("kg", 0.001), "gram": ("kg", 0.001), "l": ("liter", 1), "liter": ("liter", 1),
    "litre": ("liter", 1), "ml": ("liter", 0.001), "cl": ("liter", 0.01), "oz": ("ounce", 1), "ounce": ("ounce", 1), "lb": ("ounce", 16),
}  # fmt: skip


def answer(told: Told) -> Answer | None:
    """Return which of two packs costs less for the same amount; None if that is not asked, or they cannot be compared."""
    if not told.asks(_PRICED) or not (found := told.take(_PACKS)) or told.left:
        return None
    (name, one), (other_name, other) = _base(found["one"]), _base(found["other"])
    amounts = value(found[1]) * one, value(found[4]) * other
    if name != other_name or not all(amounts):
        return None
    first, second = value(found[3]) / amounts[0], value(found[6]) / amounts[1]
    packs = [f"{shown(value(found[1]))} {found['one']}", f"{shown(value(found[4]))} {found['other']}"]
    costs = [
        f"{told.money(price)} a {name}" if price >= 0.1 else f"{shown(price * 100)} per 100 {name}s" for price in (first, second)
    ]
    if abs(first - second) < 1e-9:
        return worked(f"They cost the same: {costs[0]}.", "the same")
    best = 0 if first < second else 1
    return worked(
        f"The {packs[best]} {'is' if name in ('kg', 'liter', 'ounce') else 'are'} cheaper: {costs[best]}, against {costs[1 - best]}. Worth it if you use all of it.",
        packs[best],
    )


def _base(unit: str) -> tuple[str, float]:
    single = unit[:-1] if unit.endswith("s") and unit != "s" else unit
    return _BASE.get(single, (single, 1))
