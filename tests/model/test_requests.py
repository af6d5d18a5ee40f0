"""Requests that come in many words: what is asked for is done, and a word in what was sent along asks for nothing."""

import ast

import pytest
from test_nothing_false import last, no_answer

# --- Ads ---


@pytest.mark.parametrize(
    ("prompt", "wanted"),
    [
        ("Write a job ad for a part-time barista, max 50 words", "a part-time barista"),
        ("job posting for an electrician, 40 hours, Leeds, good pay", "- 40 hours"),
        ("write an ad looking for a nanny for two kids", "a nanny for two kids"),
        ("vacancy notice for two drivers", "two drivers"),
        ("We need a job description for a nurse, night shifts", "- Night shifts"),
    ],
)
def test_an_ad_for_a_job_sells_nobody(prompt, wanted):
    said = last(prompt)
    assert "looking for" in said and wanted in said
    assert "sale" not in said.casefold() and "could not follow" not in said


@pytest.mark.parametrize("prompt", ["write an ad for my bakery", "write an ad looking for a flatmate", "ad for our lost cat"])
def test_what_is_not_sold_is_not_for_sale(prompt):
    assert "For sale" not in last(prompt)


@pytest.mark.parametrize("prompt", ["ad for my old bike, 120 euros", "write a listing to sell my sofa", "classified ad for a lamp"])
def test_what_is_sold_is_for_sale(prompt):
    assert "For sale" in last(prompt)


# --- Texts that are sent along ---

TEXTS = [
    "When I moved from Nairobi to Oslo I owned one thin jacket and thought that snow was romantic. I like pancakes.",
    "Last night the dog of the mayor ate a bar of chocolate in Rome. The banner said Happy Easter.",
    "My mother has her birthday on Monday, and the weather in Paris is cold. What is an API? I said hello.",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    "request_of", ["I need a good title for my blog post, here is the beginning:\n\n{}", "Find a headline for this article: {}", "{}\n\nAny idea for a title for this text?"]
)  # fmt: skip
def test_a_word_in_a_text_that_was_sent_along_asks_for_nothing(text, request_of):
    assert no_answer(last(request_of.format(text)))


@pytest.mark.parametrize(
    ("prompt", "points"),
    [
        ("turn my notes into bullet points pls: meeting with Jorge about the website, he wants blue not green, launch before easter, photos come from his wife", ["Meeting with Jorge about the website", "He wants blue not green", "Launch before easter", "Photos come from his wife"]),
        ("make a bullet list from this text: buy milk, call the bank; a birthday cake for Ann, and clean the car", ["Buy milk", "Call the bank", "A birthday cake for Ann", "Clean the car"]),
        ("Please put these notes into bullets:\nWe meet in Rome. The dog comes along. Bring bread and cheese.", ["We meet in Rome.", "The dog comes along.", "Bring bread and cheese."]),
    ],
)  # fmt: skip
def test_notes_become_points(prompt, points):
    assert last(prompt) == "\n".join(f"- {point}" for point in points)


@pytest.mark.parametrize(
    "code",
    ["for i in range(10)\nprint(i)", "while True\nprint('hi')", "def f(x)\nif x > 1\nreturn x", "if 3 > 2\n  print('yes')\nelse\nprint('no')"],
)  # fmt: skip
@pytest.mark.parametrize("request_of", ["fix this code:\n{}", "whats wrong here?\n{}", "Please correct this code: {}"])
def test_colons_and_indentation_are_mended(code, request_of):
    said = last(request_of.format(code))
    mended = said.split("```python\n")[1].removesuffix("\n```")
    ast.parse(mended)
    assert mended.replace(":", "").split() == code.split()
