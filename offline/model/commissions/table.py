"""The table of commissions, read from data/commissions.yaml when it is first needed."""

from functools import cache
from types import SimpleNamespace

from ...tables import read_table


@cache
def known() -> SimpleNamespace:
    """Return the table."""
    return SimpleNamespace(**read_table("commissions.yaml"))
