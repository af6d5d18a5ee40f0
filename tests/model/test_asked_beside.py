"""What stands beside a question, or takes something out of it, does not lead to an answer to something else."""

import pytest
from test_nothing_false import last

TRACEBACK = """Traceback (most recent call last):
  File "hello.py", line 3, in <module>
    import openai
ModuleNotFoundError: No module named 'openai'
"""
HOTEL = "You are the assistant of the Bluebird Hotel. Check-out is at 11. The pool is closed on Mondays."


@pytest.mark.parametrize("wish", ["what now", "", "How do I fix that?", "i dont understand this"])
def test_a_traceback_is_read_by_its_last_line(wish):
    assert "pip install openai" in last(TRACEBACK + wish)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Explain temperature (the API setting, not the weather) in two sentences.", "random"),
        ("whats the capital of new zealand, i always think its auckland", "Wellington"),
        ("write a python function that tells me if a word is the same backwards", "palindrome"),
        ('Make this sound less rude: "Send me the report today."', "Could you please"),
    ],
)
def test_what_is_asked_is_answered(asked, said):
    assert said in last(asked)


@pytest.mark.parametrize(
    "asked", ["all customers who live in Oslo, sorted by last name", "customers with two orders, sorted by city"]
)
def test_a_query_drops_no_condition(asked):
    said = last(f"SQL query to get {asked}, from table customers")
    assert "ORDER BY" not in said or "WHERE" in said


def test_who_tells_a_name_is_greeted():
    assert "Priya" in last("My name is Priya and I am learning to code.")


def test_a_sum_goes_on():
    assert "82" in last("What's 17 times 6?", "now take away 20 from that")


def test_each_question_to_a_house_gets_its_own_answer():
    said = last("Until when do we have to leave the room? And can the kids swim on monday?", told=HOTEL)
    assert "11" in said and "pool is closed" in said


def test_labels_of_two_letters_are_labels():
    told = "Reply with just one word: SPAM or OK."
    assert last("You have been chosen to recieve a free phone, click the link within 10 minutes", told=told) == "SPAM"
    assert last("Lunch at one?", told=told) == "OK"  # as "not spam" would be: nothing speaks for spam
