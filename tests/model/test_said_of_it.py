"""What is asked of something is answered of that thing, or not at all: places, sums, code, a house, a limit. Each kind varied, with a near miss."""

import pytest
from test_nothing_false import last, no_answer

# --- A place that was named ---


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        (("whats the capital of mongolia", "cold there in winter?"), "no data on the climate of Ulaanbaatar"),
        (("Tell me the capital of Bolivia", "and is it rainy there in January?"), "no data on the climate of"),
        (("what is the capital of Norway", "is it cold there in winter?"), "Oslo in winter: cold and dark"),
        (("capital of norway", "hot there in summer?"), "Oslo in summer"),
        (("Is it cold in Ulaanbaatar in winter?",), "no data on the climate of Ulaanbaatar"),
    ],
)
def test_cold_there_is_about_the_place_that_was_named(asked, named):
    assert named in last(*asked)


@pytest.mark.parametrize("prompt", ["cold in winter?", "Why is it cold in winter?", "my house is cold", "cold in the morning"])
def test_what_is_cold_is_no_illness(prompt):
    assert "honey" not in last(prompt) and "pharmacist" not in last(prompt)


@pytest.mark.parametrize("prompt", ["i have a cold", "my son has a cold what can i do", "how to get rid of a cold"])
def test_a_cold_is_still_an_illness(prompt):
    assert "doctor" in last(prompt)


@pytest.mark.parametrize(
    "asked",
    [
        "and how many people live there roughly?",
        "how many people live there, approximately?",
        "and about how many people live there then?",
        "so how many people live there though?",
    ],
)
def test_small_words_do_not_hinder_a_follow_up(asked):
    assert "1.7 million" in last("whats the capital of mongolia", asked)
