"""Saved conversations: whole again, or a clear error."""

import json
import os
import re
import stat
import sys
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


UNSAVABLE = {  # what the learner did to the conversation, and words that name it
    "a date as content": (lambda talk: talk.messages[0].update(content=date.today()), "it holds a date"),
    "bytes of a picture": (lambda talk: talk.messages[0].update(content=[{"type": "input_image", "image_url": b"x"}]), "it holds a bytes"),
    "a question without its reply": (lambda talk: talk.messages.append({"role": "user", "content": "And?"}), "its last question has no reply"),
    "a text among the messages": (lambda talk: talk.messages.append("And?"), "message 3 of 3 is no dict with role and content, but 'And?'"),
    "no content": (lambda talk: talk.messages[1].update(content=None), "message 2 of 2 has a content that is neither"),
    "an empty list of parts": (lambda talk: talk.messages[0].update(content=[]), "message 1 of 2 has a content"),
    "a role of another API": (lambda talk: talk.messages[1].update(role="model"), "has the role 'model'"),
    "a message of Chat Completions": (lambda talk: talk.messages[1].update(tool_calls=None, refusal=None), "has what no message has: refusal, tool_calls"),
    "a message with a name": (lambda talk: talk.messages[0].update(name="Ada"), "has what no message has: name"),
    "a part without its type": (lambda talk: talk.messages[0].update(content=[{"text": "Hi"}]), "neither text nor a list of parts"),
    "no list of messages": (lambda talk: setattr(talk, "messages", "Hi"), "its messages cannot be 'Hi'"),
    "no model": (lambda talk: setattr(talk, "model", None), "its model cannot be None"),
    "a bound as text": (lambda talk: setattr(talk, "max_history_tokens", "300"), "its max_history_tokens cannot be '300'"),
    "instructions as messages": (lambda talk: setattr(talk, "instructions", [{"role": "system"}]), "its instructions cannot be"),
    "messages within themselves": (lambda talk: talk.messages[0].update(content=talk.messages), "Circular"),
}  # fmt: skip


@pytest.mark.parametrize(("spoil", "words"), UNSAVABLE.values(), ids=UNSAVABLE)
def test_what_could_not_be_loaded_is_not_saved_over_a_good_file(talk, tmp_path, spoil, words):
    path = tmp_path / "talk.json"
    talk.save(path)
    before = path.read_bytes()
    spoil(talk)
    with pytest.raises(ValueError, match=re.escape(words)) as error:
        talk.save(path)
    assert "cannot be saved" in str(error.value) and len(str(error.value)) < 300
    assert path.read_bytes() == before and [*tmp_path.iterdir()] == [path]


PICTURE = [
    {"type": "input_text", "text": "What is this?"},
    {"type": "input_image", "image_url": "data:image/png;base64,iVBORw0KGgo="},
]
KEPT = {  # messages that the Responses API takes, and that a learner may have put there
    "a system message": [{"role": "system", "content": "Talk like a pirate."}],
    "a developer message": [{"role": "developer", "content": "Be brief."}],
    "a picture": [{"role": "user", "content": PICTURE}, {"role": "assistant", "content": "A dot."}],
    "a reply in parts": [{"role": "assistant", "content": [{"type": "output_text", "text": "Hi", "annotations": []}], "id": "msg_1", "status": "completed", "type": "message"}],
    "commentary": [{"role": "assistant", "content": "I look.", "phase": "commentary"}],
    "a call of a tool": [
        {"type": "function_call", "call_id": "call_1", "name": "add", "arguments": "{}"},
        {"type": "function_call_output", "call_id": "call_1", "output": "5"},
        {"role": "assistant", "content": "5"},
    ],
    "reasoning": [{"type": "reasoning", "id": "rs_1", "summary": []}],
    "half an emoji": [{"role": "assistant", "content": "A \ud83d and \ude00, \\ud83d"}],
    "all kinds of signs": [{"role": "assistant", "content": "\u2028 \x00 \x7f \ufeff \" \\ \r\n 𝕏"}],
    "a greeting": [{"role": "assistant", "content": ""}],
}  # fmt: skip


@pytest.mark.parametrize("more", KEPT.values(), ids=KEPT)
def test_what_the_api_takes_is_saved_and_loaded(talk, tmp_path, more):
    for messages in ([*talk.messages, *more], [*more, *talk.messages]):
        talk.messages = messages
        talk.save(tmp_path / "talk.json")
        assert Conversation.load(tmp_path / "talk.json").messages == messages


def test_items_of_a_response_are_saved_and_go_on(talk, client, tmp_path):
    question = {"role": "user", "content": "And the population of France?"}
    talk.messages += [question, *client.responses.create(model="gpt-6-luna", input=[*talk.messages, question]).output]
    talk.save(tmp_path / "talk.json")
    again = Conversation.load(tmp_path / "talk.json", client=client)
    assert again.messages[-1]["content"][0]["text"] == talk.messages[-1].content[0].text
    assert (
        again.ask("What is the capital city of Italy?") and again.messages[-2]["content"] == "What is the capital city of Italy?"
    )


def test_calls_of_tools_are_saved(talk, client, tmp_path):
    tool = {
        "type": "function",
        "name": "get_weather",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}},
    }
    question = {"role": "user", "content": "How is the weather in Paris?"}
    reply = client.responses.create(model="gpt-6-luna", input=[question], tools=[tool], tool_choice="required")
    output = {"type": "function_call_output", "call_id": reply.output[-1].call_id, "output": "sunny"}
    talk.messages += [question, *reply.output, output, {"role": "assistant", "content": "Sunny."}]
    talk.save(tmp_path / "talk.json")
    assert Conversation.load(tmp_path / "talk.json").messages[-3]["name"] == "get_weather"


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
    "a message of nobody": EMPTY | {"messages": [{"content": "Hi"}, TURN[1]]},
    "an item of no known type": EMPTY | {"messages": [{"type": 5}]},
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


# --- The file ---

WINDOWS = {
    "Notepad, UTF-8 with a mark": "utf-8-sig",
    "Notepad, UTF-16": "utf-16",
    "PowerShell, UTF-16": "utf-16-le",
    "UTF-16, the other way round": "utf-16-be",
    "UTF-32": "utf-32",
}


@pytest.mark.parametrize("encoding", WINDOWS.values(), ids=WINDOWS)
def test_a_file_that_an_editor_on_windows_wrote_is_read(talk, tmp_path, encoding):
    path = tmp_path / "talk.json"
    talk.messages[0]["content"] = "Où est le café ? 你好 🙂"
    talk.save(path)
    path.write_bytes(path.read_text(encoding="utf-8").replace("\n", "\r\n").encode(encoding))
    assert Conversation.load(path).messages == talk.messages


needs_modes = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no modes and wants rights for links")


@needs_modes
@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)], ids=oct)
def test_a_new_file_has_the_mode_that_the_umask_allows(talk, tmp_path, umask, mode):
    before = os.umask(umask)
    try:
        talk.save(tmp_path / "talk.json")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "talk.json").stat().st_mode) == mode


@needs_modes
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755, 0o666], ids=oct)
def test_a_file_keeps_its_mode(talk, tmp_path, mode):
    path = tmp_path / "talk.json"
    talk.save(path)
    path.chmod(mode)
    talk.save(path)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@needs_modes
@pytest.mark.parametrize("is_there", [True, False], ids=["the file is there", "the file is new"])
@pytest.mark.parametrize("relative", [True, False], ids=["relative", "absolute"])
def test_a_link_stays_a_link(talk, tmp_path, relative, is_there):
    real, link, chain = tmp_path / "notes" / "real.json", tmp_path / "talk.json", tmp_path / "chain.json"
    real.parent.mkdir()
    if is_there:
        real.write_text("old")
    link.symlink_to("notes/real.json" if relative else real)
    chain.symlink_to(link)
    talk.save(chain)
    assert link.is_symlink() and chain.is_symlink() and not real.is_symlink()
    assert Conversation.load(real).messages == Conversation.load(chain).messages == talk.messages
    assert [*real.parent.iterdir()] == [real]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="nobody keeps the superuser from writing")
def test_a_file_that_may_not_be_written_to_is_not_replaced(talk, tmp_path):
    path = tmp_path / "talk.json"
    path.write_text("old")
    path.chmod(0o444)
    with pytest.raises(PermissionError, match="Save under another name"):
        talk.save(path)
    assert path.read_text() == "old"


def test_a_folder_that_is_not_there_is_named(talk, tmp_path):
    with pytest.raises(FileNotFoundError, match=r"no folder .*missing to save talk\.json in") as error:
        talk.save(tmp_path / "missing" / "talk.json")
    assert "unfinished" not in str(error.value)


def test_a_folder_is_no_file(talk, tmp_path):
    with pytest.raises(IsADirectoryError, match="is a folder"):
        talk.save(tmp_path)


def test_the_home_folder(talk, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    talk.save("~/talk.json")
    assert Conversation.load("~/talk.json").messages == talk.messages
    assert [*tmp_path.iterdir()] == [tmp_path / "talk.json"]


def test_a_disk_that_is_full_leaves_the_older_file_whole(talk, tmp_path, monkeypatch):
    path = tmp_path / "talk.json"
    talk.save(path)
    before = path.read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(OSError, match="No space left"):
        talk.save(path)
    assert path.read_bytes() == before and [*tmp_path.iterdir()] == [path]
