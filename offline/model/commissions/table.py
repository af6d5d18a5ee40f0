"""The tables of commissions and letters, read when they are first needed."""

from functools import cache
from types import SimpleNamespace

from ...tables import read_table


@cache
def known() -> SimpleNamespace:
    """Return what is said in all kinds of commissions."""
    return SimpleNamespace(**read_table("commissions.yaml"))


@cache
def letters() -> SimpleNamespace:
    """Return the purposes of letters and what is said for each."""
    return SimpleNamespace(**read_table("everyday/letters.yaml"))
