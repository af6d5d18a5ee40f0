"""Retries without the wait."""

import pytest


@pytest.fixture(autouse=True)
def always(hurry):
    """Wait for no retry in any test of this folder."""
