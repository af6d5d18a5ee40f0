"""What is said in a talk belongs to it: an answer that shares no word with it is an answer to something else."""

import pytest
from test_nothing_false import last

PORTUGAL = "We are two adults and a teenager going to Portugal for 6 days by train. What should we see?"
VEGAN = "I'm vegan, my boyfriend eats everything, and we both come home at seven. Plan four quick dinners for us."


@pytest.mark.parametrize(
    ("talk", "beside"),
    [
        ([PORTUGAL, "What should we book in advance?"], "Collins"),
        ([VEGAN, "Now the shopping list for that, sorted by section of the supermarket"], "```python"),
        (
            ["I run 5 km in 33 minutes and want to run 10 km in a race in May.", "What should I eat on the morning of the race?"],
            "Pesto",
        ),
    ],
)
def test_an_answer_to_something_else_is_none(talk, beside):
    assert beside not in last(*talk)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("How do I get rid of the mold in the bathroom?", "mold"),
        ("What is the capital of the country where Oslo lies?", "Oslo"),
    ],
)
def test_a_new_subject_is_answered(asked, said):
    assert said in last(PORTUGAL, asked)


def test_no_book_is_named_for_a_subject_that_is_not_known():
    assert "no answer" in last("Can you recommend a book about beekeeping?")


@pytest.mark.parametrize("opening", ["Hmm.", "Good.", "Perfect.", "Oh."])
def test_a_word_before_a_question_is_no_answer_to_it(opening):
    said = last("I cannot decide between two laptops.", f"{opening} And would 8 GB be enough for R?")
    assert "What next" not in said and "no answer" in said
