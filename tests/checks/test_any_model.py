"""A model of one's own in TUTORIAL_MODEL: the stand-in answers for it, and tells the truth about all others."""

import os
import subprocess
import sys
from pathlib import Path

import openai
import pytest

import utils
from offline import models

ROOT = Path(__file__).parents[2]
OWN = [
    "llama3.2",
    "gpt-oss:20b",
    "my model",
    "gpt-4o",
    "gpt-4o-2024-11-20",
    "gpt-5",
    "gpt-5.2-pro",
    "gpt-7-nova",
    "ft:gpt-5-mini:a:b:c",
]
ASKED = {"input": "Tell me a joke."}
MESSAGES = [{"role": "user", "content": "Tell me a joke."}]


@pytest.fixture
def own(monkeypatch):
    """Return a function that names a model of one's own, for this test."""
    monkeypatch.setattr(models, "_stood_in_for", {})
    return models.stand_in_for


@pytest.mark.parametrize("model", OWN)
def test_the_stand_in_answers_for_it_and_refuses_nothing(own, client, model):
    own(model)
    for given in ({}, {"temperature": 1.5}, {"reasoning": {"effort": "none"}}, {"reasoning": {"effort": "high"}, "top_p": 0.5}):
        assert client.responses.create(model=model, **ASKED, **given).model == model
    for given in ({}, {"max_tokens": 50}, {"stop": "x"}, {"temperature": 1.5, "reasoning_effort": "low"}, {"logprobs": True}):
        assert client.chat.completions.create(model=model, messages=MESSAGES, **given).model == model
    assert client.models.retrieve(model).id == model and model in [found.id for found in client.models.list()]
    assert client.responses.input_tokens.count(model=model, **ASKED).input_tokens > 0
    assert utils.generate_text("Hello!", model, client=client)


def test_only_for_it(own, client):
    own("llama3.2")
    for model in ("llama3.1", "llama3.2 "):
        with pytest.raises(openai.BadRequestError, match="does not exist"):
            client.responses.create(model=model, **ASKED)
    with pytest.raises(openai.BadRequestError, match="temperature"):
        client.responses.create(model="gpt-5", temperature=0, **ASKED)


@pytest.mark.parametrize("model", ["gpt-6-luna", "gpt-6-sol"])
def test_a_model_that_takes_all_of_the_course_stays_as_it_is(own, client, model):
    own(model)
    with pytest.raises(openai.BadRequestError, match="temperature"):
        client.responses.create(model=model, temperature=0, **ASKED)
    assert models.answered_for(model) == models.find(model)


def test_what_it_really_takes_is_not_made_up(own):
    own("llama3.2")
    assert models.find("llama3.2") is None and "llama3.2" not in models.known()
    assert utils.default_parameters("llama3.2") == {}


@pytest.mark.parametrize("model", ["llama3.2", "gpt-4o", "gpt-5"])
def test_the_cells_of_the_lessons_that_use_the_stand_in(tmp_path, model):
    """Lessons 5 and 6 use it by name, whoever else answers; the others with TUTORIAL_OFFLINE=1."""
    (tmp_path / ".env").write_text(f"TUTORIAL_OFFLINE=1\nTUTORIAL_MODEL={model}\n", encoding="utf-8")
    program = """
import asyncio, offline
from utils import *
request = {"model": DEFAULT_MODEL, "input": "Tell me a joke.", "reasoning": {"effort": "none"}}
assert [e.type for e in offline.client(pace=500).responses.create(**request, stream=True)][-1] == "response.completed"
assert asyncio.run(offline.async_client().responses.create(**request)).output_text
with offline.failing("server_error", times=1):
    assert generate_text("Hello!", client=offline.client())
assert get_client().responses.create(**request).output_text and ask_chatgpt("Hello!") and "".join(Conversation().stream("Hello!"))
print(DEFAULT_MODEL)
"""
    environment = {name: value for name, value in os.environ.items() if name != "TUTORIAL_OFFLINE"} | {"PYTHONPATH": str(ROOT)}
    run = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines()[-1] == model
