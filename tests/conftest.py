"""Fixtures that the tests share."""

from functools import cache

import pytest
from hypothesis import settings

import offline
import utils
from offline.model import answers
from offline.server import serve

settings.register_profile("repeatable", derandomize=True, database=None, deadline=None, max_examples=50)
settings.load_profile("repeatable")

answers.load = cache(answers.load)  # the file need not be read again for every test


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    """Let every test begin with a stand-in that has heard nothing, and helpers that remember nothing."""
    monkeypatch.setattr(offline, "shared", offline.StandIn())
    utils.default_client.cache_clear()
    utils.default_conversation.cache_clear()


@pytest.fixture
def standin() -> offline.StandIn:
    """Return the stand-in behind `client`, `server` and the helpers' default client."""
    return offline.shared


@pytest.fixture
def client(standin):
    """Return the SDK's client, answered by the stand-in in this process."""
    with offline.client(standin, max_retries=0) as client:
        yield client


@pytest.fixture
def server(standin, monkeypatch) -> str:
    """Return the base URL of a real HTTP server that the stand-in answers."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with serve(standin) as running:
        yield running.url


@pytest.fixture
def no_switch(monkeypatch, tmp_path):
    """Take away the switch that keeps tests offline, in an empty folder where no person's .env is found."""
    monkeypatch.delenv("TUTORIAL_OFFLINE")
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_bytes(b"")
    return tmp_path
