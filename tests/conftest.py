"""Fixtures that the tests share."""

import pytest
from asking import FRANCE
from hypothesis import settings

import offline
import utils
from offline.server import serve
from support import served
from utils import Conversation

settings.register_profile("repeatable", derandomize=True, database=None, deadline=None, max_examples=50)
settings.load_profile("repeatable")


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    """Let every test begin with a stand-in that has heard nothing, and helpers that remember nothing."""
    monkeypatch.setattr(offline, "shared", offline.StandIn())
    utils.default_client.cache_clear()
    utils.default_conversation.cache_clear()
    monkeypatch.setattr(served, "_servers", {})  # the next test's server may get the port of this one's


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
def talk(client) -> Conversation:
    """Return a conversation with one turn behind it."""
    talk = Conversation("Be brief.", client=client)
    talk.ask(FRANCE, temperature=0)
    return talk


@pytest.fixture
def hurry(monkeypatch):
    """Let the SDK wait less between its tries."""
    monkeypatch.setattr("openai._base_client.INITIAL_RETRY_DELAY", 0.001)
    monkeypatch.setattr("openai._base_client.MAX_RETRY_DELAY", 0.001)


@pytest.fixture
def no_switch(monkeypatch, tmp_path):
    """Take away the switch that keeps tests offline, in an empty folder where no person's .env is found."""
    monkeypatch.delenv("TUTORIAL_OFFLINE")
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_bytes(b"")
    return tmp_path
