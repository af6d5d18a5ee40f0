"""Replies without text, with thoughts before the answer, with halves of emoji: the right text, or a clear error."""

import json

import pytest
from far_end import events, far_end
from odd_bodies import CALL, THINKING, answer, comment, declining, message, piece_of, reply, streamed

import widgets
from utils import Conversation, CutOff, NoReply, explain, generate_text

PATIENCE = 10  # seconds

# --- Replies without text ---

ALLOW_MORE = (CutOff, "Allow more tokens")
NO_TEXT = {  # what is in the reply, the error, and what it says to do
    "nothing": (reply(), *ALLOW_MORE),
    "nothing, and nobody says what was used": (reply(usage=None), *ALLOW_MORE),
    "nothing but thinking": (reply(THINKING), *ALLOW_MORE),
    "a message without parts": (reply(THINKING, message()), *ALLOW_MORE),
    "an empty text": (reply(message("")), *ALLOW_MORE),
    "empty texts": (reply(comment(""), answer("", "")), *ALLOW_MORE),
    "only spaces": (reply(message(" \n\t ")), *ALLOW_MORE),
    "an empty refusal": (reply(declining("")), *ALLOW_MORE),
    "only a call": (reply(CALL), NoReply, "only a call of the tool 'get_weather'. Use client.responses.create"),
    "a call after thinking": (reply(THINKING, CALL), NoReply, "tool 'get_weather'"),
    "a call of a tool of one's own": (
        reply({"type": "custom_tool_call", "id": "c", "call_id": "c", "name": "sql", "input": "select 1"}),
        NoReply,
        "tool 'sql'",
    ),
    "a picture": (
        reply({"type": "image_generation_call", "id": "i", "status": "completed", "result": "iVBO"}),
        NoReply,
        "image_generation",
    ),
    "an item that nobody knows": (reply({"type": "telepathy", "id": "t"}), NoReply, "'telepathy'"),
    "cut off before its first word": (
        reply(THINKING, status="incomplete", incomplete_details={"reason": "max_output_tokens"}),
        CutOff,
        "before its first word",
    ),
    "stopped by a filter": (
        reply(status="incomplete", incomplete_details={"reason": "content_filter"}),
        CutOff,
        "Ask in other words",
    ),
    "not written yet": (reply(status="queued", usage=None), NoReply, "not written yet"),
}
no_text = pytest.mark.parametrize(("body", "kind", "advice"), NO_TEXT.values(), ids=NO_TEXT)


@no_text
def test_a_reply_without_text_is_an_error_that_says_what_to_do(body, kind, advice):
    with pytest.raises(kind) as error:
        generate_text("Hello!", client=far_end(body))
    assert advice in explain(error.value)


@no_text
def test_a_turn_without_text_is_counted_and_not_kept(body, kind, advice):
    talk = Conversation(client=far_end(body, streamed(*body["output"], **body)))
    for times, ask in enumerate((talk.ask, lambda question: list(talk.stream(question))), 1):
        with pytest.raises(kind) as error:
            ask("Hello!")
        assert advice in str(error.value)
        assert talk.messages == [] and talk.output_tokens == (times * 150 if body["usage"] else 0)


@no_text
def test_the_playground_does_not_call_it_finished(body, kind, advice):
    play = widgets.playground("Hello!", client=far_end(streamed(*body["output"], **body)))
    play.run()
    assert play.wait(PATIENCE)
    assert play.runs[0].status in ("failed", "cut off") and len(play.runs[0].note) > 20


# --- Commentary before the answer ---

SAID = {  # items of a reply, and its text
    "a comment, then the answer": ((comment("I will recall it."), answer("Paris")), "Paris"),
    "two comments": ((comment("First."), THINKING, comment("Second."), answer("Paris")), "Paris"),
    "a comment after the answer": ((answer("Paris"), comment("That was easy.")), "Paris"),
    "a comment, then no phase": ((comment("Hm."), message("Paris")), "Paris"),
    "a comment, then a refusal": ((comment("Hm."), declining("I cannot help with that.")), "I cannot help with that."),
    "a comment in parts": ((comment("I ", "will."), answer("Par", "is")), "Paris"),
    "an answer in two messages": ((comment("Hm."), answer("Paris."), answer("In France.")), "Paris.\n\nIn France."),
    "two messages without a phase": ((message("Paris."), THINKING, message("In France.")), "Paris.\n\nIn France."),
    "an empty message before": ((message(""), message("Paris")), "Paris"),
    "only a comment": ((comment("I will look."), CALL), "I will look."),
    "two comments alone": ((comment("One."), comment("Two.")), "One.\n\nTwo."),
    "a comment and an empty answer": ((comment("I will look."), answer("")), "I will look."),
    "a phase of next year": ((message("Paris", phase="conclusion"),), "Paris"),
}
said = pytest.mark.parametrize(("output", "text"), SAID.values(), ids=SAID)


@said
def test_the_text_is_the_answer(output, text):
    assert generate_text("Hello!", client=far_end(reply(*output))) == text


@said
def test_the_answer_is_kept_and_sent_back(output, text):
    talk = Conversation(client=far_end(reply(*output), streamed(*output), reply(answer("Yes."))))
    assert talk.ask("One?") == text == "".join(talk.stream("Two?"))
    assert [message["content"] for message in talk.messages] == ["One?", text, "Two?", text]
    assert talk.ask("Three?") == "Yes."


def test_a_cut_off_answer_is_told_without_its_commentary():
    cut = {"status": "incomplete", "incomplete_details": {"reason": "max_output_tokens"}}
    output = (comment("I will recall it."), answer("Par"))
    talk = Conversation(client=far_end(reply(*output, **cut), streamed(*output, **cut)))
    for ask in (talk.ask, lambda question: list(talk.stream(question))):
        with pytest.raises(CutOff) as error:
            ask("The capital of France?")
        assert error.value.text == "Par" and talk.messages == []


# --- Halves of emoji ---

GRIN, ITALY = "\U0001f600", "\U0001f1ee\U0001f1f9"  # one character of two halves, and a flag of two characters
HIGH, LOW = "\ud83d", "\ude00"  # the halves of the first
HALVES = {  # the pieces, and their text
    "in two pieces": (["Hi ", HIGH, LOW, "!"], f"Hi {GRIN}!"),
    "with text around": (["Hi " + HIGH, LOW + "!"], f"Hi {GRIN}!"),
    "an empty piece between": ([HIGH, "", LOW], GRIN),
    "many": ([HIGH, LOW + HIGH, LOW + HIGH, LOW], GRIN * 3),
    "a flag in four": (list(map(chr, (0xD83C, 0xDDEE, 0xD83C, 0xDDF9))), ITALY),
    "the second half is missing": (["Hi " + HIGH, "!"], "Hi \ufffd!"),
    "the second half never comes": (["Hi ", HIGH], "Hi \ufffd"),
    "the first half is missing": ([LOW + " Hi"], "\ufffd Hi"),
    "the wrong way round": ([LOW, HIGH], "\ufffd\ufffd"),
    "only half": ([HIGH], "\ufffd"),
    "no halves": (["Grüezi ", GRIN, ITALY], f"Grüezi {GRIN}{ITALY}"),
}
halves = pytest.mark.parametrize(("pieces", "text"), HALVES.values(), ids=HALVES)


@halves
@pytest.mark.parametrize("last", ["the same", "nothing"])
def test_halves_in_a_stream(pieces, text, last, tmp_path):
    output = [message(*pieces)] if last == "the same" else []
    step = streamed(*output, said=[(0, piece) for piece in pieces])
    talk = Conversation(client=far_end(step, reply(message("Yes."))))
    heard = list(talk.stream("Hello!"))
    assert "".join(heard) == text == talk.messages[-1]["content"]
    "".join(heard).encode()  # can be printed
    [piece.encode() for piece in heard]
    assert talk.ask("And now?") == "Yes.", "can be sent"
    talk.save(tmp_path / "talk.json")
    assert Conversation.load(tmp_path / "talk.json").messages == talk.messages


@halves
def test_halves_in_a_whole_reply(pieces, text):
    body = json.dumps(reply(message(*pieces))).encode()  # JSON writes halves as \\ud83d and \\ude00
    assert generate_text("Hello!", client=far_end(body)) == text.strip()


def test_halves_in_a_stream_that_is_cut():
    with pytest.raises(CutOff) as error:
        list(Conversation(client=far_end(events(piece_of(0, "Hi " + HIGH)))).stream("Hi"))
    error.value.text.encode()


# --- What a stream brings ---


def test_a_text_that_comes_only_with_the_last_event_is_a_piece():
    talk = Conversation(client=far_end(streamed(message("Paris"), said=[])))
    assert list(talk.stream("Hello!")) == ["Paris"] and talk.messages[-1]["content"] == "Paris"


def test_the_usage_of_chat_completions_is_counted():
    body = reply(message("Paris"), usage={"prompt_tokens": 9, "completion_tokens": 4, "total_tokens": 13})
    talk = Conversation(client=far_end(body))
    assert talk.ask("Hello!") == "Paris" and (talk.input_tokens, talk.output_tokens) == (9, 4)
