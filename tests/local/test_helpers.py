"""The helpers and the widgets on a real server, with a real model: what they do, not what the model says."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import openai
import pytest

import utils
from app.companion import HELD_BACK, NOT_THERE, Companion
from app.library import Library
from app.study import Study
from support.served import server_of
from utils import Conversation, NotOffered, create_response, generate_text, get_async_client, get_client
from widgets import ask_with_logprobs, chat_box, playground, tokens_of

PATIENCE = 120  # seconds
QUESTION = "What is the capital of France?"
HELLO = "Hello!"
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def client(on_real_server):
    with get_client() as client:
        yield client


@pytest.fixture
def model(on_real_server):
    return on_real_server


def test_it_says_who_answers(client):
    assert "The server at http://127.0.0.1" in utils.who_answers(client)


def test_the_server_was_asked_and_not_guessed(client, model):
    server = server_of(client)
    assert server.answers() and server.has_model(model) and server.has_effort("none")
    assert not (server.has_model("gpt-6-sol") or server.keeps_replies() or server.goes_on())


def test_one_prompt(client, model):
    assert generate_text(QUESTION, model, client=client)
    assert create_response(client, model=model, input=HELLO, max_output_tokens=16).status == "incomplete"


def test_a_conversation_has_a_second_turn(client, model):
    talk = Conversation("Be brief.", client=client, model=model)
    talk.ask(QUESTION)
    assert "".join(talk.stream("And its population?"))
    assert [message["role"] for message in talk.messages] == ["user", "assistant"] * 2
    assert talk.input_tokens > 0 and talk.cost is None


def test_async(on_real_server, model):
    async def ask():
        async with get_async_client() as client:
            return (await client.responses.create(model=model, input=QUESTION)).output_text

    assert asyncio.run(ask())


def test_logprobs(client, model):
    assert tokens_of(ask_with_logprobs("The sky is", model=model, client=client))[0].top


def test_what_it_lacks(client, model):
    for call in (
        lambda: client.responses.retrieve("resp_1"),
        lambda: client.responses.create(model="gpt-6-sol", input=QUESTION),
        lambda: client.moderations.create(input=QUESTION),
        lambda: client.embeddings.create(model=model, input=QUESTION),
    ):
        with pytest.raises(NotOffered):
            call()


def test_it_costs_nothing(on_real_server, model):
    with get_client(budget=0) as limited:
        assert generate_text(QUESTION, model, client=limited) and limited.budget.spent == 0


def test_the_playground_runs(client, model):
    play = playground(HELLO, client=client, model=model, max_tokens=16)
    play.run()
    assert play.wait(PATIENCE)
    assert [(run.status, run.tokens_out) for run in play.runs] == [("cut off", 16)] and play.runs[0].text


def test_the_chat_box_answers(client, model):
    chat = chat_box(Conversation(client=client, model=model))
    for question in (QUESTION, "And its population?"):
        chat.ask(question)
        assert chat.wait(PATIENCE)
    assert len(chat.conversation.messages) == 4


def test_the_companion_shows_what_is_quoted_or_says_that_nothing_is(client, tmp_path):
    companion = Companion(client, Study(tmp_path / "progress.json"), Library())
    shown, cited = companion.checked("".join(companion.ask("What is a token?")))
    assert cited or shown in (HELD_BACK, NOT_THERE)
    assert companion.notice.startswith("This server offers no tools")
    assert [message["content"] for message in companion.talk.messages] == ["What is a token?", shown]


SCRIPT = """
import utils
client = utils.get_client()
print(utils.generate_text("Hello!", max_tokens=16, client=client))
print(client.base_url)
"""


def test_a_file_is_enough_and_the_server_ends_with_the_program(weights, tmp_path):
    """TUTORIAL_LOCAL alone: the server starts, says so, answers, and nothing of it is left."""
    (tmp_path / ".env").write_text(f"TUTORIAL_LOCAL={weights}\n", encoding="utf-8")
    env = {name: value for name, value in os.environ.items() if not name.startswith(("OPENAI_", "TUTORIAL_"))}
    env["PYTHONPATH"] = str(ROOT)
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=tmp_path, env=env, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0 and not done.stderr, done.stderr
    said, *text, url = done.stdout.strip().splitlines()
    assert said.startswith("A model on this machine answers") and weights.stem in said and text
    with pytest.raises(openai.APIConnectionError):
        openai.OpenAI(base_url=url, api_key="any", max_retries=0).models.list()
