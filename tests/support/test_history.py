"""What of a conversation is sent, and how it reads, also where a learner put other things among its messages."""

import pytest
from asking import picture

from support import history
from utils import Conversation


def said(role: str, text: str) -> dict:
    return {"role": role, "content": text}


U, A, S, D = (lambda text, role=role: said(role, text) for role in ("user", "assistant", "system", "developer"))
CALL = {"type": "function_call", "call_id": "c", "name": "get_weather", "arguments": '{"city": "Oslo"}'}
OUTPUT = {"type": "function_call_output", "call_id": "c", "output": "12 degrees"}
WORDS = "many words that take a lot of room " * 5

FORGOTTEN = {  # the messages, and which of them are left if only the last turn has room
    "pairs": ([U(WORDS), A(WORDS), U("now")], [2]),
    "instructions first": ([S("Be brief."), U(WORDS), A(WORDS), U("now")], [0, 3]),
    "instructions in the middle": ([U(WORDS), A(WORDS), S("Be brief."), U("now")], [2, 3]),
    "instructions within a turn": ([U(WORDS), D("Be brief."), A(WORDS), U("now")], [1, 3]),
    "long instructions": ([S(WORDS), U(WORDS), A(WORDS), U("now")], [0, 3]),
    "a reply at the beginning": ([A(WORDS), U(WORDS), A(WORDS), U("now")], [3]),
    "a question without a reply": ([U(WORDS), U(WORDS), A(WORDS), U("now")], [3]),
    "two replies": ([U(WORDS), A(WORDS), A(WORDS), U("now")], [3]),
    "a call of a tool": ([U(WORDS), CALL, OUTPUT, A(WORDS), U("now")], [4]),
    "a call in the last turn": ([U(WORDS), A(WORDS), U("now"), CALL, OUTPUT], [2, 3, 4]),
    "only the question": ([U(WORDS)], [0]),
    "nothing": ([], []),
}


@pytest.mark.parametrize(("messages", "left"), FORGOTTEN.values(), ids=FORGOTTEN)
def test_whole_oldest_turns_are_forgotten_and_instructions_never(messages, left):
    assert history.newest(messages, 20) == [messages[place] for place in left]
    assert history.newest(messages, 10_000) == messages


def test_no_more_is_forgotten_than_must_be():
    messages = [U("one"), A(WORDS), U("two"), A("short"), U("now")]
    assert history.newest(messages, 40) == messages[2:]


def test_a_bounded_conversation_never_begins_with_a_reply(client):
    talk = Conversation(client=client, max_history_tokens=60)
    talk.messages.append(S("Talk like a pirate."))
    for country in ("France", "Italy", "Spain", "Japan"):
        talk.ask(f"What is the capital city of {country}?")
        first, second, *_ = talk.messages
        assert (first["role"], second["role"]) == ("system", "user")


def test_a_picture_counts(client):
    asked = [{"type": "input_text", "text": "What color is this?"}, {"type": "input_image", "image_url": picture("red")}]
    talk = Conversation(client=client, max_history_tokens=500)
    talk.ask(asked)
    talk.ask("What is the capital city of France?")
    assert len(talk.messages) == 2, "the turn with the picture was too long"


READS = {  # a message, and how it reads
    "a question": (U("Hello!"), "user: Hello!"),
    "a picture": (
        U([{"type": "input_text", "text": "What is this?"}, {"type": "input_image", "image_url": "data:..."}]),
        "user: What is this?\n[input_image]",
    ),
    "a refusal": (A([{"type": "refusal", "refusal": "I cannot."}]), "assistant: I cannot."),
    "a call": (CALL, 'function_call: get_weather {"city": "Oslo"}'),
    "an output": (OUTPUT, "function_call_output: 12 degrees"),
    "an empty message": (A(""), "assistant: "),
    "no content": ({"role": "assistant", "content": None}, "assistant: "),
    "nothing known": ({}, "unknown: "),
}


@pytest.mark.parametrize(("message", "line"), READS.values(), ids=READS)
def test_how_messages_read(message, line):
    talk = Conversation()
    talk.messages = [U("Hi"), message]
    assert repr(talk).startswith(f"user: Hi\n{line}\n(")
    assert "<b>user</b>: Hi" in talk._repr_html_()


def test_items_of_the_sdk_read_like_messages(client):
    talk = Conversation(client=client)
    talk.messages = [
        U("Hello!"),
        *client.responses.create(model="gpt-6-luna", input="Hello!", reasoning={"effort": "low"}).output,
    ]
    shown = repr(talk)
    assert "reasoning: " in shown and "assistant: H" in shown and "(1 turn, " in shown
    assert "assistant</b>: H" in talk._repr_html_()
    assert talk.ask("What is the capital city of France?") and len(history.newest(talk.messages, 1)) == 2


def test_html_in_a_message_stays_text():
    page = history.as_html([{"role": "<i>", "content": "<script>"}], "<b>")
    assert "<script>" not in page and "<i>" not in page and "&lt;b&gt;" in page
