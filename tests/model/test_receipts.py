"""Receipts: whatever is bought and however the till sets it apart, it comes out as it went in; other texts stay as they are."""

import time

from hypothesis import given
from hypothesis import strategies as st
from short_schemas import shape
from writing_forms import filled

from offline.model.evidence import columns

WARES = "Bagel|Flat white|Green tea|Notebook|Dog food|Blue mug|Cough syrup|Kite|Soap|Honey|Lentil soup|Garden hose".split("|")
GAPS = ["   ", "\t", "          ", " ...... ", "  .........  "]
FORM = shape({"items": [{"product": "str", "quantity": "int", "price": "number"}], "total": "number"})
lines = st.lists(
    st.tuples(st.integers(2, 9), st.sampled_from(WARES), st.integers(1, 99_999)),
    min_size=2,
    max_size=6,
    unique_by=lambda row: row[1],
)


@given(lines, st.sampled_from(GAPS), st.sampled_from(["Total", "TOTAL", "Total due"]), st.booleans())
def test_what_was_bought_comes_out_as_it_went_in(bought, gap, total, marked):
    rows = [f"{count} {'x ' if marked else ''}{name}{gap}{cents / 100:.2f}" for count, name, cents in bought]
    whole = sum(cents for _, _, cents in bought) / 100
    receipt = "\n".join(["CORNER SHOP", "", *rows, "", f"{total}{gap}{whole:.2f}", "Thank you!"])
    items = [{"product": name, "quantity": count, "price": cents / 100} for count, name, cents in bought]
    assert filled(FORM, receipt) == {"items": items, "total": whole}


NO_RECEIPTS = [
    "Python 3.12 is out.\nSQLite 3.45 is out.",
    "I paid 3.50 for tea.\nIt was good.",
    "Tea   3.50",
    "Dear Sam,\n\nwe meet at 10.30\nand leave at 11.15\n\nBest, Dana",
    "pi = 3.14\ne = 2.71",
    "name,price\ntea,3.50\ncake,4.20",
]


def test_other_texts_are_no_receipts():
    assert [text for text in NO_RECEIPTS if columns.rows(text)] == []


@given(st.text(max_size=200))
def test_no_text_breaks_it(text):
    receipt = columns.rows(text)
    assert not receipt or columns.in_lines(text)
    assert len(columns.called(receipt)) <= len(receipt)


LONG = ["word and more " * 430, "a" + " " * 6_000, "12 3.45 " * 750, "a" + "." * 6_000, "x" * 6_000]


def test_long_texts_take_no_time():
    started = time.perf_counter()
    assert [text for text in LONG if columns.rows(text)] == []
    assert time.perf_counter() - started < 0.5  # seconds; a pattern that tries everything takes several for each
