"""The chat box."""

import html
import re
import threading

import pytest
from waiting import PATIENCE, until

import offline
import utils
import widgets
from widgets import bubbles


def sent(chat, text):
    """Do what the browser does when Enter is pressed."""
    chat.box._handle_custom_msg({"kind": "send", "text": text}, [])
    assert chat.wait(PATIENCE)


def test_a_follow_up_needs_the_history_and_has_it(standin):
    conversation = utils.Conversation("Be friendly.")
    chat = widgets.chat_box(conversation)
    assert not standin.requests
    sent(chat, "What is the capital city of France?")
    sent(chat, "And its population?")
    assert "2.1 million" in chat.screen.done and chat.screen.live == ""
    assert conversation.messages[-1]["content"] in chat.screen.done
    assert "2 turns" in chat.beside.used.value and f"{conversation.input_tokens} tokens in" in chat.beside.used.value
    assert "nothing is paid" in chat.beside.used.value
    assert conversation.ask("Thanks!") and len(conversation.messages) == 6  # it goes on in a cell


def test_a_chat_box_is_over_a_conversation():
    with pytest.raises(TypeError, match=r"A chat box shows a conversation, as in .*, and not 'Hello!'"):
        widgets.chat_box("Hello!")


def test_what_will_be_sent_next_is_shown(standin):
    chat = widgets.chat_box(utils.Conversation("Be brief."))
    sent(chat, "My name is Ada")
    chat.box.value = "What is my name?"
    assert chat.next_screen.live == ""
    chat.show_next.value = True
    shown = chat.next_screen.live
    sent(chat, "What is my name?")
    _, body = standin.requests[-1]
    assert body.pop("stream") is True
    assert (
        eval(re.sub("<button.*?</button>|<[^>]+>", "", html.unescape(shown)).replace("client.responses.create", "dict")) == body
    )


def test_typing_draws_what_is_sent_next_only_while_it_is_shown(monkeypatch):
    talk = utils.Conversation()
    chat, asked = widgets.chat_box(talk), []
    monkeypatch.setattr(talk, "messages_to_send", lambda question: asked.append(question) or [])
    chat.box.value = "H"
    assert asked == []
    chat.show_next.value = True
    chat.box.value = "He"
    assert asked == ["H", "He"]
    chat.show_next.value = False
    chat.box.value = "Half"
    assert asked == ["H", "He"]


def test_what_is_typed_while_a_reply_ends_is_what_is_sent_next(monkeypatch):
    chat = widgets.chat_box(utils.Conversation())
    chat.show_next.value = True
    drawn, typing = bubbles.next_request, []

    def type_meanwhile(request):
        if chat.conversation.messages and not typing:
            typing.append(threading.Thread(target=lambda: setattr(chat.box, "value", "Tell me a story.")))
            typing[0].start()
            typing[0].join(0.2)
        return drawn(request)

    monkeypatch.setattr(bubbles, "next_request", type_meanwhile)
    sent(chat, "Hello!")
    typing[0].join(PATIENCE)
    assert "Tell me a story." in chat.next_screen.live


def test_a_bounded_history_is_trimmed_as_in_a_cell():
    talk, other = (utils.Conversation(max_history_tokens=60) for _ in range(2))
    chat = widgets.chat_box(talk)
    for question in ["What is the capital city of France?", "And its population?", "Hello!", "Name a color", "Thanks!"]:
        sent(chat, question)
        other.ask(question)
        assert len(talk.messages) == len(other.messages)
    assert len(talk.messages) < 10 and talk.messages[-2]["content"] == "Thanks!"


def test_empty_messages_are_not_sent(standin):
    chat = widgets.chat_box()
    for text in ("", "  \n "):
        sent(chat, text)
    assert not standin.requests and chat.pending is None


def test_a_message_sent_meanwhile_goes_back_into_the_box():
    chat = widgets.chat_box(utils.Conversation(client=offline.client(pace=100)))
    chat.ask("Tell me a story")
    assert chat.box.busy
    sent(chat, "Hello!")
    assert chat.box.value == "Hello!" and len(chat.conversation.messages) == 2


def test_stop_leaves_the_conversation_as_it_was():
    chat = widgets.chat_box(utils.Conversation(client=offline.client(pace=50)))
    chat.ask("Tell me a story")
    until(lambda: chat.pending.text, "the first words")
    chat.stop_button.click()
    assert not chat.running and chat.conversation.messages == []
    assert "Stopped by you" in chat.screen.live and chat.pending.text in chat.screen.live
    assert chat.wait(PATIENCE) and chat.conversation.messages == []
    chat.conversation.client = offline.client()
    chat.retry_button.click()
    assert chat.wait(PATIENCE)
    assert [each["role"] for each in chat.conversation.messages] == ["user", "assistant"]


def test_what_is_asked_in_a_cell_meanwhile_stays():
    talk = utils.Conversation(client=offline.client(pace=100))
    chat = widgets.chat_box(talk)
    chat.ask("Tell me a story")
    until(lambda: chat.pending.text, "the first words")
    talk.client = offline.client()
    talk.ask("What is the capital city of France?")
    used = talk.output_tokens
    assert chat.wait(PATIENCE)
    assert [each["content"] for each in talk.messages[::2]] == ["What is the capital city of France?", "Tell me a story"]
    assert talk.output_tokens > used and talk.cost > 0


def test_a_stopped_turn_cannot_come_back(switch):
    silent = threading.Event()

    def late(request):
        silent.wait(PATIENCE)
        return switch.good

    chat, switch.fault = widgets.chat_box(utils.Conversation(client=switch.client)), late
    chat.ask("What is the capital city of France?")
    until(lambda: not chat._job.wait(0), "the request")
    old = chat._job
    chat.stop()
    switch.fault = None
    sent(chat, "What is the capital city of Italy?")
    silent.set()
    assert old.wait(PATIENCE)
    assert len(chat.conversation.messages) == 2 and "Rome" in chat.screen.done and "Paris" not in chat.screen.done


def test_a_cut_off_turn_is_shown_counted_and_not_kept():
    chat = widgets.chat_box(max_output_tokens=16)
    chat.ask("Tell me a story")
    assert chat.wait(PATIENCE)
    assert chat.conversation.messages == [] and chat.conversation.output_tokens == 16
    assert "cut off" in chat.screen.live and chat.pending.text and "16 tokens out" in chat.beside.used.value


def test_reset_stops_and_forgets():
    chat = widgets.chat_box(utils.Conversation(client=offline.client(pace=100)))
    sent(chat, "Hello!")
    chat.ask("Tell me a story")
    chat.reset()
    assert chat.wait(PATIENCE)
    assert chat.conversation.messages == [] and chat.screen.done == "" and chat.pending is None
    assert "Forgotten: 1 turn." in chat.message.live and "0 turns, 0 tokens in" in chat.beside.used.value and not chat.box.busy
