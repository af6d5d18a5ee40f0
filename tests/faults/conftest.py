"""Retries without the wait."""

import pytest


@pytest.fixture(autouse=True)
def hurry(monkeypatch):
    """Let the SDK wait less between its tries."""
    monkeypatch.setattr("openai._base_client.INITIAL_RETRY_DELAY", 0.001)
    monkeypatch.setattr("openai._base_client.MAX_RETRY_DELAY", 0.001)
