"""Labels for messages: an order is understood however it is put, and the words that explain a label count."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import offline
from offline.model.computed import label_orders

MESSAGES = {"I was charged twice.": "billing", "The app crashes.": "technical", "When do you open?": "other"}
PROMPTS = [
    "Classify the message as billing, technical or other: {}",
    "Classify the message as billing, technical or other. Answer with one word.\n\n{}",
    "Classify this as billing, technical, or other.\n\nMessage: {}",
    "Label the message as billing, technical or other. Answer with the label only.\n\n<message>\n{}\n</message>",
    "Which topic has this message: billing, technical or other?\n\n{}",
    "What is this message about: billing, technical or other?\n\n{}",
    "Is this message about billing, technical or other? {}",
    "Is the topic of this message billing, technical or other? Message: {}",
    "Decide whether the message is billing, technical or other: {}",
    "{}\n\nClassify the message above as billing, technical or other.",
    "Label the message with one of these:\n- billing: money\n- technical: faults\n- other: all else\n\nMessage: {}",
]
TOLD = [
    "Label each message as billing, technical or other.",
    "You sort messages into billing, technical and other. Answer with the label only.",
    "Assign each message to billing, technical or other.",
    "You work in a shop for lamps. Sort each message: billing, technical or other. Only the label.",
    "Classify into billing / technical / other. Just the label, please.",
    "You are the assistant of a shop. Classify every message as billing, technical or other. Answer with one word.",
    "Label each message as billing (money, prices), technical (faults) or other.",
    "Label each message with one of these:\n- billing: money\n- technical: faults\n- other: all else",
]
NAMES = st.sampled_from("lamp garden tooth invoice violin kitchen cloud harbor".split())


def reply(prompt: str, **changes) -> str:
    request = {"model": "gpt-6-luna", "input": prompt, "temperature": 0, "reasoning": {"effort": "none"}}
    return offline.client().responses.create(**request | changes).output_text


@pytest.mark.parametrize("prompt", PROMPTS)
def test_an_order_with_its_message(prompt):
    assert {message: reply(prompt.replace("{}", message)) for message in MESSAGES} == MESSAGES


@pytest.mark.parametrize("told", TOLD)
def test_an_order_in_the_instructions(told):
    assert {message: reply(message, instructions=told) for message in MESSAGES} == MESSAGES


EXPLAINED = [
    "Label each message as red ({}), blue ({}) or other.",
    "Label each message as red, blue or other.\nred: {}\nblue: {}",
    "Label each message as red, blue or other. Answer with the label only.\n\nred: {}\nblue: {}\nother: everything else",
    "Label each message with one of these:\n- red: {}\n- blue: {}\n- other: everything else",
    "Label each message as red, blue or other. Examples:\nMy {} here -> red\nThe {} there -> blue",
]


@pytest.mark.parametrize("told", EXPLAINED)
@settings(max_examples=12, deadline=None)
@given(st.lists(NAMES, min_size=3, max_size=3, unique=True))
def test_words_that_explain_a_label_speak_for_it(told, words):
    for word, label in zip(words, ("red", "blue", "other"), strict=True):
        assert reply(f"It is my {word}.", instructions=told.format(*words[:2])) == label


def test_words_behind_not_speak_against_a_label():
    told = "Label each message as red, blue or other.\nred: lamps, but not garden lamps\nblue: garden"
    assert [reply(message, instructions=told) for message in ("My lamp.", "My garden lamp.")] == ["red", "blue"]


@pytest.mark.parametrize("told", EXPLAINED)
def test_what_explains_a_label_is_no_wish(told):
    """A dog in an example is no role to play, and no word of it is named as something that could not be followed."""
    said = reply("My lamp.", instructions=told.format("dog, pirate", "cake"))
    assert said in ("red", "blue", "other")


def test_what_else_is_wished_is_followed():
    assert reply("The app crashes.", instructions=f"{TOLD[0]} Answer in capital letters.") == "TECHNICAL"
    assert reply(f"{PROMPTS[1]} ".replace("{}", "The app crashes.").replace("one word", "capital letters")) == "TECHNICAL"


NO_ORDERS = [
    "What is the capital of France?",
    "Is this right or wrong? I have no idea.",
    "Sort the list into ascending order: 3, 1, 2",
    "Write a tag line for a shop that sells tea and cake.",
    "What is the kind of thing that you like: tea?",
]


@pytest.mark.parametrize("text", NO_ORDERS[2:])
def test_what_is_no_order_to_label(text):
    assert label_orders.read(text) is None
