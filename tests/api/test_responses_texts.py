"""Texts of all kinds and of any length."""

import json
import time

import openai
import pytest
from asking import FRANCE, PARIS, create


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        *((text, "I am the offline stand-in") for text in (" ", "🙂" * 50, "\x00", "e\u0301", "İstanbul straße", "a" * 20_000)),
        ("你好，世界", "我是不用网络、不用模型来回答的“offline stand-in”"),
        ("مرحبا", "مرحبا"),
    ],
)
def test_any_text_is_answered(client, text, begins):
    assert create(client, text).output_text.startswith(begins)
    assert create(client, f"{text}\nMy name is Zoë.").output_text.startswith("Nice to meet you, Zoë!")


def test_long_input_is_answered_or_refused_quickly(client):
    started = time.perf_counter()
    assert create(client, "All work and no play. " * 40_000 + FRANCE).output_text == PARIS
    with pytest.raises(openai.BadRequestError):
        create(client, "a " * 5_000_000)
    assert time.perf_counter() - started < 5


def test_truncation_drops_the_oldest_messages(client):
    history = [{"role": "user", "content": "word " * 90_000}, {"role": "assistant", "content": "Go on."}]
    asked = {"model": "gpt-4o", "input": [*history, *history, {"role": "user", "content": FRANCE}]}
    with pytest.raises(openai.BadRequestError, match="exceeds the context window"):
        client.responses.create(**asked)
    response = client.responses.create(**asked, truncation="auto")
    assert response.output_text == PARIS and response.usage.input_tokens < 128_000


def test_truncation_keeps_the_instructions(client):
    history = [{"role": "user", "content": "word " * 90_000}, {"role": "assistant", "content": "Go on."}]
    told = [{"role": "developer", "content": "Answer in one word."}]
    asked = {"model": "gpt-4o", "truncation": "auto"}
    question = {"role": "user", "content": FRANCE}
    for params in (
        {"instructions": "Answer in one word.", "input": [*history, *history, question]},
        {"instructions": "Be kind.", "input": [*told, *history, *history, question]},
    ):
        response = client.responses.create(**asked, **params)
        assert response.output_text == "Paris" and 90_000 < response.usage.input_tokens < 128_000
    with pytest.raises(openai.BadRequestError, match="exceeds the context window"):
        client.responses.create(**asked, instructions="word " * 130_000, input=[*history, question])


def test_the_instructions_may_say_which_keys_the_json_has(client):
    asked = {"instructions": "Answer in JSON with the keys name and age.", "text": {"format": {"type": "json_object"}}}
    assert json.loads(create(client, "As JSON: Alice is 30 years old.", **asked).output_text) == {"name": "Alice", "age": 30}
