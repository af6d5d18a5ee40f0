"""One prompt, one reply: `generate_text`."""

import json
import re

import openai
import pytest
from asking import FRANCE, PARIS
from far_end import far_end
from odd_bodies import message, reply

import offline
import utils
from offline import models
from utils import Conversation, generate_text


def test_the_example_of_2023():
    assert generate_text(FRANCE) == PARIS


def test_text_comes_without_spaces_around_it():
    body = offline.client().responses.create(model="gpt-4o", input="Hello").model_dump()
    body["output"][0]["content"][0]["text"] = "\n Hi. \n"
    assert generate_text("Hello", client=far_end(body)) == "Hi."


@pytest.mark.parametrize("model", models.offered())
def test_the_defaults_suit_every_model(standin, client, model):
    assert "Paris" in generate_text(FRANCE, model, client=client)
    efforts, (_, sent) = models.find(model).efforts, standin.requests[-1]
    assert sent["max_output_tokens"] == 150
    assert sent.get("temperature") == (0.5 if not efforts or "none" in efforts else None)


@pytest.mark.parametrize(
    ("model", "defaults"),
    [
        ("gpt-5.2-pro", {}),
        ("gpt-7-nova", {}),
        ("o3", {"reasoning": {"effort": "low"}}),
        ("llama3.2", {}),
        ("openai/gpt-5-mini", {}),
        ("openai/gpt-6-luna", {}),
        ("azure/gpt-5", {}),
        ("ft:gpt-5-mini:acme::abc", {}),
        ("ft:gpt-4o-2024-08-06:acme::abc", {}),
        ("gpt-5-mini@eastus", {}),
        ("GPT-4o", {}),
        ("gpt-4-my-deployment", {}),
        ("models/gemini-4-flash", {}),
        ("C:\\models\\smollm2.gguf", {}),
        ("gpt-4o-2024-08-06", {"temperature": 0.5}),
    ],
)
def test_the_defaults_for_other_models_are_careful(model, defaults):
    assert utils.default_parameters(model) == defaults


UNKNOWN = ["openai/gpt-5-mini", "ft:gpt-5-mini:acme::abc", "my-deployment", "llama3.2:1b"]


@pytest.mark.parametrize("model", UNKNOWN)
def test_a_model_that_nobody_knows_is_sent_only_what_you_give(model):
    client = far_end(reply(message("Hi."), model=model), reply(message("Hi."), model=model), reply(message("Hi."), model=model))
    generate_text("Hello!", model, client=client)
    Conversation(client=client, model=model).ask("Hello!")
    generate_text("Hello!", model, client=client, temperature=0.2, reasoning={"effort": "low"})
    bodies = [json.loads(request.content) for request in client.requests]
    assert bodies[0] == {"model": model, "input": "Hello!", "max_output_tokens": 150}
    assert bodies[1].keys() == {"model", "input"}
    assert (bodies[2]["temperature"], bodies[2]["reasoning"]) == (0.2, {"effort": "low"})


def test_each_message_says_that_it_is_one(client, standin):
    """Or llama.cpp's server does not take the second question of a conversation."""
    talk, call = (
        Conversation("Be brief.", client=client),
        {"type": "function_call", "call_id": "c", "name": "f", "arguments": "{}"},
    )
    output = {"type": "function_call_output", "call_id": "c", "output": "5"}
    for ask in (talk.ask, lambda question: list(talk.stream(question)), talk.ask):
        ask(FRANCE)
        assert [item["type"] for item in standin.requests[-1][1]["input"]] == ["message"] * (len(talk.messages) - 1)
    assert [message.keys() for message in talk.messages] == [{"role", "content"}] * 6, "what is kept stays as the lesson has it"
    said = [{"role": "user", "content": FRANCE}, call, output, {"type": "message", "role": "user", "content": "And now?"}]
    generate_text(said, client=client)
    assert standin.requests[-1][1]["input"] == [{"type": "message"} | said[0], call, output, said[3]]
    assert said[0] == {"role": "user", "content": FRANCE}, "the caller's own list stays as it was"


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"temperature": 0}, {"temperature": 0, "reasoning": {"effort": "none"}}),
        ({"reasoning": {"effort": "high"}, "max_tokens": 900}, {"reasoning": {"effort": "high"}, "max_output_tokens": 900}),
        ({"instructions": "Speak like a pirate."}, {"instructions": "Speak like a pirate.", "temperature": 0.5}),
        ({"max_tokens": None}, {"temperature": 0.5}),
    ],
    ids=["temperature", "reasoning", "instructions", "no bound"],
)
def test_what_is_given_is_sent(standin, given, sent):
    generate_text(FRANCE, **given)
    body = standin.requests[-1][1]
    assert body.items() >= sent.items()
    assert ("temperature" in body, "max_output_tokens" in body) == (
        "temperature" in sent,
        given.get("max_tokens", 150) is not None,
    )


@pytest.mark.parametrize(
    ("params", "error", "wording"),
    [
        ({"temperature": 5}, openai.BadRequestError, "Expected a value <= 2, but got 5"),
        ({"model": "gpt-5", "temperature": 0.5}, openai.BadRequestError, "'temperature' is not supported with this model"),
        ({"temperature": 0.5, "reasoning": {"effort": "high"}}, openai.BadRequestError, "'temperature' is not supported"),
        ({"model": "gpt-6-astra", "reasoning": {"effort": "none"}}, openai.BadRequestError, "'none' is not supported with the"),
        ({"max_tokens": 5}, openai.BadRequestError, "Expected a value >= 16"),
        ({"model": "gpt-9"}, openai.BadRequestError, "'gpt-9' does not exist"),
        ({"client": offline.client(api_key="wrong")}, openai.AuthenticationError, "Incorrect API key"),
        ({"seed": 1}, TypeError, "seed"),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) and "client" not in value else "",
)
def test_what_the_api_refuses_reaches_the_caller(params, error, wording):
    with pytest.raises(error, match=re.escape(wording)):
        generate_text(FRANCE, **params)


def test_a_reply_cut_off_before_its_first_word():
    with pytest.raises(utils.CutOff, match="Allow more tokens"):
        generate_text(FRANCE, "gpt-6-astra", max_tokens=20)


def test_a_refusal_is_the_text():
    body = offline.client().responses.create(model="gpt-4o", input="Hello").model_dump()
    body["output"][0]["content"] = [{"type": "refusal", "refusal": "I cannot help with that."}]
    assert generate_text("Hello", client=far_end(body)) == "I cannot help with that."


def test_generate_text_does_not_stream(client):
    with pytest.raises(TypeError, match=r"Conversation\.stream"):
        generate_text("Hello!", client=client, stream=True)
