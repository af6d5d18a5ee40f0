"""Variants of turns: edit and send again, regenerate, change between them; what each turn used; exports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_chat import sent
from waiting import PATIENCE, until

import offline
import utils
import widgets
from widgets import bubbles, exports, plans
from widgets.turns import Turns, split


def said(*texts):
    return [{"role": ("user", "assistant")[place % 2], "content": text} for place, text in enumerate(texts)]


def do(chat, what, which):
    """Do what the browser does when a button at a bubble is clicked."""
    chat.screen._handle_custom_msg({"kind": "do", "what": what, "which": str(which)}, [])
    assert chat.wait(PATIENCE)


# --- The tree ---


def test_every_variant_keeps_what_followed_it():
    turns = Turns()
    for messages in (said("a", "1", "b", "2"), said("a", "1", "c", "3"), said("a", "1", "c", "3", "d", "4"), said("x", "9")):
        turns.follow(messages)
    assert turns.variants(0) == (1, 2)
    turns.follow(turns.messages(0, 0))
    assert [turn.messages[0]["content"] for turn in turns.path] == ["a", "c", "d"]
    assert turns.messages(1, 0) == said("a", "1", "b", "2")


def test_forgotten_turns_make_no_variants():
    turns = Turns()
    turns.follow(said("a", "1", "b", "2", "c", "3"))
    turns.follow(said("b", "2", "c", "3", "d", "4"))
    assert [turns.variants(place) for place in range(3)] == [(0, 1)] * 3
    assert turns.messages(0, 0) == said("b", "2", "c", "3", "d", "4")


ROLES = st.sampled_from(["user", "assistant", "system"])
MESSAGES = st.lists(st.builds(lambda role, text: {"role": role, "content": text}, ROLES, st.sampled_from("ab")), max_size=6)


@given(st.lists(MESSAGES, max_size=5))
def test_the_path_is_always_the_conversation(histories):
    turns = Turns()
    for messages in histories:
        turns.follow(messages)
        assert [turn.messages for turn in turns.path] == split(messages)[1:]
        for place in range(len(turns.path)):
            assert turns.messages(place, turns.variants(place)[0]) == messages


# --- In the chat box ---


def test_edit_and_send_again_keeps_the_earlier_version():
    chat = widgets.chat_box(temperature=0)
    for question in ("What is the capital city of France?", "And its population?"):
        sent(chat, question)
    before = list(chat.conversation.messages)
    chat.show_next.value = True
    do(chat, "edit", 0)
    assert "population" not in chat.next_screen.live  # what comes later is not sent
    assert chat.box.value == "What is the capital city of France?" and chat.conversation.messages == before
    sent(chat, "What is the capital city of Italy?")
    assert len(chat.conversation.messages) == 2 and "Rome" in chat.screen.done and "Paris" not in chat.screen.done
    assert "variant 2 of 2" in chat.screen.done
    do(chat, "variant", "0 0")
    assert chat.conversation.messages == before and "2.1 million" in chat.screen.done


def test_an_edit_can_be_given_up():
    chat = widgets.chat_box()
    sent(chat, "Hello!")
    do(chat, "edit", 0)
    assert chat.keep_button.layout.display == ""
    chat.keep_button.click()
    assert chat.box.value == "" and chat.keep_button.layout.display == "none"
    sent(chat, "Name a color.")
    assert len(chat.conversation.messages) == 4


def test_regenerate_keeps_the_earlier_replies(standin):
    chat = widgets.chat_box(temperature=2)
    sent(chat, "Name a color.")
    replies = {chat.conversation.messages[-1]["content"]}
    for _ in range(4):
        do(chat, "again", 0)
        replies.add(chat.conversation.messages[-1]["content"])
    assert len(chat.conversation.messages) == 2 and len(replies) > 1
    assert f"of {len(replies)}" in chat.screen.done
    assert all(len(body["input"]) == 1 for _, body in standin.requests)
    kept = {chat.turns.messages(0, variant)[1]["content"] for variant in range(len(replies))}
    assert kept == replies


def test_a_stopped_turn_stays_visible_and_marked_but_is_not_sent(standin):
    chat = widgets.chat_box(utils.Conversation(client=offline.client(pace=50)))
    chat.ask("Tell me a story")
    until(lambda: chat.pending.text, "the first words")
    chat.stop()
    assert chat.wait(PATIENCE)
    chat.conversation.client = offline.client()
    sent(chat, "Hello!")
    assert "Tell me a story" in chat.screen.done and "Stopped by you" in chat.screen.done
    assert [each["content"] for each in standin.requests[-1][1]["input"]] == ["Hello!"]


def test_a_regeneration_that_is_stopped_loses_nothing():
    chat = widgets.chat_box()
    sent(chat, "Tell me a story")
    before = list(chat.conversation.messages)
    chat.conversation.client = offline.client(pace=50)
    chat.screen._handle_custom_msg({"kind": "do", "what": "again", "which": "0"}, [])
    until(lambda: chat.pending.text, "the first words")
    chat.stop()
    assert chat.wait(PATIENCE) and chat.conversation.messages == before


def test_the_model_and_the_instructions_can_be_changed_beside_the_chat(standin):
    chat = widgets.chat_box(utils.Conversation("Be brief."))
    chat.beside.instructions.value, chat.beside.model.value = "Talk like a pirate.", "gpt-6-sol"
    sent(chat, "Hello!")
    assert standin.requests[-1][1]["instructions"] == "Talk like a pirate." and standin.requests[-1][1]["model"] == "gpt-6-sol"
    chat.conversation.instructions, chat.conversation.model = None, "my-own"
    chat._draw()  # it was changed in a cell
    assert chat.beside.instructions.value == "" and chat.beside.model.value == "my-own"


def test_what_each_turn_used_is_drawn_and_grows():
    chat = widgets.chat_box()
    for question in ("What is the capital city of France?", "And its population?", "Thanks!"):
        sent(chat, question)
    used = [turn.used.tokens_in for turn in chat.turns.path]
    assert used == sorted(used) and used[0] < used[-1] and sum(used) == chat.conversation.input_tokens
    assert all(f"{tokens} in, " in chat.beside.growth.live for tokens in used)
    assert bubbles.growth([]) == ""


# --- Exports ---


TALK = ["What is the capital city of France?", 'Say "yes" and \\ no\n日本', "Hello!"]


@pytest.mark.parametrize("instructions", [None, 'Be "brief".'])
def test_the_exported_python_makes_the_same_conversation(standin, capsys, instructions):
    chat = widgets.chat_box(utils.Conversation(instructions, max_history_tokens=500), temperature=0, max_output_tokens=150)
    for question in TALK:
        sent(chat, question)
    made = len(standin.requests)
    exec(exports.as_python(chat.conversation, chat.params), again := {})
    assert again["conversation"].messages == chat.conversation.messages
    requests = list(standin.requests)
    by_chat, by_code = requests[:made], requests[made:]
    assert [body | {"stream": True} for _, body in by_code] == [body for _, body in by_chat]


def test_the_exported_markdown_has_every_word():
    talk = utils.Conversation("Be brief.")
    for question in TALK:
        talk.ask(question)
    page = exports.as_markdown(talk)
    assert all(message["content"] in page for message in talk.messages) and "Be brief." in page and talk.model in page


LITERALS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner),
)


@given(LITERALS)
def test_a_value_is_written_as_python(value):
    assert eval(plans.literal(value)) == value
