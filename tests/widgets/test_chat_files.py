"""Saved chats: nothing is lost or overwritten without a question, and what is wrong with a file is said in plain words."""

import pytest
from test_chat import sent

import utils
import widgets


@pytest.fixture
def chat(tmp_path, monkeypatch):
    """Return a chat box with one turn, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    chat = widgets.chat_box()
    sent(chat, "What is the capital city of France?")
    return chat


def asked(chat):
    return chat.files.question.value if chat.files.asking.layout.display == "" else ""


def test_what_was_saved_is_loaded_into_the_same_object(chat):
    chat.files.save_button.click()
    assert "Saved to conversation.json." in chat.message.live
    other = utils.Conversation()
    again = widgets.chat_box(other)
    again.files.load_button.click()
    assert other.messages == chat.conversation.messages and "Paris" in again.screen.done
    assert "Loaded from conversation.json: 1 turn." in again.message.live
    sent(again, "And its population?")
    assert "2.1 million" in again.screen.done


def test_a_file_that_is_no_saved_chat_is_not_overwritten(chat, tmp_path):
    for name, content in (("notes.md", "# Mine"), ("data.json", "[1, 2]"), ("lesson.ipynb", '{"cells": []}'), ("empty", "")):
        (tmp_path / name).write_text(content)
        chat.files.name.value = name
        chat.files.save_button.click()
        assert "is not a saved chat, so it stays as it is" in chat.message.live and not asked(chat)
        assert (tmp_path / name).read_text() == content


def test_another_chat_is_overwritten_only_after_a_yes(chat):
    other = utils.Conversation()
    other.ask("Hello!")
    other.save("conversation.json")
    chat.files.save_button.click()
    assert "holds another chat, of 1 turn" in asked(chat)
    chat.files.no_button.click()
    assert not asked(chat) and utils.Conversation.load("conversation.json").messages == other.messages
    chat.files.save_button.click()
    chat.files.yes_button.click()
    assert utils.Conversation.load("conversation.json").messages == chat.conversation.messages
    sent(chat, "And its population?")
    chat.files.save_button.click()  # its own file now
    assert not asked(chat) and len(utils.Conversation.load("conversation.json").messages) == 4


@pytest.mark.parametrize("press", ["reset", "load"])
def test_a_chat_that_is_not_saved_is_given_up_only_after_a_yes(chat, press):
    utils.Conversation().save("other.json")
    chat.files.name.value = "other.json"
    click = chat.reset_button.click if press == "reset" else chat.files.load_button.click
    click()
    assert "not saved" in asked(chat) and len(chat.conversation.messages) == 2
    chat.files.no_button.click()
    assert len(chat.conversation.messages) == 2
    click()
    chat.files.yes_button.click()
    assert chat.conversation.messages == [] and chat.screen.done == ""


def test_a_saved_chat_is_given_up_unasked(chat):
    chat.files.save_button.click()
    chat.reset_button.click()
    assert not asked(chat) and chat.conversation.messages == []
    chat.files.load_button.click()
    assert not asked(chat) and "Paris" in chat.screen.done


@pytest.mark.parametrize(
    ("press", "name", "said"),
    [
        ("save", "", "Give the file a name first"),
        ("save", "folder", "folder is a folder"),
        ("save", "nowhere/chat.json", "There is no folder nowhere"),
        ("load", " ", "Which file?"),
        ("load", "folder", "is a folder, not a saved chat"),
        ("load", "missing.json", "There is no file missing.json in"),
        ("load", "damaged.json", "is not a saved chat, or it is damaged"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_in_plain_words(chat, tmp_path, press, name, said):
    (tmp_path / "folder").mkdir()
    (tmp_path / "damaged.json").write_text('{"messages": 1')
    chat.files.name.value = name
    getattr(chat.files, f"{press}_button").click()
    assert said in chat.message.live and "Errno" not in chat.message.live
    assert len(chat.conversation.messages) == 2


def test_a_file_that_may_not_be_written_is_said_in_plain_words(chat, monkeypatch):
    def forbidden(self, path):
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(utils.Conversation, "save", forbidden)
    chat.files.save_button.click()
    assert "does not let you read or write conversation.json" in chat.message.live
