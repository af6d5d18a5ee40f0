"""The server that the settings name by an address or a key, beside a model on this machine."""

import openai
import pytest

from support.by_address import client_by_address
from support.served import server_of
from support.settings import Settings

KEY = "not-a-real-key-" + "0" * 20
NAMED = {
    "an address": ({"OPENAI_BASE_URL": "http://localhost:11434/v1"}, "http://localhost:11434/v1/", True),
    "an address beside a file": (
        {"OPENAI_BASE_URL": "http://localhost:1234/v1", "TUTORIAL_LOCAL": "a.gguf"},
        "http://localhost:1234/v1/",
        True,
    ),
    "a key": ({"OPENAI_API_KEY": KEY}, "https://api.openai.com/v1/", False),
}
NOBODY = {
    "nothing": {},
    "a file alone": {"TUTORIAL_LOCAL": "a.gguf"},
    "a file, and a key that would cost": {"TUTORIAL_LOCAL": "a.gguf", "OPENAI_API_KEY": KEY},
    "a placeholder": {"OPENAI_API_KEY": "your-key-here"},
    "the switch": {"TUTORIAL_OFFLINE": "1", "OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": "http://localhost:1234/v1"},
}


@pytest.mark.parametrize(("settings", "address", "asks"), NAMED.values(), ids=NAMED)
def test_who_is_named(settings, address, asks):
    settings = Settings(settings)
    before = dict(settings)
    client = client_by_address(settings, "llama3.2")
    assert str(client.base_url) == address
    assert (server_of(client) is not None) == asks  # OpenAI is asked nothing beforehand
    assert dict(settings) == before


@pytest.mark.parametrize("settings", NOBODY.values(), ids=NOBODY)
def test_nobody_is_named(settings):
    assert client_by_address(Settings(settings), "llama3.2") is None


def test_an_address_that_is_none_is_said():
    with pytest.raises(openai.OpenAIError, match="must begin with"):
        client_by_address(Settings({"OPENAI_BASE_URL": "localhost:1234"}), "llama3.2")
