"""Several things that are to be found in one text: a line each, and what is not told is said to be missing."""

import pytest
from test_nothing_false import last


@pytest.mark.parametrize(
    ("prompt", "lines"),
    [
        ("Extract name, age and city: Tom is 20 years old and lives in Rome.", ["Name: Tom", "Age: 20 years old", "City: Rome"]),
        ("please extract the name and email: Write to Bob at bob@x.org.", ["Name: Bob", "Email: bob@x.org"]),
        ("find name and phone number: call Tim", ["Name: Tim", "Phone number: not told"]),
        ("Extract name, age and job: Maria, 45, works as a nurse in Lyon.", ["Name: Maria", "Age: 45", "Job: nurse"]),
        (
            "Extract the price and the date from this text: The lamp costs 49 euros, delivered on May 3.",
            ["Price: 49 euros", "Date: May 3"],
        ),
    ],
)
def test_each_has_a_line(prompt, lines):
    assert last(prompt).splitlines() == lines


@pytest.mark.parametrize(
    "prompt", ["Find the mistake and the reason: I has a apple", "Give me a color and a fruit", "list pros and cons: remote work"]
)
def test_other_requests_are_no_fields(prompt):
    assert "not told" not in last(prompt)


@pytest.mark.parametrize(
    ("prompt", "said"),
    [
        ("Give me three colors as JSON", '{"answer": ["red", "blue", "green"]}'),
        ("Give me 3 colors as a JSON array", '["red", "blue", "green"]'),
        ("thank you, good night!", "Good night!"),
        ("thanks, bye", "Goodbye"),
        ("give me 5 names for a small coffee shop in lisbon", "5. "),
    ],
)
def test_what_is_counted_is_no_key_and_thanks_may_end_a_talk(prompt, said):
    assert said in last(prompt)


def test_a_riddle_that_is_given_up_is_no_trouble_with_learning():
    assert last("Tell me a riddle", "i give up").startswith(("It is ", "They are "))
    assert "one thing at a time" in last("i give up")


def test_a_song_is_no_joke():
    assert "boss" not in last("lyrics for a funny song about monday mornings")


def test_a_battery_that_died_is_no_praise():
    review = '"The battery died after two days and customer service never answered me."'
    assert last(f"Is this review positive or negative? {review}") == "Negative"
