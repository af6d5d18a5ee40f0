"""An answer that is found by what a question is about has to take up the question: what it is silent about is counted."""

import pytest

from offline.model import abouts, answer_file

KNOWN = answer_file.load()


@pytest.mark.parametrize(
    "question",
    [
        "is it boring to be a lighthouse keeper in Norway",
        "i cant sleep. its 3am. tell me something boring about elevators",
        "how can I keep my landlord from selling the garden",
        "regex for matching a uk postcode",
        "my dog barks and is hard of hearing, could you be gentler",
    ],
)
def test_an_answer_that_takes_up_too_little_is_none(question):
    assert KNOWN.about(question) is None


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("my bread never rises, what am i doing wrong??", "warm"),
        ("my son has a cold what can i do", "drink"),
        ("git push rejected non-fast-forward, i dont want to lose my stuff, what do i do", "pull"),
        ("why do cats knead blankets", "kitten"),
    ],
)
def test_an_answer_may_be_silent_about_one_thing_and_about_who_and_when_it_was(question, wanted):
    assert wanted in str(KNOWN.about(question)["say"]).casefold()


def test_what_is_urgent_is_said_whatever_else_is_told():
    question = "my husband drank bleach at the blue school behind a garden"
    found = KNOWN._abouts.find(question)
    assert found.value.urgent and len(abouts.unsaid(found, "")) > 2
    assert KNOWN.about(question)


def test_only_what_neither_answer_nor_place_nor_day_takes_up_is_unsaid():
    known = abouts.Abouts()
    known.add("bread [rise|rises]", "yeast", "bread")
    found = known.find("why does my bread with 3 eggs, raisins and yeast not rise today")
    assert abouts.unsaid(found, "Raisins need more time.") == {"egg"}
