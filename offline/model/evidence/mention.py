"""Something that a text mentions, and where."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mention:
    """One mention: what kind of thing it is, as it was written, and where it stands in its text."""

    kind: str  # date, time, number, money, currency, email, url, phone, code, quote, person, place, org, proper, item, ...
    text: str
    start: int
    end: int
    number: float = 0.0  # of numbers and money
    unit: str = ""  # of numbers: a unit of UNITS; of money and currencies: a code such as "USD"
    dimension: str = ""  # what the unit measures: time, length, weight, ...
    noun: str = ""  # of numbers: the words behind, which say what is counted
    day: tuple[int | None, int, int] | None = None  # of dates: year (if it is said), month, day
    sure: float = 0.0  # added to its score

    @classmethod
    def of(cls, kind: str, text: str, start: int, end: int, **more) -> "Mention":
        """Return the mention of what stands from `start` to `end` in a text."""
        return cls(kind, text[start:end], start, end, **more)
