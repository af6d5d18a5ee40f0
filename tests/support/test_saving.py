"""Saved conversations: whole again, or a clear error."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from utils import Conversation


def test_save_and_load(talk, client, tmp_path):
    path = tmp_path / "talk.json"
    talk.ask("Say hello in a café — 你好 🙂")
    talk.save(path)
    again = Conversation.load(path, client=client)
    assert {name: value for name, value in vars(again).items() if name != "client"} == {
        name: value for name, value in vars(talk).items() if name != "client"
    }
    assert "million" in Conversation.load(str(path), client=client).ask("And the population of France?")
    assert [entry.name for entry in tmp_path.iterdir()] == ["talk.json"]
    assert "你好 🙂" in path.read_text(encoding="utf-8")


def test_a_save_that_fails_leaves_the_older_file_whole(talk, tmp_path):
    path = tmp_path / "talk.json"
    talk.save(path)
    before = path.read_bytes()
    talk.messages[0]["content"] = date.today()
    with pytest.raises(TypeError):
        talk.save(path)
    assert path.read_bytes() == before


def test_threads_may_save_to_the_same_file(tmp_path, client):
    talk = Conversation(client=client)
    talk.ask("Hello!")
    path = tmp_path / "talk.json"
    with ThreadPoolExecutor(4) as pool:
        for saved in [pool.submit(talk.save, path) for _ in range(60)]:
            saved.result()
    assert Conversation.load(path).messages == talk.messages
    assert list(tmp_path.iterdir()) == [path]


WHOLE = {"instructions": None, "model": "gpt-4o", "max_history_tokens": None, "input_tokens": 1, "output_tokens": 1, "cost": 0.0}
TURN = [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello!"}]
DAMAGED = {
    "empty": "",
    "cut": json.dumps(WHOLE | {"messages": TURN})[:-20],
    "no object": "[]",
    "no messages": json.dumps(WHOLE),
    "half a turn": json.dumps(WHOLE | {"messages": TURN[:1]}),
    "roles the wrong way round": json.dumps(WHOLE | {"messages": TURN[::-1]}),
    "messages of another kind": json.dumps(WHOLE | {"messages": ["Hi", "Hello!"]}),
    "content of another kind": json.dumps(WHOLE | {"messages": [TURN[0], {"role": "assistant", "content": 5}]}),
    "not UTF-8": b"\xff\xfe\xfa",
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_reported(tmp_path, content):
    path = tmp_path / "talk.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ValueError, match=r"talk\.json is not a saved conversation, or it is damaged"):
        Conversation.load(path)


EMPTY = WHOLE | {"messages": []}
FOREIGN = {
    "a number that is text": EMPTY | {"input_tokens": "many"},
    "a cost that is a list": EMPTY | {"cost": []},
    "a model that is a number": EMPTY | {"model": 4},
    "instructions that are a list": EMPTY | {"instructions": ["Be brief."]},
    "messages that are a text": EMPTY | {"messages": "Hi"},
    "messages with more in them": EMPTY | {"messages": [TURN[0] | {"name": "Ada"}, TURN[1]]},
    "a system message": EMPTY | {"messages": [{"role": "system", "content": "Hi"}, TURN[1]]},
    "another program's file": {"nbformat": 4, "cells": []},
    "a text": "Hi",
    "nothing": None,
}


@pytest.mark.parametrize("content", [*map(json.dumps, FOREIGN.values()), "[" * 200_000], ids=[*FOREIGN, "too deep to read"])
def test_a_foreign_file_is_reported(tmp_path, content):
    path = tmp_path / "talk.json"
    path.write_text(content)
    with pytest.raises(ValueError, match=r"talk\.json is not a saved conversation, or it is damaged") as error:
        Conversation.load(path)
    assert len(str(error.value)) < 300


def test_a_whole_file_is_read(tmp_path):
    path = tmp_path / "talk.json"
    path.write_text(json.dumps(EMPTY | {"messages": TURN, "cost": None}))
    assert Conversation.load(path).messages == TURN
