"""The right values, from what learners write."""

from pathlib import Path

import pytest
import yaml
from short_schemas import shape
from writing_forms import filled

TABLES = {name: yaml.safe_load((Path(__file__).parent / f"{name}.yaml").read_text(encoding="utf-8")) for name in (
    "extraction", "extraction_more", "extraction_unseen", "extraction_receipts",
)}  # fmt: skip
ROWS = {f"{name}: {row}": told for name, rows in TABLES.items() for row, told in rows.items()}


def forget(value, expected):
    """Return `value` with "..." in every place where any value will do."""
    if isinstance(expected, dict) and isinstance(value, dict):
        return {key: forget(inner, expected.get(key)) for key, inner in value.items()}
    return "..." if expected == "..." else value


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_form_is_filled_with_what_the_message_says(row):
    assert forget(filled(shape(row["form"]), row["text"]), row["reply"]) == row["reply"]
